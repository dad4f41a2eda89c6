//===- RuleLoader.cpp - Rules that are read meanwhile ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "registry/RuleLoader.h"
#include "registry/Registry.h"

namespace dbtidy::registry {

RuleLoader::RuleLoader(const std::vector<std::string> &Paths) {
  (void)!Fault; // checked
  if (Paths.empty()) {
    Reading = std::thread([this] { Rules = llvm::cantFail(loadRules({})); });
    return;
  }
  llvm::Expected<api::Catalogue> Read = loadRules(Paths);
  if (Read)
    Rules = std::move(*Read);
  else
    Fault = Read.takeError();
}

RuleLoader::~RuleLoader() {
  if (Reading.joinable())
    Reading.join();
  llvm::consumeError(std::move(Fault));
}

const api::Catalogue &RuleLoader::get() {
  if (Reading.joinable())
    Reading.join();
  return Rules;
}

} // namespace dbtidy::registry
