//===- options.h - LevelDB's options, as dbtidy needs them ----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_OPTIONS_H
#define DBTIDY_RULES_LEVELDB_OPTIONS_H

#include <cstddef>

namespace leveldb {

class Cache;
class Comparator;
class Env;
class FilterPolicy;
class Logger;
class Snapshot;

enum CompressionType { kNoCompression = 0x0, kSnappyCompression = 0x1 };

struct Options {
  Options();
  const Comparator *comparator;
  bool create_if_missing = false;
  bool error_if_exists = false;
  bool paranoid_checks = false;
  Env *env;
  Logger *info_log = nullptr;
  size_t write_buffer_size = 4 * 1024 * 1024;
  int max_open_files = 1000;
  Cache *block_cache = nullptr;
  size_t block_size = 4 * 1024;
  CompressionType compression = kSnappyCompression;
  const FilterPolicy *filter_policy = nullptr;
};

struct ReadOptions {
  bool verify_checksums = false;
  bool fill_cache = true;
  const Snapshot *snapshot = nullptr;
};

struct WriteOptions {
  WriteOptions() = default;
  bool sync = false;
};

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_OPTIONS_H
