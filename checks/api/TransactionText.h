//===- TransactionText.h - Transaction control in SQL text ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Beside the catalogue: what the text of an api::Sql does to the transaction of the
// connection that it is sent on. A lexer only, as text in programs has holes ("%s") and
// may be cut: the first words of a statement decide, nothing behind them has to parse.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_TRANSACTIONTEXT_H
#define DBTIDY_API_TRANSACTIONTEXT_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dbtidy::api {

/// What one statement does to the session's transaction.
struct TextAct {
  enum Kind : uint8_t {
    Begin,
    Commit,
    Rollback,
    Savepoint,          ///< may begin a transaction, see savepointBegins()
    ReleaseSavepoint,   ///< ends the transaction that its savepoint began
    RollbackTo,         ///< the transaction stays open, and so does the savepoint
    PrepareTransaction, ///< the session has no transaction afterwards
    CommitAndChain,     ///< ends one transaction and begins the next
    RollbackAndChain,
    Other ///< nothing, or nothing that the text shows
  };
  Kind Act = Other;
  /// The savepoint, in lower case unless the dialect minds the case of a quoted name. As
  /// written where it has a hole; empty where the text ends before it.
  std::string Name;

  bool operator==(const TextAct &) const = default;
};

/// One act for each statement of Sql, in order; empty statements have none. Dialect is a
/// library's: "postgresql", "sqlite", "mysql", "odbc" or empty, where what is common is
/// understood. The body of a trigger or function belongs to the statement that creates
/// it.
std::vector<TextAct> transactionActs(llvm::StringRef Sql, llvm::StringRef Dialect);

/// Whether SAVEPOINT outside a transaction begins one, which the RELEASE of that
/// savepoint commits.
bool savepointBegins(llvm::StringRef Dialect);

} // namespace dbtidy::api

#endif // DBTIDY_API_TRANSACTIONTEXT_H
