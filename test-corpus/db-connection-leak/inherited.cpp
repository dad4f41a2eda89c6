// RUN: %check_dbtidy %s
// A constructor that is inherited passes its arguments on.
#include "libpq-fe.h"

// A class without a destructor.
struct Leaky {
  explicit Leaky(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  PGconn *Conn;
};

// A constructor that was inherited.
struct LeakyChild : Leaky {
  using Leaky::Leaky;
};

int inheritedConstructorBad(const char *Dsn) {
  const LeakyChild L(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(L.Conn);
}
