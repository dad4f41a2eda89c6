//===- table.h - LevelDB's tables, as dbtidy needs them -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_TABLE_H
#define DBTIDY_RULES_LEVELDB_TABLE_H

#include "leveldb/iterator.h"

#include <cstdint>

namespace leveldb {

struct Options;
struct ReadOptions;
class RandomAccessFile;

class Table {
public:
  static Status Open(const Options &Opts, RandomAccessFile *File, uint64_t Size,
                     Table **Result);
  Table(const Table &) = delete;
  Table &operator=(const Table &) = delete;
  ~Table();
  Iterator *NewIterator(const ReadOptions &) const;
  uint64_t ApproximateOffsetOf(const Slice &Key) const;

private:
  struct Rep;
  Rep *const R;
};

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_TABLE_H
