//===- Sarif.cpp - Findings for other tools -------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Sarif.h"
#include "report/LineHash.h"
#include "report/Order.h"
#include "report/SarifParts.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <fmt/format.h>

namespace dbtidy::report {

namespace {

/// Line hashes of files, computed once a file.
class Hashes {
public:
  explicit Hashes(Sources &Files) : Files(Files) {}

  /// A line we cannot read cannot be hashed by a consumer either; the finding's own
  /// fingerprint then tells it apart.
  std::string of(const Finding &F) {
    const Location Primary = primaryLocation(F);
    auto [Entry, IsNew] = ByFile.try_emplace(Primary.File);
    const SourceText &File = Files.get(Primary.File);
    if (IsNew && File.isReadable())
      Entry->second = lineHashes(File.text());
    if (Primary.isValid() && Primary.Line <= Entry->second.size())
      return Entry->second[Primary.Line - 1];
    return F.Fingerprint.substr(0, 16) + ":1";
  }

private:
  Sources &Files;
  llvm::StringMap<std::vector<std::string>> ByFile;
};

} // namespace

/// All checks by name, with a bare entry for any that only a finding names.
static std::vector<CheckInfo> rules(std::vector<CheckInfo> Checks,
                                    const std::vector<Finding> &Findings) {
  for (const Finding &F : Findings)
    if (llvm::none_of(Checks, [&F](const CheckInfo &C) { return C.Name == F.Check; }))
      Checks.push_back({F.Check, "", "", "", "warning", "", {}, {}});
  llvm::sort(Checks,
             [](const CheckInfo &A, const CheckInfo &B) { return A.Name < B.Name; });
  return Checks;
}

static Json results(const std::vector<Finding> &Findings,
                    const std::vector<CheckInfo> &Rules, Places &Where, Hashes &Lines) {
  Json Results = Json::array();
  for (const Finding *F : inOrder(Findings)) {
    const auto Rule = llvm::lower_bound(
        Rules, F->Check,
        [](const CheckInfo &C, const std::string &Name) { return C.Name < Name; });
    Json Entry = result(*F, *Rule, static_cast<size_t>(Rule - Rules.begin()), Where);
    Entry["partialFingerprints"] = {{"primaryLocationLineHash", Lines.of(*F)},
                                    {"dbtidy/v1", F->Fingerprint}};
    Results.push_back(std::move(Entry));
  }
  return Results;
}

std::string sarif(const std::vector<Finding> &Findings,
                  const std::vector<CheckInfo> &Checks, const RunSummary &Run,
                  Sources &Files, llvm::StringRef Root) {
  const std::vector<CheckInfo> Rules = rules(Checks, Findings);
  Places Where(Files, Root);
  Hashes Lines(Files);

  Json Out = {{"tool", {{"driver", driver(Run, Rules)}}}};
  Out["automationDetails"] = {{"id", Run.Category + "/"}};
  Out["invocations"] = Json::array({invocation(Run, Where)});
  Out["originalUriBaseIds"] = {
      {RootId, {{"description", message("The top folder of the source tree.")}}}};
  // As Clang counts lines.
  Out["newlineSequences"] = {"\r\n", "\n", "\r"};
  Out["columnKind"] = "utf16CodeUnits";
  Out["results"] = results(Findings, Rules, Where, Lines);
  const Json Log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({std::move(Out)})}};
  return Log.dump(/*indent=*/1, ' ', /*ensure_ascii=*/false,
                  Json::error_handler_t::replace) +
         "\n";
}

} // namespace dbtidy::report
