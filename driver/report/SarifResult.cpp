//===- SarifResult.cpp - One finding in SARIF -----------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/SarifParts.h"
#include "report/Unicode.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dbtidy::report {

/// GitHub keeps this many locations of a result, and ten times as many steps.
constexpr size_t MaxRelated = 100;
constexpr size_t MaxSteps = 1000;

/// Which of Size steps to show: all, or as many from the front as from the back.
static std::vector<size_t> shown(size_t Size, size_t Max) {
  std::vector<size_t> Result;
  for (size_t I = 0; I != Size; ++I)
    if (Size <= Max || I < Max / 2 || I >= Size - Max / 2)
      Result.push_back(I);
  return Result;
}

/// Property "kinds", in the words that SARIF suggests (3.38.8).
static Json kinds(StepKind Kind) {
  switch (Kind) {
  case StepKind::Acquire:
    return Json::array({"acquire", "resource"});
  case StepKind::Decision:
    return Json::array({"branch"});
  case StepKind::Enter:
    return Json::array({"call", "function"});
  case StepKind::Leave:
    return Json::array({"return", "function"});
  case StepKind::Event:
    return Json::array({"resource"});
  case StepKind::Exit:
    return Json::array({"danger", "resource"});
  }
  return Json::array();
}

static const char *importance(StepKind Kind) {
  switch (Kind) {
  case StepKind::Acquire:
  case StepKind::Exit:
    return "essential";
  case StepKind::Decision:
  case StepKind::Enter:
  case StepKind::Event:
    return "important";
  case StepKind::Leave:
    return "unimportant";
  }
  return "important";
}

static Json flowLocation(const Step &S, size_t Index, Places &Where) {
  Json Place = Json::object();
  if (isKnown(S.Loc))
    Place["physicalLocation"] = Where.physical(S.Loc);
  if (!S.Function.empty())
    Place["logicalLocations"] = logicalLocations(S.Function);
  if (!S.Text.empty())
    Place["message"] = message(plainMessage(S.Text));
  return {{"location", std::move(Place)},
          {"kinds", kinds(S.Kind)},
          {"nestingLevel", S.Depth},
          {"executionOrder", Index + 1},
          {"importance", importance(S.Kind)}};
}

static Json codeFlows(const Finding &F, Places &Where) {
  Json Steps = Json::array();
  for (const size_t I : shown(F.Path.size(), MaxSteps))
    Steps.push_back(flowLocation(F.Path[I], I, Where));
  const Json Thread = {{"locations", std::move(Steps)}};
  return Json::array({{{"threadFlows", Json::array({Thread})}}});
}

/// The steps that consumers without code flows see; a step's id is its number.
static std::vector<size_t> relatedSteps(const Finding &F) {
  std::vector<size_t> Result = shown(F.Path.size(), MaxRelated);
  llvm::erase_if(Result, [&F](size_t I) {
    return !isKnown(F.Path[I].Loc) || F.Path[I].Kind == StepKind::Leave;
  });
  return Result;
}

static Json relatedLocations(const Finding &F, Places &Where) {
  Json Result = Json::array();
  for (const size_t I : relatedSteps(F)) {
    const Step &S = F.Path[I];
    Json Place = {{"id", I + 1}, {"physicalLocation", Where.physical(S.Loc)}};
    if (!S.Text.empty())
      Place["message"] = message(plainMessage(S.Text));
    Result.push_back(std::move(Place));
  }
  return Result;
}

static std::string link(const Step &S, size_t Id) {
  std::string Text;
  for (const char C : printable(S.Text)) {
    if (C == '[' || C == ']' || C == '\\')
      Text += '\\';
    Text += C;
  }
  return fmt::format("[{}]({})", Text, Id);
}

/// The finding's sentence, and one that links to where the resource came and went.
static std::string linkedText(const Finding &F) {
  std::string Text = plainMessage(llvm::StringRef(F.Message).rtrim(". ")) + ".";
  std::vector<std::string> Links;
  for (const size_t I : relatedSteps(F))
    if (!F.Path[I].Text.empty() &&
        (F.Path[I].Kind == StepKind::Acquire || F.Path[I].Kind == StepKind::Exit))
      Links.push_back(link(F.Path[I], I + 1));
  if (!Links.empty())
    Text += " See: " + fmt::format("{}", fmt::join(Links, "; ")) + ".";
  return Text;
}

Location primaryLocation(const Finding &F) {
  const auto Known = llvm::find_if(F.Path, [](const Step &S) { return isKnown(S.Loc); });
  return isKnown(F.Loc) || Known == F.Path.end() ? F.Loc : Known->Loc;
}

static Json locations(const Finding &F, Places &Where) {
  const Location Primary = primaryLocation(F);
  if (Primary.File.empty())
    return Json::array();
  Json Place = {{"physicalLocation", Where.quoted(Primary)}};
  if (!F.Function.empty())
    Place["logicalLocations"] = logicalLocations(F.Function);
  return Json::array({std::move(Place)});
}

/// Changes grouped by file; none if some text could not be kept to the byte in JSON.
static Json artifactChanges(const Fix &Suggested, Places &Where) {
  std::map<std::string, Json> ByFile;
  for (const Edit &E : Suggested.Edits) {
    if (!llvm::json::isUTF8(E.Text) || !isKnown(E.Where))
      return Json::array();
    Json Replacement = {{"deletedRegion", Where.region(E.Where, /*Exact=*/true)}};
    Replacement["insertedContent"] = message(E.Text);
    ByFile.try_emplace(E.Where.File, Json::array())
        .first->second.push_back(std::move(Replacement));
  }
  Json Result = Json::array();
  for (auto &[File, Replacements] : ByFile)
    Result.push_back({{"artifactLocation", Where.artifact(File)},
                      {"replacements", std::move(Replacements)}});
  return Result;
}

static Json fixes(const Finding &F, Places &Where) {
  Json Result = Json::array();
  for (const Fix &Suggested : F.Fixes) {
    Json const Changes = artifactChanges(Suggested, Where);
    Json Entry = Json::object();
    if (!Suggested.Title.empty())
      Entry["description"] = message(plainMessage(Suggested.Title));
    Entry["artifactChanges"] = Changes;
    if (!Changes.empty() && std::ranges::find(Result, Entry) == Result.end())
      Result.push_back(std::move(Entry));
  }
  return Result;
}

/// 0 to 100; GitLab derives severities from it.
static double rank(const CheckInfo &Check, Confidence Level) {
  const std::string Severity = level(Check);
  const double Base = Severity == "error" ? 80 : Severity == "warning" ? 50 : 20;
  return Level == Confidence::Certain ? Base + 10 : Base;
}

Json result(const Finding &F, const CheckInfo &Check, size_t Index, Places &Where) {
  const llvm::StringRef Scope =
      F.Function.empty() ? llvm::sys::path::filename(F.Loc.File) : F.Function;
  Json Result = {{"ruleId", F.Check}, {"ruleIndex", Index}, {"level", level(Check)}};
  Result["message"] = {{"text", linkedText(F)},
                       {"id", "default"},
                       {"arguments", Json::array({printable(Scope)})}};
  Result["locations"] = locations(F, Where);
  if (Json Related = relatedLocations(F, Where); !Related.empty())
    Result["relatedLocations"] = std::move(Related);
  if (!F.Path.empty())
    Result["codeFlows"] = codeFlows(F, Where);
  if (Json Fixes = fixes(F, Where); !Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  Result["rank"] = rank(Check, F.Level);
  Result["properties"] = {
      {"confidence", F.Level == Confidence::Certain ? "certain" : "likely"}};
  return Result;
}

} // namespace dbtidy::report
