// RUN: %check_dbtidy %s
// Connections in structs, globals, lists and thread-specific storage.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Session {
  char *Name;
  PGconn *Conn;
  int Depth;
};

struct Node {
  PGconn *Conn;
  struct Node *Next;
};

static PGconn *TheConn;
static struct Session TheSession;
static struct Node *TheList;
static PGconn *Slots[16];
static __thread PGconn *ThreadConn;
static _Thread_local sqlite3 *ThreadDb;
static pthread_key_t ConnKey;
extern PGconn *SharedConn;
int hashPut(void *Table, const char *Key, void *Value);

static int good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

//===--- Lost ---===//

// A struct on the stack goes with the function, and the connection with the struct.
int structOnStackBad(const char *Dsn) {
  struct Session S = {0};
  S.Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "'S.Conn'"
  S.Depth = PQserverVersion(S.Conn);
  return S.Depth;
}

// In an initialiser with designators.
int initialiserBad(const char *Dsn) {
  struct Session S = {.Name = NULL, .Conn = PQconnectdb(Dsn)}; // WARN: [db-connection-leak]
  if (!good(S.Conn))
    return -1;
  PQfinish(S.Conn);
  return 0;
}

// The struct is freed on failure, what is in it is not.
struct Session *freedWithoutBad(const char *Dsn) {
  struct Session *S = calloc(1, sizeof *S);
  if (!S)
    return NULL;
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak] "freed"
  if (!good(S->Conn)) {
    free(S); // NOTE: "free"
    return NULL;
  }
  return S;
}

// The struct itself is forgotten on failure.
struct Session *structForgottenBad(const char *Dsn) {
  struct Session *S = malloc(sizeof *S);
  if (!S)
    return NULL;
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(S->Conn))
    return NULL;
  return S;
}

// A destroy function that knows of the name and not of the connection.
static void destroyHalf(struct Session *S) {
  free(S->Name);
  free(S);
}

void halfDestroyedBad(const char *Dsn) {
  struct Session *S = calloc(1, sizeof *S);
  if (!S)
    return;
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  printf("%d\n", PQbackendPID(S->Conn));
  destroyHalf(S);
}

// The field is filled a second time over a failed connection.
int fieldOverwrittenBad(struct Session *S, const char *Primary, const char *Standby) {
  S->Conn = PQconnectdb(Primary); // WARN: [db-connection-leak] "overwritten"
  if (!good(S->Conn))
    S->Conn = PQconnectdb(Standby);
  return good(S->Conn);
}

// The field is emptied instead of closed.
int fieldEmptiedBad(struct Session *S, const char *Dsn) {
  S->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(S->Conn)) {
    S->Conn = NULL;
    return -1;
  }
  return 0;
}

// So is the global.
int globalEmptiedBad(const char *Dsn) {
  TheConn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(TheConn)) {
    TheConn = NULL;
    return -1;
  }
  return 0;
}

// A cached connection is replaced when it is bad, in the same call.
PGconn *cachedBad(const char *Dsn, const char *Other) {
  static PGconn *Cached;
  if (Cached)
    return Cached;
  Cached = PQconnectdb(Dsn); // WARN: [db-connection-leak] "overwritten"
  if (!good(Cached))
    Cached = PQconnectdb(Other);
  return Cached;
}

// The failed one is not stored in the thread's slot, and not closed.
PGconn *threadConnBad(const char *Dsn) {
  if (ThreadConn)
    return ThreadConn;
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (good(Conn))
    ThreadConn = Conn;
  return ThreadConn;
}

// The same with a POSIX key.
PGconn *keyedConnBad(const char *Dsn) {
  PGconn *Conn = pthread_getspecific(ConnKey);
  if (Conn)
    return Conn;
  Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(Conn))
    return NULL;
  pthread_setspecific(ConnKey, Conn);
  return Conn;
}

// The copy of the struct goes the way of the original: neither is closed.
int copiedStructBad(const char *Dsn) {
  struct Session A = {0}, B;
  A.Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  B = A;
  return PQbackendPID(B.Conn);
}

// A list node is unlinked and freed with its connection open.
void nodeFreedBad(const char *Dsn) {
  struct Node *N = malloc(sizeof *N);
  if (!N)
    return;
  N->Next = NULL;
  N->Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  struct Node *Next = N->Next;
  free(N);
  TheList = Next;
}

// An array in a struct: the second element is forgotten.
struct Pair {
  PGconn *Ends[2];
};

void arrayInStructBad(const char *Dsn) {
  struct Pair P;
  P.Ends[0] = PQconnectdb(Dsn);
  P.Ends[1] = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  PQfinish(P.Ends[0]);
}

// The initialiser function fills the struct; its caller drops it.
static int sessionInit(struct Session *S, const char *Dsn) {
  memset(S, 0, sizeof *S);
  S->Conn = PQconnectdb(Dsn);
  return good(S->Conn) ? 0 : -1;
}

static void sessionClose(struct Session *S) {
  PQfinish(S->Conn);
  S->Conn = NULL;
}

int initialisedBad(const char *Dsn) {
  struct Session S;
  if (sessionInit(&S, Dsn) != 0) // WARN: [db-connection-leak]
    return -1;
  sessionClose(&S);
  return 0;
}

// A struct by value, with the connection in it, and nobody closes.
static struct Session sessionOf(const char *Dsn) {
  struct Session S = {0};
  S.Conn = PQconnectdb(Dsn);
  return S;
}

int structReturnedBad(const char *Dsn) {
  struct Session S = sessionOf(Dsn); // WARN: [db-connection-leak]
  return PQserverVersion(S.Conn);
}

//===--- Closed, or kept ---===//

// The caller's struct keeps it.
int storedInFieldOk(struct Session *S, const char *Dsn) {
  S->Conn = PQconnectdb(Dsn);
  return good(S->Conn);
}

// Closed before the field is filled again.
int fieldRenewedOk(struct Session *S, const char *Dsn) {
  PQfinish(S->Conn);
  S->Conn = PQconnectdb(Dsn);
  if (!good(S->Conn)) {
    PQfinish(S->Conn);
    S->Conn = PQconnectdb("");
  }
  return good(S->Conn);
}

// Stored for the error handler's sake, closed and taken back on failure.
int takenBackOk(struct Session *S, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  S->Conn = Conn;
  if (!good(Conn)) {
    fprintf(stderr, "%s", PQerrorMessage(S->Conn));
    PQfinish(Conn);
    S->Conn = NULL;
    return -1;
  }
  return 0;
}

// A new struct is returned with its connection.
struct Session *newSessionOk(const char *Dsn) {
  struct Session *S = calloc(1, sizeof *S);
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

// Initialised and closed by functions that go together.
int initialisedOk(const char *Dsn) {
  struct Session S;
  int Rc = sessionInit(&S, Dsn);
  if (Rc == 0)
    Rc = PQserverVersion(S.Conn);
  sessionClose(&S);
  return Rc;
}

// A destroy function that knows it all.
static void destroy(struct Session *S) {
  if (!S)
    return;
  PQfinish(S->Conn);
  free(S->Name);
  free(S);
}

void destroyedOk(const char *Dsn) {
  struct Session *S = calloc(1, sizeof *S);
  if (S)
    S->Conn = PQconnectdb(Dsn);
  destroy(S);
}

// By value, closed by the one who got it.
int structReturnedOk(const char *Dsn) {
  struct Session S = sessionOf(Dsn);
  const int Version = PQserverVersion(S.Conn);
  PQfinish(S.Conn);
  return Version;
}

// One of two copies closes.
int copiedStructOk(const char *Dsn) {
  struct Session A = {0};
  A.Conn = PQconnectdb(Dsn);
  const struct Session B = A;
  const int Pid = PQbackendPID(A.Conn);
  PQfinish(B.Conn);
  return Pid;
}

// Globals live on.
int globalOk(const char *Dsn) {
  TheConn = PQconnectdb(Dsn);
  TheSession.Conn = PQconnectdb(Dsn);
  SharedConn = PQconnectdb(Dsn);
  return good(TheConn) && good(TheSession.Conn);
}

// A global closed before it is made anew, and emptied behind its close.
int globalRenewedOk(const char *Dsn) {
  if (TheConn) {
    PQfinish(TheConn);
    TheConn = NULL;
  }
  TheConn = PQconnectdb(Dsn);
  if (good(TheConn))
    return 0;
  PQfinish(TheConn);
  TheConn = NULL;
  return -1;
}

// A static local is made once and kept.
PGconn *cachedOk(const char *Dsn) {
  static PGconn *Cached;
  if (!Cached) {
    Cached = PQconnectdb(Dsn);
    if (!good(Cached)) {
      PQfinish(Cached);
      Cached = NULL;
    }
  }
  return Cached;
}

// Thread-local variables are globals of their thread.
PGconn *threadConnOk(const char *Dsn) {
  if (!ThreadConn)
    ThreadConn = PQconnectdb(Dsn);
  return ThreadConn;
}

int threadDbOk(const char *Path) { return ThreadDb ? SQLITE_OK : sqlite3_open(Path, &ThreadDb); }

// A POSIX key keeps it; the parameter of pthread_setspecific is const for the pointer's sake.
PGconn *keyedConnOk(const char *Dsn) {
  PGconn *Conn = pthread_getspecific(ConnKey);
  if (Conn)
    return Conn;
  Conn = PQconnectdb(Dsn);
  if (!good(Conn)) {
    PQfinish(Conn);
    return NULL;
  }
  pthread_setspecific(ConnKey, Conn);
  return Conn;
}

// Pushed onto a list that is reached from a global.
int pushedOk(const char *Dsn) {
  struct Node *N = malloc(sizeof *N);
  if (!N)
    return -1;
  N->Conn = PQconnectdb(Dsn);
  N->Next = TheList;
  TheList = N;
  return 0;
}

// A whole list is taken down.
void listClosedOk(void) {
  while (TheList) {
    struct Node *Next = TheList->Next;
    PQfinish(TheList->Conn);
    free(TheList);
    TheList = Next;
  }
}

// A slot of a global table.
int slotOk(const char *Dsn, unsigned I) {
  Slots[I % 16] = PQconnectdb(Dsn);
  return good(Slots[I % 16]);
}

// Kept by a table whose code is elsewhere.
int hashedOk(void *Table, const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return hashPut(Table, Dsn, Conn);
}

// Opaque to the outside: a void pointer, an integer.
void *opaqueOk(const char *Dsn) { return PQconnectdb(Dsn); }

uintptr_t numberOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return (uintptr_t)Conn;
}

void closeNumberOk(const char *Dsn) {
  uintptr_t Handle = (uintptr_t)PQconnectdb(Dsn);
  PQfinish((PGconn *)Handle);
}

// A union of the connections of two libraries.
struct Any {
  int Kind;
  union {
    PGconn *Pg;
    sqlite3 *Lite;
  } U;
};

static void anyClose(struct Any *A) {
  if (A->Kind == 1)
    PQfinish(A->U.Pg);
  else
    sqlite3_close(A->U.Lite);
}

void unionOk(const char *Dsn) {
  struct Any A;
  A.Kind = 1;
  A.U.Pg = PQconnectdb(Dsn);
  anyClose(&A);
}

// Closed through the address of the field.
static void closeField(PGconn **Field) {
  PQfinish(*Field);
  *Field = NULL;
}

void fieldAddressOk(const char *Dsn) {
  struct Session S = {.Conn = PQconnectdb(Dsn)};
  closeField(&S.Conn);
}

// The key keeps it and nothing is returned: the key's destructor closes.
void keyedOnlyOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  if (pthread_setspecific(ConnKey, Conn) != 0)
    PQfinish(Conn);
}
