// RUN: %check_dbtidy %s
// Lists that a loop builds: what the third turn and later ones made is still on the list.

#include "libpq-fe.h"
#include <pthread.h>
#include <stdlib.h>

void logf_(const char *Format, ...);

struct node {
  PGresult *Res;
  struct node *Next;
};
struct list {
  struct node *Head;
};

// Appended at the tail, returned by its head.
struct node *appendedOk(PGconn *Conn, int Count) {
  struct node *Head = NULL, *Tail = NULL;
  while (Count-- > 0) {
    struct node *N = calloc(1, sizeof *N);
    if (!N)
      break;
    N->Res = PQexec(Conn, "SELECT 1");
    if (Tail)
      Tail->Next = N;
    else
      Head = N;
    Tail = N;
  }
  return Head;
}

// Appended through a pointer to the last link.
int appended_through_linkOk(PGconn *Conn, struct node **Out, int Count) {
  struct node *Head = NULL, **Link = &Head;
  while (Count-- > 0) {
    struct node *N = calloc(1, sizeof *N);
    if (!N)
      break;
    N->Res = PQexec(Conn, "SELECT 1");
    *Link = N;
    Link = &N->Next;
  }
  *Out = Head;
  return 0;
}

// The link is the caller's from the start.
int appended_to_callerOk(PGconn *Conn, struct node **Link) {
  PGresult *Res;
  while ((Res = PQgetResult(Conn)) != NULL) {
    *Link = calloc(1, sizeof **Link);
    if (!*Link) {
      PQclear(Res);
      return -1;
    }
    (*Link)->Res = Res;
    Link = &(*Link)->Next;
  }
  return 0;
}

// Pushed by a helper to a list on the stack, freed by another.
static int list_add(struct list *L, PGresult *Res) {
  struct node *N = malloc(sizeof *N);
  if (!N)
    return -1;
  N->Res = Res;
  N->Next = L->Head;
  L->Head = N;
  return 0;
}
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
int pushed_by_helperOk(PGconn *Conn, int Count) {
  struct list L = {NULL};
  while (Count-- > 0) {
    PGresult *Res = PQexec(Conn, "SELECT 1");
    if (list_add(&L, Res) < 0) {
      PQclear(Res);
      break;
    }
  }
  list_free(&L);
  return 0;
}
