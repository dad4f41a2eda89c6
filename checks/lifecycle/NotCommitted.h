//===- NotCommitted.h - Work that a guard rolls back in silence -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the engine.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_NOTCOMMITTED_H
#define DBTIDY_LIFECYCLE_NOTCOMMITTED_H

#include "lifecycle/Lifecycle.h"

#include <vector>

namespace dbtidy::lifecycle {

/// The transaction objects of functions that send SQL which changes data, where no path
/// from there to the end of the object's scope ends the transaction, and nobody else has
/// the object. A class is one of transactions if other functions of P call `commit` on
/// its objects, and its destructor is not seen to commit.
std::vector<Fault> notCommitted(const program::Program &P);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_NOTCOMMITTED_H
