//===- Store.h - Files that hold what was found out -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The cache on disk: one file an entry, in folders by kind. An entry is written beside
// its place and renamed into it, so that runs at the same time see all of it or nothing,
// and carries a checksum over its kind, its key and its bytes: one that is damaged, cut
// short or put in another's place is not there.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CACHE_STORE_H
#define DBTIDY_CACHE_STORE_H

#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <vector>

namespace dbtidy::driver {

class Store {
public:
  /// Given, or the folder that users mean by default: $XDG_CACHE_HOME/dbtidy or
  /// ~/.cache/dbtidy; empty if there is none.
  static std::string folderOr(const std::string &Given);
  /// Makes the folder if need be. Fails if nothing can be written there, or if it holds
  /// other people's files: "FOLDER: reason; remedy".
  static llvm::Expected<Store> open(const std::string &Folder);

  /// The kinds of entries, each a folder.
  static constexpr llvm::StringLiteral Units = "units", Functions = "functions",
                                       Runs = "runs";

  /// The bytes under Key, which is a file name.
  std::optional<std::string> get(llvm::StringRef Kind, llvm::StringRef Key) const;
  /// What cannot be written is not there: a cache costs time at most.
  void put(llvm::StringRef Kind, llvm::StringRef Key, llvm::StringRef Bytes);
  /// As get and put, of an entry that has several forms, the newest first: whoever goes
  /// back to what was before, as between two branches, finds it. The oldest ones go.
  std::vector<std::string> forms(llvm::StringRef Kind, llvm::StringRef Key) const;
  void addForm(llvm::StringRef Kind, llvm::StringRef Key, llvm::StringRef Bytes);
  /// Removes what was not used for longest, if there is more than Limit in all.
  void prune(uint64_t Limit) const;

  struct Usage {
    std::string Kind;
    uint64_t Entries = 0, Bytes = 0;
  };
  std::vector<Usage> usage() const;
  /// Removes every entry, and nothing else. Gives the number.
  llvm::Expected<uint64_t> clear();
  const std::string &folder() const { return Folder; }
  bool written() const { return Written; } ///< by this run

private:
  explicit Store(std::string Folder) : Folder(std::move(Folder)) {}
  std::string pathOf(llvm::StringRef Kind, llvm::StringRef Key) const;
  struct Entry {
    std::string Path;
    uint64_t Bytes = 0;
    int64_t Used = 0; ///< seconds
  };
  std::vector<Entry> entries(llvm::StringRef Kind) const;

  std::string Folder;
  bool Written = false;
};

} // namespace dbtidy::driver

#endif // DBTIDY_CACHE_STORE_H
