//===- SarifInvocation.cpp - How a run went, in SARIF ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command line and the working directory stay out: they differ between machines (and
// by -j) where the findings do not.
//
//===----------------------------------------------------------------------===//
#include "report/SarifParts.h"

#include "llvm/ADT/STLExtras.h"

#include <fmt/format.h>

namespace dbtidy::report {

namespace {

/// Positions among the notifications that driver() describes.
enum Descriptor : unsigned { FileProblemId, GaveUpId, NoCompileCommandId };

} // namespace

static Json descriptor(Descriptor Which) {
  switch (Which) {
  case FileProblemId:
    return {{"id", "file-problem"}, {"index", 0}};
  case GaveUpId:
    return {{"id", "gave-up"}, {"index", 1}};
  case NoCompileCommandId:
    return {{"id", "no-compile-command"}, {"index", 2}};
  }
  return Json::object();
}

static Json notification(Descriptor Which, const char *Level, std::string Text) {
  return {{"descriptor", descriptor(Which)},
          {"level", Level},
          {"message", message(std::move(Text))}};
}

static Json fileProblem(const FileProblem &P, Places &Where) {
  Json Result =
      notification(FileProblemId, P.Fatal ? "error" : "warning", plainMessage(P.Message));
  if (P.File.empty())
    return Result;
  Location Loc;
  Loc.File = P.File;
  Loc.Line = P.Line;
  Json Place = {{"artifactLocation", Where.artifact(P.File)}};
  if (Loc.isValid())
    Place = Where.physical(Loc);
  Result["locations"] = Json::array({{{"physicalLocation", std::move(Place)}}});
  return Result;
}

static Json gaveUp(const GaveUp &G, Places &Where) {
  Json Result = notification(
      GaveUpId, "note",
      plainMessage(fmt::format("gave up on '{}': {}", G.Function, G.Reason)));
  Json Place = Json::object();
  if (isKnown(G.Loc))
    Place["physicalLocation"] = Where.physical(G.Loc);
  else if (!G.File.empty())
    Place["physicalLocation"] = {{"artifactLocation", Where.artifact(G.File)}};
  if (!G.Function.empty())
    Place["logicalLocations"] = logicalLocations(G.Function);
  Result["locations"] = Json::array({std::move(Place)});
  return Result;
}

static Json executionNotifications(const RunSummary &Run, Places &Where) {
  Json Result = Json::array();
  for (const FileProblem &P : Run.Problems)
    Result.push_back(fileProblem(P, Where));
  for (const GaveUp &G : Run.GaveUps)
    Result.push_back(gaveUp(G, Where));
  return Result;
}

static Json configurationNotifications(const RunSummary &Run) {
  Json Result = Json::array();
  if (Run.FilesWithoutDatabase != 0)
    Result.push_back(notification(
        NoCompileCommandId, "warning",
        fmt::format("{} file(s) without an entry in the compilation database.",
                    Run.FilesWithoutDatabase)));
  return Result;
}

Json invocation(const RunSummary &Run, Places &Where) {
  const bool Failed = Run.FilesFailed != 0 ||
                      llvm::any_of(Run.Problems, [](const auto &P) { return P.Fatal; });
  Json Result = {{"executionSuccessful", !Failed}, {"exitCode", Run.ExitCode}};
  Result["toolExecutionNotifications"] = executionNotifications(Run, Where);
  Result["toolConfigurationNotifications"] = configurationNotifications(Run);
  Result["properties"] = {{"filesAnalysed", Run.FilesAnalysed},
                          {"filesFailed", Run.FilesFailed},
                          {"filesWithErrors", Run.FilesWithErrors},
                          {"filesWithoutDatabase", Run.FilesWithoutDatabase},
                          {"functionsAnalysed", Run.FunctionsAnalysed},
                          {"functionsGaveUp", Run.FunctionsGaveUp}};
  return Result;
}

} // namespace dbtidy::report
