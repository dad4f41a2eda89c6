//===- Workers.h - Compiling files in processes of their own -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_WORKERS_H
#define DBTIDY_DRIVER_WORKERS_H

#include "capture/Parser.h"

#include <functional>

namespace dbtidy::driver {

/// What became of one file.
struct Compiled {
  program::Program Model;
  unsigned Errors = 0;
  std::string FirstError;
  std::string Failure; ///< why there is no model: crash, timeout, bad arguments; or empty
};

/// Compiles and captures Commands in other processes, Jobs at a time: a
/// crash or an endless compilation costs that file only. Results are in the order of
/// Commands. Done is called after each file, with the number finished so far.
std::vector<Compiled> compileAll(const std::vector<capture::Command> &Commands,
                                 const api::Catalogue &Rules, unsigned Jobs,
                                 unsigned TimeoutSeconds,
                                 const std::function<void(size_t)> &Done);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_WORKERS_H
