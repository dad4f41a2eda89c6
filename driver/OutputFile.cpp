//===- OutputFile.cpp - A file that appears whole or not at all -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "OutputFile.h"

#include "llvm/Support/raw_ostream.h"

#include <fmt/format.h>

namespace dbtidy::driver {

static llvm::Error fault(const std::string &Path, const std::string &Reason) {
  return llvm::createStringError(
      llvm::inconvertibleErrorCode(),
      fmt::format("cannot write '{}': {}; choose another file", Path, Reason));
}

llvm::Expected<OutputFile> OutputFile::open(const std::string &Path) {
  if (llvm::sys::fs::is_directory(Path))
    return fault(Path, "it is a folder");
  llvm::Expected<llvm::sys::fs::TempFile> File =
      llvm::sys::fs::TempFile::create(Path + ".tmp-%%%%%%", 0644);
  if (!File)
    return fault(Path, llvm::toString(File.takeError()));
  return OutputFile(Path, std::move(*File));
}

llvm::Error OutputFile::commit(const std::string &Text) {
  llvm::raw_fd_ostream Out(File.FD, /*shouldClose=*/false);
  Out << Text;
  Out.flush();
  if (Out.has_error()) {
    const std::string Reason = Out.error().message();
    Out.clear_error();
    llvm::consumeError(File.discard());
    return fault(Path, Reason);
  }
  if (llvm::Error E = File.keep(Path))
    return fault(Path, llvm::toString(std::move(E)));
  return llvm::Error::success();
}

OutputFile::~OutputFile() {
  if (File.FD != -1)
    llvm::consumeError(File.discard());
}

} // namespace dbtidy::driver
