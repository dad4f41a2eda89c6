#include "libpq-fe.h"

void step();

int leak(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}

int throws(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  step();
  PQfinish(Conn);
  return 0;
}
