//===- Options.h - The command line -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_OPTIONS_H
#define DBTIDY_DRIVER_OPTIONS_H

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace dbtidy::driver {

/// What the process ends with. A file that could not be analysed outweighs findings: a
/// run must not look better than it was.
enum Exit { ExitClean = 0, ExitUsage = 1, ExitFindings = 2, ExitFailedFiles = 3 };

enum class Command {
  Help,
  Version,
  Check,
  Summarize,
  Link,
  Report,
  List,
  Explain,
  Cache
};
enum class Format { Text, Short };
enum class Stage { None, Program, States, Summaries };

struct Options {
  Command What = Command::Help;
  std::string HelpTopic;             ///< the command that --help was given to
  std::vector<std::string> Operands; ///< paths to check; what to list or explain
  std::vector<std::string> Flags;    ///< behind `--`: the compiler's
  bool FixedFlags = false;           ///< there was a `--`
  std::string Build;                 ///< -p
  std::vector<std::string> Checks;   ///< globs, in order
  std::vector<std::string> Rules;
  std::string Sarif; ///< file or "-"
  Format Output = Format::Text;
  unsigned Jobs = 0;             ///< 0: as many as there are processors
  unsigned TimeoutSeconds = 300; ///< for compiling one file
  bool Statistics = false;
  bool Quiet = false;
  bool AllThrow = false;
  enum class Colour { Auto, Always, Never } Colours = Colour::Auto;
  Stage DumpStage = Stage::None;
  std::string Made;        ///< --output: the file that a step of a build makes
  std::string Depfile;     ///< where summarize lists what it has read
  std::string Root;        ///< files below it are named from there
  std::string CacheFolder; ///< empty: the default one
  bool NoCache = false;
};

/// Reads the command line without its first word. An error is one line that says what is
/// wrong and what to do.
llvm::Expected<Options> parseOptions(const std::vector<std::string> &Words);

/// What `dbtidy help [Topic]` prints.
std::string helpText(const std::string &Topic);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_OPTIONS_H
