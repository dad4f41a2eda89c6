// RUN: %check_dbtidy %s
// Correlated conditions: whether to close is remembered in another variable.
#include "libpq-fe.h"
#include <stdbool.h>

// Null is the flag: an alias tells that it was handed on.
int aliasOk(const char *Dsn, bool Keep, PGconn **Out) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGconn *Mine = Conn;
  if (Keep) {
    *Out = Conn;
    Mine = NULL;
  }
  const int Version = PQserverVersion(Conn);
  if (Mine)
    PQfinish(Mine);
  return Version;
}
