//===- Program.cpp - Tables of the program model --------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/Program.h"

namespace dbtidy::program {

Program::Program() { intern(""); }

StringId Program::intern(llvm::StringRef Text) {
  const auto [It, New] = StringIds.try_emplace(Text, stringCount());
  if (New)
    Strings.emplace_back(Text);
  return It->second;
}

std::optional<StringId> Program::find(llvm::StringRef Text) const {
  const auto It = StringIds.find(Text);
  if (It == StringIds.end())
    return std::nullopt;
  return It->second;
}

uint32_t Program::internFile(llvm::StringRef Path) {
  const auto [It, New] = FileIds.try_emplace(Path, Files.size());
  if (New)
    Files.emplace_back(Path);
  return It->second;
}

Location Program::locate(const Span &Where) const {
  Location Out;
  if (!Where.isValid())
    return Out;
  Out.File = Files[Where.File];
  Out.Line = Where.Line;
  Out.Column = Where.Column;
  Out.Offset = Where.Offset;
  Out.EndLine = Where.EndLine;
  Out.EndColumn = Where.EndColumn;
  Out.EndOffset = Where.EndOffset;
  return Out;
}

} // namespace dbtidy::program
