// RUN: %check_dbtidy %s
// Where the connection is kept, while its transaction is open.
#include "sqlite3.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

bool addReading(sqlite3 *Db) {
  return !sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", nullptr, nullptr, nullptr);
}

struct Backend {
  sqlite3 *Db;
};

struct Account {
  Backend *Storage;
};

// Behind two pointers.
int nestedFieldBad(Account *A) {
  sqlite3_exec(A->Storage->Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addReading(A->Storage->Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(A->Storage->Db, "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

int nestedFieldOk(Account *A) {
  Backend &Storage = *A->Storage;
  sqlite3_exec(A->Storage->Db, "BEGIN", nullptr, nullptr, nullptr);
  if (!addReading(Storage.Db)) {
    sqlite3_exec(Storage.Db, "ROLLBACK", nullptr, nullptr, nullptr);
    return -1;
  }
  sqlite3_exec(Storage.Db, "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// In an array, at a constant index.
int elementBad(sqlite3 **Dbs) {
  sqlite3_exec(Dbs[0], "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addReading(Dbs[0]))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Dbs[0], "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

int elementOk(sqlite3 **Dbs) {
  sqlite3_exec(Dbs[0], "BEGIN", nullptr, nullptr, nullptr);
  if (!addReading(Dbs[0])) {
    sqlite3_exec(Dbs[0], "ROLLBACK", nullptr, nullptr, nullptr);
    return -1;
  }
  sqlite3_exec(Dbs[0], "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// Another element's transaction is ended.
int otherElementBad(sqlite3 **Dbs) {
  sqlite3_exec(Dbs[0], "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addReading(Dbs[0])) {
    sqlite3_exec(Dbs[1], "ROLLBACK", nullptr, nullptr, nullptr);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Dbs[0], "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// Behind a reference.
int referenceBad(sqlite3 *&Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addReading(Db))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

struct Close {
  void operator()(sqlite3 *Db) const { sqlite3_close_v2(Db); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

// In a smart pointer that is somebody else's.
int smartBad(const Handle &Db) {
  sqlite3_exec(Db.get(), "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addReading(Db.get()))
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db.get(), "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// In one of this function's: the close ends the transaction.
int smartOk(const char *Path) {
  sqlite3 *Raw = nullptr;
  const int Rc = sqlite3_open(Path, &Raw);
  const Handle Db(Raw);
  if (Rc != SQLITE_OK)
    return -1;
  sqlite3_exec(Db.get(), "BEGIN", nullptr, nullptr, nullptr);
  if (!addReading(Db.get()))
    return -1;
  sqlite3_exec(Db.get(), "COMMIT", nullptr, nullptr, nullptr);
  return 0;
}

// In an object that knows whether its transaction is open.
class Cache {
public:
  explicit Cache(sqlite3 *Db) : Db(Db) {}
  bool begin() {
    if (Open)
      return true;
    if (sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr) != SQLITE_OK)
      return false;
    Open = true;
    return true;
  }
  void end(bool Good) {
    if (!Open)
      return;
    Open = false;
    if (Good)
      sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
    else
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  bool add() { return addReading(Db); }

private:
  sqlite3 *Db;
  bool Open = false;
};

bool cacheOk(Cache &C) {
  if (!C.begin())
    return false;
  if (!C.add()) {
    C.end(false);
    return false;
  }
  C.end(true);
  return true;
}

bool cacheBad(Cache &C) {
  if (!C.begin()) // WARN: [db-transaction-leak]
    return false;
  if (!C.add())
    return false; // NOTE: "returns with the transaction open"
  C.end(true);
  return true;
}

// The lock is given back by its guard, the transaction is not.
bool lockedBad(std::mutex &M, sqlite3 *Db, int Count) {
  const std::lock_guard<std::mutex> Lock(M);
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (Count == 0)
    return false; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

// Strings and containers come and go meanwhile.
bool rowsOk(sqlite3 *Db, const std::vector<std::string> &Rows) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const std::string &Row : Rows) {
    const std::string Sql = "INSERT INTO Reading VALUES ('" + Row + "')";
    if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
      return false;
    }
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

bool rowsBad(sqlite3 *Db, const std::vector<std::string> &Rows) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  for (const std::string &Row : Rows) {
    const std::string Sql = "INSERT INTO Reading VALUES ('" + Row + "')";
    if (sqlite3_exec(Db, Sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      return false; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}
