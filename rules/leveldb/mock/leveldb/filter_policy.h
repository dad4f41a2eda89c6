//===- filter_policy.h - LevelDB's filters, as dbtidy needs them ----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_FILTER_POLICY_H
#define DBTIDY_RULES_LEVELDB_FILTER_POLICY_H

#include "leveldb/slice.h"

namespace leveldb {

class FilterPolicy {
public:
  virtual ~FilterPolicy();
  virtual const char *Name() const = 0;
  virtual void CreateFilter(const Slice *Keys, int Count, std::string *To) const = 0;
  virtual bool KeyMayMatch(const Slice &Key, const Slice &Filter) const = 0;
};

const FilterPolicy *NewBloomFilterPolicy(int BitsPerKey);

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_FILTER_POLICY_H
