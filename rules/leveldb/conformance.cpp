//===- conformance.cpp - api.json against the headers -----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles against mock/ and against the real headers: every call of api.json is made
// with values of the types that its entry assumes. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name of api.json to occur in this file.
//
//===----------------------------------------------------------------------===//
#include "leveldb/cache.h"
#include "leveldb/db.h"
#include "leveldb/env.h"
#include "leveldb/filter_policy.h"
#include "leveldb/helpers/memenv.h"
#include "leveldb/iterator.h"
#include "leveldb/slice.h"
#include "leveldb/status.h"
#include "leveldb/table.h"
#include "leveldb/write_batch.h"

using namespace leveldb;

static bool results(const Status &S) {
  std::string Text = S.ToString();
  return S.ok() || S.IsNotFound() || S.IsCorruption() || S.IsIOError() ||
         S.IsNotSupportedError() || S.IsInvalidArgument();
}

static int slices(const Slice &S) {
  const char *Data = S.data();
  size_t Size = S.size();
  std::string Text = S.ToString();
  return S.empty() || Data[0] == Data[Size - 1] || S.compare(Text) || S.starts_with(Text);
}

static void iterators(Iterator *At, const Slice &Key, const Status &Error,
                      Iterator::CleanupFunction Function, void *Data) {
  bool Ok = At->Valid();
  At->SeekToFirst();
  At->SeekToLast();
  At->Seek(Key);
  At->Next();
  At->Prev();
  Ok = slices(At->key()) && slices(At->value());
  Ok = Ok && results(At->status());
  At->RegisterCleanup(Function, Data, Data);
  At->~Iterator();
  At = NewEmptyIterator();
  delete At;
  At = NewErrorIterator(Error);
  delete At;
}

static void databases(const Options &Opts, const std::string &Name, const Slice &Key,
                      const Range *Ranges, uint64_t *Sizes, WriteBatch *Updates,
                      std::string *Value) {
  DB *Db = nullptr;
  Status S = DB::Open(Opts, Name, &Db);
  S = Db->Put(WriteOptions(), Key, Key);
  S = Db->Delete(WriteOptions(), Key);
  S = Db->Write(WriteOptions(), Updates);
  S = Db->Get(ReadOptions(), Key, Value);
  const Snapshot *Then = Db->GetSnapshot();
  Db->ReleaseSnapshot(Then);
  Iterator *At = Db->NewIterator(ReadOptions());
  iterators(At, Key, S, nullptr, nullptr);
  bool Ok = Db->GetProperty(Key, Value);
  Db->GetApproximateSizes(Ranges, Ok, Sizes);
  Db->CompactRange(&Key, &Key);
  Db->~DB();
  S = DestroyDB(Name, Opts);
  S = RepairDB(Name, Opts);
}

static void tables(const Options &Opts, RandomAccessFile *File, const Slice &Key) {
  Table *Sorted = nullptr;
  Status S = Table::Open(Opts, File, 0, &Sorted);
  Iterator *At = Sorted->NewIterator(ReadOptions());
  uint64_t Offset = Sorted->ApproximateOffsetOf(Key);
  (void)Offset;
  delete At;
  Sorted->~Table();
}

static void caches(const Slice &Key, void *Object) {
  void (*Deleter)(const Slice &, void *) = nullptr;
  Cache *Store = NewLRUCache(1);
  Cache::Handle *Entry = Store->Insert(Key, Object, 1, Deleter);
  Store->Release(Entry);
  Entry = Store->Lookup(Key);
  Object = Store->Value(Entry);
  Store->Erase(Key);
  Store->Prune();
  uint64_t Id = Store->NewId() + Store->TotalCharge();
  (void)Id;
  Store->~Cache();
  const FilterPolicy *Filter = NewBloomFilterPolicy(10);
  Filter->~FilterPolicy();
}

static void environments(const std::string &Name, Slice *Data, char *Scratch) {
  Env *System = NewMemEnv(Env::Default());
  SequentialFile *In = nullptr;
  Status S = System->NewSequentialFile(Name, &In);
  S = In->Read(1, Data, Scratch);
  S = In->Skip(1);
  In->~SequentialFile();
  RandomAccessFile *Any = nullptr;
  S = System->NewRandomAccessFile(Name, &Any);
  S = Any->Read(0, 1, Data, Scratch);
  Any->~RandomAccessFile();
  WritableFile *Out = nullptr;
  S = System->NewWritableFile(Name, &Out);
  S = System->NewAppendableFile(Name, &Out);
  S = Out->Append(*Data);
  S = Out->Flush();
  S = Out->Sync();
  S = Out->Close();
  Out->~WritableFile();
  FileLock *Lock = nullptr;
  S = System->LockFile(Name, &Lock);
  S = System->UnlockFile(Lock);
  Logger *Log = nullptr;
  S = System->NewLogger(Name, &Log);
  Log->~Logger();
  System->SleepForMicroseconds(1);
  System->~Env();
}

void all(const Options &Opts, const std::string &Name, std::string *Value) {
  Slice Data;
  char Scratch[1];
  uint64_t Sizes[1];
  databases(Opts, Name, Data, nullptr, Sizes, nullptr, Value);
  tables(Opts, nullptr, Data);
  caches(Data, nullptr);
  environments(Name, &Data, Scratch);
}
