//===- Source.cpp - Names and positions of the source ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Source.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"

#include "llvm/Support/Path.h"

using namespace clang;

namespace dbtidy::capture {

static std::string absolutePath(SourceManager &SM, FileID File) {
  const auto Entry = SM.getFileEntryRefForID(File);
  if (!Entry)
    return SM.getBufferName(SM.getLocForStartOfFile(File)).str();
  llvm::SmallString<256> Path(Entry->getName());
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

Span Source::span(SourceRange Range) {
  Span Out;
  if (Range.isInvalid())
    return Out;
  // A range that starts in one macro argument and ends in another has no text of its own:
  // fall back to the place where its first token is written.
  const SourceLocation Begin = SM.getFileLoc(Range.getBegin());
  SourceLocation End = Range.getEnd();
  End = End.isMacroID() ? SM.getExpansionRange(End).getEnd() : End;
  if (SM.getFileID(Begin) != SM.getFileID(End) ||
      SM.getFileOffset(End) < SM.getFileOffset(Begin))
    End = Begin;
  End = Lexer::getLocForEndOfToken(End, 0, SM, Context.getLangOpts());
  if (End.isInvalid())
    End = Begin;
  const auto [File, Offset] = SM.getDecomposedLoc(Begin);
  const auto [Known, New] = FileIds.try_emplace(File, 0);
  if (New)
    Known->second = Into.internFile(absolutePath(SM, File));
  Out.File = Known->second;
  Out.Offset = Offset;
  Out.Line = SM.getLineNumber(File, Offset);
  Out.Column = SM.getColumnNumber(File, Offset);
  Out.EndOffset = SM.getFileOffset(End);
  Out.EndLine = SM.getLineNumber(File, Out.EndOffset);
  Out.EndColumn = SM.getColumnNumber(File, Out.EndOffset);
  return Out;
}

std::string Source::text(const Expr *E) {
  const SourceRange Range = E->getSourceRange();
  CharSourceRange const Chars = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(Range), SM, Context.getLangOpts());
  if (Chars.isInvalid())
    return {};
  std::string Out;
  for (const char C : Lexer::getSourceText(Chars, SM, Context.getLangOpts())) {
    if (C == ' ' || C == '\t' || C == '\n' || C == '\r' || C == '\\') {
      if (!Out.empty() && Out.back() != ' ')
        Out += ' ';
      continue;
    }
    Out += C;
  }
  if (Out.size() > 60)
    Out = Out.substr(0, 57) + "...";
  return Out;
}

program::StringId Source::usr(const Decl *D) {
  D = D->getCanonicalDecl();
  const auto [Known, New] = Usrs.try_emplace(D, 0);
  if (!New)
    return Known->second;
  llvm::SmallString<128> Buffer;
  if (index::generateUSRForDecl(D, Buffer)) {
    // Clang names no such declaration; its position does.
    const Span Where = span(D->getSourceRange());
    Buffer = "?" + std::to_string(Where.File) + ":" + std::to_string(Where.Offset);
  }
  // Lambdas and local classes of two instantiations of one template share Clang's name.
  unsigned &Namesakes = UsrCounts[Buffer];
  if (Namesakes++)
    (Buffer += '~') += std::to_string(Namesakes);
  return Usrs[D] = Into.intern(Buffer);
}

program::StringId Source::qualifiedName(const NamedDecl *D) {
  const auto [Known, New] = Names.try_emplace(D, 0);
  if (!New)
    return Known->second;
  std::string Name;
  llvm::raw_string_ostream Out(Name);
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressUnwrittenScope = true;
  Policy.AnonymousTagLocations = false; // the path is this machine's
  Policy.SuppressInlineNamespace =
      llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
  if (const auto *Method = dyn_cast<CXXMethodDecl>(D);
      Method && Method->getParent()->isLambda())
    Name = "(lambda)";
  else
    D->printQualifiedName(Out, Policy);
  return Names[D] = Into.intern(Name);
}

program::StringId Source::typeName(QualType Type) {
  if (Type.isNull())
    return 0;
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.AnonymousTagLocations = false;
  return Into.intern(Type.getAsString(Policy));
}

bool Source::inSystemHeader(const Decl *D) const {
  const SourceLocation Where = D->getLocation();
  return Where.isInvalid() || SM.isInSystemHeader(SM.getExpansionLoc(Where));
}

} // namespace dbtidy::capture
