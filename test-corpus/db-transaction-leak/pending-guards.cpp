// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Classes that begin in the constructor and roll back in the destructor, scope guards,
// smart pointers, lambdas, templates.
#include "sqlite3.h"

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

int parse(const char *Text) {
  if (*Text < '0' || *Text > '9')
    throw std::invalid_argument("no number");
  return *Text - '0';
}

bool addReading(sqlite3 *Db) {
  return !sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", nullptr, nullptr, nullptr);
}

//===--- A guard that rolls back --------------------------------------------------===//

// Made by make_unique only, and without a destructor that would end it.
class HeapOnly {
public:
  explicit HeapOnly(sqlite3 *Db) : Db(Db) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  void commit() { sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); }

private:
  sqlite3 *Db;
};

//===--- Guards without a class of their own --------------------------------------===//

// A scope guard that keeps any function.
class Finally {
public:
  explicit Finally(std::function<void()> F) : F(std::move(F)) {}
  ~Finally() {
    if (F)
      F();
  }
  void dismiss() { F = nullptr; }

private:
  std::function<void()> F;
};

//===--- A class that holds the connection ----------------------------------------===//

// A class whose methods are elsewhere; that it holds a connection is to be seen.
class Database {
public:
  bool exec(const char *Sql);
  bool query(const std::string &Sql);

private:
  sqlite3 *Db;
};

bool declaredMethodBad(Database &D, const char *Text) {
  D.exec("BEGIN"); // WARN: [db-transaction-leak] likely
  if (parse(Text) == 0)
    return false;
  return D.exec("COMMIT");
}

// The text is built in a std::string.
bool stringTextBad(sqlite3 *Db, bool Exclusive) {
  std::string Sql = "BEGIN";
  if (Exclusive)
    Sql += " EXCLUSIVE";
  if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) // WARN: [db-transaction-leak]
    return false;
  if (!addReading(Db))
    return false; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

void runString(sqlite3 *Db, const std::string &Sql) {
  if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error("cannot run " + Sql);
}

void runStringBad(sqlite3 *Db) {
  runString(Db, "BEGIN"); // WARN: [db-transaction-leak]
  runString(Db, "DELETE FROM Reading");
  runString(Db, "COMMIT");
}
