//===- ClangHeaders.h - Precompiled for capture and tidy --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slow part of these folders' compilations. Files include what they use all the same:
// the build with -DDBTIDY_PCH=OFF has to work.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CMAKE_CLANGHEADERS_H
#define DBTIDY_CMAKE_CLANGHEADERS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#endif // DBTIDY_CMAKE_CLANGHEADERS_H
