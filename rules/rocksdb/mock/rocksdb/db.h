//===- db.h - RocksDB's databases, as dbtidy needs them ------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_DB_H
#define DBTIDY_RULES_ROCKSDB_DB_H

#include "rocksdb/iterator.h"
#include "rocksdb/metadata.h"
#include "rocksdb/options.h"
#include "rocksdb/snapshot.h"
#include "rocksdb/version.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace rocksdb {

class Env;
class WriteBatch;

extern const std::string kDefaultColumnFamilyName;

class ColumnFamilyHandle {
public:
  virtual ~ColumnFamilyHandle() {}
  virtual const std::string &GetName() const = 0;
  virtual uint32_t GetID() const = 0;
};

struct ColumnFamilyDescriptor {
  std::string name;
  ColumnFamilyOptions options;
  ColumnFamilyDescriptor() : name(kDefaultColumnFamilyName) {}
  ColumnFamilyDescriptor(const std::string &N, const ColumnFamilyOptions &O)
      : name(N), options(O) {}
};

// Of the releases 10 that have both: before them there is only DB **, after them only
// the owner.
class DB {
public:
  static Status Open(const Options &Opts, const std::string &Name, DB **Result);
  static Status Open(const Options &Opts, const std::string &Name,
                     std::unique_ptr<DB> *Result);
  static Status Open(const DBOptions &Opts, const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles, DB **Result);
  static Status Open(const DBOptions &Opts, const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles,
                     std::unique_ptr<DB> *Result);
  static Status OpenForReadOnly(const Options &Opts, const std::string &Name, DB **Result,
                                bool ErrorIfLog = false);
  static Status OpenForReadOnly(const DBOptions &Opts, const std::string &Name,
                                const std::vector<ColumnFamilyDescriptor> &Families,
                                std::vector<ColumnFamilyHandle *> *Handles, DB **Result,
                                bool ErrorIfLog = false);
  static Status OpenAsSecondary(const Options &Opts, const std::string &Name,
                                const std::string &Secondary, DB **Result);
  static Status OpenAsSecondary(const DBOptions &Opts, const std::string &Name,
                                const std::string &Secondary,
                                const std::vector<ColumnFamilyDescriptor> &Families,
                                std::vector<ColumnFamilyHandle *> *Handles, DB **Result);
  static Status OpenAndTrimHistory(const DBOptions &Opts, const std::string &Name,
                                   const std::vector<ColumnFamilyDescriptor> &Families,
                                   std::vector<ColumnFamilyHandle *> *Handles,
                                   DB **Result, std::string Until);
  static Status ListColumnFamilies(const DBOptions &Opts, const std::string &Name,
                                   std::vector<std::string> *Families);
  DB() {}
  DB(const DB &) = delete;
  void operator=(const DB &) = delete;
  virtual ~DB();
  virtual Status Close();

  virtual Status CreateColumnFamily(const ColumnFamilyOptions &Opts,
                                    const std::string &Name, ColumnFamilyHandle **Handle);
  virtual Status CreateColumnFamilyWithImport(const ColumnFamilyOptions &Opts,
                                              const std::string &Name,
                                              const ImportColumnFamilyOptions &Import,
                                              const ExportImportFilesMetaData &Files,
                                              ColumnFamilyHandle **Handle) = 0;
  virtual Status DropColumnFamily(ColumnFamilyHandle *Family);
  virtual Status DestroyColumnFamilyHandle(ColumnFamilyHandle *Family);
  virtual ColumnFamilyHandle *DefaultColumnFamily() const = 0;

  virtual Status Put(const WriteOptions &Opts, ColumnFamilyHandle *Family,
                     const Slice &Key, const Slice &Value) = 0;
  virtual Status Put(const WriteOptions &Opts, const Slice &Key, const Slice &Value);
  virtual Status Delete(const WriteOptions &Opts, const Slice &Key);
  virtual Status Write(const WriteOptions &Opts, WriteBatch *Updates) = 0;
  virtual Status Get(const ReadOptions &Opts, ColumnFamilyHandle *Family,
                     const Slice &Key, std::string *Value);
  virtual Status Get(const ReadOptions &Opts, const Slice &Key, std::string *Value);
  virtual Iterator *NewIterator(const ReadOptions &Opts, ColumnFamilyHandle *Family) = 0;
  virtual Iterator *NewIterator(const ReadOptions &Opts);
  virtual Status NewIterators(const ReadOptions &Opts,
                              const std::vector<ColumnFamilyHandle *> &Families,
                              std::vector<Iterator *> *Result) = 0;
  virtual const Snapshot *GetSnapshot() = 0;
  virtual void ReleaseSnapshot(const Snapshot *Then) = 0;
  virtual bool GetProperty(const Slice &Property, std::string *Value);
  virtual const std::string &GetName() const = 0;
  virtual Env *GetEnv() const = 0;
  virtual DB *GetRootDB() { return this; }
  virtual Status Flush(const FlushOptions &Opts);
};

Status DestroyDB(const std::string &Name, const Options &Opts,
                 const std::vector<ColumnFamilyDescriptor> &Families = {});

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_DB_H
