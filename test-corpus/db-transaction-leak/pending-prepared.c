// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Transactions by prepared statements: it is the step that begins and ends.
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
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

int executeOk(sqlite3 *Db) {
  if (execute(Db, "BEGIN") != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    execute(Db, "ROLLBACK");
    return -1;
  }
  execute(Db, "COMMIT");
  return 0;
}

int executeBad(sqlite3 *Db) {
  if (execute(Db, "BEGIN") != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  execute(Db, "COMMIT");
  return 0;
}

// A function that gives a statement for a text.
static sqlite3_stmt *prepare(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v3(Db, Sql, -1, 0, &Stmt, NULL) != SQLITE_OK)
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
  return Stmt;
}

int prepareBad(sqlite3 *Db) {
  sqlite3_stmt *Begin = prepare(Db, "BEGIN"), *Commit = prepare(Db, "COMMIT");
  sqlite3_step(Begin); // WARN: [db-transaction-leak]
  const int Rc = addReading(Db);
  if (Rc == SQLITE_OK)
    sqlite3_step(Commit);
  sqlite3_finalize(Begin);
  sqlite3_finalize(Commit);
  return Rc;
}
