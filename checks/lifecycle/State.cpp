//===- State.cpp - What one path knows at one point -----------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/State.h"

#include "llvm/ADT/BitVector.h"
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

JoinContext::~JoinContext() = default;

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

uint32_t State::epoch(LocId Root) const {
  const auto It = lower(Epochs, Root, [](const auto &E) { return E.first; });
  return It != Epochs.end() && It->first == Root ? It->second : 0;
}

void State::setEpoch(LocId Root, uint32_t Epoch) {
  const auto It = lower(Epochs, Root, [](const auto &E) { return E.first; });
  if (It != Epochs.end() && It->first == Root)
    It->second = Epoch;
  else
    Epochs.insert(It, {Root, Epoch});
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

void State::addDerived(Derived D) {
  const auto It = lower(Deriveds, D.Value, [](const Derived &E) { return E.Value; });
  if (It != Deriveds.end() && It->Value == D.Value)
    *It = std::move(D);
  else
    Deriveds.insert(It, std::move(D));
}

const Derived *derivedFrom(const State &S, const Symbols &Names, Value V) {
  while (V.isSym()) {
    if (const Derived *D = S.derived(V.sym()))
      return D;
    const Symbol &Of = Names.sym(V.sym());
    const auto Op = static_cast<program::BinaryOp>(Of.A);
    // (The difference of two pointers is a number.)
    if (Of.K != Symbol::Kind::Op || !Of.Right.isInt() ||
        (Op != program::BinaryOp::Add && Op != program::BinaryOp::Sub))
      return nullptr;
    V = Of.Left;
  }
  return nullptr;
}

void State::note(History H) {
  H.Length = (Past ? Past->Length : 0) + 1;
  H.Before = Past;
  Past = std::make_shared<const History>(std::move(H));
}

//===--- Ranges ---------------------------------------------------------------===//

/// What a comparison can be, given its operands' ranges.
static Range compared(program::BinaryOp Op, const Range &L, const Range &R) {
  Range Either(0, 1);
  if (L.isEmpty() || R.isEmpty())
    return Either;
  if (Op == program::BinaryOp::Eq) {
    if (L.intersect(R).isEmpty())
      return Range::of(0);
    return L.single() && R.single() ? Range::of(1) : Either;
  }
  if (L.high() < R.low())
    return Range::of(1);
  return L.low() >= R.high() ? Range::of(0) : Either;
}

/// The same, without what S knows of the expression itself.
static Range rangeByOperands(const State &S, const Symbols &Names, const Symbol &Of) {
  if (Of.K != Symbol::Kind::Op)
    return {};
  const auto Op = static_cast<program::BinaryOp>(Of.A);
  if (Op == program::BinaryOp::Eq || Op == program::BinaryOp::Lt)
    return compared(Op, rangeOf(S, Names, Of.Left), rangeOf(S, Names, Of.Right));
  if (Op <= program::BinaryOp::Ge)
    return {0, 1};
  if (!Of.Right.isInt() || !Of.Left.isSym())
    return {};
  switch (Op) {
  case program::BinaryOp::And:
    return rangeOf(S, Names, Of.Left).masked(Of.Right.N);
  case program::BinaryOp::Add:
    return rangeOf(S, Names, Of.Left).shifted(Of.Right.N);
  case program::BinaryOp::Sub:
    return Of.Right.N == Range::Min ? Range()
                                    : rangeOf(S, Names, Of.Left).shifted(-Of.Right.N);
  default:
    return {};
  }
}

Range rangeOf(const State &S, const Symbols &Names, const Value &V) {
  switch (V.K) {
  case Value::Kind::Int:
    return Range::of(V.N);
  case Value::Kind::Sym: {
    const Symbol &Of = Names.sym(V.sym());
    const Range Known = S.range(V.sym());
    if (Of.Unsigned)
      return Known.intersect(Range(0, Range::Max));
    return Of.K == Symbol::Kind::Op ? Known.intersect(rangeByOperands(S, Names, Of))
                                    : Known;
  }
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

//===--- Garbage --------------------------------------------------------------===//

namespace {

class Marker {
public:
  Marker(const State &S, const Symbols &Names)
      : S(S), Names(Names), Live(static_cast<unsigned>(Names.count())) {}

  void value(const Value &V) {
    if (V.isSym())
      symbol(V.sym());
    else if (V.K == Value::Kind::Address)
      location(static_cast<LocId>(V.N));
  }
  void symbol(SymId S) {
    if (S == None || Live.test(S))
      return;
    Live.set(S);
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
  bool isLive(SymId S) const { return Live.test(S); }
  /// Whether S is what something that the caller knows held at entry.
  bool isCallers(SymId S) const {
    const Symbol &Of = Names.sym(S);
    if (Of.K != Symbol::Kind::Entry || Of.B != 0)
      return false;
    const Storage &Root = Names.loc(Names.root(Of.A));
    return Root.K == Storage::Kind::Var || isCallers(Root.A);
  }
  /// A fact about an expression lives as long as what the expression is made of.
  bool keeps(SymId X) const {
    if (Live.test(X))
      return true;
    const Symbol &Of = Names.sym(X);
    // What was there at entry can be read again, unless it has changed since.
    if (Of.K == Symbol::Kind::Entry)
      return isCurrent(Of) && (Names.loc(Names.root(Of.A)).K == Storage::Kind::Var ||
                               keeps(Names.loc(Names.root(Of.A)).A));
    if (Of.K == Symbol::Kind::Pure && Of.B != 0 && Of.Left.isSym()) {
      const Resource *R = S.resource(Of.Left.sym());
      if (R && R->Version != Of.B)
        return false; // asked again, it would give another answer
    }
    if (Of.K != Symbol::Kind::Op && Of.K != Symbol::Kind::Pure)
      return false;
    return (!Of.Left.isSym() || keeps(Of.Left.sym())) &&
           (!Of.Right.isSym() || keeps(Of.Right.sym()));
  }

private:
  /// What was there before the last change cannot be read; what was there when the
  /// function began is remembered for its summary.
  bool isCurrent(const Symbol &Entry) const {
    if (Entry.B == 0 || Entry.B == S.GlobalEpoch)
      return true;
    return S.epoch(Names.root(Entry.A)) == Entry.B;
  }

  const State &S;
  const Symbols &Names;
  llvm::BitVector Live;
};

/// Whether a fact says no more than what is known of its operands.
bool isRedundant(const State &S, const Fact &F, const Symbols &Names) {
  const Symbol &Of = Names.sym(F.Of);
  // (What relates two unknown values would be lost when their ranges are joined.)
  return Of.K == Symbol::Kind::Op && (Of.Left.isInt() || Of.Right.isInt()) &&
         F.In.includes(rangeByOperands(S, Names, Of));
}

} // namespace

void collectGarbage(State &S, const Symbols &Names) {
  Marker Mark(S, Names);
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
  // In order: what a fact is redundant to has a smaller symbol, and stays.
  std::vector<Fact> Facts = std::move(S.Facts);
  S.Facts.clear();
  S.Facts.reserve(Facts.size());
  for (Fact &F : Facts)
    if (Mark.keeps(F.Of) && !isRedundant(S, F, Names))
      S.Facts.push_back(std::move(F));
  llvm::erase_if(S.Implications, [&](const Implied &I) {
    return !Mark.keeps(I.If.Of) || !Mark.keeps(I.Then.Of);
  });
  llvm::erase_if(S.Resources, [&](const Resource &R) {
    return R.Now == Phase::Borrowed && !Mark.keeps(R.Handle);
  });
  llvm::erase_if(S.Deriveds, [&](const Derived &D) { return !Mark.keeps(D.Value); });
}

} // namespace dbtidy::lifecycle
