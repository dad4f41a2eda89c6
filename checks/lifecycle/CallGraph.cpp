//===- CallGraph.cpp - Callees before callers ------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/CallGraph.h"
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Tarjan's algorithm without recursion.
class CallGraph {
public:
  explicit CallGraph(const Session &S) : S(S) {
    for (const auto &[Usr, F] : S.Functions) {
      Nodes.push_back(F);
      Numbers.emplace(Usr, static_cast<uint32_t>(Nodes.size() - 1));
    }
    // Not by id: the result must not depend on the order in which files were read.
    llvm::sort(Nodes, [&](const Function *A, const Function *B) {
      return S.P.text(A->Usr) < S.P.text(B->Usr);
    });
    for (uint32_t I = 0; I != Nodes.size(); ++I)
      Numbers[Nodes[I]->Usr] = I;
    for (const Function *F : Nodes)
      Callees.push_back(calleesOf(*F));
  }

  std::vector<Component> run() {
    Index.assign(Nodes.size(), None);
    Low.assign(Nodes.size(), 0);
    OnStack.assign(Nodes.size(), false);
    for (uint32_t N = 0; N != Nodes.size(); ++N)
      if (Index[N] == None)
        visit(N);
    return std::move(Out);
  }

private:
  std::vector<uint32_t> calleesOf(const Function &F) const {
    std::vector<uint32_t> To;
    const auto Add = [&](StringId Usr) {
      if (const auto Found = Numbers.find(Usr); Found != Numbers.end())
        To.push_back(Found->second);
    };
    for (const Call &C : F.Calls) {
      Add(C.Usr);
      if (C.Virtual || C.Target != program::None)
        for (const FunctionTables::Target &To : S.Virtuals.targets(C.Usr))
          Add(To.Function);
    }
    for (const Expr &E : F.Exprs)
      if (E.Kind == ExprKind::Function)
        Add(E.Text);
    llvm::sort(To);
    To.erase(llvm::unique(To), To.end());
    return To;
  }

  void open(uint32_t N) {
    Index[N] = Low[N] = Next++;
    Stack.push_back(N);
    OnStack[N] = true;
    Frames.emplace_back(N, 0);
  }

  void visit(uint32_t Root) {
    open(Root);
    while (!Frames.empty()) {
      auto &[N, Child] = Frames.back();
      if (Child < Callees[N].size()) {
        const uint32_t To = Callees[N][Child++];
        if (Index[To] == None)
          open(To);
        else if (OnStack[To])
          Low[N] = std::min(Low[N], Index[To]);
        continue;
      }
      const uint32_t Done = N;
      Frames.pop_back();
      if (!Frames.empty())
        Low[Frames.back().first] = std::min(Low[Frames.back().first], Low[Done]);
      if (Low[Done] == Index[Done])
        close(Done);
    }
  }

  void close(uint32_t Root) {
    std::vector<uint32_t> Members;
    do {
      Members.push_back(Stack.back());
      Stack.pop_back();
      OnStack[Members.back()] = false;
    } while (Members.back() != Root);
    llvm::sort(Members);
    Component &C = Out.emplace_back();
    for (const uint32_t N : Members)
      C.push_back(Nodes[N]);
  }

  const Session &S;
  std::vector<const Function *> Nodes;
  std::map<StringId, uint32_t> Numbers;
  std::vector<std::vector<uint32_t>> Callees;
  std::vector<uint32_t> Index, Low, Stack;
  std::vector<bool> OnStack;
  std::vector<std::pair<uint32_t, size_t>> Frames;
  std::vector<Component> Out;
  uint32_t Next = 0;
};

} // namespace

std::vector<Component> components(const Session &S) { return CallGraph(S).run(); }

} // namespace dbtidy::lifecycle
