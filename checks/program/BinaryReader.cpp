//===- BinaryReader.cpp - The program model as bytes: reading -------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// BinaryFormat.h describes the layout.
//
// The first error empties the input: numbers are 0 from then on, and so is every count,
// so that the walk ends soon. Indices into the program itself are left to verify().
//
//===----------------------------------------------------------------------===//
#include "program/BinaryFormat.h"
#include "program/ProgramBinary.h"
#include "program/ProgramVerifier.h"

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <limits>

namespace dbtidy::program {

using namespace binary;

static llvm::Error refuse(const llvm::Twine &Reason) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 "not a usable program file: " + Reason);
}

namespace {

class BinaryReader {
public:
  explicit BinaryReader(llvm::StringRef Payload) : Rest(Payload) {}

  llvm::Expected<Program> read();

private:
  void fail(const char *Reason);
  /// The writer never writes what is not Right.
  void require(bool Right) {
    if (!Right)
      fail("it says what has no meaning");
  }
  uint64_t number();
  uint64_t numberBelow(uint64_t End);
  uint32_t number32() {
    return static_cast<uint32_t>(numberBelow(static_cast<uint64_t>(1) << 32));
  }
  int64_t signedNumber() { return unzigzag(number()); }
  uint32_t relative(uint32_t Before) { return relative(Before, number()); }
  uint32_t relative(uint32_t Before, uint64_t Difference);
  size_t count();
  llvm::StringRef text();
  void sharedText(std::string &Text);
  StringId string() { return ranked(number()); }
  StringId ranked(uint64_t Rank);
  StringId stringIf(bool Given) { return Given ? string() : 0; }
  template <typename Owner, size_t Count>
  void flags(Owner &Of, const Flag<Owner> (&Table)[Count], uint64_t Bits);
  Span span();
  void spanStart(Span &Out, uint64_t Bits);
  void spanEnd(Span &Out, uint64_t Bits);
  uint32_t statement(uint64_t Mode);
  ExprId expr() { return Last.LastExpr = relative(Last.LastExpr); }
  Place place();
  Projection projection();

  template <typename Element, typename Read>
  void list(std::vector<Element> &Out, Read ReadElement);
  void tables();
  void header();
  Function function();
  Var var();
  Expr exprNode(ExprId Id);
  Callee callee();
  Call callTo(uint64_t Number);
  Call call();
  Arg argument();
  Statement statementEntry();
  Block block();
  Event event();
  Terminator terminator();
  Edge edge(TerminatorKind Kind);
  void caseOf(Edge &To);
  void catchOf(Edge &To);

  llvm::StringRef Rest;
  const char *Problem = nullptr;
  Program P;
  uint32_t Ranks = 0; ///< the highest rank of a string, which is its id here as well
  Function F;         ///< being read
  Context Last;
  std::vector<Callee> Callees; ///< met so far
};

} // namespace

//===----------------------------------------------------------------------===//
// Small things
//===----------------------------------------------------------------------===//

void BinaryReader::fail(const char *Reason) {
  if (!Problem)
    Problem = Reason;
  Rest = "";
}

uint64_t BinaryReader::number() {
  if (const std::optional<uint64_t> Out = takeNumber(Rest))
    return *Out;
  fail(Rest.empty() ? "it ends too early" : "a number is too long");
  return 0;
}

uint64_t BinaryReader::numberBelow(uint64_t End) {
  const uint64_t Out = number();
  if (Out < End)
    return Out;
  fail("a number is out of range");
  return 0;
}

uint32_t BinaryReader::relative(uint32_t Before, uint64_t Difference) {
  // The sum may wrap around in 64 bits without harm: what it gives is looked at.
  const uint64_t Out =
      static_cast<uint64_t>(Before) + static_cast<uint64_t>(unzigzag(Difference));
  if (Out <= std::numeric_limits<uint32_t>::max())
    return static_cast<uint32_t>(Out);
  fail("a difference is out of range");
  return 0;
}

/// The length of a list, every element of which takes a byte at least.
size_t BinaryReader::count() {
  const uint64_t Out = number();
  if (Out <= Rest.size())
    return Out;
  fail("a list is longer than the rest");
  return 0;
}

llvm::StringRef BinaryReader::text() {
  const size_t Length = count();
  const llvm::StringRef Out = Rest.take_front(Length);
  Rest = Rest.drop_front(Length);
  return Out;
}

/// Text is the one before, then the new one.
void BinaryReader::sharedText(std::string &Text) {
  const uint64_t Shared = number();
  if (Shared > MaxShared || Shared > Text.size())
    return fail("a text shares too much with the one before");
  Text.resize(Shared);
  Text += text();
}

StringId BinaryReader::ranked(uint64_t Rank) {
  if (Rank <= Ranks)
    return static_cast<StringId>(Rank);
  fail("a string is out of range");
  return 0;
}

template <typename Owner, size_t Count>
void BinaryReader::flags(Owner &Of, const Flag<Owner> (&Table)[Count], uint64_t Bits) {
  if (Bits >> Count)
    fail("an unknown flag");
  for (size_t I = 0; I != Count; ++I)
    Of.*Table[I].Field = (Bits >> I) & 1;
}

void BinaryReader::spanStart(Span &Out, uint64_t Bits) {
  const Span &Before = Last.LastSpan;
  Out.File = Bits & SpanOtherFile ? number32() : Before.File;
  if (Bits & SpanSameLine) {
    Out.Line = Before.Line;
    Out.Column = relative(Before.Column);
    Out.Offset = Before.Offset + (Out.Column - Before.Column);
    return;
  }
  Out.Line = relative(Before.Line);
  Out.Column = number32();
  Out.Offset = relative(Before.Offset);
}

void BinaryReader::spanEnd(Span &Out, uint64_t Bits) {
  if (Bits & SpanLongEnd) {
    Out.EndLine = relative(Out.Line);
    Out.EndColumn = number32();
    Out.EndOffset = relative(Out.Offset);
    return;
  }
  const uint32_t Length = number32();
  Out.EndLine = Out.Line;
  Out.EndColumn = Out.Column + Length;
  Out.EndOffset = Out.Offset + Length;
}

Span BinaryReader::span() {
  const uint64_t Bits = numberBelow(SpanBitsEnd);
  if (!(Bits & SpanValid))
    return {};
  if (Bits & SpanRepeats)
    return Last.LastSpan;
  Span Out;
  spanStart(Out, Bits);
  spanEnd(Out, Bits);
  if (!Out.isValid())
    fail("a span without a line");
  return Last.LastSpan = Out;
}

uint32_t BinaryReader::statement(uint64_t Mode) {
  if (Mode == NoStatement)
    return None;
  if (Mode == OtherStatement)
    Last.LastStatement = relative(Last.LastStatement);
  if (Last.LastStatement < F.Statements.size())
    Last.enterStatement(F.Statements[Last.LastStatement]);
  return Last.LastStatement;
}

Projection BinaryReader::projection() {
  const uint64_t Head = number();
  Projection Out;
  Out.Kind = static_cast<ProjectionKind>(Head & ((1U << ProjectionShift) - 1));
  const uint64_t Value = Head >> ProjectionShift;
  if (Value > std::numeric_limits<uint32_t>::max())
    fail("an index is out of range");
  const bool IsField = Out.Kind == ProjectionKind::Field;
  require(IsField || Out.Kind == ProjectionKind::Index || Value == 0);
  Out.Value = IsField ? ranked(Value) : static_cast<uint32_t>(Value);
  return Out;
}

Place BinaryReader::place() {
  const uint64_t Head = numberBelow(static_cast<uint64_t>(None) << PlaceShift);
  Place Out;
  Out.Base = static_cast<VarId>(Head >> PlaceShift);
  size_t Length = Head & PlaceLong;
  if (Length == PlaceLong)
    Length += count();
  if (Length > MaxPathLength)
    fail("a place is too long");
  for (; Length != 0 && !Problem; --Length)
    Out.Path.push_back(projection());
  return Out;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

/// A count that is wrong costs little memory: beyond a usual length Out grows as it
/// fills.
template <typename Element, typename Read>
void BinaryReader::list(std::vector<Element> &Out, Read ReadElement) {
  static constexpr size_t Usual = 256;
  size_t Left = count();
  for (Out.reserve(std::min(Left, Usual)); Left != 0 && !Problem; --Left)
    Out.push_back(ReadElement());
}

Var BinaryReader::var() {
  const uint64_t Head = numberBelow(VarBitsEnd);
  if ((Head & VarKindMask) > static_cast<uint64_t>(VarKind::Return))
    fail("an unknown kind of variable");
  Var Out;
  Out.Kind = static_cast<VarKind>(Head & VarKindMask);
  Out.Name = string();
  Out.Type = string();
  Out.Handle = stringIf(Head & VarHandle);
  Out.Usr = stringIf(Head & VarUsr);
  Out.Loc = span();
  return Out;
}

Expr BinaryReader::exprNode(ExprId Id) {
  const uint64_t Head = numberBelow(ExprBitsEnd);
  Expr Out;
  Out.Kind = static_cast<ExprKind>(Head & ExprKindMask);
  Out.Op = static_cast<BinaryOp>(Head >> ExprOpShift & ExprOpMask);
  require(Out.Kind == ExprKind::Binary || Out.Op == BinaryOp());
  Out.Source = stringIf(Head & ExprSource);
  switch (Out.Kind) {
  case ExprKind::Load:
  case ExprKind::AddressOf:
    Out.Where = place();
    break;
  case ExprKind::Int:
    Out.Number = signedNumber();
    break;
  case ExprKind::String:
  case ExprKind::Function:
    Out.Text = string();
    break;
  case ExprKind::Binary:
    Out.Left = Id - number32();
    Out.Right = Id - number32();
    break;
  case ExprKind::Not:
    Out.Left = Id - number32();
    break;
  case ExprKind::Unknown:
    break;
  }
  return Out;
}

Arg BinaryReader::argument() {
  const uint64_t Head = number();
  Arg Out;
  flags(Out, ArgFlags, Head >> ArgFlagsShift & ((1U << std::size(ArgFlags)) - 1));
  Out.Value = Last.LastExpr = relative(Last.LastExpr, Head >> ArgExprShift);
  Out.Handle = stringIf(Head & 1);
  return Out;
}

Callee BinaryReader::callee() {
  Callee Out;
  Out.Bits =
      numberBelow(static_cast<uint64_t>(1) << (std::size(CallFlags) + CalleeFlagsShift));
  for (StringId *Id :
       {&Out.Usr, &Out.Name, &Out.Rule, &Out.Library, &Out.ResultType, &Out.ResultHandle})
    *Id = string();
  return Out;
}

/// The call, as far as its callee says it.
Call BinaryReader::callTo(uint64_t Number) {
  Call Out;
  if (Number == Callees.size())
    Callees.push_back(callee());
  if (Number >= Callees.size()) {
    fail("a callee is out of range");
    return Out;
  }
  const Callee &Whom = Callees[Number];
  flags(Out, CallFlags, Whom.Bits >> CalleeFlagsShift);
  Out.MayThrow = Whom.Bits & CalleeMayThrow;
  Out.Usr = Whom.Usr;
  Out.Name = Whom.Name;
  Out.Rule = Whom.Rule;
  Out.Library = Whom.Library;
  Out.ResultType = Whom.ResultType;
  Out.ResultHandle = Whom.ResultHandle;
  if (Whom.Bits & CalleeIndirect)
    Out.Target = expr();
  return Out;
}

Call BinaryReader::call() {
  const uint64_t Head = number();
  Call Out = callTo(Head >> CallCalleeShift);
  list(Out.Args, [&] { return argument(); });
  if (Head & CallResult)
    Out.Result = place();
  if (Head & CallUnwind)
    Out.Unwind = number32();
  return Out;
}

Event BinaryReader::event() {
  const uint64_t Head = numberBelow((OtherStatement + 1) << EventModeShift);
  if ((Head & EventKindMask) > static_cast<uint64_t>(EventKind::Point))
    fail("an unknown kind of event");
  Event Out;
  Out.Kind = static_cast<EventKind>(Head & EventKindMask);
  Out.Statement = statement(Head >> EventModeShift);
  Out.Loc = span();
  switch (Out.Kind) {
  case EventKind::Assign:
    Out.Target = place();
    Out.Value = expr();
    break;
  case EventKind::Call:
    Out.CallIndex = relative(Last.NextCall);
    Last.NextCall = Out.CallIndex + 1;
    break;
  case EventKind::EndScope:
    Out.Target.Base = number32();
    break;
  case EventKind::Escape:
    Out.Value = expr();
    break;
  case EventKind::Point:
    Out.Text = string();
    break;
  }
  return Out;
}

void BinaryReader::caseOf(Edge &To) {
  const uint64_t Head = numberBelow(CaseBitsEnd);
  To.Default = Head & CaseDefault;
  if (!To.Default)
    To.Low = To.High = signedNumber();
  require(!(Head & CaseRange) || !To.Default);
  if (Head & CaseRange)
    To.High = signedNumber();
  To.Label = stringIf(Head & CaseLabel);
}

void BinaryReader::catchOf(Edge &To) {
  const uint64_t Code = number();
  To.CatchAll = Code == CatchEverything;
  if (Code > CatchEverything)
    To.Catches = ranked(Code - CatchEverything);
}

Edge BinaryReader::edge(TerminatorKind Kind) {
  Edge Out;
  Out.To = number32();
  if (Kind == TerminatorKind::Switch)
    caseOf(Out);
  else if (Kind == TerminatorKind::Dispatch)
    catchOf(Out);
  return Out;
}

Terminator BinaryReader::terminator() {
  const uint64_t Head =
      numberBelow((static_cast<uint64_t>(BranchKind::Implicit) + 1) << TermBranchShift);
  Terminator Out;
  Out.Kind = static_cast<TerminatorKind>(Head & TermKindMask);
  Out.Branch = static_cast<BranchKind>(Head >> TermBranchShift);
  const bool IsBranch = Out.Kind == TerminatorKind::Branch;
  require(IsBranch || Out.Branch == BranchKind());
  require(!(Head & TermCond) || IsBranch || Out.Kind == TerminatorKind::Switch ||
          Out.Kind == TerminatorKind::Return);
  Out.Statement = statement(Head >> TermModeShift & TermModeMask);
  Out.Loc = span();
  if (Head & TermCond)
    Out.Cond = expr();
  if (Out.Kind == TerminatorKind::Throw)
    list(Out.Types, [&] { return string(); });
  const std::optional<unsigned> Fixed = fixedEdgeCount(Out.Kind);
  for (size_t Left = Fixed ? *Fixed : count(); Left != 0 && !Problem; --Left)
    Out.Edges.push_back(edge(Out.Kind));
  return Out;
}

Statement BinaryReader::statementEntry() {
  Statement Out;
  Out.InBlock = numberBelow(2);
  Out.Loc = span();
  return Out;
}

Block BinaryReader::block() {
  Block Out;
  list(Out.Events, [&] { return event(); });
  Out.Term = terminator();
  return Out;
}

void BinaryReader::header() {
  flags(F, FunctionFlags, number());
  for (StringId *Id : {&F.Usr, &F.Name, &F.Library, &F.ReturnType, &F.ReturnHandle})
    *Id = string();
  F.Loc = span();
  F.Body = span();
}

Function BinaryReader::function() {
  F = Function();
  Last.enterFunction();
  header();
  list(F.Vars, [&] { return var(); });
  list(F.Exprs, [&] { return exprNode(static_cast<ExprId>(F.Exprs.size())); });
  list(F.Calls, [&] { return call(); });
  list(F.Statements, [&] { return statementEntry(); });
  Last.enterBlocks();
  list(F.Blocks, [&] { return block(); });
  F.HasThis = !F.Vars.empty() && F.Vars.front().Kind == VarKind::This;
  for (const Var &V : F.Vars)
    F.NumParams += V.Kind == VarKind::Param || V.Kind == VarKind::This;
  return std::move(F);
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

void BinaryReader::tables() {
  P.MainFile = text();
  std::string Text;
  for (size_t Left = count(); Left != 0 && !Problem; --Left) {
    sharedText(Text);
    if (P.internFile(Text) + 1 != P.Files.size())
      fail("a file is listed twice");
  }
  Text.clear();
  for (size_t Left = count(); Left != 0 && !Problem; --Left) {
    const std::string Before = Text;
    sharedText(Text);
    if (Text <= Before)
      fail("the strings are not sorted");
    Ranks = P.intern(Text);
  }
}

llvm::Expected<Program> BinaryReader::read() {
  tables();
  list(P.Functions, [&] { return function(); });
  if (!Problem && !Rest.empty())
    fail("something follows its end");
  if (Problem)
    return refuse(Problem);
  if (llvm::Error Fault = verify(P))
    return refuse(llvm::toString(std::move(Fault)));
  return std::move(P);
}

llvm::Expected<Program> readBinary(llvm::StringRef Bytes) {
  if (!Bytes.starts_with(Magic))
    return refuse("it does not start with '" + Magic + "'");
  if (Bytes.size() < HeaderSize)
    return refuse("it ends too early");
  const char *Numbers = Bytes.data() + Magic.size();
  const uint32_t Version = llvm::support::endian::read32le(Numbers);
  if (Version != BinaryVersion)
    return refuse("its format has version " + llvm::Twine(Version) +
                  ", but this dbtidy reads version " + llvm::Twine(BinaryVersion) +
                  " only; make it again");
  const llvm::StringRef Payload = Bytes.drop_front(HeaderSize);
  if (llvm::support::endian::read64le(Numbers + 4) != llvm::xxh3_64bits(Payload))
    return refuse("it is damaged: its checksum is wrong");
  return BinaryReader(Payload).read();
}

} // namespace dbtidy::program
