//===- DbTransactionLeak.cpp - A transaction left open on some path -===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy {

using namespace lifecycle;

namespace {

class DbTransactionLeakCheck final : public Check {
public:
  std::optional<Finding> visit(const Fault &F) const override {
    const bool Handle =
        F.Kind == FaultKind::Leak && F.Handle == api::HandleKind::Transaction;
    if (F.Kind != FaultKind::TransactionOpen && !Handle)
      return std::nullopt;
    return findingAtAcquisition(F, Name,
                                "the transaction that '" + F.Call +
                                    "' begins is neither committed nor rolled back " +
                                    howLost(F));
  }

private:
  static constexpr const char *Name = "db-transaction-leak";
};

} // namespace

// NOLINTNEXTLINE(misc-use-internal-linkage): the registry calls it
std::unique_ptr<Check> createDbTransactionLeak() {
  return std::make_unique<DbTransactionLeakCheck>();
}

} // namespace dbtidy
