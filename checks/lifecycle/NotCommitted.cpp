//===- NotCommitted.cpp - Work that a guard rolls back in silence ---------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/NotCommitted.h"

#include "api/DatabaseNames.h"
#include "api/SqlTokens.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

#include <optional>

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Whether the text's first statement changes what the database holds.
bool changesData(llvm::StringRef Sql) {
  static constexpr llvm::StringLiteral Verbs[] = {"insert",  "update", "delete",
                                                  "replace", "merge",  "alter",
                                                  "create",  "drop",   "truncate"};
  const api::SqlToken First = api::SqlLexer(Sql, "").next();
  // "update of the index failed" is no statement: those are written in one case.
  return First.What == api::SqlToken::Word &&
         (First.Text == First.Text.upper() || First.Text == First.Text.lower()) &&
         Sql.ltrim().contains(' ') &&
         llvm::any_of(Verbs, [&](llvm::StringRef Verb) { return First.isWord(Verb); });
}

llvm::StringRef lastName(llvm::StringRef Qualified) {
  const llvm::StringRef Last = Qualified.rsplit("::").second;
  return Last.empty() ? Qualified : Last;
}

/// Whether a method of that name may end the transaction, one way or another.
bool endsTransaction(llvm::StringRef Method) {
  static constexpr llvm::StringLiteral Words[] = {
      "commit", "rollback", "abort", "cancel", "dismiss", "end",    "done",
      "save",   "complete", "swap",  "detach", "discard", "revert", "undo"};
  bool Out = api::namesRelease(Method);
  api::eachWord(Method, [&](llvm::StringRef Word) {
    Out |= llvm::any_of(
        Words, [&](llvm::StringRef Known) { return Word.equals_insensitive(Known); });
  });
  return Out;
}

struct At {
  uint32_t Block = 0;
  size_t Event = 0;
};

/// One object of a function.
struct Object {
  std::optional<At> Made;
  std::vector<At> Dies; ///< at the end of its scope
  bool Ended = false;   ///< or somebody else has it
};

class Walk {
public:
  Walk(const Program &P, const llvm::DenseSet<StringId> &Classes)
      : P(P), Classes(Classes) {}

  void function(const Function &F, std::vector<Fault> &Out) {
    llvm::DenseMap<VarId, Object> Objects;
    for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
      for (size_t I = 0; I != F.Blocks[Id].Events.size(); ++I)
        event(F, {Id, I}, Objects);
    for (const Block &B : F.Blocks)
      others(F, B.Term.Cond, Objects);
    for (VarId V = 0; V != F.Vars.size(); ++V)
      if (const auto Of = Objects.find(V); Of != Objects.end() && !Of->second.Ended)
        if (const std::optional<At> &Made = Of->second.Made)
          judge(F, V, *Made, Of->second.Dies, Out);
  }

private:
  bool isTransaction(const Function &F, VarId V) const {
    return F.Vars[V].Kind == VarKind::Local && Classes.contains(F.Vars[V].Type);
  }

  void event(const Function &F, At Here, llvm::DenseMap<VarId, Object> &Objects) {
    const Event &E = F.Blocks[Here.Block].Events[Here.Event];
    others(F, E.Value, Objects);
    if (E.Kind != EventKind::Call)
      return;
    const Call &C = F.Calls[E.CallIndex];
    if (C.Result.isValid() && C.Result.Path.empty() && isTransaction(F, C.Result.Base))
      made(Objects[C.Result.Base], Here);
    for (uint32_t I = 0; I != C.Args.size(); ++I) {
      const Expr &A = F.Exprs[C.Args[I].Value];
      if (A.Kind != ExprKind::AddressOf || !A.Where.Path.empty() ||
          !isTransaction(F, A.Where.Base))
        continue;
      Object &Of = Objects[A.Where.Base];
      if (I != 0 || !C.HasReceiver)
        Of.Ended |= !C.Args[I].PointsToConst;
      else if (C.Constructor)
        made(Of, Here);
      else if (C.Destructor)
        Of.Dies.push_back(Here);
      else
        Of.Ended |= !C.Args[I].PointsToConst && endsTransaction(lastName(P.text(C.Name)));
    }
  }

  static void made(Object &Of, At Here) {
    Of.Ended |= Of.Made.has_value(); // two of them: one may be empty
    Of.Made = Here;
  }

  void others(const Function &F, ExprId Id, llvm::DenseMap<VarId, Object> &Objects) {
    if (Id == program::None)
      return;
    const Expr &E = F.Exprs[Id];
    if (E.Kind == ExprKind::AddressOf && isTransaction(F, E.Where.Base))
      Objects[E.Where.Base].Ended = true;
    others(F, E.Left, Objects);
    others(F, E.Right, Objects);
  }

  /// The blocks that control may reach from behind Of without an exception.
  static llvm::BitVector reached(const Function &F, uint32_t From) {
    llvm::BitVector Out(static_cast<unsigned>(F.Blocks.size()));
    llvm::SmallVector<uint32_t, 16> Work{From};
    while (!Work.empty())
      for (const Edge &E : F.Blocks[Work.pop_back_val()].Term.Edges)
        if (!Out.test(E.To)) {
          Out.set(E.To);
          Work.push_back(E.To);
        }
    return Out;
  }

  /// Whether Here comes after From, of whose block Behind is what it reaches.
  static bool isBehind(At Here, At From, const llvm::BitVector &Behind) {
    return (Here.Block == From.Block && Here.Event > From.Event) ||
           Behind.test(Here.Block);
  }

  /// The first call behind Made that is given SQL which changes data.
  std::optional<At> change(const Function &F, At Made) const {
    const llvm::BitVector Behind = reached(F, Made.Block);
    for (uint32_t Id = 0; Id != F.Blocks.size(); ++Id)
      for (size_t I = 0; I != F.Blocks[Id].Events.size(); ++I) {
        const Event &E = F.Blocks[Id].Events[I];
        if (E.Kind == EventKind::Call && isBehind({Id, I}, Made, Behind) &&
            llvm::any_of(F.Calls[E.CallIndex].Args, [&](const Arg &A) {
              const Expr &Text = F.Exprs[A.Value];
              return Text.Kind == ExprKind::String && changesData(P.text(Text.Text));
            }))
          return At{Id, I};
      }
    return std::nullopt;
  }

  void judge(const Function &F, VarId V, At Made, llvm::ArrayRef<At> Ends,
             std::vector<Fault> &Out) {
    const std::optional<At> Change = change(F, Made);
    if (!Change)
      return;
    const llvm::BitVector Behind = reached(F, Change->Block);
    const auto Dies = llvm::find_if(
        Ends, [&](const At &Here) { return isBehind(Here, *Change, Behind); });
    if (Dies != Ends.end())
      Out.push_back(fault(F, V, Made, *Change, *Dies));
  }

  Fault fault(const Function &F, VarId V, At Made, At Change, At Dies) const {
    const auto Event = [&](At Here) -> const program::Event & {
      return F.Blocks[Here.Block].Events[Here.Event];
    };
    const auto Name = [&](At Here) {
      return P.text(F.Calls[Event(Here).CallIndex].Name).str();
    };
    Fault Out;
    Out.Kind = FaultKind::NotCommitted;
    Out.Loss = LossKind::Scope;
    Out.Handle = api::HandleKind::Transaction;
    Out.Noun = "transaction";
    Out.Holder = P.text(F.Vars[V].Name).str();
    Out.Call = Name(Made);
    Out.Made = P.locate(Event(Made).Loc);
    Out.End = P.locate(Event(Dies).Loc);
    Out.Function = P.text(F.Name).str();
    Out.FunctionUsr = P.text(F.Usr).str();
    // That the destructor rolls back is what its other users believe.
    Out.Level = Confidence::Likely;
    const auto Add = [&](StepKind Kind, At Here, std::string Text) {
      Step S;
      S.Kind = Kind;
      S.Loc = P.locate(Event(Here).Loc);
      S.Text = std::move(Text);
      S.Function = Out.Function;
      Out.Path.push_back(std::move(S));
    };
    Add(StepKind::Acquire, Made, "'" + Out.Call + "' begins a transaction");
    Add(StepKind::Event, Change, "'" + Name(Change) + "' changes data");
    Add(StepKind::Exit, Dies,
        "'" + Out.Holder + "' ends with its scope; other functions call 'commit' before");
    return Out;
  }

  const Program &P;
  const llvm::DenseSet<StringId> &Classes;
};

/// Whether the destructor of a class is shown and commits.
bool commits(const Program &P, const Function &F) {
  return F.Destructor && llvm::any_of(F.Calls, [&](const Call &C) {
           return endsTransaction(lastName(P.text(C.Name))) &&
                  lastName(P.text(C.Name)).contains_insensitive("commit");
         });
}

/// The types of the objects that `commit` is called on.
llvm::DenseSet<StringId> transactionClasses(const Program &P) {
  llvm::DenseSet<StringId> Out, Committing;
  for (const Function &F : P.Functions) {
    if (commits(P, F))
      if (const auto Class = P.find(P.text(F.Name).rsplit("::").first))
        Committing.insert(*Class);
    for (const Call &C : F.Calls) {
      if (!C.HasReceiver || C.Args.empty() || lastName(P.text(C.Name)) != "commit")
        continue;
      const Expr &Of = F.Exprs[C.Args.front().Value];
      if (Of.Kind == ExprKind::AddressOf && Of.Where.Path.empty())
        Out.insert(F.Vars[Of.Where.Base].Type);
    }
  }
  for (const StringId Class : Committing)
    Out.erase(Class);
  return Out;
}

} // namespace

std::vector<Fault> notCommitted(const Program &P) {
  std::vector<Fault> Out;
  const llvm::DenseSet<StringId> Classes = transactionClasses(P);
  if (Classes.empty())
    return Out;
  Walk All(P, Classes);
  for (const Function &F : P.Functions)
    if (!F.describes() && !F.System)
      All.function(F, Out);
  return Out;
}

} // namespace dbtidy::lifecycle
