//===- Streams.h - Standard output and error --------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Output that cannot be written (a full disk, a pipe that nobody reads) is a fault of the
// run, found at its end. Messages that cannot be written are lost: there is nobody to
// tell.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_STREAMS_H
#define DBTIDY_DRIVER_STREAMS_H

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace dbtidy::driver {

template <typename... Args>
void toStream(std::FILE *To, fmt::format_string<Args...> Format, Args &&...Values) {
  const std::string Text = fmt::format(Format, std::forward<Args>(Values)...);
  (void)std::fwrite(Text.data(), 1, Text.size(), To);
}

template <typename... Args>
void toOut(fmt::format_string<Args...> Format, Args &&...Values) {
  toStream(stdout, Format, std::forward<Args>(Values)...);
}

template <typename... Args>
void toErr(fmt::format_string<Args...> Format, Args &&...Values) {
  toStream(stderr, Format, std::forward<Args>(Values)...);
}

/// The exit status of a run that would end with Status: 1 with a message if what it wrote
/// on standard output has not arrived.
int ended(int Status);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_STREAMS_H
