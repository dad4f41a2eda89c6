// RUN: %check_dbtidy %s
// What tells a function that there is something to release: status codes, enums, error objects,
// state in structs, flags and counters.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Status codes ---------------------------------------------------------------===//

static int fetch(PGconn *Conn, PGresult **Out) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (!Res)
    return -ENOMEM;
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -EIO;
  }
  *Out = Res;
  return 0;
}

// Negative is a failure: nothing to release.
int negative_failsOk(PGconn *Conn) {
  PGresult *Res;
  int Rc = fetch(Conn, &Res);
  if (Rc < 0)
    return Rc;
  Rc = PQntuples(Res);
  PQclear(Res);
  return Rc;
}

// After the success one check too many.
int negative_failsBad(PGconn *Conn) {
  PGresult *Res;
  int Rc = fetch(Conn, &Res); // WARN: [db-result-leak] "'Res' from 'fetch'"
  if (Rc < 0)
    return Rc;
  if (PQnfields(Res) != 2)
    return -EINVAL;
  PQclear(Res);
  return 0;
}

// Null before the call, cleared whatever came of it.
int null_beforeOk(PGconn *Conn) {
  PGresult *Res = NULL;
  int Rc = fetch(Conn, &Res);
  if (Rc == 0)
    Rc = PQntuples(Res);
  PQclear(Res);
  return Rc;
}

// Zero and one are successes with a result, only minus one is not.
static int maybe_fetch(PGconn *Conn, PGresult **Out) {
  const int Rc = fetch(Conn, Out);
  if (Rc < 0)
    return -1;
  return PQntuples(*Out) > 0;
}
int three_waysOk(PGconn *Conn) {
  PGresult *Res;
  switch (maybe_fetch(Conn, &Res)) {
  case 1:
    logf_("rows");
    PQclear(Res);
    return 1;
  case 0:
    PQclear(Res);
    return 0;
  default:
    return -1;
  }
}
int three_waysBad(PGconn *Conn) {
  PGresult *Res;
  if (maybe_fetch(Conn, &Res) != 1) // WARN: [db-result-leak]
    return -1;
  PQclear(Res);
  return 0;
}

// An enum of its own.
enum answer { ANSWER_ROWS,
              ANSWER_EMPTY,
              ANSWER_FAILED };
static enum answer ask(PGconn *Conn, PGresult **Out) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  *Out = NULL;
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return ANSWER_FAILED;
  }
  if (PQntuples(Res) == 0) {
    PQclear(Res);
    return ANSWER_EMPTY;
  }
  *Out = Res;
  return ANSWER_ROWS;
}
int enum_switchOk(PGconn *Conn) {
  PGresult *Res;
  switch (ask(Conn, &Res)) {
  case ANSWER_ROWS:
    PQclear(Res);
    return 1;
  case ANSWER_EMPTY:
    return 0;
  case ANSWER_FAILED:
    return -1;
  }
  return -2;
}
int enum_testsOk(PGconn *Conn) {
  PGresult *Res;
  const enum answer Answer = ask(Conn, &Res);
  if (Answer == ANSWER_FAILED)
    return -1;
  if (Answer == ANSWER_EMPTY)
    return 0;
  PQclear(Res);
  return 1;
}
int enum_testsBad(PGconn *Conn) {
  PGresult *Res;
  const enum answer Answer = ask(Conn, &Res); // WARN: [db-result-leak]
  if (Answer == ANSWER_FAILED || Answer == ANSWER_EMPTY)
    return -1;
  return PQntuples(Res);
}

// An error object beside the result.
struct error {
  int Code;
  const char *Text;
};
static PGresult *ask_with_error(PGconn *Conn, struct error *Error) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    Error->Code = 1;
    Error->Text = "no answer";
    PQclear(Res);
    return NULL;
  }
  Error->Code = 0;
  return Res;
}
int error_objectOk(PGconn *Conn) {
  struct error Error = {0, NULL};
  PGresult *Res = ask_with_error(Conn, &Error);
  if (Error.Code)
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}
int error_objectBad(PGconn *Conn) {
  struct error Error = {0, NULL};
  PGresult *Res = ask_with_error(Conn, &Error); // WARN: [db-result-leak]
  if (Error.Code)
    return -1;
  return PQntuples(Res);
}

//===--- State in a struct ----------------------------------------------------------===//

struct context {
  PGconn *Conn;
  PGresult *Res;
  int Status;
  bool Busy;
};
static void run(struct context *C, const char *Sql) {
  C->Res = PQexec(C->Conn, Sql);
  C->Status = PQresultStatus(C->Res) == PGRES_TUPLES_OK ? 0 : -1;
}
static void done(struct context *C) {
  if (C->Res) {
    PQclear(C->Res);
    C->Res = NULL;
  }
}

// Run and done in pairs, on both ways.
int run_and_doneOk(struct context *C) {
  run(C, "SELECT 1");
  if (C->Status) {
    done(C);
    return -1;
  }
  const int Rows = PQntuples(C->Res);
  done(C);
  return Rows;
}
int run_twiceOk(PGconn *Conn) {
  struct context C = {.Conn = Conn};
  run(&C, "SELECT 1");
  if (C.Status)
    logf_("failed");
  done(&C);
  run(&C, "SELECT 2");
  done(&C);
  return C.Status;
}

// The failed one is left in the local struct.
int failed_runBad(PGconn *Conn) {
  struct context C = {.Conn = Conn};
  run(&C, "SELECT 1"); // WARN: [db-result-leak]
  if (C.Status)
    return -1;
  done(&C);
  return 0;
}

// The second run over the first.
int run_twiceBad(PGconn *Conn) {
  struct context C = {.Conn = Conn};
  run(&C, "SELECT 1"); // WARN: [db-result-leak] "overwritten"
  run(&C, "SELECT 2");
  done(&C);
  return C.Status;
}

// A field of the caller's decides, twice the same.
int field_decidesOk(struct context *C) {
  if (C->Busy)
    C->Res = PQexec(C->Conn, "SELECT 1");
  logf_("%d", 1);
  if (C->Busy)
    PQclear(C->Res);
  return 0;
}

// A field is nulled without its result being cleared.
int field_nulledBad(struct context *C) {
  C->Res = PQexec(C->Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(C->Res) == 0) {
    C->Res = NULL;
    return -1;
  }
  PQclear(C->Res);
  C->Res = NULL;
  return 0;
}

//===--- Flags and counters ---------------------------------------------------------===//

// Found in the loop, or not.
int found_flagOk(PGconn *Conn, const char *const *Sql, int Count) {
  PGresult *Res = NULL;
  bool Found = false;
  for (int I = 0; I < Count && !Found; ++I) {
    Res = PQexec(Conn, Sql[I]);
    if (PQntuples(Res) > 0)
      Found = true;
    else
      PQclear(Res);
  }
  if (!Found)
    return -1;
  PQclear(Res);
  return 0;
}

// A retry that clears the attempt before.
int retry_flagOk(PGconn *Conn, int Tries) {
  PGresult *Res = NULL;
  do {
    if (Res)
      PQclear(Res);
    Res = PQexec(Conn, "SELECT 1");
  } while (PQresultStatus(Res) != PGRES_TUPLES_OK && Tries-- > 0);
  const int Ok = PQresultStatus(Res) == PGRES_TUPLES_OK;
  PQclear(Res);
  return Ok;
}

// How many there are, counted up and down.
int counted_statementsOk(sqlite3 *Db) {
  sqlite3_stmt *Stmts[2];
  int Count = 0;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmts[0], 0))
    goto out;
  Count++;
  if (sqlite3_prepare_v2(Db, "SELECT 2", -1, &Stmts[1], 0))
    goto out;
  Count++;
out:
  while (Count > 0)
    sqlite3_finalize(Stmts[--Count]);
  return 0;
}

// Prepared by index, finalized by a loop.
int array_by_loopOk(sqlite3 *Db) {
  sqlite3_stmt *Stmts[2] = {0};
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmts[0], 0) == 0 && sqlite3_prepare_v2(Db, "SELECT 2", -1, &Stmts[1], 0) == 0)
    sqlite3_step(Stmts[0]);
  for (int I = 0; I < 2; ++I)
    sqlite3_finalize(Stmts[I]);
  return 0;
}

// Elements by name: one of the two is forgotten.
int array_by_nameBad(sqlite3 *Db) {
  sqlite3_stmt *Stmts[2] = {0};
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmts[0], 0);
  sqlite3_prepare_v2(Db, "SELECT 2", -1, &Stmts[1], 0); // WARN: [db-result-leak]
  sqlite3_finalize(Stmts[0]);
  return 0;
}

// The caller's, or one's own.
int given_or_ownOk(sqlite3 *Db, sqlite3_stmt *Given) {
  sqlite3_stmt *Stmt = Given;
  if (!Stmt && sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, 0) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_step(Stmt);
  if (Stmt != Given)
    sqlite3_finalize(Stmt);
  return Rc;
}
int own_flagOk(sqlite3 *Db, sqlite3_stmt *Given) {
  const bool Own = Given == NULL;
  if (Own && sqlite3_prepare_v2(Db, "SELECT 1", -1, &Given, 0))
    return -1;
  const int Rc = sqlite3_step(Given);
  if (Own)
    sqlite3_finalize(Given);
  return Rc;
}

// Modes that overlap.
int modesOk(PGconn *Conn, int Mode) {
  PGresult *A = NULL, *B = NULL;
  if (Mode == 1 || Mode == 3)
    A = PQexec(Conn, "SELECT 1");
  if (Mode == 2 || Mode == 3)
    B = PQexec(Conn, "SELECT 2");
  logf_("%d", Mode);
  if (Mode == 1 || Mode == 3)
    PQclear(A);
  if (Mode == 2 || Mode == 3)
    PQclear(B);
  return 0;
}
int modesBad(PGconn *Conn, int Mode) {
  PGresult *A = NULL;
  if (Mode == 1 || Mode == 3)
    A = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  logf_("%d", Mode);
  if (Mode == 1)
    PQclear(A);
  return 0;
}

// A bit of a mask.
int bitOk(PGconn *Conn, unsigned Flags) {
  PGresult *Res = NULL;
  if (Flags & 4)
    Res = PQexec(Conn, "SELECT 1");
  logf_("%u", Flags);
  if (Flags & 4)
    PQclear(Res);
  return 0;
}

// A comparison, turned round.
int turned_roundOk(PGconn *Conn, int Have, int Want) {
  PGresult *Res = NULL;
  if (Have > Want)
    Res = PQexec(Conn, "SELECT 1");
  if (Want < Have)
    PQclear(Res);
  return 0;
}

// Equal, then not unequal.
int not_unequalOk(PGconn *Conn, int Have, int Want) {
  PGresult *Res = NULL;
  if (Have == Want)
    Res = PQexec(Conn, "SELECT 1");
  if (Have != Want)
    return 0;
  PQclear(Res);
  return 1;
}

// The answer of a null test kept in a variable.
int kept_null_testOk(PGconn *Conn, bool Ask) {
  PGresult *Res = Ask ? PQexec(Conn, "SELECT 1") : NULL;
  const bool Have = Res != NULL;
  logf_("x");
  if (Have)
    PQclear(Res);
  return 0;
}

// One status that takes up each step's.
int gathered_statusOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = 0;
  bool Ok = sqlite3_prepare_v2(Db, "SELECT ?", -1, &Stmt, 0) == SQLITE_OK;
  Ok = Ok && sqlite3_bind_int(Stmt, 1, 1) == SQLITE_OK;
  Ok = Ok && sqlite3_step(Stmt) == SQLITE_DONE;
  sqlite3_finalize(Stmt);
  return Ok;
}
int gathered_statusBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt = 0;
  bool Ok = sqlite3_prepare_v2(Db, "SELECT ?", -1, &Stmt, 0) == SQLITE_OK; // WARN: [db-result-leak]
  Ok = Ok && sqlite3_bind_int(Stmt, 1, 1) == SQLITE_OK;
  if (Ok)
    sqlite3_finalize(Stmt);
  return Ok;
}

// A file-wide switch.
static bool Verbose;
int file_wide_flagOk(PGconn *Conn) {
  PGresult *Res = NULL;
  if (Verbose)
    Res = PQexec(Conn, "SELECT 1");
  if (Verbose)
    PQclear(Res);
  return 0;
}

// PQntuples is never negative: below zero is the wrapper's failure only.
static int get_rows(PGconn *Conn, const char *Sql, PGresult **Rows) {
  PGresult *Res = PQexec(Conn, Sql);
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  *Rows = Res;
  return PQntuples(Res);
}
int countedOk(PGconn *Conn) {
  PGresult *Rows;
  const int Count = get_rows(Conn, "SELECT 1", &Rows);
  if (Count < 0)
    return -1;
  PQclear(Rows);
  return Count;
}

// The caution that can never strike.
int negative_rowsOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  if (Rows < 0)
    return -1;
  PQclear(Res);
  return Rows;
}
