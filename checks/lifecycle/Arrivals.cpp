//===- Arrivals.cpp - States that meet at a block -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// Joins at one block before a growing range is taken to be unbounded.
static constexpr unsigned WidenAfter = 4;
/// States of a block up to which they are kept apart by which entry values are null.
static constexpr size_t MaxNullStates = 6;

/// Drops variables that are not read again, so that states differ only in what matters. A
/// variable that holds something owed stays: its end is where the loss shows.
void Interpreter::forgetDead(State &S, uint32_t Block) {
  const llvm::BitVector &Live = Graph.LiveIn[Block];
  const auto Dead = [&](LocId L) {
    const Storage &Root = Names.loc(Names.root(L));
    return Root.K == Storage::Kind::Var && Root.A < Live.size() && !Live.test(Root.A) &&
           !Graph.Pinned.test(Root.A);
  };
  llvm::erase_if(S.Epochs, [&](const auto &E) { return Dead(E.first); });
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &E) {
    if (!Dead(E.first))
      return false;
    if (!E.second.isSym())
      return true;
    const Resource *R = S.resource(E.second.sym());
    if (R && R->Now == Phase::Owned)
      return false;
    // It may be the only way to an object that holds something.
    return !Names.sym(E.second.sym()).Fresh;
  });
}

/// Where paths have met here before, a symbol stands for what a place held then. A path
/// that comes round again with another value in that place speaks of the last turn.
void Interpreter::forgetStale(State &S, uint32_t Block) {
  const auto Made = JoinsAt.find(Block);
  if (Made == JoinsAt.end() || !Graph.InCycle.test(Block))
    return;
  llvm::BitVector Gone;
  for (const SymId J : Made->second)
    if (const Value *Now = S.find(Names.sym(J).B); !Now || *Now != Value::symbol(J)) {
      if (Gone.size() <= J)
        Gone.resize(static_cast<unsigned>(Names.count()));
      Gone.set(J);
    }
  if (!Gone.empty())
    forget(S, Gone);
}

void Interpreter::forget(State &S, const llvm::BitVector &Gone) {
  // What a symbol is computed from is older than itself.
  const auto Oldest = static_cast<SymId>(Gone.find_first());
  const auto Of = [&](SymId X) {
    return X != None && X >= Oldest &&
           (Gone.test(X) || llvm::any_of(Names.sym(X).From, [&](SymId From) {
              return From >= Oldest && Gone.test(From);
            }));
  };
  const auto At = [&](LocId L) {
    const Storage &Root = Names.loc(Names.root(L));
    return Root.K == Storage::Kind::Pointee && Of(Root.A);
  };
  const auto Holds = [&](const Value &V) {
    return (V.isSym() && Of(V.sym())) ||
           (V.K == Value::Kind::Address && At(static_cast<LocId>(V.N)));
  };
  const auto About = [&](const Fact &F) { return Of(F.Of); };
  std::vector<Value> Held; // by storage that goes out of sight
  for (const auto &[L, V] : S.Env)
    if (At(L))
      Held.push_back(V);
  for (const Value &V : Held)
    escape(S, V, 0, 0);
  llvm::erase_if(S.Facts, About);
  llvm::erase_if(S.Implications,
                 [&](const Implied &I) { return Of(I.If.Of) || Of(I.Then.Of); });
  llvm::erase_if(S.Deriveds, [&](const Derived &D) { return Of(D.Value) || Of(D.From); });
  llvm::erase_if(S.Resources, [&](const Resource &R) { return Of(R.Handle); });
  llvm::erase_if(S.Transactions, [&](const Transaction &T) { return Of(T.Connection); });
  for (Resource &R : S.Resources) {
    llvm::erase_if(R.If, About);
    if (Of(R.Parent))
      R.Parent = None;
  }
  for (Transaction &T : S.Transactions)
    llvm::erase_if(T.If, About);
  llvm::erase_if(S.Epochs, [&](const auto &E) { return At(E.first); });
  llvm::erase_if(S.Env, [&](const auto &E) { return At(E.first); });
  for (auto &[L, V] : S.Env)
    if (Holds(V))
      V = Value::unknown();
}

/// A handle tested for null and the same handle not tested are one state, if that is all
/// that tells them apart.
bool Interpreter::joinable(const State &A, const State &B) {
  return (sameProperty(A, B) ||
          (sameButNull(A, B, *this) && joinsWithoutLoss(A, B, Names, *this))) &&
         sameStatements(A, B) && sameVerdict(A, B);
}

/// While a transaction is open, success and failure are told apart: which of them leaves
/// it open is the question.
bool Interpreter::sameVerdict(const State &A, const State &B) const {
  if (Verdict == None || A.Transactions.empty())
    return true;
  const Value *L = A.find(Verdict), *R = B.find(Verdict);
  return !L || !R || classify(A, *L) == classify(B, *R);
}

bool Interpreter::sameNulls(const State &A, const State &B) const {
  const auto IsNull = [&](const Fact &F) {
    const Symbol &Sym = Names.sym(F.Of);
    return F.In == Range::of(0) && Sym.K == Symbol::Kind::Entry && Sym.B == 0;
  };
  const auto Within = [&](const State &X, const State &Y) {
    return llvm::all_of(X.Facts, [&](const Fact &F) {
      // A handle that is null here and released there: the join says "unless null".
      const Resource *R = Y.resource(F.Of);
      return !IsNull(F) || Y.range(F.Of) == F.In || (R && R->Now != Phase::Borrowed);
    });
  };
  return Within(A, B) && Within(B, A);
}

bool Interpreter::sameStatements(const State &A, const State &B) const {
  const auto Matches = [&](const State &X, const State &Y) {
    return llvm::all_of(X.Env, [&](const std::pair<LocId, Value> &E) {
      if (E.second.K != Value::Kind::Text ||
          !Shared.controls(static_cast<StringId>(E.second.N)))
        return true;
      const Value *Other = Y.find(E.first);
      return Other && *Other == E.second;
    });
  };
  return Matches(A, B) && Matches(B, A);
}

/// A handle in an object or global that outlives the call is in other hands: following it
/// on costs a state for every way in which it came there. Given up only where there are
/// too many: a leak may be missed, none is invented.
void Interpreter::relax(State &S) const {
  for (Resource &R : S.Resources) {
    const Symbol &Sym = Names.sym(R.Handle);
    if (R.Now == Phase::Released && Sym.K == Symbol::Kind::Entry) {
      R.Now = Phase::Borrowed;
      R.Escaped = true;
      R.If.clear();
    }
    if (R.Now == Phase::Owned && llvm::any_of(S.Env, [&](const auto &E) {
          return E.second == Value::symbol(R.Handle) && outlives(Names.root(E.first));
        })) {
      R.Now = Phase::Borrowed;
      R.Escaped = true;
    }
  }
}

/// A transaction that was begun here and is committed is remembered by the function, not
/// by every path: that it ends its transactions is what the other exits are judged by.
void Interpreter::settleCommits(const State &S) {
  for (const Transaction &T : S.Transactions)
    if (T.isSettled())
      Commits.insert(T.Begun.Event);
}

/// The further a function goes, the fewer states are kept apart: a very large one gets a
/// coarser answer rather than none.
unsigned Interpreter::stateLimit() const {
  const unsigned Most = Shared.How.Limits.StatesPerBlock;
  if (Steps < Shared.How.Limits.Steps / 30)
    return Most;
  return Steps < Shared.How.Limits.Steps / 10 ? Most / 3 : Most / 8;
}

void Interpreter::arrive(uint32_t Block, State S) {
  Block = Graph.Onward[Block];
  if (Looking) {
    push(Block, std::move(S));
    return;
  }
  settleCommits(S);
  forgetDead(S, Block);
  if (!Graph.Meets.test(Block)) {
    Alone.emplace_back(Block, std::move(S));
    return;
  }
  forgetStale(S, Block);
  collectGarbage(S, Names);
  std::vector<Arrived> &Here = At[Block];
  if (Here.size() >= stateLimit() / 4)
    relax(S);
  // Which of the caller's values are null tells apart the ways in which a helper had
  // nothing to do; a few such states are kept.
  const bool KeepNulls = Here.size() < MaxNullStates;
  auto Found = llvm::find_if(Here, [&](const Arrived &A) {
    return joinable(A.S, S) && (!KeepNulls || sameNulls(A.S, S));
  });
  if (Found == Here.end() && Here.size() >= MaxNullStates) {
    // Which place has somebody else's handle is told apart in a few ways only; then the
    // handle counts as given away.
    Found = llvm::find_if(Here, [&](const Arrived &A) {
      return sameButLent(A.S, S) && sameStatements(A.S, S);
    });
    if (Found != Here.end())
      for (const Value &V : heldApart(Found->S, S)) {
        escape(Found->S, V, 0, 0);
        escape(S, V, 0, 0);
      }
  }
  if (Found == Here.end() && Here.size() >= stateLimit() / 2) {
    // Better one doubtful state than no answer; what it leads to is likely at best.
    Found = llvm::find_if(
        Here, [&](const Arrived &A) { return sameObligations(A.S, S, *this); });
    if (Found != Here.end())
      Found->S.Guess = true;
  }
  if (Found != Here.end()) {
    const bool Changed =
        join(Found->S, S, Block, Names, *this, ++Found->Joins > WidenAfter);
    rememberJoins(Found->S, Block);
    if (Changed && !Found->Pending) {
      Found->Pending = true;
      Queue.insert({Graph.Position[Block], Block});
    }
    return;
  }
  if (Here.size() >= Shared.How.Limits.StatesPerBlock) {
    giveUp("too many states meet at one point");
    return;
  }
  Here.push_back({std::move(S), 0, true});
  Queue.insert({Graph.Position[Block], Block});
}

} // namespace dbtidy::lifecycle
