// RUN: %check_dbtidy %s
// Classes that own a connection: constructors, destructors, moves, bases, members.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// Opens in the constructor, closes in the destructor.
class Session {
public:
  explicit Session(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;
  Session(Session &&Other) noexcept : Conn(std::exchange(Other.Conn, nullptr)) {}
  Session &operator=(Session &&Other) noexcept {
    if (this != &Other) {
      PQfinish(Conn);
      Conn = std::exchange(Other.Conn, nullptr);
    }
    return *this;
  }
  ~Session() { PQfinish(Conn); }

  bool good() const { return PQstatus(Conn) == CONNECTION_OK; }
  PGconn *get() const { return Conn; }
  PGconn *release() { return std::exchange(Conn, nullptr); }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

// Two steps: open() and close(), and a destructor that does the latter.
class Store {
public:
  Store() = default;
  ~Store() { close(); }
  bool open(const char *Path) {
    close();
    if (sqlite3_open(Path, &Db) == SQLITE_OK)
      return true;
    close();
    return false;
  }
  void close() {
    if (Db) {
      sqlite3_close_v2(Db);
      Db = nullptr;
    }
  }

private:
  sqlite3 *Db = nullptr;
};

// Takes a connection that somebody else made, and closes it.
class Taker {
public:
  explicit Taker(PGconn *Conn) : Conn(Conn) {}
  Taker(const Taker &) = delete;
  Taker &operator=(const Taker &) = delete;
  ~Taker() { PQfinish(Conn); }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *const Conn;
};

// Only looks at a connection of somebody else's.
class Viewer {
public:
  explicit Viewer(PGconn *Conn) : Conn(Conn) {}
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

// Opens, and closes when asked to, which nobody does at the end.
class Forgetful {
public:
  explicit Forgetful(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  bool good() const { return PQstatus(Conn) == CONNECTION_OK; }
  void close() {
    PQfinish(Conn);
    Conn = nullptr;
  }

private:
  PGconn *Conn;
};

static void require(bool Good) {
  if (!Good)
    throw std::runtime_error("failed");
}

//===--- Lost ---===//

// The object ends, its connection does not.
bool noDestructorBad(const char *Dsn) {
  const Forgetful Conn(Dsn); // WARN: [db-connection-leak]
  return Conn.good();
}

// close() is called on one of two ways.
int notClosedBad(const char *Dsn) {
  Forgetful Conn(Dsn); // WARN: [db-connection-leak]
  if (!Conn.good())
    return -1;
  Conn.close();
  return 0;
}

// A temporary of the class.
bool temporaryBad(const char *Dsn) {
  return Forgetful(Dsn).good(); // WARN: [db-connection-leak]
}

// Made by new, never deleted: the destructor would have closed.
int notDeletedBad(const char *Dsn) {
  auto *S = new Session(Dsn); // WARN: [db-connection-leak]
  return S->version();
}

// Deleted on one of two ways.
int deletedSometimesBad(const char *Dsn) {
  auto *S = new Session(Dsn); // WARN: [db-connection-leak]
  if (!S->good())
    return -1;
  delete S;
  return 0;
}

// A class that only looks is no owner.
int onlyViewedBad(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn); // WARN: [db-connection-leak]
  const Viewer View(Conn);
  return View.version();
}

// Taken out of its owner and lost.
void releasedBad(const char *Dsn) {
  Session S(Dsn); // WARN: [db-connection-leak]
  S.release();
}

// Opens over what it has.
class ReopenerBad {
public:
  ~ReopenerBad() { PQfinish(Conn); }
  void openTwice(const char *A, const char *B) {
    Conn = PQconnectdb(A); // WARN: [db-connection-leak] "overwritten"
    if (PQstatus(Conn) != CONNECTION_OK)
      Conn = PQconnectdb(B);
  }

private:
  PGconn *Conn = nullptr;
};

// Two calls of a method that opens without closing what is there.
class Reopener {
public:
  ~Reopener() { PQfinish(Conn); }
  void open(const char *Dsn) { Conn = PQconnectdb(Dsn); }
  bool good() const { return PQstatus(Conn) == CONNECTION_OK; }

private:
  PGconn *Conn = nullptr;
};

bool openedTwiceBad(const char *A, const char *B) {
  Reopener R;
  R.open(A); // WARN: [db-connection-leak]
  if (!R.good())
    R.open(B);
  return R.good();
}

// The constructor throws: the object never was, its destructor does not run.
class ThrowsBad {
public:
  explicit ThrowsBad(const char *Path) {
    if (sqlite3_open(Path, &Db) != SQLITE_OK)                       // WARN: [db-connection-leak]
      throw std::runtime_error(std::string("cannot open ") + Path); // NOTE: "an exception leaves"
  }
  ~ThrowsBad() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};

// A helper that the constructor calls throws.
class HelperThrowsBad {
public:
  explicit HelperThrowsBad(const char *Path) {
    int Rc = sqlite3_open(Path, &Db); // WARN: [db-connection-leak]
    if (Rc != SQLITE_OK) {
      sqlite3_close(Db);
      throw std::runtime_error("cannot open");
    }
    execute("PRAGMA journal_mode = WAL");
  }
  ~HelperThrowsBad() { sqlite3_close(Db); }
  void execute(const char *Sql) { require(sqlite3_exec(Db, Sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

private:
  sqlite3 *Db = nullptr;
};

// Opened by the initialiser, thrown on in the body.
class InitialisedBad {
public:
  explicit InitialisedBad(const char *Dsn) : Conn(PQconnectdb(Dsn)) { // WARN: [db-connection-leak]
    if (PQstatus(Conn) != CONNECTION_OK)
      throw std::runtime_error(PQerrorMessage(Conn));
  }
  ~InitialisedBad() { PQfinish(Conn); }

private:
  PGconn *Conn;
};

// A later member's constructor throws.
struct Checked {
  explicit Checked(int Version) { require(Version > 0); }
};

class LaterMemberBad {
public:
  explicit LaterMemberBad(const char *Dsn) : Conn(PQconnectdb(Dsn)), Version(PQserverVersion(Conn)) {} // WARN: [db-connection-leak]
  ~LaterMemberBad() { PQfinish(Conn); }

private:
  PGconn *Conn;
  Checked Version;
};

// The flag that the destructor asks for is not set for a failed open.
class FlaggedStore {
public:
  int open(const char *Path) {
    const int Rc = sqlite3_open(Path, &Db);
    IsOpen = Rc == SQLITE_OK;
    return Rc;
  }
  ~FlaggedStore() {
    if (IsOpen)
      sqlite3_close(Db);
  }

private:
  sqlite3 *Db = nullptr;
  bool IsOpen = false;
};

int flagNotSetBad(const char *Path) {
  FlaggedStore S;
  return S.open(Path); // WARN: [db-connection-leak]
}

// The moved-to object's connection is overwritten by the move.
class CarelessMove {
public:
  explicit CarelessMove(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  CarelessMove &operator=(CarelessMove &&Other) noexcept {
    Conn = std::exchange(Other.Conn, nullptr);
    return *this;
  }
  ~CarelessMove() { PQfinish(Conn); }

private:
  PGconn *Conn;
};

void movedOverBad(const char *A, const char *B) {
  CarelessMove First(A); // WARN: [db-connection-leak]
  CarelessMove Second(B);
  First = std::move(Second);
}

// A destructor that asks for the wrong thing: failed connections stay.
class PickyDestructor {
public:
  explicit PickyDestructor(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  ~PickyDestructor() {
    if (PQstatus(Conn) == CONNECTION_OK)
      PQfinish(Conn);
  }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

int pickyBad(const char *Dsn) {
  const PickyDestructor P(Dsn); // WARN: [db-connection-leak]
  return P.version();
}

//===--- Closed ---===//

// The destructor closes at every way out, the exception among them.
int ownedOk(const char *Dsn) {
  const Session S(Dsn);
  if (!S.good())
    return -1;
  require(S.version() > 0);
  return S.version();
}

// A temporary.
int temporaryOk(const char *Dsn) { return Session(Dsn).version(); }

// Moved into another object.
int movedOk(const char *Dsn) {
  Session S(Dsn);
  const Session T(std::move(S));
  return T.version();
}

// Moved over another object, which closes its own first.
int movedOverOk(const char *A, const char *B) {
  Session S(A);
  if (!S.good())
    S = Session(B);
  return S.version();
}

// Returned, with and without a name.
Session returnedOk(const char *Dsn) { return Session(Dsn); }

Session namedReturnOk(const char *Dsn) {
  Session S(Dsn);
  require(S.good());
  return S;
}

int returnedUsedOk(const char *Dsn) {
  const Session S = namedReturnOk(Dsn);
  return S.version();
}

// Taken out and closed.
void releasedOk(const char *Dsn) {
  Session S(Dsn);
  PQfinish(S.release());
}

// In an optional and a vector.
int optionalOk(const char *Dsn) {
  std::optional<Session> S;
  S.emplace(Dsn);
  return S->version();
}

int vectorOk(const char *A, const char *B) {
  std::vector<Session> Sessions;
  Sessions.emplace_back(A);
  Sessions.push_back(Session(B));
  return Sessions.front().version();
}

// open() closes what is there; the destructor closes the rest.
bool storeOk(const char *A, const char *B) {
  Store S;
  if (S.open(A))
    return true;
  return S.open(B);
}

// Given to an owner.
int takenOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const Taker T(Conn);
  require(PQstatus(Conn) == CONNECTION_OK);
  return T.version();
}

int takenAtOnceOk(const char *Dsn) { return Taker(PQconnectdb(Dsn)).version(); }

// Looked at by one object, closed by hand.
int viewedOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  const Viewer View(Conn);
  const int Version = View.version();
  PQfinish(Conn);
  return Version;
}

// A member that owns, in a class without a word about it.
struct Service {
  Session Main;
  Session Replica;
  explicit Service(const char *Dsn) : Main(Dsn), Replica(Dsn) { require(Main.good()); }
};

bool memberOk(const char *Dsn) {
  const Service S(Dsn);
  return S.Replica.good();
}

// A base that owns.
class Worker : public Session {
public:
  explicit Worker(const char *Dsn) : Session(Dsn) { require(good()); }
};

int baseOk(const char *Dsn) {
  const Worker W(Dsn);
  return W.version();
}

// Behind a virtual destructor.
struct Backend {
  virtual ~Backend() = default;
  virtual int version() const = 0;
};

class PgBackend final : public Backend {
public:
  explicit PgBackend(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  ~PgBackend() override { PQfinish(Conn); }
  int version() const override { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
};

std::unique_ptr<Backend> backendOk(const char *Dsn) { return std::make_unique<PgBackend>(Dsn); }

int virtualOk(const char *Dsn) {
  const std::unique_ptr<Backend> B = std::make_unique<PgBackend>(Dsn);
  return B->version();
}

// The constructor closes before it throws.
class CarefulOk {
public:
  explicit CarefulOk(const char *Path) {
    if (sqlite3_open(Path, &Db) != SQLITE_OK) {
      const std::string Why = sqlite3_errmsg(Db);
      sqlite3_close(Db);
      throw std::runtime_error(Why);
    }
  }
  ~CarefulOk() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};

// A member that closes by itself is destroyed even if the body throws.
class OwnedMemberOk {
public:
  explicit OwnedMemberOk(const char *Dsn) : Conn(PQconnectdb(Dsn), PQfinish) {
    if (PQstatus(Conn.get()) != CONNECTION_OK)
      throw std::runtime_error(PQerrorMessage(Conn.get()));
  }

private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> Conn;
};

// A delegating constructor: the object is complete when the second body throws.
class DelegatingOk {
public:
  explicit DelegatingOk(const char *Dsn) : DelegatingOk() {
    Conn = PQconnectdb(Dsn);
    require(PQstatus(Conn) == CONNECTION_OK);
  }
  ~DelegatingOk() { PQfinish(Conn); }

private:
  DelegatingOk() = default;
  PGconn *Conn = nullptr;
};

// A function-try-block of a constructor: members of plain type are still there.
class TryBlockOk {
public:
  explicit TryBlockOk(const char *Dsn) {
    Conn = PQconnectdb(Dsn);
    try {
      require(PQstatus(Conn) == CONNECTION_OK);
    } catch (...) {
      PQfinish(Conn);
      throw;
    }
  }
  ~TryBlockOk() { PQfinish(Conn); }

private:
  PGconn *Conn = nullptr;
};

// A method opens into the field: the object has it, whatever comes.
class LazyOk {
public:
  PGconn *get(const char *Dsn) {
    if (!Conn)
      Conn = PQconnectdb(Dsn);
    require(PQstatus(Conn) == CONNECTION_OK);
    return Conn;
  }
  ~LazyOk() { PQfinish(Conn); }

private:
  PGconn *Conn = nullptr;
};

// A singleton.
class Registry {
public:
  static Registry &instance() {
    static Registry The;
    return The;
  }
  PGconn *connOk(const char *Dsn) {
    if (!Conn)
      Conn = PQconnectdb(Dsn);
    return Conn;
  }

private:
  PGconn *Conn = nullptr;
};

PGconn *singletonOk(const char *Dsn) { return Registry::instance().connOk(Dsn); }

// Counted references: the last one closes.
class Counted {
public:
  explicit Counted(const char *Dsn) : Conn(PQconnectdb(Dsn)) {}
  void retain() { ++Count; }
  void release() {
    if (--Count == 0) {
      PQfinish(Conn);
      delete this;
    }
  }
  int version() const { return PQserverVersion(Conn); }

private:
  PGconn *Conn;
  int Count = 1;
};

int countedOk(const char *Dsn) {
  auto *C = new Counted(Dsn);
  const int Version = C->version();
  C->release();
  return Version;
}

// A static method makes the object.
class Factory {
public:
  static std::unique_ptr<Factory> makeOk(const char *Dsn) {
    PGconn *Conn = PQconnectdb(Dsn);
    if (PQstatus(Conn) != CONNECTION_OK) {
      PQfinish(Conn);
      return nullptr;
    }
    return std::unique_ptr<Factory>(new Factory(Conn));
  }
  ~Factory() { PQfinish(Conn); }

private:
  explicit Factory(PGconn *Conn) : Conn(Conn) {}
  PGconn *Conn;
};

// A class template that owns whatever it is told how to close.
template <class T, void (*Close)(T *)>
class Handle {
public:
  explicit Handle(T *H) : H(H) {}
  Handle(const Handle &) = delete;
  Handle &operator=(const Handle &) = delete;
  ~Handle() {
    if (H)
      Close(H);
  }
  operator T *() const { return H; }
  T **operator&() { return &H; }

private:
  T *H;
};

int templateOk(const char *Dsn) {
  const Handle<PGconn, PQfinish> Conn(PQconnectdb(Dsn));
  require(PQstatus(Conn) == CONNECTION_OK);
  return PQserverVersion(Conn);
}

static void closeDb(sqlite3 *Db) { sqlite3_close(Db); }

int addressOfOk(const char *Path) {
  Handle<sqlite3, closeDb> Db(nullptr);
  return sqlite3_open(Path, &Db);
}

// The flag is right: set before anything can fail.
class FlaggedOk {
public:
  int open(const char *Path) {
    IsOpen = true;
    return sqlite3_open(Path, &Db);
  }
  ~FlaggedOk() {
    if (IsOpen)
      sqlite3_close(Db);
  }

private:
  sqlite3 *Db = nullptr;
  bool IsOpen = false;
};

int flagSetOk(const char *Path) {
  FlaggedOk S;
  return S.open(Path);
}
