//===- hiredis.h - hiredis as the rule file sees it ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/hiredis/api.json speaks of, so that tests need no Redis. Written
// for dbtidy; conformance.c compiles against this file and against the real header. The
// types are those of release 1.2, without the members that only the library looks at.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_H
#define DBTIDY_RULES_HIREDIS_H

#include "read.h"
#include <stdarg.h>
#include <stddef.h>
#include <sys/time.h>

#define HIREDIS_MAJOR 1
#define HIREDIS_MINOR 2
#define HIREDIS_PATCH 0

#define REDIS_BLOCK 0x1
#define REDIS_CONNECTED 0x2
#define REDIS_DISCONNECTING 0x4
#define REDIS_FREEING 0x8

#ifdef __cplusplus
extern "C" {
#endif

typedef int redisFD;
typedef char *hisds;
struct redisAsyncContext;

typedef struct redisReply {
  int type;
  long long integer;
  double dval;
  size_t len;
  char *str;
  char vtype[4];
  size_t elements;
  struct redisReply **element;
} redisReply;

typedef void(redisPushFn)(void *, void *);
typedef void(redisAsyncPushFn)(struct redisAsyncContext *, void *);

enum redisConnectionType { REDIS_CONN_TCP, REDIS_CONN_UNIX, REDIS_CONN_USERFD };

typedef struct {
  int type;
  int options;
  const struct timeval *connect_timeout;
  const struct timeval *command_timeout;
  union {
    struct {
      const char *source_addr;
      const char *ip;
      int port;
    } tcp;
    const char *unix_socket;
    redisFD fd;
  } endpoint;
  void *privdata;
  void (*free_privdata)(void *);
  redisPushFn *push_cb;
  redisAsyncPushFn *async_push_cb;
} redisOptions;

typedef struct redisContext {
  int err;
  char errstr[128];
  redisFD fd;
  int flags;
  char *obuf;
  redisReader *reader;
  void *privdata;
} redisContext;

redisReader *redisReaderCreate(void);
void freeReplyObject(void *Reply);

int redisvFormatCommand(char **Target, const char *Format, va_list Arguments);
int redisFormatCommand(char **Target, const char *Format, ...);
long long redisFormatCommandArgv(char **Target, int Count, const char **Words,
                                 const size_t *Sizes);
long long redisFormatSdsCommandArgv(hisds *Target, int Count, const char **Words,
                                    const size_t *Sizes);
void redisFreeCommand(char *Command);
void redisFreeSdsCommand(hisds Command);

redisContext *redisConnectWithOptions(const redisOptions *Options);
redisContext *redisConnect(const char *Ip, int Port);
redisContext *redisConnectWithTimeout(const char *Ip, int Port,
                                      const struct timeval Timeout);
redisContext *redisConnectNonBlock(const char *Ip, int Port);
redisContext *redisConnectBindNonBlock(const char *Ip, int Port, const char *Source);
redisContext *redisConnectBindNonBlockWithReuse(const char *Ip, int Port,
                                                const char *Source);
redisContext *redisConnectUnix(const char *Path);
redisContext *redisConnectUnixWithTimeout(const char *Path, const struct timeval Timeout);
redisContext *redisConnectUnixNonBlock(const char *Path);
redisContext *redisConnectFd(redisFD Fd);

int redisReconnect(redisContext *Context);
redisPushFn *redisSetPushCallback(redisContext *Context, redisPushFn *Function);
int redisSetTimeout(redisContext *Context, const struct timeval Timeout);
int redisEnableKeepAlive(redisContext *Context);
int redisEnableKeepAliveWithInterval(redisContext *Context, int Interval);
int redisSetTcpUserTimeout(redisContext *Context, unsigned int Timeout);
void redisFree(redisContext *Context);
redisFD redisFreeKeepFd(redisContext *Context);
int redisBufferRead(redisContext *Context);
int redisBufferWrite(redisContext *Context, int *Done);

int redisGetReply(redisContext *Context, void **Reply);
int redisGetReplyFromReader(redisContext *Context, void **Reply);

int redisAppendFormattedCommand(redisContext *Context, const char *Command, size_t Size);
int redisvAppendCommand(redisContext *Context, const char *Format, va_list Arguments);
int redisAppendCommand(redisContext *Context, const char *Format, ...);
int redisAppendCommandArgv(redisContext *Context, int Count, const char **Words,
                           const size_t *Sizes);

void *redisvCommand(redisContext *Context, const char *Format, va_list Arguments);
void *redisCommand(redisContext *Context, const char *Format, ...);
void *redisCommandArgv(redisContext *Context, int Count, const char **Words,
                       const size_t *Sizes);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_H
