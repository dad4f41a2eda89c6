//===- Outcome.h - What the analysis of a whole program gave ----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All that a report is made of, before checks are chosen and suppressions looked at: the
// content of an index, and of the cache's record of a run.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_OUTCOME_H
#define DBTIDY_DRIVER_OUTCOME_H

#include "base/Archive.h"
#include "lifecycle/Lifecycle.h"

namespace dbtidy::driver {

struct Outcome {
  struct Problem {
    std::string File, Message;
  };
  unsigned FilesAnalysed = 0;
  unsigned FilesFailed = 0;     ///< with compile errors, or not compiled at all
  unsigned FilesWithErrors = 0; ///< of these, analysed as far as they could be parsed
  std::vector<Problem> Problems;
  lifecycle::Result Result;
};

/// Counts a file that was compiled to Model, and tells its compile errors.
void countFile(Outcome &To, const std::string &File, unsigned Errors,
               llvm::StringRef FirstError);

void archiveOutcome(ArchiveWriter &A, Outcome &O);
void archiveOutcome(ArchiveReader &A, Outcome &O);

/// Calls Each with every name of a file in O, which it may change.
void eachFile(Outcome &O, llvm::function_ref<void(std::string &)> Each);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_OUTCOME_H
