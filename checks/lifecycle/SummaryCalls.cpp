//===- SummaryCalls.cpp - What a summary says of a call -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include <utility>

#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

SymId Interpreter::newSymbol(const Site &At, uint32_t Number) {
  return Names.event(At.Event, Number + 1);
}

LocId Interpreter::resolve(State &S, const Path &Where, const Site &At) {
  LocId L = None;
  Value V;
  switch (Where.From) {
  case Path::Root::Param:
    if (Where.Index >= At.Args.size())
      return None;
    V = At.Args[Where.Index];
    break;
  case Path::Root::Global:
    L = Names.var(globalVar(Where.Index));
    break;
  case Path::Root::Return:
    L = At.Result;
    if (L == None)
      return None;
    break;
  case Path::Root::New:
    V = Value::symbol(newSymbol(At, Where.Index));
    break;
  }
  for (const Projection &Step : Where.Steps) {
    switch (Step.Kind) {
    case ProjectionKind::Deref:
      if (L != None)
        V = read(S, L);
      L = pointed(V);
      break;
    case ProjectionKind::Field:
      L = L == None ? None : Names.field(L, Step.Value);
      break;
    case ProjectionKind::Index:
      L = L == None ? None : Names.index(L, Step.Value);
      break;
    case ProjectionKind::AnyIndex:
      L = L == None ? None : Names.anyIndex(L);
      break;
    }
    if (L == None)
      return None;
  }
  return L;
}

Value Interpreter::resolve(State &S, const Term &T, const Site &At) {
  switch (T.K) {
  case Term::Kind::Unknown:
    return Value::unknown();
  case Term::Kind::Int:
    return Value::integer(T.N);
  case Term::Kind::Text:
    return Value::text(static_cast<StringId>(T.N));
  case Term::Kind::Function:
    return Value::function(static_cast<StringId>(T.N));
  case Term::Kind::New:
    return Value::symbol(newSymbol(At, static_cast<uint32_t>(T.N)));
  case Term::Kind::Entry:
    if (T.At.From == Path::Root::Param && T.At.Steps.empty())
      return T.At.Index < At.Args.size() ? At.Args[T.At.Index] : Value::unknown();
    return read(S, resolve(S, T.At, At));
  case Term::Kind::Address: {
    const LocId L = resolve(S, T.At, At);
    return L == None ? Value::unknown() : Value::address(L);
  }
  case Term::Kind::Op:
    return binary(S, static_cast<BinaryOp>(T.N), resolve(S, T.Parts[0], At),
                  resolve(S, T.Parts[1], At));
  case Term::Kind::Pure: {
    const Value Of = resolve(S, T.Parts[0], At);
    if (!Of.isSym())
      return Value::unknown();
    const Resource *R = S.resource(Of.sym());
    const bool Made = T.Parts[0].K == Term::Kind::New;
    const Value Answer = Value::symbol(Names.pure(static_cast<uint32_t>(T.N), Of,
                                                  Made ? At.Event + 1
                                                  : R  ? R->Version
                                                       : 0));
    ask(S, *Shared.accessorRule(static_cast<uint32_t>(T.N)), Of, Answer);
    return Answer;
  }
  }
  return Value::unknown();
}

/// The facts that the constraints stand for here; nothing if they cannot hold.
std::optional<llvm::SmallVector<Fact, 1>>
Interpreter::resolve(State &S, llvm::ArrayRef<Constraint> If, const Site &At) {
  llvm::SmallVector<Fact, 1> Out;
  for (const Constraint &C : If) {
    const Value V = resolve(S, C.Of, At);
    if (V.isSym())
      Out.push_back({V.sym(), C.In});
    else if (rangeOf(S, V).intersect(C.In).isEmpty())
      return std::nullopt;
  }
  return Out;
}

Interpreter::States Interpreter::applySummary(State S, const FunctionSummary &Sum,
                                              Site &At) {
  unsigned Slots = 0;
  for (const Outcome &O : Sum.Outcomes)
    Slots = std::max<unsigned>(Slots, static_cast<unsigned>(O.News.size()));
  for (unsigned I = 0; I != Slots; ++I)
    renew(S, newSymbol(At, I));
  if (Slots)
    readOperands(S, At);
  const auto Runs = [](const Effect &E) { return E.K == Effect::Kind::Run; };
  const Effect *Run = nullptr;
  for (const Outcome &O : Sum.Outcomes)
    if (const auto Found = llvm::find_if(O.Effects, Runs);
        !Run && Found != O.Effects.end())
      Run = &*Found;
  States Out;
  for (const Outcome &O : Sum.Outcomes) {
    std::optional<State> After = applyOutcome(S, O, At);
    if (!After)
      continue;
    // What it runs on its other ways failed on this one, before it was sent.
    if (Run && llvm::none_of(O.Effects, Runs))
      failedRun(*After, S, *Run, At);
    if (!O.Throws) {
      Out.push_back(std::move(*After));
      continue;
    }
    After->Thrown = O.Thrown;
    note(*After, At.Event, None, "'" + P.text(At.C.Name).str() + "' throws");
    unwindTo(At.C.Unwind, At.Block, At.Event, std::move(*After));
  }
  return Out;
}

/// A text that could not be sent. Who does not ask whether an end was reached trusts that
/// it was.
void Interpreter::failedRun(State &After, State &Start, const Effect &Run, Site &At) {
  const Value Text = resolve(Start, Run.Text, At), On = resolve(Start, Run.On, At);
  const Origin By{At.Event, Run.Call, None, Run.Trace};
  if (Text.K == Value::Kind::Text) {
    run(After, Text, On, *Run.By, Fact{0, Range::none()}, By);
    return;
  }
  if (Run.Text.K != Term::Kind::Unknown || !On.isSym())
    return;
  for (const Value &V : At.Args) { // the text is made of one of them
    if (V.K != Value::Kind::Text)
      continue;
    for (const api::TextAct &A :
         api::transactionActs(P.text(static_cast<StringId>(V.N)), Run.By->Dialect)) {
      if (A.Act == api::TextAct::Commit)
        transact(After, api::TransactionAct::Commit, On, std::nullopt, By, true);
      else if (A.Act == api::TextAct::Rollback)
        transact(After, api::TransactionAct::Rollback, On, std::nullopt, By, true);
      else if (A.Act == api::TextAct::ReleaseSavepoint)
        savepoint(After, A, Run.By->Dialect, On, std::nullopt, By, true);
    }
  }
}

/// Whether the caller gets the new handle: an out-parameter that it left null asks for
/// nothing.
static bool isWanted(const Outcome &O, uint32_t Number,
                     llvm::ArrayRef<std::pair<LocId, Value>> Stores) {
  const auto Is = [&](const Term &T) {
    return T.K == Term::Kind::New && std::cmp_equal(T.N, Number);
  };
  bool Wanted = Is(O.Result), Refused = false;
  for (size_t I = 0; I != O.Stores.size(); ++I)
    if (Is(O.Stores[I].second))
      (Stores[I].first == None ? Refused : Wanted) = true;
  return Wanted || !Refused;
}

/// The handle of O's new value Number, made by the call, or the value of one: that lives,
/// as it is behind what the call has ended.
void Interpreter::acquire(State &S, State &Start, const Outcome &O, uint32_t Number,
                          const Site &At) {
  const NewValue &N = O.News[Number];
  if (N.Belongs)
    if (const Value From = resolve(Start, *N.Belongs, At); From.isSym())
      S.addDerived({newSymbol(At, Number), From.sym(), N.Dies, {}});
  const auto If = resolve(S, N.If, At);
  if (!If || !N.What)
    return;
  Resource R;
  R.Handle = newSymbol(At, Number);
  R.What = N.What;
  R.Now = N.Ended ? Phase::Released : Phase::Owned;
  R.If = *If;
  R.Made = {At.Event, N.Call, None, N.Trace};
  if (N.Ended)
    R.Ended = {At.Event, N.EndCall, None, N.EndTrace};
  for (const auto &[To, What] : O.Stores)
    if (What.K == Term::Kind::New && std::cmp_equal(What.N, Number) &&
        To.From == Path::Root::Param)
      R.Made.Argument = To.Index;
  R.Version = At.Event + 1;
  R.Likely = N.Likely;
  R.Text = N.Text;
  if (N.Parent)
    if (const Value Parent = resolve(Start, *N.Parent, At); Parent.isSym())
      R.Parent = Parent.sym();
  Obligations += N.isOwed();
  TouchesHandle = true;
  S.addResource(std::move(R));
  note(S, At.Event, newSymbol(At, Number), "");
}

std::optional<State> Interpreter::applyOutcome(const State &Before, const Outcome &O,
                                               Site &At) {
  // Before anything is copied: what the arguments themselves rule out.
  for (const Constraint &C : O.Where)
    if (C.Of.K == Term::Kind::Entry && C.Of.At.From == Path::Root::Param &&
        C.Of.At.Steps.empty() && C.Of.At.Index < At.Args.size() &&
        rangeOf(Before, At.Args[C.Of.At.Index]).intersect(C.In).isEmpty())
      return std::nullopt;
  State S = Before;
  const auto Where = resolve(S, O.Where, At);
  if (!Where)
    return std::nullopt;
  for (const Fact &F : *Where) {
    if (const auto Only = F.In.single();
        Only && tableOf(Value::integer(*Only)) && S.range(F.Of) != F.In)
      assume(S, F.Of);
    if (!refine(S, F.Of, F.In))
      return std::nullopt;
  }
  S.Guess |= O.Guess;
  // Places and values are those of the call's beginning.
  State Start = S;
  std::vector<std::pair<LocId, Value>> Stores;
  Stores.reserve(O.Stores.size());
  for (const auto &[To, What] : O.Stores)
    Stores.emplace_back(resolve(Start, To, At), resolve(Start, What, At));
  for (uint32_t I = 0; I != O.News.size(); ++I) {
    const NewValue &N = O.News[I];
    const SymId H = newSymbol(At, I);
    if (N.Fresh)
      Names.setFresh(H);
    const bool IsResult = O.Result.K == Term::Kind::New && std::cmp_equal(O.Result.N, I);
    const Range In = IsResult ? N.In.intersect(O.ResultIn) : N.In;
    S.setRange(H, In);
    Start.setRange(H, In);
  }
  for (const Effect &E : O.Effects)
    applyEffect(S, Start, O, E, At);
  for (uint32_t I = 0; I != O.News.size(); ++I)
    if (O.News[I].Belongs || (O.News[I].What && isWanted(O, I, Stores)))
      acquire(S, Start, O, I, At);
  for (const Consequence &C : O.Consequences) {
    const Value If = resolve(Start, C.If.Of, At), Then = resolve(Start, C.Then.Of, At);
    if (If.isSym() && Then.isSym())
      addImplication(S, {If.sym(), C.If.In}, {Then.sym(), C.Then.In});
  }
  for (const Path &Changed : O.Changed)
    if (const LocId L = resolve(Start, Changed, At); L != None) {
      escapeThrough(S, L, 0, 0);
      disturb(S, L, At, false);
    }
  if (O.GlobalsChanged)
    disturbGlobals(S, At.Event);
  for (const auto &[L, V] : Stores)
    if (L != None)
      store(S, L,
            V.K == Value::Kind::Unknown ? Value::symbol(Names.event(At.Event, 0)) : V);
  Value Result = resolve(Start, O.Result, At);
  if (Result.K == Value::Kind::Unknown) {
    Result = Value::symbol(Names.event(At.Event, 0));
    S.setRange(Result.sym(), O.ResultIn);
  } else if (Result.isSym() && !O.ResultIn.isFull()) {
    if (!refine(S, Result.sym(), O.ResultIn))
      return std::nullopt;
  }
  // A returned object has been filled member by member.
  const bool Object = llvm::any_of(
      O.Stores, [](const auto &Store) { return Store.first.From == Path::Root::Return; });
  if (!O.Throws && (O.Result.K != Term::Kind::Unknown || !Object))
    giveResult(S, At, Result);
  checkLost(S, LossKind::Overwrite, At.Event, At.Block);
  return S;
}

void Interpreter::applyEffect(State &S, State &Start, const Outcome &, const Effect &E,
                              Site &At) {
  const Value On = resolve(Start, E.On, At);
  const auto If = resolve(Start, E.If, At);
  if (!If)
    return;
  std::optional<Fact> First;
  if (!If->empty())
    First = If->front();
  const Origin By{At.Event, E.Call, None, E.Trace};
  switch (E.K) {
  case Effect::Kind::Release: {
    api::Release Whole;
    Whole.EndsTransaction = true;
    Whole.Open = E.Open;
    release(S, On, &Whole, E.What, First, By, P.text(E.Call));
    return;
  }
  case Effect::Kind::Escape:
    escape(S, On, 0, 0);
    if (E.ThroughPointer)
      doubtTransactions(S, On);
    return;
  case Effect::Kind::Begin:
    transact(S, api::TransactionAct::Begin, On, First, By, E.Likely);
    return;
  case Effect::Kind::Commit:
    transact(S, api::TransactionAct::Commit, On, First, By, E.Likely);
    return;
  case Effect::Kind::Rollback:
    transact(S, api::TransactionAct::Rollback, On, First, By, E.Likely);
    return;
  case Effect::Kind::Run:
    if (E.Text.K != Term::Kind::Unknown || !On.isSym())
      run(S, resolve(Start, E.Text, At), On, *E.By, First, By);
    else
      unknownText(S, At, First);
    return;
  case Effect::Kind::EndsValues:
    if (const api::CallRule *Rule = Shared.rule(E.Call); Rule && On.isSym())
      endDerived(S, On.sym(), Rule->Name, By);
    return;
  case Effect::Kind::Use:
  case Effect::Kind::Ask:
    break;
  }
  if (!On.isSym())
    return;
  if (auto L = ended(S, On); L && L->Kind == FaultKind::UseAfterRelease) {
    L->Event = At.Event;
    L->Block = At.Block;
    L->EndCall = P.text(E.Call).str();
    L->Second = By;
    misuse(S, On, std::move(*L));
    return;
  }
  const bool Known = S.resource(On.sym());
  Resource &R = resourceFor(S, On.sym(), E.What);
  R.Asked = true;
  // That a helper's helper may have changed what accessors say would cost more than it
  // tells: every connection may break at any time.
  if (Known && E.K == Effect::Kind::Use)
    R.Version = At.Event + 1;
}

} // namespace dbtidy::lifecycle
