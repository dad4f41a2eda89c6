//===- TextSyntax.h - Words of the program text form ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the writer and the reader of the text form must agree on.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_TEXTSYNTAX_H
#define DBTIDY_PROGRAM_TEXTSYNTAX_H

#include "program/Program.h"

namespace dbtidy::program::text {

/// The number behind `program` in the first line.
inline constexpr uint32_t Version = 1;

/// In the order of VarKind, BranchKind and BinaryOp.
inline constexpr llvm::StringLiteral VarKindWords[] = {
    "param", "this", "local", "temp", "static", "global", "returned"};
inline constexpr llvm::StringLiteral BranchWords[] = {"if", "loop", "logical",
                                                      "conditional", "implicit"};
inline constexpr llvm::StringLiteral OperatorWords[] = {
    "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"};

static_assert(std::size(VarKindWords) == static_cast<size_t>(VarKind::Return) + 1);
static_assert(std::size(BranchWords) == static_cast<size_t>(BranchKind::Implicit) + 1);
static_assert(std::size(OperatorWords) == static_cast<size_t>(BinaryOp::Shr) + 1);

/// The index of Word in Table.
template <size_t Count>
std::optional<size_t> indexOf(const llvm::StringLiteral (&Table)[Count],
                              llvm::StringRef Word) {
  for (size_t I = 0; I != Count; ++I)
    if (Table[I] == Word)
      return I;
  return std::nullopt;
}

/// The length of the word that Text starts with, 0 if it starts with none. A word is an
/// identifier or a qualified one: `conn`, `Pool::get`, `Pool::~Pool`.
size_t wordLength(llvm::StringRef Text);

/// `at`, `call` and the like: words with a meaning where a name may stand.
bool isReserved(llvm::StringRef Word);
/// Name can be written without quotes.
bool isBareName(llvm::StringRef Name);
/// "library:name" can be written without quotes.
bool isBareId(llvm::StringRef Id);
/// `v` and digits: the variable of that number, whatever its name.
bool isVariableNumber(llvm::StringRef Word);

/// The USR that a function has if the text form gives its name only.
std::string usrOfName(llvm::StringRef Name);
/// The USR that V has if the text form gives none.
std::string defaultUsr(const Program &P, const Function &F, const Var &V);
/// The name that a variable of Kind has if the text form gives only Label.
llvm::StringRef defaultName(VarKind Kind, llvm::StringRef Label);
/// What V is called in the text form if no other variable is called so; may be empty.
llvm::StringRef wantedLabel(const Program &P, const Var &V);

} // namespace dbtidy::program::text

#endif // DBTIDY_PROGRAM_TEXTSYNTAX_H
