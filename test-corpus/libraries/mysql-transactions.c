// RUN: %check_dbtidy %s
// Transactions by the calls and by the text of the client library.
#include "errmsg.h"
#include "mysql.h"
#include "mysqld_error.h"

#include <stddef.h>
#include <string.h>

void note(const char *Format, ...);
int enough(const char *Balance);

int transferBad(MYSQL *Conn) {
  if (mysql_autocommit(Conn, 0)) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(Conn, "UPDATE a SET x = x - 1"))
    return -1;
  if (mysql_query(Conn, "UPDATE b SET x = x + 1")) {
    mysql_rollback(Conn);
    mysql_autocommit(Conn, 1);
    return -1;
  }
  mysql_commit(Conn);
  mysql_autocommit(Conn, 1);
  return 0;
}
int transferOk(MYSQL *Conn) {
  int Failed;
  if (mysql_autocommit(Conn, 0))
    return -1;
  Failed = mysql_query(Conn, "UPDATE a SET x = x - 1");
  if (!Failed)
    Failed = mysql_query(Conn, "UPDATE b SET x = x + 1");
  if (Failed)
    mysql_rollback(Conn);
  else
    Failed = mysql_commit(Conn);
  mysql_autocommit(Conn, 1);
  return Failed ? -1 : 0;
}
// Switching back commits what is open.
int switchedOk(MYSQL *Conn) {
  if (mysql_autocommit(Conn, 0))
    return -1;
  int Failed = mysql_query(Conn, "DELETE FROM a");
  mysql_autocommit(Conn, 1);
  return Failed;
}
// A connection that is handed out without autocommit is not a transaction left open.
MYSQL *sessionOk(const char *Host) {
  MYSQL *Conn = mysql_init(NULL);
  if (!Conn)
    return NULL;
  if (!mysql_real_connect(Conn, Host, NULL, NULL, NULL, 0, NULL, 0) ||
      mysql_autocommit(Conn, 0)) {
    mysql_close(Conn);
    return NULL;
  }
  return Conn;
}

int textBad(MYSQL *Conn) {
  if (mysql_query(Conn, "START TRANSACTION")) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(Conn, "INSERT INTO a VALUES (1)")) {
    note("%s", mysql_error(Conn));
    return -1;
  }
  mysql_query(Conn, "COMMIT");
  return 0;
}
int textOk(MYSQL *Conn) {
  static const char Begin[] = "BEGIN WORK";
  if (mysql_real_query(Conn, Begin, sizeof(Begin) - 1))
    return -1;
  if (mysql_query(Conn, "INSERT INTO a VALUES (1)")) {
    note("%s", mysql_error(Conn));
    mysql_query(Conn, "ROLLBACK");
    return -1;
  }
  mysql_commit(Conn);
  return 0;
}

// A query under a lock: the row decides.
int chargeBad(MYSQL *Conn) {
  MYSQL_RES *Res;
  MYSQL_ROW Row;
  if (mysql_query(Conn, "START TRANSACTION")) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(Conn, "SELECT x FROM a FOR UPDATE") ||
      !(Res = mysql_store_result(Conn))) {
    mysql_query(Conn, "ROLLBACK");
    return -1;
  }
  Row = mysql_fetch_row(Res);
  if (!Row || !enough(Row[0])) {
    mysql_free_result(Res);
    return 1;
  }
  mysql_free_result(Res);
  return mysql_query(Conn, "UPDATE a SET x = 0") ? mysql_query(Conn, "ROLLBACK")
                                                 : mysql_query(Conn, "COMMIT");
}
int chargeOk(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  MYSQL_ROW Row;
  int Status = -1;
  if (mysql_query(Conn, "START TRANSACTION"))
    return -1;
  if (mysql_query(Conn, "SELECT x FROM a FOR UPDATE") ||
      !(Res = mysql_store_result(Conn)))
    goto out;
  Row = mysql_fetch_row(Res);
  if (!Row || !enough(Row[0])) {
    Status = 1;
    goto out;
  }
  if (mysql_query(Conn, "UPDATE a SET x = 0"))
    goto out;
  Status = 0;
out:
  mysql_free_result(Res);
  mysql_query(Conn, Status == 0 ? "COMMIT" : "ROLLBACK");
  return Status;
}

// After a deadlock or a lost connection the server has rolled back.
int retriedOk(MYSQL *Conn) {
  for (int Try = 0; Try < 3; ++Try) {
    if (mysql_query(Conn, "BEGIN"))
      return -1;
    if (mysql_query(Conn, "UPDATE a SET x = 1") == 0)
      return mysql_commit(Conn);
    if (mysql_errno(Conn) == ER_LOCK_DEADLOCK)
      continue;
    if (mysql_errno(Conn) == CR_SERVER_GONE_ERROR)
      return -1;
    mysql_rollback(Conn);
    return -1;
  }
  return -1;
}
// A lock wait that times out ends the statement only.
int timedOutBad(MYSQL *Conn) {
  if (mysql_query(Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return -1;
  if (mysql_query(Conn, "UPDATE a SET x = 1")) {
    if (mysql_errno(Conn) == ER_LOCK_WAIT_TIMEOUT)
      return 1;
    mysql_rollback(Conn);
    return -1;
  }
  return mysql_commit(Conn);
}
int resetOk(MYSQL *Conn) {
  if (mysql_query(Conn, "BEGIN"))
    return -1;
  if (mysql_query(Conn, "UPDATE a SET x = 1")) {
    if (mysql_reset_connection(Conn))
      mysql_close(Conn);
    return -1;
  }
  return mysql_commit(Conn);
}
void closedOk(MYSQL *Conn) {
  if (mysql_query(Conn, "BEGIN"))
    return;
  mysql_query(Conn, "UPDATE a SET x = 1");
  mysql_close(Conn);
}

// Helpers with a name for it.
static int begin(MYSQL *Conn) { return mysql_query(Conn, "START TRANSACTION"); }
static int finish(MYSQL *Conn, int Failed) {
  return Failed ? mysql_rollback(Conn) : mysql_commit(Conn);
}
int helpedBad(MYSQL *Conn, const char *Name) {
  if (begin(Conn)) // WARN: [db-transaction-leak]
    return -1;
  if (!Name)
    return -1;
  return finish(Conn, mysql_query(Conn, Name));
}
int helpedOk(MYSQL *Conn, const char *Name) {
  if (!Name || begin(Conn))
    return -1;
  return finish(Conn, mysql_query(Conn, Name));
}

// Back to a savepoint is not the end.
int savepointBad(MYSQL *Conn) {
  if (mysql_query(Conn, "BEGIN")) // WARN: [db-transaction-leak]
    return -1;
  mysql_query(Conn, "SAVEPOINT s");
  if (mysql_query(Conn, "UPDATE a SET x = 1")) {
    mysql_query(Conn, "ROLLBACK TO SAVEPOINT s");
    return -1;
  }
  return mysql_commit(Conn);
}

int preparedBad(MYSQL *Conn) {
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  if (!Stmt)
    return -1;
  if (mysql_stmt_prepare(Stmt, "BEGIN", 5) ||
      mysql_stmt_execute(Stmt)) { // WARN: [db-transaction-leak]
    mysql_stmt_close(Stmt);
    return -1;
  }
  mysql_stmt_close(Stmt);
  if (mysql_query(Conn, "UPDATE a SET x = 1"))
    return -1;
  return mysql_commit(Conn);
}
