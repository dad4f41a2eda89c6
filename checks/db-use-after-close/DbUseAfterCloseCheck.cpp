//===- DbUseAfterClose.cpp - A handle used or released after its release -===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy {

using namespace lifecycle;

namespace {

class DbUseAfterCloseCheck final : public Check {
public:
  std::optional<Finding> visit(const Fault &F) const override {
    const std::string Where = " (released at line " + std::to_string(F.Made.Line) + ")";
    switch (F.Kind) {
    case FaultKind::DoubleRelease:
      return findingAtEnd(F, Name,
                          "'" + F.EndCall + "' releases " + withArticle(F.Noun) +
                              " that is already released" + Where);
    case FaultKind::UseAfterRelease:
      return findingAtEnd(F, Name,
                          act(F) + " " + withArticle(F.Noun) +
                              " that is already released" + Where);
    case FaultKind::DerivedUse:
      return findingAtEnd(F, Name,
                          act(F) + " a value that belonged to " + withArticle(F.Noun) +
                              " and ended with it at line " +
                              std::to_string(F.Made.Line));
    case FaultKind::Leak:
    case FaultKind::TransactionOpen:
    case FaultKind::NotCommitted:
      break;
    }
    return std::nullopt;
  }

private:
  static std::string act(const Fault &F) {
    switch (F.Act) {
    case UseAct::Call:
      break;
    case UseAct::Read:
      return "this reads";
    case UseAct::Return:
      return "the function returns";
    }
    return "'" + F.EndCall + "' uses";
  }

  static constexpr const char *Name = "db-use-after-close";
};

} // namespace

// NOLINTNEXTLINE(misc-use-internal-linkage): the registry calls it
std::unique_ptr<Check> createDbUseAfterClose() {
  return std::make_unique<DbUseAfterCloseCheck>();
}

} // namespace dbtidy
