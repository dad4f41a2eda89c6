//===- Relevance.h - Which functions concern databases -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_RELEVANCE_H
#define DBTIDY_CAPTURE_RELEVANCE_H

#include "capture/Capture.h"
#include "capture/RuleIndex.h"
#include "capture/Source.h"

namespace dbtidy::capture {

struct RelevantCode {
  std::vector<const clang::FunctionDecl *> Functions; ///< in source order
  std::vector<const clang::VarDecl *> Tables;         ///< globals that may hold functions
  std::vector<clang::QualType> Kept; ///< of objects that live as long as the program
};

/// What to lower: the functions that call a library of the rules or handle its types, and
/// their callers within the file; and those that throw or end the program, which callers
/// in other files must know. What they call is found while they are lowered. With
/// Scope::Program, also every function that other files can call: a handle may reach it
/// through a wrapper in another file, which the link tells.
RelevantCode relevantCode(clang::ASTContext &Context, RuleIndex &Rules,
                          const Source &Text, Scope Whole);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_RELEVANCE_H
