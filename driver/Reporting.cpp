//===- Reporting.cpp - From an outcome to what people see -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Reporting.h"

#include "Streams.h"
#include "registry/Registry.h"
#include "report/Nolint.h"
#include "report/Sarif.h"
#include "report/Text.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

#include <fmt/format.h>
#include <unistd.h>

namespace dbtidy::driver {

int complain(llvm::Error E) {
  toErr("dbtidy: error: {}\n", llvm::toString(std::move(E)));
  return ExitUsage;
}

llvm::Error fault(const std::string &Text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Text);
}

std::string workingDirectory() {
  llvm::SmallString<256> Here;
  return llvm::sys::fs::current_path(Here) ? std::string() : Here.str().str();
}

std::vector<report::CheckInfo> checkInfos() {
  std::vector<report::CheckInfo> Out;
  for (const registry::CheckInfo &C : registry::checks())
    Out.push_back(
        {C.Name, C.Summary, C.Description, "", C.Severity, C.Precision, C.Cwe, C.Tags});
  return Out;
}

static bool matchesSome(llvm::StringRef Glob) {
  Glob.consume_front("-");
  if (Glob == "*")
    return true;
  return llvm::any_of(registry::checks(), [&](const registry::CheckInfo &C) {
    return registry::enabled({Glob.str()}, C.Name);
  });
}

static bool colours(const Options &O) {
  if (O.Colours != Options::Colour::Auto)
    return O.Colours == Options::Colour::Always;
  return isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
}

static void tellProblems(const std::vector<report::FileProblem> &Problems,
                         const Options &O, const std::string &Directory) {
  const report::TextStyle Style{isatty(STDERR_FILENO) != 0 && colours(O), Directory};
  toErr("{}", report::problemText(Problems, Style));
}

static std::vector<report::FileProblem>
fileProblems(const std::vector<Outcome::Problem> &Problems) {
  std::vector<report::FileProblem> Out;
  for (const Outcome::Problem &P : Problems)
    Out.push_back({P.File, P.Message, true});
  return Out;
}

void Reporting::tell(const std::vector<Outcome::Problem> &Problems, const Options &O,
                     const std::string &Directory) {
  tellProblems(fileProblems(Problems), O, Directory);
}

Reporting::Reporting(const Options &O, std::vector<std::string> CommandLine) : O(O) {
  Run.CommandLine = std::move(CommandLine);
  Run.Version = DBTIDY_VERSION;
  Run.WorkingDirectory = driver::workingDirectory();
}

llvm::Error Reporting::prepare() {
  for (const std::string &Glob : O.Checks)
    if (!matchesSome(Glob))
      return fault(fmt::format(
          "--checks={} names no check; 'dbtidy list checks' lists them", Glob));
  if (llvm::none_of(registry::checks(), [&](const registry::CheckInfo &C) {
        return registry::enabled(O.Checks, C.Name);
      }))
    return fault("--checks leaves no check enabled; name at least one, as in "
                 "--checks=db-*");
  if (O.Sarif.empty() || O.Sarif == "-")
    return llvm::Error::success();
  llvm::Expected<OutputFile> Opened = OutputFile::open(O.Sarif);
  if (!Opened)
    return Opened.takeError();
  Sarif.emplace(std::move(*Opened));
  return llvm::Error::success();
}

int Reporting::report(Outcome &&Of) {
  Run.FilesAnalysed = Of.FilesAnalysed;
  Run.FilesFailed = Of.FilesFailed;
  Run.FilesWithErrors = Of.FilesWithErrors;
  Run.Problems = fileProblems(Of.Problems);
  choose(Of);
  return write();
}

void Reporting::choose(Outcome &Of) {
  Findings = registry::findings(Of.Result.Faults, O.Checks);
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
  Run.FunctionsAnalysed = Of.Result.Stats.Functions;
  Run.FunctionsGaveUp = static_cast<unsigned>(Of.Result.GaveUps.size());
  for (const lifecycle::GaveUp &G : Of.Result.GaveUps)
    Run.GaveUps.push_back({G.Where.File, G.Function, G.Reason, G.Where});
  Stats = std::move(Of.Result.Stats);
}

int Reporting::write() {
  Run.ExitCode = Run.FilesFailed     ? ExitFailedFiles
                 : !Findings.empty() ? ExitFindings
                                     : ExitClean;
  tellProblems(Run.Problems, O, Run.WorkingDirectory);
  if (!O.Sarif.empty()) {
    const std::string Json =
        report::sarif(Findings, checkInfos(), Run, Texts, Run.WorkingDirectory);
    if (!Sarif)
      toOut("{}", Json);
    else if (llvm::Error E = Sarif->commit(Json))
      return complain(std::move(E));
  }
  if (O.Sarif != "-") {
    const report::TextStyle Style{colours(O), Run.WorkingDirectory};
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

/// Each function that cost findings, and the line of a rule file that says what it does.
void Reporting::unknownCallees() const {
  if (Stats.UnknownCallees.empty())
    return;
  toErr(
      "handles handed to functions that were not seen, so that nothing is said of them;\n"
      "under \"calls\" of a rule file (docs/rules.md) one line each tells, as it may "
      "be:\n");
  for (const auto &U : Stats.UnknownCallees) {
    // A name without its parameters, as rules have it.
    const llvm::StringRef Name = llvm::StringRef(U.Name).split('(').first;
    toErr("  {:4} {}\n"
          "         only uses it: {{ \"name\": \"{}\" }}\n",
          U.Count, U.Name, Name.str());
    if (!U.Handle.empty())
      toErr("         releases it:  {{ \"name\": \"{}\", \"releases\": "
            "[{{ \"at\": \"{}\", \"handle\": \"{}\" }}] }}\n",
            Name.str(), U.At, U.Handle);
  }
}

void Reporting::statistics() const {
  toErr("files: {} analysed, database code in {}, {} failed\n"
        "functions: {} analysed, {} touch a handle, {} gave up ({:.1f} % of those)\n"
        "acquisitions followed: {}; findings suppressed: {}\n",
        Run.FilesAnalysed, Stats.Files, Run.FilesFailed, Stats.Functions,
        Stats.WithHandles, Run.FunctionsGaveUp,
        Stats.WithHandles ? 100.0 * Run.FunctionsGaveUp / Stats.WithHandles : 0.0,
        Stats.Obligations, Suppressed);
  if (!Stats.Slowest.empty())
    toErr("slowest function: {}, {:.3f} s\n", Stats.Slowest, Stats.SlowestSeconds);
  for (const report::GaveUp &G : Run.GaveUps)
    toErr("gave up: {}:{}: {}: {}\n", G.File, G.Loc.Line, G.Function, G.Reason);
  unknownCallees();
  toErr("{}", More);
}

} // namespace dbtidy::driver
