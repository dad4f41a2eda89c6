//===- Check.h - What a check of the engine's faults is ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A check sees every fault the engine found, and turns those that are its own into
// findings. It has no state and knows nothing of Clang, files or other checks.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_CHECK_H
#define DBTIDY_LIFECYCLE_CHECK_H

#include "lifecycle/Lifecycle.h"

#include <memory>
#include <optional>

namespace dbtidy::lifecycle {

class Check {
public:
  virtual ~Check();
  /// The finding that F is to this check; nothing if F is another check's.
  virtual std::optional<Finding> visit(const Fault &F) const = 0;
};

/// A finding of F, where its resource was acquired, with its path, fixes and confidence.
Finding findingAtAcquisition(const Fault &F, llvm::StringRef Check, std::string Message);
/// The same where the resource is misused.
Finding findingAtEnd(const Fault &F, llvm::StringRef Check, std::string Message);

/// The way in which a resource is lost, for the end of a message: "is not released on the
/// path that returns at line 12".
std::string howLost(const Fault &F);
/// "a query result", "an iterator"
std::string withArticle(llvm::StringRef Noun);
/// "query result 'res' from 'PQexec'"
std::string subjectOf(const Fault &F);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_CHECK_H
