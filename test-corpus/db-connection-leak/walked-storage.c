// RUN: %check_dbtidy %s
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

// A list of new nodes is built at its tail and returned.
struct Node *tailBuiltOk(const char *const *Dsns) {
  struct Node *Head = NULL, **Tail = &Head;
  for (; *Dsns; ++Dsns) {
    struct Node *N = calloc(1, sizeof *N);
    if (!N)
      break;
    N->Conn = PQconnectdb(*Dsns);
    *Tail = N;
    Tail = &N->Next;
  }
  return Head;
}
