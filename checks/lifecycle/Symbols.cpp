//===- Symbols.cpp - Names for values and storage -------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Symbols.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

static uint64_t mix(uint64_t Hash, uint64_t Word) {
  Hash ^= Word + 0x9e3779b97f4a7c15ULL + (Hash << 6) + (Hash >> 2);
  return Hash * 0xff51afd7ed558ccdULL;
}

static uint64_t hashOf(const Symbol &S) {
  uint64_t Hash = (static_cast<uint64_t>(S.K) << 1) | (S.Older ? 1 : 0);
  Hash = mix(Hash, (static_cast<uint64_t>(S.A) << 32) | S.B);
  for (const Value &V : {S.Left, S.Right})
    Hash = mix(mix(Hash, static_cast<uint64_t>(V.K)), static_cast<uint64_t>(V.N));
  return Hash >> 1; // the greatest numbers are the map's own
}

void Symbols::addFrom(Symbol &S, LocId L) const {
  const Storage &Root = Locs[root(L)];
  if (Root.K == Storage::Kind::Pointee)
    addFrom(S, Value::symbol(Root.A));
}

void Symbols::addFrom(Symbol &S, Value V) const {
  if (V.K == Value::Kind::Address) {
    addFrom(S, static_cast<LocId>(V.N));
    return;
  }
  if (!V.isSym())
    return;
  const auto Insert = [&](SymId X) {
    const auto At = llvm::lower_bound(S.From, X);
    if (At == S.From.end() || *At != X)
      S.From.insert(At, X);
  };
  Insert(V.sym());
  for (const SymId X : Syms[V.sym()].From)
    Insert(X);
}

SymId Symbols::intern(Symbol S) {
  const uint64_t Hash = hashOf(S);
  const auto [Latest, New] = SymIds.try_emplace(Hash, static_cast<SymId>(Syms.size()));
  const SymId Before = New ? None : Latest->second;
  for (SymId Id = Before; Id != None; Id = Same[Id]) {
    const Symbol &Known = Syms[Id];
    if (Known.K == S.K && Known.Older == S.Older && Known.A == S.A && Known.B == S.B &&
        Known.Left == S.Left && Known.Right == S.Right)
      return Id;
  }
  S.From.clear();
  if (S.K == Symbol::Kind::Entry)
    addFrom(S, static_cast<LocId>(S.A));
  if (S.K == Symbol::Kind::Join)
    addFrom(S, static_cast<LocId>(S.B));
  addFrom(S, S.Left);
  addFrom(S, S.Right);
  const auto Id = static_cast<SymId>(Syms.size());
  Latest->second = Id;
  Same.push_back(Before);
  Syms.push_back(std::move(S));
  return Id;
}

LocId Symbols::intern(Storage L) {
  const std::pair Key{(static_cast<uint64_t>(L.K) << 32) | L.Parent, L.A};
  const auto [It, New] = LocIds.try_emplace(Key, static_cast<LocId>(Locs.size()));
  if (New) {
    L.Root = It->second;
    if (L.Parent != None) {
      L.Root = Locs[L.Parent].Root;
      Locs[L.Parent].HasParts = true;
    }
    Locs.push_back(L);
  }
  return It->second;
}

SymId Symbols::entry(LocId L, uint32_t Epoch) {
  Symbol S;
  S.K = Symbol::Kind::Entry;
  S.A = L;
  S.B = Epoch;
  return intern(S);
}

SymId Symbols::event(uint32_t Event, uint32_t Slot) {
  Symbol S;
  S.K = Symbol::Kind::Event;
  S.A = Event;
  S.B = Slot;
  return intern(S);
}

SymId Symbols::older(SymId Of) {
  Symbol S;
  S.K = Syms[Of].K;
  S.Older = true;
  S.A = Syms[Of].A;
  S.B = Syms[Of].B;
  const bool Fresh = Syms[Of].Fresh;
  const SymId Id = intern(S);
  Syms[Id].Fresh = Fresh;
  return Id;
}

SymId Symbols::join(uint32_t Block, LocId L) {
  Symbol S;
  S.K = Symbol::Kind::Join;
  S.A = Block;
  S.B = L;
  return intern(S);
}

SymId Symbols::op(program::BinaryOp Op, Value Left, Value Right) {
  Symbol S;
  S.K = Symbol::Kind::Op;
  S.A = static_cast<uint32_t>(Op);
  S.Left = Left;
  S.Right = Right;
  return intern(S);
}

Value Symbols::comparison(program::BinaryOp Op, Value L, Value R) {
  const bool Equal = Op == program::BinaryOp::Eq;
  if (L.isInt() && R.isInt())
    return Value::integer(Equal ? L.N == R.N : L.N < R.N);
  if (Equal && R < L)
    std::swap(L, R);
  return Value::symbol(op(Op, L, R));
}

SymId Symbols::pure(uint32_t Rule, Value Of, uint32_t Version) {
  Symbol S;
  S.K = Symbol::Kind::Pure;
  S.A = Rule;
  S.B = Version;
  S.Left = Of;
  return intern(S);
}

LocId Symbols::var(program::VarId V) { return intern({Storage::Kind::Var, None, V}); }
LocId Symbols::pointee(SymId S) { return intern({Storage::Kind::Pointee, None, S}); }
LocId Symbols::field(LocId L, program::StringId Name) {
  return intern({Storage::Kind::Field, L, Name});
}

LocId Symbols::index(LocId L, uint32_t I) {
  // An element of an element counts on from it: (&a[0])[2] is a[2].
  if (Locs[L].K == Storage::Kind::Index)
    return intern({Storage::Kind::Index, Locs[L].Parent, Locs[L].A + I});
  if (Locs[L].K == Storage::Kind::AnyIndex)
    return L;
  return intern({Storage::Kind::Index, L, I});
}

LocId Symbols::anyIndex(LocId L) {
  if (Locs[L].K == Storage::Kind::AnyIndex)
    return L;
  if (Locs[L].K == Storage::Kind::Index)
    return intern({Storage::Kind::AnyIndex, Locs[L].Parent, 0});
  return intern({Storage::Kind::AnyIndex, L, 0});
}

bool Symbols::isBelow(LocId L, LocId Ancestor) const {
  for (; L != None; L = Locs[L].Parent)
    if (L == Ancestor)
      return true;
  return false;
}

LocId Symbols::rebase(LocId L, LocId From, LocId To) {
  if (L == From)
    return To;
  const Storage Part = Locs[L];
  if (Part.Parent == None)
    return L;
  return intern({Part.K, rebase(Part.Parent, From, To), Part.A});
}

bool Symbols::mentions(SymId S, SymId From) const {
  return S == From || llvm::binary_search(Syms[S].From, From);
}

bool Symbols::locMentions(LocId L, SymId From) const {
  const Storage &Root = Locs[root(L)];
  return Root.K == Storage::Kind::Pointee && mentions(Root.A, From);
}

Value Symbols::rename(Value V, SymId From, SymId To) {
  if (V.isSym())
    return Value::symbol(rename(V.sym(), From, To));
  if (V.K == Value::Kind::Address)
    return Value::address(renameLoc(static_cast<LocId>(V.N), From, To));
  return V;
}

SymId Symbols::rename(SymId S, SymId From, SymId To) {
  if (S == From)
    return To;
  if (!mentions(S, From))
    return S;
  Symbol Of = Syms[S];
  switch (Of.K) {
  case Symbol::Kind::Entry:
    Of.A = renameLoc(Of.A, From, To);
    break;
  case Symbol::Kind::Join:
    Of.B = renameLoc(Of.B, From, To);
    break;
  case Symbol::Kind::Event:
    break;
  case Symbol::Kind::Op:
  case Symbol::Kind::Pure:
    Of.Left = rename(Of.Left, From, To);
    Of.Right = rename(Of.Right, From, To);
    break;
  }
  return intern(Of);
}

LocId Symbols::renameLoc(LocId L, SymId From, SymId To) {
  if (!locMentions(L, From))
    return L;
  const LocId Root = root(L);
  return rebase(L, Root, pointee(rename(Locs[Root].A, From, To)));
}

unsigned Symbols::depth(SymId S) const {
  const Symbol &Of = Syms[S];
  if (Of.K != Symbol::Kind::Op && Of.K != Symbol::Kind::Pure)
    return 0;
  unsigned Deepest = 0;
  for (const Value &V : {Of.Left, Of.Right})
    if (V.isSym())
      Deepest = std::max(Deepest, depth(V.sym()));
  return Deepest + 1;
}

} // namespace dbtidy::lifecycle
