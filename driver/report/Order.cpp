//===- Order.cpp - The order of every report ------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Order.h"

#include <algorithm>

namespace dbtidy::report {

std::vector<const Finding *> inOrder(const std::vector<Finding> &Findings) {
  std::vector<const Finding *> Result;
  Result.reserve(Findings.size());
  for (const Finding &F : Findings)
    Result.push_back(&F);
  std::ranges::sort(Result, [](const Finding *A, const Finding *B) {
    return *A < *B || (!(*B < *A) && A < B);
  });
  return Result;
}

} // namespace dbtidy::report
