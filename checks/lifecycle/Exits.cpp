//===- Exits.cpp - How a function ends, and what is judged there ----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include <algorithm>

#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

Interpreter::ResultClass Interpreter::classify(const State &S, const Value &V) const {
  const Range R = rangeOf(S, V);
  if (R == Range::of(0))
    return ResultClass::Zero;
  if (R.isEmpty() || R.contains(0))
    return ResultClass::Mixed;
  return R.high() < 0 ? ResultClass::Negative : ResultClass::Positive;
}

/// Paths that return nothing were joined with those that return a handle: where more is
/// known of the handle, the caller is told them apart again.
void Interpreter::splitNull(uint32_t Block, State &S, const Value &Result) {
  const Resource *R = Result.isSym() ? S.resource(Result.sym()) : nullptr;
  if (!R || R->Now != Phase::Owned || !S.range(R->Handle).contains(0) ||
      llvm::none_of(S.Implications,
                    [&](const Implied &I) { return I.If.Of == R->Handle; }))
    return;
  State Null = S;
  if (!refine(Null, Result.sym(), Range::of(0)) ||
      !refine(S, Result.sym(), Range::nonZero()))
    return;
  for (auto &[L, V] : Null.Env)
    if (V == Result)
      V = Value::integer(0);
  leave(Block, std::move(Null), /*Throws=*/false);
}

void Interpreter::leave(uint32_t Block, State S, bool Throws) {
  if (Throws && (F.NoExcept || F.Main))
    return; // std::terminate
  settleCommits(S);
  Exit E;
  E.Throws = Throws;
  E.Block = Block;
  Value Result = Value::undef();
  const Terminator &T = F.Blocks[Block].Term;
  if (!Throws && T.Kind == TerminatorKind::Return && T.Cond != program::None) {
    Result = evaluate(S, T.Cond);
    checkReturned(S, Result, Block);
    splitNull(Block, S, Result);
    E.Class = classify(S, Result);
  }
  // Returning from main ends the program: the operating system closes what is open.
  ThisDies = Throws && F.Constructor && F.HasThis;
  if (!F.Main || Throws)
    checkLost(S, Throws ? LossKind::Throw : LossKind::Return, None, Block, &Result);
  ThisDies = false;
  if (Looking) {
    leaveSearched(Block, S, Throws, E.Class);
    return;
  }
  S.set(resultLoc(), Result);
  S.Throwing = false;
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
    const Storage &Root = Names.loc(Names.root(Entry.first));
    return Root.K == Storage::Kind::Var && Root.A < F.Vars.size() &&
           kindOf(Root.A) != VarKind::Global && kindOf(Root.A) != VarKind::Static &&
           kindOf(Root.A) != VarKind::Return;
  });
  collectGarbage(S, Names);
  E.S = std::move(S);
  keep(std::move(E));
}

/// Where both throw and owe the same, what their classes have in common is kept.
void Interpreter::generalise(Exit &Known, Exit &E) {
  std::vector<StringId> Common;
  for (const StringId Class : Known.S.Thrown)
    if (llvm::is_contained(E.S.Thrown, Class))
      Common.push_back(Class);
  State Generic = E.S;
  Generic.Thrown = Known.S.Thrown;
  if (sameProperty(Known.S, Generic))
    E.S.Thrown = Known.S.Thrown = std::move(Common);
}

/// Adds an exit, or joins it to one that is alike.
/// The classes of the objects that were made on the way.
std::vector<int64_t> Interpreter::madeTypes(const State &S) const {
  std::vector<int64_t> Out;
  for (const auto &[L, V] : S.Env)
    if (Names.loc(L).K == Storage::Kind::Field && Names.loc(L).A == Shared.DynamicType &&
        V.isInt() && Names.loc(Names.root(L)).K == Storage::Kind::Pointee)
      Out.push_back(V.N);
  llvm::sort(Out);
  return Out;
}

void Interpreter::keep(Exit E) {
  // A function may throw many classes; beyond a few they are not told apart.
  const bool ManyThrows =
      E.Throws && llvm::count_if(Exits, [](const Exit &X) { return X.Throws; }) >= 4;
  for (Exit &Known : Exits) {
    if (ManyThrows && Known.Throws)
      generalise(Known, E);
    if (Known.Throws == E.Throws && Known.Class == E.Class &&
        (Exits.size() >= 8 ||
         (sameNulls(Known.S, E.S) && madeTypes(Known.S) == madeTypes(E.S))) &&
        sameProperty(Known.S, E.S)) {
      const HistoryRef Before = Known.S.Past;
      join(Known.S, E.S,
           static_cast<uint32_t>(F.Blocks.size()) +
               static_cast<uint32_t>(&Known - Exits.data()),
           Names, *this, true);
      if (Known.S.Past != Before)
        Known.Block = E.Block;
      return;
    }
  }
  Exits.push_back(std::move(E));
}

//===--- Transactions left open -------------------------------------------------===//

/// Whether a transaction left open on one exit should have been ended there: if the
/// function commits it on another, it has taken the job on; if it only rolls it back,
/// then among exits with the same kind of result the odd one is wrong (on success it is
/// the caller's).
void Interpreter::judgeTransactions() {
  for (const Exit &Open : Exits)
    for (const Transaction &T : Open.S.Transactions) {
      if (!T.Open || T.Begun.Event == None || !feasible(Open.S, T.If))
        continue;
      bool Wrong = Commits.contains(T.Begun.Event);
      for (const Exit &Other : Exits)
        for (const Transaction &Ended : Other.S.Transactions)
          if (!Ended.Open && Ended.Begun.Event == T.Begun.Event)
            Wrong |= Ended.Committed ||
                     (Ended.RolledBack && (Open.Throws || (Other.Class == Open.Class &&
                                                           Other.Throws == Open.Throws)));
      if (!Wrong)
        continue;
      Loss L;
      L.Kind = FaultKind::TransactionOpen;
      L.How = Open.Throws ? LossKind::Throw : LossKind::Return;
      L.Txn = T;
      L.Block = Open.Block;
      L.Past = Open.S.Past;
      L.Likely = T.Likely || !Open.S.isSure();
      L.Joined = Open.S.Joined;
      L.Class = Open.Class;
      report(std::move(L));
    }
}

/// A handle left in an out-parameter on a failing exit, where other exits with the same
/// kind of result release it first. (Where there is but one kind, none means a failure.)
void Interpreter::judgeOutParameters() {
  for (const Exit &Open : Exits)
    for (const Resource &R : Open.S.Resources) {
      if (R.Now != Phase::Owned || Open.Class == ResultClass::None || Open.Throws ||
          !feasible(Open.S, R.If) || Open.S.range(R.Handle) == Range::of(0))
        continue;
      const bool InParameter =
          llvm::any_of(Open.S.Env, [&](const std::pair<LocId, Value> &E) {
            const Storage &L = Names.loc(E.first);
            return E.second == Value::symbol(R.Handle) && L.K == Storage::Kind::Pointee &&
                   Names.sym(L.A).K == Symbol::Kind::Entry &&
                   Names.loc(Names.sym(L.A).A).K == Storage::Kind::Var;
          });
      if (!InParameter)
        continue;
      const bool Elsewhere = llvm::any_of(Exits, [&](const Exit &Other) {
        return !Other.Throws && Other.Class == Open.Class &&
               llvm::any_of(Other.S.Resources, [&](const Resource &Q) {
                 return Q.Now == Phase::Released && Q.Made.Event == R.Made.Event;
               });
      });
      const bool Apart = llvm::any_of(Exits, [&](const Exit &Other) {
        return !Other.Throws && Other.Class != Open.Class;
      });
      if (!Elsewhere || !Apart)
        continue;
      Loss L;
      L.Kind = FaultKind::Leak;
      L.How = LossKind::Return;
      L.What = R;
      L.Block = Open.Block;
      L.Past = Open.S.Past;
      L.Likely = true;
      report(std::move(L));
    }
}

} // namespace dbtidy::lifecycle
