//===- Functions.cpp - std::function in the model -------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::function becomes a pointer to what it calls (`$call`) and a pointer to the
// object that it is called on (`$object`; null for a plain function), which lives on the
// heap: so a copy is two assignments, whatever is inside.
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

static constexpr const char *Parts[] = {"$call", "$object"};

bool FunctionLowering::isFunctionObject(QualType Type) {
  const CXXRecordDecl *RD =
      Type.isNull() ? nullptr : Type.getNonReferenceType()->getAsCXXRecordDecl();
  return RD && RD->isInStdNamespace() && RD->getIdentifier() &&
         (RD->getName() == "function" || RD->getName() == "move_only_function");
}

void FunctionLowering::functionClear(const Place &To, SourceRange Range) {
  for (const char *Part : Parts)
    assign(field(To, Part), integer(0), Range);
}

void FunctionLowering::functionCopy(const Place &To, const Place &From, bool Move,
                                    SourceRange Range) {
  for (const char *Part : Parts)
    assign(field(To, Part), load(field(From, Part)), Range);
  if (Move && To != From)
    functionClear(From, Range);
}

/// Makes the function at To from something that can be called.
void FunctionLowering::functionFill(const Place &To, const clang::Expr *From,
                                    SourceRange Range) {
  const QualType Type = From->getType().getNonReferenceType();
  if (isFunctionObject(Type)) {
    const Place Other = lvalue(From);
    return functionCopy(To, Other, !From->isLValue(), Range);
  }
  if (Type->isNullPtrType())
    return functionClear(To, Range);
  if (Type->isFunctionPointerType() || Type->isFunctionType()) {
    const ExprId Callee =
        From->isGLValue() && !Type->isFunctionType() ? load(lvalue(From)) : rvalue(From);
    assign(field(To, "$call"), Callee, Range);
    assign(field(To, "$object"), integer(0), Range);
    return;
  }
  const CXXMethodDecl *Operator = callOperator(Type);
  if (!Operator || !Operator->isInstance() || U.Text.inSystemHeader(Operator)) {
    // std::bind and its like: what it knows, it may release.
    const Place Object = lvalue(From);
    if (Event *Kept = emit(EventKind::Escape, Range))
      Kept->Value = addressOf(Object);
    for (const char *Part : Parts)
      assign(field(To, Part), unknown(), Range);
    return;
  }
  const Place Object = tempPlace(Context.getPointerType(Type));
  allocate(Object, Range);
  if (From->isPRValue())
    initObject(deref(Object), Type, From);
  else
    copyRecord(deref(Object), lvalue(From), Type, From->isXValue(), Range, 0);
  assign(field(To, "$call"), functionAddress(Operator), Range);
  assign(field(To, "$object"), load(Object), Range);
  pushScope(Object.Base);
}

bool FunctionLowering::functionConstruct(const Place &To, const CXXConstructExpr *E) {
  if (!isFunctionObject(E->getType()))
    return false;
  if (E->getNumArgs() == 0 || isa<CXXDefaultArgExpr>(E->getArg(0)))
    functionClear(To, E->getSourceRange());
  else
    functionFill(To, E->getArg(0), E->getSourceRange());
  return true;
}

bool FunctionLowering::functionMember(const CXXMemberCallExpr *E, Place &Result) {
  const clang::Expr *Object = E->getImplicitObjectArgument();
  const CXXMethodDecl *D = E->getMethodDecl();
  if (!Object || !D || !isa<CXXConversionDecl>(D) || !isFunctionObject(Object->getType()))
    return false;
  const Place P = lvalue(Object);
  Result = tempPlace(E->getType());
  assign(Result, binary(BinaryOp::Ne, load(field(P, "$call")), integer(0)),
         E->getSourceRange());
  return true;
}

/// `f(a, b)`: with the object in front, where there is one.
Place FunctionLowering::functionCall(const CXXOperatorCallExpr *E) {
  const Place P = lvalue(E->getArg(0));
  Call Plain;
  Plain.Name = U.Into.intern(U.Text.text(E->getArg(0)));
  Plain.Target = load(field(P, "$call"));
  Plain.MayThrow = CxxThrows;
  const FunctionDecl *D = E->getDirectCallee();
  addArguments(Plain, {E->getArgs() + 1, E->getNumArgs() - 1},
               D ? D->getType()->getAs<FunctionProtoType>() : nullptr);
  describeResult(Plain, E->getType());
  const QualType Type =
      E->isGLValue() ? Context.getPointerType(E->getType()) : E->getType();
  if (Type->isRecordType() || isTracked(Type))
    Plain.Result = tempPlace(Type);
  const Place Result = Plain.Result;
  Call OnObject = Plain;
  Arg This;
  This.Value = load(field(P, "$object"));
  OnObject.Args.insert(OnObject.Args.begin(), This);
  OnObject.HasReceiver = true;
  const BlockId Member = newBlock(), Free = newBlock(), Done = newBlock();
  branchOn(load(field(P, "$object")), Member, Free, BranchKind::Implicit,
           E->getSourceRange());
  enter(Member);
  emitCall(std::move(OnObject), E->getSourceRange());
  jump(Done);
  enter(Free);
  emitCall(std::move(Plain), E->getSourceRange());
  jump(Done);
  enter(Done);
  if (Type->isRecordType())
    pushTemporary(Result, Type);
  return Result;
}

bool FunctionLowering::functionOperator(const CXXOperatorCallExpr *E, Place &Result) {
  if (!isFunctionObject(E->getArg(0)->getType()))
    return false;
  const SourceRange Range = E->getSourceRange();
  if (E->getOperator() == OO_Call) {
    Result = functionCall(E);
    return true;
  }
  if (E->getOperator() != OO_Equal || E->getNumArgs() != 2)
    return false;
  const Place To = lvalue(E->getArg(0));
  functionFill(To, E->getArg(1), Range);
  Result = tempPlace(Context.getPointerType(E->getType()));
  assign(Result, addressOf(To), Range);
  return true;
}

} // namespace dbtidy::capture
