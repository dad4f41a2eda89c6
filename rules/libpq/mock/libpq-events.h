//===- libpq-events.h - libpq's event procedures ------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Data that a program hangs on connections and results; see libpq-fe.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LIBPQ_EVENTS_H
#define DBTIDY_RULES_LIBPQ_EVENTS_H

#include "libpq-fe.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  PGEVT_REGISTER = 0,
  PGEVT_CONNRESET = 1,
  PGEVT_CONNDESTROY = 2,
  PGEVT_RESULTCREATE = 3,
  PGEVT_RESULTCOPY = 4,
  PGEVT_RESULTDESTROY = 5
} PGEventId;

// What an event procedure's second argument points to.
typedef struct {
  PGconn *conn;
} PGEventRegister;
typedef struct {
  PGconn *conn;
} PGEventConnReset;
typedef struct {
  PGconn *conn;
} PGEventConnDestroy;
typedef struct {
  PGconn *conn;
  PGresult *result;
} PGEventResultCreate;
typedef struct {
  const PGresult *src;
  PGresult *dest;
} PGEventResultCopy;
typedef struct {
  PGresult *result;
} PGEventResultDestroy;

typedef int (*PGEventProc)(PGEventId, void *, void *);

int PQregisterEventProc(PGconn *Conn, PGEventProc Proc, const char *Name,
                        void *PassThrough);
int PQsetInstanceData(PGconn *Conn, PGEventProc Proc, void *Data);
void *PQinstanceData(const PGconn *Conn, PGEventProc Proc);
int PQresultSetInstanceData(PGresult *Res, PGEventProc Proc, void *Data);
void *PQresultInstanceData(const PGresult *Res, PGEventProc Proc);
int PQfireResultCreateEvents(PGconn *Conn, PGresult *Res);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_LIBPQ_EVENTS_H
