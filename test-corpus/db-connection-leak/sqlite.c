// RUN: %check_dbtidy %s
// SQLite: a failed open leaves a handle to close; sqlite3_close may fail, _v2 does not.
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//===--- Lost ---===//

// Whatever sqlite3_open returns, there is a handle.
int failedOpenBad(const char *Path) {
  sqlite3 *Db;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) { // WARN: [db-connection-leak] "database connection 'Db' from 'sqlite3_open'" certain
    fprintf(stderr, "%s: %s\n", Path, sqlite3_errmsg(Db));
    return -1; // NOTE: "returns without releasing"
  }
  sqlite3_close(Db);
  return 0;
}

// The same through a status variable and sqlite3_open_v2.
int statusVariableBad(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READONLY, NULL); // WARN: [db-connection-leak] "'sqlite3_open_v2'"
  if (Rc) {                                                        // NOTE: "assuming"
    fprintf(stderr, "%s\n", sqlite3_errstr(Rc));
    return Rc;
  }
  Rc = sqlite3_exec(Db, "SELECT 1", NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
}

// One code is taken for "there is no such file, so there is nothing to do".
int missingIsFineBad(const char *Path) {
  sqlite3 *Db;
  const int Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE, NULL); // WARN: [db-connection-leak]
  switch (Rc) {
  case SQLITE_OK:
    break;
  case SQLITE_CANTOPEN:
    return 0;
  default:
    sqlite3_close(Db);
    return Rc;
  }
  return sqlite3_close(Db);
}

// The pragma behind a good open fails.
int pragmaFailsBad(const char *Path) {
  sqlite3 *Db;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) { // WARN: [db-connection-leak]
    sqlite3_close(Db);
    return -1;
  }
  if (sqlite3_exec(Db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) != SQLITE_OK)
    return -2;
  sqlite3_close(Db);
  return 0;
}

// A statement cannot be prepared: nothing to finalize, a connection to close.
int prepareFailsBad(const char *Path) {
  sqlite3 *Db = NULL;
  sqlite3_stmt *Stmt = NULL;
  int Rows = 0;
  sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (sqlite3_prepare_v2(Db, "SELECT id FROM jobs", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  while (sqlite3_step(Stmt) == SQLITE_ROW)
    ++Rows;
  sqlite3_finalize(Stmt);
  sqlite3_close(Db);
  return Rows;
}

// A second attempt with other flags takes the place of the failed handle.
int createIfMissingBad(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE, NULL); // WARN: [db-connection-leak] "overwritten"
  if (Rc != SQLITE_OK)
    Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  sqlite3_close(Db);
  return Rc;
}

// The target could not be opened: the source is closed, the target's handle is not.
int backupBad(const char *From, const char *To) {
  sqlite3 *Source, *Target;
  if (sqlite3_open(From, &Source) != SQLITE_OK) {
    sqlite3_close(Source);
    return -1;
  }
  if (sqlite3_open(To, &Target) != SQLITE_OK) { // WARN: [db-connection-leak] "'Target'"
    sqlite3_close(Source);
    return -1;
  }
  sqlite3_backup *Backup = sqlite3_backup_init(Target, "main", Source, "main");
  if (Backup) {
    sqlite3_backup_step(Backup, -1);
    sqlite3_backup_finish(Backup);
  }
  sqlite3_close(Target);
  sqlite3_close(Source);
  return 0;
}

// A database in memory takes memory until it is closed.
int inMemoryBad(const char *Sql) {
  sqlite3 *Db;
  sqlite3_open(":memory:", &Db); // WARN: [db-connection-leak]
  return sqlite3_exec(Db, Sql, NULL, NULL, NULL);
}

// The release sits in the branch of success.
int closedOnSuccessBad(const char *Path, const char *Sql) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Rc == SQLITE_OK) {
    Rc = sqlite3_exec(Db, Sql, NULL, NULL, NULL);
    sqlite3_close(Db);
  }
  return Rc;
}

// Sixteen-bit file names change nothing.
int wideNameBad(const void *Path) {
  sqlite3 *Db;
  if (sqlite3_open16(Path, &Db) != SQLITE_OK) // WARN: [db-connection-leak] "'sqlite3_open16'"
    return -1;
  sqlite3_close_v2(Db);
  return 0;
}

// The failure jumps to the label behind the close.
int jumpsPastCloseBad(const char *Path) {
  int Rc;
  sqlite3 *Db = NULL;
  if ((Rc = sqlite3_open(Path, &Db)) != SQLITE_OK) // WARN: [db-connection-leak]
    goto failed;
  Rc = sqlite3_exec(Db, "VACUUM", NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
failed:
  fprintf(stderr, "%s: %s\n", Path, sqlite3_errstr(Rc));
  return Rc;
}

// Each step only runs if all before it went well, the close among them.
int chainOfStepsBad(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Rc == SQLITE_OK)
    Rc = sqlite3_busy_timeout(Db, 500);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, NULL);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_close(Db);
  return Rc;
}

//===--- Closed ---===//

// Both ways out close, the failed open too.
int closedEitherWayOk(const char *Path) {
  sqlite3 *Db;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) {
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
    sqlite3_close(Db);
    return -1;
  }
  sqlite3_close(Db);
  return 0;
}

// A null handle (out of memory) may be closed like any other.
int oneCloseOk(const char *Path, const char *Sql) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(Path, &Db);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
}

// A failed open that left nothing but null owes nothing.
int guardedCloseOk(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READONLY, NULL);
  if (Rc != SQLITE_OK) {
    if (Db != NULL)
      sqlite3_close(Db);
    return Rc;
  }
  sqlite3_close_v2(Db);
  return 0;
}

// After SQLITE_OK the handle is not null: the test for it decides nothing.
int okMeansHandleOk(const char *Path) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) == SQLITE_OK) {
    if (Db)
      sqlite3_close(Db);
    return 0;
  }
  sqlite3_close(Db);
  return -1;
}

// sqlite3_close_v2 with a statement open: the rest goes when the statement goes.
int zombieCloseOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  sqlite3_open(Path, &Db);
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  sqlite3_close_v2(Db);
  sqlite3_finalize(Stmt);
  return 0;
}

// Statement first, then connection.
int finalizedFirstOk(const char *Path) {
  int Value = -1;
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_open(Path, &Db) == SQLITE_OK && sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) == SQLITE_OK && sqlite3_step(Stmt) == SQLITE_ROW)
    Value = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  sqlite3_close(Db);
  return Value;
}

// A failing close is reported; with no statement open it does not happen.
int closeIsCheckedOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  if (sqlite3_close(Db) != SQLITE_OK) {
    fputs("cannot close\n", stderr);
    return -1;
  }
  return 0;
}

// Falls back to _v2 when something is still open; no double close.
void closeHarderOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  if (sqlite3_close(Db) == SQLITE_BUSY)
    sqlite3_close_v2(Db);
}

// Finalizes whatever is open, then closes.
void finalizeAllOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt;
  sqlite3_open(Path, &Db);
  while ((Stmt = sqlite3_next_stmt(Db, NULL)) != NULL)
    sqlite3_finalize(Stmt);
  sqlite3_close(Db);
}

// A second attempt after the first handle was closed.
int createIfMissingOk(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE, NULL);
  if (Rc != SQLITE_OK) {
    sqlite3_close(Db);
    Rc = sqlite3_open_v2(Path, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  }
  sqlite3_close(Db);
  return Rc;
}

// A switch over the status with a close in every case.
int switchOk(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db);
  switch (Rc) {
  case SQLITE_OK:
    Rc = sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, NULL);
    break;
  case SQLITE_CANTOPEN:
    Rc = SQLITE_OK;
    break;
  default:
    fputs("cannot open\n", stderr);
  }
  sqlite3_close(Db);
  return Rc;
}

// Two connections, each closed where it is not needed any more.
int backupOk(const char *From, const char *To) {
  int Rc = -1;
  sqlite3 *Source = NULL, *Target = NULL;
  if (sqlite3_open(From, &Source) == SQLITE_OK && sqlite3_open(To, &Target) == SQLITE_OK) {
    sqlite3_backup *Backup = sqlite3_backup_init(Target, "main", Source, "main");
    if (Backup) {
      sqlite3_backup_step(Backup, -1);
      Rc = sqlite3_backup_finish(Backup);
    }
  }
  sqlite3_close(Target);
  sqlite3_close(Source);
  return Rc;
}

// The status travels through a chain, the close stands alone.
int chainOfStepsOk(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db);
  Rc = Rc ? Rc : sqlite3_busy_timeout(Db, 500);
  Rc = Rc ? Rc : sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, NULL);
  const int Closed = sqlite3_close(Db);
  return Rc ? Rc : Closed;
}

// A file that is locked is tried again a few times, one handle at a time.
int openPatientlyOk(const char *Path, sqlite3 **Out) {
  int Rc = SQLITE_BUSY;
  *Out = NULL;
  for (int Try = 0; Try < 10 && Rc == SQLITE_BUSY; ++Try) {
    sqlite3_close(*Out);
    Rc = sqlite3_open(Path, Out);
  }
  return Rc;
}

// Busy at first; closed again when the statement is gone.
int secondTryOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  sqlite3_open(Path, &Db);
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  int Rc = sqlite3_close(Db);
  sqlite3_finalize(Stmt);
  if (Rc != SQLITE_OK)
    Rc = sqlite3_close(Db);
  return Rc;
}

// The prepare failed, so nothing is open and the close succeeds.
int nothingPreparedOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  sqlite3_open(Path, &Db);
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK) {
    sqlite3_close(Db);
    return -1;
  }
  sqlite3_finalize(Stmt);
  return sqlite3_close(Db);
}

// Closes in a loop until nothing holds the connection.
void closeLoopOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  while (sqlite3_close(Db) == SQLITE_BUSY) {
    sqlite3_stmt *Stmt = sqlite3_next_stmt(Db, NULL);
    sqlite3_finalize(Stmt);
  }
}

// With its close-on-failure a negative answer never comes with a handle.
static sqlite3 *openOrNull(const char *Path) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(Path, &Db) == SQLITE_OK)
    return Db;
  sqlite3_close(Db);
  return NULL;
}

int openOrNullUsedOk(const char *Path) {
  sqlite3 *Db = openOrNull(Path);
  if (!Db)
    return -1;
  const int Rc = sqlite3_exec(Db, "SELECT 1", NULL, NULL, NULL);
  sqlite3_close(Db);
  return Rc;
}

// An open BLOB holds the connection as a statement does.
int openBlobBad(const char *Path, sqlite3_int64 Row) {
  sqlite3 *Db;
  sqlite3_blob *Blob = NULL;
  sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (sqlite3_blob_open(Db, "main", "files", "content", Row, 0, &Blob) != SQLITE_OK) {
    sqlite3_close(Db);
    return -1;
  }
  const int Size = sqlite3_blob_bytes(Blob);
  sqlite3_close(Db);
  sqlite3_blob_close(Blob);
  return Size;
}

// The connection that a statement belongs to is known without a variable.
void closedThroughStatementOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_open(Path, &Db) != SQLITE_OK || sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK) {
    sqlite3_close(Db);
    return;
  }
  sqlite3 *Same = sqlite3_db_handle(Stmt);
  sqlite3_finalize(Stmt);
  sqlite3_close(Same);
}
