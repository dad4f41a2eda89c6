// RUN: %check_dbtidy %s
// Results in loops: turns that overwrite, continue, break, drain and retry.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void logf_(const char *Format, ...);
bool wanted(const char *Name);

//===--- Lost -----------------------------------------------------------------------===//

// Each turn assigns over the result of the one before.
int overwritten_each_turnBad(PGconn *Conn, const char *const *Sql, int Count) {
  int Failed = 0;
  PGresult *Res = NULL;
  for (int I = 0; I < Count; ++I) {
    Res = PQexec(Conn, Sql[I]); // WARN: [db-result-leak] "overwritten"
    if (PQresultStatus(Res) != PGRES_COMMAND_OK)
      ++Failed;
  }
  PQclear(Res);
  return Failed;
}

// The variable of the loop's body ends with every turn.
void body_scopeBad(PGconn *Conn, const char *const *Sql, int Count) {
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]); // WARN: [db-result-leak] "scope"
    if (PQresultStatus(Res) != PGRES_COMMAND_OK)
      logf_("%s", PQresultErrorMessage(Res));
  }
}

// `continue` jumps over the clear at the end of the body.
int continueBad(PGconn *Conn, const char *const *Sql, int Count) {
  int Rows = 0;
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]); // WARN: [db-result-leak]
    if (PQresultStatus(Res) != PGRES_TUPLES_OK)
      continue;
    Rows += PQntuples(Res);
    PQclear(Res);
  }
  return Rows;
}

// `break` leaves it to nobody.
int breakBad(PGconn *Conn, const char *const *Sql, int Count) {
  int Done = 0;
  for (; Done < Count; ++Done) {
    PGresult *Res = PQexec(Conn, Sql[Done]); // WARN: [db-result-leak]
    if (PQresultStatus(Res) == PGRES_FATAL_ERROR)
      break;
    PQclear(Res);
  }
  return Done;
}

// `continue` inside a switch belongs to the loop, `break` to the switch.
int continue_in_switchBad(PGconn *Conn) {
  int Rows = 0;
  PGresult *Res;
  while ((Res = PQgetResult(Conn)) != NULL) { // WARN: [db-result-leak]
    switch (PQresultStatus(Res)) {
    case PGRES_SINGLE_TUPLE:
      ++Rows;
      break;
    case PGRES_COMMAND_OK:
      continue;
    default:
      break;
    }
    PQclear(Res);
  }
  return Rows;
}

// Draining by comparing alone: each result is lost.
void drain_by_comparisonBad(PGconn *Conn) {
  while (PQgetResult(Conn) != NULL) // WARN: [db-result-leak]
    ;
}

// The drain clears, but the error inside returns.
int drain_returnsBad(PGconn *Conn) {
  PGresult *Res;
  while ((Res = PQgetResult(Conn))) { // WARN: [db-result-leak]
    if (PQresultStatus(Res) == PGRES_FATAL_ERROR)
      return -1;
    PQclear(Res);
  }
  return 0;
}

// Only the last of the results is kept, and the others never cleared.
int last_result_onlyBad(PGconn *Conn) {
  PGresult *Res, *Last = NULL;
  while ((Res = PQgetResult(Conn)) != NULL) // WARN: [db-result-leak] "overwritten"
    Last = Res;
  const int Ok = PQresultStatus(Last) == PGRES_COMMAND_OK;
  PQclear(Last);
  return Ok;
}

// The loop ends early when a row is found, with the rows in hand.
int found_returnsBad(PGconn *Conn, const char *Name) {
  PGresult *Res = PQexec(Conn, "SELECT name, id FROM node"); // WARN: [db-result-leak]
  for (int I = 0; I < PQntuples(Res); ++I)
    if (strcmp(PQgetvalue(Res, I, 0), Name) == 0)
      return atoi(PQgetvalue(Res, I, 1));
  PQclear(Res);
  return -1;
}

// Retries keep the failed attempts' results.
int retryBad(PGconn *Conn) {
  PGresult *Res;
  int Left = 5;
  do {
    Res = PQexec(Conn, "UPDATE counter SET n = n + 1"); // WARN: [db-result-leak]
    if (PQresultStatus(Res) == PGRES_COMMAND_OK)
      break;
    sleep(1);
  } while (--Left > 0);
  PQclear(Res);
  return Left > 0 ? 0 : -1;
}

// A worker that never comes back leaks a little every second.
void serviceBad(PGconn *Conn) {
  for (;;) {
    PGresult *Res = PQexec(Conn, "SELECT id FROM job WHERE due < now()"); // WARN: [db-result-leak]
    if (PQntuples(Res) == 0) {
      sleep(1);
      continue;
    }
    logf_("%d jobs", PQntuples(Res));
    PQclear(Res);
  }
}

// The inner loop's break is not the outer one's.
int inner_breakBad(PGconn *Conn, const char *const *Sql, int Count) {
  int Hits = 0;
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]); // WARN: [db-result-leak]
    for (int Row = 0; Row < PQntuples(Res); ++Row)
      if (wanted(PQgetvalue(Res, Row, 0)))
        goto next;
    PQclear(Res);
  next:
    ++Hits;
  }
  return Hits;
}

// Cleared after the loop instead of in it: all but the last are lost.
int clear_after_loopBad(PGconn *Conn, int Count) {
  PGresult *Res = NULL;
  while (Count-- > 0)
    Res = PQexec(Conn, "FETCH 100 FROM feed"); // WARN: [db-result-leak] "overwritten"
  PQclear(Res);
  return 0;
}

// Two queries a turn, one clear.
int two_a_turnBad(PGconn *Conn, int Count) {
  int Sum = 0;
  for (int I = 0; I < Count; ++I) {
    PGresult *A = PQexec(Conn, "SELECT a FROM t");
    PGresult *B = PQexec(Conn, "SELECT b FROM t"); // WARN: [db-result-leak] "'B'"
    Sum += PQntuples(A) + PQntuples(B);
    PQclear(A);
  }
  return Sum;
}

// The page loop stops at the first empty page and keeps it.
int pagesBad(PGconn *Conn) {
  int Pages = 0;
  for (;;) {
    PGresult *Res = PQexec(Conn, "FETCH 100 FROM feed"); // WARN: [db-result-leak]
    if (PQntuples(Res) == 0)
      return Pages;
    ++Pages;
    PQclear(Res);
  }
}

//===--- Right ----------------------------------------------------------------------===//

// One result a turn, cleared in it.
int each_turnOk(PGconn *Conn, const char *const *Sql, int Count) {
  int Failed = 0;
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]);
    if (PQresultStatus(Res) != PGRES_COMMAND_OK)
      ++Failed;
    PQclear(Res);
  }
  return Failed;
}

// Cleared before `continue` and before `break`.
int continue_and_breakOk(PGconn *Conn, const char *const *Sql, int Count) {
  int Rows = 0;
  for (int I = 0; I < Count; ++I) {
    PGresult *Res = PQexec(Conn, Sql[I]);
    const ExecStatusType Status = PQresultStatus(Res);
    if (Status == PGRES_FATAL_ERROR) {
      PQclear(Res);
      break;
    }
    if (Status != PGRES_TUPLES_OK) {
      PQclear(Res);
      continue;
    }
    Rows += PQntuples(Res);
    PQclear(Res);
  }
  return Rows;
}

// The drain loop ends with a null result.
void drainOk(PGconn *Conn) {
  PGresult *Res;
  while ((Res = PQgetResult(Conn)) != NULL)
    PQclear(Res);
}

// do { } while: it compares the pointer that it has just released, which is no use of it.
void drain_do_whileOk(PGconn *Conn) {
  PGresult *Res = NULL;
  do {
    Res = PQgetResult(Conn);
    PQclear(Res);
  } while (Res != NULL);
}

// for (;;) with the null test inside.
int drain_for_everOk(PGconn *Conn) {
  int Count = 0;
  for (;;) {
    PGresult *Res = PQgetResult(Conn);
    if (!Res)
      break;
    ++Count;
    PQclear(Res);
  }
  return Count;
}

// The for statement drains: acquire in its first and third part.
int drain_forOk(PGconn *Conn) {
  int Rc = 0;
  for (PGresult *Res = PQgetResult(Conn); Res; Res = PQgetResult(Conn)) {
    if (PQresultStatus(Res) != PGRES_COMMAND_OK)
      Rc = -1;
    PQclear(Res);
  }
  return Rc;
}

// The last result is carried over; its predecessor is cleared first.
PGresult *last_resultOk(PGconn *Conn) {
  PGresult *Res, *Last = NULL;
  while ((Res = PQgetResult(Conn)) != NULL) {
    PQclear(Last);
    Last = Res;
  }
  return Last;
}

// The same, guarded by a null test, and cleared at the end.
int last_guardedOk(PGconn *Conn) {
  PGresult *Last = NULL, *Res;
  while ((Res = PQgetResult(Conn))) {
    if (Last)
      PQclear(Last);
    Last = Res;
    if (PQresultStatus(Last) == PGRES_COPY_IN)
      break;
  }
  const int Ok = PQresultStatus(Last) == PGRES_COMMAND_OK;
  if (Last)
    PQclear(Last);
  return Ok;
}

// Retries: the attempt is cleared whether or not it goes on.
int retryOk(PGconn *Conn) {
  for (int Left = 5; Left > 0; --Left) {
    PGresult *Res = PQexec(Conn, "UPDATE counter SET n = n + 1");
    const bool Done = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    if (Done)
      return 0;
    sleep(1);
  }
  return -1;
}

// Retries that keep the result of the attempt that worked.
PGresult *retry_keepsOk(PGconn *Conn) {
  PGresult *Res = NULL;
  for (int Left = 5; Left > 0; --Left) {
    Res = PQexec(Conn, "SELECT 1");
    if (PQresultStatus(Res) == PGRES_TUPLES_OK)
      return Res;
    PQclear(Res);
    Res = NULL;
  }
  return Res;
}

// A flag set before the break.
int break_with_flagOk(PGconn *Conn, const char *Name) {
  bool Found = false;
  PGresult *Res = PQexec(Conn, "SELECT name FROM node");
  for (int I = 0; I < PQntuples(Res); ++I)
    if (strcmp(PQgetvalue(Res, I, 0), Name) == 0) {
      Found = true;
      break;
    }
  PQclear(Res);
  return Found;
}

// Return from within two loops, with both cleared.
int nested_returnOk(PGconn *Conn) {
  PGresult *Outer = PQexec(Conn, "SELECT id FROM a");
  for (int I = 0; I < PQntuples(Outer); ++I) {
    PGresult *Inner = PQexec(Conn, "SELECT id FROM b");
    for (int J = 0; J < PQntuples(Inner); ++J)
      if (wanted(PQgetvalue(Inner, J, 0))) {
        PQclear(Inner);
        PQclear(Outer);
        return I;
      }
    PQclear(Inner);
  }
  PQclear(Outer);
  return -1;
}

// goto out of two loops to the common clear.
int goto_out_of_loopsOk(PGconn *Conn) {
  int At = -1;
  PGresult *Outer = PQexec(Conn, "SELECT id FROM a"), *Inner = NULL;
  for (int I = 0; I < PQntuples(Outer); ++I) {
    Inner = PQexec(Conn, "SELECT id FROM b");
    for (int J = 0; J < PQntuples(Inner); ++J)
      if (wanted(PQgetvalue(Inner, J, 0))) {
        At = I;
        goto done;
      }
    PQclear(Inner);
    Inner = NULL;
  }
done:
  PQclear(Inner);
  PQclear(Outer);
  return At;
}

// The switch in the loop: the cases that continue clear first.
int continue_in_switchOk(PGconn *Conn) {
  int Rows = 0;
  PGresult *Res;
  while ((Res = PQgetResult(Conn)) != NULL) {
    switch (PQresultStatus(Res)) {
    case PGRES_SINGLE_TUPLE:
      ++Rows;
      break;
    case PGRES_COMMAND_OK:
      PQclear(Res);
      continue;
    default:
      Rows = -1;
      break;
    }
    PQclear(Res);
  }
  return Rows;
}

// The worker clears on every way to its next turn.
void serviceOk(PGconn *Conn) {
  for (;;) {
    PGresult *Res = PQexec(Conn, "SELECT id FROM job WHERE due < now()");
    const int Jobs = PQntuples(Res);
    PQclear(Res);
    if (Jobs == 0)
      sleep(1);
  }
}

// Fetched at the end of each turn for the next one.
int fetch_aheadOk(PGconn *Conn) {
  int Rows = 0;
  PGresult *Res = PQexec(Conn, "FETCH 100 FROM feed");
  while (PQntuples(Res) > 0) {
    Rows += PQntuples(Res);
    PQclear(Res);
    Res = PQexec(Conn, "FETCH 100 FROM feed");
  }
  PQclear(Res);
  return Rows;
}

// An array of results, filled and cleared by the same loops.
int array_of_resultsOk(PGconn *Conn) {
  PGresult *Res[4];
  int Rows = 0;
  for (int I = 0; I < 4; ++I)
    Res[I] = PQexec(Conn, "SELECT 1");
  for (int I = 0; I < 4; ++I) {
    Rows += PQntuples(Res[I]);
    PQclear(Res[I]);
  }
  return Rows;
}

// The query is run in the first turn only.
int first_turn_onlyOk(PGconn *Conn, int Turns) {
  PGresult *Res = NULL;
  for (int I = 0; I < Turns; ++I) {
    if (!Res)
      Res = PQexec(Conn, "SELECT limits FROM config");
    logf_("%d", PQntuples(Res));
  }
  PQclear(Res);
  return 0;
}
