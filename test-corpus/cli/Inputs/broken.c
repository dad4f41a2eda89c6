#include "libpq-fe.h"
int undeclared(void) { return Nothing; }
int lost(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return PQserverVersion(Conn) > 0;
}
