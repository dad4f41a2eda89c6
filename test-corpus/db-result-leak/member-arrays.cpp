// RUN: %check_dbtidy %s
// Classes whose destructor, move or delete tests more than one thing.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <memory>
#include <utility>

namespace {

// Moves by hand, checks against itself, closes only what is there.
template <typename T, auto Release>
class Handle {
public:
  explicit Handle(T *P = nullptr) : P(P) {}
  Handle(Handle &&Other) noexcept : P(std::exchange(Other.P, nullptr)) {}
  Handle &operator=(Handle &&Other) noexcept {
    if (this != &Other) {
      close();
      P = std::exchange(Other.P, nullptr);
    }
    return *this;
  }
  ~Handle() { close(); }
  void close() {
    if (P)
      Release(std::exchange(P, nullptr));
  }
  T *get() const { return P; }

private:
  T *P;
};
using Result = Handle<PGresult, PQclear>;

// Owns if told so.
class MaybeOwner {
public:
  MaybeOwner(PGresult *R, bool Own) : R(R), Own(Own) {}
  MaybeOwner(MaybeOwner &&Other) noexcept : R(Other.R), Own(std::exchange(Other.Own, false)) {}
  ~MaybeOwner() {
    if (Own && R)
      PQclear(R);
  }
  PGresult *release() {
    Own = false;
    return R;
  }
  int rows() const { return PQntuples(R); }

private:
  PGresult *R;
  bool Own;
};

// Behind a pointer to an implementation.
struct Implementation {
  PGresult *Rows = nullptr;
  ~Implementation() { PQclear(Rows); }
};
class Query {
public:
  explicit Query(PGconn *Conn) : Impl(std::make_unique<Implementation>()) { Impl->Rows = PQexec(Conn, "SELECT 1"); }
  int rows() const { return PQntuples(Impl->Rows); }

private:
  std::unique_ptr<Implementation> Impl;
};

} // namespace

// Move assignment: the old one is closed, the new one taken.
int moveAssignedOk(PGconn *Conn) {
  Result A(PQexec(Conn, "SELECT 1"));
  Result B(PQexec(Conn, "SELECT 2"));
  B = std::move(A);
  const Result C(std::move(B));
  return PQntuples(C.get());
}

// The two tests in a destructor.
int maybeOwnerOk(PGconn *Conn) {
  MaybeOwner A(PQexec(Conn, "SELECT 1"), true);
  const MaybeOwner B(std::move(A));
  return B.rows();
}

// Given up on one way, destroyed on the other.
PGresult *releasedOk(PGconn *Conn) {
  MaybeOwner A(PQexec(Conn, "SELECT 1"), true);
  if (A.rows() > 0)
    return A.release();
  return nullptr;
}

// Given up for nobody.
int releasedBad(PGconn *Conn) {
  MaybeOwner A(PQexec(Conn, "SELECT 1"), true); // WARN: [db-result-leak]
  A.release();
  return 0;
}

// The implementation's destructor.
int implementationOk(PGconn *Conn) {
  const Query Q(Conn);
  return Q.rows();
}

// On the heap.
int implementationOnHeapOk(PGconn *Conn) {
  auto *Q = new Query(Conn);
  const int Rows = Q->rows();
  delete Q;
  return Rows;
}

// new[] and delete[] of owners.
struct Slot {
  PGresult *Rows = nullptr;
  ~Slot() { PQclear(Rows); }
};
int arrayDeletedOk(PGconn *Conn) {
  auto *Slots = new Slot[3];
  Slots[0].Rows = PQexec(Conn, "SELECT 1");
  Slots[2].Rows = PQexec(Conn, "SELECT 2");
  delete[] Slots;
  return 0;
}

// Known to be that class, so its step() is not just anyone's: the statement is still owed.
struct Interface {
  virtual ~Interface() = default;
  virtual bool step() = 0;
};
struct Sqlite final : Interface {
  explicit Sqlite(sqlite3 *Db) { sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr); }
  ~Sqlite() override { sqlite3_finalize(Stmt); }
  bool step() override { return sqlite3_step(Stmt) == SQLITE_ROW; }
  sqlite3_stmt *Stmt = nullptr;
};
int lostObjectBad(sqlite3 *Db) {
  Interface *S = new Sqlite(Db); // WARN: [db-result-leak]
  if (!S->step())
    return -1;
  delete S;
  return 0;
}

// A member array of statements, filled and emptied by range-for.
class Prepared {
public:
  explicit Prepared(sqlite3 *Db) {
    for (sqlite3_stmt *&S : Statements)
      sqlite3_prepare_v2(Db, "SELECT 1", -1, &S, nullptr);
  }
  ~Prepared() {
    for (sqlite3_stmt *S : Statements)
      sqlite3_finalize(S);
  }
  sqlite3_stmt *Statements[3] = {};
};
int arrayMemberOk(sqlite3 *Db) {
  const Prepared P(Db);
  return sqlite3_step(P.Statements[1]);
}
