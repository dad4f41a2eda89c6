//===- RuleCalls.h - The entries under `calls` ------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULECALLS_H
#define DBTIDY_API_RULECALLS_H

#include "api/RuleScope.h"

namespace dbtidy::api {

/// Reads all entries into Out.Calls and their names into Scope. The name, the constants
/// and the handles of Out must be there.
llvm::Error readCalls(const RuleNode &Node, RuleScope &Scope, Library &Out);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULECALLS_H
