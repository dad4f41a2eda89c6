//===- Progress.h - How far a run is -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_PROGRESS_H
#define DBTIDY_DRIVER_PROGRESS_H

#include <cstddef>

namespace dbtidy::driver {

/// One line on a terminal that is written over; nothing where there is no terminal.
class Progress {
public:
  Progress(size_t Total, bool OnTerminal) : Total(Total), OnTerminal(OnTerminal) {}
  void show(size_t Done);
  void clear();

private:
  size_t Total;
  bool OnTerminal;
  bool Shown = false;
};

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_PROGRESS_H
