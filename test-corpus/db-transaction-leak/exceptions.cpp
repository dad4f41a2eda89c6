// RUN: %check_dbtidy %s
// Exceptions past an open transaction.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stdexcept>
#include <string>
#include <vector>

class DbError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

void execute(sqlite3 *Db, const char *Sql) {
  if (sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw DbError(sqlite3_errmsg(Db));
}

void addReading(sqlite3 *Db) {
  if (sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", nullptr, nullptr, nullptr))
    throw DbError("cannot add");
}

bool addQuietly(sqlite3 *Db) noexcept {
  return !sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", nullptr, nullptr, nullptr);
}

int parse(const char *Text) {
  if (*Text < '0' || *Text > '9')
    throw std::invalid_argument("no number");
  return *Text - '0';
}

// A throw of the function's own.
void ownThrowBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  if (!addQuietly(Db))
    throw DbError("cannot add"); // NOTE: "an exception leaves with the transaction open"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// A callee throws.
void calleeThrowsBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  addReading(Db);                                       // NOTE: "'addReading' throws"
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// A callee throws that has nothing to do with the database.
int parserThrowsBad(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  const int Value = parse(Text);
  addQuietly(Db);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return Value;
}

// A constructor throws.
struct Record {
  explicit Record(const char *Text) : Value(parse(Text)) {}
  int Value;
};

int constructorThrowsBad(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  const Record R(Text);
  addQuietly(Db);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return R.Value;
}

// The text runs through a function that throws: BEGIN itself, and what comes behind it.
void throwingExecuteBad(sqlite3 *Db) {
  execute(Db, "BEGIN"); // WARN: [db-transaction-leak]
  execute(Db, "DELETE FROM Reading");
  execute(Db, "COMMIT");
}

// The handler is for another class.
void otherHandlerBad(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  try {
    parse(Text);
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  } catch (const DbError &) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

// The handler swallows the exception and the rollback.
bool swallowedBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  try {
    addReading(Db);
  } catch (const std::exception &) {
    return false; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

// An exception leaves with it open although all failures that return roll back.
bool lockBad(PGconn *Conn, const char *Text) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (parse(Text) == 0) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return false;
  }
  return true;
}

// In a loop: one element's exception leaves this turn's transaction.
void loopBad(sqlite3 *Db, const std::vector<const char *> &Texts) {
  for (const char *Text : Texts) {
    sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
    parse(Text);
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  }
}

// Rolled back and thrown on.
void rethrownOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  try {
    addReading(Db);
    sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  } catch (...) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

// Rolled back by a handler of the base class.
bool baseHandlerOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  try {
    addReading(Db);
  } catch (const std::exception &) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    return false;
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return true;
}

// BEGIN itself throws: there is nothing to end.
void throwingBeginOk(sqlite3 *Db) {
  execute(Db, "BEGIN");
  try {
    execute(Db, "DELETE FROM Reading");
    execute(Db, "COMMIT");
  } catch (...) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw;
  }
}

// The throw comes before the transaction, or behind it.
int aroundOk(sqlite3 *Db, const char *Text) {
  const int Value = parse(Text);
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  addQuietly(Db);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
  return Value + parse(Text + 1);
}

// Rolled back before the throw.
void rolledBackFirstOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  if (!addQuietly(Db)) {
    sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
    throw DbError("cannot add");
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// A helper rolls back and throws.
[[noreturn]] void rollbackAndThrow(sqlite3 *Db) {
  const std::string Why = sqlite3_errmsg(Db);
  sqlite3_exec(Db, "ROLLBACK", nullptr, nullptr, nullptr);
  throw DbError(Why);
}

void throwingHelperOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  if (!addQuietly(Db))
    rollbackAndThrow(Db);
  if (sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    rollbackAndThrow(Db);
}

// Only what throws may not: a noexcept function ends the program instead.
void noexceptOk(sqlite3 *Db, const char *Text) noexcept {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  parse(Text);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// Out of memory alone is no reason: std::string may throw, but nobody plans for it.
void memoryOk(sqlite3 *Db, const char *Name) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  const std::string Copy = std::string("reading ") + Name;
  if (!Copy.empty())
    addQuietly(Db);
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// The exception ends within the transaction.
void insideOk(sqlite3 *Db, const std::vector<const char *> &Texts) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr);
  for (const char *Text : Texts) {
    try {
      parse(Text);
      addQuietly(Db);
    } catch (const std::invalid_argument &) {
      continue;
    }
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}

// A begin wrapper throws only if it has not begun.
void beginOrThrow(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "BEGIN");
  const bool Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  if (!Ok)
    throw DbError(PQerrorMessage(Conn));
}

void beginOrThrowOk(PGconn *Conn) {
  beginOrThrow(Conn);
  PQclear(PQexec(Conn, "COMMIT"));
}

void beginOrThrowBad(PGconn *Conn, const char *Text) {
  beginOrThrow(Conn); // WARN: [db-transaction-leak]
  parse(Text);
  PQclear(PQexec(Conn, "COMMIT"));
}

void callThem(sqlite3 *Db, PGconn *Conn, const std::vector<const char *> &Texts) {
  ownThrowBad(Db);
  lockBad(Conn, Texts[0]);
}
