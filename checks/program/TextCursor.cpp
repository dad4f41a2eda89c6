//===- TextCursor.cpp - Reading the program text form, bottom layer -------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/TextCursor.h"

#include <limits>

namespace dbtidy::program::text {

TextCursor::TextCursor(llvm::StringRef Text, llvm::StringRef Path)
    : Lexer(Text), Path(Path) {
  advance();
  advance();
}

bool TextCursor::isMark(llvm::StringRef Mark) const {
  return Now.Kind == TokenKind::Mark && Now.Text == Mark;
}

bool TextCursor::isWord(llvm::StringRef Word) const {
  return Now.Kind == TokenKind::Word && Now.Text == Word;
}

bool TextCursor::aheadIsMark(llvm::StringRef Mark) const {
  return Next.Kind == TokenKind::Mark && Next.Text == Mark;
}

void TextCursor::advance() {
  if (failed())
    return;
  Now = std::move(Next);
  if (Now.Kind == TokenKind::Error)
    return fail(Now.Value);
  Next = Lexer.next();
}

bool TextCursor::acceptMark(llvm::StringRef Mark) {
  if (!isMark(Mark))
    return false;
  advance();
  return true;
}

bool TextCursor::acceptWord(llvm::StringRef Word) {
  if (!isWord(Word))
    return false;
  advance();
  return true;
}

void TextCursor::expectMark(llvm::StringRef Mark) {
  if (!acceptMark(Mark))
    failExpected("'" + Mark + "'");
}

void TextCursor::expectWord(llvm::StringRef Word) {
  if (!acceptWord(Word))
    failExpected("'" + Word + "'");
}

void TextCursor::skipEndLines() {
  while (is(TokenKind::EndLine))
    advance();
}

void TextCursor::expectEndLine() {
  if (is(TokenKind::EndLine))
    advance();
  else if (!isMark("}") && !atEnd())
    failExpected("the end of the line");
}

std::string TextCursor::readString(llvm::StringRef What) {
  std::string Out = Now.Value;
  if (is(TokenKind::String))
    advance();
  else
    failExpected(What + " in double quotes");
  return Out;
}

std::string TextCursor::readName(llvm::StringRef What) {
  if (is(TokenKind::String))
    return readString(What);
  std::string Out = Now.Text.str();
  if (is(TokenKind::Word))
    advance();
  else
    failExpected(What);
  return Out;
}

std::string TextCursor::readId(llvm::StringRef What) {
  std::string Out = readName(What);
  if (!isMark(":") || !Now.Adjacent || Next.Kind != TokenKind::Word || !Next.Adjacent)
    return Out;
  Out += ":" + Next.Text.str();
  advance();
  advance();
  return Out;
}

uint32_t TextCursor::readUint32(llvm::StringRef What) {
  const uint64_t Number = Now.Number;
  if (!is(TokenKind::Number))
    failExpected(What);
  else if (Number > std::numeric_limits<uint32_t>::max())
    fail(What + " does not fit into 32 bits");
  else
    advance();
  return static_cast<uint32_t>(Number);
}

int64_t TextCursor::readInt64() {
  const bool Negative = acceptMark("-");
  const uint64_t Number = Now.Number;
  const uint64_t Most = std::numeric_limits<int64_t>::max();
  if (!is(TokenKind::Number))
    failExpected("a number");
  else if (Number > Most + Negative)
    fail("a number that does not fit into 64 bits with a sign");
  else
    advance();
  return static_cast<int64_t>(Negative ? 0 - Number : Number);
}

uint32_t TextCursor::readSpanFile(Program &P, uint32_t DefaultFile) {
  if (is(TokenKind::String)) {
    const uint32_t File = P.internFile(readString("a file"));
    expectMark(":");
    return File;
  }
  if (DefaultFile >= P.Files.size())
    fail("a position without a file needs a 'source' line at the start of the text");
  return DefaultFile;
}

void TextCursor::readSpanEnd(Span &Out) {
  const uint32_t Number = readUint32("the end of the position");
  if (acceptMark(":")) {
    Out.EndLine = Number;
    Out.EndColumn = readUint32("a column");
  } else {
    Out.EndColumn = Number;
    Out.EndOffset = Out.Offset + (Out.EndColumn - Out.Column);
  }
  if (acceptMark("@"))
    Out.EndOffset = readUint32("an offset");
}

Span TextCursor::readSpan(Program &P, uint32_t DefaultFile) {
  Span Out;
  Out.File = readSpanFile(P, DefaultFile);
  if (is(TokenKind::Number) && Now.Number == 0)
    fail("lines count from 1");
  Out.Line = readUint32("a line");
  expectMark(":");
  Out.Column = readUint32("a column");
  if (acceptMark("@"))
    Out.Offset = readUint32("an offset");
  Out.EndLine = Out.Line;
  Out.EndColumn = Out.Column;
  Out.EndOffset = Out.Offset;
  if (acceptMark("-"))
    readSpanEnd(Out);
  return Out;
}

void TextCursor::fail(Position Where, const llvm::Twine &Reason) {
  if (failed())
    return;
  Message = (Path + ":" + llvm::Twine(Where.Line) + ":" + llvm::Twine(Where.Column) +
             ": " + Reason)
                .str();
  Now = Next = Token();
}

static std::string describe(const Token &Found) {
  switch (Found.Kind) {
  case TokenKind::End:
    return "the end of the text";
  case TokenKind::EndLine:
    return Found.Text == ";" ? "';'" : "the end of the line";
  case TokenKind::String:
  case TokenKind::Source:
    return "a string";
  case TokenKind::Error:
  case TokenKind::Word:
  case TokenKind::Number:
  case TokenKind::Mark:
    return ("'" + Found.Text.take_front(40) + "'").str();
  }
  return "";
}

void TextCursor::failExpected(const llvm::Twine &What) {
  fail("expected " + What + ", found " + describe(Now));
}

llvm::Error TextCursor::takeError() {
  if (!failed())
    return llvm::Error::success();
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

} // namespace dbtidy::program::text
