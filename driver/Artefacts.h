//===- Artefacts.h - Files between the steps of a build ---------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `dbtidy summarize` makes an artefact of one file, `dbtidy link` an index of many,
// `dbtidy report` a report. What they hold depends on the sources, the rules and the
// tool's version alone: equal input gives equal bytes on every machine. Files below a
// root, which the user may name, are called by their way from there; others, headers of
// the system, by a short name in <>, which nobody opens.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_DRIVER_ARTEFACTS_H
#define DBTIDY_DRIVER_ARTEFACTS_H

#include "Outcome.h"
#include "Unit.h"

namespace dbtidy::driver {

/// The name of an absolute path in an artefact, and the path that a name stands for.
std::string portableName(llvm::StringRef Path, llvm::StringRef Root);
std::string pathOfName(llvm::StringRef Name, llvm::StringRef Root);

/// The bytes of the artefact of U, whose file is File. Rules is the digest of the rules.
/// Fails if U's model cannot be read.
llvm::Expected<std::string> artefactOf(const Unit &U, const std::string &File,
                                       const std::string &Root, const std::string &Rules);

/// A file as an artefact tells it.
struct Artefact {
  std::string File; ///< its name
  unsigned Errors = 0;
  std::string FirstError;
  program::Program Model;
};
/// Path is for messages. Fails if Bytes are damaged, or of another version or other rules
/// than these: "PATH: reason; remedy".
llvm::Expected<Artefact> artefactFrom(llvm::StringRef Bytes, const std::string &Path,
                                      const std::string &Rules);

/// The bytes of an index, and back. File names are those of artefacts.
std::string indexOf(Outcome Of);
llvm::Expected<Outcome> indexFrom(llvm::StringRef Bytes, const std::string &Path);

} // namespace dbtidy::driver

#endif // DBTIDY_DRIVER_ARTEFACTS_H
