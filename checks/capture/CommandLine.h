//===- CommandLine.h - What is kept of a compiler's command -----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compilation database was made for another run of another compiler: of GCC, maybe, and
// to write files. Its commands come with the analysed tree, which is not trusted.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_COMMANDLINE_H
#define DBTIDY_CAPTURE_COMMANDLINE_H

#include "capture/Parser.h"

namespace dbtidy::capture {

/// C's arguments for a syntax check: response files expanded, without the options that
/// write files, load code, or that Clang does not have. Safe for any command. Adds the
/// response files to Files, where given.
std::vector<std::string> syntaxCommand(const Command &C, Dependencies *Files = nullptr);

/// Whether C's file can be C or C++, by its name: not so assembler or Fortran. A name
/// that says nothing may be told by -x.
bool isForC(const Command &C);

/// What of C decides how its file reads: language, macros, include paths. Two commands of
/// a file with the same reading give the same findings.
std::string readingOf(const Command &C);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_COMMANDLINE_H
