// RUN: %check_dbtidy %s
// sqlite3_close whose code nobody looks at: in the ordinary case it has closed.
#include "sqlite3.h"
#include <stdio.h>

void logLine(const char *Text);

// The usual way to write it, and the message comes too late.
void messageBad(const char *File) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(File, &Db) != SQLITE_OK) {
    sqlite3_close(Db);                           // NOTE: "releases"
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db)); // WARN: [db-use-after-close]
    return;
  }
  sqlite3_close(Db);
}

// Closed by the error branch, and closed by the end.
int errorAndEndBad(sqlite3 *Db) {
  const int Rc = sqlite3_exec(Db, "VACUUM", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_close(Db); // NOTE: "releases"
  sqlite3_close(Db);   // WARN: [db-use-after-close] "already released"
  return Rc;
}

// A statement prepared on the closed connection.
int preparedLateBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_close(Db);                                                  // NOTE: "releases"
  const int Rc = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL); // WARN: [db-use-after-close]
  sqlite3_finalize(Stmt);
  return Rc;
}

// A helper closes and throws the code away.
static void closeIt(sqlite3 *Db) { sqlite3_close(Db); }

void closedByHelperBad(sqlite3 *Db) {
  closeIt(Db);       // NOTE: "releases"
  sqlite3_close(Db); // WARN: [db-use-after-close]
}

// The code is kept for the log only.
int codeForTheLogBad(sqlite3 *Db) {
  const int Rc = sqlite3_close(Db); // NOTE: "releases"
  printf("closed: %d\n", Rc);
  return sqlite3_extended_errcode(Db); // WARN: [db-use-after-close]
}

// The first statement is what it refuses for; the second call is the one that closes.
void statementFirstOk(const char *File) {
  sqlite3 *Db = NULL;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_open(File, &Db) == SQLITE_OK &&
      sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) == SQLITE_OK) {
    int Rc = sqlite3_close(Db);
    if (Rc == SQLITE_BUSY) {
      sqlite3_finalize(Stmt);
      sqlite3_close_v2(Db);
    } else if (Rc != SQLITE_OK) {
      sqlite3_finalize(Stmt);
      sqlite3_close_v2(Db);
    }
    return;
  }
  sqlite3_close_v2(Db);
}
