//===- iterator.h - LevelDB's iterators, as dbtidy needs them -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_ITERATOR_H
#define DBTIDY_RULES_LEVELDB_ITERATOR_H

#include "leveldb/slice.h"
#include "leveldb/status.h"

namespace leveldb {

class Iterator {
public:
  Iterator();
  Iterator(const Iterator &) = delete;
  Iterator &operator=(const Iterator &) = delete;
  virtual ~Iterator();

  virtual bool Valid() const = 0;
  virtual void SeekToFirst() = 0;
  virtual void SeekToLast() = 0;
  virtual void Seek(const Slice &Target) = 0;
  virtual void Next() = 0;
  virtual void Prev() = 0;
  virtual Slice key() const = 0;
  virtual Slice value() const = 0;
  virtual Status status() const = 0;

  using CleanupFunction = void (*)(void *First, void *Second);
  void RegisterCleanup(CleanupFunction Function, void *First, void *Second);
};

Iterator *NewEmptyIterator();
Iterator *NewErrorIterator(const Status &Error);

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_ITERATOR_H
