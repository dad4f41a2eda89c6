//===- Join.cpp - When states are alike, and what is left of two ----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/State.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

static bool owes(const Resource &R) { return R.Now != Phase::Borrowed; }

static bool knownNull(const State &S, SymId Handle) {
  return S.range(Handle) == Range::of(0);
}

/// Walks the owed handles of both in order: Both for one that both have, One for one that
/// the state given last has not. Stops at the first false.
template <typename BothFn, typename OneFn>
static bool eachOwed(const State &A, const State &B, BothFn Both, OneFn One) {
  const auto Next = [](auto It, auto End) {
    while (It != End && !owes(*It))
      ++It;
    return It;
  };
  const auto EndA = A.Resources.end(), EndB = B.Resources.end();
  auto I = Next(A.Resources.begin(), EndA);
  auto J = Next(B.Resources.begin(), EndB);
  while (I != EndA || J != EndB) {
    if (J == EndB || (I != EndA && I->Handle < J->Handle)) {
      if (!One(*I, B))
        return false;
      I = Next(++I, EndA);
    } else if (I == EndA || J->Handle < I->Handle) {
      if (!One(*J, A))
        return false;
      J = Next(++J, EndB);
    } else {
      if (!Both(*I, *J))
        return false;
      I = Next(++I, EndA);
      J = Next(++J, EndB);
    }
  }
  return true;
}

static bool isNothing(const Value &V) { return V.isNull() || V.K == Value::Kind::Undef; }

/// Whether S owes a handle that Other never made, and has null in all its places, or
/// nothing any more: an optional one.
static bool isOptional(const Resource &R, const State &S, const State &Other,
                       JoinContext &Context) {
  if (R.Now != Phase::Owned || R.Made.Event == None || Other.resource(R.Handle) ||
      !Other.range(R.Handle).isFull())
    return false;
  bool Held = false;
  for (const auto &[L, V] : S.Env) {
    if (V != Value::symbol(R.Handle))
      continue;
    const Value *There = Other.find(L);
    if (!isNothing(There ? *There : Context.initial(Other, L)))
      return false;
    Held = true;
  }
  return Held;
}

/// The optional handles of either state.
static llvm::SmallVector<SymId, 2> optionals(const State &A, const State &B,
                                             JoinContext &Context) {
  llvm::SmallVector<SymId, 2> Out;
  for (const Resource &R : A.Resources)
    if (isOptional(R, A, B, Context))
      Out.push_back(R.Handle);
  for (const Resource &R : B.Resources)
    if (isOptional(R, B, A, Context))
      Out.push_back(R.Handle);
  return Out;
}

static bool sameResources(const State &A, const State &B, bool NullIsSame,
                          llvm::ArrayRef<SymId> Optional) {
  return eachOwed(
      A, B,
      [](const Resource &L, const Resource &R) {
        return L.Now == R.Now && L.If == R.If && L.What == R.What && L.Text == R.Text;
      },
      [&](const Resource &R, const State &Other) {
        return NullIsSame &&
               (knownNull(Other, R.Handle) || llvm::is_contained(Optional, R.Handle));
      });
}

static bool sameTransactions(const State &A, const State &B) {
  const auto Counts = [](const Transaction &T) { return T.Open || !T.isSettled(); };
  const auto L = llvm::make_filter_range(A.Transactions, Counts);
  const auto R = llvm::make_filter_range(B.Transactions, Counts);
  return llvm::equal(L, R, [](const Transaction &L, const Transaction &R) {
    return L.Connection == R.Connection && L.Open == R.Open &&
           L.Committed == R.Committed && L.RolledBack == R.RolledBack && L.If == R.If &&
           L.Begun.Event == R.Begun.Event && L.Savepoints == R.Savepoints;
  });
}

/// The places that hold something owed or ended; with Lent, also those that hold a handle
/// of somebody else: which place has it at the end is news to the caller.
static bool sameHolders(const State &A, const State &B, bool Lent,
                        llvm::ArrayRef<SymId> Optional) {
  const auto Owed = [&](const State &S, SymId H) {
    const Resource *R = S.resource(H);
    return R && (owes(*R) || (Lent && R->What && !R->Escaped)) &&
           !llvm::is_contained(Optional, H);
  };
  const auto Holds = [&](const std::pair<LocId, Value> &E) {
    return E.second.isSym() && (Owed(A, E.second.sym()) || Owed(B, E.second.sym()));
  };
  auto I = A.Env.begin(), J = B.Env.begin();
  const auto EndA = A.Env.end(), EndB = B.Env.end();
  while (I != EndA || J != EndB) {
    // What is the same needs no look at what it is.
    if (I != EndA && J != EndB && *I == *J) {
      ++I;
      ++J;
      continue;
    }
    const bool Left = J == EndB || (I != EndA && I->first <= J->first);
    const bool Right = I == EndA || (J != EndB && J->first <= I->first);
    if ((Left && Holds(*I)) || (Right && Holds(*J)))
      return false;
    I += Left;
    J += Right;
  }
  return true;
}

static bool sameDeriveds(const State &A, const State &B) {
  const auto Dead = [](const State &S) {
    unsigned N = 0;
    for (const Derived &D : S.Deriveds)
      N += D.Dead.Event != None;
    return N;
  };
  return Dead(A) == Dead(B);
}

static bool sameRans(const State &A, const State &B) {
  if (!llvm::equal(A.Rans, B.Rans, [](const Ran &L, const Ran &R) {
        return L.Connection == R.Connection && L.Text == R.Text && L.If == R.If;
      }))
    return false;
  // Where one knows that the last text was run and the other that it was not, what they
  // answer to the caller goes with that.
  return A.Rans.empty() || llvm::all_of(A.Rans.back().If, [&](const Fact &F) {
           const auto Holds = [&](const State &S) {
             return F.In.includes(S.range(F.Of));
           };
           const auto Fails = [&](const State &S) {
             return F.In.intersect(S.range(F.Of)).isEmpty();
           };
           return !(Holds(A) && Fails(B)) && !(Fails(A) && Holds(B));
         });
}

/// With Context, a handle that is null in one of them is no difference.
static bool sameBut(const State &A, const State &B, JoinContext *Context, bool Lent) {
  if (A.Throwing != B.Throwing || A.Thrown != B.Thrown || !sameTransactions(A, B) ||
      !sameDeriveds(A, B) || !sameRans(A, B))
    return false;
  llvm::SmallVector<SymId, 2> Optional;
  if (Context)
    Optional = optionals(A, B, *Context);
  return sameResources(A, B, Context != nullptr, Optional) &&
         sameHolders(A, B, Lent, Optional);
}

bool sameProperty(const State &A, const State &B) { return sameBut(A, B, nullptr, true); }

bool sameButLent(const State &A, const State &B) { return sameBut(A, B, nullptr, false); }

std::vector<Value> heldApart(const State &A, const State &B) {
  std::vector<Value> Out;
  const auto Look = [&](const State &X, const State &Y) {
    for (const auto &[L, V] : X.Env) {
      const Resource *R = V.isSym() ? X.resource(V.sym()) : nullptr;
      if (!R || owes(*R) || !R->What)
        continue;
      const Value *There = Y.find(L);
      if (!There || *There != V)
        Out.push_back(V);
    }
  };
  Look(A, B);
  Look(B, A);
  return Out;
}

bool sameButNull(const State &A, const State &B, JoinContext &Context) {
  return sameBut(A, B, &Context, true);
}

bool sameObligations(const State &A, const State &B, JoinContext &Context) {
  return sameBut(A, B, &Context, false);
}

/// Whether all places hold the same but for the Optional handles and nothing in their
/// place.
static bool samePlaces(const State &A, const State &B, llvm::ArrayRef<SymId> Optional,
                       JoinContext &Context) {
  const auto Missing = [&](const Value &H, const Value &Other) {
    return H.isSym() && isNothing(Other) && llvm::is_contained(Optional, H.sym());
  };
  const auto Alone = [&](const std::pair<LocId, Value> &E, const State &Other) {
    return Missing(E.second, Context.initial(Other, E.first));
  };
  auto I = A.Env.begin(), J = B.Env.begin();
  const auto EndA = A.Env.end(), EndB = B.Env.end();
  while (I != EndA || J != EndB) {
    if (J == EndB || (I != EndA && I->first < J->first)) {
      if (!Alone(*I++, B))
        return false;
    } else if (I == EndA || J->first < I->first) {
      if (!Alone(*J++, A))
        return false;
    } else {
      if (I->second != J->second && !Missing(I->second, J->second) &&
          !Missing(J->second, I->second))
        return false;
      ++I;
      ++J;
    }
  }
  return true;
}

/// Whether a fact of S is about what an object held at some time.
static bool speaksOf(const State &S, LocId Root, const Symbols &Names) {
  const auto Held = [&](SymId X) {
    const Symbol &Of = Names.sym(X);
    return Of.K == Symbol::Kind::Entry && Names.root(Of.A) == Root;
  };
  return llvm::any_of(S.Facts, [&](const Fact &F) {
    return Held(F.Of) || llvm::any_of(Names.sym(F.Of).From, Held);
  });
}

/// Whether unknown code has changed the same objects on both ways, but for those that
/// nothing is known of: the join has them changed.
static bool sameEpochs(const State &A, const State &B, const Symbols &Names) {
  const auto Within = [&](const State &X, const State &Y) {
    return llvm::all_of(X.Epochs, [&](const std::pair<LocId, uint32_t> &E) {
      return Y.epoch(E.first) == E.second ||
             (!speaksOf(X, E.first, Names) && !speaksOf(Y, E.first, Names));
    });
  };
  return A.GlobalEpoch == B.GlobalEpoch && Within(A, B) && Within(B, A);
}

bool joinsWithoutLoss(const State &A, const State &B, const Symbols &Names,
                      JoinContext &Context) {
  llvm::SmallVector<SymId, 4> Null(optionals(A, B, Context));
  if (!sameEpochs(A, B, Names) || !samePlaces(A, B, Null, Context))
    return false;
  eachOwed(
      A, B, [](const Resource &, const Resource &) { return true; },
      [&](const Resource &R, const State &) {
        Null.push_back(R.Handle);
        return true;
      });
  // Facts may differ only in what concerns those handles.
  const auto Covered = [&](const State &X, const State &Y) {
    return llvm::all_of(X.Facts, [&](const Fact &F) {
      return Y.range(F.Of) == F.In ||
             llvm::any_of(Null, [&](SymId H) { return Names.mentions(F.Of, H); });
    });
  };
  return Covered(A, B) && Covered(B, A);
}

namespace {

class Joiner {
public:
  Joiner(State &A, const State &B, uint32_t Block, Symbols &Names, JoinContext &Context,
         bool Widen)
      : A(A), B(B), Block(Block), Names(Names), Context(Context), Widen(Widen) {}

  bool run() {
    Optional = optionals(A, B, Context);
    conditionals();
    environment();
    facts();
    rest();
    for (Implied &I : Conditional)
      if (!llvm::is_contained(A.Implications, I))
        A.Implications.push_back(std::move(I));
    return Changed;
  }

private:
  void environment() {
    // A stays as it is until the end: the ranges of joined symbols come from it.
    std::vector<std::pair<LocId, Value>> Out;
    Out.reserve(std::max(A.Env.size(), B.Env.size()));
    auto I = A.Env.begin();
    auto J = B.Env.begin();
    while (I != A.Env.end() || J != B.Env.end()) {
      const LocId L = J == B.Env.end() || (I != A.Env.end() && I->first <= J->first)
                          ? I->first
                          : J->first;
      const Value Left =
          I != A.Env.end() && I->first == L ? (I++)->second : Context.initial(A, L);
      const Value Right =
          J != B.Env.end() && J->first == L ? (J++)->second : Context.initial(B, L);
      if (Left == Right) {
        Out.emplace_back(L, Left);
        continue;
      }
      if (optional(L, Left, Right, Out))
        continue;
      const bool Before = isJoined(Left, L);
      const SymId S = Before ? Left.sym() : Names.join(Block, L);
      Range R = rangeOf(A, Names, Left).unite(rangeOf(B, Names, Right));
      if (Before && Widen && !(R == A.range(S)))
        R = R.widened(A.range(S));
      if (!Before || !(R == A.range(S)))
        Changed = true;
      Joined.emplace_back(S, std::move(R));
      belongs(S, Left, Right);
      Out.emplace_back(L, Value::symbol(S));
    }
    relations(Out);
    A.Env = std::move(Out);
  }

  /// What both sides know of two places that the function compares, whatever it is that
  /// they hold, holds behind the meeting: `if (i < n)` still says why a loop ended.
  void relations(const std::vector<std::pair<LocId, Value>> &Env) {
    for (const Comparison &C : Context.comparisons()) {
      const Value L1 = at(A.Env, A, C.Left), R1 = at(A.Env, A, C.Right);
      const Value L2 = at(B.Env, B, C.Left), R2 = at(B.Env, B, C.Right);
      const auto Plain = [](const Value &V) { return V.isInt() || V.isSym(); };
      if ((L1 == L2 && R1 == R2) || !Plain(L1) || !Plain(R1) || !Plain(L2) || !Plain(R2))
        continue;
      Range Both = rangeOf(A, Names, Names.comparison(C.Op, L1, R1));
      Both = Both.unite(rangeOf(B, Names, Names.comparison(C.Op, L2, R2)));
      const Value Met = Names.comparison(C.Op, at(Env, A, C.Left), at(Env, A, C.Right));
      if (Met.isSym() && !(Both.contains(0) && Both.contains(1)))
        Joined.emplace_back(Met.sym(), std::move(Both));
    }
  }

  Value at(const std::vector<std::pair<LocId, Value>> &Env, const State &S, LocId L) {
    const auto It = llvm::lower_bound(
        Env, L, [](const auto &E, LocId Wanted) { return E.first < Wanted; });
    return It != Env.end() && It->first == L ? It->second : Context.initial(S, L);
  }

  /// A place that holds a value of a handle's on one way holds it after the meeting: it
  /// is ended with the handle, and the way there exists.
  void belongs(SymId S, const Value &Left, const Value &Right) {
    const auto Of = [&](const State &X, const Value &V) -> const Derived * {
      return rangeOf(X, Names, V) == Range::of(0) ? nullptr : derivedFrom(X, Names, V);
    };
    const Derived *D = Of(A, Left), *Other = Of(B, Right);
    if (!D || (Other && D->Dead.Event == None))
      D = Other;
    if (D && D->Value != S)
      Belonging.push_back({S, D->From, D->Rule, D->Dead});
  }

  bool isJoin(SymId S) const {
    return Names.sym(S).K == Symbol::Kind::Join && Names.sym(S).A == Block;
  }

  /// Whether V is what paths that met here before have at L.
  bool isJoined(const Value &V, LocId L) const {
    if (!V.isSym())
      return false;
    const Symbol &Of = Names.sym(V.sym());
    return Of.K == Symbol::Kind::Join && Of.A == Block && Of.B == L;
  }

  /// A handle here and null there: the handle, which may be null.
  bool optional(LocId L, const Value &Left, const Value &Right,
                std::vector<std::pair<LocId, Value>> &Out) {
    const auto Missing = [&](const Value &H, const Value &Other) {
      return H.isSym() && isNothing(Other) && llvm::is_contained(Optional, H.sym());
    };
    const bool Mine = Missing(Left, Right);
    if (!Mine && !Missing(Right, Left))
      return false;
    const Value &H = Mine ? Left : Right;
    const Range Known = (Mine ? A : B).range(H.sym());
    Changed |= !Mine || !Known.contains(0);
    Joined.emplace_back(H.sym(), Known.unite(Range::of(0)));
    Out.emplace_back(L, H);
    return true;
  }

  /// What one side says of a handle that is null, or was not made, on the other: it holds
  /// if the handle is not null.
  void conditionals() {
    if (Widen)
      return; // a loop must come to an end
    const auto Collect = [&](const State &Has, const State &HasNot) {
      for (const Resource &R : Has.Resources) {
        if (!owes(R) ||
            (!knownNull(HasNot, R.Handle) && !llvm::is_contained(Optional, R.Handle)))
          continue;
        if (const Resource *Other = HasNot.resource(R.Handle); Other && owes(*Other))
          continue;
        for (const Fact &F : Has.Facts)
          if (F.Of != R.Handle && Names.mentions(F.Of, R.Handle))
            Conditional.push_back({{R.Handle, Range::nonZero()}, F});
      }
    };
    Collect(A, B);
    Collect(B, A);
  }

  /// Whether an implication of one side holds on the other too.
  bool holds(const Implied &I, const State &S) const {
    return llvm::is_contained(S.Implications, I) ||
           rangeOf(S, Names, Value::symbol(I.If.Of)).intersect(I.If.In).isEmpty() ||
           I.Then.In.includes(rangeOf(S, Names, Value::symbol(I.Then.Of))) ||
           llvm::is_contained(Optional, I.If.Of);
  }

  /// The later change counts: epochs only grow.
  void epochs() {
    std::vector<std::pair<LocId, uint32_t>> Out;
    auto I = A.Epochs.begin();
    for (const auto &[Root, Epoch] : B.Epochs) {
      while (I != A.Epochs.end() && I->first < Root)
        Out.push_back(*I++);
      const uint32_t Mine = I != A.Epochs.end() && I->first == Root ? (I++)->second : 0;
      Changed |= Mine < Epoch;
      Out.emplace_back(Root, std::max(Mine, Epoch));
    }
    Out.insert(Out.end(), I, A.Epochs.end());
    A.Epochs = std::move(Out);
  }

  void facts() {
    std::vector<Fact> Out;
    Out.reserve(A.Facts.size());
    auto There = B.Facts.begin();
    for (Fact &F : A.Facts) {
      if (llvm::any_of(Joined, [&](const auto &J) { return J.first == F.Of; }))
        continue; // its range is the union of what the two sides hold
      while (There != B.Facts.end() && There->Of < F.Of)
        ++There;
      if (There != B.Facts.end() && *There == F) {
        Out.push_back(std::move(F));
        continue;
      }
      Range R = F.In.unite(rangeOf(B, Names, Value::symbol(F.Of)));
      if (!(R == F.In)) {
        Changed = true;
        if (Widen)
          R = R.widened(F.In);
      }
      if (!R.isFull())
        Out.push_back({F.Of, std::move(R)});
    }
    A.Facts = std::move(Out);
    for (auto &[S, R] : Joined)
      A.setRange(S, std::move(R));
  }

  void rest() {
    const size_t Before = A.Implications.size();
    llvm::erase_if(A.Implications, [&](const Implied &I) { return !holds(I, B); });
    Changed |= A.Implications.size() != Before;
    // Owed in B and null in A: owed unless null.
    for (const Resource &R : B.Resources)
      if (owes(R))
        if (const Resource *Mine = A.resource(R.Handle); !Mine || !owes(*Mine)) {
          A.addResource(R);
          Changed = true;
        }
    for (Resource &R : A.Resources)
      if (const Resource *Other = B.resource(R.Handle)) {
        // Where paths changed it differently, no earlier accessor's result is current.
        const uint32_t Met = 0x80000000U | Block;
        if (R.Version != Other->Version && R.Version != Met) {
          R.Version = Met;
          Changed = true;
        }
        R.Likely |= Other->Likely;
        R.Asked &= Other->Asked;
        R.Told &= Other->Told;
        llvm::erase_if(R.Enders, [&](program::StringId Rule) {
          return !llvm::is_contained(Other->Enders, Rule);
        });
      }
    // Handles that only one side has met, and owes nothing for, need no memory.
    llvm::erase_if(A.Resources, [&](const Resource &R) {
      return R.Now == Phase::Borrowed && !R.Escaped && !B.resource(R.Handle);
    });
    // What one side has handed out is out of hand.
    for (const Resource &R : B.Resources)
      if (R.Escaped && R.Now == Phase::Borrowed) {
        Resource *Mine = A.resource(R.Handle);
        if (Mine && Mine->Escaped)
          continue;
        Changed = true;
        if (Mine)
          Mine->Escaped = true;
        else
          A.addResource(R);
      }
    llvm::erase_if(A.Deriveds, [&](const Derived &D) {
      return !B.derived(D.Value) && !isJoin(D.Value);
    });
    for (Derived &D : Belonging)
      if (!A.derived(D.Value)) {
        A.addDerived(std::move(D));
        Changed = true;
      }
    epochs();
    if (B.GlobalEpoch > A.GlobalEpoch) {
      A.GlobalEpoch = B.GlobalEpoch;
      Changed = true;
    }
    A.Guess |= B.Guess;
    A.Assumed |= B.Assumed;
    A.Joined = true;
    if (B.Past && (!A.Past || B.Past->Length < A.Past->Length))
      A.Past = B.Past;
  }

  State &A;
  const State &B;
  uint32_t Block;
  Symbols &Names;
  JoinContext &Context;
  bool Widen;
  bool Changed = false;
  std::vector<std::pair<SymId, Range>> Joined;
  llvm::SmallVector<SymId, 2> Optional;
  std::vector<Implied> Conditional;
  std::vector<Derived> Belonging; ///< by new symbols
};

} // namespace

bool join(State &A, const State &B, uint32_t Block, Symbols &Names, JoinContext &Context,
          bool Widen) {
  return Joiner(A, B, Block, Names, Context, Widen).run();
}

} // namespace dbtidy::lifecycle
