//===- Conditions.cpp - Branches and what they test -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

void FunctionLowering::condition(const clang::Expr *E, BlockId True, BlockId False,
                                 BranchKind Kind) {
  if (!reachable())
    return;
  const uint32_t Mark = Top;
  const BlockId Yes = newBlock(), No = newBlock();
  if (const auto *Full = dyn_cast<ExprWithCleanups>(E))
    E = Full->getSubExpr();
  branch(E, Yes, No, Kind);
  // What the condition made ends on both ways out of it.
  const uint32_t Made = Top;
  for (const auto &[From, To] : {std::pair{Yes, True}, std::pair{No, False}}) {
    Top = Made;
    enter(From);
    popTo(Mark, E->getSourceRange());
    jump(To);
  }
  Top = Mark;
}

void FunctionLowering::branch(const clang::Expr *E, BlockId True, BlockId False,
                              BranchKind Kind) {
  if (!reachable())
    return;
  E = E->IgnoreParens();
  if (const auto Value = constant(E)) {
    jump(*Value ? True : False);
    return;
  }
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
      Cast &&
      (Cast->getCastKind() == CK_IntegralToBoolean ||
       Cast->getCastKind() == CK_PointerToBoolean || Cast->getCastKind() == CK_NoOp ||
       Cast->getCastKind() == CK_IntegralCast)) {
    branch(Cast->getSubExpr(), True, False, Kind);
    return;
  }
  if (const auto *Not = dyn_cast<UnaryOperator>(E); Not && Not->getOpcode() == UO_LNot) {
    branch(Not->getSubExpr(), False, True, Kind);
    return;
  }
  if (const auto *Logical = dyn_cast<BinaryOperator>(E);
      Logical && Logical->isLogicalOp()) {
    const BlockId Second = newBlock();
    const bool And = Logical->getOpcode() == BO_LAnd;
    branch(Logical->getLHS(), And ? Second : True, And ? False : Second, Kind);
    enter(Second);
    ++ConditionalDepth;
    branch(Logical->getRHS(), True, False, Kind);
    --ConditionalDepth;
    return;
  }
  if (const auto *Comma = dyn_cast<BinaryOperator>(E);
      Comma && Comma->getOpcode() == BO_Comma) {
    effects(Comma->getLHS());
    branch(Comma->getRHS(), True, False, Kind);
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const unsigned Builtin = Call->getBuiltinCallee();
    if (Builtin == Builtin::BI__builtin_expect ||
        Builtin == Builtin::BI__builtin_expect_with_probability) {
      branch(Call->getArg(0), True, False, Kind);
      return;
    }
  }
  const ExprId Value = rvalue(E);
  annotate(Value, E);
  branchOn(Value, True, False, Kind, E->getSourceRange());
}

void FunctionLowering::annotate(ExprId Value, const clang::Expr *E) {
  E = E->IgnoreParenImpCasts();
  F.Exprs[Value].Source = U.Into.intern(U.Text.text(E));
  const auto *Compare = dyn_cast<BinaryOperator>(E);
  if (!Compare || !Compare->isComparisonOp() || F.Exprs[Value].Kind != ExprKind::Binary)
    return;
  const auto Side = [&](ExprId Id, const clang::Expr *Operand) {
    if (Id == None)
      return;
    Operand = Operand->IgnoreParenImpCasts();
    // `(rc = f()) != OK` speaks of rc.
    if (const auto *Assign = dyn_cast<BinaryOperator>(Operand);
        Assign && Assign->getOpcode() == BO_Assign)
      Operand = Assign->getLHS()->IgnoreParenImpCasts();
    F.Exprs[Id].Source = U.Into.intern(U.Text.text(Operand));
  };
  Side(F.Exprs[Value].Left, Compare->getLHS());
  Side(F.Exprs[Value].Right, Compare->getRHS());
}

void FunctionLowering::branchOn(ExprId Value, BlockId True, BlockId False,
                                BranchKind Kind, SourceRange Range) {
  Terminator T;
  T.Kind = TerminatorKind::Branch;
  T.Branch = Kind;
  T.Cond = Value;
  T.Loc = span(Range);
  T.Edges.push_back(edge(True));
  T.Edges.push_back(edge(False));
  terminate(std::move(T));
}

} // namespace dbtidy::capture
