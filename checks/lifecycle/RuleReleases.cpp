//===- RuleReleases.cpp - What the rules say of the end of handles --------===//
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

//===--- Releasing ---------------------------------------------------------------===//

void Interpreter::ruleReleases(State &S, const api::CallRule &Rule, Site &At,
                               Value Result) {
  for (const api::Release &R : Rule.Releases) {
    const auto V = placeValue(S, At, R.At, Result);
    if (!V)
      continue;
    std::optional<Fact> If;
    if (R.When) {
      If = condition(S, At, *R.When, Result);
      if (If && If->In.isEmpty())
        continue;
    }
    // One call may release several kinds: the one that the value is.
    if (V->isSym() && Rule.Releases.size() > 1)
      if (const Resource *Known = S.resource(V->sym());
          Known && Known->What && Known->What != R.What)
        continue;
    release(S, *V, &R, R.What, If, origin(At), Rule.Name);
  }
}

/// A release shows what its function thinks of those that the handle came from or passed.
void Interpreter::believe(const State &, const Resource &R) {
  if (R.EscapedTo)
    Learned.Borrows.insert({R.EscapedTo, R.EscapedArg});
  if (R.Now == Phase::Borrowed && R.Made.Event != None && R.Likely) {
    const Event &E = event(R.Made.Event);
    if (E.Kind == EventKind::Call && F.Calls[E.CallIndex].Usr &&
        !F.Calls[E.CallIndex].System)
      Learned.ReturnsOwned.insert(F.Calls[E.CallIndex].Usr);
  }
  const Symbol &Sym = Names.sym(R.Handle);
  if (Sym.K != Symbol::Kind::Entry || Sym.B == 0)
    return;
  // Put there by the unknown call that last changed its storage.
  const Event &E = event(Sym.B - 1);
  if (E.Kind != EventKind::Call)
    return;
  const Call &C = F.Calls[E.CallIndex];
  if (C.System)
    return; // a container hands nothing out
  const Storage &Where = Names.loc(Sym.A);
  for (uint32_t I = 0; I != C.Args.size(); ++I) {
    const Expr &A = F.Exprs[C.Args[I].Value];
    if (C.Usr && Where.K == Storage::Kind::Var && A.Kind == ExprKind::AddressOf &&
        A.Where.Path.empty() && A.Where.Base == Where.A && R.What &&
        !P.text(C.Args[I].Handle).empty())
      Learned.Fills.insert({C.Usr, I});
  }
}

/// What is made from Parent and still owed.
llvm::SmallVector<SymId, 2> Interpreter::childrenOf(const State &S, SymId Parent) {
  llvm::SmallVector<SymId, 2> Out;
  for (const Resource &Child : S.Resources)
    if (Child.Parent == Parent && Child.Now == Phase::Owned)
      Out.push_back(Child.Handle);
  return Out;
}

/// Whether a child certainly is open, unless it is null for a reason that is not known.
bool Interpreter::hasOpenChild(const State &S, SymId Parent) const {
  return llvm::any_of(childrenOf(S, Parent), [&](SymId Child) {
    return certain(S, S.resource(Child)->If) && S.range(Child) != Range::of(0);
  });
}

/// Where a release is refused while a child lives and nobody has asked whether the child
/// was made at all, both are ways to go on: with it, and without.
Interpreter::States Interpreter::splitByChild(State S, const Value &Parent) {
  States Out;
  if (Parent.isSym())
    for (const SymId Child : childrenOf(S, Parent.sym())) {
      const Resource &R = *S.resource(Child);
      const bool Open = certain(S, R.If) && !S.range(Child).contains(0);
      if (R.Escaped || Open || !feasible(S, R.If) || S.range(Child) == Range::of(0))
        continue;
      State With = S;
      bool Can = refine(With, Child, Range::nonZero());
      for (const Fact &F : llvm::SmallVector<Fact, 1>(R.If))
        Can = Can && refine(With, F.Of, F.In);
      if (Can && refine(S, Child, Range::of(0))) {
        Out.push_back(std::move(With));
        break; // the others are as they were: one is enough to refuse
      }
      return {Can ? std::move(With) : std::move(S)};
    }
  Out.push_back(std::move(S));
  return Out;
}

/// splitByChild() of what the call at At releases on that condition.
Interpreter::States Interpreter::splitAt(State S, const api::CallRule *Rule,
                                         const FunctionSummary *Sum, const Site &At) {
  if (Rule)
    for (const api::Release &R : Rule->Releases)
      if (R.Open == api::Children::Forbid && R.At.From == api::Where::Root::Argument &&
          R.At.Derefs == 0 && R.At.Argument < At.Args.size())
        return splitByChild(std::move(S), At.Args[R.At.Argument]);
  if (Sum)
    for (const Outcome &O : Sum->Outcomes)
      for (const Effect &E : O.Effects)
        if (E.K == Effect::Kind::Release && E.Open == api::Children::Forbid) {
          const Value On = resolve(S, E.On, At);
          return splitByChild(std::move(S), On);
        }
  States Out;
  Out.push_back(std::move(S));
  return Out;
}

/// A value that is not known is released: a pointer that runs over an array leads to any
/// of its elements.
void Interpreter::releaseSome(State &S, const api::Handle *What) {
  std::vector<Value> Held;
  for (const auto &[L, V] : S.Env) {
    const Resource *R = V.isSym() ? S.resource(V.sym()) : nullptr;
    if (!R || R->What != What)
      continue;
    for (LocId Part = L; Part != None; Part = Names.loc(Part).Parent)
      if (Names.loc(Part).K == Storage::Kind::Index) {
        Held.push_back(V);
        break;
      }
  }
  for (const Value &V : Held)
    escape(S, V, 0, 0);
}

/// What a layer of the program's own takes back may be kept there, to be used again.
void Interpreter::giveBack(Resource &R, const std::optional<Fact> &If) {
  if (If && R.Now == Phase::Owned)
    R.If.push_back({If->Of, If->In.complement()});
  if (If)
    return;
  R.Escaped |= R.Now != Phase::Owned; // the caller's: it owes it no more
  R.Now = Phase::Borrowed;
}

/// What is made from Parent, and what is made from that, ends with it.
void Interpreter::closeChildren(State &S, SymId Parent) {
  for (const SymId Child : childrenOf(S, Parent)) {
    S.resource(Child)->Now = Phase::Borrowed;
    closeChildren(S, Child);
  }
}

void Interpreter::release(State &S, Value V, const api::Release *Rule,
                          const api::Handle *What, std::optional<Fact> If,
                          const Origin &By, llvm::StringRef Name) {
  if (V.K == Value::Kind::Address) {
    escape(S, V, 0, 0);
    return;
  }
  if (V.K == Value::Kind::Unknown || V.K == Value::Kind::Undef)
    releaseSome(S, What);
  if (!V.isSym() || S.range(V.sym()) == Range::of(0))
    return;
  const SymId H = V.sym();
  Resource &R = resourceFor(S, H, What);
  if (What && Shared.isInferred(*What->Owner)) {
    giveBack(R, If);
    return;
  }
  believe(S, R);
  if (auto L = ended(S, V); L && L->Kind == FaultKind::UseAfterRelease) {
    L->Kind = FaultKind::DoubleRelease;
    L->Event = By.Event;
    L->EndCall = Name.str();
    L->Second = By;
    misuse(S, V, std::move(*L));
    return;
  }
  if (Rule && Rule->Open == api::Children::Forbid && hasOpenChild(S, H)) {
    // The library refuses, and the handle stays as it was.
    note(S, By.Event, H,
         "'" + Name.str() + "' fails and leaves the " + (What ? What->Noun : "handle") +
             " open: what was made from it is not released yet");
    if (If)
      refine(S, If->Of, If->In.complement());
    return;
  }
  R.Now = Phase::Released;
  R.Open = Rule ? Rule->Open : api::Children::Keep;
  R.Ended = By;
  R.If.clear();
  if (If)
    R.If.push_back(*If);
  note(S, By.Event, H, "");
  if (If && Rule && Rule->Open == api::Children::Forbid)
    for (const SymId Child : childrenOf(S, H)) // it succeeds if none is there
      addImplication(S, *If, {Child, Range::of(0)});
  if (Rule && Rule->Open == api::Children::Close)
    closeChildren(S, H);
  endDerived(S, H, "", By);
  if (Transaction *T = S.transaction(H); T && T->Open && Rule && Rule->EndsTransaction) {
    T->Open = false;
    T->Ended = By;
    T->If.clear();
  }
}

void Interpreter::ruleTakes(State &S, const api::CallRule &Rule, Site &At, Value Result) {
  for (const api::Take &T : Rule.Takes) {
    std::optional<Fact> If;
    if (T.When) {
      If = condition(S, At, *T.When, Result);
      if (If && If->In.isEmpty())
        continue;
    }
    const auto V = placeValue(S, At, T.At, Result);
    if (!V)
      continue;
    Resource *R = V->isSym() ? S.resource(V->sym()) : nullptr;
    // By its answer the call says whether it took it.
    if (T.When && If && If->Of && R && R->Now == Phase::Owned &&
        T.When->Subject.From == api::Where::Root::Return) {
      R->If.push_back({If->Of, If->In.complement()});
      R->OnlyIfKnown = true; // who does not ask trusts that it did
    } else {
      escape(S, *V, 0, 0);
    }
  }
  if (Rule.TakesFormatted)
    ruleFormatted(S, *Rule.TakesFormatted, At, Result);
}

/// The arguments behind the format, one a conversion, in order; `*` takes one too.
void Interpreter::ruleFormatted(State &S, const api::FormatTake &Take, Site &At,
                                Value Result) {
  const auto Format = placeValue(S, At, Take.Format, Result);
  if (!Format || Format->K != Value::Kind::Text)
    return;
  const llvm::StringRef Text = P.text(static_cast<StringId>(Format->N));
  size_t Next = Take.Format.Argument + 1 + (At.C.HasReceiver ? 1 : 0);
  for (size_t I = 0; I < Text.size(); ++I) {
    if (Text[I] != '%')
      continue;
    for (++I;
         I < Text.size() && llvm::StringRef("-+ #0,!123456789.lh*").contains(Text[I]);
         ++I) {
      if (Text[I] == '*')
        ++Next;
    }
    if (I >= Text.size() || Text[I] == '%')
      continue;
    if (Text[I] == Take.Conversion[0] && Next < At.Args.size())
      escape(S, At.Args[Next], 0, 0);
    ++Next;
  }
}

/// malloc, free and realloc: the object, not what it points to.
void Interpreter::ruleObjects(State &S, const api::CallRule &Rule, Site &At,
                              Value Result) {
  if (!Rule.FreesObject)
    return;
  const auto V = placeValue(S, At, *Rule.FreesObject, Result);
  if (!V || !V->isSym())
    return;
  // A handle that is plain memory may be given back as such.
  if (Resource *R = S.resource(V->sym()); R && R->Now == Phase::Owned)
    R->Now = Phase::Borrowed;
  const LocId Object = Names.pointee(V->sym());
  std::vector<std::pair<LocId, Value>> Held;
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
    if (!Names.isBelow(Entry.first, Object))
      return false;
    Held.push_back(Entry);
    return true;
  });
  if (Rule.FreshObject && Result.isSym()) {
    for (const auto &[L, Inner] : Held)
      S.set(Names.rebase(L, Object, Names.pointee(Result.sym())), Inner);
    return;
  }
  checkLost(S, LossKind::Free, At.Event, At.Block);
}

} // namespace dbtidy::lifecycle
