//===- snapshot.h - RocksDB's snapshots, as dbtidy needs them ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_SNAPSHOT_H
#define DBTIDY_RULES_ROCKSDB_SNAPSHOT_H

#include <cstdint>

namespace rocksdb {

class DB;

class Snapshot {
public:
  virtual uint64_t GetSequenceNumber() const = 0;

protected:
  virtual ~Snapshot();
};

class ManagedSnapshot {
public:
  explicit ManagedSnapshot(DB *Db);
  ManagedSnapshot(DB *Db, const Snapshot *Then);
  ~ManagedSnapshot();
  const Snapshot *snapshot();

private:
  DB *Db;
  const Snapshot *Then;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_SNAPSHOT_H
