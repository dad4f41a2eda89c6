// RUN: %check_dbtidy %s
// Rows and flags across joins of paths.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

void logLine(const char *Text);

// The name of the row before, which the step has ended.
int previousRowBad(sqlite3_stmt *Stmt) {
  const char *Before = NULL;
  int Groups = 0;
  while (sqlite3_step(Stmt) == SQLITE_ROW) {
    const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
    if (Before == NULL || strcmp(Before, Name) != 0) // WARN: [db-use-after-close] "'strcmp'"
      ++Groups;
    Before = Name;
  }
  sqlite3_reset(Stmt);
  return Groups;
}

// The text that the last row left behind.
void textBehindLoopBad(sqlite3_stmt *Stmt) {
  const char *Name = NULL;
  while (sqlite3_step(Stmt) == SQLITE_ROW)
    Name = (const char *)sqlite3_column_text(Stmt, 0);
  if (Name)
    logLine(Name); // WARN: [db-use-after-close] "'logLine'"
  sqlite3_reset(Stmt);
}

// Closed once for both reasons.
void eitherReasonOk(PGconn *Conn, int Broken, int Idle) {
  const bool Close = Broken || Idle;
  if (Close)
    PQfinish(Conn);
  if (!Broken && !Idle)
    PQclear(PQexec(Conn, "SELECT 1"));
}

// What led to the release is part of the path.
int decisionShownBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM job");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) { // NOTE: "assuming"
    logLine(PQerrorMessage(Conn));
    PQclear(Res); // NOTE: "releases"
  }
  PQclear(Res); // WARN: [db-use-after-close]
  return 0;
}
