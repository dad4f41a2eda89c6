// RUN: %check_dbtidy %s
// Handles in the hands of the standard library; lambdas and template instances.

#include "libpq-fe.h"
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

// The elements of a braced list go into the container.
int initializerListOk(PGconn *Conn) {
  const std::vector<PGresult *> All{PQexec(Conn, "SELECT 1"), PQexec(Conn, "SELECT 2")};
  for (PGresult *R : All)
    PQclear(R);
  return 0;
}

// The same through assign.
int assignedListOk(PGconn *Conn, std::vector<PGresult *> &All) {
  All.assign({PQexec(Conn, "SELECT 1"), PQexec(Conn, "SELECT 2")});
  return 0;
}

// A raw pointer in a shared object.
int makeSharedOk(PGconn *Conn) {
  const auto Shared = std::make_shared<PGresult *>(PQexec(Conn, "SELECT 1"));
  PQclear(*Shared);
  return 0;
}

// A pair hands the result on, and structured bindings take it apart: one half is cleared.
static std::pair<PGresult *, int> rows(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  return {Res, PQntuples(Res)};
}
int structuredBindingBad(PGconn *Conn) {
  const auto [Res, Rows] = rows(Conn); // WARN: [db-result-leak]
  if (Rows == 0)
    return 0;
  PQclear(Res);
  return Rows;
}

// One line of source, one finding, however many instances there are.
template <typename T>
T convertedBad(PGconn *Conn, T (*Convert)(const char *)) {
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  if (PQgetisnull(Res, 0, 0))
    return T();
  const T Value = Convert(PQgetvalue(Res, 0, 0));
  PQclear(Res);
  return Value;
}
int toInt(const char *Text);
double toDouble(const char *Text);
double bothTypesOk(PGconn *Conn) { return convertedBad(Conn, toInt) + convertedBad(Conn, toDouble); }
