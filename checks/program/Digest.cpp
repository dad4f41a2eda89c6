//===- Digest.cpp - What a function says, as a number ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/Digest.h"
#include "program/Visit.h"

#include "llvm/Support/xxhash.h"

namespace dbtidy::program {

/// Gathers a function's fields as numbers, to be hashed at once.
class FunctionDigest {
public:
  FunctionDigest(Digests &Of, const Function &F) : Of(Of), Start(F.Loc) {}

  template <typename T> void number(T Value) {
    Words.push_back(static_cast<uint64_t>(Value));
  }
  void string(StringId Id) { Words.push_back(Of.textOf(Id)); }
  void usr(StringId Id) { string(Id); }
  void global(StringId Id) { string(Id); }
  void span(const Span &S) {
    if (!S.isValid())
      return number(0);
    const bool Inside = Start.isValid() && S.File == Start.File;
    const uint32_t Line = Inside ? Start.Line : 0, Offset = Inside ? Start.Offset : 0;
    number(Inside ? 1 : 2);
    number(Of.Files[S.File]);
    for (const uint32_t Part : {S.Line - Line, S.Column, S.Offset - Offset,
                                S.EndLine - Line, S.EndColumn, S.EndOffset - Offset})
      number(Part);
  }
  uint64_t result() const {
    return llvm::xxh3_64bits({reinterpret_cast<const uint8_t *>(Words.data()),
                              Words.size() * sizeof(uint64_t)});
  }

private:
  Digests &Of;
  Span Start;
  std::vector<uint64_t> Words;
};

Digests::Digests(const Program &P) : P(P), Texts(P.stringCount()) {
  Files.reserve(P.Files.size());
  for (const std::string &File : P.Files)
    Files.push_back(llvm::xxh3_64bits(File) | 1);
}

uint64_t Digests::textOf(StringId Id) {
  if (Texts[Id] == 0)
    Texts[Id] = llvm::xxh3_64bits(P.text(Id)) | 1;
  return Texts[Id];
}

uint64_t Digests::of(const Function &F) {
  FunctionDigest Into(*this, F);
  FunctionWalk(Into).function(F);
  return Into.result();
}

} // namespace dbtidy::program
