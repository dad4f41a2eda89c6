//===- Artefacts.cpp - Files between the steps of a build -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Artefacts.h"

#include "Reporting.h"
#include "base/ContentHash.h"
#include "program/ProgramBinary.h"
#include "report/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

#include <fmt/format.h>

namespace dbtidy::driver {

static constexpr llvm::StringLiteral ArtefactMagic = "dbtidy artefact\n",
                                     IndexMagic = "dbtidy index\n";
static constexpr size_t SumSize = 16;

//===--- Names of files ---------------------------------------------------------===//

std::string portableName(llvm::StringRef Path, llvm::StringRef Root) {
  const std::string Whole = report::normalised(Path);
  if (std::string Below = report::belowResolved(Root, Whole); !Below.empty())
    return Below;
  // As one would include it.
  const llvm::StringRef Name = Whole;
  static constexpr llvm::StringLiteral Include = "/include/";
  const size_t At = Name.rfind(Include);
  return ("<" +
          (At == llvm::StringRef::npos ? llvm::sys::path::filename(Name)
                                       : Name.drop_front(At + Include.size())) +
          ">")
      .str();
}

std::string pathOfName(llvm::StringRef Name, llvm::StringRef Root) {
  if (Name.empty() || Name.starts_with("<") || llvm::sys::path::is_absolute(Name))
    return Name.str();
  return (Root + "/" + Name).str();
}

/// "/root/src/a.c:3:1: message" with the file by its name.
static std::string portableMessage(llvm::StringRef Message, llvm::StringRef Root) {
  const size_t End = Message.starts_with("/") ? Message.find(':') : 0;
  if (End == 0 || End == llvm::StringRef::npos)
    return Message.str();
  return portableName(Message.take_front(End), Root) + Message.drop_front(End).str();
}

//===--- Envelopes ----------------------------------------------------------------===//

static std::string sealed(llvm::StringRef Magic, const std::string &Body) {
  return (Magic + contentHash(Body) + Body).str();
}

static llvm::Error damaged(const std::string &Path, const char *Maker) {
  return fault(
      fmt::format("{}: it is damaged; make it again with 'dbtidy {}'", Path, Maker));
}

static llvm::Expected<llvm::StringRef> opened(llvm::StringRef Bytes,
                                              llvm::StringRef Magic,
                                              const std::string &Path,
                                              const char *Maker) {
  if (!Bytes.consume_front(Magic))
    return fault(fmt::format("{}: this is no file that 'dbtidy {}' makes", Path, Maker));
  if (Bytes.size() < SumSize ||
      Bytes.take_front(SumSize) != contentHash(Bytes.drop_front(SumSize)))
    return damaged(Path, Maker);
  return Bytes.drop_front(SumSize);
}

static llvm::Error madeElsewhere(const std::string &Path, const std::string &Version,
                                 const char *Maker) {
  return fault(fmt::format("{}: it was made by dbtidy {} and its rules, this is dbtidy "
                           "{} with others; make it "
                           "again with 'dbtidy {}'",
                           Path, Version, DBTIDY_VERSION, Maker));
}

//===--- Artefacts ----------------------------------------------------------------===//

llvm::Expected<std::string> artefactOf(const Unit &U, const std::string &File,
                                       const std::string &Root,
                                       const std::string &Rules) {
  llvm::Expected<program::Program> Model = program::readBinary(U.Model);
  if (!Model)
    return Model.takeError();
  Model->MainFile = portableName(Model->MainFile, Root);
  for (std::string &Each : Model->Files)
    Each = portableName(Each, Root);
  std::string Bytes;
  program::writeBinary(*Model, Bytes);
  ArchiveWriter A;
  A.text(DBTIDY_VERSION);
  A.blob(Rules);
  A.text(portableName(File, Root));
  A.number(U.Errors);
  A.text(portableMessage(U.FirstError, Root));
  A.blob(Bytes);
  return sealed(ArtefactMagic, A.take());
}

llvm::Expected<Artefact> artefactFrom(llvm::StringRef Bytes, const std::string &Path,
                                      const std::string &Rules) {
  static constexpr const char *Maker = "summarize";
  llvm::Expected<llvm::StringRef> Body = opened(Bytes, ArtefactMagic, Path, Maker);
  if (!Body)
    return Body.takeError();
  ArchiveReader A(*Body);
  Artefact Out;
  std::string Version;
  A.text(Version);
  const llvm::StringRef TheirRules = A.blob();
  if (Version != DBTIDY_VERSION || TheirRules != Rules)
    return madeElsewhere(Path, Version, Maker);
  A.text(Out.File);
  A.number(Out.Errors);
  A.text(Out.FirstError);
  llvm::Expected<program::Program> Model = program::readBinary(A.blob());
  if (!Model)
    return fault(fmt::format("{}: {}", Path, llvm::toString(Model.takeError())));
  Out.Model = std::move(*Model);
  return Out;
}

//===--- Indices ------------------------------------------------------------------===//

std::string indexOf(Outcome Of) {
  ArchiveWriter A;
  A.text(DBTIDY_VERSION);
  archiveOutcome(A, Of);
  return sealed(IndexMagic, A.take());
}

llvm::Expected<Outcome> indexFrom(llvm::StringRef Bytes, const std::string &Path) {
  static constexpr const char *Maker = "link";
  llvm::Expected<llvm::StringRef> Body = opened(Bytes, IndexMagic, Path, Maker);
  if (!Body)
    return Body.takeError();
  ArchiveReader A(*Body);
  std::string Version;
  A.text(Version);
  if (Version != DBTIDY_VERSION)
    return madeElsewhere(Path, Version, Maker);
  Outcome Out;
  archiveOutcome(A, Out);
  if (A.failed() || !A.atEnd())
    return damaged(Path, Maker);
  return Out;
}

} // namespace dbtidy::driver
