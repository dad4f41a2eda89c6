//===- ResultArchive.h - Summaries and faults as bytes ----------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the engine found out, for the cache and for the index. Names stand for ids, so
// that it holds in every program that has the same names.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_RESULTARCHIVE_H
#define DBTIDY_LIFECYCLE_RESULTARCHIVE_H

#include "base/Archive.h"
#include "lifecycle/Lifecycle.h"
#include "lifecycle/Summary.h"
#include "program/Positions.h"

namespace dbtidy::lifecycle {

struct Session;

/// A fault, its places as they stand in In.
void archiveFault(ArchiveWriter &A, Fault &F, const program::Positions &In);
void archiveFault(ArchiveReader &A, Fault &F, const program::Positions &In);
void archiveResult(ArchiveWriter &A, Result &R);
void archiveResult(ArchiveReader &A, Result &R);

/// A summary in terms of Shared's program and rules. The reader fails where that program
/// or those rules lack a name. Without Steps, all but where what happened inside
/// happened: for what does not tell of it.
void archiveSummary(ArchiveWriter &A, Session &Shared, FunctionSummary &Sum,
                    bool Steps = true);
void archiveSummary(ArchiveReader &A, Session &Shared, FunctionSummary &Sum);

/// A name of Shared's program; the reader fails where there is none.
void archiveId(ArchiveWriter &A, Session &Shared, program::StringId &Id);
void archiveId(ArchiveReader &A, Session &Shared, program::StringId &Id);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_RESULTARCHIVE_H
