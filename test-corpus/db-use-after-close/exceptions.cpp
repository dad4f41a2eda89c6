// RUN: %check_dbtidy %s
// Releases and uses around throw, try and catch.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

struct Clear {
  void operator()(PGresult *Res) const { PQclear(Res); }
};
using ResultPtr = std::unique_ptr<PGresult, Clear>;

struct DbError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void logLine(const char *Text) noexcept;

static void mustWork(PGconn *Conn) {
  if (PQstatus(Conn) != CONNECTION_OK)
    throw DbError("connection lost");
}

//===--- Wrong ---===//

// Cleared first; the text for the exception comes from the cleared result.
void throwsMessageBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    PQclear(Res);                             // NOTE: "releases"
    throw DbError(PQresultErrorMessage(Res)); // WARN: [db-use-after-close] "'PQresultErrorMessage'"
  }
  PQclear(Res);
}

// Only the pointer to the text was kept.
void throwsKeptPointerBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  const char *Why = PQresultErrorMessage(Res);
  const bool Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res); // NOTE: "releases"
  if (!Good)
    throw DbError(Why); // WARN: [db-use-after-close] "belonged to a query result"
}

// The connection is closed before its message is thrown.
PGconn *connectBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);                                                 // NOTE: "releases"
    throw DbError(std::string("connect: ") + PQerrorMessage(Conn)); // WARN: [db-use-after-close] "'PQerrorMessage'"
  }
  return Conn;
}

// The handler closes, and so does the end.
void handlerAndEndBad(PGconn *Conn) {
  try {
    mustWork(Conn);
  } catch (const DbError &E) {
    logLine(E.what());
    PQfinish(Conn); // NOTE: "releases"
  }
  PQfinish(Conn); // WARN: [db-use-after-close] "already released"
}

// Cleared in the try, thrown behind it, cleared again by the handler.
void clearedBeforeThrowBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  try {
    const int Rows = PQntuples(Res);
    PQclear(Res); // NOTE: "releases"
    if (Rows == 0)
      throw DbError("no rows");
  } catch (const DbError &) {
    PQclear(Res); // WARN: [db-use-after-close]
    throw;
  }
}

// A callee throws behind the release, and the handler uses.
void calleeThrowsBad(PGconn *Conn, PGconn *Other) {
  try {
    PQfinish(Other); // NOTE: "releases"
    mustWork(Conn);
  } catch (...) {
    PQreset(Other); // WARN: [db-use-after-close] "'PQreset'"
  }
}

// Unwinding ends the owner, then the handler reads the text.
void ownerEndsBad(PGconn *Conn) {
  const char *Name = "?";
  try {
    ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
    Name = PQgetvalue(Res.get(), 0, 0);
    mustWork(Conn);
    std::puts(Name);
  } catch (const std::exception &) {
    logLine(Name); // WARN: [db-use-after-close] "'logLine'"
  }
}

// Two handlers for one exception: the inner one closes and throws on.
void innerAndOuterBad(PGconn *Conn) {
  try {
    try {
      mustWork(Conn);
    } catch (...) {
      PQfinish(Conn); // NOTE: "releases"
      throw;
    }
  } catch (...) {
    PQfinish(Conn); // WARN: [db-use-after-close]
  }
}

// The statement's end comes before the question for the connection, in a throw.
void finalizedThenAskedBad(sqlite3_stmt *Stmt) {
  if (sqlite3_step(Stmt) != SQLITE_DONE) {
    sqlite3_finalize(Stmt);                                 // NOTE: "releases"
    throw DbError(sqlite3_errmsg(sqlite3_db_handle(Stmt))); // WARN: [db-use-after-close] "'sqlite3_db_handle'"
  }
  sqlite3_finalize(Stmt);
}

//===--- Right ---===//

// The text is copied, then the result goes, then it is thrown.
void copiedThenThrownOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "VACUUM");
  if (PQresultStatus(Res) != PGRES_COMMAND_OK) {
    const std::string Why = PQresultErrorMessage(Res);
    PQclear(Res);
    throw DbError(Why);
  }
  PQclear(Res);
}

// The exception copies its text before it flies: the owner may end then.
void ownerThrowsOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "VACUUM"));
  if (PQresultStatus(Res.get()) != PGRES_COMMAND_OK)
    throw DbError(PQresultErrorMessage(Res.get()));
}

// The handler closes and throws on: the end is another path.
void handlerRethrowsOk(PGconn *Conn) {
  try {
    mustWork(Conn);
  } catch (...) {
    PQfinish(Conn);
    throw;
  }
  PQfinish(Conn);
}

// The handler closes and returns.
bool handlerReturnsOk(PGconn *Conn) {
  try {
    mustWork(Conn);
  } catch (const DbError &) {
    PQfinish(Conn);
    return false;
  }
  PQfinish(Conn);
  return true;
}

// The handler only speaks, the end closes.
void handlerSpeaksOk(PGconn *Conn) {
  try {
    mustWork(Conn);
  } catch (const DbError &E) {
    logLine(E.what());
  }
  PQfinish(Conn);
}

// The pointer is null where it has been cleared.
void nullInTryOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  try {
    const int Rows = PQntuples(Res);
    PQclear(Res);
    Res = nullptr;
    if (Rows == 0)
      throw DbError("no rows");
  } catch (const DbError &) {
    PQclear(Res);
    throw;
  }
}

// The throw comes before the release, the handler's is the only one.
void thrownFirstOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  try {
    if (PQntuples(Res) == 0)
      throw DbError("no rows");
    PQclear(Res);
  } catch (const DbError &) {
    PQclear(Res);
    throw;
  }
}

// Owner inside the try, connection outside: each ends once.
void ownerInTryOk(PGconn *Conn) {
  try {
    ResultPtr Res(PQexec(Conn, "SELECT 1"));
    mustWork(Conn);
    std::printf("%d\n", PQntuples(Res.get()));
  } catch (const std::exception &E) {
    logLine(E.what());
    logLine(PQerrorMessage(Conn));
  }
}

// The name is a string of its own when the owner ends.
void copiedBeforeUnwindingOk(PGconn *Conn) {
  std::string Name;
  try {
    ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
    Name = PQgetvalue(Res.get(), 0, 0);
    mustWork(Conn);
  } catch (const std::exception &) {
    logLine(Name.c_str());
  }
}

// A constructor that closes and throws: the object never was, nobody closes again.
class Plain {
public:
  explicit Plain(const char *Dsn) : Conn(PQconnectdb(Dsn)) {
    if (PQstatus(Conn) != CONNECTION_OK) {
      const std::string Why = PQerrorMessage(Conn);
      PQfinish(Conn);
      throw DbError(Why);
    }
  }
  ~Plain() { PQfinish(Conn); }
  Plain(const Plain &) = delete;
  Plain &operator=(const Plain &) = delete;
  bool up() const { return PQstatus(Conn) == CONNECTION_OK; }

private:
  PGconn *Conn;
};

bool constructedOk(const char *Dsn) {
  Plain P(Dsn);
  return P.up();
}

// A function-try-block sees nothing of the locals.
void functionTryOk(PGconn *Conn) try {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  mustWork(Conn);
} catch (const DbError &E) {
  logLine(E.what());
  PQreset(Conn);
}

// noexcept ends the program: the handler of the caller never runs behind the release.
static void closeOrDie(PGconn *Conn) noexcept {
  PQfinish(Conn);
  throw DbError("never leaves");
}

void noexceptOk(PGconn *Conn) {
  try {
    closeOrDie(Conn);
  } catch (...) {
    PQfinish(Conn);
  }
}
