// RUN: %check_dbtidy %s
// SAVEPOINT, RELEASE and ROLLBACK TO: in SQLite the outermost savepoint is a transaction.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

static int addRow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (1)");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// A savepoint outside a transaction begins one.
int outermostBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL)) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL);
  return 0;
}

// ROLLBACK TO undoes the work, and the savepoint is still there.
int rolledBackToBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL)) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK TO import", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL);
  return 0;
}

// A text that is put together at run time is not read.
int FN_numbered(sqlite3 *Db, int Level) {
  char Text[40];
  snprintf(Text, sizeof Text, "SAVEPOINT level_%d", Level);
  if (sqlite3_exec(Db, Text, NULL, NULL, NULL))
    return -1;
  if (addReading(Db))
    return -1;
  snprintf(Text, sizeof Text, "RELEASE level_%d", Level);
  sqlite3_exec(Db, Text, NULL, NULL, NULL);
  return 0;
}

// Rolled back to and released: that is how a savepoint is given up.
int givenUpOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK TO import", NULL, NULL, NULL);
    sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL);
  return 0;
}

// A savepoint that could not be set is none.
int failedSavepointOk(sqlite3 *Db) {
  const int Rc = sqlite3_exec(Db, "SAVEPOINT import", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  addReading(Db);
  sqlite3_exec(Db, "RELEASE import", NULL, NULL, NULL);
  return SQLITE_OK;
}

// The release of the outer one takes the inner one with it.
int outerReleasedOk(sqlite3 *Db, int Count) {
  sqlite3_exec(Db, "SAVEPOINT a", NULL, NULL, NULL);
  if (Count == 0) {
    sqlite3_exec(Db, "RELEASE a", NULL, NULL, NULL);
    return 0;
  }
  sqlite3_exec(Db, "SAVEPOINT b", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK TO a", NULL, NULL, NULL);
    sqlite3_exec(Db, "RELEASE a", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "RELEASE a", NULL, NULL, NULL);
  return 0;
}

// A savepoint a row: what fails is skipped, the transaction goes on.
int rowByRowOk(PGconn *Conn, int Rows) {
  int Stored = 0;
  PQclear(PQexec(Conn, "BEGIN"));
  for (int I = 0; I < Rows; I++) {
    PQclear(PQexec(Conn, "SAVEPOINT row"));
    if (addRow(Conn)) {
      PQclear(PQexec(Conn, "ROLLBACK TO row"));
      continue;
    }
    PQclear(PQexec(Conn, "RELEASE row"));
    Stored++;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return Stored;
}

// The same without any release: the commit takes them all.
int neverReleasedOk(PGconn *Conn, int Rows) {
  PQclear(PQexec(Conn, "BEGIN"));
  for (int I = 0; I < Rows; I++) {
    PQclear(PQexec(Conn, "SAVEPOINT row"));
    if (addRow(Conn))
      PQclear(PQexec(Conn, "ROLLBACK TO row"));
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// Set by a helper, with another one inside.
static int setOuter(sqlite3 *Db) { return sqlite3_exec(Db, "SAVEPOINT outer_one", NULL, NULL, NULL); }

int setByHelperOk(sqlite3 *Db) {
  if (setOuter(Db))
    return -1;
  sqlite3_exec(Db, "SAVEPOINT inner_one", NULL, NULL, NULL);
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK TO outer_one", NULL, NULL, NULL);
    sqlite3_exec(Db, "RELEASE outer_one", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "RELEASE inner_one", NULL, NULL, NULL);
  sqlite3_exec(Db, "RELEASE outer_one", NULL, NULL, NULL);
  return 0;
}
