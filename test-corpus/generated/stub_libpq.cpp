// libpq as generated programs see it: what its documentation says may come back from a call.
//
// A bad connection refuses everything but its end; whether it then answers null or an error is not
// promised, so both are tried. A failed statement leaves its transaction open, refusing all but its end.
#include "runtime.h"

#include "libpq-fe.h"

#include <cstring>

extern "C" {
PGconn *PQconnectdb(const char *) {
  WALK;
  const int Outcome = choose(3); // good, bad but to be finished, out of memory
  if (Outcome == 2)
    return nullptr;
  Handle *New = make(PgConn, At);
  New->Good = Outcome == 0;
  return as<PGconn>(New);
}
ConnStatusType PQstatus(const PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  return C && !Late && C->Good ? CONNECTION_OK : CONNECTION_BAD;
}
void PQfinish(PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  if (C && !Late)
    release(C, At);
}
void PQreset(PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  if (!C || Late)
    return;
  leaveTransaction(C, false);
  C->Good = choose(2) == 0;
}
char *PQerrorMessage(const PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  static char None[] = "connection pointer is NULL\n";
  return C ? C->Values : None;
}
PGTransactionStatusType PQtransactionStatus(const PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  if (!C || Late || !C->Good)
    return PQTRANS_UNKNOWN;
  return !C->InTransaction ? PQTRANS_IDLE : C->TransactionFailed ? PQTRANS_INERROR
                                                                 : PQTRANS_INTRANS;
}

static PGresult *run(Handle *C, bool Late, const Chain &At, const char *Sql) {
  if (!C || Late || !Sql)
    return nullptr;
  const bool Begin = starts(Sql, "BEGIN"), Commit = starts(Sql, "COMMIT"), Rollback = starts(Sql, "ROLLBACK");
  int Good = starts(Sql, "SELECT") ? PGRES_TUPLES_OK : PGRES_COMMAND_OK;
  int Count = starts(Sql, "CALL") ? 4 : 3; // a procedure may return rows or none
  int Status = PGRES_FATAL_ERROR;
  // In a failed transaction everything but its end is refused; so is everything on a bad connection.
  if (!C->Good || (C->TransactionFailed && !Commit && !Rollback)) {
    if (choose(2))
      return nullptr;
  } else {
    const int Outcome = choose(Count);
    if (Outcome == 1) {
      // No result: out of memory, or the command could not be sent. An end that cannot be sent goes
      // with its connection, and the server rolls back.
      if (Commit || Rollback)
        leaveTransaction(C, false);
      return nullptr;
    }
    Status = Outcome == 0 ? Good : Outcome == 3 ? PGRES_TUPLES_OK
                                                : PGRES_FATAL_ERROR;
    if (Status == PGRES_FATAL_ERROR && C->InTransaction)
      C->TransactionFailed = true;
    if (Begin && Status == PGRES_COMMAND_OK && !C->InTransaction) {
      C->InTransaction = true;
      C->Began = At;
    }
  }
  if (Commit || Rollback)
    leaveTransaction(C, Commit && Status == PGRES_COMMAND_OK);
  Handle *New = make(PgResult, At);
  New->State = Status;
  return as<PGresult>(New);
}
PGresult *PQexec(PGconn *Conn, const char *Sql) {
  LOOK(C, Conn, PgConn);
  return run(C, Late, At, Sql);
}
PGresult *PQexecParams(PGconn *Conn, const char *Sql, int, const Oid *, const char *const *, const int *,
                       const int *, int) {
  LOOK(C, Conn, PgConn);
  return run(C, Late, At, Sql);
}
int PQsendQuery(PGconn *Conn, const char *Sql) {
  LOOK(C, Conn, PgConn);
  if (!C || Late || !Sql || !C->Good || choose(2))
    return 0;
  C->State = 1 + choose(2); // so many results follow
  return 1;
}
PGresult *PQgetResult(PGconn *Conn) {
  LOOK(C, Conn, PgConn);
  if (!C || Late || C->State == 0)
    return nullptr;
  --C->State;
  Handle *New = make(PgResult, At);
  New->State = choose(2) ? PGRES_FATAL_ERROR : PGRES_TUPLES_OK;
  return as<PGresult>(New);
}
ExecStatusType PQresultStatus(const PGresult *Res) {
  LOOK(R, Res, PgResult);
  return R ? static_cast<ExecStatusType>(R->State) : PGRES_FATAL_ERROR;
}
char *PQresultErrorMessage(const PGresult *Res) {
  LOOK(R, Res, PgResult);
  static char None[] = "";
  return R ? R->Values : None;
}
void PQclear(PGresult *Res) {
  LOOK(R, Res, PgResult);
  if (R && !Late)
    release(R, At);
}
static int rows(Handle *R) {
  if (!R || R->State != PGRES_TUPLES_OK)
    return 0;
  if (!R->Decided) {
    R->Decided = true;
    R->Rows = choose(3);
  }
  return R->Rows;
}
int PQntuples(const PGresult *Res) {
  LOOK(R, Res, PgResult);
  return Late ? 0 : rows(R);
}
int PQnfields(const PGresult *Res) {
  LOOK(R, Res, PgResult);
  return R && !Late && R->State == PGRES_TUPLES_OK ? 1 : 0;
}
char *PQgetvalue(const PGresult *Res, int Row, int) {
  LOOK(R, Res, PgResult);
  return R && (Late || Row < rows(R)) ? R->Values : nullptr;
}
char *PQescapeLiteral(PGconn *Conn, const char *, size_t) {
  LOOK(C, Conn, PgConn);
  return !C || Late || choose(2) ? nullptr : make(PgMemory, At)->Values;
}
void PQfreemem(void *Memory) {
  LOOK(M, Memory, PgMemory);
  if (M && !Late)
    release(M, At);
}

} // extern "C"
