//===- Freshness.cpp - Whether files are as they were ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "cache/Freshness.h"

#include "base/ContentHash.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace dbtidy::driver {

std::string hashOfFile(llvm::StringRef Path) {
  if (!llvm::sys::fs::is_regular_file(Path)) // a pipe would wait for ever
    return "";
  const auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                                  /*RequiresNullTerminator=*/false);
  return Buffer ? contentHash((*Buffer)->getBuffer()) : std::string();
}

const std::string &Freshness::hashOf(llvm::StringRef Path) {
  const auto [Known, New] = Hashes.try_emplace(Path);
  if (New)
    Known->second = hashOfFile(Path);
  return Known->second;
}

bool Freshness::isFile(llvm::StringRef Path) {
  const auto [Known, New] = AreFiles.try_emplace(Path, false);
  if (New)
    Known->second = llvm::sys::fs::is_regular_file(Path);
  return Known->second;
}

bool Freshness::isFolder(llvm::StringRef Path) {
  const auto [Known, New] = AreFolders.try_emplace(Path, false);
  if (New)
    Known->second = llvm::sys::fs::is_directory(Path);
  return Known->second;
}

bool Freshness::holds(const capture::Dependencies &Read) {
  return !Read.Incomplete && llvm::all_of(Read.Files, [&](const auto &File) {
    return File.second.empty() ? isFile(File.first) : hashOf(File.first) == File.second;
  }) && llvm::none_of(Read.Absent, [&](const std::string &Path) {
    return isFile(Path);
  }) && llvm::none_of(Read.AbsentFolders, [&](const std::string &Path) {
    return isFolder(Path);
  });
}

void Readings::add(const capture::Dependencies &Read) {
  for (const auto &[Path, Hash] : Read.Files) {
    const auto [Known, New] = Files.try_emplace(Path, Hash);
    if (Known->second.empty()) // it was only asked for
      Known->second = Hash;
    Consistent &= Hash.empty() || Known->second == Hash;
  }
  Consistent &= !Read.Incomplete;
  Absent.insert_range(Read.Absent);
  AbsentFolders.insert_range(Read.AbsentFolders);
}

capture::Dependencies Readings::all() const {
  capture::Dependencies Out;
  for (const auto &File : Files)
    Out.Files.emplace_back(File.first().str(), File.second);
  for (const llvm::StringRef Path : Absent.keys())
    Out.Absent.push_back(Path.str());
  for (const llvm::StringRef Path : AbsentFolders.keys())
    Out.AbsentFolders.push_back(Path.str());
  llvm::sort(Out.Files);
  llvm::sort(Out.Absent);
  llvm::sort(Out.AbsentFolders);
  return Out;
}

} // namespace dbtidy::driver
