// RUN: %check_dbtidy %s
// Conditions that say the same in other words.

#include "libpq-fe.h"
#include <stddef.h>

void logf_(const char *Format, ...);

// `a <= b` is the opposite of `a > b`.
int opposite_testOk(PGconn *Conn, int Have, int Want) {
  PGresult *Res = NULL;
  if (Have > Want)
    Res = PQexec(Conn, "SELECT 1");
  if (Have <= Want)
    return 0;
  PQclear(Res);
  return 1;
}

// The loop ended early if and only if the index is below the count.
int ended_earlyOk(PGconn *Conn, const char *const *Sql, int Count) {
  PGresult *Res = NULL;
  int I;
  for (I = 0; I < Count; ++I) {
    Res = PQexec(Conn, Sql[I]);
    if (PQntuples(Res) > 0)
      break;
    PQclear(Res);
  }
  if (I >= Count)
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// An unsigned number that is not zero is above it.
int unsigned_countOk(PGconn *Conn, size_t Count) {
  PGresult *Res = NULL;
  if (Count)
    Res = PQexec(Conn, "SELECT 1");
  logf_("%zu", Count);
  if (Count > 0)
    PQclear(Res);
  return 0;
}

// The greatest size stands for failure.
size_t measure(void);

int greatest_sizeBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (measure() == (size_t)-1)
    return -1;
  PQclear(Res);
  return 0;
}
