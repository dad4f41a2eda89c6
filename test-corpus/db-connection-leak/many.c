// RUN: %check_dbtidy %s
// More combinations than states are kept for.
#include "libpq-fe.h"

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
