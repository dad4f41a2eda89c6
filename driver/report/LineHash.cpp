//===- LineHash.cpp - The line hash of GitHub code scanning ---------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/LineHash.h"
#include "report/Unicode.h"

#include <fmt/format.h>

#include <cstdint>
#include <unordered_map>

namespace dbtidy::report {

namespace {

constexpr size_t WindowSize = 100;
constexpr uint64_t Factor = 37;
constexpr uint16_t EndMark = 0xFFFF;

/// The significant units of a text and where its lines start among them.
struct Units {
  std::vector<uint16_t> Values;
  std::vector<size_t> LineStarts;
};

} // namespace

static void append(std::vector<uint16_t> &Values, uint32_t Point) {
  if (Point <= 0xFFFF) {
    Values.push_back(static_cast<uint16_t>(Point));
    return;
  }
  Values.push_back(static_cast<uint16_t>(0xD800 + ((Point - 0x10000) >> 10)));
  Values.push_back(static_cast<uint16_t>(0xDC00 + ((Point - 0x10000) & 0x3FF)));
}

/// Blanks vanish, every line end becomes one LF, and an end mark follows the text. A CR
/// whose LF stands behind blanks ends two lines.
static Units significantUnits(llvm::StringRef Text) {
  Units Result;
  bool AtLineStart = true;
  const auto Add = [&](uint32_t Point) {
    if (AtLineStart)
      Result.LineStarts.push_back(Result.Values.size());
    AtLineStart = Point == '\n';
    append(Result.Values, Point);
  };
  bool AfterCr = false;
  while (!Text.empty()) {
    const CodePoint C = decodeFirst(Text);
    Text = Text.drop_front(C.Size);
    const bool Skipped =
        C.Value == ' ' || C.Value == '\t' || (AfterCr && C.Value == '\n');
    AfterCr = C.Value == '\r';
    if (!Skipped)
      Add(AfterCr ? '\n' : C.Value);
  }
  Add(EndMark);
  return Result;
}

/// The hash of a full window at each start: h = 37·h + next - 37^100·first, modulo 2^64.
static std::vector<uint64_t> windowHashes(const Units &Text) {
  uint64_t FirstFactor = 1;
  for (size_t I = 0; I != WindowSize; ++I)
    FirstFactor *= Factor;
  const auto Value = [&Text](size_t I) -> uint64_t {
    return I < Text.Values.size() ? Text.Values[I] : 0;
  };
  uint64_t Hash = 0;
  for (size_t I = 0; I != WindowSize; ++I)
    Hash = Factor * Hash + Value(I);
  std::vector<uint64_t> Result;
  size_t Start = 0;
  for (const size_t Wanted : Text.LineStarts) {
    for (; Start != Wanted; ++Start)
      Hash = Factor * Hash + Value(Start + WindowSize) - FirstFactor * Value(Start);
    Result.push_back(Hash);
  }
  return Result;
}

std::vector<std::string> lineHashes(llvm::StringRef Text) {
  std::unordered_map<uint64_t, unsigned> Seen;
  std::vector<std::string> Result;
  for (const uint64_t Hash : windowHashes(significantUnits(Text)))
    Result.push_back(fmt::format("{:x}:{}", Hash, ++Seen[Hash]));
  return Result;
}

} // namespace dbtidy::report
