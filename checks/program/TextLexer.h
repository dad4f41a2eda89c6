//===- TextLexer.h - Tokens of the program text form ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Splits the text form into tokens. Fails by making an Error token, whose Value says why.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_TEXTLEXER_H
#define DBTIDY_PROGRAM_TEXTLEXER_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>

namespace dbtidy::program::text {

struct Position {
  uint32_t Line = 1;
  uint32_t Column = 1; ///< in bytes
};

enum class TokenKind : uint8_t {
  End,     ///< of the text
  Error,   ///< Value: the reason
  EndLine, ///< a line's end outside parentheses, or `;`
  Word,    ///< an identifier, perhaps qualified
  Number,  ///< Number; never signed
  String,  ///< Value: the text between the double quotes
  Source,  ///< Value: the text between the backquotes
  Mark     ///< an operator or a bracket
};

struct Token {
  TokenKind Kind = TokenKind::End;
  llvm::StringRef Text; ///< as written
  std::string Value;    ///< without escapes
  uint64_t Number = 0;
  Position Where;
  bool Adjacent = false; ///< nothing stands between the token before and this one
};

class TextLexer {
public:
  explicit TextLexer(llvm::StringRef Text) : Rest(Text), LineStart(Text.data()) {}

  Token next();

private:
  Position position() const;
  bool skipBlanks();
  Token take(TokenKind Kind, size_t Length);
  Token lexEndLine();
  Token lexNumber();
  Token lexQuoted(char Quote, TokenKind Kind);
  bool lexEscape(llvm::StringRef &From, std::string &Value);
  Token lexMark();
  Token error(const char *Reason);

  llvm::StringRef Rest;  ///< not yet read
  const char *LineStart; ///< of the line that Rest begins in
  uint32_t Line = 1;
  unsigned Open = 0; ///< parentheses and square brackets
};

} // namespace dbtidy::program::text

#endif // DBTIDY_PROGRAM_TEXTLEXER_H
