// RUN: %check_dbtidy %s
// Values that end with their handle: returned, read without a call, joined, made by helpers.
#include "libpq-fe.h"
#include "pqexpbuffer.h"
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logLine(const char *Text);

//===--- The caller gets what has ended ---===//

// The best known bug of them all: the text goes to the caller, its result to the heap.
const char *returnedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  return Name;  // WARN: [db-use-after-close]
}

// The connection's message, returned to whoever asked why.
const char *messageReturnedBad(PGconn *Conn) {
  const char *Why = PQerrorMessage(Conn);
  PQfinish(Conn); // NOTE: "releases"
  return Why;     // WARN: [db-use-after-close]
}

// The text of the row, returned after the statement.
const unsigned char *columnReturnedBad(sqlite3_stmt *Stmt) {
  const unsigned char *Name = sqlite3_column_text(Stmt, 0);
  sqlite3_finalize(Stmt); // NOTE: "releases"
  return Name;            // WARN: [db-use-after-close]
}

// Left in an out-parameter: on failure the caller is not to look at it, and which result means
// failure is not known for certain.
int FN_throughOutParameter(PGconn *Conn, const char **Name) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);
  return 0;
}

// The handle itself: cleared on failure, and returned all the same.
PGresult *handleReturnedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    logLine(PQerrorMessage(Conn));
    PQclear(Res); // NOTE: "releases"
  }
  return Res; // WARN: [db-use-after-close]
}

//===--- Read without a call ---===//

// One letter of it.
int firstLetterBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT pg_is_in_recovery()");
  const char *Flag = PQgetvalue(Res, 0, 0);
  PQclear(Res);          // NOTE: "releases"
  return Flag[0] == 't'; // WARN: [db-use-after-close]
}

// Whether there is a text at all.
void emptyBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  const char *Why = PQresultErrorMessage(Res);
  PQclear(Res); // NOTE: "releases"
  if (*Why)     // WARN: [db-use-after-close]
    puts("failed");
}

// A notification's field.
void notificationBad(PGconn *Conn) {
  PGnotify *Note = PQnotifies(Conn);
  if (!Note)
    return;
  PQfreemem(Note);        // NOTE: "releases the notification"
  logLine(Note->relname); // WARN: [db-use-after-close]
}

// The text of a buffer that was destroyed.
void bufferBad(PGconn *Conn) {
  PQExpBuffer Sql = createPQExpBuffer();
  appendPQExpBufferStr(Sql, "VACUUM");
  destroyPQExpBuffer(Sql);          // NOTE: "releases the string buffer"
  PQclear(PQexec(Conn, Sql->data)); // WARN: [db-use-after-close]
}

// A cell of a freed table.
int cellBad(sqlite3 *Db) {
  char **Table = NULL;
  int Rows = 0, Columns = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, &Columns, NULL) != SQLITE_OK)
    return -1;
  sqlite3_free_table(Table); // NOTE: "releases the result table"
  return atoi(Table[1]);     // WARN: [db-use-after-close]
}

//===--- Memory of the library, read by a call that has no rule ---===//

// SQLite's message is freed before it is shown.
int freedMessageBad(sqlite3 *Db) {
  char *Err = NULL;
  const int Rc = sqlite3_exec(Db, "VACUUM", NULL, NULL, &Err);
  if (Rc != SQLITE_OK) {
    sqlite3_free(Err);                    // NOTE: "releases"
    fprintf(stderr, "vacuum: %s\n", Err); // WARN: [db-use-after-close] "'fprintf'"
  }
  return Rc;
}

// The quoted name is freed before the query is put together.
void freedQuoteBad(PGconn *Conn, const char *Name) {
  char Sql[512];
  char *Quoted = PQescapeIdentifier(Conn, Name, strlen(Name));
  PQfreemem(Quoted);                               // NOTE: "releases"
  snprintf(Sql, sizeof Sql, "ANALYZE %s", Quoted); // WARN: [db-use-after-close] "'snprintf'"
  PQclear(PQexec(Conn, Sql));
}

// A function of one's own gets the freed text.
void freedForLogBad(sqlite3_stmt *Stmt) {
  char *Sql = sqlite3_expanded_sql(Stmt);
  sqlite3_free(Sql); // NOTE: "releases"
  logLine(Sql);      // WARN: [db-use-after-close] "'logLine'"
}

//===--- A value or something else ---===//

// Empty text, or the row's.
void orEmptyBad(PGresult *Res) {
  const char *Name = PQgetisnull(Res, 0, 0) ? "" : PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  puts(Name);   // WARN: [db-use-after-close]
}

// Null, or the row's.
void orNullBad(PGresult *Res) {
  const char *Name = NULL;
  if (PQntuples(Res) > 0)
    Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  if (Name)
    puts(Name); // WARN: [db-use-after-close]
}

// The value of the first row, or of the second.
void eitherRowBad(PGresult *Res, int Second) {
  const char *Name;
  if (Second)
    Name = PQgetvalue(Res, 1, 0);
  else
    Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  puts(Name);   // WARN: [db-use-after-close]
}

// A few letters further on.
void furtherOnBad(PGresult *Res) {
  const char *Name = PQgetvalue(Res, 0, 0) + 2;
  PQclear(Res); // NOTE: "releases"
  puts(Name);   // WARN: [db-use-after-close]
}

// That strchr gives a pointer into its argument is in no rule: the C library's functions would
// have to be followed in every file.
void FN_fromTheDot(PGresult *Res) {
  const char *Dot = strchr(PQgetvalue(Res, 0, 0), '.');
  PQclear(Res);
  if (Dot)
    puts(Dot);
}

//===--- Through a helper ---===//

static const char *text(PGresult *Res, const char *Column) { return PQgetvalue(Res, 0, PQfnumber(Res, Column)); }

static const char *firstValue(PGresult *Res) { return PQntuples(Res) > 0 ? PQgetvalue(Res, 0, 0) : ""; }

struct job {
  const char *Name;
  int Id;
};

static void fill(struct job *Job, PGresult *Res) {
  Job->Name = PQgetvalue(Res, 0, 0);
  Job->Id = atoi(PQgetvalue(Res, 0, 1));
}

// A helper that looks the column up by its name.
void byNameBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = text(Res, "name");
  PQclear(Res);         // NOTE: "releases"
  printf("%s\n", Name); // WARN: [db-use-after-close] "'printf'"
}

// One that gives the empty text if there is no row.
void valueByHelperBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = firstValue(Res);
  PQclear(Res);       // NOTE: "releases"
  printf("%s", Name); // WARN: [db-use-after-close] "'printf'"
}

// One that fills a struct.
void filledByHelperBad(PGconn *Conn) {
  struct job Job;
  PGresult *Res = PQexec(Conn, "SELECT name, id FROM job");
  fill(&Job, Res);
  PQclear(Res);      // NOTE: "releases"
  logLine(Job.Name); // WARN: [db-use-after-close] "'logLine'"
}

static void rollback(PGconn *Conn) { PQclear(PQexec(Conn, "ROLLBACK")); }

static int advance(sqlite3_stmt *Stmt) { return sqlite3_step(Stmt) == SQLITE_ROW; }

static void rewindIt(sqlite3_stmt *Stmt) {
  sqlite3_reset(Stmt);
  sqlite3_clear_bindings(Stmt);
}

// The helper that rolls back writes its message over the one that was kept.
void overwrittenByHelperBad(PGconn *Conn) {
  const char *Why = PQerrorMessage(Conn);
  rollback(Conn);
  logLine(Why); // WARN: [db-use-after-close] "'logLine'"
}

// The helper goes on to the next row.
void advancedByHelperBad(sqlite3_stmt *Stmt) {
  const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
  if (advance(Stmt))
    logLine(Name); // WARN: [db-use-after-close] "'logLine'"
}

// The helper resets for the next use.
void resetByHelperBad(sqlite3_stmt *Stmt) {
  const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
  rewindIt(Stmt);
  logLine(Name); // WARN: [db-use-after-close] "'logLine'"
}

//===--- Right ---===//

// The close was refused: the file's name is still there.
void closeRefusedOk(sqlite3 *Db) {
  const char *File = sqlite3_db_filename(Db, "main");
  if (sqlite3_close(Db) != SQLITE_OK) {
    logLine(File);
    sqlite3_close_v2(Db);
  }
}

// A helper that goes on to the next row and gives its text: that text lives.
static const unsigned char *nextName(sqlite3_stmt *Stmt) {
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    return NULL;
  return sqlite3_column_text(Stmt, 0);
}

void nextNameOk(sqlite3_stmt *Stmt) {
  const unsigned char *Name;
  while ((Name = nextName(Stmt)) != NULL)
    puts((const char *)Name);
}

// The difference of two pointers is a number.
long lengthOk(PGresult *Res) {
  const char *Begin = PQgetvalue(Res, 0, 0), *End = Begin;
  while (*End)
    End++;
  const long Length = End - Begin;
  PQclear(Res);
  return Length;
}

// Where the row's text was null, the copy is what is left.
void copiedOk(PGconn *Conn, int Turns) {
  const char *Name = NULL;
  char Kept[64];
  for (int I = 0; I < Turns; I++) {
    PGresult *Res = PQexec(Conn, "SELECT name FROM job");
    Name = NULL;
    if (PQntuples(Res) > 0)
      Name = PQgetvalue(Res, 0, 0);
    if (Name) {
      snprintf(Kept, sizeof Kept, "%s", Name);
      Name = Kept;
    }
    PQclear(Res);
  }
  if (Name)
    puts(Name);
}
