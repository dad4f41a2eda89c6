//===- HandlePlaces.cpp - What becomes of handles without rules -----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/HandlePlaces.h"

#include "api/DatabaseNames.h"
#include "lifecycle/InHouse.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

#include <optional>

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// A pointer to a class or struct: what a layer of one's own hands out.
bool isOwnPointer(llvm::StringRef Type) {
  static constexpr llvm::StringLiteral Others[] = {
      "void", "char", "int", "FILE", "long", "short", "float", "double", "wchar_t"};
  if (!Type.consume_back("*"))
    return false;
  Type = Type.rtrim();
  Type.consume_front("struct ");
  return !Type.ends_with("*") && !Type.starts_with("const ") && !Type.contains('(') &&
         !Type.starts_with("std::") && !Type.starts_with("unsigned ") &&
         !llvm::is_contained(Others, Type);
}

/// Whether the variable can hold a handle of a layer of the program's own.
bool mayHold(const Program &P, const Function &F, VarId V) {
  const Var &Of = F.Vars[V];
  return Of.Kind == VarKind::Local && !Of.Handle && isOwnPointer(P.text(Of.Type));
}

std::optional<VarId> variable(const Function &F, ExprId Id, ExprKind How) {
  if (Id == program::None)
    return std::nullopt;
  const Expr &E = F.Exprs[Id];
  if (E.Kind != How || !E.Where.Path.empty())
    return std::nullopt;
  return E.Where.Base;
}

/// What happens to a variable, in order.
struct Act {
  enum class Kind : uint8_t {
    Set,      ///< it gets another value: from Via, if that is set
    Passed,   ///< its value, or its address, to Via
    Elsewhere ///< somebody else has the value, too
  };
  Kind K = Kind::Set;
  Port Via;
  uint32_t Call = program::None;
};

/// The acts on one variable of a function, and where they lead.
class Variable {
public:
  Variable(const Function &F, VarId V) : F(F), V(V), Acts(F.Blocks.size()) {}

  void act(uint32_t Block, const Act &A) { Acts[Block].push_back(A); }

  /// What is reached from behind act Number of Block.
  void follow(uint32_t Block, size_t Number, llvm::function_ref<void(const Act &)> Each) {
    llvm::SmallVector<uint32_t, 16> Work;
    llvm::DenseSet<uint32_t> Seen;
    const auto Rest = [&](uint32_t Id, size_t From) {
      for (size_t I = From; I != Acts[Id].size(); ++I) {
        if (Acts[Id][I].K == Act::Kind::Set)
          return;
        Each(Acts[Id][I]);
      }
      for (const Edge &E : F.Blocks[Id].Term.Edges)
        if (Seen.insert(E.To).second)
          Work.push_back(E.To);
    };
    Rest(Block, Number + 1);
    while (!Work.empty())
      Rest(Work.pop_back_val(), 0);
  }

  /// The same, of what a block begins with.
  void from(uint32_t Block, llvm::function_ref<void(const Act &)> Each) {
    follow(Block, static_cast<size_t>(-1), Each);
  }

  std::vector<std::vector<Act>> &acts() { return Acts; }
  VarId variable() const { return V; }

private:
  const Function &F;
  VarId V;
  std::vector<std::vector<Act>> Acts; ///< by block
};

/// Larger functions, most often written by a program, are not asked: each place is
/// followed through all of its function.
constexpr size_t MaxBlocks = 4096;

class Collector {
public:
  explicit Collector(const Program &P) : P(P) {}

  std::map<std::string, Givers> run() {
    for (const Function &F : P.Functions)
      if (!F.describes() && F.Blocks.size() <= MaxBlocks &&
          llvm::any_of(F.Calls, [&](const Call &C) { return mayHandOut(P, F, C); }))
        collect(F);
    return std::move(Out);
  }

private:
  void collect(const Function &F) {
    std::map<VarId, Variable> Held;
    const auto Of = [&](VarId V) -> Variable & {
      return Held.try_emplace(V, F, V).first->second;
    };
    for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id) {
      std::map<VarId, uint32_t> Results; // temporaries that hold a call's result
      for (const Event &E : F.Blocks[Id].Events)
        if (E.Kind == EventKind::Call)
          call(F, Id, E.CallIndex, Results, Of);
        else if (E.Kind == EventKind::Assign)
          assign(F, Id, E, Results, Of);
        else if (E.Kind == EventKind::Escape)
          elsewhere(F, Id, E.Value, Of);
      if (F.Blocks[Id].Term.Kind == TerminatorKind::Return)
        elsewhere(F, Id, F.Blocks[Id].Term.Cond, Of);
    }
    for (auto &[V, Acts] : Held)
      places(F, V, Acts);
  }

  template <typename Access>
  void call(const Function &F, uint32_t Block, uint32_t Number,
            std::map<VarId, uint32_t> &Results, Access Of) {
    const Call &C = F.Calls[Number];
    for (uint32_t I = 0; I != C.Args.size(); ++I)
      for (const ExprKind How : {ExprKind::Load, ExprKind::AddressOf})
        if (const auto V = variable(F, C.Args[I].Value, How); V && mayHold(P, F, *V)) {
          const bool Behind = How == ExprKind::AddressOf;
          const Port Via{C.Usr, I, Behind};
          const bool Set = Behind && !api::namesRelease(P.text(C.Name));
          if (!C.Usr)
            Of(*V).act(Block, {Act::Kind::Elsewhere, {}, Number});
          else
            Of(*V).act(Block, {Set ? Act::Kind::Set : Act::Kind::Passed, Via, Number});
        }
    if (!C.Result.isValid() || !C.Result.Path.empty())
      return;
    if (mayHold(P, F, C.Result.Base))
      Of(C.Result.Base)
          .act(Block, {Act::Kind::Set, {C.Usr, Port::OfResult, false}, Number});
    else if (F.Vars[C.Result.Base].Kind == VarKind::Temp)
      Results[C.Result.Base] = Number;
  }

  template <typename Access>
  void assign(const Function &F, uint32_t Block, const Event &E,
              std::map<VarId, uint32_t> &Results, Access Of) {
    const bool Simple = E.Target.isValid() && E.Target.Path.empty();
    const bool Kept = E.Target.isValid() && (!E.Target.Path.empty() ||
                                             F.Vars[E.Target.Base].Kind != VarKind::Temp);
    if (Kept)
      elsewhere(F, Block, E.Value, Of);
    if (!Simple || !mayHold(P, F, E.Target.Base))
      return;
    Act A;
    if (const auto From = variable(F, E.Value, ExprKind::Load))
      if (const auto Made = Results.find(*From); Made != Results.end())
        A = {Act::Kind::Set,
             {F.Calls[Made->second].Usr, Port::OfResult, false},
             Made->second};
    Of(E.Target.Base).act(Block, A);
  }

  template <typename Access>
  void elsewhere(const Function &F, uint32_t Block, ExprId Value, Access Of) {
    for (const ExprKind How : {ExprKind::Load, ExprKind::AddressOf})
      if (const auto V = variable(F, Value, How); V && mayHold(P, F, *V))
        Of(*V).act(Block, {Act::Kind::Elsewhere, {}, program::None});
  }

  void places(const Function &F, VarId V, Variable &Acts) {
    for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
      for (size_t I = 0; I != Acts.acts()[Id].size(); ++I) {
        const Act &Got = Acts.acts()[Id][I];
        if (Got.K == Act::Kind::Set && Got.Via.Function &&
            mayHandOut(P, F, F.Calls[Got.Call]))
          Out[P.text(F.Vars[V].Type).str()][Got.Via].push_back(place(F, Acts, Id, I));
      }
  }

  HandlePlace place(const Function &F, Variable &Acts, uint32_t Block, size_t Number) {
    HandlePlace Out;
    Acts.follow(Block, Number, [&](const Act &A) {
      if (A.K == Act::Kind::Elsewhere)
        Out.Elsewhere = true;
      else
        Out.Passed.insert(A.Via);
    });
    for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
      for (size_t I = 0; I != Acts.acts()[Id].size(); ++I)
        if (const Act &A = Acts.acts()[Id][I];
            A.K == Act::Kind::Passed && Out.Passed.contains(A.Via))
          Acts.follow(Id, I,
                      [&](const Act &Next) { Out.Before[A.Via].insert(Next.Via); });
    if (Acts.acts()[Block][Number].Via.Argument == Port::OfResult)
      question(F, Acts, Block, Number, Out);
    else
      sides(F, Acts, Block, Number, Out);
    return Out;
  }

  /// The value of Cond if the place Result holds 0.
  static std::optional<bool> ifZero(const Function &F, ExprId Cond,
                                    llvm::ArrayRef<VarId> Result) {
    const Expr &E = F.Exprs[Cond];
    if (E.Kind == ExprKind::Not) {
      const auto Inner = ifZero(F, E.Left, Result);
      return Inner ? std::optional(!*Inner) : std::nullopt;
    }
    if (const auto V = variable(F, Cond, ExprKind::Load);
        V && llvm::is_contained(Result, *V))
      return false;
    if (E.Kind != ExprKind::Binary || (E.Op != BinaryOp::Eq && E.Op != BinaryOp::Ne))
      return std::nullopt;
    const auto V = variable(F, E.Left, ExprKind::Load);
    const Expr &Right = F.Exprs[E.Right];
    if (!V || !llvm::is_contained(Result, *V) || Right.Kind != ExprKind::Int ||
        Right.Number != 0)
      return std::nullopt;
    return E.Op == BinaryOp::Eq;
  }

  /// Which way is taken where the giver returned 0, and what is met there.
  void sides(const Function &F, Variable &Acts, uint32_t Block, size_t Number,
             HandlePlace &Out) {
    const Call &Giver = F.Calls[Acts.acts()[Block][Number].Call];
    if (!Giver.Result.isValid() || !Giver.Result.Path.empty())
      return;
    llvm::SmallVector<VarId, 2> Result{Giver.Result.Base};
    for (const Event &E : F.Blocks[Block].Events)
      if (const auto From = variable(F, E.Value, ExprKind::Load);
          E.Kind == EventKind::Assign && From && llvm::is_contained(Result, *From) &&
          E.Target.isValid() && E.Target.Path.empty())
        Result.push_back(E.Target.Base);
    const Terminator &T = F.Blocks[Block].Term;
    if (T.Kind != TerminatorKind::Branch || T.Edges.size() != 2)
      return;
    const auto Zero = ifZero(F, T.Cond, Result);
    if (!Zero)
      return;
    for (const unsigned Edge : {0U, 1U}) {
      std::set<Port> &Side = (Edge == 0) == *Zero ? Out.IfZero : Out.IfNot;
      Acts.from(T.Edges[Edge].To, [&](const Act &A) { Side.insert(A.Via); });
    }
  }

  /// The first branch behind that does not ask for the handle itself.
  void question(const Function &F, Variable &Acts, uint32_t Block, size_t Number,
                HandlePlace &Out) {
    static constexpr unsigned MaxBlocks = 8;
    if (Number + 1 != Acts.acts()[Block].size())
      return;
    uint32_t Id = Block;
    for (unsigned I = 0; I != MaxBlocks && F.Blocks[Id].Term.Kind == TerminatorKind::Goto;
         ++I) {
      Id = F.Blocks[Id].Term.Edges[0].To;
      if (!Acts.acts()[Id].empty())
        return;
    }
    const Terminator &T = F.Blocks[Id].Term;
    if (T.Kind != TerminatorKind::Branch || T.Edges.size() != 2 ||
        mentions(F, T.Cond, Acts.variable()))
      return;
    for (const unsigned Edge : {0U, 1U}) {
      bool Acted = false, Other = false;
      Acts.from(T.Edges[Edge].To, [&](const Act &) { Acted = true; });
      Acts.from(T.Edges[1 - Edge].To, [&](const Act &) { Other = true; });
      if (!Acted && Other) {
        Out.In = &F;
        Out.Holder = Acts.variable();
        Out.Asks = Id;
        Out.Edge = Edge;
      }
    }
  }

  static bool mentions(const Function &F, ExprId Id, VarId V) {
    if (Id == program::None)
      return false;
    const Expr &E = F.Exprs[Id];
    return E.Where.Base == V || mentions(F, E.Left, V) || mentions(F, E.Right, V);
  }

  const Program &P;
  std::map<std::string, Givers> Out;
};

} // namespace

bool mayHandOut(const Program &P, const Function &F, const Call &C) {
  if (C.Rule || C.Library || C.ResultHandle || C.Constructor || C.Destructor ||
      C.System || !C.Usr || C.Target != program::None)
    return false;
  const auto IsHandle = [&](VarId V) {
    return mayHold(P, F, V) && (api::namesDatabase(P.text(C.Name)) ||
                                api::namesDatabase(P.text(F.Vars[V].Type)));
  };
  const auto Filled = [&](const Arg &A) {
    const auto V = variable(F, A.Value, ExprKind::AddressOf);
    return V && IsHandle(*V);
  };
  return (isOwnPointer(P.text(C.ResultType)) &&
          (api::namesDatabase(P.text(C.Name)) ||
           api::namesDatabase(P.text(C.ResultType)))) ||
         llvm::any_of(C.Args, Filled);
}

std::map<std::string, Givers> handlePlaces(const Program &P) {
  return Collector(P).run();
}

} // namespace dbtidy::lifecycle
