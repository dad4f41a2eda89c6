//===- dbi.h - What rules/libdbi needs of libdbi's header ---------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares the calls of libdbi 0.9, so that tests need no libdbi installed. conformance.c
// beside this folder holds it to the real header.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_DBI_H
#define DBTIDY_RULES_DBI_H

#include <limits.h>
#include <stdlib.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef void *dbi_inst;
typedef void *dbi_driver;
typedef void *dbi_conn;
typedef void *dbi_result;
typedef void (*dbi_conn_error_handler_func)(dbi_conn, void *);

typedef enum {
  DBI_ERROR_USER = -10,
  DBI_ERROR_DBD = -9,
  DBI_ERROR_BADOBJECT,
  DBI_ERROR_BADTYPE,
  DBI_ERROR_BADIDX,
  DBI_ERROR_BADNAME,
  DBI_ERROR_UNSUPPORTED,
  DBI_ERROR_NOCONN,
  DBI_ERROR_NOMEM,
  DBI_ERROR_BADPTR,
  DBI_ERROR_NONE = 0,
  DBI_ERROR_CLIENT
} dbi_error_flag;

#define DBI_TYPE_ERROR 0
#define DBI_TYPE_INTEGER 1
#define DBI_TYPE_DECIMAL 2
#define DBI_TYPE_STRING 3
#define DBI_TYPE_BINARY 4
#define DBI_TYPE_DATETIME 5

int dbi_initialize_r(const char *, dbi_inst *);
void dbi_shutdown_r(dbi_inst);
int dbi_initialize(const char *);
void dbi_shutdown();
const char *dbi_version();
unsigned int dbi_version_numeric();
dbi_driver dbi_driver_open_r(const char *, dbi_inst);
dbi_driver dbi_driver_list_r(dbi_driver, dbi_inst);
dbi_driver dbi_driver_open(const char *);
dbi_driver dbi_driver_list(dbi_driver);
dbi_inst dbi_driver_get_instance(dbi_driver);
int dbi_driver_cap_get(dbi_driver, const char *);
int dbi_driver_is_reserved_word(dbi_driver, const char *);
const char *dbi_driver_get_name(dbi_driver);
const char *dbi_driver_get_filename(dbi_driver);
const char *dbi_driver_get_description(dbi_driver);
const char *dbi_driver_get_maintainer(dbi_driver);
const char *dbi_driver_get_url(dbi_driver);
const char *dbi_driver_get_version(dbi_driver);
const char *dbi_driver_get_date_compiled(dbi_driver);
dbi_conn dbi_conn_new_r(const char *, dbi_inst);
dbi_conn dbi_conn_new(const char *);
dbi_conn dbi_conn_open(dbi_driver);
void dbi_conn_close(dbi_conn);
int dbi_conn_connect(dbi_conn);
int dbi_conn_select_db(dbi_conn, const char *);
int dbi_conn_ping(dbi_conn);
unsigned long long dbi_conn_sequence_last(dbi_conn, const char *);
unsigned long long dbi_conn_sequence_next(dbi_conn, const char *);
int dbi_conn_error(dbi_conn, const char **);
const char *dbi_conn_get_option(dbi_conn, const char *);
const char *dbi_conn_require_option(dbi_conn, const char *);
dbi_driver dbi_conn_get_driver(dbi_conn);
int dbi_conn_cap_get(dbi_conn, const char *);
int dbi_conn_get_socket(dbi_conn);
dbi_error_flag dbi_conn_error_flag(dbi_conn);
int dbi_conn_get_option_numeric(dbi_conn, const char *);
dbi_result dbi_conn_query(dbi_conn, const char *);
dbi_result dbi_conn_queryf(dbi_conn, const char *, ...);
dbi_result dbi_conn_query_null(dbi_conn, const unsigned char *, size_t);
dbi_result dbi_conn_get_db_list(dbi_conn, const char *);
dbi_result dbi_conn_get_table_list(dbi_conn, const char *, const char *);
int dbi_conn_transaction_begin(dbi_conn);
int dbi_conn_transaction_commit(dbi_conn);
int dbi_conn_transaction_rollback(dbi_conn);
int dbi_conn_savepoint(dbi_conn, const char *);
int dbi_conn_rollback_to_savepoint(dbi_conn, const char *);
int dbi_conn_release_savepoint(dbi_conn, const char *);
int dbi_conn_set_option(dbi_conn, const char *, const char *);
int dbi_conn_set_option_numeric(dbi_conn, const char *, int);
int dbi_conn_require_option_numeric(dbi_conn, const char *);
const char *dbi_conn_get_option_list(dbi_conn, const char *);
void dbi_conn_clear_option(dbi_conn, const char *);
void dbi_conn_clear_options(dbi_conn);
int dbi_conn_disjoin_results(dbi_conn);
void dbi_conn_error_handler(dbi_conn, dbi_conn_error_handler_func, void *);
int dbi_conn_set_error(dbi_conn, int, const char *, ...);
unsigned int dbi_conn_get_engine_version(dbi_conn);
char *dbi_conn_get_engine_version_string(dbi_conn, char *);
const char *dbi_conn_get_encoding(dbi_conn);
size_t dbi_conn_quote_string_copy(dbi_conn, const char *, char **);
size_t dbi_conn_quote_string(dbi_conn, char **);
size_t dbi_conn_quote_binary_copy(dbi_conn, const unsigned char *, size_t,
                                  unsigned char **);
size_t dbi_conn_escape_string_copy(dbi_conn, const char *, char **);
size_t dbi_conn_escape_string(dbi_conn, char **);
size_t dbi_conn_escape_binary_copy(dbi_conn, const unsigned char *, size_t,
                                   unsigned char **);
int dbi_set_verbosity(int);
int dbi_set_verbosity_r(int, dbi_inst);
void *dbi_driver_specific_function(dbi_driver, const char *);
size_t dbi_driver_quote_string_copy(dbi_driver, const char *, char **);
size_t dbi_driver_quote_string(dbi_driver, char **);
const char *dbi_driver_encoding_from_iana(dbi_driver, const char *);
const char *dbi_driver_encoding_to_iana(dbi_driver, const char *);
int dbi_result_free(dbi_result);
int dbi_result_disjoin(dbi_result);
int dbi_result_seek_row(dbi_result, unsigned long long);
int dbi_result_first_row(dbi_result);
int dbi_result_last_row(dbi_result);
int dbi_result_prev_row(dbi_result);
int dbi_result_next_row(dbi_result);
const char *dbi_result_get_string(dbi_result, const char *);
const char *dbi_result_get_string_idx(dbi_result, unsigned int);
const unsigned char *dbi_result_get_binary(dbi_result, const char *);
const unsigned char *dbi_result_get_binary_idx(dbi_result, unsigned int);
const char *dbi_result_get_field_name(dbi_result, unsigned int);
char *dbi_result_get_string_copy(dbi_result, const char *);
unsigned char *dbi_result_get_binary_copy(dbi_result, const char *);
char *dbi_result_get_string_copy_idx(dbi_result, unsigned int);
unsigned char *dbi_result_get_binary_copy_idx(dbi_result, unsigned int);
char *dbi_result_get_as_string_copy(dbi_result, const char *);
char *dbi_result_get_as_string_copy_idx(dbi_result, unsigned int);
dbi_conn dbi_result_get_conn(dbi_result);
int dbi_result_has_prev_row(dbi_result);
int dbi_result_has_next_row(dbi_result);
unsigned long long dbi_result_get_currow(dbi_result);
unsigned long long dbi_result_get_numrows(dbi_result);
unsigned long long dbi_result_get_numrows_affected(dbi_result);
unsigned int dbi_result_get_numfields(dbi_result);
size_t dbi_result_get_field_size(dbi_result, const char *);
size_t dbi_result_get_field_size_idx(dbi_result, unsigned int);
size_t dbi_result_get_field_length(dbi_result, const char *);
size_t dbi_result_get_field_length_idx(dbi_result, unsigned int);
unsigned int dbi_result_get_field_idx(dbi_result, const char *);
unsigned short dbi_result_get_field_type(dbi_result, const char *);
unsigned short dbi_result_get_field_type_idx(dbi_result, unsigned int);
unsigned int dbi_result_get_field_attrib(dbi_result, const char *, unsigned int,
                                         unsigned int);
unsigned int dbi_result_get_field_attrib_idx(dbi_result, unsigned int, unsigned int,
                                             unsigned int);
unsigned int dbi_result_get_field_attribs(dbi_result, const char *);
unsigned int dbi_result_get_field_attribs_idx(dbi_result, unsigned int);
int dbi_result_field_is_null(dbi_result, const char *);
int dbi_result_field_is_null_idx(dbi_result, unsigned int);
signed char dbi_result_get_char(dbi_result, const char *);
unsigned char dbi_result_get_uchar(dbi_result, const char *);
short dbi_result_get_short(dbi_result, const char *);
unsigned short dbi_result_get_ushort(dbi_result, const char *);
int dbi_result_get_int(dbi_result, const char *);
unsigned int dbi_result_get_uint(dbi_result, const char *);
int dbi_result_get_long(dbi_result, const char *);
unsigned int dbi_result_get_ulong(dbi_result, const char *);
long long dbi_result_get_longlong(dbi_result, const char *);
unsigned long long dbi_result_get_ulonglong(dbi_result, const char *);
float dbi_result_get_float(dbi_result, const char *);
double dbi_result_get_double(dbi_result, const char *);
time_t dbi_result_get_datetime(dbi_result, const char *);
signed char dbi_result_get_char_idx(dbi_result, unsigned int);
unsigned char dbi_result_get_uchar_idx(dbi_result, unsigned int);
short dbi_result_get_short_idx(dbi_result, unsigned int);
unsigned short dbi_result_get_ushort_idx(dbi_result, unsigned int);
int dbi_result_get_long_idx(dbi_result, unsigned int);
int dbi_result_get_int_idx(dbi_result, unsigned int);
unsigned int dbi_result_get_uint_idx(dbi_result, unsigned int);
unsigned int dbi_result_get_ulong_idx(dbi_result, unsigned int);
long long dbi_result_get_longlong_idx(dbi_result, unsigned int);
unsigned long long dbi_result_get_ulonglong_idx(dbi_result, unsigned int);
float dbi_result_get_float_idx(dbi_result, unsigned int);
double dbi_result_get_double_idx(dbi_result, unsigned int);
time_t dbi_result_get_datetime_idx(dbi_result, unsigned int);
long long dbi_result_get_as_longlong(dbi_result, const char *);
long long dbi_result_get_as_longlong_idx(dbi_result, unsigned int);
unsigned int dbi_result_bind_fields(dbi_result, const char *, ...);
int dbi_result_bind_char(dbi_result, const char *, char *);
int dbi_result_bind_uchar(dbi_result, const char *, unsigned char *);
int dbi_result_bind_short(dbi_result, const char *, short *);
int dbi_result_bind_ushort(dbi_result, const char *, unsigned short *);
int dbi_result_bind_long(dbi_result, const char *, int *);
int dbi_result_bind_ulong(dbi_result, const char *, unsigned int *);
int dbi_result_bind_int(dbi_result, const char *, int *);
int dbi_result_bind_uint(dbi_result, const char *, unsigned int *);
int dbi_result_bind_longlong(dbi_result, const char *, long long *);
int dbi_result_bind_ulonglong(dbi_result, const char *, unsigned long long *);
int dbi_result_bind_float(dbi_result, const char *, float *);
int dbi_result_bind_double(dbi_result, const char *, double *);
int dbi_result_bind_string(dbi_result, const char *, const char **);
int dbi_result_bind_binary(dbi_result, const char *, const unsigned char **);
int dbi_result_bind_string_copy(dbi_result, const char *, char **);
int dbi_result_bind_binary_copy(dbi_result, const char *, unsigned char **);
int dbi_result_bind_datetime(dbi_result, const char *, time_t *);
unsigned int dbi_result_get_fields(dbi_result, const char *, ...);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_DBI_H
