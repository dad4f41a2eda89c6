// RUN: %check_dbtidy %s
// What is not found, and why that is so.

#include "libpq-fe.h"
#include <coroutine>
#include <vector>

namespace {

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

} // namespace

// A coroutine is given up on: a suspended one may be destroyed at each co_await, and Clang's
// graph shows neither that nor the path to unhandled_exception.
Task FN_coroutine(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  if (PQntuples(Res) == 0)
    co_return;
  PQclear(Res);
}

// Elements of an unknown index are not told apart: which of them a later loop releases is not
// followed, so none is owed.
int FN_array(PGconn *Conn) {
  PGresult *Res[4];
  for (int I = 0; I < 4; ++I)
    Res[I] = PQexec(Conn, "SELECT 1");
  return PQntuples(Res[0]);
}

// The same for what is put into a container.
int FN_vector(PGconn *Conn, int Count) {
  std::vector<PGresult *> All;
  while (Count-- > 0)
    All.push_back(PQexec(Conn, "SELECT 1"));
  return static_cast<int>(All.size());
}

int unknown(PGresult *Res);
static PGresult *Settings;

// A function that nobody has shown may be the one that takes it over.
int FN_unknownCallee(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  return unknown(Res);
}

// A global keeps what it is given: that the old one is lost shows only where the program's
// other functions are taken into account.
void FN_globalOverwritten(PGconn *Conn) { Settings = PQexec(Conn, "SELECT * FROM settings"); }
