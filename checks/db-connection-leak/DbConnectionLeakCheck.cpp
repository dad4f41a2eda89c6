//===- DbConnectionLeak.cpp - A connection not closed on every path -===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy {

using namespace lifecycle;

namespace {

class DbConnectionLeakCheck final : public Check {
public:
  std::optional<Finding> visit(const Fault &F) const override {
    if (F.Kind != FaultKind::Leak || F.Handle != api::HandleKind::Connection)
      return std::nullopt;
    return findingAtAcquisition(F, Name, subjectOf(F) + " is not closed " + howLost(F));
  }

private:
  static constexpr const char *Name = "db-connection-leak";
};

} // namespace

// NOLINTNEXTLINE(misc-use-internal-linkage): the registry calls it
std::unique_ptr<Check> createDbConnectionLeak() {
  return std::make_unique<DbConnectionLeakCheck>();
}

} // namespace dbtidy
