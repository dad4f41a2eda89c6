//===- ProgramVerifier.cpp - Is this a well-formed program? ---------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/ProgramVerifier.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"

#include <algorithm>

namespace dbtidy::program {

namespace {

/// Looks at one function. Keeps the first problem; the context says what it was found in.
class FunctionVerifier {
public:
  FunctionVerifier(const Program &P, const Function &F) : P(P), F(F) {}

  llvm::Error run();

private:
  void problem(const llvm::Twine &Reason) {
    if (Problem.empty())
      Problem = (llvm::Twine(Context) + Reason).str();
  }
  void context(const char *What, size_t Index) {
    Context = (llvm::Twine(What) + " " + llvm::Twine(Index) + ": ").str();
  }

  void checkString(StringId Id);
  void checkSpan(const Span &Where);
  void checkStatement(uint32_t Index);
  void checkBlock(BlockId Block);
  void checkPlace(const Place &Where);
  void checkExpr(ExprId Id);
  void checkHeader();
  void checkVar(VarId Id);
  void checkVars();
  void checkChild(ExprId Parent, ExprId Child);
  void checkExprNode(ExprId Id);
  void checkExprs();
  void checkCall(const Call &C);
  void checkEvent(const Event &E);
  void checkBlocks();
  void checkTerminator(const Terminator &T);
  void checkEdgeCount(const Terminator &T, size_t Least, size_t Most);
  void checkSwitch(const Terminator &T);
  void checkDispatch(const Terminator &T);

  const Program &P;
  const Function &F;
  std::vector<unsigned> Depths, Sizes; ///< of the expressions seen so far
  std::string Context, Problem;
};

} // namespace

void FunctionVerifier::checkString(StringId Id) {
  if (Id >= P.stringCount())
    problem("string " + llvm::Twine(Id) + " does not exist");
}

void FunctionVerifier::checkSpan(const Span &Where) {
  if (Where.isValid() && Where.File >= P.Files.size())
    problem("file " + llvm::Twine(Where.File) + " does not exist");
}

void FunctionVerifier::checkStatement(uint32_t Index) {
  if (Index != None && Index >= F.Statements.size())
    problem("statement " + llvm::Twine(Index) + " does not exist");
}

void FunctionVerifier::checkBlock(BlockId Block) {
  if (Block >= F.Blocks.size())
    problem("block " + llvm::Twine(Block) + " does not exist");
}

void FunctionVerifier::checkPlace(const Place &Where) {
  if (Where.Base >= F.Vars.size())
    problem("variable " + llvm::Twine(Where.Base) + " does not exist");
  if (Where.Path.size() > MaxPathLength)
    problem("a place has more than " + llvm::Twine(MaxPathLength) + " projections");
  for (const Projection &Step : Where.Path)
    if (Step.Kind == ProjectionKind::Field)
      checkString(Step.Value);
}

void FunctionVerifier::checkExpr(ExprId Id) {
  if (Id >= F.Exprs.size())
    problem("expression " + llvm::Twine(Id) + " does not exist");
}

void FunctionVerifier::checkHeader() {
  for (const StringId Id : {F.Usr, F.Name, F.Library, F.ReturnType, F.ReturnHandle})
    checkString(Id);
  checkSpan(F.Loc);
  checkSpan(F.Body);
}

void FunctionVerifier::checkVar(VarId Id) {
  const Var &V = F.Vars[Id];
  for (const StringId Text : {V.Name, V.Type, V.Handle, V.Usr})
    checkString(Text);
  checkSpan(V.Loc);
  const bool IsThis = V.Kind == VarKind::This;
  if (IsThis != (Id == 0 && F.HasThis))
    problem(IsThis ? "only the first variable can be the receiver, in a function that "
                     "has one"
                   : "the receiver must come first");
  if ((IsThis || V.Kind == VarKind::Param) != (Id < F.NumParams))
    problem("the parameters must be the first variables, and no others");
}

void FunctionVerifier::checkVars() {
  if (F.NumParams > F.Vars.size())
    problem("fewer variables than parameters");
  if (F.HasThis && F.Vars.empty())
    problem("a function with a receiver has no variable for it");
  size_t Returned = 0;
  for (VarId Id = 0; Id != F.Vars.size(); ++Id) {
    context("variable", Id);
    checkVar(Id);
    Returned += F.Vars[Id].Kind == VarKind::Return;
  }
  Context.clear();
  if (Returned > 1)
    problem("more than one variable for the returned object");
}

void FunctionVerifier::checkChild(ExprId Parent, ExprId Child) {
  if (Child >= Parent) // None too
    return problem("an operand must be an earlier expression");
  Depths[Parent] = std::max(Depths[Parent], Depths[Child] + 1);
  Sizes[Parent] = std::min(Sizes[Parent] + Sizes[Child], MaxExprSize + 1);
}

void FunctionVerifier::checkExprNode(ExprId Id) {
  const Expr &E = F.Exprs[Id];
  checkString(E.Source);
  switch (E.Kind) {
  case ExprKind::Load:
  case ExprKind::AddressOf:
    return checkPlace(E.Where);
  case ExprKind::String:
  case ExprKind::Function:
    return checkString(E.Text);
  case ExprKind::Binary:
    checkChild(Id, E.Left);
    return checkChild(Id, E.Right);
  case ExprKind::Not:
    return checkChild(Id, E.Left);
  case ExprKind::Int:
  case ExprKind::Unknown:
    return;
  }
}

void FunctionVerifier::checkExprs() {
  Depths.assign(F.Exprs.size(), 1);
  Sizes.assign(F.Exprs.size(), 1);
  for (ExprId Id = 0; Id != F.Exprs.size(); ++Id) {
    context("expression", Id);
    checkExprNode(Id);
    if (Depths[Id] > MaxExprDepth)
      problem("deeper than " + llvm::Twine(MaxExprDepth) + " levels");
    if (Sizes[Id] > MaxExprSize)
      problem("larger than " + llvm::Twine(MaxExprSize) + " nodes");
  }
}

void FunctionVerifier::checkCall(const Call &C) {
  for (const StringId Id :
       {C.Usr, C.Name, C.Rule, C.Library, C.ResultType, C.ResultHandle})
    checkString(Id);
  if (C.Usr == 0 && C.Target == None)
    problem("a call needs either the USR of its callee or a function pointer");
  if (C.Target != None)
    checkExpr(C.Target);
  if (C.HasReceiver && C.Args.empty())
    problem("a call with a receiver needs an argument for it");
  for (const Arg &A : C.Args) {
    checkExpr(A.Value);
    checkString(A.Handle);
  }
  if (C.Result.isValid())
    checkPlace(C.Result);
  if (C.Unwind != None)
    checkBlock(C.Unwind);
}

void FunctionVerifier::checkEvent(const Event &E) {
  checkStatement(E.Statement);
  checkSpan(E.Loc);
  switch (E.Kind) {
  case EventKind::Assign:
    checkPlace(E.Target);
    return checkExpr(E.Value);
  case EventKind::Call:
    if (E.CallIndex >= F.Calls.size())
      problem("call " + llvm::Twine(E.CallIndex) + " does not exist");
    return;
  case EventKind::EndScope:
    if (!E.Target.Path.empty())
      problem("a scope ends for a whole variable");
    return checkPlace(E.Target);
  case EventKind::Escape:
    return checkExpr(E.Value);
  case EventKind::Point:
    return checkString(E.Text);
  }
}

void FunctionVerifier::checkEdgeCount(const Terminator &T, size_t Least, size_t Most) {
  const size_t Count = T.Edges.size();
  if (Count < Least || Count > Most)
    problem("its end has the wrong number of edges: " + llvm::Twine(Count));
}

void FunctionVerifier::checkSwitch(const Terminator &T) {
  checkExpr(T.Cond);
  const auto IsDefault = [](const Edge &To) { return To.Default; };
  if (std::count_if(T.Edges.begin(), T.Edges.end(), IsDefault) != 1)
    problem("a switch needs one default edge");
}

void FunctionVerifier::checkDispatch(const Terminator &T) {
  checkEdgeCount(T, 1, None);
  for (const Edge &To : T.Edges) {
    if (To.CatchAll && To.Catches)
      problem("an edge that catches everything names a class");
    if (!To.CatchAll && !To.Catches && &To != &T.Edges.back())
      problem("only the last edge of a dispatch may catch nothing");
  }
}

void FunctionVerifier::checkTerminator(const Terminator &T) {
  checkStatement(T.Statement);
  checkSpan(T.Loc);
  for (const Edge &To : T.Edges) {
    checkBlock(To.To);
    checkString(To.Label);
    checkString(To.Catches);
  }
  for (const StringId Type : T.Types)
    checkString(Type);
  switch (T.Kind) {
  case TerminatorKind::Goto:
    return checkEdgeCount(T, 1, 1);
  case TerminatorKind::Branch:
    checkExpr(T.Cond);
    return checkEdgeCount(T, 2, 2);
  case TerminatorKind::Switch:
    return checkSwitch(T);
  case TerminatorKind::Return:
    if (T.Cond != None)
      checkExpr(T.Cond);
    return checkEdgeCount(T, 0, 0);
  case TerminatorKind::Throw:
    return checkEdgeCount(T, 0, 1);
  case TerminatorKind::Dispatch:
    return checkDispatch(T);
  case TerminatorKind::Resume:
  case TerminatorKind::Unreachable:
    return checkEdgeCount(T, 0, 0);
  }
}

void FunctionVerifier::checkBlocks() {
  Context.clear();
  if (F.Blocks.empty())
    problem("no entry block");
  for (BlockId Id = 0; Id != F.Blocks.size(); ++Id) {
    context("block", Id);
    for (const Event &E : F.Blocks[Id].Events)
      checkEvent(E);
    checkTerminator(F.Blocks[Id].Term);
  }
}

llvm::Error FunctionVerifier::run() {
  checkHeader();
  checkVars();
  checkExprs();
  for (size_t I = 0; I != F.Calls.size(); ++I) {
    context("call", I);
    checkCall(F.Calls[I]);
  }
  for (size_t I = 0; I != F.Statements.size(); ++I) {
    context("statement", I);
    checkSpan(F.Statements[I].Loc);
  }
  checkBlocks();
  if (Problem.empty())
    return llvm::Error::success();
  const bool Named = F.Name < P.stringCount();
  return llvm::createStringError(
      llvm::inconvertibleErrorCode(),
      "function '" + llvm::Twine(Named ? P.text(F.Name) : "?") + "': " + Problem);
}

llvm::Error verify(const Program &P, const Function &F) {
  return FunctionVerifier(P, F).run();
}

llvm::Error verify(const Program &P) {
  llvm::StringSet<> Seen;
  for (const std::string &File : P.Files)
    if (!Seen.insert(File).second)
      return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                     "file '" + llvm::Twine(File) + "' is listed twice");
  for (const Function &F : P.Functions)
    if (llvm::Error Problem = verify(P, F))
      return Problem;
  return llvm::Error::success();
}

} // namespace dbtidy::program
