// RUN: %check_dbtidy %s
// Classes that begin in the constructor and roll back in the destructor, scope guards,
// smart pointers, lambdas, templates.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

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

// Early returns and exceptions are the destructor's business.
bool guardOk(sqlite3 *Db, const char *Text) {
  Transaction Guard(Db);
  if (!addReading(Db))
    return false;
  parse(Text);
  Guard.commit();
  return true;
}

// Whatever happens in the loop, each turn's guard ends it.
void guardInLoopOk(sqlite3 *Db, const std::vector<const char *> &Texts) {
  for (const char *Text : Texts) {
    Transaction Guard(Db);
    if (parse(Text) == 0)
      continue;
    if (!addReading(Db))
      break;
    Guard.commit();
  }
}

// On the heap, owned by a unique_ptr.
bool heapGuardOk(sqlite3 *Db) {
  const auto Guard = std::make_unique<Transaction>(Db);
  if (!addReading(Db))
    return false;
  Guard->commit();
  return true;
}

// Only sometimes.
bool optionalGuardOk(sqlite3 *Db, bool Own) {
  std::optional<Transaction> Guard;
  if (Own)
    Guard.emplace(Db);
  if (!addReading(Db))
    return false;
  if (Guard)
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

// Several, in a container.
void containedGuardsOk(const std::vector<sqlite3 *> &Dbs) {
  std::vector<std::unique_ptr<Transaction>> Guards;
  for (sqlite3 *Db : Dbs)
    Guards.push_back(std::make_unique<Transaction>(Db));
  for (auto &Guard : Guards)
    Guard->commit();
}

// Inherited.
class Immediate : public Transaction {
public:
  using Transaction::Transaction;
};

bool inheritedGuardOk(sqlite3 *Db) {
  Immediate Guard(Db);
  if (!addReading(Db))
    return false;
  Guard.commit();
  return true;
}

// A member of what is on the stack.
struct Job {
  explicit Job(sqlite3 *Db) : Guard(Db) {}
  Transaction Guard;
  int Count = 0;
};

bool memberGuardOk(sqlite3 *Db) {
  Job J(Db);
  if (!addReading(Db))
    return false;
  J.Guard.commit();
  return true;
}

// Commits unless an exception is on its way.
class Automatic {
public:
  explicit Automatic(sqlite3 *Db) : Db(Db), Before(std::uncaught_exceptions()) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Automatic() {
    if (std::uncaught_exceptions() > Before)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    else
      sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  }

private:
  sqlite3 *Db;
  int Before;
};

int automaticOk(sqlite3 *Db, const char *Text) {
  Automatic Guard(Db);
  if (!addReading(Db))
    return -1;
  return parse(Text);
}

// On the heap, and one exit does not delete it.
bool heapGuardBad(sqlite3 *Db) {
  auto *Guard = new Transaction(Db); // WARN: [db-transaction-leak]
  if (!addReading(Db))
    return false; // NOTE: "returns with the transaction open"
  Guard->commit();
  delete Guard;
  return true;
}

//===--- A guard that does not ----------------------------------------------------===//

// The author forgot the destructor.
class Unguarded {
public:
  explicit Unguarded(PGconn *Conn) : Conn(Conn) { PQclear(PQexec(Conn, "BEGIN")); }
  void commit() { PQclear(PQexec(Conn, "COMMIT")); }
  void rollback() { PQclear(PQexec(Conn, "ROLLBACK")); }

private:
  PGconn *Conn;
};

bool unguardedBad(PGconn *Conn, int Count) {
  Unguarded Work(Conn); // WARN: [db-transaction-leak]
  if (Count == 0)
    return false; // NOTE: "returns with the transaction open"
  Work.commit();
  return true;
}

void unguardedThrowBad(PGconn *Conn, const char *Text) {
  Unguarded Work(Conn); // WARN: [db-transaction-leak]
  parse(Text);
  Work.commit();
}

bool unguardedOk(PGconn *Conn, int Count) {
  Unguarded Work(Conn);
  if (Count == 0) {
    Work.rollback();
    return false;
  }
  Work.commit();
  return true;
}

// The guard's flag is wrong way round: it rolls back what is done.
class Reversed {
public:
  explicit Reversed(sqlite3 *Db) : Db(Db) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  }
  ~Reversed() {
    if (Done)
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  void commit() {
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
    Done = true;
  }

private:
  sqlite3 *Db;
  bool Done = false;
};

bool reversedBad(sqlite3 *Db) {
  Reversed Guard(Db); // WARN: [db-transaction-leak]
  if (!addReading(Db))
    return false; // NOTE: "returns with the transaction open"
  Guard.commit();
  return true;
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

// The same where the connection is known not to be null.
bool movedCheckedOk(sqlite3 *Db) {
  if (!Db)
    return false;
  Movable First(Db);
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

// The same where the connection is known not to be null.
bool deleterCheckedOk(sqlite3 *Db) {
  if (!Db || sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  std::unique_ptr<sqlite3, Rollback> Open(Db);
  if (!addReading(Db))
    return false;
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  Open.release();
  return true;
}

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

// A general scope guard.
template <typename Function>
class ScopeExit {
public:
  explicit ScopeExit(Function F) : F(std::move(F)) {}
  ScopeExit(const ScopeExit &) = delete;
  ~ScopeExit() {
    if (Armed)
      F();
  }
  void dismiss() { Armed = false; }

private:
  Function F;
  bool Armed = true;
};

bool scopeExitOk(sqlite3 *Db, const char *Text) {
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  ScopeExit Guard([Db] { sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr); });
  if (parse(Text) == 0)
    return false;
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  Guard.dismiss();
  return true;
}

// Armed too late.
bool scopeExitBad(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  const int Value = parse(Text);
  ScopeExit Guard([Db] { sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr); });
  return Value == 1;
}

// The end depends on a flag that the guard captured by reference.
bool capturedFlagOk(PGconn *Conn, const char *Text) {
  bool Good = false;
  PQclear(PQexec(Conn, "BEGIN"));
  ScopeExit Guard([&] {
    if (Good)
      PQclear(PQexec(Conn, "COMMIT"));
    else
      PQclear(PQexec(Conn, "ROLLBACK"));
  });
  if (parse(Text) == 0)
    return false;
  Good = true;
  return true;
}

// A lambda that rolls back and gives the failure back.
int lambdaOk(sqlite3 *Db) {
  const auto Fail = [Db](int Rc) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    return Rc;
  };
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return -1;
  if (!addReading(Db))
    return Fail(-2);
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    return Fail(-3);
  return 0;
}

// The work is a lambda that is run at once.
int immediateOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return -1;
  const bool Good = [Db] {
    if (!addReading(Db))
      return false;
    return addReading(Db);
  }();
  if (!Good) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    return -1;
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// It is there, but not called on one exit.
int lambdaBad(sqlite3 *Db, bool Dry) {
  const auto Fail = [Db] {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    return -1;
  };
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (!addReading(Db))
    return Fail();
  if (Dry)
    return 0; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return 1;
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

bool runLambdaOk(PGconn *Conn) {
  const auto Run = [Conn](const char *Sql) {
    PGresult *Res = PQexec(Conn, Sql);
    const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
    PQclear(Res);
    return Ok;
  };
  if (!Run("BEGIN"))
    return false;
  if (!Run("DELETE FROM reading")) {
    Run("ROLLBACK");
    return false;
  }
  return Run("COMMIT");
}

//===--- Templates and higher order -----------------------------------------------===//

template <typename Work>
bool inTransaction(sqlite3 *Db, Work Do) {
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
    return false;
  bool Good = false;
  try {
    Good = Do();
  } catch (...) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
  if (Good)
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  else
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  return Good;
}

// What runs in it may throw and fail; afterwards none is open.
bool higherOrderOk(sqlite3 *Db, const char *Text) {
  if (!inTransaction(Db, [&] { return parse(Text) > 0 && addReading(Db); }))
    return false;
  Transaction Guard(Db);
  Guard.commit();
  return true;
}

template <typename Work>
bool aroundBad(sqlite3 *Db, Work Do) {
  if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK) // WARN: [db-transaction-leak]
    return false;
  if (!Do())
    return false; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

bool useAround(sqlite3 *Db) {
  return aroundBad(Db, [Db] { return addReading(Db); });
}

// The work is a std::function: what it does is unknown, what is around it is not.
bool functionOk(sqlite3 *Db, const std::function<bool()> &Do) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  const bool Good = Do();
  if (Good)
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  else
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  return Good;
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

// Begun by one method, ended by another of the same object.
bool storeSaveOk(Store &S) {
  S.begin();
  if (!S.addQuietly()) {
    S.rollback();
    return false;
  }
  S.commit();
  return true;
}

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

void storeCatchesOk(Store &S) {
  S.begin();
  try {
    S.add();
    S.commit();
  } catch (...) {
    S.rollback();
    throw;
  }
}

// A class whose methods are elsewhere; that it holds a connection is to be seen.
class Database {
public:
  bool exec(const char *Sql);
  bool query(const std::string &Sql);

private:
  sqlite3 *Db;
};

bool declaredMethodOk(Database &D) {
  if (!D.exec("BEGIN"))
    return false;
  if (!D.exec("DELETE FROM Reading")) {
    D.exec("ROLLBACK");
    return false;
  }
  return D.exec("COMMIT");
}

// The object that owns the connection closes it.
class Connection {
public:
  explicit Connection(const char *Info) : Conn(PQconnectdb(Info)) {}
  Connection(const Connection &) = delete;
  ~Connection() { PQfinish(Conn); }
  PGconn *get() const { return Conn; }

private:
  PGconn *Conn;
};

bool ownConnectionOk(const char *Info, const char *Text) {
  const Connection C(Info);
  PQclear(PQexec(C.get(), "BEGIN"));
  if (parse(Text) == 0)
    return false;
  PQclear(PQexec(C.get(), "COMMIT"));
  return true;
}

bool borrowedConnectionBad(const Connection &C, int Count) {
  PQclear(PQexec(C.get(), "BEGIN")); // WARN: [db-transaction-leak]
  if (Count == 0)
    return false; // NOTE: "returns with the transaction open"
  PQclear(PQexec(C.get(), "COMMIT"));
  return true;
}

void runString(sqlite3 *Db, const std::string &Sql) {
  if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error("cannot run " + Sql);
}

void runStringOk(sqlite3 *Db) {
  runString(Db, "BEGIN");
  try {
    runString(Db, "DELETE FROM Reading");
    runString(Db, "COMMIT");
  } catch (...) {
    runString(Db, "ROLLBACK");
    throw;
  }
}

// Keeps the functions above in use.
void useThem(sqlite3 *Db, PGconn *Conn) {
  Store S(Db);
  S.startOk();
  S.stopOk();
  storeSaveOk(S);
  storeSaveBad(S);
  storeThrowsBad(S);
  passedOk(Db);
}
