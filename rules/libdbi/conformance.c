//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real header of libdbi 0.9:
// every call is held to its prototype, and the calls that make or end a handle are made.
// Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name of api.json to occur in this file.
//
// Real headers: pkg-config dbi
//
//===----------------------------------------------------------------------===//
#include <dbi/dbi.h>

#ifdef __cplusplus
#define PROTOTYPE(Name, ...) static_assert(__is_same(decltype(Name), __VA_ARGS__), #Name)
#else
#define PROTOTYPE(Name, ...)                                                             \
  _Static_assert(__builtin_types_compatible_p(__typeof__(Name), __VA_ARGS__), #Name)
#endif

PROTOTYPE(dbi_initialize_r, int(const char *, dbi_inst *));
PROTOTYPE(dbi_shutdown_r, void(dbi_inst));
PROTOTYPE(dbi_initialize, int(const char *));
PROTOTYPE(dbi_shutdown, void());
PROTOTYPE(dbi_version, const char *());
PROTOTYPE(dbi_version_numeric, unsigned int());
PROTOTYPE(dbi_driver_open_r, dbi_driver(const char *, dbi_inst));
PROTOTYPE(dbi_driver_list_r, dbi_driver(dbi_driver, dbi_inst));
PROTOTYPE(dbi_driver_open, dbi_driver(const char *));
PROTOTYPE(dbi_driver_list, dbi_driver(dbi_driver));
PROTOTYPE(dbi_driver_get_instance, dbi_inst(dbi_driver));
PROTOTYPE(dbi_driver_cap_get, int(dbi_driver, const char *));
PROTOTYPE(dbi_driver_is_reserved_word, int(dbi_driver, const char *));
PROTOTYPE(dbi_driver_get_name, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_filename, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_description, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_maintainer, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_url, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_version, const char *(dbi_driver));
PROTOTYPE(dbi_driver_get_date_compiled, const char *(dbi_driver));
PROTOTYPE(dbi_conn_new_r, dbi_conn(const char *, dbi_inst));
PROTOTYPE(dbi_conn_new, dbi_conn(const char *));
PROTOTYPE(dbi_conn_open, dbi_conn(dbi_driver));
PROTOTYPE(dbi_conn_close, void(dbi_conn));
PROTOTYPE(dbi_conn_connect, int(dbi_conn));
PROTOTYPE(dbi_conn_select_db, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_ping, int(dbi_conn));
PROTOTYPE(dbi_conn_sequence_last, unsigned long long(dbi_conn, const char *));
PROTOTYPE(dbi_conn_sequence_next, unsigned long long(dbi_conn, const char *));
PROTOTYPE(dbi_conn_error, int(dbi_conn, const char **));
PROTOTYPE(dbi_conn_get_option, const char *(dbi_conn, const char *));
PROTOTYPE(dbi_conn_require_option, const char *(dbi_conn, const char *));
PROTOTYPE(dbi_conn_get_driver, dbi_driver(dbi_conn));
PROTOTYPE(dbi_conn_cap_get, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_get_socket, int(dbi_conn));
PROTOTYPE(dbi_conn_error_flag, dbi_error_flag(dbi_conn));
PROTOTYPE(dbi_conn_get_option_numeric, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_query, dbi_result(dbi_conn, const char *));
PROTOTYPE(dbi_conn_queryf, dbi_result(dbi_conn, const char *, ...));
PROTOTYPE(dbi_conn_query_null, dbi_result(dbi_conn, const unsigned char *, size_t));
PROTOTYPE(dbi_conn_get_db_list, dbi_result(dbi_conn, const char *));
PROTOTYPE(dbi_conn_get_table_list, dbi_result(dbi_conn, const char *, const char *));
PROTOTYPE(dbi_conn_transaction_begin, int(dbi_conn));
PROTOTYPE(dbi_conn_transaction_commit, int(dbi_conn));
PROTOTYPE(dbi_conn_transaction_rollback, int(dbi_conn));
PROTOTYPE(dbi_conn_savepoint, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_rollback_to_savepoint, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_release_savepoint, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_set_option, int(dbi_conn, const char *, const char *));
PROTOTYPE(dbi_conn_set_option_numeric, int(dbi_conn, const char *, int));
PROTOTYPE(dbi_conn_require_option_numeric, int(dbi_conn, const char *));
PROTOTYPE(dbi_conn_get_option_list, const char *(dbi_conn, const char *));
PROTOTYPE(dbi_conn_clear_option, void(dbi_conn, const char *));
PROTOTYPE(dbi_conn_clear_options, void(dbi_conn));
PROTOTYPE(dbi_conn_disjoin_results, int(dbi_conn));
PROTOTYPE(dbi_conn_error_handler, void(dbi_conn, dbi_conn_error_handler_func, void *));
PROTOTYPE(dbi_conn_set_error, int(dbi_conn, int, const char *, ...));
PROTOTYPE(dbi_conn_get_engine_version, unsigned int(dbi_conn));
PROTOTYPE(dbi_conn_get_engine_version_string, char *(dbi_conn, char *));
PROTOTYPE(dbi_conn_get_encoding, const char *(dbi_conn));
PROTOTYPE(dbi_conn_quote_string_copy, size_t(dbi_conn, const char *, char **));
PROTOTYPE(dbi_conn_quote_string, size_t(dbi_conn, char **));
PROTOTYPE(dbi_conn_quote_binary_copy,
          size_t(dbi_conn, const unsigned char *, size_t, unsigned char **));
PROTOTYPE(dbi_conn_escape_string_copy, size_t(dbi_conn, const char *, char **));
PROTOTYPE(dbi_conn_escape_string, size_t(dbi_conn, char **));
PROTOTYPE(dbi_conn_escape_binary_copy,
          size_t(dbi_conn, const unsigned char *, size_t, unsigned char **));
PROTOTYPE(dbi_set_verbosity, int(int));
PROTOTYPE(dbi_set_verbosity_r, int(int, dbi_inst));
PROTOTYPE(dbi_driver_specific_function, void *(dbi_driver, const char *));
PROTOTYPE(dbi_driver_quote_string_copy, size_t(dbi_driver, const char *, char **));
PROTOTYPE(dbi_driver_quote_string, size_t(dbi_driver, char **));
PROTOTYPE(dbi_driver_encoding_from_iana, const char *(dbi_driver, const char *));
PROTOTYPE(dbi_driver_encoding_to_iana, const char *(dbi_driver, const char *));
PROTOTYPE(dbi_result_free, int(dbi_result));
PROTOTYPE(dbi_result_disjoin, int(dbi_result));
PROTOTYPE(dbi_result_seek_row, int(dbi_result, unsigned long long));
PROTOTYPE(dbi_result_first_row, int(dbi_result));
PROTOTYPE(dbi_result_last_row, int(dbi_result));
PROTOTYPE(dbi_result_prev_row, int(dbi_result));
PROTOTYPE(dbi_result_next_row, int(dbi_result));
PROTOTYPE(dbi_result_get_string, const char *(dbi_result, const char *));
PROTOTYPE(dbi_result_get_string_idx, const char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_binary, const unsigned char *(dbi_result, const char *));
PROTOTYPE(dbi_result_get_binary_idx, const unsigned char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_field_name, const char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_string_copy, char *(dbi_result, const char *));
PROTOTYPE(dbi_result_get_binary_copy, unsigned char *(dbi_result, const char *));
PROTOTYPE(dbi_result_get_string_copy_idx, char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_binary_copy_idx, unsigned char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_as_string_copy, char *(dbi_result, const char *));
PROTOTYPE(dbi_result_get_as_string_copy_idx, char *(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_conn, dbi_conn(dbi_result));
PROTOTYPE(dbi_result_has_prev_row, int(dbi_result));
PROTOTYPE(dbi_result_has_next_row, int(dbi_result));
PROTOTYPE(dbi_result_get_currow, unsigned long long(dbi_result));
PROTOTYPE(dbi_result_get_numrows, unsigned long long(dbi_result));
PROTOTYPE(dbi_result_get_numrows_affected, unsigned long long(dbi_result));
PROTOTYPE(dbi_result_get_numfields, unsigned int(dbi_result));
PROTOTYPE(dbi_result_get_field_size, size_t(dbi_result, const char *));
PROTOTYPE(dbi_result_get_field_size_idx, size_t(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_field_length, size_t(dbi_result, const char *));
PROTOTYPE(dbi_result_get_field_length_idx, size_t(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_field_idx, unsigned int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_field_type, unsigned short(dbi_result, const char *));
PROTOTYPE(dbi_result_get_field_type_idx, unsigned short(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_field_attrib,
          unsigned int(dbi_result, const char *, unsigned int, unsigned int));
PROTOTYPE(dbi_result_get_field_attrib_idx,
          unsigned int(dbi_result, unsigned int, unsigned int, unsigned int));
PROTOTYPE(dbi_result_get_field_attribs, unsigned int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_field_attribs_idx, unsigned int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_field_is_null, int(dbi_result, const char *));
PROTOTYPE(dbi_result_field_is_null_idx, int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_char, signed char(dbi_result, const char *));
PROTOTYPE(dbi_result_get_uchar, unsigned char(dbi_result, const char *));
PROTOTYPE(dbi_result_get_short, short(dbi_result, const char *));
PROTOTYPE(dbi_result_get_ushort, unsigned short(dbi_result, const char *));
PROTOTYPE(dbi_result_get_int, int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_uint, unsigned int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_long, int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_ulong, unsigned int(dbi_result, const char *));
PROTOTYPE(dbi_result_get_longlong, long long(dbi_result, const char *));
PROTOTYPE(dbi_result_get_ulonglong, unsigned long long(dbi_result, const char *));
PROTOTYPE(dbi_result_get_float, float(dbi_result, const char *));
PROTOTYPE(dbi_result_get_double, double(dbi_result, const char *));
PROTOTYPE(dbi_result_get_datetime, time_t(dbi_result, const char *));
PROTOTYPE(dbi_result_get_char_idx, signed char(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_uchar_idx, unsigned char(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_short_idx, short(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_ushort_idx, unsigned short(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_long_idx, int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_int_idx, int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_uint_idx, unsigned int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_ulong_idx, unsigned int(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_longlong_idx, long long(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_ulonglong_idx, unsigned long long(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_float_idx, float(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_double_idx, double(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_datetime_idx, time_t(dbi_result, unsigned int));
PROTOTYPE(dbi_result_get_as_longlong, long long(dbi_result, const char *));
PROTOTYPE(dbi_result_get_as_longlong_idx, long long(dbi_result, unsigned int));
PROTOTYPE(dbi_result_bind_fields, unsigned int(dbi_result, const char *, ...));
PROTOTYPE(dbi_result_bind_char, int(dbi_result, const char *, char *));
PROTOTYPE(dbi_result_bind_uchar, int(dbi_result, const char *, unsigned char *));
PROTOTYPE(dbi_result_bind_short, int(dbi_result, const char *, short *));
PROTOTYPE(dbi_result_bind_ushort, int(dbi_result, const char *, unsigned short *));
PROTOTYPE(dbi_result_bind_long, int(dbi_result, const char *, int *));
PROTOTYPE(dbi_result_bind_ulong, int(dbi_result, const char *, unsigned int *));
PROTOTYPE(dbi_result_bind_int, int(dbi_result, const char *, int *));
PROTOTYPE(dbi_result_bind_uint, int(dbi_result, const char *, unsigned int *));
PROTOTYPE(dbi_result_bind_longlong, int(dbi_result, const char *, long long *));
PROTOTYPE(dbi_result_bind_ulonglong, int(dbi_result, const char *, unsigned long long *));
PROTOTYPE(dbi_result_bind_float, int(dbi_result, const char *, float *));
PROTOTYPE(dbi_result_bind_double, int(dbi_result, const char *, double *));
PROTOTYPE(dbi_result_bind_string, int(dbi_result, const char *, const char **));
PROTOTYPE(dbi_result_bind_binary, int(dbi_result, const char *, const unsigned char **));
PROTOTYPE(dbi_result_bind_string_copy, int(dbi_result, const char *, char **));
PROTOTYPE(dbi_result_bind_binary_copy, int(dbi_result, const char *, unsigned char **));
PROTOTYPE(dbi_result_bind_datetime, int(dbi_result, const char *, time_t *));
PROTOTYPE(dbi_result_get_fields, unsigned int(dbi_result, const char *, ...));

static int rows(dbi_conn Conn) {
  dbi_result Result = dbi_conn_queryf(Conn, "SELECT %d", 1);
  if (!Result)
    return 1;
  int Rows = 0;
  while (dbi_result_next_row(Result)) {
    const char *Name = dbi_result_get_string(Result, "name");
    char *Copy = dbi_result_get_string_copy_idx(Result, 1);
    Rows += Name && Copy;
    free(Copy);
  }
  return dbi_result_free(Result) + Rows;
}

int main(void) {
  dbi_inst Instance;
  if (dbi_initialize_r(0, &Instance) < 0)
    return 1;
  dbi_conn Conn = dbi_conn_new_r("sqlite3", Instance);
  int Ret = dbi_conn_connect(Conn) < 0;
  if (!Ret && dbi_conn_transaction_begin(Conn) == 0) {
    Ret = rows(Conn);
    Ret += Ret ? dbi_conn_transaction_rollback(Conn) : dbi_conn_transaction_commit(Conn);
  }
  const char *Message;
  Ret += dbi_conn_error(Conn, &Message);
  dbi_conn_close(Conn);
  dbi_shutdown_r(Instance);
  return Ret;
}
