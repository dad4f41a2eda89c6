// RUN: %check_dbtidy %s
// Scope guards and lambdas.
#include "libpq-fe.h"
#include <memory>
#include <stdexcept>

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

// Lost inside of a lambda that is called at once.
int insideLambdaBad(const char *Dsn) {
  return [&] {
    PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    return PQserverVersion(Conn);
  }();
}

// The shared_ptr<void> trick.
int sharedVoidOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const std::shared_ptr<void> Guard(nullptr, [&](void *) { PQfinish(Conn); });
  require(PQstatus(Conn) == CONNECTION_OK);
  return PQserverVersion(Conn);
}
