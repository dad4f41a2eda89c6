//===- Remembered.h - Analyses that need not be done again ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the engine: what an entry of the memo holds, and when it still holds.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_REMEMBERED_H
#define DBTIDY_LIFECYCLE_REMEMBERED_H

#include "base/Archive.h"
#include "lifecycle/CallGraph.h"
#include "lifecycle/Interpreter.h"
#include "lifecycle/Memo.h"
#include "program/Digest.h"

namespace dbtidy::lifecycle {

/// What the analysis of one function gave, beside its summary.
struct FunctionResult {
  std::vector<Fault> Faults;
  std::string GaveUp;
  bool TouchesHandle = false;
  unsigned Obligations = 0;
  std::map<Handed, unsigned> Dropped;
  Beliefs Learned;
  std::string Dumped;
  double Seconds = 0; ///< of this run; not remembered
};
using FunctionResults = std::map<program::StringId, FunctionResult>; ///< by USR

class Remembered {
public:
  Remembered(Session &Shared, Memo &Entries)
      : Shared(Shared), Entries(Entries), Digest(Shared.P), Places(Shared.P) {
    Shared.Places = &Places;
  }
  ~Remembered() { Shared.Places = nullptr; }
  Remembered(const Remembered &) = delete;
  Remembered &operator=(const Remembered &) = delete;

  /// What an entry on C is found by.
  uint64_t digestOf(const Component &C);
  /// Takes the results and summaries of C, whose digest is Of, from an entry that holds
  /// still. False if there is none.
  bool restore(const Component &C, uint64_t Of, FunctionResults &Results);
  /// Keeps what was found out about C, and by which questions.
  void remember(const Component &C, uint64_t Of, const Session::Questions &Asked,
                FunctionResults &Results);

private:
  llvm::StringSet<> toldOf(const Component &C, FunctionResults &Results);
  /// With the steps inside it where a result tells of them.
  uint64_t summaryHash(program::StringId Usr, bool Steps);
  void forget(program::StringId Usr);
  uint64_t beliefHash(program::StringId Usr) const;
  uint64_t userHash(program::StringId Usr) const;
  template <typename Archive> void result(Archive &A, FunctionResult &R);
  bool holds(ArchiveReader &A);
  bool read(llvm::StringRef Entry, const Component &C, FunctionResults &Results);

  Session &Shared;
  Memo &Entries;
  program::Digests Digest;
  program::Positions Places;
  std::map<std::pair<program::StringId, bool>, uint64_t> Hashes; ///< of summaries
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_REMEMBERED_H
