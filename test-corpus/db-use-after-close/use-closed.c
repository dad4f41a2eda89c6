// RUN: %check_dbtidy %s
// A handle that is used after its release.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

//===--- Used ---===//

// The most common of all: close first, then ask what went wrong.
PGconn *messageAfterFinishBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_BAD) {
    PQfinish(Conn);                                       // NOTE: "'PQfinish' releases the database connection"
    fprintf(stderr, "connect: %s", PQerrorMessage(Conn)); // WARN: [db-use-after-close] "'PQerrorMessage' uses a database connection that is already released" certain
    return NULL;
  }
  return Conn;
}

// The state of a connection that is gone.
int statusAfterFinishBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PQclear(PQexec(Conn, "SELECT 1"));
  PQfinish(Conn);                         // NOTE: "releases"
  return PQstatus(Conn) == CONNECTION_OK; // WARN: [db-use-after-close] "'PQstatus'" certain
}

// The count is asked of the cleared result.
int countAfterClearBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1 FROM job");
  PQclear(Res);          // NOTE: "releases"
  return PQntuples(Res); // WARN: [db-use-after-close] "'PQntuples' uses a query result" certain
}

// The status is looked at once more for the return value.
int statusTwiceBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK)
    fprintf(stderr, "%s", PQresultErrorMessage(Res));
  PQclear(Res);                                           // NOTE: "releases"
  return PQresultStatus(Res) == PGRES_COMMAND_OK ? 0 : 1; // WARN: [db-use-after-close]
}

// Cleared on one way only; the use behind the join meets it.
int oneWayOnlyBad(PGconn *Conn, int Quiet) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (Quiet)
    PQclear(Res);                  // NOTE: "releases"
  const int Rows = PQntuples(Res); // WARN: [db-use-after-close]
  if (!Quiet)
    PQclear(Res);
  return Rows;
}

// The text of the error belongs to the result; both calls come too late.
void bothTooLateBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "REINDEX");
  PQclear(Res);                                       // NOTE: "releases"
  fprintf(stderr, "%s\n", PQresultErrorMessage(Res)); // WARN: [db-use-after-close]
}

// Reset does not bring it back.
void resetAfterFinishBad(PGconn *Conn) {
  PQfinish(Conn); // NOTE: "releases"
  PQreset(Conn);  // WARN: [db-use-after-close] "'PQreset'"
}

// A statement is run after its end.
int stepAfterFinalizeBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_finalize(Stmt);                          // NOTE: "releases"
  return sqlite3_step(Stmt) == SQLITE_ROW ? 0 : 1; // WARN: [db-use-after-close] "'sqlite3_step'" certain
}

// The column is read a line too late.
int columnAfterFinalizeBad(sqlite3_stmt *Stmt) {
  if (sqlite3_step(Stmt) != SQLITE_ROW) {
    sqlite3_finalize(Stmt);
    return -1;
  }
  sqlite3_finalize(Stmt);             // NOTE: "releases"
  return sqlite3_column_int(Stmt, 0); // WARN: [db-use-after-close]
}

// The connection is asked of a statement that is gone.
const char *messageThroughStatementBad(sqlite3_stmt *Stmt) {
  sqlite3_finalize(Stmt);                         // NOTE: "releases"
  return sqlite3_errmsg(sqlite3_db_handle(Stmt)); // WARN: [db-use-after-close] "'sqlite3_db_handle'"
}

// Resetting what was finalised.
void resetAfterFinalizeBad(sqlite3_stmt *Stmt, int Done) {
  if (Done)
    sqlite3_finalize(Stmt); // NOTE: "releases"
  sqlite3_reset(Stmt);      // WARN: [db-use-after-close]
}

// _v2 always closes.
void messageAfterCloseV2Bad(const char *File) {
  sqlite3 *Db = NULL;
  if (sqlite3_open(File, &Db) != SQLITE_OK) {
    sqlite3_close_v2(Db);                        // NOTE: "releases"
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db)); // WARN: [db-use-after-close] "'sqlite3_errmsg' uses a database connection"
    return;
  }
  sqlite3_close_v2(Db);
}

// The backup's numbers end with it.
int remainingAfterFinishBad(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Copy = sqlite3_backup_init(To, "main", From, "main");
  sqlite3_backup_step(Copy, -1);
  sqlite3_backup_finish(Copy);           // NOTE: "releases the backup"
  return sqlite3_backup_remaining(Copy); // WARN: [db-use-after-close]
}

// The BLOB is read after its end.
int blobReadLateBad(sqlite3_blob *Blob, char *Out, int Size) {
  sqlite3_blob_close(Blob);                     // NOTE: "releases"
  return sqlite3_blob_read(Blob, Out, Size, 0); // WARN: [db-use-after-close]
}

// The query text was freed before it ran.
int textFreedBeforeRunBad(sqlite3 *Db, int Id) {
  char *Sql = sqlite3_mprintf("DELETE FROM job WHERE id = %d", Id);
  sqlite3_free(Sql);                              // NOTE: "releases"
  return sqlite3_exec(Db, Sql, NULL, NULL, NULL); // WARN: [db-use-after-close] "'sqlite3_exec'"
}

// Cancelling with what was given back.
int cancelFreedBad(PGconn *Conn) {
  char Text[256];
  PGcancel *Cancel = PQgetCancel(Conn);
  PQfreeCancel(Cancel);                       // NOTE: "releases the cancel object"
  return PQcancel(Cancel, Text, sizeof Text); // WARN: [db-use-after-close]
}

// Another name for the same connection.
void aliasUsedBad(PGconn *Main) {
  PGconn *Copy = Main;
  PQfinish(Main);                    // NOTE: "releases"
  PQclear(PQexec(Copy, "SELECT 1")); // WARN: [db-use-after-close] "'PQexec'"
}

// What the && asks second was cleared in the first.
int chainedAskBad(PGresult *Res) {
  const int Good = PQresultStatus(Res) == PGRES_TUPLES_OK;
  PQclear(Res);                      // NOTE: "releases"
  return Good && PQntuples(Res) > 0; // WARN: [db-use-after-close]
}

// The comma clears first.
int commaBad(PGresult *Res) {
  return (PQclear(Res), PQntuples(Res)); // NOTE: "releases" // WARN: [db-use-after-close]
}

// The test is the wrong way round: it runs where the connection is closed.
void wrongWayRoundBad(PGconn *Conn, int Failed) {
  if (Failed)
    PQfinish(Conn); // NOTE: "releases"
  if (Failed)
    fprintf(stderr, "%s", PQerrorMessage(Conn)); // WARN: [db-use-after-close]
  else
    PQfinish(Conn);
}

// The struct's field still holds the closed connection.
struct server {
  PGconn *Conn;
  sqlite3 *Cache;
  int Up;
};

void fieldUsedBad(struct server *S) {
  PQfinish(S->Conn);                          // NOTE: "releases"
  S->Up = PQstatus(S->Conn) == CONNECTION_OK; // WARN: [db-use-after-close]
}

// One use is said once, each closed handle by itself.
int twoHandlesBad(PGconn *Conn, PGresult *Res) {
  PQclear(Res);                    // NOTE: "releases the query result"
  PQfinish(Conn);                  // NOTE: "releases the database connection"
  const int Rows = PQntuples(Res); // WARN: [db-use-after-close] "query result"
  return Rows + PQsocket(Conn);    // WARN: [db-use-after-close] "database connection"
}

// A table that is read after sqlite3_free_table is passed to a call of the library.
int tableFreedTwiceBad(sqlite3 *Db, int *Rows) {
  char **Table = NULL;
  int Columns = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, Rows, &Columns, NULL) != SQLITE_OK)
    return -1;
  sqlite3_free_table(Table); // NOTE: "releases the result table"
  if (*Rows == 0)
    sqlite3_free_table(Table); // WARN: [db-use-after-close]
  return 0;
}

//===--- Not used ---===//

// Asked first, closed then.
PGconn *messageFirstOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_BAD) {
    fprintf(stderr, "connect: %s", PQerrorMessage(Conn));
    PQfinish(Conn);
    return NULL;
  }
  return Conn;
}

// The pointer is compared, nobody looks behind it.
int comparedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PQclear(Res);
  return Res != NULL;
}

// The address is printed for the log.
void addressPrintedOk(PGconn *Conn) {
  PQfinish(Conn);
  printf("connection %p closed\n", (void *)Conn);
}

// What is needed later is copied to plain variables first.
int copiedFirstOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const ExecStatusType Status = PQresultStatus(Res);
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Status == PGRES_TUPLES_OK ? Rows : -1;
}

// A reset statement is there to be run again.
int resetAndRunOk(sqlite3_stmt *Stmt) {
  sqlite3_step(Stmt);
  sqlite3_reset(Stmt);
  sqlite3_clear_bindings(Stmt);
  return sqlite3_step(Stmt);
}

// The connection outlives the statement: its message says why finalize complained.
void messageOfConnectionOk(sqlite3 *Db, sqlite3_stmt *Stmt) {
  if (sqlite3_finalize(Stmt) != SQLITE_OK)
    fprintf(stderr, "%s\n", sqlite3_errmsg(Db));
}

// The connection is asked for before the statement ends.
void handleTakenFirstOk(sqlite3_stmt *Stmt) {
  sqlite3 *Db = sqlite3_db_handle(Stmt);
  sqlite3_finalize(Stmt);
  puts(sqlite3_errmsg(Db));
}

// sqlite3_close_v2 waits for the statements: they may be run and finalised after it.
void zombieOk(const char *File) {
  sqlite3 *Db = NULL;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_open(File, &Db) == SQLITE_OK)
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  sqlite3_close_v2(Db);
  sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
}

// The target connection tells how the backup went.
int backupResultOk(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Copy = sqlite3_backup_init(To, "main", From, "main");
  if (Copy) {
    sqlite3_backup_step(Copy, -1);
    sqlite3_backup_finish(Copy);
  }
  return sqlite3_errcode(To);
}

// Finished on one way, used on the other.
int otherWayOk(PGconn *Conn, int Close) {
  if (Close) {
    PQfinish(Conn);
    return 0;
  } else {
    return PQstatus(Conn) == CONNECTION_OK;
  }
}

// The new connection has the old one's name.
int reconnectOk(PGconn *Conn, const char *Dsn) {
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    Conn = PQconnectdb(Dsn);
  }
  const int Good = PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn);
  return Good;
}

// A null connection answers every question.
int nullAnswersOk(PGconn *Conn) {
  PQfinish(Conn);
  Conn = NULL;
  return PQstatus(Conn) == CONNECTION_OK;
}

// The field is set to null with the release, and the questions come behind a test.
void fieldNulledOk(struct server *S) {
  PQfinish(S->Conn);
  S->Conn = NULL;
  if (S->Conn)
    S->Up = PQstatus(S->Conn) == CONNECTION_OK;
}

// One connection of the struct is closed, the other is asked.
void otherFieldOk(struct server *S) {
  PQfinish(S->Conn);
  S->Up = sqlite3_get_autocommit(S->Cache);
}

// The pointer holds a function that releases nothing.
void pointerToOtherOk(PGresult *Res) {
  int (*Count)(const PGresult *) = PQntuples;
  printf("%d\n", Count(Res));
  PQclear(Res);
}

// The address of the variable is passed on to be filled again.
int filledAnewOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL);
  sqlite3_finalize(Stmt);
  if (sqlite3_prepare_v2(Db, "SELECT 2", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc;
}

// The order inside one expression is fixed by &&.
int chainEndsWithClearOk(PGresult *Res) {
  const int Good = Res && PQresultStatus(Res) == PGRES_TUPLES_OK && PQntuples(Res) == 1;
  return PQclear(Res), Good;
}
