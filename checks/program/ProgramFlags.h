//===- ProgramFlags.h - The model's yes-or-no fields ------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One table a structure, for the text form and the binary form alike: a new field is one
// new line.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_PROGRAMFLAGS_H
#define DBTIDY_PROGRAM_PROGRAMFLAGS_H

#include "program/Program.h"

namespace dbtidy::program {

/// Word stands for the field in the text form. The position in the table is the field's
/// bit in the binary form, so that a change of the order is a change of BinaryVersion.
template <typename Owner> struct Flag {
  llvm::StringLiteral Word;
  bool Owner::*Field;
};

/// Without HasThis, which the list of variables says.
inline constexpr Flag<Function> FunctionFlags[] = {
    {"cxx", &Function::Cxx},
    {"internal", &Function::Internal},
    {"noexcept", &Function::NoExcept},
    {"system", &Function::System},
    {"lambda", &Function::Lambda},
    {"constructor", &Function::Constructor},
    {"destructor", &Function::Destructor},
    {"noreturn", &Function::NoReturn},
    {"main", &Function::Main},
    {"coroutine", &Function::Coroutine},
    {"initializer", &Function::Initializer},
    {"members", &Function::Members},
};

/// Without MayThrow, which follows from `unwind` in the text form.
inline constexpr Flag<Call> CallFlags[] = {
    {"system", &Call::System},           {"method", &Call::HasReceiver},
    {"constructor", &Call::Constructor}, {"destructor", &Call::Destructor},
    {"virtual", &Call::Virtual},         {"variadic", &Call::Variadic},
    {"noreturn", &Call::NoReturn},
};

inline constexpr Flag<Arg> ArgFlags[] = {
    {"const", &Arg::PointsToConst},
    {"variadic", &Arg::Variadic},
    {"byvalue", &Arg::ByValueObject},
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_PROGRAMFLAGS_H
