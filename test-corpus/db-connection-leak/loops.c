// RUN: %check_dbtidy %s
// Connections made in loops: overwritten by the next turn, skipped by continue and break.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <unistd.h>

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

//===--- Lost ---===//

// Each attempt replaces the failed one before it.
int retryBad(const char *Dsn) {
  PGconn *Conn = NULL;
  for (int Try = 0; Try < 5; ++Try) {
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "overwritten"
    if (PQstatus(Conn) == CONNECTION_OK)
      break;
    sleep(1);
  }
  const int Good = runs(Conn, "SELECT 1");
  PQfinish(Conn);
  return Good;
}

// The same as a do loop: only the last connection reaches the release.
int untilConnectedBad(const char *Dsn) {
  PGconn *Conn;
  do {
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  } while (PQstatus(Conn) != CONNECTION_OK);
  const int Pid = PQbackendPID(Conn);
  PQfinish(Conn);
  return Pid;
}

// Polls until the peer is up; a failed connection is lost with each turn.
int waitForPeerBad(const char *Dsn, int Seconds) {
  for (int Waited = 0; Waited < Seconds; ++Waited) {
    PGconn *Peer = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    if (PQstatus(Peer) == CONNECTION_OK) {
      PQfinish(Peer);
      return 0;
    }
    sleep(1);
  }
  return -1;
}

// `continue` steps over the release at the end of the body.
int countUpBad(const char *const *Dsns, int Count) {
  int Up = 0;
  for (int I = 0; I < Count; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]); // WARN: [db-connection-leak]
    if (PQstatus(Conn) != CONNECTION_OK)
      continue;
    ++Up;
    PQfinish(Conn);
  }
  return Up;
}

// `break` does so for the last one.
void untilFailureBad(const char *const *Dsns) {
  for (; *Dsns; ++Dsns) {
    PGconn *Conn = PQconnectdb(*Dsns); // WARN: [db-connection-leak]
    if (!runs(Conn, "SELECT pg_switch_wal()"))
      break;
    PQfinish(Conn);
  }
}

// A `continue` inside a switch belongs to the loop around it.
int switchContinueBad(const char *const *Dsns, int Count) {
  int Good = 0;
  for (int I = 0; I < Count; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]); // WARN: [db-connection-leak]
    switch (PQstatus(Conn)) {
    case CONNECTION_OK:
      ++Good;
      break;
    case CONNECTION_BAD:
      continue;
    default:
      break;
    }
    PQfinish(Conn);
  }
  return Good;
}

// Found in the inner loop: the return leaves both of them with the connection open.
int findTableBad(const char *const *Dsns, const char *const *Tables) {
  for (int I = 0; Dsns[I]; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]); // WARN: [db-connection-leak]
    for (int J = 0; Tables[J]; ++J)
      if (runs(Conn, Tables[J]))
        return I;
    PQfinish(Conn);
  }
  return -1;
}

// Made in every turn, closed once behind the loop.
void lastOneOnlyBad(const char *const *Dsns) {
  PGconn *Conn = NULL;
  while (*Dsns) {
    Conn = PQconnectdb(*Dsns++); // WARN: [db-connection-leak] "overwritten"
    runs(Conn, "CHECKPOINT");
  }
  PQfinish(Conn);
}

// The loop as a label and a jump.
int gotoRetryBad(const char *Dsn, int Tries) {
  PGconn *Conn;
retry:
  Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK && Tries-- > 0)
    goto retry;
  PQfinish(Conn);
  return Tries;
}

// Closes what it has before it opens the next, except after the last turn.
void rotatingBad(const char *const *Dsns, int Count) {
  PGconn *Conn = NULL;
  for (int I = 0; I < Count; ++I) {
    PQfinish(Conn);
    Conn = PQconnectdb(Dsns[I]); // WARN: [db-connection-leak]
    runs(Conn, "SELECT 1");
  }
}

// Opens again while the file is busy; each failed open has left a handle.
int openWhileBusyBad(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc;
  do
    Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE, NULL); // WARN: [db-connection-leak] "overwritten"
  while (Rc == SQLITE_BUSY);
  sqlite3_close(Db);
  return Rc;
}

// A file that is no database is skipped with its handle open.
int countTablesBad(const char *const *Paths) {
  int Files = 0;
  for (; *Paths; ++Paths) {
    sqlite3 *Db;
    if (sqlite3_open(*Paths, &Db) != SQLITE_OK) // WARN: [db-connection-leak]
      continue;
    ++Files;
    sqlite3_close(Db);
  }
  return Files;
}

// Two slots by constant index, one of them closed.
void pairBad(const char *A, const char *B) {
  PGconn *Pair[2];
  Pair[0] = PQconnectdb(A);
  Pair[1] = PQconnectdb(B); // WARN: [db-connection-leak]
  runs(Pair[0], "SELECT 1");
  PQfinish(Pair[0]);
}

// Leaves a nested loop by a jump, over the release between the loops.
int nestedGotoBad(const char *const *Dsns, int Retries) {
  int Found = -1;
  for (int I = 0; Dsns[I]; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]); // WARN: [db-connection-leak]
    for (int Try = 0; Try < Retries; ++Try)
      if (runs(Conn, "SELECT 1")) {
        Found = I;
        goto found;
      }
    PQfinish(Conn);
  }
found:
  return Found;
}

//===--- Closed ---===//

// A failed attempt is closed before the next.
int retryOk(const char *Dsn) {
  PGconn *Conn = NULL;
  for (int Try = 0; Try < 5; ++Try) {
    Conn = PQconnectdb(Dsn);
    if (PQstatus(Conn) == CONNECTION_OK)
      break;
    PQfinish(Conn);
    Conn = NULL;
    sleep(1);
  }
  if (!Conn)
    return -1;
  runs(Conn, "SELECT 1");
  PQfinish(Conn);
  return 0;
}

// Closed at the beginning of each turn and once behind the loop.
void rotatingOk(const char *const *Dsns, int Count) {
  PGconn *Conn = NULL;
  for (int I = 0; I < Count; ++I) {
    PQfinish(Conn);
    Conn = PQconnectdb(Dsns[I]);
    runs(Conn, "SELECT 1");
  }
  PQfinish(Conn);
}

// `continue` after its own release.
int countUpOk(const char *const *Dsns, int Count) {
  int Up = 0;
  for (int I = 0; I < Count; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]);
    if (PQstatus(Conn) != CONNECTION_OK) {
      PQfinish(Conn);
      continue;
    }
    ++Up;
    PQfinish(Conn);
  }
  return Up;
}

// The first good connection is the caller's, the failed ones before it are closed.
PGconn *firstReachableOk(const char *const *Dsns) {
  for (; *Dsns; ++Dsns) {
    PGconn *Conn = PQconnectdb(*Dsns);
    if (PQstatus(Conn) == CONNECTION_OK)
      return Conn;
    PQfinish(Conn);
  }
  return NULL;
}

// `while (1)` with a release on each of its ways out.
int foreverOk(const char *Dsn, int Tries) {
  while (1) {
    PGconn *Conn = PQconnectdb(Dsn);
    if (PQstatus(Conn) == CONNECTION_OK) {
      const int Pid = PQbackendPID(Conn);
      PQfinish(Conn);
      return Pid;
    }
    PQfinish(Conn);
    if (--Tries == 0)
      break;
  }
  return -1;
}

// The label form, done right.
int gotoRetryOk(const char *Dsn, int Tries) {
  PGconn *Conn;
retry:
  Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK && Tries-- > 0) {
    PQfinish(Conn);
    goto retry;
  }
  PQfinish(Conn);
  return Tries;
}

// Reset in a loop: it is one connection all the time.
int resetLoopOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  for (int Try = 0; Try < 3 && PQstatus(Conn) != CONNECTION_OK; ++Try) {
    sleep(1);
    PQreset(Conn);
  }
  const int Good = PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn);
  return Good;
}

// Many connections in an array by a running index: made in one loop, closed in another.
int fanOutOk(const char *const *Dsns) {
  PGconn *Conns[8];
  int Good = 0;
  for (int I = 0; I < 8; ++I)
    Conns[I] = PQconnectdb(Dsns[I]);
  for (int I = 0; I < 8; ++I)
    Good += runs(Conns[I], "SELECT 1");
  for (int I = 0; I < 8; ++I)
    PQfinish(Conns[I]);
  return Good;
}

// Two slots by constant index, both closed in a loop.
int pairOk(const char *A, const char *B) {
  PGconn *Pair[2];
  Pair[0] = PQconnectdb(A);
  Pair[1] = PQconnectdb(B);
  const int Same = PQserverVersion(Pair[0]) == PQserverVersion(Pair[1]);
  PQfinish(Pair[0]);
  PQfinish(Pair[1]);
  return Same;
}

// What the server still sends is drained before the end; the drained results are no handles
// of this check.
void drainOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGresult *Res;
  if (PQsendQuery(Conn, "SELECT 1; SELECT 2"))
    while ((Res = PQgetResult(Conn)) != NULL)
      PQclear(Res);
  PQfinish(Conn);
}

// Opens again while busy, with the failed handle closed in between.
int openWhileBusyOk(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc;
  while ((Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE, NULL)) == SQLITE_BUSY) {
    sqlite3_close(Db);
    Db = NULL;
    usleep(1000);
  }
  sqlite3_close(Db);
  return Rc;
}

// Out of two loops with a flag; the release is between them.
int nestedFlagOk(const char *const *Dsns, int Retries) {
  int Found = -1;
  for (int I = 0; Dsns[I] && Found < 0; ++I) {
    PGconn *Conn = PQconnectdb(Dsns[I]);
    for (int Try = 0; Try < Retries && Found < 0; ++Try)
      if (runs(Conn, "SELECT 1"))
        Found = I;
    PQfinish(Conn);
  }
  return Found;
}

// Opened in the first turn that needs it, closed once at the end.
int lazilyOk(const char *Dsn, const char *const *Sqls) {
  PGconn *Conn = NULL;
  int Failed = 0;
  for (; *Sqls; ++Sqls) {
    if (!Conn)
      Conn = PQconnectdb(Dsn);
    Failed += !runs(Conn, *Sqls);
  }
  if (Conn)
    PQfinish(Conn);
  return Failed;
}

// A worker that opens again whenever the connection is gone, until it is told to stop.
void workerOk(const char *Dsn, const volatile int *Stop) {
  PGconn *Conn = PQconnectdb(Dsn);
  while (!*Stop) {
    if (PQstatus(Conn) != CONNECTION_OK) {
      PQfinish(Conn);
      Conn = PQconnectdb(Dsn);
      continue;
    }
    runs(Conn, "SELECT work()");
  }
  PQfinish(Conn);
}

// The variable that the call filled, not the one that its result was assigned to.
int statusNotHandleBad(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc;
  do
    Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak] "'Db' from"
  while (Rc == SQLITE_BUSY);
  sqlite3_close(Db);
  return Rc;
}
