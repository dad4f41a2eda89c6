#include "libpq-fe.h"
int clean(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const int Good = PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn);
  return Good ? 0 : -1;
}
