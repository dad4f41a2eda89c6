//===- Events.cpp - Assignments, ends of life and losses -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

void Interpreter::assign(State &S, const Event &E, uint32_t Number) {
  Value V = evaluate(S, E.Value);
  if (V.K == Value::Kind::Unknown) {
    // A name of its own, so that later tests of it agree.
    renew(S, Names.event(Number, 0));
    V = Value::symbol(Names.event(Number, 0));
  }
  LocId L = locate(S, E.Target);
  if (L == None) {
    escape(S, V, 0, 0);
    return;
  }
  if (F.Exprs[E.Value].Kind == ExprKind::Unknown)
    leaveElement(S, L);
  if (movesOn(E) && !walksKnown(E, V)) {
    leaveElement(S, L);
    // The caller's array: the summary tells.
    if (const Value Before = read(S, L);
        Before.isSym() && Names.sym(Before.sym()).K == Symbol::Kind::Entry)
      escape(S, Before, 0, 0);
    renew(S, Names.event(Number, 0));
    L = locate(S, E.Target);
    V = Value::symbol(Names.event(Number, 0));
  }
  if (advances(S, L, V)) {
    const SymId Next = Names.event(Number, 0);
    renew(S, Next);
    L = locate(S, E.Target);
    V = Value::symbol(Next);
  }
  if (L != None)
    store(S, L, V);
}

/// Elements of an array that a pointer is followed over.
static constexpr uint32_t MaxWalk = 16;

/// `++p`, of a pointer to elements.
bool Interpreter::movesOn(const Event &E) const {
  const Expr &Value = F.Exprs[E.Value];
  const auto &Path = Value.Where.Path;
  return Value.Kind == ExprKind::AddressOf && Value.Where.Base == E.Target.Base &&
         Path.size() == E.Target.Path.size() + 2 &&
         Path.back().Kind == ProjectionKind::Index &&
         Path[Path.size() - 2].Kind == ProjectionKind::Deref &&
         std::equal(E.Target.Path.begin(), E.Target.Path.end(), Path.begin());
}

/// Whether V is an element of an array that is followed, and not far in it: each turn of
/// a loop is at a place of its own then. Of others' arrays only what a range-for walks,
/// which is known to end.
bool Interpreter::walksKnown(const Event &E, const Value &V) const {
  if (V.K != Value::Kind::Address)
    return false;
  const auto At = static_cast<LocId>(V.N);
  return Names.loc(At).K == Storage::Kind::Index && Names.loc(At).A <= MaxWalk &&
         (Names.loc(Names.root(At)).K == Storage::Kind::Var ||
          P.text(F.Vars[E.Target.Base].Name).starts_with("__begin"));
}

/// A pointer that moves on from an element of an array reaches the others: what is done
/// to one through it may be done to all.
void Interpreter::leaveElement(State &S, LocId Pointer) {
  const Value *At = S.find(Pointer);
  if (At && At->K == Value::Kind::Address &&
      Names.loc(static_cast<LocId>(At->N)).K == Storage::Kind::Index)
    escape(S, *At, 0, 0);
}

/// `p = p->next`: named by its way from the start, each turn of a loop would be at a
/// place of its own, and no two turns would ever meet. One name stands for all of them.
bool Interpreter::advances(State &S, LocId L, Value V) {
  if (!V.isSym() || Names.sym(V.sym()).K != Symbol::Kind::Entry)
    return false;
  const Value Before = read(S, L);
  return Before.isSym() && Before != V && Names.mentions(V.sym(), Before.sym());
}

void Interpreter::store(State &S, LocId L, Value V) {
  bool Weak = false;
  for (LocId Part = L; Part != None; Part = Names.loc(Part).Parent)
    Weak |= Names.loc(Part).K == Storage::Kind::AnyIndex;
  if (Weak) {
    // One of many elements: which one it replaces is not known, nor who releases it.
    escape(S, V, 0, 0);
    return;
  }
  if (Names.loc(L).HasParts)
    llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
      return Entry.first != L && Names.isBelow(Entry.first, L);
    });
  link(S, L, V);
  if (matters(S, L, V))
    S.set(L, V);
  else if (S.find(L))
    llvm::erase_if(S.Env, [&](const auto &Entry) { return Entry.first == L; });
}

/// What is put into an object that others know is known to them. A new object that a loop
/// hooks into another one is: lists are not followed node by node.
void Interpreter::link(State &S, LocId L, const Value &V) {
  const Storage &Into = Names.loc(Names.root(L));
  if (Into.K != Storage::Kind::Pointee)
    return;
  SymId New = V.isSym() ? V.sym() : None;
  if (V.K == Value::Kind::Address)
    if (const Storage &Root = Names.loc(Names.root(static_cast<LocId>(V.N)));
        Root.K == Storage::Kind::Pointee)
      New = Root.A;
  const bool Node = New != None && Names.sym(New).Fresh &&
                    Names.sym(New).K == Symbol::Kind::Event && repeats(Names.sym(New).A);
  const Resource *Owner = S.resource(Into.A);
  if (Node) {
    (void)resourceFor(S, New, nullptr);
    escape(S, Value::symbol(New), 0, 0);
  } else if (Owner && Owner->Escaped && Names.sym(Into.A).Fresh) {
    escape(S, V, 0, 0);
  }
}

/// Whether it has to be remembered that L holds V: nothing that matters reads what the
/// slice does not keep.
bool Interpreter::matters(const State &S, LocId L, const Value &V) const {
  if (V.K == Value::Kind::Address ||
      (V.isSym() && (S.resource(V.sym()) || Names.sym(V.sym()).Fresh ||
                     Names.sym(V.sym()).K != Symbol::Kind::Event)))
    return true;
  StringId Field = 0;
  for (LocId Part = L; Part != None; Part = Names.loc(Part).Parent)
    if (Names.loc(Part).K == Storage::Kind::Field)
      Field = Names.loc(Part).A;
  const Storage &Root = Names.loc(Names.root(L));
  if (Root.K != Storage::Kind::Var || Root.A >= Graph.Part.Vars.size())
    return true;
  const Slice::Kept &Kept = Graph.Part.Vars[Root.A];
  return Kept.Whole || (Field == 0 && !Kept.Fields.empty()) ||
         llvm::is_contained(Kept.Fields, Field);
}

void Interpreter::endScope(State &S, const Event &E, uint32_t Number, uint32_t Block) {
  const LocId Root = Names.var(E.Target.Base);
  const size_t Before = S.Env.size();
  llvm::erase_if(S.Env, [&](const std::pair<LocId, Value> &Entry) {
    return Names.isBelow(Entry.first, Root);
  });
  if (S.Env.size() != Before)
    checkLost(S,
              F.Vars[E.Target.Base].Kind == VarKind::Temp ? LossKind::Discard
                                                          : LossKind::Scope,
              Number, Block);
}

/// What an unknown piece of code knows may be released by it: nothing is owed any more.
void Interpreter::escape(State &S, Value V, StringId To, uint32_t Arg) {
  if (V.K == Value::Kind::Address) {
    // A pointer to an element leads to the others.
    const auto L = static_cast<LocId>(V.N);
    const bool Element = Names.loc(L).K == Storage::Kind::Index;
    escapeThrough(S, Element ? Names.loc(L).Parent : L, To, Arg);
    return;
  }
  if (!V.isSym())
    return;
  Resource *R = S.resource(V.sym());
  if (!R && Names.sym(V.sym()).K == Symbol::Kind::Entry)
    R = &resourceFor(S, V.sym(), nullptr); // the caller's: the summary tells
  if (R && R->Now != Phase::Released) {
    if (To && R->Now == Phase::Owned)
      ++Dropped[{To, Arg, /*Behind=*/false, R->What ? R->What->Id : ""}];
    R->Now = Phase::Borrowed;
    R->Escaped = true;
    R->EscapedTo = To;
    R->EscapedArg = Arg;
  }
  escapeThrough(S, Names.pointee(V.sym()), To, Arg);
}

llvm::SmallVector<Value, 8> Interpreter::heldBehind(const State &S, LocId L) {
  llvm::SmallVector<Value, 8> Held;
  llvm::DenseSet<LocId> Seen;
  llvm::SmallVector<LocId, 4> Work{L};
  // A parameter that has not been read yet holds what the caller passed.
  if (Names.loc(L).K == Storage::Kind::Var && !S.find(L))
    if (const Value V = initial(S, L); V.isSym())
      Held.push_back(V);
  while (!Work.empty()) {
    const LocId Object = Work.pop_back_val();
    if (!Seen.insert(Object).second)
      continue;
    for (const auto &[Where, V] : S.Env)
      if (Names.isBelow(Where, Object)) {
        if (V.isSym()) {
          Held.push_back(V);
          Work.push_back(Names.pointee(V.sym()));
        } else if (V.K == Value::Kind::Address) {
          Work.push_back(static_cast<LocId>(V.N));
        }
      }
  }
  return Held;
}

/// Code that a pointer leads to, which is not known, is given V: it may well be there to
/// end the transaction.
void Interpreter::doubtTransactions(State &S, const Value &V) {
  const LocId Behind = pointed(V);
  llvm::SmallVector<Value, 8> Held;
  if (Behind != None)
    Held = heldBehind(S, Behind);
  Held.push_back(V);
  for (const Value &Each : Held)
    if (Resource *R = Each.isSym() ? S.resource(Each.sym()) : nullptr)
      R->ThroughPointer = true;
  llvm::erase_if(S.Transactions, [&](const Transaction &T) {
    return T.Open && llvm::is_contained(Held, Value::symbol(T.Connection));
  });
}

void Interpreter::escapeThrough(State &S, LocId L, StringId To, uint32_t Arg) {
  for (const Value &V : heldBehind(S, L)) {
    Resource *R = S.resource(V.sym());
    if (!R && Names.sym(V.sym()).K == Symbol::Kind::Entry)
      R = &resourceFor(S, V.sym(), nullptr); // the caller's: the summary tells
    if (R && R->Now != Phase::Released) {
      if (To && R->Now == Phase::Owned)
        ++Dropped[{To, Arg, /*Behind=*/true, R->What ? R->What->Id : ""}];
      R->Now = Phase::Borrowed;
      R->Escaped = true;
      R->EscapedTo = To;
      R->EscapedArg = Arg;
    }
  }
}

/// Makes room for a new value of an event that runs again: what its symbol stood for
/// until now is the previous turn's.
void Interpreter::renew(State &S, SymId Fresh) {
  const Symbol &Of = Names.sym(Fresh);
  if (!repeats(Of.K == Symbol::Kind::Join ? Of.A - CallJoins : Of.A))
    return; // it happens once
  const auto Mentioned = [&](SymId X) {
    return llvm::any_of(S.Env,
                        [&](const auto &E) {
                          return Names.locMentions(E.first, X) ||
                                 (E.second.isSym() &&
                                  Names.mentions(E.second.sym(), X)) ||
                                 (E.second.K == Value::Kind::Address &&
                                  Names.locMentions(static_cast<LocId>(E.second.N), X));
                        }) ||
           S.resource(X) || S.transaction(X);
  };
  const auto DropFacts = [&](SymId X) {
    llvm::erase_if(S.Facts, [&](const Fact &F) { return Names.mentions(F.Of, X); });
    llvm::erase_if(S.Implications, [&](const Implied &I) {
      return Names.mentions(I.If.Of, X) || Names.mentions(I.Then.Of, X);
    });
    llvm::erase_if(S.Deriveds, [&](const Derived &D) {
      return Names.mentions(D.Value, X) || Names.mentions(D.From, X);
    });
    const auto About = [&](llvm::SmallVector<Fact, 1> &If) {
      llvm::erase_if(If, [&](const Fact &F) { return Names.mentions(F.Of, X); });
    };
    for (Resource &R : S.Resources)
      About(R.If);
    for (Transaction &T : S.Transactions)
      About(T.If);
  };
  if (!Mentioned(Fresh)) {
    DropFacts(Fresh);
    return;
  }
  const SymId Old = Names.older(Fresh);
  if (Mentioned(Old)) {
    // Two turns are told apart; what is older still is not followed.
    // What only their storage holds goes out of sight with them: that nobody releases it
    // cannot be said any more.
    std::vector<Value> Held;
    for (const auto &[L, V] : S.Env)
      if (Names.locMentions(L, Old))
        Held.push_back(V);
    for (const Value &V : Held)
      escape(S, V, 0, 0);
    S.dropResource(Old);
    llvm::erase_if(S.Transactions,
                   [&](const Transaction &T) { return T.Connection == Old; });
    for (auto &[L, V] : S.Env)
      if (V.isSym() && Names.mentions(V.sym(), Old))
        V = Value::unknown();
    llvm::erase_if(S.Env, [&](const auto &E) {
      return Names.locMentions(E.first, Old) ||
             (E.second.K == Value::Kind::Address &&
              Names.locMentions(static_cast<LocId>(E.second.N), Old));
    });
  }
  DropFacts(Old);
  renameAll(S, Fresh, Old);
}

/// Everything that S says of From is said of To.
void Interpreter::renameAll(State &S, SymId From, SymId To) {
  const std::vector<std::pair<LocId, Value>> Env = std::move(S.Env);
  S.Env.clear();
  for (const auto &[L, V] : Env)
    S.set(Names.renameLoc(L, From, To), Names.rename(V, From, To));
  std::vector<Fact> Facts = std::move(S.Facts);
  S.Facts.clear();
  for (Fact &F : Facts)
    S.setRange(Names.rename(F.Of, From, To), std::move(F.In));
  for (Implied &I : S.Implications) {
    I.If.Of = Names.rename(I.If.Of, From, To);
    I.Then.Of = Names.rename(I.Then.Of, From, To);
  }
  std::vector<Resource> Resources = std::move(S.Resources);
  S.Resources.clear();
  for (Resource &R : Resources) {
    R.Handle = Names.rename(R.Handle, From, To);
    if (R.Parent != None)
      R.Parent = Names.rename(R.Parent, From, To);
    for (Fact &F : R.If)
      F.Of = Names.rename(F.Of, From, To);
    S.addResource(std::move(R));
  }
  std::vector<Transaction> Transactions = std::move(S.Transactions);
  S.Transactions.clear();
  for (Transaction &T : Transactions) {
    T.Connection = Names.rename(T.Connection, From, To);
    for (Fact &F : T.If)
      F.Of = Names.rename(F.Of, From, To);
    S.addTransaction(std::move(T));
  }
  for (Derived &D : S.Deriveds) {
    D.Value = Names.rename(D.Value, From, To);
    D.From = Names.rename(D.From, From, To);
  }
  const std::vector<std::pair<LocId, uint32_t>> Epochs = std::move(S.Epochs);
  S.Epochs.clear();
  for (const auto &[L, Epoch] : Epochs)
    S.setEpoch(Names.renameLoc(L, From, To), Epoch);
}

//===--- Losses ---------------------------------------------------------------===//

/// Whether storage under Root exists, or may be reached, independently of this call's
/// own variables.
bool Interpreter::outlives(LocId Root) const {
  const Storage &R = Names.loc(Root);
  if (R.K == Storage::Kind::Var) {
    const VarKind Kind = kindOf(R.A);
    return Kind == VarKind::Global || Kind == VarKind::Static || Kind == VarKind::Return;
  }
  const Symbol &Sym = Names.sym(R.A);
  if (ThisDies && Sym.K == Symbol::Kind::Entry &&
      Names.loc(Sym.A).K == Storage::Kind::Var && Names.loc(Sym.A).A == 0)
    return false; // no destructor runs for an object that was not completed
  // What the function did not make itself, others know.
  return !Sym.Fresh;
}

llvm::DenseSet<SymId> Interpreter::reachable(const State &S, const Value *Kept) const {
  llvm::DenseSet<SymId> Seen;
  llvm::SmallVector<LocId, 16> Work;
  const auto Mark = [&](const Value &V) {
    SymId To = V.isSym() ? V.sym() : None;
    // A pointer into an object keeps the whole: lists are linked by a member.
    if (V.K == Value::Kind::Address) {
      const Storage &Root = Names.loc(Names.root(static_cast<LocId>(V.N)));
      if (Root.K == Storage::Kind::Pointee)
        To = Root.A;
    }
    if (To != None && Seen.insert(To).second)
      for (const auto &[L, Inner] : S.Env)
        if (const Storage &Root = Names.loc(Names.root(L));
            Root.K == Storage::Kind::Pointee && Root.A == To)
          Work.push_back(L);
  };
  // With a kept value the function is being left: its own variables are gone.
  for (const auto &[L, V] : S.Env) {
    const LocId Root = Names.root(L);
    const bool Variable = Names.loc(Root).K == Storage::Kind::Var;
    if (outlives(Root) || (Variable && !Kept))
      Mark(V);
  }
  if (Kept) {
    Mark(*Kept);
    if (Kept->K == Value::Kind::Address)
      for (const auto &[L, V] : S.Env)
        if (Names.isBelow(L, static_cast<LocId>(Kept->N)))
          Mark(V);
  }
  while (!Work.empty()) {
    const LocId L = Work.pop_back_val();
    if (const Value *V = S.find(L))
      Mark(*V);
  }
  return Seen;
}

/// Whether every owed handle is in a variable, so that none needs to be looked for: most
/// of the time.
bool Interpreter::allAtHand(const State &S, const Value *Kept) const {
  return llvm::all_of(S.Resources, [&](const Resource &R) {
    return R.Now != Phase::Owned || llvm::any_of(S.Env, [&](const auto &E) {
             const LocId Root =
                 E.second == Value::symbol(R.Handle) ? Names.root(E.first) : None;
             return Root != None && (outlives(Root) ||
                                     (!Kept && Names.loc(Root).K == Storage::Kind::Var));
           });
  });
}

void Interpreter::checkLost(State &S, LossKind How, uint32_t Event, uint32_t Block,
                            const Value *Kept) {
  if (allAtHand(S, Kept))
    return;
  const llvm::DenseSet<SymId> Held = reachable(S, Kept);
  for (size_t I = 0; I != S.Resources.size();) {
    Resource &R = S.Resources[I];
    if (R.Now != Phase::Owned || Held.contains(R.Handle)) {
      ++I;
      continue;
    }
    lose(S, R, How, Event, Block);
    S.Resources.erase(S.Resources.begin() + static_cast<ptrdiff_t>(I));
  }
}

void Interpreter::lose(State &S, Resource &R, LossKind How, uint32_t Event,
                       uint32_t Block) {
  if (!feasible(S, R.If) || (R.OnlyIfKnown && !certain(S, R.If)) ||
      S.range(R.Handle) == Range::of(0))
    return;
  // A statement out of a layer's cache owes nothing before it is used.
  if (R.What && R.What->Kind == api::HandleKind::Statement && !R.Asked &&
      Shared.isInferred(*R.What->Owner))
    return;
  Loss L;
  L.Kind = FaultKind::Leak;
  L.How = How;
  L.What = R;
  L.Event = Event;
  L.Block = Block;
  L.Past = S.Past;
  L.Likely = R.Likely || !S.isSure();
  L.Joined = S.Joined;
  report(std::move(L));
}

/// What makes two losses one finding: their kind, and where the handle was acquired. A
/// call may acquire several: a helper that fills an object.
std::pair<FaultKind, uint64_t> Interpreter::siteOf(const Loss &L) {
  const auto Shifted = [](uint64_t X, unsigned By) { return X << By; };
  switch (L.Kind) {
  case FaultKind::TransactionOpen:
    return {L.Kind, L.Txn.Begun.Event};
  case FaultKind::Leak:
    return {L.Kind,
            L.What.Made.Event + Shifted(L.What.Made.Argument + 1, 40) +
                Shifted(L.What.What ? static_cast<uint64_t>(L.What.What->Kind) : 0, 56)};
  case FaultKind::DoubleRelease:
  case FaultKind::UseAfterRelease:
  case FaultKind::DerivedUse:
  case FaultKind::NotCommitted:
    break;
  }
  if (L.Second.Event == None)
    return {L.Kind, Shifted(2, 32) + L.Block};
  return {L.Kind, Shifted(1, 32) + L.Second.Event};
}

/// One fault for one acquisition and kind: the shortest path stands for all of them.
void Interpreter::report(Loss L) {
  if (Looking) {
    if (!Looking->Found && siteOf(L) == Looking->Goal)
      Looking->Found = std::move(L);
    return;
  }
  const auto [It, New] = LossAt.try_emplace(siteOf(L), Losses.size());
  if (New) {
    Losses.push_back(std::move(L));
    return;
  }
  Loss &Known = Losses[It->second];
  const auto Length = [](const Loss &X) { return X.Past ? X.Past->Length : 0; };
  // A certain fault before a likely one, then the shorter path.
  if (std::pair(L.Likely, Length(L)) < std::pair(Known.Likely, Length(Known)))
    Known = std::move(L);
}

std::string Interpreter::holderOf(const State &S, SymId Handle) const {
  for (const auto &[L, V] : S.Env) {
    if (V != Value::symbol(Handle))
      continue;
    const Storage &Where = Names.loc(L);
    if (Where.K == Storage::Kind::Var && Where.A < F.Vars.size() && F.Vars[Where.A].Name)
      return P.text(F.Vars[Where.A].Name).str();
  }
  return {};
}

} // namespace dbtidy::lifecycle
