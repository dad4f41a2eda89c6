// RUN: %check_dbtidy %s
// Guards that a test file writes itself, lambdas, templates, containers, optionals, structured
// bindings.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace {

void require(bool Holds, const char *Message) {
  if (!Holds)
    throw std::runtime_error(Message);
}

// Runs whatever it was given when its scope ends.
template <typename F>
class ScopeGuard {
public:
  explicit ScopeGuard(F Function) : Function(std::move(Function)) {}
  ScopeGuard(const ScopeGuard &) = delete;
  ScopeGuard &operator=(const ScopeGuard &) = delete;
  ~ScopeGuard() {
    if (Active)
      Function();
  }
  void dismiss() { Active = false; }

private:
  F Function;
  bool Active = true;
};

// The same with type erasure.
class Defer {
public:
  explicit Defer(std::function<void()> Function) : Function(std::move(Function)) {}
  ~Defer() { Function(); }

private:
  std::function<void()> Function;
};

// Go-like macro.
struct DeferTag {};
template <typename F>
ScopeGuard<F> operator+(DeferTag, F Function) { return ScopeGuard<F>(std::move(Function)); }
#define DEFER auto DeferHere = DeferTag() + [&]()

// Any handle with its function, as a template argument.
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
  T **out() {
    close();
    return &P;
  }
  explicit operator bool() const { return P != nullptr; }

private:
  T *P;
};
using Result = Handle<PGresult, PQclear>;
using Statement = Handle<sqlite3_stmt, sqlite3_finalize>;

template <typename F>
auto withRows(PGconn *Conn, const char *Sql, F Use) {
  PGresult *Res = PQexec(Conn, Sql);
  auto Value = Use(Res);
  PQclear(Res);
  return Value;
}

template <typename T>
T firstValue(PGresult *Res, T (*Convert)(const char *)) {
  const T Value = Convert(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}

} // namespace

//===--- Lost -----------------------------------------------------------------------===//

// The guard is dismissed on the way that fails.
int dismissedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  ScopeGuard Guard([&] { PQclear(Res); });
  if (PQntuples(Res) == 0) {
    Guard.dismiss();
    return -1;
  }
  return PQntuples(Res);
}

// The guard is made after the return.
int guardTooLateBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQntuples(Res) == 0)
    return -1;
  ScopeGuard Guard([&] { PQclear(Res); });
  return PQntuples(Res);
}

// A guard by value holds the pointer of then, the variable moves on.
int guardByValueBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  ScopeGuard Guard([Res] { PQclear(Res); });
  const int Rows = PQntuples(Res);
  Res = PQexec(Conn, "SELECT 2"); // WARN: [db-result-leak]
  return Rows + PQntuples(Res);
}

// A guard by reference releases the last one only.
int guardByReferenceBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak] "overwritten"
  ScopeGuard Guard([&Res] { PQclear(Res); });
  const int Rows = PQntuples(Res);
  Res = PQexec(Conn, "SELECT 2");
  return Rows + PQntuples(Res);
}

// The lambda that would clear is never called.
int lambdaNotCalledBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const auto Clear = [&] { PQclear(Res); };
  if (PQntuples(Res) > 0) {
    Clear();
    return 1;
  }
  return 0;
}

// The callback throws through the template, past its clear.
template <typename F>
auto withRowsBad(PGconn *Conn, const char *Sql, F Use) {
  PGresult *Res = PQexec(Conn, Sql); // WARN: [db-result-leak] "exception"
  auto Value = Use(Res);
  PQclear(Res);
  return Value;
}
int callbackThrowsOk(PGconn *Conn) {
  return withRowsBad(Conn, "SELECT 1", [](PGresult *Res) {
    require(PQntuples(Res) > 0, "no rows");
    return PQntuples(Res);
  });
}

static std::pair<PGresult *, int> rows(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  return {Res, PQntuples(Res)};
}

// Structured bindings of a struct of one's own: the result leaves with the failure.
struct Answer {
  PGresult *Rows;
  bool Ok;
};
static Answer ask(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  return {Res, PQresultStatus(Res) == PGRES_TUPLES_OK};
}
int structBindingBad(PGconn *Conn) {
  auto [Rows, Ok] = ask(Conn); // WARN: [db-result-leak]
  if (!Ok)
    return -1;
  const int Count = PQntuples(Rows);
  PQclear(Rows);
  return Count;
}

// An optional of a raw pointer owns nothing.
static std::optional<Answer> maybeAsk(PGconn *Conn) {
  Answer A = ask(Conn);
  if (!A.Ok) {
    PQclear(A.Rows);
    return std::nullopt;
  }
  return A;
}

// A constexpr if with one arm that forgets.
template <bool Verbose>
int countedBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  const int Rows = PQntuples(Res);
  if constexpr (Verbose)
    return Rows;
  PQclear(Res);
  return Rows;
}
int constexprIfOk(PGconn *Conn) { return countedBad<true>(Conn) + countedBad<false>(Conn); }

// A range-for with a continue.
int rangeForBad(PGconn *Conn, const std::vector<std::string> &Queries) {
  int Rows = 0;
  for (const std::string &Sql : Queries) {
    PGresult *Res = PQexec(Conn, Sql.c_str()); // WARN: [db-result-leak]
    if (PQresultStatus(Res) != PGRES_TUPLES_OK)
      continue;
    Rows += PQntuples(Res);
    PQclear(Res);
  }
  return Rows;
}

// A reference to the variable is the variable.
int referenceBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  PGresult *&Same = Res;
  Same = nullptr;
  return PQntuples(Res);
}

//===--- Right ----------------------------------------------------------------------===//

// The guard runs on return, throw and end.
int guardOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  ScopeGuard Guard([&] { PQclear(Res); });
  require(PQresultStatus(Res) == PGRES_TUPLES_OK, "failed");
  if (PQntuples(Res) == 0)
    return 0;
  return PQntuples(Res);
}

// The variable is filled after the guard: by reference it sees that.
int guardFirstOk(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  ScopeGuard Guard([&Stmt] { sqlite3_finalize(Stmt); });
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return -1;
  return sqlite3_step(Stmt);
}

// Dismissed where the result goes to the caller.
PGresult *dismissedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  ScopeGuard Guard([Res] { PQclear(Res); });
  require(PQresultStatus(Res) == PGRES_TUPLES_OK, "failed");
  Guard.dismiss();
  return Res;
}

// std::function inside.
int deferOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const Defer Later([&] { PQclear(Res); });
  return PQntuples(Res);
}

// The macro with an overloaded operator.
int deferMacroOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  DEFER { PQclear(Res); };
  require(PQntuples(Res) > 0, "no rows");
  return PQntuples(Res);
}

// unique_ptr<void> as the poor man's guard.
int voidGuardOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const std::shared_ptr<void> Guard(nullptr, [&](void *) { PQclear(Res); });
  return PQntuples(Res);
}

// A lambda called on every way.
int lambdaOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const auto Fail = [&](int Code) {
    PQclear(Res);
    return Code;
  };
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return Fail(-1);
  if (PQntuples(Res) == 0)
    return Fail(-2);
  return Fail(PQntuples(Res));
}

// Called on the spot.
int calledOnTheSpotOk(PGconn *Conn) {
  PGresult *Res = [&] { return PQexec(Conn, "SELECT 1"); }();
  const int Rows = PQntuples(Res);
  [](PGresult *R) { PQclear(R); }(Res);
  return Rows;
}

// The closure owns it: moved in, released by its destructor.
auto closureOwnsOk(PGconn *Conn) {
  return [R = Result(PQexec(Conn, "SELECT 1"))] { return PQntuples(R.get()); };
}

// The template runs the callback and clears.
int callbackOk(PGconn *Conn) {
  return withRows(Conn, "SELECT 1", [](PGresult *Res) { return PQntuples(Res); });
}

// A template that takes the result over.
double toDouble(const char *Text);
double takenByTemplateOk(PGconn *Conn) { return firstValue(PQexec(Conn, "SELECT 1"), toDouble); }

// The generic handle: return, throw, loop.
int handleOk(PGconn *Conn) {
  const Result R(PQexec(Conn, "SELECT 1"));
  require(static_cast<bool>(R), "failed");
  return PQntuples(R.get());
}

// The generic handle as an out-parameter.
int handleOutOk(sqlite3 *Db) {
  Statement S;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, S.out(), nullptr) != SQLITE_OK)
    return -1;
  if (sqlite3_prepare_v2(Db, "SELECT 2", -1, S.out(), nullptr) != SQLITE_OK)
    return -1;
  return sqlite3_step(S.get());
}

// Structured bindings, released in full.
int structuredBindingOk(PGconn *Conn) {
  const auto [Res, Rows] = rows(Conn);
  PQclear(Res);
  return Rows;
}
int structBindingOk(PGconn *Conn) {
  const auto [Rows, Ok] = ask(Conn);
  if (!Ok) {
    PQclear(Rows);
    return -1;
  }
  const int Count = PQntuples(Rows);
  PQclear(Rows);
  return Count;
}

// std::tie names variables; it makes nothing.
int tieOk(PGconn *Conn) {
  PGresult *Res = nullptr;
  int Rows = 0;
  std::tie(Res, Rows) = rows(Conn);
  PQclear(Res);
  return Rows;
}

// An optional that says whether there is something to release.
int optionalOk(PGconn *Conn) {
  const std::optional<Answer> A = maybeAsk(Conn);
  if (!A)
    return -1;
  const int Rows = PQntuples(A->Rows);
  PQclear(A->Rows);
  return Rows;
}

// An optional of an owner.
int optionalOwnerOk(PGconn *Conn, bool Detailed) {
  std::optional<Result> R;
  if (Detailed)
    R.emplace(PQexec(Conn, "SELECT 1"));
  return R ? PQntuples(R->get()) : 0;
}

// Pushed into a vector of raw pointers, cleared from there.
int vectorOk(PGconn *Conn, int Count) {
  std::vector<PGresult *> All;
  for (int I = 0; I < Count; ++I)
    All.push_back(PQexec(Conn, "SELECT 1"));
  int Rows = 0;
  for (PGresult *R : All) {
    Rows += PQntuples(R);
    PQclear(R);
  }
  return Rows;
}

// A vector and a map of owners.
int containersOfOwnersOk(PGconn *Conn, sqlite3 *Db) {
  std::vector<Result> Results;
  Results.emplace_back(PQexec(Conn, "SELECT 1"));
  Results.push_back(Result(PQexec(Conn, "SELECT 2")));
  std::map<std::string, Statement> Statements;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, Statements["one"].out(), nullptr);
  return static_cast<int>(Results.size() + Statements.size());
}

// A cache of statements, kept for reuse: the map owns them.
class Cache {
public:
  explicit Cache(sqlite3 *Db) : Db(Db) {}
  ~Cache() {
    for (auto &[Sql, Stmt] : Statements)
      sqlite3_finalize(Stmt);
  }
  sqlite3_stmt *getOk(const std::string &Sql) {
    if (const auto It = Statements.find(Sql); It != Statements.end())
      return It->second;
    sqlite3_stmt *Stmt = nullptr;
    if (sqlite3_prepare_v2(Db, Sql.c_str(), -1, &Stmt, nullptr) != SQLITE_OK)
      return nullptr;
    Statements.emplace(Sql, Stmt);
    return Stmt;
  }
  sqlite3_stmt *indexedOk(const std::string &Sql) {
    sqlite3_stmt *&Stmt = Statements[Sql];
    if (!Stmt)
      sqlite3_prepare_v2(Db, Sql.c_str(), -1, &Stmt, nullptr);
    return Stmt;
  }

private:
  sqlite3 *Db;
  std::map<std::string, sqlite3_stmt *> Statements;
};

// A variant that owns one of two things.
int variantOk(PGconn *Conn) {
  std::variant<std::monostate, Result> V;
  V = Result(PQexec(Conn, "SELECT 1"));
  return std::holds_alternative<Result>(V);
}

// A reference parameter is filled and cleared by its caller.
static bool fill(PGconn *Conn, PGresult *&Out) {
  Out = PQexec(Conn, "SELECT 1");
  return PQresultStatus(Out) == PGRES_TUPLES_OK;
}
int referenceParameterOk(PGconn *Conn) {
  PGresult *Res = nullptr;
  const bool Ok = fill(Conn, Res);
  const int Rows = Ok ? PQntuples(Res) : -1;
  PQclear(Res);
  return Rows;
}
int referenceParameterBad(PGconn *Conn) {
  PGresult *Res = nullptr;
  if (!fill(Conn, Res)) // WARN: [db-result-leak] "'Res'"
    return -1;
  const int Rows = PQntuples(Res);
  PQclear(Res);
  return Rows;
}

// Two-phase: std::exchange hands the loop's result on.
int exchangedInLoopOk(PGconn *Conn) {
  int Rows = 0;
  PGresult *Next = PQgetResult(Conn);
  while (PGresult *Res = std::exchange(Next, nullptr)) {
    Rows += PQntuples(Res);
    PQclear(Res);
    Next = PQgetResult(Conn);
  }
  return Rows;
}
