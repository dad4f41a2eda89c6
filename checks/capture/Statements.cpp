//===- Statements.cpp - Control flow -*- C++ -*-===//
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

void FunctionLowering::beginStatement(const Stmt *S, bool InBlock) {
  program::Statement Entry;
  Entry.Loc = span(S->getSourceRange());
  Entry.InBlock = InBlock;
  F.Statements.push_back(Entry);
  CurrentStatement = static_cast<uint32_t>(F.Statements.size() - 1);
}

void FunctionLowering::body(const Stmt *S) {
  if (const auto *Try = dyn_cast<CXXTryStmt>(S))
    tryStatement(Try);
  else
    statement(S);
}

void FunctionLowering::compound(const CompoundStmt *S) {
  const uint32_t Mark = Top;
  for (const Stmt *Child : S->body()) {
    InBlockNext = true;
    statement(Child);
  }
  popTo(Mark, SourceRange(S->getRBracLoc()));
}

/// A statement that opens a scope of its own although it has no braces.
void FunctionLowering::substatement(const Stmt *S) {
  const uint32_t Mark = Top;
  InBlockNext = false;
  statement(S);
  popTo(Mark, SourceRange(S->getEndLoc()));
}

void FunctionLowering::statement(const Stmt *S) {
  if (!S)
    return;
  const bool InBlock = InBlockNext;
  InBlockNext = false;
  if (const auto *Attributed = dyn_cast<AttributedStmt>(S)) {
    InBlockNext = InBlock;
    statement(Attributed->getSubStmt());
    return;
  }
  // Dead code is lowered too: a label in it may be jumped to.
  if (!reachable() && !isa<LabelStmt, SwitchCase, CompoundStmt>(S))
    enter(newBlock());
  if (!isa<CompoundStmt, LabelStmt, SwitchCase>(S))
    beginStatement(S, InBlock);
  switch (S->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    compound(cast<CompoundStmt>(S));
    return;
  case Stmt::DeclStmtClass:
    declaration(cast<DeclStmt>(S));
    return;
  case Stmt::IfStmtClass:
    ifStatement(cast<IfStmt>(S));
    return;
  case Stmt::WhileStmtClass:
    whileStatement(cast<WhileStmt>(S));
    return;
  case Stmt::DoStmtClass:
    doStatement(cast<DoStmt>(S));
    return;
  case Stmt::ForStmtClass:
    forStatement(cast<ForStmt>(S));
    return;
  case Stmt::CXXForRangeStmtClass:
    rangeFor(cast<CXXForRangeStmt>(S));
    return;
  case Stmt::SwitchStmtClass:
    switchStatement(cast<SwitchStmt>(S));
    return;
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    caseLabel(cast<SwitchCase>(S));
    return;
  case Stmt::ReturnStmtClass:
    returnStatement(cast<ReturnStmt>(S));
    return;
  case Stmt::CXXTryStmtClass:
    tryStatement(cast<CXXTryStmt>(S));
    return;
  case Stmt::LabelStmtClass:
    label(cast<LabelStmt>(S));
    return;
  case Stmt::GotoStmtClass:
    gotoLabel(cast<GotoStmt>(S)->getLabel(), S->getSourceRange());
    return;
  case Stmt::IndirectGotoStmtClass:
    indirectGoto(cast<IndirectGotoStmt>(S));
    return;
  case Stmt::BreakStmtClass:
    if (!Jumps.empty()) {
      leaveTo(Jumps.back().Node, S->getSourceRange());
      jump(Jumps.back().Break);
    }
    return;
  case Stmt::ContinueStmtClass:
    // NOLINTNEXTLINE(modernize-loop-convert): leaving may lower more jumps
    for (auto It = Jumps.rbegin(); It != Jumps.rend(); ++It)
      if (It->Continue != None) { // a switch has none of its own
        leaveTo(It->ContinueNode, S->getSourceRange());
        jump(It->Continue);
        break;
      }
    return;
  case Stmt::NullStmtClass:
    return;
  case Stmt::GCCAsmStmtClass:
  case Stmt::MSAsmStmtClass:
    assembler(S);
    return;
  default:
    break;
  }
  if (const auto *E = dyn_cast<clang::Expr>(S)) {
    const uint32_t Mark = Top;
    effects(E);
    popTo(Mark, E->getSourceRange());
  } else {
    effectsOfChildren(S);
  }
}

//===--- Declarations ---------------------------------------------------------===//

void FunctionLowering::declaration(const DeclStmt *S) {
  for (const Decl *D : S->decls()) {
    const auto *Variable = dyn_cast<VarDecl>(D);
    if (!Variable || Variable->hasExternalStorage())
      continue;
    localVariable(Variable);
    if (const auto *Decomposed = dyn_cast<DecompositionDecl>(D))
      for (const BindingDecl *B : Decomposed->bindings())
        if (const VarDecl *Holding = B->getHoldingVar())
          localVariable(Holding);
  }
}

void FunctionLowering::localVariable(const VarDecl *D) {
  if (D->isStaticLocal()) {
    // Runs once: for the analysis of one call, its value is like a global's.
    // A constant is there before the program runs; nothing happens here.
    if (!D->hasInit() || D->isConstexpr() || !isTracked(D->getType()) ||
        constant(D->getInit()))
      return;
    const uint32_t Mark = Top;
    const BlockId Init = newBlock(), After = newBlock();
    branchOn(unknown(), Init, After, BranchKind::Implicit, D->getSourceRange());
    enter(Init);
    assign(variable(D), rvalue(D->getInit()), D->getSourceRange());
    popTo(Mark, D->getSourceRange());
    jump(After);
    enter(After);
    return;
  }
  const VarId Id = declare(D, VarKind::Local);
  const uint32_t Mark = Top;
  Place const Raw{Id, {}};
  if (D->hasInit() || D->getType()->isRecordType()) {
    if (D->getType()->isReferenceType())
      assign(Raw, addressOf(lvalue(D->getInit())), D->getSourceRange());
    else
      initialise(Raw, D->getType(), D->getInit());
  }
  // Temporaries of the initialiser end before the variable's own scope is opened.
  popTo(Mark, D->getSourceRange());
  for (auto &[Object, Type] : std::exchange(Extended, {}))
    pushDestroy(Object, Type, Object.Base);
  if (D->getType()->isReferenceType()) {
    pushScope(Id);
    return;
  }
  pushDestroy(Raw, D->getType(), Id);
  if (const auto *Attribute = D->getAttr<CleanupAttr>()) {
    Cleanup C;
    C.What = Cleanup::Kind::Function;
    C.Object = Raw;
    C.Callee = Attribute->getFunctionDecl();
    push(std::move(C));
  }
}

//===--- Branches and loops ---------------------------------------------------===//

void FunctionLowering::ifStatement(const IfStmt *S) {
  const uint32_t Mark = Top;
  if (S->getInit())
    statement(S->getInit());
  if (S->isConsteval()) {
    // Run time takes the other arm.
    const Stmt *Arm = S->isNegatedConsteval() ? S->getThen() : S->getElse();
    if (Arm)
      substatement(Arm);
    popTo(Mark, SourceRange(S->getEndLoc()));
    return;
  }
  if (S->getConditionVariable())
    localVariable(S->getConditionVariable());
  const BlockId Then = newBlock(), After = newBlock();
  const BlockId Else = S->getElse() ? newBlock() : After;
  // `if constexpr` has kept one arm only.
  condition(S->getCond(), Then, Else, BranchKind::If);
  enter(Then);
  substatement(S->getThen());
  jump(After);
  if (S->getElse()) {
    enter(Else);
    substatement(S->getElse());
    jump(After);
  }
  enter(After);
  popTo(Mark, SourceRange(S->getEndLoc()));
}

void FunctionLowering::whileStatement(const WhileStmt *S) {
  const BlockId Head = newBlock(), Body = newBlock(), After = newBlock();
  jump(Head);
  enter(Head);
  const uint32_t Mark = Top;
  if (S->getConditionVariable())
    localVariable(S->getConditionVariable());
  const uint32_t Inner = Top;
  // Leaving by the condition ends the condition's variable too.
  const BlockId Leave = Inner == Mark ? After : newBlock();
  condition(S->getCond(), Body, Leave, BranchKind::Loop);
  if (Leave != After) {
    enter(Leave);
    leaveTo(Mark, SourceRange(S->getEndLoc()));
    jump(After);
  }
  enter(Body);
  Jumps.push_back({After, Head, Mark, Mark});
  substatement(S->getBody());
  Jumps.pop_back();
  popTo(Mark, SourceRange(S->getEndLoc()));
  Top = Mark;
  jump(Head);
  enter(After);
}

void FunctionLowering::doStatement(const DoStmt *S) {
  const BlockId Body = newBlock(), Test = newBlock(), After = newBlock();
  jump(Body);
  enter(Body);
  Jumps.push_back({After, Test, Top, Top});
  substatement(S->getBody());
  Jumps.pop_back();
  jump(Test);
  enter(Test);
  beginStatement(S, false);
  condition(S->getCond(), Body, After, BranchKind::Loop);
  enter(After);
}

void FunctionLowering::forStatement(const ForStmt *S) {
  const uint32_t Mark = Top;
  if (S->getInit())
    statement(S->getInit());
  const BlockId Head = newBlock(), Body = newBlock(), Step = newBlock(),
                After = newBlock();
  jump(Head);
  enter(Head);
  const uint32_t Outer = Top;
  if (S->getConditionVariable())
    localVariable(S->getConditionVariable());
  const BlockId Leave = Top == Outer ? After : newBlock();
  if (S->getCond())
    condition(S->getCond(), Body, Leave, BranchKind::Loop);
  else
    jump(Body);
  if (Leave != After) {
    enter(Leave);
    leaveTo(Outer, SourceRange(S->getEndLoc()));
    jump(After);
  }
  enter(Body);
  Jumps.push_back({After, Step, Outer, Top});
  substatement(S->getBody());
  Jumps.pop_back();
  jump(Step);
  enter(Step);
  if (S->getInc()) {
    const uint32_t Inner = Top;
    beginStatement(S->getInc(), false);
    effects(S->getInc());
    popTo(Inner, S->getInc()->getSourceRange());
  }
  popTo(Outer, SourceRange(S->getEndLoc()));
  jump(Head);
  enter(After);
  Top = Outer;
  popTo(Mark, SourceRange(S->getEndLoc()));
}

void FunctionLowering::rangeFor(const CXXForRangeStmt *S) {
  const uint32_t Mark = Top;
  for (const Stmt *Part : {static_cast<const Stmt *>(S->getInit()),
                           static_cast<const Stmt *>(S->getRangeStmt()),
                           static_cast<const Stmt *>(S->getBeginStmt()),
                           static_cast<const Stmt *>(S->getEndStmt())})
    if (Part)
      statement(Part);
  const BlockId Head = newBlock(), Body = newBlock(), Step = newBlock(),
                After = newBlock();
  jump(Head);
  enter(Head);
  const uint32_t Outer = Top;
  if (S->getCond())
    condition(S->getCond(), Body, After, BranchKind::Loop);
  else
    branchOn(unknown(), Body, After, BranchKind::Loop, S->getSourceRange());
  enter(Body);
  if (S->getLoopVarStmt())
    statement(S->getLoopVarStmt());
  Jumps.push_back({After, Step, Outer, Outer});
  substatement(S->getBody());
  Jumps.pop_back();
  popTo(Outer, SourceRange(S->getEndLoc()));
  jump(Step);
  enter(Step);
  if (S->getInc())
    effects(S->getInc());
  popTo(Outer, SourceRange(S->getEndLoc()));
  jump(Head);
  enter(After);
  Top = Outer;
  popTo(Mark, SourceRange(S->getEndLoc()));
}

void FunctionLowering::switchStatement(const SwitchStmt *S) {
  const uint32_t Mark = Top;
  if (S->getInit())
    statement(S->getInit());
  if (S->getConditionVariable())
    localVariable(S->getConditionVariable());
  const BlockId After = newBlock();
  const uint32_t Before = Top;
  ExprId Value = rvalue(S->getCond());
  F.Exprs[Value].Source = U.Into.intern(U.Text.text(S->getCond()->IgnoreParenImpCasts()));
  if (Top != Before) {
    const Place Copy = tempPlace(S->getCond()->getType());
    assign(Copy, Value, S->getCond()->getSourceRange());
    const StringId Written = F.Exprs[Value].Source;
    popTo(Before, S->getCond()->getSourceRange());
    Value = load(Copy);
    F.Exprs[Value].Source = Written;
  }
  const BlockId Head = Current;
  Terminator T;
  T.Kind = TerminatorKind::Switch;
  T.Cond = Value;
  T.Loc = span(S->getCond()->getSourceRange());
  terminate(std::move(T));
  Switching Cases;
  Switches.push_back(&Cases);
  Jumps.push_back({After, None, Before, None});
  substatement(S->getBody());
  Jumps.pop_back();
  Switches.pop_back();
  jump(After);
  if (!Cases.HasDefault) {
    // A value that no enumerator names is not reckoned with, as compilers do.
    Edge Default = edge(S->isAllEnumCasesCovered() ? newBlock() : After);
    Default.Default = true;
    Cases.Edges.push_back(Default);
  }
  // The default edge is looked at last, wherever its label stands.
  for (size_t I = 0; I + 1 < Cases.Edges.size(); ++I)
    if (Cases.Edges[I].Default)
      std::swap(Cases.Edges[I], Cases.Edges.back());
  if (Head != None)
    F.Blocks[Head].Term.Edges = std::move(Cases.Edges);
  enter(After);
  Top = Before;
  popTo(Mark, SourceRange(S->getEndLoc()));
}

void FunctionLowering::caseLabel(const SwitchCase *S) {
  const BlockId Block = newBlock();
  jump(Block);
  enter(Block);
  if (!Switches.empty()) {
    Edge E = edge(Block);
    if (const auto *Case = dyn_cast<CaseStmt>(S)) {
      E.Low = E.High = constant(Case->getLHS()).value_or(0);
      if (Case->getRHS())
        E.High = constant(Case->getRHS()).value_or(E.Low);
      E.Label = U.Into.intern(U.Text.text(Case->getLHS()->IgnoreParenImpCasts()));
    } else {
      E.Default = true;
      Switches.back()->HasDefault = true;
    }
    Switches.back()->Edges.push_back(E);
  }
  InBlockNext = true;
  statement(S->getSubStmt());
}

} // namespace dbtidy::capture
