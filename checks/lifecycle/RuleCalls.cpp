//===- RuleCalls.cpp - What the rules say of a call -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"
#include "lifecycle/Mentions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// Symbols of a call event: its result, then what it stores into its arguments.
static constexpr unsigned FirstOutSlot = 1;

//===--- Places and conditions ----------------------------------------------------===//

/// The number of the argument that a place starts from, the receiver included.
static size_t argumentIndex(const api::Where &W, const Call &C) {
  if (W.From == api::Where::Root::Receiver)
    return 0;
  return W.Argument + (C.HasReceiver ? 1 : 0);
}

LocId Interpreter::placeLoc(State &S, const Site &At, const api::Where &W) {
  Value V;
  if (W.From == api::Where::Root::Return) {
    V = Value::symbol(Names.event(At.Event, 0));
  } else {
    const size_t Index = argumentIndex(W, At.C);
    if (Index >= At.Args.size())
      return None;
    V = At.Args[Index];
  }
  LocId L = None;
  for (unsigned I = 0; I != W.Derefs; ++I) {
    if (L != None)
      V = read(S, L);
    L = pointed(V);
    if (L == None)
      return None;
  }
  for (const std::string &Field : W.Fields)
    if (L != None) {
      const auto Name = P.find(Field);
      if (!Name)
        return None;
      L = Names.field(L, *Name);
    }
  return L;
}

std::optional<Value> Interpreter::placeValue(State &S, const Site &At,
                                             const api::Where &W, Value Result) {
  if (W.Derefs) {
    const LocId L = placeLoc(S, At, W);
    if (L == None)
      return std::nullopt;
    return read(S, L);
  }
  if (W.From == api::Where::Root::Return)
    return Result;
  const size_t Index = argumentIndex(W, At.C);
  if (Index >= At.Args.size())
    return std::nullopt;
  return At.Args[Index];
}

std::optional<Fact> Interpreter::condition(State &S, const Site &At,
                                           const api::Condition &C, Value Result) {
  std::optional<Value> V = placeValue(S, At, C.Subject, Result);
  const Range In(C.Values);
  if (V && !C.Via.empty()) {
    const auto Accessors = Shared.Rules.named(C.Via);
    if (Accessors.empty() || !V->isSym())
      return std::nullopt;
    const Resource *R = S.resource(V->sym());
    const SymId Of = V->sym(), Answer = Names.pure(Shared.accessor(Accessors.front()), *V,
                                                   R ? R->Version : 0);
    // What the accessor says of null and the like holds here too.
    for (const api::Implication &I : Accessors.front()->Implies)
      if (I.If && I.If->Subject.From == api::Where::Root::Argument && I.If->Via.empty() &&
          I.Then.Subject.From == api::Where::Root::Return && I.Then.Via.empty())
        addImplication(S, {Of, Range(I.If->Values)}, {Answer, Range(I.Then.Values)});
    V = Value::symbol(Answer);
  }
  if (!V)
    return std::nullopt;
  if (V->isSym())
    return Fact{V->sym(), In};
  // A function's or variable's address is none of the values that conditions name.
  const bool Holds = V->isInt() ? In.contains(V->N) : In.contains(1);
  if (Holds)
    return std::nullopt;
  return Fact{0, Range::none()};
}

Resource &Interpreter::resourceFor(State &S, SymId H, const api::Handle *What) {
  if (Resource *R = S.resource(H)) {
    if (!R->What)
      R->What = What;
    return *R;
  }
  Resource R;
  R.Handle = H;
  R.What = What;
  TouchesHandle |= What != nullptr;
  return S.addResource(std::move(R));
}

//===--- The call ----------------------------------------------------------------===//

Value Interpreter::ruleResult(State &S, const api::CallRule &Rule, const Site &At) {
  const size_t First = At.C.HasReceiver ? 1 : 0;
  if (Rule.Pure && Rule.Owner->Handles.empty())
    return pureResult(S, Rule, At);
  // A method asked of what a call has returned: `Status.ok()`.
  if (Rule.Pure && First == 1 && At.Args.size() == 1 &&
      At.Args[0].K == Value::Kind::Address)
    if (const Value Held = read(S, static_cast<LocId>(At.Args[0].N)); Held.isSym())
      return Value::symbol(Names.pure(Shared.accessor(&Rule), Held, 0));
  if (Rule.Pure && At.Args.size() > First && At.Args[First].isSym()) {
    const SymId Of = At.Args[First].sym();
    const Resource *R = S.resource(Of);
    // Asked for its parent, a handle gives the one it was made from.
    const api::Handle *Given =
        At.C.ResultHandle ? Shared.handle(At.C.ResultHandle) : nullptr;
    if (R && R->What && R->Parent != None && Given &&
        Shared.Rules.parentOf(*R->What) == Given)
      return Value::symbol(R->Parent);
    const SymId Result =
        Names.pure(Shared.accessor(&Rule), At.Args[First], R ? R->Version : 0);
    return Value::symbol(Result);
  }
  return Value::symbol(Names.event(At.Event, 0));
}

/// A call that gives a statement its parameters does not start it.
bool Interpreter::bindsOnly(const api::CallRule &Rule) const {
  return Shared.isInferred(*Rule.Owner) &&
         llvm::StringRef(Rule.Name).contains_insensitive("bind");
}

Interpreter::States Interpreter::applyRule(State S, const api::CallRule &Rule, Site &At) {
  if (throws(S, At.C, &Rule) || (Shared.How.AllThrow && At.C.MayThrow)) {
    State Unwinding = S;
    Unwinding.Thrown.clear();
    for (const std::string &Class : Rule.Throws)
      if (const auto Id = P.find(Class))
        Unwinding.Thrown.push_back(*Id);
    note(Unwinding, At.Event, None, "'" + Rule.Name + "' throws");
    unwindTo(At.C.Unwind, At.Block, At.Event, std::move(Unwinding));
  }
  if (Rule.NoReturn)
    return {};
  fillUndescribed(S, Rule, At);
  touch(S, At, Rule);
  const Value Result = ruleResult(S, Rule, At);
  if (Rule.FreshObject && Result.isSym())
    Names.setFresh(Result.sym());
  ruleReleases(S, Rule, At, Result);
  ruleTakes(S, Rule, At, Result);
  ruleTransactions(S, Rule, At, Result);
  ruleObjects(S, Rule, At, Result);
  // The handles of this library are now known by name.
  for (size_t I = 0; I != At.Args.size(); ++I)
    if (const StringId H = At.C.Args[I].Handle; H && At.Args[I].isSym())
      if (const api::Handle *What = Shared.handle(H))
        resourceFor(S, At.Args[I].sym(), What).Asked |= !bindsOnly(Rule);
  giveResult(S, At, Result);
  States Out;
  Out.push_back(std::move(S));
  ruleAcquires(Out, Rule, At, Result);
  for (State &After : Out) {
    for (const api::Derive &D : Rule.Derives) {
      const auto V = placeValue(After, At, D.At, Result);
      const auto From = placeValue(After, At, D.From, Result);
      if (V && From && V->isSym() && From->isSym()) {
        After.addDerived({V->sym(), From->sym(), &D, {}});
      }
    }
    for (const api::Sql &Q : Rule.Sqls)
      ruleText(After, Q, At, Result);
    ruleImplies(After, Rule, At, Result);
    checkLost(After, LossKind::Overwrite, At.Event, At.Block);
  }
  return Rule.Returns ? giveBackArgument(std::move(Out), *Rule.Returns, At, Result)
                      : std::move(Out);
}

/// The result is what is at From, or null; where null is given, it is neither.
Interpreter::States Interpreter::giveBackArgument(States From, const api::Where &Which,
                                                  Site &At, Value Result) {
  States Out;
  for (State &S : From) {
    const auto V = placeValue(S, At, Which, Result);
    if (!V || !Result.isSym() ||
        (V->isSym() ? S.range(V->sym()) == Range::of(0) : V->K != Value::Kind::Address)) {
      Out.push_back(std::move(S));
      continue;
    }
    State Null = S;
    if (refine(Null, Result.sym(), Range::of(0)))
      Out.push_back(std::move(Null));
    if (refine(S, Result.sym(), Range::nonZero())) {
      giveResult(S, At, *V);
      Out.push_back(std::move(S));
    }
  }
  return Out;
}

/// A rule tells what becomes of handles. Of the other things that the call is given an
/// address of (counts, lengths, a callback's data) nothing is known behind it.
void Interpreter::fillUndescribed(State &S, const api::CallRule &Rule, Site &At) {
  if (Rule.Pure)
    return;
  for (uint32_t I = 0; I != At.Args.size(); ++I) {
    const Arg &A = At.C.Args[I];
    if (A.PointsToConst || A.Variadic || A.Handle || mentions(Rule, At.C, I))
      continue;
    const Value V = At.Args[I];
    const LocId Object = V.isSym() && S.resource(V.sym()) ? None : pointed(V);
    if (Object != None)
      disturb(S, Object, At, /*KeepOwned=*/true);
  }
  for (const api::Derive &D : Rule.Derives)
    if (const LocId L = D.At.Derefs ? placeLoc(S, At, D.At) : None; L != None)
      disturb(S, L, At, /*KeepOwned=*/true);
}

void Interpreter::touch(State &S, const Site &At, const api::CallRule &Rule) {
  if (Rule.Pure)
    return;
  for (size_t I = 0; I != At.Args.size(); ++I) {
    if (!At.Args[I].isSym())
      continue;
    const SymId H = At.Args[I].sym();
    endDerived(S, H, Rule.Name, origin(At));
    if (const StringId Id = At.C.Args[I].Handle; Id && Shared.Enders.contains(Rule.Name))
      if (const api::Handle *What = Shared.handle(Id))
        if (Resource &R = resourceFor(S, H, What);
            R.Made.Event == None && !llvm::is_contained(R.Enders, At.C.Rule))
          R.Enders.push_back(At.C.Rule);
    if (At.C.Args[I].PointsToConst)
      continue;
    if (Resource *R = S.resource(H))
      R->Version = At.Event + 1;
    else if (const StringId Id = At.C.Args[I].Handle)
      if (const api::Handle *What = Shared.handle(Id))
        resourceFor(S, H, What).Version = At.Event + 1;
  }
}

void Interpreter::endDerived(State &S, SymId From, llvm::StringRef Call,
                             const Origin &By) {
  for (Derived &D : S.Deriveds)
    if (D.From == From && (Call.empty() || llvm::is_contained(D.Rule->Until, Call)))
      D.Dead = By;
}

//===--- Acquiring ---------------------------------------------------------------===//

void Interpreter::ruleAcquires(States &Out, const api::CallRule &Rule, Site &At,
                               Value Result) {
  unsigned Slot = FirstOutSlot;
  for (const api::Acquire &A : Rule.Acquires) {
    const unsigned Here = Slot++;
    if (A.When && A.Else == api::Otherwise::Unchanged && A.At.Derefs) {
      // Two ways: the place is as it was, or holds the new handle.
      const api::Condition &When = *A.When;
      States Both;
      for (State &S : Out) {
        const auto If = condition(S, At, When, Result);
        State Kept = S;
        if (If && refine(Kept, If->Of, If->In.complement()))
          Both.push_back(std::move(Kept));
        if (If && !refine(S, If->Of, If->In))
          continue;
        acquire(S, A, Here, At, Result, A.MayBeNull);
        Both.push_back(std::move(S));
      }
      Out = std::move(Both);
      continue;
    }
    for (State &S : Out)
      acquire(S, A, Here, At, Result, A.MayBeNull && !preparesText(S, Rule, At, Result));
  }
}

static bool startsWithWord(llvm::StringRef Text) {
  const llvm::StringRef Rest = Text.ltrim();
  return !Rest.empty() && llvm::isAlpha(Rest.front());
}

/// Whether the call prepares a text that is known and holds a statement: only blank ones
/// give no handle. (A comment may be all there is.)
bool Interpreter::preparesText(State &S, const api::CallRule &Rule, const Site &At,
                               Value Result) {
  return llvm::any_of(Rule.Sqls, [&](const api::Sql &Q) {
    const auto V = Q.Prepares ? placeValue(S, At, Q.At, Result) : std::nullopt;
    return V && V->K == Value::Kind::Text &&
           startsWithWord(P.text(static_cast<StringId>(V->N)));
  });
}

/// An object of the program's own that is made ready again is no longer a released one.
void Interpreter::reuse(State &S, const api::Where &Into, const Site &At) {
  const size_t Index = argumentIndex(Into, At.C);
  if (Into.From != api::Where::Root::Argument || Into.Fields.empty() ||
      Index >= At.Args.size() || !At.Args[Index].isSym())
    return;
  if (Resource *R = S.resource(At.Args[Index].sym());
      R && R->Now == Phase::Released && R->Made.Event == None)
    R->Now = Phase::Borrowed;
}

/// Whether it is an argument's value that decides, and no answer.
static bool hangsOnArgument(const api::Acquire &A) {
  return A.When && A.When->Via.empty() &&
         A.When->Subject.From != api::Where::Root::Return;
}

void Interpreter::acquire(State &S, const api::Acquire &A, unsigned Slot, Site &At,
                          Value Result, bool MayBeNull) {
  SymId H = None;
  if (A.At.From == api::Where::Root::Return && A.At.Derefs == 0) {
    if (!Result.isSym() || Names.sym(Result.sym()).K != Symbol::Kind::Event)
      return;
    H = Result.sym();
  } else if (A.At.Derefs) {
    const LocId Before = placeLoc(S, At, A.At);
    if (Before == None)
      return; // a null argument asks for nothing
    H = Names.event(At.Event, Slot);
    renew(S, H);
    readOperands(S, At);
    const LocId L = placeLoc(S, At, A.At);
    if (L == None)
      return;
    reuse(S, A.At, At);
    store(S, L, Value::symbol(H));
    for (LocId Part = L; Part != None; Part = Names.loc(Part).Parent)
      if (Names.loc(Part).K == Storage::Kind::AnyIndex)
        return; // one of many elements: who releases it is not followed
  } else {
    return; // an object that is the handle: class rules
  }
  S.setRange(H, Range());
  Resource R;
  R.Handle = H;
  R.What = A.What;
  R.Now = Phase::Owned;
  R.Made = origin(At);
  if (A.At.Derefs && A.At.From != api::Where::Root::Return)
    R.Made.Argument = static_cast<uint32_t>(argumentIndex(A.At, At.C));
  R.Version = At.Event + 1;
  R.Likely = Shared.isInferred(*A.What->Owner);
  if (A.Parent)
    if (const auto Parent = placeValue(S, At, *A.Parent, Result);
        Parent && Parent->isSym())
      R.Parent = Parent->sym();
  std::optional<Fact> If;
  if (A.When)
    If = condition(S, At, *A.When, Result);
  const bool ElseNull = A.Else == api::Otherwise::Null || A.At.Derefs;
  if (If && !feasible(S, *If)) {
    if (ElseNull)
      refine(S, H, Range::of(0));
    return;
  }
  if (If && hangsOnArgument(A))
    return; // nothing that the path has asked: who calls so knows
  if (If)
    R.If.push_back(*If);
  ++Obligations;
  S.addResource(std::move(R));
  note(S, At.Event, H, "");
  if (If) {
    if (ElseNull)
      addImplication(S, {If->Of, If->In.complement()}, {H, Range::of(0)});
    if (!MayBeNull)
      addImplication(S, *If, {H, Range::nonZero()});
  } else if (!MayBeNull) {
    refine(S, H, Range::nonZero());
  }
}

//===--- Facts --------------------------------------------------------------------===//

/// Whether what a condition speaks of is a value that facts can be about.
bool Interpreter::canAsk(State &S, const Site &At, const api::Condition &C,
                         Value Result) {
  const std::optional<Value> V = placeValue(S, At, C.Subject, Result);
  return V && (V->isSym() || C.Via.empty());
}

void Interpreter::ruleImplies(State &S, const api::CallRule &Rule, Site &At,
                              Value Result) {
  for (const api::Implication &I : Rule.Implies) {
    if (I.If && !canAsk(S, At, *I.If, Result))
      continue;
    const auto If = I.If ? condition(S, At, *I.If, Result) : std::nullopt;
    const auto Then = condition(S, At, I.Then, Result);
    if (!Then || Then->In.isEmpty())
      continue;
    if (!If)
      refine(S, Then->Of, Then->In);
    else if (!If->In.isEmpty())
      addImplication(S, *If, *Then);
  }
}

} // namespace dbtidy::lifecycle
