// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Classes without a destructor that reach their end through the library's.
#include "libpq-fe.h"
#include <memory>
#include <optional>

// A class without a destructor, behind owners that delete it.
struct Leaky {
  explicit Leaky(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  PGconn *Conn;
};

// A constructor that was inherited.
struct LeakyChild : Leaky {
  using Leaky::Leaky;
};

// The deleter that an object keeps does nothing.
template <class T>
class Owner {
public:
  Owner(T *P, void (*Close)(T *)) : P(P), Close(Close) {}
  ~Owner() { Close(P); }
  T *get() const { return P; }

private:
  T *P;
  void (*Close)(T *);
};

static void nothing(PGconn *) {}

int keptFunctionBad(const char *Dsn) {
  const Owner<PGconn> Conn(PQconnectdb(Dsn), nothing); // WARN: [db-connection-leak]
  return PQserverVersion(Conn.get());
}

// The implementation behind a pointer.
struct Impl {
  PGconn *Conn;
  explicit Impl(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  ~Impl() { PQfinish(Conn); }
};

class Facade {
public:
  explicit Facade(const char *Dsn);
  ~Facade();
  int version() const;

private:
  std::unique_ptr<Impl> I;
};

Facade::Facade(const char *Dsn) : I(std::make_unique<Impl>(Dsn)) {}
Facade::~Facade() = default;
int Facade::version() const { return PQserverVersion(I->Conn); }
