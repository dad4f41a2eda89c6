//===- SarifPlaces.cpp - Texts and locations in SARIF ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Paths.h"
#include "report/SarifParts.h"
#include "report/Unicode.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace dbtidy::report {

/// Whether Text starts with a SARIF placeholder such as "{0}".
static bool startsPlaceholder(llvm::StringRef Text) {
  if (!Text.consume_front("{"))
    return false;
  const llvm::StringRef Rest = Text.drop_while(llvm::isDigit);
  return Rest.size() < Text.size() && Rest.starts_with("}");
}

/// Escapes no more than needed, as many viewers show the escapes.
std::string plainMessage(llvm::StringRef Text) {
  std::string Result;
  const std::string Safe = printable(Text);
  for (llvm::StringRef Rest = Safe; !Rest.empty();) {
    if (startsPlaceholder(Rest)) {
      const size_t Close = Rest.find('}');
      Result += ("{" + Rest.take_front(Close + 1) + "}").str();
      Rest = Rest.drop_front(Close + 1);
      continue;
    }
    Result += Rest.starts_with("](") ? "\\]" : Rest.take_front(1).str();
    Rest = Rest.drop_front();
  }
  return Result;
}

Json message(std::string Text) { return {{"text", std::move(Text)}}; }

Json logicalLocations(llvm::StringRef Function) {
  return Json::array(
      {{{"fullyQualifiedName", printable(Function)}, {"kind", "function"}}});
}

Json Places::spelled(llvm::StringRef File) const {
  llvm::SmallString<256> Absolute(File);
  llvm::sys::path::make_absolute(Root, Absolute);
  const std::string Relative = belowResolved(Root, Absolute);
  if (Relative.empty())
    return {{"uri", "file://" + uriPath(normalised(Absolute))}};
  return {{"uri", uriPath(Relative)}, {"uriBaseId", RootId}};
}

Json Places::artifact(llvm::StringRef File) {
  auto [Entry, IsNew] = Artifacts.try_emplace(File);
  if (IsNew)
    Entry->second = spelled(File);
  return Entry->second;
}

constexpr const char *ByteOrderMark = "\xEF\xBB\xBF";

/// A byte order mark is no part of the text that SARIF columns count.
static llvm::StringRef withoutMark(llvm::StringRef Text, unsigned Line) {
  if (Line == 1)
    Text.consume_front(ByteOrderMark);
  return Text;
}

unsigned Places::column(const SourceText &File, unsigned Line, unsigned Column) const {
  const size_t Byte = bytesBefore(Column);
  const llvm::StringRef Before = File.line(Line).take_front(Byte);
  // Behind the line's end (the file has changed) a byte counts as a unit.
  const size_t Missing = Byte - Before.size();
  return utf16Length(withoutMark(Before, Line)) + static_cast<unsigned>(Missing) + 1;
}

Json Places::region(const Location &Loc, bool Exact) {
  const SourceText &File = Files.get(Loc.File);
  const unsigned Line = std::max(Loc.Line, 1U);
  const unsigned Begin = column(File, Line, Loc.Column);
  unsigned EndLine = std::max(Loc.EndLine, Line);
  unsigned End = Loc.EndLine < Line ? Begin : column(File, Loc.EndLine, Loc.EndColumn);
  if (EndLine == Line)
    End = std::max(End, Begin);
  if (EndLine == Line && End == Begin && !Exact) {
    const llvm::StringRef Rest = File.line(Line).substr(bytesBefore(Loc.Column));
    End += Rest.empty() ? 0 : decodeFirst(Rest).utf16Units();
  }
  return {{"startLine", Line},
          {"startColumn", Begin},
          {"endLine", EndLine},
          {"endColumn", End}};
}

Json Places::physical(const Location &Loc) {
  return {{"artifactLocation", artifact(Loc.File)}, {"region", region(Loc)}};
}

/// A snippet is a help to readers, not a copy of generated or minified code.
constexpr size_t MaxSnippet = 2000;

static Json snippet(const SourceText &File, size_t Begin, size_t End) {
  llvm::StringRef Code = File.text().slice(Begin, End);
  if (Begin == 0)
    Code.consume_front(ByteOrderMark);
  if (Code.empty() || Code.size() > MaxSnippet || !llvm::json::isUTF8(Code))
    return {};
  return message(Code.str());
}

Json Places::quoted(const Location &Loc) {
  Json Result = physical(Loc);
  const SourceText &File = Files.get(Loc.File);
  if (Loc.EndLine < Loc.Line || Loc.EndLine > File.lineCount())
    return Result;
  Json Code = snippet(File, File.offset(Loc.Line, Loc.Column),
                      File.offset(Loc.EndLine, Loc.EndColumn));
  const unsigned First = std::max(Loc.Line, 2U) - 1;
  const unsigned Last = std::min(Loc.EndLine + 1, File.lineCount());
  const size_t ContextEnd = File.offset(Last, 1) + File.line(Last).size();
  Json Context = snippet(File, File.offset(First, 1), ContextEnd);
  if (Code.is_null())
    return Result;
  const bool IsWider = Context != Code; // as SARIF demands of a context
  Result["region"]["snippet"] = std::move(Code);
  if (!IsWider || Context.is_null())
    return Result;
  Result["contextRegion"] = {
      {"startLine", First}, {"endLine", Last}, {"snippet", std::move(Context)}};
  return Result;
}

} // namespace dbtidy::report
