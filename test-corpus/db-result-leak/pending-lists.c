// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
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

// The thread that could not be started takes nothing over.
static void *worker(void *Data) {
  PGresult *Res = Data;
  logf_("%d", PQntuples(Res));
  PQclear(Res);
  return NULL;
}
int no_threadBad(PGconn *Conn) {
  pthread_t Thread;
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (pthread_create(&Thread, NULL, worker, Res) != 0)
    return -1;
  pthread_detach(Thread);
  return 0;
}
