// RUN: %check_dbtidy %s
// Calls through structs of function pointers: what their initialisers hold.

#include "libpq-fe.h"

#include <stddef.h>

struct driver {
  const char *name;
  PGconn *(*open)(const char *Where);
  void (*close)(PGconn *Conn);
};

static PGconn *pgOpen(const char *Where) { return PQconnectdb(Where); }
static void pgClose(PGconn *Conn) { PQfinish(Conn); }
static const struct driver Pg = {"pg", pgOpen, pgClose};

static PGconn *Kept;
static PGconn *keptOpen(const char *Where) { return Kept; }
static void keptClose(PGconn *Conn) {}
static const struct driver KeptOne = {.name = "kept", .open = keptOpen, .close = keptClose};

int directBad(const char *Where, int Fail) {
  PGconn *Conn = Pg.open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  Pg.close(Conn);
  return 0;
}

int knownBad(const char *Where, int Fail) {
  const struct driver *D = &Pg;
  PGconn *Conn = D->open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  D->close(Conn);
  return 0;
}

int knownOk(const char *Where, int Fail) {
  const struct driver *D = &KeptOne;
  PGconn *Conn = D->open(Where);
  if (Fail)
    return 1;
  D->close(Conn);
  return 0;
}

void anyOk(const struct driver *D, const char *Where) {
  PGconn *Conn = D->open(Where);
  D->close(Conn);
}

int anyBad(const struct driver *D, const char *Where, int Fail) {
  PGconn *Conn = D->open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  D->close(Conn);
  return 0;
}

static int runBad(const struct driver *D, const char *Where, int Fail) {
  PGconn *Conn = D->open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  D->close(Conn);
  return 0;
}
int runsKeptOk(const char *Where) { return runBad(&KeptOne, Where, 1); }
int runsPg(const char *Where) { return runBad(&Pg, Where, 1); }

static const struct driver *find(int Number) {
  return Number == 0 ? &Pg : Number == 1 ? &KeptOne
                                         : NULL;
}
int foundOk(int Number, const char *Where) {
  const struct driver *D = find(Number);
  if (!D)
    return -1;
  PGconn *Conn = D->open(Where);
  D->close(Conn);
  return 0;
}
int foundBad(int Number, const char *Where, int Fail) {
  const struct driver *D = find(Number);
  if (!D)
    return -1;
  PGconn *Conn = D->open(Where); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  D->close(Conn);
  return 0;
}
int samePointerOk(const struct driver *D, const char *Where) {
  if (D != &KeptOne)
    return 0;
  PGconn *Conn = D->open(Where);
  return Conn != NULL;
}

// One that is assigned to later is not known.
static struct driver Changed = {"changed", pgOpen, pgClose};
void change(PGconn *(*Open)(const char *)) { Changed.open = Open; }
void changedOk(const char *Where) {
  PGconn *Conn = Changed.open(Where);
  (void)Conn;
}

// A member of a connection that points to its driver.
struct session {
  const struct driver *drv;
  PGconn *conn;
};
int sessionBad(struct session *S, int Fail) {
  S->drv = &Pg;
  PGconn *Conn = S->drv->open(""); // WARN: [db-connection-leak]
  if (Fail)
    return 1;
  S->drv->close(Conn);
  return 0;
}
