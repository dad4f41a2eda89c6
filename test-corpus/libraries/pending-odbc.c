// RUN: %check_dbtidy %s
// XFAIL: *
// What is not followed yet, shown with ODBC.

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "sql.h"
#include "sqlext.h"

#define MANUAL(Dbc) \
  SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT, (SQLPOINTER)SQL_AUTOCOMMIT_OFF, 0)

int work(void);

static SQLCHAR *text(const char *Text) { return (SQLCHAR *)Text; }

//===--- False alarms ------------------------------------------------------------===//

// A test for two values in a function of its own: neither of them is known at its caller,
// so that the handle may have been allocated where it says failure.
static bool failed(SQLRETURN Rc) { return Rc == SQL_ERROR || Rc == SQL_INVALID_HANDLE; }

int failedOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (failed(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    return -1;
  const SQLRETURN Rc = SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Rc;
}

// SQLDisconnect frees the connection's statements and keeps the connection's handle, which
// no rule can say: only what releases the parent can close its children.
int disconnectedOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS)
    return -1;
  const SQLRETURN Rc = SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
  if (Rc == SQL_ERROR) {
    SQLDisconnect(Dbc);
    return -1;
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Rc;
}

// By the environment's handle the transactions of all its connections end.
int allEndedOk(SQLHENV Env, SQLHDBC Dbc) {
  if (MANUAL(Dbc) != SQL_SUCCESS)
    return -1;
  if (work()) {
    SQLEndTran(SQL_HANDLE_ENV, Env, SQL_ROLLBACK);
    return -1;
  }
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}

int allEndedOldOk(SQLHENV Env, SQLHDBC Dbc) {
  if (MANUAL(Dbc) != SQL_SUCCESS)
    return -1;
  if (work()) {
    SQLTransact(Env, SQL_NULL_HDBC, SQL_ROLLBACK);
    return -1;
  }
  SQLTransact(Env, Dbc, SQL_COMMIT);
  return 0;
}

// One helper for all kinds: of the cases that the rule tells apart by the kind, the summary
// keeps the first one.
static void drop(SQLSMALLINT Kind, SQLHANDLE Handle) {
  if (Handle)
    SQLFreeHandle(Kind, Handle);
}

int droppedByKindOk(void) {
  SQLHENV Env;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Env) != SQL_SUCCESS)
    return -1;
  work();
  drop(SQL_HANDLE_ENV, Env);
  return 0;
}

// A lazy start, whose failure the second function does not look at, in a loop.
struct db {
  SQLHENV Env;
  SQLHDBC Dbc;
};

static int start(struct db *Db) {
  if (Db->Env == SQL_NULL_HENV) {
    if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Db->Env) != SQL_SUCCESS)
      return -1;
    if (SQLAllocHandle(SQL_HANDLE_DBC, Db->Env, &Db->Dbc) != SQL_SUCCESS) {
      SQLFreeHandle(SQL_HANDLE_ENV, Db->Env);
      Db->Env = SQL_NULL_HENV;
      return -1;
    }
  }
  return 0;
}

static int connectOnce(struct db *Db) {
  start(Db);
  if (SQLConnect(Db->Dbc, text("jobs"), SQL_NTS, NULL, 0, NULL, 0) == SQL_SUCCESS)
    return 0;
  start(Db);
  return -1;
}

int connectOftenOk(struct db *Db) {
  for (int Try = 0; Try < 3; ++Try)
    if (connectOnce(Db) == 0)
      return 0;
  return -1;
}

// And one that gives the old handles back first when it is told to.
static int restart(struct db *Db, bool Again) {
  if (Again && Db->Env != SQL_NULL_HENV) {
    SQLFreeHandle(SQL_HANDLE_DBC, Db->Dbc);
    SQLFreeHandle(SQL_HANDLE_ENV, Db->Env);
    Db->Env = SQL_NULL_HENV;
  }
  return start(Db);
}

int connectAgainOk(struct db *Db) {
  restart(Db, false);
  if (SQLConnect(Db->Dbc, text("jobs"), SQL_NTS, NULL, 0, NULL, 0) == SQL_SUCCESS)
    return 0;
  restart(Db, true);
  return -1;
}

//===--- Missed ------------------------------------------------------------------===//

// Of the helper's kinds only one is known to its callers.
static SQLRETURN make(SQLSMALLINT Kind, SQLHANDLE Parent, SQLHANDLE *Out) {
  return SQLAllocHandle(Kind, Parent, Out);
}

int madeByKindBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (make(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS) // WARN: [db-result-leak]
    return -1;
  return SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
}

// Whether the attribute is autocommit and its value is off: a rule has one comparison, and
// the failure of the call has to count, too. Unchecked, it may have failed.
int uncheckedBad(SQLHDBC Dbc) {
  MANUAL(Dbc); // WARN: [db-transaction-leak]
  if (work())
    return -1;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}

// Text that is run at once on a statement's handle: the transaction is its connection's.
int directBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS)
    return -1;
  SQLExecDirect(Stmt, text("BEGIN TRANSACTION"), SQL_NTS); // WARN: [db-transaction-leak]
  if (work()) {
    SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
    return -1;
  }
  SQLExecDirect(Stmt, text("COMMIT"), SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return 0;
}

// A handle that is connected is not freed. That it is open is another state of the same
// handle, which no rule can say.
int stillConnectedBad(SQLHENV Env) {
  SQLHDBC Dbc;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc) != SQL_SUCCESS) // WARN: [db-connection-leak]
    return -1;
  const SQLRETURN Rc = SQLConnect(Dbc, text("jobs"), SQL_NTS, NULL, 0, NULL, 0);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return Rc;
}

// The end of the connection has freed its statements.
int afterTheEndBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) != SQL_SUCCESS)
    return -1;
  SQLDisconnect(Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return SQLFetch(Stmt); // WARN: [db-use-after-close]
}
