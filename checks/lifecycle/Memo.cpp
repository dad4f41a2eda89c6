//===- Memo.cpp - What earlier runs found out about functions -------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Memo.h"

#include "base/Archive.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

#include <algorithm>

namespace dbtidy::lifecycle {

/// Functions to a piece, about; and the most pieces that there are.
static constexpr size_t PieceSize = 1024, MostPieces = 256;

Memo::Memo(size_t Functions, Read From)
    : Pieces(std::min(MostPieces, llvm::PowerOf2Ceil(Functions / PieceSize + 1))) {
  const auto Count = static_cast<unsigned>(Pieces.size());
  for (unsigned Number = 0; Number != Count; ++Number) {
    Piece &P = Pieces[Number];
    std::optional<std::string> Bytes = From(Number, Count);
    if (!Bytes)
      continue;
    P.Bytes = std::move(*Bytes);
    ArchiveReader A(P.Bytes);
    for (size_t Left = A.count(); Left != 0 && !A.failed(); --Left) {
      uint64_t Digest = 0;
      A.number(Digest);
      const llvm::StringRef Entry = A.blob();
      if (A.failed())
        break; // what was read before it stands
      Known[Digest].push_back(Entry);
      ++P.Before;
    }
  }
}

llvm::ArrayRef<llvm::StringRef> Memo::find(uint64_t Digest) const {
  const auto Found = Known.find(Digest);
  return Found == Known.end() ? llvm::ArrayRef<llvm::StringRef>()
                              : llvm::ArrayRef<llvm::StringRef>(Found->second);
}

void Memo::keep(uint64_t Digest, llvm::StringRef Entry) {
  pieceOf(Digest).Stays.emplace_back(Digest, Entry);
  ++Kept;
}

void Memo::add(uint64_t Digest, std::string Entry) {
  New.push_back(std::make_unique<std::string>(std::move(Entry)));
  Piece &P = pieceOf(Digest);
  P.Stays.emplace_back(Digest, *New.back());
  P.Changed = true;
}

void Memo::save(Write To) {
  for (const auto &[Number, P] : llvm::enumerate(Pieces)) {
    llvm::sort(P.Stays);
    P.Stays.erase(llvm::unique(P.Stays), P.Stays.end());
    if (!P.Changed && P.Stays.size() == P.Before)
      continue;
    ArchiveWriter A;
    A.number(P.Stays.size());
    for (const auto &[Digest, Entry] : P.Stays) {
      A.number(Digest);
      A.blob(Entry);
    }
    To(static_cast<unsigned>(Number), static_cast<unsigned>(Pieces.size()), A.take());
  }
}

} // namespace dbtidy::lifecycle
