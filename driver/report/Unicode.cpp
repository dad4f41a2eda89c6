//===- Unicode.cpp - UTF-8 as reporters need it ---------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Unicode.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Unicode.h"

#include <fmt/format.h>

namespace dbtidy::report {

static bool isContinuation(unsigned char Byte) { return (Byte & 0xC0) == 0x80; }

/// Length of the longest start of Text that could begin a well-formed sequence
/// (Unicode 15, table 3-7), at least 1.
static unsigned illFormedLength(llvm::StringRef Text) {
  const auto Lead = static_cast<unsigned char>(Text[0]);
  if (Lead < 0xC2 || Lead > 0xF4 || Text.size() < 2)
    return 1;
  const auto Second = static_cast<unsigned char>(Text[1]);
  const unsigned char Low = Lead == 0xE0 ? 0xA0 : Lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char High = Lead == 0xED ? 0x9F : Lead == 0xF4 ? 0x8F : 0xBF;
  if (Second < Low || Second > High)
    return 1;
  const unsigned Wanted = Lead < 0xE0 ? 2 : Lead < 0xF0 ? 3 : 4;
  unsigned Length = 2;
  while (Length < Wanted && Length < Text.size() &&
         isContinuation(static_cast<unsigned char>(Text[Length])))
    ++Length;
  return Length;
}

CodePoint decodeFirst(llvm::StringRef Text) {
  const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.data());
  const llvm::UTF8 *At = Begin;
  llvm::UTF32 Value = 0;
  if (llvm::convertUTF8Sequence(&At, Begin + Text.size(), &Value,
                                llvm::strictConversion) == llvm::conversionOK)
    return {Value, static_cast<unsigned>(At - Begin), true};
  return {0xFFFD, illFormedLength(Text), false};
}

unsigned utf16Length(llvm::StringRef Text) {
  unsigned Units = 0;
  while (!Text.empty()) {
    const CodePoint C = decodeFirst(Text);
    Units += C.utf16Units();
    Text = Text.drop_front(C.Size);
  }
  return Units;
}

Glyph glyph(CodePoint C, llvm::StringRef Bytes) {
  std::string Escaped;
  if (!C.Valid) {
    for (const char Byte : Bytes)
      Escaped += fmt::format("<{:02X}>", static_cast<unsigned char>(Byte));
  } else if (const int Width = llvm::sys::unicode::columnWidthUTF8(Bytes);
             Width < 0 || llvm::sys::unicode::isFormatting(static_cast<int>(C.Value))) {
    Escaped = fmt::format("<U+{:04X}>", C.Value);
  } else {
    return {Bytes.str(), static_cast<unsigned>(Width)};
  }
  const auto Width = static_cast<unsigned>(Escaped.size());
  return {std::move(Escaped), Width};
}

std::string printable(llvm::StringRef Text) {
  std::string Result;
  while (!Text.empty()) {
    const CodePoint C = decodeFirst(Text);
    const bool Space = C.Value == '\t' || C.Value == '\n' || C.Value == '\r';
    Result += Space ? " " : glyph(C, Text.take_front(C.Size)).Text;
    Text = Text.drop_front(C.Size);
  }
  return Result;
}

} // namespace dbtidy::report
