//===- redismoduleapi.h - hiredis under a Redis module ------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_REDISMODULEAPI_H
#define DBTIDY_RULES_HIREDIS_REDISMODULEAPI_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

struct RedisModuleCtx;
int redisModuleAttach(redisAsyncContext *Context, struct RedisModuleCtx *Module);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_REDISMODULEAPI_H
