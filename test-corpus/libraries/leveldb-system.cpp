// RUN: %check_dbtidy %s -- -isystem %rules/leveldb/mock
// A library's headers are system headers when it is installed: what the rule of a destructor
// says holds all the same.

#include "leveldb/db.h"
#include <memory>

namespace {

void finish(leveldb::Iterator *At) { delete At; }

bool helperOk(leveldb::DB *Db) {
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  At->SeekToFirst();
  const bool Any = At->Valid();
  finish(At);
  return Any;
}

struct Scan {
  leveldb::Iterator *At;
  explicit Scan(leveldb::Iterator *At) : At(At) {}
  ~Scan() { delete At; }
};

void memberOk(leveldb::DB *Db) {
  Scan Each(Db->NewIterator(leveldb::ReadOptions()));
  Each.At->SeekToFirst();
}

void heapOk(leveldb::DB *Db) {
  Scan *Each = new Scan(Db->NewIterator(leveldb::ReadOptions()));
  Each->At->SeekToFirst();
  delete Each;
}

class Base {
public:
  explicit Base(const leveldb::Options &Opts) { leveldb::DB::Open(Opts, "/tmp/a", &Db); }
  ~Base() { delete Db; }

private:
  leveldb::DB *Db = nullptr;
};

void baseOk(const leveldb::Options &Opts) { Base Each(Opts); }

bool afterDeleteBad(leveldb::DB *Db) {
  leveldb::Iterator *At = Db->NewIterator(leveldb::ReadOptions());
  delete At;
  return At->Valid(); // WARN: [db-use-after-close]
}

void twiceBad(leveldb::DB *Db) {
  std::unique_ptr<leveldb::Iterator> At(Db->NewIterator(leveldb::ReadOptions()));
  delete At.get(); // WARN@+1: [db-use-after-close]
}

} // namespace
