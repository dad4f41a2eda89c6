//===- CacheCommand.cpp - dbtidy cache ------------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "CacheCommand.h"

#include "Reporting.h"
#include "Streams.h"
#include "cache/Store.h"

namespace dbtidy::driver {

int runCache(const Options &O) {
  const std::string Folder = Store::folderOr(O.CacheFolder);
  if (Folder.empty())
    return complain(fault("there is no home folder for a cache; name one with "
                          "--cache-dir"));
  llvm::Expected<Store> Cache = Store::open(Folder);
  if (!Cache)
    return complain(Cache.takeError());
  if (O.Operands[0] == "clear") {
    llvm::Expected<uint64_t> Gone = Cache->clear();
    if (!Gone)
      return complain(Gone.takeError());
    toOut("{} entries removed from {}\n", *Gone, Cache->folder());
    return ExitClean;
  }
  toOut("{}\n", Cache->folder());
  for (const Store::Usage &U : Cache->usage())
    toOut("  {:10} {:6} entries {:10.1f} KiB\n", U.Kind, U.Entries,
          static_cast<double>(U.Bytes) / 1024);
  return ExitClean;
}

} // namespace dbtidy::driver
