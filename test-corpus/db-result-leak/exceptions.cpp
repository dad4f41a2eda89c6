// RUN: %check_dbtidy %s
// C++ exceptions between the acquisition and the release: by `throw`, by a callee, by a
// constructor; caught, translated and rethrown.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace {

struct DbError : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct Busy : DbError {
  using DbError::DbError;
};

void log(const char *Text) noexcept { std::puts(Text); }

void require(bool Holds, const char *Message) {
  if (!Holds)
    throw DbError(Message);
}

int parsePositive(const char *Text) {
  const int Value = std::atoi(Text);
  if (Value <= 0)
    throw std::out_of_range("not positive");
  return Value;
}

int parseOrZero(const char *Text) noexcept {
  const int Value = std::atoi(Text);
  return Value > 0 ? Value : 0;
}

[[noreturn]] void raise(PGconn *Conn) { throw DbError(PQerrorMessage(Conn)); }

struct Positive {
  int Value;
  explicit Positive(const char *Text) : Value(std::atoi(Text)) {
    if (Value <= 0)
      throw DbError("not positive");
  }
};

void clear(PGresult *Res) noexcept { PQclear(Res); }

} // namespace

//===--- Lost -----------------------------------------------------------------------===//

// A throw where a return would have been as bad.
int throwBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");   // WARN: [db-result-leak] "query result 'Res'" certain
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) // NOTE: "assuming"
    throw DbError(PQerrorMessage(Conn));      // NOTE: "exception"
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The message is taken from the result, which is then lost.
void throwWithMessageBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM t"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_COMMAND_OK)
    throw DbError(PQresultErrorMessage(Res));
  PQclear(Res);
}

// A helper of the same file throws.
int calleeThrowsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  require(PQresultStatus(Res) == PGRES_TUPLES_OK, "no answer");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The conversion of a value throws.
int conversionThrowsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  const int Value = parsePositive(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}

// A constructor throws: its object never was, the result is still there.
int constructorThrowsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  const Positive P(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return P.Value;
}

// new runs a constructor, too.
[[maybe_unused]] Positive *newThrowsBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  Positive *P = new Positive(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return P;
}

// A noreturn helper that throws is not the end of the program.
int raiseBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    raise(Conn);
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The handler returns without what the try block had.
bool caughtBad(PGconn *Conn) {
  try {
    PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
    const int Value = parsePositive(PQgetvalue(Res, 0, 0));
    PQclear(Res);
    return Value > 1;
  } catch (const std::exception &E) {
    log(E.what());
    return false;
  }
}

// Declared before the try block, cleared in it only.
bool clearedInTryBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  try {
    require(PQntuples(Res) == 1, "one row, please");
    PQclear(Res);
  } catch (const DbError &E) {
    log(E.what());
    return false;
  }
  return true;
}

// The handler does not catch what is thrown.
int otherHandlerBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  int Value = 0;
  try {
    Value = parsePositive(PQgetvalue(Res, 0, 0));
  } catch (const DbError &E) {
    log(E.what());
  }
  PQclear(Res);
  return Value;
}

// Rethrown without the release.
int rethrownBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  try {
    const int Value = parsePositive(PQgetvalue(Res, 0, 0));
    PQclear(Res);
    return Value;
  } catch (...) {
    log("rethrowing");
    throw;
  }
}

// The handler itself throws another exception.
int translatedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  int Value = 0;
  try {
    Value = parsePositive(PQgetvalue(Res, 0, 0));
  } catch (const std::out_of_range &) {
    throw DbError("bad number in t");
  }
  PQclear(Res);
  return Value;
}

// A statement through its out-parameter, and a bind helper that throws.
static void bind(sqlite3_stmt *Stmt, int At, int Value) {
  if (sqlite3_bind_int(Stmt, At, Value) != SQLITE_OK)
    throw DbError("bind");
}
void bindThrowsBad(sqlite3 *Db, int Id) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "DELETE FROM t WHERE id = ?", -1, &Stmt, nullptr) != SQLITE_OK) // WARN: [db-result-leak] "'Stmt'"
    throw DbError(sqlite3_errmsg(Db));
  bind(Stmt, 1, Id);
  sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
}

// The error text of sqlite3_exec: thrown as a copy, the original stays.
void messageThrownBad(sqlite3 *Db) {
  char *Message = nullptr;
  if (sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, &Message) != SQLITE_OK) // WARN: [db-result-leak]
    throw DbError(Message ? Message : "?");
}

// In a loop: the second turn's throw loses that turn's result.
int loopThrowsBad(PGconn *Conn) {
  int Sum = 0;
  while (PGresult *Res = PQgetResult(Conn)) { // WARN: [db-result-leak]
    if (PQresultStatus(Res) == PGRES_FATAL_ERROR)
      throw DbError(PQresultErrorMessage(Res));
    Sum += PQntuples(Res);
    PQclear(Res);
  }
  return Sum;
}

// Two results: the clearing handler knows only one.
int handlerKnowsOneBad(PGconn *Conn) {
  PGresult *A = PQexec(Conn, "SELECT 1");
  PGresult *B = PQexec(Conn, "SELECT 2"); // WARN: [db-result-leak] "'B'"
  try {
    require(PQntuples(A) == PQntuples(B), "different");
  } catch (...) {
    PQclear(A);
    throw;
  }
  PQclear(A);
  PQclear(B);
  return 0;
}

// A conditional throw expression.
int throwInConditionalBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res) > 0 ? PQntuples(Res) : throw DbError("none");
  PQclear(Res);
  return Rows;
}

// It may throw through a function pointer's known target.
int throwThroughPointerBad(PGconn *Conn) {
  int (*Parse)(const char *) = parsePositive;
  PGresult *Res = PQexec(Conn, "SELECT n FROM t"); // WARN: [db-result-leak]
  const int Value = Parse(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}

//===--- Right ----------------------------------------------------------------------===//

// Cleared before the conditional throw.
void clearedBeforeThrowOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM t");
  const ExecStatusType Status = PQresultStatus(Res);
  PQclear(Res);
  if (Status != PGRES_COMMAND_OK)
    throw DbError(PQerrorMessage(Conn));
}

// Message copied, result cleared, then thrown.
void messageCopiedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "DELETE FROM t");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    const std::string Message = PQresultErrorMessage(Res);
    PQclear(Res);
    throw DbError(Message);
  }
  PQclear(Res);
}

// The throw comes before the acquisition.
int thrownBeforeOk(PGconn *Conn, const char *Table) {
  require(Table != nullptr, "which table?");
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  require(Rows > 0, "no rows");
  return Rows;
}

// catch (...) clears and rethrows.
int clearedAndRethrownOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t");
  try {
    const int Value = parsePositive(PQgetvalue(Res, 0, 0));
    PQclear(Res);
    return Value;
  } catch (...) {
    PQclear(Res);
    throw;
  }
}

// The handler falls through to the common clear.
int handlerFallsThroughOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t");
  int Value = 0;
  try {
    Value = parsePositive(PQgetvalue(Res, 0, 0));
  } catch (const std::exception &E) {
    log(E.what());
  }
  PQclear(Res);
  return Value;
}

// The handler of the base class catches the derived one.
int baseHandlerOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  try {
    if (PQntuples(Res) == 0)
      throw Busy("later");
  } catch (const DbError &E) {
    log(E.what());
  }
  PQclear(Res);
  return 0;
}

// noexcept: the throw of the callee ends the program.
int noexceptOk(PGconn *Conn) noexcept {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t");
  const int Value = parsePositive(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}

// The callee is noexcept, or only calls what is.
int noexceptCalleeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t");
  const int Value = parseOrZero(PQgetvalue(Res, 0, 0));
  log("read");
  PQclear(Res);
  return Value;
}

// That memory may run out is not reason enough: std::string between the two.
std::string stringBetweenOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT body FROM page");
  std::string Body = PQgetvalue(Res, 0, 0);
  Body += "\n";
  PQclear(Res);
  return Body;
}

// A function of another file that nothing is known about is not taken to throw.
int elsewhere(const char *Text);
int unknownCalleeOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT n FROM t");
  const int Value = elsewhere(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}

// The helper throws, but not with these arguments.
int cannotThrowOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  require(true, "never");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// The helper throws where the result is null only: nothing is owed then.
int throwsIfNullOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  require(Res != nullptr, "out of memory");
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// A checking helper that clears what it rejects.
static PGresult *checked(PGconn *Conn, PGresult *Res) {
  if (PQresultStatus(Res) == PGRES_TUPLES_OK)
    return Res;
  const std::string Message = PQerrorMessage(Conn);
  PQclear(Res);
  throw DbError(Message);
}
int checkedOk(PGconn *Conn) {
  PGresult *Res = checked(Conn, PQexec(Conn, "SELECT 1"));
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// A checking helper that forgets.
static PGresult *checkedOnly(PGconn *Conn, PGresult *Res) {
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    throw DbError(PQerrorMessage(Conn));
  return Res;
}
int checkedOnlyBad(PGconn *Conn) {
  PGresult *Res = checkedOnly(Conn, PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// A function try block around it all.
int functionTryOk(PGconn *Conn) try {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const int Rows = PQntuples(Res);
  clear(Res);
  return parsePositive("1") + Rows;
} catch (const std::exception &) {
  return -1;
}

// Nested try blocks: the inner one clears and rethrows, the outer one reports.
int nestedTryOk(PGconn *Conn) {
  try {
    PGresult *Res = PQexec(Conn, "SELECT n FROM t");
    try {
      require(PQntuples(Res) == 1, "one row, please");
    } catch (...) {
      PQclear(Res);
      throw;
    }
    PQclear(Res);
  } catch (const DbError &E) {
    log(E.what());
    return -1;
  }
  return 0;
}

// Retried on one kind of exception; each attempt clears its own.
int retryOk(PGconn *Conn) {
  for (int Left = 3;; --Left)
    try {
      PGresult *Res = PQexec(Conn, "UPDATE t SET n = n + 1");
      const bool Done = PQresultStatus(Res) == PGRES_COMMAND_OK;
      PQclear(Res);
      if (Done)
        return Left;
      throw Busy("again");
    } catch (const Busy &) {
      if (Left == 0)
        throw;
    }
}
