// RUN: %check_dbtidy %s
// The ways out of a function, with libpq: every one of them closes, or it does not.
#include "libpq-fe.h"
#include <stdio.h>
#include <stdlib.h>

static int runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const int Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

//===--- Lost ---===//

// A failed connection is not null: it owes a PQfinish like a good one.
int failedConnectBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);       // WARN: [db-connection-leak] "database connection 'Conn' from 'PQconnectdb'" certain
  if (PQstatus(Conn) != CONNECTION_OK) { // NOTE: "assuming 'PQstatus(Conn)' is not CONNECTION_OK"
    fprintf(stderr, "cannot connect: %s", PQerrorMessage(Conn));
    return -1; // NOTE: "returns without releasing"
  }
  PQfinish(Conn);
  return 0;
}

// The test for null says nothing of the failed connection behind it.
int nullTestBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!Conn)
    return -1;
  if (PQstatus(Conn) == CONNECTION_BAD)
    return -2;
  PQfinish(Conn);
  return 0;
}

// The branch of a failed query cleans up the result only.
int queryFailsBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  PGresult *Res = PQexec(Conn, "SELECT version()");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) { // NOTE: "assuming"
    PQclear(Res);
    return -1;
  }
  puts(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  PQfinish(Conn);
  return 0;
}

// Closed where it could be used, and only there.
void onlyGoodOnesClosedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) == CONNECTION_OK) {
    runs(Conn, "VACUUM");
    PQfinish(Conn);
  }
}

// The same with the release in an else.
void closedInElseBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
  } else {
    runs(Conn, "ANALYZE");
    PQfinish(Conn);
  }
}

// Failures close it; the way on which all went well does not.
int errorsCloseBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return -1;
  }
  if (!runs(Conn, "CHECKPOINT")) {
    PQfinish(Conn);
    return -2;
  }
  return 0;
}

// Opened to see whether it can be, and then nobody's.
int probeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return PQstatus(Conn) == CONNECTION_OK ? 0 : 1;
}

// The call's value is used and thrown away in one expression.
int reachableBad(const char *Dsn) {
  return PQstatus(PQconnectdb(Dsn)) == CONNECTION_OK; // WARN: [db-connection-leak]
}

// A statement of its own: nobody ever sees the connection.
void warmUpBad(const char *Dsn) {
  PQconnectdb(Dsn); // WARN: [db-connection-leak] "thrown away"
}

// The explicit way to throw it away.
void castToVoidBad(const char *Dsn) {
  (void)PQconnectdb(Dsn); // WARN: [db-connection-leak] "thrown away"
}

// The jump lands behind the release.
int jumpsTooFarBad(const char *Dsn) {
  int Rc = -1;
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    goto out;
  Rc = runs(Conn, "SELECT 1") ? 0 : -2;
  PQfinish(Conn);
out:
  return Rc;
}

// One case of the switch returns by itself.
int switchReturnsBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  switch (PQstatus(Conn)) {
  case CONNECTION_OK:
    break;
  case CONNECTION_BAD:
    return -1;
  default:
    PQfinish(Conn);
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// The variable's block ends before anything was closed.
void innerBlockBad(const char *Dsn, int Check) {
  if (Check) {
    PGconn *Probe = PQconnectdb(Dsn); // WARN: [db-connection-leak] "'Probe'"
    printf("server %d\n", PQserverVersion(Probe));
  }
  puts("done");
}

// A dry run leaves early, after the connection was made.
int dryRunBad(const char *Dsn, int DryRun) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (DryRun) {                    // NOTE: "assuming"
    puts("would grant");
    return 0;
  }
  runs(Conn, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO readers");
  PQfinish(Conn);
  return 0;
}

// The fallback replaces the failed connection without closing it.
int fallbackBad(const char *Primary, const char *Standby) {
  PGconn *Conn = PQconnectdb(Primary); // WARN: [db-connection-leak] "overwritten"
  if (PQstatus(Conn) != CONNECTION_OK)
    Conn = PQconnectdb(Standby);
  const int Good = runs(Conn, "SELECT 1");
  PQfinish(Conn);
  return Good;
}

// Set to null first, finished afterwards: PQfinish(NULL) closes nothing.
void nulledTooEarlyBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "overwritten"
  runs(Conn, "SELECT 1");
  Conn = NULL;
  PQfinish(Conn);
}

// When the second connection fails, the first is forgotten.
int copyTableBad(const char *From, const char *To) {
  PGconn *Source = PQconnectdb(From); // WARN: [db-connection-leak] "'Source'"
  PGconn *Target = PQconnectdb(To);
  if (PQstatus(Target) != CONNECTION_OK) {
    PQfinish(Target);
    return -1;
  }
  const int Good = runs(Target, "TRUNCATE copy") && runs(Source, "SELECT 1");
  PQfinish(Target);
  PQfinish(Source);
  return Good ? 0 : -1;
}

// The wrong one of two is closed twice as often: here the connection of the standby.
void mixedUpBad(const char *Primary, const char *Standby) {
  PGconn *First = PQconnectdb(Primary);
  PGconn *Second = PQconnectdb(Standby); // WARN: [db-connection-leak] "'Second'"
  if (PQserverVersion(First) != PQserverVersion(Second))
    puts("versions differ");
  PQfinish(First);
}

// An allocation between connect and use fails.
int allocationFailsBad(const char *Dsn, size_t Size) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  char *Buffer = malloc(Size);
  if (!Buffer)
    return -1;
  PQescapeStringConn(Conn, Buffer, "O'Hara", 6, NULL);
  free(Buffer);
  PQfinish(Conn);
  return 0;
}

// The parameter form of connecting owes the same.
int paramsBad(const char *Host) {
  const char *Keys[] = {"host", "dbname", NULL};
  const char *Values[] = {Host, "roster", NULL};
  PGconn *Conn = PQconnectdbParams(Keys, Values, 0); // WARN: [db-connection-leak] "'PQconnectdbParams'"
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}

// So does the old form, behind its macro.
int oldLoginBad(const char *Host) {
  PGconn *Conn = PQsetdb(Host, "5432", NULL, NULL, "roster"); // WARN: [db-connection-leak] "'PQsetdbLogin'"
  if (PQconnectionNeedsPassword(Conn)) {
    fputs("needs a password\n", stderr);
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// PQreset is no new connection, and no end of the old one either.
int resetIsNoEndBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  PQreset(Conn);
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  PQfinish(Conn);
  return 0;
}

// A copy of the pointer was closed before; the one made since is not.
int reopenedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PQfinish(Conn);
  Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return PQbackendPID(Conn);
}

// Both arms return, one of them has forgotten.
int armForgetsBad(const char *Dsn, int Quick) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (Quick)
    return PQbackendPID(Conn);
  const int Good = runs(Conn, "VACUUM FULL");
  PQfinish(Conn);
  return Good;
}

// Leaves through the jump of an inner switch, around the clean-up of the outer block.
int nestedSwitchBad(const char *Dsn, int Mode, int Level) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  switch (Mode) {
  case 1:
    switch (Level) {
    case 0:
      PQtrace(Conn, stderr);
      break;
    case 1:
      goto done;
    default:
      PQuntrace(Conn);
    }
    PQfinish(Conn);
    break;
  default:
    PQfinish(Conn);
  }
done:
  return Mode;
}

//===--- Closed ---===//

// Failed and good connections reach the same release.
int singleExitOk(const char *Dsn) {
  int Rc = -1;
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK)
    Rc = runs(Conn, "SELECT 1") ? 0 : -2;
  else
    fprintf(stderr, "%s", PQerrorMessage(Conn));
  PQfinish(Conn);
  return Rc;
}

// Every return has its PQfinish.
int everyReturnOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    PQfinish(Conn);
    return -1;
  }
  if (!runs(Conn, "LISTEN jobs")) {
    PQfinish(Conn);
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// The usual label at the end, with handles that start as null.
int cleanupLabelOk(const char *Dsn) {
  int Rc = -1;
  PGconn *Conn = NULL;
  PGresult *Res = NULL;
  Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK)
    goto out;
  Res = PQexec(Conn, "SELECT count(*) FROM jobs");
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    goto out;
  Rc = atoi(PQgetvalue(Res, 0, 0));
out:
  if (Res)
    PQclear(Res);
  if (Conn)
    PQfinish(Conn);
  return Rc;
}

// Labels in layers, as kernel code has them.
int layeredLabelsOk(const char *From, const char *To) {
  int Rc = -1;
  PGconn *Source = PQconnectdb(From);
  if (PQstatus(Source) != CONNECTION_OK)
    goto close_source;
  PGconn *Target = PQconnectdb(To);
  if (PQstatus(Target) != CONNECTION_OK)
    goto close_target;
  Rc = runs(Target, "TRUNCATE copy") ? 0 : -1;
close_target:
  PQfinish(Target);
close_source:
  PQfinish(Source);
  return Rc;
}

// Null: there is nothing to close, libpq was out of memory.
int nullOwesNothingOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (Conn == NULL)
    return -1;
  PQfinish(Conn);
  return 0;
}

// PQfinish takes null, so nobody needs to ask.
int maybeConnectedOk(const char *Dsn, int Enabled) {
  PGconn *Conn = NULL;
  if (Enabled)
    Conn = PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}

// One test for both kinds of failure.
int shortCircuitOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (!Conn || PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// PQstatus of null is CONNECTION_BAD: behind CONNECTION_OK the connection is not null.
int statusKnowsNullOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK) {
    if (Conn != NULL)
      PQfinish(Conn);
    return 0;
  }
  if (Conn)
    PQfinish(Conn);
  return -1;
}

// All cases end with a release, one by falling through.
int switchClosesOk(const char *Dsn) {
  int Rc = 0;
  PGconn *Conn = PQconnectdb(Dsn);
  switch (PQstatus(Conn)) {
  case CONNECTION_BAD:
    Rc = -1;
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    break;
  case CONNECTION_OK:
    if (runs(Conn, "SELECT 1"))
      break;
    Rc = -2;
    __attribute__((fallthrough));
  default:
    fputs("unusual\n", stderr);
  }
  PQfinish(Conn);
  return Rc;
}

// The fallback closes what it replaces.
int fallbackOk(const char *Primary, const char *Standby) {
  PGconn *Conn = PQconnectdb(Primary);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    Conn = PQconnectdb(Standby);
  }
  const int Good = runs(Conn, "SELECT 1");
  PQfinish(Conn);
  return Good;
}

// The process ends; the system closes the socket.
void exitEndsItOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    exit(1);
  }
  PQfinish(Conn);
}

// So does an abort, and what the compiler is told not to reach.
int unreachableOk(const char *Dsn, int Kind) {
  PGconn *Conn = PQconnectdb(Dsn);
  switch (Kind) {
  case 0:
    PQfinish(Conn);
    return 0;
  case 1:
    abort();
  }
  __builtin_unreachable();
}

// The first copy of the pointer is closed, the second one is only looked at.
int copiedPointerOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGconn *Same = Conn;
  runs(Conn, "SELECT 1");
  const int Good = PQstatus(Same) == CONNECTION_OK;
  PQfinish(Same);
  return Good;
}

// Closed in the return statement's own comma expression.
int commaOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  int Version;
  return Version = PQserverVersion(Conn), PQfinish(Conn), Version;
}

// Opened and closed again inside a block of a function with returns further down.
int blockOk(const char *Dsn, int Check) {
  if (Check) {
    PGconn *Probe = PQconnectdb(Dsn);
    const int Good = PQstatus(Probe) == CONNECTION_OK;
    PQfinish(Probe);
    if (!Good)
      return -1;
  }
  return 0;
}

// Leaving main ends the program: nothing is owed.
int main(int Count, char **Words) {
  PGconn *Conn = PQconnectdb(Count > 1 ? Words[1] : "");
  if (PQstatus(Conn) != CONNECTION_OK)
    return 1;
  return runs(Conn, "SELECT 1") ? 0 : 2;
}
