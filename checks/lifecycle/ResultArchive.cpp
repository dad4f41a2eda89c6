//===- ResultArchive.cpp - Summaries and faults as bytes ------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/ResultArchive.h"
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using program::StringId;

namespace {

//===--- Findings -------------------------------------------------------------===//

using program::Positions;

template <typename Archive> void plain(Archive &A, Location &L) {
  A.text(L.File);
  for (uint32_t *Part :
       {&L.Line, &L.Column, &L.Offset, &L.EndLine, &L.EndColumn, &L.EndOffset})
    A.number(*Part);
}

/// With In, a place in a function is kept as the distance from it.
template <typename Archive> void location(Archive &A, Location &L, const Positions *In) {
  if (!In)
    return plain(A, L);
  if constexpr (Archive::Reads) {
    const llvm::StringRef Usr = A.text();
    const program::Function *F = In->find(Usr);
    plain(A, L);
    if (F)
      L = In->absolute(std::move(L), *F);
    else if (!Usr.empty())
      A.fail();
  } else {
    const program::Function *F = In->around(L);
    A.text(F ? In->program().text(F->Usr) : llvm::StringRef());
    Location There = F ? In->relative(L, *F) : L;
    plain(A, There);
  }
}

template <typename Archive> void step(Archive &A, Step &S, const Positions *In) {
  archiveEnum(A, S.Kind, StepKind::Exit);
  location(A, S.Loc, In);
  A.text(S.Text);
  A.text(S.Function);
  A.number(S.Depth);
}

template <typename Archive> void fix(Archive &A, Fix &F, const Positions *In) {
  A.text(F.Title);
  archiveList(A, F.Edits, [&](Edit &E) {
    location(A, E.Where, In);
    A.text(E.Text);
  });
}

template <typename Archive> void fault(Archive &A, Fault &F, const Positions *In) {
  archiveEnum(A, F.Kind, FaultKind::NotCommitted);
  archiveEnum(A, F.Loss, LossKind::Never);
  archiveEnum(A, F.Act, UseAct::Return);
  archiveEnum(A, F.Handle, api::HandleKind::Other);
  for (std::string *Text :
       {&F.Noun, &F.Holder, &F.Call, &F.EndCall, &F.Release, &F.Function, &F.FunctionUsr})
    A.text(*Text);
  location(A, F.Made, In);
  location(A, F.End, In);
  archiveList(A, F.Path, [&](Step &S) { step(A, S, In); });
  archiveList(A, F.Fixes, [&](Fix &Each) { fix(A, Each, In); });
  archiveEnum(A, F.Level, Confidence::Certain);
}

template <typename Archive> void result(Archive &A, Result &R) {
  archiveList(A, R.Faults, [&](Fault &F) { fault(A, F, nullptr); });
  archiveList(A, R.GaveUps, [&](GaveUp &G) {
    plain(A, G.Where);
    A.text(G.Function);
    A.text(G.Reason);
  });
  A.number(R.Stats.Functions);
  A.number(R.Stats.WithHandles);
  A.number(R.Stats.Files);
  A.number(R.Stats.Obligations);
  archiveList(A, R.Stats.UnknownCallees, [&](auto &Each) {
    A.text(Each.Name);
    A.number(Each.Count);
    A.text(Each.At);
    A.text(Each.Handle);
  });
}

//===--- Summaries ------------------------------------------------------------===//

template <typename Archive> class SummaryWalk {
public:
  SummaryWalk(Archive &A, Session &Shared, bool WithSteps = true)
      : A(A), Shared(Shared), WithSteps(WithSteps) {}

  void id(StringId &Id) {
    if constexpr (Archive::Reads) {
      const llvm::StringRef Text = A.text();
      const std::optional<StringId> Known = Shared.P.find(Text);
      if (!Known && !Text.empty())
        A.fail();
      Id = Known.value_or(0);
    } else {
      A.text(Shared.P.text(Id));
    }
  }

  void summary(FunctionSummary &Sum) {
    A.number(Sum.Known);
    archiveList(A, Sum.Outcomes, [&](Outcome &O) { outcome(O); });
  }

private:
  /// What a rule file describes, by the name under which it is looked up.
  template <typename T, typename Find, typename Name>
  void ruled(const T *&Of, Find Found, Name NameOf) {
    if constexpr (Archive::Reads) {
      const llvm::StringRef Text = A.text();
      Of = Text.empty() ? nullptr : Found(Text);
      if (!Of && !Text.empty())
        A.fail();
    } else {
      A.text(Of ? llvm::StringRef(NameOf(*Of)) : llvm::StringRef());
    }
  }
  void handle(const api::Handle *&Of) {
    ruled(
        Of, [&](llvm::StringRef Id) { return Shared.Rules.handle(Id); },
        [](const api::Handle &H) { return H.Id; });
  }
  void library(const api::Library *&Of) {
    ruled(
        Of, [&](llvm::StringRef Name) { return Shared.Rules.library(Name); },
        [](const api::Library &L) { return L.Name; });
  }
  void call(const api::CallRule *&Of) {
    ruled(
        Of, [&](llvm::StringRef Id) { return Shared.Rules.call(Id); },
        [](const api::CallRule &R) { return R.Id; });
  }

  /// A derivation, as its call and its number there.
  void derive(const api::Derive *&Of) {
    const api::CallRule *Rule = nullptr;
    uint32_t Number = 0;
    if constexpr (!Archive::Reads)
      if (Of)
        for (const api::Library &L : Shared.Rules.libraries())
          for (const api::CallRule &Each : L.Calls)
            if (!Each.Derives.empty() && Of >= &Each.Derives.front() &&
                Of <= &Each.Derives.back()) {
              Rule = &Each;
              Number = static_cast<uint32_t>(Of - &Each.Derives.front());
            }
    call(Rule);
    A.number(Number);
    if constexpr (Archive::Reads) {
      if (Rule && Number >= Rule->Derives.size())
        A.fail();
      else
        Of = Rule ? &Rule->Derives[Number] : nullptr;
    }
  }

  void range(Range &R) {
    std::vector<std::pair<int64_t, int64_t>> Parts = R.intervals();
    archiveList(A, Parts, [&](auto &Each) {
      A.number(Each.first);
      A.number(Each.second);
    });
    if constexpr (Archive::Reads) {
      R = Range::none();
      for (const auto &[Low, High] : Parts)
        if (Low <= High)
          R = R.unite(Range(Low, High));
        else
          A.fail();
    }
  }

  void path(Path &P) {
    archiveEnum(A, P.From, Path::Root::New);
    if (P.From == Path::Root::Global)
      id(P.Index);
    else
      A.number(P.Index);
    archiveList(A, P.Steps, [&](program::Projection &Step) {
      archiveEnum(A, Step.Kind, program::ProjectionKind::AnyIndex);
      if (Step.Kind == program::ProjectionKind::Field)
        id(Step.Value);
      else
        A.number(Step.Value);
    });
  }

  /// The number of a term: a name, an accessor, or itself.
  void termNumber(Term &T) {
    if (T.K == Term::Kind::Text || T.K == Term::Kind::Function) {
      auto Id = static_cast<StringId>(T.N);
      id(Id);
      T.N = Id;
    } else if (T.K == Term::Kind::Pure) {
      const api::CallRule *Rule = nullptr;
      if constexpr (!Archive::Reads)
        Rule = Shared.accessorRule(static_cast<uint32_t>(T.N));
      call(Rule);
      if constexpr (Archive::Reads)
        T.N = Rule ? Shared.accessor(Rule) : 0;
    } else {
      A.number(T.N);
    }
  }

  void term(Term &T, unsigned Depth = 0) {
    static constexpr unsigned MaxDepth = 64; // of what the engine makes, and far more
    if (Depth > MaxDepth && Archive::Reads)
      return fail();
    archiveEnum(A, T.K, Term::Kind::Pure);
    termNumber(T);
    path(T.At);
    archiveList(A, T.Parts, [&](Term &Part) { term(Part, Depth + 1); });
    const size_t Needed = T.K == Term::Kind::Op ? 2 : T.K == Term::Kind::Pure ? 1 : 0;
    if (Archive::Reads && T.Parts.size() < Needed)
      fail();
  }
  void fail() {
    if constexpr (Archive::Reads)
      A.fail();
  }

  void constraints(std::vector<Constraint> &If) {
    archiveList(A, If, [&](Constraint &C) { constraint(C); });
  }
  void constraint(Constraint &C) {
    term(C.Of);
    range(C.In);
  }

  void trace(TraceRef &Of) {
    CalleeTrace Steps;
    if (!Archive::Reads && Of)
      Steps = *Of;
    bool There = Of != nullptr;
    A.number(There);
    if (!WithSteps) {
      if constexpr (!Archive::Reads)
        A.number(Steps.Steps.size());
      return;
    }
    archiveList(A, Steps.Steps, [&](Step &S) { step(A, S, Shared.Places); });
    if (Archive::Reads && There)
      Of = std::make_shared<const CalleeTrace>(std::move(Steps));
  }

  void made(NewValue &N) {
    A.number(N.Fresh);
    range(N.In);
    handle(N.What);
    A.number(N.Ended);
    id(N.EndCall);
    trace(N.EndTrace);
    constraints(N.If);
    archiveOptional(A, N.Parent, [&](Term &T) { term(T); });
    archiveOptional(A, N.Belongs, [&](Term &T) { term(T); });
    derive(N.Dies);
    id(N.Call);
    id(N.Text);
    A.number(N.Likely);
    trace(N.Trace);
  }

  void effect(Effect &E) {
    archiveEnum(A, E.K, Effect::Kind::Run);
    term(E.On);
    handle(E.What);
    constraints(E.If);
    id(E.Call);
    A.number(E.Likely);
    A.number(E.ThroughPointer);
    trace(E.Trace);
    archiveEnum(A, E.Open, api::Children::Forbid);
    term(E.Text);
    library(E.By);
  }

  void outcome(Outcome &O) {
    A.number(O.Throws);
    archiveList(A, O.Thrown, [&](StringId &Id) { id(Id); });
    constraints(O.Where);
    term(O.Result);
    range(O.ResultIn);
    archiveList(A, O.News, [&](NewValue &N) { made(N); });
    archiveList(A, O.Effects, [&](Effect &E) { effect(E); });
    archiveList(A, O.Consequences, [&](Consequence &C) {
      constraint(C.If);
      constraint(C.Then);
    });
    archiveList(A, O.Stores, [&](auto &Store) {
      path(Store.first);
      term(Store.second);
    });
    archiveList(A, O.Changed, [&](Path &P) { path(P); });
    A.number(O.GlobalsChanged);
    A.number(O.Guess);
  }

  Archive &A;
  Session &Shared;
  const bool WithSteps;
};

} // namespace

void archiveFault(ArchiveWriter &A, Fault &F, const Positions &In) { fault(A, F, &In); }
void archiveFault(ArchiveReader &A, Fault &F, const Positions &In) { fault(A, F, &In); }
void archiveResult(ArchiveWriter &A, Result &R) { result(A, R); }
void archiveResult(ArchiveReader &A, Result &R) { result(A, R); }

void archiveSummary(ArchiveWriter &A, Session &Shared, FunctionSummary &Sum, bool Steps) {
  SummaryWalk(A, Shared, Steps).summary(Sum);
}
void archiveSummary(ArchiveReader &A, Session &Shared, FunctionSummary &Sum) {
  SummaryWalk(A, Shared).summary(Sum);
}
void archiveId(ArchiveWriter &A, Session &Shared, StringId &Id) {
  SummaryWalk(A, Shared).id(Id);
}
void archiveId(ArchiveReader &A, Session &Shared, StringId &Id) {
  SummaryWalk(A, Shared).id(Id);
}

} // namespace dbtidy::lifecycle
