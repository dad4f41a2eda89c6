//===- SqlTokens.h - A lexer for the common part of SQL ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What TransactionText reads: words, and everything else so far that a semicolon or a
// keyword inside a string or a comment is not taken for one.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_SQLTOKENS_H
#define DBTIDY_API_SQLTOKENS_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>

namespace dbtidy::api {

struct SqlToken {
  enum Kind : uint8_t {
    Word,   ///< a keyword, a name without quotes, a number
    Quoted, ///< a string or a quoted name
    Hole,   ///< "%s" and its like
    Symbol, ///< one character
    End     ///< of the text
  };
  Kind What = End;
  llvm::StringRef Text; ///< as written, with its quotes

  bool isWord(llvm::StringRef Keyword) const {
    return What == Word && Text.equals_insensitive(Keyword);
  }
  bool isSymbol(char C) const { return What == Symbol && Text.front() == C; }
};

/// Reads SQL text from left to right. Text that ends inside a string or a comment is not
/// a fault.
class SqlLexer {
public:
  SqlLexer(llvm::StringRef Sql, llvm::StringRef Dialect);
  SqlToken next();

private:
  SqlToken take(SqlToken::Kind What, size_t Length);
  void skipBlanks();
  size_t commentLength() const;
  size_t quotedLength() const;
  size_t lengthUpTo(char Close, bool Backslash, size_t From) const;
  size_t dollarQuotedLength() const;
  size_t holeLength() const;

  llvm::StringRef Rest;
  bool Postgresql, Sqlite, Mysql, Odbc;
};

} // namespace dbtidy::api

#endif // DBTIDY_API_SQLTOKENS_H
