//===- Dependencies.h - What a compilation has read -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a compilation would give the same again is a question about files: those that
// it read, and those that it looked for in vain, since a new header in an earlier folder
// takes the place of the old one.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_DEPENDENCIES_H
#define DBTIDY_CAPTURE_DEPENDENCIES_H

#include <string>
#include <utility>
#include <vector>

namespace clang {
class CompilerInstance;
}

namespace dbtidy::capture {

/// Absolute paths, sorted.
struct Dependencies {
  std::vector<std::pair<std::string, std::string>> Files; ///< path, contentHash()
  std::vector<std::string> Absent;                        ///< files that were not there
  std::vector<std::string> AbsentFolders; ///< folders to search that were not there
  /// More was asked of the file system than is listed: the compilation cannot be known to
  /// give the same again.
  bool Incomplete = false;
};

/// Watches the preprocessor of Compiler for files that it looks for.
void watchIncludes(clang::CompilerInstance &Compiler, const std::string &Directory,
                   Dependencies &Out);

/// Adds the files that Compiler has read, with the content that it saw; sorts.
void gatherFiles(clang::CompilerInstance &Compiler, const std::string &Directory,
                 Dependencies &Out);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_DEPENDENCIES_H
