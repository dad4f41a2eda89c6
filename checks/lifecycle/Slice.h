//===- Slice.h - What of a function can matter ------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Most of a large function has nothing to do with its handles: it writes logs, compares
// versions, fills in structures. Before the states are run through it, a backward slice
// (Weiser, "Program slicing", TSE 1984) tells which events and branches can matter to a
// handle, a transaction, what callers see, or a condition that these depend on. The rest
// is passed by: a branch that decides over nothing is left at the point where its ways
// meet, where the states would have been joined anyway.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_SLICE_H
#define DBTIDY_LIFECYCLE_SLICE_H

#include "program/Program.h"

#include "llvm/ADT/BitVector.h"

#include <vector>

namespace dbtidy::lifecycle {

struct Session;

struct Slice {
  /// By block, then by the event's index in it: true if it can be passed by.
  std::vector<llvm::BitVector> Skipped;
  /// By block: where control goes on at once, without a look at the condition; None if
  /// the end of the block matters.
  std::vector<uint32_t> Jump;
  /// By block, for a jump: code that is not seen and may change globals is jumped over.
  llvm::BitVector Disturbs;
  /// By block, for a jump: the condition follows a pointer that may be a handle's.
  llvm::BitVector Reads;

  /// What of a variable matters: its value as a whole, or that of some fields, its own or
  /// of what it points to.
  struct Kept {
    bool Whole = false;
    llvm::SmallVector<program::StringId, 2> Fields;
  };
  std::vector<Kept> Vars; ///< by variable

  bool skips(uint32_t Block, size_t Index) const {
    return Skipped[Block].test(static_cast<unsigned>(Index));
  }
};

/// Slices F by what is known of its callees now. Order: see PostDominators.
Slice slice(const program::Function &F, Session &Shared,
            const std::vector<uint32_t> &Order);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_SLICE_H
