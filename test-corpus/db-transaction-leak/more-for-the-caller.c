// RUN: %check_dbtidy %s
// A transaction that is left open on purpose: a function that only rolls back on failure
// leaves it to its caller on success; one that commits has taken the job on.
#include "sqlite3.h"

#include <stddef.h>

// A COMMIT that fails leaves the caller's transaction as it was: it begins none.
static int commit(sqlite3 *Db) {
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ? 0 : -1;
}

int retriedForCallerOk(sqlite3 *Db) {
  for (int Try = 0; Try < 3; Try++)
    if (commit(Db) == 0)
      return 0;
  return -1;
}

int endOrRollbackForCallerOk(sqlite3 *Db, int Force) {
  if (commit(Db) < 0) {
    if (Force)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  return 0;
}
