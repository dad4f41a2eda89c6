//===- SarifParts.h - The parts of a SARIF run ------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the SARIF reporter.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_SARIFPARTS_H
#define DBTIDY_DRIVER_REPORT_SARIFPARTS_H

#include "base/Finding.h"
#include "report/Run.h"
#include "report/Sources.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace dbtidy::report {

/// Keeps the order in which properties are set.
using Json = nlohmann::ordered_json;

/// Name of the folder that relative URIs start from.
inline constexpr const char *RootId = "SRCROOT";

/// Text from source as a plain SARIF message: nothing in it is a link or a placeholder.
std::string plainMessage(llvm::StringRef Text);

/// {"text": Text}
Json message(std::string Text);

/// Property "logicalLocations" for a function's qualified name.
Json logicalLocations(llvm::StringRef Function);

/// Whether a location can be spelled.
inline bool isKnown(const Location &Loc) { return Loc.isValid() && !Loc.File.empty(); }

/// Spells locations. Our columns count bytes, SARIF's count UTF-16 units.
class Places {
public:
  Places(Sources &Files, llvm::StringRef Root) : Files(Files), Root(Root) {}

  Json artifact(llvm::StringRef File);
  /// The text itself; a range without text is widened to one character unless Exact.
  Json region(const Location &Loc, bool Exact = false);
  Json physical(const Location &Loc);
  /// As physical(), with the code itself: for viewers that do not have the file.
  Json quoted(const Location &Loc);

private:
  Json spelled(llvm::StringRef File) const;
  unsigned column(const SourceText &File, unsigned Line, unsigned Column) const;

  Sources &Files;
  llvm::StringRef Root;
  llvm::StringMap<Json> Artifacts; ///< by file
};

/// Properties "name" and the like of the tool, its rules and its notifications.
Json driver(const RunSummary &Run, const std::vector<CheckInfo> &Checks);

/// What defaults a result has from its rule.
std::string level(const CheckInfo &Check);

/// How the run went.
Json invocation(const RunSummary &Run, Places &Where);

/// The finding's own location, or else the first known one of its path.
Location primaryLocation(const Finding &F);

/// One finding. Index is the position of its check among the rules.
Json result(const Finding &F, const CheckInfo &Check, size_t Index, Places &Where);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_SARIFPARTS_H
