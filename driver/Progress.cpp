//===- Progress.cpp - How far a run is -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Progress.h"
#include "Streams.h"

#include <fmt/format.h>

namespace dbtidy::driver {

void Progress::show(size_t Done) {
  if (!OnTerminal)
    return;
  toErr("\r\033[K[{}/{}] files analysed", Done, Total);
  std::fflush(stderr);
  Shown = true;
}

void Progress::clear() {
  if (Shown)
    toErr("\r\033[K");
  Shown = false;
}

} // namespace dbtidy::driver
