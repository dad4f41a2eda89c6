//===- Store.cpp - Files that hold what was found out ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "cache/Store.h"

#include "base/Archive.h"
#include "base/ContentHash.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <fmt/format.h>

namespace dbtidy::driver {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static constexpr llvm::StringLiteral Magic = "dbtidy-1";
static constexpr size_t HeaderSize = Magic.size() + 16;
static constexpr llvm::StringLiteral Kinds[] = {Store::Units, Store::Functions,
                                                Store::Runs};
/// The standard's own text (bford.info/cachedir), then ours: it says whose folder it is.
static constexpr llvm::StringLiteral Tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
                                           "# dbtidy keeps here what it found out.\n";

static std::string sumOf(llvm::StringRef Kind, llvm::StringRef Key,
                         llvm::StringRef Bytes) {
  return contentHash((Kind + "\n" + Key + "\n").str() + contentHash(Bytes));
}

/// Writes Bytes and puts the file at Path. False if that failed: then it is gone.
static bool writeInto(fs::TempFile &File, llvm::StringRef Bytes,
                      const std::string &Path) {
  llvm::raw_fd_ostream Out(File.FD, /*shouldClose=*/false);
  Out << Bytes;
  Out.flush();
  const bool Good = !Out.has_error();
  Out.clear_error();
  llvm::Error E = Good ? File.keep(Path) : File.discard();
  const bool Kept = Good && !E;
  llvm::consumeError(std::move(E));
  return Kept;
}

std::string Store::folderOr(const std::string &Given) {
  if (!Given.empty())
    return Given;
  llvm::SmallString<128> Out;
  if (!path::cache_directory(Out))
    return "";
  path::append(Out, "dbtidy");
  return Out.str().str();
}

llvm::Expected<Store> Store::open(const std::string &Folder) {
  const auto Fault = [&](const std::string &Reason) {
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "%s: %s; name another folder with --cache-dir, or give "
        "--no-cache",
        Folder.c_str(), Reason.c_str());
  };
  llvm::SmallString<256> Whole(Folder);
  if (const std::error_code E = fs::make_absolute(Whole))
    return Fault(E.message());
  const std::string TagFile = (Whole + "/CACHEDIR.TAG").str();
  fs::file_status Tagged;
  if (!fs::status(TagFile, Tagged) && !fs::is_regular_file(Tagged))
    return Fault("its CACHEDIR.TAG is no file");
  if (const auto Known = llvm::MemoryBuffer::getFile(TagFile)) {
    if ((*Known)->getBuffer() != Tag)
      return Fault("it is another program's cache");
  } else {
    if (const std::error_code E = fs::create_directories(Whole, true, fs::owner_all))
      return Fault(E.message());
    // Another run may be at the same point: what is ours may be there already.
    std::error_code Error;
    for (fs::directory_iterator It(Whole, Error), End; It != End && !Error;
         It.increment(Error))
      if (const llvm::StringRef Name = path::filename(It->path());
          !llvm::is_contained(Kinds, Name) && !Name.starts_with("CACHEDIR.TAG"))
        return Fault("it holds files that are not dbtidy's");
    llvm::Expected<fs::TempFile> File = fs::TempFile::create(TagFile + ".%%%%%%%%");
    if (!File)
      return Fault(llvm::toString(File.takeError()));
    if (!writeInto(*File, Tag, TagFile))
      return Fault("nothing can be written there");
  }
  for (const llvm::StringRef Kind : Kinds)
    if (const std::error_code E = fs::create_directories(Whole + "/" + Kind))
      return Fault(E.message());
  return Store(Whole.str().str());
}

std::string Store::pathOf(llvm::StringRef Kind, llvm::StringRef Key) const {
  return fmt::format("{}/{}/{}", Folder, Kind.str(), Key.str());
}

std::optional<std::string> Store::get(llvm::StringRef Kind, llvm::StringRef Key) const {
  const std::string Path = pathOf(Kind, Key);
  if (!fs::is_regular_file(Path))
    return std::nullopt;
  const auto File = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                                /*RequiresNullTerminator=*/false);
  if (!File)
    return std::nullopt;
  llvm::StringRef Bytes = (*File)->getBuffer();
  if (Bytes.size() < HeaderSize || !Bytes.consume_front(Magic))
    return std::nullopt;
  const llvm::StringRef Sum = Bytes.take_front(HeaderSize - Magic.size());
  Bytes = Bytes.drop_front(Sum.size());
  if (Sum != sumOf(Kind, Key, Bytes))
    return std::nullopt;
  return Bytes.str();
}

void Store::put(llvm::StringRef Kind, llvm::StringRef Key, llvm::StringRef Bytes) {
  const std::string Path = pathOf(Kind, Key);
  llvm::Expected<fs::TempFile> File = fs::TempFile::create(Path + ".%%%%%%%%");
  if (!File)
    return llvm::consumeError(File.takeError());
  Written |= writeInto(*File, (Magic + sumOf(Kind, Key, Bytes) + Bytes).str(), Path);
}

std::vector<std::string> Store::forms(llvm::StringRef Kind, llvm::StringRef Key) const {
  std::vector<std::string> Out;
  const std::optional<std::string> All = get(Kind, Key);
  if (!All)
    return Out;
  ArchiveReader A(*All);
  archiveList(A, Out, [&](std::string &Form) { Form = A.blob().str(); });
  if (A.failed())
    Out.clear();
  return Out;
}

void Store::addForm(llvm::StringRef Kind, llvm::StringRef Key, llvm::StringRef Bytes) {
  static constexpr size_t MostForms = 3;
  std::vector<std::string> All = forms(Kind, Key);
  llvm::erase(All, Bytes);
  All.insert(All.begin(), Bytes.str());
  if (All.size() > MostForms)
    All.resize(MostForms);
  ArchiveWriter A;
  archiveList(A, All, [&](std::string &Form) { A.blob(Form); });
  put(Kind, Key, A.take());
}

std::vector<Store::Entry> Store::entries(llvm::StringRef Kind) const {
  std::vector<Entry> Out;
  std::error_code Error;
  for (fs::directory_iterator It(Folder + "/" + Kind.str(), Error), End;
       It != End && !Error; It.increment(Error)) {
    fs::file_status Status;
    if (fs::status(It->path(), Status, /*follow=*/false) || !fs::is_regular_file(Status))
      continue;
    const auto Used = std::max(Status.getLastAccessedTime(), // may be off: noatime
                               Status.getLastModificationTime());
    Out.push_back(
        {It->path(), Status.getSize(),
         std::chrono::duration_cast<std::chrono::seconds>(Used.time_since_epoch())
             .count()});
  }
  return Out;
}

void Store::prune(uint64_t Limit) const {
  std::vector<Entry> All;
  uint64_t Bytes = 0;
  for (const llvm::StringRef Kind : Kinds)
    for (Entry &E : entries(Kind)) {
      Bytes += E.Bytes;
      All.push_back(std::move(E));
    }
  if (Bytes <= Limit)
    return;
  llvm::sort(All, [](const Entry &A, const Entry &B) { return A.Used < B.Used; });
  for (const Entry &E : All) {
    if (Bytes <= Limit / 2)
      return;
    if (!fs::remove(E.Path))
      Bytes -= E.Bytes;
  }
}

std::vector<Store::Usage> Store::usage() const {
  std::vector<Usage> Out;
  for (const llvm::StringRef Kind : Kinds) {
    Usage U{Kind.str()};
    for (const Entry &E : entries(Kind)) {
      ++U.Entries;
      U.Bytes += E.Bytes;
    }
    Out.push_back(std::move(U));
  }
  return Out;
}

llvm::Expected<uint64_t> Store::clear() {
  uint64_t Gone = 0;
  for (const llvm::StringRef Kind : Kinds)
    for (const Entry &E : entries(Kind)) {
      if (const std::error_code Error = fs::remove(E.Path))
        return llvm::createStringError(Error, "%s: %s", E.Path.c_str(),
                                       Error.message().c_str());
      ++Gone;
    }
  return Gone;
}

} // namespace dbtidy::driver
