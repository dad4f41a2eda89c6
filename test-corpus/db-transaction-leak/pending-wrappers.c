// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
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

// The result tells that BEGIN failed.
int declaredResultOk(PGconn *Conn) {
  PGresult *Res = declaredQuery(Conn, "BEGIN");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (!Ok)
    return -1;
  addRow(Conn);
  PQclear(declaredQuery(Conn, "COMMIT"));
  return 0;
}

// Its name need not say so.
int declaredFailureOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db))
    return declaredFailure(Db, "cannot add");
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// An unknown function that is given the connection may end the transaction; this one does
// not, which nothing here shows.
int FN_declaredWork(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (declaredWork(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

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

// The function to end with is passed along.
static int withEnd(sqlite3 *Db, int (*End)(sqlite3 *)) {
  if (begin(Db))
    return -1;
  addReading(Db);
  return End(Db);
}
