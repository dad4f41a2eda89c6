// RUN: %check_dbtidy %s
// Pools and registries.
#include "libpq-fe.h"
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

static bool good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

static std::map<std::string, PGconn *> Known;

// Taken from the pool, given back to it: the pool keeps it in a container, or closes it.
class Pool {
public:
  PGconn *take(const char *Dsn) {
    if (Idle.empty())
      return PQconnectdb(Dsn);
    PGconn *Conn = Idle.back();
    Idle.pop_back();
    return Conn;
  }
  void give(PGconn *Conn) {
    if (good(Conn))
      Idle.push_back(Conn);
    else
      PQfinish(Conn);
  }

private:
  std::vector<PGconn *> Idle;
};

int takenAndGivenOk(Pool &P, const char *Dsn) {
  PGconn *Conn = P.take(Dsn);
  const int Version = PQserverVersion(Conn);
  P.give(Conn);
  return Version;
}

// Closed if the registry had one already: what it was asked to insert is no out-parameter.
void insertedOrClosedOk(const std::string &Dsn) {
  PGconn *Conn = PQconnectdb(Dsn.c_str());
  if (!Known.insert({Dsn, Conn}).second)
    PQfinish(Conn);
}

void emplacedOrClosedOk(const std::string &Dsn) {
  PGconn *Conn = PQconnectdb(Dsn.c_str());
  const auto [At, New] = Known.try_emplace(Dsn, Conn);
  if (!New)
    PQfinish(Conn);
}

void insertedOk(const std::string &Dsn) {
  PGconn *Conn = PQconnectdb(Dsn.c_str());
  Known.insert({Dsn, Conn});
}

// An owner as a member, with the moves that the compiler writes: the old one is closed.
class Owner {
public:
  explicit Owner(const char *Dsn) : Conn(PQconnectdb(Dsn), PQfinish) {}
  Owner(Owner &&) = default;
  Owner &operator=(Owner &&) = default;
  int version() const { return PQserverVersion(Conn.get()); }

private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> Conn;
};

int defaultedMoveOk(const char *A, const char *B) {
  Owner First(A), Second(B);
  First = std::move(Second);
  return First.version();
}
