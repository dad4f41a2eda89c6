//===- Related.cpp - The functions that a database handle can reach -------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Related.h"
#include "lifecycle/InHouse.h"
#include "program/FunctionTables.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

class Related {
public:
  Related(const Program &P, const api::Catalogue &Rules)
      : P(P), Rules(Rules), Tables(P), Callees(P.Functions.size()),
        Callers(P.Functions.size()), OfLibrary(P.stringCount(), Unasked) {
    for (uint32_t I = 0; I != P.Functions.size(); ++I) {
      const Function &F = P.Functions[I];
      Numbers[F.Usr].push_back(I);
      if (F.Initializer && !F.Vars.empty())
        TableNumbers[F.Vars.front().Usr].push_back(I);
    }
    for (uint32_t I = 0; I != P.Functions.size(); ++I)
      eachCallee(P.Functions[I], [&](uint32_t To) {
        Callees[I].push_back(To);
        Callers[To].push_back(I);
      });
  }

  llvm::BitVector run() {
    llvm::BitVector Concerned(static_cast<unsigned>(P.Functions.size()));
    for (uint32_t I = 0; I != P.Functions.size(); ++I)
      if (names(P.Functions[I]))
        Concerned.set(I);
    close(Concerned, Callers);
    llvm::BitVector Out = Concerned;
    close(Out, Callees);
    // What describes functions says nothing but of those.
    for (uint32_t I = 0; I != P.Functions.size(); ++I)
      if (P.Functions[I].describes())
        Out[I] = Callees[I].empty() ||
                 llvm::any_of(Callees[I], [&](uint32_t To) { return Out[To]; });
    return Out;
  }

private:
  enum : uint8_t { Unasked, Yes, No };

  void eachCallee(const Function &F, llvm::function_ref<void(uint32_t)> Each) const {
    const auto Add = [&](StringId Usr) {
      if (const auto Found = Numbers.find(Usr); Found != Numbers.end())
        llvm::for_each(Found->second, Each);
    };
    for (const Call &C : F.Calls) {
      Add(C.Usr);
      if (C.Virtual || C.Target != program::None)
        for (const FunctionTables::Target &To : Tables.targets(C.Usr))
          Add(To.Function);
    }
    const auto AddTable = [&](StringId Usr) {
      if (const auto Found = TableNumbers.find(Usr); Found != TableNumbers.end())
        llvm::for_each(Found->second, Each);
    };
    for (const Expr &E : F.Exprs)
      if (E.Kind == ExprKind::Function)
        Add(E.Text);
      else if (E.Kind == ExprKind::Int)
        AddTable(Tables.table(E.Number)); // an object's $type
    if (!F.describes())
      for (const Var &V : F.Vars)
        AddTable(V.Usr);
  }

  /// Whether F calls a library with handles, or what may be a layer over one, or names a
  /// handle's type.
  bool names(const Function &F) {
    return F.ReturnHandle ||
           llvm::any_of(F.Vars, [](const Var &V) { return V.Handle != 0; }) ||
           llvm::any_of(F.Calls, [&](const Call &C) {
             return C.ResultHandle || mayHandOut(P, F, C) || hasHandles(C.Library) ||
                    hasHandles(C.Rule) ||
                    llvm::any_of(C.Args, [](const Arg &A) { return A.Handle != 0; });
           });
  }

  /// Of a library, or of the one that a rule belongs to.
  bool hasHandles(StringId Id) {
    uint8_t &Known = OfLibrary[Id];
    if (Known == Unasked) {
      const llvm::StringRef Name = P.text(Id).split(':').first;
      const bool Has = llvm::any_of(Rules.libraries(), [&](const api::Library &L) {
        return L.Name == Name && !L.Handles.empty();
      });
      Known = Has ? Yes : No;
    }
    return Known == Yes;
  }

  static void close(llvm::BitVector &Set,
                    const std::vector<std::vector<uint32_t>> &Next) {
    std::vector<uint32_t> Work(Set.set_bits_begin(), Set.set_bits_end());
    while (!Work.empty()) {
      const uint32_t I = Work.back();
      Work.pop_back();
      for (const uint32_t To : Next[I])
        if (!Set[To]) {
          Set.set(To);
          Work.push_back(To);
        }
    }
  }

  const Program &P;
  const api::Catalogue &Rules;
  FunctionTables Tables;
  llvm::DenseMap<StringId, std::vector<uint32_t>> Numbers;      ///< by USR
  llvm::DenseMap<StringId, std::vector<uint32_t>> TableNumbers; ///< by the table's
  std::vector<std::vector<uint32_t>> Callees, Callers;
  std::vector<uint8_t> OfLibrary; ///< by name of a library or rule
};

} // namespace

void keepRelated(Program &P, const api::Catalogue &Rules) {
  const llvm::BitVector Keep = Related(P, Rules).run();
  size_t To = 0;
  for (size_t I = 0; I != P.Functions.size(); ++I)
    if (Keep[static_cast<unsigned>(I)]) {
      if (To != I)
        P.Functions[To] = std::move(P.Functions[I]);
      ++To;
    }
  P.Functions.resize(To);
}

} // namespace dbtidy::lifecycle
