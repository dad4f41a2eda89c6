// RUN: %check_dbtidy %s
// Project functions whose status says what is open, and services that fail over.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <unistd.h>

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

// True: open. False: nothing is.
static bool openBool(const char *Path, sqlite3 **Db) {
  if (sqlite3_open(Path, Db) == SQLITE_OK)
    return true;
  sqlite3_close(*Db);
  *Db = NULL;
  return false;
}

// Negative: the out-parameter was not touched.
static int openErrno(const char *Path, sqlite3 **Out) {
  sqlite3 *Db;
  const int Rc = sqlite3_open(Path, &Db);
  if (Rc != SQLITE_OK) {
    sqlite3_close(Db);
    return Rc == SQLITE_NOMEM ? -ENOMEM : -EIO;
  }
  *Out = Db;
  return 0;
}

// Three answers: only one of them leaves nothing.
enum Dialed { DialedUp,
              DialedNoMemory,
              DialedDown };

static enum Dialed dialState(const char *Dsn, PGconn **Conn) {
  *Conn = PQconnectdb(Dsn);
  if (!*Conn)
    return DialedNoMemory;
  return good(*Conn) ? DialedUp : DialedDown;
}

// 1: not even tried. 2: a failed connection. 0: a good one.
static int dialCode(const char *Dsn, PGconn **Conn) {
  *Conn = NULL;
  if (!Dsn || !*Dsn)
    return 1;
  *Conn = PQconnectdb(Dsn);
  return good(*Conn) ? 0 : 2;
}

// A session on the heap, or null.
struct Session {
  PGconn *Conn;
};

static struct Session *sessionNew(const char *Dsn) {
  struct Session *S = malloc(sizeof *S);
  if (!S)
    return NULL;
  S->Conn = PQconnectdb(Dsn);
  if (!good(S->Conn)) {
    PQfinish(S->Conn);
    free(S);
    return NULL;
  }
  return S;
}

static void sessionFree(struct Session *S) {
  if (S) {
    if (S->Conn)
      PQfinish(S->Conn);
    free(S);
  }
}

//===--- Lost ---===//

// True, and then an error.
int openBoolBad(const char *Path) {
  sqlite3 *Db;
  if (!openBool(Path, &Db)) // WARN: [db-connection-leak]
    return -1;
  if (sqlite3_busy_timeout(Db, 500) != SQLITE_OK)
    return -2;
  sqlite3_close(Db);
  return 0;
}

// Zero, and then an error.
int openErrnoBad(const char *Path) {
  sqlite3 *Db = NULL;
  int Rc = openErrno(Path, &Db); // WARN: [db-connection-leak]
  if (Rc < 0)
    return Rc;
  if (sqlite3_exec(Db, "PRAGMA quick_check", NULL, NULL, NULL) != SQLITE_OK)
    return -EIO;
  sqlite3_close(Db);
  return 0;
}

// The middle answer leaves a failed connection.
int threeAnswersBad(const char *Dsn) {
  PGconn *Conn;
  switch (dialState(Dsn, &Conn)) { // WARN: [db-connection-leak]
  case DialedUp:
    break;
  case DialedNoMemory:
    return -1;
  case DialedDown:
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// Not zero is taken for "nothing there", which is true of 1 and not of 2.
int notZeroBad(const char *Dsn) {
  PGconn *Conn;
  const int Code = dialCode(Dsn, &Conn); // WARN: [db-connection-leak]
  if (Code != 0)
    return Code;
  PQfinish(Conn);
  return 0;
}

// The second session fails; the first has a label that nobody jumps to.
int twoSessionsBad(const char *A, const char *B) {
  struct Session *First = sessionNew(A); // WARN: [db-connection-leak]
  if (!First)
    return -1;
  struct Session *Second = sessionNew(B);
  if (!Second)
    return -1;
  sessionFree(Second);
  sessionFree(First);
  return 0;
}

// The good session is given to free(), not to its own function.
int freedOnlyBad(const char *Dsn) {
  struct Session *S = sessionNew(Dsn); // WARN: [db-connection-leak]
  if (!S)
    return -1;
  const int Version = PQserverVersion(S->Conn);
  free(S);
  return Version;
}

// The new primary is adopted when it is good, and forgotten when it is not.
int failoverBad(struct Session *S, const char *Dsn) {
  PGconn *New = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(New))
    return -1;
  PQfinish(S->Conn);
  S->Conn = New;
  return 0;
}

// Closes the caller's failed connection after it was replaced: the new one, not the old.
int reconnectBad(PGconn **Conn, const char *Dsn) {
  if (good(*Conn))
    return 0;
  *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(*Conn)) {
    *Conn = NULL;
    return -1;
  }
  return 0;
}

// Keeps the newest server; the one it had before is dropped.
int keepNewestBad(const char *const *Dsns) {
  PGconn *Best = NULL;
  for (; *Dsns; ++Dsns) {
    PGconn *New = PQconnectdb(*Dsns); // WARN: [db-connection-leak]
    if (!Best || PQserverVersion(New) > PQserverVersion(Best))
      Best = New;
    else
      PQfinish(New);
  }
  const int Version = PQserverVersion(Best);
  PQfinish(Best);
  return Version;
}

// Asks for a password and connects anew, over the connection that needed one.
PGconn *passwordBad(const char *Dsn, const char *WithPassword) {
  PGconn *Conn;
  bool Again;
  do {
    Again = false;
    Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "overwritten"
    if (PQstatus(Conn) == CONNECTION_BAD && PQconnectionNeedsPassword(Conn) && Dsn != WithPassword) {
      Dsn = WithPassword;
      Again = true;
    }
  } while (Again);
  return Conn;
}

// Steps after the connect; when one fails, the variable is emptied instead of closed.
PGconn *stepsBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  int Rc = good(Conn) ? 0 : -1;
  if (Rc == 0)
    Rc = PQsetClientEncoding(Conn, "UTF8");
  if (Rc == 0)
    Rc = PQsetnonblocking(Conn, 1);
  if (Rc != 0)
    Conn = NULL;
  return Conn;
}

// The file of statements cannot be read, the server was reached.
int scriptBad(const char *Dsn, const char *Script) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  FILE *File = fopen(Script, "r");
  if (!File) {
    perror(Script);
    return -1;
  }
  fclose(File);
  PQfinish(Conn);
  return 0;
}

// Only null is looked for, and SQLite's handle is nearly never null.
int onlyNullBad(const char *Path) {
  sqlite3 *Db = NULL;
  sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
  if (Db == NULL)
    return SQLITE_NOMEM;
  return sqlite3_errcode(Db);
}

// Eight of them, and the label closes seven.
int manyBad(const char *const *Dsns) {
  int Rc = -1;
  PGconn *A = NULL, *B = NULL, *C = NULL, *D = NULL, *E = NULL, *F = NULL, *G = NULL, *H = NULL;
  if (!good(A = PQconnectdb(Dsns[0])) || !good(B = PQconnectdb(Dsns[1])) || !good(C = PQconnectdb(Dsns[2])))
    goto out;
  if (!good(D = PQconnectdb(Dsns[3])) || !good(E = PQconnectdb(Dsns[4]))) // WARN: [db-connection-leak] "'E'"
    goto out;
  if (!good(F = PQconnectdb(Dsns[5])) || !good(G = PQconnectdb(Dsns[6])) || !good(H = PQconnectdb(Dsns[7])))
    goto out;
  Rc = 0;
out:
  PQfinish(A), PQfinish(B), PQfinish(C), PQfinish(D), PQfinish(F), PQfinish(G), PQfinish(H);
  return Rc;
}

//===--- Closed ---===//

// True: closed. False: nothing to close.
int openBoolOk(const char *Path) {
  sqlite3 *Db;
  if (!openBool(Path, &Db))
    return -1;
  const int Rc = sqlite3_busy_timeout(Db, 500);
  sqlite3_close(Db);
  return Rc;
}

// Negative: nothing was opened, and nothing stored.
int openErrnoOk(const char *Path) {
  sqlite3 *Db;
  const int Rc = openErrno(Path, &Db);
  if (Rc < 0)
    return Rc;
  sqlite3_close(Db);
  return 0;
}

// All three answers, each with what it needs.
int threeAnswersOk(const char *Dsn) {
  PGconn *Conn;
  switch (dialState(Dsn, &Conn)) {
  case DialedUp:
    break;
  case DialedNoMemory:
    return -1;
  case DialedDown:
    PQfinish(Conn);
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// 1 owes nothing, the others do.
int codeOk(const char *Dsn) {
  PGconn *Conn;
  const int Code = dialCode(Dsn, &Conn);
  if (Code == 1)
    return -1;
  PQfinish(Conn);
  return Code;
}

// Sessions that start as null, one label.
int twoSessionsOk(const char *A, const char *B) {
  int Rc = -1;
  struct Session *First = NULL, *Second = NULL;
  First = sessionNew(A);
  if (!First)
    goto out;
  Second = sessionNew(B);
  if (!Second)
    goto out;
  Rc = 0;
out:
  sessionFree(First);
  sessionFree(Second);
  return Rc;
}

// The better one is adopted after the old one was closed, or closed itself.
int failoverOk(struct Session *S, const char *Dsn) {
  PGconn *New = PQconnectdb(Dsn);
  if (good(New)) {
    PQfinish(S->Conn);
    S->Conn = New;
    return 0;
  }
  PQfinish(New);
  return -1;
}

// Into the caller's variable, which may hold one already.
int handOverOk(PGconn **Conn, const char *Dsn) {
  PGconn *Ours = PQconnectdb(Dsn);
  if (!good(Ours)) {
    PQfinish(Ours);
    return -1;
  }
  if (*Conn)
    PQfinish(*Conn);
  *Conn = Ours;
  return 0;
}

// Closes the caller's failed connection before the new one.
int reconnectOk(PGconn **Conn, const char *Dsn) {
  if (good(*Conn))
    return 0;
  PQfinish(*Conn);
  *Conn = PQconnectdb(Dsn);
  if (!good(*Conn)) {
    PQfinish(*Conn);
    *Conn = NULL;
    return -1;
  }
  return 0;
}

// Keeps the newest server, closes the other of the two.
int keepNewestOk(const char *const *Dsns) {
  PGconn *Best = NULL;
  for (; *Dsns; ++Dsns) {
    PGconn *New = PQconnectdb(*Dsns);
    if (!Best || PQserverVersion(New) > PQserverVersion(Best)) {
      if (Best)
        PQfinish(Best);
      Best = New;
    } else {
      PQfinish(New);
    }
  }
  const int Version = PQserverVersion(Best);
  PQfinish(Best);
  return Version;
}

// Asks for a password: the first connection is closed before the second.
PGconn *passwordOk(const char *Dsn, const char *WithPassword, bool FailOk) {
  PGconn *Conn;
  bool Again;
  do {
    Again = false;
    Conn = PQconnectdb(Dsn);
    if (!Conn)
      exit(1);
    if (PQstatus(Conn) == CONNECTION_BAD && PQconnectionNeedsPassword(Conn) && Dsn != WithPassword) {
      PQfinish(Conn);
      Dsn = WithPassword;
      Again = true;
    }
  } while (Again);
  if (PQstatus(Conn) == CONNECTION_BAD) {
    if (FailOk) {
      PQfinish(Conn);
      return NULL;
    }
    fprintf(stderr, "%s", PQerrorMessage(Conn));
    exit(1);
  }
  return Conn;
}

// Steps after the connect; a failed one closes.
PGconn *stepsOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  int Rc = good(Conn) ? 0 : -1;
  if (Rc == 0)
    Rc = PQsetClientEncoding(Conn, "UTF8");
  if (Rc == 0)
    Rc = PQsetnonblocking(Conn, 1);
  if (Rc != 0) {
    PQfinish(Conn);
    Conn = NULL;
  }
  return Conn;
}

// A state machine: opened in one state, closed in another.
int stateMachineOk(const char *Dsn) {
  enum { Start,
         Run,
         Stop } State = Start;
  PGconn *Conn = NULL;
  for (;;)
    switch (State) {
    case Start:
      Conn = PQconnectdb(Dsn);
      State = good(Conn) ? Run : Stop;
      break;
    case Run:
      PQclear(PQexec(Conn, "SELECT work()"));
      State = Stop;
      break;
    case Stop:
      PQfinish(Conn);
      return 0;
    }
}

// A service that runs until the process is killed.
void serviceOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (!good(Conn)) {
    PQfinish(Conn);
    _exit(1);
  }
  for (;;) {
    sleep(60);
    PQclear(PQexec(Conn, "SELECT refresh()"));
  }
}

// The child ends in its own way, the parent closes.
int childOk(const char *Dsn, char **Words) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (fork() == 0) {
    execvp(Words[0], Words);
    _exit(127);
  }
  PQfinish(Conn);
  return 0;
}

// Masked, compared and joined status codes.
int statusArithmeticOk(const char *Path) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Path, &Db);
  if ((Rc & 0xff) == SQLITE_CANTOPEN) {
    sqlite3_close(Db);
    return 1;
  }
  Rc |= sqlite3_busy_timeout(Db, 500);
  if (Rc > 0) {
    sqlite3_close(Db);
    return 2;
  }
  sqlite3_close_v2(Db);
  return 0;
}

// Ten attempts to close, for what another thread may still hold.
void closeTenTimesOk(const char *Path) {
  sqlite3 *Db;
  sqlite3_open(Path, &Db);
  for (int Try = 0; Try < 10 && sqlite3_close(Db) != SQLITE_OK; ++Try)
    usleep(1000);
}

// Lists of the system's macros keep their members.
struct Entry {
  PGconn *Conn;
  TAILQ_ENTRY(Entry)
  Link;
};
static TAILQ_HEAD(, Entry) Entries = TAILQ_HEAD_INITIALIZER(Entries);

int queuedOk(const char *Dsn) {
  struct Entry *E = calloc(1, sizeof *E);
  if (!E)
    return -1;
  E->Conn = PQconnectdb(Dsn);
  TAILQ_INSERT_TAIL(&Entries, E, Link);
  return 0;
}

// A cache in a static array of structs.
int cachedOk(const char *Dsn) {
  static struct {
    char Dsn[100];
    PGconn *Conn;
  } Cache[4];
  for (int I = 0; I < 4; ++I)
    if (Cache[I].Conn && strcmp(Cache[I].Dsn, Dsn) == 0)
      return I;
  for (int I = 0; I < 4; ++I)
    if (!Cache[I].Conn) {
      Cache[I].Conn = PQconnectdb(Dsn);
      return I;
    }
  return -1;
}

// Nested structs, memset at both ends.
struct Context {
  struct {
    PGconn *Main, *Aux;
  } Db;
  bool HaveAux;
};

int contextOk(struct Context *C, const char *Dsn) {
  memset(C, 0, sizeof *C);
  C->Db.Main = PQconnectdb(Dsn);
  if (!good(C->Db.Main))
    goto failed;
  C->Db.Aux = PQconnectdb(Dsn);
  C->HaveAux = true;
  if (good(C->Db.Aux))
    return 0;
failed:
  if (C->HaveAux)
    PQfinish(C->Db.Aux);
  PQfinish(C->Db.Main);
  memset(C, 0, sizeof *C);
  return -1;
}

// Eight of them, one label.
int manyOk(const char *const *Dsns) {
  int Rc = -1;
  PGconn *A = NULL, *B = NULL, *C = NULL, *D = NULL, *E = NULL, *F = NULL, *G = NULL, *H = NULL;
  if (!good(A = PQconnectdb(Dsns[0])) || !good(B = PQconnectdb(Dsns[1])) || !good(C = PQconnectdb(Dsns[2])))
    goto out;
  if (!good(D = PQconnectdb(Dsns[3])) || !good(E = PQconnectdb(Dsns[4])))
    goto out;
  if (!good(F = PQconnectdb(Dsns[5])) || !good(G = PQconnectdb(Dsns[6])) || !good(H = PQconnectdb(Dsns[7])))
    goto out;
  Rc = 0;
out:
  if (A)
    PQfinish(A);
  PQfinish(B), PQfinish(C), PQfinish(D), PQfinish(E), PQfinish(F), PQfinish(G);
  if (H)
    PQfinish(H);
  return Rc;
}
