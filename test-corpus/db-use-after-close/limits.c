// RUN: %check_dbtidy %s
// What stays out of reach, with the reason.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>

struct pool {
  PGconn *Slots[8];
  int Used;
};

int account(PGresult *Res);

// An index that is no constant is not followed: two reads of the same element may be two
// elements, so none of them is known to be closed.
int FN_sameElement(struct pool *P, int I) {
  PQfinish(P->Slots[I]);
  return PQstatus(P->Slots[I]) == CONNECTION_OK;
}

// For the same reason a second loop over all elements is not seen to close them again.
void FN_twoLoops(struct pool *P) {
  for (int I = 0; I < P->Used; ++I)
    PQfinish(P->Slots[I]);
  for (int I = 0; I < P->Used; ++I)
    PQfinish(P->Slots[I]);
}

// Values that a loop stores into an array keep no tie to their result.
void FN_valuesInArray(PGresult *Res) {
  const char *Names[4];
  for (int I = 0; I < 4; ++I)
    Names[I] = PQgetvalue(Res, I, 0);
  PQclear(Res);
  puts(Names[0]);
}

// A function that was not seen may only compare the pointer, or take it off a list.
int FN_unseenFunction(PGresult *Res) {
  PQclear(Res);
  return account(Res);
}
