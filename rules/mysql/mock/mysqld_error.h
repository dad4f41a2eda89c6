//===- mysqld_error.h - Error numbers of the server ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See mysql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MYSQLD_ERROR_H
#define DBTIDY_RULES_MYSQLD_ERROR_H

#define ER_DUP_ENTRY 1062
#define ER_LOCK_WAIT_TIMEOUT 1205
#define ER_LOCK_DEADLOCK 1213

#endif // DBTIDY_RULES_MYSQLD_ERROR_H
