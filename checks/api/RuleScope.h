//===- RuleScope.h - Names, places and conditions in rules ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The values that mean something only within their file: the name of a handle, a call or
// a constant, and the places and conditions that are made of them.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULESCOPE_H
#define DBTIDY_API_RULESCOPE_H

#include "api/Catalogue.h"
#include "api/RuleNode.h"

namespace dbtidy::api {

/// What the names in a file stand for, as far as it is read.
struct RuleScope {
  const Library &Own;
  const Catalogue &Loaded;
  llvm::StringMap<const Handle *> Handles; ///< of this file
  llvm::StringMap<size_t> Calls;           ///< of this file: the number of the entry
};

/// The name of a function or class: "PQexec", "pqxx::connection::close".
struct QualifiedName {
  std::string Text;
};

/// The name of a function that some rule describes.
struct DescribedCall {
  std::string Text;
};

llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, QualifiedName &Out);
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, DescribedCall &Out);
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, const Handle *&Out);
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Where &Out);
llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Condition &Out);

/// Reads the key "dialect".
void readDialect(RuleObject &Object, std::string &Out);

std::vector<std::string> textsOf(std::vector<QualifiedName> Names);

/// The handle of that name in this file, or of that id in a loaded library; or null.
const Handle *resolve(llvm::StringRef Name, const RuleScope &Scope);
llvm::Error unknownHandle(const RuleNode &Node, llvm::StringRef Name,
                          const RuleScope &Scope);

/// Whether Text is made of letters, digits, '-' and '_' only.
bool isShortName(llvm::StringRef Text);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULESCOPE_H
