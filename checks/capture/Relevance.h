//===- Relevance.h - Which functions concern databases -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_RELEVANCE_H
#define DBTIDY_CAPTURE_RELEVANCE_H

#include "capture/RuleIndex.h"
#include "capture/Source.h"

namespace dbtidy::capture {

/// The functions to lower, in source order: those that call a library of the rules or
/// handle its types, and their callers within the file; and those that throw or end the
/// program, which callers in other files must know. What they call is found while they
/// are lowered.
std::vector<const clang::FunctionDecl *>
relevantFunctions(clang::ASTContext &Context, RuleIndex &Rules, const Source &Text);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_RELEVANCE_H
