//===- DbTransactionNotCommittedCheck.cpp - Work lost in silence ----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy {

using namespace lifecycle;

namespace {

class DbTransactionNotCommittedCheck final : public Check {
public:
  std::optional<Finding> visit(const Fault &F) const override {
    if (F.Kind != FaultKind::NotCommitted)
      return std::nullopt;
    return findingAtAcquisition(F, Name,
                                "transaction '" + F.Holder + "' from '" + F.Call +
                                    "' is never committed: what was changed is lost " +
                                    howLost(F));
  }

private:
  static constexpr const char *Name = "db-transaction-not-committed";
};

} // namespace

// NOLINTNEXTLINE(misc-use-internal-linkage): the registry calls it
std::unique_ptr<Check> createDbTransactionNotCommitted() {
  return std::make_unique<DbTransactionNotCommittedCheck>();
}

} // namespace dbtidy
