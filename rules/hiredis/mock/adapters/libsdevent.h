//===- libsdevent.h - hiredis under sd-event ----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_LIBSDEVENT_H
#define DBTIDY_RULES_HIREDIS_LIBSDEVENT_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

struct sd_event;
int redisLibsdeventAttach(redisAsyncContext *Context, struct sd_event *Event);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_LIBSDEVENT_H
