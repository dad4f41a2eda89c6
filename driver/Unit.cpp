//===- Unit.cpp - What became of one file ---------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Unit.h"

#include "cache/Freshness.h"

namespace dbtidy::driver {

template <typename Archive> static void archiveUnit(Archive &A, Unit &Of) {
  A.number(Of.Errors);
  A.text(Of.FirstError);
  A.number(Of.Failed);
  archiveDependencies(A, Of.Read);
  if constexpr (Archive::Reads)
    Of.Model = A.blob().str();
  else
    A.blob(Of.Model);
}

std::string toBytes(Unit U) {
  ArchiveWriter A;
  archiveUnit(A, U);
  return A.take();
}

llvm::Expected<Unit> unitFrom(llvm::StringRef Bytes) {
  ArchiveReader A(Bytes);
  Unit Out;
  archiveUnit(A, Out);
  if (A.failed() || !A.atEnd())
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   "what its compilation gave is damaged");
  return Out;
}

} // namespace dbtidy::driver
