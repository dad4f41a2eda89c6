//===- metadata.h - RocksDB's descriptions of files, as dbtidy needs them *- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_METADATA_H
#define DBTIDY_RULES_ROCKSDB_METADATA_H

#include <string>

namespace rocksdb {

struct ExportImportFilesMetaData {
  std::string db_comparator_name;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_METADATA_H
