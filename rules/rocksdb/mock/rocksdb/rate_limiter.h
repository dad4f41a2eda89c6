//===- rate_limiter.h - RocksDB's rate limiters, as dbtidy needs them ----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_RATE_LIMITER_H
#define DBTIDY_RULES_ROCKSDB_RATE_LIMITER_H

#include <cstdint>

namespace rocksdb {

class RateLimiter {
public:
  enum class Mode { kReadsOnly, kWritesOnly, kAllIo };
  virtual ~RateLimiter() {}
};

RateLimiter *NewGenericRateLimiter(
    int64_t BytesPerSecond, int64_t RefillMicros = 100 * 1000, int32_t Fairness = 10,
    RateLimiter::Mode Mode = RateLimiter::Mode::kWritesOnly, bool AutoTuned = false);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_RATE_LIMITER_H
