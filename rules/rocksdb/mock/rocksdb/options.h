//===- options.h - RocksDB's options, as dbtidy needs them ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_OPTIONS_H
#define DBTIDY_RULES_ROCKSDB_OPTIONS_H

#include <memory>
#include <string>

namespace rocksdb {

class RateLimiter;
class SliceTransform;
class Snapshot;
class SstFileManager;
class TableFactory;

struct ColumnFamilyOptions {
  ColumnFamilyOptions();
  std::shared_ptr<const SliceTransform> prefix_extractor = nullptr;
  std::shared_ptr<TableFactory> table_factory;
};

struct DBOptions {
  DBOptions();
  bool create_if_missing = false;
  std::shared_ptr<RateLimiter> rate_limiter = nullptr;
  std::shared_ptr<SstFileManager> sst_file_manager = nullptr;
};

struct Options : public DBOptions, public ColumnFamilyOptions {
  Options() {}
  Options(const DBOptions &D, const ColumnFamilyOptions &C)
      : DBOptions(D), ColumnFamilyOptions(C) {}
};

struct ReadOptions {
  const Snapshot *snapshot;
  bool fill_cache;
  ReadOptions();
};

struct WriteOptions {
  bool sync;
  WriteOptions() : sync(false) {}
};

struct FlushOptions {
  bool wait;
  FlushOptions() : wait(true) {}
};

struct ImportColumnFamilyOptions {
  bool move_files = false;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_OPTIONS_H
