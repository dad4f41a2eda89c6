// RUN: %check_dbtidy %s
// C's assignment of a whole struct.
#include "libpq-fe.h"
#include <stdlib.h>

struct Session {
  PGconn *Conn;
  int Depth;
};

struct Service {
  struct Session Main;
};

static struct Session TheSession;

// To the caller's struct.
void copiedOutOk(struct Session *Out, const char *Dsn) {
  const struct Session S = {PQconnectdb(Dsn), 1};
  *Out = S;
}

// To a struct in the caller's struct.
void copiedIntoOk(struct Service *Out, const char *Dsn) {
  struct Session S;
  S.Conn = PQconnectdb(Dsn);
  S.Depth = 0;
  Out->Main = S;
}

// To a global.
void copiedToGlobalOk(const char *Dsn) {
  struct Session S = {PQconnectdb(Dsn), 1};
  TheSession = S;
}

// To another local, which is closed.
int copiedAndClosedOk(const char *Dsn) {
  struct Session A = {PQconnectdb(Dsn), 1}, B;
  B = A;
  const int Version = PQserverVersion(B.Conn);
  PQfinish(B.Conn);
  return Version;
}

// What is copied away and what is copied over it.
int overwrittenByCopyBad(const char *A, const char *B) {
  struct Session S = {PQconnectdb(A), 1}; // WARN: [db-connection-leak] "overwritten"
  const struct Session Other = {PQconnectdb(B), 1};
  S = Other;
  const int Version = PQserverVersion(S.Conn);
  PQfinish(S.Conn);
  return Version;
}

// Three assignments that swap.
void swappedOk(const char *Dsn) {
  struct Session A = {PQconnectdb(Dsn), 1}, B = {PQconnectdb(Dsn), 2}, Keep;
  Keep = A;
  A = B;
  B = Keep;
  PQfinish(A.Conn);
  PQfinish(B.Conn);
}

// The result of a function, assigned.
static struct Session sessionOf(const char *Dsn) {
  struct Session S = {PQconnectdb(Dsn), 1};
  return S;
}

int assignedResultOk(const char *Dsn) {
  struct Session S;
  S = sessionOf(Dsn);
  const int Version = PQserverVersion(S.Conn);
  PQfinish(S.Conn);
  return Version;
}

void assignedResultOutOk(struct Session *Out, const char *Dsn) { *Out = sessionOf(Dsn); }

// A compound literal, assigned to a new object.
struct Session *literalOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  struct Session *S = malloc(sizeof *S);
  if (!S) {
    PQfinish(Conn);
    return NULL;
  }
  *S = (struct Session){.Conn = Conn, .Depth = 1};
  return S;
}
