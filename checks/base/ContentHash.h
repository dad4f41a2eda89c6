//===- ContentHash.h - Names for contents -----------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A hash that nobody can make collide on purpose (BLAKE3): a hostile change must not look
// like the file that was analysed before.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_CONTENTHASH_H
#define DBTIDY_BASE_CONTENTHASH_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace dbtidy {

/// 16 bytes, not printable.
std::string contentHash(llvm::StringRef Bytes);
/// As contentHash, in hexadecimal.
std::string contentName(llvm::StringRef Bytes);

} // namespace dbtidy

#endif // DBTIDY_BASE_CONTENTHASH_H
