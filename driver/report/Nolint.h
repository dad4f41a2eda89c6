//===- Nolint.h - Findings silenced in the source ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The driver honours the comments that clang-tidy honours, so that one comment serves the
// plugin, clangd and the driver: NOLINT, NOLINTNEXTLINE, NOLINTBEGIN ... NOLINTEND, each
// with an optional list of check globs.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_NOLINT_H
#define DBTIDY_DRIVER_REPORT_NOLINT_H

#include "base/Finding.h"
#include "report/Run.h"
#include "report/Sources.h"

#include <string>
#include <vector>

namespace dbtidy::report {

/// Whether a comment at the finding's primary location silences it.
bool suppressed(const Finding &F, Sources &Files);

/// The NOLINTBEGIN and NOLINTEND of these files that have no partner with the same list
/// of checks, file by file in source order. None is fatal, and none silences anything.
std::vector<FileProblem> nolintProblems(const std::vector<std::string> &FileNames,
                                        Sources &Files);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_NOLINT_H
