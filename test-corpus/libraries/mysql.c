// RUN: %check_dbtidy %s
// Connections, results and prepared statements of MySQL's and MariaDB's client library,
// as services use them.
#include "mysql.h"
#include "errmsg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Settings {
  const char *Host, *User, *Password, *Database;
  unsigned int Port;
};
void note(const char *Format, ...);

//===--- Connections ------------------------------------------------------===//

// Where the connection cannot be made, the handle is owed all the same.
MYSQL *openBad(const struct Settings *S) {
  MYSQL *Conn = mysql_init(NULL); // WARN: [db-connection-leak] "database connection"
  if (!Conn)
    return NULL;
  if (!mysql_real_connect(Conn, S->Host, S->User, S->Password, S->Database, S->Port, NULL,
                          0)) {
    note("cannot connect: %s", mysql_error(Conn));
    return NULL;
  }
  return Conn;
}
MYSQL *openOk(const struct Settings *S) {
  MYSQL *Conn = mysql_init(NULL);
  unsigned int Timeout = 5;
  if (!Conn)
    return NULL;
  mysql_options(Conn, MYSQL_OPT_CONNECT_TIMEOUT, &Timeout);
  if (!mysql_real_connect(Conn, S->Host, S->User, S->Password, S->Database, S->Port, NULL,
                          0)) {
    note("cannot connect: %s", mysql_error(Conn));
    mysql_close(Conn);
    return NULL;
  }
  return Conn;
}

// The handle of mysql_init is lost where nothing else has it.
MYSQL *nestedBad(const struct Settings *S) {
  return mysql_real_connect(mysql_init(NULL), S->Host, S->User, S->Password, NULL, 0,
                            NULL, 0); // WARN@-1: [db-connection-leak]
}

int retriesBad(const struct Settings *S) {
  MYSQL *Conn = NULL;
  for (int Try = 0; Try < 3; ++Try) {
    Conn = mysql_init(NULL); // WARN: [db-connection-leak] "overwritten"
    if (Conn && mysql_real_connect(Conn, S->Host, S->User, S->Password, NULL, 0, NULL, 0))
      break;
  }
  if (!Conn)
    return -1;
  mysql_close(Conn);
  return 0;
}
int retriesOk(const struct Settings *S) {
  MYSQL *Conn = NULL;
  for (int Try = 0; Try < 3; ++Try) {
    mysql_close(Conn);
    Conn = mysql_init(NULL);
    if (Conn && mysql_real_connect(Conn, S->Host, S->User, S->Password, NULL, 0, NULL, 0))
      break;
  }
  mysql_close(Conn);
  return Conn != NULL;
}

// Two connections and one way out.
int copyOk(const struct Settings *From, const struct Settings *To) {
  int Status = -1;
  MYSQL *In = NULL, *Out = NULL;
  MYSQL_RES *Res = NULL;
  In = openOk(From);
  if (!In)
    goto out;
  Out = openOk(To);
  if (!Out)
    goto out;
  if (mysql_query(In, "SELECT a FROM t"))
    goto out;
  Res = mysql_use_result(In);
  if (!Res)
    goto out;
  Status = 0;
out:
  mysql_free_result(Res);
  mysql_close(Out);
  mysql_close(In);
  return Status;
}
int copyBad(const struct Settings *From, const struct Settings *To) {
  MYSQL *In = openOk(From); // WARN: [db-connection-leak]
  if (!In)
    return -1;
  MYSQL *Out = openOk(To);
  if (!Out)
    return -1;
  mysql_close(Out);
  mysql_close(In);
  return 0;
}

// What the handle says of itself is gone with it.
int reasonBad(MYSQL *Conn) {
  mysql_close(Conn);
  note("closed: %s", mysql_error(Conn)); // WARN: [db-use-after-close]
  return -1;
}
void textBad(MYSQL *Conn) {
  const char *Why = mysql_error(Conn);
  mysql_close(Conn);
  note("closed: %s", Why); // WARN: [db-use-after-close]
}
void textOk(MYSQL *Conn) {
  const char *Why = mysql_error(Conn);
  note("closing: %s", Why);
  mysql_close(Conn);
}
void twiceBad(MYSQL *Conn) {
  if (mysql_ping(Conn))
    mysql_close(Conn);
  mysql_close(Conn); // WARN: [db-use-after-close]
}

// Kept in an object, closed by its owner.
struct Store {
  MYSQL *Conn;
  MYSQL_STMT *Insert;
};
void storeClose(struct Store *S) {
  if (S->Insert)
    mysql_stmt_close(S->Insert);
  S->Insert = NULL;
  mysql_close(S->Conn);
  S->Conn = NULL;
}
int storeOpenOk(struct Store *S, const struct Settings *Set) {
  S->Insert = NULL;
  S->Conn = openOk(Set);
  if (!S->Conn)
    return -1;
  S->Insert = mysql_stmt_init(S->Conn);
  if (!S->Insert || mysql_stmt_prepare(S->Insert, "INSERT INTO t VALUES (?)", 24)) {
    storeClose(S);
    return -1;
  }
  return 0;
}
struct Store *storeNewBad(const struct Settings *Set) {
  struct Store *S = calloc(1, sizeof *S);
  if (!S)
    return NULL;
  S->Conn = openOk(Set); // WARN: [db-connection-leak]
  if (!S->Conn) {
    free(S);
    return NULL;
  }
  S->Insert = mysql_stmt_init(S->Conn);
  if (!S->Insert) {
    free(S);
    return NULL;
  }
  return S;
}

//===--- Results ----------------------------------------------------------===//

int countBad(MYSQL *Conn) {
  if (mysql_query(Conn, "SELECT COUNT(*) FROM t"))
    return -1;
  MYSQL_RES *Res = mysql_store_result(Conn); // WARN: [db-result-leak]
  if (!Res)
    return -1;
  MYSQL_ROW Row = mysql_fetch_row(Res);
  if (!Row || !Row[0])
    return -1;
  int Count = atoi(Row[0]);
  mysql_free_result(Res);
  return Count;
}
int rowsBad(MYSQL *Conn) {
  if (mysql_query(Conn, "SHOW TABLES"))
    return -1;
  return (int)mysql_num_rows(
      mysql_store_result(Conn)); // WARN: [db-result-leak] "thrown away"
}
int conditionBad(MYSQL *Conn) {
  MYSQL_RES *Res;
  if (mysql_query(Conn, "SHOW VARIABLES LIKE 'x'") == 0 &&
      (Res = mysql_store_result(Conn)) && // WARN: [db-result-leak]
      mysql_num_rows(Res) == 1) {
    mysql_free_result(Res);
    return 1;
  }
  return 0;
}
int conditionOk(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  int Found = 0;
  if (mysql_query(Conn, "SHOW VARIABLES LIKE 'x'") == 0 &&
      (Res = mysql_store_result(Conn)) && mysql_num_rows(Res) == 1)
    Found = 1;
  mysql_free_result(Res);
  return Found;
}

// A query inside the loop over another's rows, in the same variable.
int innerBad(MYSQL *Conn) {
  MYSQL_ROW Row;
  int Sum = 0;
  if (mysql_query(Conn, "SELECT a FROM t"))
    return -1;
  MYSQL_RES *Res = mysql_store_result(Conn); // WARN: [db-result-leak] "overwritten"
  while ((Row = mysql_fetch_row(Res)) != NULL) {
    if (mysql_query(Conn, "SELECT b FROM u") == 0) {
      Res = mysql_store_result(Conn); // WARN: [db-result-leak] "overwritten"
      Sum += Res != NULL;
    }
  }
  mysql_free_result(Res);
  return Sum;
}
int innerOk(MYSQL *Conn) {
  MYSQL_ROW Row;
  int Sum = 0;
  if (mysql_query(Conn, "SELECT a FROM t"))
    return -1;
  MYSQL_RES *Res = mysql_store_result(Conn);
  while ((Row = mysql_fetch_row(Res)) != NULL) {
    if (mysql_query(Conn, Row[0]) == 0) {
      MYSQL_RES *Inner = mysql_store_result(Conn);
      Sum += Inner ? (int)mysql_num_rows(Inner) : 0;
      mysql_free_result(Inner);
    }
  }
  mysql_free_result(Res);
  return Sum;
}

// The loop of the manual: statements without rows give no result.
int manyOk(MYSQL *Conn, const char *Script) {
  int Status = mysql_query(Conn, Script);
  if (Status)
    return -1;
  do {
    MYSQL_RES *Res = mysql_store_result(Conn);
    if (Res) {
      note("%u columns", mysql_num_fields(Res));
      mysql_free_result(Res);
    } else if (mysql_field_count(Conn) == 0) {
      note("%llu rows", mysql_affected_rows(Conn));
    } else {
      note("%s", mysql_error(Conn));
      break;
    }
    if ((Status = mysql_next_result(Conn)) > 0)
      note("%s", mysql_error(Conn));
  } while (Status == 0);
  return Status;
}
int manyBad(MYSQL *Conn, const char *Script) {
  if (mysql_query(Conn, Script))
    return -1;
  do {
    MYSQL_RES *Res = mysql_store_result(Conn); // WARN: [db-result-leak]
    if (!Res)
      continue;
    if (mysql_num_rows(Res) > 100)
      return 1;
    mysql_free_result(Res);
  } while (mysql_next_result(Conn) == 0);
  return 0;
}
void drainOk(MYSQL *Conn) {
  while (mysql_more_results(Conn) && mysql_next_result(Conn) == 0)
    mysql_free_result(mysql_store_result(Conn));
}

// An out-parameter is the caller's only where it says so.
static int ask(MYSQL *Conn, const char *Sql, MYSQL_RES **Out) {
  *Out = NULL;
  if (mysql_real_query(Conn, Sql, strlen(Sql))) {
    note("%s: %s", Sql, mysql_error(Conn));
    return mysql_errno(Conn) == CR_SERVER_GONE_ERROR ? 2 : 1;
  }
  *Out = mysql_store_result(Conn);
  if (!*Out && mysql_field_count(Conn) != 0)
    return 1;
  return 0;
}
int askedBad(MYSQL *Conn) {
  MYSQL_RES *Res;
  if (ask(Conn, "SELECT a, b FROM t", &Res)) // WARN: [db-result-leak]
    return -1;
  if (!Res)
    return 0;
  if (mysql_num_fields(Res) != 2)
    return -2;
  mysql_free_result(Res);
  return 1;
}
int askedOk(MYSQL *Conn) {
  MYSQL_RES *Res;
  if (ask(Conn, "DELETE FROM t", &Res) != 0)
    return -1;
  if (Res)
    mysql_free_result(Res);
  return 0;
}

// Rows, fields and lengths are parts of their result.
char *firstBad(MYSQL_RES *Res) {
  MYSQL_ROW Row = mysql_fetch_row(Res);
  mysql_free_result(Res);
  return Row ? strdup(Row[0]) : NULL; // WARN: [db-use-after-close]
}
char *firstOk(MYSQL_RES *Res) {
  MYSQL_ROW Row = mysql_fetch_row(Res);
  char *Text = Row && Row[0] ? strdup(Row[0]) : NULL;
  mysql_free_result(Res);
  return Text;
}
unsigned long columnBad(MYSQL *Conn) {
  MYSQL_RES *Res = mysql_list_fields(Conn, "t", NULL);
  if (!Res)
    return 0;
  MYSQL_FIELD *Field = mysql_fetch_field_direct(Res, 0);
  mysql_free_result(Res);
  return Field->max_length; // WARN: [db-use-after-close]
}

// A stored result does not need its connection.
int storedOk(const struct Settings *S) {
  MYSQL *Conn = openOk(S);
  MYSQL_RES *Res = NULL;
  int Rows = 0;
  if (!Conn)
    return -1;
  if (!mysql_query(Conn, "SELECT 1"))
    Res = mysql_store_result(Conn);
  mysql_close(Conn);
  if (!Res)
    return -1;
  while (mysql_fetch_row(Res))
    ++Rows;
  mysql_free_result(Res);
  return Rows;
}
