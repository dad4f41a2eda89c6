// RUN: %check_dbtidy %s
// Functions of the system that keep the pointer they are given: threads and their keys.
#include "libpq-fe.h"
#include <pthread.h>
#include <stdlib.h>
#include <threads.h>

struct Session {
  PGconn *Conn;
  int Depth;
};

static tss_t Key;

// A thread gets the connection and closes it.
static void *worker(void *Conn) {
  PQconsumeInput(Conn);
  PQfinish(Conn);
  return NULL;
}

int threadOk(const char *Dsn) {
  pthread_t Thread;
  PGconn *Conn = PQconnectdb(Dsn);
  if (pthread_create(&Thread, NULL, worker, Conn) != 0) {
    PQfinish(Conn);
    return -1;
  }
  return pthread_detach(Thread);
}

// A thread gets the struct that holds it.
static void *sessionWorker(void *Argument) {
  struct Session *S = Argument;
  PQfinish(S->Conn);
  free(S);
  return NULL;
}

int threadSessionOk(const char *Dsn) {
  pthread_t Thread;
  struct Session *S = calloc(1, sizeof *S);
  if (!S)
    return -1;
  S->Conn = PQconnectdb(Dsn);
  return pthread_create(&Thread, NULL, sessionWorker, S);
}

// The threads of C11.
static int worker11(void *Conn) {
  PQfinish(Conn);
  return 0;
}

int thread11Ok(const char *Dsn) {
  thrd_t Thread;
  PGconn *Conn = PQconnectdb(Dsn);
  return thrd_create(&Thread, worker11, Conn);
}

// The thread-specific storage of C11.
void tssOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (tss_set(Key, Conn) != thrd_success)
    PQfinish(Conn);
}
