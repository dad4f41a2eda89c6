//===- Streams.cpp - Standard output and error ----------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Streams.h"

#include "Options.h"

#include <cerrno>
#include <cstring>

namespace dbtidy::driver {

int ended(int Status) {
  errno = 0;
  if (std::fflush(stdout) == 0 && !std::ferror(stdout))
    return Status;
  const std::string Reason = errno ? std::strerror(errno) : "it was cut short";
  toErr(
      "dbtidy: error: cannot write to standard output: {}; the output is not complete\n",
      Reason);
  return ExitUsage;
}

} // namespace dbtidy::driver
