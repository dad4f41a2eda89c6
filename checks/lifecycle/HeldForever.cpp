//===- HeldForever.cpp - Members that a class never releases --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/HeldForever.h"
#include "lifecycle/Check.h"
#include "lifecycle/Interpreter.h"
#include "lifecycle/Mentions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// One member, seen by the functions of its class.
class MemberWalk {
public:
  MemberWalk(Session &Shared, const Function &Class, const Var &Member)
      : Shared(Shared), Class(Class), Member(Member) {}

  std::optional<Fault> run() {
    for (const Expr &E : Class.Exprs) {
      const FunctionSummary *Sum = Shared.summary(E.Text);
      if (!Sum || !Sum->Known || endsIn(*Shared.Functions[E.Text]))
        return std::nullopt;
      for (const Outcome &O : Sum->Outcomes) {
        if (letsGo(O))
          return std::nullopt;
        acquires(O, *Shared.Functions[E.Text]);
      }
    }
    return Made ? std::optional(fault(*Made)) : std::nullopt;
  }

private:
  /// Whether the path leads to the member, of whichever object.
  bool isMember(const Path &P) const {
    return P.From == Path::Root::Param && !P.Steps.empty() &&
           P.Steps.back() == Projection{ProjectionKind::Field, Member.Name};
  }
  bool mentions(const Term &T) const {
    return ((T.K == Term::Kind::Entry || T.K == Term::Kind::Address) &&
            (isMember(T.At) || isAround(T.At))) ||
           llvm::any_of(T.Parts, [&](const Term &Part) { return mentions(Part); });
  }
  /// The object itself, whose members go along with it.
  static bool isAround(const Path &P) {
    return P.From == Path::Root::Param && P.Steps.empty() && P.Index == 0;
  }

  /// Whether the member is released, or somebody else gets it.
  bool letsGo(const Outcome &O) const {
    const auto Ends = [&](const Effect &E) {
      return (E.K == Effect::Kind::Release || E.K == Effect::Kind::Escape) &&
             mentions(E.On);
    };
    // From one object of the class into another: a move.
    const auto Given = [&](const auto &Store) {
      return !isMember(Store.first) && Store.second.K != Term::Kind::Op &&
             mentions(Store.second);
    };
    const auto Changed = [&](const Path &P) { return isMember(P) || isAround(P); };
    const bool Returned = !isAround(O.Result.At) && mentions(O.Result);
    return Returned || llvm::any_of(O.Effects, Ends) || llvm::any_of(O.Stores, Given) ||
           llvm::any_of(O.Changed, Changed);
  }

  /// Whether F releases a handle of that kind in a way that may mean the member: under
  /// its name, or under none that tells it from the member.
  bool endsIn(const Function &F) const {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr;
      for (size_t I = 0; I != C.Args.size(); ++I) {
        const Expr &E = F.Exprs[C.Args[I].Value];
        const StringId Field = lastField(E.Where);
        const bool Ends = Rule ? releasesArgument(Rule, C, I) || takes(*Rule)
                               : C.Library == 0 && mayEnd(C, I);
        if (Ends && (Field == Member.Name || (Rule && Field == 0 && isOne(F, E, *Rule))))
          return true;
      }
      return false;
    });
  }
  static StringId lastField(const Place &P) {
    return !P.Path.empty() && P.Path.back().Kind == ProjectionKind::Field
               ? P.Path.back().Value
               : 0;
  }
  static bool takes(const api::CallRule &Rule) { return !Rule.Takes.empty(); }
  /// Whether a function of the program may release what it is given as argument I.
  bool mayEnd(const Call &C, size_t I) const {
    const FunctionSummary *Sum = C.Virtual ? nullptr : Shared.summary(C.Usr);
    if (!Sum || !Sum->Known)
      return !C.Args[I].PointsToConst;
    return llvm::any_of(Sum->Outcomes, [&](const Outcome &O) {
      return llvm::any_of(O.Effects, [&](const Effect &E) {
        return (E.K == Effect::Kind::Release || E.K == Effect::Kind::Escape) &&
               (E.On.K == Term::Kind::Entry || E.On.K == Term::Kind::Address) &&
               E.On.At.From == Path::Root::Param && E.On.At.Index == I;
      });
    });
  }
  /// Whether a value that is not a parameter's may be a handle of the member's kind.
  bool isOne(const Function &F, const Expr &E, const api::CallRule &Rule) const {
    const bool Kind = llvm::any_of(Rule.Releases, [&](const api::Release &R) {
      return !R.What || R.What == Shared.handle(Member.Handle);
    });
    return Kind && E.Kind == ExprKind::Load && E.Where.isValid() &&
           F.Vars[E.Where.Base].Kind != VarKind::Param;
  }

  void acquires(const Outcome &O, const Function &By) {
    const auto Places = [&](const Term &What) {
      return llvm::count_if(O.Stores,
                            [&](const auto &Store) { return Store.second == What; });
    };
    for (const auto &[To, What] : O.Stores)
      // What others hold too, they may release.
      if (!Made && isMember(To) && What.K == Term::Kind::New && Places(What) == 1 &&
          O.Result != What) {
        const NewValue &N = O.News[static_cast<size_t>(What.N)];
        if (N.isOwed() && N.What == Shared.handle(Member.Handle)) {
          Made = N;
          Maker = &By;
        }
      }
  }

  Fault fault(const NewValue &Made) const {
    const Program &P = Shared.P;
    Fault Out;
    Out.Kind = FaultKind::Leak;
    Out.Loss = LossKind::Never;
    Out.Handle = Made.What->Kind;
    Out.Noun = Made.What->Noun;
    Out.Holder = P.text(Member.Name).str();
    Out.Call = P.text(Made.Call).str();
    Out.Made = P.locate(Member.Loc);
    Out.End = Out.Made;
    Out.Function = P.text(Class.Name).str();
    Out.FunctionUsr = P.text(Member.Usr).str();
    Out.Level = Made.Likely ? Confidence::Likely : Confidence::Certain;
    Step Enter;
    Enter.Kind = StepKind::Acquire;
    Enter.Loc = P.locate(Maker->Loc);
    Enter.Function = P.text(Maker->Name).str();
    Enter.Text = "'" + Enter.Function + "' puts " + withArticle(Out.Noun) + " into '" +
                 Out.Holder + "'";
    Out.Path.push_back(Enter);
    if (Made.Trace)
      for (Step Inside : Made.Trace->Steps) {
        ++Inside.Depth;
        Out.Path.push_back(std::move(Inside));
      }
    Step Last;
    Last.Kind = StepKind::Exit;
    Last.Loc = Out.Made;
    Last.Function = Out.Function;
    Last.Text = "no function of '" + Out.Function + "' releases '" + Out.Holder + "'";
    Out.Path.push_back(std::move(Last));
    return Out;
  }

  Session &Shared;
  const Function &Class;
  const Var &Member;
  std::optional<NewValue> Made;
  const Function *Maker = nullptr;
};

} // namespace

std::vector<Fault> heldForever(Session &Shared) {
  std::vector<Fault> Out;
  if (llvm::none_of(Shared.P.Functions, [](const Function &F) { return F.Members; }))
    return Out;
  // What an object holds that lives as long as the program, it may keep.
  llvm::StringSet<> Kept;
  for (const Function &F : Shared.P.Functions)
    if (F.Members && F.Vars.empty())
      Kept.insert(Shared.P.text(F.Usr));
  std::set<StringId> Met;
  for (const Function &F : Shared.P.Functions)
    if (F.Members && Met.insert(F.Usr).second &&
        !Kept.contains((Shared.P.text(F.Usr) + "$kept").str()))
      for (const Var &Member : F.Vars)
        if (std::optional<Fault> Found = MemberWalk(Shared, F, Member).run())
          Out.push_back(std::move(*Found));
  return Out;
}

} // namespace dbtidy::lifecycle
