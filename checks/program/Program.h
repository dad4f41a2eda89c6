//===- Program.h - The program model ----------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What capture keeps of one translation unit, and all that the engine ever sees of it.
// The model is self-contained: it points into no AST, so it can be written to a file,
// read on another machine, linked with the models of other files, and tested from text.
//
// A function is a graph of basic blocks over *places* (a variable and a path of fields,
// dereferences and elements). Everything that does not concern control flow, calls or
// the flow of values between places is left out. C++ is already lowered: references are
// pointers, destructors are calls, `&&` and `?:` are branches, a class passed by value is
// passed by the address of the caller's copy, and every call that may throw names the
// block where unwinding goes on.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_PROGRAM_PROGRAM_H
#define DBTIDY_PROGRAM_PROGRAM_H

#include "base/Span.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dbtidy::program {

/// Index into a program's table of interned strings; 0 is the empty string.
using StringId = uint32_t;
using VarId = uint32_t;   ///< index into Function::Vars
using ExprId = uint32_t;  ///< index into Function::Exprs
using BlockId = uint32_t; ///< index into Function::Blocks; block 0 is the entry
inline constexpr uint32_t None = ~0U;

enum class VarKind : uint8_t {
  Param,  ///< parameters come first in Function::Vars, in order, `this` before them
  This,   ///< the receiver: a pointer
  Local,  ///< automatic storage
  Temp,   ///< made by capture: intermediate values and C++ temporaries
  Static, ///< a function's static local
  Global, ///< namespace scope or static member; the same Usr in every function
  Return  ///< the object that a function returning a class by value fills
};

struct Var {
  VarKind Kind = VarKind::Local;
  StringId Name = 0;   ///< as in the source; empty for a temporary
  StringId Type = 0;   ///< as in the source, for messages
  StringId Handle = 0; ///< "library:handle" where the type is a handle of a rule
  StringId Usr = 0;    ///< for Global and Static
  Span Loc;
};

enum class ProjectionKind : uint8_t {
  Deref,   ///< what the pointer points to; `p->f` is Deref then Field, `p[0]` is Deref
  Field,   ///< Value: the field's name
  Index,   ///< an element of a constant index, Value: the index
  AnyIndex ///< an element of an unknown index: stands for all of them
};

struct Projection {
  ProjectionKind Kind = ProjectionKind::Deref;
  uint32_t Value = 0;
  bool operator==(const Projection &Other) const = default;
};

/// A storage location as the source names it.
struct Place {
  VarId Base = None;
  llvm::SmallVector<Projection, 2> Path;
  bool isValid() const { return Base != None; }
  bool operator==(const Place &Other) const = default;
};

enum class ExprKind : uint8_t {
  Load,      ///< the value in Where
  AddressOf, ///< a pointer to Where (an array used as a pointer: to its element 0)
  Int,       ///< Number; null pointers, false and enumerators too
  String,    ///< a string literal, Text
  Function,  ///< the address of a function: Text is its Usr
  Binary,    ///< Op applied to Left and Right
  Not,       ///< logical negation of Left
  Unknown    ///< a value that was not worth keeping
};

enum class BinaryOp : uint8_t {
  Eq,
  Ne,
  Lt,
  Le,
  Gt,
  Ge,
  Add,
  Sub,
  Mul,
  Div,
  Rem,
  And,
  Or,
  Xor,
  Shl,
  Shr
};

/// A value. Expressions have no effects: calls and assignments are events.
struct Expr {
  ExprKind Kind = ExprKind::Unknown;
  BinaryOp Op = BinaryOp::Eq;
  Place Where;
  int64_t Number = 0;
  StringId Text = 0;
  ExprId Left = None, Right = None;
  StringId Source =
      0; ///< the text in the source, for conditions in messages; may be empty
};

/// An argument of a call.
struct Arg {
  ExprId Value = None;
  StringId Handle = 0;        ///< "library:handle" where the parameter's type is one
  bool PointsToConst = false; ///< the callee sees the pointee as const
  bool Variadic = false;      ///< passed through `...`
  bool ByValueObject = false; ///< Value is the address of a copy made for this call
};

/// Who is called: Usr, or what Target holds.
struct Call {
  /// The callee's unified symbol resolution (Clang's USR). Of a virtual call, that of the
  /// function which is overridden; of an indirect one, that of the struct's field that
  /// the pointer is read from, or none: see FunctionTables.h.
  StringId Usr = 0;
  ExprId Target = None; ///< the function pointer of an indirect call
  StringId Name = 0;    ///< qualified name for messages: "PQexec", "Pool::get"
  StringId Rule = 0;    ///< "library:name" of the API rule that describes the callee
  StringId Library =
      0; ///< the library whose headers declare the callee, described or not
  std::vector<Arg> Args; ///< the receiver first, where there is one
  bool HasReceiver = false;
  Place Result; ///< where the result goes; invalid if it is thrown away by type void
  StringId ResultType = 0;
  StringId ResultHandle = 0; ///< "library:handle" where the result's type is one
  BlockId Unwind = None;     ///< where an exception goes; None: out of the function
  bool MayThrow = false;     ///< false: C, noexcept, or known not to
  bool NoReturn = false;
  bool Virtual = false; ///< dispatched at run time
  bool Constructor = false, Destructor = false;
  bool System = false; ///< declared in a system header
  bool Variadic = false;
};

enum class EventKind : uint8_t {
  Assign,   ///< Target = Value
  Call,     ///< Function::Calls[CallIndex]
  EndScope, ///< the life of variable Target.Base ends
  Escape,   ///< Value becomes known to code that the model does not show
  Point     ///< a named program point for tests, Text
};

struct Event {
  EventKind Kind = EventKind::Assign;
  Place Target;
  ExprId Value = None;
  uint32_t CallIndex = None;
  StringId Text = 0;
  uint32_t Statement = None; ///< index into Function::Statements
  Span Loc;
};

/// A statement of the source, for suggested edits.
struct Statement {
  Span Loc;
  bool InBlock = false; ///< stands directly in `{}`, so that another may stand before it
};

enum class TerminatorKind : uint8_t {
  Goto,     ///< Edges[0]
  Branch,   ///< on Cond: Edges[0] if it is not zero, Edges[1] if it is
  Switch,   ///< on Cond: the first edge whose [Low, High] holds it, else the default edge
  Return,   ///< returns Cond (None for void or for an object in the Return variable)
  Throw,    ///< throws Types; Edges[0] is where unwinding goes on, no edge: out
  Dispatch, ///< an exception is in flight: the first edge that catches it; the last edge
            ///< (Catches empty and not CatchAll) is where it goes on
  Resume,   ///< an exception in flight leaves the function
  Unreachable ///< control does not come here
};

struct Edge {
  BlockId To = None;
  bool Default = false;      ///< Switch: no case fits
  int64_t Low = 0, High = 0; ///< Switch: a case's range, both ends included
  StringId Label = 0;        ///< Switch: the case as written ("SQLITE_BUSY")
  StringId Catches = 0;      ///< Dispatch: the caught class, qualified
  bool CatchAll = false;     ///< Dispatch: catch (...)
};

/// What a branch comes from, for its wording.
enum class BranchKind : uint8_t { If, Loop, Logical, Conditional, Implicit };

struct Terminator {
  TerminatorKind Kind = TerminatorKind::Unreachable;
  BranchKind Branch = BranchKind::If;
  ExprId Cond = None;
  std::vector<Edge> Edges;
  std::vector<StringId> Types; ///< Throw: the class and its bases; empty: a rethrow
  uint32_t Statement = None;
  Span Loc;
};

struct Block {
  std::vector<Event> Events;
  Terminator Term;
};

struct Function {
  StringId Usr = 0;
  StringId Name = 0;    ///< qualified, without parameters: "Pool::get"
  StringId Library = 0; ///< for a function that a rule file describes in model text
  Span Loc;             ///< of the name
  Span Body;
  StringId ReturnType = 0;
  StringId ReturnHandle = 0;
  uint32_t NumParams = 0; ///< leading entries of Vars
  bool HasThis = false;   ///< Vars[0] is the receiver, counted in NumParams
  bool NoExcept = false;  ///< an exception that reaches the end terminates the program
  bool NoReturn = false;  ///< declared so
  bool Main = false;      ///< returning ends the program
  bool Internal = false;  ///< nobody outside this file can call it
  bool Constructor = false, Destructor = false, Lambda = false;
  bool Coroutine = false;   ///< the graph does not show suspension: the engine gives up
  bool System = false;      ///< from a system header: summarised, never reported in
  bool Initializer = false; ///< fills a table of functions: see FunctionTables.h
  /// Lists a class: its private members of a handle's type are the variables, the USRs of
  /// the fields theirs, and every function that may touch them is an expression.
  bool Members = false;
  bool Cxx = false; ///< compiled as C++
  std::vector<Var> Vars;
  std::vector<Expr> Exprs;
  std::vector<Call> Calls;
  std::vector<Statement> Statements;
  std::vector<Block> Blocks;

  /// Nobody calls it: it says something about the program.
  bool describes() const { return Initializer || Members; }
};

/// The model of one translation unit, or of several linked ones. Owns everything.
class Program {
public:
  Program();

  /// The id of Text, new or known.
  StringId intern(llvm::StringRef Text);
  /// The id of Text if it was interned before.
  std::optional<StringId> find(llvm::StringRef Text) const;
  llvm::StringRef text(StringId Id) const { return Strings[Id]; }
  uint32_t stringCount() const { return static_cast<uint32_t>(Strings.size()); }

  /// The index of a file in Files, new or known.
  uint32_t internFile(llvm::StringRef Path);
  /// Spells a span's file out.
  Location locate(const Span &Where) const;

  std::string MainFile; ///< the path of the translation unit's source
  /// Rule files on the program's own layers, found by the link: see lifecycle/InHouse.h.
  std::vector<std::string> Inferred;
  std::vector<std::string> Files;
  std::vector<Function> Functions;

private:
  std::vector<std::string> Strings;
  llvm::StringMap<StringId> StringIds;
  llvm::StringMap<uint32_t> FileIds;
};

} // namespace dbtidy::program

#endif // DBTIDY_PROGRAM_PROGRAM_H
