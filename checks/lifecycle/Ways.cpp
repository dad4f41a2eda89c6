//===- Ways.cpp - Where control may go -------------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Ways.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

const FunctionSummary *knownSummary(const Call &C, Session &Shared) {
  if (C.Virtual || C.Target != program::None)
    return nullptr;
  const FunctionSummary *Known = Shared.summary(C.Usr);
  return Known && Known->Known ? Known : nullptr;
}

bool isDispatched(const Call &C, Session &Shared) {
  return C.Target != program::None || (C.Virtual && !Shared.targets(C.Usr).empty());
}

bool mayUnwind(const Call &C, Session &Shared) {
  if (Shared.How.AllThrow && C.MayThrow)
    return true;
  if (const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr)
    return C.MayThrow && !Rule->Throws.empty();
  if (isDispatched(C, Shared))
    return C.MayThrow; // it may turn out to be one of those
  const FunctionSummary *Sum = knownSummary(C, Shared);
  return Sum && llvm::any_of(Sum->Outcomes, [](const Outcome &O) { return O.Throws; });
}

Lists waysOn(const Function &F, Session &Shared, const std::vector<uint32_t> &Order) {
  Lists Next(F.Blocks.size());
  for (const uint32_t Id : Order) {
    const auto Add = [&](uint32_t To) {
      if (To != program::None && !llvm::is_contained(Next[Id], To))
        Next[Id].push_back(To);
    };
    for (const Edge &E : F.Blocks[Id].Term.Edges)
      Add(E.To);
    for (const Event &E : F.Blocks[Id].Events)
      if (E.Kind == EventKind::Call && mayUnwind(F.Calls[E.CallIndex], Shared))
        Add(F.Calls[E.CallIndex].Unwind);
  }
  return Next;
}

llvm::BitVector waysOut(const Function &F, Session &Shared,
                        const std::vector<uint32_t> &Order) {
  llvm::BitVector Ends(static_cast<unsigned>(F.Blocks.size()));
  const auto Unwinds = [&](const Event &E) {
    return E.Kind == EventKind::Call && F.Calls[E.CallIndex].Unwind == program::None &&
           mayUnwind(F.Calls[E.CallIndex], Shared);
  };
  for (const uint32_t Id : Order) {
    const Terminator &T = F.Blocks[Id].Term;
    if (T.Kind == TerminatorKind::Return || T.Kind == TerminatorKind::Resume ||
        (T.Kind == TerminatorKind::Throw && T.Edges.empty()) ||
        llvm::any_of(F.Blocks[Id].Events, Unwinds))
      Ends.set(Id);
  }
  return Ends;
}

} // namespace dbtidy::lifecycle
