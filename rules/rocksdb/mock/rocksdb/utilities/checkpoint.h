//===- checkpoint.h - RocksDB's checkpoints, as dbtidy needs them --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_CHECKPOINT_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_CHECKPOINT_H

#include "rocksdb/db.h"

namespace rocksdb {

class Checkpoint {
public:
  static Status Create(DB *Db, Checkpoint **Result);
  virtual Status CreateCheckpoint(const std::string &Folder, uint64_t LogSize = 0,
                                  uint64_t *Sequence = nullptr);
  virtual Status ExportColumnFamily(ColumnFamilyHandle *Family, const std::string &Folder,
                                    ExportImportFilesMetaData **Files);
  virtual ~Checkpoint() {}
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_CHECKPOINT_H
