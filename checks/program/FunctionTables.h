//===- FunctionTables.h - Virtual functions and structs of pointers -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the calls through a pointer may go. A table is a class with virtual functions, or
// a global struct that is initialised with functions ("static const struct driver pg =
// {pg_open, pg_close}"). Capture writes one down as a function with the flag Initializer,
// which assigns to the fields of a global: the field of a class's table is the USR of the
// virtual function that is overridden, the global's USR that of the class. It "returns"
// the word const if nobody can change the table.
//
// A call through a pointer names a *slot* by its USR: that of the virtual function, or of
// the struct's field. What may be called is what the tables hold in that slot.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_FUNCTIONTABLES_H
#define DBTIDY_PROGRAM_FUNCTIONTABLES_H

#include "program/Program.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <set>

namespace dbtidy::program {

/// The field of an object that says which table its virtual calls go through.
inline constexpr llvm::StringLiteral DynamicTypeField = "$type";

/// What stands for a table among the values: a number that nothing else has. Of its USR,
/// so that two files mean the same by it.
int64_t tableId(llvm::StringRef Usr);

/// The USR of the field Name of a struct.
std::string fieldUsr(llvm::StringRef Struct, llvm::StringRef Name);

class FunctionTables {
public:
  struct Target {
    StringId Table = 0;    ///< USR of the class or the global
    StringId Name = 0;     ///< of it, for messages
    StringId Function = 0; ///< USR
  };

  explicit FunctionTables(const Program &P);

  /// What calls through Slot may reach, in the order of the tables' USRs.
  llvm::ArrayRef<Target> targets(StringId Slot) const;
  /// What Field of Table holds; null if that is not known.
  const Target *entry(StringId Table, StringId Field) const;
  /// The USR of the table that Id stands for; 0 if there is none.
  StringId table(int64_t Id) const;
  bool contains(StringId Table) const { return Tables.contains(Table); }
  /// A number for all that Table holds; 0 if it is none.
  uint64_t digest(StringId Table) const;
  uint64_t slotDigest(StringId Slot) const;

private:
  void read(const Function &F);
  void forgetAssigned(const Function &F);

  const Program &P;
  std::map<StringId, std::map<StringId, Target>> Tables; ///< by table, by field
  std::map<StringId, StringId> Types;                    ///< USR of a table's struct
  std::set<StringId> Variable;                           ///< tables that are not const
  std::map<StringId, std::vector<Target>> Slots;
  std::map<int64_t, StringId> ById;
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_FUNCTIONTABLES_H
