//===- ProgramVerifier.h - Is this a well-formed program? -------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Both readers of a stored program end here, and a capture in doubt about its own work
// may: what passes can be walked by the engine and the writers without another check.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_PROGRAMVERIFIER_H
#define DBTIDY_PROGRAM_PROGRAMVERIFIER_H

#include "program/Program.h"

#include "llvm/Support/Error.h"

namespace dbtidy::program {

/// Bounds that keep whoever walks an expression or a place from running out of stack or
/// time. Capture says Unknown instead of exceeding them.
inline constexpr unsigned MaxExprDepth = 200;
inline constexpr unsigned MaxExprSize = 4096; ///< nodes, a shared one counted at each use
inline constexpr unsigned MaxPathLength = 64; ///< projections of a place

/// Every index is in range, parameters come first, expressions refer only to earlier
/// ones, blocks have the edges that their terminator needs. The error says where.
llvm::Error verify(const Program &P);

/// As verify, for one function of P.
llvm::Error verify(const Program &P, const Function &F);

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_PROGRAMVERIFIER_H
