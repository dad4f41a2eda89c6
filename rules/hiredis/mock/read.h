//===- read.h - hiredis's reader of replies -----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The protocol's parser; see hiredis.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_READ_H
#define DBTIDY_RULES_HIREDIS_READ_H

#include <stddef.h>

#define REDIS_ERR -1
#define REDIS_OK 0

#define REDIS_ERR_IO 1
#define REDIS_ERR_OTHER 2
#define REDIS_ERR_EOF 3
#define REDIS_ERR_PROTOCOL 4
#define REDIS_ERR_OOM 5
#define REDIS_ERR_TIMEOUT 6

#define REDIS_REPLY_STRING 1
#define REDIS_REPLY_ARRAY 2
#define REDIS_REPLY_INTEGER 3
#define REDIS_REPLY_NIL 4
#define REDIS_REPLY_STATUS 5
#define REDIS_REPLY_ERROR 6
#define REDIS_REPLY_DOUBLE 7
#define REDIS_REPLY_BOOL 8
#define REDIS_REPLY_MAP 9
#define REDIS_REPLY_SET 10
#define REDIS_REPLY_ATTR 11
#define REDIS_REPLY_PUSH 12
#define REDIS_REPLY_BIGNUM 13
#define REDIS_REPLY_VERB 14

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redisReplyObjectFunctions redisReplyObjectFunctions;

typedef struct redisReader {
  int err;
  char errstr[128];
  void *reply;
} redisReader;

redisReader *redisReaderCreateWithFunctions(redisReplyObjectFunctions *Functions);
void redisReaderFree(redisReader *Reader);
int redisReaderFeed(redisReader *Reader, const char *Data, size_t Size);
int redisReaderGetReply(redisReader *Reader, void **Reply);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_READ_H
