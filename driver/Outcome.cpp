//===- Outcome.cpp - What the analysis of a whole program gave ------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Outcome.h"

#include "lifecycle/ResultArchive.h"

#include <fmt/format.h>

namespace dbtidy::driver {

void countFile(Outcome &To, const std::string &File, unsigned Errors,
               llvm::StringRef FirstError) {
  if (Errors == 0) {
    ++To.FilesAnalysed;
    return;
  }
  ++To.FilesWithErrors;
  ++To.FilesFailed;
  To.Problems.push_back(
      {File, fmt::format("{} in it, the first: {}; what could be parsed was analysed",
                         Errors == 1 ? "1 compile error"
                                     : fmt::format("{} compile errors", Errors),
                         FirstError.str())});
}

template <typename Archive> static void archive(Archive &A, Outcome &O) {
  for (unsigned *Count : {&O.FilesAnalysed, &O.FilesFailed, &O.FilesWithErrors})
    A.number(*Count);
  archiveList(A, O.Problems, [&](Outcome::Problem &P) {
    A.text(P.File);
    A.text(P.Message);
  });
  lifecycle::archiveResult(A, O.Result);
}

void archiveOutcome(ArchiveWriter &A, Outcome &O) { archive(A, O); }
void archiveOutcome(ArchiveReader &A, Outcome &O) { archive(A, O); }

void eachFile(Outcome &O, llvm::function_ref<void(std::string &)> Each) {
  for (Outcome::Problem &P : O.Problems)
    Each(P.File);
  for (lifecycle::Fault &F : O.Result.Faults) {
    Each(F.Made.File);
    Each(F.End.File);
    for (Step &S : F.Path)
      Each(S.Loc.File);
    for (Fix &Fixing : F.Fixes)
      for (Edit &E : Fixing.Edits)
        Each(E.Where.File);
  }
  for (lifecycle::GaveUp &G : O.Result.GaveUps)
    Each(G.Where.File);
}

} // namespace dbtidy::driver
