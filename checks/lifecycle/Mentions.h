//===- Mentions.h - Which arguments a callee is about -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_MENTIONS_H
#define DBTIDY_LIFECYCLE_MENTIONS_H

#include "api/Catalogue.h"
#include "lifecycle/Summary.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace dbtidy::lifecycle {

/// Whether a rule says something of argument Index (the receiver is 0, where there is
/// one).
bool mentions(const api::CallRule &Rule, const program::Call &C, uint32_t Index);

/// Whether the rule (which may be null) releases what is passed as argument Index.
bool releasesArgument(const api::CallRule *R, const program::Call &C, size_t Index);

/// Whether the call puts something new into the object that argument Index points to,
/// whatever was there before.
bool overwrites(const api::CallRule &Rule, const program::Call &C, uint32_t Index);

/// Whether the call puts a handle into a field of the object that argument Index points
/// to, as calls do that make an object of the caller's ready for use.
bool fillsObject(const api::CallRule &Rule, const program::Call &C, size_t Index);

/// Whether a rule says no more than what the answer means: the call changes nothing.
bool isInert(const api::CallRule &Rule);

/// Whether a term, or the way to a place, starts at argument Index.
bool mentions(const Term &T, uint32_t Index);
bool mentions(const Path &P, uint32_t Index);

/// What a summary has to do with a place.
enum class PathUse : uint8_t {
  Asked,  ///< its outcomes depend on what the place holds
  Handle, ///< acts on a handle that it holds, or hands it on
  Filled, ///< puts something there that is no handle
  Given   ///< puts a handle there
};

/// Visits the places that a summary names.
void eachPath(const FunctionSummary &Sum,
              llvm::function_ref<void(const Path &, PathUse)> Visit);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_MENTIONS_H
