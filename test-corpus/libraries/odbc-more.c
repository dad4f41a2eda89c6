// RUN: %check_dbtidy %s
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

// One helper for all kinds: of the cases that the rule tells apart by the kind, the summary
// keeps the first one.
static void drop(SQLSMALLINT Kind, SQLHANDLE Handle) {
  if (Handle)
    SQLFreeHandle(Kind, Handle);
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

// And one that gives the old handles back first when it is told to.
static int restart(struct db *Db, bool Again) {
  if (Again && Db->Env != SQL_NULL_HENV) {
    SQLFreeHandle(SQL_HANDLE_DBC, Db->Dbc);
    SQLFreeHandle(SQL_HANDLE_ENV, Db->Env);
    Db->Env = SQL_NULL_HENV;
  }
  return start(Db);
}

//===--- Missed ------------------------------------------------------------------===//

// Of the helper's kinds only one is known to its callers.
static SQLRETURN make(SQLSMALLINT Kind, SQLHANDLE Parent, SQLHANDLE *Out) {
  return SQLAllocHandle(Kind, Parent, Out);
}

// SQL_SUCCEEDED(Rc) is (Rc & ~1) == 0: that it leaves 0 and 1 only is not followed, and so
// the call may still have failed.
int succeededBad(SQLHDBC Dbc) {
  if (!SQL_SUCCEEDED(MANUAL(Dbc))) // WARN: [db-transaction-leak]
    return -1;
  if (work())
    return -1;
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
  return 0;
}
