// RUN: %check_dbtidy %s
// Exceptions that leave with a connection open: thrown here, by callees, by constructors.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

void unknown();                  // may throw, may not: by default nothing is said of it
void unknownNoexcept() noexcept; // does not

static void check(bool Good, const char *What) {
  if (!Good)
    throw std::runtime_error(What);
}

static int count(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT id FROM jobs");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  check(Rows > 0, "no jobs");
  return Rows;
}

struct DbError : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct Unrelated {};

//===--- Lost ---===//

// A throw where a return would have been noticed.
void thrownBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "when an exception leaves" certain
  if (PQstatus(Conn) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(Conn)); // NOTE: "an exception leaves"
  PQfinish(Conn);
}

// SQLite's failed open, with an exception for the status.
void failedOpenBad(const char *Path) {
  sqlite3 *Db = nullptr;
  const int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Rc != SQLITE_OK)
    throw DbError(sqlite3_errstr(Rc));
  sqlite3_close(Db);
}

// A function that throws when its argument is false.
void calleeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);                              // WARN: [db-connection-leak]
  check(PQstatus(Conn) == CONNECTION_OK, PQerrorMessage(Conn)); // NOTE: "'check' throws"
  PQfinish(Conn);
}

// Two calls down.
int deepCalleeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const int Jobs = count(Conn);    // NOTE: "'count' throws"
  PQfinish(Conn);
  return Jobs;
}

// A constructor between acquisition and release throws.
struct Table {
  explicit Table(PGconn *Conn) { check(PQserverVersion(Conn) >= 160000, "server too old"); }
};

void constructorBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const Table Jobs(Conn);
  PQfinish(Conn);
}

// So does that of an object made by new.
void newBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  delete new Table(Conn);
  PQfinish(Conn);
}

// Caught, and left without closing.
int caughtBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    const int Jobs = count(Conn);
    PQfinish(Conn);
    return Jobs;
  } catch (const std::exception &E) {
    std::puts(E.what());
    return -1;
  }
}

// Caught, told and thrown on.
int rethrownBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    count(Conn);
  } catch (...) {
    std::puts("failed");
    throw;
  }
  PQfinish(Conn);
  return 0;
}

// The handler that closes is for another type.
void otherTypeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    check(PQstatus(Conn) == CONNECTION_OK, "down");
  } catch (const Unrelated &) {
    PQfinish(Conn);
    throw;
  }
  PQfinish(Conn);
}

// Declared inside the try block: the handler cannot close it.
int outOfScopeBad(const char *Dsn) {
  try {
    PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    const int Jobs = count(Conn);
    PQfinish(Conn);
    return Jobs;
  } catch (const std::exception &) {
    return -1;
  }
}

// Another kind of exception in a handler.
void handlerThrowsBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    count(Conn);
  } catch (const std::runtime_error &E) {
    throw DbError(std::string("jobs: ") + E.what());
  }
  PQfinish(Conn);
}

// In a loop over servers, the first bad one ends it all.
int inLoopBad(const std::vector<std::string> &Dsns) {
  int Sum = 0;
  for (const std::string &Dsn : Dsns) {
    PGconn *Conn = PQconnectdb(Dsn.c_str()); // WARN: [db-connection-leak]
    Sum += count(Conn);
    PQfinish(Conn);
  }
  return Sum;
}

// The second of two connections throws in its factory; the first is open.
static PGconn *dialOrThrow(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    const std::string Why = PQerrorMessage(Conn);
    PQfinish(Conn);
    throw DbError(Why);
  }
  return Conn;
}

void secondThrowsBad(const char *A, const char *B) {
  PGconn *First = dialOrThrow(A); // WARN: [db-connection-leak] "'First'"
  PGconn *Second = dialOrThrow(B);
  PQfinish(Second);
  PQfinish(First);
}

// A lambda that throws is called in between.
void lambdaThrowsBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const auto Require = [](bool Good) {
    if (!Good)
      throw DbError("not good");
  };
  Require(PQstatus(Conn) == CONNECTION_OK);
  PQfinish(Conn);
}

// Thrown out of an inner try whose handler does not fit, into an outer one that forgets.
int nestedBad(const char *Dsn) {
  PGconn *Conn = nullptr;
  try {
    try {
      Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
      count(Conn);
    } catch (const Unrelated &) {
      PQfinish(Conn);
      return -2;
    }
  } catch (const std::runtime_error &) {
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// A wrapper of SQL text throws; its own clean-up is right, its caller's is not.
static void execute(sqlite3 *Db, const char *Sql) {
  char *Message = nullptr;
  if (sqlite3_exec(Db, Sql, nullptr, nullptr, &Message) != SQLITE_OK) {
    const std::string Text = Message ? Message : "?";
    sqlite3_free(Message);
    throw DbError(Text);
  }
}

void executeThrowsBad(const char *Path) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Path, &Db) == SQLITE_OK) // WARN: [db-connection-leak]
    execute(Db, "PRAGMA foreign_keys = ON");
  sqlite3_close(Db);
}

//===--- Closed ---===//

// The message is copied, then closed, then thrown.
PGconn *closedFirstOk(const char *Dsn) { return dialOrThrow(Dsn); }

// Everything is caught, closed and thrown on.
int closeAndRethrowOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  int Jobs;
  try {
    Jobs = count(Conn);
  } catch (...) {
    PQfinish(Conn);
    throw;
  }
  PQfinish(Conn);
  return Jobs;
}

// Caught by a base class, closed behind the handlers.
int baseCaughtOk(const char *Dsn) {
  int Jobs = -1;
  PGconn *Conn = PQconnectdb(Dsn);
  try {
    Jobs = count(Conn);
  } catch (const std::exception &E) {
    std::puts(E.what());
  }
  PQfinish(Conn);
  return Jobs;
}

// Null before the try, closed by whoever comes first.
int guardedOk(const char *Dsn) {
  PGconn *Conn = nullptr;
  try {
    Conn = dialOrThrow(Dsn);
    const int Jobs = count(Conn);
    PQfinish(Conn);
    return Jobs;
  } catch (const DbError &) {
    return -1;
  } catch (const std::exception &) {
    if (Conn)
      PQfinish(Conn);
    return -2;
  }
}

// A throw inside of a constructor-like block, closed by its own handler (pdns does this).
PGconn *throwToSelfOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_BAD) {
    try {
      throw DbError(PQerrorMessage(Conn));
    } catch (...) {
      PQfinish(Conn);
      throw;
    }
  }
  return Conn;
}

// Thrown before anything was opened.
void thrownBeforeOk(const char *Dsn) {
  check(Dsn != nullptr, "no data source");
  PGconn *Conn = PQconnectdb(Dsn);
  PQfinish(Conn);
}

// Thrown after it was closed.
void thrownAfterOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const bool Good = PQstatus(Conn) == CONNECTION_OK;
  PQfinish(Conn);
  check(Good, "down");
}

// noexcept: what would leave ends the program.
int noexceptOk(const char *Dsn) noexcept {
  PGconn *Conn = PQconnectdb(Dsn);
  const int Jobs = count(Conn);
  PQfinish(Conn);
  return Jobs;
}

// The callee catches its own.
static int countOrZero(PGconn *Conn) {
  try {
    return count(Conn);
  } catch (const std::runtime_error &) {
    return 0;
  }
}

int calleeCatchesOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const int Jobs = countOrZero(Conn);
  PQfinish(Conn);
  return Jobs;
}

// Nobody knows whether these throw; allocation alone is not enough either.
std::string notPlausibleOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  unknown();
  unknownNoexcept();
  std::string Text = PQdb(Conn);
  Text += PQhost(Conn);
  std::vector<std::string> Parts;
  Parts.push_back(Text);
  PQfinish(Conn);
  return Text;
}

// The condition for the throw is known to be false here.
void notThisWayOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  check(true, "never");
  if (PQstatus(Conn) == CONNECTION_OK)
    check(PQstatus(Conn) == CONNECTION_OK, "never either");
  PQfinish(Conn);
}

// A function-try-block cannot see the locals, but it has nothing to close either.
int functionTryOk(const char *Dsn) try {
  PGconn *Conn = PQconnectdb(Dsn);
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  check(Version > 0, "no server");
  return Version;
} catch (const std::exception &) {
  return -1;
}

// A handler that ends the program.
int handlerExitsOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  int Jobs = 0;
  try {
    Jobs = count(Conn);
  } catch (const std::exception &) {
    std::terminate();
  }
  PQfinish(Conn);
  return Jobs;
}

// Thrown out of main: the program ends.
int main(int Count, char **Words) {
  PGconn *Conn = PQconnectdb(Count > 1 ? Words[1] : "");
  if (PQstatus(Conn) != CONNECTION_OK)
    throw std::runtime_error("down");
  PQfinish(Conn);
  return 0;
}
