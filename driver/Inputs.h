//===- Inputs.h - Which files a run is about -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_INPUTS_H
#define DBTIDY_DRIVER_INPUTS_H

#include "Options.h"
#include "worker/Protocol.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace dbtidy::driver {

/// What a run analyses.
struct Inputs {
  std::vector<capture::Command> Commands; ///< files to compile, by name, each once
  std::vector<std::string> Programs;      ///< program models in text form (.dbtp)
  std::vector<std::string> Unknown;       ///< named, but not in the compilation database
};

/// Resolves the command line's paths: against the compilation database, which List reads,
/// or as single files with the flags behind `--`.
llvm::Expected<Inputs>
resolveInputs(const Options &O, const std::string &Directory,
              llvm::function_ref<llvm::Expected<Listing>(const std::string &)> List);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_INPUTS_H
