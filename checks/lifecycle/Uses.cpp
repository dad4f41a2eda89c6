//===- Uses.cpp - Uses of what has ended ----------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"
#include "lifecycle/Mentions.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// What V is, if it has ended on this path for all that is known: a handle, or a value
/// that died with one. The act that misuses it is the caller's to tell.
std::optional<Interpreter::Loss> Interpreter::ended(const State &S,
                                                    const Value &V) const {
  if (!V.isSym())
    return std::nullopt;
  Loss L;
  L.Past = S.Past;
  L.Likely = !S.isSure();
  L.Joined = S.Joined;
  if (const Resource *R = S.resource(V.sym());
      R && R->Now == Phase::Released && !R->Told && feasible(S, R->If)) {
    L.Kind = FaultKind::UseAfterRelease;
    L.What = *R;
    L.Likely |= R->Likely;
    return L;
  }
  const Derived *D = derivedFrom(S, Names, V);
  const Resource *From = D && D->Dead.Event != None ? S.resource(D->From) : nullptr;
  if (!From || !From->What || !feasible(S, From->If))
    return std::nullopt;
  L.Kind = FaultKind::DerivedUse;
  L.What = *From;
  L.What.Ended = D->Dead;
  return L;
}

/// Reports the misuse of V, once for each path.
void Interpreter::misuse(State &S, const Value &V, Loss L) {
  const bool Handle = L.Kind != FaultKind::DerivedUse;
  report(std::move(L));
  // It stays released: so it is to the caller, too.
  if (Handle)
    S.resource(V.sym())->Told = true;
  else if (const Derived *D = derivedFrom(S, Names, V))
    S.derived(D->Value)->Dead.Event = None;
}

/// Whether a function that is given R as an argument is sure to look at what is behind
/// it.
bool Interpreter::looksAt(const Resource &R, const Site &At, size_t Index,
                          const api::CallRule *Rule) const {
  // What a destructor has ended is still memory to be given back.
  if (P.text(At.C.Rule) == "cxx:operator delete")
    return false;
  // So is an object of the program's own that a library worked in: it may be freed, or
  // made anew.
  if (Rule && R.Made.Event == None && !releasesArgument(Rule, At.C, Index) &&
      (Rule->FreesObject || fillsObject(*Rule, At.C, Index)))
    return false;
  if (Rule || At.C.Library)
    return true;
  // A function of one's own may compare or forget the pointer; it reads what it takes as
  // const. Text that is printed is read.
  const Arg &A = At.C.Args[Index];
  return A.PointsToConst ||
         (A.Variadic && R.What && R.What->Kind == api::HandleKind::Buffer && !A.Handle);
}

void Interpreter::checkArguments(State &S, const Site &At, const api::CallRule *Rule) {
  for (size_t I = 0; I != At.Args.size(); ++I) {
    const Value V = At.Args[I];
    std::optional<Loss> L = ended(S, V);
    if (!L || (L->Kind == FaultKind::UseAfterRelease &&
               (releasesArgument(Rule, At.C, I) || !looksAt(L->What, At, I, Rule))))
      continue;
    L->Event = At.Event;
    L->Block = At.Block;
    L->EndCall = P.text(At.C.Name).str();
    L->Second = origin(At);
    misuse(S, V, std::move(*L));
  }
}

/// A pointer V is followed, by what Here is.
void Interpreter::checkRead(State &S, const Value &V) {
  std::optional<Loss> L = ended(S, V);
  if (!L)
    return;
  L->Act = UseAct::Read;
  L->Event = HereEvent;
  L->Block = HereBlock;
  L->Second.Event = HereEvent;
  misuse(S, V, std::move(*L));
}

void Interpreter::checkReturned(State &S, const Value &V, uint32_t Block) {
  std::optional<Loss> L = ended(S, V);
  // Where all callers are at hand, what they do with it tells better.
  if (F.Internal && L && L->Kind == FaultKind::UseAfterRelease)
    return;
  if (!L || !P.text(F.ReturnType).contains('*'))
    return;
  L->Act = UseAct::Return;
  L->Block = Block;
  misuse(S, V, std::move(*L));
}

} // namespace dbtidy::lifecycle
