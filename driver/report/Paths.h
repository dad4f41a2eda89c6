//===- Paths.h - File names as reports spell them ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_PATHS_H
#define DBTIDY_DRIVER_REPORT_PATHS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace dbtidy::report {

/// File without "." and ".." components. This is by name, so a ".." behind a symbolic
/// link may go wrong; compilation databases are full of "build/../src" and hardly of the
/// former.
std::string normalised(llvm::StringRef File);

/// File as seen from Directory when it lies below it by name, otherwise an empty string.
std::string below(llvm::StringRef Directory, llvm::StringRef File);

/// As below(), but symbolic links are followed when the names alone do not tell.
std::string belowResolved(llvm::StringRef Directory, llvm::StringRef File);

/// Percent-encodes a path for a URI (RFC 3986); '/' stays. The result is also safe as a
/// relative reference: a ':' in its first segment is no scheme.
std::string uriPath(llvm::StringRef Path);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_PATHS_H
