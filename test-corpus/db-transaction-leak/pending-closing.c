// RUN: %check_dbtidy %s
// The end of a connection is the end of its transaction.
#include "libpq-fe.h"

#include <stddef.h>

static int addRow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (1)");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// A helper closes and clears the caller's pointer.
static void closeConnection(PGconn **Conn) {
  if (*Conn) {
    PQfinish(*Conn);
    *Conn = NULL;
  }
}

int closeHelperOk(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  PQclear(PQexec(Conn, "BEGIN"));
  if (addRow(Conn)) {
    closeConnection(&Conn);
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  closeConnection(&Conn);
  return 0;
}

// __attribute__((cleanup)) closes it.
int cleanupOk(const char *Info) {
  __attribute__((cleanup(closeConnection))) PGconn *Conn = PQconnectdb(Info);
  PQclear(PQexec(Conn, "BEGIN"));
  if (addRow(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}
