//===- CommandLine.cpp - What is kept of a compiler's command -------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/CommandLine.h"
#include "base/ContentHash.h"

#include "clang/Driver/Types.h"
#include "clang/Options/Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;
using namespace llvm::opt;

namespace dbtidy::capture {

namespace {

/// Files of ordinary size only: no pipe to wait at, no device without an end.
class PlainFiles : public llvm::vfs::ProxyFileSystem {
public:
  explicit PlainFiles(Dependencies *Read)
      : ProxyFileSystem(llvm::vfs::getRealFileSystem()), Read(Read) {}
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override {
    const auto Known = status(Path);
    if (!Known)
      return Known.getError();
    if (!Known->isRegularFile() || Known->getSize() > MaxResponse)
      return std::make_error_code(std::errc::not_supported);
    auto Opened = ProxyFileSystem::openFileForRead(Path);
    if (Read && Opened)
      if (const auto Content = llvm::MemoryBuffer::getFile(Path))
        Read->Files.emplace_back(Path.str(), contentHash((*Content)->getBuffer()));
    return Opened;
  }

private:
  Dependencies *Read;
  static constexpr uint64_t MaxResponse = 16 << 20;
};

/// `@FILE` arguments replaced by what the files hold; one that cannot be read stays.
llvm::SmallVector<const char *, 64>
expanded(const Command &C, llvm::BumpPtrAllocator &Memory, Dependencies *Read) {
  llvm::SmallVector<const char *, 64> Out;
  for (const std::string &A : C.Arguments)
    Out.push_back(A.c_str());
  PlainFiles Files(Read);
  llvm::cl::ExpansionContext Context(Memory, llvm::cl::TokenizeGNUCommandLine, &Files);
  Context.setCurrentDir(C.Directory).setRelativeNames(false);
  llvm::consumeError(Context.expandResponseFiles(Out));
  for (llvm::StringRef Word : Out)
    if (Read && Word.consume_front("@")) { // it was not there
      llvm::SmallString<256> Path(Word);
      llvm::sys::path::make_absolute(C.Directory, Path);
      Read->Absent.push_back(Path.str().str());
    }
  return Out;
}

/// What is passed to the preprocessor or, behind -Xclang, to the compiler proper is not
/// in the driver's table: these write files or load code.
bool isUnwantedInside(llvm::StringRef A) {
  static constexpr llvm::StringLiteral Starts[] = {"-M",
                                                   "-load",
                                                   "-plugin",
                                                   "-add-plugin",
                                                   "-fplugin",
                                                   "-fpass-",
                                                   "-emit-",
                                                   "-o",
                                                   "-dependency-",
                                                   "-serialize-diag",
                                                   "-module-",
                                                   "-fmodule",
                                                   "-save-",
                                                   "-header-include-file",
                                                   "-stats-file",
                                                   "-ftime-t",
                                                   "-diagnostic-log-file",
                                                   "-foptimization-record"};
  return llvm::any_of(Starts, [&](llvm::StringRef S) { return A.starts_with(S); });
}

/// Whether such an option has its value in the next argument.
bool hasValueBehind(llvm::StringRef A) {
  return llvm::is_contained({"-load", "-plugin", "-add-plugin", "-o", "-MT", "-MF", "-MQ",
                             "-dependency-file", "-serialize-diagnostic-file",
                             "-header-include-file", "-diagnostic-log-file"},
                            A) ||
         A.starts_with("-plugin-arg-");
}

/// Options that write files beside the compiler's output, or load code.
bool isUnwanted(const Option &O) {
  return O.matches(options::OPT_M_Group) || O.matches(options::OPT_MJ) ||
         O.matches(options::OPT_o) || O.matches(options::OPT_Action_Group) ||
         O.matches(options::OPT_save_temps_EQ) || O.matches(options::OPT_save_temps) ||
         O.matches(options::OPT_fplugin_EQ) || O.matches(options::OPT_fplugin_arg) ||
         O.matches(options::OPT_fpass_plugin_EQ) ||
         O.matches(options::OPT__serialize_diags) || O.matches(options::OPT_fmodules) ||
         O.matches(options::OPT_fmodules_cache_path) ||
         O.matches(options::OPT_ftime_trace) || O.matches(options::OPT_ftime_trace_EQ) ||
         O.matches(options::OPT_fsave_optimization_record) ||
         O.matches(options::OPT_fsave_optimization_record_EQ) ||
         O.matches(options::OPT_foptimization_record_file_EQ) ||
         O.matches(options::OPT_gen_cdb_fragment_path) ||
         O.matches(options::OPT_config) || O.matches(options::OPT_config_system_dir_EQ) ||
         O.matches(options::OPT_config_user_dir_EQ) || O.matches(options::OPT_mllvm) ||
         O.matches(options::OPT_B) || O.matches(options::OPT_resource_dir) ||
         O.matches(options::OPT_resource_dir_EQ);
}

/// A command as the driver reads it.
class Read {
public:
  explicit Read(const Command &C, Dependencies *Files = nullptr)
      : Words(expanded(C, Memory, Files)),
        // Behind the compiler's name.
        Args(clang::getDriverOptTable().ParseArgs(
            llvm::ArrayRef(Words).drop_front(Words.empty() ? 0 : 1), MissingIndex,
            MissingCount, llvm::opt::Visibility(options::ClangOption))) {}

  template <typename Fn> void each(Fn Visit) const {
    bool SkipNext = false;
    for (const Arg *A : Args) {
      const Option &O = A->getOption();
      if (O.matches(options::OPT_UNKNOWN) || isUnwanted(O))
        continue;
      if (O.matches(options::OPT_Xclang) || O.matches(options::OPT_Xpreprocessor)) {
        const llvm::StringRef Inside = A->getValue();
        const bool Skip = SkipNext || isUnwantedInside(Inside);
        SkipNext = !SkipNext && hasValueBehind(Inside);
        if (Skip)
          continue;
      }
      if (O.matches(options::OPT_Wp_COMMA) &&
          llvm::any_of(A->getValues(),
                       [](llvm::StringRef V) { return isUnwantedInside(V); }))
        continue;
      Visit(*A);
    }
  }

  std::string compiler() const { return Words.empty() ? "clang" : Words.front(); }
  std::vector<std::string> render(const Arg &A) const {
    ArgStringList Out;
    A.render(Args, Out);
    return {Out.begin(), Out.end()};
  }

private:
  llvm::BumpPtrAllocator Memory;
  llvm::SmallVector<const char *, 64> Words;
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Args;
};

} // namespace

std::vector<std::string> syntaxCommand(const Command &C, Dependencies *Files) {
  const Read From(C, Files);
  std::vector<std::string> Out{From.compiler(),
                               std::string("-resource-dir=") + DBTIDY_CLANG_RESOURCE_DIR,
                               "--no-default-config",
                               "-fsyntax-only",
                               "-w",
                               "-Qunused-arguments"};
  From.each([&](const Arg &A) {
    for (std::string &Word : From.render(A))
      Out.push_back(std::move(Word));
  });
  return Out;
}

bool isForC(const Command &C) {
  const llvm::StringRef Suffix = llvm::sys::path::extension(C.File);
  const auto Type =
      driver::types::lookupTypeForExtension(Suffix.drop_front(!Suffix.empty()));
  return Type == driver::types::TY_INVALID || driver::types::isDerivedFromC(Type);
}

std::string readingOf(const Command &C) {
  const Read From(C);
  std::string Out = C.Directory + '\0';
  From.each([&](const Arg &A) {
    const Option &O = A.getOption();
    if (O.matches(options::OPT_Preprocessor_Group) || O.matches(options::OPT_I_Group) ||
        O.matches(options::OPT_std_EQ) || O.matches(options::OPT_x) ||
        O.matches(options::OPT_Xclang) || O.matches(options::OPT_include) ||
        O.matches(options::OPT_target))
      for (const std::string &Word : From.render(A))
        Out += Word + '\0';
  });
  return Out;
}

} // namespace dbtidy::capture
