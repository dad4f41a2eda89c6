//===- ivykis.h - hiredis under ivykis ----------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See libevent.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_HIREDIS_IVYKIS_H
#define DBTIDY_RULES_HIREDIS_IVYKIS_H

#include "../async.h"

#ifdef __cplusplus
extern "C" {
#endif

int redisIvykisAttach(redisAsyncContext *Context);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_HIREDIS_IVYKIS_H
