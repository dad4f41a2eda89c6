//===- Nolint.cpp - Findings silenced in the source -----------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two deliberate differences from clang-tidy: a marker counts only inside a comment
// (there it counts in a string literal, too), and a macro's own text is not searched, as
// a finding knows only where the macro is used.
//
//===----------------------------------------------------------------------===//
#include "report/Nolint.h"
#include "report/Comments.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <algorithm>
#include <optional>

namespace dbtidy::report {

namespace {

enum class MarkerKind { Line, NextLine, Begin, End };

/// One NOLINT marker.
struct Marker {
  MarkerKind Kind;
  size_t Offset;
  /// Globs in order, trimmed; without a list in the source every check is meant, while an
  /// empty list means none.
  std::optional<std::vector<llvm::StringRef>> Checks;

  bool silences(llvm::StringRef Check) const;
};

/// A NOLINTBEGIN and its NOLINTEND.
struct Block {
  Marker Begin;
  size_t End;
};

struct Blocks {
  std::vector<Block> Closed;
  std::vector<Marker> Unmatched;
};

} // namespace

/// '*' stands for any text; nothing else is special.
static bool globMatches(llvm::StringRef Glob, llvm::StringRef Name) {
  llvm::SmallVector<llvm::StringRef> Parts;
  Glob.split(Parts, '*');
  if (Parts.size() == 1)
    return Glob == Name;
  if (!Name.consume_front(Parts.front()) || !Name.consume_back(Parts.back()))
    return false;
  for (const llvm::StringRef Part : llvm::ArrayRef(Parts).drop_front().drop_back()) {
    const size_t Found = Name.find(Part);
    if (Found == llvm::StringRef::npos)
      return false;
    Name = Name.drop_front(Found + Part.size());
  }
  return true;
}

/// Negative globs are skipped: in this place clang-tidy has no use for them either.
bool Marker::silences(llvm::StringRef Check) const {
  return !Checks || llvm::any_of(*Checks, [Check](llvm::StringRef Glob) {
    return !Glob.starts_with("-") && globMatches(Glob, Check);
  });
}

static std::optional<MarkerKind> markerKind(llvm::StringRef Word) {
  return llvm::StringSwitch<std::optional<MarkerKind>>(Word)
      .Case("NOLINT", MarkerKind::Line)
      .Case("NOLINTNEXTLINE", MarkerKind::NextLine)
      .Case("NOLINTBEGIN", MarkerKind::Begin)
      .Case("NOLINTEND", MarkerKind::End)
      .Default(std::nullopt);
}

/// Takes the list behind a marker from Rest; one that does not end on its line is none.
static std::optional<std::vector<llvm::StringRef>> takeCheckList(llvm::StringRef &Rest) {
  if (!Rest.starts_with("("))
    return std::nullopt;
  const size_t Close = Rest.find_first_of("\n)");
  if (Close == llvm::StringRef::npos || Rest[Close] != ')')
    return std::nullopt;
  llvm::SmallVector<llvm::StringRef> Split;
  Rest.slice(1, Close).split(Split, ',');
  Rest = Rest.drop_front(Close + 1);
  std::vector<llvm::StringRef> Globs;
  for (const llvm::StringRef Glob : Split)
    Globs.push_back(Glob.trim());
  return Globs;
}

static bool isInComment(const SourceText &File, size_t Offset) {
  const auto Candidate = llvm::partition_point(
      File.comments(), [Offset](const Comment &C) { return C.End <= Offset; });
  return Candidate != File.comments().end() && Candidate->Begin <= Offset;
}

/// All markers between two offsets that stand in a comment. A marker may start within a
/// longer word, but none may go on behind it: "NOLINTED" is a word.
static std::vector<Marker> markers(const SourceText &File, size_t Begin, size_t End) {
  std::vector<Marker> Result;
  const llvm::StringRef Part = File.text().take_front(End);
  for (size_t At = Part.find("NOLINT", Begin); At != llvm::StringRef::npos;
       At = Part.find("NOLINT", At)) {
    const size_t Start = At;
    while (At < End && llvm::isAlpha(Part[At]))
      ++At;
    const std::optional<MarkerKind> Kind = markerKind(Part.slice(Start, At));
    if (!Kind)
      continue;
    llvm::StringRef Rest = Part.substr(At);
    auto Checks = takeCheckList(Rest);
    At = End - Rest.size();
    if (isInComment(File, Start))
      Result.push_back({*Kind, Start, std::move(Checks)});
  }
  return Result;
}

/// Blocks nest: an end closes the innermost open begin if their lists are the same.
static Blocks blocks(std::vector<Marker> Markers) {
  Blocks Result;
  std::vector<Marker> Open;
  for (Marker &M : Markers) {
    if (M.Kind == MarkerKind::Begin) {
      Open.push_back(std::move(M));
    } else if (M.Kind == MarkerKind::End) {
      if (Open.empty() || Open.back().Checks != M.Checks) {
        Result.Unmatched.push_back(std::move(M));
        continue;
      }
      Result.Closed.push_back({std::move(Open.back()), M.Offset});
      Open.pop_back();
    }
  }
  llvm::append_range(Result.Unmatched, Open);
  return Result;
}

static bool lineSilences(const SourceText &File, size_t Begin, size_t End,
                         MarkerKind Kind, llvm::StringRef Check) {
  return llvm::any_of(markers(File, Begin, End), [&](const Marker &M) {
    return M.Kind == Kind && M.silences(Check);
  });
}

static bool blockSilences(const SourceText &File, size_t At, llvm::StringRef Check) {
  if (!File.text().contains("NOLINTBEGIN"))
    return false;
  const Blocks Found = blocks(markers(File, 0, File.text().size()));
  return llvm::any_of(Found.Closed, [&](const Block &B) {
    return B.Begin.Offset < At && At < B.End && B.Begin.silences(Check);
  });
}

bool suppressed(const Finding &F, Sources &Files) {
  const SourceText &File = Files.get(F.Loc.File);
  const llvm::StringRef Text = File.text();
  if (!F.Loc.isValid() || F.Loc.Line > File.lineCount())
    return false;
  // Lines end at LF alone here, as they do for clang-tidy.
  const size_t At = File.offset(F.Loc.Line, F.Loc.Column);
  const size_t Begin = Text.take_front(At).rfind('\n') + 1;
  const size_t End = std::min(Text.find('\n', At), Text.size());
  if (lineSilences(File, Begin, End, MarkerKind::Line, F.Check))
    return true;
  if (Begin > 0) {
    const size_t Before = Text.take_front(Begin - 1).rfind('\n') + 1;
    if (lineSilences(File, Before, Begin - 1, MarkerKind::NextLine, F.Check))
      return true;
  }
  return blockSilences(File, At, F.Check);
}

static FileProblem unmatched(const Marker &M, const std::string &FileName,
                             const SourceText &File) {
  const char *Message =
      M.Kind == MarkerKind::Begin
          ? "'NOLINTBEGIN' without a later 'NOLINTEND' for the same checks"
          : "'NOLINTEND' without an earlier 'NOLINTBEGIN' for the same checks";
  return {FileName, Message, /*Fatal=*/false, File.lineAt(M.Offset)};
}

std::vector<FileProblem> nolintProblems(const std::vector<std::string> &FileNames,
                                        Sources &Files) {
  std::vector<FileProblem> Problems;
  for (const std::string &Name : FileNames) {
    const SourceText &File = Files.get(Name);
    const llvm::StringRef Text = File.text();
    if (!Text.contains("NOLINTBEGIN") && !Text.contains("NOLINTEND"))
      continue;
    Blocks Found = blocks(markers(File, 0, Text.size()));
    llvm::sort(Found.Unmatched,
               [](const Marker &A, const Marker &B) { return A.Offset < B.Offset; });
    for (const Marker &M : Found.Unmatched)
      Problems.push_back(unmatched(M, Name, File));
  }
  return Problems;
}

} // namespace dbtidy::report
