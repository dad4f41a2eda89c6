// RUN: %check_dbtidy %s
// Transactions by the text of sqlite3_exec, in one function: the ways to leave one open,
// and the ways to end it.
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Which of the two is a matter of ?:, as the text of one call.
int conditionalTextOk(sqlite3 *Db, int Count) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (Count == 0) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    return 0;
  }
  const int Ok = addReading(Db) == SQLITE_OK;
  sqlite3_exec(Db, Ok ? "COMMIT" : "ROLLBACK", NULL, NULL, NULL);
  if (!Ok)
    return -1;
  return 0;
}

// The text to end with is kept in a variable.
int textInVariableOk(sqlite3 *Db, int Count) {
  const char *End = "ROLLBACK";
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (Count == 0) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    return 0;
  }
  if (addReading(Db) == SQLITE_OK)
    End = "COMMIT";
  sqlite3_exec(Db, End, NULL, NULL, NULL);
  return 0;
}
