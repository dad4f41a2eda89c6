//===- Tables.h - The tables that calls through pointers go by --*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_TABLES_H
#define DBTIDY_CAPTURE_TABLES_H

#include "capture/Source.h"

#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SetVector.h"

namespace dbtidy::capture {

/// Collects, while a translation unit is lowered, the classes whose objects it makes and
/// the virtual functions that it calls, and writes program::FunctionTables down.
class Tables {
public:
  using Reached = llvm::function_ref<void(const clang::FunctionDecl *)>;

  Tables(Source &Text, program::Program &Into) : Text(Text), Into(Into) {}

  /// An object of RD is made: what its $type is. None for a class without virtual
  /// functions.
  std::optional<int64_t> made(const clang::CXXRecordDecl *RD);
  void called(const clang::CXXMethodDecl *Virtual) {
    Called.insert(Virtual->getCanonicalDecl());
  }
  /// A global that its initialiser fills with functions.
  void add(const clang::VarDecl *Global) { Globals.push_back(Global); }

  /// A lowered function names Global.
  void named(const clang::VarDecl *Global) { Named.insert(Global->getCanonicalDecl()); }

  using Definitions = llvm::DenseSet<const clang::FunctionDecl *>;
  /// Hands out what the calls so far may reach; Lowered: what has been.
  void reach(Reached To, const Definitions &Lowered) const;
  /// Writes the tables into the program.
  void write(const Definitions &Lowered);

private:
  void writeClass(const clang::CXXRecordDecl *RD);
  void writeGlobal(const clang::VarDecl *D);
  bool isOurs(const clang::VarDecl *D, const Definitions &Lowered) const;

  Source &Text;
  program::Program &Into;
  llvm::SetVector<const clang::CXXRecordDecl *> Made;
  llvm::DenseSet<const clang::CXXMethodDecl *> Called;
  std::vector<const clang::VarDecl *> Globals;
  llvm::DenseSet<const clang::VarDecl *> Named;
};

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_TABLES_H
