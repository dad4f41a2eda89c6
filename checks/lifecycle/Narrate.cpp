//===- Narrate.cpp - A loss as the steps that a reader follows -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include <algorithm>

#include "lifecycle/Check.h"
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// Decisions shown before the last ones are left out: viewers cut longer paths anyway.
static constexpr size_t MaxDecisions = 40;

/// Turns one loss into a fault with its path.
class Narrator {
public:
  Narrator(const Interpreter &I, const Interpreter::Loss &L)
      : I(I), L(L), P(I.P), F(I.F) {
    for (const History *H = L.Past.get(); H; H = H->Before.get())
      Notes.push_back(H);
    std::ranges::reverse(Notes);
  }

  Fault run() {
    Out.Kind = L.Kind;
    Out.Loss = L.How;
    Out.Function = P.text(F.Name).str();
    Out.FunctionUsr = P.text(F.Usr).str();
    Out.Level = L.Likely ? Confidence::Likely : Confidence::Certain;
    Out.End = endLocation();
    Out.EndCall = L.EndCall;
    Out.Act = L.Act;
    if (L.Kind == FaultKind::TransactionOpen)
      transaction();
    else
      resource();
    return std::move(Out);
  }

private:
  Location at(const Span &Where) const { return P.locate(Where); }

  Location eventLocation(uint32_t Number) const {
    return Number == None ? Location() : at(I.event(Number).Loc);
  }

  Location endLocation() const {
    // (What is destroyed on the way of an exception stands nowhere in the source.)
    if (L.Event != None)
      return I.event(L.Event).Loc.isValid() ? eventLocation(L.Event) : throwLocation();
    const Terminator &T = F.Blocks[L.Block].Term;
    if (L.How == LossKind::Throw)
      return throwLocation();
    return at(T.Loc);
  }

  /// An exception leaves through shared landing pads: what raised it is the last note.
  Location throwLocation() const {
    for (const History *H : llvm::reverse(Notes)) {
      if (H->What == History::Kind::Throw)
        return at(F.Blocks[H->Block].Term.Loc);
      if (H->What == History::Kind::Event && H->About == None)
        return eventLocation(H->EventNumber);
    }
    const Terminator &T = F.Blocks[L.Block].Term;
    return at(T.Loc.isValid() && T.Kind != TerminatorKind::Resume ? T.Loc : F.Loc);
  }

  void add(StepKind Kind, Location Where, std::string Text, unsigned Depth = 0) {
    Step S;
    S.Kind = Kind;
    S.Loc = std::move(Where);
    S.Text = std::move(Text);
    S.Function = Out.Function;
    S.Depth = Depth;
    Out.Path.push_back(std::move(S));
  }

  void inside(const Origin &From) {
    if (!From.Inside)
      return;
    for (Step S : From.Inside->Steps) {
      ++S.Depth;
      S.Text = "in '" + S.Function + "': " + S.Text;
      Out.Path.push_back(std::move(S));
    }
    if (!From.Inside->Steps.empty())
      add(StepKind::Leave, eventLocation(From.Event), "back in '" + Out.Function + "'");
  }

  /// Where it is only by what other callers do that a call is known to hand out what it
  /// returns: what they do.
  std::string belief(const Origin &From) const {
    const Event &E = I.event(From.Event);
    if (From.Inside || E.Kind != EventKind::Call)
      return {};
    const Call &C = F.Calls[E.CallIndex];
    if (const api::CallRule *Rule = C.Rule ? I.Shared.rule(C.Rule) : nullptr)
      return I.Shared.isInferred(*Rule->Owner)
                 ? ": nearly all others give it to '" + Out.Release + "'"
                 : std::string();
    return C.Rule == 0 && C.Usr != 0 && !I.Shared.summary(C.Usr)
               ? ": its code is not shown, but other callers release it"
               : "";
  }

  std::string callName(uint32_t Number) const {
    const Event &E = I.event(Number);
    return E.Kind == EventKind::Call ? P.text(F.Calls[E.CallIndex].Name).str()
                                     : std::string();
  }

  void resource() {
    const Resource &R = L.What;
    Out.Handle = R.What ? R.What->Kind : api::HandleKind::Other;
    Out.Noun = R.What ? R.What->Noun : "handle";
    Out.Release = R.What ? R.What->Release : "";
    const bool Misuse = L.Kind != FaultKind::Leak;
    const Origin &From = Misuse ? R.Ended : R.Made;
    Out.Call = From.Event != None ? callName(From.Event) : std::string();
    Out.Made = eventLocation(From.Event);
    Out.Holder = holder();
    if (From.Event != None && !Misuse) {
      const bool Wrapper = From.Inside && !From.Inside->Steps.empty();
      add(Wrapper ? StepKind::Enter : StepKind::Acquire, Out.Made,
          "'" + Out.Call + "' gives " + withArticle(Out.Noun) + " that must be released" +
              belief(From));
      inside(From);
    } else if (From.Event != None) {
      // What led to the release is half of the story.
      decisions(R.Made.Event == None ? 0 : after(R.Made.Event), after(From.Event));
      add(StepKind::Event, Out.Made, "'" + Out.Call + "' releases the " + Out.Noun);
      inside(From);
    }
    decisions(after(From.Event), Notes.size());
    if (Misuse)
      inside(L.Second);
    add(StepKind::Exit, Out.End, ending());
    if (!Misuse)
      fixes();
  }

  void transaction() {
    const Transaction &T = L.Txn;
    Out.Handle = api::HandleKind::Transaction;
    Out.Noun = "transaction";
    Out.Call = callName(T.Begun.Event);
    Out.Made = eventLocation(T.Begun.Event);
    const bool Wrapper = T.Begun.Inside && !T.Begun.Inside->Steps.empty();
    add(Wrapper ? StepKind::Enter : StepKind::Acquire, Out.Made,
        "'" + Out.Call + "' begins a transaction");
    inside(T.Begun);
    decisions(after(T.Begun.Event), Notes.size());
    add(StepKind::Exit, Out.End, ending());
  }

  /// The variable that the source puts the result of the acquisition into.
  std::string holder() const {
    if (L.What.Made.Event == None)
      return {};
    const Event &Made = I.event(L.What.Made.Event);
    if (Made.Kind != EventKind::Call)
      return {};
    const Call &C = F.Calls[Made.CallIndex];
    if (const uint32_t N = L.What.Made.Argument; N < C.Args.size()) {
      const Expr &V = F.Exprs[C.Args[N].Value];
      if (V.Kind == ExprKind::AddressOf)
        return named(V.Where);
      if (V.Kind != ExprKind::Load)
        return {};
      Place Target = V.Where;
      Target.Path.push_back({ProjectionKind::Deref, 0});
      return named(Target);
    }
    // The result goes to a temporary, which is then assigned.
    for (const Block &B : F.Blocks)
      for (const Event &E : B.Events) {
        if (E.Kind != EventKind::Assign || E.Value == program::None ||
            !C.Result.isValid())
          continue;
        const Expr &V = F.Exprs[E.Value];
        if (V.Kind == ExprKind::Load && V.Where == C.Result)
          return named(E.Target);
      }
    return {};
  }

  std::string named(const Place &Where) const {
    if (!Where.isValid() || !F.Vars[Where.Base].Name)
      return {};
    std::string Text = P.text(F.Vars[Where.Base].Name).str();
    bool Arrow = false;
    for (const Projection &Step : Where.Path)
      switch (Step.Kind) {
      case ProjectionKind::Deref:
        Arrow = true;
        break;
      case ProjectionKind::Field:
        if (P.text(Step.Value).starts_with("$"))
          break; // inside a smart pointer
        if (Text == "this")
          Text.clear();
        else
          Text += Arrow ? "->" : ".";
        Text += P.text(Step.Value);
        Arrow = false;
        break;
      case ProjectionKind::Index:
        Text += "[" + std::to_string(Step.Value) + "]";
        break;
      case ProjectionKind::AnyIndex:
        Text += "[…]";
        break;
      }
    return Arrow && Text != "this" ? "*" + Text : Text;
  }

  std::string subject() const {
    return Out.Holder.empty() ? "the " + Out.Noun
                              : "the " + Out.Noun + " '" + Out.Holder + "'";
  }

  std::string act() const {
    switch (L.Act) {
    case UseAct::Call:
      break;
    case UseAct::Read:
      return "reads ";
    case UseAct::Return:
      return "returns ";
    }
    return "'" + L.EndCall + (L.Kind == FaultKind::DerivedUse ? "' gets " : "' uses ");
  }

  std::string ending() const {
    switch (L.Kind) {
    case FaultKind::Leak:
    case FaultKind::NotCommitted: // tells its own path
      break;
    case FaultKind::TransactionOpen:
      return L.How == LossKind::Throw ? "an exception leaves with the transaction open"
                                      : "returns with the transaction open";
    case FaultKind::DoubleRelease:
      return "'" + L.EndCall + "' releases " + subject() + " a second time";
    case FaultKind::UseAfterRelease:
      return act() + subject() + " after its release";
    case FaultKind::DerivedUse:
      return act() + "a value that ended with " + subject();
    }
    switch (L.How) {
    case LossKind::Return:
      return "returns without releasing " + subject();
    case LossKind::Throw:
      return "an exception leaves without releasing " + subject();
    case LossKind::Scope:
      return "the scope ends without releasing " + subject();
    case LossKind::Overwrite:
      return "the last reference to " + subject() + " is overwritten";
    case LossKind::Discard:
      return "the result is thrown away: nothing can release " + subject();
    case LossKind::Free:
      return "the object that holds " + subject() + " is freed";
    case LossKind::Never: // of a class, not of a path
      break;
    }
    return {};
  }

  //===--- Decisions ------------------------------------------------------------===//

  /// The number of the note behind the last time that the event happened: a loop may have
  /// passed it before. 0 if it left no note.
  size_t after(uint32_t Event) const {
    for (size_t N = Notes.size(); N-- != 0;)
      if (Notes[N]->What == History::Kind::Event && Notes[N]->EventNumber == Event)
        return N + 1;
    return 0;
  }

  /// The decisions among the notes from Start to before End.
  void decisions(size_t Start, size_t End) {
    std::vector<size_t> Shown;
    for (size_t N = Start; N < End; ++N)
      if (Notes[N]->What == History::Kind::Decision ||
          (Notes[N]->What == History::Kind::Event && !Notes[N]->Text.empty()))
        Shown.push_back(N);
    if (Shown.size() > MaxDecisions)
      Shown.erase(Shown.begin() + MaxDecisions / 2,
                  Shown.end() - static_cast<ptrdiff_t>(MaxDecisions / 2));
    for (const size_t N : Shown) {
      const History &H = *Notes[N];
      if (H.What == History::Kind::Decision) {
        const Terminator &T = F.Blocks[H.Block].Term;
        std::string Text = decision(T, H.Edge);
        // The same test in the same words twice in a row says nothing new.
        if (!Out.Path.empty() && Out.Path.back().Text == Text &&
            Out.Path.back().Loc == at(T.Loc))
          continue;
        add(StepKind::Decision, at(T.Loc), std::move(Text));
      } else if (H.About == None || L.Kind == FaultKind::TransactionOpen ||
                 (L.Kind == FaultKind::Leak && H.About == L.What.Handle)) {
        add(StepKind::Event, eventLocation(H.EventNumber), H.Text);
      }
    }
  }

  std::string source(ExprId Id) const {
    return Id == program::None ? std::string() : P.text(F.Exprs[Id].Source).str();
  }

  bool isPointer(ExprId Id) const {
    const Expr &E = F.Exprs[Id];
    return E.Kind == ExprKind::Load && E.Where.Path.empty() &&
           P.text(F.Vars[E.Where.Base].Type).ends_with("*");
  }

  std::string compared(const Expr &E, bool True) const {
    static const char *const Words[][2] = {{"is", "is not"},
                                           {"is not", "is"},
                                           {"is less than", "is not less than"},
                                           {"is at most", "is more than"},
                                           {"is more than", "is at most"},
                                           {"is at least", "is less than"}};
    std::string Right = source(E.Right);
    if (Right == "NULL" || Right == "nullptr" || Right == "((void *)0)")
      Right = "null";
    return "assuming '" + source(E.Left) + "' " +
           Words[static_cast<int>(E.Op)][True ? 0 : 1] + " " + Right;
  }

  std::string decision(const Terminator &T, uint32_t Edge) const {
    const Expr &E = F.Exprs[T.Cond];
    if (T.Kind == TerminatorKind::Switch) {
      const program::Edge &Case = T.Edges[Edge];
      if (Case.Default)
        return "assuming '" + source(T.Cond) + "' is none of the cases";
      return "assuming '" + source(T.Cond) + "' is " +
             (Case.Label ? P.text(Case.Label).str() : std::to_string(Case.Low));
    }
    const bool True = Edge == 0;
    if (E.Kind == ExprKind::Binary && E.Op <= BinaryOp::Ge && !source(E.Left).empty() &&
        !source(E.Right).empty())
      return compared(E, True);
    const std::string Text = source(T.Cond);
    if (Text.empty())
      return T.Branch == BranchKind::Loop
                 ? (True ? "entering the loop" : "leaving the loop")
                 : (True ? "taking the true branch" : "taking the false branch");
    if (isPointer(T.Cond))
      return "assuming '" + Text + "' is " + (True ? "not null" : "null");
    return "assuming '" + Text + "' is " + (True ? "true" : "false");
  }

  //===--- Fixes ----------------------------------------------------------------===//

  /// Only where the edit is safe as it stands: a plain variable still holds the handle,
  /// the statement stands in a block, and does not itself use what would be released.
  void fixes() {
    if (Out.Release.empty())
      return;
    if (L.How == LossKind::Discard)
      wrapDiscarded();
    else if (L.How == LossKind::Return && L.Event == None)
      releaseBeforeReturn();
  }

  void wrapDiscarded() {
    const Event &Made = I.event(L.What.Made.Event);
    if (Made.Statement == program::None || L.What.Made.Inside)
      return;
    const Statement &S = F.Statements[Made.Statement];
    if (!S.InBlock || S.Loc.Offset != Made.Loc.Offset ||
        S.Loc.EndOffset != Made.Loc.EndOffset)
      return;
    Fix Out1;
    Out1.Title = "release the result at once";
    Location Begin = at(S.Loc), End = Begin;
    Begin.EndLine = Begin.Line;
    Begin.EndColumn = Begin.Column;
    Begin.EndOffset = Begin.Offset;
    End.Line = End.EndLine;
    End.Column = End.EndColumn;
    End.Offset = End.EndOffset;
    Out1.Edits.push_back({Begin, Out.Release + "("});
    Out1.Edits.push_back({End, ")"});
    Out.Fixes.push_back(std::move(Out1));
  }

  void releaseBeforeReturn() {
    const Terminator &T = F.Blocks[L.Block].Term;
    if (T.Statement == program::None || Out.Holder.empty() ||
        !llvm::all_of(Out.Holder, [](char C) { return llvm::isAlnum(C) || C == '_'; }))
      return;
    const Statement &S = F.Statements[T.Statement];
    if (!S.InBlock || !(S.Loc == T.Loc))
      return;
    // Exactly one variable has that name, and it is the handle's type.
    const Var *Named = nullptr;
    for (const Var &V : F.Vars)
      if (P.text(V.Name) == Out.Holder) {
        if (Named)
          return;
        Named = &V;
      }
    if (!Named || P.text(Named->Handle) != L.What.What->Id)
      return;
    // `return f(res)` still needs it.
    if (T.Cond != program::None && F.Exprs[T.Cond].Kind != ExprKind::Int)
      return;
    Fix Release;
    Release.Title = "call " + Out.Release + " before this return";
    Location Where = at(S.Loc);
    Where.EndLine = Where.Line;
    Where.EndColumn = Where.Column;
    Where.EndOffset = Where.Offset;
    Release.Edits.push_back({Where, Out.Release + "(" + Out.Holder + ");\n" +
                                        std::string(Where.Column - 1, ' ')});
    Out.Fixes.push_back(std::move(Release));
  }

  const Interpreter &I;
  const Interpreter::Loss &L;
  const Program &P;
  const Function &F;
  std::vector<const History *> Notes;
  Fault Out;
};

std::vector<Fault> Interpreter::faults() {
  std::vector<Fault> Out;
  for (Loss &L : Losses)
    // What is left of several paths may tell of none of them.
    if (!L.Joined || retrace(L) != Retraced::Impossible)
      Out.push_back(Narrator(*this, L).run());
  return Out;
}

} // namespace dbtidy::lifecycle
