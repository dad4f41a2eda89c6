//===- pqexpbuffer.h - Where an installed PostgreSQL has it -------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Programs write "internal/pqexpbuffer.h" or "pqexpbuffer.h": both work with the mock.
//
//===----------------------------------------------------------------------===//
#include "../pqexpbuffer.h"
