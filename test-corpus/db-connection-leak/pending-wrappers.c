// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Functions that open or close for others.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>

void csyncFatal(const char *Format, ...); // the project's prototype does not say that it never returns

// Returns a good connection or null.
static PGconn *dialOrNull(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return NULL;
  }
  return Conn;
}

// Only looks.
static int countRows(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT * FROM jobs");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Some failures clear the out-parameter, one leaves the handle in it.
int halfOpenBad(const char *Path, sqlite3 **Out) {
  if (sqlite3_open(Path, Out) != SQLITE_OK) { // WARN: [db-connection-leak]
    sqlite3_close(*Out);
    *Out = NULL;
    return -1;
  }
  if (sqlite3_exec(*Out, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  return 0;
}

// A constant table of functions: what its members are can be read.
struct Api {
  PGconn *(*Connect)(const char *);
  void (*Finish)(PGconn *);
};
static const struct Api LibPq = {.Connect = PQconnectdb, .Finish = PQfinish};
