// RUN: %check_dbtidy %s
// SQLite's handles: statements, BLOBs, backups, result tables, error messages and its own strings.

#include "sqlite3.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Statements, lost -----------------------------------------------------------===//

// The bind fails, the statement stays.
int bind_failsBad(sqlite3 *Db, int Id) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "DELETE FROM t WHERE id = ?", -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak] "prepared statement 'Stmt' from 'sqlite3_prepare_v2'" certain
    return -1;
  if (sqlite3_bind_int(Stmt, 1, Id) != SQLITE_OK) // NOTE: "assuming"
    return -1;
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc == SQLITE_DONE ? 0 : -1;
}

// The row's absence returns without finalize.
int no_rowBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  int Rc = sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Stmt, NULL); // WARN: [db-result-leak]
  if (Rc != SQLITE_OK)
    return -1;
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    return -1;
  const int Value = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Value;
}

// sqlite3_reset makes it ready for the next run; it releases nothing.
int reset_is_no_finalizeBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Stmt, NULL)) // WARN: [db-result-leak]
    return -1;
  const int Rc = sqlite3_step(Stmt);
  sqlite3_reset(Stmt);
  sqlite3_clear_bindings(Stmt);
  return Rc;
}

// Closing the connection does not finalize: sqlite3_close_v2 waits for the statement for ever.
int closed_around_itBad(const char *File) {
  sqlite3 *Db;
  sqlite3_stmt *Stmt;
  int Rc = sqlite3_open(File, &Db);
  if (Rc == SQLITE_OK && sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) == SQLITE_OK) // WARN: [db-result-leak]
    Rc = sqlite3_step(Stmt);
  sqlite3_close_v2(Db);
  return Rc;
}

// Prepared again into the same variable.
int prepared_twiceBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "INSERT INTO a VALUES (1)", -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak] "overwritten"
    return -1;
  sqlite3_step(Stmt);
  if (sqlite3_prepare_v2(Db, "INSERT INTO b VALUES (1)", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(Stmt);
  return sqlite3_finalize(Stmt);
}

// One statement a turn of the list of texts, finalized after the list.
int prepared_in_loopBad(sqlite3 *Db, const char *const *Sql, int Count) {
  sqlite3_stmt *Stmt = NULL;
  for (int I = 0; I < Count; ++I) {
    if (sqlite3_prepare_v2(Db, Sql[I], -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak]
      return -1;
    sqlite3_step(Stmt);
  }
  return sqlite3_finalize(Stmt);
}

// The script loop: a failed step leaves with the statement of that turn.
int scriptBad(sqlite3 *Db, const char *Sql) {
  while (*Sql) {
    sqlite3_stmt *Stmt = NULL;
    if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, &Sql) != SQLITE_OK) // WARN: [db-result-leak]
      return -1;
    if (Stmt && sqlite3_step(Stmt) != SQLITE_DONE)
      return -2;
    sqlite3_finalize(Stmt);
  }
  return 0;
}

// goto done jumps over the finalize.
int goto_doneBad(sqlite3 *Db, const char *Name) {
  int Rc = -1;
  char *Path = malloc(64);
  sqlite3_stmt *Stmt = NULL;
  if (!Path)
    return -1;
  if (sqlite3_prepare_v2(Db, "SELECT 1 FROM f WHERE n = ?", -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak]
    goto done;
  if (sqlite3_bind_text(Stmt, 1, Name, -1, SQLITE_TRANSIENT) != SQLITE_OK)
    goto done;
  Rc = sqlite3_step(Stmt) == SQLITE_ROW;
  sqlite3_finalize(Stmt);
done:
  free(Path);
  return Rc;
}

// The status is tested by a switch, and one case forgets.
int step_switchBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Stmt, NULL) != SQLITE_OK) // WARN: [db-result-leak]
    return -1;
  switch (sqlite3_step(Stmt)) {
  case SQLITE_ROW:
    logf_("%d", sqlite3_column_int(Stmt, 0));
    break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return 1;
  default:
    break;
  }
  sqlite3_finalize(Stmt);
  return 0;
}

// Ignoring the status does not help: where it went well there is a statement.
void status_ignoredBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  sqlite3_prepare_v2(Db, "DELETE FROM cache", -1, &Stmt, NULL); // WARN: [db-result-leak]
  sqlite3_step(Stmt);
}

// Two statements, the second's failure loses the first.
int second_prepare_failsBad(sqlite3 *Db) {
  sqlite3_stmt *Read, *Write;
  if (sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Read, NULL) != SQLITE_OK) // WARN: [db-result-leak] "'Read'"
    return -1;
  if (sqlite3_prepare_v2(Db, "UPDATE t SET v = ?", -1, &Write, NULL) != SQLITE_OK)
    return -1;
  while (sqlite3_step(Read) == SQLITE_ROW) {
    sqlite3_bind_int(Write, 1, sqlite3_column_int(Read, 0) + 1);
    sqlite3_step(Write);
    sqlite3_reset(Write);
  }
  sqlite3_finalize(Write);
  sqlite3_finalize(Read);
  return 0;
}

// prepare_v3 has its statement in the fifth argument.
int prepare_v3Bad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v3(Db, "SELECT 1", -1, SQLITE_PREPARE_PERSISTENT, &Stmt, NULL)) // WARN: [db-result-leak]
    return -1;
  return sqlite3_step(Stmt);
}

// The row loop's early exit.
sqlite3_int64 row_loop_returnBad(sqlite3 *Db, const char *Key) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "SELECT k, id FROM t", -1, &Stmt, 0) != SQLITE_OK) // WARN: [db-result-leak]
    return -1;
  while (sqlite3_step(Stmt) == SQLITE_ROW)
    if (strcmp((const char *)sqlite3_column_text(Stmt, 0), Key) == 0)
      return sqlite3_column_int64(Stmt, 1);
  sqlite3_finalize(Stmt);
  return -1;
}

//===--- BLOBs and backups, lost ----------------------------------------------------===//

// The read fails, the BLOB stays open.
int blob_readBad(sqlite3 *Db, sqlite3_int64 Row, char *To, int Size) {
  sqlite3_blob *Blob;
  if (sqlite3_blob_open(Db, "main", "file", "data", Row, 0, &Blob) != SQLITE_OK) // WARN: [db-result-leak] "BLOB handle 'Blob'"
    return -1;
  if (sqlite3_blob_bytes(Blob) > Size)
    return -2;
  const int Rc = sqlite3_blob_read(Blob, To, sqlite3_blob_bytes(Blob), 0);
  sqlite3_blob_close(Blob);
  return Rc;
}

// One BLOB a turn instead of sqlite3_blob_reopen.
int blob_in_loopBad(sqlite3 *Db, sqlite3_int64 Last) {
  sqlite3_blob *Blob = NULL;
  for (sqlite3_int64 Row = 1; Row <= Last; ++Row) {
    if (sqlite3_blob_open(Db, "main", "file", "data", Row, 1, &Blob) != SQLITE_OK) // WARN: [db-result-leak]
      return -1;
    sqlite3_blob_write(Blob, "", 1, 0);
  }
  sqlite3_blob_close(Blob);
  return 0;
}

// Left on a busy database.
int backup_busyBad(sqlite3 *From, sqlite3 *To) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main"); // WARN: [db-result-leak] "backup 'Backup'"
  if (!Backup)
    return sqlite3_errcode(To);
  int Rc;
  do {
    Rc = sqlite3_backup_step(Backup, 64);
    if (Rc == SQLITE_BUSY)
      return Rc;
  } while (Rc == SQLITE_OK);
  return sqlite3_backup_finish(Backup);
}

// The classic: `if (backup) step` without finish.
int backup_unfinishedBad(sqlite3 *From, sqlite3 *To) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main"); // WARN: [db-result-leak]
  if (Backup)
    (void)sqlite3_backup_step(Backup, -1);
  return sqlite3_errcode(To);
}

//===--- Tables and error messages, lost --------------------------------------------===//

// Found what it looked for, kept the table.
int table_returnBad(sqlite3 *Db, const char *Name) {
  char **Table;
  int Rows, Columns;
  if (sqlite3_get_table(Db, "SELECT name FROM t", &Table, &Rows, &Columns, NULL) != SQLITE_OK) // WARN: [db-result-leak] "result table 'Table'"
    return -1;
  for (int I = 1; I <= Rows; ++I)
    if (strcmp(Table[I * Columns], Name) == 0)
      return I;
  sqlite3_free_table(Table);
  return 0;
}

// No rows, but the table is there all the same.
int table_without_rowsBad(sqlite3 *Db) {
  char **Table;
  int Rows;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, NULL) != SQLITE_OK || Rows == 0) // WARN: [db-result-leak]
    return -1;
  sqlite3_free_table(Table);
  return Rows;
}

// The message belongs to the caller of sqlite3_exec.
int errmsgBad(sqlite3 *Db) {
  char *Message = NULL;
  if (sqlite3_exec(Db, "DELETE FROM t", NULL, NULL, &Message) != SQLITE_OK) { // WARN: [db-result-leak] "SQLite memory 'Message'"
    logf_("sqlite: %s", Message);
    return -1;
  }
  return 0;
}

// Of several, the first message is overwritten by the second call.
int errmsg_overwrittenBad(sqlite3 *Db) {
  char *Message = NULL;
  int Rc = sqlite3_exec(Db, "CREATE TABLE a (i)", NULL, NULL, &Message); // WARN: [db-result-leak] "overwritten"
  if (Rc != SQLITE_OK)
    logf_("sqlite: %s", Message);
  Rc = sqlite3_exec(Db, "CREATE TABLE b (i)", NULL, NULL, &Message);
  if (Rc != SQLITE_OK) {
    logf_("sqlite: %s", Message);
    sqlite3_free(Message);
  }
  return Rc;
}

// Nobody looks at the message at all.
int errmsg_ignoredBad(sqlite3 *Db) {
  char *Message;
  return sqlite3_exec(Db, "PRAGMA optimize", NULL, NULL, &Message); // WARN: [db-result-leak]
}

// The message of the table is forgotten, the table is not.
int table_errmsgBad(sqlite3 *Db) {
  char **Table = NULL, *Message = NULL;
  int Rows = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, &Message) != SQLITE_OK) // WARN: [db-result-leak] "'Message'"
    logf_("sqlite: %s", Message);
  sqlite3_free_table(Table);
  return Rows;
}

// An extension that does not load says why, in memory of the caller's.
int load_extensionBad(sqlite3 *Db, const char *File) {
  char *Message = NULL;
  const int Rc = sqlite3_load_extension(Db, File, NULL, &Message); // WARN: [db-result-leak]
  if (Rc != SQLITE_OK)
    logf_("%s", Message ? Message : "?");
  return Rc;
}

//===--- Strings, lost --------------------------------------------------------------===//

// The text is freed where the call went well.
int mprintf_gotoBad(sqlite3 *Db, int Id) {
  int Rc = -1;
  char *Sql = sqlite3_mprintf("DELETE FROM t WHERE id = %d", Id); // WARN: [db-result-leak] "SQLite memory 'Sql'"
  if (sqlite3_exec(Db, Sql, NULL, NULL, NULL) != SQLITE_OK)
    goto failed;
  sqlite3_free(Sql);
  Rc = 0;
failed:
  return Rc;
}

// A new text over the old.
int mprintf_overwrittenBad(sqlite3 *Db) {
  char *Sql = sqlite3_mprintf("DELETE FROM %Q", "a"); // WARN: [db-result-leak] "overwritten"
  sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  Sql = sqlite3_mprintf("DELETE FROM %Q", "b");
  const int Rc = sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  sqlite3_free(Sql);
  return Rc;
}

// Straight into an argument.
int mprintf_in_argumentBad(sqlite3 *Db, const char *Table) {
  return sqlite3_exec(Db, sqlite3_mprintf("DROP TABLE %Q", Table), NULL, NULL, NULL); // WARN: [db-result-leak]
}

// %s copies; the inner text is still the caller's.
char *mprintf_nestedBad(const char *Table) {
  char *Where = sqlite3_mprintf(" WHERE t = %Q", Table); // WARN: [db-result-leak] "'Where'"
  return sqlite3_mprintf("SELECT 1 FROM x%s", Where);
}

// sqlite3_sql is the statement's own text, sqlite3_expanded_sql is not.
void expanded_sqlBad(sqlite3_stmt *Stmt) {
  logf_("%s", sqlite3_sql(Stmt));
  logf_("%s", sqlite3_expanded_sql(Stmt)); // WARN: [db-result-leak]
}

// A dynamic string is finished by nobody.
int dynamic_stringBad(sqlite3 *Db, int Count) {
  sqlite3_str *Text = sqlite3_str_new(Db); // WARN: [db-result-leak] "dynamic string 'Text'"
  for (int I = 0; I < Count; ++I)
    sqlite3_str_appendf(Text, "DELETE FROM t%d;", I);
  return sqlite3_exec(Db, sqlite3_str_value(Text), NULL, NULL, NULL);
}

// The finished text is another thing than the string it came from.
int finished_textBad(sqlite3 *Db) {
  sqlite3_str *Text = sqlite3_str_new(Db);
  sqlite3_str_appendall(Text, "DELETE FROM t");
  char *Sql = sqlite3_str_finish(Text); // WARN: [db-result-leak] "'Sql'"
  if (!Sql)
    return SQLITE_NOMEM;
  return sqlite3_exec(Db, Sql, NULL, NULL, NULL);
}

// A buffer of SQLite's.
int mallocBad(sqlite3_blob *Blob) {
  const int Size = sqlite3_blob_bytes(Blob);
  char *Data = sqlite3_malloc(Size); // WARN: [db-result-leak]
  if (!Data)
    return SQLITE_NOMEM;
  if (sqlite3_blob_read(Blob, Data, Size, 0) != SQLITE_OK)
    return SQLITE_IOERR;
  logf_("%s", Data);
  sqlite3_free(Data);
  return SQLITE_OK;
}

// A duplicated value lives until it is freed.
void value_dupBad(sqlite3_context *Context, int Count, sqlite3_value **Values) {
  sqlite3_value *Copy = sqlite3_value_dup(Values[0]); // WARN: [db-result-leak] "SQL value 'Copy'"
  if (Count > 1)
    return;
  sqlite3_result_value(Context, Copy);
  sqlite3_value_free(Copy);
}

// The image of a database is memory of the caller's.
long serializeBad(sqlite3 *Db, FILE *Out) {
  sqlite3_int64 Size = 0;
  unsigned char *Image = sqlite3_serialize(Db, "main", &Size, 0); // WARN: [db-result-leak]
  if (!Image || fwrite(Image, 1, (size_t)Size, Out) != (size_t)Size)
    return -1;
  sqlite3_free(Image);
  return (long)Size;
}

// Where the text holds a statement, a prepared one is not null: SQLite says so of blank text only.
int neverNullOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  char *Text = sqlite3_mprintf("%d", 1);
  if (!Stmt)
    return -1;
  sqlite3_free(Text);
  sqlite3_finalize(Stmt);
  return 0;
}
