// RUN: %check_dbtidy %s
// ODBC: one call allocates handles of all kinds, one frees them.

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "sql.h"
#include "sqlext.h"

void report(const char *Text);

static SQLCHAR *text(const char *Text) { return (SQLCHAR *)Text; }

//===--- Connecting --------------------------------------------------------------===//

// Each failure frees what was allocated before, but one.
SQLHDBC connectBad(SQLHENV Env, SQLCHAR *Source) {
  SQLHDBC Dbc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env,
                                    &Dbc))) // WARN@-1: [db-connection-leak] "connection handle"
    return SQL_NULL_HDBC;
  if (!SQL_SUCCEEDED(SQLDriverConnect(Dbc, NULL, Source, SQL_NTS, NULL, 0, NULL,
                                      SQL_DRIVER_NOPROMPT))) {
    report("no connection");
    return SQL_NULL_HDBC;
  }
  return Dbc;
}

SQLHDBC connectOk(SQLHENV Env, SQLCHAR *Source) {
  SQLHDBC Dbc = SQL_NULL_HDBC;
  SQLRETURN Rc = SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc);
  if (!SQL_SUCCEEDED(Rc))
    return SQL_NULL_HDBC;
  SQLSetConnectAttr(Dbc, SQL_ATTR_LOGIN_TIMEOUT, (SQLPOINTER)5, 0);
  Rc = SQLDriverConnect(Dbc, NULL, Source, SQL_NTS, NULL, 0, NULL, SQL_DRIVER_NOPROMPT);
  if (Rc != SQL_SUCCESS && Rc != SQL_SUCCESS_WITH_INFO) {
    SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
    return SQL_NULL_HDBC;
  }
  return Dbc;
}

// Disconnected, but the handle is still there.
int pingBad(SQLHENV Env, SQLCHAR *Source) {
  SQLHDBC Dbc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc))) // WARN: [db-connection-leak]
    return -1;
  const SQLRETURN Rc = SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0);
  if (SQL_SUCCEEDED(Rc)) {
    SQLDisconnect(Dbc);
    return 0;
  }
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return -1;
}

// The usual chain: what was not allocated is null.
int serveOk(SQLCHAR *Source) {
  SQLHENV Env = SQL_NULL_HENV;
  SQLHDBC Dbc = SQL_NULL_HDBC;
  SQLHSTMT Stmt = SQL_NULL_HSTMT;
  int Rows = -1;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Env) != SQL_SUCCESS)
    goto done;
  SQLSetEnvAttr(Env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  if (SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc) != SQL_SUCCESS)
    goto done;
  if (!SQL_SUCCEEDED(SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0)))
    goto done;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    goto disconnect;
  if (!SQL_SUCCEEDED(SQLExecDirect(Stmt, text("SELECT id FROM job"), SQL_NTS)))
    goto disconnect;
  for (Rows = 0; SQL_SUCCEEDED(SQLFetch(Stmt)); ++Rows);
disconnect:
  if (Stmt != SQL_NULL_HSTMT)
    SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  SQLDisconnect(Dbc);
done:
  if (Dbc)
    SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  if (Env)
    SQLFreeHandle(SQL_HANDLE_ENV, Env);
  return Rows;
}

// The environment is freed, which fails: a connection handle is left on it.
int probeBad(SQLCHAR *Source) {
  SQLHENV Env;
  SQLHDBC Dbc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE,
                                    &Env))) // WARN@-1: [db-result-leak] "environment handle"
    return -1;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc))) { // WARN: [db-connection-leak]
    SQLFreeHandle(SQL_HANDLE_ENV, Env);
    return -1;
  }
  if (!SQL_SUCCEEDED(SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0))) {
    SQLFreeHandle(SQL_HANDLE_ENV, Env);
    return -1;
  }
  SQLDisconnect(Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  SQLFreeHandle(SQL_HANDLE_ENV, Env);
  return 0;
}

// Calls of version 2.
int oldCallsOk(SQLCHAR *Source) {
  HENV Env;
  HDBC Dbc;
  HSTMT Stmt;
  int Rc = -1;
  if (SQLAllocEnv(&Env) == SQL_ERROR)
    return -1;
  if (SQLAllocConnect(Env, &Dbc) == SQL_SUCCESS) {
    if (SQL_SUCCEEDED(SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0))) {
      if (SQLAllocStmt(Dbc, &Stmt) == SQL_SUCCESS) {
        Rc = SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
        SQLFreeStmt(Stmt, SQL_DROP);
      }
      SQLDisconnect(Dbc);
    }
    SQLFreeConnect(Dbc);
  }
  SQLFreeEnv(Env);
  return Rc;
}

int oldCallsBad(HENV Env, SQLCHAR *Source) {
  HDBC Dbc;
  if (SQLAllocConnect(Env, &Dbc) != SQL_SUCCESS) // WARN: [db-connection-leak]
    return -1;
  const RETCODE Rc = SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0);
  if (Rc != SQL_SUCCESS)
    return Rc;
  SQLDisconnect(Dbc);
  SQLFreeConnect(Dbc);
  return 0;
}

// A retry with the same handle; only the last failure gives it up.
SQLHDBC retryOk(SQLHENV Env, SQLCHAR *Source) {
  SQLHDBC Dbc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc)))
    return NULL;
  for (int Try = 0; Try < 5; ++Try)
    if (SQL_SUCCEEDED(SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0)))
      return Dbc;
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return NULL;
}

// A retry with a new handle each time.
SQLHDBC retryBad(SQLHENV Env, SQLCHAR *Source) {
  SQLHDBC Dbc = NULL;
  for (int Try = 0; Try < 5; ++Try) {
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Env, &Dbc))) // WARN: [db-connection-leak]
      return NULL;
    if (SQL_SUCCEEDED(SQLConnect(Dbc, Source, SQL_NTS, NULL, 0, NULL, 0)))
      return Dbc;
  }
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return NULL;
}

//===--- Statements --------------------------------------------------------------===//

// SQL_CLOSE closes the cursor, and keeps the statement.
int closedOnlyBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt = NULL;
  int Columns = 0;
  if (SQLAllocStmt(Dbc, &Stmt) ==
          SQL_ERROR || // WARN@-1: [db-result-leak] "statement handle"
      SQLPrepare(Stmt, text("SELECT * FROM job LIMIT 0"), SQL_NTS) == SQL_ERROR ||
      SQLExecute(Stmt) == SQL_ERROR)
    goto end;
  Columns = 1;
end:
  if (Stmt)
    SQLFreeStmt(Stmt, SQL_CLOSE);
  return Columns;
}

int droppedOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt = NULL;
  SQLSMALLINT Columns = 0;
  if (SQLAllocStmt(Dbc, &Stmt) == SQL_ERROR ||
      SQLPrepare(Stmt, text("SELECT * FROM job LIMIT 0"), SQL_NTS) == SQL_ERROR ||
      SQLExecute(Stmt) == SQL_ERROR || SQLNumResultCols(Stmt, &Columns) == SQL_ERROR)
    goto end;
  SQLFreeStmt(Stmt, SQL_CLOSE);
  SQLFreeStmt(Stmt, SQL_UNBIND);
end:
  if (Stmt)
    SQLFreeStmt(Stmt, SQL_DROP);
  return Columns;
}

int executeBad(SQLHDBC Dbc, SQLCHAR *Sql) {
  SQLHSTMT Stmt;
  SQLLEN Rows = 0;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt))) // WARN: [db-result-leak]
    return -1;
  SQLRETURN Rc = SQLExecDirect(Stmt, Sql, SQL_NTS);
  if (!SQL_SUCCEEDED(Rc) && Rc != SQL_NO_DATA)
    return -1;
  SQLRowCount(Stmt, &Rows);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return (int)Rows;
}

// One statement for many texts.
int scriptOk(SQLHDBC Dbc, SQLCHAR **Texts, int Count) {
  SQLHSTMT Stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    return -1;
  int Done;
  for (Done = 0; Done < Count; ++Done) {
    if (!SQL_SUCCEEDED(SQLExecDirect(Stmt, Texts[Done], SQL_NTS)))
      break;
    SQLFreeStmt(Stmt, SQL_CLOSE);
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Done;
}

// A new one for each text, and the last one is freed.
int scriptBad(SQLHDBC Dbc, SQLCHAR **Texts, int Count) {
  SQLHSTMT Stmt = NULL;
  for (int I = 0; I < Count; ++I) {
    SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt); // WARN: [db-result-leak]
    SQLExecDirect(Stmt, Texts[I], SQL_NTS);
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return 0;
}

// All rows are read, whatever the fetch says at the end.
int drainOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  SQLINTEGER Id;
  SQLLEN Length;
  int Sum = 0;
  SQLRETURN Rc = SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt);
  if (Rc != SQL_SUCCESS && Rc != SQL_SUCCESS_WITH_INFO)
    return -1;
  Rc = SQLExecDirect(Stmt, text("SELECT id FROM job"), SQL_NTS);
  do {
    while ((Rc = SQLFetch(Stmt)) != SQL_NO_DATA) {
      if (!SQL_SUCCEEDED(Rc)) {
        SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
        return -1;
      }
      SQLGetData(Stmt, 1, SQL_C_LONG, &Id, sizeof Id, &Length);
      if (Length != SQL_NULL_DATA)
        Sum += Id;
    }
  } while (SQL_SUCCEEDED(SQLMoreResults(Stmt)));
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Sum;
}

int drainBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  SQLINTEGER Id;
  SQLLEN Length;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt) !=
      SQL_SUCCESS) // WARN@-1: [db-result-leak]
    return -1;
  SQLExecDirect(Stmt, text("SELECT id FROM job"), SQL_NTS);
  while (SQLFetch(Stmt) == SQL_SUCCESS) {
    SQLGetData(Stmt, 1, SQL_C_LONG, &Id, sizeof Id, &Length);
    if (Length == SQL_NULL_DATA)
      return -1;
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return Id;
}

// The connection's end frees its statements.
int lastStatementOk(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt))) {
    SQLDisconnect(Dbc);
    SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
    return -1;
  }
  const SQLRETURN Rc = SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
  SQLDisconnect(Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return Rc;
}

int afterwardsBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  SQLLEN Rows = 0;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    return -1;
  SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  SQLRowCount(Stmt, &Rows); // WARN: [db-use-after-close]
  return (int)Rows;
}

// Freed in the branch, and again behind it.
int twiceBad(SQLHDBC Dbc) {
  SQLHSTMT Stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt)))
    return -1;
  const SQLRETURN Rc = SQLExecDirect(Stmt, text("DELETE FROM job"), SQL_NTS);
  if (!SQL_SUCCEEDED(Rc)) {
    report("failed");
    SQLFreeStmt(Stmt, SQL_DROP);
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt); // WARN: [db-use-after-close]
  return Rc;
}

// An explicit descriptor; the four that each statement has are not owed.
int describeOk(SQLHDBC Dbc, SQLHSTMT Stmt) {
  SQLHDESC Own, Implicit;
  SQLGetStmtAttr(Stmt, SQL_ATTR_APP_ROW_DESC, &Implicit, SQL_IS_POINTER, NULL);
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DESC, Dbc, &Own)))
    return -1;
  const SQLRETURN Rc = SQLCopyDesc(Implicit, Own);
  SQLFreeHandle(SQL_HANDLE_DESC, Own);
  return Rc;
}

int describeBad(SQLHDBC Dbc, SQLHSTMT Stmt) {
  SQLHDESC Own;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DESC, Dbc,
                                    &Own))) // WARN@-1: [db-result-leak] "descriptor handle"
    return -1;
  return SQLSetStmtAttr(Stmt, SQL_ATTR_APP_ROW_DESC, Own, SQL_IS_POINTER);
}
