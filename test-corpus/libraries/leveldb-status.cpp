// RUN: %check_dbtidy %s
// What a Status says is tied to what the call stored, through copies and assignments too:
// a failed open has left no database.

#include "leveldb/db.h"
#include "leveldb/env.h"
#include <stdexcept>
#include <string>

namespace {

// The most common opening of all.
leveldb::DB *openOk(const leveldb::Options &Opts, const std::string &Path) {
  leveldb::DB *Db;
  leveldb::Status Result = leveldb::DB::Open(Opts, Path, &Db);
  if (!Result.ok())
    return nullptr;
  return Db;
}

void throwingOk(const leveldb::Options &Opts, const std::string &Path) {
  leveldb::DB *Db = nullptr;
  const leveldb::Status Result = leveldb::DB::Open(Opts, Path, &Db);
  if (!Result.ok())
    throw std::runtime_error(Result.ToString());
  delete Db;
}

bool withoutVariableOk(const leveldb::Options &Opts, const std::string &Path) {
  leveldb::DB *Db = nullptr;
  if (!leveldb::DB::Open(Opts, Path, &Db).ok())
    return false;
  delete Db;
  return true;
}

// Assigned: the library's own operator= carries the value on.
leveldb::Status assignedOk(const leveldb::Options &Opts, const std::string &Path) {
  leveldb::Status Result;
  leveldb::DB *Db = nullptr;
  Result = leveldb::DB::Open(Opts, Path, &Db);
  if (!Result.ok())
    return Result;
  delete Db;
  return Result;
}

std::string readOk(leveldb::Env *System, const std::string &Path) {
  leveldb::SequentialFile *File;
  leveldb::Status Result = System->NewSequentialFile(Path, &File);
  if (!Result.ok())
    return "";
  char Scratch[64];
  leveldb::Slice Text;
  Result = File->Read(sizeof Scratch, &Text, Scratch);
  delete File;
  return Result.ok() ? Text.ToString() : "";
}

} // namespace
