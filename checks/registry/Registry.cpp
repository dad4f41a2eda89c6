//===- Registry.cpp - Every check and every built-in rule -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "registry/Registry.h"

#include "lifecycle/Check.h"
#include <algorithm>

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"

namespace dbtidy {

#define DBTIDY_CHECK(Name, Class) std::unique_ptr<lifecycle::Check> create##Class();
#include "Checks.inc"
#undef DBTIDY_CHECK

namespace registry {

const std::vector<CheckInfo> &checks() {
  static const std::vector<CheckInfo> All = {
#define DBTIDY_CHECK_INFO(Name, Class, Summary, Severity, Precision, Status, Since, Cwe, \
                          Tags, Description)                                             \
  {Name, Summary, Severity, Precision, Status, Since, Cwe, Tags, Description},
#include "CheckMetadata.inc"
#undef DBTIDY_CHECK_INFO
  };
  return All;
}

bool enabled(const std::vector<std::string> &Globs, llvm::StringRef Name) {
  bool On = Globs.empty() || llvm::StringRef(Globs.front()).starts_with("-");
  for (llvm::StringRef Glob : Globs) {
    const bool Out = Glob.consume_front("-");
    llvm::Expected<llvm::GlobPattern> Pattern = llvm::GlobPattern::create(Glob);
    if (!Pattern) {
      llvm::consumeError(Pattern.takeError());
      continue;
    }
    if (Pattern->match(Name))
      On = !Out;
  }
  return On;
}

llvm::Expected<api::Catalogue> loadRules(const std::vector<std::string> &Paths) {
  api::Catalogue Out;
#define DBTIDY_RULES(Library, Path, Text)                                                \
  if (llvm::Error E = Out.addText(Text, Path))                                           \
    return std::move(E);
#include "RulesEmbedded.inc"
#undef DBTIDY_RULES
  for (const std::string &Path : Paths)
    if (llvm::Error E = Out.addPath(Path))
      return std::move(E);
  return Out;
}

std::vector<Finding> findings(const std::vector<lifecycle::Fault> &Faults,
                              const std::vector<std::string> &Globs) {
  std::vector<std::unique_ptr<lifecycle::Check>> Active;
#define DBTIDY_CHECK(Name, Class)                                                        \
  if (enabled(Globs, Name))                                                              \
    Active.push_back(create##Class());
#include "Checks.inc"
#undef DBTIDY_CHECK
  std::vector<Finding> Out;
  for (const lifecycle::Fault &F : Faults)
    for (const std::unique_ptr<lifecycle::Check> &C : Active)
      if (std::optional<Finding> Found = C->visit(F))
        Out.push_back(std::move(*Found));
  llvm::sort(Out);
  // The instances of one template say the same of the same line.
  const auto Again = std::ranges::unique(Out, [](const Finding &A, const Finding &B) {
    return A.Check == B.Check && A.Loc == B.Loc && A.Message == B.Message;
  });
  Out.erase(Again.begin(), Again.end());
  fingerprint(Out);
  return Out;
}

} // namespace registry
} // namespace dbtidy
