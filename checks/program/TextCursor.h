//===- TextCursor.h - Reading the program text form, bottom layer -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tokens with one of lookahead, the first error, and what every part of the text is
// made of: names, numbers, spans.
//
// The first error ends the text: every later token is the End. So a caller need not look
// for errors, as long as its loops stop at the end and it trusts no result it indexes by.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_TEXTCURSOR_H
#define DBTIDY_PROGRAM_TEXTCURSOR_H

#include "program/Program.h"
#include "program/TextLexer.h"

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

namespace dbtidy::program::text {

class TextCursor {
public:
  TextCursor(llvm::StringRef Text, llvm::StringRef Path);

  const Token &token() const { return Now; }
  const Token &ahead() const { return Next; }
  bool atEnd() const { return Now.Kind == TokenKind::End; }
  bool is(TokenKind Kind) const { return Now.Kind == Kind; }
  bool isMark(llvm::StringRef Mark) const;
  bool isWord(llvm::StringRef Word) const;
  bool aheadIsMark(llvm::StringRef Mark) const;

  void advance();
  bool acceptMark(llvm::StringRef Mark);
  bool acceptWord(llvm::StringRef Word);
  void expectMark(llvm::StringRef Mark);
  void expectWord(llvm::StringRef Word);
  void skipEndLines();
  /// A line ends here, or the braces around it close.
  void expectEndLine();

  /// A string in double quotes.
  std::string readString(llvm::StringRef What);
  /// A word or a string.
  std::string readName(llvm::StringRef What);
  /// `library:name`, a word or a string.
  std::string readId(llvm::StringRef What);
  uint32_t readUint32(llvm::StringRef What);
  int64_t readInt64();
  /// `3:5@40-12`; the file is DefaultFile unless the span names another one.
  Span readSpan(Program &P, uint32_t DefaultFile);

  void fail(const llvm::Twine &Reason) { fail(Now.Where, Reason); }
  void fail(Position Where, const llvm::Twine &Reason);
  /// Fails with "expected WHAT, found …".
  void failExpected(const llvm::Twine &What);
  bool failed() const { return !Message.empty(); }
  llvm::Error takeError();

private:
  uint32_t readSpanFile(Program &P, uint32_t DefaultFile);
  void readSpanEnd(Span &Out);

  TextLexer Lexer;
  std::string Path;
  Token Now, Next;
  std::string Message;
};

} // namespace dbtidy::program::text

#endif // DBTIDY_PROGRAM_TEXTCURSOR_H
