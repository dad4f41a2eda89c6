// RUN: %check_dbtidy %s
// What C programs build for themselves: exit helpers, cleanup attributes, macros, statement
// expressions, function pointers, assertions.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <assert.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Helpers that do not come back ----------------------------------------------===//

_Noreturn void fatal_error(const char *Message);
__attribute__((noreturn)) void usage(void);
void exit_nicely(PGconn *Conn);

static void die_with(const char *Message) {
  fprintf(stderr, "%s\n", Message);
  exit(1);
}

static void die_through(PGconn *Conn, PGresult *Res) {
  logf_("%s", PQresultErrorMessage(Res));
  PQfinish(Conn);
  die_with("giving up");
}

static void complain(bool Exit, const char *Message) {
  logf_("%s", Message);
  if (Exit)
    exit(1);
}

// Declared noreturn.
int declared_noreturnOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    fatal_error(PQerrorMessage(Conn));
  const int Rows = PQntuples(Res);
  if (Rows > 1000)
    usage();
  PQclear(Res);
  return Rows;
}

// Not declared: its body ends the program, two calls deep.
int inferred_noreturnOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    die_through(Conn, Res);
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Without a body, but by its name an exit.
int named_like_an_exitOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    logf_("%s", PQerrorMessage(Conn));
    exit_nicely(Conn);
    return -1;
  }
  PQclear(Res);
  return 0;
}

// It ends the program where it is told to.
int told_to_exitOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    complain(true, PQerrorMessage(Conn));
    return -1;
  }
  PQclear(Res);
  return 0;
}

// Told not to, it comes back.
int told_to_returnBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    complain(false, PQerrorMessage(Conn));
    return -1;
  }
  PQclear(Res);
  return 0;
}

// exit, abort and a failed assertion end everything.
int ends_of_programOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  assert(PQresultStatus(Res) == PGRES_TUPLES_OK);
  if (PQntuples(Res) == 0)
    exit(2);
  if (PQnfields(Res) == 0)
    abort();
  PQclear(Res);
  return 0;
}

// A usual return beside an exit still leaks.
int beside_an_exitBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    exit(2);
  return PQntuples(Res);
}

// longjmp goes to a place that nothing here shows.
static jmp_buf Away;
int longjmpOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (!Res)
    longjmp(Away, 1);
  PQclear(Res);
  return 0;
}

//===--- __attribute__((cleanup)) ---------------------------------------------------===//

static void clear_cleanup(PGresult **Res) { PQclear(*Res); }
static void finalize_cleanup(sqlite3_stmt **Stmt) { sqlite3_finalize(*Stmt); }
static void free_cleanup(char **Text) { sqlite3_free(*Text); }
static void print_cleanup(PGresult **Res) { logf_("%d rows", PQntuples(*Res)); }

#define AUTO_CLEAR __attribute__((cleanup(clear_cleanup))) PGresult
#define AUTO_FINALIZE __attribute__((cleanup(finalize_cleanup)))
#define AUTO_FREE __attribute__((cleanup(free_cleanup)))

// Cleared on every way out.
int cleanupOk(PGconn *Conn) {
  AUTO_CLEAR *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return -1;
  return PQntuples(Res);
}

// In the scope of a loop: at the end of every turn.
int cleanup_in_loopOk(PGconn *Conn, int Count) {
  int Rows = 0;
  for (int I = 0; I < Count; ++I) {
    AUTO_CLEAR *Res = PQexec(Conn, "FETCH 10 FROM f");
    if (PQntuples(Res) == 0)
      continue;
    if (PQntuples(Res) < 0)
      break;
    Rows += PQntuples(Res);
  }
  return Rows;
}

// A statement through its out-parameter.
int cleanup_statementOk(sqlite3 *Db) {
  AUTO_FINALIZE sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_step(Stmt) == SQLITE_ROW ? sqlite3_column_int(Stmt, 0) : -1;
}

// The error message.
int cleanup_messageOk(sqlite3 *Db) {
  AUTO_FREE char *Message = NULL;
  if (sqlite3_exec(Db, "DELETE FROM t", NULL, NULL, &Message) != SQLITE_OK)
    logf_("%s", Message);
  return 0;
}

// Stolen from the cleanup, as `steal_pointer` macros do.
PGresult *cleanup_stolenOk(PGconn *Conn) {
  AUTO_CLEAR *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return NULL;
  PGresult *Keep = Res;
  Res = NULL;
  return Keep;
}

// The cleanup runs at the end, not when the variable is assigned again.
int cleanup_overwrittenBad(PGconn *Conn) {
  AUTO_CLEAR *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak] "overwritten"
  const int Rows = PQntuples(Res);
  Res = PQexec(Conn, "SELECT 2");
  return Rows + PQntuples(Res);
}

// A cleanup that only prints.
int cleanup_printsBad(PGconn *Conn) {
  __attribute__((cleanup(print_cleanup))) PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  return PQnfields(Res);
}

// The cleanup is the inner scope's, the result lives on in the outer variable.
int cleanup_of_anotherBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak] "'Res'"
  {
    AUTO_CLEAR *Inner = PQexec(Conn, "SELECT 2");
    if (PQntuples(Inner) == 0)
      return 0;
  }
  return PQntuples(Res);
}

//===--- Macros ---------------------------------------------------------------------===//

#define CHECK(Condition, Label) \
  do {                          \
    if (!(Condition)) {         \
      logf_("%s", #Condition);  \
      goto Label;               \
    }                           \
  } while (0)

#define CLEAR(Res)  \
  do {              \
    if (Res) {      \
      PQclear(Res); \
      (Res) = NULL; \
    }               \
  } while (0)

#define RETURN_IF_FAILED(Res, Wanted)    \
  if (PQresultStatus(Res) != (Wanted)) { \
    PQclear(Res);                        \
    return -1;                           \
  }

#define SQL_CHECK(Call)     \
  do {                      \
    const int Rc_ = (Call); \
    if (Rc_ != SQLITE_OK)   \
      return Rc_;           \
  } while (0)

// do { } while (0) with a goto, the label clears.
int macro_gotoOk(PGconn *Conn) {
  int Rc = -1;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  CHECK(PQresultStatus(Res) == PGRES_TUPLES_OK, done);
  CHECK(PQntuples(Res) > 0, done);
  Rc = 0;
done:
  CLEAR(Res);
  return Rc;
}

// Cleared twice through the macro that makes null.
int macro_clearOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  CLEAR(Res);
  Res = PQexec(Conn, "SELECT 2");
  RETURN_IF_FAILED(Res, PGRES_TUPLES_OK);
  CLEAR(Res);
  CLEAR(Res);
  return Rows;
}

// The macro returns, and nothing at the call shows it.
int macro_returnsBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  SQL_CHECK(sqlite3_prepare_v2(Db, "DELETE FROM t WHERE id = ?", -1, &Stmt, NULL)); // WARN: [db-result-leak]
  SQL_CHECK(sqlite3_bind_int(Stmt, 1, 7));
  sqlite3_step(Stmt);
  return sqlite3_finalize(Stmt);
}

// Straight after the acquisition it is right: an error implies that there is no statement.
int macro_after_prepareOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  SQL_CHECK(sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Stmt, NULL));
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  SQL_CHECK(Rc == SQLITE_DONE ? SQLITE_OK : Rc);
  return SQLITE_OK;
}

//===--- Statement expressions and other corners -------------------------------------===//

// The value of a statement expression is its last one.
int statement_expressionOk(PGconn *Conn) {
  PGresult *Res = ({
    PGresult *Inner = PQexec(Conn, "SELECT 1");
    logf_("%d", PQntuples(Inner));
    Inner;
  });
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Without a taker it is lost.
int statement_expressionBad(PGconn *Conn) {
  const int Rows = ({
    PGresult *Inner = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
    PQntuples(Inner);
  });
  return Rows;
}

// A return in the statement expression.
int statement_expression_returnsBad(PGconn *Conn, PGresult *Other) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res) + ({
                     if (!Other)
                       return -1;
                     PQntuples(Other);
                   });
  PQclear(Res);
  return Rows;
}

// `?:` without its middle.
int elvisOk(PGconn *Conn, const PGresult *Known) {
  PGresult *Own = Known ? NULL : PQexec(Conn, "SELECT 1");
  const PGresult *Res = Known ?: Own;
  const int Rows = PQntuples(Res);
  PQclear(Own);
  return Rows;
}

// Own or borrowed, told apart by the parameter.
int own_or_borrowedOk(PGconn *Conn, PGresult *Given) {
  PGresult *Res = Given;
  if (!Res)
    Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  if (!Given)
    PQclear(Res);
  return Rows;
}

// The same test turned round.
int own_or_borrowedBad(PGconn *Conn, PGresult *Given) {
  PGresult *Res = Given;
  if (!Res)
    Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res);
  if (Given)
    logf_("borrowed");
  return Rows;
}

// The release is a function pointer with a known value.
int function_pointerOk(PGconn *Conn) {
  void (*Release)(PGresult *) = PQclear;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  Release(Res);
  return Rows;
}

// A table of functions that dlsym has filled: nobody knows what Clear does, so no report.
struct pq_table {
  PGresult *(*Exec)(PGconn *, const char *);
  void (*Clear)(PGresult *);
  int (*Rows)(const PGresult *);
};
int function_tableOk(const struct pq_table *Pq, PGconn *Conn) {
  PGresult *Res = Pq->Exec(Conn, "SELECT 1");
  const int Rows = Pq->Rows(Res);
  Pq->Clear(Res);
  return Rows;
}

// A callback receives rows that are not its own.
static int on_row(void *Data, int Columns, char **Values, char **Names) {
  (void)Names;
  *(int *)Data += Columns > 0 && Values[0];
  return 0;
}
int callbackOk(sqlite3 *Db) {
  int Rows = 0;
  return sqlite3_exec(Db, "SELECT 1", on_row, &Rows, NULL) == SQLITE_OK ? Rows : -1;
}

// A notice receiver gets its result borrowed.
void notice_receiverOk(void *Data, const PGresult *Res) {
  (void)Data;
  logf_("%s", PQresultErrorMessage(Res));
}

// A result for as long as the program runs, in a static local.
const char *versionOk(PGconn *Conn) {
  static PGresult *Version;
  if (!Version)
    Version = PQexec(Conn, "SELECT version()");
  return PQgetvalue(Version, 0, 0);
}

// The variable is volatile, as those that signal handlers look at.
int volatile_variableOk(PGconn *Conn) {
  PGresult *volatile Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// A bit mask says what there is to release.
enum { HAVE_A = 1,
       HAVE_B = 2 };
int bit_maskOk(PGconn *Conn) {
  int Have = 0, Rc = -1;
  PGresult *A = PQexec(Conn, "SELECT 1"), *B = NULL;
  Have |= HAVE_A;
  if (PQntuples(A) > 0) {
    B = PQexec(Conn, "SELECT 2");
    Have |= HAVE_B;
    Rc = 0;
  }
  if (Have & HAVE_B)
    PQclear(B);
  if (Have & HAVE_A)
    PQclear(A);
  return Rc;
}

// The duplicate of a condition with `!`.
int negated_flagOk(PGconn *Conn, bool Dry) {
  PGresult *Res = NULL;
  if (!Dry)
    Res = PQexec(Conn, "DELETE FROM t");
  const bool Done = Dry || PQresultStatus(Res) == PGRES_COMMAND_OK;
  if (!Dry)
    PQclear(Res);
  return Done;
}

// The dry run returns between the two.
int dry_runBad(PGconn *Conn, bool Dry) {
  PGresult *Res = PQexec(Conn, "SELECT id FROM t FOR UPDATE"); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res);
  if (Dry) { // NOTE: "assuming 'Dry' is true"
    logf_("would delete %d rows", Rows);
    return 0;
  }
  PQclear(Res);
  PQclear(PQexec(Conn, "DELETE FROM t"));
  return Rows;
}

// An enum state machine that goes round once a state.
enum state { ASK,
             READ,
             DONE };
int state_machineOk(PGconn *Conn) {
  PGresult *Res = NULL;
  int Rows = 0;
  for (enum state At = ASK; At != DONE;)
    switch (At) {
    case ASK:
      Res = PQexec(Conn, "SELECT 1");
      At = READ;
      break;
    case READ:
      Rows = PQntuples(Res);
      PQclear(Res);
      At = DONE;
      break;
    case DONE:
      break;
    }
  return Rows;
}

// Fall through from the case that asks to the one that clears.
int fall_throughOk(PGconn *Conn, int Step, PGresult *Res) {
  switch (Step) {
  case 0:
    Res = PQexec(Conn, "SELECT 1");
    __attribute__((fallthrough));
  case 1:
    PQclear(Res);
    return 1;
  default:
    return 0;
  }
}
