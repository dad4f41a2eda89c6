// RUN: %check_dbtidy %s
// SQLite's COMMIT fails with SQLITE_BUSY, and the transaction is as open as before.
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// The outermost RELEASE is a commit and can fail as one.
int failedReleaseBad(sqlite3 *Db) {
  sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  return 0;
}

// The same through a function of the program's own: its result is not looked at.
static int commit(sqlite3 *Db) {
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}
