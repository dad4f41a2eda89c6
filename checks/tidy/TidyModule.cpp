//===- TidyModule.cpp - The clang-tidy module -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Registers every check under its own name. The analysis of a translation unit serves all
// of them: the first check that is asked runs it, the others find it done.
//
//===----------------------------------------------------------------------===//
#include "capture/Capture.h"
#include "lifecycle/Link.h"
#include "registry/Registry.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

#include <memory>
#include <mutex>

using namespace clang;
using namespace clang::ast_matchers;

namespace dbtidy::tidy {

namespace {

/// One translation unit's findings, or why there are none.
struct Analysed {
  const ASTContext *Of = nullptr;
  std::string Rules;
  bool AllThrow = false;
  std::vector<Finding> Findings;
  std::string Fault;
};

/// clang-tidy makes its checks anew for each file and runs them one after another on one
/// thread: what the first computes is kept for the others of that thread and file.
Analysed &cached() {
  static thread_local Analysed Last;
  return Last;
}

std::vector<std::string> split(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Text.split(Parts, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Out;
  for (const llvm::StringRef Part : Parts)
    Out.push_back(Part.trim().str());
  return Out;
}

void analyse(ASTContext &Context, Analysed &Out) {
  llvm::Expected<api::Catalogue> Rules = registry::loadRules(split(Out.Rules));
  if (!Rules) {
    Out.Fault = llvm::toString(Rules.takeError());
    return;
  }
  std::vector<program::Program> Units;
  Units.push_back(capture::capture(Context, *Rules, capture::Scope::File));
  lifecycle::Options How;
  How.AllThrow = Out.AllThrow;
  const lifecycle::Result Result =
      lifecycle::analyse(lifecycle::link(std::move(Units), *Rules), *Rules, How);
  Out.Findings = registry::findings(Result.Faults, {});
}

class DbCheck : public clang::tidy::ClangTidyCheck {
public:
  DbCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : ClangTidyCheck(Name, Context), Name(Name.str()),
        Rules(Options.getLocalOrGlobal("DbRules", "").str()),
        AllThrow(Options.getLocalOrGlobal("DbAllThrow", false)) {}

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override {
    Options.store(Map, "DbRules", Rules);
    Options.store(Map, "DbAllThrow", AllThrow);
  }

  void registerMatchers(MatchFinder *Finder) override {
    Finder->addMatcher(translationUnitDecl().bind("unit"), this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    Analysed &Known = cached();
    if (Known.Of != Result.Context || Known.Rules != Rules ||
        Known.AllThrow != AllThrow) {
      Known = Analysed{Result.Context, Rules, AllThrow, {}, {}};
      analyse(*Result.Context, Known);
      if (!Known.Fault.empty())
        configurationDiag("%0", DiagnosticIDs::Error) << Known.Fault;
    }
    SM = Result.SourceManager;
    for (const Finding &F : Known.Findings)
      if (F.Check == Name)
        report(F);
  }

  void onEndOfTranslationUnit() override { cached() = Analysed(); }

private:
  SourceLocation locate(const Location &Where, unsigned Line, unsigned Column) const {
    const auto File = SM->getFileManager().getOptionalFileRef(Where.File);
    if (!File)
      return {};
    const FileID Id = SM->translateFile(*File);
    return Id.isValid() ? SM->translateLineCol(Id, Line, Column) : SourceLocation();
  }

  CharSourceRange range(const Location &Where) const {
    return CharSourceRange::getCharRange(locate(Where, Where.Line, Where.Column),
                                         locate(Where, Where.EndLine, Where.EndColumn));
  }

  void report(const Finding &F) {
    const SourceLocation Where = locate(F.Loc, F.Loc.Line, F.Loc.Column);
    if (Where.isInvalid())
      return;
    {
      auto Warning = diag(Where, "%0%1")
                     << F.Message << (F.Level == Confidence::Likely ? " (likely)" : "");
      Warning << range(F.Loc);
      if (!F.Fixes.empty())
        for (const Edit &E : F.Fixes.front().Edits)
          Warning << FixItHint::CreateReplacement(range(E.Where), E.Text);
    }
    for (const Step &S : F.Path)
      if (S.Kind != StepKind::Leave)
        if (const SourceLocation At = locate(S.Loc, S.Loc.Line, S.Loc.Column);
            At.isValid())
          diag(At, "%0", DiagnosticIDs::Note) << S.Text;
  }

  std::string Name;
  const std::string Rules;
  const bool AllThrow;
  const SourceManager *SM = nullptr;
};

class Module : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    for (const registry::CheckInfo &C : registry::checks())
      Factories.registerCheckFactory(
          C.Name, [](llvm::StringRef Name, clang::tidy::ClangTidyContext *Context) {
            return std::make_unique<DbCheck>(Name, Context);
          });
  }
};

} // namespace

static const clang::tidy::ClangTidyModuleRegistry::Add<Module>
    Registered("dbtidy", "Finds database faults: leaks, open transactions, misuse.");

} // namespace dbtidy::tidy
