//===- InHouse.h - A program's own layers over databases --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements out of a cache, connections out of a pool: types of a program's own, whose
// code is not shown or says nothing of a library. What must be given back is then known
// only by what the program does everywhere else (Engler et al., "Bugs as deviant
// behavior", SOSP 2001): if nearly every place that gets one from `db_get()` has a way to
// `db_release()`, a way without it is worth a word. What is found out takes the form of
// the rules that a person would write.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_INHOUSE_H
#define DBTIDY_LIFECYCLE_INHOUSE_H

#include "api/Catalogue.h"
#include "program/Program.h"

namespace dbtidy::lifecycle {

/// Whether C, which no rule describes, may hand out a handle of a layer of the program's
/// own, by the names of the function and of the type.
bool mayHandOut(const program::Program &P, const program::Function &F,
                const program::Call &C);

/// Finds the pairs of functions of P that get and give back handles of a type of the
/// program's own, writes rule files on them to P.Inferred, one a type, and marks the
/// calls that they describe. The result does not depend on the order of functions.
void inferRules(program::Program &P, const api::Catalogue &Rules);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_INHOUSE_H
