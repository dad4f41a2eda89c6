//===- Mentions.cpp - Which arguments a callee is about -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Mentions.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

bool isInert(const api::CallRule &R) {
  return R.Acquires.empty() && R.Releases.empty() && R.Takes.empty() &&
         R.Derives.empty() && R.Transactions.empty() && R.Sqls.empty() &&
         !R.RunsStatement && R.Throws.empty() && !R.FreshObject && !R.TakesFormatted &&
         !R.FreesObject && !R.Returns && R.Owner->Handles.empty();
}

static bool startsAt(const api::Where &W, const program::Call &C, uint32_t Index) {
  const unsigned First = C.HasReceiver ? 1 : 0;
  return (W.From == api::Where::Root::Receiver && First && Index == 0) ||
         (W.From == api::Where::Root::Argument && W.Argument + First == Index);
}

bool releasesArgument(const api::CallRule *R, const program::Call &C, size_t Index) {
  return R && llvm::any_of(R->Releases, [&](const api::Release &A) {
           return A.At.Derefs == 0 && A.At.Fields.empty() &&
                  startsAt(A.At, C, static_cast<uint32_t>(Index));
         });
}

bool fillsObject(const api::CallRule &R, const program::Call &C, size_t Index) {
  return llvm::any_of(R.Acquires, [&](const api::Acquire &A) {
    return A.At.Derefs == 1 && !A.At.Fields.empty() &&
           startsAt(A.At, C, static_cast<uint32_t>(Index));
  });
}

bool overwrites(const api::CallRule &R, const program::Call &C, uint32_t Index) {
  const auto At = [&](const api::Where &W) { return startsAt(W, C, Index); };
  return llvm::any_of(R.Acquires,
                      [&](const api::Acquire &A) {
                        const bool MayStay =
                            A.When && A.Else == api::Otherwise::Unchanged;
                        return At(A.At) && A.At.Derefs == 1 && !MayStay;
                      }) &&
         llvm::none_of(R.Releases, [&](const api::Release &A) { return At(A.At); }) &&
         llvm::none_of(R.Takes, [&](const api::Take &T) { return At(T.At); }) &&
         llvm::none_of(R.Derives, [&](const api::Derive &D) { return At(D.From); });
}

bool mentions(const api::CallRule &R, const program::Call &C, uint32_t Index) {
  const unsigned First = C.HasReceiver ? 1 : 0;
  const auto At = [&](const api::Where &W) { return startsAt(W, C, Index); };
  const auto When = [&](const std::optional<api::Condition> &If) {
    return If && At(If->Subject);
  };
  const auto Maybe = [&](const std::optional<api::Where> &W) { return W && At(*W); };
  const auto Any = [](const auto &List, auto Test) { return llvm::any_of(List, Test); };
  return (R.Pure && Index <= First) || R.TakesFormatted || Maybe(R.RunsStatement) ||
         When(R.RunsWhen) || Maybe(R.FreesObject) || Maybe(R.Returns) ||
         Any(R.Acquires,
             [&](const api::Acquire &A) {
               return At(A.At) || When(A.When) || Maybe(A.Parent);
             }) ||
         Any(R.Releases,
             [&](const api::Release &A) { return At(A.At) || When(A.When); }) ||
         Any(R.Takes,
             [&](const api::Take &T) {
               return At(T.At) || Maybe(T.Into) || When(T.When);
             }) ||
         Any(R.Derives, [&](const api::Derive &D) { return At(D.At) || At(D.From); }) ||
         Any(R.Transactions,
             [&](const api::Transaction &T) { return At(T.On) || When(T.When); }) ||
         Any(R.Sqls,
             [&](const api::Sql &Q) {
               return At(Q.At) || Maybe(Q.On) || When(Q.When);
             }) ||
         Any(R.Implies,
             [&](const api::Implication &I) { return When(I.If) || At(I.Then.Subject); });
}

bool mentions(const Path &P, uint32_t Index) {
  return P.From == Path::Root::Param && P.Index == Index;
}

bool mentions(const Term &T, uint32_t Index) {
  return ((T.K == Term::Kind::Entry || T.K == Term::Kind::Address) &&
          mentions(T.At, Index)) ||
         llvm::any_of(T.Parts, [&](const Term &Part) { return mentions(Part, Index); });
}

bool Outcome::leadsToHandle(size_t N, unsigned Depth) const {
  static constexpr unsigned MaxDepth = 4;
  return News[N].isHandle() ||
         (Depth < MaxDepth &&
          llvm::any_of(
              Stores,
              [&](const auto &Store) {
                return Store.first.From == Path::Root::New && Store.first.Index == N &&
                       Store.second.K == Term::Kind::New &&
                       leadsToHandle(static_cast<size_t>(Store.second.N), Depth + 1);
              }));
}

using Visitor = llvm::function_ref<void(const Path &, PathUse)>;

static void eachPath(const Term &T, PathUse Use, Visitor Visit) {
  if (T.K == Term::Kind::Entry || T.K == Term::Kind::Address)
    Visit(T.At, Use);
  for (const Term &Part : T.Parts)
    eachPath(Part, Use, Visit);
}

static void eachPath(const std::vector<Constraint> &If, Visitor Visit) {
  for (const Constraint &C : If)
    eachPath(C.Of, PathUse::Asked, Visit);
}

static void eachPath(const Outcome &O, Visitor Visit) {
  eachPath(O.Where, Visit);
  eachPath(O.Result, PathUse::Handle, Visit);
  for (const NewValue &N : O.News) {
    eachPath(N.If, Visit);
    if (N.Parent)
      eachPath(*N.Parent, PathUse::Handle, Visit);
    if (N.Belongs)
      eachPath(*N.Belongs, PathUse::Handle, Visit);
  }
  for (const Effect &E : O.Effects) {
    eachPath(E.On, PathUse::Handle, Visit);
    eachPath(E.Text, PathUse::Handle, Visit);
    eachPath(E.If, Visit);
  }
  for (const auto &[To, Stored] : O.Stores) {
    const bool New = Stored.K == Term::Kind::New;
    const bool Handle =
        New ? O.leadsToHandle(static_cast<size_t>(Stored.N))
            : Stored.K == Term::Kind::Entry || Stored.K == Term::Kind::Address;
    Visit(To, Handle ? PathUse::Given : PathUse::Filled);
    eachPath(Stored, PathUse::Handle, Visit);
  }
  for (const Path &P : O.Changed)
    Visit(P, PathUse::Filled);
}

void eachPath(const FunctionSummary &Sum, Visitor Visit) {
  for (const Outcome &O : Sum.Outcomes)
    eachPath(O, Visit);
}

} // namespace dbtidy::lifecycle
