//===- mariadb_dyncol.h - MariaDB's dynamic columns ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See mysql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MARIADB_DYNCOL_H
#define DBTIDY_RULES_MARIADB_DYNCOL_H

#include "mysql.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct st_dynamic_string {
  char *str;
  size_t length, max_length, alloc_increment;
} DYNAMIC_STRING;
typedef DYNAMIC_STRING DYNAMIC_COLUMN;

typedef struct st_mysql_lex_string {
  char *str;
  size_t length;
} MYSQL_LEX_STRING;

enum enum_dyncol_func_result { ER_DYNCOL_OK = 0, ER_DYNCOL_RESOURCE = -3 };
enum enum_dynamic_column_type { DYN_COL_NULL = 0, DYN_COL_INT };

typedef struct st_dynamic_column_value {
  enum enum_dynamic_column_type type;
  union {
    long long long_value;
  } x;
} DYNAMIC_COLUMN_VALUE;

enum enum_dyncol_func_result mariadb_dyncol_create_many_num(DYNAMIC_COLUMN *Out,
                                                            unsigned int Count,
                                                            unsigned int *Numbers,
                                                            DYNAMIC_COLUMN_VALUE *Values,
                                                            my_bool New);
enum enum_dyncol_func_result
mariadb_dyncol_create_many_named(DYNAMIC_COLUMN *Out, unsigned int Count,
                                 MYSQL_LEX_STRING *Names, DYNAMIC_COLUMN_VALUE *Values,
                                 my_bool New);
void mariadb_dyncol_free(DYNAMIC_COLUMN *Column);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_MARIADB_DYNCOL_H
