//===- Paths.cpp - File names as reports spell them -----------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <fmt/format.h>

namespace dbtidy::report {

std::string normalised(llvm::StringRef File) {
  llvm::SmallString<256> Path(File);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

std::string below(llvm::StringRef Directory, llvm::StringRef File) {
  const std::string Path = normalised(File);
  std::string Base = normalised(Directory);
  if (Base.empty())
    return {};
  if (!llvm::StringRef(Base).ends_with("/"))
    Base += '/';
  llvm::StringRef Rest = Path;
  return Rest.consume_front(Base) ? Rest.str() : std::string();
}

std::string belowResolved(llvm::StringRef Directory, llvm::StringRef File) {
  std::string ByName = below(Directory, File);
  llvm::SmallString<256> RealDirectory;
  llvm::SmallString<256> RealFile;
  if (!ByName.empty() || llvm::sys::fs::real_path(Directory, RealDirectory) ||
      llvm::sys::fs::real_path(File, RealFile))
    return ByName;
  return below(RealDirectory, RealFile);
}

std::string uriPath(llvm::StringRef Path) {
  std::string Uri;
  for (const char C : Path)
    if (llvm::isAlnum(C) || llvm::StringRef("/-._~+@=,").contains(C))
      Uri += C;
    else
      Uri += fmt::format("%{:02X}", static_cast<unsigned char>(C));
  return Uri;
}

} // namespace dbtidy::report
