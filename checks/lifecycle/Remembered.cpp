//===- Remembered.cpp - Analyses that need not be done again --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Remembered.h"
#include "lifecycle/ResultArchive.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace dbtidy::lifecycle {

using namespace program;

uint64_t Remembered::digestOf(const Component &C) {
  std::vector<uint64_t> Each;
  for (const Function *F : C)
    Each.push_back(Digest.of(*F));
  return llvm::xxh3_64bits(
      {reinterpret_cast<const uint8_t *>(Each.data()), Each.size() * sizeof(uint64_t)});
}

/// 0 if there is none.
uint64_t Remembered::summaryHash(StringId Usr, bool Steps) {
  const auto Known = Shared.Summaries.find(Usr);
  if (Known == Shared.Summaries.end())
    return 0;
  const auto [Hash, New] = Hashes.try_emplace({Usr, Steps}, 0);
  if (New) {
    ArchiveWriter A;
    archiveSummary(A, Shared, Known->second, Steps);
    Hash->second = llvm::xxh3_64bits(A.take()) | 1;
  }
  return Hash->second;
}

void Remembered::forget(StringId Usr) {
  Hashes.erase({Usr, false});
  Hashes.erase({Usr, true});
}

uint64_t Remembered::beliefHash(StringId Usr) const {
  std::string Said;
  Said += Shared.Known.ReturnsOwned.contains(Usr) ? "owned" : "";
  const auto Add = [&](const std::set<std::pair<StringId, uint32_t>> &Of, char Kind) {
    for (auto It = Of.lower_bound({Usr, 0}); It != Of.end() && It->first == Usr; ++It)
      Said += Kind + std::to_string(It->second);
  };
  Add(Shared.Known.Fills, 'f');
  Add(Shared.Known.Borrows, 'b');
  return Said.empty() ? 0 : llvm::xxh3_64bits(Said) | 1;
}

/// Who alone mentions a variable.
uint64_t Remembered::userHash(StringId Usr) const {
  const Function *User = Shared.soleUser(Usr);
  return User ? llvm::xxh3_64bits(Shared.P.text(User->Usr)) | 1 : 0;
}

namespace {

/// The elements of a set, by Each(element).
template <typename Archive, typename T, typename Function>
void archiveSet(Archive &A, std::set<T> &Values, Function Each) {
  std::vector<T> List(Values.begin(), Values.end());
  archiveList(A, List, Each);
  if constexpr (Archive::Reads)
    Values = std::set<T>(List.begin(), List.end());
}

} // namespace

template <typename Archive> void Remembered::result(Archive &A, FunctionResult &R) {
  const auto Id = [&](StringId &Name) { archiveId(A, Shared, Name); };
  const auto Pair = [&](auto &Each) {
    Id(Each.first);
    A.number(Each.second);
  };
  archiveList(A, R.Faults, [&](Fault &F) { archiveFault(A, F, Places); });
  A.text(R.GaveUp);
  A.number(R.TouchesHandle);
  A.number(R.Obligations);
  std::vector<std::pair<Handed, unsigned>> Dropped(R.Dropped.begin(), R.Dropped.end());
  archiveList(A, Dropped, [&](auto &Each) {
    Id(Each.first.To);
    A.number(Each.first.Argument);
    A.number(Each.first.Behind);
    A.text(Each.first.Handle);
    A.number(Each.second);
  });
  if constexpr (Archive::Reads)
    R.Dropped.insert(Dropped.begin(), Dropped.end());
  archiveSet(A, R.Learned.ReturnsOwned, Id);
  archiveSet(A, R.Learned.Fills, Pair);
  archiveSet(A, R.Learned.Borrows, Pair);
}

/// Whether every question that the entry was made by has the same answer now. A name that
/// this program lacks has the answer that nothing is known.
bool Remembered::holds(ArchiveReader &A) {
  const auto Each = [&](auto Answer) {
    bool Same = true;
    for (size_t Left = A.count(); Left != 0 && !A.failed(); --Left) {
      const llvm::StringRef Name = A.text();
      uint64_t Hash = 0;
      A.number(Hash);
      const std::optional<StringId> Id = Shared.P.find(Name);
      Same &= Hash == (Id ? Answer(*Id) : 0);
    }
    return Same && !A.failed();
  };
  return Each([&](StringId Id) { return summaryHash(Id, true); }) &&
         Each([&](StringId Id) { return summaryHash(Id, false); }) &&
         Each([&](StringId Id) { return beliefHash(Id); }) &&
         Each([&](StringId Id) -> uint64_t {
           return Shared.ConnectionFields.contains(Id);
         }) &&
         Each([&](StringId Id) { return userHash(Id); }) &&
         Each([&](StringId Id) { return Shared.Virtuals.digest(Id); }) &&
         Each([&](StringId Id) { return Shared.Virtuals.slotDigest(Id); });
}

bool Remembered::read(llvm::StringRef Entry, const Component &C,
                      FunctionResults &Results) {
  ArchiveReader A(Entry);
  if (!holds(A))
    return false;
  std::vector<FunctionSummary> Summaries(C.size());
  std::vector<FunctionResult> Found(C.size());
  for (size_t I = 0; I != C.size(); ++I) {
    archiveSummary(A, Shared, Summaries[I]);
    result(A, Found[I]);
  }
  if (A.failed() || !A.atEnd())
    return false;
  for (size_t I = 0; I != C.size(); ++I) {
    const StringId Usr = C[I]->Usr;
    Shared.Summaries[Usr] = std::move(Summaries[I]);
    forget(Usr);
    Found[I].Seconds = Results[Usr].Seconds;
    Results[Usr] = std::move(Found[I]);
  }
  return true;
}

bool Remembered::restore(const Component &C, uint64_t Of, FunctionResults &Results) {
  for (const llvm::StringRef Entry : Entries.find(Of))
    if (read(Entry, C, Results)) {
      Entries.keep(Of, Entry);
      return true;
    }
  return false;
}

/// The names of the functions that the results on C tell of.
llvm::StringSet<> Remembered::toldOf(const Component &C, FunctionResults &Results) {
  llvm::StringSet<> Out;
  const auto Add = [&](const TraceRef &Trace) {
    if (Trace)
      for (const Step &S : Trace->Steps)
        Out.insert(S.Function);
  };
  for (const Function *F : C) {
    for (const Fault &Found : Results[F->Usr].Faults)
      for (const Step &S : Found.Path)
        Out.insert(S.Function);
    for (const Outcome &O : Shared.Summaries[F->Usr].Outcomes) {
      for (const NewValue &N : O.News) {
        Add(N.Trace);
        Add(N.EndTrace);
      }
      for (const Effect &E : O.Effects)
        Add(E.Trace);
    }
  }
  return Out;
}

void Remembered::remember(const Component &C, uint64_t Of,
                          const Session::Questions &Asked, FunctionResults &Results) {
  for (const Function *F : C)
    forget(F->Usr);
  ArchiveWriter A;
  const auto Answers = [&](std::set<StringId> Ids, auto Answer) {
    archiveSet(A, Ids, [&](StringId Id) {
      A.text(Shared.P.text(Id));
      A.number(Answer(Id));
    });
  };
  // Where a callee does something counts only if a result says so: else moving its lines
  // would cost all its callers.
  const llvm::StringSet<> Told = toldOf(C, Results);
  std::set<StringId> Inside, Others;
  for (const StringId Usr : Asked.Summaries) {
    if (llvm::any_of(C, [&](const Function *F) { return F->Usr == Usr; }))
      continue; // among themselves they know what they have found out
    const auto Callee = Shared.Functions.find(Usr);
    const bool Steps = Callee != Shared.Functions.end() &&
                       Told.contains(Shared.P.text(Callee->second->Name));
    (Steps ? Inside : Others).insert(Usr);
  }
  Answers(Inside, [&](StringId Id) { return summaryHash(Id, true); });
  Answers(Others, [&](StringId Id) { return summaryHash(Id, false); });
  Answers(Asked.Beliefs, [&](StringId Id) { return beliefHash(Id); });
  Answers(Asked.Fields,
          [&](StringId Id) -> uint64_t { return Shared.ConnectionFields.contains(Id); });
  Answers(Asked.Globals, [&](StringId Id) { return userHash(Id); });
  Answers(Asked.Tables, [&](StringId Id) { return Shared.Virtuals.digest(Id); });
  Answers(Asked.Slots, [&](StringId Id) { return Shared.Virtuals.slotDigest(Id); });
  for (const Function *F : C) {
    archiveSummary(A, Shared, Shared.Summaries[F->Usr]);
    result(A, Results[F->Usr]);
  }
  Entries.add(Of, A.take());
}

} // namespace dbtidy::lifecycle
