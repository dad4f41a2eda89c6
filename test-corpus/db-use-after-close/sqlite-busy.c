// RUN: %check_dbtidy %s
// sqlite3_close refuses while statements are open: the connection is not closed then, and
// may be used and closed again. Where it has closed, it may not.
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>

//===--- Closed, and used ---===//

// The success branch asks the closed connection.
void askedOnSuccessBad(sqlite3 *Db) {
  if (sqlite3_close(Db) == SQLITE_OK)            // NOTE: "releases the database connection"
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db)); // WARN: [db-use-after-close] "'sqlite3_errmsg'"
}

// Tested for success first, then closed again all the same.
int againOnSuccessBad(sqlite3 *Db) {
  int Rc = sqlite3_close(Db); // NOTE: "releases"
  if (Rc != SQLITE_OK)
    return Rc;
  return sqlite3_close(Db); // WARN: [db-use-after-close] "'sqlite3_close' releases"
}

// The test is the wrong way round.
void wrongWayRoundBad(sqlite3 *Db) {
  if (!sqlite3_close(Db)) { // NOTE: "releases"
    fprintf(stderr, "still busy\n");
    sqlite3_close_v2(Db); // WARN: [db-use-after-close] "'sqlite3_close_v2'"
  }
}

// A switch over the code: only the busy case may go on with it.
void switchOnCodeBad(sqlite3 *Db) {
  switch (sqlite3_close(Db)) { // NOTE: "releases"
  case SQLITE_OK:
    printf("%d changes\n", sqlite3_total_changes(Db)); // WARN: [db-use-after-close]
    break;
  default:
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
  }
}

// The second try succeeded as well, and a third follows.
void thirdTryBad(sqlite3 *Db, sqlite3_stmt *Stmt) {
  int Rc = sqlite3_close(Db);
  if (Rc == SQLITE_BUSY) {
    sqlite3_finalize(Stmt);
    Rc = sqlite3_close(Db);
  }
  if (Rc == SQLITE_OK)
    sqlite3_close_v2(Db); // WARN: [db-use-after-close]
}

// _v2 never refuses: asking for the busy code does not help.
void v2NeverRefusesBad(sqlite3 *Db) {
  if (sqlite3_close_v2(Db) != SQLITE_OK) // NOTE: "releases"
    sqlite3_close(Db);                   // WARN: [db-use-after-close]
}

// The code is kept as a flag, and the flag is read the wrong way.
void flagOfCodeBad(sqlite3 *Db) {
  const int Closed = sqlite3_close(Db) == SQLITE_OK; // NOTE: "releases"
  if (Closed)
    sqlite3_interrupt(Db); // WARN: [db-use-after-close]
}

//===--- Refused, and tried again ---===//

// Why it refused is asked of the connection that is still open.
int whyRefusedOk(sqlite3 *Db) {
  int Rc = sqlite3_close(Db);
  if (Rc != SQLITE_OK)
    fprintf(stderr, "close: %s\n", sqlite3_errmsg(Db));
  return Rc;
}

// The statements are finalised, then it is closed again.
void finalizeRestOk(sqlite3 *Db) {
  if (sqlite3_close(Db) == SQLITE_BUSY) {
    sqlite3_stmt *Stmt;
    while ((Stmt = sqlite3_next_stmt(Db, NULL)) != NULL)
      sqlite3_finalize(Stmt);
    sqlite3_close(Db);
  }
}

// Tried until it works.
void untilClosedOk(sqlite3 *Db) {
  while (sqlite3_close(Db) == SQLITE_BUSY)
    sqlite3_sleep(10);
}

// Tried three times at most.
int threeTimesOk(sqlite3 *Db) {
  int Rc = SQLITE_BUSY;
  for (int Try = 0; Try < 3 && Rc == SQLITE_BUSY; ++Try) {
    Rc = sqlite3_close(Db);
    if (Rc == SQLITE_BUSY)
      sqlite3_sleep(100);
  }
  return Rc;
}

// do … while with the code in a variable.
int doWhileOk(sqlite3 *Db) {
  int Rc;
  do {
    Rc = sqlite3_close(Db);
    if (Rc != SQLITE_OK)
      fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
  } while (Rc == SQLITE_BUSY);
  return Rc;
}

// Where it refuses, _v2 takes over.
void v2TakesOverOk(sqlite3 *Db) {
  if (sqlite3_close(Db) != SQLITE_OK)
    sqlite3_close_v2(Db);
}

// The first call is refused because of the open statement, whatever its code says.
void refusedForStatementOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK || !Stmt)
    return;
  sqlite3_close(Db);
  sqlite3_finalize(Stmt);
  sqlite3_close(Db);
}

// A switch that only goes on with the busy one.
void switchOnCodeOk(sqlite3 *Db) {
  switch (sqlite3_close(Db)) {
  case SQLITE_OK:
    break;
  case SQLITE_BUSY:
    sqlite3_close_v2(Db);
    break;
  default:
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
    abort();
  }
}

// The flag says whether it is still there.
void flagOfCodeOk(sqlite3 *Db) {
  const int Open = sqlite3_close(Db) != SQLITE_OK;
  if (Open)
    sqlite3_close_v2(Db);
}

// A null connection closes with SQLITE_OK, as often as you like.
int nullClosesOk(void) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_close(Db);
  return Rc + sqlite3_close(Db);
}
