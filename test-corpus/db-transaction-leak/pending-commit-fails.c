// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// SQLite's COMMIT fails with SQLITE_BUSY, and the transaction is as open as before.
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// The same through a function of the program's own: its result is not looked at.
static int commit(sqlite3 *Db) {
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

// As FN_uncheckedCommit: a wrapper around COMMIT must not make a difference.
void FN_uncheckedWrapper(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  commit(Db);
}

// As FN_returnedCommit: the caller sees the failure.
int FN_returnedWrapper(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  return commit(Db);
}
