// RUN: %check_dbtidy %s
// SQLite's COMMIT fails with SQLITE_BUSY, and the transaction is as open as before.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// The failure is seen and reported, nobody rolls back.
int failedCommitBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
    fprintf(stderr, "cannot commit\n");
    return -1; // NOTE: "returns with the transaction open"
  }
  return 0;
}

// Busy is told from other failures, and then left.
int busyBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  switch (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)) {
  case SQLITE_OK:
    return 0;
  case SQLITE_BUSY:
    return 1; // NOTE: "returns with the transaction open"
  default:
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
}

// Tried three times, then given up without a rollback.
int retryBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  for (int Try = 0; Try < 3; Try++) {
    if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
      return 0;
    sleep(1);
  }
  return -1;
}

// After a failed commit the next statement is as good an exit as any.
int goOnBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  const int Rc = sqlite3_exec(Db, "END", NULL, NULL, NULL);
  if (Rc)
    return Rc; // NOTE: "returns with the transaction open"
  return sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, NULL);
}

// The failure is rolled back.
int rolledBackOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  return 0;
}

// Tried as long as it is busy, rolled back after any other failure.
int retryOk(sqlite3 *Db) {
  int Rc;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  while ((Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)) == SQLITE_BUSY)
    sleep(1);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// Tried three times, then rolled back.
int retryThriceOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  for (int Try = 0; Try < 3; Try++) {
    if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
      return 0;
    sleep(1);
  }
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return -1;
}

// Whatever failed, one rollback behind it all.
int commonRollbackOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  if ((Rc = addReading(Db)) != SQLITE_OK ||
      (Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)) != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// Whether the failure has left it open is asked.
int askedOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  const int Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (Rc != SQLITE_OK && !sqlite3_get_autocommit(Db))
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// PostgreSQL ends the transaction whatever COMMIT says.
int postgresOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  PGresult *Res = PQexec(Conn, "COMMIT");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  return 0;
}

// A commit whose status nobody looks at may have failed, and then the transaction stays;
// but nothing on the path says that it has, and every unchecked COMMIT would be a finding.
void FN_uncheckedCommit(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// The status goes to the caller unread: a failure is the caller's to see, and the path in
// this function does not tell whether there was one.
int FN_returnedCommit(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}
