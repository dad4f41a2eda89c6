//===- Dispatch.cpp - Where a call through a pointer may go ---------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// A call that may reach more tables than this is one of an unknown function.
static constexpr size_t MaxTargets = 4;

/// The table whose address V is; 0 if it is none.
StringId Interpreter::tableOf(const Value &V) const {
  return V.isInt() && V.N > int64_t{0xFFFFFFFF} ? Shared.Virtuals.table(V.N) : 0;
}

/// The table that lies at L.
StringId Interpreter::tableAt(LocId L) const {
  const Storage &Where = Names.loc(L);
  if (Where.K != Storage::Kind::Var || kindOf(Where.A) != VarKind::Global)
    return 0;
  const StringId Usr = Where.A < F.Vars.size() ? F.Vars[Where.A].Usr
                                               : OtherGlobals[Where.A - F.Vars.size()];
  return Shared.Virtuals.contains(Usr) ? Usr : 0;
}

/// What says which table the call goes by: an object's $type, a pointer to a struct.
Value Interpreter::tableValue(State &S, const Site &At) {
  const Call &C = At.C;
  if (C.Virtual) {
    const LocId Object = At.Args.empty() ? None : pointed(At.Args.front());
    return Object == None || !Shared.DynamicType
               ? Value::unknown()
               : read(S, Names.field(Object, Shared.DynamicType));
  }
  const Expr &E = F.Exprs[C.Target];
  Place Pointer = E.Where;
  const size_t Length = Pointer.Path.size();
  if (E.Kind != ExprKind::Load || Length < 2 ||
      Pointer.Path[Length - 1].Kind != ProjectionKind::Field ||
      Pointer.Path[Length - 2].Kind != ProjectionKind::Deref)
    return Value::unknown();
  Pointer.Path.resize(Length - 2);
  return read(S, locate(S, Pointer));
}

/// What Of is has been assumed. A summary says so of what the caller gave, as a
/// condition.
void Interpreter::assume(State &S, SymId Of) const {
  const Symbol &Sym = Names.sym(Of);
  (Sym.K == Symbol::Kind::Entry && Sym.B == 0 ? S.Assumed : S.Guess) = true;
}

/// One state for each function that the call may reach. That it is one of those which the
/// program is seen to have is an assumption.
std::vector<Interpreter::Dispatched> Interpreter::dispatch(State S, Site &At) {
  const Call &C = At.C;
  std::vector<Dispatched> Out;
  const auto Only = [&](StringId Usr) {
    Out.push_back({std::move(S), Usr});
    return std::move(Out);
  };
  readOperands(S, At);
  if (C.Target != program::None)
    if (const Value Target = evaluate(S, C.Target); Target.K == Value::Kind::Function)
      return Only(static_cast<StringId>(Target.N));
  const Value Table = C.Usr ? tableValue(S, At) : Value::unknown();
  if (const StringId Known = tableOf(Table); Known && C.Virtual) {
    const FunctionTables::Target *To = Shared.entry(Known, C.Usr);
    return Only(To ? To->Function : 0);
  }
  if (!Table.isSym())
    return Only(0);
  const Range Possible = S.range(Table.sym());
  std::vector<FunctionTables::Target> Targets;
  for (const FunctionTables::Target &To : Shared.targets(C.Usr))
    if (Possible.contains(tableId(P.text(To.Table))))
      Targets.push_back(To);
  if (Targets.empty() || Targets.size() > MaxTargets)
    return Only(0);
  for (const FunctionTables::Target &To : Targets) {
    State Each = S;
    if (!refine(Each, Table.sym(), Range::of(tableId(P.text(To.Table)))))
      continue;
    if (!Possible.single()) {
      assume(Each, Table.sym());
      note(Each, At.Event, None,
           "assuming that '" + P.text(C.Name).str() + "' is that of '" +
               P.text(To.Name).str() + "'");
    }
    Out.push_back({std::move(Each), To.Function});
  }
  return Out;
}

} // namespace dbtidy::lifecycle
