//===- Calls.cpp - Which effect a call has -*- C++ -*-===//
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

Origin Interpreter::origin(const Site &At) const {
  Origin O;
  O.Event = At.Event;
  O.Call = At.C.Name;
  return O;
}

/// Words that a function is named by that ends the program, although nothing declares it.
static bool namedAsExit(llvm::StringRef Name) {
  Name = Name.rsplit("::").second.empty() ? Name : Name.rsplit("::").second;
  const std::string Lower = Name.lower();
  const llvm::StringRef Text(Lower);
  for (const llvm::StringRef Word : {"fatal", "panic", "die", "abort", "exit", "croak",
                                     "bail", "terminate", "ereport", "errfinish"}) {
    const size_t Found = Text.find(Word);
    if (Found == llvm::StringRef::npos)
      continue;
    // "csync_fatal", "csyncFatal", "exitNicely", but not "diesel" or "radiexit".
    const auto Lower = [&](size_t I) {
      return I < Name.size() && llvm::isLower(Name[I]);
    };
    const bool Begins =
        Found == 0 || !llvm::isAlpha(Name[Found - 1]) || llvm::isUpper(Name[Found]);
    if (Begins && !Lower(Found + Word.size()))
      return true;
  }
  return false;
}

/// The arguments' values and the result's place, as S has them now.
void Interpreter::readOperands(State &S, Site &At) {
  At.Args.clear();
  for (const Arg &A : At.C.Args)
    At.Args.push_back(evaluate(S, A.Value));
  At.Result = locate(S, At.C.Result);
}

/// What V points to; None where that is not known.
LocId Interpreter::pointed(const Value &V) {
  if (V.K == Value::Kind::Address)
    return static_cast<LocId>(V.N);
  if (const StringId Table = tableOf(V))
    return Names.var(globalVar(Table));
  return V.isSym() ? Names.pointee(V.sym()) : None;
}

Interpreter::States Interpreter::call(State S, const Event &E, uint32_t Number,
                                      uint32_t Block) {
  const Call &C = F.Calls[E.CallIndex];
  Site At{C, Number, Block, {}, None};
  if (!C.Virtual && C.Target == program::None)
    return callOf(std::move(S), C.Usr, At);
  States Out;
  for (Dispatched &To : dispatch(std::move(S), At))
    for (State &After : callOf(std::move(To.S), To.Usr, At))
      Out.push_back(std::move(After));
  return Out;
}

/// At, if it is a call of the function Usr; 0: it is not known.
Interpreter::States Interpreter::callOf(State S, StringId Usr, Site &At) {
  const Call &C = At.C;
  const uint32_t Number = At.Event, Block = At.Block;
  readOperands(S, At);
  const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr;
  if (!Rule && Usr && C.Target != program::None) {
    // A function pointer that holds a function of an API.
    llvm::StringRef Name = P.text(Usr);
    if (Name.consume_front("c:@F@"))
      if (const auto Rules = Shared.Rules.named(Name); !Rules.empty())
        Rule = Rules.front();
  }
  checkArguments(S, At, Rule);
  giveUpElements(S, At, Rule);
  if (C.Result.isValid()) {
    renew(S, Names.event(Number, 0));
    if (Shared.isUnsigned(C.ResultType))
      Names.setUnsigned(Names.event(Number, 0));
  }
  if (const auto Made = JoinsAt.find(CallJoins + Number); Made != JoinsAt.end())
    for (const SymId J : Made->second)
      renew(S, J);
  readOperands(S, At); // renewing may have moved them
  if (Rule) {
    TouchesHandle |= !Rule->Owner->Handles.empty();
    States Out;
    for (State &Each : splitAt(std::move(S), Rule, nullptr, At))
      for (State &After : applyRule(std::move(Each), *Rule, At))
        Out.push_back(std::move(After));
    return Out;
  }
  if (Usr)
    if (const FunctionSummary *Known = Shared.summary(Usr); Known && Known->Known) {
      States Out;
      for (State &Each : splitAt(std::move(S), nullptr, Known, At))
        for (State &After : applySummary(std::move(Each), *Known, At))
          Out.push_back(std::move(After));
      return Out;
    }
  States Out;
  if (C.NoReturn)
    return Out;
  if (Shared.How.AllThrow && C.MayThrow)
    unwindTo(C.Unwind, Block, Number, S);
  State After = applyUnknown(std::move(S), At);
  // Code that goes on behind it may be dead: what is owed there is not believed.
  const llvm::StringRef Name = P.text(C.Name);
  if (!C.System && (C.ResultType == 0 ? namedAsExit(Name)
                                      : Name.contains_insensitive("malfunction"))) {
    for (Resource &R : After.Resources) {
      R.Now = Phase::Borrowed;
      R.If.clear();
    }
    After.Deriveds.clear();
    After.Transactions.clear();
  }
  Out.push_back(std::move(After));
  return Out;
}

void Interpreter::giveResult(State &S, Site &At, Value V) {
  if (At.Result == None)
    return;
  store(S, At.Result, V);
}

//===--- Arguments --------------------------------------------------------------===//

/// `close(all[i])` may close any of them: none is owed any more.
void Interpreter::giveUpElements(State &S, const Site &At, const api::CallRule *Rule) {
  for (size_t I = 0; I != At.Args.size(); ++I) {
    const Expr &E = F.Exprs[At.C.Args[I].Value];
    if (E.Kind != ExprKind::Load || (Rule && !releasesArgument(Rule, At.C, I)) ||
        (!Rule && (At.C.Library || At.C.Args[I].PointsToConst)))
      continue;
    const auto Any = llvm::find_if(E.Where.Path, [](const Projection &Step) {
      return Step.Kind == ProjectionKind::AnyIndex;
    });
    if (Any == E.Where.Path.end())
      continue;
    Place Array = E.Where;
    Array.Path.resize(static_cast<size_t>(Any - E.Where.Path.begin()));
    LocId L = locate(S, Array);
    if (L == None)
      continue;
    if (Names.loc(L).K == Storage::Kind::Index)
      L = Names.loc(L).Parent;
    escapeThrough(S, L, 0, 0);
    // The caller's array: the summary tells.
    const Storage &Root = Names.loc(Names.root(L));
    if (Root.K == Storage::Kind::Pointee)
      escape(S, Value::symbol(Root.A), 0, 0);
  }
}

bool Interpreter::throws(const State &, const Call &C, const api::CallRule *Rule) const {
  return C.MayThrow && Rule && !Rule->Throws.empty();
}

//===--- Calls of what nobody has shown -----------------------------------------===//

/// A function that is given a connection and named after the end of a transaction.
static bool namedAsEnd(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Words[] = {"rollback", "commit", "abort",
                                                  "end_transaction", "endtransaction"};
  const std::string Lower = Name.lower();
  return llvm::any_of(
      Words, [&](llvm::StringRef Word) { return llvm::StringRef(Lower).contains(Word); });
}

/// BEGIN and its like in a constant text, given together with a connection to a function
/// that was not seen: what else would it do but run it?
void Interpreter::unknownText(State &S, Site &At, std::optional<Fact> Success) {
  Value Connection;
  const api::Handle *What = nullptr;
  for (size_t I = 0; I != At.Args.size(); ++I)
    if (const StringId H = At.C.Args[I].Handle)
      if (const api::Handle *Handle = Shared.handle(H);
          Handle && Handle->Kind == api::HandleKind::Connection && At.Args[I].isSym()) {
        Connection = At.Args[I];
        What = Handle;
      }
  if (!What)
    return;
  // Whether it succeeded, by the usual meaning of its result: true, or 0.
  std::optional<Fact> If = std::move(Success);
  if (!If && At.Result != None && !At.C.ResultHandle) {
    const llvm::StringRef Type = P.text(At.C.ResultType);
    const Value Result = read(S, At.Result);
    const bool Truth = Type == "bool" || Type == "_Bool";
    const bool Number = Truth || Type == "int" || Type == "long" || Type.ends_with("_t");
    if (Number && Result.isSym())
      If = Fact{Result.sym(), Truth ? Range::nonZero() : Range::of(0)};
    else if (Number && Result.isInt() && (Result.N != 0) != Truth)
      If = Fact{0, Range::none()};
  }
  // What it does to the transaction is not known.
  if (At.C.Library == 0)
    if (Transaction *T = S.transaction(Connection.sym()); T && T->Open)
      T->Likely = true;
  if (At.C.Library == 0 && namedAsEnd(P.text(At.C.Name)))
    transact(S, api::TransactionAct::Rollback, Connection, std::nullopt, origin(At),
             /*Likely=*/true);
  for (const Value &V : At.Args)
    if (V.K == Value::Kind::Text)
      if (const llvm::StringRef Text = P.text(static_cast<StringId>(V.N));
          !If || !If->In.isEmpty())
        runText(S, Text, What->Owner->Dialect, Connection, If, origin(At),
                /*Likely=*/true);
}

/// A connection that was closed in its place may have been opened again there.
void Interpreter::reopened(State &S, llvm::function_ref<bool(LocId)> In, uint32_t Event) {
  std::vector<LocId> Places;
  for (const Resource &R : S.Resources) {
    const Symbol &Sym = Names.sym(R.Handle);
    if (R.Now == Phase::Released && Sym.K == Symbol::Kind::Entry && In(Sym.A) &&
        holdsConnection(Sym.A) && !S.find(Sym.A))
      Places.push_back(Sym.A);
  }
  for (const LocId L : Places)
    S.set(L, Value::symbol(Names.entry(L, Event + 1)));
}

void Interpreter::disturb(State &S, LocId Object, const Site &At, bool KeepOwned) {
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
    if (!Names.isBelow(Entry.first, Object))
      return false;
    const Resource *R = Entry.second.isSym() ? S.resource(Entry.second.sym()) : nullptr;
    if (Entry.first != Object && holdsConnection(Entry.first) &&
        (!R || R->Now != Phase::Released))
      return false;
    return !R || R->Now != Phase::Owned || !KeepOwned;
  });
  const LocId Root = Names.root(Object);
  S.setEpoch(Root, At.Event + 1);
  reopened(S, [&](LocId L) { return L != Object && Names.isBelow(L, Object); }, At.Event);
  // Its own address was given away: what it holds now is new.
  if (holdsConnection(Object) && !KeepOwned)
    S.set(Object, Value::symbol(Names.entry(Object, At.Event + 1)));
}

/// A global that no other function can name: code that is not shown cannot change it,
/// short of calling this function again.
bool Interpreter::isPrivate(VarId V, const Resource *Held) const {
  if (V >= F.Vars.size() || !F.Vars[V].Usr)
    return false;
  // The address of another variable is soon put into a table of options: what matters
  // there is what it owes.
  const bool Owes = Held && Held->Now == Phase::Owned;
  return (F.Vars[V].Handle || Owes) && Shared.soleUser(F.Vars[V].Usr) == &F;
}

void Interpreter::disturbGlobals(State &S, uint32_t Event) {
  std::vector<Value> Held;
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
    const Storage &Root = Names.loc(Names.root(Entry.first));
    if (Root.K != Storage::Kind::Var || kindOf(Root.A) != VarKind::Global)
      return false;
    const Resource *R = Entry.second.isSym() ? S.resource(Entry.second.sym()) : nullptr;
    if (isPrivate(Root.A, R))
      return false;
    Held.push_back(Entry.second);
    return !holdsConnection(Entry.first) || (R && R->Now == Phase::Released);
  });
  reopened(
      S,
      [&](LocId L) {
        const Storage &Root = Names.loc(Names.root(L));
        return Root.K == Storage::Kind::Var && kindOf(Root.A) == VarKind::Global;
      },
      Event);
  for (const Value &V : Held)
    escape(S, V, 0, 0);
  S.GlobalEpoch = Event + 1;
}

/// A new object is hooked into a list by the address of its link.
void Interpreter::escapeNode(State &S, LocId Link, StringId To, uint32_t Arg) {
  const LocId Root = Names.root(Link);
  if (Names.loc(Root).K == Storage::Kind::Pointee && Names.sym(Names.loc(Root).A).Fresh)
    escapeThrough(S, Root, To, Arg);
}

/// An out-parameter for a handle that callers are seen to release.
void Interpreter::believeFilled(State &S, const Site &At, uint32_t Index, LocId Object) {
  const StringId Usr = At.C.Usr;
  if (!Usr || !Shared.fills(Usr, Index))
    return;
  Resource R;
  R.Handle = Names.entry(Object, At.Event + 1);
  R.What = Shared.handle(At.C.Args[Index].Handle);
  R.Now = Phase::Owned;
  R.Made = origin(At);
  R.Likely = true;
  if (R.What)
    S.addResource(std::move(R));
}

/// What a function that nobody has shown may do with one of its arguments.
void Interpreter::giveUnknown(State &S, const Site &At, uint32_t Index) {
  const Call &C = At.C;
  const bool Family = C.Library != 0; // an API's own call only borrows
  const bool CSystem = C.System && !F.Cxx;
  const StringId Usr = C.Usr;
  const Arg &A = C.Args[Index];
  const Value V = At.Args[Index];
  // A C library function borrows what it knows; a `void *` it may keep (lists,
  // threads).
  const bool Borrows = Family || A.PointsToConst || A.Variadic ||
                       (CSystem && (A.Handle || !V.isSym())) ||
                       (Usr && Shared.borrows(Usr, Index));
  if (V.isSym() && A.Handle)
    resourceFor(S, V.sym(), Shared.handle(A.Handle));
  // Who takes a handle as a mere address keeps it: tsearch, lsearch. (Text is only
  // read.)
  const Resource *Handle = V.isSym() ? S.resource(V.sym()) : nullptr;
  const bool Kept = C.System && !Family && !A.Handle && !A.Variadic && Handle &&
                    Handle->What && Handle->What->Kind != api::HandleKind::Buffer;
  // A container takes its element by a reference to const, and keeps a copy.
  const bool Element = C.System && F.Cxx && !Family && V.K == Value::Kind::Address;
  // The bytes of an object that holds something are copied, or kept: memcpy, epoll_ctl.
  if (CSystem && V.K == Value::Kind::Address)
    escapeThrough(S, static_cast<LocId>(V.N), 0, 0);
  if (!Borrows || Element || Kept) {
    // A standard container or thread keeps what it is given, and so may anyone.
    escape(S, V, C.System ? 0 : Usr, Index);
    if (!C.System && V.K == Value::Kind::Address)
      escapeNode(S, static_cast<LocId>(V.N), Usr, Index);
  }
  // `append(list, &h, 1)`: behind a pointer to whatever it is, the handle is copied.
  if (A.PointsToConst && !A.Handle && !C.System && !Family && V.K == Value::Kind::Address)
    if (const Value *Held = S.find(static_cast<LocId>(V.N));
        Held && Held->isSym() && S.resource(Held->sym()))
      escape(S, Value(*Held), Usr, Index);
  if (A.PointsToConst || (Family && V.isSym() && S.resource(V.sym())))
    return;
  // What the argument points to may be changed.
  const LocId Object = pointed(V);
  if (Object == None)
    return;
  disturb(S, Object, At, CSystem || Shared.borrows(Usr, Index));
  if (V.K == Value::Kind::Address)
    believeFilled(S, At, Index, Object);
}

State Interpreter::applyUnknown(State S, Site &At) {
  const Call &C = At.C;
  const bool Family = C.Library != 0; // an API's own call only borrows
  const StringId Usr = C.Usr;
  for (uint32_t I = 0; I != At.Args.size(); ++I) {
    giveUnknown(S, At, I);
    if (C.Target != program::None)
      doubtTransactions(S, At.Args[I]);
  }
  if (!C.System && !Family)
    disturbGlobals(S, At.Event);
  const SymId Result = Names.event(At.Event, 0);
  if (C.ResultHandle && At.Result != None) {
    Resource R;
    R.Handle = Result;
    R.What = Shared.handle(C.ResultHandle);
    R.Made = origin(At);
    R.Likely = true;
    if (Usr && Shared.returnsOwned(Usr)) {
      R.Now = Phase::Owned;
      ++Obligations;
      note(S, At.Event, Result, "");
    }
    if (R.What) {
      TouchesHandle = true;
      S.addResource(std::move(R));
    }
  }
  giveResult(S, At, Value::symbol(Result));
  unknownText(S, At, std::nullopt);
  return S;
}

} // namespace dbtidy::lifecycle
