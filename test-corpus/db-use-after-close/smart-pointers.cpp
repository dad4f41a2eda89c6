// RUN: %check_dbtidy %s
// unique_ptr, shared_ptr, optional and containers of handles.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct Clear {
  void operator()(PGresult *Res) const { PQclear(Res); }
};
struct Finish {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
};
struct Finalize {
  void operator()(sqlite3_stmt *Stmt) const { sqlite3_finalize(Stmt); }
};
using ResultPtr = std::unique_ptr<PGresult, Clear>;
using ConnPtr = std::unique_ptr<PGconn, Finish>;
using StmtPtr = std::unique_ptr<sqlite3_stmt, Finalize>;
using ResultFn = std::unique_ptr<PGresult, decltype(&PQclear)>;

//===--- Wrong ---===//

// Cleared by hand, and once more by the owner.
void clearedByHandBad(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  PQclear(Res.get()); // NOTE: "releases"
} // WARN: [db-use-after-close] "already released"

// The same with a function for a deleter.
void functionDeleterBad(PGconn *Conn) {
  ResultFn Res(PQexec(Conn, "SELECT 1"), PQclear);
  PQclear(Res.get()); // NOTE: "releases"
} // WARN: [db-use-after-close] "already released"

// reset() has finished it; a raw copy is asked.
int rawAfterResetBad(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  PGconn *Raw = Conn.get();
  Conn.reset();                          // NOTE: "releases"
  return PQstatus(Raw) == CONNECTION_OK; // WARN: [db-use-after-close] "'PQstatus'"
}

// Resetting to a new result clears the old one, whose text is still in use.
void replacedBad(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 'a'"));
  const char *Name = PQgetvalue(Res.get(), 0, 0);
  Res.reset(PQexec(Conn, "SELECT 'b'")); // NOTE: "releases"
  std::puts(Name);                       // WARN: [db-use-after-close] "'puts'"
}

// Assigning does the same.
void assignedOverBad(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 'a'"));
  const char *Name = PQgetvalue(Res.get(), 0, 0);
  Res = ResultPtr(PQexec(Conn, "SELECT 'b'")); // NOTE: "releases"
  std::puts(Name);                             // WARN: [db-use-after-close]
}

// So does nullptr.
int nulledBad(sqlite3_stmt *Raw) {
  StmtPtr Stmt(Raw);
  Stmt = nullptr;           // NOTE: "releases"
  return sqlite3_step(Raw); // WARN: [db-use-after-close]
}

// Two owners of one raw pointer.
void twoOwnersBad(PGresult *Raw) {
  ResultPtr First(Raw);
  ResultPtr Second(First.get());
} // NOTE: "releases" // WARN: [db-use-after-close]

// Moved into a call that ends it, while the raw copy goes on.
static int consume(ResultPtr Res) { return PQntuples(Res.get()); }

int rawAfterMoveBad(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  PGresult *Raw = Res.get();
  consume(std::move(Res)); // NOTE: "releases"
  return PQnfields(Raw);   // WARN: [db-use-after-close] "'PQnfields'"
}

// release() hands out what is then finalised twice by hand.
void releasedBad(sqlite3_stmt *Raw) {
  StmtPtr Stmt(Raw);
  sqlite3_stmt *Mine = Stmt.release();
  sqlite3_finalize(Mine); // NOTE: "releases"
  sqlite3_finalize(Raw);  // WARN: [db-use-after-close]
}

// The block's owner ends before the text is used.
void textOutlivesBlockBad(PGconn *Conn) {
  const char *Name = nullptr;
  {
    ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
    Name = PQgetvalue(Res.get(), 0, 0);
  } // NOTE: "releases"
  std::printf("%s\n", Name); // WARN: [db-use-after-close]
}

// A temporary owner clears at the end of the statement.
void temporaryBad(PGconn *Conn) {
  const char *Name = PQgetvalue(ResultPtr(PQexec(Conn, "SELECT 1")).get(), 0, 0); // NOTE: "releases"
  std::puts(Name);                                                                // WARN: [db-use-after-close]
}

// The connection's message after its owner was reset.
void messageAfterResetBad(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  const char *Why = PQerrorMessage(Conn.get());
  Conn.reset();                    // NOTE: "releases"
  std::fprintf(stderr, "%s", Why); // WARN: [db-use-after-close] "'fprintf'"
}

// Destroyed by swapping with an empty one in a block.
int swappedAwayBad(PGresult *Raw) {
  ResultPtr Res(Raw);
  {
    ResultPtr Other;
    Res.swap(Other);
  } // NOTE: "releases"
  return PQntuples(Raw); // WARN: [db-use-after-close]
}

//===--- Right ---===//

// The owner ends at the scope's end, once.
int onceOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  return PQntuples(Res.get());
}

// release() and a release by hand.
void releasedOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  PQclear(Res.release());
}

// Moving leaves null behind.
int movedOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  ResultPtr Other = std::move(Res);
  return PQntuples(Other.get()) + PQntuples(Res.get());
}

// The text lives on with its new owner.
void textMovedAlongOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
  const char *Name = PQgetvalue(Res.get(), 0, 0);
  ResultPtr Other = std::move(Res);
  std::puts(Name);
}

// Reset to a new connection, asked for that one.
int resetToNewOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  Conn.reset(PQconnectdb(Dsn));
  return PQstatus(Conn.get()) == CONNECTION_OK;
}

// Reset, then null: null may be asked.
int resetThenNullOk(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  Conn.reset();
  return PQstatus(Conn.get()) == CONNECTION_OK;
}

// Another owner is left: the shared result is still there.
int sharedStillThereOk(PGconn *Conn) {
  std::shared_ptr<PGresult> Res(PQexec(Conn, "SELECT 1"), PQclear);
  std::shared_ptr<PGresult> Other = Res;
  PGresult *Raw = Res.get();
  Res.reset();
  return PQntuples(Raw);
}

// Owners in a vector end with it.
int vectorOk(PGconn *Conn) {
  std::vector<ResultPtr> All;
  for (int I = 0; I < 3; ++I)
    All.push_back(ResultPtr(PQexec(Conn, "SELECT 1")));
  return PQntuples(All.front().get());
}

// Raw connections in a vector, each closed once.
void rawVectorOk(std::vector<PGconn *> &Conns) {
  for (PGconn *Conn : Conns)
    PQfinish(Conn);
  Conns.clear();
}

// The entry goes from the map with its connection.
void eraseOk(std::map<std::string, PGconn *> &Pool, const std::string &Name) {
  const auto It = Pool.find(Name);
  if (It == Pool.end())
    return;
  PQfinish(It->second);
  Pool.erase(It);
}

// An optional statement, emptied and filled anew.
int optionalAgainOk(sqlite3_stmt *First, sqlite3_stmt *Second) {
  std::optional<StmtPtr> Stmt;
  Stmt.emplace(First);
  Stmt.reset();
  Stmt.emplace(Second);
  return sqlite3_step(Stmt->get());
}

// Swapped: each owner ends with the other's.
int swappedOk(PGresult *A, PGresult *B) {
  ResultPtr First(A), Second(B);
  std::swap(First, Second);
  return PQntuples(A) + PQntuples(B);
}

// Taken with std::exchange.
void exchangedOk(PGconn *&Slot) {
  PQfinish(std::exchange(Slot, nullptr));
  PQfinish(Slot);
}

// A pair from a function, unpacked.
static std::pair<ConnPtr, ResultPtr> query(const char *Dsn) {
  ConnPtr Conn(PQconnectdb(Dsn));
  ResultPtr Res(PQexec(Conn.get(), "SELECT 1"));
  return {std::move(Conn), std::move(Res)};
}

int unpackedOk(const char *Dsn) {
  auto [Conn, Res] = query(Dsn);
  return PQstatus(Conn.get()) == CONNECTION_OK ? PQntuples(Res.get()) : -1;
}

// A template that takes any owner.
template <typename Owner>
static auto raw(Owner &O) { return O.get(); }

int templateOk(sqlite3_stmt *Stmt) {
  StmtPtr Owner(Stmt);
  return sqlite3_step(raw(Owner));
}

// The factory's failure path ends the owner, the success path gives it away.
static ResultPtr checked(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT 1"));
  if (PQresultStatus(Res.get()) != PGRES_TUPLES_OK)
    return nullptr;
  return Res;
}

std::string factoryOk(PGconn *Conn) {
  ResultPtr Res = checked(Conn);
  if (!Res)
    return PQerrorMessage(Conn);
  return PQgetvalue(Res.get(), 0, 0);
}
