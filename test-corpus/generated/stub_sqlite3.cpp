// SQLite as generated programs see it: what its documentation says may come back from a call.
//
// A COMMIT may be refused with SQLITE_BUSY and leaves the transaction open; a ROLLBACK of an open one
// succeeds. sqlite3_close refuses while statements live, and only then.
#include "runtime.h"

#include "sqlite3.h"

// Open; failed, with a handle to close; no memory for one.
static int open(sqlite3 **Db, const Chain &At) {
  const int Outcome = choose(3);
  *Db = nullptr;
  if (Outcome == 2)
    return SQLITE_NOMEM;
  Handle *New = make(SqDb, At);
  New->Good = Outcome == 0;
  *Db = as<sqlite3>(New);
  return New->Good ? SQLITE_OK : SQLITE_CANTOPEN;
}

extern "C" {
int sqlite3_open(const char *, sqlite3 **Db) {
  WALK;
  return open(Db, At);
}
int sqlite3_open_v2(const char *, sqlite3 **Db, int, const char *) {
  WALK;
  return open(Db, At);
}
int sqlite3_close(sqlite3 *Db) {
  LOOK(D, Db, SqDb);
  if (!D)
    return SQLITE_OK;
  if (Late)
    return SQLITE_MISUSE;
  if (D->Children) {
    D->Refused = true;
    return SQLITE_BUSY;
  }
  release(D, At);
  return SQLITE_OK;
}
int sqlite3_close_v2(sqlite3 *Db) {
  LOOK(D, Db, SqDb);
  if (D && !Late)
    release(D, At); // lives on as a zombie while statements do; they need no more of it than that
  return Late ? SQLITE_MISUSE : SQLITE_OK;
}
const char *sqlite3_errmsg(sqlite3 *Db) {
  LOOK(D, Db, SqDb);
  return D ? D->Values : "out of memory";
}
int sqlite3_changes(sqlite3 *Db) {
  LOOK(D, Db, SqDb);
  return D && !Late ? 1 : 0;
}
int sqlite3_get_autocommit(sqlite3 *Db) {
  LOOK(D, Db, SqDb);
  return D && !Late && D->InTransaction ? 0 : 1;
}
int sqlite3_prepare_v2(sqlite3 *Db, const char *, int, sqlite3_stmt **Stmt, const char **) {
  LOOK(D, Db, SqDb);
  *Stmt = nullptr;
  if (!D || Late)
    taint(); // misuse: most builds refuse it
  if (choose(2))
    return SQLITE_ERROR;
  Handle *New = make(SqStmt, At);
  New->Parent = D;
  if (D)
    ++D->Children;
  *Stmt = as<sqlite3_stmt>(New);
  return SQLITE_OK;
}
int sqlite3_step(sqlite3_stmt *Stmt) {
  LOOK(S, Stmt, SqStmt);
  if (!S || Late)
    return SQLITE_MISUSE;
  const int Outcome = choose(S->Rows < MaxRows ? 3 : 2);
  S->Rows = Outcome == 2 ? S->Rows + 1 : 0;
  S->LastCode = Outcome == 1 ? SQLITE_BUSY : SQLITE_OK;
  return Outcome == 2 ? SQLITE_ROW : Outcome == 1 ? SQLITE_BUSY
                                                  : SQLITE_DONE;
}
int sqlite3_reset(sqlite3_stmt *Stmt) {
  LOOK(S, Stmt, SqStmt);
  if (!S || Late)
    return Late ? SQLITE_MISUSE : SQLITE_OK;
  S->Rows = 0;
  return S->LastCode;
}
int sqlite3_finalize(sqlite3_stmt *Stmt) {
  LOOK(S, Stmt, SqStmt);
  if (!S || Late)
    return Late ? SQLITE_MISUSE : SQLITE_OK;
  release(S, At);
  return S->LastCode;
}
int sqlite3_bind_int(sqlite3_stmt *Stmt, int, int) {
  LOOK(S, Stmt, SqStmt);
  return S && !Late ? SQLITE_OK : SQLITE_MISUSE;
}
int sqlite3_column_int(sqlite3_stmt *Stmt, int) {
  LOOK(S, Stmt, SqStmt);
  return S && !Late ? 1 : 0;
}
const unsigned char *sqlite3_column_text(sqlite3_stmt *Stmt, int) {
  LOOK(S, Stmt, SqStmt);
  return S && (Late || S->Rows) ? reinterpret_cast<unsigned char *>(S->Values) : nullptr;
}
int sqlite3_exec(sqlite3 *Db, const char *Sql, int (*)(void *, int, char **, char **), void *, char **Message) {
  LOOK(D, Db, SqDb);
  if (Message)
    *Message = nullptr;
  const bool Begin = starts(Sql, "BEGIN"), Commit = starts(Sql, "COMMIT"), Rollback = starts(Sql, "ROLLBACK");
  int Code = SQLITE_OK;
  if (!D || Late) {
    taint(); // misuse: most builds refuse it
    Code = choose(2) ? SQLITE_MISUSE : SQLITE_OK;
  } else if (Begin)
    Code = D->InTransaction || choose(2) ? SQLITE_ERROR : SQLITE_OK;
  else if (Commit)
    Code = !D->InTransaction ? SQLITE_ERROR : choose(2) ? SQLITE_BUSY
                                                        : SQLITE_OK;
  else if (Rollback)
    Code = !D->InTransaction ? SQLITE_ERROR : SQLITE_OK;
  else
    Code = choose(2) ? SQLITE_ERROR : SQLITE_OK;
  if (D && Begin && Code == SQLITE_OK) {
    D->InTransaction = true;
    D->Began = At;
  }
  if (D && (Rollback || (Commit && Code == SQLITE_OK)))
    leaveTransaction(D, Commit);
  if (Code != SQLITE_OK && Message && !choose(2))
    *Message = make(SqMemory, At)->Values;
  return Code;
}
char *sqlite3_mprintf(const char *, ...) {
  WALK;
  return choose(2) ? nullptr : make(SqMemory, At)->Values;
}
void sqlite3_free(void *Memory) {
  LOOK(M, Memory, SqMemory);
  if (M && !Late)
    release(M, At);
}
} // extern "C"
