// RUN: %check_dbtidy %s
// What is not found, and why.
#include "libpq-fe.h"
#include <pthread.h>
#include <stddef.h>

struct Loaded {
  PGconn *(*Connect)(const char *);
  int (*Version)(const PGconn *);
};

// A function pointer that is filled at run time: nothing says which call it is.
int FN_loadedAtRunTime(const struct Loaded *Pq, const char *Dsn) {
  PGconn *Conn = Pq->Connect(Dsn);
  return Pq->Version(Conn);
}

static PGconn *TheConn;

// A global that every call fills anew: whoever called before may have closed it since.
void FN_globalOfEarlierCall(const char *Dsn) { TheConn = PQconnectdb(Dsn); }

// pthread_exit does not return, and by design nothing is owed at such a call, though only a thread ends.
void FN_threadEnds(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    pthread_exit(NULL);
  PQfinish(Conn);
}
