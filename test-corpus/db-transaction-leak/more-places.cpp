// RUN: %check_dbtidy %s
// Where the connection is kept, while its transaction is open.
#include "sqlite3.h"

// In a static variable of a function.
static sqlite3 *database() {
  static sqlite3 *Db = nullptr;
  if (!Db)
    sqlite3_open("readings.db", &Db);
  return Db;
}

bool singletonBad(int Count) {
  sqlite3_exec(database(), "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (Count == 0)
    return false; // NOTE: "returns with the transaction open"
  sqlite3_exec(database(), "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

bool singletonOk(int Count) {
  sqlite3_exec(database(), "BEGIN", nullptr, nullptr, nullptr);
  if (Count == 0) {
    sqlite3_exec(database(), "ROLLBACK", nullptr, nullptr, nullptr);
    return false;
  }
  sqlite3_exec(database(), "COMMIT", nullptr, nullptr, nullptr);
  return true;
}
