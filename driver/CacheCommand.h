//===- CacheCommand.h - dbtidy cache ----------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_CACHECOMMAND_H
#define DBTIDY_DRIVER_CACHECOMMAND_H

#include "Options.h"

namespace dbtidy::driver {

/// Runs `dbtidy cache` and returns the process's exit status.
int runCache(const Options &O);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_CACHECOMMAND_H
