//===- DatabaseNames.cpp - Names that speak of a database -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/DatabaseNames.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy::api {

void eachWord(llvm::StringRef Identifier,
              llvm::function_ref<void(llvm::StringRef)> Each) {
  size_t Start = 0;
  for (size_t I = 0; I <= Identifier.size(); ++I) {
    const bool Inside = I < Identifier.size() && llvm::isAlpha(Identifier[I]);
    const bool Hump = Inside && I != Start && llvm::isUpper(Identifier[I]) &&
                      llvm::isLower(Identifier[I - 1]);
    if (Inside && !Hump)
      continue;
    if (I > Start)
      Each(Identifier.slice(Start, I));
    Start = Hump ? I : I + 1;
  }
}

static bool anyWord(llvm::StringRef Identifier, llvm::ArrayRef<llvm::StringLiteral> In) {
  bool Found = false;
  eachWord(Identifier, [&](llvm::StringRef Word) {
    Found |= llvm::any_of(
        In, [&](llvm::StringRef Known) { return Word.equals_insensitive(Known); });
  });
  return Found;
}

bool namesDatabase(llvm::StringRef Identifier) {
  static constexpr llvm::StringLiteral Parts[] = {"sql", "odbc", "stmt", "dbh"};
  static constexpr llvm::StringLiteral Words[] = {
      "db",   "database", "dbi",     "redis",  "mongo",
      "lmdb", "leveldb",  "rocksdb", "oracle", "sybase"};
  return llvm::any_of(Parts,
                      [&](llvm::StringRef Part) {
                        return Identifier.contains_insensitive(Part);
                      }) ||
         anyWord(Identifier, Words);
}

bool namesRelease(llvm::StringRef Identifier) {
  static constexpr llvm::StringLiteral Words[] = {
      "release", "reset",   "close",      "free",    "finalize", "finish",  "put",
      "return",  "destroy", "disconnect", "dispose", "unref",    "checkin", "giveback"};
  return anyWord(Identifier, Words);
}

bool namesQuestion(llvm::StringRef Identifier) {
  static constexpr llvm::StringLiteral Words[] = {
      "affected", "changes", "column", "count",  "err", "errmsg", "errno", "error",
      "has",      "is",      "last",   "length", "num", "rows",   "size",  "status"};
  return anyWord(Identifier, Words) && !namesRelease(Identifier);
}

} // namespace dbtidy::api
