//===- Lifecycle.h - The engine's public face -------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes the program models of a run, analyses every function bottom-up over the call
// graph, and hands out faults: what went wrong on which path. Checks turn them into
// findings.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_LIFECYCLE_H
#define DBTIDY_LIFECYCLE_LIFECYCLE_H

#include "api/Catalogue.h"
#include "base/Budget.h"
#include "base/Finding.h"
#include "program/Program.h"

#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace dbtidy::lifecycle {

enum class FaultKind : uint8_t {
  Leak,            ///< an owned handle's last reference is gone
  TransactionOpen, ///< a transaction is left open where it should have ended
  DoubleRelease,   ///< a released handle is released again
  UseAfterRelease, ///< a released handle is used
  DerivedUse,      ///< a value is used after the handle it came from was released
  NotCommitted     ///< a transaction object dies, and the work done with it is lost
};

/// How a resource was lost.
enum class LossKind : uint8_t {
  Return,    ///< the function returns
  Throw,     ///< an exception leaves the function (or the scope)
  Scope,     ///< the variable's scope ends
  Overwrite, ///< another value is assigned to its place
  Discard,   ///< the result of the call is not even looked at
  Free,      ///< the object that holds it is freed
  Never      ///< the class that holds it never releases it
};

/// How something that has ended is used.
enum class UseAct : uint8_t {
  Call,  ///< it is passed to a function
  Read,  ///< a pointer is followed
  Return ///< the caller gets it
};

/// One fault. Text that a reader sees is complete; a check decides on severity and words.
struct Fault {
  FaultKind Kind = FaultKind::Leak;
  LossKind Loss = LossKind::Return;
  UseAct Act = UseAct::Call;
  api::HandleKind Handle = api::HandleKind::Other;
  std::string Noun;    ///< "query result"
  std::string Holder;  ///< the place that held it: "res"; may be empty
  std::string Call;    ///< the call that acquired it (began, released first)
  std::string EndCall; ///< for double release and use: the offending call
  std::string Release; ///< what a fix would call; may be empty
  Location Made;       ///< where it was acquired
  Location End;        ///< where it is lost or misused
  std::string Function;
  std::string FunctionUsr;
  std::vector<Step> Path;
  std::vector<Fix> Fixes;
  Confidence Level = Confidence::Certain;
};

class Memo;

struct GaveUp {
  Location Where;
  std::string Function;
  std::string Reason;
};

struct Options {
  /// Report leaks by exceptions that any function without noexcept could throw.
  bool AllThrow = false;
  Budget Limits;
};

/// Counts for the run's summary.
struct Statistics {
  unsigned Functions = 0;    ///< analysed
  unsigned WithHandles = 0;  ///< of these, touching a handle
  unsigned Files = 0;        ///< that have such functions, headers included
  unsigned Obligations = 0;  ///< acquisitions seen
  std::string Slowest;       ///< the function whose analysis took longest …
  double SlowestSeconds = 0; ///< … and how long, in all its rounds; not deterministic
  /// A function whose body was not seen, where obligations were dropped.
  struct UnknownCallee {
    std::string Name;
    unsigned Count = 0; ///< of obligations
    std::string At;     ///< where they went, as rule files write it: "1", "*2", "this"
    std::string Handle; ///< which: "libpq:result"
  };
  std::vector<UnknownCallee> UnknownCallees; ///< the most costly first
};

struct Result {
  std::vector<Fault> Faults; ///< in source order
  std::vector<GaveUp> GaveUps;
  Statistics Stats;
};

enum class Dump : uint8_t { Nothing, States, Summaries };

/// Analyses P. The result depends on P alone, not on the order of its functions. With a
/// dump, writes states at named points (and block entries), or summaries, to Out. With
/// Entries, takes from them what an earlier run with the same Rules and How found out,
/// and leaves there what this one did; the result is the same.
Result analyse(const program::Program &P, const api::Catalogue &Rules, const Options &How,
               Dump What = Dump::Nothing, llvm::raw_ostream *Out = nullptr,
               Memo *Entries = nullptr);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_LIFECYCLE_H
