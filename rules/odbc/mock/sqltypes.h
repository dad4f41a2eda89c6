//===- sqltypes.h - ODBC's types ---------------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What unixODBC calls them on a 64-bit system; see sql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ODBC_SQLTYPES_H
#define DBTIDY_RULES_ODBC_SQLTYPES_H

#include <stddef.h>

typedef unsigned char SQLCHAR;
typedef unsigned short SQLWCHAR;
typedef signed short int SQLSMALLINT;
typedef unsigned short SQLUSMALLINT;
typedef int SQLINTEGER;
typedef unsigned int SQLUINTEGER;
typedef long SQLLEN;
typedef unsigned long SQLULEN;
typedef unsigned long SQLSETPOSIROW;
typedef void *SQLPOINTER;
typedef void *SQLHWND;
typedef SQLSMALLINT SQLRETURN;
typedef signed short RETCODE;

// Handles: no type tells them apart.
typedef void *SQLHANDLE;
typedef SQLHANDLE SQLHENV;
typedef SQLHANDLE SQLHDBC;
typedef SQLHANDLE SQLHSTMT;
typedef SQLHANDLE SQLHDESC;
typedef SQLHANDLE HENV;
typedef SQLHANDLE HDBC;
typedef SQLHANDLE HSTMT;

#endif // DBTIDY_RULES_ODBC_SQLTYPES_H
