//===- Budget.h - Bounds on the work for one function -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_BUDGET_H
#define DBTIDY_BASE_BUDGET_H

namespace dbtidy {

/// What the analysis of one function may cost. Counts, not seconds: the same function
/// gives up on every machine or on none.
struct Budget {
  unsigned Blocks = 20000;      ///< basic blocks
  unsigned Steps = 120000;      ///< events and branches interpreted
  unsigned StatesPerBlock = 96; ///< states kept apart at the entry of one block
  unsigned Outcomes = 24;       ///< ways to end kept apart in a summary
};

} // namespace dbtidy

#endif // DBTIDY_BASE_BUDGET_H
