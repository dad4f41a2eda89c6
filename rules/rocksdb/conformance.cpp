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
#include "rocksdb/concurrent_task_limiter.h"
#include "rocksdb/db.h"
#include "rocksdb/env.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/iterator.h"
#include "rocksdb/memtablerep.h"
#include "rocksdb/metadata.h"
#include "rocksdb/rate_limiter.h"
#include "rocksdb/slice_transform.h"
#include "rocksdb/snapshot.h"
#include "rocksdb/sst_file_manager.h"
#include "rocksdb/sst_file_reader.h"
#include "rocksdb/table.h"
#include "rocksdb/utilities/backup_engine.h"
#include "rocksdb/utilities/checkpoint.h"
#include "rocksdb/utilities/db_ttl.h"
#include "rocksdb/utilities/optimistic_transaction_db.h"
#include "rocksdb/utilities/transaction_db.h"
#include "rocksdb/utilities/write_batch_with_index.h"
#include "rocksdb/version.h"

using namespace rocksdb;

using Families = std::vector<ColumnFamilyDescriptor>;
using Handles = std::vector<ColumnFamilyHandle *>;

bool results(const Status &S) {
  return S.ok() || S.IsNotFound() || S.IsCorruption() || S.IsInvalidArgument() ||
         S.IsIOError() || S.IsIncomplete() || S.IsTimedOut() || S.IsAborted() ||
         S.IsBusy() || S.IsExpired() || S.IsTryAgain() || S.code() == Status::kOk;
}

void opening(const Options &Opts, const std::string &Name, const Families &All,
             Handles *Opened, const std::string &Other) {
  Status S;
#if ROCKSDB_MAJOR >= 10
  std::unique_ptr<DB> Owner;
  S = DB::Open(Opts, Name, &Owner);
  S = DB::Open(Opts, Name, All, Opened, &Owner);
#endif
#if ROCKSDB_MAJOR < 11
  DB *Db = nullptr;
  S = DB::Open(Opts, Name, &Db);
  S = DB::Open(Opts, Name, All, Opened, &Db);
  S = DB::OpenForReadOnly(Opts, Name, &Db);
  S = DB::OpenForReadOnly(Opts, Name, All, Opened, &Db);
  S = DB::OpenAsSecondary(Opts, Name, Other, &Db);
  S = DB::OpenAsSecondary(Opts, Name, Other, All, Opened, &Db);
  S = DB::OpenAndTrimHistory(Opts, Name, All, Opened, &Db, Other);
  Db->~DB();
#endif
}

void layers(DB *Db, StackableDB *Stack, const Options &Opts, const std::string &Name,
            const Families &All, Handles *Opened) {
  const TransactionDBOptions TxnOpts;
  TransactionDB *Txns = nullptr;
  Status S = TransactionDB::Open(Opts, TxnOpts, Name, &Txns);
  S = TransactionDB::Open(Opts, TxnOpts, Name, All, Opened, &Txns);
  S = TransactionDB::WrapDB(Db, TxnOpts, {}, *Opened, &Txns);
  S = TransactionDB::WrapStackableDB(Stack, TxnOpts, {}, *Opened, &Txns);
  Txns->~TransactionDB();
  OptimisticTransactionDB *Hopeful = nullptr;
  const OptimisticTransactionDBOptions OccOpts;
  S = OptimisticTransactionDB::Open(Opts, Name, &Hopeful);
  S = OptimisticTransactionDB::Open(Opts, Name, All, Opened, &Hopeful);
  S = OptimisticTransactionDB::Open(Opts, OccOpts, Name, All, Opened, &Hopeful);
  Hopeful->~OptimisticTransactionDB();
  DBWithTTL *Short = nullptr;
  S = DBWithTTL::Open(Opts, Name, &Short, 1, false);
  S = DBWithTTL::Open(Opts, Name, All, Opened, &Short, {1}, false);
  ColumnFamilyHandle *Family = nullptr;
  S = Short->CreateColumnFamilyWithTtl(Opts, Name, &Family, 1);
  Short->~DBWithTTL();
  Stack->~StackableDB();
}

void transactions(TransactionDB *Txns, OptimisticTransactionDB *Hopeful,
                  const std::string &Name) {
  Transaction *Txn =
      Txns->BeginTransaction(WriteOptions(), TransactionOptions(), nullptr);
  Txn = Hopeful->BeginTransaction(WriteOptions(), OptimisticTransactionOptions(), Txn);
  Txn->SetSnapshot();
  const Snapshot *Then = Txn->GetSnapshot();
  (void)Then;
  Txn->ClearSnapshot();
  Iterator *At = Txn->GetIterator(ReadOptions());
  delete At;
  Txn->~Transaction();
  Txn = Txns->GetTransactionByName(Name);
}

template <typename Base> void handles(Base *Db, const Slice &Key, const Options &Opts) {
  Iterator *At = Db->NewIterator(ReadOptions());
  bool Ok = At->Valid();
  At->SeekToFirst();
  At->SeekToLast();
  At->Seek(Key);
  At->SeekForPrev(Key);
  At->Next();
  At->Prev();
  Ok = Ok && At->key() == At->value() && At->timestamp() == Key;
  At->~Iterator();
  const Snapshot *Then = Db->GetSnapshot();
  Db->ReleaseSnapshot(Then);
  ColumnFamilyHandle *Family = Db->DefaultColumnFamily();
  Status S = Db->CreateColumnFamily(Opts, Db->GetName(), &Family);
  S = Db->CreateColumnFamilyWithImport(Opts, Db->GetName(), ImportColumnFamilyOptions(),
                                       ExportImportFilesMetaData(), &Family);
  const std::string &Name = Family->GetName();
  (void)Name;
  uint32_t Id = Family->GetID();
  (void)Id;
  S = Db->DestroyColumnFamilyHandle(Family);
  Family->~ColumnFamilyHandle();
  DB *Root = Db->GetRootDB();
  (void)Root;
  ManagedSnapshot Managed(Db, Then);
}

void bases(DB *Db, StackableDB *Stack, const Slice &Key, const Options &Opts) {
  handles<DB>(Db, Key, Opts);
  handles<StackableDB>(Stack, Key, Opts);
  Db = Stack->GetBaseDB();
  Iterator *At = NewEmptyIterator();
  delete At;
  At = NewErrorIterator(Status());
  SstFileReader Reader(Opts);
  At = Reader.NewIterator(ReadOptions());
  WriteBatchWithIndex Batch;
  At = Batch.NewIteratorWithBase(At);
  At = Batch.NewIteratorWithBase(Db->DefaultColumnFamily(), At);
  WBWIIterator *In = Batch.NewIterator();
  bool Ok = In->Valid();
  (void)Ok;
  In->~WBWIIterator();
}

void copies(DB *Db, Env *System, ColumnFamilyHandle *Family, const std::string &Folder) {
  const BackupEngineOptions Opts(Folder);
  BackupEngine *Engine = nullptr;
  Status S = BackupEngine::Open(Opts, System, &Engine);
  S = BackupEngine::Open(System, Opts, &Engine);
  Engine->~BackupEngine();
  BackupEngineReadOnly *Reader = nullptr;
  S = BackupEngineReadOnly::Open(Opts, System, &Reader);
  Reader->~BackupEngineReadOnly();
  Checkpoint *Point = nullptr;
  S = Checkpoint::Create(Db, &Point);
  ExportImportFilesMetaData *Files = nullptr;
  S = Point->ExportColumnFamily(Family, Folder, &Files);
  Files->~ExportImportFilesMetaData();
  Point->~Checkpoint();
}

void parts(const std::string &Name) {
  Env *System = NewMemEnv(Env::Default());
  System = NewTimedEnv(System);
  TableFactory *Tables = NewBlockBasedTableFactory(BlockBasedTableOptions());
  Tables = NewPlainTableFactory(PlainTableOptions());
  Tables = NewCuckooTableFactory(CuckooTableOptions());
  Tables->~TableFactory();
  const SliceTransform *Prefix = NewFixedPrefixTransform(1);
  Prefix = NewCappedPrefixTransform(1);
  Prefix = NewNoopTransform();
  Prefix->~SliceTransform();
  const FilterPolicy *Filter = NewBloomFilterPolicy(10);
  Filter = NewRibbonFilterPolicy(10);
  Filter->~FilterPolicy();
  RateLimiter *Rate = NewGenericRateLimiter(1);
  Rate->~RateLimiter();
  SstFileManager *Files = NewSstFileManager(System);
  Files->~SstFileManager();
  MemTableRepFactory *Memory = NewHashSkipListRepFactory();
  Memory = NewHashLinkListRepFactory();
  Memory->~MemTableRepFactory();
  ConcurrentTaskLimiter *Tasks = NewConcurrentTaskLimiter(Name, 1);
  Tasks->~ConcurrentTaskLimiter();
  System->~Env();
}
