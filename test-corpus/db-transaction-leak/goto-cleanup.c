// RUN: %check_dbtidy %s
// One clean-up at the end of the function: labels, macros, attributes, helpers that do not
// come back.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// The label frees everything but the transaction.
int labelBad(sqlite3 *Db) {
  int Rc = -1;
  char *Sql = sqlite3_mprintf("DELETE FROM Reading WHERE Id = %d", 1);
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    goto Done;
  if (sqlite3_exec(Db, Sql, NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  Rc = 0;
Done:
  sqlite3_free(Sql);
  return Rc;
}

// Two labels, and the jump goes to the wrong one.
int wrongLabelBad(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (Rc != SQLITE_OK)
    goto Failed;
  if ((Rc = addReading(Db)) != SQLITE_OK)
    goto Rollback;
  if ((Rc = sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL)) != SQLITE_OK)
    goto Failed;
  if ((Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)) == SQLITE_OK)
    return SQLITE_OK;
Rollback:
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
Failed:
  return Rc;
}

// The flag is set too late: the first jump goes before it.
int lateFlagBad(sqlite3 *Db) {
  int Open = 0, Rc = -1;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    goto Done;
  if (addReading(Db) != SQLITE_OK)
    goto Done;
  Open = 1;
  if (addReading(Db) != SQLITE_OK)
    goto Done;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    Open = Rc = 0;
Done:
  if (Open)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// A macro that returns hides the exit.
#define CHECK(Call)          \
  do {                       \
    if ((Call) != SQLITE_OK) \
      return -1;             \
  } while (0)

int returnMacroBad(sqlite3 *Db) {
  CHECK(sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL)); // WARN: [db-transaction-leak]
  CHECK(addReading(Db));
  CHECK(sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL));
  return 0;
}

// A statement expression that returns does the same.
#define TRY(Call)              \
  ({                           \
    const int Status = (Call); \
    if (Status != SQLITE_OK)   \
      return Status;           \
    Status;                    \
  })

int statementExpressionBad(sqlite3 *Db) {
  TRY(sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL)); // WARN: [db-transaction-leak]
  TRY(addReading(Db));
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A do-while(0) that is broken out of past the commit.
int brokenOutBad(sqlite3 *Db) {
  int Rc = -1;
  do {
    if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
      break;
    if (addReading(Db) != SQLITE_OK)
      break;
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    Rc = 0;
  } while (0);
  return Rc;
}

// goto out of two loops.
int outOfLoopsBad(PGconn *Conn, int Rows, int Columns) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  for (int R = 0; R < Rows; R++)
    for (int C = 0; C < Columns; C++) {
      PGresult *Res = PQexec(Conn, "INSERT INTO cell VALUES (1)");
      const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
      PQclear(Res);
      if (!Ok)
        goto Failed;
    }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
Failed:
  fprintf(stderr, "cannot insert\n");
  return -1; // NOTE: "returns with the transaction open"
}

// Two connections, one label.
int twoConnectionsBad(PGconn *A, PGconn *B) {
  int Ok = 0;
  PGresult *Res = NULL;
  PQclear(PQexec(A, "BEGIN"));
  PQclear(PQexec(B, "BEGIN")); // WARN: [db-transaction-leak]
  Res = PQexec(A, "DELETE FROM job");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK)
    goto Cleanup;
  PQclear(PQexec(B, "COMMIT"));
  Ok = 1;
Cleanup:
  PQclear(Res);
  PQclear(PQexec(A, "COMMIT"));
  return Ok;
}

// The label rolls back.
int labelOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  if ((Rc = addReading(Db)) != SQLITE_OK)
    goto Rollback;
  if ((Rc = sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL)) != SQLITE_OK)
    goto Rollback;
  if ((Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)) != SQLITE_OK)
    goto Rollback;
  return SQLITE_OK;
Rollback:
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// The label looks at a flag.
int flagLabelOk(sqlite3 *Db) {
  int Open = 0, Rc = -1;
  char *Sql = sqlite3_mprintf("DELETE FROM Reading WHERE Id = %d", 1);
  if (!Sql)
    goto Done;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  Open = 1;
  if (sqlite3_exec(Db, Sql, NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    goto Done;
  Open = 0;
  Rc = 0;
Done:
  if (Open)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_free(Sql);
  return Rc;
}

// The label looks at the status.
int statusLabelOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc)
    return Rc;
  Rc = addReading(Db);
  if (Rc)
    goto End;
  Rc = sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL);
End:
  if (Rc) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return Rc;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A macro that jumps to the rollback.
#define CHECK_OR(Call, Label) \
  do {                        \
    if ((Call) != SQLITE_OK)  \
      goto Label;             \
  } while (0)

int gotoMacroOk(sqlite3 *Db) {
  CHECK_OR(sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL), Failed);
  CHECK_OR(addReading(Db), Rollback);
  CHECK_OR(sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL), Rollback);
  return 0;
Rollback:
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
Failed:
  return -1;
}

// Jumps backwards: the transaction is tried again from its begin.
int againOk(sqlite3 *Db) {
  int Tries = 0;
Again:
  if (sqlite3_exec(Db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) == SQLITE_BUSY && Tries++ < 3) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    goto Again;
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A do-while(0) with the end behind it.
int brokenOutOk(sqlite3 *Db) {
  int Rc = -1;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  do {
    if (addReading(Db) != SQLITE_OK)
      break;
    if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
      break;
    Rc = 0;
  } while (0);
  if (Rc != 0)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// __attribute__((cleanup)) rolls back what is still open.
static void rollbackUnlessDone(sqlite3 **Db) {
  if (*Db)
    sqlite3_exec(*Db, "ROLLBACK", NULL, NULL, NULL);
}

int cleanupAttributeOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  __attribute__((cleanup(rollbackUnlessDone))) sqlite3 *Open = Db;
  if (addReading(Db) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  Open = NULL;
  return 0;
}

// The same where the connection is known not to be null.
int cleanupCheckedOk(sqlite3 *Db) {
  if (!Db || sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  __attribute__((cleanup(rollbackUnlessDone))) sqlite3 *Open = Db;
  if (addReading(Db) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  Open = NULL;
  return 0;
}

// Disarmed before the commit is known to have worked.
int cleanupAttributeBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  __attribute__((cleanup(rollbackUnlessDone))) sqlite3 *Open = Db;
  if (addReading(Db) != SQLITE_OK)
    return -1;
  Open = NULL;
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return -2; // NOTE: "returns with the transaction open"
  return 0;
}

// The flag itself is what is cleaned up.
struct Guard {
  PGconn *Conn;
  int Done;
};

static void endGuard(struct Guard *G) {
  if (!G->Done)
    PQclear(PQexec(G->Conn, "ROLLBACK"));
}

int guardOk(PGconn *Conn, int Count) {
  __attribute__((cleanup(endGuard))) struct Guard G = {Conn, 0};
  PQclear(PQexec(Conn, "BEGIN"));
  if (Count == 0)
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  G.Done = 1;
  return 0;
}

// Rolled back before the program ends.
_Noreturn void die(const char *Why);

void dieOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    die("cannot begin");
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    die("cannot add");
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// A helper that always exits, as its body shows: a BEGIN that failed has no other way on.
static void giveUp(const char *Why) {
  fprintf(stderr, "%s\n", Why);
  exit(1);
}

int giveUpOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    giveUp("cannot begin");
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    giveUp("cannot add");
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
