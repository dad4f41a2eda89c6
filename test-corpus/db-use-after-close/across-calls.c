// RUN: %check_dbtidy %s
// Handles that a callee has released and left where the caller finds them, each first met
// in a generated program that was run over every outcome of every call.

#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdlib.h>

int input(void);

// Always closed, and left in the out-parameter.
static int fillDead(PGconn **Out) {
  *Out = PQconnectdb("");
  PQfinish(*Out);
  return 0;
}
void alwaysBad(void) {
  PGconn *Conn = NULL;
  fillDead(&Conn);
  PQfinish(Conn); // WARN: [db-use-after-close]
}

// Closed on failure, and the same number comes back either way.
static int fillSame(sqlite3 **Out) {
  int Status = sqlite3_open("a.db", Out);
  if (Status != SQLITE_OK)
    sqlite3_close(*Out);
  return 0;
}
void sameBad(void) {
  sqlite3 *Db = NULL;
  fillSame(&Db);
  sqlite3_close(Db); // WARN: [db-use-after-close]
}

// The result tells which it was, and the caller asks.
static int fillTold(sqlite3 **Out) {
  int Status = sqlite3_open("a.db", Out);
  if (Status != SQLITE_OK)
    sqlite3_close(*Out);
  return Status;
}
void askedOk(void) {
  sqlite3 *Db = NULL;
  if (fillTold(&Db) != SQLITE_OK)
    return;
  sqlite3_close(Db);
}
void askedBad(void) {
  sqlite3 *Db = NULL;
  if (fillTold(&Db) != SQLITE_OK) {
    sqlite3_close(Db); // WARN: [db-use-after-close]
    return;
  }
  sqlite3_close(Db);
}

// A statement is null where its preparation failed, behind a wrapper as well.
static int prepare(sqlite3 *Db, sqlite3_stmt **Out) {
  return sqlite3_prepare_v2(Db, "SELECT 1", -1, Out, NULL);
}
void nullTwiceOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (prepare(Db, &Stmt) != 0)
    sqlite3_finalize(Stmt);
  sqlite3_finalize(Stmt);
}

// The callee's answer decides, and on one side the program ends.
struct Box {
  PGconn *Conn;
};
static int openBox(struct Box *B) {
  B->Conn = PQconnectdb("");
  if (PQstatus(B->Conn) != CONNECTION_OK) {
    PQfinish(B->Conn);
    return -1;
  }
  return 0;
}
void endsOk(void) {
  struct Box B = {NULL};
  if (openBox(&B) != 0)
    exit(1);
  PQfinish(B.Conn);
}

// A function of this file returns a dead handle: it is told where somebody uses it.
static PGconn *maker(void) {
  PGconn *Conn = PQconnectdb("");
  if (PQstatus(Conn) != CONNECTION_OK)
    PQfinish(Conn);
  return Conn;
}
void usesItBad(void) {
  PGconn *Conn = maker();
  PQfinish(Conn); // WARN: [db-use-after-close]
}

// What failed is noted by code that is not shown, and the caller looks there.
void note(const char *What);
int noted(void);
struct Query {
  PGresult *Res;
};
static void ask(struct Query *Q, PGconn *Conn) {
  Q->Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Q->Res) != PGRES_TUPLES_OK) {
    note("failed");
    PQclear(Q->Res);
  }
}
// That noted() tells what note() was told is known to code that is not shown.
int FP_noted(PGconn *Conn) {
  struct Query Q;
  ask(&Q, Conn); // WARN: [db-result-leak]
  if (noted())
    return -1;
  int Rows = PQntuples(Q.Res);
  PQclear(Q.Res);
  return Rows;
}
// The same, and the caller does not look: that it may have asked otherwise is the safer belief.
void FN_notLooked(PGconn *Conn) {
  struct Query Q;
  ask(&Q, Conn);
  PQclear(Q.Res);
}
