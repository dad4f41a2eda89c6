//===- CheckCommand.h - dbtidy check -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_CHECKCOMMAND_H
#define DBTIDY_DRIVER_CHECKCOMMAND_H

#include "Options.h"

namespace dbtidy::driver {

/// Runs `dbtidy check` and returns the process's exit status. CommandLine is for the
/// report.
int runCheck(const Options &O, const std::vector<std::string> &CommandLine);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_CHECKCOMMAND_H
