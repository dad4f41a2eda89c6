//===- TextSyntax.cpp - Words of the program text form --------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/TextSyntax.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace dbtidy::program::text {

// Every byte of a character beyond ASCII may stand in an identifier.
static bool startsWord(char C) {
  return llvm::isAlpha(C) || C == '_' || C == '$' || (C & 0x80);
}

static size_t identifierLength(llvm::StringRef Text) {
  if (Text.empty() || !startsWord(Text.front()))
    return 0;
  const auto Continues = [](char C) { return startsWord(C) || llvm::isDigit(C); };
  return Text.take_while(Continues).size();
}

size_t wordLength(llvm::StringRef Text) {
  size_t Length = identifierLength(Text);
  while (Length != 0 && Text.substr(Length).starts_with("::")) {
    const size_t Next = Length + (Text.substr(Length + 2).starts_with("~") ? 3 : 2);
    const size_t Part = identifierLength(Text.substr(Next));
    if (Part == 0)
      break;
    Length = Next + Part;
  }
  return Length;
}

bool isReserved(llvm::StringRef Word) {
  static constexpr llvm::StringLiteral Reserved[] = {"at",       "stmt",   "call",
                                                     "indirect", "unwind", "else"};
  return indexOf(Reserved, Word).has_value();
}

static bool isWord(llvm::StringRef Text) {
  const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.begin());
  const auto *End = reinterpret_cast<const llvm::UTF8 *>(Text.end());
  return !Text.empty() && wordLength(Text) == Text.size() &&
         llvm::isLegalUTF8String(&Begin, End);
}

bool isBareName(llvm::StringRef Name) { return isWord(Name) && !isReserved(Name); }

bool isBareId(llvm::StringRef Id) {
  // Not rsplit: the name behind the library may be qualified.
  const auto [Library, Name] = Id.split(':');
  if (Library.size() == Id.size())
    return isBareName(Id);
  return !Library.contains("::") && isWord(Library) && isWord(Name);
}

bool isVariableNumber(llvm::StringRef Word) {
  return Word.consume_front("v") && !Word.empty() && llvm::all_of(Word, llvm::isDigit);
}

std::string usrOfName(llvm::StringRef Name) { return ("c:@F@" + Name).str(); }

std::string defaultUsr(const Program &P, const Function &F, const Var &V) {
  if (V.Name == 0)
    return "";
  if (V.Kind == VarKind::Global)
    return ("c:@" + P.text(V.Name)).str();
  if (V.Kind == VarKind::Static)
    return (P.text(F.Usr) + "@" + P.text(V.Name)).str();
  return "";
}

llvm::StringRef defaultName(VarKind Kind, llvm::StringRef Label) {
  return Kind == VarKind::Temp || isVariableNumber(Label) ? "" : Label;
}

llvm::StringRef wantedLabel(const Program &P, const Var &V) {
  const llvm::StringRef Name = P.text(V.Name);
  if (V.Kind == VarKind::This)
    return Name.empty() || Name == "this" ? "this" : "";
  return isBareName(Name) && !isVariableNumber(Name) ? Name : "";
}

} // namespace dbtidy::program::text
