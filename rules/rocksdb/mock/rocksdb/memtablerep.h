//===- memtablerep.h - RocksDB's tables in memory, as dbtidy needs them --*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_MEMTABLEREP_H
#define DBTIDY_RULES_ROCKSDB_MEMTABLEREP_H

#include <cstddef>
#include <cstdint>

namespace rocksdb {

class MemTableRepFactory {
public:
  virtual ~MemTableRepFactory() {}
};

MemTableRepFactory *NewHashSkipListRepFactory(size_t Buckets = 1000000,
                                              int32_t Height = 4, int32_t Branching = 4);
MemTableRepFactory *NewHashLinkListRepFactory(size_t Buckets = 50000, size_t PageSize = 0,
                                              int Logging = 4096, bool IfFlushed = true,
                                              uint32_t Threshold = 256);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_MEMTABLEREP_H
