//===- CheckCommand.cpp - dbtidy check -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CheckCommand.h"

#include "Compilation.h"
#include "Reporting.h"
#include "Streams.h"
#include "cache/Keys.h"
#include "lifecycle/Link.h"
#include "lifecycle/Memo.h"
#include "program/ProgramText.h"
#include "registry/RuleLoader.h"

#include <fmt/format.h>
#include <thread>

namespace dbtidy::driver {

namespace {

/// What a user's cache grows to before the oldest half of it goes.
constexpr uint64_t CacheLimit = 4ULL << 30;

class CheckRun {
public:
  CheckRun(const Options &O, const std::vector<std::string> &CommandLine)
      : O(O), Report(O, CommandLine) {}

  int run() {
    if (llvm::Error E = Report.prepare())
      return complain(std::move(E));
    llvm::Expected<std::string> Worker = Workers::findProgram();
    if (!Worker)
      return complain(Worker.takeError());
    if (llvm::Error E = openCache(*Worker))
      return complain(std::move(E));
    if (std::optional<Outcome> Known = recorded()) {
      Report.addStatistic("cache: nothing has changed since an earlier run");
      return Report.report(std::move(*Known));
    }
    const int Status = analyse(*Worker);
    if (Cache && Cache->written())
      Cache->prune(CacheLimit);
    return Status;
  }

private:
  llvm::Error openCache(const std::string &Worker) {
    const std::string Folder = Store::folderOr(O.CacheFolder);
    if (O.NoCache || Folder.empty())
      return llvm::Error::success();
    llvm::Expected<Store> Opened = Store::open(Folder);
    if (!Opened) {
      // That a folder nobody asked for cannot be written to is no reason to stop.
      if (O.CacheFolder.empty())
        return llvm::consumeError(Opened.takeError()), llvm::Error::success();
      return Opened.takeError();
    }
    llvm::Expected<std::string> Identity = toolIdentity(Worker, O.Rules);
    if (!Identity)
      return Identity.takeError();
    Tool = std::move(*Identity);
    Cache.emplace(std::move(*Opened));
    RunKey = runKey(Tool, O, Report.workingDirectory());
    return llvm::Error::success();
  }

  /// What an earlier run of the same command gave, if every file is as it was then.
  std::optional<Outcome> recorded() {
    if (!Cache || RunKey.empty() || O.DumpStage != Stage::None)
      return std::nullopt;
    for (const std::string &Bytes : Cache->forms(Store::Runs, RunKey)) {
      ArchiveReader A(Bytes);
      capture::Dependencies Read;
      archiveDependencies(A, Read);
      if (A.failed() || !Files.holds(Read))
        continue;
      Outcome Out;
      archiveOutcome(A, Out);
      if (!A.failed() && A.atEnd())
        return Out;
    }
    return std::nullopt;
  }

  void record(const Compilation &From, Outcome &Made) {
    const std::optional<capture::Dependencies> Read = From.read();
    if (!Cache || RunKey.empty() || !Read)
      return;
    ArchiveWriter A;
    capture::Dependencies All = *Read;
    archiveDependencies(A, All);
    archiveOutcome(A, Made);
    Cache->addForm(Store::Runs, RunKey, A.take());
  }

  int analyse(const std::string &Worker) {
    registry::RuleLoader Loading(O.Rules);
    if (llvm::Error Fault = Loading.fault())
      return complain(std::move(Fault));
    const unsigned Jobs =
        O.Jobs ? O.Jobs : std::max(1U, std::thread::hardware_concurrency());
    Workers Compilers(Worker, O.Rules, Jobs, O.TimeoutSeconds);
    llvm::Expected<Inputs> In =
        resolveInputs(O, Report.workingDirectory(),
                      [&](const std::string &Build) { return Compilers.list(Build); });
    if (!In)
      return complain(In.takeError());
    if (In->Commands.empty() && In->Programs.empty())
      return complain(
          fault(In->Unknown.empty()
                    ? "the compilation database names no C or C++ file"
                    : "none of the given paths is in the compilation database: " +
                          In->Unknown.front()));
    Outcome Made;
    for (const std::string &Path : In->Unknown)
      Made.Problems.push_back({Path, "it is not in the compilation database"});
    Made.FilesFailed += static_cast<unsigned>(In->Unknown.size());
    Compilation Units(O, Compilers, Cache ? &*Cache : nullptr, Tool, Files);
    llvm::Expected<std::vector<program::Program>> Models = Units.models(*In, Made);
    if (!Models)
      return complain(Models.takeError());
    for (Outcome::Problem &P : Made.Problems)
      P.Message = here(std::move(P.Message));
    const api::Catalogue &Rules = Loading.get();
    const program::Program Whole = lifecycle::link(std::move(*Models), Rules);
    lifecycle::Options How;
    How.AllThrow = O.AllThrow;
    if (O.DumpStage != Stage::None)
      return dump(Whole, Rules, How, Made);
    Made.Result = remembering(Whole, Rules, How);
    record(Units, Made);
    if (Cache)
      Report.addStatistic(fmt::format("cache: {} of {} files had to be compiled",
                                      Units.compiled(), In->Commands.size()));
    return Report.report(std::move(Made));
  }

  lifecycle::Result remembering(const program::Program &Whole,
                                const api::Catalogue &Rules,
                                const lifecycle::Options &How) {
    if (!Cache)
      return lifecycle::analyse(Whole, Rules, How);
    const auto Key = [&, Project = projectKey()](unsigned Number, unsigned Count) {
      return KeyBuilder()
          .add("functions")
          .add(Project)
          .add(O.AllThrow ? "all-throw" : "")
          .add(std::to_string(Number))
          .add(std::to_string(Count))
          .key();
    };
    lifecycle::Memo Entries(Whole.Functions.size(), [&](unsigned Number, unsigned Count) {
      return Cache->get(Store::Functions, Key(Number, Count));
    });
    lifecycle::Result Out = lifecycle::analyse(
        Whole, Rules, How, lifecycle::Dump::Nothing, nullptr, &Entries);
    Report.addStatistic(fmt::format("cache: {} of {} functions had to be analysed",
                                    Entries.added(), Entries.added() + Entries.kept()));
    Entries.save([&](unsigned Number, unsigned Count, llvm::StringRef Bytes) {
      Cache->put(Store::Functions, Key(Number, Count), Bytes);
    });
    return Out;
  }

  /// Of runs that share what they remember of functions: those on one build, or on the
  /// same paths.
  std::string projectKey() const {
    KeyBuilder Key;
    Key.add(Tool).add(Report.workingDirectory()).add(O.Build);
    if (O.Build.empty())
      Key.addAll(O.Operands);
    return Key.key();
  }

  int dump(const program::Program &Whole, const api::Catalogue &Rules,
           const lifecycle::Options &How, const Outcome &Made) {
    std::string Text;
    llvm::raw_string_ostream Out(Text);
    if (O.DumpStage == Stage::Program)
      program::writeText(Whole, Out);
    else
      (void)lifecycle::analyse(Whole, Rules, How,
                               O.DumpStage == Stage::States ? lifecycle::Dump::States
                                                            : lifecycle::Dump::Summaries,
                               &Out);
    toOut("{}", Text);
    Reporting::tell(Made.Problems, O, Report.workingDirectory());
    return Made.FilesFailed ? ExitFailedFiles : ExitClean;
  }

  /// A message of the compiler's with its file named from where the run was started.
  std::string here(std::string Message) const {
    const std::string Prefix = Report.workingDirectory() + "/";
    if (const size_t At = Message.find(Prefix); At != std::string::npos)
      Message.erase(At, Prefix.size());
    return Message;
  }

  const Options &O;
  Reporting Report;
  std::optional<Store> Cache;
  std::string Tool, RunKey;
  Freshness Files;
};

} // namespace

int runCheck(const Options &O, const std::vector<std::string> &CommandLine) {
  return CheckRun(O, CommandLine).run();
}

} // namespace dbtidy::driver
