//===- filter_policy.h - RocksDB's filters, as dbtidy needs them ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_FILTER_POLICY_H
#define DBTIDY_RULES_ROCKSDB_FILTER_POLICY_H

namespace rocksdb {

class FilterPolicy {
public:
  virtual ~FilterPolicy();
};

const FilterPolicy *NewBloomFilterPolicy(double BitsPerKey, bool Ignored = false);
const FilterPolicy *NewRibbonFilterPolicy(double BitsPerKey, int BeforeLevel = 0);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_FILTER_POLICY_H
