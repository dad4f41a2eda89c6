// RUN: %check_dbtidy %s
// Standard smart pointers with deleters of every kind.

#include "libpq-fe.h"
#include "pqexpbuffer.h"
#include "sqlite3.h"
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

void require(bool Holds, const char *Message) {
  if (!Holds)
    throw std::runtime_error(Message);
}

struct Clear {
  void operator()(PGresult *R) const { PQclear(R); }
};
struct Finalize {
  void operator()(sqlite3_stmt *S) const noexcept { sqlite3_finalize(S); }
};
// One functor for everything that libpq and SQLite give.
struct Free {
  void operator()(PGresult *R) const { PQclear(R); }
  void operator()(PGcancel *C) const { PQfreeCancel(C); }
  void operator()(PGnotify *N) const { PQfreemem(N); }
  void operator()(PQconninfoOption *O) const { PQconninfoFree(O); }
  void operator()(sqlite3_blob *B) const { sqlite3_blob_close(B); }
  void operator()(sqlite3_backup *B) const { sqlite3_backup_finish(B); }
};
// The function is a template argument.
template <auto Function>
struct By {
  template <typename T>
  void operator()(T *P) const { Function(P); }
};
// Counts, releases nothing.
struct Count {
  void operator()(PGresult *) const { ++Total; }
  static inline int Total = 0;
};

using ResultPtr = std::unique_ptr<PGresult, Clear>;
using StatementPtr = std::unique_ptr<sqlite3_stmt, Finalize>;
template <typename T>
using Owned = std::unique_ptr<T, Free>;

StatementPtr prepare(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(Db));
  return StatementPtr(Stmt);
}

} // namespace

//===--- Lost -----------------------------------------------------------------------===//

// release() gives it up, nobody takes it.
void releasedBad(PGconn *Conn) {
  ResultPtr R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  R.release();
}

// Taken out for a function that only looks.
int releasedToReaderBad(PGconn *Conn) {
  ResultPtr R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  return PQntuples(R.release());
}

// The throw comes before the pointer is wrapped.
int wrappedTooLateBad(PGconn *Conn) {
  PGresult *Raw = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  require(PQntuples(Raw) > 0, "no rows");
  const ResultPtr R(Raw);
  return PQntuples(R.get());
}

// The return comes before it.
int returnedBeforeWrapBad(sqlite3 *Db) {
  sqlite3_stmt *Raw = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr) != SQLITE_OK) // WARN: [db-result-leak]
    return -1;
  if (sqlite3_column_count(Raw) != 1)
    return -2;
  const StatementPtr S(Raw);
  return sqlite3_step(S.get());
}

// A deleter that does not delete.
int deleterCountsBad(PGconn *Conn) {
  const std::unique_ptr<PGresult, Count> R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  return PQntuples(R.get());
}

// The raw copy of what release() gave is kept on one way only.
PGresult *keptOnOneWayBad(PGconn *Conn) {
  ResultPtr R(PQexec(Conn, "SELECT 1")); // WARN: [db-result-leak]
  PGresult *Raw = R.release();
  if (PQntuples(Raw) == 0)
    return nullptr;
  return Raw;
}

// A second result while the pointer is filled through a raw temporary.
int secondRawBad(PGconn *Conn) {
  ResultPtr R(PQexec(Conn, "SELECT 1"));
  PGresult *Other = PQexec(Conn, "SELECT 2"); // WARN: [db-result-leak]
  if (PQntuples(Other) == 0)
    R.reset();
  else
    R.reset(Other);
  return PQntuples(R.get());
}

// get() is no transfer: the second owner would be a double release; the first is gone by release().
PGresult *getIsBorrowedOk(PGconn *Conn, ResultPtr &Keep) {
  Keep.reset(PQexec(Conn, "SELECT 1"));
  return Keep.get();
}

// A deleter lambda that only logs.
int lambdaLogsBad(PGconn *Conn) {
  int Calls = 0;
  auto Log = [&Calls](PGresult *) { ++Calls; };
  const std::unique_ptr<PGresult, decltype(Log)> R(PQexec(Conn, "SELECT 1"), Log); // WARN: [db-result-leak]
  return PQntuples(R.get());
}

// An object in a unique_ptr that has no destructor of its own.
struct Cursor {
  PGresult *Rows;
  int At;
};
int heldByPlainObjectBad(PGconn *Conn) {
  const auto C = std::make_unique<Cursor>();
  C->Rows = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  return PQntuples(C->Rows);
}

// The out-parameter is a raw variable, the wrapped one is another.
int wrongOneWrappedBad(sqlite3 *Db) {
  sqlite3_stmt *Read = nullptr, *Write = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Read, nullptr) != SQLITE_OK)
    return -1;
  const StatementPtr R(Read);
  if (sqlite3_prepare_v2(Db, "SELECT 2", -1, &Write, nullptr) != SQLITE_OK) // WARN: [db-result-leak] "'Write'"
    return -1;
  const StatementPtr W(nullptr);
  return sqlite3_step(R.get()) + sqlite3_step(Write);
}

//===--- Right ----------------------------------------------------------------------===//

// A functor.
int functorOk(PGconn *Conn) {
  const ResultPtr R(PQexec(Conn, "SELECT 1"));
  if (PQresultStatus(R.get()) != PGRES_TUPLES_OK)
    throw std::runtime_error(PQerrorMessage(Conn));
  return PQntuples(R.get());
}

// A function pointer, by name and by address.
int functionPointerOk(PGconn *Conn) {
  const std::unique_ptr<PGresult, decltype(&PQclear)> A(PQexec(Conn, "SELECT 1"), &PQclear);
  std::unique_ptr<PGresult, void (*)(PGresult *)> B(PQexec(Conn, "SELECT 2"), PQclear);
  return PQntuples(A.get()) + PQntuples(B.get());
}

// sqlite3_finalize returns an int.
int functionWithResultOk(sqlite3 *Db) {
  sqlite3_stmt *Raw = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr) != SQLITE_OK)
    return -1;
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> S(Raw, sqlite3_finalize);
  return sqlite3_step(S.get());
}

// A template over the release function.
int templateDeleterOk(PGconn *Conn, const char *Name, size_t Size) {
  const std::unique_ptr<char, By<PQfreemem>> Quoted(PQescapeLiteral(Conn, Name, Size));
  const std::unique_ptr<PGresult, By<&PQclear>> R(PQexec(Conn, "SELECT 1"));
  return Quoted ? PQntuples(R.get()) : -1;
}

// Overloads.
int overloadedDeleterOk(PGconn *Conn, sqlite3 *From, sqlite3 *To) {
  const Owned<PGcancel> Cancel(PQgetCancel(Conn));
  const Owned<PGnotify> Note(PQnotifies(Conn));
  const Owned<PQconninfoOption> Options(PQconninfo(Conn));
  const Owned<sqlite3_backup> Backup(sqlite3_backup_init(To, "main", From, "main"));
  return Cancel && Note && Options && Backup;
}

// A lambda as the deleter.
int lambdaDeleterOk(PGconn *Conn) {
  const auto Delete = [](PGresult *R) { PQclear(R); };
  const std::unique_ptr<PGresult, decltype(Delete)> R(PQexec(Conn, "SELECT 1"), Delete);
  return PQntuples(R.get());
}

// std::function as the deleter.
int functionDeleterOk(PGconn *Conn) {
  const std::unique_ptr<PGresult, std::function<void(PGresult *)>> R(PQexec(Conn, "SELECT 1"), PQclear);
  return PQntuples(R.get());
}

// shared_ptr with a function, with a lambda, copied.
std::shared_ptr<PGresult> sharedOk(PGconn *Conn) {
  std::shared_ptr<PGresult> A(PQexec(Conn, "SELECT 1"), PQclear);
  const std::shared_ptr<PGresult> B(PQexec(Conn, "SELECT 2"), [](PGresult *R) { PQclear(R); });
  const auto C = A;
  return PQntuples(B.get()) > PQntuples(C.get()) ? B : A;
}

// unique_ptr turned into shared_ptr.
std::shared_ptr<PGresult> uniqueToSharedOk(PGconn *Conn) { return ResultPtr(PQexec(Conn, "SELECT 1")); }

// Returned by the factory, used by the caller.
int factoryOk(sqlite3 *Db) {
  const StatementPtr S = prepare(Db, "SELECT 1");
  require(sqlite3_column_count(S.get()) == 1, "columns");
  return sqlite3_step(S.get());
}

// In an if with initialiser.
int ifInitialiserOk(PGconn *Conn) {
  if (const ResultPtr R{PQexec(Conn, "SELECT 1")}; R && PQntuples(R.get()) > 0)
    return PQntuples(R.get());
  return 0;
}

// The loop condition declares it.
int loopConditionOk(PGconn *Conn) {
  int Rows = 0;
  while (const auto R = ResultPtr(PQgetResult(Conn))) {
    if (PQresultStatus(R.get()) == PGRES_FATAL_ERROR)
      continue;
    Rows += PQntuples(R.get());
  }
  return Rows;
}

// reset() with the next one.
int resetInLoopOk(PGconn *Conn) {
  int Rows = 0;
  ResultPtr R;
  for (R.reset(PQgetResult(Conn)); R; R.reset(PQgetResult(Conn)))
    Rows += PQntuples(R.get());
  return Rows;
}

// Assigned a new one, then null.
int assignedOk(PGconn *Conn) {
  ResultPtr R(PQexec(Conn, "SELECT 1"));
  const int Rows = PQntuples(R.get());
  R = ResultPtr(PQexec(Conn, "SELECT 2"));
  const int More = PQntuples(R.get());
  R = nullptr;
  return Rows + More;
}

// Swapped.
int swappedOk(PGconn *Conn) {
  ResultPtr A(PQexec(Conn, "SELECT 1")), B;
  std::swap(A, B);
  A.swap(B);
  B = std::move(A);
  return PQntuples(B.get());
}

// release() into the return, into a C call that takes it, into another owner.
PGresult *releasedOk(PGconn *Conn, bool Keep) {
  ResultPtr R(PQexec(Conn, "SELECT 1"));
  if (Keep)
    return R.release();
  PQclear(R.release());
  return nullptr;
}

// Through an inout-style helper that gives the address of a raw pointer for the call.
int outPointerOk(sqlite3 *Db) {
  StatementPtr S;
  sqlite3_stmt *Raw = nullptr;
  const int Rc = sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr);
  S.reset(Raw);
  if (Rc != SQLITE_OK)
    return Rc;
  return sqlite3_step(S.get());
}

// A member, moved along with its class.
class Page {
public:
  explicit Page(PGconn *Conn) : Rows(PQexec(Conn, "SELECT 1")) { require(Rows != nullptr, "out of memory"); }
  int rows() const { return PQntuples(Rows.get()); }

private:
  ResultPtr Rows;
};
Page makePage(PGconn *Conn) {
  Page P(Conn);
  return P;
}
int memberOk(PGconn *Conn) {
  Page P = makePage(Conn);
  const Page Q = std::move(P);
  return Q.rows();
}

// make_unique and make_shared of the owner class.
int makeUniqueOk(PGconn *Conn) {
  const auto A = std::make_unique<Page>(Conn);
  const auto B = std::make_shared<Page>(Conn);
  return A->rows() + B->rows();
}

// The string of SQLite's, freed by sqlite3_free through void *.
std::string sqliteStringOk(sqlite3_stmt *Stmt) {
  const std::unique_ptr<char, decltype(&sqlite3_free)> Sql(sqlite3_expanded_sql(Stmt), sqlite3_free);
  return Sql ? Sql.get() : "";
}

// A buffer of libpq's by its typedef.
std::string expBufferOk(const char *Name) {
  const std::unique_ptr<PQExpBufferData, decltype(&destroyPQExpBuffer)> B(createPQExpBuffer(), destroyPQExpBuffer);
  appendPQExpBuffer(B.get(), "hello %s", Name);
  return PQExpBufferBroken(B.get()) ? "" : B->data;
}

// Passed on by value to a function that keeps it.
struct Holder {
  ResultPtr Rows;
};
static void keep(Holder &H, ResultPtr R) { H.Rows = std::move(R); }
void passedOnOk(PGconn *Conn, Holder &H) {
  ResultPtr R(PQexec(Conn, "SELECT 1"));
  if (PQntuples(R.get()) > 0)
    keep(H, std::move(R));
}
