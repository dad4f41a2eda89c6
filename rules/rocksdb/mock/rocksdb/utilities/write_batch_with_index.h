//===- write_batch_with_index.h - RocksDB's indexed write batches --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_WRITE_BATCH_WITH_INDEX_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_WRITE_BATCH_WITH_INDEX_H

#include "rocksdb/iterator.h"
#include "rocksdb/options.h"

namespace rocksdb {

class ColumnFamilyHandle;

class WBWIIterator {
public:
  virtual ~WBWIIterator() {}
  virtual bool Valid() const = 0;
  virtual void SeekToFirst() = 0;
  virtual void Next() = 0;
  virtual Status status() const = 0;
};

class WriteBatchWithIndex {
public:
  ~WriteBatchWithIndex();
  WBWIIterator *NewIterator(ColumnFamilyHandle *Family);
  WBWIIterator *NewIterator();
  Iterator *NewIteratorWithBase(ColumnFamilyHandle *Family, Iterator *Base,
                                const ReadOptions *Opts = nullptr);
  Iterator *NewIteratorWithBase(Iterator *Base);
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_WRITE_BATCH_WITH_INDEX_H
