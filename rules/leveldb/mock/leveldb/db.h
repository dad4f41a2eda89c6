//===- db.h - LevelDB's databases, as dbtidy needs them -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_DB_H
#define DBTIDY_RULES_LEVELDB_DB_H

#include "leveldb/iterator.h"
#include "leveldb/options.h"

#include <cstdint>
#include <string>

namespace leveldb {

class WriteBatch;

class Snapshot {
protected:
  virtual ~Snapshot();
};

struct Range {
  Range() = default;
  Range(const Slice &S, const Slice &L) : start(S), limit(L) {}
  Slice start;
  Slice limit;
};

class DB {
public:
  static Status Open(const Options &Opts, const std::string &Name, DB **Result);
  DB() = default;
  DB(const DB &) = delete;
  DB &operator=(const DB &) = delete;
  virtual ~DB();

  virtual Status Put(const WriteOptions &Opts, const Slice &Key, const Slice &Value) = 0;
  virtual Status Delete(const WriteOptions &Opts, const Slice &Key) = 0;
  virtual Status Write(const WriteOptions &Opts, WriteBatch *Updates) = 0;
  virtual Status Get(const ReadOptions &Opts, const Slice &Key, std::string *Value) = 0;
  virtual Iterator *NewIterator(const ReadOptions &Opts) = 0;
  virtual const Snapshot *GetSnapshot() = 0;
  virtual void ReleaseSnapshot(const Snapshot *Then) = 0;
  virtual bool GetProperty(const Slice &Property, std::string *Value) = 0;
  virtual void GetApproximateSizes(const Range *Ranges, int Count, uint64_t *Sizes) = 0;
  virtual void CompactRange(const Slice *Begin, const Slice *End) = 0;
};

Status DestroyDB(const std::string &Name, const Options &Opts);
Status RepairDB(const std::string &Name, const Options &Opts);

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_DB_H
