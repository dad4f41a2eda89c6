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
  namespace fs = llvm::sys::fs;
  if (fs::is_directory(Path))
    return fault(Path, "it is a folder");
  fs::file_status Status;
  const bool Exists = !fs::status(Path, Status);
  if (Exists && Status.type() != fs::file_type::regular_file) {
    if (const std::error_code E = fs::access(Path, fs::AccessMode::Write))
      return fault(Path, E.message());
    return OutputFile(Path, std::nullopt);
  }
  llvm::SmallString<256> Target(Path);
  if (Exists) // through links
    if (const std::error_code E = fs::real_path(Path, Target))
      return fault(Path, E.message());
  llvm::Expected<fs::TempFile> File = fs::TempFile::create(Target + ".tmp-%%%%%%", 0644);
  if (!File)
    return fault(Path, llvm::toString(File.takeError()));
  return OutputFile(Target.str().str(), std::move(*File));
}

static llvm::Error write(const std::string &Path, int FD, const std::string &Text) {
  llvm::raw_fd_ostream Out(FD, /*shouldClose=*/false);
  Out << Text;
  Out.flush();
  if (!Out.has_error())
    return llvm::Error::success();
  const std::string Reason = Out.error().message();
  Out.clear_error();
  return fault(Path, Reason);
}

llvm::Error OutputFile::writeInto(const std::string &Text) {
  int FD = -1;
  if (const std::error_code E = llvm::sys::fs::openFileForWrite(
          Path, FD, llvm::sys::fs::CD_OpenExisting, llvm::sys::fs::OF_None))
    return fault(Path, E.message());
  llvm::Error Failed = write(Path, FD, Text);
  llvm::sys::fs::file_t Handle = llvm::sys::fs::convertFDToNativeFile(FD);
  if (const std::error_code E = llvm::sys::fs::closeFile(Handle); E && !Failed)
    return fault(Path, E.message());
  return Failed;
}

llvm::Error OutputFile::commit(const std::string &Text) {
  if (!File)
    return writeInto(Text);
  if (llvm::Error E = write(Path, File->FD, Text)) {
    llvm::consumeError(File->discard());
    return E;
  }
  if (llvm::Error E = File->keep(Path))
    return fault(Path, llvm::toString(std::move(E)));
  return llvm::Error::success();
}

OutputFile::~OutputFile() {
  if (File && File->FD != -1)
    llvm::consumeError(File->discard());
}

} // namespace dbtidy::driver
