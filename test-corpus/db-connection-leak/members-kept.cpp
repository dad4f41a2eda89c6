// RUN: %check_dbtidy %s
// Members of objects that live as long as the program.

#include "libpq-fe.h"
#include <map>
#include <memory>
#include <string>

#define CLASS(N)                              \
  class N {                                   \
  public:                                     \
    N() : Conn(PQconnectdb("")) {}            \
    int v() { return PQserverVersion(Conn); } \
                                              \
  private:                                    \
    PGconn *Conn;                             \
  }
CLASS(Unused);
static Unused TheOne; // a global that no function names
CLASS(Uq);
static std::unique_ptr<Uq> TheUq;
void uq() { TheUq = std::make_unique<Uq>(); }
CLASS(Part);
struct App {
  Part db;
};
static App TheApp;
int part() { return TheApp.db.v(); }
CLASS(Arr);
int arr() {
  static Arr All[3];
  return All[1].v();
}
CLASS(SUq);
int suq() {
  static std::unique_ptr<SUq> x(new SUq);
  return x->v();
}
CLASS(Mp);
int mp(const std::string &n) {
  static std::map<std::string, Mp> x;
  return x[n].v();
}
namespace n {
CLASS(Al);
}
typedef n::Al Alias;
int al() {
  static Alias a;
  return a.v();
}
