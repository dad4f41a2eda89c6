//===- Memo.h - What earlier runs found out about functions -----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The analysis of a group of functions that call each other depends on their text, and on
// what it asked about the rest of the program: summaries of callees, beliefs, names of
// members. Each answer is remembered as a hash. If all of them are the same again, so is
// the result ("verifying traces": Mokhov, Mitchell, Peyton Jones, "Build systems à la
// carte", ICFP 2018). A callee that changed but does the same costs its callers nothing.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_MEMO_H
#define DBTIDY_LIFECYCLE_MEMO_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dbtidy::lifecycle {

/// Entries by digest. An entry is bytes that the analysis makes and understands. They are
/// kept in several pieces, so that a small change rewrites little.
class Memo {
public:
  /// Reads the piece Number of Count, if it is there; writes it. Pieces of another Count
  /// are other pieces.
  using Read =
      llvm::function_ref<std::optional<std::string>(unsigned Number, unsigned Count)>;
  using Write =
      llvm::function_ref<void(unsigned Number, unsigned Count, llvm::StringRef Bytes)>;

  /// For a program of Functions functions.
  Memo(size_t Functions, Read From);

  /// What is remembered under Digest.
  llvm::ArrayRef<llvm::StringRef> find(uint64_t Digest) const;
  /// An entry of find() holds still: it stays.
  void keep(uint64_t Digest, llvm::StringRef Entry);
  void add(uint64_t Digest, std::string Entry);
  /// How many entries held still, and how many are new.
  size_t kept() const { return Kept; }
  size_t added() const { return New.size(); }
  /// Hands out the pieces that changed. Entries that were neither kept nor added are
  /// gone.
  void save(Write To);

private:
  struct Piece {
    std::string Bytes;
    size_t Before = 0;                                       ///< entries in Bytes
    std::vector<std::pair<uint64_t, llvm::StringRef>> Stays; ///< into Bytes, or New
    bool Changed = false;
  };
  Piece &pieceOf(uint64_t Digest) { return Pieces[Digest % Pieces.size()]; }

  std::vector<Piece> Pieces;
  std::unordered_map<uint64_t, std::vector<llvm::StringRef>> Known;
  std::vector<std::unique_ptr<std::string>> New;
  size_t Kept = 0;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_MEMO_H
