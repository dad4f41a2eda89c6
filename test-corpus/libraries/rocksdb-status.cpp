// RUN: %check_dbtidy %s
// A handle that is stored into an owner's out-parameter: RocksDB opens so since its
// release 10, and only so since 11.

#include "rocksdb/db.h"
#include "rocksdb/utilities/checkpoint.h"
#include <memory>
#include <string>
#include <vector>

namespace {

bool ownedOk(const rocksdb::Options &Opts) {
  std::unique_ptr<rocksdb::DB> Db;
  return rocksdb::DB::Open(Opts, "/tmp/a", &Db).ok();
}

class Store {
public:
  rocksdb::Status open(const rocksdb::Options &Opts) {
    return rocksdb::DB::Open(Opts, "/tmp/a", &Db);
  }

private:
  std::unique_ptr<rocksdb::DB> Db;
};

void storeOk(const rocksdb::Options &Opts) {
  Store Each;
  Each.open(Opts);
}

bool familiesOk(const rocksdb::DBOptions &Opts) {
  std::vector<rocksdb::ColumnFamilyDescriptor> Names;
  std::vector<rocksdb::ColumnFamilyHandle *> Handles;
  std::unique_ptr<rocksdb::DB> Db;
  const bool Open = rocksdb::DB::Open(Opts, "/tmp/a", Names, &Handles, &Db).ok();
  for (auto *Each : Handles)
    delete Each;
  return Open;
}

void releasedBad(const rocksdb::Options &Opts) {
  std::unique_ptr<rocksdb::DB> Db;
  rocksdb::DB::Open(Opts, "/tmp/a", &Db); // WARN: [db-connection-leak]
  Db.release();
}

// As with LevelDB, what a Status says is not tied to what the call stored.
rocksdb::Status failedOk(const rocksdb::Options &Opts) {
  rocksdb::DB *Db = nullptr;
  rocksdb::Status Result = rocksdb::DB::Open(Opts, "/tmp/a", &Db);
  if (!Result.ok())
    return Result;
  delete Db;
  return Result;
}

rocksdb::Status familyOk(rocksdb::DB *Db) {
  rocksdb::ColumnFamilyHandle *Family;
  auto Result = Db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(), "new", &Family);
  if (!Result.ok())
    return Result;
  return Db->DestroyColumnFamilyHandle(Family);
}

rocksdb::Status checkpointOk(rocksdb::DB *Db) {
  rocksdb::Checkpoint *Point;
  rocksdb::Status Result = rocksdb::Checkpoint::Create(Db, &Point);
  if (!Result.ok())
    return Result;
  Result = Point->CreateCheckpoint("/tmp/c");
  delete Point;
  return Result;
}

} // namespace
