// RUN: %check_dbtidy %s
// SAVEPOINT, RELEASE and ROLLBACK TO: in SQLite the outermost savepoint is a transaction.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

static int addRow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (1)");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// The inner savepoint is released, the transaction around it is not.
int innerOnlyBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  sqlite3_exec(Db, "SAVEPOINT row", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK TO row", NULL, NULL, NULL);
    sqlite3_exec(Db, "RELEASE row", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "RELEASE row", NULL, NULL, NULL);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Nested savepoints: only the inner one is released on the failing path.
int nestedBad(sqlite3 *Db) {
  sqlite3_exec(Db, "SAVEPOINT outer_point", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  sqlite3_exec(Db, "SAVEPOINT inner_point", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "RELEASE inner_point", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "RELEASE inner_point", NULL, NULL, NULL);
  sqlite3_exec(Db, "RELEASE outer_point", NULL, NULL, NULL);
  return 0;
}

// A savepoint in PostgreSQL is nothing without its transaction: that is what stays open.
int postgresBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PQclear(PQexec(Conn, "SAVEPOINT a"));
  if (addRow(Conn)) {
    PQclear(PQexec(Conn, "RELEASE SAVEPOINT a"));
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// The same in one text.
int givenUpTextOk(sqlite3 *Db) {
  sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK TO import; RELEASE import", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "RELEASE SAVEPOINT import", NULL, NULL, NULL);
  return 0;
}

// COMMIT and ROLLBACK end it with all its savepoints.
int wholeOk(sqlite3 *Db) {
  sqlite3_exec(Db, "SAVEPOINT a", NULL, NULL, NULL);
  sqlite3_exec(Db, "SAVEPOINT b", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The transaction is the caller's in PostgreSQL: a savepoint that stays costs nothing.
int callersOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "SAVEPOINT row"));
  if (addRow(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK TO row"));
    return -1;
  }
  PQclear(PQexec(Conn, "RELEASE row"));
  return 0;
}

// The name is made of a number, and sqlite3_mprintf makes the text.
int numberedOk(sqlite3 *Db, int Level) {
  char *Text = sqlite3_mprintf("SAVEPOINT level_%d", Level);
  sqlite3_exec(Db, Text, NULL, NULL, NULL);
  sqlite3_free(Text);
  const int Rc = addReading(Db);
  if (Rc != SQLITE_OK) {
    Text = sqlite3_mprintf("ROLLBACK TO level_%d; RELEASE level_%d", Level, Level);
    sqlite3_exec(Db, Text, NULL, NULL, NULL);
    sqlite3_free(Text);
    return Rc;
  }
  Text = sqlite3_mprintf("RELEASE level_%d", Level);
  sqlite3_exec(Db, Text, NULL, NULL, NULL);
  sqlite3_free(Text);
  return SQLITE_OK;
}
