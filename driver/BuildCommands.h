//===- BuildCommands.h - dbtidy summarize, link, report ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `dbtidy check` does in one process, in three steps for build systems.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_BUILDCOMMANDS_H
#define DBTIDY_DRIVER_BUILDCOMMANDS_H

#include "Options.h"

namespace dbtidy::driver {

/// Each runs its command and returns the process's exit status.
int runSummarize(const Options &O);
int runLink(const Options &O);
int runReport(const Options &O, const std::vector<std::string> &CommandLine);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_BUILDCOMMANDS_H
