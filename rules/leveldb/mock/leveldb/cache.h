//===- cache.h - LevelDB's caches, as dbtidy needs them -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_CACHE_H
#define DBTIDY_RULES_LEVELDB_CACHE_H

#include "leveldb/slice.h"

#include <cstdint>

namespace leveldb {

class Cache;
Cache *NewLRUCache(size_t Capacity);

class Cache {
public:
  Cache() = default;
  Cache(const Cache &) = delete;
  Cache &operator=(const Cache &) = delete;
  virtual ~Cache();

  struct Handle {};
  virtual Handle *Insert(const Slice &Key, void *Object, size_t Charge,
                         void (*Deleter)(const Slice &Key, void *Object)) = 0;
  virtual Handle *Lookup(const Slice &Key) = 0;
  virtual void Release(Handle *Entry) = 0;
  virtual void *Value(Handle *Entry) = 0;
  virtual void Erase(const Slice &Key) = 0;
  virtual uint64_t NewId() = 0;
  virtual void Prune() {}
  virtual size_t TotalCharge() const = 0;
};

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_CACHE_H
