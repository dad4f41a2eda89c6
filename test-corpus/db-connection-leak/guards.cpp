// RUN: %check_dbtidy %s
// Scope guards as projects write them themselves, and lambdas that close.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>

namespace {

// Runs a function at the end of the scope, unless dismissed.
template <class Fn>
class ScopeExit {
public:
  explicit ScopeExit(Fn F) : F(std::move(F)) {}
  ScopeExit(const ScopeExit &) = delete;
  ScopeExit &operator=(const ScopeExit &) = delete;
  ~ScopeExit() {
    if (Active)
      F();
  }
  void dismiss() { Active = false; }

private:
  Fn F;
  bool Active = true;
};

// The one of the guidelines' support library, made by a function and movable.
template <class Fn>
class FinalAction {
public:
  explicit FinalAction(Fn F) : F(std::move(F)) {}
  FinalAction(FinalAction &&Other) noexcept : F(std::move(Other.F)), Invoke(std::exchange(Other.Invoke, false)) {}
  ~FinalAction() noexcept {
    if (Invoke)
      F();
  }

private:
  Fn F;
  bool Invoke = true;
};

template <class Fn>
[[nodiscard]] FinalAction<Fn> finally(Fn F) { return FinalAction<Fn>(std::move(F)); }

// The macro form.
struct ScopeExitTag {};
template <class Fn>
ScopeExit<Fn> operator+(ScopeExitTag, Fn F) { return ScopeExit<Fn>(std::move(F)); }
#define JOIN2(A, B) A##B
#define JOIN(A, B) JOIN2(A, B)
#define SCOPE_EXIT auto JOIN(Guard, __LINE__) = ScopeExitTag{} + [&]

// A guard of its own for connections, without a template.
class ConnGuard {
public:
  explicit ConnGuard(PGconn *C) : C(C) {}
  ~ConnGuard() { PQfinish(C); }
  PGconn *release() {
    PGconn *Out = C;
    C = nullptr;
    return Out;
  }

private:
  PGconn *C;
};

// Type-erased.
class AnyExit {
public:
  explicit AnyExit(std::function<void()> F) : F(std::move(F)) {}
  ~AnyExit() { F(); }

private:
  std::function<void()> F;
};

bool runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const bool Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

} // namespace

//===--- Lost ---===//

// Dismissed for the happy end, which an error still comes behind.
PGconn *dismissedTooEarlyBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  ScopeExit Guard([&] { PQfinish(Conn); });
  if (PQstatus(Conn) != CONNECTION_OK)
    return nullptr;
  Guard.dismiss();
  if (!runs(Conn, "SET TIME ZONE 'UTC'"))
    return nullptr;
  return Conn;
}

// An error returns before the guard is there.
int guardedTooLateBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  ScopeExit Guard([&] { PQfinish(Conn); });
  return runs(Conn, "SELECT 1") ? 0 : -2;
}

// Captured by value before there is a connection: the guard finishes null.
int capturedTooEarlyBad(const char *Dsn) {
  PGconn *Conn = nullptr;
  ScopeExit Guard([Conn] { PQfinish(Conn); });
  Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return runs(Conn, "SELECT 1") ? 0 : -1;
}

// The guard guards the wrong one.
int wrongGuardBad(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B); // WARN: [db-connection-leak] "'Second'"
  const ConnGuard Guard(First);
  return runs(Second, "SELECT 1") ? 0 : -1;
}

// A lambda that closes is only a promise until somebody calls it.
int neverCalledBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const auto Close = [&] { PQfinish(Conn); };
  if (!runs(Conn, "SELECT 1"))
    return -1;
  Close();
  return 0;
}

// The temporary guard ends with its statement; the connection made later is without.
void temporaryGuardBad(const char *Dsn) {
  PGconn *Conn = nullptr;
  ScopeExit([&] { PQfinish(Conn); });
  Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  runs(Conn, "SELECT 1");
}

// What the guard's own class gives back is lost.
void releasedBad(const char *Dsn) {
  ConnGuard Guard(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  Guard.release();
}

// Returned by a lambda, and lost by its caller.
int returnedByLambdaBad(const char *Dsn) {
  const auto Dial = [](const char *To) { return PQconnectdb(To); };
  PGconn *Conn = Dial(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// Filled through a captured reference.
int filledByLambdaBad(const char *Path) {
  sqlite3 *Db = nullptr;
  const auto Open = [&] { return sqlite3_open(Path, &Db); };
  const int Rc = Open(); // WARN: [db-connection-leak]
  if (Rc != SQLITE_OK)
    return Rc;
  return sqlite3_close(Db);
}

//===--- Closed ---===//

// All ways out of the function pass the guard, the exception among them.
int guardedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  ScopeExit Guard([&] { PQfinish(Conn); });
  if (PQstatus(Conn) != CONNECTION_OK)
    return -1;
  require(runs(Conn, "SELECT 1"));
  return 0;
}

// Captured by reference, filled later.
int filledLaterOk(const char *Path) {
  sqlite3 *Db = nullptr;
  const ScopeExit Guard([&Db] { sqlite3_close(Db); });
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    return -1;
  return sqlite3_exec(Db, "VACUUM", nullptr, nullptr, nullptr);
}

// Captured by value behind the connect.
int byValueOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  ScopeExit Guard([Conn] { PQfinish(Conn); });
  return runs(Conn, "SELECT 1") ? 0 : -1;
}

// Dismissed at the very end: the caller has it now.
PGconn *dismissedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  ScopeExit Guard([&] { PQfinish(Conn); });
  require(PQstatus(Conn) == CONNECTION_OK);
  if (!runs(Conn, "SET TIME ZONE 'UTC'"))
    return nullptr;
  Guard.dismiss();
  return Conn;
}

// finally() makes a guard and returns it.
int finallyOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const auto Close = finally([&] { PQfinish(Conn); });
  require(PQstatus(Conn) == CONNECTION_OK);
  return runs(Conn, "SELECT 1") ? 0 : -1;
}

// The macro.
int macroOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  SCOPE_EXIT { PQfinish(Conn); };
  require(PQstatus(Conn) == CONNECTION_OK);
  return runs(Conn, "SELECT 1") ? 0 : -1;
}

// Two guards, in their order.
int twoGuardsOk(const char *Dsn, const char *Path) {
  PGconn *Conn = PQconnectdb(Dsn);
  SCOPE_EXIT { PQfinish(Conn); };
  sqlite3 *Db = nullptr;
  const int Rc = sqlite3_open(Path, &Db);
  SCOPE_EXIT { sqlite3_close(Db); };
  require(Rc == SQLITE_OK);
  return PQserverVersion(Conn);
}

// A guard class for connections.
int ownGuardOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const ConnGuard Guard(Conn);
  require(PQstatus(Conn) == CONNECTION_OK);
  return PQserverVersion(Conn);
}

// Its release, used.
PGconn *releasedOk(const char *Dsn) {
  ConnGuard Guard(PQconnectdb(Dsn));
  return Guard.release();
}

// The guard runs in each turn of a loop.
int inLoopOk(const char *const *Dsns) {
  int Up = 0;
  for (; *Dsns; ++Dsns) {
    PGconn *Conn = PQconnectdb(*Dsns);
    SCOPE_EXIT { PQfinish(Conn); };
    if (PQstatus(Conn) != CONNECTION_OK)
      continue;
    if (!runs(Conn, "SELECT 1"))
      break;
    ++Up;
  }
  return Up;
}

// A lambda called at each way out.
int calledEverywhereOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const auto Fail = [&](int Rc) {
    PQfinish(Conn);
    return Rc;
  };
  if (PQstatus(Conn) != CONNECTION_OK)
    return Fail(-1);
  if (!runs(Conn, "SELECT 1"))
    return Fail(-2);
  return Fail(0);
}

// Type-erased: the function inside knows of the connection, and that is all one can see.
int typeErasedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const AnyExit Guard([&] { PQfinish(Conn); });
  return runs(Conn, "SELECT 1") ? 0 : -1;
}

// A std::function called by hand.
int stdFunctionOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const std::function<void()> Close = [&] { PQfinish(Conn); };
  const int Version = PQserverVersion(Conn);
  Close();
  return Version;
}

// unique_ptr as a guard of the variable's address.
int addressGuardOk(const char *Path) {
  sqlite3 *Db = nullptr;
  const auto Close = [](sqlite3 **At) { sqlite3_close(*At); };
  const std::unique_ptr<sqlite3 *, decltype(Close)> Guard(&Db, Close);
  if (sqlite3_open(Path, &Db) != SQLITE_OK)
    return -1;
  return 0;
}

// Moved into the lambda, which is kept by the caller.
std::function<int()> keptOk(const char *Dsn) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Dsn), PQfinish);
  return [Conn = std::move(Conn)] { return PQserverVersion(Conn.get()); };
}

// Returned by a lambda and closed here.
int returnedByLambdaOk(const char *Dsn) {
  const auto Dial = [](const char *To) {
    PGconn *Conn = PQconnectdb(To);
    if (PQstatus(Conn) == CONNECTION_OK)
      return Conn;
    PQfinish(Conn);
    return static_cast<PGconn *>(nullptr);
  };
  PGconn *Conn = Dial(Dsn);
  if (!Conn)
    return -1;
  PQfinish(Conn);
  return 0;
}

// Around a function that the caller gives: acquire, call, release.
template <class Fn>
auto withConnection(const char *Dsn, Fn Work) {
  PGconn *Conn = PQconnectdb(Dsn);
  ScopeExit Guard([&] { PQfinish(Conn); });
  return Work(Conn);
}

int aroundOk(const char *Dsn) {
  return withConnection(Dsn, [](PGconn *Conn) {
    require(PQstatus(Conn) == CONNECTION_OK);
    return PQserverVersion(Conn);
  });
}

// The shared_ptr<void> trick.
int sharedVoidOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const std::shared_ptr<void> Guard(nullptr, [&](void *) { PQfinish(Conn); });
  require(PQstatus(Conn) == CONNECTION_OK);
  return PQserverVersion(Conn);
}
