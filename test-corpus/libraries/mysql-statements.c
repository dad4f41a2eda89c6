// RUN: %check_dbtidy %s
// Prepared statements of the client library, and its calls that do not block.
#include "mariadb_dyncol.h"
#include "mariadb_rpl.h"
#include "mysql.h"

#include <string.h>

void note(const char *Format, ...);
int waitFor(MYSQL *Conn, int Events);

int insertBad(MYSQL *Conn, MYSQL_BIND *Bind) {
  const char *Sql = "INSERT INTO t VALUES (?)";
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn); // WARN: [db-result-leak] "prepared statement"
  if (!Stmt)
    return -1;
  if (mysql_stmt_prepare(Stmt, Sql, strlen(Sql))) {
    note("%s", mysql_stmt_error(Stmt));
    return -1;
  }
  if (mysql_stmt_bind_param(Stmt, Bind) || mysql_stmt_execute(Stmt)) {
    mysql_stmt_close(Stmt);
    return -1;
  }
  return mysql_stmt_close(Stmt);
}
int insertOk(MYSQL *Conn, MYSQL_BIND *Bind) {
  const char *Sql = "INSERT INTO t VALUES (?)";
  int Status = -1;
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  if (!Stmt)
    return -1;
  if (mysql_stmt_prepare(Stmt, Sql, strlen(Sql)) || mysql_stmt_bind_param(Stmt, Bind) ||
      mysql_stmt_execute(Stmt))
    note("%s", mysql_stmt_error(Stmt));
  else
    Status = 0;
  return mysql_stmt_close(Stmt) ? -1 : Status;
}

// The metadata is a result of its own.
int columnsBad(MYSQL_STMT *Stmt) {
  MYSQL_RES *Meta =
      mysql_stmt_result_metadata(Stmt); // WARN: [db-result-leak] "query result"
  if (!Meta)
    return 0;
  if (mysql_stmt_execute(Stmt))
    return -1;
  int Count = (int)mysql_num_fields(Meta);
  mysql_free_result(Meta);
  return Count;
}
int columnsOk(MYSQL *Conn, MYSQL_BIND *Bind) {
  int Rows = -1;
  MYSQL_RES *Meta = NULL;
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  if (!Stmt)
    return -1;
  if (mysql_stmt_prepare(Stmt, "SELECT a FROM t", 15))
    goto out;
  if (!(Meta = mysql_stmt_result_metadata(Stmt)))
    goto out;
  if (mysql_num_fields(Meta) != 1 || mysql_stmt_execute(Stmt) ||
      mysql_stmt_bind_result(Stmt, Bind))
    goto out;
  for (Rows = 0;; ++Rows) {
    int Status = mysql_stmt_fetch(Stmt);
    if (Status == MYSQL_NO_DATA)
      break;
    if (Status != 0 && Status != MYSQL_DATA_TRUNCATED) {
      Rows = -1;
      break;
    }
  }
  mysql_stmt_free_result(Stmt);
out:
  if (Meta)
    mysql_free_result(Meta);
  mysql_stmt_close(Stmt);
  return Rows;
}

void closedBad(MYSQL_STMT *Stmt) {
  if (mysql_stmt_close(Stmt))
    note("%s", mysql_stmt_error(Stmt)); // WARN: [db-use-after-close]
}

// The statement outlives the connection and stays owed.
int orphanBad(MYSQL *Conn) {
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn); // WARN: [db-result-leak]
  if (!Stmt)
    return -1;
  if (mysql_stmt_prepare(Stmt, "DO 1", 4)) {
    mysql_stmt_close(Stmt);
    return -1;
  }
  mysql_close(Conn);
  return 0;
}
int orphanOk(MYSQL *Conn) {
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  mysql_close(Conn);
  if (Stmt)
    mysql_stmt_close(Stmt);
  return 0;
}

// The result is there when the call says that it has nothing to wait for.
int startedBad(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  int Events = mysql_store_result_start(&Res, Conn); // WARN: [db-result-leak]
  while (Events)
    Events = mysql_store_result_cont(&Res, Conn,
                                     waitFor(Conn, Events)); // WARN@-1: [db-result-leak]
  if (!Res)
    return -1;
  return (int)mysql_num_rows(Res);
}
int startedOk(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  MYSQL_ROW Row;
  int Rows = 0, Error;
  int Events = mysql_query_start(&Error, Conn, "SELECT 1");
  while (Events)
    Events = mysql_query_cont(&Error, Conn, waitFor(Conn, Events));
  if (Error)
    return -1;
  Events = mysql_store_result_start(&Res, Conn);
  while (Events)
    Events = mysql_store_result_cont(&Res, Conn, waitFor(Conn, Events));
  if (!Res)
    return -1;
  while ((Row = mysql_fetch_row(Res)))
    Rows += Row[0] != NULL;
  Events = mysql_free_result_start(Res);
  while (Events)
    Events = mysql_free_result_cont(Res, waitFor(Conn, Events));
  return Rows;
}
void closingOk(void) {
  MYSQL *Done, *Conn = mysql_init(NULL);
  if (!Conn)
    return;
  mysql_options(Conn, MYSQL_OPT_NONBLOCK, 0);
  int Events = mysql_real_connect_start(&Done, Conn, "db", "u", "p", NULL, 0, NULL, 0);
  while (Events)
    Events = mysql_real_connect_cont(&Done, Conn, waitFor(Conn, Events));
  Events = mysql_close_start(Conn);
  while (Events)
    Events = mysql_close_cont(Conn, waitFor(Conn, Events));
}

// Called again until it is complete.
int polledOk(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  MYSQL_ROW Row;
  int Rows = 0;
  enum net_async_status Status;
  while ((Status = mysql_real_query_nonblocking(Conn, "SELECT 1", 8)) ==
         NET_ASYNC_NOT_READY)
    continue;
  if (Status == NET_ASYNC_ERROR)
    return -1;
  while ((Status = mysql_store_result_nonblocking(Conn, &Res)) == NET_ASYNC_NOT_READY)
    continue;
  if (Status == NET_ASYNC_ERROR || !Res)
    return -1;
  while (mysql_fetch_row_nonblocking(Res, &Row) != NET_ASYNC_ERROR && Row)
    ++Rows;
  while (mysql_free_result_nonblocking(Res) != NET_ASYNC_COMPLETE)
    continue;
  return Rows;
}
int polledBad(MYSQL *Conn) {
  MYSQL_RES *Res = NULL;
  enum net_async_status Status;
  while ((Status = mysql_store_result_nonblocking(Conn, &Res)) ==
         NET_ASYNC_NOT_READY) // WARN@-1: [db-result-leak]
    continue;
  if (Status == NET_ASYNC_ERROR || !Res)
    return -1;
  return (int)mysql_num_fields(Res);
}

int eventsBad(MYSQL *Conn) {
  MARIADB_RPL *Rpl =
      mariadb_rpl_init(Conn); // WARN: [db-result-leak] "replication handle"
  if (!Rpl)
    return -1;
  mariadb_rpl_optionsv(Rpl, MARIADB_RPL_START, 4UL);
  if (mariadb_rpl_open(Rpl)) {
    note("%s", mariadb_rpl_error(Rpl));
    return -1;
  }
  mariadb_rpl_close(Rpl);
  return 0;
}
// An event is used again for the next one, and freed where there is none.
int eventsOk(MYSQL *Conn) {
  int Count = 0;
  MARIADB_RPL_EVENT *Event = NULL;
  MARIADB_RPL *Rpl = mariadb_rpl_init(Conn);
  if (!Rpl)
    return -1;
  if (mariadb_rpl_open(Rpl) == 0)
    while ((Event = mariadb_rpl_fetch(Rpl, Event)) != NULL)
      ++Count;
  mariadb_free_rpl_event(Event);
  mariadb_rpl_close(Rpl);
  return Count;
}

void packedBad(unsigned int *Numbers, DYNAMIC_COLUMN_VALUE *Values) {
  DYNAMIC_COLUMN Packed;
  if (mariadb_dyncol_create_many_num(&Packed, 2, Numbers, Values, 1) ==
      ER_DYNCOL_OK) // WARN@-1: [db-result-leak]
    note("%u bytes", (unsigned)Packed.length);
}
void packedOk(unsigned int *Numbers, DYNAMIC_COLUMN_VALUE *Values) {
  DYNAMIC_COLUMN Packed;
  if (mariadb_dyncol_create_many_num(&Packed, 2, Numbers, Values, 1) == ER_DYNCOL_OK) {
    note("%u bytes", (unsigned)Packed.length);
    mariadb_dyncol_free(&Packed);
  }
}
