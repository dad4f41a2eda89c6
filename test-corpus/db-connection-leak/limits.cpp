// RUN: %check_dbtidy %s
// What is not found, and why.
#include "libpq-fe.h"
#include <coroutine>
#include <string>
#include <vector>

void unseen();

// A function whose body nobody shows may throw, as nearly all of them may: by default it does not.
void FN_unseenMayThrow(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  unseen();
  PQfinish(Conn);
}

// An allocation that fails throws; reporting that would make every line with a string a fault.
std::string FN_allocationThrows(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  std::string Name = PQdb(Conn);
  Name += PQuser(Conn);
  PQfinish(Conn);
  return Name;
}

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

// A coroutine: at each suspension it may be destroyed, which is not modelled; counted as given up.
Task FN_coroutine(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  co_await std::suspend_always{};
  PQfinish(Conn);
}
