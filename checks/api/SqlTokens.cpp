//===- SqlTokens.cpp - A lexer for the common part of SQL -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/SqlTokens.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace dbtidy::api {

static bool isWordChar(char C) {
  return llvm::isAlnum(C) || C == '_' || C == '$' || static_cast<unsigned char>(C) > 127;
}

SqlLexer::SqlLexer(llvm::StringRef Sql, llvm::StringRef Dialect)
    : Rest(Sql), Postgresql(Dialect == "postgresql"), Sqlite(Dialect == "sqlite"),
      Mysql(Dialect == "mysql"), Odbc(Dialect == "odbc") {}

SqlToken SqlLexer::take(SqlToken::Kind What, size_t Length) {
  const SqlToken Out{What, Rest.take_front(Length)};
  Rest = Rest.drop_front(Out.Text.size());
  return Out;
}

/// The length of a block comment at the begin of Text, which may be cut.
static size_t blockLength(llvm::StringRef Text, bool Nests) {
  size_t Depth = 1;
  for (size_t I = 2; I + 1 < Text.size(); ++I) {
    const llvm::StringRef Pair = Text.substr(I, 2);
    if (Pair == "*/")
      --Depth;
    else if (Nests && Pair == "/*")
      ++Depth;
    else
      continue;
    ++I;
    if (Depth == 0)
      return I + 1;
  }
  return Text.size();
}

/// The length of the comment at the begin of Rest, or 0.
size_t SqlLexer::commentLength() const {
  const size_t Line = Rest.find('\n');
  const size_t LineLength = Line == llvm::StringRef::npos ? Rest.size() : Line + 1;
  if (Rest.starts_with("--")) {
    // In MySQL "5--3" is a subtraction.
    const bool Comment = !Mysql || Rest.size() == 2 || llvm::isSpace(Rest[2]);
    return Comment ? LineLength : 0;
  }
  if (Mysql && Rest.starts_with("#"))
    return LineLength;
  // MySQL executes what is in "/*! */" and "/*!40101 */": only the brackets are skipped.
  if (Mysql && (Rest.starts_with("/*!") || Rest.starts_with("/*M!")))
    return std::min(Rest.find_first_not_of("0123456789", Rest.find('!') + 1),
                    Rest.size());
  if (Mysql && Rest.starts_with("*/"))
    return 2;
  return Rest.starts_with("/*") ? blockLength(Rest, Postgresql) : 0;
}

void SqlLexer::skipBlanks() {
  do
    Rest = Rest.drop_front(commentLength()).ltrim();
  while (commentLength() != 0);
}

/// The length of what Close ends, searched from From on. A doubled Close is read as two
/// strings side by side, which comes to the same.
size_t SqlLexer::lengthUpTo(char Close, bool Backslash, size_t From) const {
  for (size_t I = From; I < Rest.size(); ++I) {
    if (Backslash && Rest[I] == '\\')
      ++I;
    else if (Rest[I] == Close)
      return I + 1;
  }
  return Rest.size();
}

/// The length of $$…$$ or $tag$…$tag$, or 0.
size_t SqlLexer::dollarQuotedLength() const {
  const size_t Second = Rest.find('$', 1);
  if (!Rest.starts_with("$") || Second == llvm::StringRef::npos)
    return 0;
  const llvm::StringRef Tag = Rest.slice(1, Second);
  if (!Tag.empty() && llvm::isDigit(Tag.front()))
    return 0;
  if (!llvm::all_of(Tag, isWordChar))
    return 0;
  const size_t Close = Rest.find(Rest.take_front(Second + 1), Second + 1);
  return Close == llvm::StringRef::npos ? Rest.size() : Close + Second + 1;
}

/// The length of the string or quoted name at the begin of Rest, or 0.
size_t SqlLexer::quotedLength() const {
  switch (Rest.front()) {
  case '\'':
    return lengthUpTo('\'', Mysql, 1);
  case '"':
    return lengthUpTo('"', Mysql, 1);
  case '`':
    return Postgresql ? 0 : lengthUpTo('`', false, 1);
  case '[':
    return Sqlite || Odbc ? lengthUpTo(']', false, 1) : 0;
  case '$':
    return Postgresql ? dollarQuotedLength() : 0;
  case 'e':
  case 'E':
    return Postgresql && Rest.substr(1).starts_with("'") ? lengthUpTo('\'', true, 2) : 0;
  default:
    return 0;
  }
}

/// The length of a printf conversion at the begin of Rest ("%s", "%-5lld", "%1$s"), or 0.
size_t SqlLexer::holeLength() const {
  if (!Rest.starts_with("%"))
    return 0;
  size_t I = Rest.find_first_not_of("+-#.*$0123456789", 1);
  I = Rest.find_first_not_of("hlzjtL", I);
  if (I == llvm::StringRef::npos || !llvm::isAlpha(Rest[I]))
    return 0;
  return I + 1;
}

SqlToken SqlLexer::next() {
  skipBlanks();
  if (Rest.empty())
    return take(SqlToken::End, 0);
  if (const size_t Length = quotedLength())
    return take(SqlToken::Quoted, Length);
  if (const size_t Length = Rest.find_if_not(isWordChar))
    return take(SqlToken::Word, std::min(Length, Rest.size()));
  if (const size_t Length = holeLength())
    return take(SqlToken::Hole, Length);
  return take(SqlToken::Symbol, 1);
}

} // namespace dbtidy::api
