// RUN: %check_dbtidy %s
// Correlated conditions: whether to close is remembered in another variable.
#include "libpq-fe.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

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

// The same question asked twice of the same, unchanged text.
int sameTextOk(const char *Dsn, const char *Backend) {
  PGconn *Conn = NULL;
  if (strcmp(Backend, "pg") == 0)
    Conn = PQconnectdb(Dsn);
  printf("using %s\n", Backend);
  if (strcmp(Backend, "pg") == 0)
    PQfinish(Conn);
  return 0;
}
