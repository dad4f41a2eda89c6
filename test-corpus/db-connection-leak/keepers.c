// RUN: %check_dbtidy %s
// Functions of the system that keep the pointer they are given, or move what it points to.
#include "libpq-fe.h"
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

struct Session {
  PGconn *Conn;
  int Depth;
};

static void *Root;
static int compare(const void *A, const void *B) { return (A > B) - (A < B); }

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
