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

// The owner's name is 'Conn', not that of a part which nobody wrote.
void ownerBad(const char *Dsn) {
  std::unique_ptr<PGconn, Finish> Conn(PQconnectdb(Dsn)); // WARN: [db-connection-leak] "'Conn' from"
  Conn.release();
}

// The variable that the lambda filled, not the lambda.
int lambdaBad(const char *Path) {
  sqlite3 *Db = nullptr;
  const auto Open = [&] { return sqlite3_open(Path, &Db); };
  if (Open() != SQLITE_OK) // WARN: [db-connection-leak] "'Db' from"
    return -1;
  return sqlite3_close(Db);
}

// Which element it is, is known.
void elementBad(const char *Dsn) {
  PGconn *Pair[2];
  Pair[0] = PQconnectdb(Dsn);
  Pair[1] = PQconnectdb(Dsn); // WARN: [db-connection-leak] "'Pair[1]'"
  PQfinish(Pair[0]);
}

// Lost inside of a lambda: the function around it is part of its name.
int insideLambdaBad(const char *Dsn) {
  return [&] {
    PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    return PQserverVersion(Conn);
  }();
}
