//===- TextWriter.cpp - The program model as text: writing ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Works on programs that pass verify(). Expressions and calls are written where they are
// used, so that their numbers do not show.
//
//===----------------------------------------------------------------------===//
#include "program/ProgramFlags.h"
#include "program/ProgramText.h"
#include "program/TextSyntax.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

namespace dbtidy::program {

using namespace text;

//===----------------------------------------------------------------------===//
// Names and places
//===----------------------------------------------------------------------===//

static bool isUtf8(llvm::StringRef Text) {
  const auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.begin());
  return llvm::isLegalUTF8String(&Begin,
                                 reinterpret_cast<const llvm::UTF8 *>(Text.end()));
}

static std::string quoted(llvm::StringRef Text, char Quote = '"') {
  const bool KeepHighBytes = isUtf8(Text);
  std::string Out(1, Quote);
  for (const char C : Text) {
    const bool Printable = C & 0x80 ? KeepHighBytes : llvm::isPrint(C);
    if (C == Quote || C == '\\')
      (Out += '\\') += C;
    else if (Printable)
      Out += C;
    else if (C == '\n')
      Out += "\\n";
    else if (C == '\t')
      Out += "\\t";
    else
      Out += "\\x" + llvm::toHex(llvm::StringRef(&C, 1), /*LowerCase=*/true);
  }
  return Out += Quote;
}

static std::string nameText(llvm::StringRef Name) {
  return isBareName(Name) ? Name.str() : quoted(Name);
}

static std::string fieldText(llvm::StringRef Name) {
  // Nothing else can stand behind `.` or `->`, so that reserved words may.
  return isBareName(Name) || isReserved(Name) ? Name.str() : quoted(Name);
}

static std::string placeText(const Program &P, const Place &Where, std::string Text) {
  bool Starred = false; // Text starts with a `*` that postfix operators bind tighter than
  const auto Operand = [&] {
    Text = Starred ? "(" + Text + ")" : Text;
    Starred = false;
  };
  for (size_t I = 0; I != Where.Path.size(); ++I) {
    const Projection &Step = Where.Path[I];
    switch (Step.Kind) {
    case ProjectionKind::Deref:
      if (I + 1 != Where.Path.size() && Where.Path[I + 1].Kind == ProjectionKind::Field) {
        Operand();
        Text += "->" + fieldText(P.text(Where.Path[++I].Value));
        break;
      }
      Text.insert(0, 1, '*');
      Starred = true;
      break;
    case ProjectionKind::Field:
      Operand();
      Text += "." + fieldText(P.text(Step.Value));
      break;
    case ProjectionKind::Index:
      Operand();
      Text += "[" + llvm::utostr(Step.Value) + "]";
      break;
    case ProjectionKind::AnyIndex:
      Operand();
      Text += "[?]";
      break;
    }
  }
  return Text;
}

static std::string numberLabel(VarId Id) { return "v" + llvm::utostr(Id); }

std::string placeText(const Program &P, const Function &F, const Place &Where) {
  if (!Where.isValid())
    return "?";
  const llvm::StringRef Wanted = wantedLabel(P, F.Vars[Where.Base]);
  const auto Same = [&](const Var &V) { return wantedLabel(P, V) == Wanted; };
  const bool Unique = !Wanted.empty() && llvm::count_if(F.Vars, Same) == 1;
  return placeText(P, Where, Unique ? Wanted.str() : numberLabel(Where.Base));
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

namespace {

class TextWriter {
public:
  TextWriter(const Program &P, llvm::raw_ostream &Out) : P(P), Out(Out) {}

  void writeProgram();

private:
  llvm::StringRef str(StringId Id) const { return P.text(Id); }
  std::string placeOf(const Place &Where) const {
    return placeText(P, Where, Labels[Where.Base]);
  }

  void computeLabels();
  void writeFiles();
  void writeUsrAndName(StringId Usr, StringId Name);
  void writeId(llvm::StringRef Word, StringId Id);
  template <typename Owner, size_t Count>
  void writeFlags(const Owner &Of, const Flag<Owner> (&Table)[Count]);
  void writeSpan(llvm::StringRef Word, const Span &Where);
  void writeTail(uint32_t Statement, const Span &Where);

  void writeHeader();
  void writeFunction(const Function &Of);
  void writeVar(VarId Id);
  void writeStatement(uint32_t Index);
  void writeEvent(const Event &E);
  void writeCall(const Call &C);
  void writeArgs(const Call &C);

  void writeTerminator(const Terminator &T);
  void writeBranch(const Terminator &T);
  void writeReturn(const Terminator &T);
  void writeSwitch(const Terminator &T);
  void writeThrow(const Terminator &T);
  void writeDispatch(const Terminator &T);
  void writeBlockName(BlockId Id) { Out << 'b' << Id; }

  void writeExpr(ExprId Id);
  void writeOperand(ExprId Id);

  const Program &P;
  llvm::raw_ostream &Out;
  const Function *F = nullptr;
  std::vector<std::string> Labels; ///< of the variables of F
  uint32_t DefaultFile = 0;        ///< what a span without a file lies in
};

} // namespace

void TextWriter::computeLabels() {
  llvm::StringMap<unsigned> Uses;
  for (const Var &V : F->Vars)
    ++Uses[wantedLabel(P, V)];
  Labels.clear();
  for (VarId Id = 0; Id != F->Vars.size(); ++Id) {
    const llvm::StringRef Wanted = wantedLabel(P, F->Vars[Id]);
    const bool Good = !Wanted.empty() && Uses[Wanted] == 1;
    Labels.push_back(Good ? Wanted.str() : numberLabel(Id));
  }
}

void TextWriter::writeUsrAndName(StringId Usr, StringId Name) {
  const bool Implied = isBareName(str(Name)) && str(Usr) == usrOfName(str(Name));
  if (!Implied)
    Out << quoted(str(Usr)) << ' ';
  Out << nameText(str(Name));
}

void TextWriter::writeId(llvm::StringRef Word, StringId Id) {
  if (Id)
    Out << ' ' << Word << ' ' << (isBareId(str(Id)) ? str(Id).str() : quoted(str(Id)));
}

template <typename Owner, size_t Count>
void TextWriter::writeFlags(const Owner &Of, const Flag<Owner> (&Table)[Count]) {
  for (const Flag<Owner> &Each : Table)
    if (Of.*Each.Field)
      Out << ' ' << Each.Word;
}

void TextWriter::writeSpan(llvm::StringRef Word, const Span &Where) {
  if (!Where.isValid())
    return;
  Out << ' ' << Word << ' ';
  if (Where.File != DefaultFile)
    Out << quoted(P.Files[Where.File]) << ':';
  Out << Where.Line << ':' << Where.Column;
  if (Where.Offset)
    Out << '@' << Where.Offset;
  const bool OneLine = Where.EndLine == Where.Line;
  if (OneLine && Where.EndColumn == Where.Column && Where.EndOffset == Where.Offset)
    return;
  Out << '-';
  if (!OneLine)
    Out << Where.EndLine << ':';
  Out << Where.EndColumn;
  const uint32_t Length = OneLine ? Where.EndColumn - Where.Column : 0;
  if (Where.EndOffset != Where.Offset + Length)
    Out << '@' << Where.EndOffset;
}

void TextWriter::writeTail(uint32_t Statement, const Span &Where) {
  if (Statement != None)
    Out << " stmt " << Statement;
  writeSpan("at", Where);
  Out << '\n';
}

void TextWriter::writeFiles() {
  // `source` lists its file as the first one unless told otherwise.
  const bool Listed = !P.Files.empty() && P.Files.front() == P.MainFile;
  if (Listed || !P.MainFile.empty())
    Out << "source " << quoted(P.MainFile) << (Listed ? "\n" : " unlisted\n");
  for (const std::string &File : llvm::drop_begin(P.Files, Listed ? 1 : 0))
    Out << "file " << quoted(File) << '\n';
}

void TextWriter::writeProgram() {
  Out << "program " << Version << '\n';
  writeFiles();
  for (const Function &Each : P.Functions)
    writeFunction(Each);
}

void TextWriter::writeHeader() {
  Out << "\nfunction ";
  writeUsrAndName(F->Usr, F->Name);
  writeFlags(*F, FunctionFlags);
  if (F->Library)
    Out << " library " << nameText(str(F->Library));
  if (F->ReturnType)
    Out << " returns " << quoted(str(F->ReturnType));
  writeId("handle", F->ReturnHandle);
  DefaultFile = 0;
  writeSpan("at", F->Loc);
  DefaultFile = F->Loc.isValid() ? F->Loc.File : 0;
  writeSpan("body", F->Body);
  Out << " {\n";
}

void TextWriter::writeFunction(const Function &Of) {
  F = &Of;
  computeLabels();
  writeHeader();
  for (VarId Id = 0; Id != F->Vars.size(); ++Id)
    writeVar(Id);
  for (uint32_t I = 0; I != F->Statements.size(); ++I)
    writeStatement(I);
  for (BlockId Id = 0; Id != F->Blocks.size(); ++Id) {
    writeBlockName(Id);
    Out << ":\n";
    for (const Event &E : F->Blocks[Id].Events)
      writeEvent(E);
    writeTerminator(F->Blocks[Id].Term);
  }
  Out << "}\n";
}

void TextWriter::writeVar(VarId Id) {
  const Var &V = F->Vars[Id];
  const llvm::StringRef Label = Labels[Id];
  Out << "  " << VarKindWords[static_cast<size_t>(V.Kind)];
  if (V.Kind != VarKind::This || Label != "this")
    Out << ' ' << Label;
  if (str(V.Name) != defaultName(V.Kind, Label))
    Out << " name " << nameText(str(V.Name));
  if (V.Type)
    Out << ' ' << quoted(str(V.Type));
  writeId("handle", V.Handle);
  if (str(V.Usr) != defaultUsr(P, *F, V))
    Out << " usr " << quoted(str(V.Usr));
  writeSpan("at", V.Loc);
  Out << '\n';
}

void TextWriter::writeStatement(uint32_t Index) {
  const Statement &S = F->Statements[Index];
  Out << "  stmt " << Index;
  if (S.InBlock)
    Out << " block";
  writeSpan("at", S.Loc);
  Out << '\n';
}

//===----------------------------------------------------------------------===//
// Events
//===----------------------------------------------------------------------===//

void TextWriter::writeEvent(const Event &E) {
  Out << "  ";
  switch (E.Kind) {
  case EventKind::Assign:
    Out << placeOf(E.Target) << " = ";
    writeExpr(E.Value);
    break;
  case EventKind::Call:
    writeCall(F->Calls[E.CallIndex]);
    break;
  case EventKind::EndScope:
    Out << "end " << Labels[E.Target.Base];
    break;
  case EventKind::Escape:
    Out << "escape ";
    writeExpr(E.Value);
    break;
  case EventKind::Point:
    Out << "point " << nameText(str(E.Text));
    break;
  }
  writeTail(E.Statement, E.Loc);
}

void TextWriter::writeArgs(const Call &C) {
  Out << '(';
  for (const Arg &A : C.Args) {
    if (&A != C.Args.data())
      Out << ", ";
    writeExpr(A.Value);
    writeFlags(A, ArgFlags);
    writeId("handle", A.Handle);
  }
  Out << ')';
}

void TextWriter::writeCall(const Call &C) {
  if (C.Result.isValid())
    Out << placeOf(C.Result) << " = ";
  Out << "call ";
  if (C.Target != None) {
    Out << "indirect ";
    writeOperand(C.Target);
    if (C.Usr)
      Out << " of " << quoted(str(C.Usr));
    if (C.Name)
      Out << " as " << nameText(str(C.Name));
  } else {
    writeUsrAndName(C.Usr, C.Name);
  }
  writeId("rule", C.Rule);
  if (C.Target != None || C.Rule)
    Out << ' ';
  writeArgs(C);
  if (C.Library)
    Out << " library " << nameText(str(C.Library));
  if (C.ResultType)
    Out << " type " << quoted(str(C.ResultType));
  writeId("result", C.ResultHandle);
  writeFlags(C, CallFlags);
  if (C.Unwind != None) {
    Out << (C.MayThrow ? " unwind " : " nothrow unwind ");
    writeBlockName(C.Unwind);
  } else if (C.MayThrow) {
    Out << " throws";
  }
}

//===----------------------------------------------------------------------===//
// Ends of blocks
//===----------------------------------------------------------------------===//

void TextWriter::writeSwitch(const Terminator &T) {
  Out << "switch ";
  writeExpr(T.Cond);
  Out << " {";
  for (const Edge &To : T.Edges) {
    Out << (&To == T.Edges.data() ? " " : "; ");
    if (To.Default)
      Out << "default";
    else
      Out << To.Low;
    if (!To.Default && To.High != To.Low)
      Out << ".." << To.High;
    if (To.Label)
      Out << ' ' << quoted(str(To.Label));
    Out << " -> ";
    writeBlockName(To.To);
  }
  Out << " }";
}

void TextWriter::writeThrow(const Terminator &T) {
  Out << (T.Types.empty() ? "rethrow" : "throw");
  for (const StringId &Type : T.Types)
    Out << (&Type == T.Types.data() ? " " : ", ") << nameText(str(Type));
  if (T.Edges.empty())
    return;
  Out << " unwind ";
  writeBlockName(T.Edges.front().To);
}

void TextWriter::writeDispatch(const Terminator &T) {
  Out << "dispatch {";
  for (const Edge &To : T.Edges) {
    Out << (&To == T.Edges.data() ? " " : "; ");
    if (To.CatchAll)
      Out << "...";
    else if (To.Catches)
      Out << nameText(str(To.Catches));
    else
      Out << "else";
    Out << " -> ";
    writeBlockName(To.To);
  }
  Out << " }";
}

void TextWriter::writeBranch(const Terminator &T) {
  Out << BranchWords[static_cast<size_t>(T.Branch)] << ' ';
  writeExpr(T.Cond);
  Out << " then ";
  writeBlockName(T.Edges.front().To);
  Out << " else ";
  writeBlockName(T.Edges.back().To);
}

void TextWriter::writeReturn(const Terminator &T) {
  Out << "return";
  if (T.Cond == None)
    return;
  Out << ' ';
  writeExpr(T.Cond);
}

void TextWriter::writeTerminator(const Terminator &T) {
  Out << "  ";
  switch (T.Kind) {
  case TerminatorKind::Goto:
    Out << "goto ";
    writeBlockName(T.Edges.front().To);
    break;
  case TerminatorKind::Branch:
    writeBranch(T);
    break;
  case TerminatorKind::Switch:
    writeSwitch(T);
    break;
  case TerminatorKind::Return:
    writeReturn(T);
    break;
  case TerminatorKind::Throw:
    writeThrow(T);
    break;
  case TerminatorKind::Dispatch:
    writeDispatch(T);
    break;
  case TerminatorKind::Resume:
    Out << "resume";
    break;
  case TerminatorKind::Unreachable:
    Out << "unreachable";
    break;
  }
  writeTail(T.Statement, T.Loc);
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

void TextWriter::writeOperand(ExprId Id) {
  const Expr &E = F->Exprs[Id];
  // A source text belongs to all that stands in the same parentheses.
  const bool Parentheses = E.Kind == ExprKind::Binary || E.Source;
  if (Parentheses)
    Out << '(';
  writeExpr(Id);
  if (Parentheses)
    Out << ')';
}

void TextWriter::writeExpr(ExprId Id) {
  const Expr &E = F->Exprs[Id];
  switch (E.Kind) {
  case ExprKind::Load:
    Out << placeOf(E.Where);
    break;
  case ExprKind::AddressOf:
    Out << '&' << placeOf(E.Where);
    break;
  case ExprKind::Int:
    Out << E.Number;
    break;
  case ExprKind::String:
    Out << quoted(str(E.Text));
    break;
  case ExprKind::Function: {
    llvm::StringRef Name = str(E.Text);
    const bool Short = Name.consume_front(usrOfName("")) && isBareName(Name);
    Out << '@' << (Short ? Name.str() : quoted(str(E.Text)));
    break;
  }
  case ExprKind::Binary:
    writeOperand(E.Left);
    Out << ' ' << OperatorWords[static_cast<size_t>(E.Op)] << ' ';
    writeOperand(E.Right);
    break;
  case ExprKind::Not:
    Out << '!';
    writeOperand(E.Left);
    break;
  case ExprKind::Unknown:
    Out << '?';
    break;
  }
  if (E.Source)
    Out << ' ' << quoted(str(E.Source), '`');
}

void writeText(const Program &P, llvm::raw_ostream &Out) {
  TextWriter(P, Out).writeProgram();
}

} // namespace dbtidy::program
