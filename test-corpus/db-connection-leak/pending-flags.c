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

// Seven connections, each of them optional: 128 combinations, one label.
int manyOptionalOk(const char *Dsn, const char *Flags) {
  PGconn *A = NULL, *B = NULL, *C = NULL, *D = NULL, *E = NULL, *F = NULL, *G = NULL;
  if (Flags[0])
    A = PQconnectdb(Dsn);
  if (Flags[1])
    B = PQconnectdb(Dsn);
  if (Flags[2])
    C = PQconnectdb(Dsn);
  if (Flags[3])
    D = PQconnectdb(Dsn);
  if (Flags[4])
    E = PQconnectdb(Dsn);
  if (Flags[5])
    F = PQconnectdb(Dsn);
  if (Flags[6])
    G = PQconnectdb(Dsn);
  const int Version = PQserverVersion(A);
  PQfinish(A), PQfinish(B), PQfinish(C), PQfinish(D), PQfinish(E), PQfinish(F), PQfinish(G);
  return Version;
}
