//===- Sources.cpp - The source texts a report quotes ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Sources.h"

#include "llvm/Support/FileSystem.h"

#include <algorithm>

namespace dbtidy::report {

static std::vector<size_t> lineStarts(llvm::StringRef Text) {
  std::vector<size_t> Starts = {0};
  for (size_t At = Text.find_first_of("\r\n"); At != llvm::StringRef::npos;
       At = Text.find_first_of("\r\n", At)) {
    At += Text.substr(At).starts_with("\r\n") ? 2 : 1;
    Starts.push_back(At);
  }
  return Starts;
}

SourceText::SourceText(std::unique_ptr<llvm::MemoryBuffer> Content)
    : Buffer(std::move(Content)) {
  if (Buffer)
    Starts = lineStarts(Buffer->getBuffer());
}

llvm::StringRef SourceText::text() const {
  return Buffer ? Buffer->getBuffer() : llvm::StringRef();
}

llvm::StringRef SourceText::line(unsigned Number) const {
  if (Number == 0 || Number > Starts.size())
    return {};
  const size_t End = Number < Starts.size() ? Starts[Number] : text().size();
  return text().slice(Starts[Number - 1], End).rtrim("\r\n");
}

size_t SourceText::offset(unsigned Line, unsigned Column) const {
  if (Line == 0 || Starts.empty())
    return 0;
  if (Line > Starts.size())
    return text().size();
  return Starts[Line - 1] + std::min(bytesBefore(Column), line(Line).size());
}

unsigned SourceText::lineAt(size_t Offset) const {
  const auto After = std::ranges::upper_bound(Starts, Offset);
  return static_cast<unsigned>(After - Starts.begin());
}

const std::vector<Comment> &SourceText::comments() const {
  if (!Comments)
    Comments = report::comments(text());
  return *Comments;
}

/// Only regular files: a pipe or a device among the names must not stall a report.
static std::unique_ptr<llvm::MemoryBuffer> read(llvm::StringRef File) {
  llvm::sys::fs::file_status Status;
  if (llvm::sys::fs::status(File, Status) || !llvm::sys::fs::is_regular_file(Status) ||
      Status.getSize() > Sources::MaxFileSize)
    return nullptr;
  // Volatile: copied rather than mapped, as an editor may truncate the file meanwhile.
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true);
  return Buffer ? std::move(*Buffer) : nullptr;
}

const SourceText &Sources::get(llvm::StringRef File) {
  std::unique_ptr<SourceText> &Entry = Files[File];
  if (!Entry)
    Entry = std::make_unique<SourceText>(read(File));
  return *Entry;
}

} // namespace dbtidy::report
