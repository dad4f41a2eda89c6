//===- RuleMessages.h - Wording of faults in rule files ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every complaint about a rule file is made of. All have one form: "PATH:
// /json/pointer: reason; remedy".
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_RULEMESSAGES_H
#define DBTIDY_API_RULEMESSAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"

#include <string>

namespace dbtidy::api {

/// Text for a message: in single quotes, short, and safe to print whatever it holds.
std::string inQuotes(llvm::StringRef Text);

/// "did you mean 'x'?" with the known name that is nearest to Word; without a near one,
/// Otherwise.
std::string nearest(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Known,
                    const llvm::Twine &Otherwise);

/// "expected 'a', 'b' or 'c'".
std::string expectedOneOf(llvm::ArrayRef<llvm::StringRef> Known);

/// Pointer extended by one key, escaped as RFC 6901 wants it.
std::string pointerTo(llvm::StringRef Pointer, llvm::StringRef Key);

/// "FILE: /json/pointer: REASON" as an error.
llvm::Error faultAt(llvm::StringRef File, llvm::StringRef Pointer,
                    const llvm::Twine &Reason);

} // namespace dbtidy::api

#endif // DBTIDY_API_RULEMESSAGES_H
