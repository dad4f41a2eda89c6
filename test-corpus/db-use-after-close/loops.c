// RUN: %check_dbtidy %s
// Releases in loops: of each turn's handle, of the last one's, of all of them.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
  PGconn *Conn;
  struct node *Next;
};

void logLine(const char *Text);

//===--- Wrong ---===//

// Made before the loop, cleared in every turn.
int madeOutsideBad(PGresult *Res, int Turns) {
  int Rows = 0;
  for (int I = 0; I < Turns; ++I) {
    Rows += PQntuples(Res); // WARN: [db-use-after-close] "'PQntuples'"
    PQclear(Res);           // NOTE: "releases"
  }
  return Rows;
}

// The loop's condition asks the result that its body clears.
void conditionAsksBad(PGresult *Res) {
  for (int I = 0; I < PQntuples(Res); ++I) { // WARN: [db-use-after-close]
    puts(PQgetvalue(Res, I, 0));
    PQclear(Res); // NOTE: "releases"
  }
}

// The turn that fails finalises, and the condition steps on.
int finalizedInTurnBad(sqlite3_stmt *Stmt) {
  int Sum = 0;
  while (sqlite3_step(Stmt) == SQLITE_ROW) { // WARN: [db-use-after-close] "'sqlite3_step'"
    const int N = sqlite3_column_int(Stmt, 0);
    if (N < 0)
      sqlite3_finalize(Stmt); // NOTE: "releases"
    Sum += N;
  }
  sqlite3_reset(Stmt);
  return Sum;
}

// Cleared before the break, cleared again behind the loop.
int clearedBeforeBreakBad(PGconn *Conn, int Turns) {
  PGresult *Res = NULL;
  for (int I = 0; I < Turns; ++I) {
    PQclear(Res);
    Res = PQexec(Conn, "SELECT 1");
    if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
      PQclear(Res); // NOTE: "releases"
      break;
    }
  }
  PQclear(Res); // WARN: [db-use-after-close] "already released"
  return 0;
}

// The last turn's result is looked at behind the loop that cleared it.
int lastTurnBad(PGconn *Conn, const char *const *Sql, int Count) {
  PGresult *Res = NULL;
  for (int I = 0; I < Count; ++I) {
    Res = PQexec(Conn, Sql[I]);
    PQclear(Res); // NOTE: "releases"
  }
  return PQresultStatus(Res) == PGRES_COMMAND_OK; // WARN: [db-use-after-close]
}

// The last of a batch is kept under another name, and has been cleared by then.
int lastOfBatchBad(PGconn *Conn) {
  PGresult *Res, *Last = NULL;
  while ((Res = PQgetResult(Conn)) != NULL) {
    Last = Res;
    PQclear(Res); // NOTE: "releases"
  }
  return PQresultStatus(Last) == PGRES_COMMAND_OK; // WARN: [db-use-after-close]
}

// do … while asks the result that its body has cleared.
void asksInConditionBad(PGconn *Conn) {
  PGresult *Res;
  do {
    Res = PQgetResult(Conn);
    PQclear(Res); // NOTE: "releases"
  } while (PQresultStatus(Res) == PGRES_SINGLE_TUPLE); // WARN: [db-use-after-close]
}

// Every attempt closes its connection, the message comes after the last.
PGconn *retryBad(const char *Dsn) {
  PGconn *Conn = NULL;
  for (int Try = 0; Try < 3; ++Try) {
    Conn = PQconnectdb(Dsn);
    if (PQstatus(Conn) == CONNECTION_OK)
      return Conn;
    PQfinish(Conn); // NOTE: "releases"
  }
  fprintf(stderr, "gave up: %s", PQerrorMessage(Conn)); // WARN: [db-use-after-close] "'PQerrorMessage'"
  return NULL;
}

// The continue skips the reconnect; the next turn uses the closed connection.
PGconn *continueSkipsBad(PGconn *Conn, const char *Dsn, int Turns) {
  for (int I = 0; I < Turns; ++I) {
    PQclear(PQexec(Conn, "SELECT 1")); // WARN: [db-use-after-close] "'PQexec'"
    PQfinish(Conn);                    // NOTE: "releases"
    if (I % 2)
      continue;
    Conn = PQconnectdb(Dsn);
  }
  return Conn; // WARN: [db-use-after-close] "the function returns"
}

// Each row's handler is allowed to give up, which finalises; the loop goes on.
void switchInLoopBad(sqlite3_stmt *Stmt, int Mode) {
  for (;;) {
    switch (sqlite3_step(Stmt)) { // WARN: [db-use-after-close]
    case SQLITE_ROW:
      logLine((const char *)sqlite3_column_text(Stmt, 0));
      continue;
    case SQLITE_DONE:
      sqlite3_finalize(Stmt); // NOTE: "releases"
      if (Mode)
        return;
      break;
    default:
      sqlite3_finalize(Stmt);
      return;
    }
  }
}

// The inner loop clears and breaks; the outer one clears what the inner one has read.
int innerBreakBad(PGconn *Conn) {
  for (;;) {
    PGresult *Res = PQexec(Conn, "FETCH 100 FROM c");
    const int Rows = PQntuples(Res);
    if (Rows == 0) {
      PQclear(Res);
      return 0;
    }
    for (int I = 0; I < Rows; ++I)
      if (lo_unlink(Conn, (Oid)atoi(PQgetvalue(Res, I, 0))) < 0) {
        PQclear(Res); // NOTE: "releases"
        break;
      }
    PQclear(Res); // WARN: [db-use-after-close]
  }
}

// Each turn frees its piece of SQL; the message behind the loop quotes the last one.
int quotedBehindLoopBad(sqlite3 *Db, const char *const *Columns, int Count, char **Message) {
  char *Sql = NULL;
  for (int I = 0; I < Count; ++I) {
    Sql = sqlite3_mprintf("ALTER TABLE job ADD %s", Columns[I]);
    sqlite3_exec(Db, Sql, NULL, NULL, NULL);
    sqlite3_free(Sql); // NOTE: "releases"
  }
  if (sqlite3_changes(Db) == 0)
    *Message = sqlite3_mprintf("failed: %s", Sql); // WARN: [db-use-after-close] "'sqlite3_mprintf'"
  return 0;
}

//===--- Right ---===//

// The released pointer is compared with null: nobody looks behind it.
void drainOk(PGconn *Conn) {
  PGresult *Res;
  do {
    Res = PQgetResult(Conn);
    PQclear(Res);
  } while (Res != NULL);
}

// The status is taken before the clear.
int drainWithStatusOk(PGconn *Conn) {
  PGresult *Res;
  int Failed = 0;
  do {
    Res = PQgetResult(Conn);
    if (PQresultStatus(Res) == PGRES_FATAL_ERROR)
      Failed = 1;
    PQclear(Res);
  } while (Res);
  return Failed;
}

// One turn, one result.
int eachTurnOk(PGconn *Conn) {
  PGresult *Res;
  int Rows = 0;
  while ((Res = PQgetResult(Conn)) != NULL) {
    Rows += PQntuples(Res);
    PQclear(Res);
  }
  return Rows;
}

// Behind the loop the variable is null, and null may be asked.
int nullBehindLoopOk(PGconn *Conn) {
  PGresult *Res;
  while ((Res = PQgetResult(Conn)) != NULL)
    PQclear(Res);
  return PQntuples(Res);
}

// The last result is kept, those before it are cleared.
PGresult *lastKeptOk(PGconn *Conn) {
  PGresult *Res, *Last = NULL;
  while ((Res = PQgetResult(Conn)) != NULL) {
    PQclear(Last);
    Last = Res;
  }
  return Last;
}

// Cleared and forgotten before the break.
int forgottenBeforeBreakOk(PGconn *Conn, int Turns) {
  PGresult *Res = NULL;
  for (int I = 0; I < Turns; ++I) {
    PQclear(Res);
    Res = PQexec(Conn, "SELECT 1");
    if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
      PQclear(Res);
      Res = NULL;
      break;
    }
  }
  PQclear(Res);
  return 0;
}

// The turn that clears leaves the loop.
int clearAndReturnOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT id FROM job");
  for (int I = 0; I < PQntuples(Res); ++I)
    if (atoi(PQgetvalue(Res, I, 0)) == 0) {
      PQclear(Res);
      return I;
    }
  PQclear(Res);
  return -1;
}

// Each turn clears on its own way to the next one.
void continueClearsOk(PGconn *Conn, const char *const *Sql, int Count) {
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]);
    if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
      PQclear(Res);
      continue;
    }
    puts(PQgetvalue(Res, 0, 0));
    PQclear(Res);
  }
}

// Every attempt has a connection of its own; behind the loop there is none.
PGconn *retryOk(const char *Dsn) {
  for (int Try = 0; Try < 3; ++Try) {
    PGconn *Conn = PQconnectdb(Dsn);
    if (PQstatus(Conn) == CONNECTION_OK)
      return Conn;
    fprintf(stderr, "try %d: %s", Try, PQerrorMessage(Conn));
    PQfinish(Conn);
  }
  return NULL;
}

// The failed connection is closed in the next turn, before it is replaced.
PGconn *closedInNextTurnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  for (int Try = 0; PQstatus(Conn) != CONNECTION_OK && Try < 3; ++Try) {
    PQfinish(Conn);
    Conn = PQconnectdb(Dsn);
  }
  return Conn;
}

// A list: every node has a connection of its own.
void wholeListOk(struct node *Head) {
  for (struct node *N = Head; N; N = N->Next) {
    PQfinish(N->Conn);
    N->Conn = NULL;
  }
}

// The list is freed with its connections.
void freedListOk(struct node *Head) {
  while (Head) {
    struct node *Next = Head->Next;
    PQfinish(Head->Conn);
    free(Head);
    Head = Next;
  }
}

// An array: every element once.
void wholeArrayOk(PGconn **Conns, int Count) {
  for (int I = 0; I < Count; ++I)
    PQfinish(Conns[I]);
}

// Asked, then closed, element by element.
int askEachOk(PGconn *Conns[], int Count) {
  int Up = 0;
  for (int I = 0; I < Count; ++I) {
    Up += PQstatus(Conns[I]) == CONNECTION_OK;
    PQfinish(Conns[I]);
    Conns[I] = NULL;
  }
  return Up;
}

// Statement by statement, through sqlite3_next_stmt of the connection.
void eachStatementOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  while ((Stmt = sqlite3_next_stmt(Db, NULL)) != NULL)
    sqlite3_finalize(Stmt);
}

// The following one is asked for before its predecessor goes.
void followingFirstOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = sqlite3_next_stmt(Db, NULL);
  while (Stmt) {
    sqlite3_stmt *Following = sqlite3_next_stmt(Db, Stmt);
    if (!sqlite3_stmt_busy(Stmt))
      sqlite3_finalize(Stmt);
    Stmt = Following;
  }
}

// A script of several statements: each is finalised, the tail is the script's.
int scriptOk(sqlite3 *Db, const char *Script) {
  int Rc = SQLITE_OK;
  while (Rc == SQLITE_OK && *Script) {
    sqlite3_stmt *Stmt = NULL;
    Rc = sqlite3_prepare_v2(Db, Script, -1, &Stmt, &Script);
    if (Rc != SQLITE_OK || !Stmt)
      continue;
    sqlite3_step(Stmt);
    Rc = sqlite3_finalize(Stmt);
  }
  return Rc;
}

// The name of the row before is copied.
int previousCopiedOk(sqlite3_stmt *Stmt) {
  char Before[64] = "";
  int Groups = 0;
  while (sqlite3_step(Stmt) == SQLITE_ROW) {
    const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
    if (strcmp(Before, Name) != 0)
      ++Groups;
    snprintf(Before, sizeof Before, "%s", Name);
  }
  sqlite3_reset(Stmt);
  return Groups;
}

// Each piece of a COPY is freed before the next one comes.
long copyOutOk(PGconn *Conn, FILE *To) {
  char *Piece = NULL;
  long Bytes = 0;
  int Size;
  while ((Size = PQgetCopyData(Conn, &Piece, 0)) > 0) {
    Bytes += (long)fwrite(Piece, 1, (size_t)Size, To);
    PQfreemem(Piece);
    Piece = NULL;
  }
  return Bytes;
}

// Where there is no piece, PQgetCopyData has stored null: freeing it is fine.
void copyOutNullOk(PGconn *Conn, FILE *To) {
  char *Piece = NULL;
  for (;;) {
    const int Size = PQgetCopyData(Conn, &Piece, 0);
    if (Size <= 0)
      break;
    fwrite(Piece, 1, (size_t)Size, To);
    PQfreemem(Piece);
  }
  PQfreemem(Piece);
}

// Notifications, one by one.
int notificationsOk(PGconn *Conn) {
  int Count = 0;
  for (PGnotify *Note; (Note = PQnotifies(Conn)) != NULL; PQfreemem(Note)) {
    logLine(Note->relname);
    ++Count;
  }
  return Count;
}
