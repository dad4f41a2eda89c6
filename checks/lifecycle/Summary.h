//===- Summary.h - What a call of a function does ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The states in which a function can end, told from the caller's side: over what the
// caller passes, over globals, and over what the function made. Names are interned in the
// linked program, so that a summary holds in every function of it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_SUMMARY_H
#define DBTIDY_LIFECYCLE_SUMMARY_H

#include "api/Catalogue.h"
#include "base/Finding.h"
#include "lifecycle/Range.h"
#include "program/Program.h"

#include <memory>
#include <vector>

namespace dbtidy::lifecycle {

/// Storage that a caller can name: what argument Index points to and on, a global, the
/// returned object, or an object that the callee made.
struct Path {
  enum class Root : uint8_t { Param, Global, Return, New };
  Root From = Root::Param;
  uint32_t Index = 0; ///< Param: number; Global: StringId of the USR; New: Outcome::News
  std::vector<program::Projection> Steps; ///< Param: from the argument's value
  bool operator==(const Path &) const = default;
};

/// A value that a caller can name.
struct Term {
  enum class Kind : uint8_t {
    Unknown,
    Int,
    Text,
    Function,
    Entry,   ///< what At held when the call began
    Address, ///< of At
    New,     ///< the Nth of Outcome::News
    Op,      ///< Operator N of Parts[0] and Parts[1]
    Pure     ///< accessor rule N of Parts[0]
  };
  Kind K = Kind::Unknown;
  int64_t N = 0;
  Path At;
  std::vector<Term> Parts;
  bool operator==(const Term &) const = default;
};

struct Constraint {
  Term Of;
  Range In;
  bool operator==(const Constraint &) const = default;
};

/// What happened inside a callee, as steps of a finding's path.
struct CalleeTrace {
  std::vector<Step> Steps;
};
using TraceRef = std::shared_ptr<const CalleeTrace>;

/// A value that the callee made.
struct NewValue {
  bool Fresh = false; ///< an object nobody else knows
  Range In;
  const api::Handle *What = nullptr; ///< set if it is owed by who gets it, or Ended
  /// It has been released, and the caller can tell by how the call ended: EndCall did it.
  bool Ended = false;
  program::StringId EndCall = 0;
  TraceRef EndTrace;
  std::vector<Constraint> If;
  std::optional<Term> Parent;
  /// Set if it dies with the handle that Belongs stands for, as Dies tells.
  std::optional<Term> Belongs;
  const api::Derive *Dies = nullptr;
  program::StringId Call = 0; ///< what acquired it
  program::StringId Text = 0; ///< SQL text it was prepared from
  bool Likely = false;
  TraceRef Trace;

  /// A handle, or a value that belongs to one.
  bool isHandle() const { return What || Belongs; }
  bool isOwed() const { return What && !Ended; }
};

struct Effect {
  enum class Kind : uint8_t {
    Release,
    Escape,
    Begin,
    Commit,
    Rollback,
    Use,        ///< a call may change what accessors say of it
    EndsValues, ///< as the call of rule Call does: those derived from On
    Ask,        ///< a call looks at it only
    Run         ///< the text Text (Unknown: made up inside) on the connection On
  };
  Kind K = Kind::Release;
  Term On;
  const api::Handle *What = nullptr;
  std::vector<Constraint> If;
  program::StringId Call = 0;
  bool Likely = false;
  bool ThroughPointer = false; ///< Escape: Resource::ThroughPointer
  TraceRef Trace;
  api::Children Open = api::Children::Keep; ///< Release: what becomes of its children
  Term Text;
  const api::Library *By = nullptr; ///< Run: whose call it is
};

/// If If holds, so does Then: of values that the callee made, as a status and the handle
/// that is null where it tells a failure.
struct Consequence {
  Constraint If, Then;
  bool operator==(const Consequence &) const = default;
};

/// One way for a call to end.
struct Outcome {
  bool Throws = false;
  std::vector<program::StringId> Thrown;
  std::vector<Constraint> Where; ///< it ends so only if these hold
  Term Result;
  Range ResultIn;
  std::vector<NewValue> News;
  std::vector<Effect> Effects;
  std::vector<Consequence> Consequences;
  std::vector<std::pair<Path, Term>> Stores;
  std::vector<Path> Changed; ///< objects that an unknown callee may have changed
  bool GlobalsChanged = false;
  bool Guess = false;

  /// Whether the new value N is a handle, or an object that one is in.
  bool leadsToHandle(size_t N, unsigned Depth = 0) const;
};

struct FunctionSummary {
  bool Known = false; ///< false: gave up, or not analysed yet; the call is an unknown one
  std::vector<Outcome> Outcomes; ///< none: it does not come back
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_SUMMARY_H
