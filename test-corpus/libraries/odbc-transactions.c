// RUN: %check_dbtidy %s
// ODBC's transactions: they begin when autocommit is turned off, and end by SQLEndTran.

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "sql.h"
#include "sqlext.h"

#define MANUAL(Dbc) \
  SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0)
#define AUTOMATIC(Dbc) \
  SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_ON, 0)

void report(const char *Text);

static int good(SQLRETURN Rc) { return Rc == SQL_SUCCESS || Rc == SQL_SUCCESS_WITH_INFO; }

static int run(SQLHDBC Dbc, const char *Sql) {
  SQLHSTMT Stmt;
  if (!good(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    return -1;
  const SQLRETURN Rc = SQLExecDirect(Stmt, (SQLCHAR *)Sql, SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return good(Rc) || Rc == SQL_NO_DATA ? 0 : -1;
}

//===--- Autocommit --------------------------------------------------------------===//

// The second failure leaves what the first statement did.
int transferBad(SQLHDBC Dbc) {
  if (MANUAL(Dbc) != SQL_SUCCESS) // WARN: [db-transaction-leak]
    return -1;
  if (run(Dbc, "UPDATE account SET sum = sum - 1 WHERE id = 1")) {
    SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_ROLLBACK);
    return -1;
  }
  if (run(Dbc, "UPDATE account SET sum = sum + 1 WHERE id = 2"))
    return -1;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}

int transferOk(SQLHDBC Dbc) {
  int Rc = -1;
  if (!good(MANUAL(Dbc)))
    return -1;
  if (run(Dbc, "UPDATE account SET sum = sum - 1 WHERE id = 1"))
    goto undo;
  if (run(Dbc, "UPDATE account SET sum = sum + 1 WHERE id = 2"))
    goto undo;
  if (!good(SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT)))
    goto undo;
  Rc = 0;
  goto done;
undo:
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_ROLLBACK);
done:
  AUTOMATIC(Dbc);
  return Rc;
}

// The commit fails, and its transaction is still there.
int commitFailsBad(SQLHDBC Dbc) {
  if (MANUAL(Dbc) != SQL_SUCCESS) // WARN: [db-transaction-leak]
    return -1;
  if (run(Dbc, "DELETE FROM job")) {
    SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_ROLLBACK);
    return -1;
  }
  if (SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT) != SQL_SUCCESS)
    return -1;
  return 0;
}

// Turning autocommit on again commits.
int onAgainOk(SQLHDBC Dbc) {
  MANUAL(Dbc);
  if (run(Dbc, "DELETE FROM job")) {
    SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_ROLLBACK);
    return -1;
  }
  AUTOMATIC(Dbc);
  return 0;
}

// Other attributes begin nothing.
int timeoutOk(SQLHDBC Dbc) {
  SQLSetConnectAttr(Dbc, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)5, 0);
  if (run(Dbc, "DELETE FROM job"))
    return -1;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}

// How it ends is told by a variable.
int eitherOk(SQLHDBC Dbc) {
  MANUAL(Dbc);
  const int Rc = run(Dbc, "DELETE FROM job");
  SQLEndTran(SQL_HANDLE_DBC, Dbc, Rc ? SQL_ROLLBACK : SQL_COMMIT);
  return Rc;
}

int laterOk(SQLHDBC Dbc, int Count) {
  SQLSMALLINT How = SQL_COMMIT;
  MANUAL(Dbc);
  for (int I = 0; I < Count; ++I)
    if (run(Dbc, "DELETE FROM job WHERE done")) {
      How = SQL_ROLLBACK;
      break;
    }
  SQLEndTran(SQL_HANDLE_DBC, Dbc, How);
  AUTOMATIC(Dbc);
  return How == SQL_COMMIT ? 0 : -1;
}

// The calls of version 2.
int oldCallsOk(SQLHENV Env, SQLHDBC Dbc) {
  SQLSetConnectOption(Dbc, SQL_AUTOCOMMIT, SQL_AUTOCOMMIT_OFF);
  if (run(Dbc, "DELETE FROM job")) {
    SQLTransact(Env, Dbc, SQL_ROLLBACK);
    return -1;
  }
  SQLTransact(Env, Dbc, SQL_COMMIT);
  return 0;
}

int oldCallsBad(SQLHENV Env, SQLHDBC Dbc) {
  if (SQLSetConnectOption(Dbc, SQL_AUTOCOMMIT, // WARN: [db-transaction-leak]
                          SQL_AUTOCOMMIT_OFF) == SQL_ERROR)
    return -1;
  if (run(Dbc, "DELETE FROM job"))
    return -1;
  SQLTransact(Env, Dbc, SQL_COMMIT);
  return 0;
}

// A row is missing in the middle of the loop.
int rowsBad(SQLHDBC Dbc, int Count) {
  for (int I = 0; I < Count; ++I) {
    if (MANUAL(Dbc) == SQL_ERROR) // WARN: [db-transaction-leak]
      return -1;
    if (run(Dbc, "INSERT INTO history SELECT * FROM job WHERE done"))
      break;
    SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  }
  return 0;
}

// The end of the connection ends its transaction.
int lastOk(SQLHDBC Dbc) {
  MANUAL(Dbc);
  if (run(Dbc, "DELETE FROM job")) {
    SQLDisconnect(Dbc);
    SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
    return -1;
  }
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  SQLDisconnect(Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return 0;
}

//===--- Connections in a structure ----------------------------------------------===//

struct db {
  SQLHENV Env;
  SQLHDBC Dbc;
  SQLHSTMT Insert;
  bool InTransaction;
};

// A connection that is always in manual mode is not a transaction that was forgotten.
static int dbOpen(struct db *Db, const char *Source) {
  Db->InTransaction = false;
  if (!good(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Db->Env)))
    return -1;
  SQLSetEnvAttr(Db->Env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  if (!good(SQLAllocHandle(SQL_HANDLE_DBC, Db->Env, &Db->Dbc)))
    goto freeEnv;
  if (!good(SQLConnect(Db->Dbc, (SQLCHAR *)Source, SQL_NTS, NULL, 0, NULL, 0)))
    goto freeDbc;
  if (!good(SQLAllocHandle(SQL_HANDLE_STMT, Db->Dbc, &Db->Insert)))
    goto disconnect;
  if (!good(SQLPrepare(Db->Insert, (SQLCHAR *)"INSERT INTO job VALUES (?)", SQL_NTS)))
    goto freeStmt;
  MANUAL(Db->Dbc);
  return 0;
freeStmt:
  SQLFreeHandle(SQL_HANDLE_STMT, Db->Insert);
disconnect:
  SQLDisconnect(Db->Dbc);
freeDbc:
  SQLFreeHandle(SQL_HANDLE_DBC, Db->Dbc);
freeEnv:
  SQLFreeHandle(SQL_HANDLE_ENV, Db->Env);
  return -1;
}

static void dbClose(struct db *Db) {
  SQLFreeHandle(SQL_HANDLE_STMT, Db->Insert);
  SQLDisconnect(Db->Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Db->Dbc);
  SQLFreeHandle(SQL_HANDLE_ENV, Db->Env);
}

static int dbCommit(struct db *Db) {
  return good(SQLEndTran(SQL_HANDLE_DBC, Db->Dbc, SQL_COMMIT)) ? 0 : -1;
}

static void dbRollback(struct db *Db) {
  SQLEndTran(SQL_HANDLE_DBC, Db->Dbc, SQL_ROLLBACK);
}

int storeOk(const char *Source, int Count) {
  struct db Db;
  int Rc = -1;
  if (dbOpen(&Db, Source))
    return -1;
  for (int I = 0; I < Count; ++I) {
    SQLBindParameter(Db.Insert, 1, SQL_PARAM_INPUT, SQL_C_LONG, SQL_INTEGER, 0, 0, &I, 0,
                     NULL);
    if (!good(SQLExecute(Db.Insert))) {
      dbRollback(&Db);
      goto close;
    }
  }
  Rc = dbCommit(&Db);
  if (Rc)
    dbRollback(&Db);
close:
  dbClose(&Db);
  return Rc;
}

// Everything is closed but one path.
int storeBad(const char *Source, int Count) {
  struct db Db;
  // WARN@+3: [db-connection-leak]
  // WARN@+2: [db-result-leak]
  // WARN@+1: [db-result-leak]
  if (dbOpen(&Db, Source))
    return -1;
  if (Count == 0)
    return 0;
  dbCommit(&Db);
  dbClose(&Db);
  return 0;
}

// A begin wrapper owes its caller nothing; the caller has to end it.
static int begin(SQLHDBC Dbc) { return MANUAL(Dbc) == SQL_SUCCESS ? 0 : -1; }

static void finish(SQLHDBC Dbc, bool Good) {
  SQLEndTran(SQL_HANDLE_DBC, Dbc, Good ? SQL_COMMIT : SQL_ROLLBACK);
  AUTOMATIC(Dbc);
}

int wrappedOk(SQLHDBC Dbc) {
  if (begin(Dbc))
    return -1;
  const int Rc = run(Dbc, "DELETE FROM job");
  finish(Dbc, Rc == 0);
  return Rc;
}

int wrappedBad(SQLHDBC Dbc, bool Dry) {
  if (begin(Dbc)) // WARN: [db-transaction-leak]
    return -1;
  const int Rc = run(Dbc, "DELETE FROM job");
  if (Dry)
    return Rc;
  finish(Dbc, Rc == 0);
  return Rc;
}

//===--- Text --------------------------------------------------------------------===//

// The connection is the one that the statement was made from.
int preparedBad(SQLHDBC Dbc, bool Dry) {
  SQLHSTMT Stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS)
    return -1;
  SQLPrepare(Stmt, (SQLCHAR *)"BEGIN TRANSACTION", SQL_NTS);
  const SQLRETURN Rc = SQLExecute(Stmt); // WARN: [db-transaction-leak]
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  if (Rc != SQL_SUCCESS)
    return -1;
  if (Dry)
    return 0;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 1;
}

int preparedOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS)
    return -1;
  SQLPrepare(Stmt, (SQLCHAR *)"BEGIN TRANSACTION", SQL_NTS);
  if (SQLExecute(Stmt) == SQL_ERROR) {
    SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
    return -1;
  }
  const int Rc = run(Dbc, "DELETE FROM job");
  SQLPrepare(Stmt, (SQLCHAR *)(Rc ? "ROLLBACK" : "COMMIT"), SQL_NTS);
  SQLExecute(Stmt);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Rc;
}
