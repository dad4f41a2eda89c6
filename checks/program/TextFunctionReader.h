//===- TextFunctionReader.h - Reading a function's text form ----*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values are in TextValueReader.cpp, the rest in TextFunctionReader.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_TEXTFUNCTIONREADER_H
#define DBTIDY_PROGRAM_TEXTFUNCTIONREADER_H

#include "program/ProgramFlags.h"
#include "program/TextCursor.h"

namespace dbtidy::program::text {

/// Reads one function. Blocks may be used before they are there: until the end an edge
/// holds the index of a label instead of a block.
class FunctionReader {
public:
  FunctionReader(TextCursor &In, Program &P) : In(In), P(P) {}

  /// Reads from `function` to `}` and adds the function to the program. What is added
  /// is good unless the cursor failed.
  void read();

private:
  struct Label {
    std::string Name;
    Position FirstUse;
    BlockId Block = None;
  };

  // Header and declarations.
  void readHeader();
  void readUsrAndName(StringId &Usr, StringId &Name, llvm::StringRef What);
  bool readFunctionOption();
  void readVar(VarKind Kind);
  std::string readVarLabel(VarKind Kind);
  void readVarOptions(Var &V, std::string Name);
  void declare(Position Where, llvm::StringRef Label, Var V);
  void readStatement();

  // Blocks.
  void readLine();
  bool readDeclaration();
  bool readEventOrEnd();
  void readBlockLabel();
  uint32_t labelIndex(llvm::StringRef Name);
  uint32_t readBlockUse();
  void startBlock();
  Event &addEvent(EventKind Kind);
  bool finishEvent(Event &E);
  bool readTailItem(uint32_t &Statement, Span &Loc);
  void readTail(uint32_t &Statement, Span &Loc);
  void readAssignment();
  bool readSimpleEvent();
  void resolveLabels();
  void finish(Position Where);

  // Ends of blocks.
  Terminator &endBlock(TerminatorKind Kind);
  bool readTerminator();
  bool readBranch();
  bool readJump();
  void addEdge(Terminator &T, Edge To = {});
  void readSwitch();
  Edge readCase();
  void readThrow(bool Again);
  void readDispatch();
  template <typename Read> void readEdges(Terminator &T, Read ReadEdge);

  // Values.
  ExprId add(Expr E);
  VarId readVarUse();
  Expr readExpr();
  Expr readUnary();
  Expr readPrimary();
  Expr readParentheses();
  Expr readPostfix(Expr E);
  Expr extend(Expr E, Projection By);
  Expr readStar();
  Expr readAddressOf();
  Expr readNot();
  Expr readBinary(Expr Left);
  Expr readFunctionAddress();
  Expr readInt();
  Projection readIndex();

  // Calls.
  void readCall(Place Result);
  void readCallee(Call &C);
  void readArgs(Call &C);
  Arg readArg();
  bool readCallOption(Call &C);
  bool readUnwind(Call &C);
  void readCallTail(Call &C, Event &E);

  template <typename Owner, size_t Count>
  bool readFlag(Owner &Of, const Flag<Owner> (&Table)[Count]);
  StringId intern(llvm::StringRef Text) { return P.intern(Text); }

  TextCursor &In;
  Program &P;
  Function F;
  uint32_t DefaultFile = 0;
  llvm::StringMap<VarId> VarsByLabel;
  std::vector<Label> Labels;
  llvm::StringMap<uint32_t> LabelsByName;
  bool Open = false; ///< the last block has no end yet
  Position LineStart;
  unsigned Nesting = 0;
};

/// A word from the table sets its field.
template <typename Owner, size_t Count>
bool FunctionReader::readFlag(Owner &Of, const Flag<Owner> (&Table)[Count]) {
  for (const Flag<Owner> &Each : Table) {
    if (In.acceptWord(Each.Word)) {
      Of.*Each.Field = true;
      return true;
    }
  }
  return false;
}

} // namespace dbtidy::program::text

#endif // DBTIDY_PROGRAM_TEXTFUNCTIONREADER_H
