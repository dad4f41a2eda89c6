//===- TextValueReader.cpp - Reading places, values and calls -------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/ProgramVerifier.h"
#include "program/TextFunctionReader.h"
#include "program/TextSyntax.h"

#include "llvm/ADT/ScopeExit.h"

namespace dbtidy::program::text {

/// Operators and parentheses inside each other. More than the writer needs for the
/// deepest expression over the longest place that verify() lets pass.
static constexpr unsigned MaxNesting = 2 * (MaxExprDepth + MaxPathLength) + 16;

ExprId FunctionReader::add(Expr E) {
  F.Exprs.push_back(std::move(E));
  return static_cast<ExprId>(F.Exprs.size() - 1);
}

VarId FunctionReader::readVarUse() {
  const llvm::StringRef Word = In.token().Text;
  VarId Id = None;
  if (!In.is(TokenKind::Word)) {
    In.failExpected("a variable");
    return None;
  }
  if (const auto It = VarsByLabel.find(Word); It != VarsByLabel.end())
    Id = It->second;
  else if (!isVariableNumber(Word) || Word.drop_front().getAsInteger(10, Id) ||
           Id >= F.Vars.size())
    In.fail("no variable is called '" + Word + "'");
  In.advance();
  return Id;
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

/// The place that E loads, one step further.
Expr FunctionReader::extend(Expr E, Projection By) {
  if (E.Kind != ExprKind::Load || E.Source)
    In.fail("only a place has fields, elements and a pointee");
  else if (E.Where.Path.size() == MaxPathLength)
    In.fail("a place of more than " + llvm::Twine(MaxPathLength) + " steps");
  else
    E.Where.Path.push_back(By);
  return E;
}

Projection FunctionReader::readIndex() {
  if (In.acceptMark("?"))
    return {ProjectionKind::AnyIndex, 0};
  return {ProjectionKind::Index, In.readUint32("an index or '?'")};
}

Expr FunctionReader::readPostfix(Expr E) {
  while (!In.atEnd()) {
    if (In.isMark("->"))
      E = extend(std::move(E), {ProjectionKind::Deref, 0});
    if (In.acceptMark("->") || In.acceptMark(".")) {
      const StringId Field = intern(In.readName("a field"));
      E = extend(std::move(E), {ProjectionKind::Field, Field});
    } else if (In.acceptMark("[")) {
      E = extend(std::move(E), readIndex());
      In.expectMark("]");
    } else {
      break;
    }
  }
  return E;
}

Expr FunctionReader::readStar() {
  const Position Where = In.token().Where;
  In.advance();
  Expr E = readUnary();
  if (E.Kind != ExprKind::Load || E.Source)
    In.fail(Where, "only a place can be dereferenced");
  return extend(std::move(E), {ProjectionKind::Deref, 0});
}

Expr FunctionReader::readAddressOf() {
  const Position Where = In.token().Where;
  In.advance();
  Expr E = readUnary();
  if (E.Kind != ExprKind::Load || E.Source)
    In.fail(Where, "only a place has an address");
  E.Kind = ExprKind::AddressOf;
  return E;
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

Expr FunctionReader::readNot() {
  In.advance();
  Expr E;
  E.Kind = ExprKind::Not;
  E.Left = add(readUnary());
  return E;
}

Expr FunctionReader::readFunctionAddress() {
  In.advance();
  Expr E;
  E.Kind = ExprKind::Function;
  const bool IsUsr = In.is(TokenKind::String);
  const std::string Text = In.readName("a function");
  E.Text = intern(IsUsr ? Text : usrOfName(Text));
  return E;
}

Expr FunctionReader::readInt() {
  Expr E;
  E.Kind = ExprKind::Int;
  E.Number = In.readInt64();
  return E;
}

Expr FunctionReader::readParentheses() {
  In.advance();
  Expr E = readExpr();
  In.expectMark(")");
  return E;
}

Expr FunctionReader::readPrimary() {
  Expr E;
  if (In.isMark("("))
    return readPostfix(readParentheses());
  if (In.is(TokenKind::Number) || In.isMark("-"))
    return readInt();
  if (In.isMark("@"))
    return readFunctionAddress();
  if (In.acceptMark("?"))
    return E;
  if (In.is(TokenKind::String)) {
    E.Kind = ExprKind::String;
    E.Text = intern(In.readString("a string"));
    return E;
  }
  if (!In.is(TokenKind::Word)) {
    In.failExpected("a value");
    return E;
  }
  E.Kind = ExprKind::Load;
  E.Where.Base = readVarUse();
  return readPostfix(std::move(E));
}

/// A value that binds tighter than every operator between two.
Expr FunctionReader::readUnary() {
  ++Nesting;
  const llvm::scope_exit Leave([&] { --Nesting; });
  if (Nesting > MaxNesting)
    In.fail("too many operators and parentheses inside each other");
  if (In.isMark("*"))
    return readStar();
  if (In.isMark("&"))
    return readAddressOf();
  if (In.isMark("!"))
    return readNot();
  return readPrimary();
}

Expr FunctionReader::readBinary(Expr Left) {
  const std::optional<size_t> Op = indexOf(OperatorWords, In.token().Text);
  if (!Op || !In.is(TokenKind::Mark))
    return Left;
  In.advance();
  Expr E;
  E.Kind = ExprKind::Binary;
  E.Op = static_cast<BinaryOp>(*Op);
  E.Left = add(std::move(Left));
  E.Right = add(readUnary());
  if (In.is(TokenKind::Mark) && indexOf(OperatorWords, In.token().Text))
    In.fail("operators have no precedence here: put one pair of operands in parentheses");
  return E;
}

/// One operator at most, then the text in the source.
Expr FunctionReader::readExpr() {
  Expr E = readBinary(readUnary());
  if (!In.is(TokenKind::Source))
    return E;
  if (E.Source)
    In.fail("a second source text for the same value");
  E.Source = intern(In.token().Value);
  In.advance();
  return E;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

void FunctionReader::readCallee(Call &C) {
  const Position Where = In.token().Where;
  if (In.acceptWord("indirect")) {
    C.Target = add(readUnary());
    if (In.acceptWord("of"))
      C.Usr = intern(In.readString("the USR of a field"));
    if (In.acceptWord("as"))
      C.Name = intern(In.readName("the name of the callee"));
  } else {
    readUsrAndName(C.Usr, C.Name, "the name of a function");
    if (!C.Usr)
      In.fail(Where, "the USR of a callee cannot be empty");
  }
  if (In.acceptWord("rule"))
    C.Rule = intern(In.readId("a rule"));
}

Arg FunctionReader::readArg() {
  Arg Out;
  Out.Value = add(readExpr());
  while (!In.atEnd()) {
    if (In.acceptWord("handle"))
      Out.Handle = intern(In.readId("a handle"));
    else if (!readFlag(Out, ArgFlags))
      break;
  }
  return Out;
}

void FunctionReader::readArgs(Call &C) {
  In.expectMark("(");
  while (!In.atEnd() && !In.isMark(")")) {
    C.Args.push_back(readArg());
    if (!In.acceptMark(","))
      break;
  }
  if (!In.acceptMark(")"))
    In.failExpected("',' or ')'");
}

bool FunctionReader::readUnwind(Call &C) {
  if (In.acceptWord("throws")) {
    C.MayThrow = true;
    return true;
  }
  const bool Never = In.acceptWord("nothrow");
  if (!In.acceptWord("unwind"))
    return Never;
  C.MayThrow = !Never;
  C.Unwind = readBlockUse();
  return true;
}

bool FunctionReader::readCallOption(Call &C) {
  if (In.acceptWord("type"))
    C.ResultType = intern(In.readName("a type"));
  else if (In.acceptWord("library"))
    C.Library = intern(In.readName("a library"));
  else if (In.acceptWord("result"))
    C.ResultHandle = intern(In.readId("a handle"));
  else
    return readFlag(C, CallFlags) || readUnwind(C);
  return true;
}

void FunctionReader::readCallTail(Call &C, Event &E) {
  while (readCallOption(C) || readTailItem(E.Statement, E.Loc))
    ;
  In.expectEndLine();
}

void FunctionReader::readCall(Place Result) {
  const Position Where = In.token().Where;
  Event &E = addEvent(EventKind::Call);
  In.advance();
  Call C;
  C.Result = std::move(Result);
  readCallee(C);
  readArgs(C);
  readCallTail(C, E);
  if (C.HasReceiver && C.Args.empty())
    In.fail(Where, "a method needs an argument for its receiver");
  E.CallIndex = static_cast<uint32_t>(F.Calls.size());
  F.Calls.push_back(std::move(C));
}

} // namespace dbtidy::program::text
