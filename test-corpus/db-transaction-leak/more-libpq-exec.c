// RUN: %check_dbtidy %s
// Transactions by the text of PQexec and PQexecParams.
#include "libpq-fe.h"

#include <stddef.h>

// Runs work: no transaction of its own, the status tells.
static int addReading(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (1)");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// No result at all is a failed BEGIN, too.
int nullResultOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  if (Res == NULL || PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  addReading(Conn);
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// Asked before the rollback: in a transaction or in a failed one.
int askedOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (addReading(Conn) != 0) {
    const PGTransactionStatusType Now = PQtransactionStatus(Conn);
    if (Now == PQTRANS_INTRANS || Now == PQTRANS_INERROR)
      PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}
