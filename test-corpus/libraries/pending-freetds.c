// RUN: %check_dbtidy %s
// XFAIL: *
// FreeTDS DB-Library: what a rule cannot say yet.

#include "sybdb.h"
#include "sybfront.h"

int work(DBPROCESS *Process);

// The command buffer is the process's own: dbcmd() writes the text, dbsqlexec() runs it.
// `prepares` and `runs` know only a statement that was made from a connection, so text
// that a connection itself keeps is not followed: missed.
int transactionBad(DBPROCESS *Process) {
  dbcmd(Process, "BEGIN TRANSACTION");
  if (dbsqlexec(Process) == FAIL) // WARN: [db-transaction-leak]
    return -1;
  if (work(Process) != 0)
    return -1;
  dbcmd(Process, "COMMIT TRANSACTION");
  return dbsqlexec(Process) == FAIL ? -1 : 0;
}

// Pieces of text are put together.
int piecesBad(DBPROCESS *Process) {
  dbcmd(Process, "BEGIN TRAN ");
  dbcmd(Process, "DELETE FROM users");
  return dbsqlexec(Process) == FAIL ? -1 : 0; // WARN: [db-transaction-leak]
}

// dbexit() closes every process there is: no place of the call names them.
int exit_closesOk(LOGINREC *Login) {
  DBPROCESS *Process = dbopen(Login, "server");
  if (!Process)
    return -1;
  const int Ret = dbuse(Process, "data") == FAIL ? -1 : 0;
  dbexit();
  return Ret;
}
