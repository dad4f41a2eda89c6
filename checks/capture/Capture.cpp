//===- Capture.cpp - From Clang's AST to the program model -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Capture.h"
#include "capture/Classes.h"
#include "capture/FunctionLowering.h"
#include "capture/Relevance.h"

#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace dbtidy::capture {

/// FD with its body; or a special member that the compiler has not needed to write.
static const FunctionDecl *definitionOf(const FunctionDecl *FD) {
  const FunctionDecl *Definition = nullptr;
  if (FD->hasBody(Definition))
    return Definition;
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(FD);
  const bool Written = FD->isDefaulted() && !FD->isDeleted() &&
                       (isa<CXXDestructorDecl>(FD) ||
                        (Constructor && Constructor->isDefaultConstructor()));
  return Written ? FD->getCanonicalDecl() : nullptr;
}

program::Program capture(ASTContext &Context, const api::Catalogue &Rules, Scope Whole) {
  program::Program Out;
  SourceManager const &SM = Context.getSourceManager();
  if (const auto Main = SM.getFileEntryRefForID(SM.getMainFileID())) {
    llvm::SmallString<256> Path(Main->getName());
    SM.getFileManager().makeAbsolutePath(Path);
    Out.MainFile = Path.str().str();
  }
  RuleIndex Index(Context, Rules);
  Source Text(Context, Out);
  const RelevantCode Roots = relevantCode(Context, Index, Text, Whole);
  llvm::DenseSet<const FunctionDecl *> Known;
  std::vector<const FunctionDecl *> Work;
  const auto Reached = [&](const FunctionDecl *FD) {
    const FunctionDecl *Definition = definitionOf(FD);
    if (Definition && !Definition->isDependentContext() &&
        !Text.inSystemHeader(Definition) && Known.insert(Definition).second)
      Work.push_back(Definition);
  };
  for (const FunctionDecl *FD : Roots.Functions)
    Reached(FD);
  Tables Virtuals(Text, Out);
  for (const VarDecl *D : Roots.Tables)
    Virtuals.add(D);
  Unit U{Context, Out, Index, Text, Virtuals, Reached};
  Classes Holders(Index, Text, Out);
  // In the order in which they are reached: the same on every run.
  for (size_t I = 0; I != Work.size(); Virtuals.reach(Reached, Known))
    for (; I != Work.size(); ++I) {
      Out.Functions.push_back(FunctionLowering(U, Work[I]).run());
      Holders.lowered(Work[I], Reached);
    }
  for (const QualType Type : Roots.Kept)
    Holders.keep(Type);
  Virtuals.write(Known);
  Holders.write();
  return Out;
}

} // namespace dbtidy::capture
