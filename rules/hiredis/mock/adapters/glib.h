//===- glib.h - hiredis under GLib --------------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_GLIB_H
#define DBTIDY_RULES_HIREDIS_GLIB_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _GSource GSource;
GSource *redis_source_new(redisAsyncContext *Context);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_GLIB_H
