// RUN: %check_dbtidy %s
// RocksDB: transactions, column families, snapshots, iterators, databases in layers.

#include "rocksdb/db.h"
#include "rocksdb/rate_limiter.h"
#include "rocksdb/slice_transform.h"
#include "rocksdb/table.h"
#include "rocksdb/utilities/backup_engine.h"
#include "rocksdb/utilities/checkpoint.h"
#include "rocksdb/utilities/db_ttl.h"
#include "rocksdb/utilities/optimistic_transaction_db.h"
#include "rocksdb/utilities/transaction_db.h"
#include "rocksdb/utilities/write_batch_with_index.h"
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

int number(const std::string &Text) {
  if (Text.empty())
    throw std::invalid_argument("empty");
  return Text[0] - '0';
}

// Whatever a commit says, the object stays.
rocksdb::Status commitBad(rocksdb::TransactionDB *Db) {
  rocksdb::Transaction *Txn =
      Db->BeginTransaction(rocksdb::WriteOptions()); // WARN: [db-transaction-leak]
  rocksdb::Status Result = Txn->Put("a", "b");
  if (Result.ok())
    Result = Txn->Commit();
  return Result;
}

rocksdb::Status commitOk(rocksdb::TransactionDB *Db) {
  rocksdb::Transaction *Txn = Db->BeginTransaction(rocksdb::WriteOptions());
  rocksdb::Status Result = Txn->Put("a", "b");
  if (Result.ok())
    Result = Txn->Commit();
  else
    Txn->Rollback();
  delete Txn;
  return Result;
}

rocksdb::Status lockedBad(rocksdb::TransactionDB *Db) {
  std::string Old;
  rocksdb::Transaction *Txn =
      Db->BeginTransaction(rocksdb::WriteOptions()); // WARN: [db-transaction-leak]
  rocksdb::Status Result = Txn->GetForUpdate(rocksdb::ReadOptions(), "n", &Old);
  if (Result.IsBusy() || Result.IsTimedOut())
    return Result;
  Txn->Put("n", Old + "1");
  Result = Txn->Commit();
  delete Txn;
  return Result;
}

int countedBad(rocksdb::OptimisticTransactionDB *Db) {
  std::string Old;
  auto *Txn =
      Db->BeginTransaction(rocksdb::WriteOptions()); // WARN: [db-transaction-leak]
  Txn->Get(rocksdb::ReadOptions(), "n", &Old);
  const int Now = number(Old) + 1;
  Txn->Put("n", std::to_string(Now));
  Txn->Commit();
  delete Txn;
  return Now;
}

// Not committed, it is rolled back by its end.
int countedOk(rocksdb::OptimisticTransactionDB *Db) {
  std::string Old;
  std::unique_ptr<rocksdb::Transaction> Txn(
      Db->BeginTransaction(rocksdb::WriteOptions()));
  Txn->Get(rocksdb::ReadOptions(), "n", &Old);
  const int Now = number(Old) + 1;
  Txn->Put("n", std::to_string(Now));
  Txn->Commit();
  return Now;
}

// Tried again as long as another one was faster: one object serves all the time.
bool againOk(rocksdb::OptimisticTransactionDB *Db) {
  rocksdb::Transaction *Txn = nullptr;
  bool Done = false;
  for (int Try = 0; Try < 3 && !Done; ++Try) {
    Txn = Db->BeginTransaction(rocksdb::WriteOptions(),
                               rocksdb::OptimisticTransactionOptions(), Txn);
    Txn->Put("a", "b");
    Done = Txn->Commit().ok();
  }
  delete Txn;
  return Done;
}

bool againBad(rocksdb::OptimisticTransactionDB *Db) {
  for (int Try = 0; Try < 3; ++Try) {
    rocksdb::Transaction *Txn =
        Db->BeginTransaction(rocksdb::WriteOptions()); // WARN: [db-transaction-leak]
    Txn->Put("a", "b");
    if (!Txn->Commit().ok())
      continue;
    delete Txn;
    return true;
  }
  return false;
}

void committedTwiceBad(rocksdb::Transaction *Txn) {
  Txn->Commit();
  delete Txn;
  Txn->Rollback(); // WARN: [db-use-after-close]
}

// The member takes it over, and the destructor has the last word.
class Session {
public:
  explicit Session(rocksdb::TransactionDB *Db) : Db(Db) {}
  ~Session() { delete Txn; }
  void begin() {
    if (!Txn)
      Txn = Db->BeginTransaction(rocksdb::WriteOptions());
  }
  rocksdb::Status end() {
    rocksdb::Status Result = Txn->Commit();
    delete Txn;
    Txn = nullptr;
    return Result;
  }

private:
  rocksdb::TransactionDB *Db;
  rocksdb::Transaction *Txn = nullptr;
};

void sessionOk(rocksdb::TransactionDB *Db, bool Now) {
  Session S(Db);
  S.begin();
  S.begin();
  if (Now)
    S.end();
}

// An iterator of a transaction is one more thing to delete.
int ofTransactionBad(rocksdb::Transaction *Txn) {
  int Count = 0;
  auto *At = Txn->GetIterator(rocksdb::ReadOptions()); // WARN: [db-result-leak]
  for (At->Seek("a"); At->Valid(); At->Next())
    ++Count;
  return Count;
}

// From the layer's own class, which has its own declaration of it.
int layeredBad(rocksdb::TransactionDB *Db, rocksdb::ColumnFamilyHandle *Family) {
  auto *At = Db->NewIterator(rocksdb::ReadOptions(), Family); // WARN: [db-result-leak]
  At->SeekToFirst();
  return At->Valid() ? number(At->value().ToString()) : 0;
}

int layeredOk(rocksdb::TransactionDB *Db, rocksdb::ColumnFamilyHandle *Family) {
  std::unique_ptr<rocksdb::Iterator> At(Db->NewIterator(rocksdb::ReadOptions(), Family));
  At->SeekToFirst();
  return At->Valid() ? number(At->value().ToString()) : 0;
}

// The joined iterator owns the one it was made on.
int joinedOk(rocksdb::DB *Db, rocksdb::WriteBatchWithIndex &Batch) {
  int Count = 0;
  std::unique_ptr<rocksdb::Iterator> Both(
      Batch.NewIteratorWithBase(Db->NewIterator(rocksdb::ReadOptions())));
  for (Both->SeekToFirst(); Both->Valid(); Both->Next())
    ++Count;
  return Count;
}

int joinedBad(rocksdb::DB *Db, rocksdb::WriteBatchWithIndex &Batch) {
  rocksdb::Iterator *Base = Db->NewIterator(rocksdb::ReadOptions());
  rocksdb::Iterator *Both = Batch.NewIteratorWithBase(Base); // WARN: [db-result-leak]
  Both->SeekToFirst();
  return Both->Valid();
}

// A scan that a deadline ends.
rocksdb::Status scanBad(rocksdb::DB *Db, const std::string &Prefix, int Limit,
                        std::vector<std::string> *Keys) {
  const rocksdb::Snapshot *Then = Db->GetSnapshot(); // WARN: [db-result-leak]
  rocksdb::ReadOptions Opts;
  Opts.snapshot = Then;
  auto *At = Db->NewIterator(Opts);
  for (At->Seek(Prefix); At->Valid(); At->Next()) {
    if (!At->key().starts_with(Prefix))
      break;
    Keys->push_back(At->key().ToString());
    if (--Limit == 0) {
      delete At;
      return rocksdb::Status::OK();
    }
  }
  rocksdb::Status Result = At->status();
  delete At;
  Db->ReleaseSnapshot(Then);
  return Result;
}

rocksdb::Status scanOk(rocksdb::DB *Db, const std::string &Prefix, int Limit,
                       std::vector<std::string> *Keys) {
  rocksdb::ManagedSnapshot Then(Db);
  rocksdb::ReadOptions Opts;
  Opts.snapshot = Then.snapshot();
  std::unique_ptr<rocksdb::Iterator> At(Db->NewIterator(Opts));
  for (At->Seek(Prefix); At->Valid() && Limit-- > 0; At->Next())
    Keys->push_back(At->key().ToString());
  return At->status();
}

// Given to a guard that releases it.
int guardedOk(rocksdb::DB *Db) {
  const rocksdb::Snapshot *Then = Db->GetSnapshot();
  rocksdb::ManagedSnapshot Guard(Db, Then);
  rocksdb::ReadOptions Opts;
  Opts.snapshot = Then;
  std::string Value;
  return Db->Get(Opts, "n", &Value).ok() ? number(Value) : 0;
}

// A snapshot that may be missing, and a deleter that knows its database.
void sharedOk(rocksdb::DB *Db, std::string *Value) {
  std::shared_ptr<const rocksdb::Snapshot> Then(
      Db->GetSnapshot(), [Db](const rocksdb::Snapshot *S) { Db->ReleaseSnapshot(S); });
  rocksdb::ReadOptions Opts;
  Opts.snapshot = Then.get();
  Db->Get(Opts, "key", Value);
}

// A family that was dropped still has its handle.
void familyBad(rocksdb::DB *Db) {
  rocksdb::ColumnFamilyHandle *Family = nullptr;
  Db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(), "new",
                         &Family); // WARN@-1: [db-result-leak]
  Db->Put(rocksdb::WriteOptions(), Family, "a", "b");
  Db->DropColumnFamily(Family);
}

void familyOk(rocksdb::DB *Db) {
  rocksdb::ColumnFamilyHandle *Family = nullptr;
  Db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(), "new", &Family);
  Db->Put(rocksdb::WriteOptions(), Family, "a", "b");
  Db->DropColumnFamily(Family);
  Db->DestroyColumnFamilyHandle(Family);
}

void familyDeletedOk(rocksdb::DB *Db) {
  rocksdb::ColumnFamilyHandle *Family = nullptr;
  Db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(), "new", &Family);
  delete Family;
}

void familyTwiceBad(rocksdb::DB *Db, rocksdb::ColumnFamilyHandle *Family) {
  Db->DestroyColumnFamilyHandle(Family);
  delete Family; // WARN: [db-use-after-close]
}

// Of all ways to open, the handle of the database stands elsewhere.
void openBad(const rocksdb::Options &Opts, std::string *Value) {
  rocksdb::DB *Db = nullptr;
  rocksdb::DB::Open(Opts, "/tmp/a", &Db); // WARN: [db-connection-leak]
  Db->Get(rocksdb::ReadOptions(), "a", Value);
}

void openFamiliesBad(const rocksdb::DBOptions &Opts) {
  std::vector<rocksdb::ColumnFamilyDescriptor> Names;
  std::vector<rocksdb::ColumnFamilyHandle *> Handles;
  rocksdb::DB *Db = nullptr;
  rocksdb::DB::Open(Opts, "/tmp/a", Names, &Handles, &Db); // WARN: [db-connection-leak]
  for (auto *Each : Handles)
    delete Each;
}

void openFamiliesOk(const rocksdb::DBOptions &Opts) {
  std::vector<rocksdb::ColumnFamilyDescriptor> Names;
  std::vector<rocksdb::ColumnFamilyHandle *> Handles;
  rocksdb::DB *Db = nullptr;
  rocksdb::DB::Open(Opts, "/tmp/a", Names, &Handles, &Db);
  for (auto *Each : Handles)
    Db->DestroyColumnFamilyHandle(Each);
  delete Db;
}

rocksdb::Status openInto(const rocksdb::DBOptions &Opts, const std::string &Path,
                         std::vector<rocksdb::ColumnFamilyHandle *> *Handles,
                         rocksdb::DB **Out) {
  std::vector<rocksdb::ColumnFamilyDescriptor> Names;
  Names.emplace_back("default", rocksdb::ColumnFamilyOptions());
  return rocksdb::DB::OpenForReadOnly(Opts, Path, Names, Handles, Out);
}

void openIntoOk(const rocksdb::DBOptions &Opts) {
  std::vector<rocksdb::ColumnFamilyHandle *> Handles;
  rocksdb::DB *Db = nullptr;
  openInto(Opts, "/tmp/a", &Handles, &Db);
  for (auto *Each : Handles)
    delete Each;
  delete Db;
}

void openTransactionsBad(const rocksdb::Options &Opts) {
  rocksdb::TransactionDB *Db = nullptr;
  rocksdb::TransactionDB::Open(Opts, rocksdb::TransactionDBOptions(), "/tmp/a",
                               &Db); // WARN@-1: [db-connection-leak]
  Db->Put(rocksdb::WriteOptions(), Db->DefaultColumnFamily(), "a", "b");
}

// As the base of what holds it.
std::unique_ptr<rocksdb::DB> openTtlOk(const rocksdb::Options &Opts) {
  rocksdb::DBWithTTL *Db = nullptr;
  rocksdb::DBWithTTL::Open(Opts, "/tmp/a", &Db, 3600, true);
  return std::unique_ptr<rocksdb::DB>(Db);
}

void closedOk(rocksdb::DB *Db) {
  if (!Db->Close().ok())
    fprintf(stderr, "close\n");
  delete Db;
}

void afterDeleteBad(rocksdb::DB *Db) {
  auto *At = Db->NewIterator(rocksdb::ReadOptions());
  delete At;
  delete Db;
  Db->Flush(rocksdb::FlushOptions()); // WARN: [db-use-after-close]
}

// Shared parts are the options'.
rocksdb::Options tunedOk() {
  rocksdb::Options Opts;
  rocksdb::BlockBasedTableOptions Table;
  Opts.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(4));
  Opts.table_factory.reset(rocksdb::NewBlockBasedTableFactory(Table));
  Opts.rate_limiter =
      std::shared_ptr<rocksdb::RateLimiter>(rocksdb::NewGenericRateLimiter(1 << 20));
  return Opts;
}

rocksdb::Status backupBad(rocksdb::DB *Db) {
  rocksdb::BackupEngine *Engine = nullptr;
  rocksdb::BackupEngine::Open(Db->GetEnv(), rocksdb::BackupEngineOptions("/tmp/b"),
                              &Engine); // WARN@-1: [db-connection-leak]
  rocksdb::Status Result = Engine->CreateNewBackup(Db);
  if (!Result.ok())
    return Result;
  Result = Engine->PurgeOldBackups(3);
  delete Engine;
  return Result;
}

rocksdb::Status checkpointOk(rocksdb::DB *Db) {
  rocksdb::Checkpoint *Point = nullptr;
  rocksdb::Status Result = rocksdb::Checkpoint::Create(Db, &Point);
  std::unique_ptr<rocksdb::Checkpoint> Owner(Point);
  if (Result.ok())
    Result = Owner->CreateCheckpoint("/tmp/c");
  return Result;
}

} // namespace
