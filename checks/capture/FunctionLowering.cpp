//===- FunctionLowering.cpp - One function to the program model -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

bool isTracked(QualType Type) {
  if (Type.isNull())
    return false;
  Type = Type.getCanonicalType();
  return Type->isPointerType() || Type->isIntegralOrEnumerationType() ||
         Type->isNullPtrType() || Type->isReferenceType() ||
         Type->isMemberPointerType() || Type->isBlockPointerType();
}

FunctionLowering::FunctionLowering(Unit &U, const FunctionDecl *FD)
    : U(U), Context(U.Context), FD(FD) {
  const LangOptions &Lang = Context.getLangOpts();
  CxxThrows = Lang.CPlusPlus && Lang.CXXExceptions;
}

/// Values nested deeper than this say nothing that a path could use.
static constexpr unsigned MaxDepth = 60;
/// Places longer than this are not followed.
static constexpr size_t MaxPath = 32;

//===--- Blocks and events --------------------------------------------------===//

BlockId FunctionLowering::newBlock() {
  F.Blocks.emplace_back();
  return static_cast<BlockId>(F.Blocks.size() - 1);
}

Event *FunctionLowering::emit(EventKind Kind, SourceRange Range) {
  if (!reachable())
    return nullptr;
  Event &E = F.Blocks[Current].Events.emplace_back();
  E.Kind = Kind;
  E.Loc = span(Range);
  E.Statement = CurrentStatement;
  return &E;
}

void FunctionLowering::assign(const Place &To, ExprId Value, SourceRange Range) {
  if (!To.isValid() || To.Path.size() > MaxPath)
    return;
  if (Event *E = emit(EventKind::Assign, Range)) {
    E->Target = To;
    E->Value = Value;
  }
}

void FunctionLowering::terminate(Terminator T) {
  if (!reachable())
    return;
  T.Statement = CurrentStatement;
  F.Blocks[Current].Term = std::move(T);
  Current = None;
}

Edge FunctionLowering::edge(BlockId To) const {
  Edge E;
  E.To = To;
  return E;
}

void FunctionLowering::jump(BlockId To) {
  Terminator T;
  T.Kind = TerminatorKind::Goto;
  T.Edges.push_back(edge(To));
  terminate(std::move(T));
}

void FunctionLowering::unreachableEnd() {
  Terminator T;
  T.Kind = TerminatorKind::Unreachable;
  terminate(std::move(T));
}

//===--- Values ---------------------------------------------------------------===//

ExprId FunctionLowering::add(program::Expr E) {
  unsigned Depth = 0;
  for (const ExprId Child : {E.Left, E.Right})
    if (Child != None)
      Depth = std::max(Depth, Depths[Child] + 1U);
  if (Depth > MaxDepth || E.Where.Path.size() > MaxPath) {
    E = program::Expr();
    Depth = 0;
  }
  F.Exprs.push_back(std::move(E));
  Depths.push_back(Depth);
  return static_cast<ExprId>(F.Exprs.size() - 1);
}

ExprId FunctionLowering::load(const Place &P) {
  if (!P.isValid())
    return unknown();
  program::Expr E;
  E.Kind = ExprKind::Load;
  E.Where = P;
  return add(std::move(E));
}

ExprId FunctionLowering::addressOf(const Place &P) {
  if (!P.isValid())
    return unknown();
  // &*p is p.
  if (!P.Path.empty() && P.Path.back().Kind == ProjectionKind::Deref) {
    Place Pointer = P;
    Pointer.Path.pop_back();
    return load(Pointer);
  }
  program::Expr E;
  E.Kind = ExprKind::AddressOf;
  E.Where = P;
  return add(std::move(E));
}

ExprId FunctionLowering::integer(int64_t Value) {
  program::Expr E;
  E.Kind = ExprKind::Int;
  E.Number = Value;
  return add(std::move(E));
}

ExprId FunctionLowering::binary(BinaryOp Op, ExprId Left, ExprId Right) {
  program::Expr E;
  E.Kind = ExprKind::Binary;
  E.Op = Op;
  E.Left = Left;
  E.Right = Right;
  return add(std::move(E));
}

ExprId FunctionLowering::negate(ExprId Value) {
  program::Expr E;
  E.Kind = ExprKind::Not;
  E.Left = Value;
  return add(std::move(E));
}

Place FunctionLowering::field(Place P, StringId Name) {
  if (P.isValid())
    P.Path.push_back({ProjectionKind::Field, Name});
  return P;
}

Place FunctionLowering::deref(Place P) {
  if (P.isValid())
    P.Path.push_back({ProjectionKind::Deref, 0});
  return P;
}

VarId FunctionLowering::temp(QualType Type) {
  Var V;
  V.Kind = VarKind::Temp;
  V.Type = U.Text.typeName(Type);
  if (const api::Handle *H = U.Rules.handleOf(Type))
    V.Handle = U.Into.intern(H->Id);
  F.Vars.push_back(V);
  return static_cast<VarId>(F.Vars.size() - 1);
}

VarId FunctionLowering::declare(const VarDecl *D, VarKind Kind) {
  Var V;
  V.Kind = Kind;
  V.Name = U.Into.intern(D->getName());
  V.Type = U.Text.typeName(D->getType());
  V.Loc = span(D->getLocation());
  if (const api::Handle *H = U.Rules.handleOf(D->getType()))
    V.Handle = U.Into.intern(H->Id);
  if (Kind == VarKind::Global || Kind == VarKind::Static)
    V.Usr = U.Text.usr(D);
  F.Vars.push_back(V);
  const auto Id = static_cast<VarId>(F.Vars.size() - 1);
  Vars[D->getCanonicalDecl()] = Id;
  return Id;
}

VarId FunctionLowering::global(const VarDecl *D) {
  U.Virtuals.named(D);
  return declare(D, VarKind::Global);
}

Place FunctionLowering::variable(const VarDecl *D) {
  if (const auto Alias = Aliases.find(D->getCanonicalDecl()); Alias != Aliases.end())
    return Alias->second;
  const auto Known = Vars.find(D->getCanonicalDecl());
  VarId Id;
  if (Known != Vars.end())
    Id = Known->second;
  else if (D->isStaticLocal())
    Id = declare(D, VarKind::Static);
  else if (D->hasGlobalStorage())
    Id = global(D);
  else
    Id = declare(D, VarKind::Local);
  Place P{Id, {}};
  const QualType Type = D->getType();
  // A reference is a pointer; so is a class passed by value, to the caller's copy.
  if (Type->isReferenceType() || (isa<ParmVarDecl>(D) && Type->isRecordType()))
    P = deref(P);
  return P;
}

Place FunctionLowering::thisObject() {
  // Inside a lambda, `this` is the captured one; there is no other.
  if (const auto *Method = dyn_cast<CXXMethodDecl>(FD);
      Method && Method->getParent()->isLambda())
    return deref(field(deref(Place{0, {}}), "this"));
  return F.HasThis ? deref(Place{0, {}}) : Place{};
}

Place FunctionLowering::binding(const BindingDecl *D) {
  if (const VarDecl *Holding = D->getHoldingVar())
    return variable(Holding);
  return D->getBinding() ? lvalue(D->getBinding()) : Place{};
}

//===--- The function as a whole ----------------------------------------------===//

void FunctionLowering::header() {
  F.Usr = U.Text.usr(FD);
  F.Name = U.Text.qualifiedName(FD);
  F.Loc = span(FD->getLocation());
  if (const Stmt *Body = FD->getBody())
    F.Body = span(Body->getSourceRange());
  F.ReturnType = U.Text.typeName(FD->getReturnType());
  if (const api::Handle *H = U.Rules.handleOf(FD->getReturnType()))
    F.ReturnHandle = U.Into.intern(H->Id);
  F.NoReturn = FD->isNoReturn();
  F.Main = FD->isMain();
  F.Internal = !FD->isExternallyVisible() && !isa<CXXMethodDecl>(FD);
  F.Constructor = isa<CXXConstructorDecl>(FD);
  F.Destructor = isa<CXXDestructorDecl>(FD);
  F.System = U.Text.inSystemHeader(FD);
  F.Cxx = Context.getLangOpts().CPlusPlus;
  F.NoExcept = F.Cxx && !mayThrow(FD);
  F.Coroutine = FD->getBody() && isa<CoroutineBodyStmt>(FD->getBody());
  if (const auto *Method = dyn_cast<CXXMethodDecl>(FD)) {
    F.HasThis = Method->isInstance();
    F.Lambda = Method->getParent()->isLambda();
  }
}

void FunctionLowering::parameters() {
  if (F.HasThis) {
    Var V;
    V.Kind = VarKind::This;
    V.Name = U.Into.intern("this");
    F.Vars.push_back(V);
  }
  for (const ParmVarDecl *P : FD->parameters())
    declare(P, VarKind::Param);
  F.NumParams = static_cast<uint32_t>(F.Vars.size());
  if (FD->getReturnType()->isRecordType()) {
    Var V;
    V.Kind = VarKind::Return;
    V.Type = F.ReturnType;
    F.Vars.push_back(V);
    ReturnVar = static_cast<VarId>(F.Vars.size() - 1);
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  if (!Method || !Method->getParent()->isLambda())
    return;
  for (const LambdaCapture &C : Method->getParent()->captures()) {
    if (!C.capturesVariable())
      continue;
    const auto *D = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!D)
      continue;
    Place P = field(deref(Place{0, {}}), D->getName());
    if (C.getCaptureKind() == LCK_ByRef || D->getType()->isReferenceType())
      P = deref(P);
    Aliases[D->getCanonicalDecl()] = P;
  }
}

program::Function FunctionLowering::run() {
  header();
  parameters();
  enter(newBlock());
  const Stmt *Body = FD->getBody();
  if (F.Coroutine || (!Body && !FD->isDefaulted())) {
    unreachableEnd();
    return std::move(F);
  }
  if (const auto *D = dyn_cast<CXXConstructorDecl>(FD))
    Body ? constructorPrologue(D) : memberInitialisers(thisObject(), D->getParent());
  const auto *Destructor = dyn_cast<CXXDestructorDecl>(FD);
  if (Destructor)
    Epilogue = newBlock();
  if (Body)
    body(Body);
  const SourceRange End(Body ? Body->getEndLoc() : FD->getEndLoc());
  CurrentStatement = None;
  if (reachable())
    leaveFunction(None, End);
  if (Destructor) {
    enter(Epilogue);
    Top = None;
    destructorEpilogue(Destructor);
    Terminator T;
    T.Kind = TerminatorKind::Return;
    T.Loc = span(End);
    terminate(std::move(T));
  }
  resolveGotos();
  return std::move(F);
}

} // namespace dbtidy::capture
