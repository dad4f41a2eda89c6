//===- Compilation.cpp - The program models of a run's files --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Compilation.h"

#include "Progress.h"
#include "Reporting.h"
#include "base/ContentHash.h"
#include "cache/Keys.h"
#include "program/ProgramBinary.h"
#include "program/ProgramText.h"

#include "llvm/Support/MemoryBuffer.h"

#include <fmt/format.h>
#include <thread>
#include <unistd.h>

namespace dbtidy::driver {

llvm::Expected<std::vector<program::Program>> Compilation::models(const Inputs &In,
                                                                  Outcome &To) {
  if (llvm::Error E = readPrograms(In, To))
    return std::move(E);
  std::vector<std::optional<Unit>> Known(In.Commands.size());
  std::vector<std::string> Keys(In.Commands.size());
  std::vector<capture::Command> Missing;
  for (size_t I = 0; I != In.Commands.size(); ++I) {
    if (Cache) {
      Keys[I] = unitKey(Tool, In.Commands[I]);
      Known[I] = fromCache(Keys[I]);
    }
    if (!Known[I])
      Missing.push_back(In.Commands[I]);
  }
  Compiles = Missing.size();
  // While the compiler works on what changed, the rest is read: few files change at once.
  std::vector<std::optional<llvm::Expected<program::Program>>> Read(Known.size());
  std::thread Reader([&] {
    for (size_t I = 0; I != Known.size(); ++I)
      if (Known[I] && !Known[I]->Failed)
        Read[I].emplace(program::readBinary(Known[I]->Model));
  });
  std::vector<Compiled> Made = compile(Missing);
  Reader.join();
  auto Next = Made.begin();
  for (size_t I = 0; I != In.Commands.size(); ++I) {
    const capture::Command &C = In.Commands[I];
    if (Known[I]) {
      add(C, std::move(*Known[I]), To, std::move(Read[I]));
      continue;
    }
    Compiled &Fresh = *Next++;
    if (!Fresh.Failure.empty()) {
      failed(C, std::move(Fresh.Failure), To);
      continue;
    }
    llvm::Expected<Unit> U = unitFrom(Fresh.Bytes);
    if (!U) {
      failed(C, llvm::toString(U.takeError()), To);
      continue;
    }
    if (Cache && !U->Failed && !U->Read.Incomplete)
      Cache->addForm(Store::Units, Keys[I], Fresh.Bytes);
    Fresh.Bytes.clear();
    add(C, std::move(*U), To);
  }
  return std::move(Models);
}

llvm::Error Compilation::readPrograms(const Inputs &In, Outcome &To) {
  for (const std::string &Path : In.Programs) {
    const auto Buffer = llvm::MemoryBuffer::getFile(Path);
    if (!Buffer)
      return fault(fmt::format("{}: {}", Path, Buffer.getError().message()));
    llvm::Expected<program::Program> P = program::readText((*Buffer)->getBuffer(), Path);
    if (!P)
      return P.takeError();
    if (P->MainFile.empty())
      P->MainFile = Path;
    Models.push_back(std::move(*P));
    capture::Dependencies Own;
    Own.Files.emplace_back(Path, contentHash((*Buffer)->getBuffer()));
    All.add(Own);
    ++To.FilesAnalysed;
  }
  return llvm::Error::success();
}

/// The unit under Key whose files are all as they were.
std::optional<Unit> Compilation::fromCache(const std::string &Key) {
  for (const std::string &Bytes : Cache->forms(Store::Units, Key)) {
    llvm::Expected<Unit> U = unitFrom(Bytes);
    if (!U)
      llvm::consumeError(U.takeError());
    else if (Files.holds(U->Read))
      return std::move(*U);
  }
  return std::nullopt;
}

std::vector<Compiled>
Compilation::compile(const std::vector<capture::Command> &Commands) {
  if (Commands.empty())
    return {};
  Progress Bar(Commands.size(), !O.Quiet && isatty(STDERR_FILENO));
  std::vector<Compiled> Out =
      Compilers.compile(Commands, [&](size_t Done) { Bar.show(Done); });
  Bar.clear();
  return Out;
}

void Compilation::failed(const capture::Command &C, std::string Why, Outcome &To) {
  Repeatable = false;
  ++To.FilesFailed;
  To.Problems.push_back({C.File, std::move(Why)});
}

void Compilation::add(const capture::Command &C, Unit U, Outcome &To,
                      std::optional<llvm::Expected<program::Program>> Read) {
  if (U.Failed)
    return failed(C, U.FirstError.empty() ? "it could not be compiled" : U.FirstError,
                  To);
  llvm::Expected<program::Program> Model =
      Read ? std::move(*Read) : program::readBinary(U.Model);
  if (!Model)
    return failed(C, llvm::toString(Model.takeError()), To);
  All.add(U.Read);
  countFile(To, C.File, U.Errors, U.FirstError);
  Models.push_back(std::move(*Model));
}

} // namespace dbtidy::driver
