//===- Dump.cpp - The engine's stages as text -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Dump.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

class SummaryPrinter {
public:
  SummaryPrinter(const Session &S, llvm::raw_ostream &Out) : S(S), Out(Out) {}

  void function(const Function &F, const FunctionSummary &Sum) {
    Out << "summary " << S.P.text(F.Name) << "\n";
    if (!Sum.Known)
      Out << "  unknown\n";
    else if (Sum.Outcomes.empty())
      Out << "  does not return\n";
    for (const Outcome &O : Sum.Outcomes)
      outcome(O);
  }

private:
  void path(const Path &P) {
    switch (P.From) {
    case Path::Root::Param:
      Out << "arg" << P.Index + 1;
      break;
    case Path::Root::Global:
      Out << S.P.text(P.Index);
      break;
    case Path::Root::Return:
      Out << "result";
      break;
    case Path::Root::New:
      Out << "new" << P.Index;
      break;
    }
    for (const Projection &Step : P.Steps)
      switch (Step.Kind) {
      case ProjectionKind::Deref:
        Out << "->*";
        break;
      case ProjectionKind::Field:
        Out << "." << S.P.text(Step.Value);
        break;
      case ProjectionKind::Index:
        Out << "[" << Step.Value << "]";
        break;
      case ProjectionKind::AnyIndex:
        Out << "[?]";
        break;
      }
  }

  void term(const Term &T) {
    static const char *const Ops[] = {"==", "!=", "<", "<=", ">", ">=", "+",  "-",
                                      "*",  "/",  "%", "&",  "|", "^",  "<<", ">>"};
    switch (T.K) {
    case Term::Kind::Unknown:
      Out << "?";
      return;
    case Term::Kind::Int:
      Out << T.N;
      return;
    case Term::Kind::Text:
      Out << '"' << S.P.text(static_cast<StringId>(T.N)) << '"';
      return;
    case Term::Kind::Function:
      Out << "@" << S.P.text(static_cast<StringId>(T.N));
      return;
    case Term::Kind::Entry:
      path(T.At);
      return;
    case Term::Kind::Address:
      Out << "&";
      path(T.At);
      return;
    case Term::Kind::New:
      Out << "new" << T.N;
      return;
    case Term::Kind::Op:
      Out << "(";
      term(T.Parts[0]);
      Out << " " << Ops[T.N] << " ";
      term(T.Parts[1]);
      Out << ")";
      return;
    case Term::Kind::Pure:
      Out << S.accessorRule(static_cast<uint32_t>(T.N))->Name << "(";
      term(T.Parts[0]);
      Out << ")";
      return;
    }
  }

  void constraints(llvm::ArrayRef<Constraint> If, llvm::StringRef Word) {
    for (const Constraint &C : If) {
      Out << Word;
      term(C.Of);
      Out << " in " << C.In.text();
    }
  }

  void outcome(const Outcome &O) {
    Out << (O.Throws ? "  throws" : "  returns");
    if (O.Result.K != Term::Kind::Unknown || !O.ResultIn.isFull()) {
      Out << " ";
      term(O.Result);
      if (!O.ResultIn.isFull() && O.Result.K != Term::Kind::Int)
        Out << " in " << O.ResultIn.text();
    }
    constraints(O.Where, "\n    where ");
    Out << "\n";
    for (size_t I = 0; I != O.News.size(); ++I) {
      const NewValue &N = O.News[I];
      if (!N.What && !N.Fresh)
        continue;
      Out << "    new" << I << (N.Fresh ? " fresh" : "");
      if (N.What)
        Out << (N.Ended ? " released " : " owned ") << N.What->Id << " by "
            << S.P.text(N.Ended ? N.EndCall : N.Call);
      constraints(N.If, " if ");
      Out << "\n";
    }
    static const char *const Names[] = {"release",       "escape",   "begin",
                                        "commit",        "rollback", "use",
                                        "end values of", "ask",      "run"};
    for (const Effect &E : O.Effects) {
      Out << "    " << Names[static_cast<int>(E.K)] << " ";
      term(E.On);
      constraints(E.If, " if ");
      Out << "\n";
    }
    for (const auto &[To, V] : O.Stores) {
      Out << "    ";
      path(To);
      Out << " = ";
      term(V);
      Out << "\n";
    }
  }

  const Session &S;
  llvm::raw_ostream &Out;
};

} // namespace

void dumpSummaries(const Session &Shared, llvm::raw_ostream &Out) {
  std::vector<const Function *> Functions;
  Functions.reserve(Shared.Functions.size());
  for (const auto &[Usr, F] : Shared.Functions)
    Functions.push_back(F);
  llvm::sort(Functions, [&](const Function *A, const Function *B) {
    return Shared.P.text(A->Usr) < Shared.P.text(B->Usr);
  });
  for (const Function *F : Functions)
    if (const auto Known = Shared.Summaries.find(F->Usr); Known != Shared.Summaries.end())
      SummaryPrinter(Shared, Out).function(*F, Known->second);
}

/// One state in a line.
std::string Interpreter::describe(const State &S) const {
  const auto Named = [&](LocId L) -> std::string {
    const Storage &Where = Names.loc(L);
    return Where.K == Storage::Kind::Var && Where.A < F.Vars.size() &&
                   F.Vars[Where.A].Name
               ? P.text(F.Vars[Where.A].Name).str()
               : std::string();
  };
  const auto Holders = [&](SymId H) {
    std::string Text;
    for (const auto &[L, V] : S.Env)
      if (const std::string Name = Named(L); V == Value::symbol(H) && !Name.empty())
        Text += (Text.empty() ? "" : ",") + Name;
    return Text.empty() ? std::string("?") : Text;
  };
  static const char *const Phases[] = {"borrowed", "owned", "released"};
  std::string Line;
  for (const Resource &R : S.Resources)
    if (R.What)
      Line += " " + Holders(R.Handle) + ":" + R.What->Name + "=" +
              Phases[static_cast<int>(R.Now)] + (R.If.empty() ? "" : "?") +
              (R.Escaped ? "(escaped)" : "");
  for (const Transaction &T : S.Transactions)
    Line += " " + Holders(T.Connection) + ":transaction=" + (T.Open ? "open" : "ended") +
            (T.If.empty() ? "" : "?");
  for (const auto &[L, V] : S.Env)
    if (const std::string Name = Named(L); V.isInt() && !Name.empty())
      Line += " " + Name + "=" + std::to_string(V.N);
  return Line.empty() ? " (nothing)" : Line;
}

/// The states at each named point, or, in a program that names none, at the beginning of
/// each block that is looked at: one line a state, in the order of their text, so that
/// the order of exploration does not show.
void Interpreter::dumpStates(llvm::raw_ostream &Out) const {
  std::map<std::string, std::set<std::string>> ByPoint;
  for (const auto &[Point, S] : Points)
    ByPoint[P.text(Point).str()].insert(describe(S));
  for (const auto &[Point, Lines] : ByPoint)
    for (const std::string &Line : Lines)
      Out << P.text(F.Name) << " " << Point << ":" << Line << "\n";
  if (Points.empty())
    for (const auto &[Block, Lines] : Entries)
      for (const std::string &Line : Lines)
        Out << P.text(F.Name) << " b" << Block << ":" << Line << "\n";
}

} // namespace dbtidy::lifecycle
