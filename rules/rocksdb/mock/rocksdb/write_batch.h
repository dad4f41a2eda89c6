//===- write_batch.h - RocksDB's write batches, as dbtidy needs them -----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_WRITE_BATCH_H
#define DBTIDY_RULES_ROCKSDB_WRITE_BATCH_H

#include "rocksdb/status.h"

namespace rocksdb {

class ColumnFamilyHandle;

class WriteBatch {
public:
  explicit WriteBatch(size_t Reserved = 0, size_t Max = 0);
  ~WriteBatch();
  Status Put(ColumnFamilyHandle *Family, const Slice &Key, const Slice &Value);
  Status Put(const Slice &Key, const Slice &Value);
  Status Delete(const Slice &Key);
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_WRITE_BATCH_H
