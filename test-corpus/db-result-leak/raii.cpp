// RUN: %check_dbtidy %s
// Classes that hold a result or a statement: with a destructor and without, copied, moved, reset,
// half built.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

void require(bool Holds, const char *Message) {
  if (!Holds)
    throw std::runtime_error(Message);
}

// The usual owner.
class Result {
public:
  explicit Result(PGresult *R = nullptr) : R(R) {}
  Result(const Result &) = delete;
  Result &operator=(const Result &) = delete;
  Result(Result &&Other) noexcept : R(std::exchange(Other.R, nullptr)) {}
  Result &operator=(Result &&Other) noexcept {
    std::swap(R, Other.R);
    return *this;
  }
  ~Result() { PQclear(R); }

  PGresult *get() const { return R; }
  int rows() const { return PQntuples(R); }
  explicit operator bool() const { return PQresultStatus(R) == PGRES_TUPLES_OK; }
  PGresult *release() {
    PGresult *Out = R;
    R = nullptr;
    return Out;
  }
  void reset(PGresult *Next = nullptr) {
    PQclear(R);
    R = Next;
  }

private:
  PGresult *R;
};

// Prepares in its constructor, which throws if that fails: no destructor runs then.
class Statement {
public:
  Statement(sqlite3 *Db, const char *Sql) {
    if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(Db));
  }
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;
  ~Statement() { sqlite3_finalize(Stmt); }

  void bind(int At, int Value) { require(sqlite3_bind_int(Stmt, At, Value) == SQLITE_OK, "bind"); }
  bool step() { return sqlite3_step(Stmt) == SQLITE_ROW; }
  int column(int At) const { return sqlite3_column_int(Stmt, At); }

private:
  sqlite3_stmt *Stmt = nullptr;
};

// Looks only, owns nothing.
class Rows {
public:
  explicit Rows(const PGresult *R) : R(R) {}
  int count() const { return PQntuples(R); }

private:
  const PGresult *R;
};

Result query(PGconn *Conn, const char *Sql) { return Result(PQexec(Conn, Sql)); }

} // namespace

//===--- Lost -----------------------------------------------------------------------===//

// Released from its owner and dropped.
int releasedBad(PGconn *Conn) {
  Result R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  const PGresult *Raw = R.release();
  return PQntuples(Raw);
}

// A class that only looks does not own.
int viewBad(PGconn *Conn) {
  const Rows R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  return R.count();
}

// The raw pointer is cleared in neither of the two, but the owner comes too late: a throw between.
int ownerTooLateBad(PGconn *Conn) {
  PGresult *Raw = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  require(PQntuples(Raw) > 0, "no rows");
  const Result R(Raw);
  return R.rows();
}

// Allocated with new and never deleted: the owner's destructor does not run.
int ownerLostBad(PGconn *Conn) {
  const auto *R = new Result(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  return R->rows();
}

// The constructor throws after it has prepared: nobody finalizes.
class ThrowingBad {
public:
  explicit ThrowingBad(sqlite3 *Db) {
    if (sqlite3_prepare_v2(Db, "SELECT ?", -1, &Stmt, nullptr) != SQLITE_OK) // WARN: [db-result-leak]
      throw std::runtime_error("prepare");
    if (sqlite3_bind_int(Stmt, 1, 7) != SQLITE_OK)
      throw std::runtime_error("bind");
  }
  ~ThrowingBad() { sqlite3_finalize(Stmt); }

private:
  sqlite3_stmt *Stmt = nullptr;
};

// It throws through a helper, in the initialiser list.
class InitialisedBad {
public:
  explicit InitialisedBad(PGconn *Conn) : Res(PQexec(Conn, "SELECT 1")) { // WARN: [db-result-leak]
    require(PQresultStatus(Res) == PGRES_TUPLES_OK, "no answer");
  }
  ~InitialisedBad() { PQclear(Res); }

private:
  PGresult *Res;
};

// A class without a destructor loses what it holds with its scope.
struct Cursor {
  PGresult *Res = nullptr;
  int At = 0;
  void open(PGconn *Conn) { Res = PQexec(Conn, "FETCH 10 FROM f"); }
  bool next() { return ++At < PQntuples(Res); }
};
int noDestructorBad(PGconn *Conn) {
  Cursor C;
  C.open(Conn); // WARN: [db-result-leak]
  while (C.next());
  return C.At;
}

// Opened a second time over the first result.
int openedTwiceBad(PGconn *Conn) {
  Cursor C;
  C.open(Conn); // WARN: [db-result-leak] "overwritten"
  const bool More = C.next();
  C.open(Conn);
  PQclear(C.Res);
  return More;
}

// The setter of an owner that forgets what it had.
class ForgetfulResult {
public:
  ~ForgetfulResult() { PQclear(R); }
  void assign(PGresult *Next) { R = Next; }

private:
  PGresult *R = nullptr;
};
void assignedTwiceBad(PGconn *Conn) {
  ForgetfulResult R;
  R.assign(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  R.assign(PQexec(Conn, "SELECT 2"));
}

// The destructor releases under a flag that nobody sets.
class FlaggedResult {
public:
  explicit FlaggedResult(PGresult *R, bool Owned = false) : R(R), Owned(Owned) {}
  ~FlaggedResult() {
    if (Owned)
      PQclear(R);
  }
  int rows() const { return PQntuples(R); }

private:
  PGresult *R;
  bool Owned;
};
int notOwnedBad(PGconn *Conn) {
  const FlaggedResult R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  return R.rows();
}

// Only one of two fields is finalized by the destructor.
class PairOfStatements {
public:
  explicit PairOfStatements(sqlite3 *Db) {
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Read, nullptr);
    sqlite3_prepare_v2(Db, "SELECT 2", -1, &Write, nullptr);
  }
  ~PairOfStatements() { sqlite3_finalize(Read); }
  sqlite3_stmt *Read = nullptr, *Write = nullptr;
};
int halfDestroyedBad(sqlite3 *Db) {
  const PairOfStatements S(Db); // WARN: [db-result-leak]
  return sqlite3_step(S.Read) + sqlite3_step(S.Write);
}

// A method of the class returns early; the local was never handed to the member.
class Repository {
public:
  explicit Repository(PGconn *Conn) : Conn(Conn) {}
  ~Repository() { PQclear(Cached); }

  int countBad() {
    PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
    if (PQntuples(Res) == 0)
      return 0;
    Cached = Res;
    return 1;
  }
  // The member is asked for again without a clear.
  void refreshBad() {
    Cached = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
    if (PQntuples(Cached) == 0)
      Cached = nullptr;
  }
  void refreshOk() {
    PQclear(Cached);
    Cached = PQexec(Conn, "SELECT 1");
  }
  const char *valueOk(int Row) {
    if (!Cached)
      refreshOk();
    return PQgetvalue(Cached, Row, 0);
  }

private:
  PGconn *Conn;
  PGresult *Cached = nullptr;
};

// A base class has the result, its destructor does nothing about it.
struct Base {
  PGresult *Res = nullptr;
};
struct Derived : Base {
  explicit Derived(PGconn *Conn) { Res = PQexec(Conn, "SELECT 1"); }
  int rows() const { return PQntuples(Res); }
};
int baseForgetsBad(PGconn *Conn) {
  const Derived D(Conn); // WARN: [db-result-leak]
  return D.rows();
}

//===--- Right ----------------------------------------------------------------------===//

// Released on every way: return, throw, end.
int ownerOk(PGconn *Conn) {
  const Result R(PQexec(Conn, "SELECT 1"));
  if (!R)
    throw std::runtime_error(PQerrorMessage(Conn));
  if (R.rows() == 0)
    return -1;
  require(R.rows() < 100, "too many");
  return R.rows();
}

// Made by a factory, returned by value.
int factoryOk(PGconn *Conn) {
  const Result R = query(Conn, "SELECT 1");
  return R.rows();
}

// A temporary lives to the end of its statement.
int temporaryOk(PGconn *Conn) { return query(Conn, "SELECT 1").rows(); }

// Nobody keeps it, it is released all the same.
void discardedOwnerOk(PGconn *Conn) { query(Conn, "SET search_path TO app"); }

// The constructor that throws at once had nothing yet.
int statementOk(sqlite3 *Db, int Id) {
  Statement S(Db, "SELECT v FROM t WHERE id = ?");
  S.bind(1, Id);
  return S.step() ? S.column(0) : 0;
}

// Moved: one of the two has it.
int movedOk(PGconn *Conn) {
  Result A(PQexec(Conn, "SELECT 1"));
  const Result B = std::move(A);
  return B.rows();
}

// Move assignment by swap: the old one goes with the temporary.
int moveAssignedOk(PGconn *Conn) {
  Result R(PQexec(Conn, "SELECT 1"));
  const int Rows = R.rows();
  R = Result(PQexec(Conn, "SELECT 2"));
  return Rows + R.rows();
}

// Moved into the callee.
static int consume(Result R) { return R.rows(); }
int movedIntoCalleeOk(PGconn *Conn) {
  Result R(PQexec(Conn, "SELECT 1"));
  return consume(std::move(R));
}

// reset() releases the old one.
int resetOk(PGconn *Conn, int Count) {
  Result R;
  int Rows = 0;
  while (Count-- > 0) {
    R.reset(PQexec(Conn, "FETCH 10 FROM f"));
    Rows += R.rows();
  }
  R.reset();
  return Rows;
}

// release() to a C function that takes it.
static void takeOver(PGresult *Res) { PQclear(Res); }
void releasedToTakerOk(PGconn *Conn) {
  Result R(PQexec(Conn, "SELECT 1"));
  takeOver(R.release());
}

// release() as the return value.
PGresult *releasedToCallerOk(PGconn *Conn) {
  Result R(PQexec(Conn, "SELECT 1"));
  if (!R)
    return nullptr;
  return R.release();
}

// In a loop, in a switch, with continue and break.
int inLoopOk(PGconn *Conn) {
  int Sum = 0;
  for (;;) {
    const Result R(PQgetResult(Conn));
    if (!R.get())
      break;
    switch (PQresultStatus(R.get())) {
    case PGRES_TUPLES_OK:
      Sum += R.rows();
      continue;
    case PGRES_FATAL_ERROR:
      return -1;
    default:
      break;
    }
  }
  return Sum;
}

// A member of a member: the implicit destructor does it.
struct Page {
  explicit Page(PGconn *Conn) : Head(PQexec(Conn, "SELECT 1")), Body(PQexec(Conn, "SELECT 2")) {}
  Result Head, Body;
  int Number = 0;
};
int implicitDestructorOk(PGconn *Conn) {
  const Page P(Conn);
  return P.Head.rows() + P.Body.rows() + P.Number;
}

// The second member's constructor throws: the first one's destructor runs.
struct TwoMembers {
  explicit TwoMembers(PGconn *Conn, sqlite3 *Db) : Head(PQexec(Conn, "SELECT 1")), Body(Db, "SELECT 2") {}
  Result Head;
  Statement Body;
};
int memberThrowsOk(PGconn *Conn, sqlite3 *Db) {
  TwoMembers T(Conn, Db);
  return T.Head.rows() + T.Body.step();
}

// The constructor body throws: the members that are owners are released.
class ThrowsInBody {
public:
  explicit ThrowsInBody(PGconn *Conn) : R(PQexec(Conn, "SELECT 1")) { require(R.rows() == 1, "one row, please"); }
  int value() const { return std::atoi(PQgetvalue(R.get(), 0, 0)); }

private:
  Result R;
};
int ownerMemberOk(PGconn *Conn) { return ThrowsInBody(Conn).value(); }

// A delegating constructor that throws: the object was complete, its destructor runs.
class Delegating {
public:
  Delegating() = default;
  explicit Delegating(PGconn *Conn) : Delegating() {
    Res = PQexec(Conn, "SELECT 1");
    require(PQntuples(Res) > 0, "no rows");
  }
  ~Delegating() { PQclear(Res); }
  int rows() const { return PQntuples(Res); }

private:
  PGresult *Res = nullptr;
};
int delegatingOk(PGconn *Conn) { return Delegating(Conn).rows(); }

// A class that opens and closes by methods; the destructor calls the closing one.
class Reader {
public:
  ~Reader() { close(); }
  bool open(PGconn *Conn) {
    close();
    Res = PQexec(Conn, "SELECT 1");
    return PQresultStatus(Res) == PGRES_TUPLES_OK;
  }
  void close() {
    if (Res) {
      PQclear(Res);
      Res = nullptr;
    }
  }
  int rows() const { return PQntuples(Res); }

private:
  PGresult *Res = nullptr;
};
int openCloseOk(PGconn *Conn) {
  Reader R;
  if (!R.open(Conn) && !R.open(Conn))
    return -1;
  return R.rows();
}

// A base class owns; the derived class acquires.
class Owner {
public:
  Owner() = default;
  Owner(const Owner &) = delete;
  virtual ~Owner() { PQclear(Res); }

protected:
  PGresult *Res = nullptr;
};
class Query : public Owner {
public:
  explicit Query(PGconn *Conn) { Res = PQexec(Conn, "SELECT 1"); }
  int rows() const { return PQntuples(Res); }
};
int baseOwnsOk(PGconn *Conn) {
  const Query Q(Conn);
  return Q.rows();
}

// Deleted through the base class.
int deletedThroughBaseOk(PGconn *Conn) {
  const auto *Q = new Query(Conn);
  const int Rows = Q->rows();
  const Owner *O = Q;
  delete O;
  return Rows;
}

// The owning flag is set.
int ownedOk(PGconn *Conn) {
  const FlaggedResult R(PQexec(Conn, "SELECT 1"), true);
  return R.rows();
}

// A view beside an owner.
int viewOfOwnerOk(PGconn *Conn) {
  const Result R(PQexec(Conn, "SELECT 1"));
  const Rows View(R.get());
  return View.count();
}

// Swapped with std::swap.
int swappedOk(PGconn *Conn) {
  PGresult *A = PQexec(Conn, "SELECT 1"), *B = PQexec(Conn, "SELECT 2");
  std::swap(A, B);
  const int Rows = PQntuples(A) - PQntuples(B);
  PQclear(A);
  PQclear(B);
  return Rows;
}

// std::exchange empties the variable.
PGresult *exchangedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQntuples(Res) > 0)
    return std::exchange(Res, nullptr);
  PQclear(Res);
  return nullptr;
}

// A singleton keeps its statement for the life of the program.
class Registry {
public:
  static Registry &instance(sqlite3 *Db) {
    static Registry Only(Db);
    return Only;
  }
  int countOk() { return sqlite3_step(Stmt) == SQLITE_ROW ? sqlite3_column_int(Stmt, 0) : 0; }

private:
  explicit Registry(sqlite3 *Db) { sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr); }
  sqlite3_stmt *Stmt = nullptr;
};
int singletonOk(sqlite3 *Db) { return Registry::instance(Db).countOk(); }

// Hands itself out by reference; chained calls.
class Builder {
public:
  explicit Builder(PGconn *Conn) : Conn(Conn) {}
  ~Builder() { PQclear(Last); }
  Builder &run(const char *Sql) {
    PQclear(Last);
    Last = PQexec(Conn, Sql);
    return *this;
  }
  int rows() const { return PQntuples(Last); }

private:
  PGconn *Conn;
  PGresult *Last = nullptr;
};
int chainedOk(PGconn *Conn) { return Builder(Conn).run("SELECT 1").run("SELECT 2").rows(); }
