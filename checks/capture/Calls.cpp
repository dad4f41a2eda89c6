//===- Calls.cpp - Calls, their arguments and results -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"
#include "program/FunctionTables.h"

#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

bool FunctionLowering::mayThrow(const FunctionDecl *Callee) const {
  if (!CxxThrows || Callee->hasAttr<NoThrowAttr>() || Callee->getBuiltinID())
    return false;
  const auto *Proto = Callee->getType()->getAs<FunctionProtoType>();
  if (!Proto)
    return false;
  const ExceptionSpecificationType Spec = Proto->getExceptionSpecType();
  // Clang works a destructor's or defaulted member's specification out when asked to;
  // what was not asked for is taken to be what nearly all of them are.
  if (isUnresolvedExceptionSpec(Spec) || Spec == EST_Unevaluated)
    return !isa<CXXDestructorDecl>(Callee) && !Callee->isDefaulted();
  if (isa<CXXDestructorDecl>(Callee) && Spec == EST_None)
    return false;
  return !Proto->isNothrow();
}

void FunctionLowering::describeCallee(Call &C, const FunctionDecl *Callee) {
  C.Usr = U.Text.usr(Callee);
  C.Name = U.Text.qualifiedName(Callee);
  C.Variadic = Callee->isVariadic();
  C.System = U.Text.inSystemHeader(Callee);
  C.NoReturn = Callee->isNoReturn() || Callee->hasAttr<AnalyzerNoReturnAttr>();
  C.Constructor = isa<CXXConstructorDecl>(Callee);
  C.Destructor = isa<CXXDestructorDecl>(Callee);
  C.MayThrow = mayThrow(Callee);
  if (const api::CallRule *Rule = U.Rules.callRule(Callee)) {
    C.Rule = U.Into.intern(Rule->Id);
    C.Library = U.Into.intern(Rule->Owner->Name);
    C.NoReturn |= Rule->NoReturn;
    C.MayThrow = CxxThrows && !Rule->Throws.empty();
  } else if (const api::Library *L = U.Rules.libraryOf(Callee)) {
    C.Library = U.Into.intern(L->Name);
    C.MayThrow = false;
  } else if ((C.System || Callee->isExternC()) && !Callee->hasBody()) {
    C.MayThrow = false; // nothing is known to throw there: see rules for what is
  }
  U.Reached(Callee);
}

void FunctionLowering::describeResult(Call &C, QualType Type) {
  if (Type.isNull() || Type->isVoidType())
    return;
  C.ResultType = U.Text.typeName(Type);
  if (const api::Handle *H = U.Rules.handleOf(Type))
    C.ResultHandle = U.Into.intern(H->Id);
}

void FunctionLowering::emitCall(Call C, SourceRange Range) {
  if (!reachable())
    return;
  if (C.MayThrow)
    C.Unwind = unwindTarget(Top);
  const bool NoReturn = C.NoReturn;
  F.Calls.push_back(std::move(C));
  Event *E = emit(EventKind::Call, Range);
  E->CallIndex = static_cast<uint32_t>(F.Calls.size() - 1);
  if (NoReturn)
    unreachableEnd();
}

Arg FunctionLowering::argument(const clang::Expr *E, QualType ParamType) {
  Arg A;
  const QualType Type = ParamType.isNull() ? E->getType() : ParamType;
  if (const api::Handle *H = U.Rules.handleOf(Type))
    A.Handle = U.Into.intern(H->Id);
  A.PointsToConst = (Type->isPointerType() || Type->isReferenceType()) &&
                    Type->getPointeeType().isConstQualified();
  if (!ParamType.isNull() && ParamType->isReferenceType()) {
    A.Value = addressOf(lvalue(E));
    return A;
  }
  if (Type->isRecordType()) {
    Place Object;
    if (E->isGLValue()) {
      Object = lvalue(E);
    } else {
      Object = tempPlace(Type);
      initObject(Object, Type, E);
      pushTemporary(Object, Type);
    }
    A.Value = addressOf(Object);
    A.ByValueObject = true;
    return A;
  }
  if (isTracked(Type)) {
    A.Value =
        E->isGLValue() && !E->getType()->isFunctionType() ? load(lvalue(E)) : rvalue(E);
    return A;
  }
  effects(E);
  A.Value = unknown();
  return A;
}

/// An API that puts a handle into a smart pointer puts it where the pointer keeps it.
void FunctionLowering::fillOwner(Arg &A, QualType ParamType) {
  if (!ParamType->isPointerType() && !ParamType->isReferenceType())
    return;
  const QualType Owner = ParamType->getPointeeType();
  if (Owner.isConstQualified() || !Owner->isRecordType() || smartKind(Owner) == Smart::No)
    return;
  const program::Expr Value = F.Exprs[A.Value];
  if (Value.Kind == ExprKind::AddressOf)
    A.Value = addressOf(field(Value.Where, "$ptr"));
  else if (Value.Kind == ExprKind::Load)
    A.Value = addressOf(field(deref(Value.Where), "$ptr"));
}

void FunctionLowering::addArguments(Call &C, llvm::ArrayRef<const clang::Expr *> Args,
                                    const FunctionProtoType *Proto) {
  for (size_t I = 0; I != Args.size(); ++I) {
    const bool Declared = Proto && I < Proto->getNumParams();
    Arg A = argument(Args[I], Declared ? Proto->getParamType(I) : QualType());
    if (Declared && C.Rule)
      fillOwner(A, Proto->getParamType(I));
    A.Variadic = Proto && !Declared;
    C.Args.push_back(A);
  }
}

ExprId FunctionLowering::callValue(const CallExpr *E) {
  const Place Result = call(E, nullptr);
  if (!Result.isValid())
    return unknown();
  return load(E->isGLValue() ? deref(Result) : Result);
}

/// The receiver of a member call, as a pointer.
static const clang::Expr *receiver(const CallExpr *E, bool &IsPointer) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const auto *Callee = dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens());
    IsPointer = Callee && Callee->isArrow();
    return Member->getImplicitObjectArgument();
  }
  IsPointer = false;
  return nullptr;
}

/// Whether it is for the object to say which function is called.
bool FunctionLowering::isDispatched(const CallExpr *E,
                                    const CXXMethodDecl *Method) const {
  if (Method->hasAttr<FinalAttr>() || Method->getParent()->hasAttr<FinalAttr>())
    return false;
  const auto *Member = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens());
  if (!Member)
    return true;
  // While an object is made or destroyed, its own functions are meant.
  const bool OnThis = isa<CXXConstructorDecl, CXXDestructorDecl>(FD) &&
                      isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts());
  return !OnThis && !Member->hasQualifier() &&
         (Member->isArrow() || !isWholeObject(Member->getBase()));
}

/// A call through a pointer, and what is known of its type.
const FunctionProtoType *FunctionLowering::describePointer(Call &C, const CallExpr *E) {
  const clang::Expr *Target = E->getCallee()->IgnoreParenImpCasts();
  const auto *Member = dyn_cast<MemberExpr>(Target);
  const auto *Table = Member ? dyn_cast<FieldDecl>(Member->getMemberDecl()) : nullptr;
  const api::CallRule *Rule = Table ? U.Rules.dispatchRule(Table) : nullptr;
  if (!Rule)
    Rule = U.Rules.pointerRule(Target);
  if (Rule) {
    C.Usr = U.Into.intern("c:@F@" + Rule->Name);
    C.Name = U.Into.intern(Rule->Name);
    C.Rule = U.Into.intern(Rule->Id);
    C.Library = U.Into.intern(Rule->Owner->Name);
    C.NoReturn = Rule->NoReturn;
  } else {
    C.Target = rvalue(E->getCallee());
    if (Table && Table->getDeclName())
      C.Usr = U.Into.intern(
          fieldUsr(U.Into.text(U.Text.usr(Table->getParent())), Table->getName()));
    C.Name = U.Into.intern(U.Text.text(Target));
    C.MayThrow = CxxThrows;
  }
  QualType Type = E->getCallee()->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  return Type->getAs<FunctionProtoType>();
}

Place FunctionLowering::call(const CallExpr *E, const Place *Into) {
  const FunctionDecl *Callee = E->getDirectCallee();
  Place Result;
  if (Callee && lowerKnown(E, Callee, Result))
    return Result;
  if (isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens()))
    return {};
  Call C;
  const FunctionProtoType *Proto = nullptr;
  llvm::ArrayRef<const clang::Expr *> Args(E->getArgs(), E->getNumArgs());
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  const bool Operator = isa<CXXOperatorCallExpr>(E) && Method;
  bool ByPointer = false;
  if (const clang::Expr *Object = receiver(E, ByPointer)) {
    Arg A;
    A.Value = ByPointer ? rvalue(Object) : addressOf(lvalue(Object));
    A.PointsToConst = Method && Method->isConst();
    C.Args.push_back(A);
    C.HasReceiver = true;
  } else if (Operator && Method->isInstance()) {
    Arg A;
    A.Value = addressOf(lvalue(Args.front()));
    A.PointsToConst = Method->isConst();
    C.Args.push_back(A);
    C.HasReceiver = true;
    Args = Args.drop_front();
  } else if (Operator) {
    Args = Args.drop_front(); // a static operator()
  }
  if (Callee) {
    describeCallee(C, Callee);
    Proto = Callee->getType()->getAs<FunctionProtoType>();
    if (Method && Method->isVirtual())
      C.Virtual = isDispatched(E, Method);
    if (C.Virtual)
      U.Virtuals.called(Method);
  } else {
    Proto = describePointer(C, E);
  }
  addArguments(C, Args, Proto);
  QualType Type = E->getType();
  if (E->isGLValue())
    Type = Context.getPointerType(Type);
  describeResult(C, E->getType());
  if (Type->isRecordType())
    C.Result = Into ? *Into : tempPlace(Type);
  else if (isTracked(Type))
    C.Result = tempPlace(Type);
  Result = C.Result;
  const bool Owned = Type->isRecordType() && !Into;
  const bool Pointer = isTracked(Type) && Type->isPointerType();
  emitCall(std::move(C), E->getSourceRange());
  if (Owned)
    pushTemporary(Result, Type);
  else if (Pointer && reachable())
    pushScope(Result.Base);
  return Result;
}

static bool isStd(const FunctionDecl *FD) { return FD->isInStdNamespace(); }

bool FunctionLowering::lowerKnown(const CallExpr *E, const FunctionDecl *Callee,
                                  Place &Result) {
  switch (Callee->getBuiltinID()) {
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned: {
    const ExprId Value = rvalue(E->getArg(0));
    Result = tempPlace(E->getType());
    assign(Result, Value, E->getSourceRange());
    return true;
  }
  case Builtin::BI__builtin_unreachable:
    unreachableEnd();
    return true;
  case Builtin::BI__builtin_constant_p:
  case Builtin::BI__builtin_object_size:
    return true;
  default:
    break;
  }
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E))
    if (smartMember(Member, Result) || optionalMember(Member, Result) ||
        functionMember(Member, Result))
      return true;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (smartOperator(Operator, Result) || optionalOperator(Operator, Result) ||
        functionOperator(Operator, Result) || productOperator(Operator, Result))
      return true;
    if (Operator->getOperator() == OO_Equal && assignObject(Operator)) {
      Result = tempPlace(Context.getPointerType(E->getType()));
      return true;
    }
  }
  if (!isStd(Callee) || !Callee->getIdentifier())
    return false;
  if (productGet(E, Callee, Result))
    return true;
  const llvm::StringRef Name = Callee->getName();
  if (E->getNumArgs() == 1 &&
      (Name == "move" || Name == "forward" || Name == "as_const" ||
       Name == "move_if_noexcept" || Name == "addressof" || Name == "forward_like")) {
    Result = tempPlace(Context.getPointerType(E->getType()));
    const ExprId Address = addressOf(lvalue(E->getArg(0)));
    assign(Result, Address, E->getSourceRange());
    return true;
  }
  if (Name == "exchange" && E->getNumArgs() == 2 && isTracked(E->getType())) {
    Result = lowerExchange(E);
    return true;
  }
  if (Name == "swap" && E->getNumArgs() == 2) {
    lowerSwap(E);
    return true;
  }
  return false;
}

Place FunctionLowering::lowerExchange(const CallExpr *E) {
  const Place Object = lvalue(E->getArg(0));
  const ExprId New = rvalue(E->getArg(1)->IgnoreImplicit()->isGLValue()
                                ? E->getArg(1)
                                : E->getArg(1)->IgnoreImplicit());
  const Place Old = tempPlace(E->getType());
  assign(Old, load(Object), E->getSourceRange());
  assign(Object, New, E->getSourceRange());
  if (E->getType()->isPointerType())
    pushScope(Old.Base);
  return Old;
}

void FunctionLowering::lowerSwap(const CallExpr *E) {
  const QualType Type = E->getArg(0)->getType();
  const Place A = lvalue(E->getArg(0)), B = lvalue(E->getArg(1));
  const Place Keep = tempPlace(Type);
  const SourceRange Range = E->getSourceRange();
  if (Type->isRecordType()) {
    copyRecord(Keep, A, Type, /*Move=*/true, Range, 0);
    copyRecord(A, B, Type, /*Move=*/true, Range, 0);
    copyRecord(B, Keep, Type, /*Move=*/true, Range, 0);
    return;
  }
  assign(Keep, load(A), Range);
  assign(A, load(B), Range);
  assign(B, load(Keep), Range);
}

} // namespace dbtidy::capture
