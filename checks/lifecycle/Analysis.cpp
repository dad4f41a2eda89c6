//===- Analysis.cpp - Bottom-up over the call graph -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/CallGraph.h"
#include "lifecycle/Dump.h"
#include "lifecycle/HeldForever.h"
#include "lifecycle/Interpreter.h"
#include "lifecycle/NotCommitted.h"
#include "lifecycle/Remembered.h"

#include "llvm/ADT/STLExtras.h"

#include <chrono>
#include <tuple>

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Rounds for functions that call each other before a summary that still changes is
/// taken as it is.
constexpr unsigned MaxRounds = 6;

bool sameOutcome(const Outcome &A, const Outcome &B) {
  const auto Effects = [](const Effect &L, const Effect &R) {
    return L.K == R.K && L.On == R.On && L.If == R.If && L.Open == R.Open &&
           L.ThroughPointer == R.ThroughPointer;
  };
  const auto News = [](const NewValue &L, const NewValue &R) {
    return L.Fresh == R.Fresh && L.In == R.In && L.What == R.What && L.If == R.If &&
           L.Belongs == R.Belongs && L.Ended == R.Ended;
  };
  return A.Throws == B.Throws && A.Thrown == B.Thrown && A.Where == B.Where &&
         A.Result == B.Result && A.ResultIn == B.ResultIn && A.Stores == B.Stores &&
         A.Consequences == B.Consequences && llvm::equal(A.Effects, B.Effects, Effects) &&
         llvm::equal(A.News, B.News, News);
}

bool sameSummary(const FunctionSummary &A, const FunctionSummary &B) {
  return A.Known == B.Known && llvm::equal(A.Outcomes, B.Outcomes, sameOutcome);
}

class Analysis {
public:
  Analysis(const Program &P, const api::Catalogue &Rules, const Options &How, Dump What,
           llvm::raw_ostream *To, Memo *Entries)
      : Shared(P, Rules, How), What(What), To(To),
        Pointed(llvm::any_of(P.Functions, hasPoints)) {
    if (Entries && !To) // what is dumped is not remembered
      Before.emplace(Shared, *Entries);
  }

  Result run() {
    const std::vector<Component> Order = components(Shared);
    for (const Component &C : Order)
      component(C);
    for (const auto &[Usr, R] : Results)
      learn(R.Learned);
    // What was learned of functions without a body counts in a second look: at those that
    // call them, and at the callers of what then has another summary.
    if (!(Learned == Beliefs())) {
      Shared.Known = Learned;
      std::set<StringId> News = believed();
      for (const Component &C : Order)
        if (llvm::any_of(C, [&](const Function *F) { return callsAny(*F, News); }))
          again(C, News);
    }
    collect();
    return std::move(Out);
  }

private:
  bool recursive(const Component &C) const {
    return C.size() > 1 || llvm::any_of(C.front()->Calls, [&](const Call &Called) {
             return Called.Usr == C.front()->Usr;
           });
  }

  void component(const Component &C) {
    if (Before)
      rememberedOr(*Before, C);
    else
      interpret(C);
  }

  void rememberedOr(Remembered &Known, const Component &C) {
    const uint64_t Of = Known.digestOf(C);
    if (Known.restore(C, Of, Results))
      return;
    Session::Questions Asked;
    Shared.Asked = &Asked;
    interpret(C);
    Shared.Asked = nullptr;
    Known.remember(C, Of, Asked, Results);
  }

  void interpret(const Component &C) {
    const bool Recursive = recursive(C);
    if (Recursive)
      for (const Function *F : C) // nothing is known to come back, yet
        Shared.Summaries[F->Usr] = FunctionSummary{true, {}};
    for (unsigned Round = 0; Round != MaxRounds; ++Round) {
      bool Changed = false;
      for (const Function *F : C)
        Changed |= function(*F);
      if (!Recursive || !Changed)
        return;
    }
  }

  static bool hasPoints(const Function &F) {
    return llvm::any_of(F.Blocks, [](const Block &B) {
      return llvm::any_of(B.Events,
                          [](const Event &E) { return E.Kind == EventKind::Point; });
    });
  }

  bool function(const Function &F) {
    const auto Start = std::chrono::steady_clock::now();
    Interpreter I(Shared, F);
    I.Recording = To && What == Dump::States && !Pointed;
    FunctionResult &R = Results[F.Usr];
    const double Before = R.Seconds;
    R = FunctionResult();
    FunctionSummary Now;
    if (I.run()) {
      Now = I.summarize();
      R.Faults = I.faults();
    } else {
      R.GaveUp = I.why().str();
    }
    R.TouchesHandle = I.TouchesHandle || F.ReturnHandle;
    R.Obligations = I.Obligations;
    R.Dropped = std::move(I.Dropped);
    R.Learned = std::move(I.Learned);
    if (To && What == Dump::States) {
      llvm::raw_string_ostream Text(R.Dumped);
      I.dumpStates(Text);
    }
    FunctionSummary &Known = Shared.Summaries[F.Usr];
    const bool Changed = !sameSummary(Known, Now);
    Known = std::move(Now);
    R.Seconds =
        Before +
        std::chrono::duration<double>(std::chrono::steady_clock::now() - Start).count();
    return Changed;
  }

  void learn(const Beliefs &From) {
    Learned.ReturnsOwned.insert(From.ReturnsOwned.begin(), From.ReturnsOwned.end());
    Learned.Fills.insert(From.Fills.begin(), From.Fills.end());
    Learned.Borrows.insert(From.Borrows.begin(), From.Borrows.end());
  }

  std::set<StringId> believed() const {
    std::set<StringId> Out = Learned.ReturnsOwned;
    for (const auto &[Usr, Arg] : Learned.Fills)
      Out.insert(Usr);
    for (const auto &[Usr, Arg] : Learned.Borrows)
      Out.insert(Usr);
    return Out;
  }

  static bool callsAny(const Function &F, const std::set<StringId> &Usrs) {
    return llvm::any_of(F.Calls, [&](const Call &C) { return Usrs.contains(C.Usr); }) ||
           llvm::any_of(F.Exprs, [&](const Expr &E) {
             return E.Kind == ExprKind::Function && Usrs.contains(E.Text);
           });
  }

  void again(const Component &C, std::set<StringId> &News) {
    std::map<StringId, FunctionSummary> Before;
    for (const Function *F : C)
      Before[F->Usr] = Shared.Summaries[F->Usr];
    component(C);
    for (const Function *F : C)
      if (!sameSummary(Before[F->Usr], Shared.Summaries[F->Usr]))
        News.insert(F->Usr);
  }

  /// A callee of F as its source names it.
  std::string nameOf(const Function &F, StringId Usr) const {
    const auto Known =
        llvm::find_if(F.Calls, [&](const Call &C) { return C.Usr == Usr && C.Name; });
    return Shared.P.text(Known == F.Calls.end() ? Usr : Known->Name).str();
  }

  /// Where a handle went, as a rule file writes it.
  static std::string placeOf(const Function &F, const Handed &To) {
    const bool Member = llvm::any_of(
        F.Calls, [&](const Call &C) { return C.Usr == To.To && C.HasReceiver; });
    const std::string At = Member && To.Argument == 0
                               ? std::string("this")
                               : std::to_string(To.Argument + (Member ? 0 : 1));
    return To.Behind && At != "this" ? "*" + At : At;
  }

  void collect() {
    std::map<std::tuple<std::string, std::string, std::string>, unsigned> Dropped;
    std::set<uint32_t> Files;
    for (const Function &F : Shared.P.Functions) {
      if (F.describes() || Shared.Functions[F.Usr] != &F || F.System)
        continue;
      FunctionResult &R = Results[F.Usr];
      ++Out.Stats.Functions;
      Out.Stats.WithHandles += R.TouchesHandle;
      if (R.TouchesHandle && F.Loc.isValid())
        Files.insert(F.Loc.File);
      Out.Stats.Obligations += R.Obligations;
      if (R.Seconds > Out.Stats.SlowestSeconds) {
        Out.Stats.SlowestSeconds = R.Seconds;
        Out.Stats.Slowest = Shared.P.text(F.Name).str();
      }
      for (const auto &[To, Count] : R.Dropped)
        Dropped[{nameOf(F, To.To), placeOf(F, To), To.Handle}] += Count;
      if (!R.GaveUp.empty() && (R.TouchesHandle || touches(F)))
        Out.GaveUps.push_back(
            {Shared.P.locate(F.Loc), Shared.P.text(F.Name).str(), R.GaveUp});
      for (Fault &Found : R.Faults)
        Out.Faults.push_back(std::move(Found));
      if (To)
        *To << R.Dumped;
    }
    for (auto Found : {heldForever(Shared), notCommitted(Shared.P)})
      llvm::move(Found, std::back_inserter(Out.Faults));
    Out.Stats.Files = static_cast<unsigned>(Files.size());
    if (To && What == Dump::Summaries)
      dumpSummaries(Shared, *To);
    for (const auto &[Where, Count] : Dropped)
      Out.Stats.UnknownCallees.push_back(
          {std::get<0>(Where), Count, std::get<1>(Where), std::get<2>(Where)});
    llvm::sort(Out.Stats.UnknownCallees, [](const auto &A, const auto &B) {
      return std::tie(B.Count, A.Name, A.At, A.Handle) <
             std::tie(A.Count, B.Name, B.At, B.Handle);
    });
    const auto Key = [](const Location &L) { return std::tie(L.File, L.Line, L.Column); };
    llvm::sort(Out.Faults, [&](const Fault &A, const Fault &B) {
      return std::tuple(Key(A.Made), Key(A.End), A.Kind, A.FunctionUsr) <
             std::tuple(Key(B.Made), Key(B.End), B.Kind, B.FunctionUsr);
    });
    llvm::sort(Out.GaveUps, [&](const GaveUp &A, const GaveUp &B) {
      return std::tuple(Key(A.Where), A.Function) < std::tuple(Key(B.Where), B.Function);
    });
  }

  bool touches(const Function &F) {
    return llvm::any_of(F.Calls, [&](const Call &C) {
      const api::CallRule *Rule = C.Rule ? Shared.rule(C.Rule) : nullptr;
      return C.ResultHandle || (Rule && !Rule->Owner->Handles.empty());
    });
  }

  Session Shared;
  Dump What;
  llvm::raw_ostream *To;
  bool Pointed; ///< the program names points: a dump shows the states there only
  std::optional<Remembered> Before;
  Beliefs Learned;
  FunctionResults Results;
  Result Out;
};

} // namespace

Result analyse(const Program &P, const api::Catalogue &Rules, const Options &How,
               Dump What, llvm::raw_ostream *Out, Memo *Entries) {
  return Analysis(P, Rules, How, What, Out, Entries).run();
}

} // namespace dbtidy::lifecycle
