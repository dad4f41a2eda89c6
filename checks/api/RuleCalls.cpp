//===- RuleCalls.cpp - The entries under `calls` --------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleCalls.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::api {

/// How much the entries with several names may add to a file, in nodes and characters.
static constexpr size_t LargestExpansion = 8U << 20;

//===----------------------------------------------------------------------===//
// Effects of calls
//===----------------------------------------------------------------------===//

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Acquire &Out) {
  RuleObject Object(Node, Scope);
  Object.required("at", Out.At);
  Object.required("handle", Out.What);
  Object.optional("when", Out.When);
  Object.choice<Otherwise>(
      "otherwise", /*Required=*/false,
      {{"null", Otherwise::Null}, {"unchanged", Otherwise::Unchanged}}, Out.Else);
  Object.choice<bool>("null", /*Required=*/false, {{"possible", true}, {"never", false}},
                      Out.MayBeNull);
  Object.optional("parent", Out.Parent);
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Release &Out) {
  RuleObject Object(Node, Scope);
  Object.required("at", Out.At);
  Object.required("handle", Out.What);
  Object.optional("when", Out.When);
  Object.choice<bool>("null", /*Required=*/false,
                      {{"allowed", true}, {"undefined", false}}, Out.NullAllowed);
  Object.choice<Children>("children", /*Required=*/false,
                          {{"keep", Children::Keep},
                           {"close", Children::Close},
                           {"forbid", Children::Forbid}},
                          Out.Open);
  Object.optional("endsTransaction", Out.EndsTransaction);
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Take &Out) {
  RuleObject Object(Node, Scope);
  Object.required("at", Out.At);
  Object.optional("into", Out.Into);
  Object.optional("when", Out.When);
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                            FormatTake &Out) {
  RuleObject Object(Node, Scope);
  Object.required("format", Out.Format);
  Object.required("conversion", Out.Conversion);
  if (llvm::Error E = Object.finish())
    return E;
  if (Out.Conversion.size() != 1)
    return Node.fault("'conversion' is one letter; write \"z\" for %z");
  return llvm::Error::success();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Derive &Out) {
  std::vector<DescribedCall> Until;
  RuleObject Object(Node, Scope);
  Object.required("at", Out.At);
  Object.required("from", Out.From);
  Object.optional("until", Until);
  for (DescribedCall &Call : Until)
    Out.Until.push_back(std::move(Call.Text));
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                            Transaction &Out) {
  RuleObject Object(Node, Scope);
  Object.choice<TransactionAct>("act", /*Required=*/true,
                                {{"begin", TransactionAct::Begin},
                                 {"commit", TransactionAct::Commit},
                                 {"rollback", TransactionAct::Rollback}},
                                Out.Act);
  Object.required("on", Out.On);
  Object.optional("when", Out.When);
  Object.optional("nests", Out.Nests);
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Sql &Out) {
  RuleObject Object(Node, Scope);
  Object.required("at", Out.At);
  Object.optional("on", Out.On);
  Object.optional("prepares", Out.Prepares);
  Object.optional("when", Out.When);
  readDialect(Object, Out.Dialect);
  return Object.finish();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                            Implication &Out) {
  RuleObject Object(Node, Scope);
  Object.optional("if", Out.If);
  Object.required("then", Out.Then);
  return Object.finish();
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

namespace {

/// An entry under `calls`: the names it is for, and what it says of each.
struct CallEntry {
  std::vector<std::string> Names;
  CallRule Rule;
};

} // namespace

/// Reads "name" or "names", of which an entry has one.
static void readNames(RuleObject &Object, std::vector<std::string> &Out) {
  QualifiedName One;
  std::vector<QualifiedName> Several;
  Object.optional("name", One);
  Object.optional("names", Several);
  if (!One.Text.empty() && !Several.empty())
    Object.keep(Object.node().fault("has both 'name' and 'names'; keep one of them"));
  if (!One.Text.empty())
    Several.push_back(std::move(One));
  if (Several.empty())
    Object.keep(Object.node().fault("describes no call; add the key 'name'"));
  Out = textsOf(std::move(Several));
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                            CallEntry &Out) {
  std::vector<QualifiedName> Throws;
  CallRule &Rule = Out.Rule;
  RuleObject Object(Node, Scope);
  readNames(Object, Out.Names);
  Object.optional("acquires", Rule.Acquires);
  Object.optional("releases", Rule.Releases);
  Object.optional("takes", Rule.Takes);
  Object.optional("derives", Rule.Derives);
  Object.optional("transactions", Rule.Transactions);
  Object.optional("sql", Rule.Sqls);
  Object.optional("runs", Rule.RunsStatement);
  Object.optional("runsWhen", Rule.RunsWhen);
  Object.optional("implies", Rule.Implies);
  Object.optional("pure", Rule.Pure);
  Object.optional("throws", Throws);
  Object.optional("blocks", Rule.MayBlock);
  Object.optional("noreturn", Rule.NoReturn);
  Object.optional("fresh", Rule.FreshObject);
  Object.optional("frees", Rule.FreesObject);
  Object.optional("returns", Rule.Returns);
  Object.optional("takesFormatted", Rule.TakesFormatted);
  Rule.Throws = textsOf(std::move(Throws));
  return Object.finish();
}

/// The strings at "name" and "names" of an entry that is not checked yet.
static std::vector<RuleNode> namesOf(const RuleNode &Entry) {
  std::vector<RuleNode> Out;
  if (!Entry.Value->is_object())
    return Out;
  const auto One = Entry.Value->find("name");
  if (One != Entry.Value->end())
    Out.push_back(Entry.member("name", *One));
  const auto Several = Entry.Value->find("names");
  if (Several != Entry.Value->end() && Several->is_array())
    for (size_t I = 0; I < Several->size(); ++I)
      Out.push_back(Entry.member("names", *Several).element(I));
  llvm::erase_if(Out, [](const RuleNode &Name) { return !Name.Value->is_string(); });
  return Out;
}

/// Collects the names of all calls, so that a condition may use one that comes later.
static llvm::Error collectCalls(const RuleNode &Calls, RuleScope &Scope) {
  if (llvm::Error Fault = Calls.expectArray())
    return Fault;
  for (size_t I = 0; I < Calls.Value->size(); ++I)
    for (const RuleNode &Name : namesOf(Calls.element(I))) {
      const auto &Text = Name.Value->get_ref<const std::string &>();
      const auto [First, New] = Scope.Calls.try_emplace(Text, I);
      if (!New)
        return Name.fault(inQuotes(Text) + " is described already at /calls/" +
                          llvm::Twine(First->second) + "; merge the two");
    }
  return llvm::Error::success();
}

/// The nodes and characters of a value; its depth is bounded.
static size_t weightOf(const nlohmann::json &Value) {
  size_t Weight = 1;
  if (const std::string *Text = Value.get_ptr<const std::string *>())
    return Weight + Text->size();
  if (Value.is_structured())
    for (const nlohmann::json &Child : Value)
      Weight += weightOf(Child);
  return Weight;
}

/// One rule for each name. Each is a copy, so a small file could ask for a huge
/// catalogue.
static llvm::Error expand(const RuleNode &Node, CallEntry Entry, size_t &Expansion,
                          Library &Out) {
  const size_t Copies = Entry.Names.size() - 1;
  if (Copies != 0)
    Expansion += Copies * weightOf(*Node.Value);
  if (Expansion > LargestExpansion)
    return Node.fault("too many names share too large an entry; describe fewer calls");
  for (std::string &Name : Entry.Names) {
    CallRule &Rule = Out.Calls.emplace_back(Entry.Rule);
    Rule.Id = Out.Name + ":" + Name;
    Rule.Name = std::move(Name);
  }
  return llvm::Error::success();
}

llvm::Error readCalls(const RuleNode &Node, RuleScope &Scope, Library &Out) {
  if (llvm::Error Fault = collectCalls(Node, Scope))
    return Fault;
  size_t Expansion = 0;
  for (size_t I = 0; I < Node.Value->size(); ++I) {
    CallEntry Entry;
    if (llvm::Error Fault = readRule(Node.element(I), Scope, Entry))
      return Fault;
    if (llvm::Error Fault = expand(Node.element(I), std::move(Entry), Expansion, Out))
      return Fault;
  }
  return llvm::Error::success();
}

} // namespace dbtidy::api
