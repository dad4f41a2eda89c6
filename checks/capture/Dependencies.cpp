//===- Dependencies.cpp - What a compilation has read ---------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Dependencies.h"
#include "base/ContentHash.h"

#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace dbtidy::capture {

static std::string absolute(llvm::StringRef Path, llvm::StringRef Directory) {
  llvm::SmallString<256> Out(Path);
  llvm::sys::path::make_absolute(Directory, Out); // `..` stays: it may follow a link
  return Out.str().str();
}

namespace {

/// Records where each included file would have been found before it was, had it existed.
class IncludeWatch : public PPCallbacks {
public:
  IncludeWatch(Preprocessor &PP, std::string Directory, Dependencies &Out)
      : PP(PP), Directory(std::move(Directory)), Out(Out) {}

  void InclusionDirective(SourceLocation Hash, const Token & /*Include*/,
                          llvm::StringRef Name, bool Angled, CharSourceRange /*Range*/,
                          OptionalFileEntryRef File, llvm::StringRef SearchPath,
                          llvm::StringRef /*RelativePath*/, const Module * /*Suggested*/,
                          bool /*ModuleImported*/,
                          SrcMgr::CharacteristicKind /*Kind*/) override {
    looked(Hash, Name, Angled, File ? SearchPath : llvm::StringRef());
  }
  void HasInclude(SourceLocation Loc, llvm::StringRef Name, bool Angled,
                  OptionalFileEntryRef File,
                  SrcMgr::CharacteristicKind /*Kind*/) override {
    if (File)
      Out.Files.emplace_back(absolute(File->getName(), Directory), "");
    else
      looked(Loc, Name, Angled, "");
  }

private:
  /// Up to Found, which is empty if it was not found at all.
  void looked(SourceLocation At, llvm::StringRef Name, bool Angled,
              llvm::StringRef Found) {
    if (llvm::sys::path::is_absolute(Name)) {
      if (Found.empty())
        absent(Name);
      return;
    }
    std::string Own;
    if (!Angled) {
      const SourceManager &SM = PP.getSourceManager();
      const FileID Id = SM.getFileID(SM.getExpansionLoc(At));
      if (const OptionalFileEntryRef Includer = SM.getFileEntryRefForID(Id))
        Own = Includer->getDir().getName().str();
    }
    if (!Asked.insert((Own + "\n" + (Angled ? "<" : "\"") + Name).str()).second)
      return;
    if (!Own.empty() && (Own == Found || !tried(Own, Name)))
      return;
    const HeaderSearch &Search = PP.getHeaderSearchInfo();
    auto It = Angled ? Search.angled_dir_begin() : Search.search_dir_begin();
    for (; It != Search.search_dir_end(); ++It)
      if (It->isNormalDir() &&
          (It->getDirRef()->getName() == Found || !tried(It->getName(), Name)))
        return;
  }

  /// False if the file is there: the search has ended.
  bool tried(llvm::StringRef Folder, llvm::StringRef Name) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, Name);
    // The header search has just asked for it: the answer is in memory.
    if (PP.getFileManager().getOptionalFileRef(Path))
      return false;
    absent(Path);
    return true;
  }
  void absent(llvm::StringRef Path) { Out.Absent.push_back(absolute(Path, Directory)); }

  Preprocessor &PP;
  std::string Directory;
  Dependencies &Out;
  llvm::StringSet<> Asked;
};

} // namespace

void watchIncludes(CompilerInstance &Compiler, const std::string &Directory,
                   Dependencies &Out) {
  Compiler.getPreprocessor().addPPCallbacks(
      std::make_unique<IncludeWatch>(Compiler.getPreprocessor(), Directory, Out));
  // Folders that are not there are left out of the search from the start.
  for (const HeaderSearchOptions::Entry &Entry :
       Compiler.getHeaderSearchOpts().UserEntries)
    if (!Compiler.getFileManager().getOptionalDirectoryRef(Entry.Path))
      Out.Absent.push_back(absolute(Entry.Path, Directory));
}

void gatherFiles(CompilerInstance &Compiler, const std::string &Directory,
                 Dependencies &Out) {
  if (!Compiler.hasSourceManager())
    return;
  const SourceManager &SM = Compiler.getSourceManager();
  for (auto It = SM.fileinfo_begin(); It != SM.fileinfo_end(); ++It)
    if (const auto Content = It->second->getBufferDataIfLoaded())
      Out.Files.emplace_back(absolute(It->first.getName(), Directory),
                             contentHash(*Content));
  // What __has_include found is known by its hash, if it was read as well.
  llvm::sort(Out.Files, [](const auto &A, const auto &B) {
    return std::pair(llvm::StringRef(A.first), B.second) <
           std::pair(llvm::StringRef(B.first), A.second);
  });
  Out.Files.erase(
      std::unique(Out.Files.begin(), Out.Files.end(),
                  [](const auto &A, const auto &B) { return A.first == B.first; }),
      Out.Files.end());
  llvm::sort(Out.Absent);
  Out.Absent.erase(llvm::unique(Out.Absent), Out.Absent.end());
}

} // namespace dbtidy::capture
