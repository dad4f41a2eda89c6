// RUN: %check_dbtidy %s
// Functions that open or close for others: inferred from their bodies, never declared.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void csync_fatal(const char *Format, ...);
void csyncFatal(const char *Format, ...);
_Noreturn void dieWith(const char *Text);
void adopt(void *Pool, PGconn *Conn);   // nobody shows what it does
void announce(void *Bus, PGconn *Conn); // nor this one's, but it is closed behind it
void inspect(const PGconn *Conn);

// Returns what it opened, whatever the status: no fault of its own.
static PGconn *dial(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    fprintf(stderr, "%s", PQerrorMessage(Conn));
  return Conn;
}

// Returns a good connection or null.
static PGconn *dialOrNull(const char *Dsn) {
  PGconn *Conn = dial(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return NULL;
  }
  return Conn;
}

// Closes what the caller's variable holds and forgets it.
static void hangUp(PGconn **Conn) {
  if (*Conn) {
    PQfinish(*Conn);
    *Conn = NULL;
  }
}

static void closeIt(PGconn *Conn) { PQfinish(Conn); }

// Opens into the caller's variable; on failure there is nothing in it.
static int openStore(const char *Path, sqlite3 **Out) {
  int Rc = sqlite3_open(Path, Out);
  if (Rc != SQLITE_OK) {
    sqlite3_close(*Out);
    *Out = NULL;
  }
  return Rc;
}

// A thin one: status and handle come through as they are.
static int openThin(const char *Path, sqlite3 **Out) { return sqlite3_open_v2(Path, Out, SQLITE_OPEN_READWRITE, NULL); }

// Only looks.
static int countRows(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT * FROM jobs");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

//===--- Lost ---===//

// What a wrapper opened is owed by the one who called it.
int wrapperBad(const char *Dsn) {
  PGconn *Conn = dial(Dsn); // WARN: [db-connection-leak]
  if (countRows(Conn) == 0)
    return -1;
  PQfinish(Conn);
  return 0;
}

// Two levels down, and null on failure; the good one is lost.
int wrapperOfWrapperBad(const char *Dsn) {
  PGconn *Conn = dialOrNull(Dsn); // WARN: [db-connection-leak]
  if (!Conn)
    return -1;
  return countRows(Conn);
}

// The factory itself loses what it does not return.
PGconn *factoryBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    return NULL;
  return Conn;
}

// Opened through an out-parameter by a wrapper that is right; the next error returns.
int outParameterBad(const char *Path) {
  sqlite3 *Db;
  if (openStore(Path, &Db) != SQLITE_OK) // WARN: [db-connection-leak]
    return -1;
  if (sqlite3_exec(Db, "PRAGMA quick_check", NULL, NULL, NULL) != SQLITE_OK)
    return -2;
  sqlite3_close(Db);
  return 0;
}

// The thin wrapper leaves a handle on failure, as SQLite itself does.
int thinWrapperBad(const char *Path) {
  sqlite3 *Db;
  if (openThin(Path, &Db) != SQLITE_OK) // WARN: [db-connection-leak]
    return -1;
  sqlite3_close(Db);
  return 0;
}

// Closes only what could be used: repmgr's clear-list helper.
static void closeIfGood(PGconn *Conn) {
  if (PQstatus(Conn) == CONNECTION_OK)
    PQfinish(Conn);
}

int helperClosesSomeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const int Version = PQserverVersion(Conn);
  closeIfGood(Conn);
  return Version;
}

// Says whether it closed; the answer is thrown away.
static bool closeIfIdle(PGconn *Conn) {
  if (PQtransactionStatus(Conn) != PQTRANS_IDLE)
    return false;
  PQfinish(Conn);
  return true;
}

void answerIgnoredBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  PQsendQuery(Conn, "SELECT pg_sleep(1)");
  closeIfIdle(Conn);
}

// hangUp is called for one of two ways.
int closedByPointerBad(const char *Dsn, int Keep) {
  PGconn *Conn = dial(Dsn); // WARN: [db-connection-leak]
  const int Rows = countRows(Conn);
  if (!Keep)
    hangUp(&Conn);
  return Rows;
}

// A helper whose parameter is const cannot have closed it, nor one that looks only.
void constBorrowBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  inspect(Conn);
  countRows(Conn);
}

// A macro returns in the middle.
#define TRY(Call)              \
  do {                         \
    const int Status = (Call); \
    if (Status != SQLITE_OK)   \
      return Status;           \
  } while (0)

int macroReturnsBad(const char *Path) {
  sqlite3 *Db = NULL;
  TRY(openStore(Path, &Db)); // WARN: [db-connection-leak]
  TRY(sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, NULL));
  return sqlite3_close(Db);
}

// Each level opens its own; a failure deeper down leaves those above open.
int recursiveBad(const char *const *Dsns, int Depth) {
  if (!*Dsns)
    return Depth == 0 ? 0 : -1;
  PGconn *Conn = PQconnectdb(*Dsns); // WARN: [db-connection-leak]
  const int Below = recursiveBad(Dsns + 1, Depth - 1);
  if (Below < 0)
    return Below;
  PQfinish(Conn);
  return Below + 1;
}

// The local variable is handed out on success only; a failure forgets it.
int storedOnSuccessBad(const char *Path, sqlite3 **Out) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Rc == SQLITE_OK)
    *Out = Db;
  return Rc;
}

// Checks and exits on failure; the caller still owns the good one.
static void mustBeUp(PGconn *Conn) {
  if (PQstatus(Conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    PQfinish(Conn);
    exit(1);
  }
}

void checkedNotClosedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  mustBeUp(Conn);
  countRows(Conn);
}

// The wrapper's own connection beside the one it was given: two out-parameters, one alias.
static void privileged(PGconn *Conn, const char *Super, PGconn **Opened, PGconn **Use) {
  *Opened = NULL;
  *Use = Conn;
  if (Super) {
    *Opened = PQconnectdb(Super);
    *Use = *Opened;
  }
}

int twoOutParametersBad(PGconn *Conn, const char *Super, int DryRun) {
  PGconn *Opened, *Use;
  privileged(Conn, Super, &Opened, &Use); // WARN: [db-connection-leak]
  if (DryRun)
    return 0;
  const int Rows = countRows(Use);
  if (Opened)
    PQfinish(Opened);
  return Rows;
}

// Acquired by an argument, thrown away by a helper that only looks.
int nestedCallBad(const char *Dsn) {
  return countRows(dial(Dsn)); // WARN: [db-connection-leak]
}

// The release behind the call tells that an unseen function only borrowed.
int borrowedUnseenBad(void *Bus, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  announce(Bus, Conn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}

//===--- Closed ---===//

// Wrapper in, wrapper out.
int wrapperOk(const char *Dsn) {
  PGconn *Conn = dial(Dsn);
  const int Rows = countRows(Conn);
  closeIt(Conn);
  return Rows;
}

// Null from the wrapper means that it has cleaned up itself.
int nullOnFailureOk(const char *Dsn) {
  PGconn *Conn = dialOrNull(Dsn);
  if (!Conn)
    return -1;
  const int Rows = countRows(Conn);
  PQfinish(Conn);
  return Rows;
}

// Through the pointer to the pointer, twice: the second time finds null.
int closedByPointerOk(const char *Dsn) {
  PGconn *Conn = dial(Dsn);
  const int Rows = countRows(Conn);
  if (Rows == 0)
    hangUp(&Conn);
  hangUp(&Conn);
  return Rows;
}

// Failure of this wrapper leaves nothing, success leaves what is closed here.
int outParameterOk(const char *Path) {
  sqlite3 *Db;
  if (openStore(Path, &Db) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_exec(Db, "PRAGMA quick_check", NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
}

// The thin wrapper's handle is closed in any case.
int thinWrapperOk(const char *Path) {
  sqlite3 *Db = NULL;
  const int Rc = openThin(Path, &Db);
  sqlite3_close(Db);
  return Rc;
}

// The answer of the closing helper decides.
void answerUsedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PQsendQuery(Conn, "SELECT pg_sleep(1)");
  if (!closeIfIdle(Conn))
    PQfinish(Conn);
}

// Each level closes its own.
int recursiveOk(const char *const *Dsns, int Depth) {
  if (Depth == 0)
    return 0;
  PGconn *Conn = PQconnectdb(*Dsns);
  const int Below = recursiveOk(Dsns + 1, Depth - 1);
  PQfinish(Conn);
  return Below < 0 ? Below : Below + 1;
}

// The deepest level closes what the first one opened.
static void closeDeepDown(PGconn *Conn, int Depth) {
  if (Depth > 0)
    closeDeepDown(Conn, Depth - 1);
  else
    PQfinish(Conn);
}

void recursiveReleaseOk(const char *Dsn) { closeDeepDown(PQconnectdb(Dsn), 3); }

// Opened in one turn of two functions that call each other, returned through both.
static PGconn *tryOther(const char *Dsn, int Tries);
static PGconn *tryOne(const char *Dsn, int Tries) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK)
    return Conn;
  PQfinish(Conn);
  return tryOther(Dsn, Tries - 1);
}
static PGconn *tryOther(const char *Dsn, int Tries) { return Tries > 0 ? tryOne(Dsn, Tries) : NULL; }

int mutualOk(const char *Dsn) {
  PGconn *Conn = tryOne(Dsn, 3);
  const int Pid = PQbackendPID(Conn);
  PQfinish(Conn);
  return Pid;
}

// Function pointers for both ends.
int functionPointersOk(const char *Dsn) {
  PGconn *(*Open)(const char *) = PQconnectdb;
  void (*Close)(PGconn *) = PQfinish;
  PGconn *Conn = Open(Dsn);
  const int Version = PQserverVersion(Conn);
  Close(Conn);
  return Version;
}

// All failures of this one clear the out-parameter.
int fullyOpenOk(const char *Path, sqlite3 **Out) {
  *Out = NULL;
  if (sqlite3_open(Path, Out) != SQLITE_OK)
    goto failed;
  if (sqlite3_exec(*Out, "PRAGMA journal_mode = WAL", NULL, NULL, NULL) != SQLITE_OK)
    goto failed;
  return 0;
failed:
  sqlite3_close(*Out);
  *Out = NULL;
  return -1;
}

// Handed out through the parameter whatever the status was: the caller's from here on.
int handedOutOk(const char *Path, sqlite3 **Out) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(Path, &Db);
  sqlite3_busy_timeout(Db, 1000);
  *Out = Db;
  return Rc;
}

// Checked by a helper that does not come back with a bad one, then closed here.
void checkedAndClosedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  mustBeUp(Conn);
  countRows(Conn);
  PQfinish(Conn);
}

// Never returns, as its prototype says.
int declaredNoreturnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    dieWith("no database");
  PQfinish(Conn);
  return 0;
}

// Never returns, as its body shows.
static void usage(const char *Text) {
  fprintf(stderr, "usage: %s\n", Text);
  exit(2);
}

int inferredNoreturnOk(const char *Dsn, int Count) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (Count > 1)
    usage("sync [file]");
  PQfinish(Conn);
  return 0;
}

// Never returns, as its name says; nobody shows its body and nothing declares it.
int namedNoreturnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    csync_fatal("cannot connect: %s", PQerrorMessage(Conn));
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// The same through a function that returns one or the other.
static PGconn *given(PGconn *Conn, const char *Dsn) { return Conn ? Conn : PQconnectdb(Dsn); }

int givenOrOpenedOk(PGconn *Conn, const char *Dsn) {
  PGconn *Use = given(Conn, Dsn);
  const int Rows = countRows(Use);
  if (!Conn)
    PQfinish(Use);
  return Rows;
}

// Closed where the wrapper says that it opened one.
int twoOutParametersOk(PGconn *Conn, const char *Super) {
  PGconn *Opened, *Use;
  privileged(Conn, Super, &Opened, &Use);
  const int Rows = countRows(Use);
  if (Opened)
    PQfinish(Opened);
  return Rows;
}

// Somebody whose body is not there may keep it: nothing is said from there on.
int givenAwayOk(void *Pool, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  adopt(Pool, Conn);
  return PQstatus(Conn) == CONNECTION_OK;
}

// Tail of a factory: the value goes straight through.
PGconn *straightThroughOk(const char *Dsn) { return dial(Dsn); }

// A parameter is the caller's: not closing it is no fault here.
int borrowedParameterOk(PGconn *Conn) { return countRows(Conn) > 0 ? 0 : -1; }

// Not closed behind a bad status, but the wrapper only ever returns null or a good one.
int statusOfGoodOneOk(const char *Dsn) {
  PGconn *Conn = dialOrNull(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}

// The same name in another spelling.
int camelNoreturnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    csyncFatal("cannot connect: %s", PQerrorMessage(Conn));
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// The caller's connection, or one of its own: closed if it is not the caller's.
int ownOrGivenOk(PGconn *Conn, const char *Replica) {
  PGconn *Slot = Conn;
  if (Replica)
    Slot = PQconnectdb(Replica);
  const int Rows = countRows(Slot);
  if (Slot != Conn)
    PQfinish(Slot);
  return Rows;
}
