//===- RuleLoader.h - Rules that are read meanwhile -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading all built-in rules takes as long as parsing a small file, and nobody needs them
// before the first file is parsed.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_REGISTRY_RULELOADER_H
#define DBTIDY_REGISTRY_RULELOADER_H

#include "api/Catalogue.h"

#include <string>
#include <thread>
#include <vector>

namespace dbtidy::registry {

class RuleLoader {
public:
  /// Begins to read the built-in rules. With rule files of the user's all is read at once
  /// (the current directory may change), and a fault in them is in fault().
  explicit RuleLoader(const std::vector<std::string> &Paths);
  ~RuleLoader();
  RuleLoader(const RuleLoader &) = delete;
  RuleLoader &operator=(const RuleLoader &) = delete;

  llvm::Error fault() { return std::move(Fault); }
  /// Waits for them. Not from two threads at a time; not where there was a fault.
  const api::Catalogue &get();

private:
  llvm::Error Fault = llvm::Error::success();
  api::Catalogue Rules;
  std::thread Reading;
};

} // namespace dbtidy::registry

#endif // DBTIDY_REGISTRY_RULELOADER_H
