//===- mysql.h - The MySQL client library as the rule file sees it -*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/mysql/api.json speaks of, so that tests need neither MySQL nor
// MariaDB. Written for dbtidy; conformance.c compiles against this file and against the
// real header, which keeps the types and the numbers here honest. Usable from C and C++.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MYSQL_H
#define DBTIDY_RULES_MYSQL_H

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef char my_bool;
typedef unsigned long long my_ulonglong;
typedef int my_socket;

#define MYSQL_NO_DATA 100
#define MYSQL_DATA_TRUNCATED 101

// What the calls of MariaDB that do not block wait for.
#define MYSQL_WAIT_READ 1
#define MYSQL_WAIT_WRITE 2
#define MYSQL_WAIT_EXCEPT 4
#define MYSQL_WAIT_TIMEOUT 8

// What the calls of MySQL that do not block return.
enum net_async_status {
  NET_ASYNC_COMPLETE = 0,
  NET_ASYNC_NOT_READY = 1,
  NET_ASYNC_ERROR = 2,
  NET_ASYNC_COMPLETE_NO_MORE_RESULTS = 3
};

#define CLIENT_FOUND_ROWS 2
#define CLIENT_COMPRESS 32
#define CLIENT_MULTI_STATEMENTS (1UL << 16)
#define CLIENT_MULTI_RESULTS (1UL << 17)

enum enum_field_types {
  MYSQL_TYPE_TINY = 1,
  MYSQL_TYPE_LONG = 3,
  MYSQL_TYPE_DOUBLE = 5,
  MYSQL_TYPE_NULL = 6,
  MYSQL_TYPE_LONGLONG = 8,
  MYSQL_TYPE_BLOB = 252,
  MYSQL_TYPE_VAR_STRING = 253,
  MYSQL_TYPE_STRING = 254
};

enum mysql_option {
  MYSQL_OPT_CONNECT_TIMEOUT = 0,
  MYSQL_OPT_COMPRESS = 1,
  MYSQL_INIT_COMMAND = 3,
  MYSQL_READ_DEFAULT_FILE = 4,
  MYSQL_READ_DEFAULT_GROUP = 5,
  MYSQL_SET_CHARSET_NAME = 7,
  MYSQL_OPT_LOCAL_INFILE = 8,
  MYSQL_OPT_READ_TIMEOUT = 11,
  MYSQL_OPT_WRITE_TIMEOUT = 12,
  MYSQL_OPT_RECONNECT = 20,
  MYSQL_OPT_NONBLOCK = 6000
};

enum enum_mysql_set_option {
  MYSQL_OPTION_MULTI_STATEMENTS_ON,
  MYSQL_OPTION_MULTI_STATEMENTS_OFF
};

enum mysql_enum_shutdown_level { SHUTDOWN_DEFAULT = 0 };

enum enum_session_state_type {
  SESSION_TRACK_SYSTEM_VARIABLES = 0,
  SESSION_TRACK_SCHEMA = 1
};

enum enum_stmt_attr_type {
  STMT_ATTR_UPDATE_MAX_LENGTH,
  STMT_ATTR_CURSOR_TYPE,
  STMT_ATTR_PREFETCH_ROWS
};

// A program may have such an object of its own: what it holds is behind `extension`.
typedef struct st_mysql {
  unsigned int server_status;
  void *extension;
} MYSQL;

typedef struct st_mysql_field {
  char *name;
  char *org_name;
  char *table;
  unsigned long length;
  unsigned long max_length;
  unsigned int flags;
  enum enum_field_types type;
} MYSQL_FIELD;

typedef struct st_mysql_res MYSQL_RES;
typedef struct st_mysql_stmt MYSQL_STMT;
typedef char **MYSQL_ROW;
typedef struct st_mysql_rows MYSQL_ROWS;
typedef MYSQL_ROWS *MYSQL_ROW_OFFSET;
typedef unsigned int MYSQL_FIELD_OFFSET;

typedef struct st_mysql_bind {
  unsigned long *length;
  my_bool *is_null;
  void *buffer;
  my_bool *error;
  unsigned long buffer_length;
  enum enum_field_types buffer_type;
  my_bool is_unsigned;
} MYSQL_BIND;

typedef struct character_set {
  unsigned int number;
  const char *csname;
} MY_CHARSET_INFO;

typedef struct st_ma_const_string {
  const char *str;
  size_t length;
} MARIADB_CONST_STRING;

enum mariadb_field_attr_t {
  MARIADB_FIELD_ATTR_DATA_TYPE_NAME = 0,
  MARIADB_FIELD_ATTR_FORMAT_NAME = 1
};

struct st_mysql_client_plugin;

// Connecting and closing.
MYSQL *mysql_init(MYSQL *Conn);
MYSQL *mysql_real_connect(MYSQL *Conn, const char *Host, const char *User,
                          const char *Password, const char *Database, unsigned int Port,
                          const char *Socket, unsigned long Flags);
MYSQL *mysql_real_connect_dns_srv(MYSQL *Conn, const char *Service, const char *User,
                                  const char *Password, const char *Database,
                                  unsigned long Flags);
my_bool mariadb_reconnect(MYSQL *Conn);
void mysql_close(MYSQL *Conn);
int mysql_options(MYSQL *Conn, enum mysql_option Option, const void *Value);
int mysql_options4(MYSQL *Conn, enum mysql_option Option, const void *Key,
                   const void *Value);
int mysql_optionsv(MYSQL *Conn, enum mysql_option Option, ...);
int mysql_get_option(MYSQL *Conn, enum mysql_option Option, void *Value);
int mysql_get_optionv(MYSQL *Conn, enum mysql_option Option, void *Value, ...);
int mysql_ssl_set(MYSQL *Conn, const char *Key, const char *Certificate,
                  const char *Authority, const char *Folder, const char *Cipher);
my_bool mysql_change_user(MYSQL *Conn, const char *User, const char *Password,
                          const char *Database);
int mysql_reset_connection(MYSQL *Conn);
int mysql_ping(MYSQL *Conn);
int mysql_select_db(MYSQL *Conn, const char *Database);
int mysql_set_character_set(MYSQL *Conn, const char *Name);
int mysql_set_server_option(MYSQL *Conn, enum enum_mysql_set_option Option);
int mysql_refresh(MYSQL *Conn, unsigned int What);
#define mysql_reload(Conn) mysql_refresh((Conn), 1)
int mysql_kill(MYSQL *Conn, unsigned long Thread);
int mysql_shutdown(MYSQL *Conn, enum mysql_enum_shutdown_level Level);
int mysql_dump_debug_info(MYSQL *Conn);

// What a connection is and how its last call went.
unsigned int mysql_errno(MYSQL *Conn);
const char *mysql_error(MYSQL *Conn);
const char *mysql_sqlstate(MYSQL *Conn);
unsigned int mysql_field_count(MYSQL *Conn);
my_ulonglong mysql_affected_rows(MYSQL *Conn);
my_ulonglong mysql_insert_id(MYSQL *Conn);
unsigned int mysql_warning_count(MYSQL *Conn);
my_bool mysql_more_results(MYSQL *Conn);
unsigned long mysql_thread_id(MYSQL *Conn);
unsigned long mysql_get_server_version(MYSQL *Conn);
unsigned int mysql_get_proto_info(MYSQL *Conn);
my_socket mysql_get_socket(MYSQL *Conn);
unsigned int mysql_get_timeout_value(const MYSQL *Conn);
unsigned int mysql_get_timeout_value_ms(const MYSQL *Conn);
my_bool mariadb_connection(MYSQL *Conn);
const char *mysql_character_set_name(MYSQL *Conn);
void mysql_get_character_set_info(MYSQL *Conn, MY_CHARSET_INFO *Info);
char *mysql_get_server_info(MYSQL *Conn);
char *mysql_get_host_info(MYSQL *Conn);
const char *mysql_get_ssl_cipher(MYSQL *Conn);
const char *mysql_info(MYSQL *Conn);
char *mysql_stat(MYSQL *Conn);
int mysql_session_track_get_first(MYSQL *Conn, enum enum_session_state_type Type,
                                  const char **Data, size_t *Length);
int mysql_session_track_get_next(MYSQL *Conn, enum enum_session_state_type Type,
                                 const char **Data, size_t *Length);
void *mysql_get_ssl_session_data(MYSQL *Conn, unsigned int Ticket, unsigned int *Length);
my_bool mysql_free_ssl_session_data(MYSQL *Conn, void *Data);

// Transactions and queries.
my_bool mysql_autocommit(MYSQL *Conn, my_bool Mode);
my_bool mysql_commit(MYSQL *Conn);
my_bool mysql_rollback(MYSQL *Conn);
int mysql_query(MYSQL *Conn, const char *Sql);
int mysql_real_query(MYSQL *Conn, const char *Sql, unsigned long Length);
int mysql_send_query(MYSQL *Conn, const char *Sql, unsigned long Length);
my_bool mysql_read_query_result(MYSQL *Conn);
int mysql_next_result(MYSQL *Conn);
unsigned long mysql_escape_string(char *To, const char *From, unsigned long Length);
unsigned long mysql_real_escape_string(MYSQL *Conn, char *To, const char *From,
                                       unsigned long Length);
unsigned long mysql_real_escape_string_quote(MYSQL *Conn, char *To, const char *From,
                                             unsigned long Length, char Quote);
unsigned long mysql_hex_string(char *To, const char *From, unsigned long Length);

// Results.
MYSQL_RES *mysql_store_result(MYSQL *Conn);
MYSQL_RES *mysql_use_result(MYSQL *Conn);
MYSQL_RES *mysql_list_dbs(MYSQL *Conn, const char *Pattern);
MYSQL_RES *mysql_list_tables(MYSQL *Conn, const char *Pattern);
MYSQL_RES *mysql_list_fields(MYSQL *Conn, const char *Table, const char *Pattern);
MYSQL_RES *mysql_list_processes(MYSQL *Conn);
void mysql_free_result(MYSQL_RES *Res);
my_ulonglong mysql_num_rows(MYSQL_RES *Res);
unsigned int mysql_num_fields(MYSQL_RES *Res);
my_bool mysql_eof(MYSQL_RES *Res);
unsigned int mysql_field_tell(MYSQL_RES *Res);
int mysql_result_metadata(MYSQL_RES *Res);
MYSQL_ROW mysql_fetch_row(MYSQL_RES *Res);
unsigned long *mysql_fetch_lengths(MYSQL_RES *Res);
MYSQL_FIELD *mysql_fetch_field(MYSQL_RES *Res);
MYSQL_FIELD *mysql_fetch_fields(MYSQL_RES *Res);
MYSQL_FIELD *mysql_fetch_field_direct(MYSQL_RES *Res, unsigned int Field);
MYSQL_ROW_OFFSET mysql_row_tell(MYSQL_RES *Res);
MYSQL_ROW_OFFSET mysql_row_seek(MYSQL_RES *Res, MYSQL_ROW_OFFSET Row);
MYSQL_FIELD_OFFSET mysql_field_seek(MYSQL_RES *Res, MYSQL_FIELD_OFFSET Field);
void mysql_data_seek(MYSQL_RES *Res, unsigned long long Row);
int mariadb_field_attr(MARIADB_CONST_STRING *Attribute, const MYSQL_FIELD *Field,
                       enum mariadb_field_attr_t Type);

// Prepared statements.
MYSQL_STMT *mysql_stmt_init(MYSQL *Conn);
int mysql_stmt_prepare(MYSQL_STMT *Stmt, const char *Sql, unsigned long Length);
int mysql_stmt_execute(MYSQL_STMT *Stmt);
int mariadb_stmt_execute_direct(MYSQL_STMT *Stmt, const char *Sql, size_t Length);
int mysql_stmt_fetch(MYSQL_STMT *Stmt);
int mysql_stmt_fetch_column(MYSQL_STMT *Stmt, MYSQL_BIND *Bind, unsigned int Column,
                            unsigned long Offset);
int mysql_stmt_store_result(MYSQL_STMT *Stmt);
int mysql_stmt_next_result(MYSQL_STMT *Stmt);
my_bool mysql_stmt_more_results(MYSQL_STMT *Stmt);
my_bool mysql_stmt_free_result(MYSQL_STMT *Stmt);
my_bool mysql_stmt_reset(MYSQL_STMT *Stmt);
my_bool mysql_stmt_close(MYSQL_STMT *Stmt);
my_bool mysql_stmt_bind_param(MYSQL_STMT *Stmt, MYSQL_BIND *Bind);
my_bool mysql_stmt_bind_named_param(MYSQL_STMT *Stmt, MYSQL_BIND *Bind,
                                    unsigned int Count, const char **Names);
my_bool mysql_bind_param(MYSQL *Conn, unsigned int Count, MYSQL_BIND *Bind,
                         const char **Names);
my_bool mysql_stmt_bind_result(MYSQL_STMT *Stmt, MYSQL_BIND *Bind);
my_bool mysql_stmt_attr_set(MYSQL_STMT *Stmt, enum enum_stmt_attr_type Type,
                            const void *Value);
my_bool mysql_stmt_attr_get(MYSQL_STMT *Stmt, enum enum_stmt_attr_type Type, void *Value);
my_bool mysql_stmt_send_long_data(MYSQL_STMT *Stmt, unsigned int Param, const char *Data,
                                  unsigned long Length);
MYSQL_RES *mysql_stmt_result_metadata(MYSQL_STMT *Stmt);
MYSQL_RES *mysql_stmt_param_metadata(MYSQL_STMT *Stmt);
MYSQL_FIELD *mariadb_stmt_fetch_fields(MYSQL_STMT *Stmt);
unsigned int mysql_stmt_errno(MYSQL_STMT *Stmt);
const char *mysql_stmt_error(MYSQL_STMT *Stmt);
const char *mysql_stmt_sqlstate(MYSQL_STMT *Stmt);
MYSQL_ROW_OFFSET mysql_stmt_row_seek(MYSQL_STMT *Stmt, MYSQL_ROW_OFFSET Row);
MYSQL_ROW_OFFSET mysql_stmt_row_tell(MYSQL_STMT *Stmt);
void mysql_stmt_data_seek(MYSQL_STMT *Stmt, unsigned long long Row);
unsigned long long mysql_stmt_num_rows(MYSQL_STMT *Stmt);
unsigned long long mysql_stmt_affected_rows(MYSQL_STMT *Stmt);
unsigned long long mysql_stmt_insert_id(MYSQL_STMT *Stmt);
unsigned int mysql_stmt_field_count(MYSQL_STMT *Stmt);
unsigned long mysql_stmt_param_count(MYSQL_STMT *Stmt);
int mysql_stmt_warning_count(MYSQL_STMT *Stmt);

// MariaDB's calls that do not block: the result is stored once they return 0.
int mysql_real_connect_start(MYSQL **Done, MYSQL *Conn, const char *Host,
                             const char *User, const char *Password, const char *Database,
                             unsigned int Port, const char *Socket, unsigned long Flags);
int mysql_real_connect_cont(MYSQL **Done, MYSQL *Conn, int Events);
int mysql_close_start(MYSQL *Conn);
int mysql_close_cont(MYSQL *Conn, int Events);
int mysql_change_user_start(my_bool *Error, MYSQL *Conn, const char *User,
                            const char *Password, const char *Database);
int mysql_change_user_cont(my_bool *Error, MYSQL *Conn, int Events);
int mysql_reset_connection_start(int *Error, MYSQL *Conn);
int mysql_reset_connection_cont(int *Error, MYSQL *Conn, int Events);
int mysql_autocommit_start(my_bool *Error, MYSQL *Conn, my_bool Mode);
int mysql_autocommit_cont(my_bool *Error, MYSQL *Conn, int Events);
int mysql_commit_start(my_bool *Error, MYSQL *Conn);
int mysql_commit_cont(my_bool *Error, MYSQL *Conn, int Events);
int mysql_rollback_start(my_bool *Error, MYSQL *Conn);
int mysql_rollback_cont(my_bool *Error, MYSQL *Conn, int Events);
int mysql_query_start(int *Error, MYSQL *Conn, const char *Sql);
int mysql_query_cont(int *Error, MYSQL *Conn, int Events);
int mysql_real_query_start(int *Error, MYSQL *Conn, const char *Sql,
                           unsigned long Length);
int mysql_real_query_cont(int *Error, MYSQL *Conn, int Events);
int mysql_send_query_start(int *Error, MYSQL *Conn, const char *Sql,
                           unsigned long Length);
int mysql_send_query_cont(int *Error, MYSQL *Conn, int Events);
int mysql_next_result_start(int *Error, MYSQL *Conn);
int mysql_next_result_cont(int *Error, MYSQL *Conn, int Events);
int mysql_store_result_start(MYSQL_RES **Res, MYSQL *Conn);
int mysql_store_result_cont(MYSQL_RES **Res, MYSQL *Conn, int Events);
int mysql_list_fields_start(MYSQL_RES **Res, MYSQL *Conn, const char *Table,
                            const char *Pattern);
int mysql_list_fields_cont(MYSQL_RES **Res, MYSQL *Conn, int Events);
int mysql_free_result_start(MYSQL_RES *Res);
int mysql_free_result_cont(MYSQL_RES *Res, int Events);
int mysql_fetch_row_start(MYSQL_ROW *Row, MYSQL_RES *Res);
int mysql_fetch_row_cont(MYSQL_ROW *Row, MYSQL_RES *Res, int Events);
int mysql_stmt_prepare_start(int *Error, MYSQL_STMT *Stmt, const char *Sql,
                             unsigned long Length);
int mysql_stmt_prepare_cont(int *Error, MYSQL_STMT *Stmt, int Events);
int mysql_stmt_execute_start(int *Error, MYSQL_STMT *Stmt);
int mysql_stmt_execute_cont(int *Error, MYSQL_STMT *Stmt, int Events);
int mysql_stmt_close_start(my_bool *Error, MYSQL_STMT *Stmt);
int mysql_stmt_close_cont(my_bool *Error, MYSQL_STMT *Stmt, int Events);

// MySQL's calls that do not block: they are made again until they are complete.
enum net_async_status mysql_real_connect_nonblocking(
    MYSQL *Conn, const char *Host, const char *User, const char *Password,
    const char *Database, unsigned int Port, const char *Socket, unsigned long Flags);
enum net_async_status mysql_real_query_nonblocking(MYSQL *Conn, const char *Sql,
                                                   unsigned long Length);
enum net_async_status mysql_send_query_nonblocking(MYSQL *Conn, const char *Sql,
                                                   unsigned long Length);
enum net_async_status mysql_store_result_nonblocking(MYSQL *Conn, MYSQL_RES **Res);
enum net_async_status mysql_next_result_nonblocking(MYSQL *Conn);
enum net_async_status mysql_fetch_row_nonblocking(MYSQL_RES *Res, MYSQL_ROW *Row);
enum net_async_status mysql_free_result_nonblocking(MYSQL_RES *Res);

// The library as a whole.
int mysql_server_init(int Count, char **Arguments, char **Groups);
void mysql_server_end(void);
#define mysql_library_init mysql_server_init
#define mysql_library_end mysql_server_end
my_bool mysql_thread_init(void);
void mysql_thread_end(void);
unsigned int mysql_thread_safe(void);
const char *mysql_get_client_info(void);
unsigned long mysql_get_client_version(void);
void mysql_debug(const char *Options);
void mysql_set_local_infile_handler(MYSQL *Conn,
                                    int (*Init)(void **, const char *, void *),
                                    int (*Read)(void *, char *, unsigned int),
                                    void (*End)(void *),
                                    int (*Error)(void *, char *, unsigned int),
                                    void *Data);
void mysql_set_local_infile_default(MYSQL *Conn);
struct st_mysql_client_plugin *mysql_load_plugin(struct st_mysql *Conn, const char *Name,
                                                 int Type, int Count, ...);
struct st_mysql_client_plugin *mysql_client_find_plugin(struct st_mysql *Conn,
                                                        const char *Name, int Type);
struct st_mysql_client_plugin *
mysql_client_register_plugin(struct st_mysql *Conn,
                             struct st_mysql_client_plugin *Plugin);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_MYSQL_H
