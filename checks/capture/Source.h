//===- Source.h - Names and positions of the source -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Turns Clang's locations, declarations and types into the model's spans and names.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_SOURCE_H
#define DBTIDY_CAPTURE_SOURCE_H

#include "program/Program.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/DenseMap.h"

namespace dbtidy::capture {

class Source {
public:
  Source(clang::ASTContext &Context, program::Program &Into)
      : Context(Context), SM(Context.getSourceManager()), Into(Into) {}

  /// Where the tokens of Range stand in a file; for code from a macro, its expansion.
  Span span(clang::SourceRange Range);
  /// The text of E as written, white space folded, at most 60 bytes; empty if E is spread
  /// over a macro's body.
  std::string text(const clang::Expr *E);
  /// Clang's unified symbol resolution of D.
  program::StringId usr(const clang::Decl *D);
  /// Qualified, without template arguments and inline namespaces: "Pool::get".
  program::StringId qualifiedName(const clang::NamedDecl *D);
  /// As the source would write the type.
  program::StringId typeName(clang::QualType Type);

  bool inSystemHeader(const clang::Decl *D) const;

private:
  clang::ASTContext &Context;
  clang::SourceManager &SM;
  program::Program &Into;
  llvm::DenseMap<const clang::Decl *, program::StringId> Usrs;
  llvm::StringMap<unsigned> UsrCounts;
  llvm::DenseMap<const clang::Decl *, program::StringId> Names;
  llvm::DenseMap<clang::FileID, uint32_t> FileIds;
};

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_SOURCE_H
