//===- Cells.cpp - Sets of variables and their fields ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Cells.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// The first field on the way; 0 where there is none.
static StringId fieldOf(const Place &P) {
  const auto Field = llvm::find_if(
      P.Path, [](const Projection &Step) { return Step.Kind == ProjectionKind::Field; });
  return Field == P.Path.end() ? 0 : Field->Value;
}

Cells::Cells(const Function &F) : F(F), Of(F.Vars.size()) {
  for (VarId V = 0; V != F.Vars.size(); ++V)
    Of[V].emplace_back(0, static_cast<Cell>(Count++));
}

Cell Cells::of(const Place &P) {
  const StringId Field = fieldOf(P);
  for (const auto &[Name, C] : Of[P.Base])
    if (Name == Field)
      return C;
  Of[P.Base].emplace_back(Field, static_cast<Cell>(Count));
  return static_cast<Cell>(Count++);
}

bool Cells::touches(const Place &P, const llvm::BitVector &Set) const {
  if (!P.isValid())
    return false;
  if (Set.test(whole(P.Base)))
    return true;
  const StringId Field = fieldOf(P);
  return llvm::any_of(Of[P.Base], [&](const auto &C) {
    return (Field == 0 || C.first == Field) && C.second < Set.size() &&
           Set.test(C.second);
  });
}

void Cells::mentions(ExprId Value,
                     llvm::function_ref<void(const Place &, bool)> Visit) const {
  if (Value == program::None)
    return;
  const Expr &E = F.Exprs[Value];
  // The address of what a pointer points to is a value of the pointer's.
  if (E.Kind == ExprKind::Load)
    Visit(E.Where, false);
  else if (E.Kind == ExprKind::AddressOf)
    Visit(E.Where, llvm::none_of(E.Where.Path, [](const Projection &Step) {
            return Step.Kind == ProjectionKind::Deref;
          }));
  mentions(E.Left, Visit);
  mentions(E.Right, Visit);
}

bool Cells::touches(ExprId Value, const llvm::BitVector &Set) const {
  bool Found = false;
  mentions(Value, [&](const Place &P, bool) { Found = Found || touches(P, Set); });
  return Found;
}

} // namespace dbtidy::lifecycle
