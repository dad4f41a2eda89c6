// RUN: %check_dbtidy %s
// Transactions through functions of the program's own: begin(), commit(), rollback() with
// status results, functions that run a text, and those that do it behind a structure.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>

//===--- begin(), commit(), rollback() --------------------------------------------===//

static bool addRow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO node VALUES (1)");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

static int begin(sqlite3 *Db) {
  return sqlite3_exec(Db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

static int commit(sqlite3 *Db) {
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

//===--- Functions that are only declared ------------------------------------------===//

int declaredExec(sqlite3 *Db, const char *Sql);      // 0 is success
bool declaredCommand(PGconn *Conn, const char *Sql); // true is success
void declaredRun(PGconn *Conn, const char *Sql);
int declaredPrintf(sqlite3 *Db, const char *Format, ...);
PGresult *declaredQuery(PGconn *Conn, const char *Sql);
int declaredRollback(sqlite3 *Db);
int declaredWork(sqlite3 *Db);
int declaredFailure(sqlite3 *Db, const char *Why);

//===--- Behind a structure --------------------------------------------------------===//

struct Store {
  sqlite3 *Db;
  bool InTransaction;
  int Depth;
};

static int storeAdd(struct Store *S) { return addReading(S->Db); }

static int storeEnter(struct Store *S) {
  if (S->Depth++ != 0)
    return 0;
  return sqlite3_exec(S->Db, "BEGIN", NULL, NULL, NULL);
}

static void storeLeave(struct Store *S) {
  if (--S->Depth == 0)
    sqlite3_exec(S->Db, "COMMIT", NULL, NULL, NULL);
}

// Nested by a count: only the outermost begins and ends.
void depthOk(struct Store *S) {
  storeEnter(S);
  storeAdd(S);
  storeLeave(S);
}

void depthBad(struct Store *S) {
  storeEnter(S); // WARN: [db-transaction-leak]
  if (storeAdd(S))
    return; // NOTE: "returns with the transaction open"
  storeLeave(S);
}

// The function to end with is passed along.
static int withEnd(sqlite3 *Db, int (*End)(sqlite3 *)) {
  if (begin(Db))
    return -1;
  addReading(Db);
  return End(Db);
}

int functionPointerOk(sqlite3 *Db) {
  if (withEnd(Db, commit) != 0)
    return -1;
  if (begin(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
