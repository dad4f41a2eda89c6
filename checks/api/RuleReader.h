//===- RuleReader.h - From JSON to the typed catalogue ----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last step of reading a rule file. Every key of docs/rules.md is read here, and
// nowhere else.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULEREADER_H
#define DBTIDY_API_RULEREADER_H

#include "api/Catalogue.h"

#include <nlohmann/json.hpp>

namespace dbtidy::api {

/// The library that the file Path describes. Names of handles and calls may be those of
/// Loaded, too. Owner is set nowhere: the library has not found its place yet.
llvm::Expected<Library> readLibrary(const nlohmann::json &Root, llvm::StringRef Path,
                                    const Catalogue &Loaded);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULEREADER_H
