// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Connections in structs, globals, lists and thread-specific storage.
#include "libpq-fe.h"
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

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

// memset is a way to empty a field, too.
void clearedByMemsetBad(struct Session *S, const char *Dsn) {
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(S->Conn))
    memset(S, 0, sizeof *S);
}

// Appended at the end of a list, through a pointer to the link.
static void append(struct Node **Link, struct Node *N) {
  while (*Link)
    Link = &(*Link)->Next;
  *Link = N;
}
