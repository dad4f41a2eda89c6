//===- Classes.h - Who may touch the members of a class ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_CLASSES_H
#define DBTIDY_CAPTURE_CLASSES_H

#include "capture/RuleIndex.h"
#include "capture/Source.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

namespace dbtidy::capture {

/// Collects the classes whose functions are lowered, and lists those that hold a handle
/// which nobody else can touch (program::Function::Members).
class Classes {
public:
  Classes(RuleIndex &Rules, Source &Text, program::Program &Into)
      : Rules(Rules), Text(Text), Into(Into) {}

  using Reached = llvm::function_ref<void(const clang::FunctionDecl *)>;

  /// Hands out all that may touch the members of FD's class.
  void lowered(const clang::FunctionDecl *FD, Reached To);
  /// There is an object of Type that lives as long as the program.
  void keep(clang::QualType Type);
  /// Writes the lists into the program.
  void write();

private:
  void add(const clang::CXXRecordDecl *RD, Reached To);
  /// The handle in a private member; null if it is none.
  const api::Handle *heldBy(const clang::FieldDecl *Field);
  program::StringId listOf(const clang::CXXRecordDecl *RD);

  RuleIndex &Rules;
  Source &Text;
  program::Program &Into;
  llvm::DenseSet<const clang::CXXRecordDecl *> Seen;
  std::vector<program::Function> Lists;
  llvm::SetVector<const clang::CXXRecordDecl *> Kept;
};

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_CLASSES_H
