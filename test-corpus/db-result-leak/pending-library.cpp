// RUN: %check_dbtidy %s
// XFAIL: *
// Known to be wrong still: see the functions.
// Handles in the hands of the standard library; lambdas and template instances.

#include "libpq-fe.h"
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

// std::ignore is a place that keeps nothing.
void ignoredBad(PGconn *Conn) {
  std::ignore = PQexec(Conn, "SET search_path TO app"); // WARN: [db-result-leak]
}

// The finding is in the lambda of this function: its name says so.
int insideLambdaBad(PGconn *Conn) {
  const auto Count = [Conn](const char *Sql) {
    PGresult *Res = PQexec(Conn, Sql); // WARN: [db-result-leak]
    return PQntuples(Res);
  };
  return Count("SELECT 1") + Count("SELECT 2");
}
