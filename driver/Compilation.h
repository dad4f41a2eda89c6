//===- Compilation.h - The program models of a run's files ------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_COMPILATION_H
#define DBTIDY_DRIVER_COMPILATION_H

#include "Inputs.h"
#include "Outcome.h"
#include "Unit.h"
#include "Workers.h"
#include "cache/Freshness.h"
#include "cache/Store.h"

namespace dbtidy::driver {

/// Compiles what the cache does not have.
class Compilation {
public:
  /// Cache may be null. Tool is the key's part of it.
  Compilation(const Options &O, Workers &Compilers, Store *Cache, std::string Tool,
              Freshness &Files)
      : O(O), Compilers(Compilers), Cache(Cache), Tool(std::move(Tool)), Files(Files) {}

  /// The models of In's files. What goes wrong with a file is counted and told in To.
  llvm::Expected<std::vector<program::Program>> models(const Inputs &In, Outcome &To);

  /// All that was read. None if the run cannot be repeated from it: a file crashed the
  /// compiler, or changed meanwhile.
  std::optional<capture::Dependencies> read() const {
    return Repeatable && All.consistent() ? std::optional(All.all()) : std::nullopt;
  }
  size_t compiled() const { return Compiles; } ///< the rest came from the cache

private:
  llvm::Error readPrograms(const Inputs &In, Outcome &To);
  /// Read: its model, if it has been decoded already.
  void add(const capture::Command &C, Unit U, Outcome &To,
           std::optional<llvm::Expected<program::Program>> Read = std::nullopt);
  void failed(const capture::Command &C, std::string Why, Outcome &To);
  std::optional<Unit> fromCache(const std::string &Key);
  std::vector<Compiled> compile(const std::vector<capture::Command> &Commands);

  const Options &O;
  Workers &Compilers;
  Store *Cache;
  std::string Tool;
  Freshness &Files;
  Readings All;
  bool Repeatable = true;
  size_t Compiles = 0;
  std::vector<program::Program> Models;
};

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_COMPILATION_H
