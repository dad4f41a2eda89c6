// RUN: %check_dbtidy %s
// Owners from the standard library.
#include "libpq-fe.h"
#include <memory>

static bool runs(PGconn *Conn, const char *Sql) {
  PGresult *Res = PQexec(Conn, Sql);
  const bool Good = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return Good;
}

// A box that somebody empties before it goes.
void boxedOk(const char *Dsn) {
  auto Box = std::make_unique<PGconn *>(PQconnectdb(Dsn));
  runs(*Box, "SELECT 1");
  PQfinish(*Box);
}

// The same as a lambda, of a shared pointer.
void emptySharedDeleterBad(const char *Dsn) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Dsn), [](PGconn *) {}); // WARN: [db-connection-leak]
  runs(Conn.get(), "SELECT 1");
}
