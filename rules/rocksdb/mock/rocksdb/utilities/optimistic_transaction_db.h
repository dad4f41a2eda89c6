//===- optimistic_transaction_db.h - RocksDB's optimistic transactions ---*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_OPTIMISTIC_TRANSACTION_DB_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_OPTIMISTIC_TRANSACTION_DB_H

#include "rocksdb/utilities/stackable_db.h"
#include "rocksdb/utilities/transaction.h"

namespace rocksdb {

struct OptimisticTransactionOptions {
  bool set_snapshot = false;
};
struct OptimisticTransactionDBOptions {
  uint32_t occ_lock_buckets = 1 << 20;
};

class OptimisticTransactionDB : public StackableDB {
public:
  static Status Open(const Options &Opts, const std::string &Name,
                     OptimisticTransactionDB **Result);
  static Status Open(const DBOptions &Opts, const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles,
                     OptimisticTransactionDB **Result);
  static Status Open(const DBOptions &Opts, const OptimisticTransactionDBOptions &OccOpts,
                     const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles,
                     OptimisticTransactionDB **Result);
  virtual ~OptimisticTransactionDB() {}
  virtual Transaction *BeginTransaction(
      const WriteOptions &Opts,
      const OptimisticTransactionOptions &TxnOpts = OptimisticTransactionOptions(),
      Transaction *Old = nullptr) = 0;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_OPTIMISTIC_TRANSACTION_DB_H
