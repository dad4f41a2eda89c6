//===- ProgramText.h - The program model as text ----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The readable form: what `--dump=program` prints and what engine tests are written in.
// docs/program-model.md describes the syntax.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_PROGRAMTEXT_H
#define DBTIDY_PROGRAM_PROGRAMTEXT_H

#include "program/Program.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace dbtidy::program {

/// Writes P so that readText gives an equal program: equal Programs give equal bytes.
void writeText(const Program &P, llvm::raw_ostream &Out);

/// Reads what writeText wrote, or a test that a person wrote (spans and statements may be
/// left out, blocks may be named). Path is for messages: "path:line:column: reason".
llvm::Expected<Program> readText(llvm::StringRef Text, llvm::StringRef Path);

/// A place in the text form: `v3->conn`; used by dumps and messages alike.
std::string placeText(const Program &P, const Function &F, const Place &Where);

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_PROGRAMTEXT_H
