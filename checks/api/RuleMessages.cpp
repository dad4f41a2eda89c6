//===- RuleMessages.cpp - Wording of faults in rule files -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleMessages.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>

namespace dbtidy::api {

/// Longest piece of a file's text that a message repeats.
static constexpr size_t LongestQuote = 60;

/// Text shortened and with everything but printable ASCII escaped: a rule file may hold
/// what a terminal obeys.
static std::string printable(llvm::StringRef Text) {
  std::string Out;
  for (const char C : Text.take_front(LongestQuote)) {
    if (llvm::isPrint(C))
      Out += C;
    else
      Out += "\\x" + llvm::toHex(llvm::StringRef(&C, 1), /*LowerCase=*/true);
  }
  if (Text.size() > LongestQuote)
    Out += "...";
  return Out;
}

std::string inQuotes(llvm::StringRef Text) { return "'" + printable(Text) + "'"; }

std::string nearest(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Known,
                    const llvm::Twine &Otherwise) {
  // Edit distance costs the product of the lengths, and a hostile file has long names.
  constexpr size_t Longest = 64;
  unsigned Best = std::max<unsigned>(1, Word.size() / 3) + 1;
  llvm::StringRef Found;
  for (const llvm::StringRef Name : Known) {
    if (Word.size() > Longest || Name.size() > Longest)
      continue;
    const unsigned Distance = Word.edit_distance_insensitive(Name, true, Best);
    if (Distance > Best || (Distance == Best && (Found.empty() || Found <= Name)))
      continue;
    Best = Distance;
    Found = Name;
  }
  if (Found.empty())
    return Otherwise.str();
  return "did you mean " + inQuotes(Found) + "?";
}

std::string expectedOneOf(llvm::ArrayRef<llvm::StringRef> Known) {
  std::string Out = "expected ";
  for (size_t I = 0; I < Known.size(); ++I) {
    if (I != 0)
      Out += I + 1 == Known.size() ? " or " : ", ";
    Out += inQuotes(Known[I]);
  }
  return Out;
}

std::string pointerTo(llvm::StringRef Pointer, llvm::StringRef Key) {
  std::string Out = Pointer.str() + "/";
  for (const char C : printable(Key)) {
    if (C == '~')
      Out += "~0";
    else if (C == '/')
      Out += "~1";
    else
      Out += C;
  }
  return Out;
}

llvm::Error faultAt(llvm::StringRef File, llvm::StringRef Pointer,
                    const llvm::Twine &Reason) {
  return llvm::createStringError(File + ": " + (Pointer.empty() ? "/" : Pointer) + ": " +
                                 Reason);
}

} // namespace dbtidy::api
