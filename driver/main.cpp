//===- main.cpp - The dbtidy command -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "BuildCommands.h"
#include "CacheCommand.h"
#include "CheckCommand.h"
#include "Options.h"
#include "Reporting.h"
#include "Streams.h"
#include "registry/Registry.h"

#include "llvm/ADT/STLExtras.h"

#include <fmt/format.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace dbtidy;
using namespace dbtidy::driver;

static int listChecks() {
  for (const registry::CheckInfo &C : registry::checks())
    toOut("{:24} {}\n", C.Name, C.Summary);
  return ExitClean;
}

static int listRules(const Options &O) {
  llvm::Expected<api::Catalogue> Rules = registry::loadRules(O.Rules);
  if (!Rules)
    return complain(Rules.takeError());
  for (const api::Library &L : Rules->libraries())
    toOut("{:12} {:32} {} calls, {} handles\n", L.Name, L.Title, L.Calls.size(),
          L.Handles.size());
  return ExitClean;
}

static int explain(const std::string &Name) {
  for (const registry::CheckInfo &C : registry::checks())
    if (C.Name == Name) {
      toOut("{}: {}\n\n{}", C.Name, C.Summary, C.Description);
      return ExitClean;
    }
  return complain(llvm::createStringError(
      llvm::inconvertibleErrorCode(),
      fmt::format("there is no check '{}'; 'dbtidy list checks' lists them", Name)));
}

/// Memory is taken in large pieces and kept until the end: a tenth of the processor time
/// went to page faults and to giving memory back.
static void tuneAllocator() {
#ifdef __GLIBC__
  constexpr int Piece = 64 << 20;
  mallopt(M_TOP_PAD, Piece);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
#endif
}

static int run(const std::vector<std::string> &Words) {
  llvm::Expected<Options> O = parseOptions(Words);
  if (!O)
    return complain(O.takeError());
  switch (O->What) {
  case Command::Help:
    toOut("{}", helpText(O->HelpTopic));
    return ExitClean;
  case Command::Version:
    toOut("dbtidy {}\n", DBTIDY_VERSION);
    return ExitClean;
  case Command::List:
    return O->Operands[0] == "checks" ? listChecks() : listRules(*O);
  case Command::Explain:
    return explain(O->Operands[0]);
  case Command::Check:
    return runCheck(*O, Words);
  case Command::Summarize:
    return runSummarize(*O);
  case Command::Link:
    return runLink(*O);
  case Command::Report:
    return runReport(*O, Words);
  case Command::Cache:
    return runCache(*O);
  }
  return ExitUsage;
}

int main(int Argc, char **Argv) {
  tuneAllocator();
  return ended(run(std::vector<std::string>(Argv + 1, Argv + Argc)));
}
