// RUN: %check_dbtidy %s
// Where a raw connection goes in C++.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <any>
#include <array>
#include <list>
#include <map>
#include <optional>
#include <queue>
#include <set>
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

// An array of two, the first of them closed.
void arrayBad(const char *A, const char *B) {
  std::array<PGconn *, 2> Conns = {PQconnectdb(A), PQconnectdb(B)}; // WARN: [db-connection-leak]
  PQfinish(Conns[0]);
}

// A container of the caller's.
void appendedOk(std::list<PGconn *> &To, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  To.push_back(Conn);
}

// Every container of the library takes `const value_type &`: a copy of the pointer stays in it.
struct Pool {
  std::vector<PGconn *> Vector;
  std::queue<PGconn *> Queue;
  std::set<PGconn *> Set;
  std::map<std::string, PGconn *> Map;
  void pushOk(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn);
    Vector.push_back(Conn);
  }
  void insertOk(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn);
    Vector.insert(Vector.begin(), Conn);
  }
  void queueOk(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn);
    Queue.push(Conn);
  }
  void setOk(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn);
    Set.insert(Conn);
  }
};

// Built around the connection and returned.
std::vector<PGconn *> listReturnedOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  return {First, Second};
}

std::vector<PGconn *> filledReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return std::vector<PGconn *>(1, Conn);
}

// A const pointer variable, in a pair that is returned.
std::pair<int, PGconn *> constInPairOk(const char *Dsn) {
  PGconn *const Conn = PQconnectdb(Dsn);
  return {PQserverVersion(Conn), Conn};
}

std::map<std::string, PGconn *> mapReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return {{Dsn, Conn}};
}

// A struct with the connection in it, copied into the container.
struct Entry {
  PGconn *Conn;
  int Uses;
};

void entryPushedOk(std::vector<Entry> &Out, const char *Dsn) {
  const Entry E{PQconnectdb(Dsn), 1};
  Out.push_back(E);
}

// Slots of a container, filled in place: each turn has another one.
void slotsFilledOk(std::vector<PGconn *> &Slots, const char *Dsn) {
  for (auto &Slot : Slots)
    Slot = PQconnectdb(Dsn);
}

void entriesFilledOk(std::vector<Entry> &Entries, const char *Dsn) {
  for (Entry &E : Entries)
    E.Conn = PQconnectdb(Dsn);
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

// A container of raw pointers that ends with the function closes nothing.
int containerDroppedBad(const char *Dsn) {
  std::vector<PGconn *> Conns;
  Conns.push_back(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  return PQserverVersion(Conns.front());
}
