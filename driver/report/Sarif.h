//===- Sarif.h - Findings for other tools -----------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SARIF 2.1.0 as GitHub, GitLab, VS Code and reviewdog read it. The same findings give
// the same bytes on every machine: no times, no command line, and paths relative to a
// root.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_SARIF_H
#define DBTIDY_DRIVER_REPORT_SARIF_H

#include "base/Finding.h"
#include "report/Run.h"
#include "report/Sources.h"

#include <string>
#include <vector>

namespace dbtidy::report {

/// One SARIF log with one run. Root is the absolute top folder of the source tree; files
/// outside it are named absolutely. Every check is described, found or not.
std::string sarif(const std::vector<Finding> &Findings,
                  const std::vector<CheckInfo> &Checks, const RunSummary &Run,
                  Sources &Files, llvm::StringRef Root);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_SARIF_H
