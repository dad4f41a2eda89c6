// RUN: %check_dbtidy %s
// Correlated conditions: whether to close is remembered in another variable.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdio.h>

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

enum Mode { ModeRead,
            ModeWrite,
            ModeCheck };

//===--- Lost ---===//

// The flag is set behind a return that it should have covered.
int flagTooLateBad(const char *Dsn) {
  bool Opened = false;
  int Rc = -1;
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    goto out;
  Opened = true;
  Rc = runs(Conn, "SELECT 1");
out:
  if (Opened)
    PQfinish(Conn);
  return Rc;
}

// Opened for one mode, closed for another.
void otherModeBad(enum Mode M, const char *Dsn) {
  PGconn *Conn = NULL;
  if (M == ModeWrite)
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  printf("%d\n", PQserverVersion(Conn));
  if (M == ModeRead)
    PQfinish(Conn);
}

// The condition is turned around.
int turnedAroundBad(PGconn *Given, const char *Dsn) {
  PGconn *Conn = Given;
  if (!Given)
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const int Good = runs(Conn, "SELECT 1");
  if (Given)
    PQfinish(Conn);
  return Good;
}

// The flag changes between opening and closing.
int flagChangesBad(const char *Dsn, bool Own) {
  PGconn *Conn = NULL;
  if (Own)
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    Own = false;
  if (Own)
    PQfinish(Conn);
  return Own;
}

// Closed when the work's status is good, which says nothing of the connection.
int closedOnGoodWorkBad(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "VACUUM", NULL, NULL, NULL);
  if (Rc == SQLITE_OK)
    sqlite3_close(Db);
  return Rc;
}

// With --force the failed connection is neither an error nor closed.
int forcedBad(const char *Dsn, bool Force) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const bool Available = PQstatus(Conn) == CONNECTION_OK;
  if (!Available && !Force) {
    PQfinish(Conn);
    return -1;
  }
  if (Available) {
    runs(Conn, "SELECT 1");
    PQfinish(Conn);
  }
  return 0;
}

// Two conditions must both hold for the close, only one for the open.
void bothNeededBad(const char *Dsn, int A, int B) {
  PGconn *Conn = NULL;
  if (A)
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  printf("%d\n", PQsocket(Conn));
  if (A && B)
    PQfinish(Conn);
}

//===--- Closed ---===//

// Opened and closed under the same flag.
int sameFlagOk(const char *Dsn, bool Wanted) {
  PGconn *Conn = NULL;
  if (Wanted)
    Conn = PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  if (Wanted)
    PQfinish(Conn);
  return Version;
}

// An ownership flag set beside the acquisition.
int ownFlagOk(PGconn *Conn, const char *Dsn) {
  bool Own = false;
  if (!Conn) {
    Conn = PQconnectdb(Dsn);
    Own = true;
  }
  const int Good = runs(Conn, "SELECT 1");
  if (Own)
    PQfinish(Conn);
  return Good;
}

// The parameter itself is the flag.
int parameterIsFlagOk(PGconn *Given, const char *Dsn) {
  PGconn *Conn = Given;
  if (!Given)
    Conn = PQconnectdb(Dsn);
  const int Good = runs(Conn, "SELECT 1");
  if (!Given)
    PQfinish(Conn);
  return Good;
}

// The flag and a cleanup label together.
int flagAtLabelOk(const char *Dsn, const char *Path) {
  bool HavePg = false, HaveLite = false;
  int Rc = -1;
  PGconn *Conn;
  sqlite3 *Db;
  Conn = PQconnectdb(Dsn);
  HavePg = true;
  if (PQstatus(Conn) != CONNECTION_OK)
    goto out;
  Rc = sqlite3_open(Path, &Db);
  HaveLite = true;
  if (Rc != SQLITE_OK)
    goto out;
  Rc = runs(Conn, "SELECT 1") ? 0 : -1;
out:
  if (HaveLite)
    sqlite3_close(Db);
  if (HavePg)
    PQfinish(Conn);
  return Rc;
}

// An enumeration asked twice.
void sameModeOk(enum Mode M, const char *Dsn) {
  PGconn *Conn = NULL;
  switch (M) {
  case ModeRead:
    break;
  case ModeWrite:
  case ModeCheck:
    Conn = PQconnectdb(Dsn);
    break;
  }
  printf("%d\n", PQserverVersion(Conn));
  if (M != ModeRead)
    PQfinish(Conn);
}

// A status that is only one thing where the connection is open.
int stateNumberOk(const char *Dsn, int Wanted) {
  int State = 0;
  PGconn *Conn = NULL;
  if (Wanted) {
    Conn = PQconnectdb(Dsn);
    State = PQstatus(Conn) == CONNECTION_OK ? 2 : 1;
  }
  printf("state %d\n", State);
  if (State >= 1)
    PQfinish(Conn);
  return State;
}

// The comparison's value is kept in a variable and asked later.
int keptComparisonOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const bool Failed = PQstatus(Conn) != CONNECTION_OK;
  if (Failed)
    fprintf(stderr, "%s", PQerrorMessage(Conn));
  if (!Failed) {
    PQfinish(Conn);
    return 0;
  }
  PQfinish(Conn);
  return -1;
}

// Two flags joined: the close is under the same pair.
void samePairOk(const char *Dsn, int A, int B) {
  PGconn *Conn = NULL;
  if (A && B)
    Conn = PQconnectdb(Dsn);
  printf("%d\n", PQsocket(Conn));
  if (A && B)
    PQfinish(Conn);
}

// A bit in a set of options, tested twice.
enum { OptConnect = 1,
       OptQuiet = 2 };

void bitOk(const char *Dsn, unsigned Options) {
  PGconn *Conn = NULL;
  if (Options & OptConnect)
    Conn = PQconnectdb(Dsn);
  if (!(Options & OptQuiet))
    printf("%d\n", PQserverVersion(Conn));
  if (Options & OptConnect)
    PQfinish(Conn);
}

// A counter says how many were opened.
void counterOk(const char *A, const char *B) {
  PGconn *First = NULL, *Second = NULL;
  int Open = 0;
  First = PQconnectdb(A);
  ++Open;
  if (PQstatus(First) == CONNECTION_OK) {
    Second = PQconnectdb(B);
    ++Open;
  }
  if (Open == 2)
    PQfinish(Second);
  PQfinish(First);
}

// The status code decides what is open, each with a value of its own.
int statusDecidesOk(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = SQLITE_MISUSE;
  if (Path)
    Rc = sqlite3_open(Path, &Db);
  if (Rc != SQLITE_MISUSE || Db)
    sqlite3_close(Db);
  return Rc;
}

// The flag is a field of the options that the caller gave.
struct Options {
  bool Connect;
  const char *Dsn;
};

void fieldFlagOk(const struct Options *O) {
  PGconn *Conn = NULL;
  if (O->Connect)
    Conn = PQconnectdb(O->Dsn);
  printf("%d\n", PQserverVersion(Conn));
  if (O->Connect)
    PQfinish(Conn);
}

// A global flag, untouched in between.
static bool Verbose;

void globalFlagOk(const char *Dsn) {
  PGconn *Conn = NULL;
  if (Verbose)
    Conn = PQconnectdb(Dsn);
  PQsetErrorVerbosity(Conn, PQERRORS_VERBOSE);
  if (Verbose)
    PQfinish(Conn);
}
