// RUN: %check_dbtidy %s
// Exceptions past an open transaction.
#include "sqlite3.h"

#include <stdexcept>

class DbError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

int parse(const char *Text) {
  if (*Text < '0' || *Text > '9')
    throw std::invalid_argument("no number");
  return *Text - '0';
}

// The handler throws on before it rolls back.
void translatedBad(sqlite3 *Db, const char *Text) {
  sqlite3_exec(Db, "BEGIN", nullptr, nullptr, nullptr); // WARN: [db-transaction-leak]
  try {
    parse(Text);
  } catch (const std::invalid_argument &) {
    throw DbError("bad text"); // NOTE: "an exception leaves with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", nullptr, nullptr, nullptr);
}
