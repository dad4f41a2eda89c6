//===- SarifRules.cpp - The tool and its rules in SARIF -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Markdown.h"
#include "report/SarifParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/VersionTuple.h"

#include <fmt/format.h>

namespace dbtidy::report {

/// GitHub cuts descriptions off here, and keeps the first ten tags.
constexpr size_t MaxDescription = 1024;
constexpr size_t MaxTags = 20;

/// "db-connection-leak" becomes "DbConnectionLeak".
static std::string pascalCase(llvm::StringRef Name) {
  std::string Result;
  bool AtStart = true;
  for (const char C : Name) {
    if (llvm::isAlnum(C))
      Result += AtStart ? llvm::toUpper(C) : C;
    AtStart = !llvm::isAlnum(C);
  }
  return Result;
}

static std::string sentence(llvm::StringRef Text) {
  const std::string Short = shortened(Text.trim(), MaxDescription - 1);
  const bool Ended = Short.empty() || llvm::StringRef(".!?").contains(Short.back());
  return Ended ? Short : Short + ".";
}

std::string level(const CheckInfo &Check) {
  const bool Known = Check.Severity == "error" || Check.Severity == "note";
  return Known ? Check.Severity : "warning";
}

/// The CWEs first: a consumer that cuts the list should keep them.
static Json tags(const CheckInfo &Check) {
  std::vector<std::string> Tags;
  Tags.reserve(Check.Cwe.size() + Check.Tags.size());
  for (const unsigned Cwe : Check.Cwe)
    Tags.push_back(fmt::format("external/cwe/cwe-{:03}", Cwe));
  llvm::append_range(Tags, Check.Tags);
  std::vector<std::string> Kept;
  for (const std::string &Tag : Tags)
    if (Kept.size() < MaxTags && !llvm::is_contained(Kept, Tag))
      Kept.push_back(Tag);
  return Kept;
}

static Json ruleProperties(const CheckInfo &Check) {
  Json Result = Json::object();
  if (llvm::is_contained({"very-high", "high", "medium", "low"}, Check.Precision))
    Result["precision"] = Check.Precision;
  Result["problem.severity"] = level(Check) == "note" ? "recommendation" : level(Check);
  Result["tags"] = tags(Check);
  return Result;
}

static Json rule(const CheckInfo &Check) {
  const std::string Summary =
      sentence(Check.Summary.empty() ? Check.Name : Check.Summary);
  const std::string First = sentence(firstParagraph(Check.Description));
  Json Result = {{"id", Check.Name}, {"name", pascalCase(Check.Name)}};
  Result["shortDescription"] = message(Summary);
  Result["fullDescription"] = message(First.empty() ? Summary : First);
  // A result brings its own text; this is what its message id means without one.
  Result["messageStrings"] = {
      {"default", message(fmt::format("{} Found in '{{0}}'.", plainMessage(Summary)))}};
  Result["defaultConfiguration"] = {{"level", level(Check)}};
  Result["help"] =
      message(Check.Description.empty() ? Summary : plainText(Check.Description));
  if (!Check.Description.empty())
    Result["help"]["markdown"] = Check.Description;
  if (!Check.HelpUri.empty())
    Result["helpUri"] = Check.HelpUri;
  Result["properties"] = ruleProperties(Check);
  return Result;
}

/// A kind of remark about the run. GitHub's checker wants these as complete as rules.
static Json notification(const char *Id, const std::string &Short,
                         const std::string &Detail) {
  return {{"id", Id},
          {"name", pascalCase(Id)},
          {"shortDescription", message(Short)},
          {"fullDescription", message(Short + " " + Detail)},
          {"help", message(Detail)}};
}

static Json notifications() {
  return Json::array(
      {notification("file-problem", "Something went wrong with a file.",
                    "An error means that the file was not analysed, so that faults in it "
                    "are not reported."),
       notification(
           "gave-up", "A function was not analysed to its end.",
           "It took more states or steps than the budget allows. Faults in it may "
           "be missing from the results."),
       notification("no-compile-command", "Files have no compile command.",
                    "The compilation database has no entry for them, so that they were "
                    "read with guessed options or not at all.")});
}

Json driver(const RunSummary &Run, const std::vector<CheckInfo> &Checks) {
  Json Result = {{"name", "dbtidy"}};
  if (!Run.Version.empty()) {
    Result["fullName"] = "dbtidy " + Run.Version;
    Result["version"] = Run.Version;
    llvm::VersionTuple Parsed;
    if (!Parsed.tryParse(Run.Version) && Parsed.getSubminor() && !Parsed.getBuild())
      Result["semanticVersion"] = Run.Version;
  }
  if (!Run.InformationUri.empty())
    Result["informationUri"] = Run.InformationUri;
  Result["notifications"] = notifications();
  Result["rules"] = Json::array();
  for (const CheckInfo &Check : Checks)
    Result["rules"].push_back(rule(Check));
  return Result;
}

} // namespace dbtidy::report
