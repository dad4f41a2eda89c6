//===- RuleScope.cpp - Names, places and conditions in rules --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleScope.h"
#include "api/RuleConditions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy::api {

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

std::vector<std::string> textsOf(std::vector<QualifiedName> Names) {
  std::vector<std::string> Out;
  Out.reserve(Names.size());
  for (QualifiedName &Name : Names)
    Out.push_back(std::move(Name.Text));
  return Out;
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, QualifiedName &Out) {
  if (llvm::Error Fault = readRule(Node, Scope, Out.Text))
    return Fault;
  const llvm::StringRef Name = Out.Text;
  if (Name != Name.trim())
    return Node.fault(inQuotes(Name) + " begins or ends with a blank; remove it");
  if (Name.starts_with("::"))
    return Node.fault(inQuotes(Name) + " begins with '::'; write " +
                      inQuotes(Name.drop_front(2)));
  if (Name.ends_with("()") && !Name.ends_with("operator()"))
    return Node.fault(inQuotes(Name) + " has parentheses; write " +
                      inQuotes(Name.drop_back(2)));
  return llvm::Error::success();
}

static bool isDescribed(llvm::StringRef Name, const RuleScope &Scope) {
  return Scope.Calls.contains(Name) || !Scope.Loaded.named(Name).empty();
}

static llvm::Error undescribed(const RuleNode &Node, llvm::StringRef Name,
                               const RuleScope &Scope) {
  std::vector<llvm::StringRef> Known = Scope.Loaded.functionNames();
  Known.insert(Known.end(), Scope.Calls.keys().begin(), Scope.Calls.keys().end());
  return Node.fault("no entry describes the call " + inQuotes(Name) + "; " +
                    nearest(Name, Known, "add one under 'calls'"));
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, DescribedCall &Out) {
  if (llvm::Error Fault = readRule(Node, Scope, Out.Text))
    return Fault;
  if (isDescribed(Out.Text, Scope))
    return llvm::Error::success();
  return undescribed(Node, Out.Text, Scope);
}

const Handle *resolve(llvm::StringRef Name, const RuleScope &Scope) {
  if (const Handle *Own = Scope.Handles.lookup(Name))
    return Own;
  return Scope.Loaded.handle(Name);
}

llvm::Error unknownHandle(const RuleNode &Node, llvm::StringRef Name,
                          const RuleScope &Scope) {
  std::vector<llvm::StringRef> Known(Scope.Handles.keys().begin(),
                                     Scope.Handles.keys().end());
  for (const Library &L : Scope.Loaded.libraries())
    for (const Handle &H : L.Handles)
      Known.emplace_back(H.Id);
  return Node.fault("unknown handle " + inQuotes(Name) + "; " +
                    nearest(Name, Known, "add it under 'handles'"));
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, const Handle *&Out) {
  std::string Name;
  if (llvm::Error Fault = readRule(Node, Scope, Name))
    return Fault;
  Out = resolve(Name, Scope);
  return Out ? llvm::Error::success() : unknownHandle(Node, Name, Scope);
}

bool isShortName(llvm::StringRef Text) {
  return llvm::all_of(Text,
                      [](char C) { return llvm::isAlnum(C) || C == '-' || C == '_'; });
}

//===----------------------------------------------------------------------===//
// Places and conditions
//===----------------------------------------------------------------------===//

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Where &Out) {
  std::string Text;
  if (llvm::Error Fault = readRule(Node, Scope, Text))
    return Fault;
  llvm::Expected<Where> Place = parsePlace(Text);
  if (!Place)
    return Node.fault(llvm::toString(Place.takeError()));
  Out = std::move(*Place);
  return llvm::Error::success();
}

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Condition &Out) {
  std::string Text;
  if (llvm::Error Fault = readRule(Node, Scope, Text))
    return Fault;
  llvm::Expected<Condition> Parsed = parseCondition(Text, Scope.Own.Constants);
  if (!Parsed)
    return Node.fault(llvm::toString(Parsed.takeError()));
  if (!Parsed->Via.empty() && !isDescribed(Parsed->Via, Scope))
    return undescribed(Node, Parsed->Via, Scope);
  Out = std::move(*Parsed);
  return llvm::Error::success();
}

void readDialect(RuleObject &Object, std::string &Out) {
  Object.choice<std::string>("dialect", /*Required=*/false,
                             {{"postgresql", "postgresql"},
                              {"sqlite", "sqlite"},
                              {"mysql", "mysql"},
                              {"odbc", "odbc"}},
                             Out);
}

} // namespace dbtidy::api
