//===- backup_engine.h - RocksDB's backups, as dbtidy needs them ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_BACKUP_ENGINE_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_BACKUP_ENGINE_H

#include "rocksdb/db.h"

namespace rocksdb {

struct BackupEngineOptions {
  explicit BackupEngineOptions(const std::string &Folder);
  std::string backup_dir;
};

class IOStatus : public Status {};

class BackupEngine {
public:
  virtual ~BackupEngine() {}
  static IOStatus Open(const BackupEngineOptions &Opts, Env *System,
                       BackupEngine **Result);
  static IOStatus Open(Env *System, const BackupEngineOptions &Opts,
                       BackupEngine **Result);
  virtual IOStatus CreateNewBackup(DB *Db, bool FlushBefore = false);
  virtual IOStatus PurgeOldBackups(uint32_t Keep) = 0;
};

class BackupEngineReadOnly {
public:
  virtual ~BackupEngineReadOnly() {}
  static IOStatus Open(const BackupEngineOptions &Opts, Env *System,
                       BackupEngineReadOnly **Result);
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_BACKUP_ENGINE_H
