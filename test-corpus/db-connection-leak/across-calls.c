// RUN: %check_dbtidy %s
// What a caller has to know of its callees, each first met in a generated program that was
// run over every outcome of every call.

#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdlib.h>

int input(void);
int mapped(int Status);

// A release that is done twice is a fault of its own, and a release all the same.
static void finishTwiceBad(PGconn *Conn) {
  PQfinish(Conn);
  PQfinish(Conn); // WARN: [db-use-after-close]
}
void closedByItOk(void) {
  PGconn *Conn = PQconnectdb("");
  finishTwiceBad(Conn);
}

// The library refuses to close while a statement lives: behind a wrapper, too.
static void closeIt(sqlite3 *Db) { sqlite3_close(Db); }
void refusedBad(void) {
  sqlite3 *Db = NULL;
  sqlite3_open("a.db", &Db); // WARN: [db-connection-leak]
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK || !Stmt) {
    closeIt(Db);
    return;
  }
  closeIt(Db); // NOTE: "'sqlite3_close' fails and leaves the database connection open: what was made from it is not released yet"
  sqlite3_finalize(Stmt);
}
// Nobody asks whether there is a statement: where there is one, the close fails.
void unaskedBad(void) {
  sqlite3 *Db = NULL;
  sqlite3_open("a.db", &Db); // WARN: [db-connection-leak]
  sqlite3_stmt *Stmt = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  closeIt(Db);
  sqlite3_finalize(Stmt);
}
void refusedOk(void) {
  sqlite3 *Db = NULL;
  sqlite3_open("a.db", &Db);
  sqlite3_stmt *Stmt = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  sqlite3_finalize(Stmt);
  closeIt(Db);
}

// A helper fills an object with two handles, and both are lost.
struct Pair {
  PGconn *Conn;
  PGresult *Res;
};
static void fillPair(struct Pair *P) {
  P->Conn = PQconnectdb("");
  P->Res = PQexec(P->Conn, "SELECT 1");
}
void pairBad(void) {
  struct Pair P = {NULL, NULL};
  fillPair(&P); // WARN: [db-connection-leak] // WARN: [db-result-leak]
}
void pairOk(void) {
  struct Pair P = {NULL, NULL};
  fillPair(&P);
  PQclear(P.Res);
  PQfinish(P.Conn);
}

// No other function can name it: what code that is not shown does is no matter.
static PGconn *Private = NULL;
void privateBad(void) {
  Private = PQconnectdb(""); // WARN: [db-connection-leak]
  if (input() == 0)
    PQfinish(Private);
  Private = NULL;
}

// Whether a function in another file closes it is not known.
static PGconn *Shared = NULL;
void closeShared(void) {
  PQfinish(Shared);
  Shared = NULL;
}
void sharedOk(void) {
  Shared = PQconnectdb("");
  (void)input();
  Shared = NULL;
}

// Both ways end with the same number: none of them is the failing one.
static int fillOrClose(sqlite3 **Out) {
  int Status = sqlite3_open("a.db", Out);
  if (Status != SQLITE_OK) {
    sqlite3_close(*Out);
    *Out = NULL;
  }
  return 0;
}
void sameNumberOk(void) {
  sqlite3 *Db = NULL;
  fillOrClose(&Db);
  sqlite3_close_v2(Db);
}

// Behind a null pointer that is followed there is nothing.
struct Job {
  PGresult *Res;
};
struct Job *nullFollowedOk(PGconn *Conn) {
  struct Job *J = malloc(sizeof(*J));
  if (!J)
    J->Res = PQexec(Conn, "SELECT 1");
  return J;
}

static int fillMapped(sqlite3 **Out) {
  int Status = sqlite3_open("a.db", Out);
  if (Status != SQLITE_OK)
    sqlite3_close(*Out);
  return mapped(Status);
}
// Which answer means that it was closed is known to a function that is not shown.
void FP_mapped(void) {
  sqlite3 *Db = NULL;
  if (fillMapped(&Db) != 0) // WARN: [db-connection-leak]
    return;
  sqlite3_close(Db);
}

// Nobody shows what it does, but somebody releases what it returns.
PGconn *pool_get(void);
void believedOk(void) {
  PGconn *Conn = pool_get();
  PQfinish(Conn);
}
int believedBad(int X) {
  PGconn *Conn = pool_get(); // WARN: [db-connection-leak] likely // NOTE: "its code is not shown, but other callers release it"
  if (X)
    return 1;
  PQfinish(Conn);
  return 0;
}

// A flag of the file's own, whose address is in a table: who gets the table sets it.
void parse(const void *Table);
static int Quit;
static const struct Option {
  const char *Name;
  int *Flag;
} Options[] = {{"quit", &Quit}};
void flagBad(void) {
  Quit = 0;
  PGconn *Conn = PQconnectdb(""); // WARN: [db-connection-leak]
  parse(Options);
  if (Quit)
    return;
  PQfinish(Conn);
}
