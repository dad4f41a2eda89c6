//===- Retrace.cpp - One path to a loss that was found on joined states ---===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A joined state knows less than the paths that it stands for, and its notes are those of
// one of them: a loss that follows may lie on none, or be told by a path that contradicts
// itself. Here single paths are run, depth first; states are joined behind one call, but
// not where paths meet. Those come first that decide as the notes do. The first that ends
// in the same loss is the one to tell. If all of them have been run and none does, there
// is no such loss.
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// How often one path comes by the same block of a loop.
static constexpr unsigned MaxTurns = 3;
/// Steps of a search, for each event and branch of the function, and at least.
static constexpr unsigned StepsEach = 4, FewSteps = 400;

/// Whether a path at Block may still come to the loss: it has acquired what is lost, or
/// can still get to where that happens.
bool Interpreter::onTheWay(uint32_t Block, const State &S) const {
  const uint32_t Made = Looking->Start;
  if (Made == None || Looking->Leads.test(Block))
    return true;
  return llvm::any_of(S.Resources,
                      [&](const Resource &R) { return R.Made.Event == Made; }) ||
         llvm::any_of(S.Transactions,
                      [&](const Transaction &T) { return T.Begun.Event == Made; });
}

/// The blocks from which control can get to the event.
llvm::BitVector Interpreter::leadingTo(uint32_t Event) const {
  const auto Next = llvm::upper_bound(FirstEvent, Event);
  Lists Before(F.Blocks.size());
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
    for (const uint32_t To : Graph.Next[Id])
      Before[To].push_back(Id);
  llvm::BitVector Out(static_cast<unsigned>(F.Blocks.size()));
  reach(Before, Out, static_cast<uint32_t>(Next - FirstEvent.begin()) - 1);
  return Out;
}

void Interpreter::push(uint32_t Block, State S) {
  if (!onTheWay(Block, S))
    return;
  forgetDead(S, Block);
  collectGarbage(S, Names);
  auto Turns = Looking->Turns;
  if (Graph.InCycle.test(Block)) {
    const auto Known =
        llvm::find_if(Turns, [&](const auto &T) { return T.first == Block; });
    if (Known == Turns.end()) {
      Turns.emplace_back(Block, 1);
    } else if (++Known->second > MaxTurns) {
      Looking->Bounded = true;
      return;
    }
  }
  Looking->Stack.push_back({Block, std::move(S), std::move(Turns)});
}

/// A transaction is judged by all ways out of the function; here it is open on one of the
/// same kind.
void Interpreter::leaveSearched(uint32_t Block, const State &S, bool Throws,
                                ResultClass Class) {
  const Loss &Wanted = Looking->Wanted;
  if (Looking->Found || Wanted.Kind != FaultKind::TransactionOpen ||
      Throws != (Wanted.How == LossKind::Throw) ||
      (Wanted.Class != ResultClass::Mixed && Class != Wanted.Class))
    return;
  for (const Transaction &T : S.Transactions)
    if (T.Open && T.Begun.Event == Wanted.Txn.Begun.Event && feasible(S, T.If)) {
      Loss L = Wanted;
      L.Txn = T;
      L.Block = Block;
      L.Past = S.Past;
      Looking->Found = std::move(L);
      return;
    }
}

Interpreter::Retraced Interpreter::retrace(Loss &L) {
  Search Now{siteOf(L), L};
  for (const History *H = L.Past.get(); H; H = H->Before.get())
    if (H->What == History::Kind::Decision)
      Now.Prefer.insert({H->Block, H->Edge});
  Now.Start =
      L.Kind == FaultKind::TransactionOpen ? L.Txn.Begun.Event : L.What.Made.Event;
  if (Now.Start != None)
    Now.Leads = leadingTo(Now.Start);
  Now.MaxSteps = FewSteps;
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
    if (Graph.Position[Id] != None)
      Now.MaxSteps += StepsEach * (1 + Graph.Part.Skipped[Id].size() -
                                   Graph.Part.Skipped[Id].count());
  // The search leaves no trace but in the names of values.
  const Beliefs Before = Learned;
  const auto DroppedBefore = Dropped;
  const unsigned ObligationsBefore = Obligations;
  const auto CommitsBefore = Commits;
  Looking = &Now;
  push(0, State());
  while (!Now.Stack.empty() && !Now.Found && Now.Steps < Now.MaxSteps) {
    Search::Item Next = std::move(Now.Stack.back());
    Now.Stack.pop_back();
    Now.Turns = std::move(Next.Turns);
    States One;
    One.push_back(std::move(Next.S));
    runBlock(Next.Block, std::move(One));
  }
  Looking = nullptr;
  Learned = Before;
  Dropped = DroppedBefore;
  Obligations = ObligationsBefore;
  Commits = CommitsBefore;
  if (Now.Found) {
    L = std::move(*Now.Found);
    return Retraced::Found;
  }
  return Now.Bounded || !Now.Stack.empty() ? Retraced::Unknown : Retraced::Impossible;
}

} // namespace dbtidy::lifecycle
