// RUN: %check_dbtidy %s
// Transactions that are begun and ended under correlated conditions, and questions about
// whether one is open.
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Nested by a count that is a global: only the outermost begins and ends.
static int Nesting;

int countedOk(sqlite3 *Db) {
  if (Nesting++ == 0)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  if (--Nesting == 0)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
