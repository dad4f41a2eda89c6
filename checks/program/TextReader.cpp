//===- TextReader.cpp - The program model as text: reading ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/ProgramText.h"
#include "program/TextFunctionReader.h"
#include "program/TextSyntax.h"

namespace dbtidy::program {

using namespace text;

/// Keeps lines, columns and counts far from 32 bits.
static constexpr size_t MaxTextSize = static_cast<size_t>(256) << 20;

static void readVersion(TextCursor &In) {
  if (In.is(TokenKind::Number) && In.token().Number != Version)
    In.fail("this text has version " + In.token().Text +
            ", but this dbtidy reads version " + llvm::Twine(Version) + " only");
  In.readUint32("the version of the text form");
  In.expectEndLine();
}

static void readSource(TextCursor &In, Program &P) {
  if (!P.MainFile.empty() || !P.Files.empty() || !P.Functions.empty())
    In.fail("'source' has to come once, before files and functions");
  P.MainFile = In.readString("a file");
  if (!In.acceptWord("unlisted"))
    P.internFile(P.MainFile);
  In.expectEndLine();
}

static void readFile(TextCursor &In, Program &P) {
  const Position Where = In.token().Where;
  const size_t Before = P.Files.size();
  if (P.internFile(In.readString("a file")) != Before)
    In.fail(Where, "this file is listed already");
  In.expectEndLine();
}

static void readItem(TextCursor &In, Program &P) {
  if (In.isWord("function")) {
    FunctionReader(In, P).read();
    return In.expectEndLine();
  }
  if (In.acceptWord("source"))
    return readSource(In, P);
  if (In.acceptWord("file"))
    return readFile(In, P);
  In.failExpected("'function'");
}

llvm::Expected<Program> readText(llvm::StringRef Text, llvm::StringRef Path) {
  TextCursor In(Text.take_front(MaxTextSize), Path);
  if (Text.size() > MaxTextSize)
    In.fail("the text is larger than 256 MiB");
  Program P;
  In.skipEndLines();
  if (In.acceptWord("program"))
    readVersion(In);
  for (In.skipEndLines(); !In.atEnd(); In.skipEndLines())
    readItem(In, P);
  if (llvm::Error Problem = In.takeError())
    return Problem;
  return P;
}

} // namespace dbtidy::program
