// RUN: %check_dbtidy %s
// A transaction a batch: begun and ended inside loops.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

int nextReading(void); // negative at the end

// `break` leaves it open behind the loop.
int breakBad(PGconn *Conn) {
  for (;;) {
    PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
    PGresult *Res = PQexec(Conn, "SELECT id FROM job LIMIT 1");
    const int Count = PQntuples(Res);
    PQclear(Res);
    if (Count == 0)
      break;
    PQclear(PQexec(Conn, "COMMIT"));
  }
  return 0;
}

// Batches, with the transaction begun for the first row of each.
int lazyBatchOk(sqlite3 *Db) {
  int Pending = 0;
  while (nextReading() >= 0) {
    if (Pending == 0)
      sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
    addReading(Db);
    if (++Pending == 1000) {
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
      Pending = 0;
    }
  }
  if (Pending != 0)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
