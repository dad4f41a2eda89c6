//===- transaction_db.h - RocksDB's locking transactions ----------------*- C++ -*-===//
//-*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_DB_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_DB_H

#include "rocksdb/utilities/stackable_db.h"
#include "rocksdb/utilities/transaction.h"

namespace rocksdb {

struct TransactionDBOptions {
  int64_t max_num_locks = -1;
};
struct TransactionOptions {
  bool set_snapshot = false;
};

class TransactionDB : public StackableDB {
public:
  static Status Open(const Options &Opts, const TransactionDBOptions &TxnOpts,
                     const std::string &Name, TransactionDB **Result);
  static Status Open(const DBOptions &Opts, const TransactionDBOptions &TxnOpts,
                     const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles, TransactionDB **Result);
  static Status WrapDB(DB *Db, const TransactionDBOptions &TxnOpts,
                       const std::vector<size_t> &Compacting,
                       const std::vector<ColumnFamilyHandle *> &Handles,
                       TransactionDB **Result);
  static Status WrapStackableDB(StackableDB *Db, const TransactionDBOptions &TxnOpts,
                                const std::vector<size_t> &Compacting,
                                const std::vector<ColumnFamilyHandle *> &Handles,
                                TransactionDB **Result);
  ~TransactionDB() override {}
  virtual Transaction *
  BeginTransaction(const WriteOptions &Opts,
                   const TransactionOptions &TxnOpts = TransactionOptions(),
                   Transaction *Old = nullptr) = 0;
  virtual Transaction *GetTransactionByName(const std::string &Name) = 0;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_TRANSACTION_DB_H
