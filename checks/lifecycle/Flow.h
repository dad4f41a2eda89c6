//===- Flow.h - Order, cycles and liveness of a function --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the engine: what the interpreter knows of a function's graph before it runs
// states through it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_FLOW_H
#define DBTIDY_LIFECYCLE_FLOW_H

#include "lifecycle/Graph.h"
#include "lifecycle/Slice.h"

namespace dbtidy::lifecycle {

struct Flow {
  Slice Part; ///< what of the function is looked at
  Lists Next; ///< by block: successors in it
  /// By block: where control gets to past blocks in which nothing happens.
  std::vector<uint32_t> Onward;
  /// By block: in reverse post-order of what is looked at; None: control does not come.
  std::vector<uint32_t> Position;
  llvm::BitVector Meets;               ///< by block: more than one way leads to it
  llvm::BitVector InCycle;             ///< by block: control may come back to it
  std::vector<llvm::BitVector> LiveIn; ///< by block: variables read later
  llvm::BitVector Pinned;              ///< variables whose address is taken, or global
};

Flow flowOf(const program::Function &F, Session &Shared);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_FLOW_H
