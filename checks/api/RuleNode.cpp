//===- RuleNode.cpp - Reading the values of a rule file -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleNode.h"

#include "llvm/ADT/STLExtras.h"

#include <cstdint>
#include <limits>

namespace dbtidy::api {

//===----------------------------------------------------------------------===//
// RuleNode
//===----------------------------------------------------------------------===//

RuleNode RuleNode::member(llvm::StringRef Key, const nlohmann::json &Child) const {
  return {&Child, pointerTo(Pointer, Key), File};
}

RuleNode RuleNode::element(size_t Index) const {
  return {&(*Value)[Index], Pointer + "/" + std::to_string(Index), File};
}

llvm::Error RuleNode::fault(const llvm::Twine &Reason) const {
  return faultAt(File, Pointer, Reason);
}

/// The kind of a value in the words of the messages.
static llvm::StringRef kindOf(const nlohmann::json &Value) {
  switch (Value.type()) {
  case nlohmann::json::value_t::null:
    return "null";
  case nlohmann::json::value_t::object:
    return "an object";
  case nlohmann::json::value_t::array:
    return "an array";
  case nlohmann::json::value_t::string:
    return "a string";
  case nlohmann::json::value_t::boolean:
    return "a boolean";
  case nlohmann::json::value_t::number_integer:
  case nlohmann::json::value_t::number_unsigned:
    return "a number";
  case nlohmann::json::value_t::number_float:
    return "a fraction";
  case nlohmann::json::value_t::binary:
  case nlohmann::json::value_t::discarded:
    break;
  }
  llvm_unreachable("JSON text gives no such value");
}

static llvm::Error wrongKind(const RuleNode &Node, llvm::StringRef Wanted,
                             llvm::StringRef Remedy) {
  return Node.fault("found " + kindOf(*Node.Value) + " where " + Wanted + " belongs; " +
                    Remedy);
}

llvm::Error RuleNode::expectArray() const {
  if (Value->is_array())
    return llvm::Error::success();
  return wrongKind(*this, "an array", "put the values in [ ]");
}

llvm::Error RuleNode::expectObject() const {
  if (Value->is_object())
    return llvm::Error::success();
  return wrongKind(*this, "an object", "put keys and values in { }");
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &, bool &Out) {
  const bool *Value = Node.Value->get_ptr<const bool *>();
  if (!Value)
    return wrongKind(Node, "a boolean", "write true or false without quotes");
  Out = *Value;
  return llvm::Error::success();
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &, int64_t &Out) {
  if (!Node.Value->is_number_integer())
    return wrongKind(Node, "a whole number", "write digits without quotes");
  constexpr uint64_t Most = std::numeric_limits<int64_t>::max();
  const uint64_t *Unsigned = Node.Value->get_ptr<const uint64_t *>();
  if (Unsigned && *Unsigned > Most)
    return Node.fault(llvm::Twine(*Unsigned) +
                      " does not fit into 64 signed bits; write a smaller number");
  Out = Node.Value->get<int64_t>();
  return llvm::Error::success();
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &, std::string &Out) {
  const std::string *Value = Node.Value->get_ptr<const std::string *>();
  if (!Value)
    return wrongKind(Node, "a string", "put it in double quotes");
  if (Value->empty())
    return Node.fault("the string is empty; fill it in or remove it");
  Out = *Value;
  return llvm::Error::success();
}

//===----------------------------------------------------------------------===//
// RuleObject
//===----------------------------------------------------------------------===//

RuleObject::RuleObject(RuleNode At, const RuleScope &Scope)
    : At(std::move(At)), Scope(Scope) {
  keep(this->At.expectObject());
}

const nlohmann::json *RuleObject::ask(llvm::StringRef Key, bool Required) {
  Asked.push_back(Key);
  if (!First.empty())
    return nullptr;
  const auto Found = At.Value->find(Key.str());
  if (Found != At.Value->end())
    return &*Found;
  if (Required)
    keep(faultAt(At.File, pointerTo(At.Pointer, Key),
                 "missing; add the key " + inQuotes(Key)));
  return nullptr;
}

void RuleObject::keep(llvm::Error Fault) {
  if (First.empty() && Fault)
    First = llvm::toString(std::move(Fault));
  else
    llvm::consumeError(std::move(Fault));
}

std::optional<size_t> RuleObject::choose(const RuleNode &Node,
                                         llvm::ArrayRef<llvm::StringRef> Known) {
  std::string Word;
  if (llvm::Error Fault = readRule(Node, Scope, Word)) {
    keep(std::move(Fault));
    return std::nullopt;
  }
  const auto *const Found = llvm::find(Known, Word);
  if (Found != Known.end())
    return Found - Known.begin();
  keep(Node.fault("unknown value " + inQuotes(Word) + "; " +
                  nearest(Word, Known, expectedOneOf(Known))));
  return std::nullopt;
}

llvm::Error RuleObject::unknownKey() const {
  if (!At.Value->is_object())
    return llvm::Error::success();
  for (const auto &Member : At.Value->items()) {
    if (llvm::is_contained(Asked, Member.key()))
      continue;
    return faultAt(At.File, pointerTo(At.Pointer, Member.key()),
                   "unknown key; " + nearest(Member.key(), Asked, expectedOneOf(Asked)));
  }
  return llvm::Error::success();
}

llvm::Error RuleObject::finish() {
  if (llvm::Error Unknown = unknownKey())
    return Unknown;
  if (First.empty())
    return llvm::Error::success();
  return llvm::createStringError(First);
}

} // namespace dbtidy::api
