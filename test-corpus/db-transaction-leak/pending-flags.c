// RUN: %check_dbtidy %s
// Transactions that are begun and ended under correlated conditions, and questions about
// whether one is open.
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Asked by a function of the program's own.
static bool inTransaction(sqlite3 *Db) { return !sqlite3_get_autocommit(Db); }

static void rollbackIfOpen(sqlite3 *Db) {
  if (inTransaction(Db))
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
}

int askedInHelperOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) != SQLITE_OK) {
    rollbackIfOpen(Db);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// sqlite3_txn_state asks the same.
int stateOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) == SQLITE_OK)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (sqlite3_txn_state(Db, NULL) != SQLITE_TXN_NONE)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return 0;
}

// A connection that is null has no transaction: the guard is not the leak.
int nullGuardOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    if (Db)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
