//===- BinaryWriter.cpp - The program model as bytes: writing -------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Works on programs that pass verify(). BinaryFormat.h describes the layout.
//
//===----------------------------------------------------------------------===//
#include "program/BinaryFormat.h"
#include "program/ProgramBinary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <map>

namespace dbtidy::program {

using namespace binary;

/// Bit, if On.
static uint64_t bit(bool On, uint64_t Bit) { return On ? Bit : 0; }

namespace {

/// Writes the functions twice: first to learn which strings they use, then for good.
class BinaryWriter {
public:
  explicit BinaryWriter(const Program &P) : P(P), Ranks(P.stringCount(), 0) {}

  std::string payload();

private:
  void number(uint64_t Number);
  void signedNumber(int64_t Number) { number(zigzag(Number)); }
  void difference(uint32_t Now, uint32_t Before) {
    signedNumber(static_cast<int64_t>(Now) - static_cast<int64_t>(Before));
  }
  void text(llvm::StringRef Text);
  void sharedText(llvm::StringRef Text, llvm::StringRef Before);
  uint64_t rank(StringId Id);
  void string(StringId Id) { number(rank(Id)); }
  template <typename Owner, size_t Count>
  uint64_t flags(const Owner &Of, const Flag<Owner> (&Table)[Count]) const;
  void span(const Span &Where);
  unsigned statementMode(uint32_t Statement) const;
  void statement(uint32_t Statement);
  void expr(ExprId Id);
  void place(const Place &Where);

  void tables();
  void functions();
  void header(const Function &Of);
  void function(const Function &Of);
  void var(const Var &V);
  void exprNode(ExprId Id, const Expr &E);
  Callee calleeOf(const Call &C) const;
  void callHead(const Call &C);
  void call(const Call &C);
  void argument(const Arg &A);
  void event(const Event &E);
  void terminator(const Terminator &T);
  void edge(TerminatorKind Kind, const Edge &To);
  void caseOf(const Edge &To);

  const Program &P;
  std::vector<StringId> Used;  ///< found by the first walk; then in the order of ranks
  std::vector<uint32_t> Ranks; ///< of every string: 1 is the first of the table
  bool Collecting = true;
  std::string Out;
  const Function *F = nullptr;
  Context Last;
  std::map<Callee, uint32_t> Callees; ///< met so far, with their numbers
};

} // namespace

//===----------------------------------------------------------------------===//
// Small things
//===----------------------------------------------------------------------===//

void BinaryWriter::number(uint64_t Number) { appendNumber(Out, Number); }

void BinaryWriter::text(llvm::StringRef Text) {
  number(Text.size());
  Out += Text;
}

void BinaryWriter::sharedText(llvm::StringRef Text, llvm::StringRef Before) {
  const size_t Most = std::min({Text.size(), Before.size(), MaxShared});
  size_t Shared = 0;
  while (Shared != Most && Text[Shared] == Before[Shared])
    ++Shared;
  number(Shared);
  text(Text.drop_front(Shared));
}

uint64_t BinaryWriter::rank(StringId Id) {
  if (Collecting && Id != 0 && Ranks[Id] == 0) {
    Ranks[Id] = 1;
    Used.push_back(Id);
  }
  return Ranks[Id];
}

template <typename Owner, size_t Count>
uint64_t BinaryWriter::flags(const Owner &Of, const Flag<Owner> (&Table)[Count]) const {
  uint64_t Bits = 0;
  for (size_t I = 0; I != Count; ++I)
    Bits |= uint64_t(Of.*Table[I].Field) << I;
  return Bits;
}

void BinaryWriter::span(const Span &Where) {
  if (!Where.isValid())
    return number(0);
  const Span Before = std::exchange(Last.LastSpan, Where);
  if (Where == Before)
    return number(SpanValid | SpanRepeats);
  const bool OtherFile = Where.File != Before.File;
  const bool SameLine = !OtherFile && Where.Line == Before.Line &&
                        Where.Offset - Before.Offset == Where.Column - Before.Column;
  const uint32_t Length = Where.EndColumn - Where.Column;
  const bool LongEnd =
      Where.EndLine != Where.Line || Where.EndOffset - Where.Offset != Length;
  number(SpanValid | bit(OtherFile, SpanOtherFile) | bit(SameLine, SpanSameLine) |
         bit(LongEnd, SpanLongEnd));
  if (OtherFile)
    number(Where.File);
  if (SameLine) {
    difference(Where.Column, Before.Column);
  } else {
    difference(Where.Line, Before.Line);
    number(Where.Column);
    difference(Where.Offset, Before.Offset);
  }
  if (!LongEnd)
    return number(Length);
  difference(Where.EndLine, Where.Line);
  number(Where.EndColumn);
  difference(Where.EndOffset, Where.Offset);
}

unsigned BinaryWriter::statementMode(uint32_t Statement) const {
  if (Statement == None)
    return NoStatement;
  return Statement == Last.LastStatement ? SameStatement : OtherStatement;
}

void BinaryWriter::statement(uint32_t Statement) {
  if (statementMode(Statement) == OtherStatement)
    difference(Statement, std::exchange(Last.LastStatement, Statement));
  if (Statement != None)
    Last.enterStatement(F->Statements[Statement]);
}

void BinaryWriter::expr(ExprId Id) { difference(Id, std::exchange(Last.LastExpr, Id)); }

void BinaryWriter::place(const Place &Where) {
  const size_t Length = Where.Path.size();
  number(static_cast<uint64_t>(Where.Base) << PlaceShift |
         std::min<size_t>(Length, PlaceLong));
  if (Length >= PlaceLong)
    number(Length - PlaceLong);
  for (const Projection &Step : Where.Path) {
    const bool IsField = Step.Kind == ProjectionKind::Field;
    const uint64_t Value = IsField                              ? rank(Step.Value)
                           : Step.Kind == ProjectionKind::Index ? Step.Value
                                                                : 0;
    number(Value << ProjectionShift | static_cast<uint64_t>(Step.Kind));
  }
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

void BinaryWriter::var(const Var &V) {
  number(static_cast<uint64_t>(V.Kind) | bit(V.Handle, VarHandle) | bit(V.Usr, VarUsr));
  string(V.Name);
  string(V.Type);
  if (V.Handle)
    string(V.Handle);
  if (V.Usr)
    string(V.Usr);
  span(V.Loc);
}

void BinaryWriter::exprNode(ExprId Id, const Expr &E) {
  const uint64_t Op = E.Kind == ExprKind::Binary ? static_cast<uint64_t>(E.Op) : 0;
  number(static_cast<uint64_t>(E.Kind) | Op << ExprOpShift | bit(E.Source, ExprSource));
  if (E.Source)
    string(E.Source);
  switch (E.Kind) {
  case ExprKind::Load:
  case ExprKind::AddressOf:
    return place(E.Where);
  case ExprKind::Int:
    return signedNumber(E.Number);
  case ExprKind::String:
  case ExprKind::Function:
    return string(E.Text);
  case ExprKind::Binary:
    number(Id - E.Left);
    return number(Id - E.Right);
  case ExprKind::Not:
    return number(Id - E.Left);
  case ExprKind::Unknown:
    return;
  }
}

void BinaryWriter::argument(const Arg &A) {
  const uint64_t Delta =
      zigzag(static_cast<int64_t>(A.Value) - static_cast<int64_t>(Last.LastExpr));
  Last.LastExpr = A.Value;
  number(Delta << ArgExprShift | flags(A, ArgFlags) << ArgFlagsShift | (A.Handle != 0));
  if (A.Handle)
    string(A.Handle);
}

Callee BinaryWriter::calleeOf(const Call &C) const {
  const uint64_t Bits = flags(C, CallFlags) << CalleeFlagsShift |
                        bit(C.Target != None, CalleeIndirect) |
                        bit(C.MayThrow, CalleeMayThrow);
  return {Bits, C.Usr, C.Name, C.Rule, C.Library, C.ResultType, C.ResultHandle};
}

void BinaryWriter::callHead(const Call &C) {
  const Callee Whom = calleeOf(C);
  const auto [It, New] = Callees.try_emplace(Whom, Callees.size());
  number(static_cast<uint64_t>(It->second) << CallCalleeShift |
         bit(C.Result.isValid(), CallResult) | bit(C.Unwind != None, CallUnwind));
  if (!New)
    return;
  number(Whom.Bits);
  for (const StringId Id :
       {Whom.Usr, Whom.Name, Whom.Rule, Whom.Library, Whom.ResultType, Whom.ResultHandle})
    string(Id);
}

void BinaryWriter::call(const Call &C) {
  callHead(C);
  if (C.Target != None)
    expr(C.Target);
  number(C.Args.size());
  llvm::for_each(C.Args, [&](const Arg &A) { argument(A); });
  if (C.Result.isValid())
    place(C.Result);
  if (C.Unwind != None)
    number(C.Unwind);
}

void BinaryWriter::event(const Event &E) {
  number(static_cast<uint64_t>(E.Kind) | statementMode(E.Statement) << EventModeShift);
  statement(E.Statement);
  span(E.Loc);
  switch (E.Kind) {
  case EventKind::Assign:
    place(E.Target);
    return expr(E.Value);
  case EventKind::Call:
    return difference(E.CallIndex, std::exchange(Last.NextCall, E.CallIndex + 1));
  case EventKind::EndScope:
    return number(E.Target.Base);
  case EventKind::Escape:
    return expr(E.Value);
  case EventKind::Point:
    return string(E.Text);
  }
}

void BinaryWriter::caseOf(const Edge &To) {
  const bool Range = !To.Default && To.High != To.Low;
  number(bit(To.Default, CaseDefault) | bit(Range, CaseRange) | bit(To.Label, CaseLabel));
  if (!To.Default)
    signedNumber(To.Low);
  if (Range)
    signedNumber(To.High);
  if (To.Label)
    string(To.Label);
}

void BinaryWriter::edge(TerminatorKind Kind, const Edge &To) {
  number(To.To);
  if (Kind == TerminatorKind::Switch)
    return caseOf(To);
  if (Kind != TerminatorKind::Dispatch)
    return;
  if (To.Catches)
    number(rank(To.Catches) + CatchEverything);
  else
    number(To.CatchAll ? CatchEverything : CatchNothing);
}

void BinaryWriter::terminator(const Terminator &T) {
  const bool HasCond = T.Kind == TerminatorKind::Branch ||
                       T.Kind == TerminatorKind::Switch ||
                       (T.Kind == TerminatorKind::Return && T.Cond != None);
  const bool IsBranch = T.Kind == TerminatorKind::Branch;
  number(static_cast<uint64_t>(T.Kind) | statementMode(T.Statement) << TermModeShift |
         bit(HasCond, TermCond) |
         (IsBranch ? static_cast<uint64_t>(T.Branch) : 0) << TermBranchShift);
  statement(T.Statement);
  span(T.Loc);
  if (HasCond)
    expr(T.Cond);
  if (T.Kind == TerminatorKind::Throw) {
    number(T.Types.size());
    llvm::for_each(T.Types, [&](StringId Type) { string(Type); });
  }
  if (!fixedEdgeCount(T.Kind))
    number(T.Edges.size());
  llvm::for_each(T.Edges, [&](const Edge &To) { edge(T.Kind, To); });
}

void BinaryWriter::header(const Function &Of) {
  number(flags(Of, FunctionFlags));
  for (const StringId Id : {Of.Usr, Of.Name, Of.Library, Of.ReturnType, Of.ReturnHandle})
    string(Id);
  span(Of.Loc);
  span(Of.Body);
}

void BinaryWriter::function(const Function &Of) {
  F = &Of;
  Last.enterFunction();
  header(Of);
  number(Of.Vars.size());
  llvm::for_each(Of.Vars, [&](const Var &V) { var(V); });
  number(Of.Exprs.size());
  for (ExprId Id = 0; Id != Of.Exprs.size(); ++Id)
    exprNode(Id, Of.Exprs[Id]);
  number(Of.Calls.size());
  llvm::for_each(Of.Calls, [&](const Call &C) { call(C); });
  number(Of.Statements.size());
  for (const Statement &S : Of.Statements) {
    number(S.InBlock);
    span(S.Loc);
  }
  Last.enterBlocks();
  number(Of.Blocks.size());
  for (const Block &B : Of.Blocks) {
    number(B.Events.size());
    llvm::for_each(B.Events, [&](const Event &E) { event(E); });
    terminator(B.Term);
  }
}

void BinaryWriter::functions() {
  Last = Context();
  Callees.clear();
  number(P.Functions.size());
  llvm::for_each(P.Functions, [&](const Function &Each) { function(Each); });
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

void BinaryWriter::tables() {
  text(P.MainFile);
  llvm::StringRef Before;
  number(P.Files.size());
  for (const std::string &File : P.Files) {
    sharedText(File, Before);
    Before = File;
  }
  Before = "";
  number(Used.size());
  for (const StringId Id : Used) {
    sharedText(P.text(Id), Before);
    Before = P.text(Id);
  }
}

std::string BinaryWriter::payload() {
  functions();
  Collecting = false;
  Out.clear();
  llvm::sort(Used, [&](StringId A, StringId B) { return P.text(A) < P.text(B); });
  for (const auto &[Index, Id] : llvm::enumerate(Used))
    Ranks[Id] = static_cast<uint32_t>(Index) + 1;
  tables();
  functions();
  return std::move(Out);
}

void writeBinary(const Program &P, std::string &Out) {
  const std::string Payload = BinaryWriter(P).payload();
  char Numbers[HeaderSize - Magic.size()];
  llvm::support::endian::write32le(Numbers, BinaryVersion);
  llvm::support::endian::write64le(Numbers + 4, llvm::xxh3_64bits(Payload));
  Out += Magic;
  Out.append(Numbers, sizeof(Numbers));
  Out += Payload;
}

} // namespace dbtidy::program
