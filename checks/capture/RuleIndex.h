//===- RuleIndex.h - The rules as one translation unit sees them *- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Binds rule names to the declarations and types of the file at hand.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_RULEINDEX_H
#define DBTIDY_CAPTURE_RULEINDEX_H

#include "api/Catalogue.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace dbtidy::capture {

class RuleIndex {
public:
  RuleIndex(clang::ASTContext &Context, const api::Catalogue &Rules);

  /// The rule that describes FD, which must be declared in one of its library's headers;
  /// null if there is none.
  /// Whether RD is a class whose methods tell what a call has answered: a status.
  bool isAnswer(const clang::RecordDecl *RD);
  const api::CallRule *callRule(const clang::FunctionDecl *FD);
  /// The rule of a call through member Field of a library's table of functions.
  const api::CallRule *dispatchRule(const clang::FieldDecl *Field);
  /// The rule of a call through a function pointer that is named after an API function
  /// and has its type, as programs do that load the library themselves: `f.PQexec_fn`.
  const api::CallRule *pointerRule(const clang::Expr *Target);
  /// The library that FD belongs to by header and name, described or not; null if none.
  const api::Library *libraryOf(const clang::FunctionDecl *FD);
  /// The handle that a value of this type (or a reference to one) is; null if none.
  const api::Handle *handleOf(clang::QualType Type) const;

private:
  void bindTypes(const api::Handle &H);
  bool declaredIn(const api::Library &L, const clang::Decl *D) const;
  llvm::DenseMap<const clang::Decl *, bool> Answers;

  clang::ASTContext &Context;
  const api::Catalogue &Rules;
  llvm::DenseMap<const clang::FunctionDecl *, const api::CallRule *> CallRules;
  llvm::DenseMap<const clang::FunctionDecl *, const api::Library *> Owners;
  llvm::DenseMap<const clang::ValueDecl *, const api::CallRule *> Pointers;
  llvm::DenseMap<const clang::Type *, const api::Handle *> Pointees;
  llvm::DenseMap<const clang::Type *, const api::Handle *> Classes;
};

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_RULEINDEX_H
