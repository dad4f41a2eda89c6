// RUN: %check_dbtidy %s
// sqlite3_close fails while a statement, a BLOB or a backup is open, and the connection stays.
#include "sqlite3.h"
#include <stdio.h>

// The statement goes after the close that it made fail.
void wrongOrderBad(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) { // WARN: [db-connection-leak]
    sqlite3_close(Db);
    return;
  }
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) == SQLITE_OK)
    sqlite3_step(Stmt);
  sqlite3_close(Db);
  sqlite3_finalize(Stmt);
}

// The failure is seen, and nothing is done about it.
int seenNotSolvedBad(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK) {
    sqlite3_close(Db);
    return -1;
  }
  const int Rc = sqlite3_close(Db);
  sqlite3_finalize(Stmt);
  if (Rc != SQLITE_OK)
    fputs("busy\n", stderr);
  return Rc;
}
