//===- table.h - RocksDB's table formats, as dbtidy needs them -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_TABLE_H
#define DBTIDY_RULES_ROCKSDB_TABLE_H

#include <memory>

namespace rocksdb {

class FilterPolicy;

struct BlockBasedTableOptions {
  bool cache_index_and_filter_blocks = false;
  std::shared_ptr<const FilterPolicy> filter_policy = nullptr;
};
struct PlainTableOptions {
  int bloom_bits_per_key = 10;
};
struct CuckooTableOptions {
  double hash_table_ratio = 0.9;
};

class TableFactory {
public:
  virtual ~TableFactory() {}
};

TableFactory *
NewBlockBasedTableFactory(const BlockBasedTableOptions &Opts = BlockBasedTableOptions());
TableFactory *NewPlainTableFactory(const PlainTableOptions &Opts = PlainTableOptions());
TableFactory *
NewCuckooTableFactory(const CuckooTableOptions &Opts = CuckooTableOptions());

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_TABLE_H
