//===- Freshness.h - Whether files are as they were -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CACHE_FRESHNESS_H
#define DBTIDY_CACHE_FRESHNESS_H

#include "base/Archive.h"
#include "capture/Dependencies.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace dbtidy::driver {

/// contentHash() of a file; empty if it is none or cannot be read.
std::string hashOfFile(llvm::StringRef Path);

/// Looks at each file once in a run, and goes by content alone: times lie.
class Freshness {
public:
  /// Whether every file of Read has the content it had, and none that was absent is
  /// there.
  bool holds(const capture::Dependencies &Read);
  /// The file's content, hashed; empty if it cannot be read.
  const std::string &hashOf(llvm::StringRef Path);

private:
  bool isFile(llvm::StringRef Path);
  bool isFolder(llvm::StringRef Path);

  llvm::StringMap<std::string> Hashes;
  llvm::StringMap<bool> AreFiles, AreFolders;
};

/// What several compilations have read. Inconsistent if a file changed between them, or
/// one of them is incomplete.
class Readings {
public:
  void add(const capture::Dependencies &Read);
  bool consistent() const { return Consistent; }
  capture::Dependencies all() const;

private:
  llvm::StringMap<std::string> Files;
  llvm::StringSet<> Absent, AbsentFolders;
  bool Consistent = true;
};

template <typename Archive>
void archiveDependencies(Archive &A, capture::Dependencies &Read) {
  archiveList(A, Read.Files, [&](auto &File) {
    A.text(File.first);
    if constexpr (Archive::Reads)
      File.second = A.blob().str();
    else
      A.blob(File.second);
  });
  archiveList(A, Read.Absent, [&](std::string &Path) { A.text(Path); });
  archiveList(A, Read.AbsentFolders, [&](std::string &Path) { A.text(Path); });
  A.number(Read.Incomplete);
}

} // namespace dbtidy::driver

#endif // DBTIDY_CACHE_FRESHNESS_H
