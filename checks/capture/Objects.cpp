//===- Objects.cpp - Construction, copies and destruction of class objects -*- C++
//-*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"
#include "program/FunctionTables.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

/// How deep and how wide a copy follows members; what lies beyond is not followed.
static constexpr unsigned MaxCopyDepth = 4;
static constexpr unsigned MaxCopiedFields = 32;
/// Elements of an array whose construction and destruction is shown one by one.
static constexpr uint64_t MaxElements = 16;

static const CXXRecordDecl *recordOf(QualType Type) {
  const CXXRecordDecl *RD = Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  return RD ? RD->getDefinition() : nullptr;
}

void FunctionLowering::initialise(const Place &To, QualType Type, const clang::Expr *E) {
  if (Type->isRecordType()) {
    if (E)
      initObject(To, Type, E);
    return;
  }
  if (!E)
    return;
  const clang::Expr *Braces = E->IgnoreParenImpCasts();
  if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Braces)) // elements that end
    Braces = Bound->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *List = dyn_cast<InitListExpr>(Braces); List && Type->isArrayType()) {
    const QualType Element = Context.getAsArrayType(Type)->getElementType();
    for (unsigned I = 0; I != List->getNumInits() && I < 64; ++I) {
      Place Item = To;
      Item.Path.push_back({ProjectionKind::Index, I});
      initialise(Item, Element, List->getInit(I));
    }
    return;
  }
  if (!isTracked(Type)) {
    effects(E);
    return;
  }
  const ExprId Value = rvalue(E);
  assign(To, Value, E->getSourceRange());
}

void FunctionLowering::initObject(const Place &To, QualType Type, const clang::Expr *E) {
  E = E->IgnoreParens();
  switch (E->getStmtClass()) {
  case Stmt::ExprWithCleanupsClass:
    return initObject(To, Type, cast<ExprWithCleanups>(E)->getSubExpr());
  case Stmt::MaterializeTemporaryExprClass:
    return initObject(To, Type, cast<MaterializeTemporaryExpr>(E)->getSubExpr());
  case Stmt::CXXBindTemporaryExprClass:
    return initObject(To, Type, cast<CXXBindTemporaryExpr>(E)->getSubExpr());
  case Stmt::ConstantExprClass:
    return initObject(To, Type, cast<ConstantExpr>(E)->getSubExpr());
  case Stmt::CXXDefaultArgExprClass:
    return initObject(To, Type, cast<CXXDefaultArgExpr>(E)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return initObject(To, Type, cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return construct(To, cast<CXXConstructExpr>(E));
  case Stmt::InitListExprClass:
    return initList(To, cast<InitListExpr>(E));
  case Stmt::LambdaExprClass:
    return initLambda(To, cast<LambdaExpr>(E));
  case Stmt::ConditionalOperatorClass: {
    const auto *Select = cast<ConditionalOperator>(E);
    const BlockId True = newBlock(), False = newBlock(), After = newBlock();
    branch(Select->getCond(), True, False, BranchKind::Conditional);
    ++ConditionalDepth;
    enter(True);
    initObject(To, Type, Select->getTrueExpr());
    jump(After);
    enter(False);
    initObject(To, Type, Select->getFalseExpr());
    jump(After);
    --ConditionalDepth;
    enter(After);
    return;
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass: {
    const auto *C = cast<clang::CallExpr>(E);
    if (E->isPRValue()) {
      if (!smartMake(C, To) && !productMake(C, To))
        (void)call(C, &To);
      return;
    }
    break;
  }
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXFunctionalCastExprClass: {
    const auto *Cast = cast<clang::CastExpr>(E);
    const clang::Expr *Sub = Cast->getSubExpr();
    if (Cast->getCastKind() == CK_LValueToRValue) {
      copyRecord(To, lvalue(Sub), Type, /*Move=*/false, E->getSourceRange(), 0);
      return;
    }
    if (Sub->getType()->isRecordType())
      return initObject(To, Type, Sub);
    effects(Sub);
    return;
  }
  case Stmt::BinaryOperatorClass:
    if (cast<BinaryOperator>(E)->getOpcode() == BO_Assign) { // in C, a value
      copyRecord(To, lvalue(E), Type, /*Move=*/false, E->getSourceRange(), 0);
      return;
    }
    if (cast<BinaryOperator>(E)->getOpcode() == BO_Comma) {
      effects(cast<BinaryOperator>(E)->getLHS());
      return initObject(To, Type, cast<BinaryOperator>(E)->getRHS());
    }
    break;
  case Stmt::StmtExprClass:
    (void)statementExpression(cast<StmtExpr>(E));
    return;
  case Stmt::CXXThrowExprClass:
    throwValue(cast<CXXThrowExpr>(E));
    return;
  case Stmt::CXXStdInitializerListExprClass: {
    // The elements go into whatever the list is given to.
    const clang::Expr *Array = cast<CXXStdInitializerListExpr>(E)->getSubExpr();
    const Place Elements = lvalue(Array);
    if (Event *Given = emit(EventKind::Escape, E->getSourceRange()))
      Given->Value = addressOf(Elements);
    return;
  }
  case Stmt::CXXInheritedCtorInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
  case Stmt::ImplicitValueInitExprClass:
    return;
  default:
    break;
  }
  if (E->isGLValue())
    copyRecord(To, lvalue(E), Type, E->isXValue(), E->getSourceRange(), 0);
  else
    effectsOfChildren(E);
}

void FunctionLowering::construct(const Place &To, const CXXConstructExpr *E) {
  const CXXConstructorDecl *D = E->getConstructor();
  if (E->isElidable() && E->getNumArgs() == 1)
    return initObject(To, E->getType(), E->getArg(0));
  if (smartConstruct(To, E) || optionalConstruct(To, E) || functionConstruct(To, E) ||
      productConstruct(To, E))
    return;
  if (D->isCopyOrMoveConstructor() && E->getNumArgs() >= 1 &&
      (D->isTrivial() || D->isDefaulted() || U.Rules.isAnswer(D->getParent()))) {
    const Place From = lvalue(E->getArg(0));
    copyRecord(To, From, E->getType(), D->isMoveConstructor(), E->getSourceRange(), 0);
    return made(To, D->getParent(), E->getSourceRange());
  }
  if (D->isTrivial() && E->getNumArgs() == 0)
    return;
  // One that is inherited passes its arguments on to the base class's.
  const CXXConstructorDecl *Written =
      D->isInheritingConstructor() ? D->getInheritedConstructor().getConstructor() : D;
  // A library class is not looked into: that it was made says nothing.
  Call C;
  describeCallee(C, Written);
  Arg This;
  This.Value = addressOf(To);
  C.Args.push_back(This);
  C.HasReceiver = true;
  addArguments(C, llvm::ArrayRef<const clang::Expr *>(E->getArgs(), E->getNumArgs()),
               D->getType()->getAs<FunctionProtoType>());
  if (const api::Handle *H = U.Rules.handleOf(E->getType()))
    C.ResultHandle = U.Into.intern(H->Id);
  emitCall(std::move(C), E->getSourceRange());
  if (Written != D)
    memberInitialisers(To, D->getParent());
  made(To, D->getParent(), E->getSourceRange());
}

/// From now on, virtual calls on Object are those of RD.
void FunctionLowering::made(const Place &Object, const CXXRecordDecl *RD,
                            SourceRange Range) {
  if (const std::optional<int64_t> Type = U.Virtuals.made(RD); Type && reachable())
    assign(field(Object, DynamicTypeField), integer(*Type), Range);
}

void FunctionLowering::initList(const Place &To, const InitListExpr *E) {
  if (const InitListExpr *Semantic = E->getSemanticForm())
    E = Semantic;
  if (E->isTransparent())
    return initObject(To, E->getType(), E->getInit(0));
  const RecordDecl *RD = E->getType()->getAsRecordDecl();
  if (!RD) {
    effectsOfChildren(E);
    return;
  }
  unsigned I = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(RD))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (I < E->getNumInits())
        initialise(To, Base.getType(), E->getInit(I++));
  if (RD->isUnion()) {
    if (const FieldDecl *Field = E->getInitializedFieldInUnion();
        Field && E->getNumInits() == 1)
      initialise(field(To, storageName(Field)), Field->getType(), E->getInit(0));
    return;
  }
  for (const FieldDecl *Field : RD->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I >= E->getNumInits())
      break;
    const clang::Expr *Init = E->getInit(I++);
    const Place P = Field->getDeclName() ? field(To, Field->getName()) : To;
    if (Field->getType()->isReferenceType())
      assign(P, addressOf(lvalue(Init)), Init->getSourceRange());
    else
      initialise(P, Field->getType(), Init);
  }
}

void FunctionLowering::initLambda(const Place &To, const LambdaExpr *E) {
  U.Reached(E->getCallOperator());
  auto Init = E->capture_init_begin();
  for (const LambdaCapture &C : E->captures()) {
    const clang::Expr *Value = *Init++;
    if (C.capturesThis()) {
      const Place P = field(To, "this");
      assign(P, Value ? rvalue(Value) : addressOf(thisObject()), E->getSourceRange());
      continue;
    }
    if (!C.capturesVariable())
      continue;
    const auto *D = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!D)
      continue;
    const Place P = field(To, D->getName());
    if (C.getCaptureKind() == LCK_ByRef) {
      const ExprId Address =
          addressOf(D->isInitCapture() ? lvalue(D->getInit()) : variable(D));
      assign(P, Address, E->getSourceRange());
    } else if (D->isInitCapture()) {
      initialise(P, D->getType(), D->getInit());
    } else if (Value) {
      initialise(P, D->getType(), Value);
    }
  }
}

//===--- Copies ---------------------------------------------------------------===//

void FunctionLowering::copyRecord(const Place &To, const Place &From, QualType Type,
                                  bool Move, SourceRange Range, unsigned Depth) {
  if (!To.isValid() || !From.isValid() || To == From)
    return;
  if (smartKind(Type) != Smart::No) {
    if (Assigning)
      smartDestroy(To, Type, Range);
    if (Move)
      smartMove(To, From, Range);
    else
      smartCopy(To, From, Range);
    return;
  }
  if (const QualType Value = optionalValue(Type); !Value.isNull()) {
    if (Assigning)
      optionalClear(To, Value, Range);
    optionalCopy(To, From, Value, Move, Range);
    return;
  }
  if (isFunctionObject(Type))
    return functionCopy(To, From, Move, Range);
  if (!productMembers(Type).empty())
    return productCopy(To, From, Type, Type, Move, Range);
  const RecordDecl *RD = Type->getAsRecordDecl();
  RD = RD ? RD->getDefinition() : nullptr;
  if (!RD)
    return;
  if (U.Rules.isAnswer(RD)) // the call that it is the answer of, not what it consists of
    return assign(To, load(From), Range);
  if (const auto *Class = dyn_cast<CXXRecordDecl>(RD)) {
    copyFields(To, From, Class, Move, Range, Depth);
    return;
  }
  unsigned Count = 0;
  for (const FieldDecl *Field : RD->fields()) {
    if (++Count > MaxCopiedFields || Depth > MaxCopyDepth)
      return;
    const Place A = Field->getDeclName() ? field(To, storageName(Field)) : To;
    const Place B = Field->getDeclName() ? field(From, storageName(Field)) : From;
    if (isTracked(Field->getType()))
      assign(A, load(B), Range);
    else if (Field->getType()->isRecordType())
      copyRecord(A, B, Field->getType(), Move, Range, Depth + 1);
  }
}

/// The constructor that would copy or move RD, where a person wrote it.
static const CXXConstructorDecl *userCopy(const CXXRecordDecl *RD, bool Move) {
  const CXXConstructorDecl *Copy = nullptr;
  for (const CXXConstructorDecl *D : RD->ctors()) {
    if (D->isDeleted() || D->isDefaulted() || !D->isCopyOrMoveConstructor())
      continue;
    if (D->isMoveConstructor() == Move)
      return D;
    if (!D->isMoveConstructor())
      Copy = D;
  }
  return Copy;
}

/// A closure's members have no names: its captures do.
static llvm::StringRef memberName(const CXXRecordDecl *RD, const FieldDecl *Field) {
  if (!RD->isLambda())
    return storageName(Field);
  const auto *Capture = RD->captures_begin() + Field->getFieldIndex();
  if (Capture->capturesThis())
    return "this";
  return Capture->capturesVariable() ? Capture->getCapturedVar()->getName() : "";
}

void FunctionLowering::copyFields(const Place &To, const Place &From,
                                  const CXXRecordDecl *RD, bool Move, SourceRange Range,
                                  unsigned Depth) {
  if (Depth > MaxCopyDepth || U.Text.inSystemHeader(RD))
    return;
  if (const CXXConstructorDecl *D = Depth ? userCopy(RD, Move) : nullptr) {
    Call C;
    describeCallee(C, D);
    C.HasReceiver = true;
    for (const Place &P : {To, From}) {
      Arg A;
      A.Value = addressOf(P);
      C.Args.push_back(A);
    }
    emitCall(std::move(C), Range);
    return;
  }
  for (const CXXBaseSpecifier &Base : RD->bases())
    if (const CXXRecordDecl *Parent = recordOf(Base.getType()))
      copyFields(To, From, Parent, Move, Range, Depth + 1);
  unsigned Count = 0;
  for (const FieldDecl *Field : RD->fields()) {
    if (++Count > MaxCopiedFields)
      return;
    const llvm::StringRef Name = memberName(RD, Field);
    const Place A = Name.empty() ? To : field(To, Name);
    const Place B = Name.empty() ? From : field(From, Name);
    if (isTracked(Field->getType()))
      assign(A, load(B), Range);
    else if (Field->getType()->isRecordType())
      copyRecord(A, B, Field->getType(), Move, Range, Depth + 1);
  }
}

bool FunctionLowering::assignObject(const CXXOperatorCallExpr *E) {
  const auto *D = dyn_cast_or_null<CXXMethodDecl>(E->getDirectCallee());
  if (!D || E->getNumArgs() != 2 ||
      !(D->isCopyAssignmentOperator() || D->isMoveAssignmentOperator()) ||
      !(D->isTrivial() || D->isDefaulted() || U.Rules.isAnswer(D->getParent())))
    return false;
  const Place From = lvalue(E->getArg(1));
  const Place To = lvalue(E->getArg(0));
  Assigning = true;
  copyRecord(To, From, E->getArg(0)->getType(), D->isMoveAssignmentOperator(),
             E->getSourceRange(), 0);
  Assigning = false;
  return true;
}

//===--- new and delete ---------------------------------------------------------===//

ExprId FunctionLowering::newValue(const CXXNewExpr *E) {
  const FunctionDecl *Operator = E->getOperatorNew();
  const Place Pointer = tempPlace(E->getType());
  if (E->getNumPlacementArgs() == 1 && Operator &&
      Operator->isReservedGlobalPlacementOperator()) {
    assign(Pointer, rvalue(E->getPlacementArg(0)), E->getSourceRange());
  } else {
    Call C;
    C.Usr = Operator ? U.Text.usr(Operator) : U.Into.intern("c:@F@operator new");
    C.Name = U.Into.intern("operator new");
    C.Rule = U.Into.intern("cxx:operator new");
    C.System = true;
    C.Result = Pointer;
    describeResult(C, E->getType());
    for (const clang::Expr *A : E->placement_arguments())
      C.Args.push_back(argument(A, A->getType()));
    emitCall(std::move(C), E->getSourceRange());
    pushScope(Pointer.Base);
  }
  if (E->isArray()) {
    if (const auto Size = E->getArraySize(); Size && *Size)
      effects(*Size);
    return load(Pointer);
  }
  if (const clang::Expr *Init = E->getInitializer())
    initialise(deref(Pointer), E->getAllocatedType(), Init);
  return load(Pointer);
}

void FunctionLowering::deletePointer(const Place &Pointer, QualType Pointee,
                                     SourceRange Range) {
  const BlockId Some = newBlock(), After = newBlock();
  branchOn(load(Pointer), Some, After, BranchKind::Implicit, Range);
  enter(Some);
  destroy(deref(Pointer), Pointee, Range, /*Dynamic=*/true);
  Call C;
  C.Usr = U.Into.intern("c:@F@operator delete");
  C.Name = U.Into.intern("operator delete");
  C.Rule = U.Into.intern("cxx:operator delete");
  C.System = true;
  Arg A;
  A.Value = load(Pointer);
  C.Args.push_back(A);
  emitCall(std::move(C), Range);
  jump(After);
  enter(After);
}

void FunctionLowering::deleteValue(const CXXDeleteExpr *E) {
  const Place Pointer = tempPlace(E->getArgument()->getType());
  const ExprId Value = rvalue(E->getArgument());
  assign(Pointer, Value, E->getSourceRange());
  if (E->isArrayForm()) {
    // How many there are is not known: what they hold is theirs to release.
    if (Event *Gone = emit(EventKind::Escape, E->getSourceRange()))
      Gone->Value = load(Pointer);
    return;
  }
  deletePointer(Pointer, E->getDestroyedType(), E->getSourceRange());
}

//===--- Destruction ----------------------------------------------------------===//

bool FunctionLowering::hasDestructor(QualType Type) {
  while (const auto *Array = Type.isNull() ? nullptr : Type->getAsArrayTypeUnsafe())
    Type = Array->getElementType();
  if (smartKind(Type) != Smart::No)
    return true;
  const CXXRecordDecl *RD = recordOf(Type);
  return RD && !RD->hasTrivialDestructor();
}

void FunctionLowering::destroy(const Place &Object, QualType Type, SourceRange Range,
                               bool Dynamic) {
  if (!hasDestructor(Type))
    return;
  if (const auto *Array = Context.getAsConstantArrayType(Type)) {
    const uint64_t Count = std::min<uint64_t>(Array->getZExtSize(), MaxElements);
    for (uint64_t I = Count; I-- != 0;) {
      Place Element = Object;
      Element.Path.push_back({ProjectionKind::Index, static_cast<uint32_t>(I)});
      destroy(Element, Array->getElementType(), Range);
    }
    return;
  }
  if (Type->isArrayType())
    return;
  if (smartKind(Type) != Smart::No) {
    smartDestroy(Object, Type, Range);
    return;
  }
  if (const QualType Value = optionalValue(Type); !Value.isNull()) {
    optionalClear(Object, Value, Range);
    return;
  }
  if (!productMembers(Type).empty())
    return productDestroy(Object, Type, Range);
  const CXXDestructorDecl *D = recordOf(Type)->getDestructor();
  // A library class cleans up after itself; what it holds is not followed.
  if (!D || (U.Text.inSystemHeader(recordOf(Type)) && !U.Rules.callRule(D)))
    return;
  Call C;
  describeCallee(C, D);
  C.MayThrow = false;
  C.HasReceiver = true;
  C.Virtual = Dynamic && D->isVirtual() && !D->getParent()->hasAttr<FinalAttr>();
  if (C.Virtual)
    U.Virtuals.called(D);
  Arg A;
  A.Value = addressOf(Object);
  C.Args.push_back(A);
  emitCall(std::move(C), Range);
}

void FunctionLowering::constructorPrologue(const CXXConstructorDecl *D) {
  // Bases come first, and then the object is one of this class: for its virtual calls.
  bool Based = false;
  for (const CXXCtorInitializer *I : D->inits()) {
    const clang::Expr *Init = I->getInit();
    if (!Init)
      continue;
    const uint32_t Mark = Top;
    Place P = thisObject();
    QualType Type;
    if (!I->isBaseInitializer() && !I->isDelegatingInitializer() &&
        !std::exchange(Based, true))
      made(P, D->getParent(), Init->getSourceRange());
    if (I->isAnyMemberInitializer()) {
      const FieldDecl *Field = I->getAnyMember();
      Type = Field->getType();
      if (Field->getDeclName())
        P = field(P, Field->getName());
    } else {
      Type = QualType(I->getBaseClass(), 0);
      if (I->isDelegatingInitializer())
        Type = Context.getCanonicalTagType(D->getParent());
    }
    if (Type->isReferenceType())
      assign(P, addressOf(lvalue(Init)), Init->getSourceRange());
    else
      initialise(P, Type, Init);
    popTo(Mark, Init->getSourceRange());
    // If the body throws, the members and bases made so far are destroyed, the object's
    // own destructor does not run. (After a delegating constructor it does.)
    if (hasDestructor(Type)) {
      Cleanup C;
      C.What = Cleanup::Kind::Destroy;
      C.Object = P;
      C.Type = Type;
      C.UnwindOnly = true;
      push(std::move(C));
    }
  }
  if (!Based && !D->isDelegatingConstructor())
    made(thisObject(), D->getParent(), D->getSourceRange());
}

/// What a default constructor does that the compiler has not written out.
void FunctionLowering::memberInitialisers(const Place &Object, const CXXRecordDecl *RD) {
  for (const FieldDecl *Field : RD->fields())
    if (const clang::Expr *Init = Field->getInClassInitializer();
        Init && Field->getDeclName() && !Field->getType()->isReferenceType())
      initialise(field(Object, Field->getName()), Field->getType(), Init);
}

void FunctionLowering::destructorEpilogue(const CXXDestructorDecl *D) {
  const CXXRecordDecl *RD = D->getParent();
  const SourceRange Range(D->getEndLoc());
  llvm::SmallVector<const FieldDecl *, 16> Fields(RD->fields());
  for (const FieldDecl *Field : llvm::reverse(Fields))
    if (const llvm::StringRef Name = memberName(RD, Field); !Name.empty())
      destroy(field(deref(Place{0, {}}), Name), Field->getType(), Range);
  llvm::SmallVector<const CXXBaseSpecifier *, 4> Bases;
  for (const CXXBaseSpecifier &Base : RD->bases())
    Bases.push_back(&Base);
  for (const CXXBaseSpecifier *Base : llvm::reverse(Bases))
    destroy(thisObject(), Base->getType(), Range);
}

} // namespace dbtidy::capture
