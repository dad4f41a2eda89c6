#include "store.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace roster {

namespace {

struct ClearResult {
  void operator()(PGresult *result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

Result query(PGconn *conn, const char *sql, const std::vector<const char *> &values) {
  return Result(PQexecParams(conn, sql, static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0));
}

void complain(const char *what, PGconn *conn) { std::fprintf(stderr, "roster: %s: %s", what, PQerrorMessage(conn)); }

} // namespace

PGconn *connectTo(const std::string &dsn) {
  PGconn *conn = PQconnectdb(dsn.c_str());
  if (PQstatus(conn) != CONNECTION_OK) {
    complain("cannot connect", conn);
    return nullptr;
  }
  PGresult *result = PQexec(conn, "SET statement_timeout = '10s'");
  if (PQresultStatus(result) != PGRES_COMMAND_OK) {
    complain("cannot set the timeout", conn);
    PQclear(result);
    PQfinish(conn);
    return nullptr;
  }
  PQclear(result);
  return conn;
}

bool Store::run(const char *sql, const std::vector<const char *> &values) {
  const Result result = query(conn, sql, values);
  if (PQresultStatus(result.get()) == PGRES_COMMAND_OK)
    return true;
  complain(sql, conn);
  return false;
}

bool Store::add(const Duty &duty) {
  const std::string from = std::to_string(duty.from);
  const std::string to = std::to_string(duty.to);
  return run("INSERT INTO duty (person, unit, day, start_minute, end_minute) VALUES ($1, $2, $3, $4, $5)",
             {duty.person.c_str(), duty.unit.c_str(), duty.day.c_str(), from.c_str(), to.c_str()});
}

std::vector<Duty> Store::dutiesOn(const std::string &day) {
  std::vector<Duty> duties;
  const Result result =
      query(conn,
            "SELECT id, person, unit, day, start_minute, end_minute FROM duty "
            "WHERE day = $1 ORDER BY start_minute",
            {day.c_str()});
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    complain("cannot read the duties", conn);
    return duties;
  }
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    Duty duty;
    duty.id = std::atol(PQgetvalue(result.get(), row, 0));
    duty.person = PQgetvalue(result.get(), row, 1);
    duty.unit = PQgetvalue(result.get(), row, 2);
    duty.day = PQgetvalue(result.get(), row, 3);
    duty.from = std::atoi(PQgetvalue(result.get(), row, 4));
    duty.to = std::atoi(PQgetvalue(result.get(), row, 5));
    duties.push_back(duty);
  }
  return duties;
}

std::map<std::string, int> Store::minutesByUnit(const std::vector<std::string> &units, const std::string &day) {
  std::map<std::string, int> minutes;
  for (const std::string &unit : units) {
    const char *values[] = {unit.c_str(), day.c_str()};
    PGresult *result =
        PQexecParams(conn, "SELECT sum(end_minute - start_minute) FROM duty WHERE unit = $1 AND day = $2", 2, nullptr,
                     values, nullptr, nullptr, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
      complain("cannot add up the minutes", conn);
      PQclear(result);
      break;
    }
    if (PQgetisnull(result, 0, 0)) // nobody is on duty
      continue;
    minutes[unit] = std::atoi(PQgetvalue(result, 0, 0));
    PQclear(result);
  }
  return minutes;
}

bool Store::isConfirmed(long id) {
  const std::string number = std::to_string(id);
  const Result result = query(conn, "SELECT confirmed FROM duty WHERE id = $1", {number.c_str()});
  return PQresultStatus(result.get()) == PGRES_TUPLES_OK && PQntuples(result.get()) == 1 &&
         std::strcmp(PQgetvalue(result.get(), 0, 0), "t") == 0;
}

bool Store::swap(long first, long second) {
  const std::string one = std::to_string(first);
  const std::string other = std::to_string(second);
  if (!run("BEGIN"))
    return false;
  if (isConfirmed(first) || isConfirmed(second)) {
    std::fprintf(stderr, "roster: a confirmed duty cannot be swapped\n");
    return false;
  }
  const bool swapped = run("UPDATE duty AS mine SET person = theirs.person FROM duty AS theirs "
                           "WHERE (mine.id = $1 AND theirs.id = $2) OR (mine.id = $2 AND theirs.id = $1)",
                           {one.c_str(), other.c_str()});
  if (!swapped || !run("COMMIT")) {
    run("ROLLBACK");
    return false;
  }
  return true;
}

bool Store::forgetBefore(const std::string &day) {
  const Result result = query(conn, "DELETE FROM duty WHERE day < $1", {day.c_str()});
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
    complain("cannot remove old duties", conn);
    return false;
  }
  return std::atol(PQcmdTuples(result.get())) > 0;
}

} // namespace roster
