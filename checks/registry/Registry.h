//===- Registry.h - Every check and every built-in rule -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the driver and the clang-tidy module share: the checks of the folders
// checks/db-*/, found when the build is configured, and the rule files that are built in.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_REGISTRY_REGISTRY_H
#define DBTIDY_REGISTRY_REGISTRY_H

#include "api/Catalogue.h"
#include "lifecycle/Lifecycle.h"

#include <string>
#include <vector>

namespace dbtidy::registry {

/// What a check says of itself (check.json and doc.md).
struct CheckInfo {
  std::string Name, Summary, Severity, Precision, Status, Since;
  std::vector<unsigned> Cwe;
  std::vector<std::string> Tags;
  std::string Description; ///< Markdown
};

/// All checks, by name.
const std::vector<CheckInfo> &checks();

/// Whether a list of globs, each with a leading '-' to take out, admits Name; the last
/// match counts. An empty list admits everything.
bool enabled(const std::vector<std::string> &Globs, llvm::StringRef Name);

/// The built-in rule files, then those of Paths in order.
llvm::Expected<api::Catalogue> loadRules(const std::vector<std::string> &Paths);

/// What the enabled checks make of the faults; sorted, with fingerprints.
std::vector<Finding> findings(const std::vector<lifecycle::Fault> &Faults,
                              const std::vector<std::string> &Globs);

} // namespace dbtidy::registry

#endif // DBTIDY_REGISTRY_REGISTRY_H
