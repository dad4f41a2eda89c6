//===- FunctionTables.cpp - Virtual functions and structs of pointers -----===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program/FunctionTables.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/xxhash.h"

namespace dbtidy::program {

int64_t tableId(llvm::StringRef Usr) {
  // Far from what programs count, and from the ends of the range.
  constexpr uint64_t One = 1, Low = (One << 60) - 1, High = One << 61;
  return static_cast<int64_t>((llvm::xxh3_64bits(Usr) & Low) | High);
}

std::string fieldUsr(llvm::StringRef Struct, llvm::StringRef Name) {
  return (llvm::Twine(Struct) + "@FI@" + Name).str();
}

FunctionTables::FunctionTables(const Program &P) : P(P) {
  for (const Function &F : P.Functions)
    if (F.Initializer)
      read(F);
  if (Tables.empty())
    return;
  for (const Function &F : P.Functions)
    if (!F.Initializer)
      forgetAssigned(F);
  for (const auto &[Table, Fields] : Tables) {
    ById.emplace(tableId(P.text(Table)), Table);
    const StringId Struct = Types[Table];
    for (const auto &[Field, To] : Fields) {
      // A class's fields are slots already.
      const auto Slot =
          Struct ? P.find(fieldUsr(P.text(Struct), P.text(Field))) : std::optional(Field);
      if (Slot && To.Function)
        Slots[*Slot].push_back(To);
    }
  }
  for (auto &[Slot, Targets] : Slots)
    llvm::sort(Targets, [&](const Target &A, const Target &B) {
      return P.text(A.Table) < P.text(B.Table);
    });
}

void FunctionTables::read(const Function &F) {
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events) {
      if (E.Kind != EventKind::Assign || E.Target.Path.size() != 1 ||
          F.Exprs[E.Value].Kind != ExprKind::Function)
        continue;
      const Var &Table = F.Vars[E.Target.Base];
      Types.try_emplace(Table.Usr, Table.Type);
      if (!F.ReturnType)
        Variable.insert(Table.Usr);
      const Target To{Table.Usr, F.Name, F.Exprs[E.Value].Text};
      const auto [Known, New] =
          Tables[Table.Usr].try_emplace(E.Target.Path.front().Value, To);
      // Two programs of one build have a table each of the same name.
      if (!New && Known->second.Function != To.Function)
        Known->second.Function = 0;
    }
}

/// What is assigned to later is not known, nor what others get a pointer to.
void FunctionTables::forgetAssigned(const Function &F) {
  for (const Expr &E : F.Exprs)
    if (E.Kind == ExprKind::AddressOf && E.Where.isValid() &&
        Variable.contains(F.Vars[E.Where.Base].Usr))
      for (auto &[Field, To] : Tables[F.Vars[E.Where.Base].Usr])
        To.Function = 0;
  for (const Block &B : F.Blocks)
    for (const Event &E : B.Events) {
      if (E.Kind != EventKind::Assign || !E.Target.isValid() ||
          E.Target.Path.size() != 1 || !F.Vars[E.Target.Base].Usr)
        continue;
      const auto Table = Tables.find(F.Vars[E.Target.Base].Usr);
      if (Table == Tables.end())
        continue;
      if (const auto Field = Table->second.find(E.Target.Path.front().Value);
          Field != Table->second.end())
        Field->second.Function = 0;
    }
}

llvm::ArrayRef<FunctionTables::Target> FunctionTables::targets(StringId Slot) const {
  const auto Found = Slots.find(Slot);
  if (Found == Slots.end())
    return {};
  return Found->second;
}

const FunctionTables::Target *FunctionTables::entry(StringId Table,
                                                    StringId Field) const {
  const auto Fields = Tables.find(Table);
  if (Fields == Tables.end())
    return nullptr;
  const auto Found = Fields->second.find(Field);
  return Found == Fields->second.end() || !Found->second.Function ? nullptr
                                                                  : &Found->second;
}

StringId FunctionTables::table(int64_t Id) const {
  const auto Found = ById.find(Id);
  return Found == ById.end() ? 0 : Found->second;
}

static uint64_t digestOf(const std::string &Said) {
  return Said.empty() ? 0 : llvm::xxh3_64bits(Said) | 1;
}

uint64_t FunctionTables::digest(StringId Table) const {
  std::vector<std::string> Lines;
  if (const auto Fields = Tables.find(Table); Fields != Tables.end())
    for (const auto &[Field, To] : Fields->second)
      Lines.push_back(
          (llvm::Twine(P.text(Field)) + "\n" + P.text(To.Function) + "\n").str());
  llvm::sort(Lines); // fields are numbered as they are met
  std::string Said;
  for (const std::string &Line : Lines)
    Said += Line;
  return digestOf(Said);
}

uint64_t FunctionTables::slotDigest(StringId Slot) const {
  std::string Said;
  for (const Target &To : targets(Slot))
    Said += (llvm::Twine(P.text(To.Table)) + "\n" + P.text(To.Function) + "\n").str();
  return digestOf(Said);
}

} // namespace dbtidy::program
