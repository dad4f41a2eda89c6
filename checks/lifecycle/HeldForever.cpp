//===- HeldForever.cpp - Members that a class never releases --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/HeldForever.h"
#include "lifecycle/Interpreter.h"

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
      if (!Sum || !Sum->Known)
        return std::nullopt;
      for (const Outcome &O : Sum->Outcomes) {
        if (letsGo(O))
          return std::nullopt;
        acquires(O, *Shared.Functions[E.Text]);
      }
    }
    if (!Made)
      return std::nullopt;
    return fault();
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
    const bool Returned = O.Result.K == Term::Kind::Entry && isMember(O.Result.At);
    return Returned || llvm::any_of(O.Effects, Ends) || llvm::any_of(O.Stores, Given) ||
           llvm::any_of(O.Changed, Changed);
  }

  void acquires(const Outcome &O, const Function &By) {
    for (const auto &[To, What] : O.Stores)
      if (!Made && isMember(To) && What.K == Term::Kind::New) {
        const NewValue &N = O.News[static_cast<size_t>(What.N)];
        if (N.isOwed() && N.What == Shared.handle(Member.Handle)) {
          Made = N;
          Maker = &By;
        }
      }
  }

  Fault fault() const {
    const Program &P = Shared.P;
    Fault Out;
    Out.Kind = FaultKind::Leak;
    Out.Loss = LossKind::Never;
    Out.Handle = Made->What->Kind;
    Out.Noun = Made->What->Noun;
    Out.Holder = P.text(Member.Name).str();
    Out.Call = P.text(Made->Call).str();
    Out.Made = P.locate(Member.Loc);
    Out.End = Out.Made;
    Out.Function = P.text(Class.Name).str();
    Out.FunctionUsr = P.text(Member.Usr).str();
    Out.Level = Made->Likely ? Confidence::Likely : Confidence::Certain;
    Step Enter;
    Enter.Kind = StepKind::Acquire;
    Enter.Loc = P.locate(Maker->Loc);
    Enter.Function = P.text(Maker->Name).str();
    Enter.Text =
        "'" + Enter.Function + "' puts a " + Out.Noun + " into '" + Out.Holder + "'";
    Out.Path.push_back(Enter);
    if (Made->Trace)
      for (Step Inside : Made->Trace->Steps) {
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

static llvm::StringRef lastName(llvm::StringRef Qualified) {
  const size_t Colon = Qualified.rfind("::");
  return Colon == llvm::StringRef::npos ? Qualified : Qualified.drop_front(Colon + 2);
}

/// The classes of objects that live as long as the program, as variables' types spell
/// them: what those hold, they may keep.
static llvm::StringSet<> keptTypes(const Program &P) {
  llvm::StringSet<> Out;
  for (const Function &F : P.Functions)
    for (const Var &V : F.Vars)
      if (V.Kind == VarKind::Static || V.Kind == VarKind::Global)
        Out.insert(lastName(P.text(V.Type).rtrim(" *&")));
  return Out;
}

std::vector<Fault> heldForever(Session &Shared) {
  std::vector<Fault> Out;
  if (llvm::none_of(Shared.P.Functions, [](const Function &F) { return F.Members; }))
    return Out;
  const llvm::StringSet<> Kept = keptTypes(Shared.P);
  std::set<StringId> Met;
  for (const Function &F : Shared.P.Functions)
    if (F.Members && Met.insert(F.Usr).second &&
        !Kept.contains(lastName(Shared.P.text(F.Name))))
      for (const Var &Member : F.Vars)
        if (std::optional<Fault> Found = MemberWalk(Shared, F, Member).run())
          Out.push_back(std::move(*Found));
  return Out;
}

} // namespace dbtidy::lifecycle
