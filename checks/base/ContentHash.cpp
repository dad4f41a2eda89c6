//===- ContentHash.cpp - Names for contents -------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "base/ContentHash.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

namespace dbtidy {

std::string contentHash(llvm::StringRef Bytes) {
  const auto Hash = llvm::BLAKE3::hash<16>(llvm::arrayRefFromStringRef(Bytes));
  return {Hash.begin(), Hash.end()};
}

std::string contentName(llvm::StringRef Bytes) {
  return llvm::toHex(contentHash(Bytes), /*LowerCase=*/true);
}

} // namespace dbtidy
