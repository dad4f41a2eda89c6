// RUN: %check_dbtidy %s
// Owners in owners: deleters of every form, aggregates, containers, bases, swaps, threads.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <array>
#include <cstdio>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};
using ConnPtr = std::unique_ptr<PGconn, Finish>;

// SQLite's handle by std::default_delete: then unique_ptr needs no word about it.
template <>
struct std::default_delete<sqlite3> {
  void operator()(sqlite3 *Db) const { sqlite3_close(Db); }
};

static bool good(PGconn *Conn) { return PQstatus(Conn) == CONNECTION_OK; }

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

struct Entry {
  PGconn *Conn;
  int Uses;
};

// Reconnects and closes by methods that call each other.
class Client {
public:
  ~Client() { disconnect(); }
  bool connect(const char *Dsn) {
    disconnect();
    Conn = PQconnectdb(Dsn);
    if (good(Conn))
      return true;
    disconnect();
    return false;
  }
  void disconnect() {
    if (Conn) {
      PQfinish(Conn);
      Conn = nullptr;
    }
  }
  void run() {
    if (!Conn)
      throw std::logic_error("not connected");
    require(good(Conn));
  }

private:
  PGconn *Conn = nullptr;
};

//===--- Lost ---===//

// Initialised where it is declared, in a class without a destructor.
struct InClassOpen {
  PGconn *Conn = PQconnectdb("");
  int version() const { return PQserverVersion(Conn); }
};

int inClassBad() {
  const InClassOpen C; // WARN: [db-connection-leak]
  return C.version();
}

// An expression that throws for one of its values.
PGconn *throwExpressionBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  return good(Conn) ? Conn : throw std::runtime_error("down");
}

// The handler asks a function what was thrown, and returns.
static void explain() {
  try {
    throw;
  } catch (const std::exception &E) {
    std::puts(E.what());
  }
}

int explainedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  try {
    require(good(Conn));
  } catch (...) {
    explain();
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// A client on the heap is deleted unless something throws.
int heapClientBad(const char *Dsn) {
  auto *C = new Client;
  if (!C->connect(Dsn)) { // WARN: [db-connection-leak]
    delete C;
    return -1;
  }
  require(*Dsn != 'x');
  delete C;
  return 0;
}

// An aggregate made by new: deleted without its connection.
void newAggregateBad(const char *Dsn) {
  const auto *E = new Entry{PQconnectdb(Dsn), 1}; // WARN: [db-connection-leak]
  std::printf("%d\n", PQserverVersion(E->Conn));
  delete E;
}

// A lock is released by its destructor; the connection has none.
static std::mutex Mutex;

int lockedBad(const char *Dsn) {
  const std::lock_guard<std::mutex> Lock(Mutex);
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  if (!good(Conn))
    return -1;
  PQfinish(Conn);
  return 0;
}

// Strings, streams and temporaries around it change nothing.
int streamedBad(const std::string &Host, int Port) {
  const std::string Dsn = "host=" + Host + " port=" + std::to_string(Port);
  PGconn *Conn = PQconnectdb(Dsn.c_str()); // WARN: [db-connection-leak]
  if (!good(Conn)) {
    std::cerr << Host << ": " << PQerrorMessage(Conn) << std::endl;
    return -1;
  }
  PQfinish(Conn);
  return 0;
}

// A member function that is static, with a default argument.
struct Dialer {
  static PGconn *dial(const char *Dsn = "") { return PQconnectdb(Dsn); }
};

int staticMemberBad() {
  PGconn *Conn = Dialer::dial(); // WARN: [db-connection-leak]
  return PQserverVersion(Conn);
}

// A template's own acquisition, in one of its instances only.
template <bool Close>
int probeBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const int Version = PQserverVersion(Conn);
  if constexpr (Close)
    PQfinish(Conn);
  return Version;
}

int probes(const char *Dsn) { return probeBad<true>(Dsn) + probeBad<false>(Dsn); }

//===--- Closed, or kept ---===//

// A type-erased deleter, from a function and from a lambda.
int functionDeleterOk(const char *Dsn) {
  const std::unique_ptr<PGconn, std::function<void(PGconn *)>> First(PQconnectdb(Dsn), PQfinish);
  const std::unique_ptr<PGconn, std::function<void(PGconn *)>> Second(PQconnectdb(Dsn), [](PGconn *Conn) { PQfinish(Conn); });
  return PQserverVersion(First.get()) - PQserverVersion(Second.get());
}

// The specialised default deleter.
int defaultDeleteOk(const char *Path) {
  sqlite3 *Raw = nullptr;
  const int Rc = sqlite3_open(Path, &Raw);
  const std::unique_ptr<sqlite3> Db(Raw);
  return Rc;
}

// A temporary that gives an address and puts into the owner what came.
class OutPtr {
public:
  explicit OutPtr(ConnPtr &Owner) : Owner(Owner) {}
  OutPtr(const OutPtr &) = delete;
  OutPtr &operator=(const OutPtr &) = delete;
  ~OutPtr() { Owner.reset(Raw); }
  operator PGconn **() { return &Raw; }

private:
  ConnPtr &Owner;
  PGconn *Raw = nullptr;
};

static bool dialInto(const char *Dsn, PGconn **Out) {
  *Out = PQconnectdb(Dsn);
  return good(*Out);
}

int outPtrOk(const char *Dsn) {
  ConnPtr Conn;
  if (!dialInto(Dsn, OutPtr(Conn)))
    return -1;
  return PQserverVersion(Conn.get());
}

// Two owners in a struct: the second one's failure finds the first.
struct Pair {
  ConnPtr Main, Replica;
};

int aggregateOk(const char *Dsn) {
  const Pair P{ConnPtr(PQconnectdb(Dsn)), ConnPtr(PQconnectdb(Dsn))};
  require(good(P.Main.get()));
  return 0;
}

Pair aggregateReturnedOk(const char *Dsn) { return {ConnPtr(PQconnectdb(Dsn)), ConnPtr(PQconnectdb(Dsn))}; }

// In a std::array.
int arrayOk(const char *Dsn) {
  const std::array<ConnPtr, 2> Conns{ConnPtr(PQconnectdb(Dsn)), ConnPtr(PQconnectdb(Dsn))};
  require(good(Conns[0].get()));
  return 0;
}

// In a pair that is returned, and taken apart.
std::pair<ConnPtr, bool> pairOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  const bool Good = good(Conn.get());
  return {std::move(Conn), Good};
}

int pairTakenApartOk(const char *Dsn) {
  const auto [Conn, Good] = pairOk(Dsn);
  return Good ? PQserverVersion(Conn.get()) : -1;
}

// Both ways of a conditional expression.
ConnPtr conditionalOk(const char *Dsn, bool Local) {
  ConnPtr Conn = Local ? ConnPtr(PQconnectdb("")) : ConnPtr(PQconnectdb(Dsn));
  return good(Conn.get()) ? std::move(Conn) : nullptr;
}

// Into a map, in four ways.
static std::map<std::string, ConnPtr> Conns;

void mapOk(const char *Dsn) {
  Conns["a"] = ConnPtr(PQconnectdb(Dsn));
  ConnPtr Conn(PQconnectdb(Dsn));
  Conns.emplace("b", std::move(Conn));
  Conns.try_emplace("c", PQconnectdb(Dsn));
  Conns.insert_or_assign("d", ConnPtr(PQconnectdb(Dsn)));
}

// Filled twice by a function that has it by reference.
static void refill(ConnPtr &Conn, const char *Dsn) { Conn.reset(PQconnectdb(Dsn)); }

int refilledOk(const char *Dsn) {
  ConnPtr Conn;
  refill(Conn, Dsn);
  if (!good(Conn.get()))
    refill(Conn, "");
  return PQserverVersion(Conn.get());
}

// Offered by std::move and not taken: it closes here.
static int peek(ConnPtr &&Conn) { return PQserverVersion(Conn.get()); }

int notTakenOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  return peek(std::move(Conn));
}

// To another thread.
void threadOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  std::thread Worker([Conn = std::move(Conn)] { PQconsumeInput(Conn.get()); });
  Worker.join();
}

std::future<int> asyncOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  return std::async([Conn] {
    const int Version = PQserverVersion(Conn);
    PQfinish(Conn);
    return Version;
  });
}

// A member with its deleter given where it is declared.
class Member {
public:
  explicit Member(const char *Dsn) {
    Conn.reset(PQconnectdb(Dsn));
    require(good(Conn.get()));
  }
  int version() const { return PQserverVersion(Conn.get()); }

private:
  std::unique_ptr<PGconn, void (*)(PGconn *)> Conn{nullptr, PQfinish};
};

int memberOk(const char *Dsn) {
  const Member M(Dsn);
  return M.version();
}

// Copy and swap.
class Swapped {
public:
  explicit Swapped(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  Swapped(Swapped &&Other) noexcept { swap(Other); }
  Swapped &operator=(Swapped Other) noexcept {
    swap(Other);
    return *this;
  }
  ~Swapped() { PQfinish(Conn); }
  void swap(Swapped &Other) noexcept { std::swap(Conn, Other.Conn); }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn = nullptr;
};

int copyAndSwapOk(const char *A, const char *B) {
  Swapped S(A);
  S = Swapped(B);
  return S.version();
}

int swapMethodOk(const char *A, const char *B) {
  Swapped S(A), T(B);
  S.swap(T);
  return S.version();
}

// The release is a function that the object keeps.
template <class T>
class Owner {
public:
  Owner(T *P, void (*Close)(T *)) : P(P), Close(Close) {}
  ~Owner() {
    if (P)
      Close(P);
  }
  T *get() const { return P; }

private:
  T *P;
  void (*Close)(T *);
};

int keptFunctionOk(const char *Dsn) {
  const Owner<PGconn> Conn(PQconnectdb(Dsn), PQfinish);
  require(good(Conn.get()));
  return 0;
}

// A variant holds one of two kinds.
std::variant<PGconn *, sqlite3 *> variantOk(const char *Dsn) { return PQconnectdb(Dsn); }

void variantClosedOk(const char *Dsn) {
  std::variant<PGconn *, sqlite3 *> Any = PQconnectdb(Dsn);
  if (auto *Conn = std::get_if<PGconn *>(&Any))
    PQfinish(*Conn);
}

// Made under a lock, kept for all.
static PGconn *Shared;

PGconn *lockedOk(const char *Dsn) {
  const std::lock_guard<std::mutex> Lock(Mutex);
  if (!Shared)
    Shared = PQconnectdb(Dsn);
  return Shared;
}

// The last of a few attempts stays, each earlier one is closed by reset.
int attemptsOk(const char *Dsn) {
  ConnPtr Conn;
  for (int Try = 0; Try < 3 && !good(Conn.get()); ++Try)
    Conn.reset(PQconnectdb(Dsn));
  return Conn ? 0 : -1;
}

ConnPtr firstGoodOk(const std::vector<std::string> &Dsns) {
  for (const auto &Dsn : Dsns) {
    ConnPtr Conn(PQconnectdb(Dsn.c_str()));
    if (good(Conn.get()))
      return Conn;
  }
  return nullptr;
}

// A guard whose function is emptied to cancel it.
class Cleanup {
public:
  explicit Cleanup(std::function<void()> F) : F(std::move(F)) {}
  ~Cleanup() {
    if (F)
      F();
  }
  void cancel() { F = nullptr; }

private:
  std::function<void()> F;
};

PGconn *cancelledOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  Cleanup Guard([Conn] { PQfinish(Conn); });
  if (!good(Conn))
    return nullptr;
  Guard.cancel();
  return Conn;
}

// Aggregates with a raw connection, by value, by pointer, by reference.
Entry byValueOk(const char *Dsn) { return Entry{PQconnectdb(Dsn), 1}; }
Entry *byPointerOk(const char *Dsn) { return new Entry{PQconnectdb(Dsn), 1}; }
std::unique_ptr<Entry> byOwnerOk(const char *Dsn) { return std::unique_ptr<Entry>(new Entry{PQconnectdb(Dsn), 1}); }

void byReferenceOk(Entry &Out, const char *Dsn) {
  const Entry E{PQconnectdb(Dsn), 1};
  Out = E;
}

void bracesOk(Entry &Out, const char *Dsn) { Out = {PQconnectdb(Dsn), 1}; }
void pushedOk(std::vector<Entry> &Out, const char *Dsn) { Out.push_back({PQconnectdb(Dsn), 1}); }
void emplacedOk(std::vector<Entry> &Out, const char *Dsn) { Out.emplace_back(Entry{PQconnectdb(Dsn), 1}); }

// The handler asks a function what was thrown; behind it one release serves all.
int explainedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  try {
    require(good(Conn));
  } catch (...) {
    explain();
  }
  PQfinish(Conn);
  return 0;
}

// The client closes in its destructor, whatever its methods throw.
int clientOk(const char *Dsn) {
  Client C;
  if (!C.connect(Dsn))
    return -1;
  C.run();
  return 0;
}

// A class made from it whose constructor throws: the base is complete by then.
class Connected : public Client {
public:
  explicit Connected(const char *Dsn) {
    if (!connect(Dsn))
      throw std::runtime_error("down");
  }
};

int connectedOk(const char *Dsn) {
  Connected C(Dsn);
  C.run();
  return 0;
}

// Opened where it is declared, closed by a destructor.
struct InClassOwner {
  PGconn *Conn = PQconnectdb("");
  ~InClassOwner() { PQfinish(Conn); }
};

int inClassOk() {
  const InClassOwner C;
  return PQserverVersion(C.Conn);
}
