//===- libevent.h - hiredis under libevent ------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The real adapters are headers with static functions in them; these are only declared.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_LIBEVENT_H
#define DBTIDY_RULES_HIREDIS_LIBEVENT_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

struct event_base;
int redisLibeventAttach(redisAsyncContext *Context, struct event_base *Base);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_LIBEVENT_H
