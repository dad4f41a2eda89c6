// RUN: %check_dbtidy %s
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

bool heapOnlyBad(sqlite3 *Db) {
  const auto Work = std::make_unique<HeapOnly>(Db); // WARN: [db-transaction-leak]
  if (!addReading(Db))
    return false; // NOTE: "returns with the transaction open"
  Work->commit();
  return true;
}

//===--- Guards without a class of their own --------------------------------------===//

// A shared_ptr whose deleter is a lambda.
bool sharedOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  bool Done = false;
  const std::shared_ptr<void> Guard(nullptr, [&](void *) {
    if (!Done)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  });
  if (!addReading(Db))
    return false;
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  Done = true;
  return true;
}

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

bool finallyOk(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  Finally Guard([Db] { sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr); });
  if (parse(Text) == 0)
    return false;
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  Guard.dismiss();
  return true;
}

//===--- A class that holds the connection ----------------------------------------===//

// A class whose methods are elsewhere; that it holds a connection is to be seen.
class Database {
public:
  bool exec(const char *Sql);
  bool query(const std::string &Sql);

private:
  sqlite3 *Db;
};

void runString(sqlite3 *Db, const std::string &Sql) {
  if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error("cannot run " + Sql);
}
