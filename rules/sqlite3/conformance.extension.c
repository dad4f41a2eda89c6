//===- conformance.extension.c - The table of functions -----------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// As conformance.c, for `dispatch`: a loadable extension calls the members of
// sqlite3_api_routines, which are named like the functions without "sqlite3_".
//
// Real headers: pkg-config sqlite3
//
//===----------------------------------------------------------------------===//
#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

#ifdef __cplusplus
extern "C" {
#endif
int sqlite3_extension_init(sqlite3 *, char **, const sqlite3_api_routines *);
#ifdef __cplusplus
}
#endif

static void function(sqlite3_context *Context, sqlite3_stmt *Statement) {
  const unsigned char *Text = sqlite3_column_text(Statement, 0);
  char *Copy = sqlite3_mprintf("%s", Text);
  if (Copy)
    sqlite3_result_text(Context, Copy, -1, sqlite3_free);
  else
    sqlite3_result_error(Context, "no memory", -1);
}

static int text(sqlite3 *Db, char **Message) {
  if (sqlite3_get_autocommit(Db))
    sqlite3_exec(Db, "BEGIN", 0, 0, Message);
  char **Result;
  int Rc = sqlite3_get_table(Db, "SELECT 1", &Result, 0, 0, Message);
  sqlite3_free_table(Result);
  return Rc;
}

static int statements(sqlite3 *Db) {
  sqlite3_stmt *Statement;
  int Rc = sqlite3_prepare(Db, "SELECT ?", -1, &Statement, 0);
  Rc = sqlite3_prepare_v2(Db, "SELECT ?", -1, &Statement, 0);
  sqlite3_bind_int(Statement, 1, 2);
  sqlite3_bind_text(Statement, 1, "", -1, SQLITE_STATIC);
  if (sqlite3_step(Statement) == SQLITE_ROW)
    function(0, Statement);
  if (sqlite3_column_int(Statement, 0))
    Rc = sqlite3_reset(Statement);
  return Rc + sqlite3_finalize(Statement);
}

static int connections(char **Message) {
  sqlite3 *Db;
  if (sqlite3_open("", &Db) != SQLITE_OK)
    *Message = sqlite3_mprintf("%s", sqlite3_errmsg(Db));
  sqlite3_close(Db);
  sqlite3_open_v2("", &Db, SQLITE_OPEN_READONLY, 0);
  return sqlite3_close_v2(Db);
}

int sqlite3_extension_init(sqlite3 *Db, char **Message,
                           const sqlite3_api_routines *Table) {
  SQLITE_EXTENSION_INIT2(Table)
  sqlite3_free(sqlite3_realloc(sqlite3_malloc(1), 2));
  return text(Db, Message) + statements(Db) + connections(Message);
}
