//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of MariaDB's or
// MySQL's client library: every call of api.json is made with values of the types that
// its entry assumes, and every constant is compared with the header's. Never run. What
// only one of the two libraries has stands under HAS_MARIADB or HAS_MYSQL.
//
// Real headers: pkg-config libmariadb
//
//===----------------------------------------------------------------------===//
#include "mysql.h"

#include "errmsg.h"
#include "mysqld_error.h"

#include <stddef.h>

#ifdef DBTIDY_RULES_MYSQL_H // the mock has everything
#define HAS_MARIADB 1
#define HAS_MYSQL 1
#elif defined(MARIADB_BASE_VERSION)
#define HAS_MARIADB 1
#else
#define HAS_MYSQL 1
#endif

#ifdef HAS_MARIADB
typedef unsigned char uchar;
typedef unsigned int uint;
#include "mariadb_dyncol.h"
#include "mariadb_rpl.h"
#endif

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((int)(Name) == (Value), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((int)(Name) == (Value), #Name)
#endif

NUMBER(MYSQL_NO_DATA, 100);
NUMBER(MYSQL_DATA_TRUNCATED, 101);

#ifdef HAS_MARIADB
NUMBER(MYSQL_WAIT_READ, 1);
NUMBER(MYSQL_WAIT_WRITE, 2);
NUMBER(MYSQL_WAIT_EXCEPT, 4);
NUMBER(MYSQL_WAIT_TIMEOUT, 8);
NUMBER(ER_DYNCOL_OK, 0);
#endif

#ifdef HAS_MYSQL
NUMBER(NET_ASYNC_COMPLETE, 0);
NUMBER(NET_ASYNC_NOT_READY, 1);
NUMBER(NET_ASYNC_ERROR, 2);
NUMBER(NET_ASYNC_COMPLETE_NO_MORE_RESULTS, 3);
#endif

NUMBER(CR_UNKNOWN_ERROR, 2000);
NUMBER(CR_SOCKET_CREATE_ERROR, 2001);
NUMBER(CR_CONNECTION_ERROR, 2002);
NUMBER(CR_SERVER_GONE_ERROR, 2006);
NUMBER(CR_OUT_OF_MEMORY, 2008);
NUMBER(CR_SERVER_LOST, 2013);
NUMBER(CR_COMMANDS_OUT_OF_SYNC, 2014);
NUMBER(CR_NO_STMT_METADATA, 2052);

NUMBER(ER_DUP_ENTRY, 1062);
NUMBER(ER_LOCK_WAIT_TIMEOUT, 1205);
NUMBER(ER_LOCK_DEADLOCK, 1213);

void connections(const char *Text, unsigned long Flags) {
  MYSQL Object;
  const void *Inside;
  MYSQL *Conn = mysql_init(NULL);
  MYSQL *Same = mysql_init(&Object);
  Inside = Object.extension;
  Same = mysql_real_connect(Conn, Text, Text, Text, Text, 3306, Text, Flags);
  mysql_close(&Object);
  mysql_close(Conn);
  mysql_close(NULL);
  (void)Inside;
  (void)Same;
}

int settings(MYSQL *Conn, const char *Text, void *Value) {
  int Failed = mysql_options(Conn, MYSQL_OPT_CONNECT_TIMEOUT, Value);
  Failed |= mysql_options4(Conn, MYSQL_INIT_COMMAND, Text, Text);
  Failed |= mysql_get_option(Conn, MYSQL_OPT_CONNECT_TIMEOUT, Value);
  (void)mysql_ssl_set(Conn, Text, Text, Text, Text, Text);
  Failed |= mysql_change_user(Conn, Text, Text, Text);
  Failed |= mysql_reset_connection(Conn);
  Failed |= mysql_ping(Conn);
  Failed |= mysql_select_db(Conn, Text);
  Failed |= mysql_set_character_set(Conn, Text);
  Failed |= mysql_set_server_option(Conn, MYSQL_OPTION_MULTI_STATEMENTS_ON);
  Failed |= mysql_refresh(Conn, 1);
  Failed |= mysql_kill(Conn, 1UL);
  Failed |= mysql_shutdown(Conn, SHUTDOWN_DEFAULT);
  Failed |= mysql_dump_debug_info(Conn);
#ifdef HAS_MARIADB
  Failed |= mysql_optionsv(Conn, MYSQL_OPT_CONNECT_TIMEOUT, Value);
  Failed |= mysql_get_optionv(Conn, MYSQL_OPT_CONNECT_TIMEOUT, Value);
  Failed |= mariadb_reconnect(Conn);
#endif
#ifdef HAS_MYSQL
  (void)mysql_real_connect_dns_srv(Conn, Text, Text, Text, Text, 0UL);
#endif
  return Failed;
}

unsigned long long states(MYSQL *Conn, MY_CHARSET_INFO *Charset) {
  const char *Text;
  const char *Tracked;
  size_t Length;
  unsigned long long Sum = mysql_errno(Conn);
  Text = mysql_error(Conn);
  Text = mysql_sqlstate(Conn);
  Text = mysql_character_set_name(Conn);
  Text = mysql_get_server_info(Conn);
  Text = mysql_get_host_info(Conn);
  Text = mysql_get_ssl_cipher(Conn);
  Text = mysql_info(Conn);
  Text = mysql_stat(Conn);
  mysql_get_character_set_info(Conn, Charset);
  Sum += mysql_field_count(Conn);
  Sum += mysql_affected_rows(Conn);
  Sum += mysql_insert_id(Conn);
  Sum += mysql_warning_count(Conn);
  Sum += (unsigned long long)mysql_more_results(Conn);
  Sum += mysql_thread_id(Conn);
  Sum += mysql_get_server_version(Conn);
  Sum += mysql_get_proto_info(Conn);
  Sum += (unsigned)mysql_session_track_get_first(Conn, SESSION_TRACK_SCHEMA, &Tracked,
                                                 &Length);
  Sum += (unsigned)mysql_session_track_get_next(Conn, SESSION_TRACK_SCHEMA, &Tracked,
                                                &Length);
#ifdef HAS_MARIADB
  Sum += (unsigned long long)mysql_get_socket(Conn);
  Sum += mysql_get_timeout_value(Conn);
  Sum += mysql_get_timeout_value_ms(Conn);
  Sum += (unsigned long long)mariadb_connection(Conn);
#endif
#ifdef HAS_MYSQL
  {
    unsigned int Size;
    void *Session = mysql_get_ssl_session_data(Conn, 0, &Size);
    Sum += (unsigned long long)mysql_free_ssl_session_data(Conn, Session);
  }
#endif
  (void)Text;
  return Sum;
}

int transactions(MYSQL *Conn) {
  int Failed = mysql_autocommit(Conn, 0);
  Failed |= mysql_commit(Conn);
  Failed |= mysql_rollback(Conn);
  return Failed;
}

int queries(MYSQL *Conn, const char *Sql, unsigned long Length, char *To) {
  int Failed = mysql_query(Conn, Sql);
  Failed |= mysql_real_query(Conn, Sql, Length);
#if defined(HAS_MARIADB)
  Failed |= mysql_send_query(Conn, Sql, Length);
#else
  (void)mysql_send_query(Conn, Sql, Length);
#endif
  Failed |= mysql_read_query_result(Conn);
  Failed |= mysql_next_result(Conn);
  (void)mysql_real_escape_string(Conn, To, Sql, Length);
  (void)mysql_hex_string(To, Sql, Length);
  (void)mysql_escape_string(To, Sql, Length);
#ifdef HAS_MYSQL
  (void)mysql_real_escape_string_quote(Conn, To, Sql, Length, '\'');
#endif
  return Failed;
}

unsigned long long results(MYSQL *Conn, const char *Text) {
  MYSQL_RES *Res;
  MYSQL_ROW Row;
  MYSQL_FIELD *Field;
  MYSQL_ROW_OFFSET At;
  unsigned long *Lengths;
  unsigned long long Sum;
  Res = mysql_use_result(Conn);
  mysql_free_result(Res);
  Res = mysql_list_tables(Conn, Text);
  mysql_free_result(Res);
  Res = mysql_list_fields(Conn, Text, Text);
  mysql_free_result(Res);
  Res = mysql_list_processes(Conn);
  mysql_free_result(Res);
  Res = mysql_list_dbs(Conn, Text);
  mysql_free_result(Res);
  mysql_free_result(NULL);
  Res = mysql_store_result(Conn);
  Sum = mysql_num_rows(Res);
  Sum += mysql_num_fields(Res);
  Sum += (unsigned long long)mysql_eof(Res);
  Sum += mysql_field_tell(Res);
  Row = mysql_fetch_row(Res);
  Lengths = mysql_fetch_lengths(Res);
  Field = mysql_fetch_field(Res);
  Field = mysql_fetch_fields(Res);
  Field = mysql_fetch_field_direct(Res, 0);
  At = mysql_row_tell(Res);
  At = mysql_row_seek(Res, At);
  mysql_data_seek(Res, 0);
  (void)mysql_field_seek(Res, 0);
#ifdef HAS_MARIADB
  {
    MARIADB_CONST_STRING Attribute;
    Sum +=
        (unsigned)mariadb_field_attr(&Attribute, Field, MARIADB_FIELD_ATTR_FORMAT_NAME);
  }
#endif
#ifdef HAS_MYSQL
  Sum += (unsigned long long)mysql_result_metadata(Res);
#endif
  mysql_free_result(Res);
  (void)Row;
  (void)Lengths;
  return Sum;
}

unsigned long long statements(MYSQL *Conn, const char *Sql, unsigned long Length,
                              MYSQL_BIND *Bind) {
  MYSQL_RES *Res;
  MYSQL_ROW_OFFSET At;
  const char *Text;
  unsigned long Rows = 10;
  unsigned long long Sum = 0;
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  int Failed = mysql_stmt_prepare(Stmt, Sql, Length);
  Failed |= mysql_stmt_bind_param(Stmt, Bind);
  Failed |= mysql_stmt_attr_set(Stmt, STMT_ATTR_PREFETCH_ROWS, &Rows);
  Failed |= mysql_stmt_attr_get(Stmt, STMT_ATTR_PREFETCH_ROWS, &Rows);
  Failed |= mysql_stmt_send_long_data(Stmt, 0, Sql, Length);
  Failed |= mysql_stmt_execute(Stmt);
  Res = mysql_stmt_param_metadata(Stmt);
  mysql_free_result(Res);
  Res = mysql_stmt_result_metadata(Stmt);
  mysql_free_result(Res);
  Failed |= mysql_stmt_bind_result(Stmt, Bind);
  Failed |= mysql_stmt_store_result(Stmt);
  Failed |= mysql_stmt_fetch(Stmt);
  Failed |= mysql_stmt_fetch_column(Stmt, Bind, 0, 0);
  Failed |= mysql_stmt_next_result(Stmt);
  Failed |= mysql_stmt_free_result(Stmt);
  Failed |= mysql_stmt_reset(Stmt);
  At = mysql_stmt_row_tell(Stmt);
  At = mysql_stmt_row_seek(Stmt, At);
  mysql_stmt_data_seek(Stmt, 0);
  Sum += mysql_stmt_errno(Stmt);
  Sum += mysql_stmt_field_count(Stmt);
  Sum += mysql_stmt_param_count(Stmt);
  Sum += mysql_stmt_num_rows(Stmt);
  Sum += mysql_stmt_affected_rows(Stmt);
  Sum += mysql_stmt_insert_id(Stmt);
  Text = mysql_stmt_error(Stmt);
  Text = mysql_stmt_sqlstate(Stmt);
#ifdef HAS_MARIADB
  Failed |= mariadb_stmt_execute_direct(Stmt, Sql, Length);
  Failed |= mysql_stmt_more_results(Stmt);
  Failed |= mysql_stmt_warning_count(Stmt);
  (void)mariadb_stmt_fetch_fields(Stmt);
#endif
#ifdef HAS_MYSQL
  {
    const char *Names[1] = {"id"};
    Failed |= mysql_stmt_bind_named_param(Stmt, Bind, 1, Names);
    Failed |= mysql_bind_param(Conn, 1, Bind, Names);
  }
#endif
  Failed |= mysql_stmt_close(Stmt);
  (void)At;
  (void)Text;
  return Sum + (unsigned)Failed;
}

#ifdef HAS_MARIADB
// MariaDB's pairs: *_start, then *_cont until it returns 0.
int starting(MYSQL *Conn, const char *Text, unsigned long Length) {
  MYSQL *Done;
  MYSQL_RES *Res;
  MYSQL_ROW Row;
  MYSQL_STMT *Stmt = mysql_stmt_init(Conn);
  my_bool Bad;
  int Error, Wait;
  Wait = mysql_real_connect_start(&Done, Conn, Text, Text, Text, Text, 0, Text, 0);
  Wait = mysql_real_connect_cont(&Done, Conn, Wait);
  Wait = mysql_change_user_start(&Bad, Conn, Text, Text, Text);
  Wait = mysql_change_user_cont(&Bad, Conn, Wait);
  Wait = mysql_reset_connection_start(&Error, Conn);
  Wait = mysql_reset_connection_cont(&Error, Conn, Wait);
  Wait = mysql_autocommit_start(&Bad, Conn, 0);
  Wait = mysql_autocommit_cont(&Bad, Conn, Wait);
  Wait = mysql_commit_start(&Bad, Conn);
  Wait = mysql_commit_cont(&Bad, Conn, Wait);
  Wait = mysql_rollback_start(&Bad, Conn);
  Wait = mysql_rollback_cont(&Bad, Conn, Wait);
  Wait = mysql_query_start(&Error, Conn, Text);
  Wait = mysql_query_cont(&Error, Conn, Wait);
  Wait = mysql_real_query_start(&Error, Conn, Text, Length);
  Wait = mysql_real_query_cont(&Error, Conn, Wait);
  Wait = mysql_send_query_start(&Error, Conn, Text, Length);
  Wait = mysql_send_query_cont(&Error, Conn, Wait);
  Wait = mysql_next_result_start(&Error, Conn);
  Wait = mysql_next_result_cont(&Error, Conn, Wait);
  Wait = mysql_list_fields_start(&Res, Conn, Text, Text);
  Wait = mysql_list_fields_cont(&Res, Conn, Wait);
  Wait = mysql_store_result_start(&Res, Conn);
  Wait = mysql_store_result_cont(&Res, Conn, Wait);
  Wait = mysql_fetch_row_start(&Row, Res);
  Wait = mysql_fetch_row_cont(&Row, Res, Wait);
  Wait = mysql_free_result_start(Res);
  Wait = mysql_free_result_cont(Res, Wait);
  Wait = mysql_stmt_prepare_start(&Error, Stmt, Text, Length);
  Wait = mysql_stmt_prepare_cont(&Error, Stmt, Wait);
  Wait = mysql_stmt_execute_start(&Error, Stmt);
  Wait = mysql_stmt_execute_cont(&Error, Stmt, Wait);
  Wait = mysql_stmt_close_start(&Bad, Stmt);
  Wait = mysql_stmt_close_cont(&Bad, Stmt, Wait);
  Wait = mysql_close_start(Conn);
  Wait = mysql_close_cont(Conn, Wait);
  return Wait;
}

unsigned replication(MYSQL *Conn) {
  unsigned Sum = 0;
  MARIADB_RPL *Rpl = mariadb_rpl_init_ex(Conn, MARIADB_RPL_VERSION);
  MARIADB_RPL_EVENT *Event;
  const char *Text;
  unsigned int Id = 1;
  Sum += (unsigned)mariadb_rpl_optionsv(Rpl, MARIADB_RPL_SERVER_ID, Id);
  Sum += (unsigned)mariadb_rpl_get_optionsv(Rpl, MARIADB_RPL_SERVER_ID, &Id);
  Sum += (unsigned)mariadb_rpl_open(Rpl);
  Event = mariadb_rpl_fetch(Rpl, NULL);
  Event = mariadb_rpl_fetch(Rpl, Event);
  mariadb_free_rpl_event(Event);
  Sum += mariadb_rpl_errno(Rpl);
  Text = mariadb_rpl_error(Rpl);
  mariadb_rpl_close(Rpl);
  (void)Text;
  return Sum;
}

int dynamicColumns(DYNAMIC_COLUMN *Out, unsigned int *Numbers, MYSQL_LEX_STRING *Names,
                   DYNAMIC_COLUMN_VALUE *Values) {
  const char *Inside;
  int Result = mariadb_dyncol_create_many_num(Out, 1, Numbers, Values, 1);
  Inside = Out->str;
  mariadb_dyncol_free(Out);
  Result |= mariadb_dyncol_create_many_named(Out, 1, Names, Values, 1);
  mariadb_dyncol_free(Out);
  (void)Inside;
  return Result;
}
#endif

#ifdef HAS_MYSQL
// MySQL's calls that are made again until they are complete.
int polling(MYSQL *Conn, const char *Text, unsigned long Length) {
  MYSQL_RES *Res = NULL;
  MYSQL_ROW Row;
  enum net_async_status Status;
  Status = mysql_real_connect_nonblocking(Conn, Text, Text, Text, Text, 0, Text, 0);
  Status = mysql_send_query_nonblocking(Conn, Text, Length);
  Status = mysql_real_query_nonblocking(Conn, Text, Length);
  Status = mysql_store_result_nonblocking(Conn, &Res);
  Status = mysql_fetch_row_nonblocking(Res, &Row);
  Status = mysql_free_result_nonblocking(Res);
  Status = mysql_next_result_nonblocking(Conn);
  return Status == NET_ASYNC_COMPLETE;
}
#endif

int library(MYSQL *Conn, struct st_mysql_client_plugin *Plugin,
            int (*Init)(void **, const char *, void *),
            int (*Read)(void *, char *, unsigned int), void (*End)(void *),
            int (*Error)(void *, char *, unsigned int)) {
  const char *Text;
  unsigned long Version;
  int Failed = mysql_server_init(0, NULL, NULL);
  Failed |= mysql_thread_init();
  Failed |= (int)mysql_thread_safe();
  Text = mysql_get_client_info();
  Version = mysql_get_client_version();
  mysql_debug("d:t");
  mysql_set_local_infile_handler(Conn, Init, Read, End, Error, NULL);
  mysql_set_local_infile_default(Conn);
  Plugin = mysql_client_register_plugin(Conn, Plugin);
  Plugin = mysql_client_find_plugin(Conn, "name", 2);
  Plugin = mysql_load_plugin(Conn, "name", 2, 0);
  mysql_thread_end();
  mysql_server_end();
  (void)Plugin;
  (void)Text;
  return Failed + (int)Version;
}
