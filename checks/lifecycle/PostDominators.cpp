//===- PostDominators.cpp - What a branch decides over --------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/PostDominators.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

static constexpr uint32_t Unset = ~0U;

PostDominators::PostDominators(const Lists &Graph, const std::vector<uint32_t> &Order,
                               const llvm::BitVector &Exits)
    : Next(Graph.size() + 1, Unset), Live(static_cast<unsigned>(Graph.size())),
      Deciders(Graph.size()) {
  Lists Before(Graph.size() + 1);
  for (const uint32_t N : Order)
    for (const uint32_t To : Graph[N])
      Before[To].push_back(N);
  // What leads to a true exit; then, from the ends of the program and one node of each
  // endless loop, what leads there.
  llvm::BitVector Covered(static_cast<unsigned>(Graph.size()));
  const auto End = [&](uint32_t N) {
    Before[exit()].push_back(N);
    if (!Covered.test(N))
      reach(Before, Covered, N);
  };
  for (const uint32_t N : Order)
    if (Exits.test(N))
      End(N);
  Live = Covered;
  for (const uint32_t N : Order)
    if (Graph[N].empty() && !Covered.test(N))
      End(N);
  for (const uint32_t N : Order)
    if (!Covered.test(N))
      End(N);
  // A way on that never comes back does not count beside one that does.
  for (const uint32_t N : Order)
    if (!Live.test(N))
      llvm::erase_if(Before[N], [&](uint32_t P) { return Live.test(P); });
  solve(Before);
  findDeciders(Graph, Order);
}

void PostDominators::solve(const Lists &Before) {
  const std::vector<uint32_t> Order = postOrder(Before, exit());
  std::vector<uint32_t> Number(Before.size(), 0);
  for (uint32_t I = 0; I != Order.size(); ++I)
    Number[Order[I]] = I;
  Lists After(Before.size());
  for (const uint32_t N : Order)
    for (const uint32_t P : Before[N])
      After[P].push_back(N);
  const auto Meet = [&](uint32_t A, uint32_t B) {
    while (A != B) {
      while (Number[A] < Number[B])
        A = Next[A];
      while (Number[B] < Number[A])
        B = Next[B];
    }
    return A;
  };
  Next[exit()] = exit();
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const uint32_t N : llvm::reverse(Order)) {
      if (N == exit())
        continue;
      uint32_t Now = Unset;
      for (const uint32_t To : After[N])
        if (Next[To] != Unset)
          Now = Now == Unset ? To : Meet(Now, To);
      if (Now != Next[N]) {
        Next[N] = Now;
        Changed = true;
      }
    }
  }
}

void PostDominators::findDeciders(const Lists &Graph,
                                  const std::vector<uint32_t> &Order) {
  for (const uint32_t N : Order) {
    if (Graph[N].size() < 2)
      continue;
    for (const uint32_t To : Graph[N])
      for (uint32_t On = To; On != exit() && On != Next[N]; On = Next[On])
        if (!llvm::is_contained(Deciders[On], N))
          Deciders[On].push_back(N);
        else
          break;
  }
}

} // namespace dbtidy::lifecycle
