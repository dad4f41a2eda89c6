//===- Dump.h - The engine's stages as text ---------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_DUMP_H
#define DBTIDY_LIFECYCLE_DUMP_H

#include "lifecycle/Interpreter.h"

namespace dbtidy::lifecycle {

/// Every function's summary, by name: what `--dump=summaries` prints.
void dumpSummaries(const Session &Shared, llvm::raw_ostream &Out);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_DUMP_H
