//===- async.h - hiredis's asynchronous connections ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections that an event loop drives; see hiredis.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_ASYNC_H
#define DBTIDY_RULES_HIREDIS_ASYNC_H

#include "hiredis.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef void(redisCallbackFn)(struct redisAsyncContext *, void *, void *);
typedef void(redisDisconnectCallback)(const struct redisAsyncContext *, int Status);
typedef void(redisConnectCallback)(const struct redisAsyncContext *, int Status);
typedef void(redisConnectCallbackNC)(struct redisAsyncContext *, int Status);

typedef struct redisAsyncContext {
  redisContext c;
  int err;
  char *errstr;
  void *data;
  void (*dataCleanup)(void *);
  struct {
    void *data;
    void (*addRead)(void *);
    void (*delRead)(void *);
    void (*addWrite)(void *);
    void (*delWrite)(void *);
    void (*cleanup)(void *);
    void (*scheduleTimer)(void *, struct timeval);
  } ev;
} redisAsyncContext;

redisAsyncContext *redisAsyncConnectWithOptions(const redisOptions *Options);
redisAsyncContext *redisAsyncConnect(const char *Ip, int Port);
redisAsyncContext *redisAsyncConnectBind(const char *Ip, int Port, const char *Source);
redisAsyncContext *redisAsyncConnectBindWithReuse(const char *Ip, int Port,
                                                  const char *Source);
redisAsyncContext *redisAsyncConnectUnix(const char *Path);
int redisAsyncSetConnectCallback(redisAsyncContext *Context,
                                 redisConnectCallback *Function);
int redisAsyncSetConnectCallbackNC(redisAsyncContext *Context,
                                   redisConnectCallbackNC *Function);
int redisAsyncSetDisconnectCallback(redisAsyncContext *Context,
                                    redisDisconnectCallback *Function);
redisAsyncPushFn *redisAsyncSetPushCallback(redisAsyncContext *Context,
                                            redisAsyncPushFn *Function);
int redisAsyncSetTimeout(redisAsyncContext *Context, struct timeval Timeout);
void redisAsyncDisconnect(redisAsyncContext *Context);
void redisAsyncFree(redisAsyncContext *Context);

void redisAsyncHandleRead(redisAsyncContext *Context);
void redisAsyncHandleWrite(redisAsyncContext *Context);
void redisAsyncHandleTimeout(redisAsyncContext *Context);
void redisAsyncRead(redisAsyncContext *Context);
void redisAsyncWrite(redisAsyncContext *Context);

int redisvAsyncCommand(redisAsyncContext *Context, redisCallbackFn *Function, void *Data,
                       const char *Format, va_list Arguments);
int redisAsyncCommand(redisAsyncContext *Context, redisCallbackFn *Function, void *Data,
                      const char *Format, ...);
int redisAsyncCommandArgv(redisAsyncContext *Context, redisCallbackFn *Function,
                          void *Data, int Count, const char **Words, const size_t *Sizes);
int redisAsyncFormattedCommand(redisAsyncContext *Context, redisCallbackFn *Function,
                               void *Data, const char *Command, size_t Size);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_ASYNC_H
