// RUN: %check_dbtidy %s
// XFAIL: *
// What is not followed yet in programs that use the client library of MySQL and MariaDB.
#include "mysql.h"

#include <stdlib.h>

void note(const char *Format, ...);

//===--- An object of the program's own -----------------------------------===//
// A transaction of an object is not followed: its address is no handle.
struct Session {
  MYSQL Conn;
  int Rows;
};
int memberBad(struct Session *S) {
  if (mysql_query(&S->Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(&S->Conn, "DELETE FROM a"))
    return -1;
  S->Rows = (int)mysql_affected_rows(&S->Conn);
  return mysql_commit(&S->Conn);
}

//===--- A result that is the argument ------------------------------------===//
// mysql_real_connect() gives back the address of an object, or null: two ways that are
// joined before the next line asks.

int renamedObjectOk(const char *Host) {
  MYSQL Object;
  mysql_init(&Object);
  MYSQL *Conn = mysql_real_connect(&Object, Host, NULL, NULL, NULL, 0, NULL, 0);
  if (!Conn) {
    mysql_close(&Object);
    return -1;
  }
  mysql_close(Conn);
  return 0;
}
int renamedClosedBad(const char *Host) {
  MYSQL *Handle = mysql_init(NULL);
  if (!Handle)
    return -1;
  MYSQL *Conn = mysql_real_connect(Handle, Host, NULL, NULL, NULL, 0, NULL, 0);
  mysql_close(Handle);
  return Conn ? mysql_query(Conn, "DO 1") : -1; // WARN: [db-use-after-close]
}

//===--- Transactions -----------------------------------------------------===//

// A transaction that ends on failure of the call that begins it does not reach the
// caller.
static int quiet(MYSQL *Conn) { return mysql_autocommit(Conn, 0); }
int quietBad(MYSQL *Conn) {
  if (quiet(Conn)) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(Conn, "DELETE FROM a"))
    return -1;
  return mysql_commit(Conn);
}

//===--- Results ----------------------------------------------------------===//
// What mysql_field_count() and mysql_errno() say of the result: a rule could tell it, by
//   "implies": [{ "if": "mysql_field_count(1) == 0", "then": "return == 0" }]
// but of an object's address, which is no handle, the engine takes the condition as met.
