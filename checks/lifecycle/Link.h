//===- Link.h - Many translation units as one program -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_LINK_H
#define DBTIDY_LIFECYCLE_LINK_H

#include "api/Catalogue.h"
#include "program/Program.h"

#include <vector>

namespace dbtidy::lifecycle {

/// Links the models of several translation units: functions are known by their USR, what
/// several units define (inline functions, templates) is kept once, what is internal to a
/// unit stays apart. The result does not depend on the order of Units. Names that Rules
/// mention are known in it, whether a unit has them or not: what a function does must not
/// depend on who else says a name.
program::Program link(std::vector<program::Program> Units, const api::Catalogue &Rules);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_LINK_H
