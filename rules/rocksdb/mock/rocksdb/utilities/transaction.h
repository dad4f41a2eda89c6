//===- transaction.h - RocksDB's transactions, as dbtidy needs them ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_H

#include "rocksdb/db.h"

namespace rocksdb {

class Transaction {
public:
  Transaction(const Transaction &) = delete;
  void operator=(const Transaction &) = delete;
  virtual ~Transaction() {}
  virtual void SetSnapshot() = 0;
  virtual const Snapshot *GetSnapshot() const = 0;
  virtual void ClearSnapshot() = 0;
  virtual Status Prepare() = 0;
  virtual Status Commit() = 0;
  virtual Status Rollback() = 0;
  virtual void SetSavePoint() = 0;
  virtual Status RollbackToSavePoint() = 0;
  virtual Status Get(const ReadOptions &Opts, const Slice &Key, std::string *Value) = 0;
  virtual Status GetForUpdate(const ReadOptions &Opts, const Slice &Key,
                              std::string *Value, bool Exclusive = true,
                              const bool Validate = true) = 0;
  virtual Iterator *GetIterator(const ReadOptions &Opts) = 0;
  virtual Iterator *GetIterator(const ReadOptions &Opts, ColumnFamilyHandle *Family) = 0;
  virtual Status Put(const Slice &Key, const Slice &Value) = 0;
  virtual Status Delete(const Slice &Key) = 0;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_H
