//===- Flow.cpp - Order, cycles and liveness of a function ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Flow.h"

#include "lifecycle/Interpreter.h"
#include "lifecycle/Mentions.h"
#include "lifecycle/Ways.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Which variables an event or terminator reads, and whose addresses it keeps.
class Uses {
public:
  Uses(const Function &F, Session &Shared, llvm::BitVector &Read, llvm::BitVector &Pinned)
      : F(F), Shared(Shared), Read(Read), Pinned(Pinned) {}

  void expr(ExprId Id, bool Keeps = true) {
    if (Id == program::None)
      return;
    const Expr &E = F.Exprs[Id];
    if (E.Kind == ExprKind::Load)
      Read.set(E.Where.Base);
    if (E.Kind == ExprKind::AddressOf) {
      Read.set(E.Where.Base);
      // The address of what a pointer points to says nothing of the pointer.
      if (Keeps && llvm::none_of(E.Where.Path, [](const Projection &Step) {
            return Step.Kind == ProjectionKind::Deref;
          }))
        Pinned.set(E.Where.Base);
    }
    expr(E.Left, Keeps);
    expr(E.Right, Keeps);
  }
  void target(const Place &P) {
    if (P.isValid() && !P.Path.empty())
      Read.set(P.Base);
  }
  void event(const Event &E) {
    expr(E.Value);
    if (E.Kind == EventKind::Assign)
      target(E.Target);
    if (E.Kind != EventKind::Call)
      return;
    const Call &C = F.Calls[E.CallIndex];
    // What the call puts into a variable ends what was there; first, as this goes back.
    for (uint32_t I = 0; I != C.Args.size(); ++I)
      if (const VarId V = overwritten(C, I); V != program::None)
        Read.reset(V);
    expr(C.Target);
    for (uint32_t I = 0; I != C.Args.size(); ++I)
      if (overwritten(C, I) == program::None)
        expr(C.Args[I].Value, keeps(C, I));
    target(C.Result);
  }

private:
  VarId overwritten(const Call &C, uint32_t Index) const {
    const Expr &E = F.Exprs[C.Args[Index].Value];
    const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr;
    return E.Kind == ExprKind::AddressOf && E.Where.Path.empty() && Rule &&
                   overwrites(*Rule, C, Index)
               ? E.Where.Base
               : program::None;
  }

  /// Whether the caller can get at an argument's address again by another way. What a
  /// function that was not seen keeps is out of sight anyway.
  bool keeps(const Call &C, uint32_t Index) const {
    if (const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr)
      return Rule->Returns.has_value();
    const FunctionSummary *Known = C.Rule ? nullptr : knownSummary(C, Shared);
    if (!Known)
      return !C.Rule && isDispatched(C, Shared);
    return llvm::any_of(Known->Outcomes, [&](const Outcome &O) {
      return mentions(O.Result, Index) || llvm::any_of(O.Stores, [&](const auto &Store) {
               return mentions(Store.second, Index);
             });
    });
  }

  const Function &F;
  Session &Shared;
  llvm::BitVector &Read, &Pinned;
};

/// Blocks that are passed at once.
constexpr unsigned MaxPassages = 64;

/// Successors; with Part, only of what is looked at.
Lists successors(const Function &F, const Slice *Part) {
  Lists Out(F.Blocks.size());
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id) {
    const Block &B = F.Blocks[Id];
    if (Part && Part->Jump[Id] != program::None)
      Out[Id].push_back(Part->Jump[Id]);
    else
      for (const Edge &E : B.Term.Edges)
        Out[Id].push_back(E.To);
    for (size_t I = 0; I != B.Events.size(); ++I) {
      const Event &E = B.Events[I];
      if (E.Kind == EventKind::Call && !(Part && Part->skips(Id, I)) &&
          F.Calls[E.CallIndex].Unwind != program::None)
        Out[Id].push_back(F.Calls[E.CallIndex].Unwind);
    }
  }
  return Out;
}

/// The blocks that control can reach, in reverse post-order.
std::vector<uint32_t> reversePostOrder(const Lists &Next) {
  std::vector<uint32_t> Out = postOrder(Next, 0);
  std::ranges::reverse(Out);
  return Out;
}

/// In a cycle is what an edge back leads to and what can reach the edge's start from
/// there: all between the two in this order is a safe and quick approximation.
void findCycles(Flow &Out, const std::vector<uint32_t> &Order, const Lists &Next) {
  std::vector<uint32_t> LastBack(Next.size(), program::None); // by head: a position
  for (const uint32_t From : Order)
    for (const uint32_t Head : Next[From])
      if (Out.Position[From] >= Out.Position[Head])
        LastBack[Head] = Out.Position[From]; // Order rises
  Out.InCycle.resize(static_cast<unsigned>(Next.size()));
  uint32_t CoveredTo = 0;
  for (const uint32_t Head : Order) {
    if (LastBack[Head] == program::None)
      continue;
    for (uint32_t I = std::max(Out.Position[Head], CoveredTo); I <= LastBack[Head]; ++I)
      Out.InCycle.set(Order[I]);
    CoveredTo = std::max(CoveredTo, LastBack[Head]);
  }
}

/// What B reads before it sets it, given what is read behind it.
void readBefore(const Function &F, Session &Shared, const Slice &Part, uint32_t Id,
                llvm::BitVector &Live, llvm::BitVector &Pinned) {
  const Block &B = F.Blocks[Id];
  Uses Use(F, Shared, Live, Pinned);
  if (Part.Jump[Id] == program::None)
    Use.expr(B.Term.Cond);
  for (size_t I = B.Events.size(); I-- != 0;) {
    if (Part.skips(Id, I))
      continue;
    const Event &E = B.Events[I];
    const Place *Set = nullptr;
    if (E.Kind == EventKind::Assign)
      Set = &E.Target;
    else if (E.Kind == EventKind::Call)
      Set = &F.Calls[E.CallIndex].Result;
    if (Set && Set->isValid() && Set->Path.empty())
      Live.reset(Set->Base);
    Use.event(E);
  }
}

void liveness(Flow &Out, const Function &F, Session &Shared,
              const std::vector<uint32_t> &Order, const Lists &Next) {
  const auto N = static_cast<unsigned>(F.Vars.size());
  Out.Pinned.resize(N);
  Out.LiveIn.assign(F.Blocks.size(), llvm::BitVector(N));
  for (unsigned V = 0; V != N; ++V)
    if (F.Vars[V].Kind == VarKind::Global || F.Vars[V].Kind == VarKind::Static ||
        F.Vars[V].Kind == VarKind::Return)
      Out.Pinned.set(V);
  // Blocks from the last to the first, until nothing changes.
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (const uint32_t Id : llvm::reverse(Order)) {
      llvm::BitVector Live(N);
      for (const uint32_t To : Next[Id])
        Live |= Out.LiveIn[To];
      readBefore(F, Shared, Out.Part, Id, Live, Out.Pinned);
      if (Live != Out.LiveIn[Id]) {
        Out.LiveIn[Id] = std::move(Live);
        Changed = true;
      }
    }
  }
}

/// The only successor of a block in which nothing happens; None for another block.
uint32_t passage(const Function &F, const Slice &Part, uint32_t Id) {
  if (!Part.Skipped[Id].all() || Part.Reads.test(Id))
    return program::None;
  if (Part.Jump[Id] != program::None)
    return Part.Disturbs.test(Id) ? program::None : Part.Jump[Id];
  const Terminator &T = F.Blocks[Id].Term;
  return T.Kind == TerminatorKind::Goto ? T.Edges[0].To : program::None;
}

std::vector<uint32_t> onward(const Function &F, const Slice &Part) {
  std::vector<uint32_t> Out(F.Blocks.size());
  for (uint32_t Id = 0; Id != Out.size(); ++Id) {
    Out[Id] = Id;
    // An endless loop of nothing has no end to get to.
    for (size_t Steps = 0; Steps != MaxPassages; ++Steps) {
      const uint32_t To = passage(F, Part, Out[Id]);
      if (To == program::None)
        break;
      Out[Id] = To;
    }
  }
  return Out;
}

/// The blocks that more than one edge leads to, past those in which nothing happens; and
/// those with a named point, where a dump shows what is left of the states that meet.
llvm::BitVector meetings(const Function &F, const Lists &Next,
                         const std::vector<uint32_t> &Onward,
                         const std::vector<uint32_t> &Order) {
  llvm::BitVector Once(static_cast<unsigned>(Next.size())), Out(Once);
  Once.set(Onward[0]); // from the function's caller
  for (const uint32_t From : Order)
    for (const uint32_t Edge : Next[From]) {
      const uint32_t To = Onward[Edge];
      (Once.test(To) ? Out : Once).set(To);
    }
  for (const uint32_t Id : Order)
    if (llvm::any_of(F.Blocks[Id].Events,
                     [](const Event &E) { return E.Kind == EventKind::Point; }))
      Out.set(Id);
  return Out;
}

} // namespace

Flow flowOf(const Function &F, Session &Shared) {
  Flow Out;
  Out.Part = slice(F, Shared, reversePostOrder(successors(F, nullptr)));
  Out.Next = successors(F, &Out.Part);
  const Lists &Next = Out.Next;
  const std::vector<uint32_t> Order = reversePostOrder(Next);
  Out.Position.assign(F.Blocks.size(), program::None);
  for (uint32_t I = 0; I != Order.size(); ++I)
    Out.Position[Order[I]] = I;
  findCycles(Out, Order, Next);
  Out.Onward = onward(F, Out.Part);
  Out.Meets = meetings(F, Next, Out.Onward, Order);
  liveness(Out, F, Shared, Order, Next);
  return Out;
}

} // namespace dbtidy::lifecycle
