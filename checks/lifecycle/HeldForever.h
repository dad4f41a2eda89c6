//===- HeldForever.h - Members that a class never releases ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_HELDFOREVER_H
#define DBTIDY_LIFECYCLE_HELDFOREVER_H

#include "lifecycle/Lifecycle.h"

#include <vector>

namespace dbtidy::lifecycle {

struct Session;

/// The private members that some function of the class puts an owned handle into, and
/// that no function which may touch them releases or hands on. To be asked when all
/// summaries are known: a class is passed over if one of those functions is not.
std::vector<Fault> heldForever(Session &Shared);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_HELDFOREVER_H
