// RUN: %check_dbtidy %s
// The client library in C++: owners, exceptions, smart pointers.
#include "mysql.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Closer {
  void operator()(MYSQL *Conn) const { mysql_close(Conn); }
};
struct Freer {
  void operator()(MYSQL_RES *Res) const { mysql_free_result(Res); }
};
using ConnPtr = std::unique_ptr<MYSQL, Closer>;
using ResPtr = std::unique_ptr<MYSQL_RES, Freer>;

[[noreturn]] void fail(MYSQL *Conn) { throw std::runtime_error(mysql_error(Conn)); }

MYSQL *connectBad(const std::string &Host) {
  MYSQL *Conn = mysql_init(nullptr); // WARN: [db-connection-leak]
  if (!Conn)
    throw std::runtime_error("out of memory");
  if (!mysql_real_connect(Conn, Host.c_str(), "u", "p", nullptr, 0, nullptr, 0))
    throw std::runtime_error(mysql_error(Conn));
  return Conn;
}
MYSQL *connectOk(const std::string &Host) {
  ConnPtr Conn(mysql_init(nullptr));
  if (!Conn)
    throw std::runtime_error("out of memory");
  if (!mysql_real_connect(Conn.get(), Host.c_str(), "u", "p", nullptr, 0, nullptr, 0))
    fail(Conn.get());
  return Conn.release();
}

std::vector<std::string> namesBad(MYSQL *Conn) {
  std::vector<std::string> Names;
  if (mysql_query(Conn, "SHOW TABLES"))
    fail(Conn);
  MYSQL_RES *Res = mysql_store_result(Conn); // WARN: [db-result-leak]
  if (!Res)
    fail(Conn);
  if (mysql_num_fields(Res) != 1)
    throw std::runtime_error("one column expected");
  while (MYSQL_ROW Row = mysql_fetch_row(Res))
    Names.emplace_back(Row[0]);
  mysql_free_result(Res);
  return Names;
}
std::vector<std::string> namesOk(MYSQL *Conn) {
  std::vector<std::string> Names;
  if (mysql_query(Conn, "SHOW TABLES"))
    fail(Conn);
  ResPtr Res(mysql_store_result(Conn));
  if (!Res || mysql_num_fields(Res.get()) != 1)
    fail(Conn);
  while (MYSQL_ROW Row = mysql_fetch_row(Res.get()))
    Names.emplace_back(Row[0]);
  return Names;
}
int caughtOk(MYSQL *Conn) {
  MYSQL_RES *Res = nullptr;
  try {
    if (mysql_query(Conn, "SELECT 1"))
      fail(Conn);
    Res = mysql_store_result(Conn);
    if (!Res || mysql_num_rows(Res) != 1)
      throw std::runtime_error("one row expected");
  } catch (const std::exception &) {
    mysql_free_result(Res);
    return -1;
  }
  mysql_free_result(Res);
  return 0;
}

// The destructor does not run where the constructor throws.
class SessionBad {
  MYSQL *Conn;

public:
  explicit SessionBad(const char *Host)
      : Conn(mysql_init(nullptr)) { // WARN: [db-connection-leak]
    if (!Conn)
      throw std::runtime_error("out of memory");
    if (!mysql_real_connect(Conn, Host, nullptr, nullptr, nullptr, 0, nullptr, 0))
      throw std::runtime_error("cannot connect");
  }
  ~SessionBad() { mysql_close(Conn); }
};
class SessionOk {
  ConnPtr Conn;
  MYSQL_STMT *Stmt = nullptr;

public:
  explicit SessionOk(const char *Host) : Conn(mysql_init(nullptr)) {
    if (!Conn ||
        !mysql_real_connect(Conn.get(), Host, nullptr, nullptr, nullptr, 0, nullptr, 0))
      throw std::runtime_error("cannot connect");
    Stmt = mysql_stmt_init(Conn.get());
    if (!Stmt)
      throw std::runtime_error("out of memory");
  }
  ~SessionOk() { mysql_stmt_close(Stmt); }
  SessionOk(const SessionOk &) = delete;
  void runOk() {
    if (mysql_stmt_execute(Stmt))
      throw std::runtime_error(mysql_stmt_error(Stmt));
  }
};

// A guard that rolls back unless it was told otherwise.
class Transaction {
  MYSQL *Conn;
  bool Done = false;

public:
  explicit Transaction(MYSQL *C) : Conn(C) {
    if (mysql_query(Conn, "START TRANSACTION"))
      fail(Conn);
  }
  ~Transaction() {
    if (!Done)
      mysql_rollback(Conn);
  }
  void commit() {
    if (mysql_commit(Conn))
      fail(Conn);
    Done = true;
  }
};
void guardedOk(MYSQL *Conn) {
  Transaction Guard(Conn);
  if (mysql_query(Conn, "DELETE FROM a"))
    fail(Conn);
  Guard.commit();
}
void thrownBad(MYSQL *Conn) {
  if (mysql_query(Conn, "START TRANSACTION")) // WARN: [db-transaction-leak]
    fail(Conn);
  if (mysql_query(Conn, "DELETE FROM a"))
    fail(Conn);
  mysql_commit(Conn);
}

std::string afterResetBad(MYSQL *Conn) {
  ResPtr Res(mysql_store_result(Conn));
  if (!Res)
    return {};
  MYSQL_ROW Row = mysql_fetch_row(Res.get());
  Res.reset();
  return Row ? Row[0] : std::string(); // WARN: [db-use-after-close]
}

} // namespace

void useAll(const char *Host) {
  std::unique_ptr<MYSQL, Closer> Conn(connectOk(Host));
  namesOk(Conn.get());
  caughtOk(Conn.get());
  guardedOk(Conn.get());
  SessionOk(Host).runOk();
}
