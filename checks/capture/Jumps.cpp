//===- Jumps.cpp - Returns, handlers and labels -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

//===--- Leaving --------------------------------------------------------------===//

void FunctionLowering::returnStatement(const ReturnStmt *S) {
  const clang::Expr *E = S->getRetValue();
  if (!E) {
    leaveFunction(None, S->getSourceRange());
    return;
  }
  returnValue(E, S->getSourceRange());
}

void FunctionLowering::returnValue(const clang::Expr *E, SourceRange Range) {
  const uint32_t Mark = Top;
  if (ReturnVar != None) {
    initObject(Place{ReturnVar, {}}, FD->getReturnType(), E);
    popTo(Mark, Range);
    leaveFunction(None, Range);
    return;
  }
  if (E->getType()->isVoidType()) {
    effects(E);
    popTo(Mark, Range);
    leaveFunction(None, Range);
    return;
  }
  ExprId Value =
      FD->getReturnType()->isReferenceType() ? addressOf(lvalue(E)) : rvalue(E);
  if (Top != Mark || needsCopyBeforeReturn()) {
    // The value is read before destructors and the ends of temporaries change it.
    const Place Copy = tempPlace(FD->getReturnType());
    assign(Copy, Value, Range);
    popTo(Mark, Range);
    Value = load(Copy);
  }
  F.Exprs[Value].Source = U.Into.intern(U.Text.text(E->IgnoreParenImpCasts()));
  leaveFunction(Value, Range);
}

void FunctionLowering::leaveFunction(ExprId Value, SourceRange Range) {
  leaveTo(None, Range, /*Returning=*/true);
  if (Epilogue != None) {
    jump(Epilogue);
    return;
  }
  Terminator T;
  T.Kind = TerminatorKind::Return;
  T.Cond = Value;
  T.Loc = span(Range);
  terminate(std::move(T));
}

static void addBases(const CXXRecordDecl *RD,
                     llvm::SmallVectorImpl<const CXXRecordDecl *> &Out) {
  if (!RD || llvm::is_contained(Out, RD) || Out.size() > 32)
    return;
  Out.push_back(RD);
  for (const CXXBaseSpecifier &Base : RD->bases())
    addBases(Base.getType()->getAsCXXRecordDecl(), Out);
}

void FunctionLowering::throwValue(const CXXThrowExpr *E) {
  Terminator T;
  T.Kind = TerminatorKind::Throw;
  T.Loc = span(E->getSourceRange());
  const uint32_t Mark = Top;
  if (const clang::Expr *Value = E->getSubExpr()) {
    const QualType Type = Value->getType();
    if (Type->isRecordType()) {
      // The exception object lives on; what made it ends here.
      initObject(tempPlace(Type), Type, Value);
      llvm::SmallVector<const CXXRecordDecl *, 4> Classes;
      addBases(Type->getAsCXXRecordDecl(), Classes);
      for (const CXXRecordDecl *RD : Classes)
        T.Types.push_back(U.Text.qualifiedName(RD));
    } else {
      effects(Value);
      T.Types.push_back(U.Text.typeName(Type.getUnqualifiedType()));
    }
  }
  popTo(Mark, E->getSourceRange());
  const BlockId Target = unwindTarget(Top);
  if (Target != None)
    T.Edges.push_back(edge(Target));
  terminate(std::move(T));
  enter(newBlock()); // what follows in the expression is dead
}

void FunctionLowering::tryStatement(const CXXTryStmt *S) {
  const BlockId Dispatch = newBlock(), After = newBlock();
  const uint32_t Mark = Top;
  Cleanup C;
  C.What = Cleanup::Kind::Catch;
  C.Handler = Dispatch;
  push(std::move(C));
  ++TryDepth;
  statement(S->getTryBlock());
  --TryDepth;
  popTo(Mark, SourceRange(S->getTryBlock()->getEndLoc()));
  jump(After);
  Terminator T;
  T.Kind = TerminatorKind::Dispatch;
  T.Loc = span(S->getSourceRange());
  bool All = false;
  std::vector<BlockId> Handlers;
  for (unsigned I = 0; I != S->getNumHandlers(); ++I) {
    const CXXCatchStmt *H = S->getHandler(I);
    Edge E = edge(newBlock());
    Handlers.push_back(E.To);
    const QualType Caught = H->getCaughtType();
    if (Caught.isNull()) {
      E.CatchAll = All = true;
    } else if (const auto *RD = Caught.getNonReferenceType()->getAsCXXRecordDecl()) {
      E.Catches = U.Text.qualifiedName(RD);
    } else {
      E.Catches = U.Text.typeName(Caught.getNonReferenceType().getUnqualifiedType());
    }
    T.Edges.push_back(E);
  }
  if (!All) {
    const BlockId Outer = unwindTarget(Mark);
    T.Edges.push_back(edge(Outer == None ? resumeBlock() : Outer));
  }
  enter(Dispatch);
  terminate(std::move(T));
  for (unsigned I = 0; I != S->getNumHandlers(); ++I) {
    enter(Handlers[I]);
    Top = Mark;
    handler(S->getHandler(I), After);
  }
  enter(After);
  Top = Mark;
}

void FunctionLowering::handler(const CXXCatchStmt *S, BlockId After) {
  const uint32_t Mark = Top;
  if (const VarDecl *D = S->getExceptionDecl()) {
    const VarId Id = declare(D, VarKind::Local);
    assign(Place{Id, {}}, unknown(), D->getSourceRange());
    pushScope(Id);
  }
  statement(S->getHandlerBlock());
  popTo(Mark, SourceRange(S->getEndLoc()));
  jump(After);
}

//===--- Labels ---------------------------------------------------------------===//

void FunctionLowering::gotoLabel(const LabelDecl *L, SourceRange Range) {
  if (!reachable())
    return;
  // Where the label is, and what is alive there, is known at the function's end.
  Gotos.push_back({Current, Top, L, Range});
  Current = None;
}

void FunctionLowering::label(const LabelStmt *S) {
  Label &L = Labels[S->getDecl()];
  L.Block = newBlock();
  L.Node = Top;
  L.Placed = true;
  LabelOrder.push_back(S->getDecl());
  const BlockId Block = L.Block;
  jump(Block);
  enter(Block);
  InBlockNext = true;
  statement(S->getSubStmt());
}

void FunctionLowering::indirectGoto(const IndirectGotoStmt *S) {
  const BlockId From = Current;
  (void)rvalue(S->getTarget());
  // Control may go to any label of the function.
  Gotos.push_back({From, Top, nullptr, S->getSourceRange()});
  Current = None;
}

void FunctionLowering::resolveGotos() {
  // NOLINTNEXTLINE(modernize-loop-convert): leaving a scope may add more
  for (size_t I = 0; I != Gotos.size(); ++I) {
    const PendingGoto G = Gotos[I];
    enter(G.From);
    if (!G.To) {
      Terminator T;
      T.Kind = TerminatorKind::Switch;
      T.Cond = unknown();
      T.Loc = span(G.Range);
      for (const LabelDecl *L : LabelOrder)
        T.Edges.push_back(edge(Labels[L].Block));
      if (!T.Edges.empty()) {
        T.Edges.back().Default = true;
        for (int64_t N = 0; Edge &E : T.Edges)
          E.Low = E.High = N++;
        terminate(std::move(T));
        continue;
      }
    }
    const auto Found = G.To ? Labels.find(G.To) : Labels.end();
    if (Found == Labels.end() || !Found->second.Placed) {
      unreachableEnd(); // broken code
      continue;
    }
    Top = G.Node;
    leaveTo(commonCleanup(G.Node, Found->second.Node), G.Range);
    jump(Found->second.Block);
  }
}

void FunctionLowering::assembler(const Stmt *S) {
  effectsOfChildren(S);
  if (const auto *Asm = dyn_cast<GCCAsmStmt>(S))
    for (unsigned I = 0; I != Asm->getNumOutputs(); ++I)
      assign(lvalue(Asm->getOutputExpr(I)), unknown(), S->getSourceRange());
}

ExprId FunctionLowering::statementExpression(const StmtExpr *S) {
  const uint32_t Mark = Top;
  const CompoundStmt *Body = S->getSubStmt();
  ExprId Value = None;
  Place Copy;
  for (const Stmt *Child : Body->body()) {
    const auto *Last =
        Child == Body->body_back() ? dyn_cast<clang::Expr>(Child) : nullptr;
    if (!Last || !isTracked(S->getType())) {
      InBlockNext = true;
      statement(Child);
      continue;
    }
    if (!reachable())
      break;
    Copy = tempPlace(S->getType());
    assign(Copy, rvalue(Last), Last->getSourceRange());
  }
  popTo(Mark, SourceRange(S->getEndLoc()));
  Value = Copy.isValid() ? load(Copy) : unknown();
  if (!reachable())
    enter(newBlock()); // everything behind it is dead
  return Value;
}

} // namespace dbtidy::capture
