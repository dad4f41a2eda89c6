// RUN: %check_dbtidy %s
// std::pair and std::tuple: a handle goes where they go, an owner in them ends with them.

#include "libpq-fe.h"

#include <memory>
#include <string>
#include <tuple>
#include <utility>

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};
using Owner = std::unique_ptr<PGconn, Finish>;

static std::pair<PGconn *, int> dial(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {Conn, PQserverVersion(Conn)};
}
static std::tuple<int, PGconn *, std::string> dialTuple(const char *Dsn) {
  return std::make_tuple(1, PQconnectdb(Dsn), std::string("name"));
}

int pairBad(const char *Dsn) {
  auto Result = dial(Dsn); // WARN: [db-connection-leak]
  return Result.second;
}
int pairOk(const char *Dsn) {
  auto Result = dial(Dsn);
  PQfinish(Result.first);
  return Result.second;
}
int bindingBad(const char *Dsn) {
  auto [Conn, Version] = dial(Dsn); // WARN: [db-connection-leak]
  if (Version < 100000)
    return 0;
  PQfinish(Conn);
  return Version;
}
int bindingOk(const char *Dsn) {
  auto [Conn, Version] = dial(Dsn);
  PQfinish(Conn);
  return Version;
}
int bindingReferenceOk(const char *Dsn) {
  auto Result = dial(Dsn);
  auto &[Conn, Version] = Result;
  PQfinish(Conn);
  return Version;
}
int tieOk(const char *Dsn) {
  PGconn *Conn = nullptr;
  int Version = 0;
  std::tie(Conn, Version) = dial(Dsn);
  PQfinish(Conn);
  return Version;
}
int tieBad(const char *Dsn) {
  PGconn *Conn = nullptr;
  int Version = 0;
  std::tie(Conn, Version) = dial(Dsn); // WARN: [db-connection-leak]
  return Version;
}
int tupleOk(const char *Dsn) {
  const auto All = dialTuple(Dsn);
  PQfinish(std::get<1>(All));
  return std::get<0>(All);
}
int tupleBad(const char *Dsn) {
  const auto All = dialTuple(Dsn); // WARN: [db-connection-leak]
  return std::get<0>(All);
}
int tupleBindingOk(const char *Dsn) {
  auto [Count, Conn, Name] = dialTuple(Dsn);
  PQfinish(Conn);
  return Count;
}
int ownerInPairOk(const char *Dsn) {
  const std::pair<Owner, int> Both(Owner(PQconnectdb(Dsn)), 1);
  return PQserverVersion(Both.first.get());
}
int ownerReleasedBad(const char *Dsn) {
  std::pair<Owner, int> Both(Owner(PQconnectdb(Dsn)), 1); // WARN: [db-connection-leak]
  Both.first.release();
  return Both.second;
}
int copiedOk(const char *Dsn) {
  const std::pair<PGconn *, int> First = dial(Dsn);
  std::pair<PGconn *, int> Second;
  Second = First;
  PQfinish(Second.first);
  return 0;
}
int assignedOverBad(const char *Dsn) {
  std::pair<PGconn *, int> Now = dial(Dsn); // WARN: [db-connection-leak]
  Now = dial(Dsn);
  PQfinish(Now.first);
  return 0;
}
std::pair<PGconn *, std::string> passedOnOk(const char *Dsn) {
  auto Result = dial(Dsn);
  return std::make_pair(Result.first, std::string("name"));
}
std::pair<Owner, bool> wrappedOk(const char *Dsn) {
  Owner Conn(PQconnectdb(Dsn));
  const bool Good = PQstatus(Conn.get()) == CONNECTION_OK;
  return {std::move(Conn), Good};
}
int unwrappedOk(const char *Dsn) {
  auto [Conn, Good] = wrappedOk(Dsn);
  return Good ? PQserverVersion(Conn.get()) : 0;
}
