// RUN: %check_dbtidy %s
// LevelDB: iterators that are deleted, snapshots that go back, databases and what they
// use.

#include "leveldb/cache.h"
#include "leveldb/db.h"
#include "leveldb/env.h"
#include "leveldb/filter_policy.h"
#include "leveldb/table.h"
#include "leveldb/write_batch.h"
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

int decode(const leveldb::Slice &Key) {
  if (Key.size() < 4)
    throw std::runtime_error("short key");
  return Key.data()[0];
}

// The loop is left in its middle.
bool findBad(leveldb::DB *Db, const std::string &Wanted) {
  leveldb::Iterator *At =
      Db->NewIterator(leveldb::ReadOptions()); // WARN: [db-result-leak]
  for (At->SeekToFirst(); At->Valid(); At->Next())
    if (At->key().ToString() == Wanted)
      return true;
  delete At;
  return false;
}

bool findOk(leveldb::DB *Db, const std::string &Wanted) {
  bool Found = false;
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  for (At->SeekToFirst(); At->Valid(); At->Next())
    if (At->key().ToString() == Wanted) {
      Found = true;
      break;
    }
  delete At;
  return Found;
}

// Nothing is left but the status.
leveldb::Status statusBad(leveldb::DB *Db, int *Count) {
  leveldb::ReadOptions Opts;
  Opts.fill_cache = false;
  auto At = Db->NewIterator(Opts); // WARN: [db-result-leak]
  for (At->SeekToFirst(); At->Valid(); At->Next())
    ++*Count;
  return At->status();
}

leveldb::Status statusOk(leveldb::DB *Db, int *Count) {
  auto At = Db->NewIterator(leveldb::ReadOptions());
  for (At->SeekToFirst(); At->Valid(); At->Next())
    ++*Count;
  leveldb::Status Result = At->status();
  delete At;
  return Result;
}

// An exception passes the delete by.
int sumBad(leveldb::DB *Db) {
  int Sum = 0;
  leveldb::Iterator *At =
      Db->NewIterator(leveldb::ReadOptions()); // WARN: [db-result-leak]
  for (At->SeekToFirst(); At->Valid(); At->Next())
    Sum += decode(At->key());
  delete At;
  return Sum;
}

int sumOk(leveldb::DB *Db) {
  int Sum = 0;
  const std::unique_ptr<leveldb::Iterator> At(Db->NewIterator(leveldb::ReadOptions()));
  for (At->SeekToFirst(); At->Valid(); At->Next())
    Sum += decode(At->key());
  return Sum;
}

int sumCaughtOk(leveldb::DB *Db) {
  int Sum = 0;
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  try {
    for (At->SeekToFirst(); At->Valid(); At->Next())
      Sum += decode(At->key());
  } catch (const std::exception &) {
    Sum = -1;
  }
  delete At;
  return Sum;
}

// Renewed for a second look; the first one is lost.
bool renewedBad(leveldb::DB *Db, const leveldb::Slice &Key) {
  leveldb::Iterator *At =
      Db->NewIterator(leveldb::ReadOptions()); // WARN: [db-result-leak]
  At->Seek(Key);
  if (!At->Valid()) {
    At = Db->NewIterator(leveldb::ReadOptions());
    At->SeekToLast();
  }
  const bool Any = At->Valid();
  delete At;
  return Any;
}

bool renewedOk(leveldb::DB *Db, const leveldb::Slice &Key) {
  std::unique_ptr<leveldb::Iterator> At(Db->NewIterator(leveldb::ReadOptions()));
  At->Seek(Key);
  if (!At->Valid()) {
    At.reset(Db->NewIterator(leveldb::ReadOptions()));
    At->SeekToLast();
  }
  return At->Valid();
}

void lostOwnerBad(leveldb::DB *Db) {
  std::unique_ptr<leveldb::Iterator> At(
      Db->NewIterator(leveldb::ReadOptions())); // WARN: [db-result-leak]
  leveldb::Iterator *Raw = At.release();
  Raw->SeekToFirst();
}

// A wrapper of the kind that every service has: it owns what it is given.
class Scan {
public:
  Scan(leveldb::Iterator *At, std::string End, int Limit)
      : At(At), End(std::move(End)), Limit(Limit) {}
  Scan(const Scan &) = delete;
  ~Scan() { delete At; }
  bool next() {
    if (Limit-- <= 0 || !At->Valid() || At->key().ToString() > End)
      return false;
    At->Next();
    return At->Valid();
  }

private:
  leveldb::Iterator *At;
  std::string End;
  int Limit;
};

class Store {
public:
  explicit Store(leveldb::DB *Db) : Db(Db) {}
  virtual ~Store() { delete Db; }
  virtual Scan *scan(const std::string &From, const std::string &To) {
    leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
    At->Seek(From);
    return new Scan(At, To, 100);
  }

private:
  leveldb::DB *Db;
};

int scanBad(Store &In) {
  int Count = 0;
  Scan *Each = In.scan("a", "b"); // WARN: [db-result-leak]
  while (Each->next())
    ++Count;
  return Count;
}

int scanOk(Store &In) {
  int Count = 0;
  Scan *Each = In.scan("a", "b");
  while (Each->next())
    ++Count;
  delete Each;
  return Count;
}

int scanOwnedOk(Store &In) {
  int Count = 0;
  for (std::unique_ptr<Scan> Each(In.scan("a", "b")); Each->next();)
    ++Count;
  return Count;
}

void finish(leveldb::Iterator *&At) {
  delete At;
  At = nullptr;
}

int finishedOk(leveldb::DB *Db, int Limit) {
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  int Count = 0;
  while (At && At->Valid()) {
    At->Next();
    if (++Count == Limit)
      finish(At);
  }
  finish(At);
  return Count;
}

// After its end.
bool afterDeleteBad(leveldb::DB *Db) {
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  At->SeekToFirst();
  delete At;
  return At->Valid(); // WARN: [db-use-after-close]
}

void deletedTwiceBad(leveldb::DB *Db, bool Empty) {
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  if (Empty)
    delete At;
  delete At; // WARN: [db-use-after-close]
}

// A snapshot, where the read fails and where it does not.
bool snapshotBad(leveldb::DB *Db, std::string *Value) {
  leveldb::ReadOptions Opts;
  Opts.snapshot = Db->GetSnapshot(); // WARN: [db-result-leak]
  leveldb::Status Result = Db->Get(Opts, "key", Value);
  if (!Result.ok())
    return false;
  Db->ReleaseSnapshot(Opts.snapshot);
  return true;
}

bool snapshotOk(leveldb::DB *Db, std::string *Value) {
  leveldb::ReadOptions Opts;
  Opts.snapshot = Db->GetSnapshot();
  leveldb::Status Result = Db->Get(Opts, "key", Value);
  Db->ReleaseSnapshot(Opts.snapshot);
  return Result.ok();
}

class Moment {
public:
  explicit Moment(leveldb::DB *Db) : Db(Db), Then(Db->GetSnapshot()) {}
  ~Moment() { Db->ReleaseSnapshot(Then); }
  const leveldb::Snapshot *get() const { return Then; }

private:
  leveldb::DB *Db;
  const leveldb::Snapshot *Then;
};

int momentOk(leveldb::DB *Db) {
  const Moment Now(Db);
  leveldb::ReadOptions Opts;
  Opts.snapshot = Now.get();
  std::unique_ptr<leveldb::Iterator> At(Db->NewIterator(Opts));
  At->SeekToFirst();
  return At->Valid() ? decode(At->value()) : 0;
}

void snapshotTwiceBad(leveldb::DB *Db) {
  const leveldb::Snapshot *Then = Db->GetSnapshot();
  Db->ReleaseSnapshot(Then);
  Db->ReleaseSnapshot(Then); // WARN: [db-use-after-close]
}

// Opened, and never closed where writing fails.
bool openBad(const leveldb::Options &Opts) {
  leveldb::DB *Db = nullptr;
  leveldb::Status Result =
      leveldb::DB::Open(Opts, "/tmp/a", &Db); // WARN: [db-connection-leak]
  if (!Result.ok()) {
    delete Db;
    return false;
  }
  Result = Db->Put(leveldb::WriteOptions(), "a", "b");
  if (!Result.ok())
    return false;
  delete Db;
  return true;
}

void openOrExitOk(const leveldb::Options &Opts) {
  leveldb::DB *Db = nullptr;
  leveldb::Status Result = leveldb::DB::Open(Opts, "/tmp/a", &Db);
  if (!Result.ok()) {
    fprintf(stderr, "%s\n", Result.ToString().c_str());
    exit(1);
  }
  Db->Delete(leveldb::WriteOptions(), "a");
  delete Db;
}

std::shared_ptr<leveldb::DB> openSharedOk(const leveldb::Options &Opts) {
  leveldb::DB *Db = nullptr;
  leveldb::Status Result = leveldb::DB::Open(Opts, "/tmp/a", &Db);
  std::shared_ptr<leveldb::DB> Owner(Db);
  if (!Result.ok())
    Owner.reset();
  return Owner;
}

void closedBad(leveldb::DB *Db) {
  delete Db;
  Db->CompactRange(nullptr, nullptr); // WARN: [db-use-after-close]
}

// The options look at their cache and filter; who made them deletes them.
leveldb::DB *cachedBad() {
  leveldb::Options Opts;
  Opts.filter_policy = leveldb::NewBloomFilterPolicy(10); // WARN: [db-result-leak]
  leveldb::DB *Db = nullptr;
  leveldb::DB::Open(Opts, "/tmp/a", &Db);
  return Db;
}

class Base {
public:
  Base() { Opts.block_cache = leveldb::NewLRUCache(1 << 20); }
  ~Base() {
    delete Db;
    delete Opts.block_cache;
  }
  bool open(const std::string &Path) { return leveldb::DB::Open(Opts, Path, &Db).ok(); }

private:
  leveldb::Options Opts;
  leveldb::DB *Db = nullptr;
};

bool baseOk(const std::string &Path) {
  Base B;
  return B.open(Path);
}

// Each look-up of a cache holds the entry.
int entryBad(leveldb::Cache *In, const std::string &Key) {
  leveldb::Cache::Handle *Entry = In->Lookup(Key); // WARN: [db-result-leak]
  if (!Entry)
    return -1;
  return *static_cast<int *>(In->Value(Entry));
}

int entryOk(leveldb::Cache *In, const std::string &Key) {
  leveldb::Cache::Handle *Entry = In->Lookup(Key);
  if (!Entry)
    return -1;
  const int Value = *static_cast<int *>(In->Value(Entry));
  In->Release(Entry);
  return Value;
}

// Iterators that are merged: the container owns them.
int mergedOk(const std::vector<leveldb::DB *> &All) {
  std::vector<std::unique_ptr<leveldb::Iterator>> Each;
  for (leveldb::DB *Db : All)
    Each.emplace_back(Db->NewIterator(leveldb::ReadOptions()));
  int Count = 0;
  for (auto &At : Each)
    for (At->SeekToFirst(); At->Valid(); At->Next())
      ++Count;
  return Count;
}

int mergedRawOk(const std::vector<leveldb::DB *> &All) {
  std::vector<leveldb::Iterator *> Each;
  for (leveldb::DB *Db : All)
    Each.push_back(Db->NewIterator(leveldb::ReadOptions()));
  for (leveldb::Iterator *At : Each)
    delete At;
  return static_cast<int>(Each.size());
}

} // namespace
