//===- Symbols.h - Names for values and storage -----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A symbol stands for a value that is not known, a location for storage. Both are named
// by where they come from, so that the same event gives the same symbol on every path and
// two states can be compared and joined.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_SYMBOLS_H
#define DBTIDY_LIFECYCLE_SYMBOLS_H

#include "program/Program.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace dbtidy::lifecycle {

using SymId = uint32_t;
using LocId = uint32_t;
inline constexpr uint32_t None = ~0U;

/// What a place holds.
struct Value {
  enum class Kind : uint8_t {
    Undef,   ///< never assigned
    Unknown, ///< anything, and not worth a symbol
    Int,     ///< N
    Sym,     ///< the symbol N
    Address, ///< of location N
    Text,    ///< a string literal, StringId N
    Function ///< a function's address, StringId N is its Usr
  };
  Kind K = Kind::Unknown;
  int64_t N = 0;

  static Value undef() { return {Kind::Undef, 0}; }
  static Value unknown() { return {}; }
  static Value integer(int64_t I) { return {Kind::Int, I}; }
  static Value symbol(SymId S) { return {Kind::Sym, S}; }
  static Value address(LocId L) { return {Kind::Address, L}; }
  static Value text(program::StringId T) { return {Kind::Text, T}; }
  static Value function(program::StringId Usr) { return {Kind::Function, Usr}; }

  bool isSym() const { return K == Kind::Sym; }
  bool isInt() const { return K == Kind::Int; }
  bool isNull() const { return K == Kind::Int && N == 0; }
  SymId sym() const { return static_cast<SymId>(N); }
  auto operator<=>(const Value &Other) const = default;
};

struct Symbol {
  enum class Kind : uint8_t {
    Entry, ///< what location A held at entry, or since the call event B changed it
    Event, ///< made by event A, its Bth value
    Join,  ///< what location B holds where paths meet at block A
    Op,    ///< BinaryOp A of Left and Right
    Pure   ///< accessor rule A of Left, whose handle was last changed by event B
  };
  Kind K = Kind::Entry;
  bool Older = false; ///< Event, Join: not the latest
  uint32_t A = 0, B = 0;
  Value Left, Right;
  /// An object that was made here (malloc, new): nobody else knows it.
  bool Fresh = false;
  bool Unsigned = false; ///< of a type without negative values
  /// The symbols that it is computed from or found through, sorted.
  llvm::SmallVector<SymId, 2> From;
};

struct Storage {
  enum class Kind : uint8_t { Var, Pointee, Field, Index, AnyIndex };
  Kind K = Kind::Var;
  LocId Parent = None;   ///< Field, Index, AnyIndex
  uint32_t A = 0;        ///< Var: VarId; Pointee: SymId; Field: name; Index: the index
  bool HasParts = false; ///< some location is a field or element of it
  LocId Root = None;     ///< the variable or object that it is part of
};

/// The symbols and locations of one function's analysis.
class Symbols {
public:
  SymId entry(LocId L, uint32_t Epoch);
  SymId event(uint32_t Event, uint32_t Slot);
  /// What the symbol of an event or of a meeting of paths stood for the time before.
  SymId older(SymId Of);
  SymId join(uint32_t Block, LocId L);
  SymId op(program::BinaryOp Op, Value Left, Value Right);
  /// L == R or L < R: its value, of two numbers; one symbol for both orders of ==.
  Value comparison(program::BinaryOp Op, Value L, Value R);
  SymId pure(uint32_t Rule, Value Of, uint32_t Version);
  size_t count() const { return Syms.size(); }
  const Symbol &sym(SymId S) const { return Syms[S]; }
  void setFresh(SymId S) { Syms[S].Fresh = true; }
  void setUnsigned(SymId S) { Syms[S].Unsigned = true; }

  LocId var(program::VarId V);
  LocId pointee(SymId S);
  LocId field(LocId L, program::StringId Name);
  LocId index(LocId L, uint32_t I);
  LocId anyIndex(LocId L);
  const Storage &loc(LocId L) const { return Locs[L]; }
  /// The variable or pointed-to object that L is part of.
  LocId root(LocId L) const { return Locs[L].Root; }
  bool isBelow(LocId L, LocId Ancestor) const; ///< L is Ancestor or a part of it
  /// L with the part below From moved below To.
  LocId rebase(LocId L, LocId From, LocId To);
  /// True if S is From, is computed from it, or names storage found through it.
  bool mentions(SymId S, SymId From) const;
  bool locMentions(LocId L, SymId From) const;
  /// S (L, V) with From replaced by To.
  SymId rename(SymId S, SymId From, SymId To);
  LocId renameLoc(LocId L, SymId From, SymId To);
  Value rename(Value V, SymId From, SymId To);
  unsigned depth(SymId S) const; ///< nesting of Op and Pure

private:
  void addFrom(Symbol &S, Value V) const;
  void addFrom(Symbol &S, LocId L) const;
  SymId intern(Symbol S);
  LocId intern(Storage L);
  std::vector<Symbol> Syms;
  std::vector<Storage> Locs;
  llvm::DenseMap<uint64_t, SymId> SymIds; ///< by hash: the latest with it
  std::vector<SymId> Same;                ///< by symbol: the one before it with its hash
  llvm::DenseMap<std::pair<uint64_t, uint32_t>, LocId> LocIds;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_SYMBOLS_H
