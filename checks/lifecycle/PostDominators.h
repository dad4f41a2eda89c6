//===- PostDominators.h - What a branch decides over ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Immediate post-dominators (Cooper, Harvey, Kennedy, "A simple, fast dominance
// algorithm", 2001) and control dependence (Ferrante, Ottenstein, Warren, TOPLAS 1987) of
// a graph given as successor lists, in which some nodes never reach an exit.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_POSTDOMINATORS_H
#define DBTIDY_LIFECYCLE_POSTDOMINATORS_H

#include "lifecycle/Graph.h"

namespace dbtidy::lifecycle {

class PostDominators {
public:
  /// Graph[N]: where control goes from N. Order: the nodes that can be reached, in a
  /// reverse post-order. Exits: where it ends and the outcome counts. A node that never
  /// reaches one (the program ends there, or a loop goes on for ever) has post-dominators
  /// among its kind, and does not count for a node that has another way on.
  PostDominators(const Lists &Graph, const std::vector<uint32_t> &Order,
                 const llvm::BitVector &Exits);

  /// The node where all ways on from N meet again; exit() if it is behind the end.
  uint32_t next(uint32_t N) const { return Next[N]; }
  uint32_t exit() const { return static_cast<uint32_t>(Next.size()) - 1; }
  bool reachesExit(uint32_t N) const { return Live.test(N); }
  /// The branches that decide whether N runs; not those that decide over them in turn.
  llvm::ArrayRef<uint32_t> deciders(uint32_t N) const { return Deciders[N]; }

private:
  void solve(const Lists &Before);
  void findDeciders(const Lists &Graph, const std::vector<uint32_t> &Order);

  std::vector<uint32_t> Next; ///< by node; the last one is the virtual exit
  llvm::BitVector Live;
  std::vector<llvm::SmallVector<uint32_t, 2>> Deciders;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_POSTDOMINATORS_H
