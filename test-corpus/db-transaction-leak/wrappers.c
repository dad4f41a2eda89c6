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

// The caller of a begin wrapper owes the end.
bool wrappedBad(PGconn *Conn) {
  if (!beginTransaction(Conn)) // WARN: [db-transaction-leak]
    return false;
  if (!addRow(Conn))
    return false; // NOTE: "returns with the transaction open"
  return commitTransaction(Conn);
}

// One of three exits was forgotten.
bool oneOfThreeBad(PGconn *Conn, int Nodes) {
  beginTransaction(Conn); // WARN: [db-transaction-leak]
  for (int I = 0; I < Nodes; I++)
    if (!addRow(Conn)) {
      rollbackTransaction(Conn);
      return false;
    }
  if (Nodes > 100)
    return false; // NOTE: "returns with the transaction open"
  return commitTransaction(Conn);
}

// The same in the style of errno: 0 is success.
int zeroStyleBad(sqlite3 *Db) {
  if (begin(Db) < 0) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  if (commit(Db) < 0) {
    rollback(Db);
    return -1;
  }
  return 0;
}

// The commit wrapper says that it failed.
int wrappedCommitFailsBad(sqlite3 *Db) {
  if (begin(Db) < 0) // WARN: [db-transaction-leak]
    return -1;
  addReading(Db);
  if (commit(Db) < 0)
    return -1; // NOTE: "returns with the transaction open"
  return 0;
}

// Every return ends it: the commit is in the return itself.
bool everyReturnOk(PGconn *Conn) {
  if (!beginTransaction(Conn))
    return false;
  if (!addRow(Conn)) {
    rollbackTransaction(Conn);
    return false;
  }
  return commitTransaction(Conn);
}

// The begin wrapper's status is not looked at.
bool statusIgnoredOk(PGconn *Conn) {
  beginTransaction(Conn);
  const bool Ok = addRow(Conn);
  if (Ok)
    commitTransaction(Conn);
  else
    rollbackTransaction(Conn);
  return Ok;
}

// Five exits, one of them inside a loop.
bool fiveExitsOk(PGconn *Conn, int Nodes) {
  if (Nodes == 0)
    return true;
  if (!beginTransaction(Conn))
    return false;
  for (int I = 0; I < Nodes; I++)
    if (!addRow(Conn)) {
      rollbackTransaction(Conn);
      return false;
    }
  if (Nodes > 100) {
    rollbackTransaction(Conn);
    return false;
  }
  return commitTransaction(Conn);
}

// The same in the style of errno.
int zeroStyleOk(sqlite3 *Db) {
  if (begin(Db) < 0)
    return -1;
  if (addReading(Db) || commit(Db) < 0) {
    rollback(Db);
    return -1;
  }
  return 0;
}

// A helper that rolls back and gives the failure back.
static int fail(sqlite3 *Db, const char *Why) {
  fprintf(stderr, "%s\n", Why);
  rollback(Db);
  return -1;
}

int failHelperOk(sqlite3 *Db) {
  if (begin(Db) < 0)
    return -1;
  if (addReading(Db))
    return fail(Db, "cannot add");
  if (commit(Db))
    return fail(Db, "cannot commit");
  return 0;
}

// A helper that ends it one way or the other.
static int finish(sqlite3 *Db, int Rc) {
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

int finishHelperOk(sqlite3 *Db) {
  if (begin(Db))
    return -1;
  return finish(Db, addReading(Db));
}

// It is not called on every exit.
int finishHelperBad(sqlite3 *Db, int Dry) {
  if (begin(Db)) // WARN: [db-transaction-leak]
    return -1;
  const int Rc = addReading(Db);
  if (Dry)
    return 0; // NOTE: "returns with the transaction open"
  return finish(Db, Rc);
}

// A transaction that a callee ends only on success is the caller's to end otherwise.
static int storeAndCommit(sqlite3 *Db) {
  if (addReading(Db) != SQLITE_OK)
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int calleeCommitsBad(sqlite3 *Db) {
  if (begin(Db)) // WARN: [db-transaction-leak]
    return -1;
  return storeAndCommit(Db);
}

int calleeCommitsOk(sqlite3 *Db) {
  if (begin(Db))
    return -1;
  if (storeAndCommit(Db) != 0) {
    rollback(Db);
    return -1;
  }
  return 0;
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

// Through an out-parameter for the status.
static void beginStatus(sqlite3 *Db, int *Rc) {
  *Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
}

int outStatusOk(sqlite3 *Db) {
  int Rc;
  beginStatus(Db, &Rc);
  if (Rc != SQLITE_OK)
    return Rc;
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int outStatusBad(sqlite3 *Db) {
  int Rc;
  beginStatus(Db, &Rc); // WARN: [db-transaction-leak]
  if (Rc != SQLITE_OK)
    return Rc;
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Two layers of wrappers.
static bool beginLogged(PGconn *Conn, const char *What) {
  printf("begin %s\n", What);
  return beginTransaction(Conn);
}

bool twoLayersBad(PGconn *Conn) {
  if (!beginLogged(Conn, "rows")) // WARN: [db-transaction-leak]
    return false;
  if (!addRow(Conn))
    return false; // NOTE: "returns with the transaction open"
  return commitTransaction(Conn);
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

// The status is the library's own.
static int beginPlain(sqlite3 *Db) {
  return sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
}

int plainOk(sqlite3 *Db) {
  const int Rc = beginPlain(Db);
  if (Rc != SQLITE_OK)
    return Rc;
  if (addReading(Db)) {
    rollback(Db);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int plainBad(sqlite3 *Db) {
  const int Rc = beginPlain(Db); // WARN: [db-transaction-leak]
  if (Rc != SQLITE_OK)
    return Rc;
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
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

static bool command(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

static void commandOnly(PGconn *Conn, const char *Sql) { PQclear(PQexec(Conn, Sql)); }

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

// The result is a truth value.
bool commandBad(PGconn *Conn) {
  if (!command(Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return false;
  if (!command(Conn, "DELETE FROM node"))
    return false; // NOTE: "returns with the transaction open"
  return command(Conn, "COMMIT");
}

bool commandOk(PGconn *Conn) {
  if (!command(Conn, "BEGIN"))
    return false;
  if (command(Conn, "DELETE FROM node") && command(Conn, "DELETE FROM edge"))
    return command(Conn, "COMMIT");
  command(Conn, "ROLLBACK");
  return false;
}

// There is no result.
void commandOnlyBad(PGconn *Conn, int Nodes) {
  commandOnly(Conn, "BEGIN"); // WARN: [db-transaction-leak]
  if (Nodes > 100)
    return; // NOTE: "returns with the transaction open"
  commandOnly(Conn, "DELETE FROM node");
  commandOnly(Conn, "COMMIT");
}

// The result is the caller's.
int queryBad(PGconn *Conn) {
  PQclear(query(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PGresult *Res = query(Conn, "SELECT id FROM node");
  const int Count = PQntuples(Res);
  PQclear(Res);
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  PQclear(query(Conn, "COMMIT"));
  return Count;
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

// A helper whose own failure rolls back: what it returns then is no open transaction.
static int runOrRollback(sqlite3 *Db, const char *Sql) {
  if (sqlite3_exec(Db, Sql, NULL, NULL, NULL) == SQLITE_OK)
    return 0;
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return -1;
}

int runOrRollbackOk(sqlite3 *Db) {
  if (runOrRollback(Db, "BEGIN"))
    return -1;
  if (runOrRollback(Db, "DELETE FROM Reading"))
    return -1;
  return runOrRollback(Db, "COMMIT");
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

// What else would it do with BEGIN and a connection but run it?
int declaredBad(sqlite3 *Db) {
  declaredExec(Db, "BEGIN"); // WARN: [db-transaction-leak] likely
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  declaredExec(Db, "COMMIT");
  return 0;
}

void declaredRunBad(PGconn *Conn, int Nodes) {
  declaredRun(Conn, "BEGIN"); // WARN: [db-transaction-leak] likely
  if (Nodes > 100)
    return; // NOTE: "returns with the transaction open"
  declaredRun(Conn, "DELETE FROM node");
  declaredRun(Conn, "COMMIT");
}

// Other texts through the same function end nothing.
void declaredTextsBad(PGconn *Conn) {
  declaredRun(Conn, "BEGIN"); // WARN: [db-transaction-leak] likely
  declaredRun(Conn, "DELETE FROM node");
  if (!declaredCommand(Conn, "DELETE FROM edge"))
    return; // NOTE: "returns with the transaction open"
  declaredRun(Conn, "COMMIT");
}

// The text is a format.
int declaredPrintfBad(sqlite3 *Db, int Id) {
  declaredPrintf(Db, "BEGIN"); // WARN: [db-transaction-leak] likely
  declaredPrintf(Db, "DELETE FROM Reading WHERE Id = %d", Id);
  if (sqlite3_changes(Db) == 0)
    return -1; // NOTE: "returns with the transaction open"
  declaredPrintf(Db, "COMMIT");
  return 0;
}

// The result is the caller's.
int declaredQueryBad(PGconn *Conn) {
  PQclear(declaredQuery(Conn, "BEGIN")); // WARN: [db-transaction-leak] likely
  PGresult *Res = declaredQuery(Conn, "SELECT id FROM node");
  const int Count = PQntuples(Res);
  PQclear(Res);
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  PQclear(declaredQuery(Conn, "COMMIT"));
  return Count;
}

// Every exit through such functions.
int declaredQueryOk(PGconn *Conn) {
  PQclear(declaredQuery(Conn, "BEGIN"));
  PGresult *Res = declaredQuery(Conn, "SELECT id FROM node");
  const int Count = PQntuples(Res);
  PQclear(Res);
  if (Count == 0) {
    PQclear(declaredQuery(Conn, "ROLLBACK"));
    return 0;
  }
  PQclear(declaredQuery(Conn, "COMMIT"));
  return Count;
}

// A status that is looked at at once: the exit belongs to the BEGIN that failed.
int declaredFailedBeginOk(sqlite3 *Db) {
  if (declaredExec(Db, "BEGIN") != 0)
    return -1;
  if (addReading(Db)) {
    declaredExec(Db, "ROLLBACK");
    return -1;
  }
  declaredExec(Db, "COMMIT");
  return 0;
}

// The same with a truth value.
bool declaredFailedCommandOk(PGconn *Conn) {
  if (!declaredCommand(Conn, "BEGIN"))
    return false;
  if (!declaredCommand(Conn, "DELETE FROM node")) {
    declaredCommand(Conn, "ROLLBACK");
    return false;
  }
  return declaredCommand(Conn, "COMMIT");
}

// An unknown function that is given the connection may end the transaction.
int declaredRollbackOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db)) {
    declaredRollback(Db);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

//===--- Behind a structure --------------------------------------------------------===//

struct Store {
  sqlite3 *Db;
  bool InTransaction;
  int Depth;
};

static int storeBegin(struct Store *S) {
  if (S->InTransaction)
    return 0;
  if (sqlite3_exec(S->Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  S->InTransaction = true;
  return 0;
}

static void storeCommit(struct Store *S) {
  if (!S->InTransaction)
    return;
  sqlite3_exec(S->Db, "COMMIT", NULL, NULL, NULL);
  S->InTransaction = false;
}

static int storeAdd(struct Store *S) { return addReading(S->Db); }

// The flag in the structure belongs to the transaction.
int storeOk(struct Store *S) {
  if (storeBegin(S) < 0)
    return -1;
  const int Rc = storeAdd(S);
  storeCommit(S);
  return Rc;
}

int storeBad(struct Store *S) {
  if (storeBegin(S) < 0) // WARN: [db-transaction-leak]
    return -1;
  if (storeAdd(S))
    return -1; // NOTE: "returns with the transaction open"
  storeCommit(S);
  return 0;
}

// The transaction is an object of its own.
struct Txn {
  sqlite3 *Db;
  bool Active;
};

static int txnBegin(struct Txn *T, sqlite3 *Db) {
  T->Db = Db;
  T->Active = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
  return T->Active ? 0 : -1;
}

static int txnCommit(struct Txn *T) {
  if (sqlite3_exec(T->Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  T->Active = false;
  return 0;
}

static void txnEnd(struct Txn *T) {
  if (T->Active)
    sqlite3_exec(T->Db, "ROLLBACK", NULL, NULL, NULL);
  T->Active = false;
}

int txnOk(sqlite3 *Db) {
  struct Txn T;
  int Rc = -1;
  if (txnBegin(&T, Db) < 0)
    return -1;
  if (addReading(Db) == SQLITE_OK)
    Rc = txnCommit(&T);
  txnEnd(&T);
  return Rc;
}

int txnBad(sqlite3 *Db) {
  struct Txn T;
  if (txnBegin(&T, Db) < 0) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  if (txnCommit(&T) < 0) {
    txnEnd(&T);
    return -1;
  }
  return 0;
}

// The object is on the heap.
static struct Txn *txnNew(sqlite3 *Db) {
  struct Txn *T = (struct Txn *)malloc(sizeof *T);
  if (T && txnBegin(T, Db) < 0) {
    free(T);
    T = NULL;
  }
  return T;
}

static void txnFree(struct Txn *T) {
  txnEnd(T);
  free(T);
}

int heapTxnOk(sqlite3 *Db) {
  struct Txn *T = txnNew(Db);
  if (!T)
    return -1;
  const int Rc = addReading(Db) == SQLITE_OK ? txnCommit(T) : -1;
  txnFree(T);
  return Rc;
}

// Freed with the transaction open.
int heapTxnBad(sqlite3 *Db) {
  struct Txn *T = txnNew(Db); // WARN: [db-transaction-leak]
  if (!T)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    free(T);
    return -1; // NOTE: "returns with the transaction open"
  }
  if (txnCommit(T) < 0)
    txnEnd(T);
  free(T);
  return 0;
}

// The connection comes out of a function each time.
static sqlite3 *dbOf(const struct Store *S) { return S->Db; }

int accessorBad(struct Store *S) {
  sqlite3_exec(dbOf(S), "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (addReading(dbOf(S)))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(dbOf(S), "COMMIT", NULL, NULL, NULL);
  return 0;
}

int accessorOk(struct Store *S) {
  sqlite3_exec(dbOf(S), "BEGIN", NULL, NULL, NULL);
  if (addReading(dbOf(S))) {
    sqlite3_exec(dbOf(S), "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(dbOf(S), "COMMIT", NULL, NULL, NULL);
  return 0;
}

sqlite3 *declaredDb(void);

// Of a function that is only declared, each call may give another connection.
int FN_declaredAccessor(void) {
  sqlite3_exec(declaredDb(), "BEGIN", NULL, NULL, NULL);
  if (addReading(declaredDb()))
    return -1;
  sqlite3_exec(declaredDb(), "COMMIT", NULL, NULL, NULL);
  return 0;
}

int declaredAccessorOk(void) {
  sqlite3 *Db = declaredDb();
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The connection is a field, read each time.
int fieldBad(struct Store *S) {
  if (sqlite3_exec(S->Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (storeAdd(S))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(S->Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int fieldOk(struct Store *S) {
  sqlite3 *const Db = S->Db;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (storeAdd(S)) {
    sqlite3_exec(S->Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

static sqlite3 *TheDb;

// The connection is a global.
int globalBad(int Dry) {
  if (begin(TheDb)) // WARN: [db-transaction-leak]
    return -1;
  addReading(TheDb);
  if (Dry)
    return 0; // NOTE: "returns with the transaction open"
  sqlite3_exec(TheDb, "COMMIT", NULL, NULL, NULL);
  return 0;
}

static void globalRollback(void) { sqlite3_exec(TheDb, "ROLLBACK", NULL, NULL, NULL); }

int globalOk(int Dry) {
  if (begin(TheDb))
    return -1;
  addReading(TheDb);
  if (Dry) {
    globalRollback();
    return 0;
  }
  sqlite3_exec(TheDb, "COMMIT", NULL, NULL, NULL);
  return 0;
}
