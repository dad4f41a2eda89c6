//===- libev.h - hiredis under libev ------------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_LIBEV_H
#define DBTIDY_RULES_HIREDIS_LIBEV_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

// libev may be built for a single loop; then the first parameter is missing.
struct ev_loop;
int redisLibevAttach(struct ev_loop *Loop, redisAsyncContext *Context);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_LIBEV_H
