// RUN: %check_dbtidy %s
// libpq without waiting: PQconnectStart, PQconnectPoll, and the cancel connection.
#include "libpq-fe.h"
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

static void waitFor(int Socket, short What) {
  struct pollfd Poll = {Socket, What, 0};
  poll(&Poll, 1, 1000);
}

//===--- Lost ---===//

// CONNECTION_BAD straight after the start is a failed connection, not a missing one.
int startFailsBad(const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn); // WARN: [db-connection-leak] "'PQconnectStart'"
  if (!Conn || PQstatus(Conn) == CONNECTION_BAD)
    return -1;
  PQfinish(Conn);
  return 0;
}

// The state machine gives up without closing what it worked on.
int pollFailsBad(const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn); // WARN: [db-connection-leak]
  for (;;) {
    switch (PQconnectPoll(Conn)) {
    case PGRES_POLLING_READING:
      waitFor(PQsocket(Conn), POLLIN);
      break;
    case PGRES_POLLING_WRITING:
      waitFor(PQsocket(Conn), POLLOUT);
      break;
    case PGRES_POLLING_OK:
      PQfinish(Conn);
      return 0;
    default:
      return -1;
    }
  }
}

// Out of patience with the connection half made.
int timesOutBad(const char *const *Keys, const char *const *Values, int Turns) {
  PGconn *Conn = PQconnectStartParams(Keys, Values, 1); // WARN: [db-connection-leak]
  PostgresPollingStatusType Poll = PGRES_POLLING_WRITING;
  while (Poll != PGRES_POLLING_OK && Poll != PGRES_POLLING_FAILED) {
    if (--Turns < 0)
      return -1;
    waitFor(PQsocket(Conn), Poll == PGRES_POLLING_READING ? POLLIN : POLLOUT);
    Poll = PQconnectPoll(Conn);
  }
  PQfinish(Conn);
  return Poll == PGRES_POLLING_OK ? 0 : -1;
}

// The cancel connection is one more connection.
int cancelBad(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn); // WARN: [db-connection-leak] "cancel connection 'Cancel'"
  return PQcancelBlocking(Cancel);
}

// It is closed when the request went through.
int cancelFailsBad(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn); // WARN: [db-connection-leak]
  if (!PQcancelBlocking(Cancel)) {
    fputs(PQcancelErrorMessage(Cancel), stderr);
    return -1;
  }
  PQcancelFinish(Cancel);
  return 0;
}

// Closing the connection to be cancelled does not close the one that asks for it.
void wrongOneClosedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGcancelConn *Cancel = PQcancelCreate(Conn); // WARN: [db-connection-leak] "'PQcancelCreate'"
  PQcancelStart(Cancel);
  PQfinish(Conn);
}

// PQcancelReset makes it ready for another request; it does not end it.
int cancelAgainBad(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn); // WARN: [db-connection-leak]
  if (!PQcancelBlocking(Cancel)) {
    PQcancelReset(Cancel);
    return -1;
  }
  PQcancelFinish(Cancel);
  return 0;
}

// A failed request is tried again with a new object each time.
void cancelLoopBad(PGconn *Conn) {
  PGcancelConn *Cancel;
  do
    Cancel = PQcancelCreate(Conn); // WARN: [db-connection-leak] "overwritten"
  while (!PQcancelBlocking(Cancel));
  PQcancelFinish(Cancel);
}

//===--- Closed ---===//

// Everything that the start gave is finished, also when it gave a failed connection.
int startOk(const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn);
  if (!Conn)
    return -1;
  if (PQstatus(Conn) == CONNECTION_BAD) {
    PQfinish(Conn);
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// All four answers of the state machine.
PGconn *connectAsyncOk(const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn);
  if (!Conn)
    return NULL;
  for (;;) {
    switch (PQconnectPoll(Conn)) {
    case PGRES_POLLING_READING:
      waitFor(PQsocket(Conn), POLLIN);
      break;
    case PGRES_POLLING_WRITING:
      waitFor(PQsocket(Conn), POLLOUT);
      break;
    case PGRES_POLLING_OK:
      return Conn;
    default:
      PQfinish(Conn);
      return NULL;
    }
  }
}

// The loop ends for three reasons; one release serves them all.
int timesOutOk(const char *Dsn, int Turns) {
  PGconn *Conn = PQconnectStart(Dsn);
  PostgresPollingStatusType Poll = PGRES_POLLING_WRITING;
  while (Turns-- > 0 && Poll != PGRES_POLLING_OK && Poll != PGRES_POLLING_FAILED) {
    waitFor(PQsocket(Conn), Poll == PGRES_POLLING_READING ? POLLIN : POLLOUT);
    Poll = PQconnectPoll(Conn);
  }
  PQfinish(Conn);
  return Poll == PGRES_POLLING_OK ? 0 : -1;
}

// PQconnectPoll of null fails: what does not fail is a connection.
int pollKnowsNullOk(const char *Dsn) {
  PGconn *Conn = PQconnectStart(Dsn);
  if (PQconnectPoll(Conn) != PGRES_POLLING_FAILED) {
    if (Conn)
      PQfinish(Conn);
    return 0;
  }
  PQfinish(Conn);
  return -1;
}

// One release behind both answers.
int cancelOk(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn);
  const int Sent = PQcancelBlocking(Cancel);
  if (!Sent)
    fputs(PQcancelErrorMessage(Cancel), stderr);
  PQcancelFinish(Cancel);
  return Sent;
}

// Null from PQcancelCreate: out of memory, nothing to finish.
int cancelNullOk(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn);
  if (Cancel == NULL)
    return -1;
  while (PQcancelPoll(Cancel) == PGRES_POLLING_READING)
    waitFor(PQcancelSocket(Cancel), POLLIN);
  PQcancelFinish(Cancel);
  return 0;
}

// Reset and used again before the one release.
int cancelTwiceOk(PGconn *Conn) {
  PGcancelConn *Cancel = PQcancelCreate(Conn);
  if (!PQcancelBlocking(Cancel)) {
    PQcancelReset(Cancel);
    PQcancelBlocking(Cancel);
  }
  const int Good = PQcancelStatus(Cancel) == CONNECTION_OK;
  PQcancelFinish(Cancel);
  return Good;
}

// A job of an event loop: the connection lives on in the job, the loop polls it.
struct Job {
  PGconn *Conn;
  PostgresPollingStatusType Poll;
};

int jobBeginsOk(struct Job *J, const char *Dsn) {
  J->Conn = PQconnectStart(Dsn);
  if (PQstatus(J->Conn) == CONNECTION_BAD) {
    PQfinish(J->Conn);
    J->Conn = NULL;
    return -1;
  }
  J->Poll = PGRES_POLLING_WRITING;
  return PQsocket(J->Conn);
}

// The connection is the caller's parameter here: nothing was acquired.
int jobStepOk(struct Job *J) {
  J->Poll = PQconnectPoll(J->Conn);
  return J->Poll == PGRES_POLLING_FAILED ? -1 : 0;
}
