//===- iterator.h - RocksDB's iterators, as dbtidy needs them ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_ITERATOR_H
#define DBTIDY_RULES_ROCKSDB_ITERATOR_H

#include "rocksdb/slice.h"
#include "rocksdb/status.h"

namespace rocksdb {

class Cleanable {
public:
  Cleanable();
  Cleanable(Cleanable &) = delete;
  Cleanable &operator=(Cleanable &) = delete;
  ~Cleanable();
};

class Iterator : public Cleanable {
public:
  Iterator() {}
  Iterator(const Iterator &) = delete;
  void operator=(const Iterator &) = delete;
  virtual ~Iterator() {}

  virtual bool Valid() const = 0;
  virtual void SeekToFirst() = 0;
  virtual void SeekToLast() = 0;
  virtual void Seek(const Slice &Target) = 0;
  virtual void SeekForPrev(const Slice &Target) = 0;
  virtual void Next() = 0;
  virtual void Prev() = 0;
  virtual Slice key() const = 0;
  virtual Slice value() const = 0;
  virtual Status status() const = 0;
  virtual Status Refresh();
  virtual Slice timestamp() const { return Slice(); }
};

Iterator *NewEmptyIterator();
Iterator *NewErrorIterator(const Status &Error);

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_ITERATOR_H
