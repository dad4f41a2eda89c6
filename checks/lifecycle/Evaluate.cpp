//===- Evaluate.cpp - Places to locations, expressions to values -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include <utility>

namespace dbtidy::lifecycle {

using namespace program;

LocId Interpreter::locate(State &S, const Place &Where, bool OnlyAddress) {
  if (!Where.isValid())
    return None;
  LocId L = Names.var(Where.Base);
  bool Pointed = false; // L is what a pointer points to
  for (const Projection &Step : Where.Path) {
    const bool Element = std::exchange(Pointed, Step.Kind == ProjectionKind::Deref) &&
                         Names.loc(L).K == Storage::Kind::Index;
    switch (Step.Kind) {
    case ProjectionKind::Field:
      L = Names.field(L, Step.Value);
      break;
    case ProjectionKind::Index: // p[2], of a pointer to an element
      L = Element ? Names.index(Names.loc(L).Parent, Names.loc(L).A + Step.Value)
                  : Names.index(L, Step.Value);
      break;
    case ProjectionKind::AnyIndex:
      L = Names.anyIndex(L);
      break;
    case ProjectionKind::Deref: {
      const Value V = read(S, L);
      if (!OnlyAddress) {
        checkRead(S, V);
        Crashed |=
            V == Value::integer(0) || (V.isSym() && S.range(V.sym()) == Range::of(0));
      }
      if (V.K == Value::Kind::Address) {
        L = static_cast<LocId>(V.N);
      } else if (const StringId Table = tableOf(V)) {
        L = Names.var(globalVar(Table));
      } else if (V.isSym()) {
        // Who looks behind a pointer knows that it is not null.
        if (S.range(V.sym()).contains(0))
          refine(S, V.sym(), Range::nonZero());
        L = Names.pointee(V.sym());
      } else {
        return None;
      }
      break;
    }
    }
  }
  return L;
}

uint32_t Interpreter::epoch(const State &S, LocId Root) const {
  const Storage &R = Names.loc(Root);
  if (R.K == Storage::Kind::Var && kindOf(R.A) == VarKind::Global)
    return S.GlobalEpoch;
  return S.epoch(Root);
}

/// A service opens its connection once: that a function which was not seen puts another
/// one into the same field or global is not reckoned with.
bool Interpreter::holdsConnection(LocId L) const {
  const Storage &Where = Names.loc(L);
  if (Where.K == Storage::Kind::Field)
    return Shared.isConnectionField(Where.A);
  if (Where.K != Storage::Kind::Var || Where.A >= F.Vars.size())
    return false;
  const api::Handle *What = Shared.handle(F.Vars[Where.A].Handle);
  return What && What->Kind == api::HandleKind::Connection;
}

Value Interpreter::initial(const State &S, LocId L) {
  const LocId Root = Names.root(L);
  const Storage &R = Names.loc(Root);
  if (Names.loc(L).K == Storage::Kind::Field && Names.loc(L).Parent == Root)
    if (const StringId Table = tableAt(Root))
      if (const FunctionTables::Target *To = Shared.entry(Table, Names.loc(L).A))
        return Value::function(To->Function);
  if (R.K == Storage::Kind::Var) {
    const VarKind Kind = kindOf(R.A);
    if (Kind == VarKind::Local || Kind == VarKind::Temp || Kind == VarKind::Return) {
      const uint32_t Epoch = epoch(S, Root);
      return Epoch ? Value::symbol(Names.entry(L, Epoch)) : Value::undef();
    }
  } else if (Names.sym(R.A).Fresh && epoch(S, Root) == 0) {
    return Value::undef();
  }
  for (LocId Part = L; Part != None; Part = Names.loc(Part).Parent)
    if (Names.loc(Part).K == Storage::Kind::AnyIndex)
      return Value::unknown(); // two reads may see two elements
  const SymId Out = Names.entry(L, holdsConnection(L) ? 0 : epoch(S, Root));
  if (L == Root && R.K == Storage::Kind::Var && R.A < F.Vars.size() &&
      Shared.isUnsigned(F.Vars[R.A].Type))
    Names.setUnsigned(Out);
  return Value::symbol(Out);
}

Value Interpreter::read(State &S, LocId L) {
  if (L == None)
    return Value::unknown();
  if (const Value *V = S.find(L))
    return *V;
  return initial(S, L);
}

Range Interpreter::rangeOf(const State &S, const Value &V) const {
  return lifecycle::rangeOf(S, Names, V);
}

Value Interpreter::evaluate(State &S, ExprId Id) {
  if (Id == program::None)
    return Value::unknown();
  const Expr &E = F.Exprs[Id];
  switch (E.Kind) {
  case ExprKind::Load: {
    const LocId L = locate(S, E.Where);
    const Value V = read(S, L);
    // A value that a path has pinned down is that value.
    if (V.isSym())
      if (const auto Only = rangeOf(S, V).single())
        if (!S.resource(V.sym()))
          return Value::integer(*Only);
    return V;
  }
  case ExprKind::AddressOf: {
    const LocId L = locate(S, E.Where, /*OnlyAddress=*/true);
    if (L != None)
      if (const StringId Table = tableAt(L))
        return Value::integer(tableId(P.text(Table)));
    return L == None ? Value::unknown() : Value::address(L);
  }
  case ExprKind::Int:
    return Value::integer(E.Number);
  case ExprKind::String:
    return Value::text(E.Text);
  case ExprKind::Function:
    return Value::function(E.Text);
  case ExprKind::Not:
    return binary(S, BinaryOp::Eq, evaluate(S, E.Left), Value::integer(0));
  case ExprKind::Binary: {
    const Value L = evaluate(S, E.Left);
    const Value R = evaluate(S, E.Right);
    return binary(S, E.Op, L, R);
  }
  case ExprKind::Unknown:
    return Value::unknown();
  }
  return Value::unknown();
}

static std::optional<int64_t> fold(BinaryOp Op, int64_t L, int64_t R) {
  int64_t Out = 0;
  switch (Op) {
  case BinaryOp::Eq:
    return L == R;
  case BinaryOp::Ne:
    return L != R;
  case BinaryOp::Lt:
    return L < R;
  case BinaryOp::Le:
    return L <= R;
  case BinaryOp::Gt:
    return L > R;
  case BinaryOp::Ge:
    return L >= R;
  case BinaryOp::Add:
    return __builtin_add_overflow(L, R, &Out) ? std::nullopt : std::optional(Out);
  case BinaryOp::Sub:
    return __builtin_sub_overflow(L, R, &Out) ? std::nullopt : std::optional(Out);
  case BinaryOp::Mul:
    return __builtin_mul_overflow(L, R, &Out) ? std::nullopt : std::optional(Out);
  case BinaryOp::And:
    return L & R;
  case BinaryOp::Or:
    return L | R;
  case BinaryOp::Xor:
    return L ^ R;
  case BinaryOp::Div:
  case BinaryOp::Rem:
  case BinaryOp::Shl:
  case BinaryOp::Shr:
    break;
  }
  return std::nullopt;
}

static bool isComparison(BinaryOp Op) { return Op <= BinaryOp::Ge; }

/// A handle that was made on this path is no older value.
bool Interpreter::distinct(const State &S, SymId A, SymId B) const {
  const Resource *R = S.resource(A);
  const Resource *Q = S.resource(B);
  const auto Made = [](const Resource *X) { return X && X->Made.Event != None; };
  // (Null is equal to null, but then nothing is owed.)
  return Made(R) || Made(Q);
}

/// L - R, of pointers to elements of one array.
std::optional<int64_t> Interpreter::elementsApart(const Value &L, const Value &R) const {
  if (L.K != Value::Kind::Address || R.K != Value::Kind::Address)
    return std::nullopt;
  const Storage &A = Names.loc(static_cast<LocId>(L.N));
  const Storage &B = Names.loc(static_cast<LocId>(R.N));
  if (A.K != Storage::Kind::Index || B.K != Storage::Kind::Index || A.Parent != B.Parent)
    return std::nullopt;
  return static_cast<int64_t>(A.A) - static_cast<int64_t>(B.A);
}

Value Interpreter::binary(State &S, BinaryOp Op, Value L, Value R) {
  if (L.isInt() && R.isInt()) {
    const auto Out = fold(Op, L.N, R.N);
    return Out ? Value::integer(*Out) : Value::unknown();
  }
  if (isComparison(Op))
    return compare(S, Op, L, R);
  if (const auto Apart = elementsApart(L, R); Apart && Op == BinaryOp::Sub)
    return Value::integer(*Apart);
  const auto Usable = [&](const Value &V) {
    return V.isInt() || (V.isSym() && Names.depth(V.sym()) < MaxDepth);
  };
  if (!Usable(L) || !Usable(R))
    return Value::unknown();
  // (x + 1) - 1 is x: counters of nested calls.
  if ((Op == BinaryOp::Add || Op == BinaryOp::Sub) && R.isInt() && L.isSym() &&
      R.N != Range::Min) {
    const int64_t By = Op == BinaryOp::Add ? R.N : -R.N;
    const Symbol Inner = Names.sym(L.sym());
    int64_t Sum = By;
    Value Base = L;
    if (Inner.K == Symbol::Kind::Op && Inner.A == static_cast<uint32_t>(BinaryOp::Add) &&
        Inner.Right.isInt() && !__builtin_add_overflow(Inner.Right.N, By, &Sum))
      Base = Inner.Left;
    if (Sum == 0)
      return Base;
    return Value::symbol(Names.op(BinaryOp::Add, Base, Value::integer(Sum)));
  }
  return Value::symbol(Names.op(Op, L, R));
}

/// `strcmp(a, b)`, asked again of what nothing has changed.
Value Interpreter::pureResult(const State &S, const api::CallRule &Rule, const Site &At) {
  Value Of = Value::integer(0);
  uint32_t Version = 0;
  for (const Value &V : At.Args) {
    const bool Known = V.isInt() || V.isSym() || V.K == Value::Kind::Text;
    if (!Known || (Of.isSym() && Names.depth(Of.sym()) >= MaxDepth))
      return Value::symbol(Names.event(At.Event, 0));
    if (V.isSym())
      Version = std::max(Version, epoch(S, Names.root(Names.pointee(V.sym()))));
    Of = Value::symbol(Names.op(BinaryOp::Shl, Of, V)); // a pair, not to be computed
  }
  return Value::symbol(Names.pure(Shared.accessor(&Rule), Of, Version));
}

/// L == R or L < R, where it is known.
std::optional<bool> Interpreter::decided(const State &S, BinaryOp Op, const Value &L,
                                         const Value &R) const {
  if (L == R && (L.isSym() || L.K == Value::Kind::Address))
    return Op != BinaryOp::Lt;
  if (const auto Apart = elementsApart(L, R))
    return Op == BinaryOp::Eq ? *Apart == 0 : *Apart < 0;
  const Range A = rangeOf(S, L), B = rangeOf(S, R);
  if (Op == BinaryOp::Eq) {
    if (A.intersect(B).isEmpty())
      return false;
    if (L.K == Value::Kind::Address && R.K == Value::Kind::Address)
      return false; // two locations
    if (L.isSym() && R.isSym() && distinct(S, L.sym(), R.sym()))
      return false;
    if (const auto Left = A.single(), Right = B.single(); Left && Right)
      return *Left == *Right;
  } else if (!A.isEmpty() && !B.isEmpty()) {
    if (Op == BinaryOp::Lt ? A.high() < B.low() : A.high() <= B.low())
      return true;
    if (Op == BinaryOp::Lt ? A.low() >= B.high() : A.low() > B.high())
      return false;
  }
  return std::nullopt;
}

Value Interpreter::compare(State &S, BinaryOp Op, Value L, Value R) {
  // Only == and < have symbols; the others are these, turned round or negated.
  switch (Op) {
  case BinaryOp::Le:
  case BinaryOp::Ge: {
    const Value Less = Op == BinaryOp::Le ? compare(S, BinaryOp::Lt, R, L)
                                          : compare(S, BinaryOp::Lt, L, R);
    if (Less.isInt())
      return Value::integer(!Less.N);
    return Less.isSym() ? Value::symbol(Names.op(BinaryOp::Eq, Less, Value::integer(0)))
                        : Value::unknown();
  }
  case BinaryOp::Ne: {
    const Value Equal = compare(S, BinaryOp::Eq, L, R);
    if (Equal.isInt())
      return Value::integer(!Equal.N);
    // x != 0 of a truth value is that value.
    if (R.isNull() && L.isSym() && Names.sym(L.sym()).K == Symbol::Kind::Op &&
        isComparison(static_cast<BinaryOp>(Names.sym(L.sym()).A)))
      return L;
    if (!Equal.isSym())
      return Value::unknown();
    return Value::symbol(Names.op(BinaryOp::Eq, Equal, Value::integer(0)));
  }
  case BinaryOp::Gt:
    return compare(S, BinaryOp::Lt, R, L);
  default:
    break;
  }
  if (const auto Known = decided(S, Op, L, R))
    return Value::integer(*Known);
  const auto Usable = [&](const Value &V) {
    return V.isInt() || (V.isSym() && Names.depth(V.sym()) < MaxDepth);
  };
  if (!Usable(L) || !Usable(R))
    return Value::unknown();
  return Names.comparison(Op, L, R);
}

} // namespace dbtidy::lifecycle
