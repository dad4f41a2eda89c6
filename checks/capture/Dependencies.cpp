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
#include "clang/Lex/PreprocessorOptions.h"

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

  // Where #embed looks is not followed.
  void EmbedDirective(SourceLocation /*Hash*/, llvm::StringRef /*Name*/, bool /*Angled*/,
                      OptionalFileEntryRef /*File*/,
                      const LexEmbedParametersResult & /*Parameters*/) override {
    Out.Incomplete = true;
  }
  void HasEmbed(SourceLocation /*Loc*/, llvm::StringRef /*Name*/, bool /*Angled*/,
                OptionalFileEntryRef /*File*/) override {
    Out.Incomplete = true;
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
      Own = "."; // of -include
      const SourceManager &SM = PP.getSourceManager();
      const FileID Id = SM.getFileID(SM.getExpansionLoc(At));
      if (const OptionalFileEntryRef Includer = SM.getFileEntryRefForID(Id))
        Own = Includer->getDir().getName().str();
    }
    if (!Asked.insert((Own + "\n" + (Angled ? "<" : "\"") + Name + "\n" + Found).str())
             .second)
      return;
    if (!Own.empty()) {
      if (Own == Found)
        return;
      tried(Own, Name);
    }
    const HeaderSearch &Search = PP.getHeaderSearchInfo();
    auto It = Angled ? Search.angled_dir_begin() : Search.search_dir_begin();
    // (#include_next passes files that are there.)
    for (; It != Search.search_dir_end(); ++It)
      if (It->isNormalDir()) {
        if (It->getDirRef()->getName() == Found)
          return;
        tried(It->getName(), Name);
      }
  }

  void tried(llvm::StringRef Folder, llvm::StringRef Name) {
    llvm::SmallString<256> Path(Folder);
    llvm::sys::path::append(Path, Name);
    // The header search has just asked for it: the answer is in memory.
    if (!PP.getFileManager().getOptionalFileRef(Path))
      absent(Path);
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
      Out.AbsentFolders.push_back(absolute(Entry.Path, Directory));
  for (const std::string &Included : Compiler.getPreprocessorOpts().Includes)
    for (const char *Suffix : {".pch", ".gch"})
      if (!Compiler.getFileManager().getOptionalFileRef(Included + Suffix))
        Out.Absent.push_back(absolute(Included + Suffix, Directory));
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
  const auto Twice =
      std::ranges::unique(Out.Files, {}, [](const auto &Each) { return Each.first; });
  Out.Files.erase(Twice.begin(), Twice.end());
  for (std::vector<std::string> *List : {&Out.Absent, &Out.AbsentFolders}) {
    llvm::sort(*List);
    List->erase(llvm::unique(*List), List->end());
  }
}

} // namespace dbtidy::capture
