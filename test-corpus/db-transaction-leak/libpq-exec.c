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

// The result of the failed statement is cleared; the transaction is not.
int clearedButOpenBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN"); // WARN: [db-transaction-leak]
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  Res = PQexec(Conn, "UPDATE account SET balance = balance - 1");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(Res);
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// BEGIN's result is not looked at; a later statement fails.
int discardedBeginBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (addReading(Conn) != 0)
    return -1; // NOTE: "returns with the transaction open"
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// BEGIN through PQexecParams.
int paramsBad(PGconn *Conn) {
  PQclear(PQexecParams(Conn, "BEGIN", 0, NULL, NULL, NULL, NULL, 0)); // WARN: [db-transaction-leak]
  if (addReading(Conn) != 0)
    return -1; // NOTE: "returns with the transaction open"
  PQclear(PQexecParams(Conn, "COMMIT", 0, NULL, NULL, NULL, NULL, 0));
  return 0;
}

// No rows: the cursor is closed, the transaction that it lives in is not.
int cursorBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PQclear(PQexec(Conn, "DECLARE c CURSOR FOR SELECT id FROM reading"));
  PGresult *Rows = PQexec(Conn, "FETCH ALL FROM c");
  const int Count = PQntuples(Rows);
  PQclear(Rows);
  PQclear(PQexec(Conn, "CLOSE c"));
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  PQclear(PQexec(Conn, "END"));
  return Count;
}

// A statement that failed does not end the transaction: it has only become useless.
void failedTransactionBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "START TRANSACTION")); // WARN: [db-transaction-leak]
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (2)");
  if (PQresultStatus(Res) == PGRES_FATAL_ERROR) {
    PQclear(Res);
    return; // NOTE: "returns with the transaction open"
  }
  PQclear(Res);
  PQclear(PQexec(Conn, "COMMIT"));
}

// COPY fails half-way.
int copyBad(PGconn *Conn, const char *Data, int Size) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PQclear(PQexec(Conn, "COPY reading FROM STDIN"));
  if (PQputCopyData(Conn, Data, Size) != 1)
    return -1; // NOTE: "returns with the transaction open"
  if (PQputCopyEnd(Conn, NULL) == 1)
    PQclear(PQgetResult(Conn));
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// Only the advisory lock is given back.
int lockBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN ISOLATION LEVEL SERIALIZABLE")); // WARN: [db-transaction-leak]
  PGresult *Locked = PQexec(Conn, "SELECT pg_try_advisory_lock(1)");
  const int Got = PQntuples(Locked) == 1;
  PQclear(Locked);
  if (!Got) {
    PQclear(PQexec(Conn, "SELECT pg_advisory_unlock(1)"));
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// The asynchronous face: the commit is sent only if there was something to store.
int sentBad(PGconn *Conn, int Count) {
  if (!PQsendQuery(Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return -1;
  for (PGresult *Res; (Res = PQgetResult(Conn)) != NULL;)
    PQclear(Res);
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  if (!PQsendQuery(Conn, "COMMIT"))
    return -1;
  for (PGresult *Res; (Res = PQgetResult(Conn)) != NULL;)
    PQclear(Res);
  return 0;
}

// The classic, done right.
int classicOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  if (addReading(Conn) != 0) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// The status is copied before the result goes.
int statusCopiedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  const ExecStatusType Status = PQresultStatus(Res);
  PQclear(Res);
  if (Status != PGRES_COMMAND_OK)
    return -1;
  if (addReading(Conn) == 0) {
    PQclear(PQexec(Conn, "COMMIT"));
    return 0;
  }
  PQclear(PQexec(Conn, "ROLLBACK"));
  return -1;
}

// Which of the two is a matter of ?:, as the text of one call.
int conditionalTextOk(PGconn *Conn, int Count) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (Count == 0) {
    PQclear(PQexec(Conn, "COMMIT"));
    return 0;
  }
  const int Rc = addReading(Conn);
  PQclear(PQexec(Conn, Rc == 0 ? "COMMIT" : "ROLLBACK"));
  return Rc;
}

// A COMMIT that fails has ended the transaction, here: the server rolls back.
int failedCommitOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  addReading(Conn);
  PGresult *Res = PQexec(Conn, "COMMIT");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// ABORT is PostgreSQL's other word for ROLLBACK.
int abortOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (addReading(Conn) != 0) {
    PQclear(PQexec(Conn, "ABORT"));
    return -1;
  }
  PQclear(PQexec(Conn, "END TRANSACTION"));
  return 0;
}

// What was prepared for two-phase commit is no longer this session's.
int preparedOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (addReading(Conn) != 0) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "PREPARE TRANSACTION 'reading'"));
  return 0;
}

// The asynchronous face, ended.
int sentOk(PGconn *Conn) {
  if (!PQsendQuery(Conn, "BEGIN"))
    return -1;
  for (PGresult *Res; (Res = PQgetResult(Conn)) != NULL;)
    PQclear(Res);
  if (addReading(Conn) != 0) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// Asked the other way round.
void askedIdleOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (addReading(Conn) == 0)
    PQclear(PQexec(Conn, "COMMIT"));
  if (PQtransactionStatus(Conn) != PQTRANS_IDLE)
    PQclear(PQexec(Conn, "ROLLBACK"));
}

// Asked by a switch.
void askedSwitchOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  addReading(Conn);
  switch (PQtransactionStatus(Conn)) {
  case PQTRANS_INTRANS:
    PQclear(PQexec(Conn, "COMMIT"));
    break;
  case PQTRANS_ACTIVE:
  case PQTRANS_INERROR:
    PQclear(PQexec(Conn, "ROLLBACK"));
    break;
  case PQTRANS_IDLE:
  case PQTRANS_UNKNOWN:
    break;
  }
}

// Asked, and only one of the answers acted upon.
void askedHalfBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  addReading(Conn);
  if (PQtransactionStatus(Conn) == PQTRANS_INTRANS)
    PQclear(PQexec(Conn, "COMMIT"));
}
