// RUN: %check_dbtidy %s
// What class an object is of: from a factory, of a variable, a member or an element that is
// seen as its base, while it is made.

#include "libpq-fe.h"

#include <vector>

struct Base {
  virtual ~Base() {}
  virtual PGconn *take() { return nullptr; }
  virtual void give(PGconn *) {}
};
struct Mk : Base {
  PGconn *take() override { return PQconnectdb(""); }
  void give(PGconn *c) override { PQfinish(c); }
};
struct Mk2 : Base {
  PGconn *take() override { return PQconnectdb("2"); }
  void give(PGconn *c) override { PQfinish(c); }
};
struct Other : Base {
  PGconn *take() override { return PQconnectdb(""); }
  void give(PGconn *) override {}
};
void use() {
  Other o;
  o.give(0);
}
Base *factory(int n) {
  if (n == 1) return new Mk;
  return new Mk2;
}
void factoryOk(int n) {
  Base *b = factory(n);
  PGconn *c = b->take();
  b->give(c);
  delete b;
}
static Mk TheMk;
void globalOk() {
  Base &b = TheMk;
  PGconn *c = b.take();
  b.give(c);
}
void staticOk() {
  static Mk m;
  Base &b = m;
  PGconn *c = b.take();
  b.give(c);
}
struct Has {
  Mk m;
};
void memberOk(Has &h) {
  Base &b = h.m;
  PGconn *c = b.take();
  b.give(c);
}
void arrayOk() {
  Mk a[3];
  Base *b = &a[1];
  PGconn *c = b->take();
  b->give(c);
}
void byValueOk(Base b) {
  PGconn *c = b.take();
  (void)c;
}
void lambdaOk() {
  Mk m;
  auto f = [&m] { Base &b = m; PGconn *c = b.take(); b.give(c); };
  f();
}

struct B {
  B() { setup(); }
  void setup() { init(); }
  virtual void init() {}
  virtual ~B() {}
  PGconn *c = nullptr;
};
struct D : B {
  void init() override { c = PQconnectdb(""); }
};
void ok() { D d; } // B::init runs in B's constructor

// Of a reference it is only known that it is a Mk, or something below it.
void FP_upcast(Mk &m) {
  Base &b = m;
  PGconn *c = b.take(); // WARN: [db-connection-leak] likely
  b.give(c);
}
