//===- Digest.h - What a function says, as a number -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_DIGEST_H
#define DBTIDY_PROGRAM_DIGEST_H

#include "program/Program.h"

namespace dbtidy::program {

/// Digests of the functions of one program: 64 bits over every field. Strings and files
/// count by their text, so that equal functions of two programs have equal digests;
/// positions count from the function's name, so that what stands above it does not.
class Digests {
public:
  explicit Digests(const Program &P);
  uint64_t of(const Function &F);

private:
  friend class FunctionDigest;
  uint64_t textOf(StringId Id);

  const Program &P;
  std::vector<uint64_t> Files, Texts; ///< by index; 0: not computed yet
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_DIGEST_H
