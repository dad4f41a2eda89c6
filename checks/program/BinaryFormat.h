//===- BinaryFormat.h - What the bytes of a program mean --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The layout, for the writer and the reader:
//
//   file      magic, version (4 bytes, little endian), checksum of the payload (8 bytes),
//             payload
//   payload   main file, files, strings in use (sorted, so that equal programs give equal
//             bytes), functions
//   number    7 bits a byte, the low ones first; a number that may be negative is mixed
//             with its sign first (zigzag)
//   list      the number of elements, the elements
//   text      the number of bytes, the bytes; in a list of texts the number of leading
//             bytes shared with the text before comes first
//   span      a head of SpanBits, then what it announces, relative to the span before or
//             to the statement it belongs to
//   id        strings by rank, expressions relative to the last one used, calls relative
//             to the next one expected
//
// A field that its kind gives no meaning (the operator of a load) is not stored.
// NumParams and HasThis follow from the variables.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_BINARYFORMAT_H
#define DBTIDY_PROGRAM_BINARYFORMAT_H

#include "base/Archive.h"
#include "program/ProgramFlags.h"

namespace dbtidy::program::binary {

inline constexpr llvm::StringLiteral Magic = "dbtp";
inline constexpr size_t HeaderSize = Magic.size() + 4 + 8;

/// Texts share at most so much with the one before, so that a small file cannot make a
/// reader fill the memory.
inline constexpr size_t MaxShared = 127;

/// In the order in which what they announce follows.
enum SpanBits : unsigned {
  SpanValid = 1,     ///< 0: nowhere, and nothing follows
  SpanRepeats = 2,   ///< the same as the span before, and nothing follows
  SpanOtherFile = 4, ///< the file's index
  SpanSameLine = 8,  ///< only the column differs, and the offset as much; else all three
  SpanLongEnd = 16,  ///< the end in full; else the length of a span within a line
  SpanBitsEnd = 32
};

/// How an event or a block's end names its statement.
enum StatementMode : unsigned { NoStatement = 0, SameStatement = 1, OtherStatement = 2 };

enum VarBits : unsigned { VarKindMask = 7, VarHandle = 8, VarUsr = 16, VarBitsEnd = 32 };

inline constexpr unsigned ExprOpShift = 3;
enum ExprBits : unsigned {
  ExprKindMask = 7,
  ExprOpMask = 15,
  ExprSource = 128,
  ExprBitsEnd = 256
};

/// Below the callee's number.
enum CallBits : unsigned { CallResult = 1, CallUnwind = 2 };
inline constexpr unsigned CallCalleeShift = 2;

/// What the calls of one callee have in common. Callees are numbered as they are met,
/// over the whole program; the number of a new one is followed by it.
struct Callee {
  uint64_t Bits = 0; ///< CalleeBits, then CallFlags
  StringId Usr = 0, Name = 0, Rule = 0, Library = 0, ResultType = 0, ResultHandle = 0;
  auto operator<=>(const Callee &) const = default;
};
enum CalleeBits : unsigned { CalleeIndirect = 1, CalleeMayThrow = 2 };
inline constexpr unsigned CalleeFlagsShift = 2;

/// Below an argument's number of the expression: its handle is given, then ArgFlags.
inline constexpr unsigned ArgFlagsShift = 1, ArgExprShift = 4;

/// An event: its kind, then StatementMode.
inline constexpr unsigned EventKindMask = 7, EventModeShift = 3;

/// A block's end: its kind, StatementMode, whether it has a condition, the branch's kind.
inline constexpr unsigned TermKindMask = 7, TermModeShift = 3, TermModeMask = 3,
                          TermCond = 32, TermBranchShift = 6;

/// Below the variable of a place: the length of its path, 3: a longer one follows.
inline constexpr unsigned PlaceShift = 2, PlaceLong = 3;

/// Below a projection's value: its kind.
inline constexpr unsigned ProjectionShift = 2;

/// Above these, a case has nothing.
enum CaseBits : unsigned {
  CaseDefault = 1,
  CaseRange = 2,
  CaseLabel = 4,
  CaseBitsEnd = 8
};

/// A dispatch's edge: what it catches. A class is its string's rank plus CatchEverything.
enum CatchCode : unsigned { CatchNothing = 0, CatchEverything = 1 };

// A new field breaks one of these. Give it a place in TextWriter and the text readers, in
// BinaryWriter and BinaryReader, in Visit.h, in ProgramVerifier if it is an index, and in
// docs/program-model.md; raise BinaryVersion; then count it here.
struct AnyValue {
  template <typename Type> operator Type() const;
};
template <typename Of, typename... Fields> constexpr size_t fieldCount() {
  if constexpr (requires { Of{Fields()..., AnyValue()}; })
    return fieldCount<Of, Fields..., AnyValue>();
  else
    return sizeof...(Fields);
}
static_assert(fieldCount<Span>() == 7);
static_assert(fieldCount<Var>() == 6);
static_assert(fieldCount<Projection>() == 2);
static_assert(fieldCount<Place>() == 2);
static_assert(fieldCount<Expr>() == 8);
static_assert(fieldCount<Arg>() == 5);
static_assert(fieldCount<Call>() == 18);
static_assert(fieldCount<Event>() == 7);
static_assert(fieldCount<Statement>() == 2);
static_assert(fieldCount<Edge>() == 7);
static_assert(fieldCount<Terminator>() == 7);
static_assert(fieldCount<Block>() == 2);
static_assert(fieldCount<Function>() == 26);

// The reader takes every pattern of these bits.
static_assert(static_cast<unsigned>(ExprKind::Unknown) == ExprKindMask);
static_assert(static_cast<unsigned>(BinaryOp::Shr) == ExprOpMask);
static_assert(static_cast<unsigned>(TerminatorKind::Unreachable) == TermKindMask);
static_assert(static_cast<unsigned>(ProjectionKind::AnyIndex) ==
              (1U << ProjectionShift) - 1);
static_assert(std::size(ArgFlags) == ArgExprShift - ArgFlagsShift);

/// The number of edges of a block's end, where its kind says it: then it is not stored.
inline std::optional<unsigned> fixedEdgeCount(TerminatorKind Kind) {
  switch (Kind) {
  case TerminatorKind::Goto:
    return 1;
  case TerminatorKind::Branch:
    return 2;
  case TerminatorKind::Return:
  case TerminatorKind::Resume:
  case TerminatorKind::Unreachable:
    return 0;
  case TerminatorKind::Switch:
  case TerminatorKind::Throw:
  case TerminatorKind::Dispatch:
    return std::nullopt;
  }
  return std::nullopt;
}

/// What the two sides remember while they walk the program.
struct Context {
  Span LastSpan;              ///< what the next one is relative to: the last valid one
  uint32_t LastStatement = 0; ///< of the function, as the rest
  ExprId LastExpr = 0;
  uint32_t NextCall = 0;

  void enterFunction() { LastStatement = LastExpr = NextCall = 0; }
  void enterBlocks() { LastExpr = 0; }
  /// What follows lies in S.
  void enterStatement(const Statement &S) {
    if (S.Loc.isValid())
      LastSpan = S.Loc;
  }
};

} // namespace dbtidy::program::binary

#endif // DBTIDY_PROGRAM_BINARYFORMAT_H
