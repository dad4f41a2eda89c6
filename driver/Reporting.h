//===- Reporting.h - From an outcome to what people see ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORTING_H
#define DBTIDY_DRIVER_REPORTING_H

#include "Options.h"
#include "Outcome.h"
#include "OutputFile.h"
#include "report/Run.h"
#include "report/Sources.h"

namespace dbtidy::driver {

/// Says on standard error what went wrong; returns ExitUsage.
int complain(llvm::Error E);
/// An error that is this text.
llvm::Error fault(const std::string &Text);
/// Where the command was given; empty if that folder is gone.
std::string workingDirectory();

/// The checks as the reporters want them.
std::vector<report::CheckInfo> checkInfos();

/// Chooses checks, leaves out what is suppressed, and writes reports.
class Reporting {
public:
  /// CommandLine is for the report.
  Reporting(const Options &O, std::vector<std::string> CommandLine);

  /// Refuses options that can only be a mistake, and opens the files to write: whether a
  /// report can be written is known before the work, not after it.
  llvm::Error prepare();
  /// Writes all reports; returns the process's exit status.
  int report(Outcome &&Of);

  const std::string &workingDirectory() const { return Run.WorkingDirectory; }
  /// A line for --stats, behind the others.
  void addStatistic(const std::string &Line) { More += Line + "\n"; }
  /// Problems alone, for what ends before there is an outcome to report.
  static void tell(const std::vector<Outcome::Problem> &Problems, const Options &O,
                   const std::string &Directory);

private:
  void choose(Outcome &Of);
  int write();
  void statistics() const;
  void unknownCallees() const;

  const Options &O;
  report::RunSummary Run;
  report::Sources Texts;
  std::optional<OutputFile> Sarif;
  std::vector<Finding> Findings;
  lifecycle::Statistics Stats;
  unsigned Suppressed = 0;
  std::string More;
};

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_REPORTING_H
