//===- Order.h - The order of every report ----------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_ORDER_H
#define DBTIDY_DRIVER_REPORT_ORDER_H

#include "base/Finding.h"

#include <vector>

namespace dbtidy::report {

/// Findings by place, whatever order the analysis finished in; equal ones as they came.
/// The pointers point into Findings.
std::vector<const Finding *> inOrder(const std::vector<Finding> &Findings);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_ORDER_H
