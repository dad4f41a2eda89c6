// RUN: %check_dbtidy %s
// Statements and results in arrays whose index is not known: filled through an out-parameter.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdlib.h>

enum { INSERT,
       SELECT,
       COUNT };

struct store {
  sqlite3 *Db;
  sqlite3_stmt *Stmts[COUNT];
};

static const char *const Texts[COUNT] = {"INSERT INTO t VALUES (1)", "SELECT 1"};
static sqlite3_stmt *Cache[8];

// A table of prepared statements, by index.
sqlite3_stmt *statement_cacheOk(sqlite3 *Db, unsigned Which, const char *Sql) {
  if (Which >= 8)
    return NULL;
  if (!Cache[Which])
    sqlite3_prepare_v2(Db, Sql, -1, &Cache[Which], NULL);
  return Cache[Which];
}

// All statements of a service, prepared in a loop into its struct.
int store_prepareOk(struct store *S) {
  for (int I = 0; I < COUNT; ++I)
    if (sqlite3_prepare_v2(S->Db, Texts[I], -1, &S->Stmts[I], NULL) != SQLITE_OK)
      return -1;
  return 0;
}

// A local array, prepared and finalized by loops.
int local_arrayOk(sqlite3 *Db) {
  sqlite3_stmt *Stmts[COUNT] = {NULL};
  int Rc = SQLITE_OK;
  for (int I = 0; I < COUNT && Rc == SQLITE_OK; ++I)
    Rc = sqlite3_prepare_v2(Db, Texts[I], -1, &Stmts[I], NULL);
  for (int I = 0; I < COUNT; ++I)
    sqlite3_finalize(Stmts[I]);
  return Rc;
}
