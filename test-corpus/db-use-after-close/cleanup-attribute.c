// RUN: %check_dbtidy %s
// __attribute__((cleanup)): the compiler releases at the end of the variable's scope.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <string.h>

static void clearResult(PGresult **Res) { PQclear(*Res); }

static void finalizeStatement(sqlite3_stmt **Stmt) {
  sqlite3_finalize(*Stmt);
  *Stmt = NULL;
}

#define AUTO_RESULT __attribute__((cleanup(clearResult))) PGresult *
#define AUTO_STATEMENT __attribute__((cleanup(finalizeStatement))) sqlite3_stmt *

void logLine(const char *Text);

//===--- Wrong ---===//

// Cleared by hand, and again at the end of the scope.
void byHandBad(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  printf("%d\n", PQntuples(Res));
  PQclear(Res); // NOTE: "releases"
} // WARN: [db-use-after-close] "already released"

// The error way clears by hand.
int errorWayBad(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res); // NOTE: "releases"
    return -1;    // WARN: [db-use-after-close]
  }
  return PQntuples(Res);
}

// The text outlives the block.
void textOutlivesBad(PGconn *Conn) {
  const char *Name;
  {
    AUTO_RESULT Res = PQexec(Conn, "SELECT name FROM job");
    Name = PQgetvalue(Res, 0, 0);
  } // NOTE: "releases"
  logLine(Name); // WARN: [db-use-after-close] "'logLine'"
}

// Every turn of the loop finalises the statement that all turns use.
void everyTurnBad(sqlite3_stmt *Given, int Turns) {
  for (int I = 0; I < Turns; ++I) {
    AUTO_STATEMENT Stmt = Given;
    sqlite3_step(Stmt); // WARN: [db-use-after-close] "'sqlite3_step'"
  } // NOTE: "releases"
}

//===--- Right ---===//

// The attribute alone.
int aloneOk(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return -1;
  return PQntuples(Res);
}

// Cleared by hand and set to null.
void nulledOk(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  PQclear(Res);
  Res = NULL;
}

// Stolen before the end.
PGresult *stolenOk(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return NULL;
  PGresult *Mine = Res;
  Res = NULL;
  return Mine;
}

// Replaced: the scope's end sees the second one.
int replacedOk(PGconn *Conn) {
  AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
  PQclear(Res);
  Res = PQexec(Conn, "SELECT 2");
  return PQntuples(Res);
}

// A turn, a statement.
int eachTurnOk(sqlite3 *Db, const char *const *Sql, int Count) {
  for (int I = 0; I < Count; ++I) {
    AUTO_STATEMENT Stmt = NULL;
    if (sqlite3_prepare_v2(Db, Sql[I], -1, &Stmt, NULL) != SQLITE_OK)
      continue;
    if (sqlite3_step(Stmt) != SQLITE_DONE)
      return -1;
  }
  return 0;
}

// goto leaves the scope, and the compiler clears.
int gotoOk(PGconn *Conn) {
  int Rows = 0;
  {
    AUTO_RESULT Res = PQexec(Conn, "SELECT 1");
    Rows = PQntuples(Res);
    if (Rows == 0)
      goto none;
  }
  return Rows;
none:
  return -1;
}
