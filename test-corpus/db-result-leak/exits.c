// RUN: %check_dbtidy %s
// How a C function ends while it still holds a result: returns, error branches, goto.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Lost -----------------------------------------------------------------------===//

// Never released at all.
int never_clearedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT pg_is_in_recovery()"); // WARN: [db-result-leak] "query result 'Res' from 'PQexec'" certain
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return -1;
  return strcmp(PQgetvalue(Res, 0, 0), "t") == 0;
}

// The error branch forgets it: a failed result is not null.
int error_branchBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "UPDATE node SET seen = now()"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {                // NOTE: "assuming 'PQresultStatus(Res)' is not PGRES_COMMAND_OK"
    logf_("update: %s", PQerrorMessage(Conn));
    return -1; // NOTE: "returns without releasing"
  }
  PQclear(Res);
  return 0;
}

// The error branch knows, the happy end does not.
int happy_endBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT count(*) FROM job"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  return atoi(PQgetvalue(Res, 0, 0));
}

// No rows is not a reason to keep the result.
int empty_setBad(PGconn *Conn, int *Lag) {
  PGresult *Res = PQexec(Conn, "SELECT lag FROM replication"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  if (PQntuples(Res) == 0) // NOTE: "assuming"
    return 0;
  *Lag = atoi(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return 1;
}

// A later check that has nothing to do with the result returns past it.
int unrelated_checkBad(PGconn *Conn, const char *Name, FILE *Out) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM item"); // WARN: [db-result-leak]
  if (!Res)
    return -1;
  if (!Name)
    return -2;
  for (int I = 0; I < PQntuples(Res); ++I)
    fprintf(Out, "%s\n", PQgetvalue(Res, I, 0));
  PQclear(Res);
  return 0;
}

// An allocation for the rows fails.
char *allocation_failsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT body FROM page WHERE id = 1"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK || PQntuples(Res) < 1) {
    PQclear(Res);
    return NULL;
  }
  char *Text = malloc((size_t)PQgetlength(Res, 0, 0) + 1);
  if (!Text)
    return NULL;
  strcpy(Text, PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Text;
}

// The second query fails, the first one's rows are still held.
int second_failsBad(PGconn *Conn) {
  PGresult *Users = PQexec(Conn, "SELECT id FROM users"); // WARN: [db-result-leak] "'Users'"
  if (PQresultStatus(Users) != PGRES_TUPLES_OK) {
    PQclear(Users);
    return -1;
  }
  PGresult *Roles = PQexec(Conn, "SELECT id FROM roles");
  if (PQresultStatus(Roles) != PGRES_TUPLES_OK) {
    PQclear(Roles);
    return -1;
  }
  const int Sum = PQntuples(Users) + PQntuples(Roles);
  PQclear(Roles);
  PQclear(Users);
  return Sum;
}

// The variable is used for the next query, the rows of the first are gone.
int overwrittenBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "GRANT USAGE ON SCHEMA s TO app"); // WARN: [db-result-leak] "overwritten"
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);
    return -1;
  }
  Res = PQexec(Conn, "GRANT SELECT ON ALL TABLES IN SCHEMA s TO app"); // NOTE: "overwritten"
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok ? 0 : -1;
}

// "If it failed try the old query": the failed result is lost.
int fallback_overwritesBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT ip, realm FROM allowed_ip"); // WARN: [db-result-leak] "overwritten"
  if (!Res || PQresultStatus(Res) != PGRES_TUPLES_OK)
    Res = PQexec(Conn, "SELECT ip FROM allowed_ip");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Forgotten by an assignment of null.
void nulledBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(Res) > 0)
    logf_("alive");
  Res = NULL;
  PQclear(Res);
}

// The label frees everything but the result.
int goto_past_clearBad(PGconn *Conn, const char *Name) {
  int Rc = -1;
  PGresult *Res = NULL;
  char *Copy = strdup(Name);
  if (!Copy)
    goto done;
  Res = PQexec(Conn, "SELECT 1 FROM account"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    goto done;
  Rc = PQntuples(Res);
  PQclear(Res);
done:
  free(Copy);
  return Rc;
}

// Two labels, and the error jumps to the later one.
int wrong_labelBad(PGconn *Conn) {
  int Rc = -1;
  PGresult *Res = PQexec(Conn, "SELECT quota FROM mailbox"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    goto clear;
  if (PQnfields(Res) != 1)
    goto out;
  Rc = atoi(PQgetvalue(Res, 0, 0));
clear:
  PQclear(Res);
out:
  return Rc;
}

// Released only where the connection is still good: the result of a lost one stays.
int released_if_connectedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Ok = PQresultStatus(Res) == PGRES_TUPLES_OK;
  if (PQstatus(Conn) == CONNECTION_OK)
    PQclear(Res);
  return Ok;
}

// `if (ok) { use; clear; }` without an else.
bool clear_inside_ifBad(PGconn *Conn) {
  bool Found = false;
  PGresult *Res = PQexec(Conn, "SELECT 1 FROM lock WHERE id = 3"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) == PGRES_TUPLES_OK) {
    Found = PQntuples(Res) > 0;
    PQclear(Res);
  }
  return Found;
}

// Thrown away by writing the call as a statement.
void as_statementBad(PGconn *Conn) {
  PQexec(Conn, "SET search_path TO app"); // WARN: [db-result-leak] "thrown away"
}

// The cast says that the value is not wanted; it does not release it.
void cast_to_voidBad(PGconn *Conn) {
  (void)PQexec(Conn, "SET client_min_messages TO warning"); // WARN: [db-result-leak] "thrown away"
}

// The result is an argument and nothing else.
int in_an_argumentBad(PGconn *Conn) {
  return PQresultStatus(PQexec(Conn, "LISTEN changed")) == PGRES_COMMAND_OK ? 0 : -1; // WARN: [db-result-leak]
}

// The same in a condition: there is no way back to the result.
int in_a_conditionBad(PGconn *Conn) {
  if (PQresultStatus(PQexec(Conn, "NOTIFY changed")) != PGRES_COMMAND_OK) // WARN: [db-result-leak]
    return -1;
  return 0;
}

// Compared with null, then gone.
bool compared_onlyBad(PGconn *Conn) {
  return PQexec(Conn, "SELECT 1") != NULL; // WARN: [db-result-leak]
}

// The nested block has a variable of the same name; the outer one is cleared.
int shadowedBad(PGconn *Conn, bool Deep) {
  PGresult *Res = PQexec(Conn, "SELECT a FROM t");
  int Rows = PQntuples(Res);
  if (Deep) {
    PGresult *Res = PQexec(Conn, "SELECT b FROM t"); // WARN: [db-result-leak] "scope"
    Rows += PQntuples(Res);
  }
  PQclear(Res);
  return Rows;
}

// Every case but one clears.
int switch_caseBad(PGconn *Conn) {
  int Rc;
  PGresult *Res = PQexec(Conn, "CALL sweep()"); // WARN: [db-result-leak]
  switch (PQresultStatus(Res)) {                // NOTE: "PGRES_EMPTY_QUERY"
  case PGRES_COMMAND_OK:
  case PGRES_TUPLES_OK:
    Rc = 0;
    break;
  case PGRES_EMPTY_QUERY:
    return 1;
  default:
    Rc = -1;
    break;
  }
  PQclear(Res);
  return Rc;
}

// The result of `&&` decides whether the clear is ever reached.
bool short_circuitBad(PGconn *Conn, bool Verbose) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) == PGRES_TUPLES_OK && Verbose) {
    logf_("%d", PQntuples(Res));
    PQclear(Res);
    return true;
  }
  return false;
}

// Only one arm of the conditional operator's call releases.
void conditional_releaseBad(PGconn *Conn, bool Quiet) {
  PGresult *Res = PQexec(Conn, "VACUUM"); // WARN: [db-result-leak]
  Quiet ? PQclear(Res) : logf_("%s", PQresultErrorMessage(Res));
}

//===--- Right ----------------------------------------------------------------------===//

// Both exits clear.
int both_exitsOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "UPDATE node SET seen = now()");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    logf_("update: %s", PQerrorMessage(Conn));
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  return 0;
}

// One exit: status copied, result cleared at once, decision afterwards.
int status_copiedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM session");
  const ExecStatusType Status = PQresultStatus(Res);
  PQclear(Res);
  if (Status != PGRES_COMMAND_OK)
    return -1;
  return 0;
}

// A null result owes nothing.
int null_returnsOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (Res == NULL)
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// `res == NULL ||` decides first; the clear accepts null.
int null_or_failedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (Res == NULL || PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  PQclear(Res);
  return 0;
}

// `if (res) PQclear(res)` after the branches have met again.
int guarded_clearOk(PGconn *Conn) {
  int Rc = 0;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (!Res || PQresultStatus(Res) != PGRES_TUPLES_OK) {
    logf_("%s", PQerrorMessage(Conn));
    Rc = -1;
  }
  if (Res)
    PQclear(Res);
  return Rc;
}

// A good status implies that the result is there: the other arm has one, too, and clears it.
int status_implies_resultOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  int Rows = -1;
  if (PQresultStatus(Res) == PGRES_TUPLES_OK)
    Rows = PQntuples(Res);
  else if (Res)
    logf_("%s", PQresultErrorMessage(Res));
  if (Res != NULL)
    PQclear(Res);
  return Rows;
}

// One label, everything null before.
int goto_cleanupOk(PGconn *Conn, const char *Name) {
  int Rc = -1;
  PGresult *First = NULL, *Second = NULL;
  char *Copy = strdup(Name);
  if (!Copy)
    goto done;
  First = PQexec(Conn, "SELECT 1 FROM a");
  if (PQresultStatus(First) != PGRES_TUPLES_OK)
    goto done;
  Second = PQexec(Conn, "SELECT 1 FROM b");
  if (PQresultStatus(Second) != PGRES_TUPLES_OK)
    goto done;
  Rc = PQntuples(First) + PQntuples(Second);
done:
  PQclear(Second);
  PQclear(First);
  free(Copy);
  return Rc;
}

// A ladder of labels, in the order of the acquisitions.
int label_ladderOk(PGconn *Conn) {
  int Rc = -1;
  PGresult *A = PQexec(Conn, "SELECT 1 FROM a");
  if (PQresultStatus(A) != PGRES_TUPLES_OK)
    goto clear_a;
  PGresult *B = PQexec(Conn, "SELECT 1 FROM b");
  if (PQresultStatus(B) != PGRES_TUPLES_OK)
    goto clear_b;
  Rc = PQntuples(A) * PQntuples(B);
clear_b:
  PQclear(B);
clear_a:
  PQclear(A);
  return Rc;
}

// The label before the query was run releases nothing.
int early_labelOk(PGconn *Conn, int Argc) {
  PGresult *Res;
  if (Argc < 3)
    goto illegal_arguments;
  Res = PQexec(Conn, "SELECT 1");
  if (PQntuples(Res) < 1)
    goto illegal;
  PQclear(Res);
  return 0;
illegal:
  PQclear(Res);
illegal_arguments:
  return -1;
}

// Jumping backwards retries; the loser is cleared first.
int goto_retryOk(PGconn *Conn) {
  int Left = 3;
  PGresult *Res;
again:
  Res = PQexec(Conn, "UPDATE counter SET n = n + 1");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK && --Left > 0) {
    PQclear(Res);
    goto again;
  }
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

// A flag remembers whether there is something to release.
int flagOk(PGconn *Conn, bool Detailed) {
  bool Have = false;
  PGresult *Res = NULL;
  if (Detailed) {
    Res = PQexec(Conn, "SELECT detail FROM item");
    Have = true;
  }
  logf_("half way");
  if (Have)
    PQclear(Res);
  return 0;
}

// The same question is asked twice.
int same_testOk(PGconn *Conn, int Level) {
  PGresult *Res = NULL;
  if (Level > 2)
    Res = PQexec(Conn, "SELECT detail FROM item");
  logf_("level %d", Level);
  if (Level > 2) {
    logf_("%d rows", PQntuples(Res));
    PQclear(Res);
  }
  return 0;
}

// The status variable stands for the result.
int status_variableOk(PGconn *Conn) {
  int Rc = 0;
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (!Res)
    Rc = -1;
  if (Rc == 0) {
    logf_("%d rows", PQntuples(Res));
    PQclear(Res);
  }
  return Rc;
}

// Two ways to ask, one release after they meet.
int two_queriesOk(PGconn *Conn, const char *Key) {
  PGresult *Res;
  if (Key) {
    const char *const Values[] = {Key};
    Res = PQexecParams(Conn, "SELECT v FROM kv WHERE k = $1", 1, NULL, Values, NULL, NULL, 0);
  } else {
    Res = PQexec(Conn, "SELECT v FROM kv");
  }
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The same with the conditional operator.
int conditional_queryOk(PGconn *Conn, bool All) {
  PGresult *Res = All ? PQexec(Conn, "SELECT * FROM t") : PQexec(Conn, "SELECT * FROM t LIMIT 1");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The call in the argument of the release.
void nested_in_clearOk(PGconn *Conn) { PQclear(PQexec(Conn, "DEALLOCATE ALL")); }

// The comma operator and an assignment in a condition.
int assigned_in_conditionOk(PGconn *Conn) {
  PGresult *Res;
  int Rows = -1;
  if ((Res = PQexec(Conn, "SELECT 1")) != NULL && PQresultStatus(Res) == PGRES_TUPLES_OK)
    Rows = PQntuples(Res);
  return PQclear(Res), Rows;
}

// The retry's result replaces the cleared one.
int cleared_before_reuseOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO kv VALUES (1, 2)");
  if (!Res || PQresultStatus(Res) != PGRES_COMMAND_OK) {
    if (Res)
      PQclear(Res);
    Res = PQexec(Conn, "UPDATE kv SET v = 2 WHERE k = 1");
  }
  const int Ok = Res && PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Ok;
}

// Every case of the switch ends at the same clear.
int switch_joinsOk(PGconn *Conn) {
  int Rc;
  PGresult *Res = PQexec(Conn, "CALL sweep()");
  switch (PQresultStatus(Res)) {
  case PGRES_COMMAND_OK:
  case PGRES_TUPLES_OK:
    Rc = 0;
    break;
  case PGRES_EMPTY_QUERY:
    PQclear(Res);
    return 1;
  default:
    Rc = -1;
  }
  PQclear(Res);
  return Rc;
}

// libpq runs nothing for a null connection and returns null.
int null_connectionOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (!Conn)
    return -1;
  PQclear(Res);
  return 0;
}

// The end of the program: the operating system takes the memory back.
int main(int Argc, char **Argv) {
  PGconn *Conn = PQconnectdb(Argc > 1 ? Argv[1] : "");
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return 1;
  printf("%d\n", PQntuples(Res));
  return 0;
}
