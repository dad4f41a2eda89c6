// RUN: %check_dbtidy %s
// Functions of one's own that release, that ask, and that do either: their callers.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct store {
  PGconn *Conn;
  PGresult *Res;
  sqlite3_stmt *Stmt;
};

//===--- What the callers use ---===//

static void clear(PGresult *Res) { PQclear(Res); }

static void clearAndForget(PGresult **Res) {
  PQclear(*Res);
  *Res = NULL;
}

static void clearOnly(PGresult **Res) { PQclear(*Res); }

static int clearOnFailure(PGresult *Res) {
  if (PQresultStatus(Res) == PGRES_TUPLES_OK)
    return 0;
  PQclear(Res);
  return -1;
}

static int rowsOf(PGresult *Res) { return PQresultStatus(Res) == PGRES_TUPLES_OK ? PQntuples(Res) : -1; }

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

static void closeStore(struct store *S) {
  PQfinish(S->Conn);
  S->Conn = NULL;
}

static void dropConnection(struct store *S) { PQfinish(S->Conn); }

static void finalizeIf(sqlite3_stmt *Stmt, int Really) {
  if (Really)
    sqlite3_finalize(Stmt);
}

static PGresult *same(PGresult *Res) { return Res; }

static const char *firstValue(PGresult *Res) { return PQntuples(Res) > 0 ? PQgetvalue(Res, 0, 0) : ""; }

static void outer(PGconn *Conn) { dropConnection(&(struct store){.Conn = Conn}); }

static void unwindTo(PGresult *Res, int Depth) {
  if (Depth == 0)
    PQclear(Res);
  else
    unwindTo(Res, Depth - 1);
}

static void fatal(PGconn *Conn, const char *Text) {
  fprintf(stderr, "%s: %s", Text, PQerrorMessage(Conn));
  PQfinish(Conn);
  exit(1);
}

_Noreturn void panic(PGconn *Conn);

//===--- Callers that are wrong ---===//

// The helper has cleared it.
int clearedByHelperBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  clear(Res);            // NOTE: "releases"
  return PQntuples(Res); // WARN: [db-use-after-close] "'PQntuples'"
}

// Twice, by the helper and by hand.
void helperAndHandBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  clear(Res);   // NOTE: "releases"
  PQclear(Res); // WARN: [db-use-after-close] "already released"
}

// By hand, and by the helper.
void handAndHelperBad(PGresult *Res) {
  PQclear(Res); // NOTE: "releases"
  clear(Res);   // WARN: [db-use-after-close] "already released"
}

// The helper got the address and forgot to forget.
void throughAddressBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  clearOnly(&Res); // NOTE: "releases"
  clearOnly(&Res); // WARN: [db-use-after-close]
}

// The helper clears where it fails, and the caller clears there too.
int clearedByFailureBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (clearOnFailure(Res) != 0) { // NOTE: "releases"
    PQclear(Res);                 // WARN: [db-use-after-close]
    return -1;
  }
  PQclear(Res);
  return 0;
}

// A query through the helper, on a closed connection.
int queryByHelperBad(PGconn *Conn) {
  PQfinish(Conn);              // NOTE: "releases"
  return runs(Conn, "VACUUM"); // WARN: [db-use-after-close]
}

// The object's connection was closed inside, and not set to null.
int closedInObjectBad(struct store *S) {
  dropConnection(S);        // NOTE: "releases"
  return PQsocket(S->Conn); // WARN: [db-use-after-close] "'PQsocket'"
}

// Closing the object twice closes its connection twice.
void objectTwiceBad(struct store *S, int Failed) {
  if (Failed)
    dropConnection(S); // NOTE: "releases"
  dropConnection(S);   // WARN: [db-use-after-close]
}

// The flag that the helper wants is set.
void flagSetBad(sqlite3_stmt *Stmt) {
  finalizeIf(Stmt, 1); // NOTE: "releases"
  sqlite3_reset(Stmt); // WARN: [db-use-after-close]
}

// The function gives back what it was given: one result, two names.
void givenBackBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PGresult *Again = same(Res);
  PQclear(Again); // NOTE: "releases"
  PQclear(Res);   // WARN: [db-use-after-close]
}

// Two calls deep.
void twoDeepBad(PGconn *Conn) {
  outer(Conn);                // NOTE: "releases"
  puts(PQerrorMessage(Conn)); // WARN: [db-use-after-close]
}

// A recursive helper clears at its end.
void recursiveBad(PGresult *Res) {
  unwindTo(Res, 3);               // NOTE: "releases"
  printf("%d\n", PQntuples(Res)); // WARN: [db-use-after-close]
}

// A global connection, closed by two functions that do not set it to null.
static PGconn *Shared;

static void closeShared(void) { PQfinish(Shared); }

void sharedTwiceBad(void) {
  closeShared(); // NOTE: "releases"
  closeShared(); // WARN: [db-use-after-close]
}

void sharedUsedBad(void) {
  closeShared();          // NOTE: "releases"
  runs(Shared, "VACUUM"); // WARN: [db-use-after-close]
}

// A statement expression releases in the middle of an expression.
#define TAKE_ROWS(R)                \
  ({                                \
    const int Rows_ = PQntuples(R); \
    PQclear(R);                     \
    Rows_;                          \
  })

int statementExpressionBad(PGresult *Res) {
  const int Rows = TAKE_ROWS(Res); // NOTE: "releases"
  return Rows + PQnfields(Res);    // WARN: [db-use-after-close] "'PQnfields'"
}

// A wrapper's retry frees the answer of its probe, and its end frees the answer again.
static int query(PGconn *Conn, const char *Sql, PGresult **Res) {
  *Res = PQexec(Conn, Sql);
  if (PQresultStatus(*Res) == PGRES_TUPLES_OK)
    return 0;
  PQclear(*Res);
  *Res = NULL;
  return -1;
}

int probeBad(PGconn *Conn, PGresult **Res) {
  if (query(Conn, "SELECT 1", Res) == 0)
    return 0;
  *Res = PQexec(Conn, "SELECT 42");
  if (*Res != NULL)
    PQclear(*Res); // NOTE: "releases"
  if (PQstatus(Conn) != CONNECTION_OK)
    return -2;
  PQclear(*Res); // WARN: [db-use-after-close]
  *Res = NULL;
  return -1;
}

// Cleared by the function that was to fill it, whose code nobody looks at.
void codeIgnoredOk(PGconn *Conn) {
  PGresult *Res = NULL;
  query(Conn, "SELECT 1", &Res);
  if (Res)
    puts(PQgetvalue(Res, 0, 0));
  PQclear(Res);
}

//===--- Callers that are right ---===//

// The helper sets the caller's variable to null.
void forgottenByHelperOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  clearAndForget(&Res);
  clearAndForget(&Res);
  PQclear(Res);
}

// The helper clears where it fails, and the caller goes.
int failureLeavesOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (clearOnFailure(Res) != 0)
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The helper's code is kept and decides later.
int failureKeptOk(PGconn *Conn) {
  int Rows = 0;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Failed = clearOnFailure(Res);
  printf("looked at it\n");
  if (!Failed)
    Rows = PQntuples(Res);
  if (Failed == 0)
    PQclear(Res);
  return Rows;
}

// The helper asks, then the caller clears.
int askedInTimeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = rowsOf(Res);
  clear(Res);
  return Rows;
}

// The object's connection is null behind the call.
void objectTwiceOk(struct store *S) {
  closeStore(S);
  closeStore(S);
  PQfinish(S->Conn);
}

// The flag that the helper wants is not set.
void flagNotSetOk(sqlite3_stmt *Stmt) {
  finalizeIf(Stmt, 0);
  sqlite3_finalize(Stmt);
}

// The same flag for both.
void sameFlagOk(sqlite3_stmt *Stmt, int Done) {
  finalizeIf(Stmt, Done);
  if (!Done)
    sqlite3_finalize(Stmt);
}

// The helper that closes does not come back, although nothing declares it.
int fatalDoesNotReturnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    fatal(Conn, "connect");
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}

// This one is declared, and its body unknown.
int panicDoesNotReturnOk(PGconn *Conn) {
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    panic(NULL);
  }
  return PQserverVersion(Conn);
}

// The text is used while its result lives, through helpers on both sides.
void valueInTimeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = firstValue(Res);
  puts(Name);
  clear(Res);
}

// Two objects, each closed once.
void twoObjectsOk(struct store *A, struct store *B) {
  dropConnection(A);
  dropConnection(B);
}

// The shared connection is replaced between the two calls.
void sharedReplacedOk(const char *Dsn) {
  closeShared();
  Shared = PQconnectdb(Dsn);
  runs(Shared, "VACUUM");
}

// The recursion clears once.
void recursiveOk(PGresult *Res) {
  printf("%d\n", PQntuples(Res));
  unwindTo(Res, 2);
}

// The statement expression takes what it needs and gives a number.
int statementExpressionOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  return TAKE_ROWS(Res);
}

// Closing through one name and setting both to null.
void bothNulledOk(struct store *S) {
  PGconn *Conn = S->Conn;
  PQfinish(Conn);
  Conn = S->Conn = NULL;
  if (S->Conn)
    runs(S->Conn, "VACUUM");
}

// A function that may release keeps the caller's hands off by returning null.
static PGresult *checked(PGresult *Res) {
  if (PQresultStatus(Res) == PGRES_TUPLES_OK)
    return Res;
  PQclear(Res);
  return NULL;
}

int nullReturnedOk(PGconn *Conn) {
  PGresult *Res = checked(PQexec(Conn, "SELECT 1"));
  if (!Res)
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// An acquiring wrapper fills the caller's variable anew each time.
static int fetch(PGconn *Conn, const char *Sql, PGresult **Out) {
  *Out = PQexec(Conn, Sql);
  if (PQresultStatus(*Out) == PGRES_TUPLES_OK)
    return 0;
  PQclear(*Out);
  *Out = NULL;
  return -1;
}

int filledAgainOk(PGconn *Conn) {
  PGresult *Res = NULL;
  if (fetch(Conn, "SELECT 1", &Res) != 0)
    return -1;
  PQclear(Res);
  if (fetch(Conn, "SELECT 2", &Res) == 0)
    puts(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return 0;
}

// main leaves early; on every way each handle ends once.
int main(int Count, char **Arguments) {
  if (Count < 2)
    return 2;
  PGconn *Conn = PQconnectdb(Arguments[1]);
  if (PQstatus(Conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    PQfinish(Conn);
    return 1;
  }
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (rowsOf(Res) < 1) {
    PQclear(Res);
    PQfinish(Conn);
    return 1;
  }
  puts(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  PQfinish(Conn);
  return 0;
}
