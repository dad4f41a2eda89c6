//===- Transactions.cpp - Transactions by call and by text -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Interpreter.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace dbtidy::lifecycle {

using namespace program;

/// Savepoints inside one another that are told apart.
static constexpr size_t MaxSavepoints = 4;

void Interpreter::ruleTransactions(State &S, const api::CallRule &Rule, Site &At,
                                   Value Result) {
  for (const api::Transaction &T : Rule.Transactions) {
    const auto On = placeValue(S, At, T.On, Result);
    if (!On || !On->isSym())
      continue;
    std::optional<Fact> If;
    if (T.When) {
      If = condition(S, At, *T.When, Result);
      if (If && If->In.isEmpty())
        continue;
    }
    if (Rule.Pure) {
      ask(S, Rule, *On, Result);
      continue;
    }
    transact(S, T.Act, *On, If, origin(At), /*Likely=*/false);
  }
  if (!Rule.RunsStatement)
    return;
  const auto Statement = placeValue(S, At, *Rule.RunsStatement, Result);
  const Resource *R =
      Statement && Statement->isSym() ? S.resource(Statement->sym()) : nullptr;
  if (!R || R->Parent == None || (!R->Text && R->TextOf == None))
    return;
  std::optional<Fact> If;
  if (Rule.RunsWhen)
    If = condition(S, At, *Rule.RunsWhen, Result);
  const Value Text = R->Text ? Value::text(R->Text) : Value::symbol(R->TextOf);
  run(S, Text, Value::symbol(R->Parent), *Rule.Owner, If, origin(At));
}

void Interpreter::ask(State &S, const api::CallRule &Rule, Value On, Value Answer) {
  Transaction *Open = On.isSym() ? S.transaction(On.sym()) : nullptr;
  if (!Open || !Open->Open || !Answer.isSym())
    return;
  for (const api::Transaction &T : Rule.Transactions) {
    if (!T.When || T.When->Subject.From != api::Where::Root::Return)
      continue;
    // Only the latest answer counts.
    const Symbol Asked = Names.sym(Answer.sym());
    llvm::erase_if(Open->If, [&](const Fact &F) {
      const Symbol &Before = Names.sym(F.Of);
      return Before.K == Symbol::Kind::Pure && Asked.K == Before.K && Before.A == Asked.A;
    });
    Open->If.push_back({Answer.sym(), Range(T.When->Values).complement()});
  }
}

void Interpreter::run(State &S, Value V, Value Connection, const api::Library &By,
                      std::optional<Fact> If, const Origin &At) {
  if (V.K == Value::Kind::Text) {
    runText(S, P.text(static_cast<StringId>(V.N)), By.Dialect, Connection, If, At,
            /*Likely=*/false);
    return;
  }
  // Only a caller can know: what it passes as text, on a connection that it passes.
  const auto Callers = [&](const Value &X) {
    return X.isSym() && Names.sym(X.sym()).K == Symbol::Kind::Entry &&
           Names.sym(X.sym()).B == 0;
  };
  if (!Callers(Connection))
    return;
  Ran R;
  R.Connection = Connection.sym();
  R.Text = Callers(V) ? V.sym() : 0;
  R.By = &By;
  R.At = At;
  if (If)
    R.If.push_back(*If);
  if (llvm::none_of(S.Rans, [&](const Ran &Known) {
        return Known.Connection == R.Connection && Known.Text == R.Text;
      }))
    S.Rans.push_back(std::move(R));
}

void Interpreter::ruleText(State &S, const api::Sql &Q, Site &At, Value Result) {
  const auto Text = placeValue(S, At, Q.At, Result);
  if (!Text || !Q.On)
    return;
  const auto On = placeValue(S, At, *Q.On, Result);
  if (!On || !On->isSym())
    return;
  const api::CallRule *Rule = Shared.rule(At.C.Rule);
  if (!Rule)
    return;
  if (Q.Prepares) {
    if (Resource *R = S.resource(On->sym())) {
      const bool Known = Text->K == Value::Kind::Text;
      R->Text = Known && Shared.controls(static_cast<StringId>(Text->N))
                    ? static_cast<StringId>(Text->N)
                    : 0;
      R->TextOf = Known ? None : Text->isSym() ? Text->sym() : 0;
    }
    return;
  }
  std::optional<Fact> If;
  if (Q.When)
    If = condition(S, At, *Q.When, Result);
  run(S, *Text, *On, *Rule->Owner, If, origin(At));
}

/// PostgreSQL and MySQL end the transaction even where its commit fails; SQLite keeps it,
/// to be tried again.
static bool endsIfCommitFails(llvm::StringRef Dialect) {
  return Dialect == "postgresql" || Dialect == "mysql";
}

void Interpreter::runText(State &S, llvm::StringRef Text, llvm::StringRef Dialect,
                          Value Connection, std::optional<Fact> If, const Origin &By,
                          bool Likely) {
  const std::vector<api::TextAct> Acts = api::transactionActs(Text, Dialect);
  if (If && If->In.isEmpty())
    If.reset();
  // Of several statements the first may have run although the call failed; that the last
  // one ran, only its success tells.
  const bool Script = Acts.size() > 1;
  const std::optional<Fact> Success = If;
  if (Script)
    If.reset();
  for (const api::TextAct &Act : Acts)
    switch (Act.Act) {
    case api::TextAct::Begin:
      transact(S, api::TransactionAct::Begin, Connection, If, By, Likely);
      break;
    case api::TextAct::Commit:
      transact(S, api::TransactionAct::Commit, Connection,
               Script                       ? Success
               : endsIfCommitFails(Dialect) ? std::nullopt
                                            : If,
               By, Likely);
      break;
    case api::TextAct::Rollback:
    case api::TextAct::PrepareTransaction:
      transact(S, api::TransactionAct::Rollback, Connection, std::nullopt, By, Likely);
      break;
    case api::TextAct::Savepoint:
    case api::TextAct::ReleaseSavepoint:
    case api::TextAct::RollbackTo:
      savepoint(S, Act, Dialect, Connection, If, By, Likely);
      break;
    case api::TextAct::CommitAndChain:
    case api::TextAct::RollbackAndChain:
    case api::TextAct::Other:
      break;
    }
}

void Interpreter::savepoint(State &S, const api::TextAct &Act, llvm::StringRef Dialect,
                            Value Connection, std::optional<Fact> If, const Origin &By,
                            bool Likely) {
  Transaction *T = S.transaction(Connection.sym());
  const bool Inside = T && T->Open;
  const uint64_t Name = llvm::xxh3_64bits(Act.Name);
  if (Act.Act == api::TextAct::Savepoint) {
    if (!Inside && api::savepointBegins(Dialect)) {
      transact(S, api::TransactionAct::Begin, Connection, std::move(If), By, Likely);
      T = S.transaction(Connection.sym());
      if (!T || !T->Open)
        return; // on this way it fails
      T->BySavepoint = true;
    } else if (!Inside || T->Savepoints.size() >= MaxSavepoints) {
      return; // deeper levels are not told apart: loops set one each turn
    }
    T->Savepoints.push_back(Name);
    return;
  }
  if (!Inside) {
    // The caller's, of which this is the outermost as far as can be seen.
    if (Act.Act == api::TextAct::ReleaseSavepoint && api::savepointBegins(Dialect))
      transact(S, api::TransactionAct::Commit, Connection, std::move(If), By, Likely);
    return;
  }
  // The name stands for the latest savepoint that has it, and takes those inside along.
  const auto Known = llvm::find(llvm::reverse(T->Savepoints), Name);
  if (Known == T->Savepoints.rend()) {
    // One that a helper has set: its name is not known here.
    if (T->Begun.Inside && Act.Act == api::TextAct::ReleaseSavepoint &&
        api::savepointBegins(Dialect))
      transact(S, api::TransactionAct::Commit, Connection, std::move(If), By, Likely);
    return;
  }
  const auto Index = static_cast<size_t>(T->Savepoints.rend() - Known) - 1;
  if (Act.Act == api::TextAct::RollbackTo)
    T->Savepoints.resize(Index + 1);
  else if (Index == 0 && T->BySavepoint)
    transact(S, api::TransactionAct::Commit, Connection, std::move(If), By, Likely);
  else
    T->Savepoints.resize(Index);
}

void Interpreter::transact(State &S, api::TransactionAct Act, Value Connection,
                           std::optional<Fact> If, const Origin &By, bool Likely) {
  if (!Connection.isSym())
    return;
  TouchesHandle = true;
  const SymId C = Connection.sym();
  Transaction *T = S.transaction(C);
  if (Act == api::TransactionAct::Begin) {
    if (T && T->Open)
      return; // a second BEGIN changes nothing
    if (If && If->In.intersect(rangeOf(S, Value::symbol(If->Of))).isEmpty())
      return; // on this way it fails
    Transaction New;
    New.Connection = C;
    New.Begun = By;
    New.Likely = Likely;
    if (If)
      New.If.push_back(*If);
    ++Obligations;
    S.addTransaction(std::move(New));
    note(S, By.Event, C, "a transaction begins");
    return;
  }
  if (!T) {
    const Symbol &Of = Names.sym(C);
    if (Of.K != Symbol::Kind::Entry || Of.B != 0)
      return;          // there was none, as far as anybody can tell
    Transaction Ended; // the caller's: remembered for the summary
    Ended.Connection = C;
    T = &S.addTransaction(std::move(Ended));
    T->Likely = Likely;
  } else if (!T->Open) {
    return;
  }
  T->Open = false;
  T->Committed = Act == api::TransactionAct::Commit;
  T->RolledBack = !T->Committed;
  T->Ended = By;
  T->Savepoints.clear();
  T->If.clear();
  if (If)
    T->If.push_back(*If);
  note(S, By.Event, C,
       T->Committed ? "the transaction is committed" : "the transaction is rolled back");
}

} // namespace dbtidy::lifecycle
