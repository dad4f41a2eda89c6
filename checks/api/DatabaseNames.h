//===- DatabaseNames.h - Names that speak of a database ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A program's own layer over a library is known by nothing but its names where the file
// that is looked at does not show its code.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_DATABASENAMES_H
#define DBTIDY_API_DATABASENAMES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

namespace dbtidy::api {

/// Visits the words that an identifier is made of: "svn_sqlite__getStmt2" has "svn",
/// "sqlite", "get", "Stmt". Spelled as there.
void eachWord(llvm::StringRef Identifier, llvm::function_ref<void(llvm::StringRef)> Each);

/// Whether a function or type of that name is likely to have to do with a database.
bool namesDatabase(llvm::StringRef Identifier);

/// Whether a function of that name is likely to take back what another one gave.
bool namesRelease(llvm::StringRef Identifier);

/// Whether a function of that name is likely to answer a question, and to do no more.
bool namesQuestion(llvm::StringRef Identifier);

} // namespace dbtidy::api

#endif // DBTIDY_API_DATABASENAMES_H
