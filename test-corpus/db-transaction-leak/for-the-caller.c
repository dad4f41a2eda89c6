// RUN: %check_dbtidy %s
// A transaction that is left open on purpose: a function that only rolls back on failure
// leaves it to its caller on success; one that commits has taken the job on.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

static bool command(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "LOCK TABLE job IN ACCESS EXCLUSIVE MODE");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

// It never ends it: a begin wrapper, whatever else it does.
int beginWrapperOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db))
    return 1;
  return 0;
}

// Open on success, rolled back on every failure.
bool lockOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (!command(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return false;
  }
  if (!command(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return false;
  }
  return true;
}

// One failure is not rolled back although the other is.
bool lockBad(PGconn *Conn, int Tries) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (!command(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return false;
  }
  if (Tries > 3)
    return false; // NOTE: "returns with the transaction open"
  return true;
}

// 0 is success, and failures have several numbers.
int numbersBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -2;
  }
  if (sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL))
    return -3; // NOTE: "returns with the transaction open"
  return 0;
}

int numbersOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -2;
  }
  return 0;
}

// The status of the work is the result: open exactly if it is 0.
int statusOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc == SQLITE_OK) {
    Rc = addReading(Db);
    if (Rc != SQLITE_OK)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  }
  return Rc;
}

// Its caller has to end it on success only.
int statusCallerOk(sqlite3 *Db) {
  const int Rc = statusOk(Db);
  if (Rc != SQLITE_OK)
    return Rc;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

int statusCallerBad(sqlite3 *Db, int Dry) {
  if (statusOk(Db) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (Dry)
    return 0; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A snapshot for the caller: the pointer tells success.
static char *snapshot(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN ISOLATION LEVEL REPEATABLE READ"));
  PGresult *Res = PQexec(Conn, "SELECT pg_export_snapshot()");
  char *Name = PQntuples(Res) == 1 ? (char *)malloc(64) : NULL;
  if (Name)
    snprintf(Name, 64, "%s", PQgetvalue(Res, 0, 0));
  PQclear(Res);
  if (!Name)
    PQclear(PQexec(Conn, "ROLLBACK"));
  return Name;
}

int snapshotOk(PGconn *Conn) {
  char *Name = snapshot(Conn);
  if (!Name)
    return -1;
  puts(Name);
  free(Name);
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

int snapshotBad(PGconn *Conn, int Quiet) {
  char *Name = snapshot(Conn); // WARN: [db-transaction-leak]
  if (!Name)
    return -1;
  if (Quiet) {
    free(Name);
    return 0; // NOTE: "returns with the transaction open"
  }
  puts(Name);
  free(Name);
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// A connection is made, and handed out with a transaction on it.
static int openForWriting(const char *Path, sqlite3 **Out) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) {
    sqlite3_close(Db);
    return -1;
  }
  if (sqlite3_exec(Db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_close(Db);
    return -1;
  }
  *Out = Db;
  return 0;
}

int openedOk(const char *Path) {
  sqlite3 *Db = NULL;
  if (openForWriting(Path, &Db))
    return -1;
  const int Rc = addReading(Db);
  if (Rc == SQLITE_OK)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close_v2(Db); // ends it otherwise
  return Rc;
}

// The result is an enumeration.
enum Outcome { Stored,
               NotStored };

enum Outcome enumerationBad(sqlite3 *Db, int Count) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return NotStored;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return NotStored;
  }
  if (Count > 100)
    return NotStored; // NOTE: "returns with the transaction open"
  return Stored;
}

// The result is a pointer that is null on failure.
const char *pointerOk(sqlite3 *Db, const char *Name) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return NULL;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return NULL;
  }
  return Name;
}

// A pair of functions that share the transaction through a structure.
struct Job {
  PGconn *Conn;
  int Open;
};

int jobStartOk(struct Job *J) {
  PQclear(PQexec(J->Conn, "BEGIN"));
  J->Open = 1;
  return command(J->Conn) ? 0 : -1;
}

int jobEndOk(struct Job *J, int Success) {
  PQclear(PQexec(J->Conn, Success ? "COMMIT" : "ROLLBACK"));
  J->Open = 0;
  return 0;
}

// On success the transaction is the caller's, and so says the flag.
int ownedByCallerOk(sqlite3 *Db, bool *Begun) {
  *Begun = false;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db)) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  *Begun = true;
  return 0;
}

// Without a result nothing tells the caller: rolled back on one exit, open on another.
void nothingTellsBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (!command(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return;
  }
  puts("locked");
}

// Committed on one exit: the job was taken on, so that success on another must end it, too.
int takenOnBad(PGconn *Conn, int Wait) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (!command(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  if (Wait)
    return 0; // NOTE: "returns with the transaction open"
  PQclear(PQexec(Conn, "COMMIT"));
  return 1;
}

// A failure that is reported as success is one with the transaction open.
int failureAsSuccessBad(sqlite3 *Db) {
  if (statusOk(Db)) // WARN: [db-transaction-leak]
    return -1;
  if (sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL)) {
    fprintf(stderr, "cannot delete\n");
    return 0; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The end of a transaction that a caller began.
int endForCallerOk(sqlite3 *Db, int Keep) {
  if (Keep)
    return 0;
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// The caller's transaction is ended, a new one is begun for it: as it was.
int renewForCallerOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

void renewedOk(sqlite3 *Db, int Rows) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  for (int I = 0; I < Rows; I++) {
    addReading(Db);
    if (I % 1000 == 999)
      renewForCallerOk(Db);
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}
