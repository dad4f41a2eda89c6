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

const std::string &Freshness::hashOf(llvm::StringRef Path) {
  const auto [Known, New] = Hashes.try_emplace(Path);
  // A pipe would wait for ever.
  if (New && llvm::sys::fs::is_regular_file(Path))
    if (const auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                                        /*RequiresNullTerminator=*/false))
      Known->second = contentHash((*Buffer)->getBuffer());
  return Known->second;
}

bool Freshness::exists(llvm::StringRef Path) {
  const auto [Known, New] = There.try_emplace(Path, false);
  if (New)
    Known->second = llvm::sys::fs::exists(Path);
  return Known->second;
}

bool Freshness::holds(const capture::Dependencies &Read) {
  return llvm::all_of(Read.Files,
                      [&](const auto &File) {
                        return File.second.empty() ? exists(File.first)
                                                   : hashOf(File.first) == File.second;
                      }) &&
         llvm::none_of(Read.Absent,
                       [&](const std::string &Path) { return exists(Path); });
}

void Readings::add(const capture::Dependencies &Read) {
  for (const auto &[Path, Hash] : Read.Files) {
    const auto [Known, New] = Files.try_emplace(Path, Hash);
    if (Known->second.empty()) // it was only asked for
      Known->second = Hash;
    Consistent &= Hash.empty() || Known->second == Hash;
  }
  for (const std::string &Path : Read.Absent)
    Absent.insert(Path);
}

capture::Dependencies Readings::all() const {
  capture::Dependencies Out;
  for (const auto &File : Files)
    Out.Files.emplace_back(File.first().str(), File.second);
  for (const llvm::StringRef Path : Absent.keys())
    Out.Absent.push_back(Path.str());
  llvm::sort(Out.Files);
  llvm::sort(Out.Absent);
  return Out;
}

} // namespace dbtidy::driver
