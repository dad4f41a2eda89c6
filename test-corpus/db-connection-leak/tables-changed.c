// RUN: %check_dbtidy %s
// Tables of functions that are changed: what they hold is not known.

#include "libpq-fe.h"

#include <string.h>
struct drv {
  PGconn *(*open)(const char *);
  void (*close)(PGconn *);
};
static PGconn *o(const char *w) { return PQconnectdb(w); }
static void c(PGconn *x) { PQfinish(x); }
static void no(PGconn *x) {}
static const struct drv Good = {o, c};
static struct drv T1 = {o, no};
void i1(void) {
  struct drv *d = &T1;
  d->close = c;
}
void ok1(void) {
  PGconn *x = T1.open("");
  T1.close(x);
}
static struct drv T2 = {o, no};
void set(struct drv *d) { d->close = c; }
void i2(void) { set(&T2); }
void ok2(void) {
  PGconn *x = T2.open("");
  T2.close(x);
}
void install(struct drv *);
static struct drv T3 = {o, no};
void i3(void) { install(&T3); }
void ok3(void) {
  PGconn *x = T3.open("");
  T3.close(x);
}
static struct drv T4 = {o, no};
void i4(void) { memcpy(&T4, &Good, sizeof T4); }
void ok4(void) {
  PGconn *x = T4.open("");
  T4.close(x);
}
static struct drv T5 = {o, no};
void i5(void) {
  void (**p)(PGconn *) = &T5.close;
  *p = c;
}
void ok5(void) {
  PGconn *x = T5.open("");
  T5.close(x);
}
