//===- libpq-fs.h - Modes of large objects ------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The modes of lo_open and lo_creat; see libpq-fe.h.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LIBPQ_FS_H
#define DBTIDY_RULES_LIBPQ_FS_H

#define INV_WRITE 0x00020000
#define INV_READ 0x00040000

#endif // DBTIDY_RULES_LIBPQ_FS_H
