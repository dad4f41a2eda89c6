//===- libuv.h - hiredis under libuv ------------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_LIBUV_H
#define DBTIDY_RULES_HIREDIS_LIBUV_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

struct uv_loop_s;
int redisLibuvAttach(redisAsyncContext *Context, struct uv_loop_s *Loop);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_LIBUV_H
