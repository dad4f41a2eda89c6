// RUN: %check_dbtidy %s
// Transactions by the text of sqlite3_exec, in one function: the ways to leave one open,
// and the ways to end it.
#include "sqlite3.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static int addReading(sqlite3 *Db) {
  return sqlite3_exec(Db, "INSERT INTO Reading VALUES (1)", NULL, NULL, NULL);
}

// An early return because a statement failed.
int earlyReturnBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db) != SQLITE_OK) // NOTE: "assuming 'addReading(Db)' is not SQLITE_OK"
    return -1;                     // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The exit has nothing to do with the database.
int unrelatedReturnBad(sqlite3 *Db, const char *Name) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  char *Copy = strdup(Name);
  if (!Copy)
    return -1; // NOTE: "returns with the transaction open"
  addReading(Db);
  free(Copy);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// "Nothing to do" is an exit, too.
int nothingToDoBad(sqlite3 *Db, int Count) {
  sqlite3_exec(Db, "BEGIN IMMEDIATE", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (Count == 0)
    return 0; // NOTE: "returns with the transaction open"
  for (int I = 0; I < Count; I++)
    addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Count;
}

// The first failure rolls back, the second was forgotten.
int secondFailureBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  if (sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  return sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ? 0 : -2;
}

// The error branch closes with nothing: it only leaves the block.
int elseBad(sqlite3 *Db, int *Stored) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  if (Rc != SQLITE_OK)
    return Rc;
  Rc = addReading(Db);
  if (Rc == SQLITE_OK) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    *Stored += 1;
  } else {
    *Stored = 0;
  }
  return Rc;
}

// One case of a switch returns past the end.
int switchBad(sqlite3 *Db, int Kind) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  switch (Kind) {
  case 0:
    addReading(Db);
    break;
  case 1:
    break;
  default:
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The end is inside one case only.
void endInOneCaseBad(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  switch (addReading(Db)) {
  case SQLITE_OK:
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    break;
  case SQLITE_CONSTRAINT:
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    break;
  default:
    break;
  }
}

// The work of one connection is ended on another.
int wrongConnectionBad(sqlite3 *Main, sqlite3 *Archive) {
  if (sqlite3_exec(Main, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (addReading(Main) != SQLITE_OK) {
    sqlite3_exec(Archive, "ROLLBACK", NULL, NULL, NULL);
    return -1; // NOTE: "returns with the transaction open"
  }
  sqlite3_exec(Main, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Two connections, each with its own transaction: the second failing leaves the first.
int twoConnectionsBad(sqlite3 *From, sqlite3 *To) {
  if (sqlite3_exec(From, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) // WARN: [db-transaction-leak]
    return -1;
  if (sqlite3_exec(To, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  addReading(To);
  sqlite3_exec(To, "COMMIT", NULL, NULL, NULL);
  sqlite3_exec(From, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A read transaction is one: it holds the snapshot, and the log grows meanwhile.
int readOnlyBad(sqlite3 *Db, int *Found) {
  sqlite3_exec(Db, "BEGIN DEFERRED", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  char **Rows = NULL;
  int Count = 0;
  if (sqlite3_get_table(Db, "SELECT Id FROM Reading", &Rows, &Count, NULL, NULL))
    return -1; // NOTE: "returns with the transaction open"
  *Found = Count;
  sqlite3_free_table(Rows);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Ended under a condition that is not the one it was begun under.
void otherConditionBad(sqlite3 *Db, int Batch, int Verbose) {
  if (Batch)
    sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL); // WARN: [db-transaction-leak]
  addReading(Db);
  if (Verbose)
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
}

// A && chain stops in the middle: what was begun stays.
int andChainBad(sqlite3 *Db) {
  const int Done =
      sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK && // WARN: [db-transaction-leak]
      addReading(Db) == SQLITE_OK &&
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  return Done;
}

// The same with ||, where the failure is the truth.
int orChainBad(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK || // WARN: [db-transaction-leak]
      addReading(Db) != SQLITE_OK)
    return -1; // NOTE: "returns with the transaction open"
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// Every exit ends it.
int everyExitOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  return 0;
}

// A BEGIN that failed has begun nothing; the status is used as a truth value.
int failedBeginOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL))
    return -1;
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// The status goes through a variable, and a switch asks for it.
int failedBeginSwitchOk(sqlite3 *Db) {
  const int Rc = sqlite3_exec(Db, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
  switch (Rc) {
  case SQLITE_OK:
    break;
  case SQLITE_BUSY:
    return 1;
  default:
    return -1;
  }
  addReading(Db);
  sqlite3_exec(Db, "END", NULL, NULL, NULL);
  return 0;
}

// One exit, and both ways to end before it.
int singleExitOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc == SQLITE_OK) {
    Rc = addReading(Db);
    if (Rc == SQLITE_OK)
      Rc = sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    if (Rc != SQLITE_OK)
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  }
  return Rc;
}

// Which of the two is a matter of ?:, as two calls.
int conditionalEndOk(sqlite3 *Db) {
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  const int Rc = addReading(Db);
  return Rc == SQLITE_OK ? sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL)
                         : sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
}

// Which of the two is a matter of ?:, as the text of one call.
int conditionalTextOk(sqlite3 *Db, int Count) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (Count == 0) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    return 0;
  }
  const int Ok = addReading(Db) == SQLITE_OK;
  sqlite3_exec(Db, Ok ? "COMMIT" : "ROLLBACK", NULL, NULL, NULL);
  if (!Ok)
    return -1;
  return 0;
}

// The text to end with is kept in a variable.
int textInVariableOk(sqlite3 *Db, int Count) {
  const char *End = "ROLLBACK";
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (Count == 0) {
    sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
    return 0;
  }
  if (addReading(Db) == SQLITE_OK)
    End = "COMMIT";
  sqlite3_exec(Db, End, NULL, NULL, NULL);
  return 0;
}

// Returns come before the transaction, too.
int beforeOk(sqlite3 *Db, int Count) {
  if (Count == 0)
    return 0;
  sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  addReading(Db);
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return Count;
}

// Two connections, each ended on every exit.
int twoConnectionsOk(sqlite3 *From, sqlite3 *To) {
  if (sqlite3_exec(From, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_exec(To, "BEGIN", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_exec(From, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  if (addReading(To) != SQLITE_OK) {
    sqlite3_exec(To, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_exec(From, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(To, "COMMIT", NULL, NULL, NULL);
  sqlite3_exec(From, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// An alias of the connection ends what was begun on it.
int aliasOk(sqlite3 *Db) {
  sqlite3 *Writer = Db;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Writer) != SQLITE_OK) {
    sqlite3_exec(Writer, "ROLLBACK", NULL, NULL, NULL);
    return -1;
  }
  sqlite3_exec(Writer, "COMMIT", NULL, NULL, NULL);
  return 0;
}

// A && chain whose failure rolls back whatever was reached.
int andChainOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
      addReading(Db) == SQLITE_OK &&
      sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return 0;
  sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return -1;
}

// The statuses are collected.
int collectedOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  Rc |= addReading(Db);
  Rc |= addReading(Db);
  if (Rc == SQLITE_OK)
    Rc |= sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// A comma in a macro, which is a value.
#define FAILED(Db) (sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL), -1)

int commaOk(sqlite3 *Db) {
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  if (addReading(Db) != SQLITE_OK)
    return FAILED(Db);
  if (sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    return FAILED(Db);
  return 0;
}

// GNU's ?: goes on only if all is well.
int elvisOk(sqlite3 *Db) {
  int Rc = sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    return Rc;
  Rc = addReading(Db) ?: sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  if (Rc != SQLITE_OK)
    sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
  return Rc;
}

// No transaction at all: every statement commits by itself.
int autocommitOk(sqlite3 *Db) {
  if (addReading(Db) != SQLITE_OK)
    return -1;
  return sqlite3_exec(Db, "DELETE FROM Stale", NULL, NULL, NULL);
}
