//===- status.h - RocksDB's results, as dbtidy needs them ----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_STATUS_H
#define DBTIDY_RULES_ROCKSDB_STATUS_H

#include "rocksdb/slice.h"

#include <string>

namespace rocksdb {

class Status {
public:
  Status() : Now(kOk), State(nullptr) {}
  ~Status() { delete[] State; }
  Status(const Status &Other);
  Status &operator=(const Status &Other);
  Status(Status &&Other) noexcept;
  Status &operator=(Status &&Other) noexcept;

  enum Code : unsigned char {
    kOk = 0,
    kNotFound = 1,
    kCorruption = 2,
    kInvalidArgument = 4,
    kIOError = 5,
    kIncomplete = 7,
    kTimedOut = 9,
    kAborted = 10,
    kBusy = 11,
    kExpired = 12,
    kTryAgain = 13
  };

  static Status OK() { return Status(); }
  static Status NotFound(const Slice &Message, const Slice &More = Slice());
  static Status Corruption(const Slice &Message, const Slice &More = Slice());

  Code code() const { return Now; }
  bool ok() const { return code() == kOk; }
  bool IsNotFound() const { return code() == kNotFound; }
  bool IsCorruption() const { return code() == kCorruption; }
  bool IsInvalidArgument() const { return code() == kInvalidArgument; }
  bool IsIOError() const { return code() == kIOError; }
  bool IsIncomplete() const { return code() == kIncomplete; }
  bool IsTimedOut() const { return code() == kTimedOut; }
  bool IsAborted() const { return code() == kAborted; }
  bool IsBusy() const { return code() == kBusy; }
  bool IsExpired() const { return code() == kExpired; }
  bool IsTryAgain() const { return code() == kTryAgain; }
  std::string ToString() const;

private:
  Code Now;
  const char *State;
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_STATUS_H
