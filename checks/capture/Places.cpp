//===- Places.cpp - Storage that expressions name -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

// NOLINTNEXTLINE(readability-function-size): one case for each of Clang's classes
Place FunctionLowering::lvalue(const clang::Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::ParenExprClass:
    return lvalue(cast<ParenExpr>(E)->getSubExpr());
  case Stmt::ExprWithCleanupsClass:
    return lvalue(cast<ExprWithCleanups>(E)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass:
    return lvalue(cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return lvalue(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::DeclRefExprClass:
    return reference(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return member(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass:
    return element(cast<ArraySubscriptExpr>(E));
  case Stmt::UnaryOperatorClass: {
    const auto *Op = cast<UnaryOperator>(E);
    switch (Op->getOpcode()) {
    case UO_Deref:
      return pointee(Op->getSubExpr());
    case UO_PreInc:
    case UO_PreDec:
      (void)incremented(Op);
      return lvalue(Op->getSubExpr());
    default:
      return lvalue(Op->getSubExpr());
    }
  }
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass: {
    const auto *Op = cast<BinaryOperator>(E);
    if (Op->getOpcode() == BO_Comma) {
      effects(Op->getLHS());
      return lvalue(Op->getRHS());
    }
    if (!Op->isAssignmentOp()) {
      effectsOfChildren(E);
      return {};
    }
    if (Op->getLHS()->getType()->isRecordType()) {
      // The right side first, and whole: it may call something that looks at the left.
      const clang::Expr *Right = Op->getRHS()->IgnoreParens();
      const QualType Type = Op->getLHS()->getType();
      if (isa<ImplicitCastExpr>(Right) || Right->isGLValue()) {
        const Place To = lvalue(Op->getLHS());
        initObject(To, Type, Right);
        return To;
      }
      const Place Value = tempPlace(Type);
      initObject(Value, Type, Right);
      const Place To = lvalue(Op->getLHS());
      copyRecord(To, Value, Type, /*Move=*/false, E->getSourceRange(), 0);
      pushScope(Value.Base);
      return To;
    }
    ExprId Value = rvalue(Op->getRHS());
    const Place To = lvalue(Op->getLHS());
    if (Op->isCompoundAssignmentOp()) {
      const auto Kind = modelOp(Op->getOpcode());
      Value = Kind && isTracked(Op->getType()) && !Op->getType()->isPointerType()
                  ? binary(*Kind, load(To), Value)
                  : unknown();
    }
    if (isTracked(Op->getLHS()->getType()))
      assign(To, Value, E->getSourceRange());
    return To;
  }
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXDynamicCastExprClass:
  case Stmt::CXXFunctionalCastExprClass: {
    const auto *Cast = cast<clang::CastExpr>(E);
    if (Cast->getSubExpr()->isGLValue())
      return upcast(Cast, lvalue(Cast->getSubExpr()), Cast->getSubExpr());
    break;
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass: {
    const Place Result = call(cast<clang::CallExpr>(E), nullptr);
    return E->isGLValue() ? deref(Result) : Result;
  }
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return selectPlace(cast<AbstractConditionalOperator>(E));
  case Stmt::MaterializeTemporaryExprClass:
    return materialize(E);
  case Stmt::CompoundLiteralExprClass: {
    const Place Literal = tempPlace(E->getType());
    initialise(Literal, E->getType(), cast<CompoundLiteralExpr>(E)->getInitializer());
    return Literal;
  }
  case Stmt::OpaqueValueExprClass: {
    if (const auto Known = Opaque.find(E); Known != Opaque.end())
      return Known->second;
    const clang::Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr();
    return Source ? lvalue(Source) : Place{};
  }
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return lvalue(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::ChooseExprClass:
    return lvalue(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::GenericSelectionExprClass:
    return lvalue(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::CXXThisExprClass:
    return thisObject();
  case Stmt::CXXThrowExprClass:
    throwValue(cast<CXXThrowExpr>(E));
    return {};
  case Stmt::StmtExprClass:
    (void)statementExpression(cast<StmtExpr>(E));
    return {};
  default:
    break;
  }
  if (E->isPRValue() && E->getType()->isRecordType())
    return materialize(E);
  effectsOfChildren(E);
  return {};
}

Place FunctionLowering::reference(const DeclRefExpr *E) {
  if (const auto *D = dyn_cast<VarDecl>(E->getDecl()))
    return variable(D);
  if (const auto *D = dyn_cast<BindingDecl>(E->getDecl()))
    return binding(D);
  return {};
}

Place FunctionLowering::pointee(const clang::Expr *E) {
  const ExprId Pointer = rvalue(E);
  const program::Expr &Value = F.Exprs[Pointer];
  if (Value.Kind == ExprKind::AddressOf)
    return Value.Where;
  if (Value.Kind == ExprKind::Load)
    return deref(Value.Where);
  if (Value.Kind != ExprKind::Unknown)
    return {};
  const Place Copy = tempPlace(E->getType());
  assign(Copy, Pointer, E->getSourceRange());
  return deref(Copy);
}

/// Whether E names an object as a whole, so that its class is the one it was declared of.
bool isWholeObject(const clang::Expr *E) {
  E = E->IgnoreParens();
  if (!E->getType()->isRecordType())
    return false;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return isa<VarDecl>(Ref->getDecl()) && !Ref->getDecl()->getType()->isReferenceType();
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
           !Member->getMemberDecl()->getType()->isReferenceType();
  const auto *Element = dyn_cast<ArraySubscriptExpr>(E);
  return Element && Element->getBase()->IgnoreParenImpCasts()->getType()->isArrayType();
}

/// P, seen as one of its bases from here on: what it is, is remembered.
Place FunctionLowering::upcast(const clang::CastExpr *E, Place P,
                               const clang::Expr *Object) {
  if ((E->getCastKind() == CK_DerivedToBase ||
       E->getCastKind() == CK_UncheckedDerivedToBase) &&
      P.isValid() && isWholeObject(Object))
    made(P, Object->getType()->getAsCXXRecordDecl(), E->getSourceRange());
  return P;
}

/// A member's name; of the pointers in a union, that of the first: they share their
/// storage.
llvm::StringRef storageName(const FieldDecl *Field) {
  if (Field->getParent()->isUnion() && Field->getType()->isPointerType())
    for (const FieldDecl *Other : Field->getParent()->fields())
      if (Other->getType()->isPointerType() && Other->getDeclName())
        return Other->getName();
  return Field->getName();
}

Place FunctionLowering::member(const MemberExpr *E) {
  const ValueDecl *D = E->getMemberDecl();
  if (const auto *V = dyn_cast<VarDecl>(D)) { // a static member
    effects(E->getBase());
    return variable(V);
  }
  const auto *Field = dyn_cast<FieldDecl>(D);
  Place Base = E->isArrow() ? pointee(E->getBase()) : lvalue(E->getBase());
  if (!Field || !Base.isValid())
    return {};
  // Members of an anonymous struct or union are named as the enclosing object's.
  if (!Field->getDeclName())
    return Base;
  Place const P = field(std::move(Base), storageName(Field));
  return Field->getType()->isReferenceType() ? deref(P) : P;
}

Place FunctionLowering::element(const ArraySubscriptExpr *E) {
  Place Base = pointee(E->getBase());
  const auto Index = constant(E->getIdx());
  if (!Index)
    (void)rvalue(E->getIdx());
  if (!Base.isValid())
    return {};
  const bool FromArray = !Base.Path.empty() &&
                         Base.Path.back().Kind == ProjectionKind::Index &&
                         Base.Path.back().Value == 0;
  if (FromArray)
    Base.Path.pop_back();
  else if (Index && *Index == 0)
    return Base;
  if (Index && *Index >= 0 && *Index < MaxIndex)
    Base.Path.push_back({ProjectionKind::Index, static_cast<uint32_t>(*Index)});
  else
    Base.Path.push_back({ProjectionKind::AnyIndex, 0});
  return Base;
}

Place FunctionLowering::selectPlace(const AbstractConditionalOperator *E) {
  const Place Pointer = tempPlace(Context.getPointerType(E->getType()));
  const BlockId True = newBlock(), False = newBlock(), After = newBlock();
  branch(E->getCond(), True, False, BranchKind::Conditional);
  ++ConditionalDepth;
  for (const auto &[Block, Arm] :
       {std::pair{True, E->getTrueExpr()}, std::pair{False, E->getFalseExpr()}}) {
    enter(Block);
    const ExprId Address = addressOf(lvalue(Arm));
    assign(Pointer, Address, Arm->getSourceRange());
    jump(After);
  }
  --ConditionalDepth;
  enter(After);
  return deref(Pointer);
}

Place FunctionLowering::materialize(const clang::Expr *E) {
  const auto *M = dyn_cast<MaterializeTemporaryExpr>(E);
  const clang::Expr *Value = M ? M->getSubExpr() : E;
  const QualType Type = Value->getType();
  const Place Object = tempPlace(Type);
  initialise(Object, Type, Value);
  if (M && M->getStorageDuration() == SD_Automatic)
    Extended.emplace_back(Object, Type);
  else if (!M || M->getStorageDuration() == SD_FullExpression)
    pushTemporary(Object, Type);
  return Object;
}

} // namespace dbtidy::capture
