//===- Parser.cpp - One translation unit from its command -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Parser.h"
#include "capture/Capture.h"
#include "capture/CommandLine.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/DiagnosticDriver.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace dbtidy::capture {

namespace {

/// Counts errors and keeps the first.
class ErrorCounter : public DiagnosticConsumer {
public:
  explicit ErrorCounter(ParsedUnit &Out) : Out(Out) {}
  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    // An option of another compiler, or for another processor: the code reads the same.
    if (llvm::is_contained(
            {static_cast<unsigned>(diag::err_drv_unsupported_opt_for_target),
             static_cast<unsigned>(diag::err_drv_unsupported_opt)},
            Info.getID()))
      return;
    if (Out.Errors++)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    if (Info.getLocation().isValid() && Info.hasSourceManager())
      Out.FirstError = Info.getLocation().printToString(Info.getSourceManager()) + ": ";
    Out.FirstError += Text.str();
  }

private:
  ParsedUnit &Out;
};

class CaptureConsumer : public ASTConsumer {
public:
  CaptureConsumer(const Parser::RuleSource &Rules, ParsedUnit &Out, SourceManager &SM)
      : Rules(Rules), Out(Out), SM(SM) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    return SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
  }
  void HandleTranslationUnit(ASTContext &Context) override {
    Out.Model = capture(Context, Rules(), Scope::Program);
    Out.Failed = false;
  }

private:
  const Parser::RuleSource &Rules;
  ParsedUnit &Out;
  SourceManager &SM;
};

class CaptureAction : public ASTFrontendAction {
public:
  CaptureAction(const Parser::RuleSource &Rules, const std::string &Directory,
                ParsedUnit &Out)
      : Rules(Rules), Directory(Directory), Out(Out) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    watchIncludes(CI, Directory, Out.Read);
    return std::make_unique<CaptureConsumer>(Rules, Out, CI.getSourceManager());
  }
  bool BeginInvocation(CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    CI.getFrontendOpts().DisableFree = false;
    CI.getFrontendOpts().Plugins.clear();
    CI.getFrontendOpts().AddPluginActions.clear();
    CI.getDiagnosticOpts().IgnoreWarnings = true;
    CI.getDiagnosticOpts().ErrorLimit = 0;
    return true;
  }
  void EndSourceFileAction() override {
    gatherFiles(getCompilerInstance(), Directory, Out.Read);
  }

private:
  const Parser::RuleSource &Rules;
  const std::string &Directory;
  ParsedUnit &Out;
};

} // namespace

Parser::Parser(RuleSource Rules) : Rules(std::move(Rules)) {}
Parser::~Parser() = default;

ParsedUnit Parser::parse(const Command &C) {
  if (!Files || Directory != C.Directory) {
    Files = llvm::makeIntrusiveRefCnt<FileManager>(FileSystemOptions());
    Directory = C.Directory;
  }
  ParsedUnit Out;
  Out.Failed = true;
  ErrorCounter Errors(Out);
  tooling::ToolInvocation Run(syntaxCommand(C, &Out.Read),
                              std::make_unique<CaptureAction>(Rules, C.Directory, Out),
                              Files.get());
  Run.setDiagnosticConsumer(&Errors);
  (void)Run.run(); // false after any error, even if the tree was captured
  if (Out.Model.MainFile.empty())
    Out.Model.MainFile = C.File;
  return Out;
}

llvm::Expected<std::vector<Command>> readCommands(llvm::StringRef Build) {
  llvm::SmallString<256> Path(Build);
  if (llvm::sys::fs::is_directory(Path))
    llvm::sys::path::append(Path, "compile_commands.json");
  // Clang's reader takes a database that is cut short for what there is of it.
  if (const auto Buffer = llvm::MemoryBuffer::getFile(Path);
      Buffer && (*Buffer)->getBuffer().trim().starts_with("["))
    if (auto Json = llvm::json::parse((*Buffer)->getBuffer()); !Json)
      return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s: %s",
                                     Path.c_str(),
                                     llvm::toString(Json.takeError()).c_str());
  std::string Error;
  const auto Database = tooling::JSONCompilationDatabase::loadFromFile(
      Path, Error, tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s: %s", Path.c_str(),
                                   Error.c_str());
  std::vector<Command> Out;
  for (const tooling::CompileCommand &Entry : Database->getAllCompileCommands()) {
    Command C;
    // One that is relative can only mean: from where the database lies.
    llvm::SmallString<256> Directory(Entry.Directory);
    if (!llvm::sys::path::is_absolute(Directory)) {
      Directory = llvm::sys::path::parent_path(Path);
      llvm::sys::path::append(Directory, Entry.Directory);
      if (const std::error_code E = llvm::sys::fs::make_absolute(Directory))
        return llvm::createStringError(E, "%s: %s", Path.c_str(), E.message().c_str());
    }
    C.Directory = Directory.str().str();
    llvm::SmallString<256> File(Entry.Filename);
    if (!llvm::sys::path::is_absolute(File)) {
      File = C.Directory;
      llvm::sys::path::append(File, Entry.Filename);
    }
    llvm::sys::path::remove_dots(File, /*remove_dot_dot=*/true);
    C.File = File.str().str();
    C.Arguments = Entry.CommandLine;
    Out.push_back(std::move(C));
  }
  return Out;
}

} // namespace dbtidy::capture
