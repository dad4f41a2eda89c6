// RUN: %check_dbtidy %s
// Objects that release: their destructors, and what is done beside them.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

//===--- Classes ---===//

// Releases in its destructor, cannot be copied.
class Result {
public:
  explicit Result(PGresult *Res) : Res(Res) {}
  Result(const Result &) = delete;
  Result &operator=(const Result &) = delete;
  ~Result() { PQclear(Res); }
  PGresult *get() const { return Res; }
  int rows() const { return PQntuples(Res); }

private:
  PGresult *Res;
};

// Has a close() that forgets the handle, so that the destructor finds nothing.
class Connection {
public:
  explicit Connection(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  Connection(const Connection &) = delete;
  Connection &operator=(const Connection &) = delete;
  ~Connection() { close(); }
  void close() {
    PQfinish(Conn);
    Conn = nullptr;
  }
  PGconn *get() const { return Conn; }

private:
  PGconn *Conn;
};

// Can be moved.
class Statement {
public:
  Statement() = default;
  explicit Statement(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Statement(Statement &&Other) noexcept : Stmt(Other.Stmt) { Other.Stmt = nullptr; }
  Statement &operator=(Statement &&Other) noexcept {
    if (this != &Other) {
      sqlite3_finalize(Stmt);
      Stmt = Other.Stmt;
      Other.Stmt = nullptr;
    }
    return *this;
  }
  ~Statement() { sqlite3_finalize(Stmt); }
  sqlite3_stmt *get() const { return Stmt; }
  sqlite3_stmt *release() { return std::exchange(Stmt, nullptr); }

private:
  sqlite3_stmt *Stmt = nullptr;
};

//===--- Wrong ---===//

// The handle is used behind the block whose object released it.
int outlivesBlockBad(PGconn *Conn) {
  PGresult *Raw = PQexec(Conn, "SELECT 1");
  {
    Result Guard(Raw);
    std::printf("%d\n", Guard.rows());
  } // NOTE: "releases"
  return PQntuples(Raw); // WARN: [db-use-after-close] "'PQntuples'"
}

// The text of the row is used behind the block.
void valueOutlivesBlockBad(PGconn *Conn) {
  const char *Name = "";
  {
    Result Res(PQexec(Conn, "SELECT name FROM job"));
    Name = PQgetvalue(Res.get(), 0, 0);
  } // NOTE: "releases"
  std::puts(Name); // WARN: [db-use-after-close] "'puts'"
}

// The object closes once more what was finalised under it.
void finalizedUnderItBad(sqlite3_stmt *Raw) {
  Statement Stmt(Raw);
  sqlite3_step(Stmt.get());
  sqlite3_finalize(Stmt.get()); // NOTE: "releases the prepared statement"
} // WARN: [db-use-after-close] "already released"

// Two objects for one handle.
void twoOwnersBad(sqlite3_stmt *Raw) {
  Statement First(Raw);
  Statement Second(Raw);
} // NOTE: "releases" // WARN: [db-use-after-close]

// The temporary has cleared its result when the text is read.
void temporaryBad(PGconn *Conn) {
  const char *Name = PQgetvalue(Result(PQexec(Conn, "SELECT 1")).get(), 0, 0); // NOTE: "releases"
  std::puts(Name);                                                             // WARN: [db-use-after-close]
}

// The raw connection is kept, the object closed.
int rawKeptBad(const char *Dsn) {
  Connection Conn(Dsn);
  PGconn *Raw = Conn.get();
  Conn.close();                          // NOTE: "releases"
  return PQstatus(Raw) == CONNECTION_OK; // WARN: [db-use-after-close] "'PQstatus'"
}

// Assigning a new statement finalises the old one.
void assignedOverBad(sqlite3_stmt *Old, sqlite3_stmt *New) {
  Statement Stmt(Old);
  Stmt = Statement(New); // NOTE: "releases"
  sqlite3_reset(Old);    // WARN: [db-use-after-close] "'sqlite3_reset'"
}

// Moved to another object, the statement ends where that one does.
void movedIntoBlockBad(sqlite3_stmt *Raw) {
  Statement Stmt(Raw);
  {
    Statement Inner = std::move(Stmt);
    sqlite3_step(Inner.get());
  } // NOTE: "releases"
  sqlite3_step(Raw); // WARN: [db-use-after-close]
}

// release() gives up ownership; both the object's user and the caller finalise.
void releasedTwiceByHandBad(Statement &Stmt) {
  sqlite3_stmt *Raw = Stmt.release();
  sqlite3_finalize(Raw); // NOTE: "releases"
  sqlite3_finalize(Raw); // WARN: [db-use-after-close]
}

// Without a copy constructor both copies clear.
struct Naive {
  PGresult *Res;
  explicit Naive(PGresult *Res) : Res(Res) {}
  ~Naive() { PQclear(Res); }
};

void copiedBad(PGresult *Raw) {
  Naive First(Raw);
  Naive Second = First;
  std::printf("%d\n", PQntuples(Second.Res));
} // NOTE: "releases" // WARN: [db-use-after-close]

// A copy for the call's parameter: it clears at the end of the call.
static int count(Naive Res) { return PQntuples(Res.Res); }

int passedByValueBad(PGresult *Raw) {
  Naive Res(Raw);
  const int Rows = count(Res); // NOTE: "releases"
  return Rows;                 // WARN: [db-use-after-close]
}

// close() does not forget, and the destructor closes again.
class Careless {
public:
  explicit Careless(PGconn *Conn) : Conn(Conn) {}
  ~Careless() { PQfinish(Conn); }
  void close() { PQfinish(Conn); }
  bool up() const { return PQstatus(Conn) == CONNECTION_OK; }

private:
  PGconn *Conn;
};

void closedAndDestroyedBad(PGconn *Raw) {
  Careless Conn(Raw);
  Conn.close(); // NOTE: "releases"
} // WARN: [db-use-after-close]

// Deleting the object releases, and the raw handle is asked.
int deletedBad(PGresult *Raw) {
  auto *Res = new Result(Raw);
  delete Res;            // NOTE: "releases"
  return PQntuples(Raw); // WARN: [db-use-after-close]
}

//===--- Right ---===//

// Used inside the block, gone behind it.
int insideBlockOk(PGconn *Conn) {
  int Rows = 0;
  {
    Result Res(PQexec(Conn, "SELECT 1"));
    Rows = Res.rows();
  }
  return Rows;
}

// The text is copied before the object goes.
std::string copiedOk(PGconn *Conn) {
  Result Res(PQexec(Conn, "SELECT name FROM job"));
  return PQgetvalue(Res.get(), 0, 0);
}

// The temporary lives until the end of its statement.
int inOneStatementOk(PGconn *Conn) {
  return std::atoi(PQgetvalue(Result(PQexec(Conn, "SELECT 1")).get(), 0, 0));
}

// Bound to a reference, it lives as long as that.
int extendedOk(PGconn *Conn) {
  const Result &Res = Result(PQexec(Conn, "SELECT 1"));
  const char *Name = PQgetvalue(Res.get(), 0, 0);
  std::puts(Name);
  return Res.rows();
}

// Closed by hand, the object has nothing left to close.
int closedByHandOk(const char *Dsn) {
  Connection Conn(Dsn);
  const int Good = PQstatus(Conn.get()) == CONNECTION_OK;
  Conn.close();
  Conn.close();
  return Good;
}

// Closed, it answers with a null connection.
int askedAfterCloseOk(const char *Dsn) {
  Connection Conn(Dsn);
  Conn.close();
  return PQstatus(Conn.get()) == CONNECTION_OK;
}

// The moved-from object holds null: its destructor does nothing.
void movedOk(sqlite3_stmt *Raw) {
  Statement First(Raw);
  Statement Second = std::move(First);
  sqlite3_step(Second.get());
}

// A moved-from object may be asked, and may be given a new statement.
void movedFromAskedOk(sqlite3_stmt *Raw, sqlite3_stmt *New) {
  Statement First(Raw);
  Statement Second = std::move(First);
  sqlite3_reset(First.get());
  First = Statement(New);
  sqlite3_step(First.get());
}

// release() leaves the object empty.
void releasedOk(sqlite3_stmt *Raw) {
  Statement Stmt(Raw);
  sqlite3_stmt *Mine = Stmt.release();
  sqlite3_step(Mine);
  sqlite3_finalize(Mine);
}

// Returned by moving: the caller's object is the one that finalises.
static Statement prepare(sqlite3 *Db) {
  sqlite3_stmt *Raw = nullptr;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr);
  return Statement(Raw);
}

int returnedOk(sqlite3 *Db) {
  Statement Stmt = prepare(Db);
  return sqlite3_step(Stmt.get());
}

// A function that takes it by value finalises it, and the caller's is empty.
static int consume(Statement Stmt) { return sqlite3_step(Stmt.get()); }

int consumedOk(sqlite3 *Db) {
  Statement Stmt = prepare(Db);
  const int Rc = consume(std::move(Stmt));
  Stmt = prepare(Db);
  return Rc + sqlite3_step(Stmt.get());
}

// Members are destroyed once each.
class Session {
public:
  explicit Session(const char *Dsn) : Conn(Dsn), Names(PQexec(Conn.get(), "SELECT name FROM job")) {}
  int rows() const { return Names.rows(); }

private:
  Connection Conn;
  Result Names;
};

int membersOk(const char *Dsn) {
  Session S(Dsn);
  return S.rows();
}

// A cleared field that is set to null in the method.
class Cursor {
public:
  explicit Cursor(PGconn *Conn) : Conn(Conn) {}
  ~Cursor() { reset(); }
  Cursor(const Cursor &) = delete;
  Cursor &operator=(const Cursor &) = delete;
  bool open(const char *Sql) {
    reset();
    Res = PQexec(Conn, Sql);
    if (PQresultStatus(Res) == PGRES_TUPLES_OK)
      return true;
    reset();
    return false;
  }
  const char *at(int Row) const { return Row < PQntuples(Res) ? PQgetvalue(Res, Row, 0) : nullptr; }
  void reset() {
    if (Res)
      PQclear(Res);
    Res = nullptr;
  }

private:
  PGconn *Conn;
  PGresult *Res = nullptr;
};

void openedTwiceOk(PGconn *Conn) {
  Cursor C(Conn);
  if (C.open("SELECT 1") && C.open("SELECT 2"))
    std::puts(C.at(0));
}

// An array of objects.
void arrayOk(PGconn *Conn) {
  Result Two[2] = {Result(PQexec(Conn, "SELECT 1")), Result(PQexec(Conn, "SELECT 2"))};
  std::printf("%d\n", Two[0].rows() + Two[1].rows());
}

// Each turn has an object of its own.
int eachTurnOk(PGconn *Conn, int Turns) {
  int Rows = 0;
  for (int I = 0; I < Turns; ++I) {
    Result Res(PQexec(Conn, "SELECT 1"));
    if (Res.rows() == 0)
      continue;
    Rows += Res.rows();
  }
  return Rows;
}

// Swapped by hand.
void swappedOk(sqlite3_stmt *A, sqlite3_stmt *B) {
  Statement First(A), Second(B);
  std::swap(First, Second);
  sqlite3_step(First.get());
  sqlite3_step(Second.get());
}
