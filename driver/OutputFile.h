//===- OutputFile.h - A file that appears whole or not at all -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_OUTPUTFILE_H
#define DBTIDY_DRIVER_OUTPUTFILE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"

#include <optional>
#include <string>

namespace dbtidy::driver {

/// Reserves a temporary file beside the target when opened; commit() writes it and
/// renames it over the target. Without a commit nothing stays behind. A symbolic link
/// stays one: its target is replaced. What is no regular file (a pipe, a device) is
/// written into.
class OutputFile {
public:
  /// Fails if Path cannot be written: "PATH: reason".
  static llvm::Expected<OutputFile> open(const std::string &Path);
  llvm::Error commit(const std::string &Text);

  OutputFile(OutputFile &&) = default;
  OutputFile &operator=(OutputFile &&) = delete;
  OutputFile(const OutputFile &) = delete;
  OutputFile &operator=(const OutputFile &) = delete;
  ~OutputFile();

private:
  OutputFile(std::string Path, std::optional<llvm::sys::fs::TempFile> File)
      : Path(std::move(Path)), File(std::move(File)) {}
  llvm::Error writeInto(const std::string &Text);
  std::string Path;
  std::optional<llvm::sys::fs::TempFile> File; ///< none for a pipe or device
};

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_OUTPUTFILE_H
