//===- Excerpt.h - One source line with a mark under it ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_EXCERPT_H
#define DBTIDY_DRIVER_REPORT_EXCERPT_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace dbtidy::report {

/// A line as a terminal may show it, and blanks and "^~~~" to go below it.
struct Excerpt {
  std::string Line;
  std::string Mark;
};

/// Marks the bytes [Begin, End) of Line (from 0; an empty range gets a lone caret). Tabs
/// become blanks and a line wider than Width cells is cut to the surroundings of the
/// mark.
Excerpt excerpt(llvm::StringRef Line, size_t Begin, size_t End, unsigned Width = 110);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_EXCERPT_H
