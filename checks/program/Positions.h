//===- Positions.h - Where something stands inside its function -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_POSITIONS_H
#define DBTIDY_PROGRAM_POSITIONS_H

#include "program/Program.h"

#include <map>

namespace dbtidy::program {

/// Turns places in the source into distances from the function that they are in and back,
/// so that what is kept about a function holds when the lines above it change.
class Positions {
public:
  explicit Positions(const Program &P);

  /// The function around L; null if there is none. Of nested ones (lambdas), the same for
  /// every place in it.
  const Function *around(const Location &L) const;
  /// L, in F's file, as distances from F's name; and back.
  Location relative(Location L, const Function &F) const;
  Location absolute(Location L, const Function &F) const;
  const Function *find(llvm::StringRef Usr) const;
  const Program &program() const { return P; }

private:
  const Program &P;
  std::vector<std::map<uint32_t, const Function *>> Files; ///< by file, by first line
  std::map<llvm::StringRef, uint32_t> Numbers;             ///< of the files
  std::map<StringId, const Function *> Functions;          ///< by USR
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_POSITIONS_H
