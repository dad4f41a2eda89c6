//===- Finding.h - What a check reports -------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The end of the pipeline: checks fill these, reporters (text, SARIF, clang-tidy) show
// them. A finding knows nothing of Clang and nothing of the engine.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_FINDING_H
#define DBTIDY_BASE_FINDING_H

#include "base/Span.h"

#include <string>
#include <vector>

namespace dbtidy {

/// How far the facts behind a finding are known. "Certain" needs every step known;
/// "likely" rests on a belief about a function whose body was not seen, or on a fact
/// that the engine had to approximate.
enum class Confidence { Likely, Certain };

/// What a step of a path stands for. Reporters choose wording and icons by it.
enum class StepKind {
  Acquire,  ///< the resource comes to life
  Decision, ///< a branch is taken
  Enter,    ///< control enters a callee
  Leave,    ///< control comes back from a callee
  Event,    ///< something happens to the resource (closed, stored, transaction begun)
  Exit      ///< the resource is lost, or used after its end
};

/// One step of the path that shows a finding, in execution order.
struct Step {
  StepKind Kind = StepKind::Event;
  Location Loc;
  std::string Text; ///< a phrase without a final stop: "assuming 'rc' is not SQLITE_OK"
  std::string Function; ///< qualified name of the function the step is in
  unsigned Depth = 0;   ///< 0 in the reporting function, +1 for each call entered
};

/// Replaces the bytes of Where by Text; an insertion has an empty range.
struct Edit {
  Location Where;
  std::string Text;
};

/// A set of edits that belong together, safe to apply as they stand.
struct Fix {
  std::string Title;
  std::vector<Edit> Edits;
};

/// One fault, with the path that proves it.
struct Finding {
  std::string Check;       ///< name of the check: "db-connection-leak"
  Location Loc;            ///< where the resource was acquired (or, for a use after its
                           ///< end, where it is used)
  std::string Message;     ///< one sentence without a final stop
  std::string Function;    ///< qualified name of the function the fault is in
  std::string FunctionUsr; ///< Clang's unified symbol resolution of that function
  std::string Subject;     ///< what it is about: callee and handle, for the fingerprint
  std::vector<Step> Path;  ///< never empty
  Confidence Level = Confidence::Certain;
  std::vector<Fix> Fixes;  ///< at most one alternative is applied
  std::string Fingerprint; ///< stable when lines move; filled by fingerprint()
};

/// Orders findings by file, line, column, check and message: the order of every report.
bool operator<(const Finding &A, const Finding &B);

/// Sets the fingerprints of all findings of one report: a hash over check, file name,
/// function, subject, and the finding's number among its equals (in source order), but no
/// line.
void fingerprint(std::vector<Finding> &Findings);

} // namespace dbtidy

#endif // DBTIDY_BASE_FINDING_H
