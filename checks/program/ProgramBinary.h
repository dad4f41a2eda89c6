//===- ProgramBinary.h - The program model as bytes -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The compact form, for the way from a worker to the driver and for the cache.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_PROGRAMBINARY_H
#define DBTIDY_PROGRAM_PROGRAMBINARY_H

#include "program/Program.h"

#include "llvm/Support/Error.h"

namespace dbtidy::program {

/// The format's number; a reader refuses every other one.
inline constexpr uint32_t BinaryVersion = 2;

/// Appends P to Out: a header with a checksum, then variable-length integers. Equal
/// programs give equal bytes.
void writeBinary(const Program &P, std::string &Out);

/// Reads what writeBinary wrote. Damaged, truncated or hostile bytes give an error, never
/// a program with an index out of range.
llvm::Expected<Program> readBinary(llvm::StringRef Bytes);

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_PROGRAMBINARY_H
