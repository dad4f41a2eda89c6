// RUN: %check_dbtidy %s
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

// A function pointer that is known to hold PQconnectdb.
int functionPointerBad(const char *Dsn) {
  PGconn *(*Open)(const char *) = PQconnectdb;
  PGconn *Conn = Open(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// A constant table of functions: what its members are can be read.
struct Api {
  PGconn *(*Connect)(const char *);
  void (*Finish)(PGconn *);
};
static const struct Api LibPq = {.Connect = PQconnectdb, .Finish = PQfinish};

int tableBad(const char *Dsn) {
  PGconn *Conn = LibPq.Connect(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  LibPq.Finish(Conn);
  return 0;
}

// A function pointer that holds a function of this file, which only looks.
int looksThroughPointerBad(const char *Dsn) {
  int (*const Look)(PGconn *) = countRows;
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (Look(Conn) == 0)
    return -1;
  PQfinish(Conn);
  return 0;
}
