//===- Summarize.cpp - What a caller sees of the ways a function ends -----===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// Tells one exit from the caller's side.
class Summarizer {
public:
  Summarizer(Interpreter &I, const Interpreter::Exit &E) : I(I), E(E), S(E.S) {}

  Outcome run() {
    O.Throws = E.Throws;
    O.Thrown = E.Throws ? S.Thrown : decltype(S.Thrown){};
    O.Guess = S.Guess;
    const Value *Result = S.find(I.resultLoc());
    if (Result && Result->K != Value::Kind::Undef) {
      O.Result = term(*Result);
      O.ResultIn = I.rangeOf(S, *Result);
    }
    stores();
    for (const Resource &R : S.Resources)
      resource(R);
    keptOutOfSight();
    for (const Transaction &T : S.Transactions)
      transaction(T);
    for (const Ran &R : S.Rans)
      ran(R);
    // Last: facts about what was made inside count where an effect depends on them.
    preconditions();
    consequences();
    changes();
    return std::move(O);
  }

private:
  static constexpr unsigned MaxSteps = 6, MaxPreconditions = 10, MaxConsequences = 16;

  std::optional<Path> path(LocId L) {
    const Storage &Part = I.Names.loc(L);
    std::optional<Path> Out;
    switch (Part.K) {
    case Storage::Kind::Var:
      return variable(Part.A);
    case Storage::Kind::Pointee:
      return pointee(Part.A);
    case Storage::Kind::Field:
      Out = path(Part.Parent);
      if (Out)
        Out->Steps.push_back({ProjectionKind::Field, Part.A});
      break;
    case Storage::Kind::Index:
      Out = path(Part.Parent);
      if (Out)
        Out->Steps.push_back({ProjectionKind::Index, Part.A});
      break;
    case Storage::Kind::AnyIndex:
      return std::nullopt;
    }
    if (Out && Out->Steps.size() > MaxSteps)
      return std::nullopt;
    return Out;
  }

  std::optional<Path> variable(VarId V) {
    Path Out;
    if (V >= I.F.Vars.size()) {
      const size_t Number = V - I.F.Vars.size();
      if (Number >= I.OtherGlobals.size())
        return std::nullopt;
      Out.From = Path::Root::Global;
      Out.Index = I.OtherGlobals[Number];
      return Out;
    }
    const Var &Declared = I.F.Vars[V];
    switch (Declared.Kind) {
    case VarKind::Global:
    case VarKind::Static:
      Out.From = Path::Root::Global;
      Out.Index = Declared.Usr;
      return Out;
    case VarKind::Return:
      Out.From = Path::Root::Return;
      return Out;
    case VarKind::Param:
    case VarKind::This:
    case VarKind::Local:
    case VarKind::Temp:
      break; // the callee's own copy
    }
    return std::nullopt;
  }

  std::optional<Path> pointee(SymId P) {
    const Symbol &Sym = I.Names.sym(P);
    std::optional<Path> Out;
    if (Sym.K == Symbol::Kind::Entry && Sym.B == 0) {
      Out = entry(Sym.A);
    } else if (Sym.K == Symbol::Kind::Event || Sym.K == Symbol::Kind::Join) {
      const auto Known = llvm::find(Made, P);
      if (Known == Made.end())
        return std::nullopt;
      Out = Path{Path::Root::New, static_cast<uint32_t>(Known - Made.begin()), {}};
    }
    if (Out)
      Out->Steps.push_back({ProjectionKind::Deref, 0});
    return Out;
  }

  /// The storage whose entry value a symbol is; for a parameter, the argument.
  std::optional<Path> entry(LocId L) {
    const Storage &Where = I.Names.loc(L);
    if (Where.K == Storage::Kind::Var && Where.A < I.F.NumParams)
      return Path{Path::Root::Param, Where.A, {}};
    return path(L);
  }

  Term term(const Value &V, bool MakeNew = true) {
    Term T;
    switch (V.K) {
    case Value::Kind::Int:
      T.K = Term::Kind::Int;
      T.N = V.N;
      return T;
    case Value::Kind::Text:
      T.K = Term::Kind::Text;
      T.N = V.N;
      return T;
    case Value::Kind::Function:
      T.K = Term::Kind::Function;
      T.N = V.N;
      return T;
    case Value::Kind::Address:
      if (const auto At = path(static_cast<LocId>(V.N))) {
        T.K = Term::Kind::Address;
        T.At = *At;
      }
      return T;
    case Value::Kind::Sym:
      return symbol(V.sym(), MakeNew);
    case Value::Kind::Undef:
    case Value::Kind::Unknown:
      return T;
    }
    return T;
  }

  Term symbol(SymId Id, bool MakeNew) {
    const Symbol Sym = I.Names.sym(Id);
    Term T;
    switch (Sym.K) {
    case Symbol::Kind::Entry:
      if (Sym.B == 0)
        if (const auto At = entry(Sym.A)) {
          T.K = Term::Kind::Entry;
          T.At = *At;
          return T;
        }
      break;
    case Symbol::Kind::Op:
    case Symbol::Kind::Pure: {
      T.K = Sym.K == Symbol::Kind::Op ? Term::Kind::Op : Term::Kind::Pure;
      T.N = Sym.A;
      T.Parts.push_back(term(Sym.Left, MakeNew));
      if (Sym.K == Symbol::Kind::Op)
        T.Parts.push_back(term(Sym.Right, MakeNew));
      if (llvm::none_of(T.Parts,
                        [](const Term &P) { return P.K == Term::Kind::Unknown; }))
        return T;
      T = Term();
      break;
    }
    case Symbol::Kind::Event:
    case Symbol::Kind::Join:
      break;
    }
    const auto Known = llvm::find(Made, Id);
    if (Known == Made.end() && !MakeNew)
      return T;
    T.K = Term::Kind::New;
    T.N = Known - Made.begin();
    if (Known == Made.end()) {
      Made.push_back(Id);
      NewValue N;
      N.Fresh = Sym.Fresh;
      N.In = S.range(Id);
      O.News.push_back(std::move(N));
      belongs(Id);
    }
    return T;
  }

  /// A value of the caller's handle, that still lives.
  void belongs(SymId Id) {
    const Derived *D = S.derived(Id);
    if (!D || D->Dead.Event != None)
      return;
    const size_t Number = O.News.size() - 1;
    Term From = term(Value::symbol(D->From), false);
    if (From.K != Term::Kind::Entry && From.K != Term::Kind::New)
      return;
    O.News[Number].Belongs = std::move(From);
    O.News[Number].Dies = D->Rule;
  }

  void preconditions() {
    for (const Fact &F : S.Facts) {
      if (O.Where.size() >= MaxPreconditions)
        return;
      const Term T = term(Value::symbol(F.Of), false);
      if (T.K == Term::Kind::Entry || T.K == Term::Kind::Op || T.K == Term::Kind::Pure)
        O.Where.push_back({T, F.In});
    }
  }

  /// What is known to follow from what, as far as the caller can name both.
  void consequences() {
    const auto Named = [](const Term &T) {
      return T.K == Term::Kind::Entry || T.K == Term::Kind::New;
    };
    for (const Implied &I : S.Implications) {
      Consequence C{{term(Value::symbol(I.If.Of), false), I.If.In},
                    {term(Value::symbol(I.Then.Of), false), I.Then.In}};
      if (Named(C.If.Of) && Named(C.Then.Of) && O.Consequences.size() < MaxConsequences)
        O.Consequences.push_back(std::move(C));
    }
  }

  void stores() {
    // Storing what was made makes the objects behind it visible, and so on.
    bool Again = true;
    llvm::SmallVector<bool, 32> Done(S.Env.size());
    while (Again) {
      Again = false;
      for (size_t N = 0; N != S.Env.size(); ++N) {
        const auto &[L, V] = S.Env[N];
        if (Done[N] || L == I.resultLoc())
          continue;
        const auto To = path(L);
        if (!To) {
          hidden(L, V);
          continue;
        }
        Done[N] = true;
        Again = true;
        if (V == I.initial(S, L))
          continue;
        O.Stores.emplace_back(*To, term(V));
      }
    }
  }

  /// A place that outlives the call but that the caller cannot name keeps what it holds.
  void hidden(LocId L, const Value &V) {
    const Storage &Root = I.Names.loc(I.Names.root(L));
    if (V.isSym() && Root.K == Storage::Kind::Pointee && I.outlives(I.Names.root(L)))
      Hidden.push_back(V.sym());
  }

  /// What the caller passed and such a place keeps now: it may be released from there.
  void keptOutOfSight() {
    llvm::sort(Hidden);
    Hidden.erase(llvm::unique(Hidden), Hidden.end());
    for (const SymId H : Hidden) {
      const Term On = term(Value::symbol(H), false);
      const Resource *R = S.resource(H);
      if (On.K != Term::Kind::Entry || (R && (R->Escaped || R->Now == Phase::Released)))
        continue;
      Effect Out;
      Out.K = Effect::Kind::Escape;
      Out.On = On;
      O.Effects.push_back(std::move(Out));
    }
  }

  llvm::SmallVector<Constraint, 1> constraints(llvm::ArrayRef<Fact> If) {
    llvm::SmallVector<Constraint, 1> Out;
    for (const Fact &F : If) {
      const Term T = term(Value::symbol(F.Of), true);
      if (T.K != Term::Kind::Unknown)
        Out.push_back({T, F.In});
    }
    return Out;
  }

  TraceRef trace(const Origin &From, StepKind Kind, const std::string &Text) {
    auto Out = std::make_shared<CalleeTrace>();
    if (From.Event == None)
      return Out;
    Step Here;
    Here.Kind = From.Inside ? StepKind::Enter : Kind;
    const Event &Ev = I.event(From.Event);
    Here.Loc = I.P.locate(Ev.Loc);
    Here.Function = I.P.text(I.F.Name).str();
    Here.Text = Text;
    if (From.Inside && Ev.Kind == EventKind::Call)
      Here.Text = "calling '" + I.P.text(I.F.Calls[Ev.CallIndex].Name).str() + "'";
    Out->Steps.push_back(std::move(Here));
    if (From.Inside && From.Inside->Steps.size() < 8)
      for (Step Inner : From.Inside->Steps) {
        ++Inner.Depth;
        Out->Steps.push_back(std::move(Inner));
      }
    return Out;
  }

  void resource(const Resource &R) {
    const std::string Call = I.P.text(R.Made.Call).str();
    if (R.Now == Phase::Owned) {
      const auto Known = llvm::find(Made, R.Handle);
      if (Known == Made.end() || !R.What || llvm::is_contained(Hidden, R.Handle))
        return;
      const auto Number = static_cast<size_t>(Known - Made.begin());
      const auto If = constraints(R.If); // may tell of more values, and move the others
      NewValue &N = O.News[Number];
      N.What = R.What;
      N.Call = R.Made.Call;
      N.Likely = R.Likely;
      N.Text = R.Text;
      N.If.assign(If.begin(), If.end());
      N.Trace = trace(R.Made, StepKind::Acquire,
                      "'" + Call + "' gives " + withArticle(R.What->Noun));
      if (R.Parent != None)
        if (Term Parent = term(Value::symbol(R.Parent), false);
            Parent.K != Term::Kind::Unknown)
          N.Parent = std::move(Parent);
      return;
    }
    const Term On = term(Value::symbol(R.Handle), false);
    if (On.K == Term::Kind::New && R.Now == Phase::Released && !R.Told)
      handedOutDead(R, static_cast<size_t>(On.N));
    if (On.K != Term::Kind::Entry)
      return;
    for (const StringId Rule : R.Enders) {
      Effect Ends;
      Ends.K = Effect::Kind::EndsValues;
      Ends.On = On;
      Ends.Call = Rule;
      O.Effects.push_back(std::move(Ends));
    }
    Effect Out;
    Out.On = On;
    Out.What = R.What;
    Out.Likely = R.Likely;
    if (R.Now == Phase::Released) {
      Out.K = Effect::Kind::Release;
      Out.Call = R.Ended.Call;
      Out.Open = R.Open;
      Out.Trace = trace(R.Ended, StepKind::Event,
                        "'" + I.P.text(R.Ended.Call).str() + "' releases it");
      const auto If = constraints(R.If);
      Out.If.assign(If.begin(), If.end());
    } else if (R.Escaped) {
      Out.K = Effect::Kind::Escape;
      Out.ThroughPointer = R.ThroughPointer;
    } else if ((R.Version || R.Asked) && R.What) {
      Out.K = R.Version ? Effect::Kind::Use : Effect::Kind::Ask;
      Out.Call = I.F.Name;
    } else {
      return;
    }
    O.Effects.push_back(std::move(Out));
  }

  /// Released, and left where the caller can find it.
  void handedOutDead(const Resource &R, size_t Number) {
    const auto If = constraints(R.If); // may tell of more values, and move the others
    NewValue &N = O.News[Number];
    N.If.assign(If.begin(), If.end());
    N.What = R.What;
    N.Ended = R.What != nullptr;
    N.Call = R.Made.Call;
    N.EndCall = R.Ended.Call;
    N.EndTrace = trace(R.Ended, StepKind::Event,
                       "'" + I.P.text(R.Ended.Call).str() + "' releases it");
  }

  void transaction(const Transaction &T) {
    Effect Out;
    Out.On = term(Value::symbol(T.Connection), false);
    if (Out.On.K == Term::Kind::Unknown)
      return;
    const Origin &From = T.Open ? T.Begun : T.Ended;
    if (T.Open)
      Out.K = Effect::Kind::Begin;
    else if (T.Begun.Event == None && (T.Committed || T.RolledBack))
      Out.K = T.Committed ? Effect::Kind::Commit : Effect::Kind::Rollback;
    else
      return;
    Out.Call = From.Call;
    Out.Likely = T.Likely;
    Out.Trace = trace(From, StepKind::Event,
                      T.Open ? "a transaction begins" : "the transaction ends");
    const auto If = constraints(T.If);
    Out.If.assign(If.begin(), If.end());
    O.Effects.push_back(std::move(Out));
  }

  void ran(const Ran &R) {
    Effect Out;
    Out.K = Effect::Kind::Run;
    Out.On = term(Value::symbol(R.Connection), false);
    if (Out.On.K != Term::Kind::Entry)
      return;
    if (R.Text)
      Out.Text = term(Value::symbol(R.Text), false);
    Out.By = R.By;
    Out.Call = R.At.Call;
    Out.Trace =
        trace(R.At, StepKind::Event, "'" + I.P.text(R.At.Call).str() + "' runs it");
    const auto If = constraints(R.If);
    Out.If.assign(If.begin(), If.end());
    O.Effects.push_back(std::move(Out));
  }

  void changes() {
    for (const auto &[Root, Epoch] : S.Epochs)
      if (const auto Where = path(Root))
        O.Changed.push_back(*Where);
    O.GlobalsChanged = S.GlobalEpoch != 0;
  }

  Interpreter &I;
  const Interpreter::Exit &E;
  const State &S;
  Outcome O;
  std::vector<SymId> Made;   ///< by number in Outcome::News
  std::vector<SymId> Hidden; ///< kept where the caller cannot see
};

/// Makes one of the ways to end that differ only in what they need or in plain values.
static void coarsen(FunctionSummary &Sum) {
  std::vector<Outcome> Few;
  for (Outcome &O : Sum.Outcomes) {
    O.Where.clear();
    if (O.Result.K == Term::Kind::Int)
      O.Result = Term();
    llvm::erase_if(O.Stores, [](const auto &Store) {
      return Store.second.K != Term::Kind::New && Store.second.K != Term::Kind::Entry;
    });
    const auto Same = llvm::find_if(Few, [&](const Outcome &F) {
      const auto Effects = [](const Effect &L, const Effect &R) {
        return L.K == R.K && L.On == R.On;
      };
      const auto News = [](const NewValue &L, const NewValue &R) {
        return L.What == R.What && L.Fresh == R.Fresh;
      };
      return F.Throws == O.Throws && F.Result == O.Result && F.Stores == O.Stores &&
             llvm::equal(F.Effects, O.Effects, Effects) &&
             llvm::equal(F.News, O.News, News);
    });
    if (Same == Few.end()) {
      Few.push_back(std::move(O));
      continue;
    }
    Same->ResultIn = Same->ResultIn.unite(O.ResultIn);
    for (size_t I = 0; I != O.News.size(); ++I)
      Same->News[I].In = Same->News[I].In.unite(O.News[I].In);
    Same->Guess |= O.Guess;
  }
  Sum.Outcomes = std::move(Few);
}

/// What the caller sees a call return.
static Range resultOf(const Outcome &O) {
  if (O.Result.K == Term::Kind::Int)
    return Range::of(O.Result.N);
  if (O.Result.K == Term::Kind::New)
    return O.News[static_cast<size_t>(O.Result.N)].In;
  return O.ResultIn;
}

/// Whether one leaves a released handle where the other does.
static bool leavesDead(const Outcome &O, const Path &Where) {
  return llvm::any_of(O.Stores, [&](const auto &Store) {
    return Store.first == Where && Store.second.K == Term::Kind::New &&
           O.News[static_cast<size_t>(Store.second.N)].Ended;
  });
}

/// A handle that a callee has released and left behind is dead to its caller, unless the
/// call's result may tell more than is known of it here: who asks it knows better. Where
/// the same constant comes back either way, it tells nothing.
static void doubtEnded(FunctionSummary &Sum, bool HasResult) {
  const auto Tells = [&](const Outcome &A, const Outcome &B) {
    // Code that is not shown may have noted the failure where the caller looks.
    if (A.GlobalsChanged != B.GlobalsChanged)
      return true;
    const Range OfA = resultOf(A), OfB = resultOf(B);
    return HasResult && !OfA.intersect(OfB).isEmpty() && !(OfA.single() && OfA == OfB);
  };
  std::vector<std::pair<size_t, size_t>> Doubtful;
  for (const auto &[Number, O] : llvm::enumerate(Sum.Outcomes))
    for (const auto &[Slot, N] : llvm::enumerate(O.News)) {
      if (!N.Ended)
        continue;
      bool Certain = O.Result.K == Term::Kind::New && std::cmp_equal(O.Result.N, Slot);
      for (const auto &[Where, What] : O.Stores) {
        if (What.K != Term::Kind::New || std::cmp_not_equal(What.N, Slot))
          continue;
        Certain |=
            llvm::all_of(Sum.Outcomes, [&, &Here = O, &At = Where](const Outcome &P) {
              return P.Throws || Here.Throws || leavesDead(P, At) || !Tells(P, Here);
            });
      }
      if (!Certain)
        Doubtful.emplace_back(Number, Slot);
    }
  for (const auto &[Number, Slot] : Doubtful) {
    NewValue &N = Sum.Outcomes[Number].News[Slot];
    N.What = nullptr;
    N.Ended = false;
  }
}

FunctionSummary Interpreter::summarize() {
  FunctionSummary Out;
  Out.Known = true;
  for (const Exit &E : Exits)
    Out.Outcomes.push_back(Summarizer(*this, E).run());
  doubtEnded(Out, P.text(F.ReturnType) != "void");
  if (Out.Outcomes.size() > Shared.How.Limits.Outcomes)
    coarsen(Out);
  if (Out.Outcomes.size() > Shared.How.Limits.Outcomes) {
    Out.Known = false; // too many ways to end: callers treat it as not seen
    Out.Outcomes.clear();
  }
  return Out;
}

} // namespace dbtidy::lifecycle
