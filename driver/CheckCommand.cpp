//===- CheckCommand.cpp - dbtidy check -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CheckCommand.h"

#include "Inputs.h"
#include "OutputFile.h"
#include "Progress.h"
#include "Streams.h"
#include "Workers.h"
#include "lifecycle/Link.h"
#include "program/ProgramText.h"
#include "registry/Registry.h"
#include "report/Nolint.h"
#include "report/Sarif.h"
#include "report/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>
#include <fmt/format.h>
#include <thread>
#include <unistd.h>

namespace dbtidy::driver {

int complain(llvm::Error E) {
  toErr("dbtidy: error: {}\n", llvm::toString(std::move(E)));
  return ExitUsage;
}

std::vector<report::CheckInfo> checkInfos() {
  std::vector<report::CheckInfo> Out;
  for (const registry::CheckInfo &C : registry::checks())
    Out.push_back(
        {C.Name, C.Summary, C.Description, "", C.Severity, C.Precision, C.Cwe, C.Tags});
  return Out;
}

namespace {

llvm::Error fault(const std::string &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

class CheckRun {
public:
  CheckRun(const Options &O, const std::vector<std::string> &CommandLine) : O(O) {
    Run.CommandLine = CommandLine;
    Run.Version = DBTIDY_VERSION;
    llvm::SmallString<256> Here;
    if (llvm::sys::fs::current_path(Here))
      Here.clear(); // it has been removed
    Run.WorkingDirectory = Here.str().str();
  }

  int run() {
    for (const std::string &Glob : O.Checks)
      if (!matchesSome(Glob))
        return complain(fault(fmt::format(
            "--checks={} names no check; 'dbtidy list checks' lists them", Glob)));
    if (llvm::none_of(registry::checks(), [&](const registry::CheckInfo &C) {
          return registry::enabled(O.Checks, C.Name);
        }))
      return complain(fault("--checks leaves no check enabled; name at least one, as in "
                            "--checks=db-*"));
    llvm::Expected<api::Catalogue> Loaded = registry::loadRules(O.Rules);
    if (!Loaded)
      return complain(Loaded.takeError());
    Rules = std::move(*Loaded);
    llvm::Expected<Inputs> In = resolveInputs(O, Run.WorkingDirectory);
    if (!In)
      return complain(In.takeError());
    if (In->Commands.empty() && In->Programs.empty())
      return complain(
          fault(In->Unknown.empty()
                    ? "the compilation database names no C or C++ file"
                    : "none of the given paths is in the compilation database: " +
                          In->Unknown.front()));
    // Whether the report can be written is known before the work, not after it.
    std::optional<OutputFile> Sarif;
    if (!O.Sarif.empty() && O.Sarif != "-") {
      llvm::Expected<OutputFile> Opened = OutputFile::open(O.Sarif);
      if (!Opened)
        return complain(Opened.takeError());
      Sarif.emplace(std::move(*Opened));
    }
    for (const std::string &Path : In->Unknown)
      Run.Problems.push_back({Path, "it is not in the compilation database", true});
    Run.FilesFailed += static_cast<unsigned>(In->Unknown.size());
    if (llvm::Error E = compile(*In))
      return complain(std::move(E));
    const program::Program Whole = lifecycle::link(std::move(Models), Rules);
    if (O.DumpStage != Stage::None)
      return dump(Whole);
    analyse(Whole);
    return finish(Sarif);
  }

private:
  static bool matchesSome(llvm::StringRef Glob) {
    Glob.consume_front("-");
    if (Glob == "*")
      return true;
    return llvm::any_of(registry::checks(), [&](const registry::CheckInfo &C) {
      return registry::enabled({Glob.str()}, C.Name);
    });
  }

  llvm::Error compile(const Inputs &In) {
    for (const std::string &Path : In.Programs) {
      const auto Buffer = llvm::MemoryBuffer::getFile(Path);
      if (!Buffer)
        return fault(fmt::format("{}: {}", Path, Buffer.getError().message()));
      llvm::Expected<program::Program> P =
          program::readText((*Buffer)->getBuffer(), Path);
      if (!P)
        return P.takeError();
      if (P->MainFile.empty())
        P->MainFile = Path;
      Models.push_back(std::move(*P));
      ++Run.FilesAnalysed;
    }
    const unsigned Jobs =
        O.Jobs ? O.Jobs : std::max(1U, std::thread::hardware_concurrency());
    Progress Bar(In.Commands.size(), !O.Quiet && isatty(STDERR_FILENO));
    std::vector<Compiled> All = compileAll(In.Commands, Rules, Jobs, O.TimeoutSeconds,
                                           [&](size_t Done) { Bar.show(Done); });
    Bar.clear();
    Models.reserve(Models.size() + All.size());
    for (size_t I = 0; I != All.size(); ++I) {
      Compiled &C = All[I];
      const std::string &File = In.Commands[I].File;
      if (!C.Failure.empty()) {
        ++Run.FilesFailed;
        Run.Problems.push_back({File, C.Failure, true});
        continue;
      }
      if (C.Errors) {
        ++Run.FilesWithErrors;
        ++Run.FilesFailed;
        Run.Problems.push_back(
            {File,
             fmt::format("{} in it, the first: {}; what could be parsed was analysed",
                         C.Errors == 1 ? "1 compile error"
                                       : fmt::format("{} compile errors", C.Errors),
                         here(C.FirstError)),
             true});
      } else {
        ++Run.FilesAnalysed;
      }
      WithFunctions += !C.Model.Functions.empty();
      Models.push_back(std::move(C.Model));
    }
    return llvm::Error::success();
  }

  /// A message of the compiler's with its file named from where the run was started.
  std::string here(llvm::StringRef Message) const {
    Message.consume_front(Run.WorkingDirectory + "/");
    return Message.str();
  }

  lifecycle::Options engineOptions() const {
    lifecycle::Options How;
    How.AllThrow = O.AllThrow;
    return How;
  }

  int dump(const program::Program &Whole) {
    std::string Text;
    llvm::raw_string_ostream Out(Text);
    if (O.DumpStage == Stage::Program)
      program::writeText(Whole, Out);
    else
      (void)lifecycle::analyse(Whole, Rules, engineOptions(),
                               O.DumpStage == Stage::States ? lifecycle::Dump::States
                                                            : lifecycle::Dump::Summaries,
                               &Out);
    toOut("{}", Text);
    problems();
    return Run.FilesFailed ? ExitFailedFiles : ExitClean;
  }

  void analyse(const program::Program &Whole) {
    lifecycle::Result Result = lifecycle::analyse(Whole, Rules, engineOptions());
    Findings = registry::findings(Result.Faults, O.Checks);
    std::vector<std::string> Files;
    Files.reserve(Findings.size());
    for (const Finding &F : Findings)
      Files.push_back(F.Loc.File);
    llvm::sort(Files);
    Files.erase(llvm::unique(Files), Files.end());
    for (report::FileProblem &P : report::nolintProblems(Files, Texts))
      Run.Problems.push_back(std::move(P));
    llvm::erase_if(Findings, [&](const Finding &F) {
      const bool Gone = report::suppressed(F, Texts);
      Suppressed += Gone;
      return Gone;
    });
    Run.FunctionsAnalysed = Result.Stats.Functions;
    Run.FunctionsGaveUp = static_cast<unsigned>(Result.GaveUps.size());
    for (const lifecycle::GaveUp &G : Result.GaveUps)
      Run.GaveUps.push_back({G.Where.File, G.Function, G.Reason, G.Where});
    Stats = std::move(Result.Stats);
  }

  bool colours() const {
    if (O.Colours != Options::Colour::Auto)
      return O.Colours == Options::Colour::Always;
    return isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
  }

  void problems() {
    report::TextStyle const Style{isatty(STDERR_FILENO) != 0 && colours(),
                                  Run.WorkingDirectory};
    toErr("{}", report::problemText(Run.Problems, Style));
  }

  int finish(std::optional<OutputFile> &Sarif) {
    Run.ExitCode = Run.FilesFailed     ? ExitFailedFiles
                   : !Findings.empty() ? ExitFindings
                                       : ExitClean;
    problems();
    if (!O.Sarif.empty()) {
      const std::string Json =
          report::sarif(Findings, checkInfos(), Run, Texts, Run.WorkingDirectory);
      if (!Sarif)
        toOut("{}", Json);
      else if (llvm::Error E = Sarif->commit(Json))
        return complain(std::move(E));
    }
    if (O.Sarif != "-") {
      const report::TextStyle Style{colours(), Run.WorkingDirectory};
      toOut("{}", O.Output == Format::Short ? report::shortText(Findings, Style)
                                            : report::text(Findings, Texts, Style));
    }
    if (const int Status = ended(ExitClean))
      return Status;
    if (!O.Quiet)
      toErr("{}", report::summaryLine(Findings, Run));
    if (O.Statistics)
      statistics();
    return Run.ExitCode;
  }

  void statistics() {
    toErr("files: {} analysed, {} of them with database code, {} failed\n"
          "functions: {} analysed, {} touch a handle, {} gave up ({:.1f} % of those)\n"
          "acquisitions followed: {}; findings suppressed: {}\n",
          Run.FilesAnalysed, WithFunctions, Run.FilesFailed, Stats.Functions,
          Stats.WithHandles, Run.FunctionsGaveUp,
          Stats.WithHandles ? 100.0 * Run.FunctionsGaveUp / Stats.WithHandles : 0.0,
          Stats.Obligations, Suppressed);
    if (!Stats.Slowest.empty())
      toErr("slowest function: {}, {:.3f} s\n", Stats.Slowest, Stats.SlowestSeconds);
    for (const report::GaveUp &G : Run.GaveUps)
      toErr("gave up: {}:{}: {}: {}\n", G.File, G.Loc.Line, G.Function, G.Reason);
    if (!Stats.UnknownCallees.empty())
      toErr("handles handed to functions that were not seen:\n");
    for (const auto &[Callee, Count] : Stats.UnknownCallees)
      toErr("  {:4} {}\n", Count, Callee);
  }

  const Options &O;
  report::RunSummary Run;
  report::Sources Texts;
  api::Catalogue Rules;
  std::vector<program::Program> Models;
  std::vector<Finding> Findings;
  lifecycle::Statistics Stats;
  unsigned Suppressed = 0, WithFunctions = 0;
};

} // namespace

int runCheck(const Options &O, const std::vector<std::string> &CommandLine) {
  return CheckRun(O, CommandLine).run();
}

} // namespace dbtidy::driver
