// RUN: %check_dbtidy %s
// Values that live in a libpq result or connection, and die with it.
#include "libpq-fe.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void logLine(const char *Text);

//===--- Used after the end ---===//

// The row's text is printed after the result that holds it is gone.
void valueAfterClearBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);         // NOTE: "releases the query result"
  printf("%s\n", Name); // WARN: [db-use-after-close] "'printf' uses a value that belonged to a query result" certain
}

// A number in it is read too late.
int numberAfterClearBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT count(*) FROM job");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res);
    return -1;
  }
  char *Count = PQgetvalue(Res, 0, 0);
  PQclear(Res);       // NOTE: "releases"
  return atoi(Count); // WARN: [db-use-after-close] "'atoi'"
}

// The error text of the result, for a message that comes after the clean-up.
int resultMessageBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "REINDEX");
  const char *Why = PQresultErrorMessage(Res);
  const int Failed = PQresultStatus(Res) != PGRES_COMMAND_OK;
  PQclear(Res); // NOTE: "releases"
  if (Failed)
    fprintf(stderr, "reindex: %s\n", Why); // WARN: [db-use-after-close] "'fprintf'"
  return Failed;
}

// The connection's text after the connection's end.
int connectionMessageBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK) {
    PQfinish(Conn);
    return 0;
  }
  const char *Why = PQerrorMessage(Conn);
  PQfinish(Conn);                      // NOTE: "releases the database connection"
  fprintf(stderr, "connect: %s", Why); // WARN: [db-use-after-close] "belonged to a database connection"
  return -1;
}

// The rollback writes its own message over the one that was kept.
void messageOverwrittenBad(PGconn *Conn) {
  const char *Why = PQerrorMessage(Conn);
  PQclear(PQexec(Conn, "ROLLBACK"));
  logLine(Why); // WARN: [db-use-after-close] "'logLine'"
}

// So does the next result of a batch.
void messageOfBatchBad(PGconn *Conn) {
  char *Why = PQerrorMessage(Conn);
  PQclear(PQgetResult(Conn));
  fputs(Why, stderr); // WARN: [db-use-after-close] "'fputs'"
}

// A column's name is kept longer than the result.
int columnNameBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT * FROM job");
  const char *First = PQfname(Res, 0);
  PQclear(Res);                    // NOTE: "releases"
  return strcmp(First, "id") == 0; // WARN: [db-use-after-close] "'strcmp'"
}

// The SQLSTATE belongs to the result as well.
int sqlStateBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "INSERT INTO job VALUES (1)");
  const char *State = PQresultErrorField(Res, PG_DIAG_SQLSTATE);
  PQclear(Res);                                // NOTE: "releases"
  return State && strcmp(State, "23505") == 0; // WARN: [db-use-after-close] "'strcmp'"
}

// How many rows were touched is a text in the result.
long affectedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM job");
  const char *Rows = PQcmdTuples(Res);
  PQclear(Res);                  // NOTE: "releases"
  return strtol(Rows, NULL, 10); // WARN: [db-use-after-close] "'strtol'"
}

// The command tag, passed on to another query.
void commandTagBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "UPDATE job SET done = true");
  const char *Tag = PQcmdStatus(Res);
  PQclear(Res);               // NOTE: "releases"
  PQclear(PQexec(Conn, Tag)); // WARN: [db-use-after-close] "'PQexec'"
}

// The host's name is the connection's.
void hostBad(PGconn *Conn) {
  const char *Host = PQhost(Conn);
  PQfinish(Conn);               // NOTE: "releases"
  printf("%s is gone\n", Host); // WARN: [db-use-after-close]
}

// A parameter of the query comes from a result that was cleared just before.
void parameterBad(PGconn *Conn) {
  const char *Values[1];
  PGresult *Res = PQexec(Conn, "SELECT max(id) FROM job");
  const char *Id = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  Values[0] = Id;
  logLine(Values[0]); // WARN: [db-use-after-close] "'logLine'"
}

// The struct on the stack holds a pointer into the result.
struct job {
  const char *Name;
  int Id;
};

void intoStructBad(PGconn *Conn) {
  struct job Job;
  PGresult *Res = PQexec(Conn, "SELECT name, id FROM job");
  Job.Name = PQgetvalue(Res, 0, 0);
  Job.Id = atoi(PQgetvalue(Res, 0, 1));
  PQclear(Res);                        // NOTE: "releases"
  printf("%d %s\n", Job.Id, Job.Name); // WARN: [db-use-after-close]
}

// The result is cleared on one way only: it is the way on which the text is shown.
int clearedOnErrorBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const char *Text = PQgetvalue(Res, 0, 0);
  if (PQgetisnull(Res, 0, 0)) {
    PQclear(Res);                        // NOTE: "releases"
    fprintf(stderr, "null: %s\n", Text); // WARN: [db-use-after-close]
    return -1;
  }
  puts(Text);
  PQclear(Res);
  return 0;
}

// The text is asked through an alias of the result.
void throughAliasBad(PGresult *Res) {
  PGresult *Same = Res;
  const char *Text = PQgetvalue(Same, 0, 0);
  PQclear(Res); // NOTE: "releases"
  puts(Text);   // WARN: [db-use-after-close]
}

// The result of an earlier turn held the name.
void nameOfLastTurnBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 'a'");
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  Res = PQexec(Conn, "SELECT 'b'");
  printf("%s %s\n", Name, PQgetvalue(Res, 0, 0)); // WARN: [db-use-after-close]
  PQclear(Res);
}

// The two texts are compared when one of the results is gone.
int comparedTooLateBad(PGresult *Old, PGresult *New) {
  const char *Before = PQgetvalue(Old, 0, 0);
  const char *After = PQgetvalue(New, 0, 0);
  PQclear(Old);                            // NOTE: "releases"
  const int Same = !strcmp(Before, After); // WARN: [db-use-after-close] "'strcmp'"
  PQclear(New);
  return Same;
}

// Freed as plain memory, this text is still its buffer's.
void escapedTwiceBad(PGconn *Conn, const char *Name) {
  char *Quoted = PQescapeLiteral(Conn, Name, strlen(Name));
  PQfreemem(Quoted);             // NOTE: "'PQfreemem' releases"
  PQclear(PQexec(Conn, Quoted)); // WARN: [db-use-after-close]
}

//===--- In time ---===//

// Copied with strdup, then cleared.
char *copiedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  char *Name = strdup(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Name;
}

// Copied to the caller's buffer.
void printedIntoBufferOk(PGconn *Conn, char *Out, size_t Size) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = PQgetvalue(Res, 0, 0);
  snprintf(Out, Size, "%s", Name);
  PQclear(Res);
  puts(Out);
}

// The message is used up before the clean-up.
int messageInTimeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "REINDEX");
  const int Failed = PQresultStatus(Res) != PGRES_COMMAND_OK;
  if (Failed)
    fprintf(stderr, "reindex: %s\n", PQresultErrorMessage(Res));
  PQclear(Res);
  return Failed;
}

// The connection's message does not end with the result.
void connectionsMessageOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "REINDEX");
  const char *Why = PQerrorMessage(Conn);
  PQclear(Res);
  fprintf(stderr, "%s", Why);
}

// Nor does the result's with the connection.
void resultsMessageOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGresult *Res = PQexec(Conn, "REINDEX");
  const char *Why = PQresultErrorMessage(Res);
  PQfinish(Conn);
  fprintf(stderr, "%s", Why);
  PQclear(Res);
}

// Asked again after the rollback, it is the rollback's message, and valid.
void messageAskedAgainOk(PGconn *Conn) {
  const char *Why = PQerrorMessage(Conn);
  logLine(Why);
  PQclear(PQexec(Conn, "ROLLBACK"));
  Why = PQerrorMessage(Conn);
  logLine(Why);
}

// Questions leave the message as it is.
void questionsOnlyOk(PGconn *Conn) {
  const char *Why = PQerrorMessage(Conn);
  if (PQstatus(Conn) == CONNECTION_BAD || PQtransactionStatus(Conn) == PQTRANS_INERROR)
    logLine(Why);
}

// Only the number is kept.
int numberKeptOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT count(*) FROM job");
  const int Count = atoi(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Count;
}

// The pointer only tells whether there was a value.
int onlyComparedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *State = PQresultErrorField(Res, PG_DIAG_SQLSTATE);
  PQclear(Res);
  return State == NULL;
}

// The variable gets a constant before the result goes.
void replacedByConstantOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  const char *Name = PQgetvalue(Res, 0, 0);
  printf("%s\n", Name);
  Name = "none";
  PQclear(Res);
  printf("%s\n", Name);
}

// The status text is libpq's own constant.
void statusTextOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  const char *Text = PQresStatus(PQresultStatus(Res));
  PQclear(Res);
  puts(Text);
}

// The caller's result lives as long as the caller says.
const char *borrowedOk(PGresult *Res) {
  const char *Name = PQgetvalue(Res, 0, 0);
  return PQgetisnull(Res, 0, 0) ? "" : Name;
}

// A copy of the result has texts of its own.
void copyOfResultOk(PGresult *Res) {
  PGresult *Copy = PQcopyResult(Res, PG_COPYRES_TUPLES | PG_COPYRES_ATTRS);
  const char *Name = PQgetvalue(Copy, 0, 0);
  PQclear(Res);
  puts(Name);
  PQclear(Copy);
}

// The verbose message is the caller's to free, and outlives its result.
void verboseMessageOk(PGresult *Res) {
  char *Text = PQresultVerboseErrorMessage(Res, PQERRORS_VERBOSE, PQSHOW_CONTEXT_ALWAYS);
  PQclear(Res);
  puts(Text);
  PQfreemem(Text);
}

// The escaped text is used in time.
void escapedInTimeOk(PGconn *Conn, const char *Name) {
  char Sql[512];
  char *Quoted = PQescapeLiteral(Conn, Name, strlen(Name));
  snprintf(Sql, sizeof Sql, "SELECT * FROM job WHERE name = %s", Quoted);
  PQfreemem(Quoted);
  PQclear(PQexec(Conn, Sql));
}

// Two results: the value is of the one that is still there.
void otherResultOk(PGconn *Conn) {
  PGresult *Names = PQexec(Conn, "SELECT name FROM job");
  PGresult *Ids = PQexec(Conn, "SELECT id FROM job");
  const char *Name = PQgetvalue(Names, 0, 0);
  PQclear(Ids);
  puts(Name);
  PQclear(Names);
}
