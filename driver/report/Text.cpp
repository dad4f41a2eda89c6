//===- Text.cpp - Findings for people -------------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Everything that stems from source (names, messages, lines) goes through printable() or
// excerpt(), so that no finding can drive the reader's terminal.
//
//===----------------------------------------------------------------------===//
#include "report/Text.h"
#include "report/Excerpt.h"
#include "report/Order.h"
#include "report/Paths.h"
#include "report/Unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dbtidy::report {

namespace {

enum class Ink { Place, Warning, Error, Check, Note, Gutter, Mark, Suggestion };

/// Turns one report into text. Keeps what was quoted last, as steps often share a line.
class Printer {
public:
  Printer(Sources &Files, const TextStyle &Style) : Files(Files), Style(Style) {}

  void finding(const Finding &F);
  void headline(const Finding &F);
  void problem(const FileProblem &P);
  std::string take() { return std::move(Out); }

private:
  std::string paint(Ink What, llvm::StringRef Text) const;
  std::string fileName(llvm::StringRef File) const;
  std::string place(const Location &Loc) const;
  void quote(const Location &Loc, Ink Mark, unsigned Indent);
  void step(const Step &S, size_t Number, size_t NumberWidth);
  void fix(const Fix &F);
  std::string wording(const Edit &E) const;
  bool startsLine(const Location &Loc) const;

  Sources &Files;
  const TextStyle &Style;
  std::string Out;
  Location Quoted;
};

} // namespace

static llvm::StringRef code(Ink What) {
  switch (What) {
  case Ink::Place:
    return "\033[1m";
  case Ink::Warning:
    return "\033[1;35m";
  case Ink::Error:
    return "\033[1;31m";
  case Ink::Check:
    return "\033[2m";
  case Ink::Note:
    return "\033[36m";
  case Ink::Gutter:
    return "\033[34m";
  case Ink::Mark:
    return "\033[1;32m";
  case Ink::Suggestion:
    return "\033[32m";
  }
  return "";
}

std::string Printer::paint(Ink What, llvm::StringRef Text) const {
  return Style.Color ? (code(What) + Text + "\033[0m").str() : Text.str();
}

std::string Printer::fileName(llvm::StringRef File) const {
  const std::string Relative = below(Style.CurrentDirectory, File);
  return printable(Relative.empty() ? normalised(File) : Relative);
}

std::string Printer::place(const Location &Loc) const {
  const std::string File = Loc.File.empty() ? "<unknown>" : fileName(Loc.File);
  return Loc.isValid() ? fmt::format("{}:{}:{}", File, Loc.Line, Loc.Column) : File;
}

/// The source line with its number and a mark below; nothing when the line is not there.
void Printer::quote(const Location &Loc, Ink Mark, unsigned Indent) {
  if (Loc == Quoted)
    return;
  Quoted = Loc;
  const SourceText &File = Files.get(Loc.File);
  if (!Loc.isValid() || Loc.Line > File.lineCount())
    return;
  const llvm::StringRef Line = File.line(Loc.Line);
  const size_t Begin = bytesBefore(Loc.Column);
  size_t End = Line.rtrim().size(); // what goes on below is marked to the end
  if (Loc.EndLine <= Loc.Line)
    End = Loc.EndLine == Loc.Line ? bytesBefore(Loc.EndColumn) : Begin;
  const Excerpt Shown = excerpt(Line, Begin, End);
  const std::string Margin(Indent, ' ');
  Out += fmt::format("{}{} {}\n", Margin,
                     paint(Ink::Gutter, fmt::format("{:5} |", Loc.Line)), Shown.Line);
  Out += fmt::format("{}{} {}\n", Margin, paint(Ink::Gutter, fmt::format("{:5} |", "")),
                     paint(Mark, Shown.Mark));
}

void Printer::headline(const Finding &F) {
  const llvm::StringRef Doubt = F.Level == Confidence::Likely ? " (likely)" : "";
  Out += fmt::format("{} {} {}{} {}\n", paint(Ink::Place, place(F.Loc) + ":"),
                     paint(Ink::Warning, "warning:"),
                     paint(Ink::Place, printable(F.Message)), Doubt.str(),
                     paint(Ink::Check, "[" + printable(F.Check) + "]"));
}

void Printer::step(const Step &S, size_t Number, size_t NumberWidth) {
  // Deep call chains must not push the text off the screen.
  const unsigned Indent = 2 + 2 * std::min(S.Depth, 12U);
  Out += fmt::format("{:{}}{:>{}}. {}: {}\n", "", Indent, Number, NumberWidth,
                     place(S.Loc), paint(Ink::Note, printable(S.Text)));
  quote(S.Loc, Ink::Mark, Indent);
}

/// Whether only blanks stand before Loc on its line.
bool Printer::startsLine(const Location &Loc) const {
  const llvm::StringRef Line = Files.get(Loc.File).line(Loc.Line);
  return Loc.isValid() && Line.take_front(bytesBefore(Loc.Column)).trim().empty();
}

/// Code of several lines on one.
static std::string flat(llvm::StringRef Code) {
  std::string Result;
  for (Code = Code.trim(); !Code.empty();) {
    const auto [Line, Rest] = Code.split('\n');
    Result += (Result.empty() ? "" : " ") + printable(Line.trim());
    Code = Rest;
  }
  return Result;
}

std::string Printer::wording(const Edit &E) const {
  const SourceText &File = Files.get(E.Where.File);
  const size_t Begin = File.offset(E.Where.Line, E.Where.Column);
  const size_t End = File.offset(E.Where.EndLine, E.Where.EndColumn);
  const std::string Old = flat(File.text().slice(Begin, End));
  const std::string New = flat(E.Text);
  const bool IsInsertion = E.Where.EndLine == 0 || Begin >= End;
  if (IsInsertion && startsLine(E.Where))
    return fmt::format("insert '{}' before this line", New);
  if (IsInsertion)
    return fmt::format("insert '{}' here", New);
  if (New.empty())
    return fmt::format("remove '{}'", Old);
  return fmt::format("replace '{}' by '{}'", Old, New);
}

void Printer::fix(const Fix &F) {
  const bool Several = F.Edits.size() > 1;
  if (Several)
    Out += fmt::format("  {} {}\n", paint(Ink::Suggestion, "suggested:"),
                       printable(F.Title));
  for (const Edit &E : F.Edits) {
    const std::string Head =
        Several ? "    -" : "  " + paint(Ink::Suggestion, "suggested:");
    Out += fmt::format("{} {} ({})\n", Head, wording(E), place(E.Where));
    quote(E.Where, Ink::Suggestion, 2);
  }
}

void Printer::finding(const Finding &F) {
  Quoted = {};
  headline(F);
  quote(F.Loc, Ink::Mark, 0);
  const size_t NumberWidth = fmt::formatted_size("{}", F.Path.size());
  size_t Number = 0;
  for (const Step &S : F.Path)
    if (S.Kind != StepKind::Leave) // the indentation says it
      step(S, ++Number, NumberWidth);
  for (const Fix &Suggested : F.Fixes)
    fix(Suggested);
  Out += '\n';
}

void Printer::problem(const FileProblem &P) {
  std::string Place = P.File.empty() ? "dbtidy" : fileName(P.File);
  if (P.Line != 0)
    Place += fmt::format(":{}", P.Line);
  Out +=
      fmt::format("{} {} {}\n", paint(Ink::Place, Place + ":"),
                  P.Fatal ? paint(Ink::Error, "error:") : paint(Ink::Warning, "warning:"),
                  printable(P.Message));
}

std::string text(const std::vector<Finding> &Findings, Sources &Files,
                 const TextStyle &Style) {
  Printer Out(Files, Style);
  for (const Finding *F : inOrder(Findings))
    Out.finding(*F);
  return Out.take();
}

std::string shortText(const std::vector<Finding> &Findings, const TextStyle &Style) {
  Sources Unused;
  Printer Out(Unused, Style);
  for (const Finding *F : inOrder(Findings))
    Out.headline(*F);
  return Out.take();
}

std::string problemText(const std::vector<FileProblem> &Problems,
                        const TextStyle &Style) {
  Sources Unused;
  Printer Out(Unused, Style);
  for (const FileProblem &P : Problems)
    Out.problem(P);
  return Out.take();
}

static std::string counted(size_t Number, llvm::StringRef Noun) {
  return fmt::format("{} {}{}", Number, Noun.str(), Number == 1 ? "" : "s");
}

std::string summaryLine(const std::vector<Finding> &Findings, const RunSummary &Run) {
  std::map<std::string, unsigned> ByCheck;
  for (const Finding &F : Findings)
    ++ByCheck[F.Check];
  std::string Checks;
  for (const auto &[Check, Number] : ByCheck)
    Checks +=
        fmt::format("{}{} {}", Checks.empty() ? "" : ", ", Number, printable(Check));

  std::string Line = counted(Findings.size(), "finding");
  Line += Checks.empty() ? "" : " (" + Checks + ")";
  Line += " in " + counted(Run.FilesAnalysed, "file");
  const auto Add = [&Line](unsigned Number, llvm::StringRef Noun, llvm::StringRef What) {
    if (Number != 0)
      Line += fmt::format("; {} {}", counted(Number, Noun), What.str());
  };
  Add(Run.FilesFailed, "file", "failed");
  Add(Run.FilesWithErrors, "file", "with errors");
  Add(Run.FilesWithoutDatabase, "file", "without compile command");
  Add(Run.FunctionsGaveUp, "function", "gave up");
  return Line + "\n";
}

} // namespace dbtidy::report
