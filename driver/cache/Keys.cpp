//===- Keys.cpp - What decides whether an entry is the right one ----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "cache/Keys.h"

#include "api/Catalogue.h"
#include "base/ContentHash.h"
#include "cache/Freshness.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

namespace dbtidy::driver {

namespace fs = llvm::sys::fs;

KeyBuilder &KeyBuilder::add(llvm::StringRef Part) {
  Parts += std::to_string(Part.size()) + ":";
  Parts += Part;
  return *this;
}

KeyBuilder &KeyBuilder::addAll(llvm::ArrayRef<std::string> List) {
  add(std::to_string(List.size()));
  for (const std::string &Part : List)
    add(Part);
  return *this;
}

std::string KeyBuilder::key() const { return contentName(Parts); }

/// A library is too large to be read each time; who replaces it changes these.
static std::string stampOf(const std::string &Path) {
  fs::file_status Status;
  if (fs::status(Path, Status))
    return "";
  return std::to_string(Status.getSize()) + "." +
         std::to_string(Status.getLastModificationTime().time_since_epoch().count());
}

/// The names in a folder and in its folders: Clang picks the newest GCC that it finds.
static void addNames(KeyBuilder &Key, const std::string &Folder, unsigned Depth) {
  std::error_code Error;
  std::set<std::string> Names;
  for (fs::directory_iterator It(Folder, Error), End; It != End && !Error;
       It.increment(Error))
    Names.insert(It->path());
  for (const std::string &Name : Names) {
    Key.add(Name);
    if (Depth > 1)
      addNames(Key, Name, Depth - 1);
  }
}

llvm::Expected<std::string> toolIdentity(const std::string &WorkerProgram,
                                         const std::vector<std::string> &Rules) {
  static int Anchor;
  KeyBuilder Key;
  Key.add(DBTIDY_VERSION);
  Key.add(hashOfFile(fs::getMainExecutable("dbtidy", &Anchor)));
  Key.add(hashOfFile(WorkerProgram));
  Key.add(stampOf(DBTIDY_CLANG_LIBRARY));
  addNames(Key, "/usr/lib/gcc", 2);
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH",
        "OBJCPLUS_INCLUDE_PATH", "COMPILER_PATH", "CCC_OVERRIDE_OPTIONS", "SYSROOT"}) {
    const char *Value = getenv(Name);
    Key.add(Value ? Value : "");
  }
  for (const std::string &Path : Rules) {
    llvm::Expected<std::vector<std::string>> Files = api::ruleFiles(Path);
    if (!Files)
      return Files.takeError();
    for (const std::string &File : *Files)
      Key.add(File).add(hashOfFile(File));
  }
  return Key.key();
}

std::string unitKey(const std::string &Tool, const capture::Command &C) {
  return KeyBuilder()
      .add("unit")
      .add(Tool)
      .add(C.Directory)
      .add(C.File)
      .addAll(C.Arguments)
      .key();
}

std::string runKey(const std::string &Tool, const Options &O,
                   const std::string &Directory) {
  KeyBuilder Key;
  Key.add("run").add(Tool).add(Directory).addAll(O.Operands).add(O.Build);
  Key.add(O.FixedFlags ? "--" : "").addAll(O.Flags).add(O.AllThrow ? "all-throw" : "");
  for (const std::string &Operand : O.Operands) { // links lead elsewhere one day
    llvm::SmallString<256> Real;
    Key.add(fs::real_path(Operand, Real) ? "" : Real.str());
  }
  if (!O.Build.empty()) {
    llvm::SmallString<256> Path(O.Build);
    if (fs::is_directory(Path))
      llvm::sys::path::append(Path, "compile_commands.json");
    Key.add(hashOfFile(Path.str().str()));
  } else {
    for (const std::string &Operand : O.Operands)
      if (fs::is_directory(Operand))
        return "";
  }
  return Key.key();
}

} // namespace dbtidy::driver
