// RUN: %check_dbtidy %s
// One clean-up at the end of the function: labels, macros, attributes, helpers that do not
// come back.
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// __attribute__((cleanup)) rolls back what is still open.
static void rollbackUnlessDone(sqlite3 **Db) {
  if (*Db)
    sqlite3_exec(*Db, "ROLLBACK", NULL, NULL, NULL);
}

int cleanupAttributeOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  __attribute__((cleanup(rollbackUnlessDone))) sqlite3 *Open = Db;
  if (addReading(Db) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  Open = NULL;
  return 0;
}

// Disarmed before the commit is known to have worked.
int cleanupAttributeBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  __attribute__((cleanup(rollbackUnlessDone))) sqlite3 *Open = Db;
  if (addReading(Db) != SQLITE_OK)
    return -1;
  Open = NULL;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -2; // NOTE: "returns with the transaction open"
  return 0;
}
