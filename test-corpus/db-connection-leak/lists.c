// RUN: %check_dbtidy %s
// Connections in the members of lists and arrays that a loop walks over.
#include "libpq-fe.h"
#include <stdio.h>
#include <stdlib.h>

struct Node {
  PGconn *Conn;
  const char *Dsn;
  struct Node *Next;
};

struct Link {
  struct Link *Next;
};

struct Member {
  PGconn *Conn;
  struct Link Hook;
};

static struct Link Members;
void addElsewhere(struct Link *Head, struct Link *New);

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

// Each turn fills the field of another node: nothing is overwritten.
void connectListOk(struct Node *List) {
  for (struct Node *N = List; N; N = N->Next)
    N->Conn = PQconnectdb(N->Dsn);
}

// The same, with failed ones closed again.
void connectListCheckedOk(struct Node *List) {
  for (; List; List = List->Next) {
    List->Conn = PQconnectdb(List->Dsn);
    if (!good(List->Conn)) {
      PQfinish(List->Conn);
      List->Conn = NULL;
    }
  }
}

// Failed ones are dropped in any turn.
void connectListBad(struct Node *List) {
  for (; List; List = List->Next) {
    List->Conn = PQconnectdb(List->Dsn); // WARN: [db-connection-leak]
    if (!good(List->Conn))
      List->Conn = NULL;
  }
}

// A pointer runs over an array.
void connectArrayOk(struct Node *Nodes, size_t Count) {
  for (struct Node *N = Nodes; N != Nodes + Count; ++N)
    N->Conn = PQconnectdb(N->Dsn);
}

// A list of new nodes is built at its head and returned.
struct Node *listBuiltOk(const char *const *Dsns) {
  struct Node *Head = NULL;
  for (; *Dsns; ++Dsns) {
    struct Node *N = malloc(sizeof *N);
    if (!N)
      break;
    N->Conn = PQconnectdb(*Dsns);
    N->Next = Head;
    Head = N;
  }
  return Head;
}

// Built and taken down again in one function.
void builtAndClosedOk(const char *const *Dsns) {
  struct Node *Head = NULL;
  for (; *Dsns; ++Dsns) {
    struct Node *N = malloc(sizeof *N);
    if (!N)
      break;
    N->Conn = PQconnectdb(*Dsns);
    N->Next = Head;
    Head = N;
  }
  while (Head) {
    struct Node *Next = Head->Next;
    PQfinish(Head->Conn);
    free(Head);
    Head = Next;
  }
}

// An intrusive list knows the member by its hook, in front of which the rest lies.
int hookedOk(const char *Dsn) {
  struct Member *M = malloc(sizeof *M);
  if (!M)
    return -1;
  M->Conn = PQconnectdb(Dsn);
  M->Hook.Next = Members.Next;
  Members.Next = &M->Hook;
  return 0;
}

// The same by a function that nobody shows.
int hookedElsewhereOk(const char *Dsn) {
  struct Member *M = malloc(sizeof *M);
  if (!M)
    return -1;
  M->Conn = PQconnectdb(Dsn);
  addElsewhere(&Members, &M->Hook);
  return 0;
}

// The hook itself is what the caller gets: a base class in C.
struct Link *hookReturnedOk(const char *Dsn) {
  struct Member *M = calloc(1, sizeof *M);
  if (!M)
    return NULL;
  M->Conn = PQconnectdb(Dsn);
  return &M->Hook;
}

// Filled by constant index, closed by a running one.
int pairClosedInLoopOk(const char *A, const char *B) {
  PGconn *Pair[2];
  Pair[0] = PQconnectdb(A);
  Pair[1] = PQconnectdb(B);
  const int Good = good(Pair[0]) && good(Pair[1]);
  for (int I = 0; I < 2; ++I)
    PQfinish(Pair[I]);
  return Good;
}

// The same with a helper that closes them all.
static void closeAll(PGconn **Conns, int Count) {
  for (int I = 0; I < Count; ++I)
    PQfinish(Conns[I]);
}

void pairClosedByHelperOk(const char *A, const char *B) {
  PGconn *Pair[] = {PQconnectdb(A), PQconnectdb(B)};
  closeAll(Pair, 2);
}
