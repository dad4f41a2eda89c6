// RUN: %check_dbtidy %s
// Transactions through functions of the program's own: begin(), commit(), rollback() with
// status results, functions that run a text, and those that do it behind a structure.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

//===--- begin(), commit(), rollback() --------------------------------------------===//

static bool beginTransaction(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "cannot begin: %s", PQerrorMessage(Conn));
    PQclear(Res);
    return false;
  }
  PQclear(Res);
  return true;
}

static bool commitTransaction(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "COMMIT");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

static bool rollbackTransaction(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "ROLLBACK");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

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

static void rollback(sqlite3 *Db) { sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL); }

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Through a pointer to the connection.
static int beginOn(sqlite3 **Db) {
  return sqlite3_exec(*Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

static void rollbackOn(sqlite3 **Db) {
  if (*Db)
    sqlite3_exec(*Db, "ROLLBACK", NULL, NULL, NULL);
}

int pointerToPointerBad(sqlite3 *Db) {
  if (!beginOn(&Db)) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int pointerToPointerOk(sqlite3 *Db) {
  if (!beginOn(&Db))
    return -1;
  if (addReading(Db)) {
    rollbackOn(&Db);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The status is the comparison itself.
static bool beginStraight(sqlite3 *Db) {
  return sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

static bool commitStraight(sqlite3 *Db) {
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

int straightOk(sqlite3 *Db) {
  if (!beginStraight(Db))
    return -1;
  if (addReading(Db) || !commitStraight(Db)) {
    rollback(Db);
    return -1;
  }
  return 0;
}

int straightBad(sqlite3 *Db) {
  if (!beginStraight(Db)) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db)) {
    rollback(Db);
    return -1;
  }
  if (!commitStraight(Db))
    return -2; // NOTE: "returns with the transaction open"
  return 0;
}

// The status is copied before the result goes, and returned.
static bool beginCopied(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

int copiedOk(PGconn *Conn) {
  if (!beginCopied(Conn))
    return -1;
  if (!addRow(Conn)) {
    rollbackTransaction(Conn);
    return -1;
  }
  commitTransaction(Conn);
  return 0;
}

int copiedBad(PGconn *Conn) {
  if (!beginCopied(Conn)) // WARN: [db-transaction-leak]
    return -1;
  if (!addRow(Conn))
    return -1; // NOTE: "returns with the transaction open"
  commitTransaction(Conn);
  return 0;
}

// The result of BEGIN is the caller's, who looks at it.
static PGresult *beginResult(PGconn *Conn) { return PQexec(Conn, "BEGIN"); }

int resultOk(PGconn *Conn) {
  PGresult *Res = beginResult(Conn);
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  addRow(Conn);
  commitTransaction(Conn);
  return 0;
}

int resultBad(PGconn *Conn) {
  PGresult *Res = beginResult(Conn); // WARN: [db-transaction-leak]
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  if (!addRow(Conn))
    return -1; // NOTE: "returns with the transaction open"
  commitTransaction(Conn);
  return 0;
}

//===--- Functions that run a text -------------------------------------------------===//

static int run(sqlite3 *Db, const char *Sql) {
  char *Message = NULL;
  const int Rc = sqlite3_exec(Db, Sql, NULL, NULL, &Message);
  if (Rc != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", Sql, Message);
    sqlite3_free(Message);
    return -1;
  }
  return 0;
}

static PGresult *query(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  if (PQresultStatus(Res) == PGRES_FATAL_ERROR)
    fprintf(stderr, "%s", PQresultErrorMessage(Res));
  return Res;
}

// Any text, and this one begins.
int runTextBad(sqlite3 *Db) {
  if (run(Db, "BEGIN") != 0) // WARN: [db-transaction-leak]
    return -1;
  if (run(Db, "DELETE FROM Reading") != 0)
    return -1; // NOTE: "returns with the transaction open"
  run(Db, "COMMIT");
  return 0;
}

int runTextOk(sqlite3 *Db) {
  if (run(Db, "BEGIN") != 0)
    return -1;
  if (run(Db, "DELETE FROM Reading") != 0) {
    run(Db, "ROLLBACK");
    return -1;
  }
  run(Db, "COMMIT");
  return 0;
}

int queryOk(PGconn *Conn) {
  PGresult *Res = query(Conn, "BEGIN");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  PQclear(query(Conn, "DELETE FROM node"));
  PQclear(query(Conn, "COMMIT"));
  return 0;
}

// BEGIN and COMMIT around any text: begun and ended within.
int runAloneOk(sqlite3 *Db, const char *Sql) {
  if (run(Db, "BEGIN"))
    return -1;
  if (run(Db, Sql)) {
    run(Db, "ROLLBACK");
    return -1;
  }
  return run(Db, "COMMIT");
}

int runAloneCallerOk(sqlite3 *Db) {
  if (runAloneOk(Db, "DELETE FROM Reading"))
    return -1;
  if (begin(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// It is given a connection and a text, and its body shows that it does not run it.
static void trace(PGconn *Conn, const char *What) {
  fprintf(stderr, "%d: %s\n", PQbackendPID(Conn), What);
}

int tracedOk(PGconn *Conn, int Count) {
  trace(Conn, "begin");
  if (Count == 0)
    return 0;
  addRow(Conn);
  trace(Conn, "commit");
  return 1;
}

bool tracedBad(PGconn *Conn) {
  if (!beginTransaction(Conn)) // WARN: [db-transaction-leak]
    return false;
  if (!addRow(Conn)) {
    trace(Conn, "rollback");
    return false; // NOTE: "returns with the transaction open"
  }
  return commitTransaction(Conn);
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
