//===- Span.h - A range of source text --------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bottom of the pipeline: plain data that every stage shares.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_SPAN_H
#define DBTIDY_BASE_SPAN_H

#include <cstdint>
#include <string>

namespace dbtidy {

/// A half-open range of text in one file of a program. Lines and columns count from 1,
/// columns and offsets in bytes; the end is the position just behind the last byte. A
/// span with Line 0 is "nowhere" (an implicit function, a command-line macro).
struct Span {
  uint32_t File = 0; ///< index into the file table of the program that holds the span
  uint32_t Line = 0;
  uint32_t Column = 0;
  uint32_t Offset = 0;
  uint32_t EndLine = 0;
  uint32_t EndColumn = 0;
  uint32_t EndOffset = 0;

  bool isValid() const { return Line != 0; }
  bool operator==(const Span &Other) const = default;
};

/// A span whose file is spelled out, so that it can leave the program it came from.
struct Location {
  std::string File; ///< as the compiler was given it, made absolute
  uint32_t Line = 0;
  uint32_t Column = 0;
  uint32_t Offset = 0;
  uint32_t EndLine = 0;
  uint32_t EndColumn = 0;
  uint32_t EndOffset = 0;

  bool isValid() const { return Line != 0; }
  bool operator==(const Location &Other) const = default;
};

} // namespace dbtidy

#endif // DBTIDY_BASE_SPAN_H
