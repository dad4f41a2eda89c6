//===- errmsg.h - Error numbers of the client library -------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See mysql.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_MYSQL_ERRMSG_H
#define DBTIDY_RULES_MYSQL_ERRMSG_H

#define CR_UNKNOWN_ERROR 2000
#define CR_SOCKET_CREATE_ERROR 2001
#define CR_CONNECTION_ERROR 2002
#define CR_SERVER_GONE_ERROR 2006
#define CR_OUT_OF_MEMORY 2008
#define CR_SERVER_LOST 2013
#define CR_COMMANDS_OUT_OF_SYNC 2014
#define CR_NO_STMT_METADATA 2052

#endif // DBTIDY_RULES_MYSQL_ERRMSG_H
