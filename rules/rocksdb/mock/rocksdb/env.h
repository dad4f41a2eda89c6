//===- env.h - RocksDB's view of a system, as dbtidy needs it ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_ENV_H
#define DBTIDY_RULES_ROCKSDB_ENV_H

namespace rocksdb {

class Env {
public:
  Env();
  Env(const Env &) = delete;
  virtual ~Env();
  static Env *Default();
};

Env *NewMemEnv(Env *Base);
Env *NewTimedEnv(Env *Base);

class Logger {
public:
  virtual ~Logger();
};

} // namespace rocksdb

#endif // DBTIDY_RULES_ROCKSDB_ENV_H
