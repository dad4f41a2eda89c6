//===- Related.h - The functions that a database handle can reach -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_RELATED_H
#define DBTIDY_LIFECYCLE_RELATED_H

#include "api/Catalogue.h"
#include "program/Program.h"

namespace dbtidy::lifecycle {

/// Drops the functions of P that have nothing to do with databases: it takes the whole
/// program to see which ones a handle reaches through wrappers. Kept are the functions
/// that call a library with handles or name one of its types, all that may call these,
/// and all that those call.
void keepRelated(program::Program &P, const api::Catalogue &Rules);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_RELATED_H
