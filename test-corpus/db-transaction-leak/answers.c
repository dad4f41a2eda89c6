// RUN: %check_dbtidy %s
// A COMMIT that was refused leaves the transaction open: the program asked, and did nothing.

#include "sqlite3.h"

#include <stddef.h>

void log_error(const char *Text);

void askedBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
  }
}
void loggedBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  int Status = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  int Kept = Status;
  if (Kept != SQLITE_OK)
    log_error(sqlite3_errmsg(Db));
}
void rolledBackOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
}

// Through a helper that says whether it went well.
static int run(sqlite3 *Db, const char *Sql) {
  return sqlite3_exec(Db, Sql, NULL, NULL, NULL) == SQLITE_OK;
}
void helperBad(sqlite3 *Db) {
  run(Db, "BEGIN"); // WARN: [db-transaction-leak]
  if (!run(Db, "COMMIT")) {
  }
}
void helperOk(sqlite3 *Db) {
  run(Db, "BEGIN");
  if (!run(Db, "COMMIT"))
    run(Db, "ROLLBACK");
}
