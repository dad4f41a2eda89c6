// RUN: %check_dbtidy %s
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

// Which element it is, is known.
void elementBad(const char *Dsn) {
  PGconn *Pair[2];
  Pair[0] = PQconnectdb(Dsn);
  Pair[1] = PQconnectdb(Dsn); // WARN: [db-connection-leak] "'Pair[1]'"
  PQfinish(Pair[0]);
}
