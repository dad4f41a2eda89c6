//===- Slice.cpp - What of a function can matter --------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Slice.h"

#include "lifecycle/Cells.h"
#include "lifecycle/Interpreter.h"
#include "lifecycle/Mentions.h"
#include "lifecycle/PostDominators.h"
#include "lifecycle/Ways.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// A type whose values are numbers: they carry no handle.
bool isNumber(llvm::StringRef Type) {
  static const llvm::StringSet<> Numbers = {
      "_Bool",          "bool",     "char",         "signed char", "unsigned char",
      "short",          "int",      "unsigned int", "long",        "unsigned long",
      "unsigned short", "float",    "double",       "long long",   "unsigned long long",
      "size_t",         "__size_t", "ssize_t",      "time_t",      "pid_t",
      "int32_t",        "uint32_t", "int64_t",      "uint64_t",    "std::size_t"};
  Type.consume_front("const ");
  return Numbers.contains(Type);
}

enum class Weight : uint8_t {
  None,    ///< it can be passed by
  Globals, ///< only in that code which is not seen may change any global there
  Full
};

class Slicer {
public:
  Slicer(const Function &F, Session &Shared, const std::vector<uint32_t> &Order)
      : F(F), Shared(Shared), Order(Order), Graph(waysOn(F, Shared, Order)),
        Ways(Graph, Order, waysOut(F, Shared, Order)), Names(F) {
    for (llvm::BitVector *Set :
         {&Relevant, &Holders, &Visible, &Number, &Verdicts, &Answers})
      Set->resize(static_cast<unsigned>(Names.size()));
    for (VarId V = 0; V != F.Vars.size(); ++V)
      seed(V);
  }

  Slice run() {
    const auto N = static_cast<unsigned>(F.Blocks.size());
    Out.Jump.assign(N, program::None);
    Out.Disturbs.resize(N);
    Out.Reads.resize(N);
    for (const Block &B : F.Blocks)
      Out.Skipped.emplace_back(static_cast<unsigned>(B.Events.size()), true);
    Needed.resize(N);
    Decides.resize(N);
    do {
      Changed = false;
      for (const uint32_t Id : llvm::reverse(Order))
        block(Id);
    } while (Changed);
    for (const uint32_t Id : Order)
      if (branches(Id) && !Decides.test(Id) && Ways.next(Id) != Ways.exit()) {
        Out.Jump[Id] = Ways.next(Id);
        if (passesGlobals(Id))
          Out.Disturbs.set(Id);
      }
    for (VarId V = 0; V != F.Vars.size(); ++V) {
      Slice::Kept &Of = Out.Vars.emplace_back();
      for (const auto &[Field, C] : Names.all(V))
        if (const bool Matters = (C < Relevant.size() && Relevant.test(C)) ||
                                 (C < Visible.size() && Visible.test(C));
            Matters && Field == 0)
          Of.Whole = true;
        else if (Matters)
          Of.Fields.push_back(Field);
    }
    return std::move(Out);
  }

private:
  //===--- The graph ------------------------------------------------------------===//

  const FunctionSummary *summary(const Call &C) const { return knownSummary(C, Shared); }
  const api::CallRule *rule(const Call &C) const {
    return C.Rule ? Shared.rule(C.Rule) : nullptr;
  }
  bool branches(uint32_t Id) const {
    const TerminatorKind Kind = F.Blocks[Id].Term.Kind;
    return Kind == TerminatorKind::Branch || Kind == TerminatorKind::Switch;
  }

  bool mayUnwind(const Call &C) const { return lifecycle::mayUnwind(C, Shared); }

  //===--- The sets -------------------------------------------------------------===//

  void seed(VarId V) {
    const Var &Of = F.Vars[V];
    const Cell Whole = Names.whole(V);
    if (isNumber(Shared.P.text(Of.Type)))
      Number.set(Whole);
    if (Of.Handle) {
      Holders.set(Whole);
      Relevant.set(Whole);
    }
    // Nobody looks at globals behind main's end: only what it calls does.
    const bool Global = Of.Kind == VarKind::Global || Of.Kind == VarKind::Static;
    if ((Of.Kind == VarKind::Param && !Number.test(Whole)) || Of.Kind == VarKind::This ||
        Of.Kind == VarKind::Return || (Global && !F.Main))
      Visible.set(Whole);
  }

  void add(llvm::BitVector &Set, const Place &P) {
    const Cell C = Names.of(P);
    if (C >= Set.size())
      Set.resize(C + 1);
    if (Set.test(C) || Set.test(Names.whole(P.Base)))
      return;
    Set.set(C);
    Changed = true;
  }
  bool isNumeric(const Place &P) const {
    return P.Path.empty() && Number.test(Names.whole(P.Base));
  }
  void relevant(const Place &P) { add(Relevant, P); }
  void holder(const Place &P) {
    relevant(P);
    if (!isNumeric(P))
      add(Holders, P);
  }
  void allRelevant(ExprId Id) {
    Names.mentions(Id, [&](const Place &P, bool) { relevant(P); });
  }
  void allHolders(ExprId Id) {
    Names.mentions(Id, [&](const Place &P, bool) { holder(P); });
  }
  bool touches(ExprId Id, const llvm::BitVector &Set) const {
    return Names.touches(Id, Set);
  }

  //===--- Blocks ---------------------------------------------------------------===//

  void need(uint32_t Id) {
    if (Needed.test(Id))
      return;
    Needed.set(Id);
    Changed = true;
    for (const uint32_t Branch : Ways.deciders(Id))
      decide(Branch);
  }

  void decide(uint32_t Id) {
    if (Decides.test(Id))
      return;
    Decides.set(Id);
    allRelevant(F.Blocks[Id].Term.Cond);
    need(Id);
  }

  /// One of the branch's ways does not come back: what it asks is a fact on the other.
  bool prunes(uint32_t Id) const {
    return Ways.reachesExit(Id) &&
           llvm::any_of(Graph[Id], [&](uint32_t To) { return !Ways.reachesExit(To); });
  }

  /// A loop in which nothing happens: who is in it stays, so what it asks is a fact
  /// behind.
  bool spins(uint32_t Id) const {
    return llvm::any_of(Graph[Id], [&](uint32_t To) {
      for (unsigned Left = 8; Left != 0 && To != Id; --Left) {
        const Block &B = F.Blocks[To];
        if (!B.Events.empty() || B.Term.Kind != TerminatorKind::Goto)
          return false;
        To = B.Term.Edges[0].To;
      }
      return To == Id && F.Blocks[Id].Events.empty();
    });
  }

  /// Whether the caller's arguments decide: it may know which way they go.
  bool asksCaller(ExprId Cond) const {
    bool Asks = false;
    Names.mentions(Cond, [&](const Place &P, bool) {
      Asks |=
          F.Vars[P.Base].Kind == VarKind::Param || F.Vars[P.Base].Kind == VarKind::This;
    });
    return Asks;
  }

  void block(uint32_t Id) {
    const Block &B = F.Blocks[Id];
    const Terminator &T = B.Term;
    if (branches(Id) &&
        (Ways.next(Id) == Ways.exit() ||
         ((prunes(Id) || spins(Id)) &&
          (touches(T.Cond, Relevant) || touches(T.Cond, Answers) || asksCaller(T.Cond)))))
      decide(Id);
    if (branches(Id) && touches(T.Cond, Verdicts))
      decide(Id);
    if (branches(Id) && follows(T.Cond)) {
      Out.Reads.set(Id);
      need(Id);
    }
    if (T.Kind == TerminatorKind::Throw)
      need(Id);
    if (T.Kind == TerminatorKind::Return && T.Cond != program::None) {
      need(Id);
      allRelevant(T.Cond);
    }
    for (size_t I = B.Events.size(); I-- != 0;) {
      const Event &E = B.Events[I];
      if (E.Kind == EventKind::Assign) {
        carry(E.Value, E.Target);
        for (llvm::BitVector *Set : {&Verdicts, &Answers})
          if (E.Target.isValid() && touches(E.Value, *Set))
            add(*Set, E.Target);
      } else if (E.Kind == EventKind::Call) {
        carry(F.Calls[E.CallIndex]);
        judge(F.Calls[E.CallIndex]);
      }
      const Weight Counts = weigh(E, B);
      if (Counts == Weight::None)
        continue;
      Out.Skipped[Id].reset(static_cast<unsigned>(I));
      // Where a scope ends that held no handle, nothing is lost.
      if (Counts == Weight::Globals ||
          (E.Kind == EventKind::EndScope && !Names.touches(E.Target, Holders)))
        continue;
      need(Id);
      if (E.Kind == EventKind::Assign && E.Target.isValid() && !matters(E.Target))
        continue; // only looked at
      if (E.Kind == EventKind::Assign)
        inputs(E);
      else if (E.Kind == EventKind::Call)
        inputs(F.Calls[E.CallIndex]);
    }
  }

  /// Whether a jump from the end of From passes over calls that may change globals.
  bool passesGlobals(uint32_t From) const {
    llvm::SmallVector<uint32_t, 16> Work(Graph[From].begin(), Graph[From].end());
    llvm::DenseSet<uint32_t> Seen{Out.Jump[From]};
    while (!Work.empty()) {
      const uint32_t Id = Work.pop_back_val();
      if (!Seen.insert(Id).second || Ways.reachesExit(Id) != Ways.reachesExit(From))
        continue;
      for (size_t I = 0; I != F.Blocks[Id].Events.size(); ++I)
        if (!Out.skips(Id, I) && F.Blocks[Id].Events[I].Kind == EventKind::Call)
          return true;
      Work.append(Graph[Id].begin(), Graph[Id].end());
    }
    return false;
  }

  //===--- Events ---------------------------------------------------------------===//

  /// What is assigned carries on: handles, addresses, and the way to what callers see.
  void carry(ExprId From, const Place &To) {
    if (!To.isValid() || isNumeric(To))
      return;
    Names.mentions(From, [&](const Place &P, bool Address) {
      if (Names.touches(P, Holders))
        holder(To);
      else if (Address && Names.touches(P, Relevant))
        relevant(To);
      if (Names.touches(P, Visible) && !isNumeric(P))
        add(Visible, To);
    });
  }

  /// A callee that returns what it was given, or a part of it.
  void carry(const Call &C) {
    const FunctionSummary *Sum = C.Result.isValid() ? summary(C) : nullptr;
    if (!Sum)
      return;
    for (const Outcome &O : Sum->Outcomes)
      for (uint32_t I = 0; I != C.Args.size(); ++I)
        if (mentions(O.Result, I))
          carry(C.Args[I].Value, C.Result);
  }

  /// A call that begins or ends a transaction may fail, and what it answers tells: a
  /// branch on it matters, even one that does nothing.
  void judge(const Call &C) {
    if (!C.Result.isValid())
      return;
    const api::CallRule *Rule = rule(C);
    const bool Asks = Rule && Rule->Pure && llvm::any_of(C.Args, [&](const Arg &A) {
                        return touches(A.Value, Verdicts);
                      });
    const FunctionSummary *Sum = Rule ? nullptr : summary(C);
    if (Asks || controls(C, Rule, Sum))
      add(Verdicts, C.Result);
    const auto Told = [](const Outcome &O) {
      return O.Result.K == Term::Kind::Int || !O.ResultIn.isFull();
    };
    if (Sum && (matters(C, *Sum) || llvm::any_of(Sum->Outcomes, Told)))
      add(Answers, C.Result);
  }

  bool controls(const Call &C, const api::CallRule *Rule,
                const FunctionSummary *Sum) const {
    const bool Told = llvm::any_of(C.Args, [&](const Arg &A) {
      const Expr &E = F.Exprs[A.Value];
      return E.Kind == ExprKind::String && Shared.controls(E.Text);
    });
    if (Rule)
      return Told && !Rule->Sqls.empty();
    const auto Depends = [&](const Effect &E) {
      if (E.K == Effect::Kind::Run)
        return Told;
      return (E.K == Effect::Kind::Begin || E.K == Effect::Kind::Commit ||
              E.K == Effect::Kind::Rollback) &&
             !E.If.empty();
    };
    return Sum && llvm::any_of(Sum->Outcomes, [&](const Outcome &O) {
             return llvm::any_of(O.Effects, Depends);
           });
  }

  /// Whether a pointer is followed that may be a handle, or belong to one.
  bool follows(ExprId Id) const {
    bool Out = false;
    Names.mentions(Id, [&](const Place &P, bool Address) {
      Place Pointer;
      Pointer.Base = P.Base;
      for (const Projection &Step : P.Path) {
        if (Step.Kind == ProjectionKind::Deref && !Address)
          Out |= Names.touches(Pointer, Holders);
        Pointer.Path.push_back(Step);
      }
    });
    return Out;
  }

  bool matters(const Place &Target) const {
    return Names.touches(Target, Relevant) || Names.touches(Target, Visible);
  }

  Weight weigh(const Event &E, const Block &B) const {
    const auto If = [](bool Matters) { return Matters ? Weight::Full : Weight::None; };
    switch (E.Kind) {
    case EventKind::Assign:
      return If(!E.Target.isValid() || matters(E.Target) || follows(E.Value));
    case EventKind::EndScope:
      return If(matters(E.Target));
    case EventKind::Escape:
      return If(touches(E.Value, Relevant) || touches(E.Value, Visible));
    case EventKind::Point:
      return Weight::Full;
    case EventKind::Call:
      return weigh(F.Calls[E.CallIndex], B);
    }
    return Weight::Full;
  }

  void inputs(const Event &E) {
    const bool Holds = E.Target.isValid() && Names.touches(E.Target, Holders);
    Holds ? allHolders(E.Value) : allRelevant(E.Value);
  }

  //===--- Calls ----------------------------------------------------------------===//

  Weight weigh(const Call &C, const Block &B) const {
    if (isDispatched(C, Shared) || mayUnwind(C) ||
        (C.Result.isValid() && matters(C.Result)))
      return Weight::Full;
    const api::CallRule *Rule = rule(C);
    if (C.NoReturn || (Rule && Rule->NoReturn))
      return B.Term.Kind == TerminatorKind::Unreachable ? Weight::None : Weight::Full;
    if (Rule && !isInert(*Rule))
      return Weight::Full;
    const FunctionSummary *Sum = Rule ? nullptr : summary(C);
    const bool Matters =
        Sum ? matters(C, *Sum)
            : (!Rule && C.Library) ||
                  llvm::any_of(C.Args, [&](const Arg &A) { return reaches(C, A); });
    if (Matters)
      return Weight::Full;
    const bool Globals =
        Sum ? llvm::any_of(Sum->Outcomes,
                           [](const Outcome &O) { return O.GlobalsChanged; })
            : !Rule && !C.System;
    return Globals ? Weight::Globals : Weight::None;
  }

  /// Whether a function that was not seen may change, keep or misuse what matters, given
  /// A.
  bool reaches(const Call &C, const Arg &A) const {
    const Expr &E = F.Exprs[A.Value];
    if (E.Kind == ExprKind::AddressOf) {
      // A string in an array is read by printf; what scanf fills in is no array's name.
      const bool String = A.Variadic && !E.Where.Path.empty() &&
                          E.Where.Path.back().Kind == ProjectionKind::Index;
      // What is passed as const is left alone; but containers copy it.
      if (String || (A.PointsToConst && !(C.System && F.Cxx)))
        return false;
      return matters(E.Where);
    }
    if (touches(A.Value, Holders))
      return true;
    return !A.PointsToConst && !A.Variadic &&
           (touches(A.Value, Relevant) || touches(A.Value, Visible));
  }

  bool matters(const Call &C, const FunctionSummary &Sum) const {
    // What is passed may have been released before.
    const auto Leads = [&](const Arg &A) {
      return F.Exprs[A.Value].Kind == ExprKind::Load && touches(A.Value, Holders);
    };
    if (Sum.Outcomes.empty() || llvm::any_of(C.Args, Leads))
      return true;
    return llvm::any_of(Sum.Outcomes, [&](const Outcome &O) {
      return O.Throws || !O.Effects.empty() ||
             llvm::any_of(O.News, [](const NewValue &N) { return N.isHandle(); }) ||
             llvm::any_of(O.Changed, [&](const Path &P) { return seen(C, P); }) ||
             llvm::any_of(O.Stores,
                          [&](const auto &Store) {
                            return seen(C, Store.first) || keeps(C, Store.second);
                          }) ||
             llvm::any_of(O.Where,
                          [&](const Constraint &Where) { return tells(C, Where); });
    });
  }

  /// Whether storage that the callee names is some that matters here.
  bool seen(const Call &C, const Path &P) const {
    switch (P.From) {
    case Path::Root::Param:
      return P.Index < C.Args.size() && (touches(C.Args[P.Index].Value, Relevant) ||
                                         touches(C.Args[P.Index].Value, Visible));
    case Path::Root::Global:
      return true;
    case Path::Root::Return:
    case Path::Root::New:
      return false; // only by way of the result
    }
    return true;
  }

  /// Whether the value is a handle that is passed, or leads to one.
  bool keeps(const Call &C, const Term &V) const {
    for (uint32_t I = 0; I != C.Args.size(); ++I)
      if (touches(C.Args[I].Value, Holders) && mentions(V, I))
        return true;
    return false;
  }

  /// Whether that a call comes back says something of what matters, or cannot be.
  bool tells(const Call &C, const Constraint &Where) const {
    if (Where.Of.K == Term::Kind::Entry && Where.Of.At.From == Path::Root::Param &&
        Where.Of.At.Steps.empty() && Where.Of.At.Index < C.Args.size())
      if (const Expr &E = F.Exprs[C.Args[Where.Of.At.Index].Value];
          E.Kind == ExprKind::Int)
        return !Where.In.contains(E.Number);
    return about(C, Where.Of);
  }

  /// Whether a term is about a constant that is passed, or a variable that matters.
  bool about(const Call &C, const Term &T) const {
    if (T.K == Term::Kind::Entry && T.At.From == Path::Root::Global)
      for (VarId V = 0; V != F.Vars.size(); ++V)
        if (F.Vars[V].Usr == T.At.Index) {
          Place Here;
          Here.Base = V;
          return Names.touches(Here, Relevant);
        }
    for (uint32_t I = 0; I != C.Args.size(); ++I)
      if (mentions(T, I)) {
        const ExprKind Kind = F.Exprs[C.Args[I].Value].Kind;
        if (Kind == ExprKind::Int || Kind == ExprKind::Function ||
            touches(C.Args[I].Value, Relevant))
          return true;
      }
    return llvm::any_of(T.Parts, [&](const Term &Part) { return about(C, Part); });
  }

  void inputs(const Call &C) {
    allRelevant(C.Target);
    const api::CallRule *Rule = rule(C);
    const FunctionSummary *Sum = Rule ? nullptr : summary(C);
    const bool HasHandle = C.ResultHandle != 0 || llvm::any_of(C.Args, [](const Arg &A) {
                             return A.Handle != 0;
                           });
    for (uint32_t I = 0; I != C.Args.size(); ++I) {
      const Arg &A = C.Args[I];
      if (A.Handle || isDispatched(C, Shared) || (Rule && mentions(*Rule, C, I)) ||
          (!Rule && !Sum && HasHandle))
        allHolders(A.Value);
      else if (Rule && isInert(*Rule))
        allRelevant(A.Value);
    }
    if (Sum)
      eachPath(*Sum, [&](const Path &P, PathUse Use) {
        if (P.From == Path::Root::Param && P.Index < C.Args.size())
          input(C.Args[P.Index].Value, P, Use);
        else if (P.From == Path::Root::Global && Use != PathUse::Filled)
          global(P, Use);
      });
    if (C.Result.isValid() && handsOut(C, Rule, Sum))
      holder(C.Result);
  }

  /// What the callee's path P means for the argument that it starts at.
  void input(ExprId Id, const Path &P, PathUse Use) {
    const Expr &E = F.Exprs[Id];
    if (E.Kind != ExprKind::Load && E.Kind != ExprKind::AddressOf) {
      Use == PathUse::Asked || Use == PathUse::Filled ? allRelevant(Id) : allHolders(Id);
      return;
    }
    if (E.Kind == ExprKind::Load)
      relevant(E.Where); // where it leads
    // That an address is not null is no question.
    if (Use == PathUse::Filled ||
        (E.Kind == ExprKind::AddressOf && P.Steps.empty() && Use == PathUse::Asked))
      return;
    // The argument &x and the path *.f are x.f; p and *.f are p->f.
    Place Here = E.Where;
    const bool Whole = E.Kind == ExprKind::AddressOf && !P.Steps.empty();
    Here.Path.append(P.Steps.begin() + (Whole ? 1 : 0), P.Steps.end());
    Use == PathUse::Asked ? relevant(Here) : holder(Here);
  }

  void global(const Path &P, PathUse Use) {
    Place Here;
    for (VarId V = 0; V != F.Vars.size() && !Here.isValid(); ++V)
      if (F.Vars[V].Usr == P.Index && F.Vars[V].Usr)
        Here.Base = V;
    if (!Here.isValid())
      return;
    Here.Path.append(P.Steps.begin(), P.Steps.end());
    Use == PathUse::Asked ? relevant(Here) : holder(Here);
  }

  static bool handsOut(const Call &C, const api::CallRule *Rule,
                       const FunctionSummary *Sum) {
    if (C.ResultHandle || C.Target != program::None ||
        (Rule && (!Rule->Acquires.empty() || !Rule->Derives.empty())))
      return true;
    return Sum && llvm::any_of(Sum->Outcomes, [](const Outcome &O) {
             return O.Result.K == Term::Kind::New &&
                    O.leadsToHandle(static_cast<size_t>(O.Result.N));
           });
  }

  const Function &F;
  Session &Shared;
  const std::vector<uint32_t> &Order;
  const Lists Graph;
  const PostDominators Ways;
  Cells Names;
  llvm::BitVector Relevant; ///< cells whose values matter
  llvm::BitVector Holders;  ///< of these, those that may lead to a handle
  llvm::BitVector Visible;  ///< cells that lead to storage that others see
  llvm::BitVector Verdicts; ///< cells that tell whether a transaction began or ended
  llvm::BitVector Answers;  ///< cells that may tell how a callee of ours has ended
  llvm::BitVector Number;   ///< variables that are numbers, by their whole cells
  llvm::BitVector Needed;   ///< blocks that hold something that matters
  llvm::BitVector Decides;  ///< branches that decide over such a block
  Slice Out;
  bool Changed = false;
};

} // namespace

Slice slice(const Function &F, Session &Shared, const std::vector<uint32_t> &Order) {
  return Slicer(F, Shared, Order).run();
}

} // namespace dbtidy::lifecycle
