// RUN: %check_dbtidy %s
// Objects as memory: memcpy, unions; two handles of one call.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <string.h>

void logf_(const char *Format, ...);

struct rows {
  PGresult *Res;
  int At;
};

// Built on the stack, copied to the caller's.
int copied_by_memcpyOk(PGconn *Conn, struct rows *Into) {
  struct rows R;
  memset(&R, 0, sizeof R);
  R.Res = PQexec(Conn, "SELECT 1");
  memcpy(Into, &R, sizeof R);
  return 0;
}

// Read through another member of the union.
union handle {
  PGresult *Res;
  void *Any;
};
int unionOk(PGconn *Conn) {
  union handle H;
  H.Res = PQexec(Conn, "SELECT 1");
  PQclear(H.Any);
  return 0;
}

// One call, two handles, both lost, each on its own way: two findings.
int both_lostBad(sqlite3 *Db) {
  char **Table, *Message;
  int Rows;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, &Message) != SQLITE_OK) { // WARN: [db-result-leak] "'Table'" // WARN: [db-result-leak] "'Message'"
    logf_("%s", Message);
    return -1;
  }
  return Rows;
}
