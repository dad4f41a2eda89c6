//===- Excerpt.cpp - One source line with a mark under it -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Excerpt.h"
#include "report/Unicode.h"

#include <algorithm>
#include <vector>

namespace dbtidy::report {

namespace {

constexpr unsigned TabStop = 4;
constexpr size_t MaxBytes = 4096; // on either side of the mark
constexpr const char *Cut = "...";

/// A character, where it starts in the source line and on the screen.
struct Cell {
  Glyph Shown;
  size_t Byte = 0;
  unsigned Column = 0;
};

/// The part of a line that is shown, in screen columns.
struct Window {
  unsigned Begin = 0;
  unsigned End = 0;

  bool holds(const Cell &C) const {
    return C.Column >= Begin && C.Column + C.Shown.Width <= End;
  }
};

} // namespace

static std::vector<Cell> cells(llvm::StringRef Line) {
  std::vector<Cell> Result;
  unsigned Column = 0;
  for (size_t Byte = 0; Byte < Line.size();) {
    const CodePoint C = decodeFirst(Line.substr(Byte));
    Glyph Shown = glyph(C, Line.substr(Byte, C.Size));
    if (C.Value == '\t') {
      const unsigned Width = TabStop - Column % TabStop;
      Shown = {std::string(Width, ' '), Width};
    } else if (C.Value == 0xFEFF && Byte == 0) {
      Shown = {"", 0}; // a byte order mark says nothing to a reader
    }
    Result.push_back({std::move(Shown), Byte, Column});
    Column += Result.back().Shown.Width;
    Byte += C.Size;
  }
  return Result;
}

/// Screen column of the character that holds a byte; Total behind the last one.
static unsigned columnOf(const std::vector<Cell> &Line, size_t Byte, size_t LineSize,
                         unsigned Total) {
  if (Byte >= LineSize)
    return Total;
  const auto After = std::ranges::upper_bound(Line, Byte, {}, &Cell::Byte);
  return std::prev(After)->Column;
}

/// Keeps a third of the width before the mark, as what follows usually tells more.
static Window windowAround(unsigned Mark, unsigned Total, unsigned Width) {
  if (Total <= Width)
    return {0, Total};
  const unsigned Before = Width / 3;
  unsigned Begin = Mark > Before ? Mark - Before : 0;
  Begin = std::min(Begin, Total - Width);
  return {Begin, Begin + Width};
}

static std::string visible(const std::vector<Cell> &Line, const Window &Shown) {
  std::string Text;
  unsigned Column = Shown.Begin;
  for (const Cell &C : Line) {
    if (!Shown.holds(C))
      continue;
    // A wide character that straddles the edge leaves a gap.
    Text.append(C.Column > Column ? C.Column - Column : 0, ' ');
    Text += C.Shown.Text;
    Column = C.Column + C.Shown.Width;
  }
  return Text;
}

/// Generated code may have megabytes on a line; how many bytes to leave out before Begin.
static size_t skipped(llvm::StringRef Line, size_t Begin) {
  size_t Skip = Begin > MaxBytes ? Begin - MaxBytes : 0;
  while (Skip > 0 && Skip < Begin &&
         (static_cast<unsigned char>(Line[Skip]) & 0xC0) == 0x80)
    ++Skip;
  return Skip;
}

Excerpt excerpt(llvm::StringRef Line, size_t Begin, size_t End, unsigned Width) {
  Begin = std::min(Begin, Line.size());
  const size_t Skip = skipped(Line, Begin);
  Line = Line.substr(Skip, 2 * MaxBytes);
  Begin -= Skip;
  End = std::clamp(End - std::min(End, Skip), Begin, Line.size());
  const std::vector<Cell> Cells = cells(Line);
  const unsigned Total =
      Cells.empty() ? 0 : Cells.back().Column + Cells.back().Shown.Width;
  const unsigned MarkBegin = columnOf(Cells, Begin, Line.size(), Total);
  const unsigned MarkEnd = columnOf(Cells, End, Line.size(), Total);
  const Window Shown = windowAround(MarkBegin, Total, Width);
  const std::string Head = Shown.Begin > 0 ? Cut : "";
  const std::string Tail = Shown.End < Total ? Cut : "";

  Excerpt Result;
  Result.Line = Head + visible(Cells, Shown) + Tail;
  Result.Line.resize(llvm::StringRef(Result.Line).rtrim(' ').size());
  Result.Mark = std::string(Head.size() + MarkBegin - Shown.Begin, ' ') + '^';
  const unsigned LastMark = std::min(MarkEnd, Shown.End);
  if (LastMark > MarkBegin + 1)
    Result.Mark.append(LastMark - MarkBegin - 1, '~');
  return Result;
}

} // namespace dbtidy::report
