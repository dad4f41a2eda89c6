// RUN: %check_dbtidy %s
// Functions of the system that keep the pointer they are given: threads, keys, trees, events.
#include "libpq-fe.h"
#include <pthread.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <threads.h>

struct Session {
  PGconn *Conn;
  int Depth;
};

static tss_t Key;
static void *Root;
static int compare(const void *A, const void *B) { return (A > B) - (A < B); }

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

// The C library's own tree: its parameter is const.
int treeOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return tsearch(Conn, &Root, compare) ? 0 : -1;
}

// The kernel gives the pointer back with the next event.
int epollOk(int Poll, const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn);
  struct epoll_event Event = {.events = EPOLLIN};
  Event.data.ptr = Conn;
  return epoll_ctl(Poll, EPOLL_CTL_ADD, PQsocket(Conn), &Event);
}

// memcpy moves a struct to where it is to be.
void memcpyOk(struct Session *Out, const char *Dsn) {
  const struct Session S = {PQconnectdb(Dsn), 1};
  memcpy(Out, &S, sizeof S);
}

struct Session *memcpyNewOk(const char *Dsn) {
  struct Session S = {PQconnectdb(Dsn), 1};
  struct Session *Copy = malloc(sizeof *Copy);
  if (!Copy) {
    PQfinish(S.Conn);
    return NULL;
  }
  memcpy(Copy, &S, sizeof S);
  return Copy;
}
