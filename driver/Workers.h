//===- Workers.h - Compiling files in processes of their own -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_WORKERS_H
#define DBTIDY_DRIVER_WORKERS_H

#include "worker/Protocol.h"

#include "llvm/Support/Error.h"

#include <functional>
#include <memory>

namespace dbtidy::driver {

/// What became of one file.
struct Compiled {
  std::string Bytes;   ///< of a Unit
  std::string Failure; ///< why there are none: crash, timeout; or empty
};

/// Processes that compile. One that is idle serves the next request.
class Workers {
public:
  /// Where dbtidy-worker is installed; fails with the places that were looked at.
  static llvm::Expected<std::string> findProgram();

  /// Starts none yet. Rules are the rule files that each worker loads.
  Workers(std::string Program, std::vector<std::string> Rules, unsigned Jobs,
          unsigned TimeoutSeconds);
  ~Workers();
  Workers(const Workers &) = delete;
  Workers &operator=(const Workers &) = delete;

  /// The commands of a compilation database.
  llvm::Expected<Listing> list(const std::string &Build);
  /// Compiles and captures Commands, Jobs at a time: a crash or an endless compilation
  /// costs that file only. Results are in the order of Commands. Done is called after
  /// each file, with the number finished so far.
  std::vector<Compiled> compile(const std::vector<capture::Command> &Commands,
                                const std::function<void(size_t)> &Done);

private:
  class Pool;
  std::unique_ptr<Pool> Own;
};

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_WORKERS_H
