// RUN: %check_dbtidy %s
// Statements out of a cache of the program's own, which no rule describes: what must be
// given back is known by what the other places do.

#include <stddef.h>

typedef struct error error_t;
typedef struct sqlcache sqlcache_t;
typedef struct sqlcache_stmt sqlcache_stmt_t;

error_t *sqlcache_get(sqlcache_stmt_t **Stmt, sqlcache_t *Db, int Which);
error_t *sqlcache_bind(sqlcache_stmt_t *Stmt, int Index, const char *Text);
error_t *sqlcache_step(int *HaveRow, sqlcache_stmt_t *Stmt);
error_t *sqlcache_step_done(sqlcache_stmt_t *Stmt);
int sqlcache_column_int(sqlcache_stmt_t *Stmt, int Column);
error_t *sqlcache_reset(sqlcache_stmt_t *Stmt);
error_t *row_handler(int Row);
error_t *internal_malfunction(const char *File, int Line);

#define CHECK(Call)           \
  do {                        \
    error_t *Error_ = (Call); \
    if (Error_)               \
      return Error_;          \
  } while (0)

error_t *countOk(sqlcache_t *Db, int *Count) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 1));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  if (HaveRow)
    *Count = sqlcache_column_int(Stmt, 0);
  return sqlcache_reset(Stmt);
}

error_t *findOk(sqlcache_t *Db, const char *Name, int *Id) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 2));
  CHECK(sqlcache_bind(Stmt, 1, Name));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  if (!HaveRow) {
    *Id = 0;
    CHECK(sqlcache_reset(Stmt));
    return NULL;
  }
  *Id = sqlcache_column_int(Stmt, 0);
  CHECK(sqlcache_reset(Stmt));
  return NULL;
}

// A row is left to be read: the read transaction stays open.
error_t *forgottenBad(sqlcache_t *Db, int *Count) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 1)); // WARN: [db-result-leak] "statement" likely
  CHECK(sqlcache_step(&HaveRow, Stmt));
  *Count = sqlcache_column_int(Stmt, 0);
  return NULL;
}

// One of three exits.
error_t *oneExitBad(sqlcache_t *Db, int *Id) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 2)); // WARN: [db-result-leak]
  CHECK(sqlcache_step(&HaveRow, Stmt));
  if (!HaveRow)
    return sqlcache_reset(Stmt);
  *Id = sqlcache_column_int(Stmt, 0);
  if (*Id < 0)
    return sqlcache_reset(Stmt);
  return NULL;
}

// Another call fails while the rows are read.
error_t *inLoopBad(sqlcache_t *Db) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 3)); // WARN: [db-result-leak]
  CHECK(sqlcache_step(&HaveRow, Stmt));
  while (HaveRow) {
    CHECK(row_handler(sqlcache_column_int(Stmt, 0)));
    CHECK(sqlcache_step(&HaveRow, Stmt));
  }
  return sqlcache_reset(Stmt);
}

error_t *inLoopOk(sqlcache_t *Db) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 3));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  while (HaveRow) {
    error_t *Error = row_handler(sqlcache_column_int(Stmt, 0));
    if (Error) {
      sqlcache_reset(Stmt);
      return Error;
    }
    CHECK(sqlcache_step(&HaveRow, Stmt));
  }
  return sqlcache_reset(Stmt);
}

// Nobody ever resets behind this one: it does so itself.
error_t *storeOk(sqlcache_t *Db, const char *Name) {
  sqlcache_stmt_t *Stmt;
  CHECK(sqlcache_get(&Stmt, Db, 4));
  CHECK(sqlcache_bind(Stmt, 1, Name));
  CHECK(sqlcache_step_done(Stmt));
  return NULL;
}

// A statement that has parameters, but was not started, holds nothing.
error_t *notStartedOk(sqlcache_t *Db, const char *Name, int *Id) {
  sqlcache_stmt_t *First, *Second;
  int HaveRow;
  CHECK(sqlcache_get(&First, Db, 2));
  CHECK(sqlcache_bind(First, 1, Name));
  CHECK(sqlcache_get(&Second, Db, 4));
  CHECK(sqlcache_bind(Second, 1, Name));
  CHECK(sqlcache_step_done(Second));
  CHECK(sqlcache_step(&HaveRow, First));
  *Id = sqlcache_column_int(First, 0);
  return sqlcache_reset(First);
}

// Code behind a failed assertion may be dead.
error_t *assertedOk(sqlcache_t *Db, int *Id) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 2));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  *Id = sqlcache_column_int(Stmt, 0);
  if (*Id == 0)
    CHECK(internal_malfunction(__FILE__, __LINE__));
  return sqlcache_reset(Stmt);
}

// It may be used again behind a reset.
error_t *againOk(sqlcache_t *Db, int *Id) {
  sqlcache_stmt_t *Stmt;
  int HaveRow;
  CHECK(sqlcache_get(&Stmt, Db, 2));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  CHECK(sqlcache_reset(Stmt));
  CHECK(sqlcache_bind(Stmt, 1, "again"));
  CHECK(sqlcache_step(&HaveRow, Stmt));
  *Id = sqlcache_column_int(Stmt, 0);
  CHECK(sqlcache_reset(Stmt));
  return NULL;
}

// The caller gets it.
error_t *preparedOk(sqlcache_stmt_t **Out, sqlcache_t *Db, const char *Name) {
  sqlcache_stmt_t *Stmt;
  CHECK(sqlcache_get(&Stmt, Db, 2));
  CHECK(sqlcache_bind(Stmt, 1, Name));
  *Out = Stmt;
  return NULL;
}
