// RUN: %check_dbtidy %s
// What C code uses for clean-up besides goto: the cleanup attribute, statement expressions,
// operators that branch, macros.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

static void finishAt(PGconn **Conn) {
  if (*Conn)
    PQfinish(*Conn);
}

static void closeAt(sqlite3 **Db) { sqlite3_close_v2(*Db); }

static void logAt(PGconn **Conn) { fprintf(stderr, "leaving %p\n", (void *)*Conn); }

#define AUTO_FINISH __attribute__((cleanup(finishAt)))
#define AUTO_CLOSE __attribute__((cleanup(closeAt)))

#define STEAL(Place)                    \
  ({                                    \
    __typeof__(Place) Stolen = (Place); \
    (Place) = NULL;                     \
    Stolen;                             \
  })

#define CLOSE(Conn)   \
  do {                \
    if (Conn) {       \
      PQfinish(Conn); \
      (Conn) = NULL;  \
    }                 \
  } while (0)

//===--- Lost ---===//

// The cleanup function says goodbye and closes nothing.
int cleanupLogsBad(const char *Dsn) {
  __attribute__((cleanup(logAt))) PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// The cleanup closes what is in the variable at the end, not what was in it before.
int cleanupOverwrittenBad(const char *Primary, const char *Standby) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Primary); // WARN: [db-connection-leak] "overwritten"
  if (PQstatus(Conn) != CONNECTION_OK)
    Conn = PQconnectdb(Standby);
  return PQserverVersion(Conn);
}

// Stolen from the cleanup, then forgotten.
int stolenBad(const char *Dsn) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!runs(Conn, "SELECT 1"))
    return -1;
  PGconn *Mine = STEAL(Conn);
  if (!runs(Mine, "SELECT 2"))
    return -2;
  PQfinish(Mine);
  return 0;
}

// The value of a statement expression is the connection.
int statementExpressionBad(const char *Dsn) {
  PGconn *Conn = ({
    PGconn *New = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    PQsetErrorVerbosity(New, PQERRORS_VERBOSE);
    New;
  });
  return PQserverVersion(Conn);
}

// Half of it is lost inside the statement expression.
int lostInsideBad(const char *Dsn) {
  return ({
    PGconn *New = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    PQserverVersion(New);
  });
}

// A chain of conditions: the body closes, what fails half-way does not reach it.
int andChainBad(const char *Dsn) {
  PGconn *Conn;
  if ((Conn = PQconnectdb(Dsn)) != NULL && PQstatus(Conn) == CONNECTION_OK && runs(Conn, "SELECT 1")) { // WARN: [db-connection-leak]
    PQfinish(Conn);
    return 0;
  }
  return -1;
}

// The same chain with ||, as errors.
int orChainBad(const char *Path) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK || sqlite3_exec(Db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) != SQLITE_OK) { // WARN: [db-connection-leak]
    fprintf(stderr, "%s\n", Path);
    return -1;
  }
  sqlite3_close(Db);
  return 0;
}

// A conditional expression picks where to connect; both picks are owed.
int conditionalBad(const char *Dsn, int Local) {
  PGconn *Conn = Local ? PQconnectdb("") : PQconnectdb(Dsn); // WARN: [db-connection-leak] // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// `a ?: b`: the connection is new if none was given.
int elvisBad(PGconn *Given, const char *Dsn) {
  PGconn *Conn = Given ?: PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// Used as a condition and never kept.
void conditionOnlyBad(const char *Dsn) {
  if (PQconnectdb(Dsn)) // WARN: [db-connection-leak]
    puts("libpq has memory");
}

// Assigned in the condition of a loop that ends with the first good one.
int loopConditionBad(const char *const *Dsns) {
  PGconn *Conn = NULL;
  while (*Dsns && PQstatus(Conn = PQconnectdb(*Dsns)) != CONNECTION_OK) // WARN: [db-connection-leak]
    ++Dsns;
  const int Pid = PQbackendPID(Conn);
  PQfinish(Conn);
  return Pid;
}

// A macro that returns hides the way out.
#define RETURN_IF(Condition, Value) \
  do {                              \
    if (Condition)                  \
      return (Value);               \
  } while (0)

int macroBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  RETURN_IF(PQstatus(Conn) != CONNECTION_OK, -1);
  CLOSE(Conn);
  return 0;
}

// The close is behind a macro that closes only when asked.
#define CLOSE_IF(Condition, Conn) ((Condition) ? PQfinish(Conn) : (void)0)

void closeIfBad(const char *Dsn, int Verbose) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (Verbose)
    printf("%d\n", PQserverVersion(Conn));
  CLOSE_IF(Verbose, Conn);
}

// A jump over the release through a table of labels.
int computedGotoBad(const char *Dsn, unsigned Op) {
  static const void *const Labels[] = {&&work, &&done};
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  goto *Labels[Op & 1];
work:
  runs(Conn, "SELECT work()");
  PQfinish(Conn);
done:
  return 0;
}

//===--- Closed ---===//

// Every return runs the cleanup.
int cleanupOk(const char *Dsn) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  if (!runs(Conn, "SELECT 1"))
    return -2;
  return 0;
}

// Filled through its address; a failed open is closed, too.
int cleanupFilledOk(const char *Path) {
  AUTO_CLOSE sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    return -1;
  return sqlite3_exec(Db, "VACUUM", NULL, NULL, NULL);
}

// In a loop: continue and break run it, and so does the end of each turn.
int cleanupInLoopOk(const char *const *Dsns) {
  int Up = 0;
  for (; *Dsns; ++Dsns) {
    AUTO_FINISH PGconn *Conn = PQconnectdb(*Dsns);
    if (PQstatus(Conn) != CONNECTION_OK)
      continue;
    if (!runs(Conn, "SELECT 1"))
      break;
    ++Up;
  }
  return Up;
}

// Out of the scope by a jump.
int cleanupGotoOk(const char *Dsn, int Tries) {
again: {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK)
    return 0;
  if (Tries-- > 0)
    goto again;
}
  return -1;
}

// Stolen from the cleanup to be returned.
PGconn *stolenOk(const char *Dsn) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return NULL;
  return STEAL(Conn);
}

// The same by hand.
PGconn *stolenByHandOk(const char *Dsn) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn);
  if (!runs(Conn, "SET TIME ZONE 'UTC'"))
    return NULL;
  PGconn *Out = Conn;
  Conn = NULL;
  return Out;
}

// Closed by hand and emptied: the cleanup finds null.
int closedEarlyOk(const char *Dsn) {
  AUTO_FINISH PGconn *Conn = PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  CLOSE(Conn);
  return Version;
}

// The value of a statement expression, closed.
int statementExpressionOk(const char *Dsn) {
  PGconn *Conn = ({
    PGconn *New = PQconnectdb(Dsn);
    PQsetErrorVerbosity(New, PQERRORS_VERBOSE);
    New;
  });
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}

// A chain of conditions with the release behind it.
int andChainOk(const char *Dsn) {
  int Rc = -1;
  PGconn *Conn = NULL;
  if ((Conn = PQconnectdb(Dsn)) != NULL && PQstatus(Conn) == CONNECTION_OK && runs(Conn, "SELECT 1"))
    Rc = 0;
  CLOSE(Conn);
  return Rc;
}

// Errors joined by ||, with a release in the branch.
int orChainOk(const char *Path) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) || sqlite3_exec(Db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL)) {
    sqlite3_close(Db);
    return -1;
  }
  sqlite3_close(Db);
  return 0;
}

// Acquired in the second operand only.
int secondOperandOk(const char *Dsn, int Wanted) {
  PGconn *Conn = NULL;
  const int Up = Wanted && (Conn = PQconnectdb(Dsn)) && PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn);
  return Up;
}

// A conditional expression, one release.
int conditionalOk(const char *Dsn, int Local) {
  PGconn *Conn = Local ? PQconnectdb("") : PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}

// Null or a connection, by the same operator.
int conditionalNullOk(const char *Dsn) {
  PGconn *Conn = Dsn ? PQconnectdb(Dsn) : NULL;
  if (!Conn)
    return -1;
  PQfinish(Conn);
  return 0;
}

// `a ?: b`, closed only if it is not the one given.
int elvisOk(PGconn *Given, const char *Dsn) {
  PGconn *Conn = Given ?: PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  if (!Given)
    PQfinish(Conn);
  return Version;
}

// A macro that closes and returns.
#define FAIL(Conn)  \
  do {              \
    PQfinish(Conn); \
    return -1;      \
  } while (0)

int failMacroOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    FAIL(Conn);
  if (!runs(Conn, "SELECT 1"))
    FAIL(Conn);
  PQfinish(Conn);
  return 0;
}

// do { } while (0) as a block to break out of.
int breakOutOk(const char *Dsn) {
  int Rc = -1;
  PGconn *Conn = PQconnectdb(Dsn);
  do {
    if (PQstatus(Conn) != CONNECTION_OK)
      break;
    if (!runs(Conn, "SELECT 1"))
      break;
    Rc = 0;
  } while (0);
  PQfinish(Conn);
  return Rc;
}

// A cleanup on a struct that holds the connection.
struct Session {
  PGconn *Conn;
  int Depth;
};

static void sessionEnd(struct Session *S) { PQfinish(S->Conn); }

int cleanupStructOk(const char *Dsn) {
  __attribute__((cleanup(sessionEnd))) struct Session S = {PQconnectdb(Dsn), 0};
  return PQstatus(S.Conn) == CONNECTION_OK ? 0 : -1;
}

// A cleanup on a pointer to a heap object.
static void sessionFree(struct Session **S) {
  if (*S)
    PQfinish((*S)->Conn);
  free(*S);
}

int cleanupHeapOk(const char *Dsn) {
  __attribute__((cleanup(sessionFree))) struct Session *S = calloc(1, sizeof *S);
  if (!S)
    return -1;
  S->Conn = PQconnectdb(Dsn);
  return PQstatus(S->Conn) == CONNECTION_OK ? 0 : -1;
}
