// RUN: %check_dbtidy %s
// Pools, registries and handles as services have them: lookup or connect, ensure, steal, wrap.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <functional>
#include <map>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using DbConn = PGconn *;
typedef sqlite3 *DbHandle;

static bool good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

static std::map<std::string, PGconn *> Known;

// An aggregate whose destructor closes what somebody put into it.
struct Guarded {
  PGconn *Conn = nullptr;
  Guarded() = default;
  Guarded(const Guarded &) = delete;
  Guarded &operator=(const Guarded &) = delete;
  ~Guarded() {
    if (Conn)
      PQfinish(Conn);
  }
};

// A handle that learns from a traits class how to close.
template <class T>
struct Traits;
template <>
struct Traits<PGconn> {
  static void close(PGconn *Conn) { PQfinish(Conn); }
};
template <>
struct Traits<sqlite3> {
  static void close(sqlite3 *Db) { sqlite3_close(Db); }
};

template <class T>
class Handle {
public:
  explicit Handle(T *H) : H(H) {}
  Handle(Handle &&Other) noexcept : H(Other.release()) {}
  ~Handle() { reset(); }
  void reset(T *New = nullptr) {
    if (H)
      Traits<T>::close(H);
    H = New;
  }
  T *get() const { return H; }
  T *release() {
    T *Out = H;
    H = nullptr;
    return Out;
  }
  explicit operator bool() const { return H; }
  T **put() {
    reset();
    return &H;
  }

private:
  T *H;
};

//===--- Lost ---===//

// The type has another name, the connection is the same.
int renamedTypeBad(const char *Dsn) {
  DbConn Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(Conn))
    return -1;
  PQfinish(Conn);
  return 0;
}

int renamedHandleBad(const char *Path) {
  DbHandle Db;
  if (sqlite3_open(Path, &Db) != SQLITE_OK) // WARN: [db-connection-leak]
    return -1;
  sqlite3_close(Db);
  return 0;
}

// Known ones are returned; a new one that failed is forgotten.
PGconn *lookupBad(const std::string &Dsn) {
  if (const auto Found = Known.find(Dsn); Found != Known.end())
    return Found->second;
  PGconn *Conn = PQconnectdb(Dsn.c_str()); // WARN: [db-connection-leak]
  if (!good(Conn))
    return nullptr;
  Known[Dsn] = Conn;
  return Conn;
}

// The loop that fills the pool ends with a failed connection in hand.
class Filler {
public:
  void fillBad(int Count, const char *Dsn) {
    while (Count-- > 0) {
      PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
      if (!good(Conn))
        break;
      Idle.push_back(Conn);
    }
  }
  void fillOk(int Count, const char *Dsn) {
    while (Count-- > 0) {
      PGconn *Conn = PQconnectdb(Dsn);
      if (!good(Conn)) {
        PQfinish(Conn);
        break;
      }
      Idle.push_back(Conn);
    }
  }

private:
  std::vector<PGconn *> Idle;
};

// Checked by a function that throws before the field has it.
class Ensurer {
public:
  void ensureBad(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
    require(good(Conn));
    PQfinish(Current);
    Current = Conn;
  }
  void ensureOk(const char *Dsn) {
    if (Current && good(Current))
      return;
    if (Current)
      PQfinish(Current);
    Current = PQconnectdb(Dsn);
    if (!good(Current)) {
      const std::string Why = PQerrorMessage(Current);
      PQfinish(Current);
      Current = nullptr;
      throw std::runtime_error(Why);
    }
  }
  // The field has it before the throw.
  void ensureThrowOk(const char *Dsn) {
    PQfinish(Current);
    Current = PQconnectdb(Dsn);
    require(good(Current));
  }
  // Made by a lambda into the field, at once and later.
  void lambdaOk(const char *Dsn) {
    PQfinish(Current);
    const auto Dial = [this, Dsn] { Current = PQconnectdb(Dsn); };
    Dial();
  }
  ~Ensurer() { PQfinish(Current); }

private:
  PGconn *Current = nullptr;
};

// Filled twice.
int guardedTwiceBad(const char *A, const char *B) {
  Guarded G;
  G.Conn = PQconnectdb(A); // WARN: [db-connection-leak] "overwritten"
  if (!good(G.Conn))
    G.Conn = PQconnectdb(B);
  return PQserverVersion(G.Conn);
}

// Released from the handle and dropped.
int releasedBad(const char *Dsn) {
  Handle<PGconn> Conn(PQconnectdb(Dsn)); // WARN: [db-connection-leak]
  PGconn *Raw = Conn.release();
  return PQserverVersion(Raw);
}

// A chain of calls on an object that opens in the first and does not close in the last.
struct Chain {
  PGconn *Conn = nullptr;
  Chain &open(const char *Dsn) {
    Conn = PQconnectdb(Dsn);
    return *this;
  }
  int version() const { return PQserverVersion(Conn); }
  int finish() {
    const int Version = version();
    PQfinish(Conn);
    return Version;
  }
};

int chainBad(const char *Dsn) {
  Chain C;
  return C.open(Dsn).version(); // WARN: [db-connection-leak]
}

// The handlers stand in the wrong order of thought: the one that is taken does not close.
int handlersBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    require(good(Conn));
  } catch (const std::logic_error &) {
    PQfinish(Conn);
    return -1;
  } catch (const std::exception &) {
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// Lost inside a named lambda, which has a return of its own.
int namedLambdaBad(const char *Path) {
  sqlite3 *Db = nullptr;
  const auto Open = [&] {
    const int Rc = sqlite3_open(Path, &Db);
    return Rc == SQLITE_OK;
  };
  if (!Open()) // WARN: [db-connection-leak]
    return -1;
  sqlite3_close(Db);
  return 0;
}

//===--- Closed, or kept ---===//

// A reference to the slot of a map, filled and emptied through it.
PGconn *slotOk(const std::string &Dsn) {
  PGconn *&Slot = Known[Dsn];
  if (!Slot)
    Slot = PQconnectdb(Dsn.c_str());
  if (!good(Slot)) {
    PQfinish(Slot);
    Slot = nullptr;
  }
  return Slot;
}

// Through an iterator.
void iteratorOk(const std::string &Dsn) {
  const auto Found = Known.find(Dsn);
  if (Found != Known.end())
    Found->second = PQconnectdb(Dsn.c_str());
}

// All slots in a loop, with structured bindings and without.
void allSlotsOk() {
  for (auto &[Dsn, Conn] : Known)
    Conn = PQconnectdb(Dsn.c_str());
  for (auto &Entry : Known) {
    PQfinish(Entry.second);
    Entry.second = PQconnectdb(Entry.first.c_str());
    if (!good(Entry.second)) {
      PQfinish(Entry.second);
      Entry.second = nullptr;
    }
  }
}

// Closed before its slot goes.
void erasedOk(const std::string &Dsn) {
  const auto Found = Known.find(Dsn);
  if (Found == Known.end())
    return;
  PQfinish(Found->second);
  Known.erase(Found);
}

// Lookup or connect.
PGconn *lookupOk(const std::string &Dsn) {
  if (const auto Found = Known.find(Dsn); Found != Known.end())
    return Found->second;
  PGconn *Conn = PQconnectdb(Dsn.c_str());
  if (!good(Conn)) {
    PQfinish(Conn);
    return nullptr;
  }
  Known[Dsn] = Conn;
  return Conn;
}

// Into the guard, and past it.
int guardedOk(const char *Dsn) {
  Guarded G;
  G.Conn = PQconnectdb(Dsn);
  require(good(G.Conn));
  return PQserverVersion(G.Conn);
}

int stolenOk(const char *Dsn, PGconn **Out) {
  Guarded G;
  G.Conn = PQconnectdb(Dsn);
  if (!good(G.Conn))
    return -1;
  *Out = G.Conn;
  G.Conn = nullptr;
  return 0;
}

// The handle with traits, in all its uses.
int handleOk(const char *Dsn) {
  Handle<PGconn> Conn(PQconnectdb(Dsn));
  if (!good(Conn.get()))
    return -1;
  Conn.reset(PQconnectdb(Dsn));
  return PQserverVersion(Conn.get());
}

int handleFilledOk(const char *Path) {
  Handle<sqlite3> Db(nullptr);
  return sqlite3_open(Path, Db.put());
}

Handle<PGconn> handleReturnedOk(const char *Dsn) {
  Handle<PGconn> Conn(PQconnectdb(Dsn));
  if (!Conn)
    throw std::runtime_error("out of memory");
  return Conn;
}

// Opened by a virtual method, closed here.
struct Opener {
  virtual ~Opener() = default;
  virtual PGconn *open(const char *Dsn) { return PQconnectdb(Dsn); }
};

int virtualOpenOk(Opener &O, const char *Dsn) {
  PGconn *Conn = O.open(Dsn);
  const int Version = PQserverVersion(Conn);
  PQfinish(Conn);
  return Version;
}

// An object in memory of its own, destroyed by hand.
void placedOk(void *Memory, const char *Dsn) {
  auto *G = new (Memory) Guarded;
  G->Conn = PQconnectdb(Dsn);
  G->~Guarded();
}

// A chain of calls that closes in the last.
int chainOk(const char *Dsn) {
  Chain C;
  return C.open(Dsn).finish();
}

// The handlers, each with its release.
int handlersOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  try {
    require(good(Conn));
  } catch (const std::logic_error &) {
    PQfinish(Conn);
    return -1;
  } catch (const std::runtime_error &) {
    PQfinish(Conn);
    return -2;
  }
  PQfinish(Conn);
  return 0;
}

// A lambda in a lambda.
void nestedLambdaOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const auto Outer = [&] {
    const auto Inner = [&] { PQfinish(Conn); };
    Inner();
  };
  Outer();
}

// Bound, and given to threads: by value, by reference, as an argument.
void boundOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const std::function<void()> Close = std::bind(PQfinish, Conn);
  Close();
}

void threadsOk(const char *A, const char *B) {
  PGconn *First = PQconnectdb(A);
  PGconn *Second = PQconnectdb(B);
  std::thread One([&First] { PQfinish(First); });
  std::thread Two(PQfinish, Second);
  One.join();
  Two.join();
}
