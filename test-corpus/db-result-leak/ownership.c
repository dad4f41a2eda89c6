// RUN: %check_dbtidy %s
// Who owns it: wrappers, out-parameters, fields, globals, lists, arrays, recursion.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Wrappers -------------------------------------------------------------------===//

static PGresult *query(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  if (PQresultStatus(Res) != PGRES_TUPLES_OK && PQresultStatus(Res) != PGRES_COMMAND_OK) {
    logf_("%s: %s", Sql, PQerrorMessage(Conn));
    PQclear(Res);
    return NULL;
  }
  return Res;
}

static void close_result(PGresult **Res) {
  if (*Res) {
    PQclear(*Res);
    *Res = NULL;
  }
}

static void discard(void *Res) { PQclear(Res); }

static int prepare(sqlite3 *Db, const char *Sql, sqlite3_stmt **Stmt) {
  const int Rc = sqlite3_prepare_v2(Db, Sql, -1, Stmt, NULL);
  if (Rc != SQLITE_OK)
    logf_("%s: %s", Sql, sqlite3_errmsg(Db));
  return Rc;
}

static bool prepared(sqlite3 *Db, const char *Sql, sqlite3_stmt **Stmt) {
  return prepare(Db, Sql, Stmt) == SQLITE_OK;
}

static int get_rows(PGconn *Conn, const char *Sql, PGresult **Rows) {
  PGresult *Res = PQexec(Conn, Sql);
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  *Rows = Res;
  return PQntuples(Res);
}

static int count_rows(const PGresult *Res) { return Res ? PQntuples(Res) : 0; }

// The wrapper's result belongs to its caller.
int wrapper_lostBad(PGconn *Conn) {
  PGresult *Res = query(Conn, "SELECT 1"); // WARN: [db-result-leak] "'Res' from 'query'"
  if (!Res)
    return -1;
  return PQntuples(Res);
}

// A helper that only looks does not release.
int looked_at_onlyBad(PGconn *Conn) {
  PGresult *Res = query(Conn, "SELECT 1"); // WARN: [db-result-leak]
  return count_rows(Res);
}

// Thrown away straight from the wrapper.
void wrapper_as_statementBad(PGconn *Conn) {
  query(Conn, "SET search_path TO app"); // WARN: [db-result-leak] "thrown away"
}

// Success is what the wrapper's status says; then there is a statement.
int out_parameterBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (!prepared(Db, "SELECT 1", &Stmt)) // WARN: [db-result-leak] "prepared statement 'Stmt'"
    return -1;
  return sqlite3_step(Stmt);
}

// A count of zero rows is a success, too.
int zero_is_successBad(PGconn *Conn) {
  PGresult *Rows;
  if (get_rows(Conn, "SELECT 1", &Rows) <= 0) // WARN: [db-result-leak] "'Rows'"
    return 0;
  const int Value = atoi(PQgetvalue(Rows, 0, 0));
  PQclear(Rows);
  return Value;
}

// The out-parameter is overwritten by the second call.
int out_parameter_twiceBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (prepare(Db, "INSERT INTO a VALUES (1)", &Stmt)) // WARN: [db-result-leak] "overwritten"
    return -1;
  sqlite3_step(Stmt);
  if (prepare(Db, "INSERT INTO b VALUES (1)", &Stmt))
    return -1;
  sqlite3_step(Stmt);
  return sqlite3_finalize(Stmt);
}

// A wrapper that gives up its own result on one way.
PGresult *gives_up_oneBad(PGconn *Conn, const char *Name) {
  PGresult *Res = PQexec(Conn, "SELECT id, name FROM t"); // WARN: [db-result-leak]
  for (int I = 0; I < PQntuples(Res); ++I)
    if (strcmp(PQgetvalue(Res, I, 1), Name) == 0)
      return Res;
  return NULL;
}

// Released through a pointer to the pointer: only on one way.
int close_through_pointerBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(Res) == 1) {
    close_result(&Res);
    return 1;
  }
  return 0;
}

// The wrapper's own scope loses the result that it should return.
bool status_onlyBad(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql); // WARN: [db-result-leak]
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  if (!Ok)
    logf_("%s", PQresultErrorMessage(Res));
  return Ok;
}

// What the wrapper gave is released, what was in the variable before is not.
int replacedBad(PGconn *Conn) {
  PGresult *Res = query(Conn, "SELECT 1"); // WARN: [db-result-leak] "overwritten"
  if (Res && PQntuples(Res) == 0)
    Res = query(Conn, "SELECT 2");
  close_result(&Res);
  return 0;
}

// Null is the wrapper's failure: nothing to clear then.
int wrapperOk(PGconn *Conn) {
  PGresult *Res = query(Conn, "SELECT 1");
  if (!Res)
    return -1;
  const int Rows = count_rows(Res);
  PQclear(Res);
  return Rows;
}

// Returned straight through.
PGresult *passed_onOk(PGconn *Conn) { return query(Conn, "SELECT 1"); }

// Released by a wrapper that takes void *.
void discard_wrapperOk(PGconn *Conn) { discard(query(Conn, "SET search_path TO app")); }

// Released through a pointer to the pointer, which makes it null, twice.
int close_twiceOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  close_result(&Res);
  close_result(&Res);
  return Rows;
}

// Through two wrappers and a bool.
int out_parameterOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (!prepared(Db, "SELECT 1", &Stmt))
    return -1;
  const int Rc = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Rc;
}

// Out of the function through the caller's pointer, the status as the value.
int table_wrapperOk(sqlite3 *Db, const char *Sql, char ***Table, int *Rows) {
  char *Message = NULL;
  const int Rc = sqlite3_get_table(Db, Sql, Table, Rows, NULL, &Message);
  if (Rc != SQLITE_OK) {
    logf_("%s: %s", Sql, Message);
    sqlite3_free(Message);
  }
  return Rc;
}

// Acquired through that wrapper in a condition and freed in its body only.
int table_through_wrapperOk(sqlite3 *Db) {
  char **Table;
  int Rows, Value = 0;
  if (table_wrapperOk(Db, "SELECT 1", &Table, &Rows) == SQLITE_OK) {
    Value = atoi(Table[1]);
    sqlite3_free_table(Table);
  }
  return Value;
}

// A flag parameter tells the wrapper whether to release: the caller says yes.
static int finish(sqlite3_stmt *Stmt, bool Final) {
  const int Rc = sqlite3_step(Stmt);
  if (Final)
    sqlite3_finalize(Stmt);
  else
    sqlite3_reset(Stmt);
  return Rc;
}
int released_by_flagOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (prepare(Db, "DELETE FROM a", &Stmt))
    return -1;
  finish(Stmt, false);
  return finish(Stmt, true);
}

// The flag says no.
int kept_by_flagBad(sqlite3 *Db) {
  sqlite3_stmt *Stmt;
  if (prepare(Db, "DELETE FROM a", &Stmt)) // WARN: [db-result-leak]
    return -1;
  return finish(Stmt, false);
}

// Recursion: every level clears its own.
int recursiveOk(PGconn *Conn, int Depth) {
  PGresult *Res = PQexec(Conn, "SELECT parent FROM node");
  int Sum = PQntuples(Res);
  if (Depth > 0)
    Sum += recursiveOk(Conn, Depth - 1);
  PQclear(Res);
  return Sum;
}

// Recursion with a result in hand that nobody clears.
int recursiveBad(PGconn *Conn, int Depth) {
  PGresult *Res = PQexec(Conn, "SELECT parent FROM node"); // WARN: [db-result-leak]
  if (Depth == 0)
    return 0;
  const int Sum = PQntuples(Res) + recursiveBad(Conn, Depth - 1);
  PQclear(Res);
  return Sum;
}

// Two functions that call each other; the handle goes along and is cleared at the end.
static void odd(PGresult *Res, int N);
static void even(PGresult *Res, int N) {
  if (N == 0)
    PQclear(Res);
  else
    odd(Res, N - 1);
}
static void odd(PGresult *Res, int N) {
  if (N <= 1)
    PQclear(Res);
  else
    even(Res, N - 1);
}
void mutualOk(PGconn *Conn, int N) { even(PQexec(Conn, "SELECT 1"), N); }

// An unknown function may be the one that takes it.
void library_take_rows(PGresult *Res, void *Into);
void unknown_takesOk(PGconn *Conn, void *Into) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  library_take_rows(Res, Into);
}

// But only on the way that reaches it.
void unknown_may_takeBad(PGconn *Conn, void *Into) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(Res) == 0)
    return;
  library_take_rows(Res, Into);
}

// An unknown function that got nothing of it changes nothing.
void unknown_elsewhereBad(PGconn *Conn, void *Into) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  library_take_rows(NULL, Into);
  logf_("%d", PQntuples(Res));
}

//===--- Fields, globals, lists -----------------------------------------------------===//

struct cursor {
  PGresult *Rows;
  int At;
  struct cursor *Next;
};

struct session {
  sqlite3 *Db;
  sqlite3_stmt *Insert, *Select;
  struct cursor *Cursors;
};

static PGresult *Cached;

// The object holds it and is returned.
struct cursor *cursor_openOk(PGconn *Conn) {
  struct cursor *C = calloc(1, sizeof *C);
  if (!C)
    return NULL;
  C->Rows = PQexec(Conn, "SELECT 1");
  return C;
}

// The object is freed without what it holds.
int object_freedBad(PGconn *Conn) {
  struct cursor *C = calloc(1, sizeof *C);
  if (!C)
    return -1;
  C->Rows = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Rows = PQntuples(C->Rows);
  free(C);
  return Rows;
}

// The object could not be allocated, the result is there already.
struct cursor *object_failsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  struct cursor *C = malloc(sizeof *C);
  if (!C)
    return NULL;
  C->Rows = Res;
  C->At = 0;
  C->Next = NULL;
  return C;
}

// The object itself is lost, and its result with it.
int object_lostBad(PGconn *Conn) {
  struct cursor *C = malloc(sizeof *C);
  if (!C)
    return -1;
  C->Rows = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  return PQntuples(C->Rows);
}

// The struct on the stack ends with the function.
int struct_on_stackBad(PGconn *Conn) {
  struct cursor C = {0};
  C.Rows = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  while (C.At < PQntuples(C.Rows))
    ++C.At;
  return C.At;
}

// Initialised with it, and lost.
int struct_initialisedBad(PGconn *Conn) {
  const struct cursor C = {.Rows = PQexec(Conn, "SELECT 1"), .At = 3}; // WARN: [db-result-leak]
  return PQntuples(C.Rows) + C.At;
}

// The field is overwritten while the struct still lives here.
int field_overwrittenBad(PGconn *Conn) {
  struct cursor C = {0};
  C.Rows = PQexec(Conn, "FETCH 10 FROM f"); // WARN: [db-result-leak] "overwritten"
  C.Rows = PQexec(Conn, "FETCH 10 FROM f");
  PQclear(C.Rows);
  return 0;
}

// Two statements in a struct: the first is finalized, the second is not.
int half_of_structBad(sqlite3 *Db) {
  struct session S = {.Db = Db};
  if (sqlite3_prepare_v2(Db, "INSERT INTO a VALUES (1)", -1, &S.Insert, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &S.Select, NULL) != SQLITE_OK) { // WARN: [db-result-leak]
    sqlite3_finalize(S.Insert);
    return -1;
  }
  sqlite3_step(S.Select);
  sqlite3_finalize(S.Insert);
  return 0;
}

// Its release function exists, but is not called on one way.
static void cursor_free(struct cursor *C) {
  if (!C)
    return;
  PQclear(C->Rows);
  free(C);
}
int destructor_forgottenBad(PGconn *Conn) {
  struct cursor *C = cursor_openOk(Conn); // WARN: [db-result-leak]
  if (!C)
    return -1;
  if (PQntuples(C->Rows) == 0)
    return 0;
  cursor_free(C);
  return 1;
}

// The pair of open and free.
int destructorOk(PGconn *Conn) {
  struct cursor *C = cursor_openOk(Conn);
  if (!C)
    return -1;
  const int Rows = PQntuples(C->Rows);
  cursor_free(C);
  return Rows;
}

// Into a field of the caller's object.
int field_of_callerOk(struct session *S) {
  if (sqlite3_prepare_v2(S->Db, "INSERT INTO a VALUES (1)", -1, &S->Insert, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_prepare_v2(S->Db, "SELECT 1", -1, &S->Select, NULL) == SQLITE_OK ? 0 : -1;
}

// The pair of calls that fill and empty the same struct on the stack.
static void session_end(struct session *S) {
  sqlite3_finalize(S->Insert);
  sqlite3_finalize(S->Select);
}
int struct_through_callsOk(sqlite3 *Db) {
  struct session S = {.Db = Db};
  const int Rc = field_of_callerOk(&S);
  if (Rc == 0)
    sqlite3_step(S.Select);
  session_end(&S);
  return Rc;
}

// Where the fill failed half way the end is forgotten.
int struct_through_callsBad(sqlite3 *Db) {
  struct session S = {.Db = Db};
  if (field_of_callerOk(&S) < 0) // WARN: [db-result-leak]
    return -1;
  sqlite3_step(S.Select);
  session_end(&S);
  return 0;
}

// A global keeps it.
void globalOk(PGconn *Conn) {
  if (!Cached)
    Cached = PQexec(Conn, "SELECT * FROM settings");
}

// A global replaced after the old one was cleared.
void global_replacedOk(PGconn *Conn) {
  PQclear(Cached);
  Cached = PQexec(Conn, "SELECT * FROM settings");
}

// A static local: prepared once.
int static_statementOk(sqlite3 *Db) {
  static sqlite3_stmt *Stmt;
  if (!Stmt && sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL) != SQLITE_OK)
    return -1;
  const int Rc = sqlite3_step(Stmt);
  sqlite3_reset(Stmt);
  return Rc;
}

// Hung into the caller's list.
int pushed_to_listOk(struct session *S, PGconn *Conn) {
  struct cursor *C = malloc(sizeof *C);
  if (!C)
    return -1;
  C->Rows = PQexec(Conn, "SELECT 1");
  C->At = 0;
  C->Next = S->Cursors;
  S->Cursors = C;
  return 0;
}

// Built before the check that keeps it out of the list.
int not_pushedBad(struct session *S, PGconn *Conn) {
  struct cursor *C = calloc(1, sizeof *C);
  if (!C)
    return -1;
  C->Rows = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(C->Rows) == 0) {
    free(C);
    return 0;
  }
  C->Next = S->Cursors;
  S->Cursors = C;
  return 1;
}

// The whole list, each with its result.
void list_freedOk(struct session *S) {
  while (S->Cursors) {
    struct cursor *Next = S->Cursors->Next;
    PQclear(S->Cursors->Rows);
    free(S->Cursors);
    S->Cursors = Next;
  }
}

// Kept as the void * of an event library, which hands it back later.
struct event {
  void (*Call)(void *);
  void *Data;
};
static void on_event(void *Data) { PQclear(Data); }
void void_fieldOk(struct event *E, PGconn *Conn) {
  E->Data = PQexec(Conn, "SELECT 1");
  E->Call = on_event;
}

// libpq keeps what is hung on a connection only if it says so.
int copied_structOk(PGconn *Conn, struct cursor *Into) {
  struct cursor C = {.Rows = PQexec(Conn, "SELECT 1")};
  if (PQntuples(C.Rows) == 0) {
    PQclear(C.Rows);
    return 0;
  }
  *Into = C;
  return 1;
}

// Returned inside a struct by value.
struct cursor by_valueOk(PGconn *Conn) {
  struct cursor C = {.Rows = PQexec(Conn, "SELECT 1")};
  C.At = PQntuples(C.Rows);
  return C;
}

// What came by value is lost all the same.
int by_value_lostBad(PGconn *Conn) {
  const struct cursor C = by_valueOk(Conn); // WARN: [db-result-leak]
  return C.At;
}

// A compound literal passes it on.
static void use_and_clear(struct cursor C) { PQclear(C.Rows); }
void compound_literalOk(PGconn *Conn) {
  use_and_clear((struct cursor){.Rows = PQexec(Conn, "SELECT 1")});
}

//===--- Names for the same thing ---------------------------------------------------===//

// Released under another name.
int aliasOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PGresult *Same = Res;
  const int Rows = PQntuples(Res);
  PQclear(Same);
  return Rows;
}

// One name is overwritten, the other still holds it.
int kept_by_aliasOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  PGresult *First = Res;
  Res = PQexec(Conn, "SELECT 2");
  const int Rows = PQntuples(First) + PQntuples(Res);
  PQclear(Res);
  PQclear(First);
  return Rows;
}

// Both names end with the scope.
int alias_lostBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const PGresult *Same = Res;
  return PQntuples(Same);
}

// Swapped by hand: each is released once.
int swappedOk(PGconn *Conn) {
  PGresult *Old = PQexec(Conn, "SELECT 1"), *New = PQexec(Conn, "SELECT 2");
  if (PQntuples(New) > PQntuples(Old)) {
    PGresult *Swap = Old;
    Old = New;
    New = Swap;
  }
  PQclear(Old);
  PQclear(New);
  return 0;
}

// Swapped, and one of the names is released twice in mind, once in fact.
int swapped_and_lostBad(PGconn *Conn) {
  PGresult *Old = PQexec(Conn, "SELECT 1"), *New = PQexec(Conn, "SELECT 2"); // WARN: [db-result-leak] "'New'"
  PGresult *Swap = Old;
  Old = New;
  New = Swap;
  PQclear(New);
  return PQntuples(Old);
}

// A pointer to the variable.
int through_pointerOk(PGconn *Conn, bool Second) {
  PGresult *A = NULL, *B = NULL;
  PGresult **Slot = Second ? &B : &A;
  *Slot = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(*Slot);
  PQclear(A);
  PQclear(B);
  return Rows;
}

// Moved out of the variable before the common cleanup.
PGresult *moved_outOk(PGconn *Conn) {
  PGresult *Keep = NULL;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) == PGRES_TUPLES_OK) {
    Keep = Res;
    Res = NULL;
  }
  PQclear(Res);
  return Keep;
}

// Kept as an integer, as some event loops do.
unsigned long as_integerOk(PGconn *Conn) { return (unsigned long)PQexec(Conn, "SELECT 1"); }
