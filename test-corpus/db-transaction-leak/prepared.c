// RUN: %check_dbtidy %s
// Transactions by prepared statements: it is the step that begins and ends.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Begun by sqlite3_exec; COMMIT is prepared, which fails.
int commitNotPreparedBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (sqlite3_prepare_v2(Db, "COMMIT", -1, &Stmt, NULL) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return 0;
}

// Prepared is not run.
int commitNotSteppedBad(sqlite3 *Db, int Dry) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  sqlite3_prepare_v2(Db, "COMMIT", -1, &Stmt, NULL);
  if (!Dry)
    sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return 0;
}

// The step of COMMIT says that it is busy.
int busyStepBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (sqlite3_prepare_v2(Db, "COMMIT", -1, &Stmt, NULL) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  if (Rc == SQLITE_BUSY)
    return 1; // NOTE: "returns with the transaction open"
  return 0;
}

// A statement of rows that fails in between.
int rowsBad(sqlite3 *Db, int Count) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "INSERT INTO T VALUES (?)", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  for (int I = 0; I < Count; I++) {
    sqlite3_bind_int(Stmt, 1, I);
    if (sqlite3_step(Stmt) != SQLITE_DONE) {
      sqlite3_finalize(Stmt);
      return -1; // NOTE: "returns with the transaction open"
    }
    sqlite3_reset(Stmt);
  }
  sqlite3_finalize(Stmt);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A prepared BEGIN that is never stepped.
int notSteppedOk(sqlite3 *Db, int Dry) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_prepare_v2(Db, "BEGIN", -1, &Stmt, NULL);
  if (Dry) {
    sqlite3_finalize(Stmt);
    return 0;
  }
  sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 1;
}

// A function that gives a statement for a text.
static sqlite3_stmt *prepare(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v3(Db, Sql, -1, 0, &Stmt, NULL) != SQLITE_OK)
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
  return Stmt;
}

int prepareOk(sqlite3 *Db) {
  sqlite3_stmt *Begin = prepare(Db, "BEGIN"), *Commit = prepare(Db, "COMMIT");
  sqlite3_step(Begin);
  addReading(Db);
  sqlite3_step(Commit);
  sqlite3_finalize(Begin);
  sqlite3_finalize(Commit);
  return 0;
}

// Statements that are prepared once for a program's life: which text they have is another
// function's knowledge.
struct Statements {
  sqlite3 *Db;
  sqlite3_stmt *Begin, *Commit, *Rollback;
};

int cachedOk(struct Statements *S) {
  sqlite3_step(S->Begin);
  sqlite3_reset(S->Begin);
  const int Rc = addReading(S->Db);
  sqlite3_stmt *End = Rc == SQLITE_OK ? S->Commit : S->Rollback;
  sqlite3_step(End);
  sqlite3_reset(End);
  return Rc;
}

// The statement comes from another function: its text is not known here.
int FN_cached(struct Statements *S) {
  sqlite3_step(S->Begin);
  sqlite3_reset(S->Begin);
  if (addReading(S->Db) != SQLITE_OK)
    return -1;
  sqlite3_step(S->Commit);
  sqlite3_reset(S->Commit);
  return 0;
}

// PostgreSQL: a statement that was prepared under a name inside the transaction.
int namedBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PGresult *Res = PQprepare(Conn, "add", "INSERT INTO reading VALUES ($1)", 1, NULL);
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (!Ok)
    return -1; // NOTE: "returns with the transaction open"
  PQclear(PQexecPrepared(Conn, "add", 0, NULL, NULL, NULL, 0));
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// A named statement may be any, BEGIN too: the name says nothing.
int namedOk(PGconn *Conn) {
  PQclear(PQexecPrepared(Conn, "begin", 0, NULL, NULL, NULL, 0));
  PGresult *Res = PQexecPrepared(Conn, "add", 0, NULL, NULL, NULL, 0);
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (!Ok) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}
