// RUN: %check_dbtidy %s
// Strings, streams and exceptions made of a text that has ended, or just in time.
#include "libpq-fe.h"
#include "sqlite3.h"
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

struct Clear {
  void operator()(PGresult *Res) const { PQclear(Res); }
};
using ResultPtr = std::unique_ptr<PGresult, Clear>;

//===--- Too late ---===//

// Copied, but after the end.
std::string convertedBad(PGresult *Res) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  return Name;  // WARN: [db-use-after-close] "belonged to a query result"
}

// Named and braced.
std::size_t bracedBad(PGresult *Res) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);              // NOTE: "releases"
  const std::string S{Name}; // WARN: [db-use-after-close]
  return S.size();
}

// Put together.
std::string concatenatedBad(PGconn *Conn) {
  const std::string Where = "host ";
  const char *Host = PQhost(Conn);
  PQfinish(Conn);      // NOTE: "releases the database connection"
  return Where + Host; // WARN: [db-use-after-close] "'std::operator+'"
}

// Appended.
std::string appendedBad(sqlite3_stmt *Stmt) {
  std::string Out = "name: ";
  const char *Name = sqlite3_column_name(Stmt, 0);
  sqlite3_finalize(Stmt); // NOTE: "releases"
  Out += Name;            // WARN: [db-use-after-close]
  return Out;
}

// Assigned.
void assignedBad(PGresult *Res, std::string &Out) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res); // NOTE: "releases"
  Out = Name;   // WARN: [db-use-after-close]
}

// Written to a stream.
void streamedBad(PGresult *Res) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);              // NOTE: "releases"
  std::cout << Name << '\n'; // WARN: [db-use-after-close] "'std::operator<<'"
}

// The message of a closed connection, asked for in the stream's expression.
void askedInStreamBad(PGconn *Conn) {
  PQfinish(Conn);                                           // NOTE: "releases"
  std::cerr << "connect: " << PQerrorMessage(Conn) << '\n'; // WARN: [db-use-after-close] "'PQerrorMessage'"
}

// Into a vector of strings.
void pushedBad(PGresult *Res, std::vector<std::string> &Names) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);          // NOTE: "releases"
  Names.push_back(Name); // WARN: [db-use-after-close]
}

// A number made of it.
int numberBad(PGresult *Res) {
  const char *Count = PQgetvalue(Res, 0, 0);
  PQclear(Res);            // NOTE: "releases"
  return std::stoi(Count); // WARN: [db-use-after-close]
}

// Compared.
bool comparedBad(PGresult *Res, const std::string &Wanted) {
  const char *Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);          // NOTE: "releases"
  return Wanted == Name; // WARN: [db-use-after-close]
}

//===--- In time ---===//

// Copied first.
std::string convertedOk(PGresult *Res) {
  std::string Name = PQgetvalue(Res, 0, 0);
  PQclear(Res);
  return Name;
}

// The returned string is made before the owner ends.
std::string ownerEndsLastOk(PGconn *Conn) {
  ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
  return PQntuples(Res.get()) ? PQgetvalue(Res.get(), 0, 0) : "";
}

// All rows as strings.
std::vector<std::string> allOk(PGconn *Conn) {
  std::vector<std::string> Names;
  PGresult *Res = PQexec(Conn, "SELECT name FROM job");
  for (int I = 0; I < PQntuples(Res); ++I)
    Names.emplace_back(PQgetvalue(Res, I, 0));
  PQclear(Res);
  return Names;
}

// A map from name to number.
std::map<std::string, int> mapOk(sqlite3_stmt *Stmt) {
  std::map<std::string, int> Out;
  while (sqlite3_step(Stmt) == SQLITE_ROW)
    Out[reinterpret_cast<const char *>(sqlite3_column_text(Stmt, 0))] = sqlite3_column_int(Stmt, 1);
  sqlite3_finalize(Stmt);
  return Out;
}

// Streamed while the row is there; the stream's text is its own.
std::string streamedOk(PGconn *Conn) {
  std::ostringstream Out;
  ResultPtr Res(PQexec(Conn, "SELECT name FROM job"));
  Out << PQgetvalue(Res.get(), 0, 0);
  Res.reset();
  return Out.str();
}

// The pointer that a string of one's own gives has nothing to do with the result.
void ownTextOk(PGresult *Res) {
  const std::string Name = PQgetvalue(Res, 0, 0);
  const char *Text = Name.c_str();
  PQclear(Res);
  std::cout << Text;
}

// A pair of copies.
std::pair<std::string, std::string> pairOk(PGresult *Res) {
  std::pair<std::string, std::string> Out(PQgetvalue(Res, 0, 0), PQgetvalue(Res, 0, 1));
  PQclear(Res);
  return Out;
}
