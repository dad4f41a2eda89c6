// RUN: %check_dbtidy %s
// Which text does what to a transaction: both dialects, however it is written.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>

static int exec(sqlite3 *Db) {
  return sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL);
}

static int busy(PGconn *Conn) {
  PGresult *Res = PQexec(Conn, "UPDATE job SET busy = true");
  const int Ok = PQresultStatus(Res) == PGRES_COMMAND_OK;
  PQclear(Res);
  return !Ok;
}

#define SQL_BEGIN "BEGIN"
#define SQL_COMMIT "COMMIT"
#define SQL_ROLLBACK "ROLLBACK"

static const char BeginText[] = "BEGIN IMMEDIATE TRANSACTION";

static const char *const EndTexts[] = {"ROLLBACK", "COMMIT"};

static const struct {
  const char *Begin, *Commit, *Rollback;
} Sql = {"BEGIN", "COMMIT", "ROLLBACK"};

// In lower case, with a semicolon.
int lowerCaseBad(sqlite3 *Db) {
  sqlite3_exec(Db, "begin;", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, "commit;", NULL, NULL, NULL);
  return 0;
}

// After a comment and a line break.
int commentBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "-- take a job\n/* alone */ BEGIN WORK")); // WARN: [db-transaction-leak]
  if (busy(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT WORK"));
  return 0;
}

// From string literals side by side.
int literalsBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN " // WARN: [db-transaction-leak]
                       "ISOLATION LEVEL REPEATABLE READ "
                       "READ ONLY"));
  if (busy(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// From macros.
int macroBad(sqlite3 *Db) {
  sqlite3_exec(Db, SQL_BEGIN, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, SQL_COMMIT, NULL, NULL, NULL);
  return 0;
}

// From a local variable.
int localTextBad(sqlite3 *Db) {
  const char *Text = "BEGIN EXCLUSIVE";
  sqlite3_exec(Db, Text, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  Text = "COMMIT";
  sqlite3_exec(Db, Text, NULL, NULL, NULL);
  return 0;
}

// Either text begins one.
int eitherBad(sqlite3 *Db, int Exclusive) {
  const char *Text = Exclusive ? "BEGIN EXCLUSIVE" : "BEGIN";
  sqlite3_exec(Db, Text, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (exec(Db))
    return -1;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The begin comes together with the first statement.
int withFirstStatementBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN; LOCK TABLE job IN EXCLUSIVE MODE")); // WARN: [db-transaction-leak]
  if (busy(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// AND CHAIN ends one transaction and begins the next.
int chainBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (busy(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK"));
    return -1;
  }
  PQclear(PQexec(Conn, "COMMIT AND CHAIN"));
  if (busy(Conn))
    return -1;
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// ROLLBACK TO ends nothing.
int rollbackToBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  PQclear(PQexec(Conn, "SAVEPOINT before"));
  if (busy(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK TO SAVEPOINT before"));
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// COMMIT PREPARED is of another transaction.
int commitPreparedBad(PGconn *Conn) {
  PQclear(PQexec(Conn, "BEGIN")); // WARN: [db-transaction-leak]
  if (busy(Conn)) {
    PQclear(PQexec(Conn, "ROLLBACK PREPARED 'job'"));
    return -1; // NOTE: "returns with the transaction open"
  }
  PQclear(PQexec(Conn, "COMMIT"));
  return 0;
}

// However it is written, it ends.
int writtenOk(sqlite3 *Db) {
  sqlite3_exec(Db, "  Begin Deferred Transaction ;", NULL, NULL, NULL);
  if (exec(Db)) {
    sqlite3_exec(Db, "\n  rollback transaction; -- nothing stays", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, "/* done */ end transaction", NULL, NULL, NULL);
  return 0;
}

// From macros, ended.
int macroOk(sqlite3 *Db) {
  sqlite3_exec(Db, SQL_BEGIN ";", NULL, NULL, NULL);
  if (exec(Db)) {
    sqlite3_exec(Db, SQL_ROLLBACK ";", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, SQL_COMMIT ";", NULL, NULL, NULL);
  return 0;
}

// The end is picked from a constant table by an unknown index: which text it is, and that
// each of them ends the transaction, is not followed.
int FP_picked(sqlite3 *Db, int Count) {
  sqlite3_exec(Db, BeginText, NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (Count == 0) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    return 0;
  }
  const int Ok = !exec(Db);
  sqlite3_exec(Db, EndTexts[Ok], NULL, NULL, NULL);
  if (!Ok)
    return -1;
  return 0;
}

// From the fields of a constant table, ended.
int tableOk(sqlite3 *Db) {
  sqlite3_exec(Db, Sql.Begin, NULL, NULL, NULL);
  if (exec(Db)) {
    sqlite3_exec(Db, Sql.Rollback, NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Db, Sql.Commit, NULL, NULL, NULL);
  return 0;
}

// The commit comes together with the last statement.
int withLastStatementOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  exec(Db);
  sqlite3_exec(Db, "DELETE FROM Old; COMMIT", NULL, NULL, NULL);
  return 0;
}

// A script whose failure is rolled back.
int scriptOk(sqlite3 *Db) {
  const char *Script = "BEGIN; INSERT INTO Job VALUES (1); DELETE FROM Stale; COMMIT;";
  const int Rc = sqlite3_exec(Db, Script, NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// The BEGIN of a trigger's body begins no transaction.
int triggerOk(sqlite3 *Db) {
  const char *Text = "CREATE TRIGGER Seen AFTER INSERT ON Job BEGIN "
                     "UPDATE Total SET N = N + 1; END";
  if (sqlite3_exec(Db, Text, NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(Db, "END", NULL, NULL, NULL) != SQLITE_OK)
    return -2;
  return 0;
}

// Nor does that of a DO block or function.
int blockOk(PGconn *Conn, int Really) {
  PQclear(PQexec(Conn, "DO $$ BEGIN PERFORM refresh(); END $$"));
  if (!Really)
    return 0;
  PQclear(PQexec(Conn, "COMMIT"));
  return 1;
}

// A word in a string or a name is none.
int wordOk(sqlite3 *Db, int Really) {
  sqlite3_exec(Db, "INSERT INTO \"BEGIN\" VALUES ('BEGIN')", NULL, NULL, NULL);
  if (!Really)
    return 0;
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 1;
}

// COMMIT AND CHAIN for every batch, and an end.
int chainOk(PGconn *Conn, int Batches) {
  PQclear(PQexec(Conn, "BEGIN"));
  for (int I = 0; I < Batches; I++) {
    if (busy(Conn)) {
      PQclear(PQexec(Conn, "ROLLBACK"));
      return -1;
    }
    PQclear(PQexec(Conn, "COMMIT AND CHAIN"));
  }
  PQclear(PQexec(Conn, "COMMIT AND NO CHAIN"));
  return 0;
}
