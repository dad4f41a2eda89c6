//===- Markdown.cpp - A check's page without its markup -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Markdown.h"

#include "llvm/ADT/SmallVector.h"

namespace dbtidy::report {

static bool isFence(llvm::StringRef Line) { return Line.ltrim().starts_with("```"); }

/// "[title](https://...)" becomes "title (https://...)".
static std::string withoutLinks(llvm::StringRef Line) {
  std::string Result;
  while (true) {
    const size_t Middle = Line.find("](http");
    const size_t Open = Line.take_front(Middle).rfind('[');
    const size_t Close = Line.find(')', Middle == llvm::StringRef::npos ? 0 : Middle);
    if (Middle == llvm::StringRef::npos || Open == llvm::StringRef::npos ||
        Close == llvm::StringRef::npos)
      return Result + Line.str();
    Result += Line.take_front(Open);
    Result += Line.slice(Open + 1, Middle);
    Result += " (";
    Result += Line.slice(Middle + 2, Close);
    Result += ")";
    Line = Line.drop_front(Close + 1);
  }
}

static std::string plainLine(llvm::StringRef Line) {
  if (Line.starts_with("#"))
    Line = Line.ltrim('#').ltrim();
  std::string Result;
  const std::string Linkless = withoutLinks(Line);
  for (llvm::StringRef Rest = Linkless; !Rest.empty();) {
    if (Rest.consume_front("**") || Rest.consume_front("`"))
      continue;
    Result += Rest.front();
    Rest = Rest.drop_front();
  }
  return Result;
}

std::string plainText(llvm::StringRef Page) {
  std::string Result;
  bool InCode = false;
  llvm::SmallVector<llvm::StringRef> Lines;
  Page.split(Lines, '\n');
  for (const llvm::StringRef Line : Lines) {
    if (isFence(Line))
      InCode = !InCode;
    else
      Result += (InCode ? Line.str() : plainLine(Line)) + "\n";
  }
  return llvm::StringRef(Result).trim().str();
}

std::string firstParagraph(llvm::StringRef Page) {
  std::string Result;
  llvm::SmallVector<llvm::StringRef> Lines;
  Page.split(Lines, '\n');
  for (const llvm::StringRef Line : Lines) {
    const bool IsText = !Line.trim().empty() && !Line.starts_with("#") && !isFence(Line);
    if (IsText)
      Result += (Result.empty() ? "" : " ") + plainLine(Line.trim());
    else if (!Result.empty())
      break;
  }
  return Result;
}

std::string shortened(llvm::StringRef Text, size_t Limit) {
  if (Text.size() <= Limit)
    return Text.str();
  size_t End = Limit - 3;
  while (End > 0 && (static_cast<unsigned char>(Text[End]) & 0xC0) == 0x80)
    --End;
  return Text.take_front(End).rtrim().str() + "...";
}

} // namespace dbtidy::report
