// RUN: %check_dbtidy %s
// The wrapper that every project has: it runs a text, tells by two returns whether it went well,
// and reports what did not. Its caller owes nothing where BEGIN failed.
#include "libpq-fe.h"
#include <stdbool.h>
#include <stdio.h>

// Success behind the test.
static bool run(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    PQclear(Res);
    return false;
  }
  PQclear(Res);
  return true;
}

// The comparison is the result.
static bool runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const bool Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

bool twoReturnsOk(PGconn *Conn) {
  if (!run(Conn, "BEGIN"))
    return false;
  if (!run(Conn, "DELETE FROM job") || !run(Conn, "COMMIT")) {
    run(Conn, "ROLLBACK");
    return false;
  }
  return true;
}

bool oneReturnOk(PGconn *Conn) {
  if (!runs(Conn, "BEGIN"))
    return false;
  runs(Conn, "COMMIT");
  return true;
}

bool lateFailureBad(PGconn *Conn) {
  if (!run(Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return false;
  if (!run(Conn, "DELETE FROM job"))
    return false; // NOTE: "returns with the transaction open"
  return run(Conn, "COMMIT");
}
