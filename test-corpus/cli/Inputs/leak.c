#include "libpq-fe.h"
int leak(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}
