//===- Comments.cpp - Where the comments of a file are --------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A report has no compiler at hand, hence this small lexer: it knows just enough tokens
// not to take a "//" in a literal for a comment.
//
//===----------------------------------------------------------------------===//
#include "report/Comments.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace dbtidy::report {

namespace {

class Scanner {
public:
  explicit Scanner(llvm::StringRef Text) : Text(Text) {}

  std::vector<Comment> run() {
    while (At < Text.size())
      token();
    return std::move(Found);
  }

private:
  char peek(size_t Ahead = 0) const {
    return At + Ahead < Text.size() ? Text[At + Ahead] : '\0';
  }
  bool continuesName(size_t Ahead = 0) const;
  size_t find(llvm::StringRef What, size_t From) const;

  void token();
  void lineComment();
  void blockComment();
  void literal(char Quote);
  void rawLiteral();
  void name();
  void number();

  llvm::StringRef Text;
  size_t At = 0;
  std::vector<Comment> Found;
};

} // namespace

bool Scanner::continuesName(size_t Ahead) const {
  const char C = peek(Ahead);
  return llvm::isAlnum(C) || C == '_' || C == '$' ||
         static_cast<unsigned char>(C) >= 0x80;
}

size_t Scanner::find(llvm::StringRef What, size_t From) const {
  return std::min(Text.find(What, From), Text.size());
}

void Scanner::token() {
  const char C = peek();
  if (C == '/' && peek(1) == '/')
    lineComment();
  else if (C == '/' && peek(1) == '*')
    blockComment();
  else if (C == '"' || C == '\'')
    literal(C);
  else if (llvm::isDigit(C) || (C == '.' && llvm::isDigit(peek(1))))
    number();
  else if (continuesName())
    name();
  else
    ++At;
}

/// Ends at a line end, unless a backslash (and perhaps blanks) stand before it.
void Scanner::lineComment() {
  const size_t Begin = At;
  size_t End = At;
  do
    End = Text.find_first_of("\r\n", End + 1);
  while (End != llvm::StringRef::npos &&
         (Text.substr(End - 1, 2) == "\r\n" ||
          Text.slice(Begin, End).rtrim(" \t\r").ends_with("\\")));
  At = std::min(End, Text.size());
  Found.push_back({Begin, At});
}

void Scanner::blockComment() {
  const size_t Begin = At;
  At = std::min(find("*/", At + 2) + 2, Text.size());
  Found.push_back({Begin, At});
}

/// A literal without its closing quote ends with its line, as an apostrophe in #error
/// does.
void Scanner::literal(char Quote) {
  for (++At; At < Text.size() && peek() != '\n'; ++At) {
    if (peek() == Quote) {
      ++At;
      return;
    }
    if (peek() == '\\')
      At += peek(1) == '\r' && peek(2) == '\n' ? 2 : 1;
  }
}

/// At the opening quote: "delimiter( ... )delimiter".
void Scanner::rawLiteral() {
  const size_t Open = Text.find_first_of("(\"\\ \n", At + 1);
  if (Open == llvm::StringRef::npos || Text[Open] != '(' || Open - At > 17)
    return literal('"');
  const std::string Close = (")" + Text.slice(At + 1, Open) + "\"").str();
  At = std::min(find(Close, Open) + Close.size(), Text.size());
}

void Scanner::name() {
  const size_t Begin = At;
  while (At < Text.size() && continuesName())
    ++At;
  const llvm::StringRef Name = Text.slice(Begin, At);
  if (peek() == '"' &&
      (Name == "R" || Name == "LR" || Name == "uR" || Name == "UR" || Name == "u8R"))
    rawLiteral();
}

/// A preprocessing number: digits with separators, and a suffix that may hold letters.
void Scanner::number() {
  while (At < Text.size() &&
         (continuesName() || peek() == '.' || (peek() == '\'' && continuesName(1))))
    ++At;
}

std::vector<Comment> comments(llvm::StringRef Text) { return Scanner(Text).run(); }

} // namespace dbtidy::report
