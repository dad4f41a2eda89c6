// RUN: %check_dbtidy %s
// Scope guards, lambdas and what they know of the handle.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>

void logLine(const char *Text);

// A scope guard as every second project writes it.
template <typename Fn>
class Guard {
public:
  explicit Guard(Fn Run) : Run(std::move(Run)) {}
  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;
  ~Guard() {
    if (Armed)
      Run();
  }
  void dismiss() { Armed = false; }

private:
  Fn Run;
  bool Armed = true;
};

//===--- Wrong ---===//

// The guard clears what was cleared by hand.
void guardAndHandBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  std::printf("%d\n", PQntuples(Res));
  PQclear(Res); // NOTE: "releases"
} // WARN: [db-use-after-close]

// The early way out clears by hand, with the guard still armed.
int earlyWayBad(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([Res] { PQclear(Res); });
  if (PQresultStatus(Res) != PGRES_TUPLES_OK) {
    PQclear(Res); // NOTE: "releases"
    return -1;    // WARN: [db-use-after-close]
  }
  return PQntuples(Res);
}

// The lambda clears, the caller asks.
int lambdaClearsBad(PGresult *Res) {
  const auto Clear = [&] { PQclear(Res); };
  Clear();               // NOTE: "releases"
  return PQntuples(Res); // WARN: [db-use-after-close] "'PQntuples'"
}

// Called twice.
void lambdaTwiceBad(PGresult *Res) {
  const auto Clear = [=] { PQclear(Res); };
  Clear(); // NOTE: "releases"
  Clear(); // WARN: [db-use-after-close]
}

// The lambda gets the handle as an argument.
int lambdaArgumentBad(PGconn *Conn) {
  const auto Close = [](PGconn *C) { PQfinish(C); };
  Close(Conn);           // NOTE: "releases"
  return PQsocket(Conn); // WARN: [db-use-after-close]
}

// The guard's block ends before the text is read.
void guardEndsBad(PGconn *Conn) {
  const char *Name = nullptr;
  {
    PGresult *Res = PQexec(Conn, "SELECT name FROM job");
    Guard Clear([&] { PQclear(Res); });
    Name = PQgetvalue(Res, 0, 0);
  } // NOTE: "releases"
  logLine(Name); // WARN: [db-use-after-close] "'logLine'"
}

// Two guards for one statement.
void twoGuardsBad(sqlite3_stmt *Stmt) {
  Guard First([&] { sqlite3_finalize(Stmt); });
  Guard Second([&] { sqlite3_finalize(Stmt); });
  sqlite3_step(Stmt);
} // NOTE: "releases" // WARN: [db-use-after-close]

// A unique_ptr with a lambda for a deleter, and a release by hand.
void lambdaDeleterBad(PGconn *Conn) {
  const auto Clear = [](PGresult *R) { PQclear(R); };
  std::unique_ptr<PGresult, decltype(Clear)> Res(PQexec(Conn, "SELECT 1"), Clear);
  PQclear(Res.get()); // NOTE: "releases"
} // WARN: [db-use-after-close]

//===--- Right ---===//

// The guard alone clears.
int guardOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return -1;
  return PQntuples(Res);
}

// Dismissed, it leaves the handle to the caller.
PGresult *dismissedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return nullptr;
  Clear.dismiss();
  return Res;
}

// Dismissed before the release by hand.
int dismissedByHandOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  const int Rows = PQntuples(Res);
  Clear.dismiss();
  PQclear(Res);
  return Rows;
}

// The guard sees the variable, which is null by then.
void forgottenOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  PQclear(Res);
  Res = nullptr;
}

// The guard sees the variable, which has a new result by then.
int replacedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  PQclear(Res);
  Res = PQexec(Conn, "SELECT 2");
  return PQntuples(Res);
}

// One lambda for all ways out, called once on each.
int lambdaOnEachWayOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT 1");
  const auto Fail = [&](int Code) {
    PQclear(Res);
    return Code;
  };
  if (PQresultStatus(Res) != PGRES_TUPLES_OK)
    return Fail(-1);
  if (PQntuples(Res) == 0)
    return Fail(-2);
  PQclear(Res);
  return 0;
}

// The lambda clears and forgets.
void lambdaForgetsOk(PGresult *Res) {
  const auto Clear = [&Res] {
    PQclear(Res);
    Res = nullptr;
  };
  Clear();
  Clear();
}

// The lambda that releases is made, not called.
int notCalledOk(PGresult *Res) {
  const auto Clear = [&] { PQclear(Res); };
  const int Rows = PQntuples(Res);
  Clear();
  return Rows;
}

// Guards end in the opposite order: the result first, then its connection.
int orderOk(const char *Dsn) {
  PGconn *Conn = PQconnectdb(Dsn);
  Guard Close([&] { PQfinish(Conn); });
  PGresult *Res = PQexec(Conn, "SELECT 1");
  Guard Clear([&] { PQclear(Res); });
  return PQntuples(Res);
}

// The text is copied while the guard's block lasts.
std::string copiedOk(PGconn *Conn) {
  std::string Name;
  {
    PGresult *Res = PQexec(Conn, "SELECT name FROM job");
    Guard Clear([&] { PQclear(Res); });
    Name = PQgetvalue(Res, 0, 0);
  }
  return Name;
}

// The returned text is made before the guard runs.
std::string returnedOk(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  Guard Clear([&] { PQclear(Res); });
  return PQgetvalue(Res, 0, 0);
}
