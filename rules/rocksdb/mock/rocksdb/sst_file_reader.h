//===- sst_file_reader.h - RocksDB's readers of files, as dbtidy needs them --*- C++
//-*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_SST_FILE_READER_H
#define DBTIDY_RULES_ROCKSDB_SST_FILE_READER_H

#include "rocksdb/iterator.h"
#include "rocksdb/options.h"

#include <string>

namespace rocksdb {

class SstFileReader {
public:
  explicit SstFileReader(const Options &Opts);
  ~SstFileReader();
  Status Open(const std::string &Path);
  Iterator *NewIterator(const ReadOptions &Opts);
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_SST_FILE_READER_H
