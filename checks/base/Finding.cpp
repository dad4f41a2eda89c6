//===- Finding.cpp - Order and identity of findings -----------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "base/Finding.h"
#include "base/StableName.h"

#include <map>
#include <tuple>

namespace dbtidy {

bool operator<(const Finding &A, const Finding &B) {
  const auto Key = [](const Finding &F) {
    return std::tie(F.Loc.File, F.Loc.Line, F.Loc.Column, F.Check, F.Message, F.Function);
  };
  return Key(A) < Key(B);
}

void fingerprint(std::vector<Finding> &Findings) {
  std::map<std::string, unsigned> Seen;
  for (Finding &F : Findings) {
    // The base name only: a checkout elsewhere must give the same fingerprint.
    const std::string File = F.Loc.File.substr(F.Loc.File.find_last_of('/') + 1);
    const std::string Key = F.Check + '\n' + File + '\n' + F.Function + '\n' + F.Subject;
    F.Fingerprint = stableName(Key + '\n' + std::to_string(Seen[Key]++));
  }
}

} // namespace dbtidy
