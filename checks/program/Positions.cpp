//===- Positions.cpp - Where something stands inside its function ---------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/Positions.h"

namespace dbtidy::program {

Positions::Positions(const Program &P) : P(P), Files(P.Files.size()) {
  for (uint32_t File = 0; File != P.Files.size(); ++File)
    Numbers.emplace(P.Files[File], File);
  for (const Function &F : P.Functions) {
    Functions.try_emplace(F.Usr, &F);
    if (F.Loc.isValid() && F.Body.isValid() && F.Body.File == F.Loc.File)
      Files[F.Loc.File].try_emplace(F.Loc.Line, &F);
  }
}

const Function *Positions::around(const Location &L) const {
  const auto File = L.isValid() ? Numbers.find(L.File) : Numbers.end();
  if (File == Numbers.end())
    return nullptr;
  const auto &Starts = Files[File->second];
  const auto Next = Starts.upper_bound(L.Line);
  if (Next == Starts.begin())
    return nullptr;
  const Function *F = std::prev(Next)->second;
  return L.Line <= F->Body.EndLine ? F : nullptr;
}

// Unsigned numbers wrap, so that what stands before the name comes back as well.

Location Positions::relative(Location L, const Function &F) const {
  L.File.clear();
  L.Line -= F.Loc.Line;
  L.EndLine -= F.Loc.Line;
  L.Offset -= F.Loc.Offset;
  L.EndOffset -= F.Loc.Offset;
  return L;
}

Location Positions::absolute(Location L, const Function &F) const {
  L.File = P.Files[F.Loc.File];
  L.Line += F.Loc.Line;
  L.EndLine += F.Loc.Line;
  L.Offset += F.Loc.Offset;
  L.EndOffset += F.Loc.Offset;
  return L;
}

const Function *Positions::find(llvm::StringRef Usr) const {
  const std::optional<StringId> Id = P.find(Usr);
  const auto Found = Id ? Functions.find(*Id) : Functions.end();
  return Found == Functions.end() ? nullptr : Found->second;
}

} // namespace dbtidy::program
