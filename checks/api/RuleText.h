//===- RuleText.h - From the text of a rule file to JSON --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The first step of reading a rule file: finding the files, and turning their text into
// a JSON tree of bounded size and depth, in which no key was dropped silently.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULETEXT_H
#define DBTIDY_API_RULETEXT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace dbtidy::api {

/// The rule files in a directory: every *.json but schema.json, and every */api.json, in
/// the order of their names. None at all is an error.
llvm::Expected<std::vector<std::string>> ruleFilesIn(llvm::StringRef Directory);

/// The text of a file, which must be a regular one of at most 8 MiB.
llvm::Expected<std::string> readRuleFile(llvm::StringRef Path);

/// Text as JSON. Refuses what JSON forbids ("PATH:line:column: reason"), and besides a
/// repeated key, control characters in text, more than 64 levels, more than 8 MiB.
llvm::Expected<nlohmann::json> parseRuleText(llvm::StringRef Text, llvm::StringRef Path);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULETEXT_H
