//===- Inputs.cpp - Which files a run is about -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Inputs.h"

#include "Reporting.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace dbtidy::driver {

static std::string absolute(llvm::StringRef Path, llvm::StringRef Directory) {
  llvm::SmallString<256> Out(Path);
  llvm::sys::path::make_absolute(Directory, Out);
  llvm::sys::path::remove_dots(Out, /*remove_dot_dot=*/true);
  return Out.str().str();
}

/// Symbolic links on the way to a file must not hide it.
static std::string real(llvm::StringRef Path) {
  llvm::SmallString<256> Out;
  return llvm::sys::fs::real_path(Path, Out) ? Path.str() : Out.str().str();
}

static bool isBelow(llvm::StringRef File, llvm::StringRef Directory) {
  if (Directory == "/")
    return true;
  return File.consume_front(Directory) && (File.empty() || File.starts_with("/"));
}

static bool isSource(llvm::StringRef File) {
  return llvm::is_contained({".c", ".cc", ".cpp", ".cxx", ".C", ".c++", ".m", ".mm"},
                            llvm::sys::path::extension(File));
}

static llvm::Error fromDatabase(Listing All, const std::vector<std::string> &Wanted,
                                Inputs &Out) {
  if (!All.Error.empty())
    return fault(
        fmt::format("no usable compilation database: {}; make one with cmake "
                    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON or 'bear -- make', or give "
                    "the compiler's flags behind --",
                    All.Error));
  std::vector<bool> Met(Wanted.size());
  std::set<std::pair<std::string, std::string>> Seen; ///< files, and how they read
  for (ListedCommand &Listed : All.Commands) {
    capture::Command &C = Listed.Entry;
    bool Take = Wanted.empty();
    for (size_t I = 0; I != Wanted.size(); ++I)
      if (isBelow(C.File, Wanted[I]) || isBelow(real(C.File), real(Wanted[I])))
        Take = Met[I] = true;
    if (Take && Listed.IsForC && Seen.emplace(C.File, Listed.Reading).second)
      Out.Commands.push_back(std::move(C));
  }
  for (size_t I = 0; I != Wanted.size(); ++I)
    if (!Met[I])
      Out.Unknown.push_back(Wanted[I]);
  llvm::sort(Out.Commands, [](const capture::Command &A, const capture::Command &B) {
    return std::tie(A.File, A.Arguments) < std::tie(B.File, B.Arguments);
  });
  return llvm::Error::success();
}

static llvm::Error addSources(llvm::StringRef Folder, std::vector<std::string> &Files) {
  std::error_code Error;
  for (llvm::sys::fs::recursive_directory_iterator It(Folder, Error), End;
       It != End && !Error; It.increment(Error))
    if (isSource(It->path()) && llvm::sys::fs::is_regular_file(It->path()))
      Files.push_back(It->path());
  if (Error)
    return fault(fmt::format("{}: {}", Folder.str(), Error.message()));
  return llvm::Error::success();
}

/// The command for a file that is given with its flags on the command line.
static capture::Command fixedCommand(llvm::StringRef File, llvm::StringRef Directory,
                                     llvm::ArrayRef<std::string> Flags) {
  capture::Command C;
  C.Directory = Directory.str();
  C.File = File.str();
  const llvm::StringRef Suffix = llvm::sys::path::extension(File);
  C.Arguments.emplace_back(Suffix == ".c" ? "clang" : "clang++");
  C.Arguments.insert(C.Arguments.end(), Flags.begin(), Flags.end());
  C.Arguments.push_back(C.File);
  return C;
}

llvm::Expected<Inputs>
resolveInputs(const Options &O, const std::string &Directory,
              llvm::function_ref<llvm::Expected<Listing>(const std::string &)> List) {
  Inputs Out;
  std::vector<std::string> Paths;
  for (const std::string &Operand : O.Operands) {
    const std::string Path = absolute(Operand, Directory);
    if (!llvm::sys::fs::exists(Path))
      return fault(fmt::format("{}: no such file or folder", Operand));
    if (llvm::sys::path::extension(Path) == ".dbtp")
      Out.Programs.push_back(Path);
    else
      Paths.push_back(Path);
  }
  if (O.FixedFlags || (O.Build.empty() && !Paths.empty())) {
    if (!O.Build.empty())
      return fault("give either -p BUILD or flags behind --, not both");
    std::vector<std::string> Files;
    for (const std::string &Path : Paths) {
      if (!llvm::sys::fs::is_directory(Path))
        Files.push_back(Path);
      else if (llvm::Error E = addSources(Path, Files))
        return std::move(E);
    }
    llvm::sort(Files);
    Files.erase(llvm::unique(Files), Files.end());
    for (const std::string &File : Files)
      Out.Commands.push_back(fixedCommand(File, Directory, O.Flags));
    return Out;
  }
  if (!O.Build.empty()) {
    llvm::Expected<Listing> All = List(O.Build);
    if (!All)
      return All.takeError();
    if (llvm::Error E = fromDatabase(std::move(*All), Paths, Out))
      return std::move(E);
  }
  return Out;
}

} // namespace dbtidy::driver
