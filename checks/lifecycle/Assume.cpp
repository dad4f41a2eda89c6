//===- Assume.cpp - What a branch tells -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

using namespace program;

/// How far one assumption is carried on through expressions and implications.
static constexpr unsigned MaxChain = 8;

void Interpreter::note(State &S, uint32_t Event, SymId About, std::string Text) {
  History H;
  H.EventNumber = Event;
  H.About = About;
  H.Text = std::move(Text);
  S.note(H);
}

bool Interpreter::assume(State &S, Value V, bool NonZero) {
  switch (V.K) {
  case Value::Kind::Int:
    return (V.N != 0) == NonZero;
  case Value::Kind::Address:
  case Value::Kind::Text:
  case Value::Kind::Function:
    return NonZero;
  case Value::Kind::Undef:
  case Value::Kind::Unknown:
    return true;
  case Value::Kind::Sym:
    break;
  }
  return refine(S, V.sym(), NonZero ? Range::nonZero() : Range::of(0));
}

bool Interpreter::refine(State &S, SymId Of, const Range &To, unsigned Depth) {
  const Range Before = rangeOf(S, Value::symbol(Of));
  const Range After = Before.intersect(To);
  if (After.isEmpty())
    return false;
  if (After == Before && Depth)
    return true;
  S.setRange(Of, After);
  if (Depth > MaxChain)
    return true;
  const Symbol &Sym = Names.sym(Of);
  if (Sym.K == Symbol::Kind::Op) {
    const bool True = !After.contains(0), False = After == Range::of(0);
    if ((True || False) && !refineOperands(S, Of, True, Depth))
      return false;
  }
  if (!implied(S, Of, Depth))
    return false;
  settle(S, Of);
  return true;
}

/// The comparison Of is known to be True: what follows for its operands.
bool Interpreter::refineOperands(State &S, SymId Of, bool True, unsigned Depth) {
  const Symbol Sym = Names.sym(Of);
  const auto Op = static_cast<BinaryOp>(Sym.A);
  const auto Limit = [&](const Value &V, const Range &R) {
    return !V.isSym() || refine(S, V.sym(), R, Depth + 1);
  };
  const Range L = rangeOf(S, Sym.Left), R = rangeOf(S, Sym.Right);
  switch (Op) {
  case BinaryOp::Eq:
    if (True)
      return Limit(Sym.Left, R) && Limit(Sym.Right, L);
    if (const auto Only = R.single(); Only && !Limit(Sym.Left, R.complement()))
      return false;
    if (const auto Only = L.single(); Only && !Limit(Sym.Right, L.complement()))
      return false;
    return true;
  case BinaryOp::Lt:
  case BinaryOp::Le: {
    // a < b: a below b's greatest, b above a's least; the negation is b <= a.
    const bool Strict = (Op == BinaryOp::Lt) == True;
    const Value &Small = True ? Sym.Left : Sym.Right;
    const Value &Large = True ? Sym.Right : Sym.Left;
    const Range SmallR = True ? L : R, LargeR = True ? R : L;
    const int64_t High = LargeR.high(), Low = SmallR.low();
    if (Strict && (High == Range::Min || Low == Range::Max))
      return false;
    return Limit(Small, Range(Range::Min, Strict ? High - 1 : High)) &&
           Limit(Large, Range(Strict ? Low + 1 : Low, Range::Max));
  }
  case BinaryOp::And: {
    // A set bit needs a set operand.
    if (True &&
        !(Limit(Sym.Left, Range::nonZero()) && Limit(Sym.Right, Range::nonZero())))
      return false;
    // All but the low bits, as SQL_SUCCEEDED asks.
    const auto Mask = R.single();
    if (!Mask || *Mask >= 0 || !llvm::isPowerOf2_64(-static_cast<uint64_t>(*Mask)))
      return true;
    const Range Low(0, static_cast<int64_t>(-static_cast<uint64_t>(*Mask) - 1));
    return Limit(Sym.Left, True ? Low.complement() : Low);
  }
  default:
    return true;
  }
}

bool Interpreter::implied(State &S, SymId Changed, unsigned Depth) {
  const auto Concerns = [&](const Implied &I) {
    return I.If.Of == Changed || I.Then.Of == Changed;
  };
  if (llvm::none_of(S.Implications, Concerns))
    return true;
  // By value: refining may change the list.
  const std::vector<Implied> All = S.Implications;
  for (const Implied &I : All) {
    if (I.If.Of == Changed && I.If.In.includes(S.range(Changed))) {
      if (!refine(S, I.Then.Of, I.Then.In, Depth + 1))
        return false;
    } else if (I.Then.Of == Changed && I.Then.In.intersect(S.range(Changed)).isEmpty()) {
      if (!refine(S, I.If.Of, I.If.In.complement(), Depth + 1))
        return false;
    }
  }
  return true;
}

bool Interpreter::feasible(const State &S, llvm::ArrayRef<Fact> If) const {
  return llvm::none_of(If, [&](const Fact &F) {
    return F.In.intersect(rangeOf(S, Value::symbol(F.Of))).isEmpty();
  });
}

bool Interpreter::certain(const State &S, llvm::ArrayRef<Fact> If) const {
  return llvm::all_of(
      If, [&](const Fact &F) { return F.In.includes(rangeOf(S, Value::symbol(F.Of))); });
}

/// Brings resources and transactions in line with what is now known of Changed: what was
/// acquired only on a condition exists or does not, a null handle owes nothing.
void Interpreter::settle(State &S, SymId Changed) {
  const Range Now = S.range(Changed);
  if (Now == Range::of(0)) {
    // No connection, no transaction.
    llvm::erase_if(S.Transactions,
                   [&](const Transaction &T) { return T.Connection == Changed; });
    if (Resource *R = S.resource(Changed); R && R->Now != Phase::Released)
      S.dropResource(Changed);
  }
  const auto Concerns = [&](llvm::ArrayRef<Fact> If) {
    return llvm::any_of(If, [&](const Fact &F) { return F.Of == Changed; });
  };
  const auto Drop = [&](llvm::SmallVector<Fact, 1> &If) {
    llvm::erase_if(If, [&](const Fact &F) {
      return F.In.includes(rangeOf(S, Value::symbol(F.Of)));
    });
  };
  for (size_t I = 0; I != S.Resources.size();) {
    Resource &R = S.Resources[I];
    if (!Concerns(R.If)) {
      ++I;
      continue;
    }
    if (feasible(S, R.If)) {
      Drop(R.If);
      ++I;
    } else if (R.Now == Phase::Released) {
      R.Now = Phase::Borrowed; // the release failed; who owns it now is not followed
      R.If.clear();
      for (Derived &D : S.Deriveds)
        if (D.From == R.Handle && D.Dead.Event == R.Ended.Event)
          D.Dead = {};
      ++I;
    } else {
      S.Resources.erase(S.Resources.begin() + static_cast<ptrdiff_t>(I));
    }
  }
  for (size_t I = 0; I != S.Transactions.size();) {
    Transaction &T = S.Transactions[I];
    if (!Concerns(T.If)) {
      ++I;
      continue;
    }
    if (feasible(S, T.If)) {
      Drop(T.If);
      ++I;
    } else if (!T.Open && T.Begun.Event != None) {
      T.Open = true; // ending it failed
      T.Committed = T.RolledBack = false;
      T.Likely = true;
      T.If.clear();
      ++I;
    } else {
      // It was not begun; or the caller's was not ended, and is as it was.
      S.Transactions.erase(S.Transactions.begin() + static_cast<ptrdiff_t>(I));
    }
  }
}

void Interpreter::addImplication(State &S, Fact If, Fact Then) {
  if (If.In.isEmpty() || Then.In.isFull())
    return;
  const Range Now = rangeOf(S, Value::symbol(If.Of));
  if (If.In.includes(Now)) {
    refine(S, Then.Of, Then.In);
    return;
  }
  S.Implications.push_back({std::move(If), std::move(Then)});
}

} // namespace dbtidy::lifecycle
