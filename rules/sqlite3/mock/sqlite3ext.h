//===- sqlite3ext.h - What rules/sqlite3 needs of SQLite's header -*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a loadable extension reaches SQLite: through a table of functions that the host
// passes to its entry point, behind macros with the functions' names. A part of the
// table.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_SQLITE3EXT_H
#define DBTIDY_RULES_SQLITE3EXT_H

#include "sqlite3.h"

struct sqlite3_api_routines {
  int (*bind_int)(sqlite3_stmt *, int, int);
  int (*bind_text)(sqlite3_stmt *, int, const char *, int, void (*)(void *));
  int (*close)(sqlite3 *);
  int (*close_v2)(sqlite3 *);
  int (*column_int)(sqlite3_stmt *, int);
  const unsigned char *(*column_text)(sqlite3_stmt *, int);
  const char *(*errmsg)(sqlite3 *);
  int (*exec)(sqlite3 *, const char *, sqlite3_callback, void *, char **);
  int (*finalize)(sqlite3_stmt *);
  void (*free)(void *);
  void (*free_table)(char **);
  int (*get_autocommit)(sqlite3 *);
  int (*get_table)(sqlite3 *, const char *, char ***, int *, int *, char **);
  void *(*malloc)(int);
  char *(*mprintf)(const char *, ...);
  int (*open)(const char *, sqlite3 **);
  int (*open_v2)(const char *, sqlite3 **, int, const char *);
  int (*prepare)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
  int (*prepare_v2)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
  void *(*realloc)(void *, int);
  int (*reset)(sqlite3_stmt *);
  void (*result_error)(sqlite3_context *, const char *, int);
  void (*result_text)(sqlite3_context *, const char *, int, void (*)(void *));
  int (*step)(sqlite3_stmt *);
};

#define sqlite3_bind_int sqlite3_api->bind_int
#define sqlite3_bind_text sqlite3_api->bind_text
#define sqlite3_close sqlite3_api->close
#define sqlite3_close_v2 sqlite3_api->close_v2
#define sqlite3_column_int sqlite3_api->column_int
#define sqlite3_column_text sqlite3_api->column_text
#define sqlite3_errmsg sqlite3_api->errmsg
#define sqlite3_exec sqlite3_api->exec
#define sqlite3_finalize sqlite3_api->finalize
#define sqlite3_free sqlite3_api->free
#define sqlite3_free_table sqlite3_api->free_table
#define sqlite3_get_autocommit sqlite3_api->get_autocommit
#define sqlite3_get_table sqlite3_api->get_table
#define sqlite3_malloc sqlite3_api->malloc
#define sqlite3_mprintf sqlite3_api->mprintf
#define sqlite3_open sqlite3_api->open
#define sqlite3_open_v2 sqlite3_api->open_v2
#define sqlite3_prepare sqlite3_api->prepare
#define sqlite3_prepare_v2 sqlite3_api->prepare_v2
#define sqlite3_realloc sqlite3_api->realloc
#define sqlite3_reset sqlite3_api->reset
#define sqlite3_result_error sqlite3_api->result_error
#define sqlite3_result_text sqlite3_api->result_text
#define sqlite3_step sqlite3_api->step

// For one file of an extension, its entry point, and its other files.
#define SQLITE_EXTENSION_INIT1 const sqlite3_api_routines *sqlite3_api = 0;
#define SQLITE_EXTENSION_INIT2(Table) sqlite3_api = Table;
#define SQLITE_EXTENSION_INIT3 extern const sqlite3_api_routines *sqlite3_api;

#endif // DBTIDY_RULES_SQLITE3EXT_H
