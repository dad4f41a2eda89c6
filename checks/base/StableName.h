//===- StableName.h - Names that survive reruns and machines ----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_STABLENAME_H
#define DBTIDY_BASE_STABLENAME_H

#include <string>
#include <string_view>

namespace dbtidy {

/// A 128-bit hash of Text as 32 hexadecimal digits, the same on every machine and in
/// every version (two FNV-1a passes, http://www.isthe.com/chongo/tech/comp/fnv/). It
/// names things, it does not protect against an adversary.
std::string stableName(std::string_view Text);

} // namespace dbtidy

#endif // DBTIDY_BASE_STABLENAME_H
