// RUN: %check_dbtidy %s
// Arrays of handles, walked by pointers.

#include "libpq-fe.h"

struct s {
  PGconn *c;
  int x;
};
void structsOk(void) {
  struct s a[2];
  a[0].c = PQconnectdb("");
  a[1].c = PQconnectdb("");
  for (struct s *p = a; p < a + 2; p++) PQfinish(p->c);
}
void fillWalkOk(void) {
  struct s a[2];
  for (struct s *p = a; p < a + 2; p++) p->c = PQconnectdb("");
  for (struct s *p = a; p < a + 2; p++) PQfinish(p->c);
}
void diffOk(void) {
  PGconn *a = PQconnectdb(""), *b = PQconnectdb("");
  PGconn *l[] = {a, b};
  for (PGconn **p = l; p - l < 2; p++) PQfinish(*p);
}
void stackOk(void) {
  PGconn *a[4], **q = a;
  *q++ = PQconnectdb("");
  *q++ = PQconnectdb("");
  while (q > a) PQfinish(*--q);
}
static void closeAll(PGconn **p, int n) {
  while (n--) PQfinish(*p++);
}
void countOk(void) {
  PGconn *a[2];
  a[0] = PQconnectdb("");
  a[1] = PQconnectdb("");
  closeAll(a, 2);
}
static void closeTwo(PGconn **p) {
  PQfinish(*p);
  ++p;
  PQfinish(*p);
}
void fromOneOk(void) {
  PGconn *a[3];
  a[0] = 0;
  a[1] = PQconnectdb("");
  a[2] = PQconnectdb("");
  closeTwo(a + 1);
}
