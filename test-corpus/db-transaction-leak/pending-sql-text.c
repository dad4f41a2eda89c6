// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
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

// From a constant pointer.
static const char *const BeginPointer = "BEGIN";

// From a function that picks one.
static const char *beginText(int Exclusive) {
  if (Exclusive)
    return "BEGIN EXCLUSIVE";
  return "BEGIN DEFERRED";
}

// From the fields of a constant table.
int tableBad(sqlite3 *Db) {
  sqlite3_exec(Db, Sql.Begin, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, Sql.Commit, NULL, NULL, NULL);
  return 0;
}

// The text is built, and what it begins is plain.
int formattedBad(PGconn *Conn, const char *Level) {
  char Text[64];
  snprintf(Text, sizeof Text, "BEGIN ISOLATION LEVEL %s", Level);
  PQclear(PQexec(Conn, Text)); // WARN: [db-transaction-leak]
  if (busy(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// The end is built.
int formattedOk(PGconn *Conn, const char *Name) {
  char Text[128];
  PQclear(PQexec(Conn, "BEGIN"));
  if (busy(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  if (!Name) {
    PQclear(PQexec(Conn, "COMMIT"));
    return 0;
  }
  snprintf(Text, sizeof Text, "PREPARE TRANSACTION '%s'", Name);
  PQclear(PQexec(Conn, Text));
  return 0;
}
