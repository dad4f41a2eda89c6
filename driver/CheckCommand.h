//===- CheckCommand.h - dbtidy check -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_CHECKCOMMAND_H
#define DBTIDY_DRIVER_CHECKCOMMAND_H

#include "Options.h"

#include "report/Run.h"

namespace dbtidy::driver {

/// Runs `dbtidy check` and returns the process's exit status. CommandLine is for the
/// report.
int runCheck(const Options &O, const std::vector<std::string> &CommandLine);

/// The checks as the reporters want them.
std::vector<report::CheckInfo> checkInfos();

/// Says on standard error what went wrong; returns ExitUsage.
int complain(llvm::Error E);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_CHECKCOMMAND_H
