//===- RuleNode.h - Reading the values of a rule file -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Between the JSON tree (RuleText) and the typed catalogue (RuleReader): values that know
// where they stand, so that every complaint can say it, and objects that are read key by
// key, so that the list of known keys is the list of what was asked for.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULENODE_H
#define DBTIDY_API_RULENODE_H

#include "api/RuleMessages.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dbtidy::api {

/// What the names in a file stand for (RuleScope.h).
struct RuleScope;

/// A value of a rule file and where it stands. File must outlive it.
struct RuleNode {
  const nlohmann::json *Value = nullptr;
  std::string Pointer;
  llvm::StringRef File;

  RuleNode member(llvm::StringRef Key, const nlohmann::json &Child) const;
  RuleNode element(size_t Index) const;
  llvm::Error fault(const llvm::Twine &Reason) const;
  llvm::Error expectArray() const;
  llvm::Error expectObject() const;
};

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, bool &Out);
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, int64_t &Out);
/// Refuses the empty string.
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, std::string &Out);

// The two templates find readRule of T where they are instantiated.

template <typename T>
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                     std::optional<T> &Out) {
  return readRule(Node, Scope, Out.emplace());
}

template <typename Sequence>
llvm::Error readSequence(const RuleNode &Node, const RuleScope &Scope, Sequence &Out) {
  if (llvm::Error Fault = Node.expectArray())
    return Fault;
  for (size_t I = 0; I < Node.Value->size(); ++I)
    if (llvm::Error Fault = readRule(Node.element(I), Scope, Out.emplace_back()))
      return Fault;
  return llvm::Error::success();
}

template <typename T>
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, std::vector<T> &Out) {
  return readSequence(Node, Scope, Out);
}

/// An object that is read key by key. finish() gives the first fault; a key that nobody
/// asked for goes before all others, since a misspelt key is what makes others missing.
class RuleObject {
public:
  RuleObject(RuleNode At, const RuleScope &Scope);

  template <typename T> void required(llvm::StringRef Key, T &Out) {
    if (const nlohmann::json *Value = ask(Key, /*Required=*/true))
      keep(readRule(At.member(Key, *Value), Scope, Out));
  }

  template <typename T> void optional(llvm::StringRef Key, T &Out) {
    if (const nlohmann::json *Value = ask(Key, /*Required=*/false))
      keep(readRule(At.member(Key, *Value), Scope, Out));
  }

  /// One of a fixed set of words.
  template <typename T>
  void choice(llvm::StringRef Key, bool Required,
              std::initializer_list<std::pair<llvm::StringRef, T>> Words, T &Out) {
    const nlohmann::json *Value = ask(Key, Required);
    if (!Value)
      return;
    llvm::SmallVector<llvm::StringRef, 8> Known;
    for (const auto &Word : Words)
      Known.push_back(Word.first);
    if (const std::optional<size_t> Chosen = choose(At.member(Key, *Value), Known))
      Out = (Words.begin() + *Chosen)->second;
  }

  /// The value of Key if it is there and nothing was wrong yet; makes the key known.
  const nlohmann::json *ask(llvm::StringRef Key, bool Required);
  /// Keeps the first fault.
  void keep(llvm::Error Fault);
  const RuleNode &node() const { return At; }
  llvm::Error finish();

private:
  std::optional<size_t> choose(const RuleNode &Node,
                               llvm::ArrayRef<llvm::StringRef> Known);
  llvm::Error unknownKey() const;

  RuleNode At;
  const RuleScope &Scope;
  llvm::SmallVector<llvm::StringRef, 16> Asked;
  std::string First; ///< the first fault's text; empty: none
};

} // namespace dbtidy::api

#endif // DBTIDY_API_RULENODE_H
