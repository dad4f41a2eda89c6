//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of hiredis: every
// call of api.json is made with values of the types that its entry assumes, and every
// constant is compared with the header's. Never run.
//
// The adapters are headers of static functions that need their event loop's own headers,
// so these calls are held to the mock only.
//
// Real headers: pkg-config hiredis
//
//===----------------------------------------------------------------------===//
#include "async.h"
#include "hiredis.h"
#include "read.h"

#ifdef DBTIDY_RULES_HIREDIS_H
#define HAVE_ADAPTERS
// clang-format off: #include in the first column would ask for these of the real library.
  #include "adapters/ae.h"
  #include "adapters/glib.h"
  #include "adapters/ivykis.h"
  #include "adapters/libev.h"
  #include "adapters/libevent.h"
  #include "adapters/libhv.h"
  #include "adapters/libsdevent.h"
  #include "adapters/libuv.h"
  #include "adapters/macosx.h"
  #include "adapters/poll.h"
  #include "adapters/redismoduleapi.h"
#endif
#if __has_include("hiredis_ssl.h")
#define HAVE_TLS
  #include "hiredis_ssl.h"
#endif
// clang-format on

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((int)(Name) == (Value), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((int)(Name) == (Value), #Name)
#endif

NUMBER(REDIS_ERR, -1);
NUMBER(REDIS_OK, 0);

void connections(const char *Ip, int Port, const char *Path, struct timeval Timeout) {
  int Status;
  redisContext *Context;
  Context = redisConnect(Ip, Port);
  Status = redisReconnect(Context);
  redisFree(Context);
  Context = redisConnectWithTimeout(Ip, Port, Timeout);
  redisFree(Context);
  Context = redisConnectNonBlock(Ip, Port);
  redisFree(Context);
  Context = redisConnectBindNonBlock(Ip, Port, Ip);
  redisFree(Context);
  Context = redisConnectBindNonBlockWithReuse(Ip, Port, Ip);
  redisFree(Context);
  Context = redisConnectUnix(Path);
  redisFree(Context);
  Context = redisConnectUnixWithTimeout(Path, Timeout);
  redisFree(Context);
  Context = redisConnectUnixNonBlock(Path);
  Status = redisFreeKeepFd(Context);
  Context = redisConnectFd(Status);
  Status = redisSetTimeout(Context, Timeout);
  Status = redisEnableKeepAlive(Context);
  Status = redisBufferWrite(Context, &Status);
  Status = redisBufferRead(Context);
  redisFree(Context);
  redisFree(NULL);
  (void)Status;
}

void commands(redisContext *Context, const char *Format, const char **Words,
              const size_t *Sizes, va_list Arguments) {
  int Status;
  void *Untyped;
  redisReply *Reply = (redisReply *)redisCommand(Context, "GET %s", Format);
  freeReplyObject(Reply);
  Reply = (redisReply *)redisCommandArgv(Context, 1, Words, Sizes);
  freeReplyObject(Reply);
  Untyped = redisvCommand(Context, Format, Arguments);
  freeReplyObject(Untyped);
  freeReplyObject(NULL);

  Status = redisAppendCommand(Context, "PING");
  Status = redisvAppendCommand(Context, Format, Arguments);
  Status = redisAppendCommandArgv(Context, 1, Words, Sizes);
  Status = redisAppendFormattedCommand(Context, Format, *Sizes);
  Status = redisGetReply(Context, (void **)&Reply);
  freeReplyObject(Reply);
  Status = redisGetReply(Context, NULL);
  Status = redisGetReplyFromReader(Context, &Untyped);
  freeReplyObject(Untyped);
  (void)Status;
}

void formatting(const char *Format, const char **Words, const size_t *Sizes,
                va_list Arguments) {
  long long Length;
  char *Command;
  Length = redisFormatCommand(&Command, "PING");
  redisFreeCommand(Command);
  Length = redisvFormatCommand(&Command, Format, Arguments);
  redisFreeCommand(Command);
  Length = redisFormatCommandArgv(&Command, 1, Words, Sizes);
  redisFreeCommand(Command);
  Length = redisFormatSdsCommandArgv(&Command, 1, Words, Sizes);
  redisFreeSdsCommand(Command);
  (void)Length;
}

void readers(redisReplyObjectFunctions *Functions, const char *Data, size_t Size) {
  int Status;
  void *Reply;
  redisReader *Reader = redisReaderCreateWithFunctions(Functions);
  redisReaderFree(Reader);
  Reader = redisReaderCreate();
  Status = redisReaderFeed(Reader, Data, Size);
  Status = redisReaderGetReply(Reader, &Reply);
  freeReplyObject(Reply);
  redisReaderFree(Reader);
  (void)Status;
}

void asynchronous(const char *Ip, int Port, redisCallbackFn *Function,
                  redisConnectCallback *Connected, redisDisconnectCallback *Disconnected,
                  void *Data, const char **Words, const size_t *Sizes,
                  va_list Arguments) {
  int Status;
  redisAsyncContext *Context;
  Context = redisAsyncConnectBind(Ip, Port, Ip);
  redisAsyncFree(Context);
  Context = redisAsyncConnectBindWithReuse(Ip, Port, Ip);
  redisAsyncFree(Context);
  Context = redisAsyncConnectUnix(Ip);
  redisAsyncFree(Context);
  Context = redisAsyncConnect(Ip, Port);
  Status = redisAsyncSetConnectCallback(Context, Connected);
  Status = redisAsyncSetDisconnectCallback(Context, Disconnected);
  Status = redisAsyncCommand(Context, Function, Data, "PING");
  Status = redisvAsyncCommand(Context, Function, Data, Ip, Arguments);
  Status = redisAsyncCommandArgv(Context, Function, Data, 1, Words, Sizes);
  Status = redisAsyncFormattedCommand(Context, Function, Data, *Words, *Sizes);
  redisAsyncHandleRead(Context);
  redisAsyncHandleWrite(Context);
  redisAsyncDisconnect(Context);
  (void)Status;
}

#if defined(HIREDIS_MAJOR) && HIREDIS_MAJOR >= 1
void sinceRelease1(const redisOptions *Options, struct timeval Timeout, redisPushFn *Push,
                   redisAsyncPushFn *AsyncPush, redisConnectCallbackNC *Connected) {
  int Status;
  redisAsyncContext *Async;
  redisContext *Context = redisConnectWithOptions(Options);
  Status = redisEnableKeepAliveWithInterval(Context, 15);
  Status = redisSetTcpUserTimeout(Context, 15);
  redisSetPushCallback(Context, Push);
  redisFree(Context);
  Async = redisAsyncConnectWithOptions(Options);
  Status = redisAsyncSetConnectCallbackNC(Async, Connected);
  redisAsyncSetPushCallback(Async, AsyncPush);
  Status = redisAsyncSetTimeout(Async, Timeout);
  redisAsyncRead(Async);
  redisAsyncWrite(Async);
  redisAsyncHandleTimeout(Async);
  redisAsyncFree(Async);
  (void)Status;
}
#endif

#ifdef HAVE_TLS
void tls(redisContext *Context, const char *Name, redisSSLOptions *Options,
         struct ssl_st *Ssl) {
  int Status;
  redisSSLContextError Error;
  redisSSLContext *Tls = redisCreateSSLContext(Name, Name, Name, Name, Name, &Error);
  Name = redisSSLContextGetError(Error);
  redisFreeSSLContext(Tls);
  Status = redisInitOpenSSL();
  Tls = redisCreateSSLContextWithOptions(Options, &Error);
  Status = redisInitiateSSLWithContext(Context, Tls);
  redisFreeSSLContext(Tls);
  redisFreeSSLContext(NULL);
  Status = redisInitiateSSL(Context, Ssl);
  (void)Name;
  (void)Status;
}
#endif

#ifdef HAVE_ADAPTERS
void adapters(redisAsyncContext *Context) {
  int Status;
  GSource *Source;
  Status = redisAeAttach(NULL, Context);
  Status = redisIvykisAttach(Context);
  Status = redisLibevAttach(NULL, Context);
  Status = redisLibeventAttach(Context, NULL);
  Status = redisLibhvAttach(Context, NULL);
  Status = redisLibsdeventAttach(Context, NULL);
  Status = redisLibuvAttach(Context, NULL);
  Status = redisMacOSAttach(Context, NULL);
  Status = redisModuleAttach(Context, NULL);
  Status = redisPollAttach(Context);
  Source = redis_source_new(Context);
  (void)Source;
  (void)Status;
}
#endif
