//===- Capture.cpp - From Clang's AST to the program model -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Capture.h"
#include "capture/FunctionLowering.h"
#include "capture/Relevance.h"

#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace dbtidy::capture {

program::Program capture(ASTContext &Context, const api::Catalogue &Rules) {
  program::Program Out;
  SourceManager const &SM = Context.getSourceManager();
  if (const auto Main = SM.getFileEntryRefForID(SM.getMainFileID())) {
    llvm::SmallString<256> Path(Main->getName());
    SM.getFileManager().makeAbsolutePath(Path);
    Out.MainFile = Path.str().str();
  }
  RuleIndex Index(Context, Rules);
  Source Text(Context, Out);
  const std::vector<const FunctionDecl *> Roots = relevantFunctions(Context, Index, Text);
  llvm::DenseSet<const FunctionDecl *> Known;
  std::vector<const FunctionDecl *> Work;
  const auto Reached = [&](const FunctionDecl *FD) {
    const FunctionDecl *Definition = nullptr;
    if (!FD->hasBody(Definition) || Definition->isDependentContext() ||
        Text.inSystemHeader(Definition) || !Known.insert(Definition).second)
      return;
    Work.push_back(Definition);
  };
  for (const FunctionDecl *FD : Roots)
    Reached(FD);
  Unit U{Context, Out, Index, Text, Reached};
  // In the order in which they are reached: the same on every run.
  // NOLINTNEXTLINE(modernize-loop-convert): it grows on the way
  for (size_t I = 0; I != Work.size(); ++I)
    Out.Functions.push_back(FunctionLowering(U, Work[I]).run());
  return Out;
}

} // namespace dbtidy::capture
