// RUN: %check_dbtidy %s
// Connections in structs, globals, lists and thread-specific storage.
#include "libpq-fe.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct Session {
  char *Name;
  PGconn *Conn;
  int Depth;
};

struct Node {
  PGconn *Conn;
  struct Node *Next;
};

struct Pair {
  PGconn *Ends[2];
};

static struct Node *TheList;
static pthread_key_t ConnKey;

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

// memset is a way to empty a field, too.
void clearedByMemsetBad(struct Session *S, const char *Dsn) {
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(S->Conn))
    memset(S, 0, sizeof *S);
}

// The key keeps it and nothing is returned: the key's destructor closes.
void keyedOnlyOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (pthread_setspecific(ConnKey, Conn) != 0)
    PQfinish(Conn);
}

// Appended at the end of a list, through a pointer to the link.
static void append(struct Node **Link, struct Node *N) {
  while (*Link)
    Link = &(*Link)->Next;
  *Link = N;
}

int appendedOk(const char *Dsn) {
  struct Node *N = calloc(1, sizeof *N);
  if (!N)
    return -1;
  N->Conn = PQconnectdb(Dsn);
  append(&TheList, N);
  return 0;
}

// A pointer into the struct moves over its array.
void pointerWalkOk(const char *Dsn) {
  struct Pair P;
  P.Ends[0] = PQconnectdb(Dsn);
  P.Ends[1] = PQconnectdb(Dsn);
  for (PGconn **It = P.Ends; It != P.Ends + 2; ++It)
    PQfinish(*It);
}
