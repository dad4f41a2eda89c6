//===- Optionals.cpp - std::optional in the model ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An optional becomes a record of its value (`$value`) and of whether there is one
// (`$engaged`), so that an owner in it is destroyed, or forgotten, as one that stands for
// itself. Those of numbers and of the library's own classes are not followed.
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

/// The T of std::optional<T>, where it may hold a handle; else a null type.
QualType FunctionLowering::optionalValue(QualType Type) const {
  const auto *RD = Type.isNull() ? nullptr
                                 : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                                       Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!RD || !RD->isInStdNamespace() || !RD->getIdentifier() ||
      RD->getName() != "optional" || RD->getTemplateArgs().size() != 1)
    return {};
  const QualType Value = RD->getTemplateArgs()[0].getAsType();
  if (Value->isPointerType() || smartKind(Value) != Smart::No)
    return Value;
  const CXXRecordDecl *Class = Value->getAsCXXRecordDecl();
  return Class && Class->hasDefinition() && !U.Text.inSystemHeader(Class) ? Value
                                                                          : QualType();
}

/// Whether E is of that class of the standard library.
static bool isStd(const clang::Expr *E, llvm::StringRef Name) {
  const CXXRecordDecl *RD = E->getType().getNonReferenceType()->getAsCXXRecordDecl();
  return RD && RD->isInStdNamespace() && RD->getIdentifier() && RD->getName() == Name;
}

static bool isNothing(const clang::Expr *E) { return isStd(E, "nullopt_t"); }

/// Makes the value of the optional at To, which has none, from Args.
void FunctionLowering::optionalFill(const Place &To, QualType Value,
                                    llvm::ArrayRef<const clang::Expr *> Args,
                                    SourceRange Range) {
  const Place Object = field(To, "$value");
  const clang::Expr *Only = Args.size() == 1 ? Args[0] : nullptr;
  if (!Value->isRecordType()) {
    if (Only)
      assign(Object, Only->isGLValue() ? load(lvalue(Only)) : rvalue(Only), Range);
  } else if (Only && ASTContext::hasSameUnqualifiedType(
                         Only->getType().getNonReferenceType(), Value)) {
    fillValue(Object, Value, Only, Range);
  } else if (smartKind(Value) != Smart::No) {
    if (Only && Only->getType()->isPointerType())
      smartAdopt(Object, Only, nullptr);
    else
      for (const clang::Expr *A : Args)
        effects(A);
  } else {
    constructInPlace(Object, Value->getAsCXXRecordDecl(), Args, Range);
  }
  assign(field(To, "$engaged"), integer(1), Range);
}

void FunctionLowering::optionalCopy(const Place &To, const Place &From, QualType Value,
                                    bool Move, SourceRange Range) {
  const BlockId Some = newBlock(), After = newBlock();
  assign(field(To, "$engaged"), load(field(From, "$engaged")), Range);
  branchOn(load(field(From, "$engaged")), Some, After, BranchKind::Implicit, Range);
  enter(Some);
  const Place Object = field(To, "$value"), Other = field(From, "$value");
  if (Value->isRecordType())
    copyRecord(Object, Other, Value, Move, Range, 1);
  else
    assign(Object, load(Other), Range);
  jump(After);
  enter(After);
}

/// What an object held is gone, whether or not somebody released it.
void FunctionLowering::wipe(const Place &Object, QualType Type, SourceRange Range) {
  if (isTracked(Type))
    return assign(Object, integer(0), Range);
  const CXXRecordDecl *RD = Type->getAsCXXRecordDecl();
  if (smartKind(RD) != Smart::No)
    return assign(field(Object, "$ptr"), integer(0), Range);
  static constexpr size_t Deepest = 8;
  if (!RD || !RD->hasDefinition() || U.Text.inSystemHeader(RD) ||
      Object.Path.size() > Deepest)
    return;
  for (const FieldDecl *Field : RD->fields())
    if (Field->getDeclName())
      wipe(field(Object, Field->getName()), Field->getType(), Range);
}

/// Destroys the value, where there is one.
void FunctionLowering::optionalClear(const Place &Object, QualType Value,
                                     SourceRange Range) {
  const BlockId Some = newBlock(), After = newBlock();
  branchOn(load(field(Object, "$engaged")), Some, After, BranchKind::Implicit, Range);
  enter(Some);
  destroy(field(Object, "$value"), Value, Range);
  assign(field(Object, "$engaged"), integer(0), Range);
  wipe(field(Object, "$value"), Value, Range);
  jump(After);
  enter(After);
}

bool FunctionLowering::optionalConstruct(const Place &To, const CXXConstructExpr *E) {
  const QualType Value = optionalValue(E->getType());
  if (Value.isNull())
    return false;
  const SourceRange Range = E->getSourceRange();
  const llvm::ArrayRef<const clang::Expr *> Args(E->getArgs(), E->getNumArgs());
  if (Args.empty() || isNothing(Args[0])) {
    assign(field(To, "$engaged"), integer(0), Range);
  } else if (!optionalValue(Args[0]->getType()).isNull()) {
    const Place From = lvalue(Args[0]);
    optionalCopy(To, From, Value, E->getConstructor()->isMoveConstructor(), Range);
  } else {
    optionalFill(To, Value, isStd(Args[0], "in_place_t") ? Args.drop_front() : Args,
                 Range);
  }
  return true;
}

bool FunctionLowering::optionalMember(const CXXMemberCallExpr *E, Place &Result) {
  const clang::Expr *Object = E->getImplicitObjectArgument();
  const CXXMethodDecl *D = E->getMethodDecl();
  if (!Object || !D)
    return false;
  const clang::Expr *Bare = Object->IgnoreParenImpCasts();
  const bool Arrow = Bare->getType()->isPointerType();
  const QualType Value =
      optionalValue(Arrow ? Bare->getType()->getPointeeType() : Bare->getType());
  if (Value.isNull())
    return false;
  const SourceRange Range = E->getSourceRange();
  const llvm::StringRef Name = D->getIdentifier() ? D->getName() : "";
  const bool Asks = isa<CXXConversionDecl>(D) || Name == "has_value";
  const bool Or = Name == "value_or" && !Value->isRecordType() && E->getNumArgs() == 1;
  if (!Asks && !Or && Name != "reset" && Name != "emplace" && Name != "value")
    return false; // before anything is evaluated: the library's own call does it
  const Place P = Arrow ? pointee(Object) : lvalue(Object);
  if (Asks) {
    Result = tempPlace(E->getType());
    assign(Result, binary(BinaryOp::Ne, load(field(P, "$engaged")), integer(0)), Range);
    return true;
  }
  if (Or) {
    Result = tempPlace(E->getType());
    const clang::Expr *Else = E->getArg(0);
    assign(Result, Else->isGLValue() ? load(lvalue(Else)) : rvalue(Else), Range);
    const BlockId Some = newBlock(), After = newBlock();
    branchOn(load(field(P, "$engaged")), Some, After, BranchKind::Implicit, Range);
    enter(Some);
    assign(Result, load(field(P, "$value")), Range);
    jump(After);
    enter(After);
    return true;
  }
  if (Name == "emplace" && !Value->isRecordType() && E->getNumArgs() == 1) {
    const Place New = tempPlace(Value); // made while the old value is there
    const clang::Expr *Only = E->getArg(0);
    assign(New, Only->isGLValue() ? load(lvalue(Only)) : rvalue(Only), Range);
    optionalClear(P, Value, Range);
    assign(field(P, "$value"), load(New), Range);
    assign(field(P, "$engaged"), integer(1), Range);
  } else if (Name != "value") {
    optionalClear(P, Value, Range);
    if (Name == "reset")
      return true;
    optionalFill(P, Value, {E->getArgs(), E->getNumArgs()}, Range);
  }
  Result = tempPlace(Context.getPointerType(Value));
  assign(Result, addressOf(field(P, "$value")), Range);
  return true;
}

bool FunctionLowering::optionalOperator(const CXXOperatorCallExpr *E, Place &Result) {
  const clang::Expr *First = E->getArg(0);
  const QualType Value = optionalValue(First->IgnoreParenImpCasts()->getType());
  if (Value.isNull())
    return false;
  const SourceRange Range = E->getSourceRange();
  const OverloadedOperatorKind Op = E->getOperator();
  const clang::Expr *Second = E->getNumArgs() > 1 ? E->getArg(1) : nullptr;
  if (Op == OO_Arrow || (Op == OO_Star && !Second)) {
    const Place P = lvalue(First);
    Result = tempPlace(Context.getPointerType(Value));
    assign(Result, addressOf(field(P, "$value")), Range);
    return true;
  }
  if ((Op == OO_EqualEqual || Op == OO_ExclaimEqual) && Second && isNothing(Second)) {
    const Place P = lvalue(First);
    Result = tempPlace(E->getType());
    assign(Result,
           binary(Op == OO_EqualEqual ? BinaryOp::Eq : BinaryOp::Ne,
                  load(field(P, "$engaged")), integer(0)),
           Range);
    return true;
  }
  if (Op != OO_Equal || !Second)
    return false;
  const Place To = lvalue(First);
  const QualType Other = optionalValue(Second->getType());
  const bool Lists = isa<InitListExpr>(Second->IgnoreParenImpCasts());
  if (Other.isNull()) {
    optionalClear(To, Value, Range);
    if (!isNothing(Second) && !Lists)
      optionalFill(To, Value, {Second}, Range);
  } else {
    const Place From = lvalue(Second);
    optionalClear(To, Value, Range);
    const auto *D = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
    optionalCopy(To, From, Value, D && D->isMoveAssignmentOperator(), Range);
  }
  Result = tempPlace(Context.getPointerType(First->getType()));
  assign(Result, addressOf(To), Range);
  return true;
}

} // namespace dbtidy::capture
