//===- write_batch.h - LevelDB's write batches, as dbtidy needs them ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_WRITE_BATCH_H
#define DBTIDY_RULES_LEVELDB_WRITE_BATCH_H

#include "leveldb/slice.h"
#include "leveldb/status.h"

namespace leveldb {

class WriteBatch {
public:
  WriteBatch();
  WriteBatch(const WriteBatch &) = default;
  WriteBatch &operator=(const WriteBatch &) = default;
  ~WriteBatch();
  void Put(const Slice &Key, const Slice &Value);
  void Delete(const Slice &Key);
  void Clear();

private:
  std::string Rep;
};

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_WRITE_BATCH_H
