//===- status.h - LevelDB's results, as dbtidy needs them -----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_STATUS_H
#define DBTIDY_RULES_LEVELDB_STATUS_H

#include "leveldb/slice.h"

#include <string>
#include <utility>

namespace leveldb {

class Status {
public:
  Status() noexcept : State(nullptr) {}
  ~Status() { delete[] State; }
  Status(const Status &Other);
  Status &operator=(const Status &Other);
  Status(Status &&Other) noexcept : State(Other.State) { Other.State = nullptr; }
  Status &operator=(Status &&Other) noexcept;

  static Status OK() { return Status(); }
  static Status NotFound(const Slice &Message, const Slice &More = Slice());
  static Status Corruption(const Slice &Message, const Slice &More = Slice());
  static Status InvalidArgument(const Slice &Message, const Slice &More = Slice());
  static Status IOError(const Slice &Message, const Slice &More = Slice());

  bool ok() const { return State == nullptr; }
  bool IsNotFound() const;
  bool IsCorruption() const;
  bool IsIOError() const;
  bool IsNotSupportedError() const;
  bool IsInvalidArgument() const;
  std::string ToString() const;

private:
  const char *State;
};

inline Status &Status::operator=(Status &&Other) noexcept {
  std::swap(State, Other.State);
  return *this;
}

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_STATUS_H
