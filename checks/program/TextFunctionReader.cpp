//===- TextFunctionReader.cpp - Reading a function's text form ------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/TextFunctionReader.h"

#include "program/ProgramVerifier.h"
#include "program/TextSyntax.h"

namespace dbtidy::program::text {

//===----------------------------------------------------------------------===//
// Header and declarations
//===----------------------------------------------------------------------===//

void FunctionReader::readUsrAndName(StringId &Usr, StringId &Name, llvm::StringRef What) {
  if (In.is(TokenKind::String)) {
    Usr = intern(In.readString(What));
    Name = intern(In.readName(What));
    return;
  }
  const std::string Short = In.readName(What);
  Name = intern(Short);
  Usr = intern(usrOfName(Short));
}

bool FunctionReader::readFunctionOption() {
  if (readFlag(F, FunctionFlags) || In.acceptWord("c"))
    return true;
  if (In.acceptWord("library"))
    F.Library = intern(In.readName("a library"));
  else if (In.acceptWord("returns"))
    F.ReturnType = intern(In.readName("a type"));
  else if (In.acceptWord("handle"))
    F.ReturnHandle = intern(In.readId("a handle"));
  else if (In.acceptWord("body"))
    F.Body = In.readSpan(P, DefaultFile);
  else if (In.acceptWord("at"))
    DefaultFile = (F.Loc = In.readSpan(P, 0)).File;
  else
    return false;
  return true;
}

void FunctionReader::readHeader() {
  In.expectWord("function");
  readUsrAndName(F.Usr, F.Name, "the name of a function");
  while (readFunctionOption())
    ;
  In.expectMark("{");
}

/// The word by which the function's text calls the variable.
std::string FunctionReader::readVarLabel(VarKind Kind) {
  static constexpr llvm::StringLiteral Options[] = {"name", "handle", "usr", "at"};
  const bool Given = In.is(TokenKind::Word) && !indexOf(Options, In.token().Text);
  if (Kind == VarKind::This && !Given)
    return "this";
  std::string Label = In.token().Text.str();
  if (!In.is(TokenKind::Word))
    In.failExpected("the name of a variable");
  else if (isReserved(Label))
    In.fail("'" + Label + "' has a meaning of its own here: write v" +
            llvm::Twine(F.Vars.size()) + " name \"" + Label + "\"");
  else if (isVariableNumber(Label) && Label != "v" + std::to_string(F.Vars.size()))
    In.fail("variables are numbered in order, this one is v" +
            llvm::Twine(F.Vars.size()));
  In.advance();
  return Label;
}

void FunctionReader::readVarOptions(Var &V, std::string Name) {
  std::optional<StringId> Usr;
  while (!In.atEnd()) {
    if (In.acceptWord("name"))
      Name = In.readName("the name in the source");
    else if (In.is(TokenKind::String))
      V.Type = intern(In.readString("a type"));
    else if (In.acceptWord("handle"))
      V.Handle = intern(In.readId("a handle"));
    else if (In.acceptWord("usr"))
      Usr = intern(In.readString("a USR"));
    else if (In.acceptWord("at"))
      V.Loc = In.readSpan(P, DefaultFile);
    else
      break;
  }
  V.Name = intern(Name);
  V.Usr = Usr ? *Usr : intern(defaultUsr(P, F, V));
}

void FunctionReader::declare(Position Where, llvm::StringRef Label, Var V) {
  const bool IsParam = V.Kind == VarKind::Param || V.Kind == VarKind::This;
  if (V.Kind == VarKind::This && !F.Vars.empty())
    In.fail(Where, "'this' has to be the first variable");
  if (IsParam && F.NumParams != F.Vars.size())
    In.fail(Where, "parameters have to come before the other variables");
  const auto Id = static_cast<VarId>(F.Vars.size());
  if (!VarsByLabel.try_emplace(Label, Id).second)
    In.fail(Where, "a variable '" + Label + "' is there already; write v" +
                       llvm::Twine(Id) + " name \"" + Label +
                       "\" for another one of this name");
  F.NumParams += IsParam;
  F.HasThis |= V.Kind == VarKind::This;
  F.Vars.push_back(V);
}

void FunctionReader::readVar(VarKind Kind) {
  In.advance();
  const Position Where = In.token().Where;
  Var V;
  V.Kind = Kind;
  const std::string Label = readVarLabel(Kind);
  readVarOptions(V, defaultName(Kind, Label).str());
  declare(Where, Label, V);
  In.expectEndLine();
}

void FunctionReader::readStatement() {
  In.advance();
  Statement S;
  if (In.is(TokenKind::Number) && In.token().Number != F.Statements.size())
    In.fail("statements are numbered in order, this one is " +
            llvm::Twine(F.Statements.size()));
  In.readUint32("the number of a statement");
  S.InBlock = In.acceptWord("block");
  if (In.acceptWord("at"))
    S.Loc = In.readSpan(P, DefaultFile);
  In.expectEndLine();
  F.Statements.push_back(S);
}

/// A line that belongs before the blocks.
bool FunctionReader::readDeclaration() {
  const std::optional<size_t> Kind = indexOf(VarKindWords, In.token().Text);
  const bool IsStatement = In.isWord("stmt");
  if (!IsStatement && !(Kind && In.is(TokenKind::Word)))
    return false;
  if (!F.Blocks.empty())
    In.fail("declarations have to come before the first block");
  if (IsStatement)
    readStatement();
  else
    readVar(static_cast<VarKind>(*Kind));
  return true;
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

uint32_t FunctionReader::labelIndex(llvm::StringRef Name) {
  const auto [It, New] = LabelsByName.try_emplace(Name, Labels.size());
  if (New)
    Labels.push_back({Name.str(), In.token().Where, None});
  return It->second;
}

/// The name of a block that an edge goes to.
uint32_t FunctionReader::readBlockUse() {
  if (!In.is(TokenKind::Word)) {
    In.failExpected("the label of a block");
    return None;
  }
  const uint32_t Index = labelIndex(In.token().Text);
  In.advance();
  return Index;
}

void FunctionReader::startBlock() {
  F.Blocks.emplace_back();
  Open = true;
}

void FunctionReader::readBlockLabel() {
  const uint32_t Index = labelIndex(In.token().Text);
  if (Labels[Index].Block != None)
    In.fail("a block '" + In.token().Text + "' is there already");
  if (Open) { // runs into this one
    Edge To;
    To.To = Index;
    endBlock(TerminatorKind::Goto).Edges.push_back(To);
  }
  startBlock();
  Labels[Index].Block = static_cast<BlockId>(F.Blocks.size() - 1);
  In.advance();
  In.expectMark(":");
}

Event &FunctionReader::addEvent(EventKind Kind) {
  if (F.Blocks.empty())
    startBlock();
  if (!Open)
    In.fail(LineStart, "the block has ended: a label has to come before this");
  Event &Out = F.Blocks.back().Events.emplace_back();
  Out.Kind = Kind;
  return Out;
}

bool FunctionReader::readTailItem(uint32_t &Statement, Span &Loc) {
  if (In.acceptWord("at")) {
    Loc = In.readSpan(P, DefaultFile);
    return true;
  }
  if (!In.acceptWord("stmt"))
    return false;
  if (In.is(TokenKind::Number) && In.token().Number >= F.Statements.size())
    In.fail("no statement has this number");
  Statement = In.readUint32("the number of a statement");
  return true;
}

void FunctionReader::readTail(uint32_t &Statement, Span &Loc) {
  while (readTailItem(Statement, Loc))
    ;
  In.expectEndLine();
}

bool FunctionReader::finishEvent(Event &E) {
  readTail(E.Statement, E.Loc);
  return true;
}

void FunctionReader::readAssignment() {
  const Position Where = In.token().Where;
  const Expr Target = readUnary();
  if (Target.Kind != ExprKind::Load || Target.Source)
    In.fail(Where, "only a place can be assigned to");
  In.expectMark("=");
  if (In.isWord("call"))
    return readCall(Target.Where);
  Event &E = addEvent(EventKind::Assign);
  E.Target = Target.Where;
  E.Value = add(readExpr());
  finishEvent(E);
}

bool FunctionReader::readSimpleEvent() {
  if (In.acceptWord("end")) {
    Event &E = addEvent(EventKind::EndScope);
    E.Target.Base = readVarUse();
    return finishEvent(E);
  }
  if (In.acceptWord("escape")) {
    Event &E = addEvent(EventKind::Escape);
    E.Value = add(readExpr());
    return finishEvent(E);
  }
  if (In.acceptWord("point")) {
    Event &E = addEvent(EventKind::Point);
    E.Text = intern(In.readName("the name of a point"));
    return finishEvent(E);
  }
  return false;
}

/// One line that starts with a word of the format.
bool FunctionReader::readEventOrEnd() {
  if (In.isWord("call")) {
    readCall(Place());
    return true;
  }
  return readSimpleEvent() || readTerminator();
}

void FunctionReader::readLine() {
  LineStart = In.token().Where;
  if (In.is(TokenKind::Word) && In.aheadIsMark(":"))
    return readBlockLabel();
  const bool IsPlace = In.isMark("*") || In.isMark("(") || In.aheadIsMark("=") ||
                       In.aheadIsMark("->") || In.aheadIsMark(".") || In.aheadIsMark("[");
  if (IsPlace)
    return readAssignment();
  if (!readDeclaration() && !readEventOrEnd())
    In.failExpected("a declaration, an event, a label or the end of a block");
}

void FunctionReader::resolveLabels() {
  for (const Label &Each : Labels)
    if (Each.Block == None)
      return In.fail(Each.FirstUse, "no block is called '" + Each.Name + "'");
  for (Block &Each : F.Blocks)
    for (Edge &To : Each.Term.Edges)
      To.To = Labels[To.To].Block;
  for (Call &Each : F.Calls)
    if (Each.Unwind != None)
      Each.Unwind = Labels[Each.Unwind].Block;
}

/// What a person need not write, and what only the whole function can show to be wrong.
void FunctionReader::finish(Position Where) {
  if (F.Blocks.empty())
    startBlock();
  if (Open)
    endBlock(TerminatorKind::Return);
  if (!In.failed())
    resolveLabels();
  if (In.failed())
    return;
  if (llvm::Error Problem = verify(P, F))
    In.fail(Where, llvm::toString(std::move(Problem)));
  P.Functions.push_back(std::move(F));
}

void FunctionReader::read() {
  const Position Where = In.token().Where;
  readHeader();
  In.skipEndLines();
  while (!In.atEnd() && !In.isMark("}")) {
    readLine();
    In.skipEndLines();
  }
  // Before `}` is read: what follows it may already be wrong.
  if (!In.isMark("}"))
    In.failExpected("'}'");
  finish(Where);
  In.expectMark("}");
}

//===----------------------------------------------------------------------===//
// Ends of blocks
//===----------------------------------------------------------------------===//

Terminator &FunctionReader::endBlock(TerminatorKind Kind) {
  if (F.Blocks.empty())
    startBlock();
  if (!Open)
    In.fail(LineStart, "the block has ended: a label has to come before this");
  Open = false;
  Terminator &Out = F.Blocks.back().Term;
  Out.Kind = Kind;
  return Out;
}

void FunctionReader::addEdge(Terminator &T, Edge To) {
  To.To = readBlockUse();
  T.Edges.push_back(To);
}

bool FunctionReader::readBranch() {
  const std::optional<size_t> Kind = indexOf(BranchWords, In.token().Text);
  if (!Kind || !In.is(TokenKind::Word))
    return false;
  Terminator &T = endBlock(TerminatorKind::Branch);
  In.advance();
  T.Branch = static_cast<BranchKind>(*Kind);
  T.Cond = add(readExpr());
  In.expectWord("then");
  addEdge(T);
  In.expectWord("else");
  addEdge(T);
  readTail(T.Statement, T.Loc);
  return true;
}

/// `{ EDGE -> label; … }`, where a line's end is as good as a semicolon.
template <typename Read> void FunctionReader::readEdges(Terminator &T, Read ReadEdge) {
  In.expectMark("{");
  In.skipEndLines();
  while (!In.atEnd() && !In.isMark("}")) {
    const Edge To = ReadEdge();
    In.expectMark("->");
    addEdge(T, To);
    In.expectEndLine();
    In.skipEndLines();
  }
  In.expectMark("}");
  readTail(T.Statement, T.Loc);
}

Edge FunctionReader::readCase() {
  Edge To;
  To.Default = In.acceptWord("default");
  if (!To.Default) {
    To.Low = To.High = In.readInt64();
    if (In.acceptMark(".."))
      To.High = In.readInt64();
  }
  if (In.is(TokenKind::String))
    To.Label = intern(In.readString("a case"));
  return To;
}

void FunctionReader::readSwitch() {
  const Position Where = In.token().Where;
  Terminator &T = endBlock(TerminatorKind::Switch);
  In.advance();
  T.Cond = add(readExpr());
  bool HasDefault = false;
  readEdges(T, [&] {
    const Position CaseStart = In.token().Where;
    const Edge To = readCase();
    if (To.Default && HasDefault)
      In.fail(CaseStart, "a second default");
    HasDefault |= To.Default;
    return To;
  });
  if (!HasDefault)
    In.fail(Where, "a switch needs a default edge");
}

void FunctionReader::readThrow(bool Again) {
  Terminator &T = endBlock(TerminatorKind::Throw);
  In.advance();
  if (!Again) {
    do
      T.Types.push_back(intern(In.readName("the class that is thrown")));
    while (In.acceptMark(","));
  }
  if (In.acceptWord("unwind"))
    addEdge(T);
  readTail(T.Statement, T.Loc);
}

void FunctionReader::readDispatch() {
  const Position Where = In.token().Where;
  Terminator &T = endBlock(TerminatorKind::Dispatch);
  In.advance();
  bool HasElse = false;
  readEdges(T, [&] {
    Edge To;
    if (HasElse)
      In.fail("'else' has to be the last edge of a dispatch");
    if (In.acceptMark("..."))
      To.CatchAll = true;
    else if (In.acceptWord("else"))
      HasElse = true;
    else
      To.Catches = intern(In.readName("a class, '...' or 'else'"));
    return To;
  });
  if (T.Edges.empty())
    In.fail(Where, "a dispatch needs an edge");
}

/// The ends that choose nothing: goto, return, resume and unreachable.
bool FunctionReader::readJump() {
  static constexpr std::pair<llvm::StringLiteral, TerminatorKind> Words[] = {
      {"goto", TerminatorKind::Goto},
      {"return", TerminatorKind::Return},
      {"resume", TerminatorKind::Resume},
      {"unreachable", TerminatorKind::Unreachable}};
  const auto *Found =
      llvm::find_if(Words, [&](const auto &W) { return In.isWord(W.first); });
  if (Found == std::end(Words))
    return false;
  Terminator &T = endBlock(Found->second);
  In.advance();
  if (T.Kind == TerminatorKind::Goto)
    addEdge(T);
  const bool Ends =
      In.is(TokenKind::EndLine) || In.isMark("}") || In.isWord("at") || In.isWord("stmt");
  if (T.Kind == TerminatorKind::Return && !Ends)
    T.Cond = add(readExpr());
  readTail(T.Statement, T.Loc);
  return true;
}

bool FunctionReader::readTerminator() {
  if (In.isWord("switch"))
    readSwitch();
  else if (In.isWord("dispatch"))
    readDispatch();
  else if (In.isWord("throw") || In.isWord("rethrow"))
    readThrow(In.isWord("rethrow"));
  else if (!readBranch())
    return readJump();
  return true;
}

} // namespace dbtidy::program::text
