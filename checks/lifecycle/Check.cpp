//===- Check.cpp - What checks share --------------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Check.h"

namespace dbtidy::lifecycle {

Check::~Check() = default;

static Finding findingOf(const Fault &F, llvm::StringRef Check, std::string Message) {
  Finding Out;
  Out.Check = Check.str();
  Out.Message = std::move(Message);
  Out.Function = F.Function;
  Out.FunctionUsr = F.FunctionUsr;
  Out.Subject = F.Call + ' ' + F.Noun;
  Out.Path = F.Path;
  Out.Level = F.Level;
  Out.Fixes = F.Fixes;
  return Out;
}

Finding findingAtAcquisition(const Fault &F, llvm::StringRef Check, std::string Message) {
  Finding Out = findingOf(F, Check, std::move(Message));
  Out.Loc = F.Made;
  return Out;
}

Finding findingAtEnd(const Fault &F, llvm::StringRef Check, std::string Message) {
  Finding Out = findingOf(F, Check, std::move(Message));
  Out.Loc = F.End;
  Out.Subject = F.EndCall + ' ' + F.Noun;
  return Out;
}

std::string howLost(const Fault &F) {
  const std::string Line = " at line " + std::to_string(F.End.Line);
  switch (F.Loss) {
  case LossKind::Return:
    return "when the function returns" + Line;
  case LossKind::Throw:
    return "when an exception leaves" + Line;
  case LossKind::Scope:
    return "when its scope ends" + Line;
  case LossKind::Overwrite:
    return "before its last reference is overwritten" + Line;
  case LossKind::Discard:
    return "because the result is thrown away";
  case LossKind::Free:
    return "before the object that holds it is freed" + Line;
  case LossKind::Never:
    return "by any function of '" + F.Function + "'";
  }
  return {};
}

std::string withArticle(llvm::StringRef Noun) {
  const bool Vowel =
      !Noun.empty() && llvm::StringRef("aeiouAEIOU").contains(Noun.front());
  return (Vowel ? "an " : "a ") + Noun.str();
}

std::string subjectOf(const Fault &F) {
  std::string Out = F.Noun;
  if (!F.Holder.empty())
    Out += " '" + F.Holder + "'";
  if (!F.Call.empty())
    Out += " from '" + F.Call + "'";
  return Out;
}

} // namespace dbtidy::lifecycle
