//===- env.h - LevelDB's view of a system, as dbtidy needs it -------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_ENV_H
#define DBTIDY_RULES_LEVELDB_ENV_H

#include "leveldb/status.h"

#include <cstdarg>
#include <cstdint>
#include <string>

namespace leveldb {

class FileLock {
public:
  FileLock() = default;
  virtual ~FileLock();
};

class Logger {
public:
  Logger() = default;
  virtual ~Logger();
  virtual void Logv(const char *Format, std::va_list Arguments) = 0;
};

class SequentialFile {
public:
  SequentialFile() = default;
  virtual ~SequentialFile();
  virtual Status Read(size_t Size, Slice *Result, char *Scratch) = 0;
  virtual Status Skip(uint64_t Size) = 0;
};

class RandomAccessFile {
public:
  RandomAccessFile() = default;
  virtual ~RandomAccessFile();
  virtual Status Read(uint64_t From, size_t Size, Slice *Result, char *Scratch) const = 0;
};

class WritableFile {
public:
  WritableFile() = default;
  virtual ~WritableFile();
  virtual Status Append(const Slice &Data) = 0;
  virtual Status Close() = 0;
  virtual Status Flush() = 0;
  virtual Status Sync() = 0;
};

class Env {
public:
  Env();
  Env(const Env &) = delete;
  Env &operator=(const Env &) = delete;
  virtual ~Env();
  static Env *Default();

  virtual Status NewSequentialFile(const std::string &Name, SequentialFile **File) = 0;
  virtual Status NewRandomAccessFile(const std::string &Name,
                                     RandomAccessFile **File) = 0;
  virtual Status NewWritableFile(const std::string &Name, WritableFile **File) = 0;
  virtual Status NewAppendableFile(const std::string &Name, WritableFile **File);
  virtual Status GetFileSize(const std::string &Name, uint64_t *Size) = 0;
  virtual Status LockFile(const std::string &Name, FileLock **Lock) = 0;
  virtual Status UnlockFile(FileLock *Lock) = 0;
  virtual Status NewLogger(const std::string &Name, Logger **Result) = 0;
  virtual void SleepForMicroseconds(int Micros) = 0;
};

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_ENV_H
