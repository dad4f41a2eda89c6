//===- slice_transform.h - RocksDB's prefixes, as dbtidy needs them ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_SLICE_TRANSFORM_H
#define DBTIDY_RULES_ROCKSDB_SLICE_TRANSFORM_H

#include <cstddef>

namespace rocksdb {

class SliceTransform {
public:
  virtual ~SliceTransform() {}
};

const SliceTransform *NewFixedPrefixTransform(size_t Length);
const SliceTransform *NewCappedPrefixTransform(size_t Length);
const SliceTransform *NewNoopTransform();

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_SLICE_TRANSFORM_H
