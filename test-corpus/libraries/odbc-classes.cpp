// RUN: %check_dbtidy %s
// ODBC in C++: owners, deleters, exceptions.

#include "sql.h"
#include "sqlext.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

static bool good(SQLRETURN Rc) {
  return Rc == SQL_SUCCESS || Rc == SQL_SUCCESS_WITH_INFO;
}

static SQLCHAR *text(const std::string &Text) {
  return reinterpret_cast<SQLCHAR *>(const_cast<char *>(Text.c_str()));
}

static void check(SQLRETURN Rc, const char *What) {
  if (!good(Rc))
    throw std::runtime_error(What);
}

// The failure is thrown over the handle.
int countBad(SQLHDBC Dbc, const std::string &Sql) {
  SQLHSTMT Stmt = SQL_NULL_HSTMT;
  SQLLEN Rows = 0;
  check(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt),
        "allocate"); // WARN@-1: [db-result-leak]
  check(SQLExecDirect(Stmt, text(Sql), SQL_NTS), "execute");
  SQLRowCount(Stmt, &Rows);
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return static_cast<int>(Rows);
}

int countOk(SQLHDBC Dbc, const std::string &Sql) {
  SQLHSTMT Stmt = SQL_NULL_HSTMT;
  SQLLEN Rows = 0;
  check(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Stmt), "allocate");
  try {
    check(SQLExecDirect(Stmt, text(Sql), SQL_NTS), "execute");
    SQLRowCount(Stmt, &Rows);
  } catch (...) {
    SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
    throw;
  }
  SQLFreeHandle(SQL_HANDLE_STMT, Stmt);
  return static_cast<int>(Rows);
}

class Statement {
public:
  explicit Statement(SQLHDBC Dbc) {
    check(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Handle), "allocate");
  }
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;
  ~Statement() {
    if (Handle)
      SQLFreeHandle(SQL_HANDLE_STMT, Handle);
  }
  void run(const std::string &Sql) {
    check(SQLExecDirect(Handle, text(Sql), SQL_NTS), "execute");
  }
  SQLHSTMT get() const { return Handle; }

private:
  SQLHSTMT Handle = SQL_NULL_HSTMT;
};

int guardedOk(SQLHDBC Dbc, const std::vector<std::string> &Texts) {
  Statement Stmt(Dbc);
  for (const std::string &Text : Texts) {
    Stmt.run(Text);
    SQLCloseCursor(Stmt.get());
  }
  return static_cast<int>(Texts.size());
}

// One class for all kinds, with the kind as its parameter.
template <SQLSMALLINT Kind>
class Handle {
public:
  explicit Handle(SQLHANDLE Parent) {
    check(SQLAllocHandle(Kind, Parent, &H), "allocate");
  }
  Handle(const Handle &) = delete;
  Handle &operator=(const Handle &) = delete;
  ~Handle() { SQLFreeHandle(Kind, H); }
  SQLHANDLE get() const { return H; }

private:
  SQLHANDLE H = nullptr;
};

int templateOk(const std::string &Source) {
  Handle<SQL_HANDLE_ENV> Env(SQL_NULL_HANDLE);
  Handle<SQL_HANDLE_DBC> Dbc(Env.get());
  check(SQLConnect(Dbc.get(), text(Source), SQL_NTS, nullptr, 0, nullptr, 0), "connect");
  int Rc = 0;
  {
    Handle<SQL_HANDLE_STMT> Stmt(Dbc.get());
    Rc = SQLExecDirect(Stmt.get(), text("DELETE FROM job"), SQL_NTS);
  }
  SQLDisconnect(Dbc.get());
  return Rc;
}

// A handle of no class beside them.
int besideBad(const std::string &Source) {
  Handle<SQL_HANDLE_ENV> Env(SQL_NULL_HANDLE);
  SQLHDBC Dbc = nullptr;
  check(SQLAllocHandle(SQL_HANDLE_DBC, Env.get(), &Dbc),
        "allocate"); // WARN@-1: [db-connection-leak]
  check(SQLConnect(Dbc, text(Source), SQL_NTS, nullptr, 0, nullptr, 0), "connect");
  SQLDisconnect(Dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, Dbc);
  return 0;
}

struct FreeStatement {
  void operator()(void *Stmt) const { SQLFreeHandle(SQL_HANDLE_STMT, Stmt); }
};
using StatementPtr = std::unique_ptr<void, FreeStatement>;

static StatementPtr prepare(SQLHDBC Dbc, const std::string &Sql) {
  SQLHSTMT Raw = nullptr;
  if (!good(SQLAllocHandle(SQL_HANDLE_STMT, Dbc, &Raw)))
    return nullptr;
  StatementPtr Stmt(Raw);
  if (!good(SQLPrepare(Stmt.get(), text(Sql), SQL_NTS)))
    return nullptr;
  return Stmt;
}

int uniqueOk(SQLHDBC Dbc) {
  const StatementPtr Stmt = prepare(Dbc, "DELETE FROM job");
  if (!Stmt)
    throw std::runtime_error("prepare");
  return SQLExecute(Stmt.get());
}

int releasedBad(SQLHDBC Dbc) {
  StatementPtr Stmt = prepare(Dbc, "DELETE FROM job"); // WARN: [db-result-leak]
  if (!Stmt)
    return -1;
  const SQLHSTMT Raw = Stmt.release();
  return SQLExecute(Raw);
}

// The guard rolls back unless it was told that all is well.
class Transaction {
public:
  explicit Transaction(SQLHDBC Dbc) : Dbc(Dbc) {
    SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT,
                      reinterpret_cast<SQLPOINTER>(SQL_AUTOCOMMIT_OFF), SQL_IS_UINTEGER);
  }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() {
    if (!Done)
      SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_ROLLBACK);
    SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT,
                      reinterpret_cast<SQLPOINTER>(SQL_AUTOCOMMIT_ON), SQL_IS_UINTEGER);
  }
  void commit() {
    check(SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT), "commit");
    Done = true;
  }

private:
  SQLHDBC Dbc;
  bool Done = false;
};

void guardedTransactionOk(SQLHDBC Dbc) {
  Transaction Guard(Dbc);
  Statement Stmt(Dbc);
  Stmt.run("DELETE FROM job");
  Guard.commit();
}

void thrownBad(SQLHDBC Dbc) {
  if (SQLSetConnectAttr(Dbc, SQL_ATTR_AUTOCOMMIT, // WARN: [db-transaction-leak]
                        reinterpret_cast<SQLPOINTER>(SQL_AUTOCOMMIT_OFF),
                        SQL_IS_UINTEGER) != SQL_SUCCESS)
    throw std::runtime_error("autocommit");
  Statement Stmt(Dbc);
  Stmt.run("DELETE FROM job");
  SQLEndTran(SQL_HANDLE_DBC, Dbc, SQL_COMMIT);
}
