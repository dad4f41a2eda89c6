//===- SmartPointers.cpp - std::unique_ptr and std::shared_ptr in the model -*- C++
//-*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A smart pointer becomes a record of the pointer it owns (`$ptr`), its deleter (`$del`)
// and, for a shared one, whether somebody else owns too (`$shared`). Its operations are
// lowered to assignments and branches, so that the engine need not know the classes and
// the standard library's own bodies need not be parsed.
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

FunctionLowering::Smart FunctionLowering::smartKind(const CXXRecordDecl *RD) {
  if (!RD || !RD->isInStdNamespace() || !RD->getIdentifier() ||
      !isa<ClassTemplateSpecializationDecl>(RD))
    return Smart::No;
  if (RD->getName() == "unique_ptr")
    return Smart::Unique;
  return RD->getName() == "shared_ptr" ? Smart::Shared : Smart::No;
}

FunctionLowering::Smart FunctionLowering::smartKind(QualType Type) {
  return Type.isNull() ? Smart::No : smartKind(Type->getAsCXXRecordDecl());
}

static QualType templateArgument(QualType Smart, unsigned Index) {
  const auto *RD = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Smart.getNonReferenceType()->getAsCXXRecordDecl());
  if (!RD || RD->getTemplateArgs().size() <= Index ||
      RD->getTemplateArgs()[Index].getKind() != TemplateArgument::Type)
    return {};
  return RD->getTemplateArgs()[Index].getAsType();
}

const CXXMethodDecl *callOperator(QualType Functor) {
  const CXXRecordDecl *RD = Functor.isNull() ? nullptr : Functor->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition())
    return nullptr;
  for (const CXXMethodDecl *D : RD->methods())
    if (D->getOverloadedOperator() == OO_Call)
      return D;
  return nullptr;
}

static bool isDefaultDelete(QualType Deleter) {
  const CXXRecordDecl *RD = Deleter.isNull() ? nullptr : Deleter->getAsCXXRecordDecl();
  return RD && RD->isInStdNamespace() && RD->getIdentifier() &&
         RD->getName() == "default_delete";
}

//===--- Construction ---------------------------------------------------------===//

void FunctionLowering::smartAdopt(const Place &To, const clang::Expr *Pointer,
                                  const clang::Expr *Deleter) {
  const SourceRange Range = Pointer->getSourceRange();
  // (By reference, where the library would forward it.)
  const ExprId Value = Pointer->isGLValue() ? load(lvalue(Pointer)) : rvalue(Pointer);
  assign(field(To, "$ptr"), Value, Range);
  assign(field(To, "$shared"), integer(0), Range);
  if (!Deleter)
    return;
  const QualType Type = Deleter->getType().getNonReferenceType();
  if (isTracked(Type)) {
    const ExprId Function = Deleter->isGLValue() && !Type->isFunctionType()
                                ? load(lvalue(Deleter))
                                : rvalue(Deleter);
    assign(field(To, "$del"), Function, Range);
    return;
  }
  if (Deleter->getType()->isFunctionType()) {
    assign(field(To, "$del"), rvalue(Deleter), Range);
    return;
  }
  // A functor: its state is kept, and for a shared pointer, whose type does not name it,
  // which function it is.
  const Place Object = field(To, "$functor");
  initObject(Object, Type, Deleter);
  if (const CXXMethodDecl *Operator = callOperator(Type)) {
    assign(field(To, "$del"), functionAddress(Operator), Range);
    assign(field(To, "$member"), integer(1), Range);
  }
}

bool FunctionLowering::smartConstruct(const Place &To, const CXXConstructExpr *E) {
  if (smartKind(E->getType()) == Smart::No)
    return false;
  const SourceRange Range = E->getSourceRange();
  const unsigned N = E->getNumArgs();
  const clang::Expr *First = N ? E->getArg(0) : nullptr;
  if (First && N > 1 && First->getType()->isNullPtrType() &&
      smartKind(E->getType()) == Smart::Shared && !isa<CXXDefaultArgExpr>(E->getArg(1))) {
    // A shared pointer that is made with a deleter runs it, on null too: a scope guard.
    smartAdopt(To, First, E->getArg(1));
    assign(field(To, "$ptr"), integer(1), Range);
    return true;
  }
  if (!First || First->getType()->isNullPtrType() || isa<CXXDefaultArgExpr>(First)) {
    assign(field(To, "$ptr"), integer(0), Range);
    assign(field(To, "$shared"), integer(0), Range);
    return true;
  }
  if (First->getType()->isPointerType()) {
    smartAdopt(To, First, N > 1 ? E->getArg(1) : nullptr);
    return true;
  }
  if (smartKind(First->getType()) != Smart::No) {
    const Place From = lvalue(First);
    // Also converting constructors: shared_ptr from unique_ptr&&, derived to base.
    const bool Move =
        E->getConstructor()->getNumParams() &&
        E->getConstructor()->getParamDecl(0)->getType()->isRValueReferenceType();
    if (Move)
      smartMove(To, From, Range);
    else
      smartCopy(To, From, Range);
    return true;
  }
  for (const clang::Expr *A : E->arguments())
    effects(A);
  assign(field(To, "$ptr"), unknown(), Range);
  assign(field(To, "$shared"), integer(1), Range);
  return true;
}

void FunctionLowering::smartMove(const Place &To, const Place &From, SourceRange Range) {
  for (const char *Name : {"$ptr", "$del", "$shared", "$member"})
    assign(field(To, Name), load(field(From, Name)), Range);
  assign(field(From, "$ptr"), integer(0), Range);
}

void FunctionLowering::smartCopy(const Place &To, const Place &From, SourceRange Range) {
  // Which of the owners is the last one is not followed: none of them releases.
  for (const char *Name : {"$ptr", "$del"})
    assign(field(To, Name), load(field(From, Name)), Range);
  assign(field(From, "$shared"), integer(1), Range);
  assign(field(To, "$shared"), integer(1), Range);
  if (Event *E = emit(EventKind::Escape, Range))
    E->Value = load(field(To, "$ptr"));
}

/// Result is a new object, as the library's functions make one.
void FunctionLowering::allocate(const Place &Result, SourceRange Range) {
  Call New;
  New.Name = U.Into.intern("operator new");
  New.Usr = U.Into.intern("c:@F@operator new");
  New.Rule = U.Into.intern("cxx:operator new");
  New.System = true;
  New.Result = Result;
  emitCall(std::move(New), Range);
}

bool FunctionLowering::smartMake(const CallExpr *E, const Place &To) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee || !Callee->isInStdNamespace() || !Callee->getIdentifier() ||
      (Callee->getName() != "make_unique" && Callee->getName() != "make_shared") ||
      smartKind(E->getType()) == Smart::No)
    return false;
  const QualType Pointee = templateArgument(E->getType(), 0);
  allocate(field(To, "$ptr"), E->getSourceRange());
  assign(field(To, "$shared"), integer(0), E->getSourceRange());
  const CXXRecordDecl *RD = Pointee.isNull() ? nullptr : Pointee->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition()) {
    Place Value = field(To, "$ptr");
    Value.Path.push_back({ProjectionKind::Deref, 0});
    if (E->getNumArgs() == 1 && !Pointee.isNull() && isTracked(Pointee))
      assign(Value,
             E->getArg(0)->isGLValue() ? load(lvalue(E->getArg(0)))
                                       : rvalue(E->getArg(0)),
             E->getSourceRange());
    else
      for (const clang::Expr *A : E->arguments())
        effects(A);
    return true;
  }
  constructInPlace(deref(field(To, "$ptr")), RD, {E->getArgs(), E->getNumArgs()},
                   E->getSourceRange());
  return true;
}

/// The body that picks the constructor is the library's: pick by what fits the arguments.
void FunctionLowering::constructInPlace(const Place &Object, const CXXRecordDecl *RD,
                                        llvm::ArrayRef<const clang::Expr *> Args,
                                        SourceRange Range) {
  const CXXConstructorDecl *Chosen = nullptr;
  for (const CXXConstructorDecl *D : RD->ctors())
    if (!D->isDeleted() && !D->isCopyOrMoveConstructor() &&
        D->getNumParams() >= Args.size() && D->getMinRequiredArguments() <= Args.size()) {
      Chosen = D;
      break;
    }
  if (!Chosen && RD->isAggregate()) { // T(a, b), as C++20 has it
    auto Next = Args.begin();
    for (const FieldDecl *Field : RD->fields())
      if (Next != Args.end() && Field->getDeclName())
        initialise(field(Object, Field->getName()), Field->getType(), *Next++);
    return;
  }
  if (!Chosen || (Chosen->isTrivial() && Args.empty())) {
    for (const clang::Expr *A : Args)
      effects(A);
    if (!Chosen && Args.empty() && !U.Text.inSystemHeader(RD))
      memberInitialisers(Object, RD); // not even declared yet
    return made(Object, RD, Range);
  }
  Call C;
  describeCallee(C, Chosen);
  C.HasReceiver = true;
  Arg This;
  This.Value = addressOf(Object);
  C.Args.push_back(This);
  addArguments(C, Args, Chosen->getType()->getAs<FunctionProtoType>());
  emitCall(std::move(C), Range);
  made(Object, RD, Range);
}

//===--- Use ------------------------------------------------------------------===//

bool FunctionLowering::smartMember(const CXXMemberCallExpr *E, Place &Result) {
  const clang::Expr *Object = E->getImplicitObjectArgument();
  const CXXMethodDecl *D = E->getMethodDecl();
  // The class that declares the method may be a base that the library keeps to itself.
  const QualType Of = !Object ? QualType()
                      : Object->IgnoreParenImpCasts()->getType()->isPointerType()
                          ? Object->IgnoreParenImpCasts()->getType()->getPointeeType()
                          : Object->IgnoreParenImpCasts()->getType();
  if (!D || smartKind(Of) == Smart::No)
    return false;
  const auto *Callee = dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens());
  const Place P = Callee && Callee->isArrow() ? pointee(Object) : lvalue(Object);
  const QualType Type = Of;
  const SourceRange Range = E->getSourceRange();
  if (isa<CXXConversionDecl>(D)) { // explicit operator bool
    Result = tempPlace(E->getType());
    assign(Result, binary(BinaryOp::Ne, load(field(P, "$ptr")), integer(0)), Range);
    return true;
  }
  if (!D->getIdentifier())
    return false;
  const llvm::StringRef Name = D->getName();
  if (Name == "get") {
    Result = field(P, "$ptr");
    return true;
  }
  if (Name == "release") {
    Result = tempPlace(E->getType());
    assign(Result, load(field(P, "$ptr")), Range);
    assign(field(P, "$ptr"), integer(0), Range);
    pushScope(Result.Base);
    return true;
  }
  if (Name == "reset") {
    const Place Old = tempPlace(Context.VoidPtrTy);
    const Place Was = tempPlace(Context.BoolTy);
    const bool Null = E->getNumArgs() == 0 || isa<CXXDefaultArgExpr>(E->getArg(0)) ||
                      E->getArg(0)->getType()->isNullPtrType();
    const ExprId New = Null ? integer(0) : rvalue(E->getArg(0));
    assign(Old, load(field(P, "$ptr")), Range);
    assign(Was, load(field(P, "$shared")), Range);
    assign(field(P, "$ptr"), New, Range);
    if (!Null)
      assign(field(P, "$shared"), integer(0), Range);
    const BlockId Some = newBlock(), After = newBlock();
    const ExprId Owned = load(Was);
    branchOn(binary(BinaryOp::Eq, Owned, integer(1)), After, Some, BranchKind::Implicit,
             Range);
    enter(Some);
    smartDelete(P, Old, Type, Range);
    jump(After);
    enter(After);
    return true;
  }
  if (Name == "swap" && E->getNumArgs() == 1) {
    const Place Q = lvalue(E->getArg(0));
    const Place Keep = tempPlace(Type);
    copyRecord(Keep, P, Type, /*Move=*/true, Range, 0);
    copyRecord(P, Q, Type, /*Move=*/true, Range, 0);
    copyRecord(Q, Keep, Type, /*Move=*/true, Range, 0);
    return true;
  }
  if (Name == "get_deleter") {
    Result = tempPlace(Context.VoidPtrTy);
    return true;
  }
  return false;
}

bool FunctionLowering::smartOperator(const CXXOperatorCallExpr *E, Place &Result) {
  const SourceRange Range = E->getSourceRange();
  const auto IsSmart = [](const clang::Expr *A) {
    return smartKind(A->IgnoreParenImpCasts()->getType().getNonReferenceType()) !=
           Smart::No;
  };
  switch (E->getOperator()) {
  case OO_Arrow:
    if (!IsSmart(E->getArg(0)))
      return false;
    Result = field(lvalue(E->getArg(0)), "$ptr");
    return true;
  case OO_Star:
    if (E->getNumArgs() != 1 || !IsSmart(E->getArg(0)))
      return false;
    Result = field(lvalue(E->getArg(0)), "$ptr"); // the caller dereferences it
    return true;
  case OO_EqualEqual:
  case OO_ExclaimEqual: {
    if (E->getNumArgs() != 2 || (!IsSmart(E->getArg(0)) && !IsSmart(E->getArg(1))))
      return false;
    const auto Side = [&](const clang::Expr *A) {
      return IsSmart(A) ? load(field(lvalue(A), "$ptr")) : integer(0);
    };
    const ExprId Left = Side(E->getArg(0)), Right = Side(E->getArg(1));
    Result = tempPlace(E->getType());
    assign(Result,
           binary(E->getOperator() == OO_EqualEqual ? BinaryOp::Eq : BinaryOp::Ne, Left,
                  Right),
           Range);
    return true;
  }
  case OO_Equal: {
    if (!IsSmart(E->getArg(0)))
      return false;
    const clang::Expr *Value = E->getArg(1);
    const QualType Type = E->getArg(0)->getType();
    const Place New = tempPlace(Type);
    if (Value->getType()->isNullPtrType()) {
      assign(field(New, "$ptr"), integer(0), Range);
    } else if (IsSmart(Value)) {
      const Place From = lvalue(Value);
      const auto *D = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
      const bool Move = D && D->getNumParams() &&
                        D->getParamDecl(0)->getType()->isRValueReferenceType();
      if (Move)
        smartMove(New, From, Range);
      else
        smartCopy(New, From, Range);
    } else {
      effects(Value);
      return true;
    }
    const Place To = lvalue(E->getArg(0));
    smartDestroy(To, Type, Range);
    for (const char *Name : {"$ptr", "$shared"})
      assign(field(To, Name), load(field(New, Name)), Range);
    if (smartKind(Type) == Smart::Shared || templateArgument(Type, 1)->isPointerType())
      for (const char *Name : {"$del", "$member"})
        assign(field(To, Name), load(field(New, Name)), Range);
    Result = tempPlace(Context.getPointerType(Type));
    assign(Result, addressOf(To), Range);
    if (Event *End = emit(EventKind::EndScope, Range))
      End->Target = Place{New.Base, {}};
    return true;
  }
  default:
    return false;
  }
}

//===--- Destruction ----------------------------------------------------------===//

void FunctionLowering::smartDestroy(const Place &Object, QualType Type,
                                    SourceRange Range) {
  const BlockId Mine = newBlock(), After = newBlock();
  branchOn(binary(BinaryOp::Eq, load(field(Object, "$shared")), integer(1)), After, Mine,
           BranchKind::Implicit, Range);
  enter(Mine);
  smartDelete(Object, field(Object, "$ptr"), Type, Range);
  jump(After);
  enter(After);
}

void FunctionLowering::smartDelete(const Place &Object, const Place &Pointer,
                                   QualType Type, SourceRange Range) {
  const BlockId Some = newBlock(), After = newBlock();
  branchOn(load(Pointer), Some, After, BranchKind::Implicit, Range);
  enter(Some);
  const QualType Deleter =
      smartKind(Type) == Smart::Unique ? templateArgument(Type, 1) : QualType();
  if (!Deleter.isNull() && isDefaultDelete(Deleter)) {
    deletePointer(Pointer, templateArgument(Type, 0), Range);
  } else if (!Deleter.isNull()) {
    callDeleter(Object, Pointer, Deleter, Range);
  } else {
    // Shared: with a deleter of its own, or deleting.
    const BlockId Plain = newBlock(), Own = newBlock(), Done = newBlock();
    branchOn(load(field(Object, "$del")), Own, Plain, BranchKind::Implicit, Range);
    enter(Plain);
    deletePointer(Pointer, templateArgument(Type, 0), Range);
    jump(Done);
    enter(Own);
    callDeleter(Object, Pointer, QualType(), Range);
    jump(Done);
    enter(Done);
  }
  jump(After);
  enter(After);
}

void FunctionLowering::callDeleter(const Place &Object, const Place &Pointer,
                                   QualType Deleter, SourceRange Range) {
  Call C;
  Arg Owned;
  Owned.Value = load(Pointer);
  if (const CXXMethodDecl *Operator = callOperator(Deleter)) {
    describeCallee(C, Operator);
    C.MayThrow = false;
    if (Operator->isInstance()) {
      Arg This;
      This.Value = addressOf(field(Object, "$functor"));
      C.Args.push_back(This);
      C.HasReceiver = true;
    }
    C.Args.push_back(Owned);
    emitCall(std::move(C), Range);
    return;
  }
  C.Name = U.Into.intern("the deleter");
  C.Target = load(field(Object, "$del"));
  if (!Deleter.isNull()) {
    C.Args.push_back(Owned);
    emitCall(std::move(C), Range);
    return;
  }
  const BlockId Member = newBlock(), Free = newBlock(), Done = newBlock();
  branchOn(binary(BinaryOp::Eq, load(field(Object, "$member")), integer(1)), Member, Free,
           BranchKind::Implicit, Range);
  Call WithThis = C;
  enter(Free);
  C.Args.push_back(Owned);
  emitCall(std::move(C), Range);
  jump(Done);
  enter(Member);
  Arg This;
  This.Value = addressOf(field(Object, "$functor"));
  WithThis.Args.push_back(This);
  WithThis.HasReceiver = true;
  WithThis.Args.push_back(Owned);
  emitCall(std::move(WithThis), Range);
  jump(Done);
  enter(Done);
}

} // namespace dbtidy::capture
