//===- Graph.cpp - Graphs as lists of neighbours --------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Graph.h"

namespace dbtidy::lifecycle {

std::vector<uint32_t> postOrder(const Lists &Next, uint32_t Root) {
  std::vector<uint32_t> Out;
  std::vector<bool> Seen(Next.size());
  std::vector<std::pair<uint32_t, size_t>> Stack{{Root, 0}};
  Seen[Root] = true;
  while (!Stack.empty()) {
    auto &[N, Child] = Stack.back();
    if (Child == Next[N].size()) {
      Out.push_back(N);
      Stack.pop_back();
      continue;
    }
    const uint32_t To = Next[N][Child++];
    if (!Seen[To]) {
      Seen[To] = true;
      Stack.emplace_back(To, 0);
    }
  }
  return Out;
}

void reach(const Lists &Next, llvm::BitVector &Seen, uint32_t From) {
  std::vector<uint32_t> Work{From};
  Seen.set(From);
  while (!Work.empty()) {
    const uint32_t N = Work.back();
    Work.pop_back();
    for (const uint32_t To : Next[N])
      if (!Seen.test(To)) {
        Seen.set(To);
        Work.push_back(To);
      }
  }
}

} // namespace dbtidy::lifecycle
