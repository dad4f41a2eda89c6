// RUN: %check_dbtidy %s
// SQLite's handles again, all released: what a careful program looks like.

#include "sqlite3.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

// A failed prepare gives no statement: nothing to finalize.
int failed_prepareOk(sqlite3 *Db, int Id) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "DELETE FROM t WHERE id = ?", -1, &Stmt, NULL) != SQLITE_OK) {
    logf_("%s", sqlite3_errmsg(Db));
    return -1;
  }
  sqlite3_bind_int(Stmt, 1, Id);
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc == SQLITE_DONE ? 0 : -1;
}

// Finalizing unconditionally is right, too: it is null then.
int finalized_anywayOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  int Rc = sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Stmt, NULL);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc;
}

// The result code travels in a variable through three tests.
int result_codeOk(sqlite3 *Db, int Id) {
  sqlite3_stmt *Stmt = NULL;
  int Rc = sqlite3_prepare_v2(Db, "UPDATE t SET n = 1 WHERE id = ?", -1, &Stmt, NULL);
  if (Rc != SQLITE_OK)
    goto done;
  Rc = sqlite3_bind_int(Stmt, 1, Id);
  if (Rc != SQLITE_OK)
    goto done;
  Rc = sqlite3_step(Stmt);
  if (Rc == SQLITE_DONE)
    Rc = SQLITE_OK;
done:
  sqlite3_finalize(Stmt);
  return Rc;
}

// The null test stands for the status.
int null_testOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Stmt, NULL);
  if (Stmt == NULL)
    return -1;
  const int Value = sqlite3_step(Stmt) == SQLITE_ROW ? sqlite3_column_int(Stmt, 0) : 0;
  sqlite3_finalize(Stmt);
  return Value;
}

// Text without a statement, a comment or a blank, prepares to null with SQLITE_OK.
int scriptOk(sqlite3 *Db, const char *Sql) {
  int Rc = SQLITE_OK;
  while (*Sql && Rc == SQLITE_OK) {
    sqlite3_stmt *Stmt = NULL;
    Rc = sqlite3_prepare_v2(Db, Sql, -1, &Stmt, &Sql);
    if (Rc != SQLITE_OK)
      break;
    if (!Stmt)
      continue;
    while ((Rc = sqlite3_step(Stmt)) == SQLITE_ROW);
    Rc = sqlite3_finalize(Stmt);
  }
  return Rc;
}

// The switch on the status: only the break goes on.
int status_switchOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  int Value = 0;
  switch (sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Stmt, NULL)) {
  case SQLITE_OK:
    break;
  default:
    logf_("%s", sqlite3_errmsg(Db));
    return -1;
  }
  for (int Done = 0; !Done;)
    switch (sqlite3_step(Stmt)) {
    case SQLITE_BUSY:
      break;
    case SQLITE_ROW:
      Value += sqlite3_column_int(Stmt, 0);
      break;
    default:
      Done = 1;
      break;
    }
  sqlite3_finalize(Stmt);
  return Value;
}

// Finalized before it is prepared again; the last finalize takes whatever is there.
int prepared_twiceOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "INSERT INTO a VALUES (1)", -1, &Stmt, NULL) == SQLITE_OK)
    sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  if (sqlite3_prepare_v2(Db, "INSERT INTO b VALUES (1)", -1, &Stmt, NULL) == SQLITE_OK)
    sqlite3_step(Stmt);
  return sqlite3_finalize(Stmt);
}

// sqlite3_finalize is the value of the return.
int finalize_returnsOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Stmt, NULL))
    return sqlite3_errcode(Db);
  sqlite3_step(Stmt);
  return sqlite3_finalize(Stmt);
}

// One statement for many rows: reset in the loop, finalized after it.
int reset_in_loopOk(sqlite3 *Db, const int *Values, int Count) {
  sqlite3_stmt *Stmt;
  int Rc = sqlite3_prepare_v2(Db, "INSERT INTO t VALUES (?)", -1, &Stmt, NULL);
  if (Rc)
    return Rc;
  for (int I = 0; I < Count && (Rc == SQLITE_OK || Rc == SQLITE_DONE); ++I) {
    sqlite3_bind_int(Stmt, 1, Values[I]);
    Rc = sqlite3_step(Stmt);
    sqlite3_reset(Stmt);
  }
  sqlite3_finalize(Stmt);
  return Rc;
}

// Both statements through one chain of `&&`, both finalized whatever came of it.
bool and_chainOk(sqlite3 *Db) {
  sqlite3_stmt *Read = NULL, *Write = NULL;
  const bool Done = sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Read, NULL) == SQLITE_OK &&
                    sqlite3_prepare_v2(Db, "UPDATE t SET v = ?", -1, &Write, NULL) == SQLITE_OK &&
                    sqlite3_step(Read) == SQLITE_ROW &&
                    sqlite3_bind_int(Write, 1, sqlite3_column_int(Read, 0)) == SQLITE_OK &&
                    sqlite3_step(Write) == SQLITE_DONE;
  sqlite3_finalize(Read);
  sqlite3_finalize(Write);
  return Done;
}

// The `||` chain of failures: what was prepared before the failing one is finalized.
int or_chainOk(sqlite3 *Db) {
  sqlite3_stmt *Read = NULL, *Write = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT v FROM t", -1, &Read, NULL) ||
      sqlite3_prepare_v2(Db, "UPDATE t SET v = ?", -1, &Write, NULL)) {
    sqlite3_finalize(Read);
    return -1;
  }
  sqlite3_step(Read);
  sqlite3_finalize(Read);
  sqlite3_finalize(Write);
  return 0;
}

// Finalized on one branch before the report, at the end on the other.
int either_branchOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (sqlite3_prepare_v2(Db, "INSERT INTO t VALUES (1)", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_step(Stmt);
  if (Rc != SQLITE_DONE && Rc != SQLITE_ROW) {
    logf_("step: %s", sqlite3_errmsg(Db));
    sqlite3_finalize(Stmt);
    return -1;
  }
  sqlite3_finalize(Stmt);
  return 0;
}

// Every statement that the connection still has, before it is closed.
void finalize_allOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  while ((Stmt = sqlite3_next_stmt(Db, NULL)) != NULL)
    sqlite3_finalize(Stmt);
  sqlite3_close(Db);
}

// The BLOB: a failed open gives null, the close accepts it.
int blobOk(sqlite3 *Db, sqlite3_int64 Row, char *To, int Size) {
  sqlite3_blob *Blob = NULL;
  int Rc = sqlite3_blob_open(Db, "main", "file", "data", Row, 0, &Blob);
  if (Rc == SQLITE_OK && sqlite3_blob_bytes(Blob) <= Size)
    Rc = sqlite3_blob_read(Blob, To, sqlite3_blob_bytes(Blob), 0);
  sqlite3_blob_close(Blob);
  return Rc;
}

// One BLOB moved from row to row.
int blob_reopenOk(sqlite3 *Db, sqlite3_int64 Last) {
  sqlite3_blob *Blob = NULL;
  int Rc = sqlite3_blob_open(Db, "main", "file", "data", 1, 1, &Blob);
  for (sqlite3_int64 Row = 1; Rc == SQLITE_OK && Row <= Last; ++Row) {
    sqlite3_blob_write(Blob, "", 1, 0);
    Rc = sqlite3_blob_reopen(Blob, Row + 1);
  }
  sqlite3_blob_close(Blob);
  return Rc;
}

// The documented shape of a backup.
int backupOk(sqlite3 *From, sqlite3 *To) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  if (Backup) {
    while (sqlite3_backup_step(Backup, 64) == SQLITE_OK)
      logf_("%d left", sqlite3_backup_remaining(Backup));
    (void)sqlite3_backup_finish(Backup);
  }
  return sqlite3_errcode(To);
}

// The table: freed on both ways out, null after a failure.
int tableOk(sqlite3 *Db, const char *Name) {
  char **Table = NULL;
  int Rows = 0, Columns = 0, At = -1;
  if (sqlite3_get_table(Db, "SELECT name FROM t", &Table, &Rows, &Columns, NULL) != SQLITE_OK)
    return -1;
  for (int I = 1; I <= Rows; ++I)
    if (strcmp(Table[I * Columns], Name) == 0) {
      At = I;
      break;
    }
  sqlite3_free_table(Table);
  return At;
}

// Only in the body of the `if` that got it.
int table_in_ifOk(sqlite3 *Db) {
  char **Table;
  int Rows, Found = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, NULL) == SQLITE_OK) {
    Found = Rows > 0;
    sqlite3_free_table(Table);
  }
  return Found;
}

// The table on success, the message on failure: one of the two is there.
int table_or_messageOk(sqlite3 *Db) {
  char **Table, *Message;
  int Rows;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, &Message) != SQLITE_OK) {
    logf_("%s", Message);
    sqlite3_free(Message);
    return -1;
  }
  sqlite3_free_table(Table);
  return Rows;
}

// The message is set on failure only.
int errmsgOk(sqlite3 *Db) {
  char *Message = NULL;
  if (sqlite3_exec(Db, "DELETE FROM t", NULL, NULL, &Message) != SQLITE_OK) {
    logf_("sqlite: %s", Message);
    sqlite3_free(Message);
    return -1;
  }
  return 0;
}

// Or freed anyway: it is null otherwise.
int errmsg_anywayOk(sqlite3 *Db) {
  char *Message = NULL;
  const int Rc = sqlite3_exec(Db, "DELETE FROM t", NULL, NULL, &Message);
  if (Message)
    logf_("sqlite: %s", Message);
  sqlite3_free(Message);
  return Rc;
}

// One variable for all messages, freed after each.
int errmsgs_in_loopOk(sqlite3 *Db, const char *const *Sql) {
  char *Message = NULL;
  for (; *Sql; ++Sql)
    if (sqlite3_exec(Db, *Sql, NULL, NULL, &Message)) {
      logf_("%s: %s", *Sql, Message);
      sqlite3_free(Message);
      Message = NULL;
    }
  return 0;
}

// Without a place for it there is no message.
int no_errmsgOk(sqlite3 *Db) { return sqlite3_exec(Db, "PRAGMA optimize", 0, 0, 0); }

// The text is freed before the result is looked at.
int mprintfOk(sqlite3 *Db, int Id) {
  char *Sql = sqlite3_mprintf("DELETE FROM t WHERE id = %d", Id);
  if (!Sql)
    return SQLITE_NOMEM;
  const int Rc = sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  sqlite3_free(Sql);
  if (Rc != SQLITE_OK)
    logf_("%s", sqlite3_errmsg(Db));
  return Rc;
}

// The variadic helper formats, runs and frees.
int execfOk(sqlite3 *Db, const char *Format, ...) {
  va_list Arguments;
  va_start(Arguments, Format);
  char *Sql = sqlite3_vmprintf(Format, Arguments);
  va_end(Arguments);
  const int Rc = Sql ? sqlite3_exec(Db, Sql, NULL, NULL, NULL) : SQLITE_NOMEM;
  sqlite3_free(Sql);
  return Rc;
}

// The statement frees what it was given, by the destructor that comes with it.
int bound_with_freeOk(sqlite3_stmt *Stmt, const char *Name) {
  char *Pattern = sqlite3_mprintf("%%%s%%", Name);
  return sqlite3_bind_text(Stmt, 1, Pattern, -1, sqlite3_free);
}

// A function's result takes its text over.
void result_textOk(sqlite3_context *Context, int Count, sqlite3_value **Values) {
  (void)Count;
  char *Text = sqlite3_mprintf("%Q", sqlite3_value_text(Values[0]));
  if (!Text) {
    sqlite3_result_error_nomem(Context);
    return;
  }
  sqlite3_result_text(Context, Text, -1, sqlite3_free);
}

// SQLITE_TRANSIENT copies: the text is freed here.
int bound_transientOk(sqlite3_stmt *Stmt, const char *Name) {
  char *Pattern = sqlite3_mprintf("%%%s%%", Name);
  const int Rc = sqlite3_bind_text(Stmt, 1, Pattern, -1, SQLITE_TRANSIENT);
  sqlite3_free(Pattern);
  return Rc;
}

// A virtual table's error text goes into the table's own field; SQLite frees it.
struct sqlite3_vtab_like {
  char *zErrMsg;
};
int error_fieldOk(struct sqlite3_vtab_like *Table) {
  Table->zErrMsg = sqlite3_mprintf("no such column");
  return SQLITE_ERROR;
}

// Grown in place: the old pointer is gone only if it worked.
char *grownOk(int Size) {
  char *Data = sqlite3_malloc(16);
  if (!Data)
    return NULL;
  if (Size > 16) {
    char *More = sqlite3_realloc(Data, Size);
    if (!More) {
      sqlite3_free(Data);
      return NULL;
    }
    Data = More;
  }
  return Data;
}

// The dynamic string becomes text, the text is freed.
int dynamic_stringOk(sqlite3 *Db, int Count) {
  sqlite3_str *Text = sqlite3_str_new(Db);
  for (int I = 0; I < Count; ++I)
    sqlite3_str_appendf(Text, "DELETE FROM t%d;", I);
  char *Sql = sqlite3_str_finish(Text);
  if (!Sql)
    return SQLITE_NOMEM;
  const int Rc = sqlite3_exec(Db, Sql, NULL, NULL, NULL);
  sqlite3_free(Sql);
  return Rc;
}

// Thrown away by finishing and freeing in one line.
void discarded_stringOk(sqlite3_str *Text) { sqlite3_free(sqlite3_str_finish(Text)); }

// With NOCOPY the image is the database's own memory.
long serialize_no_copyOk(sqlite3 *Db) {
  sqlite3_int64 Size = 0;
  const unsigned char *Image = sqlite3_serialize(Db, "main", &Size, SQLITE_SERIALIZE_NOCOPY);
  return Image ? (long)Size : -1;
}

// The image is handed to another database, which frees it with itself.
int deserializeOk(sqlite3 *From, sqlite3 *To) {
  sqlite3_int64 Size = 0;
  unsigned char *Image = sqlite3_serialize(From, "main", &Size, 0);
  if (!Image)
    return SQLITE_NOMEM;
  return sqlite3_deserialize(To, "main", Image, Size, Size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
}
