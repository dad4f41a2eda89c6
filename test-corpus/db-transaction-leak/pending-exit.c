// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// DESIGN: at the program's end handles owe nothing, a transaction still does. What was done
// since BEGIN is lost without a word.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Success is reported, and the work is gone.
void exitSuccessBad(sqlite3 *Db, int Count) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (Count == 1)
    exit(EXIT_SUCCESS);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// A failing statement ends the program.
void exitFailureBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PGresult *Res = PQexec(Conn, "DELETE FROM node");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "%s", PQresultErrorMessage(Res));
    exit(EXIT_FAILURE);
  }
  PQclear(Res);
  PQclear(PQexec(Conn, "COMMIT"));
}
