// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Found, and called by the wrong name.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <memory>

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};

// The variable that the lambda filled, not the lambda.
int lambdaBad(const char *Path) {
  sqlite3 *Db = nullptr;
  const auto Open = [&] { return sqlite3_open(Path, &Db); };
  if (Open() != SQLITE_OK) // WARN: [db-connection-leak] "'Db' from"
    return -1;
  return sqlite3_close(Db);
}

// Lost inside of a lambda: the function around it is part of its name.
int insideLambdaBad(const char *Dsn) {
  return [&] {
    PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    return PQserverVersion(Conn);
  }();
}
