// RUN: %check_dbtidy %s
// Owners from the standard library: unique_ptr and shared_ptr with every kind of deleter.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};
using ConnPtr = std::unique_ptr<PGconn, Finish>;

struct CloseDb {
  void operator()(sqlite3 *Db) const noexcept { sqlite3_close_v2(Db); }
};
using DbPtr = std::unique_ptr<sqlite3, CloseDb>;

struct KeepOpen {
  void operator()(PGconn *) const {}
};

bool runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const bool Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

} // namespace

//===--- Lost ---===//

// release() gives up ownership, and nobody takes it.
void releasedBad(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  runs(Conn.get(), "SELECT 1");
  Conn.release();
}

// Released into a raw pointer that an early return forgets.
int releasedIntoRawBad(const char *Dsn) {
  ConnPtr Owner(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  PGconn *Conn = Owner.release();
  if (!runs(Conn, "SELECT 1"))
    return -1;
  PQfinish(Conn);
  return 0;
}

// A deleter that deletes nothing.
void emptyDeleterBad(const char *Dsn) {
  std::unique_ptr<PGconn, KeepOpen> Conn(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  runs(Conn.get(), "SELECT 1");
}

// The status is looked at, and thrown on, before the owner has the handle.
DbPtr ownedTooLateBad(const std::string &Path) {
  sqlite3 *Raw = nullptr;
  if (sqlite3_open(Path.c_str(), &Raw) != SQLITE_OK) // WARN: [db-connection-leak]
    throw std::runtime_error("cannot open " + Path); // NOTE: "an exception leaves"
  return DbPtr(Raw);
}

// The same with an early return and a shared owner.
std::shared_ptr<sqlite3> sharedTooLateBad(const char *Path) {
  sqlite3 *Raw = nullptr;
  if (sqlite3_open_v2(Path, &Raw, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) // WARN: [db-connection-leak]
    return nullptr;
  return std::shared_ptr<sqlite3>(Raw, sqlite3_close);
}

// get() is a look, not a transfer; the second connection has no owner.
int ownsTheOtherBad(const char *A, const char *B) {
  ConnPtr First(PQconnectdb(A));
  PGconn *Second = PQconnectdb(B); // WARN: [db-connection-leak] "'Second'"
  return PQserverVersion(First.get()) - PQserverVersion(Second);
}

// The owner is put away before the connection is made.
void movedTooEarlyBad(const char *Dsn, ConnPtr &Out) {
  ConnPtr Conn;
  Out = std::move(Conn);
  PGconn *Raw = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  runs(Raw, "SELECT 1");
}

// A unique_ptr to the pointer: what it deletes is the box.
void boxedBad(const char *Dsn) {
  auto Box = std::make_unique<PGconn *>(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  runs(*Box, "SELECT 1");
}

//===--- Closed ---===//

// A functor as deleter.
int functorOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  if (PQstatus(Conn.get()) != CONNECTION_OK)
    return -1;
  return runs(Conn.get(), "SELECT 1") ? 0 : -2;
}

// A function pointer as deleter.
int functionPointerOk(const char *Dsn) {
  std::unique_ptr<PGconn, void (*)(PGconn *)> Conn(PQconnectdb(Dsn), PQfinish);
  return PQserverVersion(Conn.get());
}

// The same, its type taken from the function.
int decltypeOk(const char *Dsn) {
  std::unique_ptr<PGconn, decltype(&PQfinish)> Conn{PQconnectdb(Dsn), &PQfinish};
  return PQserverVersion(Conn.get());
}

// A lambda as deleter, named first.
int lambdaOk(const char *Dsn) {
  auto Close = [](PGconn *Conn) { PQfinish(Conn); };
  std::unique_ptr<PGconn, decltype(Close)> Conn(PQconnectdb(Dsn), Close);
  return PQserverVersion(Conn.get());
}

// A lambda in the type.
int lambdaTypeOk(const char *Path) {
  std::unique_ptr<sqlite3, decltype([](sqlite3 *Db) { sqlite3_close(Db); })> Owner;
  sqlite3 *Raw = nullptr;
  const int Rc = sqlite3_open(Path, &Raw);
  Owner.reset(Raw);
  return Rc;
}

// A deleter with sqlite3_close's own signature: its result is not looked at.
int intDeleterOk(const char *Path) {
  sqlite3 *Raw = nullptr;
  const int Rc = sqlite3_open(Path, &Raw);
  std::unique_ptr<sqlite3, int (*)(sqlite3 *)> Db(Raw, sqlite3_close);
  return Rc == SQLITE_OK ? sqlite3_exec(Db.get(), "VACUUM", nullptr, nullptr, nullptr) : Rc;
}

// The deleter as a template over the function.
template <auto Fn>
struct Call {
  template <class T>
  void operator()(T *Pointer) const { Fn(Pointer); }
};

int templateDeleterOk(const char *Dsn) {
  std::unique_ptr<PGconn, Call<PQfinish>> Conn(PQconnectdb(Dsn));
  return PQserverVersion(Conn.get());
}

// integral_constant as deleter: the short idiom.
int integralConstantOk(const char *Dsn) {
  std::unique_ptr<PGconn, std::integral_constant<decltype(&PQfinish), &PQfinish>> Conn(PQconnectdb(Dsn));
  return PQserverVersion(Conn.get());
}

// Owned before the status is looked at: the throw closes.
DbPtr ownedAtOnceOk(const std::string &Path) {
  sqlite3 *Raw = nullptr;
  const int Rc = sqlite3_open(Path.c_str(), &Raw);
  DbPtr Db(Raw);
  if (Rc != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(Db.get()));
  return Db;
}

// A shared pointer with the function.
int sharedOk(const char *Dsn) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Dsn), PQfinish);
  if (PQstatus(Conn.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(Conn.get()));
  return PQserverVersion(Conn.get());
}

// Shared by two, one of them further out.
std::shared_ptr<PGconn> sharedOutOk(const char *Dsn) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Dsn), [](PGconn *C) { PQfinish(C); });
  const std::shared_ptr<PGconn> Other = Conn;
  return Other;
}

// Filled by reset, with its deleter, and emptied by reset.
int sharedResetOk(const char *Dsn) {
  std::shared_ptr<PGconn> Conn;
  Conn.reset(PQconnectdb(Dsn), PQfinish);
  const int Version = PQserverVersion(Conn.get());
  Conn.reset();
  return Version;
}

// The same with a lambda, and a copy that lives longer.
std::shared_ptr<PGconn> sharedResetOutOk(const char *Dsn) {
  std::shared_ptr<PGconn> Conn, Out;
  Conn.reset(PQconnectdb(Dsn), [](PGconn *C) { PQfinish(C); });
  Out = Conn;
  return Out;
}

// reset() with a new connection closes the old one.
int resetOk(const char *Primary, const char *Standby) {
  ConnPtr Conn(PQconnectdb(Primary));
  if (PQstatus(Conn.get()) != CONNECTION_OK)
    Conn.reset(PQconnectdb(Standby));
  return PQserverVersion(Conn.get());
}

// reset() alone closes, the rest of the function is without.
void resetEarlyOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  runs(Conn.get(), "SELECT 1");
  Conn.reset();
  std::puts("closed");
}

// So does the assignment of null.
void nullAssignedOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  Conn = nullptr;
}

// Assigned over: the old one is closed by the assignment.
void assignedOverOk(const char *A, const char *B) {
  ConnPtr Conn(PQconnectdb(A));
  Conn = ConnPtr(PQconnectdb(B));
  runs(Conn.get(), "SELECT 1");
}

// Moved into the caller's.
void movedOutOk(const char *Dsn, ConnPtr &Out) {
  ConnPtr Conn(PQconnectdb(Dsn));
  if (PQstatus(Conn.get()) == CONNECTION_OK)
    Out = std::move(Conn);
}

// Passed on by value: the callee's parameter closes.
static int consume(ConnPtr Conn) { return PQserverVersion(Conn.get()); }

int passedOnOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  return consume(std::move(Conn));
}

int passedOnAtOnceOk(const char *Dsn) { return consume(ConnPtr(PQconnectdb(Dsn))); }

// Released to a function that closes.
void releasedOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  PQfinish(Conn.release());
}

// Released to the caller.
PGconn *releasedOutOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  if (PQstatus(Conn.get()) != CONNECTION_OK)
    return nullptr;
  return Conn.release();
}

// A failed one is swapped for another; both are owned.
void swappedOk(const char *A, const char *B) {
  ConnPtr First(PQconnectdb(A)), Second(PQconnectdb(B));
  if (PQstatus(First.get()) != CONNECTION_OK)
    First.swap(Second);
  std::swap(First, Second);
}

// In an optional.
int optionalOk(const char *Dsn, bool Wanted) {
  std::optional<ConnPtr> Conn;
  if (Wanted)
    Conn.emplace(PQconnectdb(Dsn));
  return Conn ? PQserverVersion(Conn->get()) : 0;
}

// In a vector.
int vectorOk(const std::vector<std::string> &Dsns) {
  std::vector<ConnPtr> Conns;
  for (const std::string &Dsn : Dsns)
    Conns.emplace_back(PQconnectdb(Dsn.c_str()));
  for (const std::string &Dsn : Dsns)
    Conns.push_back(ConnPtr(PQconnectdb(Dsn.c_str())));
  return static_cast<int>(Conns.size());
}

// A temporary owner for one expression.
int temporaryOk(const char *Dsn) { return PQserverVersion(ConnPtr(PQconnectdb(Dsn)).get()); }

// In a condition.
int conditionOk(const char *Dsn) {
  if (ConnPtr Conn{PQconnectdb(Dsn)}; PQstatus(Conn.get()) == CONNECTION_OK)
    return PQserverVersion(Conn.get());
  return -1;
}

// Through a factory that returns the owner.
static ConnPtr dial(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  if (PQstatus(Conn.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(Conn.get()));
  return Conn;
}

int factoryOk(const char *Dsn) {
  const auto Conn = dial(Dsn);
  return PQserverVersion(Conn.get());
}

// The cancel connection has an owner of its own.
bool cancelOk(PGconn *Conn) {
  std::unique_ptr<PGcancelConn, decltype(&PQcancelFinish)> Cancel(PQcancelCreate(Conn), PQcancelFinish);
  return PQcancelBlocking(Cancel.get()) != 0;
}

// An owner as a static local: made once, never missed.
PGconn *staticOwnerOk(const char *Dsn) {
  static const ConnPtr Conn(PQconnectdb(Dsn));
  return Conn.get();
}

// Const reference to a temporary owner lives as long as the reference.
int lifetimeExtendedOk(const char *Dsn) {
  const ConnPtr &Conn = ConnPtr(PQconnectdb(Dsn));
  return PQserverVersion(Conn.get());
}
