//===- Unicode.h - UTF-8 as reporters need it -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Source text is bytes that are usually UTF-8. Ill-formed bytes are never an error here:
// each maximal ill-formed part counts as one U+FFFD, as in every web consumer of SARIF.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_UNICODE_H
#define DBTIDY_DRIVER_REPORT_UNICODE_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace dbtidy::report {

/// The first character of a text.
struct CodePoint {
  uint32_t Value = 0xFFFD;
  unsigned Size = 0; ///< bytes it takes, at least 1
  bool Valid = false;

  unsigned utf16Units() const { return Value > 0xFFFF ? 2 : 1; }
};

/// Decodes the first character of Text, which is not empty.
CodePoint decodeFirst(llvm::StringRef Text);

unsigned utf16Length(llvm::StringRef Text);

/// One character as a terminal may show it: itself when it is harmless, otherwise
/// "<U+001B>" or, for an ill-formed byte, "<FF>". Width is in terminal cells.
struct Glyph {
  std::string Text;
  unsigned Width = 1;
};
Glyph glyph(CodePoint C, llvm::StringRef Bytes);

/// Text of one line with everything a terminal could obey escaped. Hostile source must
/// not move the cursor, change the direction of writing or hide what it says.
std::string printable(llvm::StringRef Text);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_UNICODE_H
