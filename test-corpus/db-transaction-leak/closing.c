// RUN: %check_dbtidy %s
// The end of a connection is the end of its transaction.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdlib.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

static int addRow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO reading VALUES (1)");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// An error closes the connection, and that is the rollback.
int finishOk(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  PQclear(PQexec(Conn, "BEGIN"));
  if (addRow(Conn)) {
    PQfinish(Conn);
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  PQfinish(Conn);
  return 0;
}

// A read-only snapshot that only the close ends.
int snapshotOk(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return -1;
  }
  PQclear(PQexec(Conn, "START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  PGresult *Res = PQexec(Conn, "SELECT id FROM reading");
  const int Count = PQntuples(Res);
  PQclear(Res);
  PQfinish(Conn);
  return Count;
}

// SQLite's close rolls back, too.
int closeOk(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(Path, &Db);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc == SQLITE_OK)
    Rc = addReading(Db);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
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

// The same where the connection is known not to be null.
int closeCheckedOk(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  if (!Conn)
    return -1;
  PQclear(PQexec(Conn, "BEGIN"));
  if (addRow(Conn)) {
    closeConnection(&Conn);
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  closeConnection(&Conn);
  return 0;
}

// The session is reset after an error.
int resetOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  if (addRow(Conn)) {
    PQreset(Conn);
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// A connection that is lost has no transaction.
int lostOk(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN"));
  const int Rc = addRow(Conn);
  if (Rc && PQstatus(Conn) == CONNECTION_BAD)
    return -2;
  if (Rc)
    PQclear(PQexec(Conn, "ROLLBACK"));
  else
    PQclear(PQexec(Conn, "COMMIT"));
  return Rc;
}

// A lost connection is the only failure that may leave without a rollback.
int lostBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  const int Rc = addRow(Conn);
  if (Rc && PQstatus(Conn) == CONNECTION_OK)
    return -2; // NOTE: "returns with the transaction open"
  PQclear(PQexec(Conn, "COMMIT"));
  return Rc;
}

// The other connection is closed.
int otherClosedBad(PGconn *Conn, const char *Info) {
  PGconn *Other = PQconnectdb(Info);
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (addRow(Other)) {
    PQfinish(Other);
    return -1; // NOTE: "returns with the transaction open"
  }
  PQfinish(Other);
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// The connection is given back to whoever waits for it, with the transaction on it.
struct Pool {
  PGconn *Idle[4];
  int Count;
};

int pooledBad(struct Pool *P) {
  PGconn *Conn = P->Idle[--P->Count];
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (addRow(Conn)) {
    P->Idle[P->Count++] = Conn;
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(Conn, "COMMIT"));
  P->Idle[P->Count++] = Conn;
  return 0;
}

int pooledOk(struct Pool *P) {
  PGconn *Conn = P->Idle[--P->Count];
  PQclear(PQexec(Conn, "BEGIN"));
  const int Rc = addRow(Conn);
  if (Rc)
    PQclear(PQexec(Conn, "ROLLBACK"));
  else
    PQclear(PQexec(Conn, "COMMIT"));
  P->Idle[P->Count++] = Conn;
  return Rc;
}

// Closed at the label, whatever went wrong.
int labelOk(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = -1;
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    goto Done;
  if (sqlite3_exec(Db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  if (addReading(Db) != SQLITE_OK)
    goto Done;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  Rc = 0;
Done:
  sqlite3_close_v2(Db);
  return Rc;
}

// One of two connections is closed by the label, the other is the caller's.
int callersBad(sqlite3 *Main, const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = -1;
  sqlite3_exec(Main, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    goto Done;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  sqlite3_exec(Main, "COMMIT", NULL, NULL, NULL);
  Rc = 0;
Done:
  sqlite3_close_v2(Db);
  return Rc;
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

// The structure that owns the connection is closed as a whole.
struct Session {
  PGconn *Conn;
  char *Name;
};

static void closeSession(struct Session *S) {
  PQfinish(S->Conn);
  free(S->Name);
  free(S);
}

int sessionOk(struct Session *S) {
  PQclear(PQexec(S->Conn, "BEGIN"));
  if (addRow(S->Conn)) {
    closeSession(S);
    return -1;
  }
  PQclear(PQexec(S->Conn, "COMMIT"));
  return 0;
}

// The name of the session is freed, the transaction stays.
int sessionBad(struct Session *S) {
  PQclear(PQexec(S->Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (addRow(S->Conn)) {
    free(S->Name);
    S->Name = NULL;
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(S->Conn, "COMMIT"));
  return 0;
}

// Two sessions: the handles are swapped, each one's transaction is ended.
int swappedOk(PGconn *A, PGconn *B) {
  PQclear(PQexec(A, "BEGIN"));
  PGconn *Keep = A;
  A = B;
  B = Keep;
  addRow(A);
  PQclear(PQexec(B, "COMMIT"));
  return 0;
}

// And here the wrong one is.
int swappedBad(PGconn *A, PGconn *B, int Dry) {
  PQclear(PQexec(A, "BEGIN")); // WARN: [db-transaction-leak]
  PGconn *Keep = A;
  A = B;
  B = Keep;
  addRow(B);
  PQclear(PQexec(Dry ? A : B, "COMMIT"));
  return 0;
}
