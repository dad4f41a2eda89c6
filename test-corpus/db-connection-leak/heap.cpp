// RUN: %check_dbtidy %s
// Objects that own a connection: on the heap, in arrays, in lambdas, behind interfaces.
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

// Arrays of objects, of owners: each element has its destructor.
bool arrayOfObjectsOk(const char *Dsn) {
  const Session Both[2] = {Session(Dsn), Session(Dsn)};
  return Both[0].good();
}

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};
using ConnPtr = std::unique_ptr<PGconn, Finish>;

int arrayOfOwnersOk(const char *Dsn) {
  const ConnPtr Both[] = {ConnPtr(PQconnectdb(Dsn)), ConnPtr(PQconnectdb(Dsn))};
  return PQserverVersion(Both[0].get());
}

// An owner that was moved into a lambda ends with the lambda.
int movedIntoLambdaOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  const auto Version = [Conn = std::move(Conn)] { return PQserverVersion(Conn.get()); };
  return Version();
}

// A virtual method of a local object: no other class than this one is meant.
struct Backend {
  virtual ~Backend() = default;
  virtual int version() const = 0;
};

struct Careless : Backend {
  explicit Careless(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  int version() const override { return PQserverVersion(Conn); }
  PGconn *Conn;
};

int virtualOfLocalBad(const char *Dsn) {
  const Careless C(Dsn); // WARN: [db-connection-leak]
  return C.version();
}

// A class without a destructor, behind a pointer of another class.
struct Leaky {
  explicit Leaky(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  PGconn *Conn;
};

class LeakyFacade {
public:
  explicit LeakyFacade(const char *Dsn) : I(std::make_unique<Leaky>(Dsn)) {}
  int version() const { return PQserverVersion(I->Conn); }

private:
  std::unique_ptr<Leaky> I;
};

int leakyFacadeBad(const char *Dsn) {
  const LeakyFacade F(Dsn); // WARN: [db-connection-leak]
  return F.version();
}
