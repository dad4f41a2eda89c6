//===- Capture.h - From Clang's AST to the program model --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The first stage: reads the syntax tree of one translation unit and keeps what concerns
// databases. Beside tidy/ the only code that sees Clang.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_CAPTURE_H
#define DBTIDY_CAPTURE_CAPTURE_H

#include "api/Catalogue.h"
#include "program/Program.h"

namespace clang {
class ASTContext;
} // namespace clang

namespace dbtidy::capture {

enum class Scope : uint8_t {
  File,   ///< nothing else will be known of the program
  Program ///< to be linked with the models of other files
};

/// The model of the translation unit in Context: of a file alone, every function from
/// outside the system headers that has to do with an API of Rules, its callers and its
/// callees; of a program's file, also those that other files can call, as a handle may
/// reach them there. Context need not be free of errors: what did not parse is left out.
program::Program capture(clang::ASTContext &Context, const api::Catalogue &Rules,
                         Scope Whole);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_CAPTURE_H
