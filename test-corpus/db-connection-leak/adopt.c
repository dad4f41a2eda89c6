// RUN: %check_dbtidy %s
// Functions of this file that adopt a connection, sometimes: what they return tells.
#include "libpq-fe.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Pool {
  PGconn *Idle[16];
  int Count;
};

struct Session {
  PGconn *Conn;
  struct Session *Next;
};

static struct Session *Sessions;

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

// Keeps it or closes it: the caller has lost it either way.
static void give(struct Pool *P, PGconn *Conn) {
  if (good(Conn) && P->Count < 16)
    P->Idle[P->Count++] = Conn;
  else
    PQfinish(Conn);
}

static PGconn *take(struct Pool *P, const char *Dsn) {
  if (P->Count > 0)
    return P->Idle[--P->Count];
  return PQconnectdb(Dsn);
}

// True: kept. False: still the caller's.
static bool keep(struct Pool *P, PGconn *Conn) {
  if (P->Count == 16)
    return false;
  P->Idle[P->Count++] = Conn;
  return true;
}

// Null: still the caller's.
static struct Session *push(PGconn *Conn) {
  struct Session *S = malloc(sizeof *S);
  if (!S)
    return NULL;
  S->Conn = Conn;
  S->Next = Sessions;
  Sessions = S;
  return S;
}

// Null: closed here.
static struct Session *wrap(PGconn *Conn) {
  struct Session *S = malloc(sizeof *S);
  if (!S) {
    PQfinish(Conn);
    return NULL;
  }
  S->Conn = Conn;
  S->Next = NULL;
  return S;
}

static void unwrap(struct Session *S) {
  PQfinish(S->Conn);
  free(S);
}

// Tells whether the caller owns what it gets.
static PGconn *givenOrNew(PGconn *Given, const char *Dsn, bool *Own) {
  *Own = Given == NULL;
  return Given ? Given : PQconnectdb(Dsn);
}

//===--- Lost ---===//

// Taken and not given back on one way.
int takenBad(struct Pool *P, const char *Dsn) {
  PGconn *Conn = take(P, Dsn); // WARN: [db-connection-leak]
  if (!good(Conn))
    return -1;
  give(P, Conn);
  return 0;
}

// Not kept, and not closed.
int notKeptBad(struct Pool *P, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!keep(P, Conn))
    return -1;
  return 0;
}

// Not pushed, and not closed.
int notPushedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!push(Conn)) {
    perror("push");
    return -1;
  }
  return 0;
}

// Wrapped; the wrapper is forgotten with what is in it.
int wrapperForgottenBad(const char *Dsn) {
  struct Session *S = wrap(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  if (!S)
    return -1;
  return good(S->Conn);
}

// One's own, on a way that does not ask.
int ownNotAskedBad(PGconn *Given, const char *Dsn) {
  bool Own;
  PGconn *Conn = givenOrNew(Given, Dsn, &Own); // WARN: [db-connection-leak]
  if (!good(Conn))
    return -1;
  if (Own)
    PQfinish(Conn);
  return 0;
}

// A pool on the stack, given up with what is in it.
static void setFirst(struct Pool *P, PGconn *Conn) { P->Idle[0] = Conn; }

int poolOnStackBad(const char *Dsn) {
  struct Pool P = {0};
  setFirst(&P, PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  return good(P.Idle[0]);
}

// The error text is copied for the caller, the connection is not closed for anybody.
char *errorTextBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(Conn))
    return strdup(PQerrorMessage(Conn));
  PQfinish(Conn);
  return NULL;
}

//===--- Closed, or kept ---===//

// Taken and given back.
int takenOk(struct Pool *P, const char *Dsn) {
  PGconn *Conn = take(P, Dsn);
  const int Version = PQserverVersion(Conn);
  give(P, Conn);
  return Version;
}

// Not kept: closed here.
int notKeptOk(struct Pool *P, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (!keep(P, Conn)) {
    PQfinish(Conn);
    return -1;
  }
  return 0;
}

// Not pushed: closed here.
int notPushedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (!push(Conn)) {
    PQfinish(Conn);
    return -1;
  }
  return 0;
}

// Wrapped or closed; the wrapper is unwrapped.
int wrappedOk(const char *Dsn) {
  struct Session *S = wrap(PQconnectdb(Dsn));
  if (!S)
    return -1;
  const int Good = good(S->Conn);
  unwrap(S);
  return Good;
}

struct Session *wrapReturnedOk(const char *Dsn) { return wrap(PQconnectdb(Dsn)); }

// One's own is closed, the given one is not.
int ownAskedOk(PGconn *Given, const char *Dsn) {
  bool Own;
  PGconn *Conn = givenOrNew(Given, Dsn, &Own);
  const int Version = PQserverVersion(Conn);
  if (Own)
    PQfinish(Conn);
  return Version;
}

// A pool on the stack, emptied.
int poolOnStackOk(const char *Dsn) {
  struct Pool P = {0};
  setFirst(&P, PQconnectdb(Dsn));
  const int Good = good(P.Idle[0]);
  PQfinish(P.Idle[0]);
  return Good;
}

// All sessions are closed, and the list is empty.
void sessionsClosedOk(void) {
  for (struct Session *S = Sessions, *Next; S; S = Next) {
    Next = S->Next;
    unwrap(S);
  }
  Sessions = NULL;
}

// Used from a cache that its function keeps.
static PGconn *cached(const char *Dsn) {
  static PGconn *Cached;
  if (Cached && good(Cached))
    return Cached;
  if (Cached)
    PQfinish(Cached);
  Cached = PQconnectdb(Dsn);
  return Cached;
}

int cacheUsedOk(const char *Dsn) { return good(cached(Dsn)); }

// The error text is copied, then it is closed in any case.
char *errorTextOk(const char *Dsn) {
  char *Text = NULL;
  PGconn *Conn = PQconnectdb(Dsn);
  if (!good(Conn))
    Text = strdup(PQerrorMessage(Conn));
  PQfinish(Conn);
  return Text;
}
