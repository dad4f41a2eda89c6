//===- Expressions.cpp - Values and places -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

/// Literals, enumerators, constant variables and what is made of them: cheap to tell, and
/// the only constants that conditions and status codes are written with.
static bool maybeConstant(const clang::Expr *E) {
  E = E->IgnoreParenCasts();
  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::ConstantExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return true;
  case Stmt::UnaryOperatorClass: {
    const auto *Op = cast<UnaryOperator>(E);
    return Op->isArithmeticOp() && maybeConstant(Op->getSubExpr());
  }
  case Stmt::BinaryOperatorClass: {
    const auto *Op = cast<BinaryOperator>(E);
    return !Op->isAssignmentOp() && maybeConstant(Op->getLHS()) &&
           maybeConstant(Op->getRHS());
  }
  case Stmt::DeclRefExprClass: {
    const ValueDecl *D = cast<DeclRefExpr>(E)->getDecl();
    if (isa<EnumConstantDecl>(D))
      return true;
    const auto *V = dyn_cast<VarDecl>(D);
    return V && V->getType().isConstQualified() && V->hasInit() &&
           V->getType()->isIntegralOrEnumerationType();
  }
  case Stmt::CallExprClass: {
    const auto *Call = cast<clang::CallExpr>(E);
    return Call->getBuiltinCallee() == Builtin::BI__builtin_constant_p;
  }
  default:
    return false;
  }
}

std::optional<int64_t> FunctionLowering::constant(const clang::Expr *E) {
  if (E->isValueDependent() || !maybeConstant(E))
    return std::nullopt;
  const QualType Type = E->getType();
  if (Type->isPointerType() || Type->isNullPtrType()) {
    if (E->isNullPointerConstant(Context, clang::Expr::NPC_ValueDependentIsNotNull) ||
        E->IgnoreParenCasts()->isNullPointerConstant(
            Context, clang::Expr::NPC_ValueDependentIsNotNull))
      return 0;
    clang::Expr::EvalResult Address;
    if (E->EvaluateAsRValue(Address, Context) && Address.Val.isLValue() &&
        !Address.Val.getLValueBase())
      return Address.Val.getLValueOffset().getQuantity(); // (T *)-1
    return std::nullopt;
  }
  if (!Type->isIntegralOrEnumerationType())
    return std::nullopt;
  clang::Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, Context))
    return std::nullopt;
  const llvm::APSInt &Value = Result.Val.getInt();
  return Value.isSigned() ? Value.trySExtValue()
                          : std::optional<int64_t>(Value.tryZExtValue());
}

void FunctionLowering::effects(const clang::Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Full = dyn_cast<ExprWithCleanups>(E))
    E = Full->getSubExpr()->IgnoreParens();
  if (const auto *Op = dyn_cast<BinaryOperator>(E); Op && Op->isAssignmentOp()) {
    (void)lvalue(E);
    return;
  }
  if (E->getType()->isRecordType() && E->isPRValue()) {
    const Place Thrown = tempPlace(E->getType());
    initObject(Thrown, E->getType(), E);
    pushTemporary(Thrown, E->getType());
    return;
  }
  if (E->isGLValue() && !isa<clang::CallExpr>(E))
    (void)lvalue(E);
  else if (const auto *C = dyn_cast<clang::CallExpr>(E))
    (void)call(C, nullptr);
  else
    (void)rvalue(E);
}

void FunctionLowering::effectsOfChildren(const Stmt *S) {
  for (const Stmt *Child : S->children())
    if (const auto *E = dyn_cast_or_null<clang::Expr>(Child))
      effects(E);
}

// NOLINTNEXTLINE(readability-function-size): one case for each of Clang's classes
ExprId FunctionLowering::rvalue(const clang::Expr *E) {
  if (const auto Value = constant(E))
    return integer(*Value);
  switch (E->getStmtClass()) {
  case Stmt::ParenExprClass:
    return rvalue(cast<ParenExpr>(E)->getSubExpr());
  case Stmt::ExprWithCleanupsClass:
    return rvalue(cast<ExprWithCleanups>(E)->getSubExpr());
  case Stmt::ConstantExprClass:
    return rvalue(cast<ConstantExpr>(E)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass:
    return rvalue(cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return rvalue(cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return rvalue(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::GenericSelectionExprClass:
    return rvalue(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::ChooseExprClass:
    return rvalue(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return rvalue(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXDynamicCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
    return castValue(cast<clang::CastExpr>(E));
  case Stmt::UnaryOperatorClass:
    return unaryValue(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return binaryValue(cast<BinaryOperator>(E));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return selectValue(cast<AbstractConditionalOperator>(E));
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return callValue(cast<clang::CallExpr>(E));
  case Stmt::StmtExprClass:
    return statementExpression(cast<StmtExpr>(E));
  case Stmt::StringLiteralClass: {
    const auto *Literal = cast<StringLiteral>(E);
    program::Expr Out;
    if (Literal->getCharByteWidth() != 1)
      return unknown();
    Out.Kind = ExprKind::String;
    Out.Text = U.Into.intern(Literal->getString());
    return add(std::move(Out));
  }
  case Stmt::PredefinedExprClass:
    return unknown();
  case Stmt::CXXThisExprClass: {
    Place const This = thisObject();
    return This.isValid() ? addressOf(This) : unknown();
  }
  case Stmt::CXXNewExprClass:
    return newValue(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    deleteValue(cast<CXXDeleteExpr>(E));
    return unknown();
  case Stmt::CXXThrowExprClass:
    throwValue(cast<CXXThrowExpr>(E));
    return unknown();
  case Stmt::OpaqueValueExprClass: {
    const auto Known = Opaque.find(E);
    return Known == Opaque.end() ? unknown() : load(Known->second);
  }
  case Stmt::InitListExprClass: {
    const auto *List = cast<InitListExpr>(E);
    if (List->getNumInits() == 1 && !E->getType()->isRecordType())
      return rvalue(List->getInit(0));
    if (List->getNumInits() == 0)
      return integer(0);
    break;
  }
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return integer(0);
  case Stmt::SizeOfPackExprClass:
  case Stmt::UnaryExprOrTypeTraitExprClass: // operands are not evaluated
  case Stmt::VAArgExprClass:
    return unknown();
  case Stmt::AtomicExprClass:
    effectsOfChildren(E);
    return unknown();
  default:
    break;
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E);
      Ref && isa<FunctionDecl>(Ref->getDecl())) { // in C it is no lvalue
    return functionAddress(cast<FunctionDecl>(Ref->getDecl()));
  }
  if (E->isGLValue() && isa<DeclRefExpr, MemberExpr>(E))
    return load(lvalue(E));
  effectsOfChildren(E);
  return unknown();
}

/// The literal that a constant string variable is initialised with.
static const StringLiteral *constantText(const clang::Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParens());
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !V->getInit() || isa<ParmVarDecl>(V))
    return nullptr;
  const QualType Type = V->getType();
  const bool Array = Type->isArrayType() &&
                     Type->getAsArrayTypeUnsafe()->getElementType().isConstQualified();
  if (!Array && !(Type->isPointerType() && Type.isConstQualified()))
    return nullptr;
  return dyn_cast<StringLiteral>(V->getInit()->IgnoreParenImpCasts());
}

ExprId FunctionLowering::castValue(const clang::CastExpr *E) {
  const clang::Expr *Sub = E->getSubExpr();
  if (const auto *Address = dyn_cast<UnaryOperator>(Sub->IgnoreParens());
      Address && Address->getOpcode() == UO_AddrOf && E->getType()->isPointerType() &&
      isWholeObject(Address->getSubExpr()))
    return addressOf(upcast(E, lvalue(Address->getSubExpr()), Address->getSubExpr()));
  if (E->getCastKind() == CK_LValueToRValue || E->getCastKind() == CK_ArrayToPointerDecay)
    if (const StringLiteral *Text = constantText(Sub))
      return rvalue(Text);
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
  case CK_LValueToRValueBitCast: {
    const Place P = lvalue(Sub);
    return isTracked(E->getType()) ? load(P) : unknown();
  }
  case CK_ArrayToPointerDecay: {
    const clang::Expr *Array = Sub->IgnoreParens();
    if (isa<StringLiteral>(Array))
      return rvalue(Array);
    if (isa<PredefinedExpr>(Array))
      return unknown();
    Place P = lvalue(Sub);
    if (P.isValid())
      P.Path.push_back({ProjectionKind::Index, 0});
    return addressOf(P);
  }
  case CK_FunctionToPointerDecay:
    return rvalue(Sub);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
    return binary(BinaryOp::Ne, rvalue(Sub), integer(0));
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    effects(Sub);
    return integer(0);
  case CK_ToVoid:
    effects(Sub);
    return unknown();
  case CK_UserDefinedConversion:
  case CK_ConstructorConversion:
  case CK_NoOp:
  case CK_BitCast:
  case CK_IntegralCast:
  case CK_IntegralToPointer:
  case CK_PointerToIntegral:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived:
  case CK_Dynamic:
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
  case CK_AddressSpaceConversion:
  case CK_LValueBitCast:
    return Sub->isGLValue() ? load(lvalue(Sub)) : rvalue(Sub);
  default:
    effects(Sub);
    return unknown();
  }
}

/// What is pointed to may be called: it is lowered too.
ExprId FunctionLowering::functionAddress(const FunctionDecl *Callee) {
  U.Reached(Callee);
  program::Expr Out;
  Out.Kind = ExprKind::Function;
  Out.Text = U.Text.usr(Callee);
  return add(std::move(Out));
}

/// Pointer + By, of pointers to what may hold handles: another element of its array.
ExprId FunctionLowering::moved(ExprId Pointer, QualType Type, int64_t By) {
  const QualType Element = Type->getPointeeType();
  if (!Element->isPointerType() && !Element->isRecordType())
    return unknown();
  const program::Expr &E = F.Exprs[Pointer];
  Place To = E.Where;
  if (E.Kind == ExprKind::AddressOf && !To.Path.empty() &&
      To.Path.back().Kind == ProjectionKind::Index) {
    const int64_t Index = static_cast<int64_t>(To.Path.back().Value) + By;
    if (Index < 0 || Index > MaxIndex)
      return unknown();
    To.Path.back().Value = static_cast<uint32_t>(Index);
    return addressOf(To);
  }
  // (One back is as far forward as a number goes round.)
  if (E.Kind != ExprKind::Load || By == 0 || By < -1 || By > MaxIndex)
    return unknown();
  To.Path.push_back({ProjectionKind::Deref, 0});
  To.Path.push_back({ProjectionKind::Index, static_cast<uint32_t>(By)});
  return addressOf(To);
}

ExprId FunctionLowering::incremented(const UnaryOperator *E) {
  const Place P = lvalue(E->getSubExpr());
  ExprId Before = load(P);
  if (E->isPostfix()) {
    const Place Old = tempPlace(E->getType());
    assign(Old, Before, E->getSourceRange());
    Before = load(Old);
  }
  const ExprId After = E->getType()->isPointerType()
                           ? moved(load(P), E->getType(), E->isIncrementOp() ? 1 : -1)
                           : binary(E->isIncrementOp() ? BinaryOp::Add : BinaryOp::Sub,
                                    load(P), integer(1));
  assign(P, After, E->getSourceRange());
  return E->isPostfix() ? Before : load(P);
}

ExprId FunctionLowering::unaryValue(const UnaryOperator *E) {
  switch (E->getOpcode()) {
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return incremented(E);
  case UO_AddrOf:
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E->getSubExpr()->IgnoreParens());
        Ref && isa<FunctionDecl>(Ref->getDecl()))
      return rvalue(Ref);
    return addressOf(lvalue(E->getSubExpr()));
  case UO_Deref: // of a function pointer: the function itself
    return E->getType()->isFunctionType() ? rvalue(E->getSubExpr()) : load(lvalue(E));
  case UO_LNot:
    return negate(rvalue(E->getSubExpr()));
  case UO_Plus:
  case UO_Extension:
    return rvalue(E->getSubExpr());
  case UO_Minus:
    return binary(BinaryOp::Sub, integer(0), rvalue(E->getSubExpr()));
  default:
    effects(E->getSubExpr());
    return unknown();
  }
}

std::optional<BinaryOp> modelOp(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_EQ:
    return BinaryOp::Eq;
  case BO_NE:
    return BinaryOp::Ne;
  case BO_LT:
    return BinaryOp::Lt;
  case BO_LE:
    return BinaryOp::Le;
  case BO_GT:
    return BinaryOp::Gt;
  case BO_GE:
    return BinaryOp::Ge;
  case BO_Add:
  case BO_AddAssign:
    return BinaryOp::Add;
  case BO_Sub:
  case BO_SubAssign:
    return BinaryOp::Sub;
  case BO_Mul:
  case BO_MulAssign:
    return BinaryOp::Mul;
  case BO_Div:
  case BO_DivAssign:
    return BinaryOp::Div;
  case BO_Rem:
  case BO_RemAssign:
    return BinaryOp::Rem;
  case BO_And:
  case BO_AndAssign:
    return BinaryOp::And;
  case BO_Or:
  case BO_OrAssign:
    return BinaryOp::Or;
  case BO_Xor:
  case BO_XorAssign:
    return BinaryOp::Xor;
  case BO_Shl:
  case BO_ShlAssign:
    return BinaryOp::Shl;
  case BO_Shr:
  case BO_ShrAssign:
    return BinaryOp::Shr;
  default:
    return std::nullopt;
  }
}

ExprId FunctionLowering::binaryValue(const BinaryOperator *E) {
  if (E->getOpcode() == BO_Comma) {
    effects(E->getLHS());
    return rvalue(E->getRHS());
  }
  if (E->isLogicalOp())
    return logicalValue(E);
  if (E->isPtrMemOp()) {
    effects(E->getLHS());
    effects(E->getRHS());
    return unknown();
  }
  if (E->isAssignmentOp())
    return load(lvalue(E));
  const bool Follow =
      isTracked(E->getLHS()->getType()) && isTracked(E->getRHS()->getType());
  const ExprId Left = rvalue(E->getLHS());
  const ExprId Right = rvalue(E->getRHS());
  const auto Op = modelOp(E->getOpcode());
  if (!Op || !Follow)
    return unknown();
  // What has no sign is more than 0 if it is not 0.
  if (E->getLHS()->getType()->isUnsignedIntegerType())
    if (const auto Zero = constant(E->getRHS()); Zero && *Zero == 0) {
      if (*Op == BinaryOp::Gt)
        return binary(BinaryOp::Ne, Left, Right);
      if (*Op == BinaryOp::Le)
        return binary(BinaryOp::Eq, Left, Right);
    }
  // Pointer arithmetic stays inside one object; a part of a text lives as long as the
  // whole.
  const QualType Type = E->getType();
  if (Type->isPointerType() && !Type->getPointeeType()->isAnyCharacterType()) {
    const auto By = constant(E->getRHS());
    const bool Adds = E->getOpcode() == BO_Add || E->getOpcode() == BO_Sub;
    return Adds && By && E->getLHS()->getType()->isPointerType()
               ? moved(Left, Type, E->getOpcode() == BO_Add ? *By : -*By)
               : unknown();
  }
  return binary(*Op, Left, Right);
}

ExprId FunctionLowering::logicalValue(const clang::Expr *E) {
  const Place Value = tempPlace(E->getType());
  const BlockId True = newBlock(), False = newBlock(), After = newBlock();
  // The value of a condition, not a decision a reader would see as one.
  branch(E, True, False, BranchKind::Logical);
  enter(True);
  assign(Value, integer(1), E->getSourceRange());
  jump(After);
  enter(False);
  assign(Value, integer(0), E->getSourceRange());
  jump(After);
  enter(After);
  return load(Value);
}

ExprId FunctionLowering::selectValue(const AbstractConditionalOperator *E) {
  const bool Tracked = isTracked(E->getType());
  const Place Value = Tracked ? tempPlace(E->getType()) : Place{};
  const BlockId True = newBlock(), False = newBlock(), After = newBlock();
  if (const auto *Elvis = dyn_cast<BinaryConditionalOperator>(E)) {
    const Place Common = tempPlace(Elvis->getCommon()->getType());
    assign(Common, rvalue(Elvis->getCommon()), E->getSourceRange());
    Opaque[Elvis->getOpaqueValue()] = Common;
  }
  branch(E->getCond(), True, False, BranchKind::Conditional);
  ++ConditionalDepth;
  for (const auto &[Block, Arm] :
       {std::pair{True, E->getTrueExpr()}, std::pair{False, E->getFalseExpr()}}) {
    enter(Block);
    if (Tracked)
      assign(Value, rvalue(Arm), Arm->getSourceRange());
    else
      effects(Arm);
    jump(After);
  }
  --ConditionalDepth;
  enter(After);
  return Tracked ? load(Value) : unknown();
}

} // namespace dbtidy::capture
