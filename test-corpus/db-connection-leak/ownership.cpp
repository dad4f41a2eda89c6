// RUN: %check_dbtidy %s
// Where a raw connection goes in C++: pairs, references, templates, containers, swaps.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <array>
#include <atomic>
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

struct Dialed {
  PGconn *Conn;
  bool Good;
};

static Dialed dial(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {Conn, PQstatus(Conn) == CONNECTION_OK};
}

static std::pair<PGconn *, int> dialPair(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {Conn, PQserverVersion(Conn)};
}

static bool dialInto(PGconn *&Out, const char *Dsn) {
  Out = PQconnectdb(Dsn);
  return PQstatus(Out) == CONNECTION_OK;
}

template <class Conn>
void closeAny(Conn *C);
template <>
void closeAny(PGconn *C) { PQfinish(C); }
template <>
void closeAny(sqlite3 *C) { sqlite3_close(C); }

//===--- Lost ---===//

// Both parts of the struct have names; the connection's is not closed.
int structuredBindingBad(const char *Dsn) {
  const auto [Conn, Good] = dial(Dsn); // WARN: [db-connection-leak]
  if (!Good)
    return -1;
  PQfinish(Conn);
  return 0;
}

// Filled through a reference.
int referenceBad(const char *Dsn) {
  PGconn *Conn = nullptr;
  if (!dialInto(Conn, Dsn)) // WARN: [db-connection-leak]
    return -1;
  PQfinish(Conn);
  return 0;
}

// A declaration in the condition: null is tested, the status is not.
int declaredInConditionBad(const char *Dsn) {
  if (PGconn *Conn = PQconnectdb(Dsn)) // WARN: [db-connection-leak]
    return PQserverVersion(Conn);
  return -1;
}

// With an initialiser: closed in one arm.
int initStatementBad(const char *Dsn) {
  if (PGconn *Conn = PQconnectdb(Dsn); PQstatus(Conn) == CONNECTION_OK) { // WARN: [db-connection-leak]
    PQfinish(Conn);
    return 0;
  } else {
    std::puts(PQerrorMessage(Conn));
    return -1;
  }
}

// Swapped: what is closed afterwards is the other one.
void swappedBad(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B); // WARN: [db-connection-leak]
  std::swap(First, Second);
  PQfinish(Second);
  First = nullptr;
}

// exchange() gives the old one back, and nobody takes it.
void exchangedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  std::exchange(Conn, nullptr);
  PQfinish(Conn);
}

// A template for any library; this instance forgets.
template <class Open>
int versionOfBad(Open Dial, const char *Dsn) {
  auto *Conn = Dial(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

int versions(const char *Dsn) {
  return versionOfBad([](const char *To) { return PQconnectdb(To); }, Dsn);
}

// An object made by new that is a plain struct: deleted, its connection is not.
void deletedBad(const char *Dsn) {
  auto *D = new Dialed{};
  D->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  std::printf("%d\n", PQserverVersion(D->Conn));
  delete D;
}

// A smart pointer to a plain struct does no more.
void ownedStructBad(const char *Dsn) {
  const auto D = std::make_unique<Dialed>();
  D->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  D->Good = PQstatus(D->Conn) == CONNECTION_OK;
}

// std::move of a pointer is a copy.
int movedPointerBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  PGconn *Other = std::move(Conn);
  return PQserverVersion(Other);
}

// A loop over hosts in the C++ way.
int rangeForBad(const std::vector<std::string> &Dsns) {
  int Up = 0;
  for (const auto &Dsn : Dsns) {
    auto *Conn = PQconnectdb(Dsn.c_str()); // WARN: [db-connection-leak]
    if (PQstatus(Conn) != CONNECTION_OK)
      continue;
    ++Up;
    PQfinish(Conn);
  }
  return Up;
}

// A reference is another name; the variable is overwritten through it.
void throughReferenceBad(const char *A, const char *B) {
  PGconn *Conn = PQconnectdb(A); // WARN: [db-connection-leak]
  PGconn *&Same = Conn;
  Same = PQconnectdb(B);
  PQfinish(Conn);
}

// A default argument opens.
int versionOf(PGconn *Conn = PQconnectdb("")); // whose it is, nobody can say

//===--- Closed, or kept ---===//

// Both parts have names, one is closed.
int structuredBindingOk(const char *Dsn) {
  const auto [Conn, Good] = dial(Dsn);
  PQfinish(Conn);
  return Good ? 0 : -1;
}

// A pair, taken apart.
int pairOk(const char *Dsn) {
  const auto [Conn, Version] = dialPair(Dsn);
  PQfinish(Conn);
  return Version;
}

// A pair, by member.
int pairMemberOk(const char *Dsn) {
  auto Result = dialPair(Dsn);
  PQfinish(Result.first);
  return Result.second;
}

// std::tie into variables that are there.
int tiedOk(const char *Dsn) {
  PGconn *Conn;
  int Version;
  std::tie(Conn, Version) = dialPair(Dsn);
  PQfinish(Conn);
  return Version;
}

// Filled through a reference, closed through the variable.
int referenceOk(const char *Dsn) {
  PGconn *Conn = nullptr;
  const bool Good = dialInto(Conn, Dsn);
  PQfinish(Conn);
  return Good ? 0 : -1;
}

// The caller's variable, by reference: it is the caller's to close.
bool outReferenceOk(PGconn *&Out, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) != CONNECTION_OK) {
    PQfinish(Conn);
    return false;
  }
  Out = Conn;
  return true;
}

// Declared in the condition, closed inside.
int declaredInConditionOk(const char *Dsn) {
  if (PGconn *Conn = PQconnectdb(Dsn)) {
    const int Version = PQserverVersion(Conn);
    PQfinish(Conn);
    return Version;
  }
  return -1;
}

// With an initialiser, closed in both arms.
int initStatementOk(const char *Dsn) {
  if (PGconn *Conn = PQconnectdb(Dsn); PQstatus(Conn) == CONNECTION_OK) {
    PQfinish(Conn);
    return 0;
  } else {
    PQfinish(Conn);
    return -1;
  }
}

// Swapped, both closed.
void swappedOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  if (PQserverVersion(First) < PQserverVersion(Second))
    std::swap(First, Second);
  PQfinish(Second);
  PQfinish(First);
}

// Exchanged for null and closed.
void exchangedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PQfinish(std::exchange(Conn, nullptr));
  PQfinish(Conn);
}

// A template closes what it is given.
void closedByTemplateOk(const char *Dsn, const char *Path) {
  PGconn *Conn = PQconnectdb(Dsn);
  sqlite3 *Db = nullptr;
  sqlite3_open(Path, &Db);
  closeAny(Conn);
  closeAny(Db);
}

// `if constexpr` picks the release.
template <class T>
void closeByType(T *C) {
  if constexpr (std::is_same_v<T, PGconn>)
    PQfinish(C);
  else
    sqlite3_close(C);
}

void closedByConstexprOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  closeByType(Conn);
}

// Variadic: closes all it is given.
template <class... T>
void closeAll(T *...C) { (PQfinish(C), ...); }

void closedByPackOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  closeAll(First, Second);
}

// A container that is a member or a global keeps them; who closes them is elsewhere.
static std::vector<PGconn *> Idle;
static std::map<std::string, sqlite3 *> Open;

void pushedOk(const char *Dsn) { Idle.push_back(PQconnectdb(Dsn)); }

void mappedOk(const std::string &Path) {
  sqlite3 *Db = nullptr;
  sqlite3_open(Path.c_str(), &Db);
  Open[Path] = Db;
}

void emplacedOk(const std::string &Path) {
  sqlite3 *Db = nullptr;
  if (sqlite3_open(Path.c_str(), &Db) != SQLITE_OK) {
    sqlite3_close(Db);
    return;
  }
  Open.emplace(Path, Db);
}

void openedIntoMapOk(const std::string &Path) { sqlite3_open(Path.c_str(), &Open[Path]); }

// A local container, emptied in a loop.
int localContainerOk(const std::vector<std::string> &Dsns) {
  std::vector<PGconn *> Conns;
  for (const auto &Dsn : Dsns)
    Conns.push_back(PQconnectdb(Dsn.c_str()));
  int Up = 0;
  for (PGconn *Conn : Conns) {
    Up += PQstatus(Conn) == CONNECTION_OK;
    PQfinish(Conn);
  }
  return Up;
}

// A local container, returned.
std::vector<PGconn *> containerReturnedOk(const std::vector<std::string> &Dsns) {
  std::vector<PGconn *> Conns;
  for (const auto &Dsn : Dsns)
    Conns.emplace_back(PQconnectdb(Dsn.c_str()));
  return Conns;
}

// An array of two, both closed.
void arrayOk(const char *A, const char *B) {
  std::array<PGconn *, 2> Conns = {PQconnectdb(A), PQconnectdb(B)};
  for (PGconn *Conn : Conns)
    PQfinish(Conn);
}

// In a pair, a tuple, an optional that are returned.
std::pair<PGconn *, bool> pairReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return std::make_pair(Conn, PQstatus(Conn) == CONNECTION_OK);
}

std::tuple<int, PGconn *> tupleReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {PQserverVersion(Conn), Conn};
}

std::optional<PGconn *> optionalReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (PQstatus(Conn) == CONNECTION_OK)
    return Conn;
  PQfinish(Conn);
  return std::nullopt;
}

// The optional's value is closed.
int optionalOk(const char *Dsn) {
  std::optional<PGconn *> Conn = PQconnectdb(Dsn);
  const int Version = PQserverVersion(*Conn);
  PQfinish(*Conn);
  return Version;
}

// Another thread has it now.
void threadOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  std::thread([Conn] {
    PQconsumeInput(Conn);
    PQfinish(Conn);
  }).detach();
}

// An atomic slot: the new one in, the old one closed.
static std::atomic<PGconn *> Current;

void atomicOk(const char *Dsn) {
  PGconn *Old = Current.exchange(PQconnectdb(Dsn));
  PQfinish(Old);
}

// Moved pointer, closed under its other name.
int movedPointerOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  PGconn *Other = std::move(Conn);
  const int Version = PQserverVersion(Other);
  PQfinish(Other);
  return Version;
}

// A plain struct by new, its connection closed first.
void deletedOk(const char *Dsn) {
  auto *D = new Dialed{};
  D->Conn = PQconnectdb(Dsn);
  PQfinish(D->Conn);
  delete D;
}

// An owner that is returned with the struct in it.
std::unique_ptr<Dialed> ownedStructOk(const char *Dsn) {
  auto D = std::make_unique<Dialed>();
  D->Conn = PQconnectdb(Dsn);
  D->Good = PQstatus(D->Conn) == CONNECTION_OK;
  return D;
}

// thread_local and inline variables live on.
inline thread_local PGconn *Mine = nullptr;

PGconn *mineOk(const char *Dsn) {
  if (!Mine)
    Mine = PQconnectdb(Dsn);
  return Mine;
}
