//===- State.cpp - What one path knows at one point -----------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/State.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

History::~History() {
  // A long chain must not be freed by recursion.
  while (Before && Before.use_count() == 1) {
    auto *Last = const_cast<History *>(Before.get());
    std::shared_ptr<const History> Next = std::move(Last->Before);
    Before = std::move(Next);
  }
}

DefaultValues::~DefaultValues() = default;

template <typename Vector, typename Key, typename Of>
static auto lower(Vector &V, Key K, Of Project) {
  return llvm::lower_bound(
      V, K, [&](const auto &E, Key Wanted) { return Project(E) < Wanted; });
}

Value *State::find(LocId L) {
  const auto It = lower(Env, L, [](const auto &E) { return E.first; });
  return It != Env.end() && It->first == L ? &It->second : nullptr;
}

void State::set(LocId L, Value V) {
  const auto It = lower(Env, L, [](const auto &E) { return E.first; });
  if (It != Env.end() && It->first == L)
    It->second = V;
  else
    Env.insert(It, {L, V});
}

Range State::range(SymId S) const {
  const auto It = lower(Facts, S, [](const Fact &F) { return F.Of; });
  return It != Facts.end() && It->Of == S ? It->In : Range();
}

void State::setRange(SymId S, Range R) {
  const auto It = lower(Facts, S, [](const Fact &F) { return F.Of; });
  const bool Found = It != Facts.end() && It->Of == S;
  if (R.isFull()) {
    if (Found)
      Facts.erase(It);
  } else if (Found) {
    It->In = std::move(R);
  } else {
    Facts.insert(It, Fact{S, std::move(R)});
  }
}

Resource *State::resource(SymId S) {
  const auto It = lower(Resources, S, [](const Resource &R) { return R.Handle; });
  return It != Resources.end() && It->Handle == S ? &*It : nullptr;
}

Resource &State::addResource(Resource R) {
  const auto It = lower(Resources, R.Handle, [](const Resource &E) { return E.Handle; });
  if (It != Resources.end() && It->Handle == R.Handle) {
    *It = std::move(R);
    return *It;
  }
  return *Resources.insert(It, std::move(R));
}

void State::dropResource(SymId S) {
  llvm::erase_if(Resources, [&](const Resource &R) { return R.Handle == S; });
}

Transaction *State::transaction(SymId Connection) {
  for (Transaction &T : Transactions)
    if (T.Connection == Connection)
      return &T;
  return nullptr;
}

Transaction &State::addTransaction(Transaction T) {
  const auto It = lower(Transactions, T.Connection,
                        [](const Transaction &E) { return E.Connection; });
  if (It != Transactions.end() && It->Connection == T.Connection) {
    *It = std::move(T);
    return *It;
  }
  return *Transactions.insert(It, std::move(T));
}

Derived *State::derived(SymId S) {
  for (Derived &D : Deriveds)
    if (D.Value == S)
      return &D;
  return nullptr;
}

void State::note(History H) {
  H.Length = (Past ? Past->Length : 0) + 1;
  H.Before = Past;
  Past = std::make_shared<const History>(std::move(H));
}

//===--- Joining --------------------------------------------------------------===//

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

static bool sameResources(const State &A, const State &B, bool NullIsSame) {
  return eachOwed(
      A, B,
      [](const Resource &L, const Resource &R) {
        return L.Now == R.Now && L.If == R.If && L.What == R.What && L.Text == R.Text;
      },
      [&](const Resource &R, const State &Other) {
        return NullIsSame && knownNull(Other, R.Handle);
      });
}

static bool sameTransactions(const State &A, const State &B) {
  return llvm::equal(
      A.Transactions, B.Transactions, [](const Transaction &L, const Transaction &R) {
        return L.Connection == R.Connection && L.Open == R.Open &&
               L.Committed == R.Committed && L.RolledBack == R.RolledBack &&
               L.If == R.If && L.Begun.Event == R.Begun.Event && L.Depth == R.Depth;
      });
}

/// The places that hold something owed or ended; with Lent, also those that hold a handle
/// of somebody else: which place has it at the end is news to the caller.
static bool sameHolders(const State &A, const State &B, bool Lent) {
  const auto Owed = [Lent](const State &S, SymId H) {
    const Resource *R = S.resource(H);
    return R && (owes(*R) || (Lent && R->What));
  };
  const auto Holds = [&](const std::pair<LocId, Value> &E) {
    return E.second.isSym() && (Owed(A, E.second.sym()) || Owed(B, E.second.sym()));
  };
  auto I = A.Env.begin(), J = B.Env.begin();
  while (true) {
    while (I != A.Env.end() && !Holds(*I))
      ++I;
    while (J != B.Env.end() && !Holds(*J))
      ++J;
    if (I == A.Env.end() || J == B.Env.end())
      return I == A.Env.end() && J == B.Env.end();
    if (*I != *J)
      return false;
    ++I;
    ++J;
  }
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
  return llvm::equal(A.Rans, B.Rans, [](const Ran &L, const Ran &R) {
    return L.Connection == R.Connection && L.Text == R.Text && L.If == R.If;
  });
}

static bool sameBut(const State &A, const State &B, bool NullIsSame, bool Lent) {
  return A.Throwing == B.Throwing && A.Thrown == B.Thrown &&
         sameResources(A, B, NullIsSame) && sameTransactions(A, B) &&
         sameHolders(A, B, Lent) && sameDeriveds(A, B) && sameRans(A, B);
}

bool sameProperty(const State &A, const State &B) { return sameBut(A, B, false, true); }

bool sameButNull(const State &A, const State &B) { return sameBut(A, B, true, true); }

bool sameObligations(const State &A, const State &B) {
  return sameBut(A, B, true, false);
}

bool joinsWithoutLoss(const State &A, const State &B, const Symbols &Names) {
  if (A.Env != B.Env || A.Epochs != B.Epochs || A.GlobalEpoch != B.GlobalEpoch)
    return false;
  llvm::SmallVector<SymId, 4> Null;
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
  Joiner(State &A, const State &B, uint32_t Block, Symbols &Names,
         DefaultValues &Defaults, bool Widen)
      : A(A), B(B), Block(Block), Names(Names), Defaults(Defaults), Widen(Widen) {}

  bool run() {
    environment();
    facts();
    rest();
    return Changed;
  }

private:
  static Range rangeOf(const State &S, const Value &V) {
    switch (V.K) {
    case Value::Kind::Int:
      return Range::of(V.N);
    case Value::Kind::Sym:
      return S.range(V.sym());
    case Value::Kind::Address:
    case Value::Kind::Text:
    case Value::Kind::Function:
      return Range::nonZero();
    case Value::Kind::Undef:
    case Value::Kind::Unknown:
      break;
    }
    return {};
  }

  void environment() {
    State Copy = A; // what A held before: the ranges of joined symbols come from it
    std::vector<std::pair<LocId, Value>> Out;
    auto I = Copy.Env.begin();
    auto J = B.Env.begin();
    while (I != Copy.Env.end() || J != B.Env.end()) {
      const LocId L = J == B.Env.end() || (I != Copy.Env.end() && I->first <= J->first)
                          ? I->first
                          : J->first;
      const Value Left = I != Copy.Env.end() && I->first == L ? (I++)->second
                                                              : Defaults.initial(Copy, L);
      const Value Right =
          J != B.Env.end() && J->first == L ? (J++)->second : Defaults.initial(B, L);
      if (Left == Right) {
        Out.emplace_back(L, Left);
        continue;
      }
      const SymId S = Names.join(Block, L);
      const bool Before = Left == Value::symbol(S);
      Range R = rangeOf(Copy, Left).unite(rangeOf(B, Right));
      if (Before && Widen && !(R == Copy.range(S)))
        R = R.widened(Copy.range(S));
      if (!Before || !(R == Copy.range(S)))
        Changed = true;
      Joined.emplace_back(S, std::move(R));
      Out.emplace_back(L, Value::symbol(S));
    }
    A.Env = std::move(Out);
  }

  void facts() {
    std::vector<Fact> Out;
    for (const Fact &F : A.Facts) {
      if (llvm::any_of(Joined, [&](const auto &J) { return J.first == F.Of; }))
        continue; // its range is the union of what the two sides hold
      Range R = F.In.unite(B.range(F.Of));
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
    llvm::erase_if(A.Implications, [&](const Implied &I) {
      return !llvm::is_contained(B.Implications, I);
    });
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
      return !const_cast<State &>(B).derived(D.Value);
    });
    for (const auto &[Root, Epoch] : B.Epochs) {
      const auto Known = llvm::find_if(
          A.Epochs, [Root = Root](const auto &E) { return E.first == Root; });
      if (Known != A.Epochs.end() && Known->second >= Epoch)
        continue; // the later change counts: epochs only grow
      Changed = true;
      if (Known != A.Epochs.end()) {
        Known->second = Epoch;
        continue;
      }
      A.Epochs.emplace_back(Root, Epoch);
      llvm::sort(A.Epochs);
    }
    if (B.GlobalEpoch > A.GlobalEpoch) {
      A.GlobalEpoch = B.GlobalEpoch;
      Changed = true;
    }
    A.Guess |= B.Guess;
    if (B.Past && (!A.Past || B.Past->Length < A.Past->Length))
      A.Past = B.Past;
  }

  State &A;
  const State &B;
  uint32_t Block;
  Symbols &Names;
  DefaultValues &Defaults;
  bool Widen;
  bool Changed = false;
  std::vector<std::pair<SymId, Range>> Joined;
};

} // namespace

bool join(State &A, const State &B, uint32_t Block, Symbols &Names,
          DefaultValues &Defaults, bool Widen) {
  return Joiner(A, B, Block, Names, Defaults, Widen).run();
}

//===--- Garbage --------------------------------------------------------------===//

namespace {

class Marker {
public:
  Marker(const Symbols &Names) : Names(Names) {}

  void value(const Value &V) {
    if (V.isSym())
      symbol(V.sym());
    else if (V.K == Value::Kind::Address)
      location(static_cast<LocId>(V.N));
  }
  void symbol(SymId S) {
    if (S == None || !Live.insert(S).second)
      return;
    const Symbol &Of = Names.sym(S);
    value(Of.Left);
    value(Of.Right);
    if (Of.K == Symbol::Kind::Entry)
      location(Of.A);
  }
  void location(LocId L) {
    const Storage &Root = Names.loc(Names.root(L));
    if (Root.K == Storage::Kind::Pointee)
      symbol(Root.A);
  }
  bool isLive(SymId S) const { return Live.contains(S); }
  /// Whether S is what something that the caller knows held at entry.
  bool isCallers(SymId S) const {
    const Symbol &Of = Names.sym(S);
    if (Of.K != Symbol::Kind::Entry || Of.B != 0)
      return false;
    const Storage &Root = Names.loc(Names.root(Of.A));
    return Root.K == Storage::Kind::Var || isCallers(Root.A);
  }
  /// A fact about an expression lives as long as what the expression is made of.
  bool keeps(SymId S) const {
    if (Live.contains(S))
      return true;
    const Symbol &Of = Names.sym(S);
    // What was there at entry can be read again.
    if (Of.K == Symbol::Kind::Entry)
      return Names.loc(Names.root(Of.A)).K == Storage::Kind::Var ||
             keeps(Names.loc(Names.root(Of.A)).A);
    if (Of.K != Symbol::Kind::Op && Of.K != Symbol::Kind::Pure)
      return false;
    return (!Of.Left.isSym() || keeps(Of.Left.sym())) &&
           (!Of.Right.isSym() || keeps(Of.Right.sym()));
  }

private:
  const Symbols &Names;
  llvm::DenseSet<SymId> Live;
};

} // namespace

void collectGarbage(State &S, const Symbols &Names) {
  Marker Mark(Names);
  for (const auto &[L, V] : S.Env) {
    Mark.location(L);
    Mark.value(V);
  }
  // A released handle that nothing holds any more cannot be misused; one of the caller's
  // is remembered for the summary.
  llvm::erase_if(S.Resources, [&](const Resource &R) {
    return R.Now == Phase::Released && !Mark.isLive(R.Handle) &&
           !Mark.isCallers(R.Handle) && llvm::none_of(S.Deriveds, [&](const Derived &D) {
             return D.From == R.Handle && Mark.keeps(D.Value);
           });
  });
  for (const Resource &R : S.Resources) {
    if (R.Now != Phase::Borrowed)
      Mark.symbol(R.Handle);
    for (const Fact &F : R.If)
      Mark.symbol(F.Of);
  }
  for (const Ran &R : S.Rans)
    for (const Fact &F : R.If)
      Mark.symbol(F.Of);
  for (const Transaction &T : S.Transactions) {
    Mark.symbol(T.Connection);
    for (const Fact &F : T.If)
      Mark.symbol(F.Of);
  }
  llvm::erase_if(S.Facts, [&](const Fact &F) { return !Mark.keeps(F.Of); });
  llvm::erase_if(S.Implications, [&](const Implied &I) {
    return !Mark.keeps(I.If.Of) || !Mark.keeps(I.Then.Of);
  });
  llvm::erase_if(S.Resources, [&](const Resource &R) {
    return R.Now == Phase::Borrowed && !Mark.keeps(R.Handle);
  });
  llvm::erase_if(S.Deriveds, [&](const Derived &D) { return !Mark.keeps(D.Value); });
}

} // namespace dbtidy::lifecycle
