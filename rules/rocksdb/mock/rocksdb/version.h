//===- version.h - RocksDB's version, as dbtidy needs it -----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_VERSION_H
#define DBTIDY_RULES_ROCKSDB_VERSION_H

#define ROCKSDB_MAJOR 10
#define ROCKSDB_MINOR 0
#define ROCKSDB_PATCH 0

#endif // DBTIDY_RULES_ROCKSDB_VERSION_H
