//===- Graph.h - Graphs as lists of neighbours ------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_GRAPH_H
#define DBTIDY_LIFECYCLE_GRAPH_H

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <vector>

namespace dbtidy::lifecycle {

/// By node: its neighbours, successors or predecessors as the name of the list says.
using Lists = std::vector<llvm::SmallVector<uint32_t, 2>>;

/// The nodes that can be reached from Root, each behind all it leads to but for cycles.
std::vector<uint32_t> postOrder(const Lists &Next, uint32_t Root);

/// Sets From in Seen, and all that can be reached from it and is not set yet.
void reach(const Lists &Next, llvm::BitVector &Seen, uint32_t From);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_GRAPH_H
