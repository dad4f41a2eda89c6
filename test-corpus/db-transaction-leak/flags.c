// RUN: %check_dbtidy %s
// Transactions that are begun and ended under correlated conditions, and questions about
// whether one is open.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// Only if there is none yet; the commit stands under the same flag.
int existingOk(sqlite3 *Db, bool Existing) {
  if (!Existing && sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  const int Rc = addReading(Db);
  if (!Existing)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Rc;
}

// The same with two tests at the end.
int existingTwiceOk(sqlite3 *Db, bool Existing) {
  if (!Existing)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) != SQLITE_OK) {
    if (!Existing)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  if (!Existing)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The failure's end lost its flag's other half.
int existingBad(sqlite3 *Db, bool Existing) {
  if (!Existing)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (addReading(Db) != SQLITE_OK) {
    if (Existing)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  if (!Existing)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// An early return under the flag.
int existingEarlyBad(sqlite3 *Db, bool Existing, int Count) {
  if (!Existing)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  addReading(Db);
  if (!Existing)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Count;
}

// A local flag says that it was begun here.
int begunHereOk(sqlite3 *Db) {
  bool Begun = false;
  int Rc = SQLITE_OK;
  if (sqlite3_get_autocommit(Db)) {
    Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
    Begun = Rc == SQLITE_OK;
  }
  if (Rc == SQLITE_OK)
    Rc = addReading(Db);
  if (Begun && Rc == SQLITE_OK)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  else if (Begun)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

int begunHereBad(sqlite3 *Db) {
  bool Begun = false;
  if (sqlite3_get_autocommit(Db))
    Begun = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK; // WARN: [db-transaction-leak]
  if (addReading(Db) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  if (Begun)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The flag is an int that the status was put into.
int statusFlagOk(sqlite3 *Db) {
  const int Begun = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  const int Rc = addReading(Db);
  if (Begun == SQLITE_OK) {
    if (Rc == SQLITE_OK)
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    else
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  }
  return Rc;
}

// Cleared once it has ended, looked at once more at the end.
int clearedFlagOk(sqlite3 *Db, int Count) {
  int Open = 0, Rc = 0;
  if (Count > 1) {
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
    Open = 1;
  }
  Rc = addReading(Db);
  if (Open && Rc == SQLITE_OK) {
    Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    if (Rc == SQLITE_OK)
      Open = 0;
  }
  if (Open)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// The flag is cleared before the commit is known to have worked.
int clearedTooEarlyBad(sqlite3 *Db) {
  int Open = 0, Rc = 0;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK) // WARN: [db-transaction-leak]
    Open = 1;
  Rc = addReading(Db);
  if (Open && Rc == SQLITE_OK) {
    Open = 0;
    Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  }
  if (Open)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  return 0;
}

// A bit of the options.
void optionOk(PGconn *Conn, unsigned Options) {
  if (Options & 4)
    PQclear(PQexec(Conn, "BEGIN"));
  PQclear(PQexec(Conn, "DELETE FROM node"));
  if (Options & 4)
    PQclear(PQexec(Conn, "COMMIT"));
}

// Another bit.
void optionBad(PGconn *Conn, unsigned Options) {
  if (Options & 4)
    PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PQclear(PQexec(Conn, "DELETE FROM node"));
  if (Options & 8)
    PQclear(PQexec(Conn, "COMMIT"));
}

// The flag is a field of the caller's options.
struct Options {
  bool SingleTransaction, Verbose;
};

void optionFieldOk(PGconn *Conn, const struct Options *O) {
  if (O->SingleTransaction)
    PQclear(PQexec(Conn, "BEGIN"));
  PQclear(PQexec(Conn, "DELETE FROM node"));
  if (O->Verbose)
    puts("done");
  if (O->SingleTransaction)
    PQclear(PQexec(Conn, "COMMIT"));
}

// The transaction is one only if there is a log to write.
void nullPointerOk(PGconn *Conn, FILE *Log) {
  if (Log)
    PQclear(PQexec(Conn, "BEGIN"));
  PQclear(PQexec(Conn, "DELETE FROM node"));
  if (Log) {
    fputs("deleted\n", Log);
    PQclear(PQexec(Conn, "COMMIT"));
  }
}

// A count decides.
void countOk(sqlite3 *Db, int Count) {
  if (Count > 1)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  for (int I = 0; I < Count; I++)
    addReading(Db);
  if (Count > 1)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// "More than one" and "at least one" are not the same.
void countBad(sqlite3 *Db, int Count) {
  if (Count > 0)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  for (int I = 0; I < Count; I++)
    addReading(Db);
  if (Count > 1)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// Asked: autocommit is off while a transaction is open.
int askedOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) != SQLITE_OK) {
    if (sqlite3_get_autocommit(Db) == 0)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Asked the other way round: some errors have rolled back already.
int askedEarlyOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) != SQLITE_OK) {
    if (sqlite3_get_autocommit(Db))
      return -2;
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Asked by a function of the program's own.
static bool inTransaction(sqlite3 *Db) { return !sqlite3_get_autocommit(Db); }

static void rollbackIfOpen(sqlite3 *Db) {
  if (inTransaction(Db))
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
}

int askedInHelperOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) != SQLITE_OK) {
    rollbackIfOpen(Db);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int askedByHelperOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (inTransaction(Db))
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return 0;
}

// A question is no answer: nothing is done about it.
int askedOnlyBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (addReading(Db) != SQLITE_OK) {
    printf("autocommit is %d\n", sqlite3_get_autocommit(Db));
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The answer's wrong half.
int askedWrongBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (addReading(Db) != SQLITE_OK) {
    if (sqlite3_get_autocommit(Db))
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Asked before the BEGIN: an own transaction only where there is none.
int idleOk(PGconn *Conn) {
  const bool Own = PQtransactionStatus(Conn) == PQTRANS_IDLE;
  if (Own)
    PQclear(PQexec(Conn, "BEGIN"));
  PGresult *Res = PQexec(Conn, "DELETE FROM node");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (Own && Ok)
    PQclear(PQexec(Conn, "COMMIT"));
  if (Own && !Ok)
    PQclear(PQexec(Conn, "ROLLBACK"));
  return Ok ? 0 : -1;
}

int idleBad(PGconn *Conn) {
  const bool Own = PQtransactionStatus(Conn) == PQTRANS_IDLE;
  if (Own)
    PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PGresult *Res = PQexec(Conn, "DELETE FROM node");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (Own && Ok)
    PQclear(PQexec(Conn, "COMMIT"));
  return Ok ? 0 : -1;
}

// sqlite3_txn_state asks the same.
int stateOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (addReading(Db) == SQLITE_OK)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (sqlite3_txn_state(Db, NULL) != SQLITE_TXN_NONE)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return 0;
}

// Both under ?:.
int ternaryOk(sqlite3 *Db, bool Own) {
  int Rc = Own ? sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) : SQLITE_OK;
  if (Rc != SQLITE_OK)
    return Rc;
  addReading(Db);
  return Own ? sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) : SQLITE_OK;
}

// A connection that is null has no transaction: the guard is not the leak.
int nullGuardOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    if (Db)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A recursive function: the outermost call begins and ends.
int recursiveOk(sqlite3 *Db, int Depth) {
  if (Depth == 0)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  if (Depth < 3)
    recursiveOk(Db, Depth + 1);
  if (Depth == 0)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int recursiveBad(sqlite3 *Db, int Depth) {
  if (Depth == 0)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  if (Depth < 3)
    recursiveBad(Db, Depth + 1);
  if (Depth == 0)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
