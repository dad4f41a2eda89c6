// RUN: %check_dbtidy %s
// Owners from the standard library; the end of main by an exception.
#include "libpq-fe.h"
#include <memory>
#include <stdexcept>

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

// Thrown out of main: the program ends.
int main(int Count, char **Words) {
  PGconn *Conn = PQconnectdb(Count > 1 ? Words[1] : "");
  if (PQstatus(Conn) != CONNECTION_OK)
    throw std::runtime_error("down");
  PQfinish(Conn);
  return 0;
}

// The same as a lambda, of a shared pointer.
void emptySharedDeleterBad(const char *Dsn) {
  std::shared_ptr<PGconn> Conn(PQconnectdb(Dsn), [](PGconn *) {}); // WARN: [db-connection-leak]
  runs(Conn.get(), "SELECT 1");
}
