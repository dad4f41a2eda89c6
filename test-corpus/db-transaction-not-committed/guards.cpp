// RUN: %check_dbtidy %s
// Objects whose destructor rolls back what was not committed.

#include "sqlite3.h"
#include <string>
#include <utility>

enum class Mode { Read,
                  Write };

// Nothing but its declaration is known.
class Transaction {
public:
  explicit Transaction(sqlite3 *Db = nullptr);
  Transaction(Transaction &&) noexcept;
  ~Transaction();
  bool commit();
  void rollback();
  explicit operator bool() const;

private:
  sqlite3 *Db = nullptr;
};

Transaction begin(sqlite3 *Db, Mode How);
void run(sqlite3 *Db, const char *Sql);
void countIn(const Transaction &T);
void finishLater(Transaction &T);
std::string formatted(const char *Text, int Number);

// The work is done, and gone.
void renameBad(sqlite3 *Db) {
  Transaction T(Db);                                     // WARN: [db-transaction-not-committed] "is never committed" likely
  run(Db, "UPDATE folders SET name = 'x' WHERE id = 1"); // NOTE: "changes data"
}

// The usual way.
bool renameOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "UPDATE folders SET name = 'x' WHERE id = 1");
  return T.commit();
}

// Out of a function that makes it, behind a check that it was made.
void madeElsewhereBad(sqlite3 *Db) {
  auto T = begin(Db, Mode::Write); // WARN: [db-transaction-not-committed]
  if (!T)
    return;
  run(Db, "DELETE FROM folders WHERE id = 1");
}

// The text is formatted by another call.
void formattedBad(sqlite3 *Db, int Id) {
  Transaction T(Db); // WARN: [db-transaction-not-committed]
  run(Db, formatted("INSERT INTO folders VALUES (%d)", Id).c_str());
}

// Every early return undoes, the last one does not commit either.
bool manyExitsBad(sqlite3 *Db) {
  Transaction T(Db); // WARN: [db-transaction-not-committed]
  sqlite3_stmt *S = nullptr;
  if (sqlite3_prepare_v2(Db, "INSERT INTO log VALUES (1)", -1, &S, nullptr) != SQLITE_OK)
    return false;
  const int Rc = sqlite3_step(S);
  sqlite3_finalize(S);
  return Rc == SQLITE_DONE;
}

// Reads need no commit.
void readingOk(sqlite3 *Db) {
  auto T = begin(Db, Mode::Read);
  run(Db, "SELECT name FROM folders");
}

// Undone on purpose.
void dryRunOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "DELETE FROM folders");
  T.rollback();
}

// Committed on one way: the other one is what the guard is for.
bool guardedOk(sqlite3 *Db, bool Valid) {
  Transaction T(Db);
  run(Db, "DELETE FROM folders");
  if (!Valid)
    return false;
  return T.commit();
}

// Somebody else commits.
void passedOnOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "DELETE FROM folders");
  finishLater(T);
}

// Who only looks does not.
void lookedAtBad(sqlite3 *Db) {
  Transaction T(Db); // WARN: [db-transaction-not-committed]
  run(Db, "DELETE FROM folders");
  countIn(T);
}

// The caller gets it.
Transaction returnedOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "DELETE FROM folders");
  return T;
}

// The change comes before the transaction.
void earlierOk(sqlite3 *Db) {
  run(Db, "DELETE FROM folders");
  Transaction T(Db);
  run(Db, "SELECT 1");
}

// A message that begins with the word is no statement.
void messageOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "Update of the folder list");
}

// A class whose destructor commits.
class Batch {
public:
  explicit Batch(sqlite3 *Db);
  ~Batch() { commit(); }
  void commit() { run(Db, "COMMIT"); }

private:
  sqlite3 *Db;
};

void batchOk(sqlite3 *Db) {
  Batch B(Db);
  run(Db, "DELETE FROM folders");
}

void batchEarlyOk(sqlite3 *Db) {
  Batch B(Db);
  run(Db, "DELETE FROM folders");
  B.commit();
}

// A class with nothing to commit is none of transactions.
class Lock {
public:
  explicit Lock(sqlite3 *Db);
  ~Lock();
};

void lockOk(sqlite3 *Db) {
  Lock L(Db);
  run(Db, "DELETE FROM folders");
}

// In a loop, one for each.
void eachBad(sqlite3 *Db) {
  for (int I = 0; I != 3; ++I) {
    Transaction T(Db); // WARN: [db-transaction-not-committed]
    run(Db, "INSERT INTO log VALUES (1)");
  }
}

// Moved into another one that is committed.
bool movedOk(sqlite3 *Db) {
  Transaction T(Db);
  run(Db, "DELETE FROM folders");
  Transaction Other(std::move(T));
  return Other.commit();
}
