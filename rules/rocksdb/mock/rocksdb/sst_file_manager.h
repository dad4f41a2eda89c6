//===- sst_file_manager.h - RocksDB's file managers, as dbtidy needs them *- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_SST_FILE_MANAGER_H
#define DBTIDY_RULES_ROCKSDB_SST_FILE_MANAGER_H

#include "rocksdb/status.h"

#include <cstdint>
#include <memory>
#include <string>

namespace rocksdb {

class Env;
class Logger;

class SstFileManager {
public:
  virtual ~SstFileManager() {}
};

SstFileManager *NewSstFileManager(Env *System, std::shared_ptr<Logger> Log = nullptr,
                                  std::string Trash = "", int64_t BytesPerSecond = 0,
                                  bool DeleteTrash = true, Status *Result = nullptr,
                                  double Ratio = 0.25, uint64_t Chunk = 64 * 1024 * 1024);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_SST_FILE_MANAGER_H
