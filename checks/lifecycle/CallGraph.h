//===- CallGraph.h - Callees before callers -----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_CALLGRAPH_H
#define DBTIDY_LIFECYCLE_CALLGRAPH_H

#include "program/Program.h"

#include <vector>

namespace dbtidy::lifecycle {

struct Session;

/// Functions that call each other, by USR; most often one.
using Component = std::vector<const program::Function *>;

/// The strongly connected components of the call graph, callees first (Tarjan,
/// "Depth-first search and linear graph algorithms", 1972). The order is that of the USRs
/// wherever the graph leaves one open: it does not depend on the order in which files
/// were read.
std::vector<Component> components(const Session &S);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_CALLGRAPH_H
