//===- Ways.h - Where control may go ------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_WAYS_H
#define DBTIDY_LIFECYCLE_WAYS_H

#include "lifecycle/Graph.h"
#include "lifecycle/Interpreter.h"

namespace dbtidy::lifecycle {

/// What is known of C's callee; null if nothing is.
const FunctionSummary *knownSummary(const program::Call &C, Session &Shared);

/// Whether it is for the state to say which function C calls.
bool isDispatched(const program::Call &C, Session &Shared);

/// Whether an exception may come out of C, for all that is known of its callee.
bool mayUnwind(const program::Call &C, Session &Shared);

/// Successors by block, the ways of exceptions included. Order: the blocks to look at.
Lists waysOn(const program::Function &F, Session &Shared,
             const std::vector<uint32_t> &Order);

/// The blocks in which the function is left, normally or by an exception.
llvm::BitVector waysOut(const program::Function &F, Session &Shared,
                        const std::vector<uint32_t> &Order);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_WAYS_H
