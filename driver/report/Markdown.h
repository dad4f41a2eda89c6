//===- Markdown.h - A check's page without its markup -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_MARKDOWN_H
#define DBTIDY_DRIVER_REPORT_MARKDOWN_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace dbtidy::report {

/// The page as plain text: headings, fences, emphasis and links lose their marks.
std::string plainText(llvm::StringRef Page);

/// The first paragraph that is no heading, as one line of plain text.
std::string firstParagraph(llvm::StringRef Page);

/// Text, or as much of it as fits into Limit bytes with "..." behind.
std::string shortened(llvm::StringRef Text, size_t Limit);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_MARKDOWN_H
