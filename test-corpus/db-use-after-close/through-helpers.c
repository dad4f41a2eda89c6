// RUN: %check_dbtidy %s
// Uses that happen inside a callee, and releases that its caller does not follow.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>

struct store {
  PGconn *Conn;
  PGresult *Res;
};

void unrelated(void);
void reconnect(struct store *S);
void reconnectShared(void);
void terminate(int Code);
void report(const char *Format, ...);
#define WARNING 19
#define ERROR 21
#define elog(Level, ...)                                 \
  do {                                                   \
    report(__VA_ARGS__);                                 \
    if (__builtin_constant_p(Level) && (Level) >= ERROR) \
      __builtin_unreachable();                           \
  } while (0)

static int rowsOf(PGresult *Res) { return PQresultStatus(Res) == PGRES_TUPLES_OK ? PQntuples(Res) : -1; }

static int isUp(PGconn *Conn) { return Conn != NULL && PQstatus(Conn) == CONNECTION_OK; }

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

static int runsIn(struct store *S, const char *Sql) { return runs(S->Conn, Sql); }

//===--- Wrong ---===//

// The helper only asks: that is a use, too.
int askedByHelperBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PQclear(Res);       // NOTE: "releases"
  return rowsOf(Res); // WARN: [db-use-after-close]
}

// Asked for its state by the usual little function.
int isUpBad(PGconn *Conn) {
  PQfinish(Conn);    // NOTE: "releases"
  return isUp(Conn); // WARN: [db-use-after-close]
}

// The helper takes the object, the connection in it is closed.
int throughObjectBad(struct store *S) {
  PQfinish(S->Conn);          // NOTE: "releases"
  return runsIn(S, "VACUUM"); // WARN: [db-use-after-close]
}

// The function that a pointer holds is PQclear (C: the designator is no lvalue).
void throughPointerBad(PGresult *Res) {
  void (*Done)(PGresult *) = PQclear;
  Done(Res);                      // NOTE: "releases"
  printf("%d\n", PQntuples(Res)); // WARN: [db-use-after-close]
}

struct driver {
  void (*Clear)(PGresult *);
  int (*Rows)(const PGresult *);
};

static const struct driver Libpq = {PQclear, PQntuples};

// Through the members of a constant table of functions.
int throughTableBad(PGresult *Res) {
  Libpq.Clear(Res);       // NOTE: "releases"
  return Libpq.Rows(Res); // WARN: [db-use-after-close]
}

//===--- Right ---===//

// A function that is not seen puts a new connection into the object.
int reconnectedOk(struct store *S) {
  if (PQstatus(S->Conn) != CONNECTION_OK) {
    PQfinish(S->Conn);
    reconnect(S);
  }
  return PQstatus(S->Conn) == CONNECTION_OK;
}

// The same with a global.
static PGconn *Shared;
PGconn *Exported;

int sharedReconnectedOk(void) {
  PQfinish(Exported);
  reconnectShared();
  return PQstatus(Exported) == CONNECTION_OK;
}

// Named as one that ends the program, and not seen: what follows is not believed.
void terminatesOk(PGconn *Conn) {
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    terminate(1);
  }
  runs(Conn, "VACUUM");
}

// PostgreSQL's own: with ERROR and above it does not come back.
int elogOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    elog(ERROR, "no rows: %s", PQerrorMessage(Conn));
  }
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Every way through the helper that closes also opens: two new connections, one old one,
// met in a loop. (The joined value must not take the released one's name.)
PGconn *make(int Which);
int level(void);
static int renewed(void) {
  const int L = level();
  if (L == 0)
    return 0;
  PQfinish(Shared);
  if (L == 1) {
    Shared = make(1);
    return 1;
  }
  Shared = make(2);
  return L;
}

void renewedInLoopOk(void) {
  for (;;) {
    renewed();
    PQclear(PQexec(Shared, "SELECT 1"));
  }
}
