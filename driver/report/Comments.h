//===- Comments.h - Where the comments of a file are ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_COMMENTS_H
#define DBTIDY_DRIVER_REPORT_COMMENTS_H

#include "llvm/ADT/StringRef.h"

#include <vector>

namespace dbtidy::report {

/// A comment of either kind, its delimiters included.
struct Comment {
  size_t Begin = 0;
  size_t End = 0;
};

/// The comments of C or C++ source, in order. Literals (raw ones too) and digit
/// separators are understood; code that the preprocessor drops counts like any other.
std::vector<Comment> comments(llvm::StringRef Text);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_COMMENTS_H
