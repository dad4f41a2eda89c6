//===- Unit.h - What became of one file -------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compiled file on its way from the compiler's process to the analysis and the cache.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_UNIT_H
#define DBTIDY_DRIVER_UNIT_H

#include "capture/Dependencies.h"
#include "program/Program.h"

#include "llvm/Support/Error.h"

#include <string>

namespace dbtidy::driver {

struct Unit {
  unsigned Errors = 0;    ///< that the compiler reported
  std::string FirstError; ///< "file:line:column: message"; if Failed, the reason
  bool Failed = false;    ///< there is no model: the compiler could not start on it
  capture::Dependencies Read;
  std::string Model; ///< the program model in binary form; empty if Failed
};

std::string toBytes(Unit U);
/// The model is not looked at.
llvm::Expected<Unit> unitFrom(llvm::StringRef Bytes);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_UNIT_H
