// RUN: %check_dbtidy %s
// Values that live in a SQLite statement, connection or string, and until when.
#include "sqlite3.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logLine(const char *Text);

//===--- Used after the end ---===//

// The text of the row is gone with the statement.
void textAfterFinalizeBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT name FROM job", -1, &Stmt, NULL) != SQLITE_OK)
    return;
  if (sqlite3_step(Stmt) == SQLITE_ROW) {
    const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
    sqlite3_finalize(Stmt); // NOTE: "releases the prepared statement"
    printf("%s\n", Name);   // WARN: [db-use-after-close] "'printf' uses a value that belonged to a prepared statement" certain
    return;
  }
  sqlite3_finalize(Stmt);
}

// The next row has taken its place.
int textAfterStepBad(sqlite3_stmt *Stmt) {
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    return -1;
  const unsigned char *Name = sqlite3_column_text(Stmt, 0);
  const int More = sqlite3_step(Stmt) == SQLITE_ROW;
  puts((const char *)Name); // WARN: [db-use-after-close] "'puts' uses a value that belonged to a prepared statement"
  return More;
}

// A reset statement has no current row.
int textAfterResetBad(sqlite3_stmt *Stmt) {
  int Id = -1;
  if (sqlite3_step(Stmt) == SQLITE_ROW) {
    const char *Text = (const char *)sqlite3_column_text(Stmt, 0);
    sqlite3_reset(Stmt);
    Id = atoi(Text); // WARN: [db-use-after-close] "'atoi'"
  }
  return Id;
}

// The same for the bytes of a BLOB.
void blobAfterResetBad(sqlite3_stmt *Stmt, void *Out) {
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    return;
  const void *Data = sqlite3_column_blob(Stmt, 0);
  const int Size = sqlite3_column_bytes(Stmt, 0);
  sqlite3_reset(Stmt);
  memcpy(Out, Data, Size); // WARN: [db-use-after-close] "'memcpy'"
}

// The connection's message outlived by its pointer.
int messageAfterCloseBad(const char *File) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(File, &Db);
  if (Rc != SQLITE_OK) {
    const char *Why = sqlite3_errmsg(Db);
    sqlite3_close_v2(Db);                   // NOTE: "releases the database connection"
    fprintf(stderr, "%s: %s\n", File, Why); // WARN: [db-use-after-close] "belonged to a database connection"
    return Rc;
  }
  sqlite3_close_v2(Db);
  return SQLITE_OK;
}

// The column's name is the statement's.
void columnNameBad(sqlite3_stmt *Stmt) {
  const char *Name = sqlite3_column_name(Stmt, 0);
  sqlite3_finalize(Stmt); // NOTE: "releases"
  logLine(Name);          // WARN: [db-use-after-close] "'logLine'"
}

// Its text too.
void sqlTextBad(sqlite3_stmt *Stmt) {
  const char *Sql = sqlite3_sql(Stmt);
  if (sqlite3_finalize(Stmt) != SQLITE_OK) // NOTE: "releases"
    logLine(Sql);                          // WARN: [db-use-after-close]
}

// The value object of a column lives no longer than the row.
int valueAfterStepBad(sqlite3_stmt *Stmt) {
  sqlite3_value *Value = sqlite3_column_value(Stmt, 0);
  sqlite3_step(Stmt);
  return sqlite3_value_int(Value); // WARN: [db-use-after-close] "'sqlite3_value_int'"
}

// What is bound to one statement came from a row of another that has moved on.
int boundTooLateBad(sqlite3_stmt *From, sqlite3_stmt *To) {
  const char *Name = (const char *)sqlite3_column_text(From, 0);
  sqlite3_reset(From);
  return sqlite3_bind_text(To, 1, Name, -1, SQLITE_TRANSIENT); // WARN: [db-use-after-close] "'sqlite3_bind_text'"
}

// The struct on the stack keeps a pointer into the row.
struct job {
  const char *Name;
  int Id;
};

int intoStructBad(sqlite3_stmt *Stmt) {
  struct job Job = {NULL, 0};
  if (sqlite3_step(Stmt) == SQLITE_ROW) {
    Job.Name = (const char *)sqlite3_column_text(Stmt, 0);
    Job.Id = sqlite3_column_int(Stmt, 1);
    sqlite3_finalize(Stmt); // NOTE: "releases"
    logLine(Job.Name);      // WARN: [db-use-after-close]
    return Job.Id;
  }
  sqlite3_finalize(Stmt);
  return -1;
}

// The buffer of a dynamic string moves when the string grows.
void stringGrewBad(sqlite3_str *Text) {
  const char *Now = sqlite3_str_value(Text);
  sqlite3_str_appendall(Text, " LIMIT 1");
  logLine(Now); // WARN: [db-use-after-close] "'logLine'"
}

// The file's name goes with the connection.
void fileNameBad(sqlite3 *Db) {
  const char *File = sqlite3_db_filename(Db, "main");
  sqlite3_close_v2(Db); // NOTE: "releases"
  logLine(File);        // WARN: [db-use-after-close]
}

//===--- In time ---===//

// Copied while the row is there.
char *copiedOk(sqlite3_stmt *Stmt) {
  char *Name = NULL;
  if (sqlite3_step(Stmt) == SQLITE_ROW)
    Name = strdup((const char *)sqlite3_column_text(Stmt, 0));
  sqlite3_finalize(Stmt);
  return Name;
}

// Printed while the row is there, the next row is asked for itself.
void eachRowOk(sqlite3_stmt *Stmt) {
  while (sqlite3_step(Stmt) == SQLITE_ROW) {
    const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
    printf("%s\n", Name ? Name : "(null)");
  }
  sqlite3_reset(Stmt);
}

// The column's name lives as long as the statement, through steps and resets.
void nameOutlivesRowOk(sqlite3_stmt *Stmt) {
  const char *Name = sqlite3_column_name(Stmt, 0);
  while (sqlite3_step(Stmt) == SQLITE_ROW)
    printf("%s = %s\n", Name, (const char *)sqlite3_column_text(Stmt, 0));
  sqlite3_reset(Stmt);
  logLine(Name);
}

// Stepping another statement does no harm.
void otherStatementOk(sqlite3_stmt *Stmt, sqlite3_stmt *Insert) {
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    return;
  const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
  sqlite3_bind_text(Insert, 1, Name, -1, SQLITE_TRANSIENT);
  sqlite3_step(Insert);
  sqlite3_reset(Insert);
  logLine(Name);
}

// The message is shown, then the connection goes.
int messageInTimeOk(const char *File) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(File, &Db);
  if (Rc != SQLITE_OK)
    fprintf(stderr, "%s: %s\n", File, sqlite3_errmsg(Db));
  sqlite3_close_v2(Db);
  return Rc;
}

// sqlite3_errstr speaks of a code and needs no connection.
void errstrOk(const char *File) {
  sqlite3 *Db = NULL;
  int Rc = sqlite3_open(File, &Db);
  sqlite3_close_v2(Db);
  puts(sqlite3_errstr(Rc));
}

// The statement's message is the connection's.
void messageAfterFinalizeOk(sqlite3 *Db, sqlite3_stmt *Stmt) {
  const char *Why = sqlite3_errmsg(Db);
  sqlite3_finalize(Stmt);
  logLine(Why);
}

// A number is a copy.
int numberKeptOk(sqlite3_stmt *Stmt) {
  int Id = -1;
  if (sqlite3_step(Stmt) == SQLITE_ROW)
    Id = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Id;
}

// A duplicated value is the caller's own.
int duplicatedOk(sqlite3_stmt *Stmt) {
  sqlite3_value *Value = sqlite3_value_dup(sqlite3_column_value(Stmt, 0));
  sqlite3_finalize(Stmt);
  const int Id = sqlite3_value_int(Value);
  sqlite3_value_free(Value);
  return Id;
}

// The expanded text is the caller's own, too.
void expandedOk(sqlite3_stmt *Stmt) {
  char *Sql = sqlite3_expanded_sql(Stmt);
  sqlite3_finalize(Stmt);
  if (Sql)
    logLine(Sql);
  sqlite3_free(Sql);
}

// Finishing a dynamic string hands its text out.
void stringFinishedOk(sqlite3 *Db) {
  sqlite3_str *Text = sqlite3_str_new(Db);
  sqlite3_str_appendall(Text, "SELECT 1");
  char *Sql = sqlite3_str_finish(Text);
  sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  sqlite3_free(Sql);
}

// Only whether there was a text is kept.
int onlyComparedOk(sqlite3_stmt *Stmt) {
  const unsigned char *Text = sqlite3_column_text(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Text != NULL;
}

// Asked again for the new row.
void askedAgainOk(sqlite3_stmt *Stmt) {
  const char *Name = (const char *)sqlite3_column_text(Stmt, 0);
  logLine(Name);
  if (sqlite3_step(Stmt) == SQLITE_ROW) {
    Name = (const char *)sqlite3_column_text(Stmt, 0);
    logLine(Name);
  }
}

// SQLite copies a transient text before the row goes.
int boundInTimeOk(sqlite3_stmt *From, sqlite3_stmt *To) {
  sqlite3_bind_text(To, 1, (const char *)sqlite3_column_text(From, 0), -1, SQLITE_TRANSIENT);
  sqlite3_reset(From);
  return sqlite3_step(To);
}
