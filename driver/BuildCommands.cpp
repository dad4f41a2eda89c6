//===- BuildCommands.cpp - dbtidy summarize, link, report -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "BuildCommands.h"

#include "Artefacts.h"
#include "Inputs.h"
#include "OutputFile.h"
#include "Reporting.h"
#include "Workers.h"
#include "base/ContentHash.h"
#include "lifecycle/Link.h"
#include "registry/Registry.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace dbtidy::driver {

namespace fs = llvm::sys::fs;

/// --root, absolute; the current folder without it.
static std::string rootOf(const Options &O) {
  llvm::SmallString<256> Root(O.Root.empty() ? "." : O.Root);
  if (fs::make_absolute(Root)) // there is no current folder any more
    return O.Root;
  llvm::sys::path::remove_dots(Root, /*remove_dot_dot=*/true);
  return Root.str().str();
}

static llvm::Error writeTo(const std::string &Path, const std::string &Bytes) {
  llvm::Expected<OutputFile> Out = OutputFile::open(Path);
  return Out ? Out->commit(Bytes) : Out.takeError();
}

static llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
contentOf(const std::string &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return fault(fmt::format("{}: {}", Path, Buffer.getError().message()));
  return std::move(*Buffer);
}

//===--- summarize ------------------------------------------------------------------===//

/// What make and ninja read: blanks and `#` behind a backslash, `$` twice.
static std::string makeName(llvm::StringRef Path) {
  std::string Out;
  for (const char C : Path) {
    if (C == ' ' || C == '#' || C == '\\')
      Out += '\\';
    if (C == '$')
      Out += '$';
    Out += C;
  }
  return Out;
}

static std::string depfileOf(const std::string &Target, const Unit &U) {
  std::string Out = makeName(Target) + ":";
  for (const auto &[Path, Hash] : U.Read.Files)
    Out += " \\\n  " + makeName(Path);
  return Out + "\n";
}

static llvm::Expected<capture::Command> onlyCommand(const Options &O,
                                                    Workers &Compilers) {
  llvm::Expected<Inputs> In =
      resolveInputs(O, workingDirectory(),
                    [&](const std::string &Build) { return Compilers.list(Build); });
  if (!In)
    return In.takeError();
  if (!In->Programs.empty())
    return fault("'dbtidy summarize' takes a C or C++ file");
  if (In->Commands.empty())
    return fault(fmt::format("{} is not in the compilation database", O.Operands[0]));
  if (In->Commands.size() > 1)
    return fault(
        fmt::format("{} names {} files of the compilation database, or one that is "
                    "compiled in several ways; give one file, and its flags "
                    "behind --",
                    O.Operands[0], In->Commands.size()));
  return In->Commands.front();
}

static llvm::Error summarize(const Options &O, bool &Failed) {
  llvm::Expected<std::string> Worker = Workers::findProgram();
  if (!Worker)
    return Worker.takeError();
  llvm::Expected<api::Catalogue> Rules = registry::loadRules(O.Rules);
  if (!Rules)
    return Rules.takeError();
  Workers Compilers(*Worker, O.Rules, 1, O.TimeoutSeconds);
  llvm::Expected<capture::Command> C = onlyCommand(O, Compilers);
  if (!C)
    return C.takeError();
  const std::string Root = rootOf(O);
  if (llvm::StringRef(portableName(C->File, Root)).starts_with("<"))
    return fault(fmt::format("{} is not below {}; name a folder above all sources with "
                             "--root",
                             C->File, Root));
  // __FILE__ must not name the folder, either; the first word is the compiler.
  C->Arguments.insert(C->Arguments.begin() + !C->Arguments.empty(),
                      fmt::format("-fmacro-prefix-map={}/=", Root));
  std::vector<Compiled> Made = Compilers.compile({*C}, [](size_t) {});
  Failed = !Made[0].Failure.empty();
  if (Failed)
    return fault(fmt::format("{}: {}", C->File, Made[0].Failure));
  llvm::Expected<Unit> U = unitFrom(Made[0].Bytes);
  if (!U)
    return U.takeError();
  Failed = U->Failed;
  if (Failed)
    return fault(
        fmt::format("{}: {}", C->File,
                    U->FirstError.empty() ? "it could not be compiled" : U->FirstError));
  llvm::Expected<std::string> Bytes = artefactOf(*U, C->File, Root, Rules->digest());
  if (!Bytes)
    return Bytes.takeError();
  if (!O.Depfile.empty())
    if (llvm::Error E = writeTo(O.Depfile, depfileOf(O.Made, *U)))
      return E;
  return writeTo(O.Made, *Bytes);
}

int runSummarize(const Options &O) {
  bool Failed = false;
  if (llvm::Error E = summarize(O, Failed)) {
    (void)complain(std::move(E));
    return Failed ? ExitFailedFiles : ExitUsage;
  }
  return ExitClean;
}

//===--- link -----------------------------------------------------------------------===//

/// Operands, and the lines of those that are @FILE.
static llvm::Expected<std::vector<std::string>> listed(const Options &O) {
  std::vector<std::string> Out;
  for (const std::string &Operand : O.Operands) {
    if (!llvm::StringRef(Operand).starts_with("@")) {
      Out.push_back(Operand);
      continue;
    }
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> List =
        contentOf(Operand.substr(1));
    if (!List)
      return List.takeError();
    llvm::SmallVector<llvm::StringRef, 64> Lines;
    (*List)->getBuffer().split(Lines, '\n', -1, /*KeepEmpty=*/false);
    for (const llvm::StringRef Line : Lines)
      if (!Line.trim().empty())
        Out.push_back(Line.trim().str());
  }
  return Out;
}

static llvm::Error linkAll(const Options &O) {
  llvm::Expected<api::Catalogue> Rules = registry::loadRules(O.Rules);
  if (!Rules)
    return Rules.takeError();
  llvm::Expected<std::vector<std::string>> Paths = listed(O);
  if (!Paths)
    return Paths.takeError();
  Outcome Made;
  // In an order that does not depend on that of the operands; one that is given twice, by
  // whatever name, counts once.
  std::vector<std::tuple<std::string, std::string, program::Program>> Units;
  std::set<std::string> Seen;
  for (const std::string &Path : *Paths) {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> Bytes = contentOf(Path);
    if (!Bytes)
      return Bytes.takeError();
    llvm::Expected<Artefact> A =
        artefactFrom((*Bytes)->getBuffer(), Path, Rules->digest());
    if (!A)
      return A.takeError();
    std::string Hash = contentHash((*Bytes)->getBuffer());
    if (!Seen.insert(Hash).second)
      continue;
    countFile(Made, A->File, A->Errors, A->FirstError);
    Units.emplace_back(A->File, std::move(Hash), std::move(A->Model));
  }
  llvm::sort(Units, [](const auto &A, const auto &B) {
    return std::tie(std::get<0>(A), std::get<1>(A)) <
           std::tie(std::get<0>(B), std::get<1>(B));
  });
  llvm::sort(Made.Problems, [](const auto &A, const auto &B) {
    return std::tie(A.File, A.Message) < std::tie(B.File, B.Message);
  });
  std::vector<program::Program> Models;
  Models.reserve(Units.size());
  for (auto &Each : Units)
    Models.push_back(std::move(std::get<2>(Each)));
  lifecycle::Options How;
  How.AllThrow = O.AllThrow;
  Made.Result =
      lifecycle::analyse(lifecycle::link(std::move(Models), *Rules), *Rules, How);
  return writeTo(O.Made, indexOf(std::move(Made)));
}

int runLink(const Options &O) {
  llvm::Error E = linkAll(O);
  return E ? complain(std::move(E)) : ExitClean;
}

//===--- report ---------------------------------------------------------------------===//

int runReport(const Options &O, const std::vector<std::string> &CommandLine) {
  Reporting Report(O, CommandLine);
  if (llvm::Error E = Report.prepare())
    return complain(std::move(E));
  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> Bytes = contentOf(O.Operands[0]);
  if (!Bytes)
    return complain(Bytes.takeError());
  llvm::Expected<Outcome> Made = indexFrom((*Bytes)->getBuffer(), O.Operands[0]);
  if (!Made)
    return complain(Made.takeError());
  const std::string Root = rootOf(O);
  eachFile(*Made, [&](std::string &File) { File = pathOfName(File, Root); });
  return Report.report(std::move(*Made));
}

} // namespace dbtidy::driver
