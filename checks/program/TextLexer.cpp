//===- TextLexer.cpp - Tokens of the program text form --------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/TextLexer.h"

#include "program/TextSyntax.h"

#include "llvm/ADT/StringExtras.h"

namespace dbtidy::program::text {

Position TextLexer::position() const {
  return {Line, static_cast<uint32_t>(Rest.data() - LineStart) + 1};
}

/// True if there was anything to skip. Line ends count as blanks inside parentheses.
bool TextLexer::skipBlanks() {
  const char *Before = Rest.data();
  while (!Rest.empty()) {
    if (Rest.starts_with("//") || Rest.starts_with("#")) {
      Rest = Rest.drop_until([](char C) { return C == '\n'; });
    } else if (Rest.front() == '\n' && Open != 0) {
      Rest = Rest.drop_front();
      LineStart = Rest.data();
      ++Line;
    } else if (llvm::StringRef(" \t\r\f\v").contains(Rest.front())) {
      Rest = Rest.drop_front();
    } else {
      break;
    }
  }
  return Rest.data() != Before;
}

Token TextLexer::take(TokenKind Kind, size_t Length) {
  Token Out;
  Out.Kind = Kind;
  Out.Where = position();
  Out.Text = Rest.take_front(Length);
  Rest = Rest.drop_front(Length);
  return Out;
}

/// An error at the start of Rest. Nothing is read after it.
Token TextLexer::error(const char *Reason) {
  Token Out = take(TokenKind::Error, Rest.size());
  Out.Value = Reason;
  return Out;
}

Token TextLexer::lexEndLine() {
  const bool IsLine = Rest.front() == '\n';
  Token Out = take(TokenKind::EndLine, 1);
  if (IsLine) {
    LineStart = Rest.data();
    ++Line;
  }
  return Out;
}

Token TextLexer::lexNumber() {
  const llvm::StringRef Digits = Rest.take_while(llvm::isAlnum);
  uint64_t Number = 0;
  const bool IsHex = Digits.starts_with("0x");
  if (Digits.drop_front(IsHex ? 2 : 0).getAsInteger(IsHex ? 16 : 10, Number))
    return error("not a number, or one of more than 64 bits");
  Token Out = take(TokenKind::Number, Digits.size());
  Out.Number = Number;
  return Out;
}

/// Reads what follows a backslash; false if it is not an escape.
bool TextLexer::lexEscape(llvm::StringRef &From, std::string &Value) {
  if (From.empty())
    return false;
  const char C = From.front();
  From = From.drop_front();
  if (C == 'x') {
    if (From.size() < 2 || !llvm::isHexDigit(From[0]) || !llvm::isHexDigit(From[1]))
      return false;
    Value += static_cast<char>(llvm::hexFromNibbles(From[0], From[1]));
    From = From.drop_front(2);
    return true;
  }
  static constexpr llvm::StringLiteral Letters = "nt\\\"`";
  static constexpr llvm::StringLiteral Meanings = "\n\t\\\"`";
  const size_t Index = Letters.find(C);
  if (Index == llvm::StringRef::npos)
    return false;
  Value += Meanings[Index];
  return true;
}

Token TextLexer::lexQuoted(char Quote, TokenKind Kind) {
  std::string Value;
  llvm::StringRef From = Rest.drop_front();
  while (!From.empty() && From.front() != Quote && From.front() != '\n') {
    const char C = From.front();
    From = From.drop_front();
    if (C != '\\')
      Value += C;
    else if (!lexEscape(From, Value))
      return error("a string with an unknown escape: only \\n, \\t, \\\\, \\\", \\` and "
                   "\\xHH are known");
  }
  if (!From.starts_with(llvm::StringRef(&Quote, 1)))
    return error("a string without its end in the same line");
  Token Out = take(Kind, From.data() + 1 - Rest.data());
  Out.Value = std::move(Value);
  return Out;
}

Token TextLexer::lexMark() {
  static constexpr llvm::StringLiteral Long[] = {
      "...", "..", "->", "==", "!=", "<=", ">=", "<<", ">>"};
  for (const llvm::StringLiteral Each : Long)
    if (Rest.starts_with(Each))
      return take(TokenKind::Mark, Each.size());
  const char C = Rest.front();
  if (!llvm::StringRef("()[]{}:,=<>+-*/%&|^!?@.").contains(C))
    return error("an unexpected character");
  if (C == '(' || C == '[')
    ++Open;
  else if ((C == ')' || C == ']') && Open != 0)
    --Open;
  return take(TokenKind::Mark, 1);
}

Token TextLexer::next() {
  const bool Adjacent = !skipBlanks();
  Token Out;
  if (Rest.empty())
    Out = take(TokenKind::End, 0);
  else if (Rest.front() == '\n' || Rest.front() == ';')
    Out = lexEndLine();
  else if (Rest.front() == '"')
    Out = lexQuoted('"', TokenKind::String);
  else if (Rest.front() == '`')
    Out = lexQuoted('`', TokenKind::Source);
  else if (llvm::isDigit(Rest.front()))
    Out = lexNumber();
  else if (const size_t Length = wordLength(Rest))
    Out = take(TokenKind::Word, Length);
  else
    Out = lexMark();
  Out.Adjacent = Adjacent;
  return Out;
}

} // namespace dbtidy::program::text
