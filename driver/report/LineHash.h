//===- LineHash.h - The line hash of GitHub code scanning -------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GitHub tracks an alert by partialFingerprints.primaryLocationLineHash. Its upload
// action fills it in when absent and complains when it differs; its REST interface does
// neither. So the value has to be the action's to the digit.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_REPORT_LINEHASH_H
#define DBTIDY_DRIVER_REPORT_LINEHASH_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace dbtidy::report {

/// One "hash:occurrence" for each line of Text, lines ending at LF, CR LF or CR. A line's
/// hash covers the 100 UTF-16 units from its start that are neither blank nor tab, beyond
/// its end if need be; equal hashes are told apart by counting.
std::vector<std::string> lineHashes(llvm::StringRef Text);

} // namespace dbtidy::report

#endif // DBTIDY_DRIVER_REPORT_LINEHASH_H
