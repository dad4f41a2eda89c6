//===- Run.h - What one run did, besides its findings -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Input of every reporter: the checks that exist, and how the run went. Plain data.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_RUN_H
#define DBTIDY_DRIVER_REPORT_RUN_H

#include "base/Span.h"

#include <string>
#include <vector>

namespace dbtidy::report {

/// What a reporter may tell about a check.
struct CheckInfo {
  std::string Name;        ///< "db-connection-leak"
  std::string Summary;     ///< one sentence
  std::string Description; ///< its page, in Markdown
  std::string HelpUri;     ///< may be empty
  std::string Severity;    ///< "error", "warning" or "note"
  std::string Precision;   ///< "very-high", "high", "medium" or "low"
  std::vector<unsigned> Cwe;
  std::vector<std::string> Tags;
};

/// Something that went wrong with a file. A fatal one means that the file was not
/// analysed, so that a run with it must not look clean.
struct FileProblem {
  std::string File; ///< may be empty: the whole run
  std::string Message;
  bool Fatal = false;
  uint32_t Line = 0; ///< 0: the whole file
};

/// A function the analysis could not finish within its budget.
struct GaveUp {
  std::string File;
  std::string Function;
  std::string Reason;
  Location Loc;
};

/// How a run went.
struct RunSummary {
  std::vector<std::string> CommandLine;
  std::string WorkingDirectory; ///< absolute
  std::string Version;
  unsigned FilesAnalysed = 0;
  unsigned FilesFailed = 0;          ///< not analysed at all
  unsigned FilesWithErrors = 0;      ///< analysed, though the compiler reported errors
  unsigned FilesWithoutDatabase = 0; ///< no entry in the compilation database
  unsigned FunctionsAnalysed = 0;
  unsigned FunctionsGaveUp = 0;
  std::vector<FileProblem> Problems;
  std::vector<GaveUp> GaveUps;
  int ExitCode = 0;
  std::string Category =
      "dbtidy";               ///< keeps shards and configurations of one commit apart
  std::string InformationUri; ///< home page of the tool; may be empty
};

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_RUN_H
