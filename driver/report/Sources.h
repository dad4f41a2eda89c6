//===- Sources.h - The source texts a report quotes -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A report may come from cached facts, so no compiler holds the text any more. A file
// that cannot be read, or has changed since, makes a report poorer, never wrong or
// impossible.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_SOURCES_H
#define DBTIDY_DRIVER_REPORT_SOURCES_H

#include "report/Comments.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

#include <memory>
#include <optional>
#include <vector>

namespace dbtidy::report {

/// How many bytes stand before a column on its line; an unknown column is the first.
inline size_t bytesBefore(uint32_t Column) { return Column == 0 ? 0 : Column - 1; }

/// The text of one file; empty when it cannot be had.
class SourceText {
public:
  /// A null Buffer stands for an unreadable file.
  explicit SourceText(std::unique_ptr<llvm::MemoryBuffer> Content);

  bool isReadable() const { return Buffer != nullptr; }
  llvm::StringRef text() const;

  /// Lines end as Clang ends them: at LF, CR LF or a lone CR.
  unsigned lineCount() const { return static_cast<unsigned>(Starts.size()); }

  /// Line Number (from 1) without its end; empty when there is no such line.
  llvm::StringRef line(unsigned Number) const;

  /// Where a line and byte column (from 1) lie in text(), clamped to the line.
  size_t offset(unsigned Line, unsigned Column) const;

  /// Line that holds an offset.
  unsigned lineAt(size_t Offset) const;

  /// The comments of the file, found on first use.
  const std::vector<Comment> &comments() const;

private:
  std::unique_ptr<llvm::MemoryBuffer> Buffer;
  std::vector<size_t> Starts;
  mutable std::optional<std::vector<Comment>> Comments;
};

/// Reads each file once and keeps it. Not for concurrent use.
class Sources {
public:
  static constexpr uint64_t MaxFileSize = uint64_t{64} << 20;

  /// The reference lives as long as this object.
  const SourceText &get(llvm::StringRef File);

private:
  llvm::StringMap<std::unique_ptr<SourceText>> Files;
};

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_SOURCES_H
