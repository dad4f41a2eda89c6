//===- sybfront.h - Included before sybdb.h -----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Programs include it first; everything that api.json names is in sybdb.h.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_SYBFRONT_H
#define DBTIDY_RULES_SYBFRONT_H

#include "sybdb.h"

#endif // DBTIDY_RULES_SYBFRONT_H
