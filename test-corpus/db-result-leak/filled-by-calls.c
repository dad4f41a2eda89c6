// RUN: %check_dbtidy %s
// What a call of the library puts into a variable that its rule says nothing of is not what was
// there before: counts, flags, a callback's data, the rest of the text.
#include "libpq-fe.h"
#include "sqlite3.h"

#include <stddef.h>

int remember(void *Data, int Columns, char **Values, char **Names);

int countedBad(sqlite3 *Db) {
  char **Table;
  int Rows = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, NULL) != SQLITE_OK) // WARN: [db-result-leak]
    return -1;
  if (Rows)
    return Rows;
  sqlite3_free_table(Table);
  return 0;
}

int countedOk(sqlite3 *Db) {
  char **Table;
  int Rows = 0;
  if (sqlite3_get_table(Db, "SELECT 1", &Table, &Rows, NULL, NULL) != SQLITE_OK)
    return -1;
  sqlite3_free_table(Table);
  if (Rows)
    return Rows;
  return 0;
}

void foundByCallbackBad(sqlite3 *Db) {
  int Found = 0;
  sqlite3_stmt *Stmt = NULL;
  sqlite3_exec(Db, "SELECT 1", remember, &Found, NULL);
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, NULL); // WARN: [db-result-leak]
  if (Found)
    return;
  sqlite3_finalize(Stmt);
}

void restOfTextBad(sqlite3 *Db, const char *Sql) {
  const char *Rest = NULL;
  sqlite3_stmt *Stmt = NULL;
  if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, &Rest)) // WARN: [db-result-leak]
    return;
  if (Rest)
    return;
  sqlite3_finalize(Stmt);
}

int escapedBad(PGconn *Conn, const char *Name) {
  char Quoted[64];
  int Error = 0;
  PGresult *Res = PQexec(Conn, "SELECT 1"); // WARN: [db-result-leak]
  PQescapeStringConn(Conn, Quoted, Name, 16, &Error);
  if (Error)
    return -1;
  PQclear(Res);
  return 0;
}

// The flag of the library's call is the one that is asked.
int escapedOk(PGconn *Conn, const char *Name) {
  char Quoted[64];
  int Error = 0;
  PQescapeStringConn(Conn, Quoted, Name, 16, &Error);
  PGresult *Res = Error ? NULL : PQexec(Conn, "SELECT 1");
  if (!Error)
    PQclear(Res);
  return Error;
}
