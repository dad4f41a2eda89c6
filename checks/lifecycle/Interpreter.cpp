//===- Interpreter.cpp - States through a function's graph ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

Session::Session(const Program &P, const api::Catalogue &Rules, const Options &How)
    : P(P), Rules(Rules), How(How), RuleOf(P.stringCount()), HandleOf(P.stringCount()),
      RuleLooked(P.stringCount()), HandleLooked(P.stringCount()), Virtuals(P),
      DynamicType(P.find(DynamicTypeField).value_or(0)) {
  for (const std::string &Text : P.Inferred)
    llvm::cantFail(Inferred.addText(Text, "inferred"));
  for (const api::Library &L : Rules.libraries())
    for (const api::CallRule &Rule : L.Calls)
      for (const api::Derive &D : Rule.Derives)
        for (const std::string &Name : D.Until)
          Enders.insert(Name);
  for (const Function &F : P.Functions) {
    if (F.describes())
      continue;
    Functions.try_emplace(F.Usr, &F);
    for (const Var &V : F.Vars)
      if (V.Kind == VarKind::Global && V.Usr && !P.text(V.Usr).starts_with("c:@") &&
          (V.Handle || P.text(V.Type).ends_with("*"))) {
        const auto [Known, New] = SoleUsers.try_emplace(V.Usr, &F);
        if (!New)
          Known->second = nullptr;
      }
    for (const Call &C : F.Calls)
      for (const Arg &A : C.Args) {
        const api::Handle *What = A.Handle ? handle(A.Handle) : nullptr;
        const Expr &E = F.Exprs[A.Value];
        if (What && What->Kind == api::HandleKind::Connection &&
            E.Kind == ExprKind::Load && !E.Where.Path.empty() &&
            E.Where.Path.back().Kind == ProjectionKind::Field)
          ConnectionFields.insert(E.Where.Path.back().Value);
      }
  }
}

const api::CallRule *Session::rule(StringId Id) {
  if (!RuleLooked[Id]) {
    RuleLooked[Id] = 1;
    RuleOf[Id] = Rules.call(P.text(Id));
    if (!RuleOf[Id])
      RuleOf[Id] = Inferred.call(P.text(Id));
  }
  return RuleOf[Id];
}

const api::Handle *Session::handle(StringId Id) {
  if (!HandleLooked[Id]) {
    HandleLooked[Id] = 1;
    HandleOf[Id] = Rules.handle(P.text(Id));
    if (!HandleOf[Id])
      HandleOf[Id] = Inferred.handle(P.text(Id));
  }
  return HandleOf[Id];
}

bool Session::isInferred(const api::Library &L) const {
  return Inferred.library(L.Name) == &L;
}

bool Session::controls(StringId Text) {
  const auto [Known, New] = Controls.try_emplace(Text, false);
  if (New)
    Known->second =
        llvm::any_of(api::transactionActs(P.text(Text), ""),
                     [](const api::TextAct &A) { return A.Act != api::TextAct::Other; });
  return Known->second;
}

bool Session::isUnsigned(StringId Type) {
  const auto [Known, New] = Unsigned.try_emplace(Type, false);
  if (New) {
    llvm::StringRef Text = P.text(Type);
    Text.consume_front("const ");
    Text.consume_front("std::");
    // (Of 64 bits, the greatest value is -1 here: it is asked for by that name.)
    Known->second =
        llvm::is_contained({"unsigned int", "unsigned short", "unsigned char", "bool",
                            "_Bool", "uint8_t", "uint16_t", "uint32_t"},
                           Text);
  }
  return Known->second;
}

const FunctionSummary *Session::summary(StringId Usr) {
  if (Asked)
    Asked->Summaries.insert(Usr);
  const auto Found = Summaries.find(Usr);
  return Found == Summaries.end() ? nullptr : &Found->second;
}

bool Session::returnsOwned(StringId Usr) const {
  if (Asked)
    Asked->Beliefs.insert(Usr);
  return Known.ReturnsOwned.contains(Usr);
}

bool Session::fills(StringId Usr, uint32_t Argument) const {
  if (Asked)
    Asked->Beliefs.insert(Usr);
  return Known.Fills.contains({Usr, Argument});
}

bool Session::borrows(StringId Usr, uint32_t Argument) const {
  if (Asked)
    Asked->Beliefs.insert(Usr);
  return Known.Borrows.contains({Usr, Argument});
}

bool Session::isConnectionField(StringId Name) const {
  if (Asked)
    Asked->Fields.insert(Name);
  return ConnectionFields.contains(Name);
}

llvm::ArrayRef<FunctionTables::Target> Session::targets(StringId Slot) const {
  if (Asked)
    Asked->Slots.insert(Slot);
  return Virtuals.targets(Slot);
}

const FunctionTables::Target *Session::entry(StringId Table, StringId Field) const {
  if (Asked)
    Asked->Tables.insert(Table);
  return Virtuals.entry(Table, Field);
}

const Function *Session::soleUser(StringId Usr) {
  if (Asked)
    Asked->Globals.insert(Usr);
  const auto Found = SoleUsers.find(Usr);
  return Found == SoleUsers.end() ? nullptr : Found->second;
}

uint32_t Session::accessor(const api::CallRule *Rule) {
  const auto Known = llvm::find(Accessors, Rule);
  if (Known != Accessors.end())
    return static_cast<uint32_t>(Known - Accessors.begin());
  Accessors.push_back(Rule);
  return static_cast<uint32_t>(Accessors.size() - 1);
}

Interpreter::Interpreter(Session &Shared, const Function &F)
    : Shared(Shared), P(Shared.P), F(F) {
  (void)Names.event(None, 0); // symbol 0: of conditions that never hold
}

bool Interpreter::giveUp(llvm::StringRef Why) {
  if (Reason.empty())
    Reason = Why.str();
  return false;
}

//===--- Preparation ----------------------------------------------------------===//

void Interpreter::prepare() {
  uint32_t Number = 0;
  for (const Block &B : F.Blocks) {
    FirstEvent.push_back(Number);
    Number += static_cast<uint32_t>(B.Events.size());
  }
  At.resize(F.Blocks.size());
  Graph = flowOf(F, Shared);
  findComparisons();
  findVerdict();
}

/// `return rc;` behind a clean-up that all ways lead to.
void Interpreter::findVerdict() {
  VarId Only = program::None;
  for (const Block &B : F.Blocks) {
    if (B.Term.Kind != TerminatorKind::Return || B.Term.Cond == program::None)
      continue;
    const Expr &E = F.Exprs[B.Term.Cond];
    if (E.Kind != ExprKind::Load || !E.Where.Path.empty() ||
        F.Vars[E.Where.Base].Kind != VarKind::Local)
      continue;
    if (Only != program::None && Only != E.Where.Base)
      return;
    Only = E.Where.Base;
  }
  if (Only != program::None)
    Verdict = Names.var(Only);
}

/// The branches that compare two variables.
void Interpreter::findComparisons() {
  const auto Plain = [&](ExprId Id) {
    return F.Exprs[Id].Kind == ExprKind::Load && F.Exprs[Id].Where.Path.empty();
  };
  for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id) {
    const Terminator &T = F.Blocks[Id].Term;
    if (T.Kind != TerminatorKind::Branch || Graph.Part.Jump[Id] != program::None)
      continue;
    const Expr &E = F.Exprs[T.Cond];
    if (E.Kind != ExprKind::Binary || E.Op > BinaryOp::Ge || !Plain(E.Left) ||
        !Plain(E.Right))
      continue;
    const bool Equal = E.Op == BinaryOp::Eq || E.Op == BinaryOp::Ne;
    Comparison C{Equal ? BinaryOp::Eq : BinaryOp::Lt,
                 Names.var(F.Exprs[E.Left].Where.Base),
                 Names.var(F.Exprs[E.Right].Where.Base)};
    if (E.Op == BinaryOp::Gt || E.Op == BinaryOp::Le)
      std::swap(C.Left, C.Right);
    Compared.push_back(C);
  }
  llvm::sort(Compared);
  Compared.erase(llvm::unique(Compared), Compared.end());
}

const Event &Interpreter::event(uint32_t Number) const {
  const auto It = llvm::upper_bound(FirstEvent, Number) - 1;
  // Empty blocks share their first number with the next one: the last of them holds it.
  return F.Blocks[static_cast<size_t>(It - FirstEvent.begin())].Events[Number - *It];
}

bool Interpreter::repeats(uint32_t Event) const {
  const auto It = llvm::upper_bound(FirstEvent, Event) - 1;
  return Graph.InCycle.test(static_cast<unsigned>(It - FirstEvent.begin()));
}

VarId Interpreter::globalVar(StringId Usr) {
  for (VarId V = 0; V != F.Vars.size(); ++V)
    if (F.Vars[V].Usr == Usr &&
        (F.Vars[V].Kind == VarKind::Global || F.Vars[V].Kind == VarKind::Static))
      return V;
  const auto Known = llvm::find(OtherGlobals, Usr);
  const auto Number = static_cast<VarId>(Known - OtherGlobals.begin());
  if (Known == OtherGlobals.end())
    OtherGlobals.push_back(Usr);
  return static_cast<VarId>(F.Vars.size()) + Number;
}

//===--- The worklist ---------------------------------------------------------===//

bool Interpreter::run() {
  if (F.Coroutine)
    return giveUp("coroutine: suspension is not modelled");
  if (F.Blocks.size() > Shared.How.Limits.Blocks)
    return giveUp("the function is too large");
  prepare();
  arrive(0, State());
  while ((!Alone.empty() || !Queue.empty()) && Reason.empty())
    step();
  if (!Reason.empty())
    return false;
  judgeTransactions();
  judgeOutParameters();
  return true;
}

void Interpreter::step() {
  States Now;
  if (!Alone.empty()) {
    const uint32_t Id = Alone.back().first;
    Now.push_back(std::move(Alone.back().second));
    Alone.pop_back();
    runBlock(Id, std::move(Now));
    return;
  }
  const uint32_t Id = Queue.begin()->second;
  Queue.erase(Queue.begin());
  if (Graph.InCycle.test(Id)) {
    for (Arrived &A : At[Id])
      if (A.Pending) {
        A.Pending = false;
        Now.push_back(A.S);
      }
  } else {
    // All that leads here has been run: nothing more will arrive.
    for (Arrived &A : At[Id])
      Now.push_back(std::move(A.S));
    At[Id] = {};
  }
  runBlock(Id, std::move(Now));
}

/// Counts one event or branch. False if there have been too many.
bool Interpreter::spend() {
  if (Looking) {
    Looking->Bounded |= Looking->Steps >= Looking->MaxSteps;
    return Looking->Steps++ < Looking->MaxSteps && !Looking->Found;
  }
  return ++Steps <= Shared.How.Limits.Steps || giveUp("too many steps");
}

void Interpreter::runBlock(uint32_t Id, States Now) {
  const Block &B = F.Blocks[Id];
  if (Recording && !Looking)
    for (const State &S : Now)
      Entries[Id].insert(describe(S));
  for (size_t I = 0; I != B.Events.size() && Reason.empty(); ++I) {
    if (Graph.Part.skips(Id, I))
      continue;
    const Event &E = B.Events[I];
    const uint32_t Number = eventNumber(Id, I);
    HereEvent = Number;
    HereBlock = Id;
    States Next;
    for (State &S : Now) {
      if (!spend())
        return;
      switch (E.Kind) {
      case EventKind::Assign:
        Crashed = false;
        assign(S, E, Number);
        if (Crashed)
          break;
        checkLost(S, LossKind::Overwrite, Number, Id);
        Next.push_back(std::move(S));
        break;
      case EventKind::EndScope:
        endScope(S, E, Number, Id);
        Next.push_back(std::move(S));
        break;
      case EventKind::Escape:
        escape(S, evaluate(S, E.Value), 0, 0);
        Next.push_back(std::move(S));
        break;
      case EventKind::Point:
        if (!Looking)
          Points.emplace_back(E.Text, S);
        Next.push_back(std::move(S));
        break;
      case EventKind::Call:
        Crashed = false;
        for (State &After : call(std::move(S), E, Number, Id))
          if (!Crashed)
            Next.push_back(std::move(After));
        break;
      }
    }
    if (E.Kind == EventKind::Call && Next.size() > 1)
      Next = joinOutcomes(std::move(Next), Number);
    if (Next.size() > Shared.How.Limits.StatesPerBlock) {
      if (Looking)
        Looking->Bounded = true;
      else
        giveUp("too many states leave one call");
      return;
    }
    Now = std::move(Next);
  }
  HereEvent = None;
  HereBlock = Id;
  for (State &S : Now)
    terminator(Id, std::move(S));
}

/// A call forks states: what owes the same goes on as one.
Interpreter::States Interpreter::joinOutcomes(States Next, uint32_t Event) {
  States Joined;
  const bool Many = Next.size() >= stateLimit() / 4;
  for (State &S : Next) {
    if (Many)
      relax(S);
    auto Same =
        llvm::find_if(Joined, [&](const State &Other) { return joinable(Other, S); });
    if (Same == Joined.end() && Joined.size() >= stateLimit() / 2) {
      Same = llvm::find_if(
          Joined, [&](const State &Other) { return sameObligations(Other, S, *this); });
      if (Same != Joined.end())
        Same->Guess = true;
    }
    if (Same == Joined.end() || Next.size() <= 2) {
      Joined.push_back(std::move(S));
    } else {
      // Not the block's own symbols: this is another meeting point.
      join(*Same, S, CallJoins + Event, Names, *this, false);
      rememberJoins(*Same, CallJoins + Event);
    }
  }
  return Joined;
}

/// Which symbols stand for what places hold where paths meet.
void Interpreter::rememberJoins(const State &S, uint32_t Meeting) {
  for (const auto &[L, V] : S.Env)
    if (V.isSym() && Names.sym(V.sym()).K == Symbol::Kind::Join &&
        Names.sym(V.sym()).A == Meeting && !Names.sym(V.sym()).Older)
      JoinsAt[Meeting].insert(V.sym());
}

//===--- Terminators ----------------------------------------------------------===//

void Interpreter::decide(State &S, uint32_t Block, uint32_t Edge) {
  History H;
  H.What = History::Kind::Decision;
  H.Block = Block;
  H.Edge = Edge;
  S.note(H);
}

void Interpreter::terminator(uint32_t Id, State S) {
  if (!spend())
    return;
  if (const uint32_t To = Graph.Part.Jump[Id]; To != program::None) {
    if (Graph.Part.Reads.test(Id))
      (void)evaluate(S, F.Blocks[Id].Term.Cond);
    if (Graph.Part.Disturbs.test(Id))
      disturbGlobals(S, eventNumber(Id, F.Blocks[Id].Events.size()));
    arrive(To, std::move(S));
    return;
  }
  const Terminator &T = F.Blocks[Id].Term;
  switch (T.Kind) {
  case TerminatorKind::Goto:
    arrive(T.Edges[0].To, std::move(S));
    return;
  case TerminatorKind::Branch:
    branch(Id, T, std::move(S));
    return;
  case TerminatorKind::Switch:
    switchOn(Id, T, std::move(S));
    return;
  case TerminatorKind::Return:
    leave(Id, std::move(S), /*Throws=*/false);
    return;
  case TerminatorKind::Throw:
    throwFrom(T, Id, std::move(S));
    return;
  case TerminatorKind::Dispatch:
    dispatch(T, std::move(S));
    return;
  case TerminatorKind::Resume:
    leave(Id, std::move(S), /*Throws=*/true);
    return;
  case TerminatorKind::Unreachable:
    return; // the program ends here: nothing is owed
  }
}

void Interpreter::branch(uint32_t Id, const Terminator &T, State S) {
  const Value V = evaluate(S, T.Cond);
  State Other = S;
  const bool CanBeTrue = assume(S, V, true);
  const bool CanBeFalse = assume(Other, V, false);
  // A branch that the path has already decided is no news to the reader.
  const bool News = CanBeTrue && CanBeFalse && T.Branch != BranchKind::Implicit;
  const auto Go = [&](uint32_t Edge, State &Along) {
    if (News)
      decide(Along, Id, Edge);
    arrive(T.Edges[Edge].To, std::move(Along));
  };
  // A search goes on with what arrived last.
  const bool TrueLast =
      Looking && Looking->Prefer.contains({Id, 0}) && !Looking->Prefer.contains({Id, 1});
  if (CanBeTrue && !TrueLast)
    Go(0, S);
  if (CanBeFalse)
    Go(1, Other);
  if (CanBeTrue && TrueLast)
    Go(0, S);
}

void Interpreter::switchOn(uint32_t Id, const Terminator &T, State S) {
  const Value V = evaluate(S, T.Cond);
  const Range All = rangeOf(S, V);
  Range Rest = All;
  for (uint32_t I = 0; I != T.Edges.size(); ++I) {
    const Edge &E = T.Edges[I];
    const Range Here = E.Default ? Rest : Rest.intersect(Range(E.Low, E.High));
    if (!E.Default)
      Rest = Rest.intersect(Range(E.Low, E.High).complement());
    if (Here.isEmpty())
      continue;
    State Next = S;
    if (V.isSym() && !refine(Next, V.sym(), Here))
      continue;
    if (!(Here == All))
      decide(Next, Id, I);
    arrive(E.To, std::move(Next));
  }
}

void Interpreter::throwFrom(const Terminator &T, uint32_t Id, State S) {
  S.Throwing = true;
  History H;
  H.What = History::Kind::Throw;
  H.Block = Id;
  S.note(H);
  if (!T.Types.empty())
    S.Thrown = T.Types;
  if (T.Edges.empty())
    leave(Id, std::move(S), /*Throws=*/true);
  else
    arrive(T.Edges[0].To, std::move(S));
}

void Interpreter::dispatch(const Terminator &T, State S) {
  for (const Edge &E : T.Edges) {
    const bool Last = !E.CatchAll && E.Catches == 0;
    const bool Matches = E.CatchAll || llvm::is_contained(S.Thrown, E.Catches);
    // What is not known to be thrown may be caught by any handler; that everything
    // derives from std::exception is the safer belief.
    const bool May = S.Thrown.empty() && !Last;
    if (Matches || May) {
      State Caught = S;
      Caught.Throwing = false;
      arrive(E.To, std::move(Caught));
      if (Matches || P.text(E.Catches) == "std::exception")
        return;
    } else if (Last) {
      arrive(E.To, std::move(S));
      return;
    }
  }
}

void Interpreter::unwindTo(uint32_t Target, uint32_t Block, uint32_t, State S) {
  S.Throwing = true;
  if (Target == None)
    leave(Block, std::move(S), /*Throws=*/true);
  else
    arrive(Target, std::move(S));
}

} // namespace dbtidy::lifecycle
