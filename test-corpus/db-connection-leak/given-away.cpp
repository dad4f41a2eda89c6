// RUN: %check_dbtidy %s
// An object of the program's own that holds a connection, given to whoever keeps it.

#include "libpq-fe.h"
#include <vector>

struct Session {
  PGconn *c;
};
Session *sOpen() {
  auto *s = new Session;
  s->c = PQconnectdb("");
  return s;
}
void keep(Session *s);
void unknownOk() {
  Session *s = sOpen();
  keep(s);
} // false alarm
static std::vector<Session *> All;
void poolOk() { All.push_back(sOpen()); } // false alarm
void inlineOk() {
  Session *s = new Session;
  s->c = PQconnectdb("");
  keep(s);
} // right: nothing
