// RUN: %check_dbtidy %s
// A program's own functions for transactions and savepoints, by a text that is put
// together at run time and sent again while the database is busy.

#include "sqlite3.h"
#include <string.h>

int join(char **Out, const char *Format, ...);
int work(sqlite3 *Db, int What);

static int run_text(sqlite3 *Db, const char *Verb, const char *Savepoint) {
  sqlite3_stmt *Stmt;
  char *Sql = NULL;
  join(&Sql, "%s %s", Verb, Savepoint != NULL ? Savepoint : "");
  int Rc = sqlite3_prepare_v2(Db, Sql, (int)strlen(Sql) + 1, &Stmt, NULL);
  if (Rc == SQLITE_OK) {
    Rc = SQLITE_BUSY;
    for (int Turn = 0; Turn < 6 && Rc == SQLITE_BUSY;
         ++Turn, Rc == SQLITE_BUSY && sqlite3_sleep(200))
      Rc = sqlite3_step(Stmt);
  }
  sqlite3_finalize(Stmt);
  return Rc == SQLITE_OK || Rc == SQLITE_DONE ? 0 : 1;
}

static int begin_at(sqlite3 *Db, const char *Savepoint) {
  if (Savepoint == NULL || Savepoint[0] == '\0')
    return run_text(Db, "BEGIN IMMEDIATE TRANSACTION", NULL);
  return run_text(Db, "SAVEPOINT", Savepoint);
}

static int commit_at(sqlite3 *Db, const char *Savepoint) {
  if (Savepoint == NULL || Savepoint[0] == '\0')
    return run_text(Db, "COMMIT TRANSACTION", NULL);
  return run_text(Db, "RELEASE SAVEPOINT", Savepoint);
}

static int rollback_at(sqlite3 *Db, const char *Savepoint) {
  if (Savepoint == NULL || Savepoint[0] == '\0')
    return run_text(Db, "ROLLBACK TRANSACTION", NULL);
  return run_text(Db, "ROLLBACK TO SAVEPOINT", Savepoint);
}

// ROLLBACK TO undoes the work and leaves the savepoint, and with it the transaction.
static int registerBad(sqlite3 *Db, const char *Savepoint) {
  int Result = 3;
  if (begin_at(Db, Savepoint) != 0) // WARN: [db-transaction-leak] likely
    return 3;
  if (work(Db, 1) != 0)
    goto cleanup;
  if (work(Db, 2) != 0)
    goto cleanup;
  Result = 0;
cleanup:
  if (Result != 0)
    (void)rollback_at(Db, Savepoint);
  return Result;
}

static int finish(sqlite3 *Db, int Result, const char *Savepoint) {
  if (Result == 0)
    return commit_at(Db, Savepoint);
  return rollback_at(Db, Savepoint);
}

// Without a savepoint's name it rolls back, and the caller ends what succeeded.
int addOk(sqlite3 *Db) {
  _Bool Open = 0;
  int Rc = registerBad(Db, NULL);
  if (Rc != 0)
    goto cleanup;
  Open = 1;
  if ((Rc = work(Db, 3)) != 0)
    goto cleanup;
  Rc = work(Db, 4);
cleanup:
  if (Open)
    finish(Db, Rc, NULL);
  return Rc;
}

int addBad(sqlite3 *Db) {
  int Rc = registerBad(Db, NULL); // WARN: [db-transaction-leak] likely
  if (Rc != 0)
    return Rc;
  if ((Rc = work(Db, 3)) != 0)
    return Rc;
  return finish(Db, Rc, NULL);
}

// That it could not be begun is known on one way.
int onceOk(sqlite3 *Db) {
  if (begin_at(Db, "once") != 0)
    return 3;
  if (work(Db, 1) != 0) {
    rollback_at(Db, NULL);
    return 3;
  }
  return commit_at(Db, "once");
}
