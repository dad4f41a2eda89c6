// RUN: %check_dbtidy %s
// Lists, tables and nodes that C programs keep results in.

#include "libpq-fe.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

struct node {
  PGresult *Res;
  struct node *Next;
  char *Name;
};
struct list {
  struct node *Head;
  int Count;
  PGresult *Slots[8];
};

//===--- Taken on success only ------------------------------------------------------===//

static int list_add(struct list *L, PGresult *Res) {
  struct node *N = malloc(sizeof *N);
  if (!N)
    return -1;
  N->Res = Res;
  N->Next = L->Head;
  L->Head = N;
  return 0;
}
static int slot_add(struct list *L, PGresult *Res) {
  if (L->Count >= 8)
    return -1;
  L->Slots[L->Count++] = Res;
  return 0;
}

// Where it could not be added it is still the caller's.
int addOk(struct list *L, PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (list_add(L, Res) != 0) {
    PQclear(Res);
    return -1;
  }
  return 0;
}
int addBad(struct list *L, PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (list_add(L, Res) != 0)
    return -1;
  return 0;
}

// The same with a table of limited size.
int slotOk(struct list *L, PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (slot_add(L, Res) < 0) {
    PQclear(Res);
    return -1;
  }
  return 0;
}
int slotBad(struct list *L, PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  return slot_add(L, Res);
}

// Straight into the call that may refuse it: nobody has it then.
int add_unnamedBad(struct list *L, PGconn *Conn) {
  return list_add(L, PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
}

// This one takes always: it clears what it cannot keep.
static int slot_take(struct list *L, PGresult *Res) {
  if (L->Count >= 8) {
    PQclear(Res);
    return -1;
  }
  L->Slots[L->Count++] = Res;
  return 0;
}
int takeOk(struct list *L, PGconn *Conn) {
  return slot_take(L, PQexec(Conn, "SELECT 1"));
}

// A thread takes it over and clears it.
static void *worker(void *Data) {
  PGresult *Res = Data;
  logf_("%d", PQntuples(Res));
  PQclear(Res);
  return NULL;
}
int threadOk(PGconn *Conn) {
  pthread_t Thread;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (pthread_create(&Thread, NULL, worker, Res) != 0) {
    PQclear(Res);
    return -1;
  }
  pthread_detach(Thread);
  return 0;
}

//===--- Whole lists ----------------------------------------------------------------===//

static void list_free(struct list *L) {
  struct node *N = L->Head;
  while (N) {
    struct node *Next = N->Next;
    PQclear(N->Res);
    free(N);
    N = Next;
  }
  L->Head = NULL;
}

// Added and freed.
int list_freedOk(PGconn *Conn) {
  struct list L = {0};
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (list_add(&L, Res) < 0) {
    PQclear(Res);
    return -1;
  }
  list_free(&L);
  return 0;
}

// The list on the stack goes, its nodes stay.
int list_lostBad(PGconn *Conn) {
  struct list L = {0};
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (list_add(&L, Res) < 0) {
    PQclear(Res);
    return -1;
  }
  return L.Count;
}

// Pushed in a loop to the caller's list.
int pushed_in_loopOk(PGconn *Conn, struct list *L, int Count) {
  while (Count-- > 0) {
    struct node *N = calloc(1, sizeof *N);
    if (!N)
      return -1;
    N->Res = PQexec(Conn, "SELECT 1");
    N->Next = L->Head;
    L->Head = N;
  }
  return 0;
}

// Built in front of itself and returned.
struct node *built_in_frontOk(PGconn *Conn, int Count) {
  struct node *Head = NULL;
  while (Count-- > 0) {
    struct node *N = calloc(1, sizeof *N);
    if (!N)
      break;
    N->Res = PQexec(Conn, "SELECT 1");
    N->Next = Head;
    Head = N;
  }
  return Head;
}

// Built and taken apart.
int built_and_freedOk(PGconn *Conn, int Count) {
  struct node *Head = built_in_frontOk(Conn, Count);
  while (Head) {
    struct node *Next = Head->Next;
    PQclear(Head->Res);
    free(Head);
    Head = Next;
  }
  return 0;
}

// Filled and refilled in place.
int filled_in_placeOk(struct list *L, PGconn *Conn) {
  for (struct node *N = L->Head; N; N = N->Next)
    if (!N->Res)
      N->Res = PQexec(Conn, N->Name);
  return 0;
}
int refilled_in_placeOk(struct list *L, PGconn *Conn) {
  for (struct node *N = L->Head; N; N = N->Next) {
    PQclear(N->Res);
    N->Res = PQexec(Conn, N->Name);
  }
  return 0;
}

// A growing array in a struct.
struct vec {
  PGresult **At;
  size_t Count;
};
static int vec_push(struct vec *V, PGresult *Res) {
  PGresult **More = realloc(V->At, (V->Count + 1) * sizeof *More);
  if (!More)
    return -1;
  V->At = More;
  V->At[V->Count++] = Res;
  return 0;
}
int growing_arrayOk(PGconn *Conn) {
  struct vec V = {0};
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (vec_push(&V, Res))
    PQclear(Res);
  for (size_t I = 0; I < V.Count; ++I)
    PQclear(V.At[I]);
  free(V.At);
  return 0;
}

//===--- Nodes ----------------------------------------------------------------------===//

static struct node *node_new(const char *Name, PGresult *Res) {
  struct node *N = calloc(1, sizeof *N);
  if (!N)
    return NULL;
  N->Name = strdup(Name);
  if (!N->Name) {
    free(N);
    return NULL;
  }
  N->Res = Res;
  return N;
}
static void node_free(struct node *N) {
  if (N) {
    PQclear(N->Res);
    free(N->Name);
    free(N);
  }
}

// Made around it, freed with it; where it could not be made, cleared.
int nodeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  struct node *N = node_new("one", Res);
  if (!N) {
    PQclear(Res);
    return -1;
  }
  node_free(N);
  return 0;
}
int nodeBad(PGconn *Conn) {
  struct node *N = node_new("one", PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  if (!N)
    return -1;
  node_free(N);
  return 0;
}

// Queued with an unknown function, which keeps the node and all that hangs on it.
void queue_push(struct node *N);
int queuedOk(PGconn *Conn) {
  struct node *N = calloc(1, sizeof *N);
  if (!N)
    return -1;
  N->Res = PQexec(Conn, "SELECT 1");
  queue_push(N);
  return 0;
}
int queuedBad(PGconn *Conn) {
  struct node *N = calloc(1, sizeof *N);
  if (!N)
    return -1;
  N->Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak] "freed"
  if (PQntuples(N->Res) == 0) {
    free(N);
    return 0;
  }
  queue_push(N);
  return 0;
}

// The callback of a drain loop borrows each result.
static int each(PGconn *Conn, int (*Use)(void *, const PGresult *), void *Data) {
  PGresult *Res;
  int Rc = 0;
  while ((Res = PQgetResult(Conn)) != NULL) {
    if (Rc == 0)
      Rc = Use(Data, Res);
    PQclear(Res);
  }
  return Rc;
}
static int add_rows(void *Data, const PGresult *Res) {
  *(int *)Data += PQntuples(Res);
  return 0;
}
int callbackOk(PGconn *Conn) {
  int Rows = 0;
  return each(Conn, add_rows, &Rows) ? -1 : Rows;
}
