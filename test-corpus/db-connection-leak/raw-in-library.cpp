// RUN: %check_dbtidy %s
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

// The same with a pair of the library's.
int pairBad(const char *Dsn) {
  auto Result = dialPair(Dsn); // WARN: [db-connection-leak]
  return Result.second;
}

// An optional of a raw pointer owns nothing.
int optionalBad(const char *Dsn) {
  std::optional<PGconn *> Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(*Conn);
}

// Built around the connection and returned.
std::vector<PGconn *> listReturnedOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  return {First, Second};
}

std::map<std::string, PGconn *> mapReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {{Dsn, Conn}};
}

// Arrays and braces closed by a range-for.
void arrayClosedOk(const char *A, const char *B) {
  PGconn *Conns[] = {PQconnectdb(A), PQconnectdb(B)};
  for (PGconn *Conn : Conns)
    PQfinish(Conn);
}

void bracesClosedOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  for (PGconn *Conn : {First, Second})
    PQfinish(Conn);
}
