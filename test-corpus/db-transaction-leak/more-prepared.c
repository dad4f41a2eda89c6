// RUN: %check_dbtidy %s
// Transactions by prepared statements: it is the step that begins and ends.
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// BEGIN is stepped and finalized, COMMIT is not reached.
int steppedBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "BEGIN", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_step(Stmt); // WARN: [db-transaction-leak]
  sqlite3_finalize(Stmt);
  if (Rc != SQLITE_DONE)
    return -1;
  if (addReading(Db) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Both by steps, both looked at.
int steppedOk(sqlite3 *Db) {
  sqlite3_stmt *Begin = NULL, *Commit = NULL;
  int Rc = SQLITE_ERROR;
  sqlite3_prepare_v2(Db, "BEGIN", -1, &Begin, NULL);
  sqlite3_prepare_v2(Db, "COMMIT", -1, &Commit, NULL);
  if (sqlite3_step(Begin) == SQLITE_DONE) {
    Rc = addReading(Db);
    if (Rc != SQLITE_OK || sqlite3_step(Commit) != SQLITE_DONE)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  }
  sqlite3_finalize(Begin);
  sqlite3_finalize(Commit);
  return Rc;
}

// A step of BEGIN that failed has begun nothing.
int failedStepOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "BEGIN IMMEDIATE", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_step(Stmt) != SQLITE_DONE) {
    sqlite3_finalize(Stmt);
    return -1;
  }
  sqlite3_finalize(Stmt);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A function of the program's own that prepares, steps and finalizes.
static int execute(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = NULL;
  int Rc = sqlite3_prepare_v2(Db, Sql, -1, &Stmt, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc == SQLITE_DONE ? SQLITE_OK : Rc;
}

// A function that gives a statement for a text.
static sqlite3_stmt *prepare(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v3(Db, Sql, -1, 0, &Stmt, NULL) != SQLITE_OK)
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
  return Stmt;
}
