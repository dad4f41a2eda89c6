// RUN: %check_dbtidy %s
// A member that another holder releases, a caller of the one that fills it, or somebody
// who gets at it.

#include "libpq-fe.h"
#include "sqlite3.h"
#include <memory>
#include <utility>
#include <vector>

struct Del {
  void operator()(PGconn *c) const { PQfinish(c); }
};
class Owner2 {
public:
  Owner2() : Conn(PQconnectdb("")), Own(Conn) {}
  int v() { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
  std::unique_ptr<PGconn, Del> Own;
};
class TwoNames {
public:
  TwoNames() { Conn = Primary = PQconnectdb(""); }
  ~TwoNames() { PQfinish(Primary); }

private:
  PGconn *Conn;
  PGconn *Primary;
};
PGconn *gConn;
class InGlobal {
public:
  InGlobal() { gConn = Conn = PQconnectdb(""); }
  int v() { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};
class Pool {
public:
  PGconn *get() {
    C = PQconnectdb("");
    return C;
  }
  ~Pool() { PQfinish(C); }

private:
  PGconn *C;
};
class Borrower {
public:
  explicit Borrower(Pool &p) : Conn(p.get()) {}
  int v() { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

void work(int);
class Query {
public:
  void run(PGconn *c) {
    fetch(c);
    work(PQntuples(Res));
    PQclear(Res);
    Res = nullptr;
  }

private:
  void fetch(PGconn *c) { Res = PQexec(c, "SELECT 1"); }
  PGresult *Res = nullptr;
};
class Job {
public:
  void run() {
    connect();
    work(PQserverVersion(Conn));
    PQfinish(Conn);
    Conn = nullptr;
  }

private:
  void connect() { Conn = PQconnectdb(""); }
  PGconn *Conn = nullptr;
};

class ByRef {
public:
  void open() { Conn = PQconnectdb(""); }
  PGconn *&raw() { return Conn; }

private:
  PGconn *Conn;
};
class ByPtr {
public:
  void open() { Conn = PQconnectdb(""); }
  PGconn **raw() { return &Conn; }

private:
  PGconn *Conn;
};
class ByCRef {
public:
  void open() { Conn = PQconnectdb(""); }
  PGconn *const &raw() const { return Conn; }

private:
  PGconn *Conn;
};
class ByPair {
public:
  void open() { Conn = PQconnectdb(""); }
  std::pair<PGconn *, int> get() { return {Conn, 1}; }

private:
  PGconn *Conn;
};
class Callback {
public:
  void open() { sqlite3_open("", &Db); }
  static void fn(sqlite3_context *c, int, sqlite3_value **) {
    auto *s = (Callback *)sqlite3_user_data(c);
    sqlite3_close(s->Db);
  }

private:
  sqlite3 *Db;
};
class Listed {
public:
  void open() { Conn = PQconnectdb(""); }
  static void shutAll() {
    for (Listed *s : All) PQfinish(s->Conn);
  }

private:
  PGconn *Conn;
  static std::vector<Listed *> All;
};
class NextStmt {
public:
  void open() {
    sqlite3_open("", &Db);
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &St, nullptr);
  }
  ~NextStmt() {
    while (sqlite3_stmt *s = sqlite3_next_stmt(Db, nullptr)) sqlite3_finalize(s);
    sqlite3_close(Db);
  }

private:
  sqlite3 *Db;
  sqlite3_stmt *St;
};
class Pimpl {
  struct Impl;

public:
  Pimpl() : Conn(PQconnectdb("")) {}
  int v() { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
}; // Pimpl::Impl is not shown, may close
class AsVoid {
public:
  void o() { Conn = PQconnectdb(""); }
  static void dtor(void *p) { PQfinish(*static_cast<PGconn **>(p)); }
  void reg(void (*r)(void (*)(void *), void *)) { r(dtor, &Conn); }

private:
  PGconn *Conn;
};
