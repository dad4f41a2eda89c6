//===- Text.h - Findings for people -----------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_TEXT_H
#define DBTIDY_DRIVER_REPORT_TEXT_H

#include "base/Finding.h"
#include "report/Run.h"
#include "report/Sources.h"

#include <string>
#include <vector>

namespace dbtidy::report {

struct TextStyle {
  bool Color = false;           ///< ANSI escape sequences
  std::string CurrentDirectory; ///< files below it are named relative to it
};

/// Each finding with its source lines, its path and its fixes.
std::string text(const std::vector<Finding> &Findings, Sources &Files,
                 const TextStyle &Style);

/// One line a finding: "path:line:column: warning: message [check]".
std::string shortText(const std::vector<Finding> &Findings, const TextStyle &Style);

/// One line a problem of the run: "path: error: message".
std::string problemText(const std::vector<FileProblem> &Problems, const TextStyle &Style);

/// "3 findings (2 db-connection-leak, 1 db-result-leak) in 12 files; 1 file failed".
std::string summaryLine(const std::vector<Finding> &Findings, const RunSummary &Run);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_TEXT_H
