//===- Cleanups.cpp - What is alive, and how it ends -*- C++ -*-===//
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

void FunctionLowering::push(Cleanup C) {
  C.Parent = Top;
  C.InsideTry = TryDepth != 0;
  Cleanups.push_back(std::move(C));
  Top = static_cast<uint32_t>(Cleanups.size() - 1);
}

void FunctionLowering::pushScope(VarId Var) {
  Cleanup C;
  C.Object = Place{Var, {}};
  push(std::move(C));
}

void FunctionLowering::pushDestroy(const Place &Object, QualType Type, VarId Var) {
  if (Var != None)
    pushScope(Var);
  if (!hasDestructor(Type))
    return;
  Cleanup C;
  C.What = Cleanup::Kind::Destroy;
  C.Object = Object;
  C.Type = Type;
  push(std::move(C));
}

void FunctionLowering::pushTemporary(const Place &Object, QualType Type) {
  if (!hasDestructor(Type)) {
    pushScope(Object.Base);
    return;
  }
  pushScope(Object.Base);
  Cleanup C;
  C.What = Cleanup::Kind::Destroy;
  C.Object = Object;
  C.Type = Type;
  if (ConditionalDepth) {
    // Made on one arm only: a flag tells the end of the full expression.
    C.Made = temp(Context.BoolTy);
    Event Clear;
    Clear.Kind = EventKind::Assign;
    Clear.Target = Place{C.Made, {}};
    Clear.Value = integer(0);
    std::vector<Event> &Entry = F.Blocks[0].Events;
    Entry.insert(Entry.begin(), std::move(Clear));
    assign(Place{C.Made, {}}, integer(1), {});
  }
  push(std::move(C));
}

void FunctionLowering::runCleanup(const Cleanup &C, bool Unwinding, SourceRange Range) {
  switch (C.What) {
  case Cleanup::Kind::Catch:
    return;
  case Cleanup::Kind::Scope:
    if (Event *E = emit(EventKind::EndScope, Range))
      E->Target = C.Object;
    return;
  case Cleanup::Kind::Function: {
    Call Run;
    describeCallee(Run, C.Callee);
    Arg A;
    A.Value = addressOf(C.Object);
    Run.Args.push_back(A);
    emitCall(std::move(Run), Range);
    return;
  }
  case Cleanup::Kind::Destroy:
    break;
  }
  if (C.Made == None) {
    destroy(C.Object, C.Type, Range);
    return;
  }
  const BlockId Made = newBlock(), After = newBlock();
  branchOn(load(Place{C.Made, {}}), Made, After, BranchKind::Implicit, Range);
  enter(Made);
  assign(Place{C.Made, {}}, integer(0), Range);
  destroy(C.Object, C.Type, Range);
  jump(After);
  enter(After);
  (void)Unwinding;
}

void FunctionLowering::leaveTo(uint32_t Until, SourceRange Range, bool Returning) {
  for (uint32_t Node = Top; Node != Until && Node != None; Node = Cleanups[Node].Parent) {
    // By value: running one may add others, and move the table.
    const Cleanup C = Cleanups[Node];
    // Every local ends with the function; only destructors have something to do.
    if (C.UnwindOnly || (Returning && C.What == Cleanup::Kind::Scope))
      continue;
    runCleanup(C, /*Unwinding=*/false, Range);
  }
}

void FunctionLowering::popTo(uint32_t Until, SourceRange Range) {
  leaveTo(Until, Range);
  Top = Until;
}

BlockId FunctionLowering::resumeBlock() {
  if (Resume == None) {
    Resume = newBlock();
    F.Blocks[Resume].Term.Kind = TerminatorKind::Resume;
    F.Blocks[Resume].Term.Loc = F.Loc;
  }
  return Resume;
}

BlockId FunctionLowering::unwindTarget(uint32_t Node) {
  // Outside every try block a plain variable's end shows nothing that the function's end
  // does not.
  while (Node != None && Cleanups[Node].What == Cleanup::Kind::Scope &&
         !Cleanups[Node].InsideTry)
    Node = Cleanups[Node].Parent;
  if (Node == None)
    return None;
  if (Cleanups[Node].What == Cleanup::Kind::Catch)
    return Cleanups[Node].Handler;
  if (Cleanups[Node].Pad != None)
    return Cleanups[Node].Pad;
  const BlockId Pad = newBlock();
  Cleanups[Node].Pad = Pad;
  const BlockId Outer = unwindTarget(Cleanups[Node].Parent);
  const BlockId Before = Current;
  const Cleanup C = Cleanups[Node];
  enter(Pad);
  runCleanup(C, /*Unwinding=*/true, SourceRange());
  jump(Outer == None ? resumeBlock() : Outer);
  enter(Before);
  return Pad;
}

uint32_t FunctionLowering::commonCleanup(uint32_t A, uint32_t B) const {
  // A node's parent was made before it, so the larger index is never the common one.
  while (A != B) {
    if (A == None || B == None)
      return None;
    if (A > B)
      A = Cleanups[A].Parent;
    else
      B = Cleanups[B].Parent;
  }
  return A;
}

bool FunctionLowering::needsCopyBeforeReturn() const {
  for (uint32_t Node = Top; Node != None; Node = Cleanups[Node].Parent)
    if (Cleanups[Node].What == Cleanup::Kind::Destroy ||
        Cleanups[Node].What == Cleanup::Kind::Function)
      return true;
  return false;
}

} // namespace dbtidy::capture
