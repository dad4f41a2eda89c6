//===- Cells.h - Sets of variables and their fields -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A cell is a variable, or a field of it or of what it points to; deeper parts belong to
// the first field on the way. Sets of cells are what the slice is computed with.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_CELLS_H
#define DBTIDY_LIFECYCLE_CELLS_H

#include "program/Program.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace dbtidy::lifecycle {

using Cell = uint32_t;

/// The cells of one function, numbered as they are asked for. Lives no longer than the
/// function.
class Cells {
public:
  explicit Cells(const program::Function &F);

  size_t size() const { return Count; }
  Cell of(const program::Place &P);
  Cell whole(program::VarId V) const { return Of[V].front().second; }
  /// The cells of one variable: the whole first, then fields by their names.
  llvm::ArrayRef<std::pair<program::StringId, Cell>> all(program::VarId V) const {
    return Of[V];
  }
  /// Whether P shares storage with a member of Set, or leads to one. What lies beyond
  /// Set's size is not in it.
  bool touches(const program::Place &P, const llvm::BitVector &Set) const;
  bool touches(program::ExprId Value, const llvm::BitVector &Set) const;
  /// Visits the places that a value mentions: Fn(place, true if their address is taken).
  void
  mentions(program::ExprId Value,
           llvm::function_ref<void(const program::Place &, bool Address)> Visit) const;

private:
  const program::Function &F;
  std::vector<llvm::SmallVector<std::pair<program::StringId, Cell>, 2>> Of;
  size_t Count = 0;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_CELLS_H
