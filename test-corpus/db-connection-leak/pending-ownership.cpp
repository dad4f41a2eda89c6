// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Where a raw connection goes in C++: what ends with a local object of the library's.
#include "libpq-fe.h"
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

static std::pair<PGconn *, int> dialPair(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {Conn, PQserverVersion(Conn)};
}

// An array of two, the first of them closed.
void arrayBad(const char *A, const char *B) {
  std::array<PGconn *, 2> Conns = {PQconnectdb(A), PQconnectdb(B)}; // WARN: [db-connection-leak]
  PQfinish(Conns[0]);
}

// A container of raw pointers that ends with the function closes nothing.
int containerDroppedBad(const char *Dsn) {
  std::vector<PGconn *> Conns;
  Conns.push_back(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  return PQserverVersion(Conns.front());
}
