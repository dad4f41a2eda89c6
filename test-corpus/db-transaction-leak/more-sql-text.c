// RUN: %check_dbtidy %s
// Which text does what to a transaction: both dialects, however it is written.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int exec(sqlite3 *Db) {
  return sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL);
}

static int busy(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "UPDATE job SET busy = true");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return !Ok;
}

static const char BeginText[] = "BEGIN IMMEDIATE TRANSACTION";

static const struct {
  const char *Begin, *Commit, *Rollback;
} Sql = {"BEGIN", "COMMIT", "ROLLBACK"};

// From a constant array.
int arrayBad(sqlite3 *Db) {
  sqlite3_exec(Db, BeginText, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// From a constant pointer.
static const char *const BeginPointer = "BEGIN";

int pointerBad(sqlite3 *Db) {
  sqlite3_exec(Db, BeginPointer, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// From a function that picks one.
static const char *beginText(int Exclusive) {
  if (Exclusive)
    return "BEGIN EXCLUSIVE";
  return "BEGIN DEFERRED";
}

int functionBad(sqlite3 *Db, int Exclusive) {
  sqlite3_exec(Db, beginText(Exclusive), NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A script stops at the statement that fails: its COMMIT is never reached.
int scriptBad(sqlite3 *Db) {
  const char *Script = "BEGIN; INSERT INTO Job VALUES (1); DELETE FROM Stale; COMMIT;";
  if (sqlite3_exec(Db, Script, NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;                                                 // NOTE: "returns with the transaction open"
  return 0;
}

// The same with PostgreSQL, where the failed transaction waits for its ROLLBACK.
int scriptPostgresBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN;" // WARN: [db-transaction-leak]
                               "UPDATE job SET busy = true;"
                               "COMMIT;");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}
