//===- concurrent_task_limiter.h - RocksDB's task limiters, as dbtidy needs them -------*-
// C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_CONCURRENT_TASK_LIMITER_H
#define DBTIDY_RULES_ROCKSDB_CONCURRENT_TASK_LIMITER_H

#include <cstdint>
#include <string>

namespace rocksdb {

class ConcurrentTaskLimiter {
public:
  virtual ~ConcurrentTaskLimiter() {}
};

ConcurrentTaskLimiter *NewConcurrentTaskLimiter(const std::string &Name, int32_t Limit);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_CONCURRENT_TASK_LIMITER_H
