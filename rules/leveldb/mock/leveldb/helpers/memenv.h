//===- memenv.h - LevelDB's environment in memory, as dbtidy needs it -----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_HELPERS_MEMENV_H
#define DBTIDY_RULES_LEVELDB_HELPERS_MEMENV_H

namespace leveldb {

class Env;
Env *NewMemEnv(Env *Base);

} // namespace leveldb

#endif // DBTIDY_RULES_LEVELDB_HELPERS_MEMENV_H
