// RUN: %check_dbtidy %s
// The same handle released twice in one function, and what only looks like it.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//===--- Released again ---===//

// The error branch clears and does not leave: the common end clears again.
int errorBranchFallsOnBad(PGconn *Conn) {
  int Rc = 0;
  PGresult *Res = PQexec(Conn, "DELETE FROM job");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    PQclear(Res); // NOTE: "releases"
    Rc = -1;
  }
  PQclear(Res); // WARN: [db-use-after-close] "'PQclear' releases a query result that is already released" certain
  return Rc;
}

// The jump lands on a label that clears what was cleared before the jump.
int clearedBeforeGotoBad(PGconn *Conn) {
  int Rc = -1;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res); // NOTE: "releases"
    goto out;
  }
  Rc = PQntuples(Res);
out:
  PQclear(Res); // WARN: [db-use-after-close] "already released" certain
  return Rc;
}

// One label clears and runs into the next, which clears as well.
int labelsRunOnBad(PGconn *Conn, int Deep) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (Deep)
    goto rows;
  goto done;
rows:
  PQclear(Res); // NOTE: "releases"
done:
  PQclear(Res); // WARN: [db-use-after-close]
  return 0;
}

// A case without break runs into one that releases the same.
void switchFallsThroughBad(sqlite3_stmt *Stmt, int Mode) {
  switch (Mode) {
  case 1:
    sqlite3_finalize(Stmt); // NOTE: "releases"
  case 2:
    sqlite3_finalize(Stmt); // WARN: [db-use-after-close] "prepared statement"
    break;
  default:
    sqlite3_finalize(Stmt);
  }
}

// Once when the work is done, and once more in the tidy-up at the end.
int twiceInARowBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const int Good = PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn); // NOTE: "releases the database connection"
  if (!Good)
    fprintf(stderr, "cannot connect to %s\n", Dsn);
  PQfinish(Conn); // WARN: [db-use-after-close] "'PQfinish' releases a database connection" certain
  return Good ? 0 : 1;
}

// Both names are the same result.
void underAnotherNameBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PGresult *Last = Res;
  PQclear(Last); // NOTE: "releases"
  PQclear(Res);  // WARN: [db-use-after-close]
}

// Finalised where stepping failed, and again at the end.
int finalizeTwiceBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "DELETE FROM log", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_step(Stmt) != SQLITE_DONE) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
    sqlite3_finalize(Stmt); // NOTE: "releases the prepared statement"
  }
  return sqlite3_finalize(Stmt); // WARN: [db-use-after-close] certain
}

// The second call got no place for a message: Err is still the first one's.
void staleMessageBad(sqlite3 *Db) {
  char *Err = NULL;
  if (sqlite3_exec(Db, "DELETE FROM a", NULL, NULL, &Err) != SQLITE_OK)
    sqlite3_free(Err); // NOTE: "releases"
  if (sqlite3_exec(Db, "DELETE FROM b", NULL, NULL, NULL) != SQLITE_OK)
    sqlite3_free(Err); // WARN: [db-use-after-close]
}

// The handle in the field was not set to null: the second look at it finds it again.
struct session {
  PGconn *Conn;
  PGresult *Res;
  int Failed;
};

void fieldTwiceBad(struct session *S) {
  if (S->Failed)
    PQclear(S->Res); // NOTE: "releases"
  if (S->Res)
    PQclear(S->Res); // WARN: [db-use-after-close]
}

// A local copy of the field is the same connection.
void fieldAndCopyBad(struct session *S) {
  PGconn *Conn = S->Conn;
  if (PQstatus(Conn) != CONNECTION_OK)
    PQfinish(S->Conn); // NOTE: "releases"
  PQfinish(Conn);      // WARN: [db-use-after-close]
}

// An out-parameter holds the handle for the caller, the local variable too.
int outAndLocalBad(PGconn *Conn, PGresult **Out) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  *Out = Res;
  if (PQresultStatus(Res) == PGRES_TUPLES_OK)
    return 0;
  PQclear(Res);  // NOTE: "releases"
  PQclear(*Out); // WARN: [db-use-after-close]
  *Out = NULL;
  return -1;
}

// Both arms of a ternary are the same handle.
void eitherArmBad(PGresult *Res, int Twice) {
  PQclear(Res);                // NOTE: "releases"
  PQclear(Twice ? Res : NULL); // WARN: [db-use-after-close]
}

// The blob is closed on the way to the rollback, which closes it again.
int blobTwiceBad(sqlite3 *Db, sqlite3_int64 Row, char *Out, int Size) {
  sqlite3_blob *Blob = NULL;
  int Rc = sqlite3_blob_open(Db, "main", "image", "data", Row, 0, &Blob);
  if (Rc != SQLITE_OK)
    return Rc;
  Rc = sqlite3_blob_read(Blob, Out, Size, 0);
  sqlite3_blob_close(Blob); // NOTE: "releases the BLOB handle"
  if (Rc != SQLITE_OK)
    sqlite3_blob_close(Blob); // WARN: [db-use-after-close] "BLOB handle"
  return Rc;
}

// A failed realloc leaves the old block, a good one has freed it.
char *reallocAndFreeBad(char *Old, int Size) {
  char *New = sqlite3_realloc(Old, Size); // NOTE: "releases"
  if (!New)
    return NULL;
  sqlite3_free(Old); // WARN: [db-use-after-close]
  return New;
}

// A macro that clears and forgets, used twice.
#define CLEAR_ONLY(R) \
  do {                \
    PQclear(R);       \
  } while (0)

void macroTwiceBad(PGresult *Res, int Verbose) {
  if (Verbose)
    printf("%d rows\n", PQntuples(Res));
  CLEAR_ONLY(Res); // NOTE: "releases"
  CLEAR_ONLY(Res); // WARN: [db-use-after-close]
}

//===--- Released once on every path ---===//

// A macro that also forgets may be used as often as you like.
#define CLEAR_AND_FORGET(R) \
  do {                      \
    PQclear(R);             \
    (R) = NULL;             \
  } while (0)

void macroForgetsOk(PGresult *Res) {
  CLEAR_AND_FORGET(Res);
  CLEAR_AND_FORGET(Res);
}

// The error branch clears, forgets and goes on to the common end.
int forgottenBeforeGotoOk(PGconn *Conn) {
  int Rc = -1;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    Res = NULL;
    goto out;
  }
  Rc = PQntuples(Res);
out:
  PQclear(Res);
  return Rc;
}

// The early return is the other path.
int clearOnEachPathOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  return 0;
}

// Two labels: the first clears and goes over the second's head.
int labelsInOrderOk(PGconn *Conn) {
  PGresult *Head = NULL, *Body = NULL;
  int Rc = -1;
  Head = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Head) != PGRES_TUPLES_OK)
    goto head;
  Body = PQexec(Conn, "SELECT 2");
  if (PQresultStatus(Body) != PGRES_TUPLES_OK)
    goto body;
  Rc = 0;
body:
  PQclear(Body);
head:
  PQclear(Head);
  return Rc;
}

// The variable is the second result's when it is cleared again.
void reassignedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  PQclear(Res);
  Res = PQexec(Conn, "COMMIT");
  PQclear(Res);
}

// A null handle may be released any number of times.
void nullTwiceOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (Res == NULL)
    PQclear(Res);
  PQclear(Res);
}

// Preparing anew stores null where it fails: the last finalize finds nothing.
int preparedAnewOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  int Rc = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  sqlite3_finalize(Stmt);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_prepare_v2(Db, "SELECT 2", -1, &Stmt, NULL);
  else
    Stmt = NULL;
  sqlite3_finalize(Stmt);
  return Rc;
}

// Every sqlite3_exec that gets a place for a message sets it.
void messageSetAnewOk(sqlite3 *Db) {
  char *Err = NULL;
  if (sqlite3_exec(Db, "DELETE FROM a", NULL, NULL, &Err) != SQLITE_OK)
    sqlite3_free(Err);
  sqlite3_exec(Db, "DELETE FROM b", NULL, NULL, &Err);
  sqlite3_free(Err);
}

// Closing the connection leaves its results alone.
void resultOutlivesConnectionOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PQfinish(Conn);
  puts(PQgetvalue(Res, 0, 0));
  PQclear(Res);
}

// A cancel object is a thing of its own, too.
int cancelOutlivesConnectionOk(const char *Dsn) {
  char Text[256];
  PGconn *Conn = PQconnectdb(Dsn);
  PGcancel *Cancel = PQgetCancel(Conn);
  PQfinish(Conn);
  const int Sent = PQcancel(Cancel, Text, sizeof Text);
  PQfreeCancel(Cancel);
  return Sent;
}

// A second connection in its own variable.
void twoConnectionsOk(const char *From, const char *To) {
  PGconn *Source = PQconnectdb(From);
  PGconn *Target = PQconnectdb(To);
  PQfinish(Target);
  PQfinish(Source);
}

// The slot connection may be the main one: then it is not closed a second time.
void maybeTheSameOk(PGconn *Conn, const char *Dsn) {
  PGconn *Slot = Dsn ? PQconnectdb(Dsn) : Conn;
  PQclear(PQexec(Slot, "SELECT pg_drop_replication_slot('s')"));
  if (Slot != Conn)
    PQfinish(Slot);
  PQfinish(Conn);
}

// The copy of the field stands for it from then on.
void fieldForgottenOk(struct session *S) {
  PGconn *Conn = S->Conn;
  S->Conn = NULL;
  PQfinish(Conn);
  PQfinish(S->Conn);
}

// The old connection is closed before the field gets a new one.
void fieldReplacedOk(struct session *S, const char *Dsn) {
  PQfinish(S->Conn);
  S->Conn = PQconnectdb(Dsn);
  if (PQstatus(S->Conn) != CONNECTION_OK) {
    PQfinish(S->Conn);
    S->Conn = NULL;
  }
}

// A failed realloc has freed nothing.
char *reallocFailedOk(char *Old, int Size) {
  char *New = sqlite3_realloc(Old, Size);
  if (!New) {
    sqlite3_free(Old);
    return NULL;
  }
  return New;
}

// Cases that end with break do not meet.
void switchBreaksOk(sqlite3_stmt *Stmt, int Mode) {
  switch (Mode) {
  case 1:
    sqlite3_finalize(Stmt);
    break;
  case 2:
    sqlite3_reset(Stmt);
    sqlite3_finalize(Stmt);
    break;
  default:
    break;
  }
}

// Which of two is released is decided once.
void eitherOfTwoOk(PGresult *First, PGresult *Second, int Swap) {
  PQclear(Swap ? Second : First);
  PQclear(Swap ? First : Second);
}
