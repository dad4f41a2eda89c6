// RUN: %check_dbtidy %s
// Classes that begin in the constructor and roll back in the destructor, scope guards,
// smart pointers, lambdas, templates.
#include "libpq-fe.h"
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

class Transaction {
public:
  explicit Transaction(sqlite3 *Db) : Db(Db) {
    if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error("cannot begin");
  }
  Transaction(const Transaction &) = delete;
  Transaction &operator=(const Transaction &) = delete;
  ~Transaction() {
    if (!Done)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() {
    if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error("cannot commit");
    Done = true;
  }

private:
  sqlite3 *Db;
  bool Done = false;
};

// On the heap, owned by a unique_ptr.
bool heapGuardOk(sqlite3 *Db) {
  const auto Guard = std::make_unique<Transaction>(Db);
  if (!addReading(Db))
    return false;
  Guard->commit();
  return true;
}

// Ended in the middle by a reset.
bool resetGuardOk(sqlite3 *Db, bool Dry) {
  auto Guard = std::make_unique<Transaction>(Db);
  if (Dry)
    Guard.reset();
  else
    Guard->commit();
  return addReading(Db);
}

//===--- Guards that move ---------------------------------------------------------===//

class Movable {
public:
  explicit Movable(sqlite3 *Db) : Db(Db) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  Movable(Movable &&Other) noexcept : Db(std::exchange(Other.Db, nullptr)) {}
  ~Movable() {
    if (Db)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() {
    sqlite3_exec(std::exchange(Db, nullptr), "COMMIT", nullptr, nullptr, nullptr);
  }
  /// The transaction is the caller's from now on.
  sqlite3 *release() { return std::exchange(Db, nullptr); }

private:
  sqlite3 *Db;
};

Movable beginOk(sqlite3 *Db) { return Movable(Db); }

bool movedOk(sqlite3 *Db) {
  Movable First = beginOk(Db);
  if (!addReading(Db))
    return false;
  Movable Second = std::move(First);
  if (!addReading(Db))
    return false;
  Second.commit();
  return true;
}

// Taken by value: the callee's parameter ends it.
bool finish(Movable Guard, bool Good) {
  if (Good)
    Guard.commit();
  return Good;
}

bool passedOk(sqlite3 *Db) {
  Movable Guard(Db);
  const bool Good = addReading(Db);
  return finish(std::move(Guard), Good);
}

// Released from the guard, and then forgotten on one path.
bool releasedBad(sqlite3 *Db) {
  Movable Guard(Db); // WARN: [db-transaction-leak]
  if (!addReading(Db))
    return false;
  sqlite3 *Open = Guard.release();
  if (!addReading(Open))
    return false; // NOTE: "returns with the transaction open"
  sqlite3_exec(Open, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

// Kept in a structured binding.
std::pair<Movable, bool> beginAndAddOk(sqlite3 *Db) {
  Movable Guard(Db);
  const bool Good = addReading(Db);
  return {std::move(Guard), Good};
}

bool bindingOk(sqlite3 *Db) {
  auto [Guard, Good] = beginAndAddOk(Db);
  if (!Good)
    return false;
  Guard.commit();
  return true;
}

//===--- Guards without a class of their own --------------------------------------===//

struct Rollback {
  void operator()(sqlite3 *Db) const {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
};

// A unique_ptr whose deleter rolls back.
bool deleterOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  std::unique_ptr<sqlite3, Rollback> Open(Db);
  if (!addReading(Db))
    return false;
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  Open.release();
  return true;
}

void rollback(PGconn *Conn) { PQclear(PQexec(Conn, "ROLLBACK")); }

// The deleter is a pointer to a function.
bool functionDeleterOk(PGconn *Conn, const char *Text) {
  PQclear(PQexec(Conn, "BEGIN"));
  std::unique_ptr<PGconn, void (*)(PGconn *)> Open(Conn, rollback);
  if (parse(Text) == 0)
    return false;
  PQclear(PQexec(Open.release(), "COMMIT"));
  return true;
}

// Released before the commit has worked.
bool deleterBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  std::unique_ptr<sqlite3, Rollback> Open(Db);
  if (!addReading(Db))
    return false;
  Open.release();
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false; // NOTE: "returns with the transaction open"
  return true;
}

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

// A lambda runs any text.
bool runLambdaBad(PGconn *Conn) {
  const auto Run = [Conn](const char *Sql) {
    PGresult *Res = PQexec(Conn, Sql);
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    return Ok;
  };
  if (!Run("BEGIN")) // WARN: [db-transaction-leak]
    return false;
  if (!Run("DELETE FROM reading"))
    return false; // NOTE: "returns with the transaction open"
  return Run("COMMIT");
}

//===--- A class that holds the connection ----------------------------------------===//

class Store {
public:
  explicit Store(sqlite3 *Db) : Db(Db) {}

  void begin() { run("BEGIN"); }
  void commit() { run("COMMIT"); }
  void rollback() { run("ROLLBACK"); }
  void add() { run("INSERT INTO Reading VALUES (1)"); }
  bool addQuietly() { return addReading(Db); }

  // A transaction that stays open between the calls of two methods is the object's.
  void startOk() {
    run("BEGIN");
    Open = true;
  }
  void stopOk() {
    if (Open)
      run("COMMIT");
    Open = false;
  }

private:
  void run(const char *Sql) {
    if (sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(Sql);
  }

  sqlite3 *Db;
  bool Open = false;
};

bool storeSaveBad(Store &S) {
  S.begin(); // WARN: [db-transaction-leak]
  if (!S.addQuietly())
    return false;
  S.commit();
  return true;
}

// Through an object: the callee throws.
void storeThrowsBad(Store &S) {
  S.begin(); // WARN: [db-transaction-leak]
  S.add();
  S.commit();
}

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
