// RUN: %check_dbtidy %s
// Whether a handle is still open is told by something else: a flag, a status, a counter.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum state { Closed,
             Idle,
             Busy };

struct link {
  PGconn *Conn;
  sqlite3 *Db;
  bool Open;
  enum state State;
  int Users;
};

//===--- The flag is not kept, or read the wrong way ---===//

// The flag is set where it was closed, and asked the wrong way.
void flagInvertedBad(PGconn *Conn, int Broken) {
  bool Gone = false;
  if (Broken) {
    PQfinish(Conn); // NOTE: "releases"
    Gone = true;
  }
  if (Gone)
    PQfinish(Conn); // WARN: [db-use-after-close]
}

// The flag is forgotten on one of two ways that close.
int flagForgottenBad(PGconn *Conn, int Mode) {
  bool Open = true;
  if (Mode == 1) {
    PQfinish(Conn);
    Open = false;
  } else if (Mode == 2) {
    PQfinish(Conn); // NOTE: "releases"
  }
  if (Open)
    PQfinish(Conn); // WARN: [db-use-after-close]
  return 0;
}

// Two unrelated conditions: both may hold.
void unrelatedBad(PGresult *Res, int First, int Second) {
  if (First)
    PQclear(Res); // NOTE: "releases"
  if (Second)
    PQclear(Res); // WARN: [db-use-after-close]
}

// The guarded close stands in front of the unguarded one, as if it took its place.
void guardedAndPlainBad(PGconn *Conn, bool Available) {
  if (Available)
    PQfinish(Conn); // NOTE: "releases"
  PQfinish(Conn);   // WARN: [db-use-after-close]
}

// The ranges overlap: 3 is in both.
void overlappingBad(PGresult *Res, int Level) {
  if (Level <= 3)
    PQclear(Res); // NOTE: "releases"
  if (Level >= 3)
    PQclear(Res); // WARN: [db-use-after-close]
}

// The status says that the first branch was taken, too.
void statusOverlapsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const ExecStatusType Status = PQresultStatus(Res);
  if (Status != PGRES_TUPLES_OK)
    PQclear(Res); // NOTE: "releases"
  if (Status == PGRES_FATAL_ERROR)
    puts(PQresultErrorMessage(Res)); // WARN: [db-use-after-close] "'PQresultErrorMessage'"
  if (Status == PGRES_TUPLES_OK)
    PQclear(Res);
}

// A field's flag says open, the connection in the other field was closed.
void fieldFlagBad(struct link *L) {
  if (L->State != Closed) {
    PQfinish(L->Conn); // NOTE: "releases"
    L->State = Idle;
  }
  if (L->State == Idle)
    PQclear(PQexec(L->Conn, "SELECT 1")); // WARN: [db-use-after-close] "'PQexec'"
}

// The flag changes between the two tests.
void flagChangesBad(PGresult *Res, int Keep) {
  if (!Keep)
    PQclear(Res); // NOTE: "releases"
  Keep = !Keep;
  if (Keep)
    PQclear(Res); // WARN: [db-use-after-close]
}

// A code of SQLite's that was looked at twice, with different eyes.
int codeTwiceBad(sqlite3_stmt *Stmt) {
  const int Rc = sqlite3_step(Stmt);
  if (Rc != SQLITE_ROW && Rc != SQLITE_OK)
    sqlite3_finalize(Stmt); // NOTE: "releases"
  if (Rc == SQLITE_DONE)
    return 0;
  if (Rc == SQLITE_BUSY)
    return sqlite3_reset(Stmt); // WARN: [db-use-after-close] "'sqlite3_reset'"
  return Rc;
}

//===--- The flag is right ---===//

// Closed under the flag, used under its opposite.
int sameFlagOk(PGconn *Conn, int Broken) {
  if (Broken)
    PQfinish(Conn);
  printf("checking\n");
  if (!Broken)
    return PQstatus(Conn) == CONNECTION_OK;
  return 0;
}

// A local flag goes with the release.
void localFlagOk(PGconn *Conn, int Broken) {
  bool Open = true;
  if (Broken) {
    PQfinish(Conn);
    Open = false;
  }
  printf("checked\n");
  if (Open)
    PQfinish(Conn);
}

// A counter of what is done so far decides at the end.
int stagesOk(const char *Dsn) {
  int Stage = 0;
  PGresult *Res = NULL;
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK) {
    Stage = 1;
    Res = PQexec(Conn, "SELECT 1");
    if (PQresultStatus(Res) == PGRES_TUPLES_OK)
      Stage = 2;
    else
      PQclear(Res);
  }
  if (Stage >= 2)
    PQclear(Res);
  PQfinish(Conn);
  return Stage;
}

// The null of the pointer is the flag.
void pointerIsFlagOk(PGconn *Conn, int Broken) {
  if (Broken) {
    PQfinish(Conn);
    Conn = NULL;
  }
  if (Conn)
    PQclear(PQexec(Conn, "SELECT 1"));
  PQfinish(Conn);
}

// The ranges do not meet.
void rangesApartOk(PGresult *Res, int Level) {
  if (Level < 3)
    PQclear(Res);
  if (Level >= 3)
    PQclear(Res);
}

// Each status has its own branch.
void statusApartOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const ExecStatusType Status = PQresultStatus(Res);
  if (Status != PGRES_TUPLES_OK) {
    fprintf(stderr, "%s", PQresultErrorMessage(Res));
    PQclear(Res);
  }
  if (Status == PGRES_TUPLES_OK) {
    puts(PQgetvalue(Res, 0, 0));
    PQclear(Res);
  }
}

// An enumerator in a field tells what became of it.
void fieldStateOk(struct link *L) {
  if (L->State == Busy) {
    PQfinish(L->Conn);
    L->State = Closed;
  }
  if (L->State != Closed)
    PQclear(PQexec(L->Conn, "SELECT 1"));
}

// Whose connection it is, is settled before it is opened and asked again at the end.
int ownedOk(PGconn *Given, const char *Dsn) {
  const bool Own = Given == NULL;
  PGconn *Conn = Own ? PQconnectdb(Dsn) : Given;
  const int Good = PQstatus(Conn) == CONNECTION_OK;
  if (Own)
    PQfinish(Conn);
  return Good;
}

// The return code that closed it is the one that is looked at later.
int codeIsFlagOk(sqlite3 *Db, sqlite3_stmt *Stmt) {
  int Rc = sqlite3_step(Stmt);
  if (Rc != SQLITE_ROW)
    sqlite3_finalize(Stmt);
  printf("%d changes\n", sqlite3_changes(Db));
  if (Rc == SQLITE_ROW) {
    Rc = sqlite3_column_int(Stmt, 0);
    sqlite3_finalize(Stmt);
  }
  return Rc;
}

// The last user closes.
void lastUserOk(struct link *L) {
  if (--L->Users == 0)
    PQfinish(L->Conn);
  if (L->Users > 0)
    PQclear(PQexec(L->Conn, "SELECT 1"));
}

// A null-guarded release behind one that may have happened.
void guardedOk(struct link *L, int Broken) {
  if (Broken && L->Conn) {
    PQfinish(L->Conn);
    L->Conn = NULL;
  }
  if (L->Conn != NULL)
    PQfinish(L->Conn);
  L->Conn = NULL;
}

// The error code doubles as the flag across a goto.
int errorCodeOk(PGconn *Conn) {
  int Err = 0;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    Err = -1;
    goto out;
  }
  if (PQntuples(Res) == 0)
    Err = -2;
out:
  if (Err != -1)
    PQclear(Res);
  return Err;
}
