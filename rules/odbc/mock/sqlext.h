//===- sqlext.h - ODBC's extensions ------------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What X/Open has not; see sql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ODBC_SQLEXT_H
#define DBTIDY_RULES_ODBC_SQLEXT_H

#include "sql.h"

#define SQL_ATTR_ODBC_VERSION 200
#define SQL_OV_ODBC3 3UL

#define SQL_AUTOCOMMIT 102
#define SQL_ATTR_AUTOCOMMIT SQL_AUTOCOMMIT
#define SQL_AUTOCOMMIT_OFF 0UL
#define SQL_AUTOCOMMIT_ON 1UL
#define SQL_LOGIN_TIMEOUT 103
#define SQL_ATTR_LOGIN_TIMEOUT SQL_LOGIN_TIMEOUT
#define SQL_IS_POINTER (-4)
#define SQL_IS_UINTEGER (-5)

#define SQL_DRIVER_NOPROMPT 0
#define SQL_DRIVER_COMPLETE 1
#define SQL_NO_DATA_FOUND SQL_NO_DATA
#define SQL_C_CHAR SQL_CHAR
#define SQL_C_LONG SQL_INTEGER
#define SQL_PARAM_INPUT 1

#ifdef __cplusplus
extern "C" {
#endif

SQLRETURN SQLAllocHandleStd(SQLSMALLINT HandleType, SQLHANDLE Parent, SQLHANDLE *Out);
SQLRETURN SQLDriverConnect(SQLHDBC Connection, SQLHWND, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                           SQLSMALLINT, SQLSMALLINT *, SQLUSMALLINT);
SQLRETURN SQLBrowseConnect(SQLHDBC Connection, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                           SQLSMALLINT, SQLSMALLINT *);
SQLRETURN SQLNativeSql(SQLHDBC Connection, SQLCHAR *, SQLINTEGER, SQLCHAR *, SQLINTEGER,
                       SQLINTEGER *);
SQLRETURN SQLExtendedFetch(SQLHSTMT Statement, SQLUSMALLINT, SQLLEN, SQLULEN *,
                           SQLUSMALLINT *);
SQLRETURN SQLMoreResults(SQLHSTMT Statement);
SQLRETURN SQLBulkOperations(SQLHSTMT Statement, SQLSMALLINT);
SQLRETURN SQLSetPos(SQLHSTMT Statement, SQLSETPOSIROW, SQLUSMALLINT, SQLUSMALLINT);
SQLRETURN SQLPrimaryKeys(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                         SQLSMALLINT, SQLCHAR *, SQLSMALLINT);
SQLRETURN SQLForeignKeys(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                         SQLSMALLINT, SQLCHAR *, SQLSMALLINT, SQLCHAR *, SQLSMALLINT,
                         SQLCHAR *, SQLSMALLINT, SQLCHAR *, SQLSMALLINT);
SQLRETURN SQLProcedures(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                        SQLSMALLINT, SQLCHAR *, SQLSMALLINT);
SQLRETURN SQLProcedureColumns(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                              SQLSMALLINT, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                              SQLSMALLINT);
SQLRETURN SQLTablePrivileges(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                             SQLSMALLINT, SQLCHAR *, SQLSMALLINT);
SQLRETURN SQLColumnPrivileges(SQLHSTMT Statement, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                              SQLSMALLINT, SQLCHAR *, SQLSMALLINT, SQLCHAR *,
                              SQLSMALLINT);
SQLRETURN SQLBindParameter(SQLHSTMT Statement, SQLUSMALLINT, SQLSMALLINT, SQLSMALLINT,
                           SQLSMALLINT, SQLULEN, SQLSMALLINT, SQLPOINTER, SQLLEN,
                           SQLLEN *);
SQLRETURN SQLNumParams(SQLHSTMT Statement, SQLSMALLINT *);
SQLRETURN SQLDescribeParam(SQLHSTMT Statement, SQLUSMALLINT, SQLSMALLINT *, SQLULEN *,
                           SQLSMALLINT *, SQLSMALLINT *);
SQLRETURN SQLColAttributes(SQLHSTMT Statement, SQLUSMALLINT, SQLUSMALLINT, SQLPOINTER,
                           SQLSMALLINT, SQLSMALLINT *, SQLLEN *);
SQLRETURN SQLParamOptions(SQLHSTMT Statement, SQLULEN, SQLULEN *);
SQLRETURN SQLSetScrollOptions(SQLHSTMT Statement, SQLUSMALLINT, SQLLEN, SQLUSMALLINT);
SQLRETURN SQLDrivers(SQLHENV Environment, SQLUSMALLINT, SQLCHAR *, SQLSMALLINT,
                     SQLSMALLINT *, SQLCHAR *, SQLSMALLINT, SQLSMALLINT *);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_ODBC_SQLEXT_H
