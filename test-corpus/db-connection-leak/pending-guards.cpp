// RUN: %check_dbtidy %s
// Scope guards and lambdas.
#include "libpq-fe.h"
#include <memory>
#include <stdexcept>

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

// The shared_ptr<void> trick.
int sharedVoidOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const std::shared_ptr<void> Guard(nullptr, [&](void *) { PQfinish(Conn); });
  require(PQstatus(Conn) == CONNECTION_OK);
  return PQserverVersion(Conn);
}
