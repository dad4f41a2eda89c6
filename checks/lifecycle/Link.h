//===- Link.h - Many translation units as one program -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_LINK_H
#define DBTIDY_LIFECYCLE_LINK_H

#include "program/Program.h"

#include <vector>

namespace dbtidy::lifecycle {

/// Links the models of several translation units: functions are known by their USR, what
/// several units define (inline functions, templates) is kept once, what is internal to a
/// unit stays apart. The result does not depend on the order of Units.
program::Program link(std::vector<program::Program> Units);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_LINK_H
