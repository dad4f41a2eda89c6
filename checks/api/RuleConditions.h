//===- RuleConditions.h - Places and conditions as text ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The two small languages inside rule files: "*4", "return == SQLITE_OK". The errors say
// "reason; remedy" only; the reader, which knows the file, adds where.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULECONDITIONS_H
#define DBTIDY_API_RULECONDITIONS_H

#include "api/Catalogue.h"

namespace dbtidy::api {

/// "return", "this", "2", "*4", "*1.field": at most 4 dereferences, arguments 1 to 64.
llvm::Expected<Where> parsePlace(llvm::StringRef Text);

/// place | accessor(place), then == != < <= > >= with one value, or in, not in with a
/// list; a value is an integer or a name in Constants.
llvm::Expected<Condition> parseCondition(llvm::StringRef Text,
                                         const llvm::StringMap<int64_t> &Constants);

/// Whether Text is a C identifier, or several joined by "::".
bool isQualifiedName(llvm::StringRef Text);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULECONDITIONS_H
