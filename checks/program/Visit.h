//===- Visit.h - Every field of a function, in order ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One walk for what has to touch all of a function: the link, which renames what it
// holds, and the digest, which must miss nothing.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_VISIT_H
#define DBTIDY_PROGRAM_VISIT_H

#include "program/ProgramFlags.h"

namespace dbtidy::program {

/// Walks a function (const or not) and calls, for each field, one of
///   string(StringId &), of text;
///   usr(StringId &), of the USR of a function;
///   global(StringId &), of the USR of a variable, or nothing;
///   span(Span &);
///   number(value), of everything else: indices, counts, flags, kinds.
template <typename Visitor> class FunctionWalk {
public:
  explicit FunctionWalk(Visitor &V) : V(V) {}

  template <typename F> void function(F &Of) {
    flags(Of, FunctionFlags);
    V.number(Of.HasThis);
    V.number(Of.NumParams);
    V.usr(Of.Usr);
    V.string(Of.Name);
    V.string(Of.Library);
    V.string(Of.ReturnType);
    V.string(Of.ReturnHandle);
    V.span(Of.Loc);
    V.span(Of.Body);
    list(Of.Vars, [&](auto &Each) { var(Each); });
    list(Of.Exprs, [&](auto &Each) { expr(Each); });
    list(Of.Calls, [&](auto &Each) { call(Each); });
    list(Of.Statements, [&](auto &Each) {
      V.span(Each.Loc);
      V.number(Each.InBlock);
    });
    list(Of.Blocks, [&](auto &Each) { block(Each); });
  }

private:
  template <typename List, typename Function> void list(List &Values, Function Each) {
    V.number(Values.size());
    for (auto &Value : Values)
      Each(Value);
  }
  template <typename T, typename Owner, size_t Count>
  void flags(T &Of, const Flag<Owner> (&Table)[Count]) {
    for (const Flag<Owner> &Each : Table)
      V.number(Of.*Each.Field);
  }
  template <typename P> void place(P &Where) {
    V.number(Where.Base);
    list(Where.Path, [&](auto &Step) {
      V.number(static_cast<unsigned>(Step.Kind));
      if (Step.Kind == ProjectionKind::Field)
        V.string(Step.Value);
      else
        V.number(Step.Value);
    });
  }
  template <typename T> void var(T &Of) {
    V.number(static_cast<unsigned>(Of.Kind));
    V.string(Of.Name);
    V.string(Of.Type);
    V.string(Of.Handle);
    V.global(Of.Usr);
    V.span(Of.Loc);
  }
  template <typename T> void expr(T &Of) {
    V.number(static_cast<unsigned>(Of.Kind));
    V.number(static_cast<unsigned>(Of.Op));
    place(Of.Where);
    V.number(Of.Number);
    if (Of.Kind == ExprKind::Function)
      V.usr(Of.Text);
    else
      V.string(Of.Text);
    V.number(Of.Left);
    V.number(Of.Right);
    V.string(Of.Source);
  }
  template <typename T> void call(T &Of) {
    V.usr(Of.Usr);
    V.number(Of.Target);
    V.string(Of.Name);
    V.string(Of.Rule);
    V.string(Of.Library);
    list(Of.Args, [&](auto &Each) {
      V.number(Each.Value);
      V.string(Each.Handle);
      flags(Each, ArgFlags);
    });
    place(Of.Result);
    V.string(Of.ResultType);
    V.string(Of.ResultHandle);
    V.number(Of.Unwind);
    V.number(Of.MayThrow);
    flags(Of, CallFlags);
  }
  template <typename T> void block(T &Of) {
    list(Of.Events, [&](auto &Each) {
      V.number(static_cast<unsigned>(Each.Kind));
      place(Each.Target);
      V.number(Each.Value);
      V.number(Each.CallIndex);
      V.string(Each.Text);
      V.number(Each.Statement);
      V.span(Each.Loc);
    });
    V.number(static_cast<unsigned>(Of.Term.Kind));
    V.number(static_cast<unsigned>(Of.Term.Branch));
    V.number(Of.Term.Cond);
    list(Of.Term.Edges, [&](auto &Each) {
      V.number(Each.To);
      V.number(Each.Default);
      V.number(Each.Low);
      V.number(Each.High);
      V.string(Each.Label);
      V.string(Each.Catches);
      V.number(Each.CatchAll);
    });
    list(Of.Term.Types, [&](auto &Each) { V.string(Each); });
    V.number(Of.Term.Statement);
    V.span(Of.Term.Loc);
  }

  Visitor &V;
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_VISIT_H
