//===- Keys.h - What decides whether an entry is the right one --*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A key names all that went into an entry but the files that were read: those are listed
// in the entry itself, with their contents (Freshness.h).
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CACHE_KEYS_H
#define DBTIDY_CACHE_KEYS_H

#include "Options.h"
#include "capture/Parser.h"

namespace dbtidy::driver {

/// Gathers parts of a key; equal parts in equal order give equal keys.
class KeyBuilder {
public:
  KeyBuilder &add(llvm::StringRef Part);
  KeyBuilder &addAll(llvm::ArrayRef<std::string> List);
  std::string key() const; ///< a file name

private:
  std::string Parts;
};

/// The tool itself (both programs, and Clang's library), the rule files' contents, and
/// the environment as far as the compiler looks at it. Fails with a rule file that cannot
/// be read.
llvm::Expected<std::string> toolIdentity(const std::string &WorkerProgram,
                                         const std::vector<std::string> &Rules);

/// Under which the compilation of C is kept.
std::string unitKey(const std::string &Tool, const capture::Command &C);
/// Under which a whole run is kept; empty if it cannot be: a folder is searched for
/// files.
std::string runKey(const std::string &Tool, const Options &O,
                   const std::string &Directory);

} // namespace dbtidy::driver

#endif // DBTIDY_CACHE_KEYS_H
