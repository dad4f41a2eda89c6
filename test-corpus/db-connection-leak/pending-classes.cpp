// RUN: %check_dbtidy %s
// Classes that own a connection, on the heap.
#include "libpq-fe.h"
#include <memory>
#include <stdexcept>
#include <utility>

// Opens in the constructor, closes in the destructor.
class Session {
public:
  explicit Session(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;
  Session(Session &&Other) noexcept : Conn(std::exchange(Other.Conn, nullptr)) {}
  Session &operator=(Session &&Other) noexcept {
    if (this != &Other) {
      PQfinish(Conn);
      Conn = std::exchange(Other.Conn, nullptr);
    }
    return *this;
  }
  ~Session() { PQfinish(Conn); }

  bool good() const { return PQstatus(Conn) == CONNECTION_OK; }
  PGconn *get() const { return Conn; }
  PGconn *release() { return std::exchange(Conn, nullptr); }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

// Made by new and deleted.
int deletedOk(const char *Dsn) {
  auto *S = new Session(Dsn);
  const int Version = S->version();
  delete S;
  return Version;
}

// In smart pointers.
int uniqueOk(const char *Dsn) {
  const std::unique_ptr<Session> S(new Session(Dsn));
  require(S->good());
  return S->version();
}

int makeUniqueOk(const char *Dsn) {
  const auto S = std::make_unique<Session>(Dsn);
  return S->version();
}

std::shared_ptr<Session> makeSharedOk(const char *Dsn) {
  auto S = std::make_shared<Session>(Dsn);
  if (!S->good())
    return nullptr;
  return S;
}
