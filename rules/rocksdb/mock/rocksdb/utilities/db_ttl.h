//===- db_ttl.h - RocksDB's databases that forget, as dbtidy needs them --*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_UTILITIES_DB_TTL_H
#define DBTIDY_RULES_ROCKSDB_UTILITIES_DB_TTL_H

#include "rocksdb/utilities/stackable_db.h"

namespace rocksdb {

class DBWithTTL : public StackableDB {
public:
  virtual Status CreateColumnFamilyWithTtl(const ColumnFamilyOptions &Opts,
                                           const std::string &Name,
                                           ColumnFamilyHandle **Handle, int Ttl) = 0;
  static Status Open(const Options &Opts, const std::string &Name, DBWithTTL **Result,
                     int32_t Ttl = 0, bool ReadOnly = false);
  static Status Open(const DBOptions &Opts, const std::string &Name,
                     const std::vector<ColumnFamilyDescriptor> &Families,
                     std::vector<ColumnFamilyHandle *> *Handles, DBWithTTL **Result,
                     const std::vector<int32_t> &Ttls, bool ReadOnly = false);
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_UTILITIES_DB_TTL_H
