//===- Parser.h - One translation unit from its command ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs Clang on one file, in this process, and captures it. Function bodies of system
// headers are not parsed, warnings are not looked for, and nothing that the command names
// is executed: plugins are left out.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_PARSER_H
#define DBTIDY_CAPTURE_PARSER_H

#include "api/Catalogue.h"
#include "capture/Dependencies.h"
#include "program/Program.h"

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/Error.h"

#include <functional>
#include <string>
#include <vector>

namespace clang {
class FileManager;
}

namespace dbtidy::capture {

/// One entry of a compilation database.
struct Command {
  std::string Directory;              ///< absolute
  std::string File;                   ///< absolute
  std::vector<std::string> Arguments; ///< the compiler first
};

/// What compiling one file gave.
struct ParsedUnit {
  program::Program Model;
  unsigned Errors = 0;    ///< that the compiler reported
  std::string FirstError; ///< "file:line:column: message"
  bool Failed = false;    ///< nothing could be captured: no input, bad arguments
  Dependencies Read;
};

/// Compiles files, one after the other. What it has seen of the file system is kept for
/// the next file of the same directory: the tree must not change meanwhile.
class Parser {
public:
  /// The rules, which must outlive the parser. Asked for when a file has been parsed.
  using RuleSource = std::function<const api::Catalogue &()>;
  explicit Parser(RuleSource Rules);
  ~Parser();

  /// Compiles C's file and captures it. The current directory must be C.Directory.
  ParsedUnit parse(const Command &C);

private:
  RuleSource Rules;
  std::string Directory; ///< that Files is for: it knows paths relative to it
  llvm::IntrusiveRefCntPtr<clang::FileManager> Files;
};

/// Reads BUILD/compile_commands.json (or the file BUILD itself).
llvm::Expected<std::vector<Command>> readCommands(llvm::StringRef Build);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_PARSER_H
