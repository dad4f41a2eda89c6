// RUN: %check_dbtidy %s
// A transaction a batch: begun and ended inside loops.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

int nextReading(void); // negative at the end

// `continue` skips the end of this turn's transaction.
int continueBad(sqlite3 *Db, int Tables) {
  for (int I = 0; I < Tables; I++) {
    sqlite3_stmt *Stmt = NULL;
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
    if (sqlite3_prepare_v2(Db, "DELETE FROM Row", -1, &Stmt, NULL) != SQLITE_OK)
      continue;
    sqlite3_step(Stmt);
    sqlite3_finalize(Stmt);
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  }
  return 0;
}

// A return out of the loop.
int returnBad(sqlite3 *Db, int Count) {
  for (int I = 0; I < Count; I++) {
    if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
      return -1;
    if (addReading(Db) != SQLITE_OK)
      return -2; // NOTE: "returns with the transaction open"
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  }
  return 0;
}

// The commit is in the loop only: a batch that is not full is nobody's.
int partialBatchBad(sqlite3 *Db) {
  int Count = 0;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  while (nextReading() >= 0) {
    addReading(Db);
    if (++Count == 1000) {
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
      return Count;
    }
  }
  return Count; // NOTE: "returns with the transaction open"
}

// A batch is begun again, and the failure in it returns.
int batchBad(sqlite3 *Db) {
  int Count = 0;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  while (nextReading() >= 0) {
    if (addReading(Db) != SQLITE_OK)
      return -1;
    if (++Count % 1000 == 0) {
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
      sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
    }
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Count;
}

// A switch in a loop: `continue` in a case is the loop's.
int switchInLoopBad(sqlite3 *Db) {
  int Kind, Count = 0;
  while ((Kind = nextReading()) >= 0) {
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
    switch (Kind) {
    case 0:
      continue;
    case 1:
      addReading(Db);
      break;
    default:
      break;
    }
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    Count++;
  }
  return Count;
}

// Given up after some tries with the last one's transaction open; on success it is left
// to the caller by design.
bool lockRetryBad(PGconn *Conn) {
  for (int Try = 0;; Try++) {
    PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
    PGresult *Res = PQexec(Conn, "LOCK TABLE job NOWAIT");
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    if (Ok)
      return true;
    if (Try > 10)
      return false; // NOTE: "returns with the transaction open"
    PQclear(PQexec(Conn, "ROLLBACK"));
    if (PQstatus(Conn) != CONNECTION_OK)
      return false;
    sleep(1);
  }
}

// Given up before the last rollback.
bool lockGivenUpBad(PGconn *Conn) {
  for (int Try = 0; Try < 10; Try++) {
    PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
    PGresult *Res = PQexec(Conn, "LOCK TABLE job NOWAIT");
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    if (Ok)
      return true;
    if (Try == 9)
      return false; // NOTE: "returns with the transaction open"
    PQclear(PQexec(Conn, "ROLLBACK"));
  }
  return false;
}

// Open on success, by design; rolled back after every try that failed.
bool lockRetryOk(PGconn *Conn) {
  for (int Try = 0; Try < 10; Try++) {
    PQclear(PQexec(Conn, "BEGIN"));
    PGresult *Res = PQexec(Conn, "LOCK TABLE job NOWAIT");
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    if (Ok)
      return true;
    PQclear(PQexec(Conn, "ROLLBACK"));
    sleep(1);
  }
  return false;
}

// Begun inside, ended outside: only where the loop was entered.
void begunInsideBad(PGconn *Conn, int Count, bool Dry) {
  bool Begun = false;
  for (int I = 0; I < Count; I++) {
    if (!Begun) {
      PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
      Begun = true;
    }
    PQclear(PQexec(Conn, "DELETE FROM node"));
  }
  if (Begun && !Dry)
    PQclear(PQexec(Conn, "COMMIT"));
}

// A transaction a turn.
int turnOk(sqlite3 *Db, int Count) {
  for (int I = 0; I < Count; I++) {
    if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
      continue;
    if (addReading(Db) != SQLITE_OK) {
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
      continue;
    }
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  }
  return 0;
}

// Every exit of an endless loop ends it.
int endlessOk(PGconn *Conn) {
  for (;;) {
    PQclear(PQexec(Conn, "BEGIN"));
    PGresult *Res = PQexec(Conn, "SELECT id FROM job LIMIT 1");
    if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
      PQclear(Res);
      PQclear(PQexec(Conn, "ROLLBACK"));
      return -1;
    }
    const int Count = PQntuples(Res);
    PQclear(Res);
    PQclear(PQexec(Conn, "COMMIT"));
    if (Count == 0)
      return 0;
  }
}

// Batches: the last one, perhaps empty, is committed behind the loop.
int batchOk(sqlite3 *Db) {
  int Count = 0;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  while (nextReading() >= 0) {
    if (addReading(Db) != SQLITE_OK) {
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
      return -1;
    }
    if (++Count % 1000 == 0) {
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
      sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
    }
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Count;
}

// The same with a flag.
int lazyFlagOk(sqlite3 *Db) {
  bool Open = false;
  while (nextReading() >= 0) {
    if (!Open) {
      if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        return -1;
      Open = true;
    }
    if (addReading(Db) != SQLITE_OK)
      break;
  }
  if (Open)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The whole transaction is tried again after a conflict.
int retryOk(PGconn *Conn) {
  for (int Try = 0; Try < 5; Try++) {
    PQclear(PQexec(Conn, "BEGIN ISOLATION LEVEL SERIALIZABLE"));
    PGresult *Res = PQexec(Conn, "UPDATE job SET busy = true");
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    if (Ok) {
      PQclear(PQexec(Conn, "COMMIT"));
      return 0;
    }
    PQclear(PQexec(Conn, "ROLLBACK"));
    sleep(1);
  }
  return -1;
}

// BEGIN is tried until it works.
int busyBeginOk(sqlite3 *Db) {
  int Rc;
  do
    Rc = sqlite3_exec(Db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  while (Rc == SQLITE_BUSY);
  if (Rc != SQLITE_OK)
    return Rc;
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return SQLITE_OK;
}

// BEGIN is tried some times; a counter is left.
int countedBeginOk(sqlite3 *Db) {
  int Tries = 10;
  while (sqlite3_exec(Db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
    if (--Tries == 0)
      return -1;
    sleep(1);
  }
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Broken out of, and the status tells behind the loop.
int brokenOutOk(sqlite3 *Db, int Count) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  for (int I = 0; I < Count; I++) {
    Rc = addReading(Db);
    if (Rc != SQLITE_OK)
      break;
  }
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// Several connections in an array, one transaction after the other.
int arrayOk(sqlite3 *const *Dbs, int Count) {
  for (int I = 0; I < Count; I++) {
    if (sqlite3_exec(Dbs[I], "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
      continue;
    if (addReading(Dbs[I]) != SQLITE_OK) {
      sqlite3_exec(Dbs[I], "ROLLBACK", NULL, NULL, NULL);
      return -1;
    }
    sqlite3_exec(Dbs[I], "COMMIT", NULL, NULL, NULL);
  }
  return 0;
}

// Rows in steps, with a switch that goes on, ends or fails.
int stepsOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  sqlite3_prepare_v2(Db, "SELECT Id FROM Reading", -1, &Stmt, NULL);
  for (;;) {
    switch (sqlite3_step(Stmt)) {
    case SQLITE_ROW:
    case SQLITE_BUSY:
      continue;
    case SQLITE_DONE:
      break;
    default:
      sqlite3_finalize(Stmt);
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
      return -1;
    }
    break;
  }
  sqlite3_finalize(Stmt);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The same, and the failing case forgot.
int stepsBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  sqlite3_prepare_v2(Db, "SELECT Id FROM Reading", -1, &Stmt, NULL);
  for (;;) {
    switch (sqlite3_step(Stmt)) {
    case SQLITE_ROW:
      continue;
    case SQLITE_DONE:
      break;
    default:
      sqlite3_finalize(Stmt);
      return -1; // NOTE: "returns with the transaction open"
    }
    break;
  }
  sqlite3_finalize(Stmt);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Rows inside, one transaction around: a cursor in steps.
int fetchOk(PGconn *Conn) {
  int Total = 0, Count;
  PQclear(PQexec(Conn, "BEGIN"));
  PQclear(PQexec(Conn, "DECLARE c CURSOR FOR SELECT id FROM job"));
  do {
    PGresult *Rows = PQexec(Conn, "FETCH 100 FROM c");
    Count = PQntuples(Rows);
    Total += Count;
    PQclear(Rows);
  } while (Count > 0);
  PQclear(PQexec(Conn, "CLOSE c"));
  PQclear(PQexec(Conn, "COMMIT"));
  return Total;
}
