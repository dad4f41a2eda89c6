// RUN: %check_dbtidy %s
// Raw connections in the library's containers: a copy of the pointer stays in them.
#include "libpq-fe.h"
#include <list>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

std::vector<PGconn *> filledReturnedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return std::vector<PGconn *>(1, Conn);
}

// A const pointer variable, in a pair that is returned.
std::pair<int, PGconn *> constInPairOk(const char *Dsn) {
  PGconn *const Conn = PQconnectdb(Dsn);
  return {PQserverVersion(Conn), Conn};
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
