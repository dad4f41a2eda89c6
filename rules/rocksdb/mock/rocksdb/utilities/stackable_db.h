//===- stackable_db.h - RocksDB's layers, as dbtidy needs them -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_STACKABLE_DB_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_STACKABLE_DB_H

#include "rocksdb/db.h"

namespace rocksdb {

class StackableDB : public DB {
public:
  explicit StackableDB(DB *Below);
  ~StackableDB() override {}
  virtual DB *GetBaseDB();
  DB *GetRootDB() override;
  const std::string &GetName() const override;
  Env *GetEnv() const override;
  using DB::CreateColumnFamily;
  Status CreateColumnFamily(const ColumnFamilyOptions &Opts, const std::string &Name,
                            ColumnFamilyHandle **Handle) override;
  Status CreateColumnFamilyWithImport(const ColumnFamilyOptions &Opts,
                                      const std::string &Name,
                                      const ImportColumnFamilyOptions &Import,
                                      const ExportImportFilesMetaData &Files,
                                      ColumnFamilyHandle **Handle) override;
  Status DropColumnFamily(ColumnFamilyHandle *Family) override;
  Status DestroyColumnFamilyHandle(ColumnFamilyHandle *Family) override;
  ColumnFamilyHandle *DefaultColumnFamily() const override;
  using DB::Put;
  Status Put(const WriteOptions &Opts, ColumnFamilyHandle *Family, const Slice &Key,
             const Slice &Value) override;
  using DB::Get;
  Status Get(const ReadOptions &Opts, ColumnFamilyHandle *Family, const Slice &Key,
             std::string *Value) override;
  Status Write(const WriteOptions &Opts, WriteBatch *Updates) override;
  using DB::NewIterator;
  Iterator *NewIterator(const ReadOptions &Opts, ColumnFamilyHandle *Family) override;
  Status NewIterators(const ReadOptions &Opts,
                      const std::vector<ColumnFamilyHandle *> &Families,
                      std::vector<Iterator *> *Result) override;
  const Snapshot *GetSnapshot() override;
  void ReleaseSnapshot(const Snapshot *Then) override;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_STACKABLE_DB_H
