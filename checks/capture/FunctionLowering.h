//===- FunctionLowering.h - One function to the program model ---*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Walks a function's syntax tree and emits blocks and events. The graph is built here and
// not taken from Clang's CFG, because unwinding must run exactly the destructors of what
// is alive at each call that may throw, which Clang's CFG does not show (reference:
// AddEHEdges of LLVM 22 skips destructors and has no edges for constructors and `new`).
//
// What is alive is a stack of cleanups kept as a tree: a node never changes once made, so
// a jump, a label or a landing pad remembers its node and shares all that lies below.
//
// The members are defined by family: Statements, Expressions, Conditions, Calls, Objects,
// SmartPointers, Cleanups.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_CAPTURE_FUNCTIONLOWERING_H
#define DBTIDY_CAPTURE_FUNCTIONLOWERING_H

#include "capture/RuleIndex.h"
#include "capture/Source.h"
#include "capture/Tables.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtCXX.h"

#include <functional>

namespace dbtidy::capture {

/// What the lowering of all functions of a translation unit shares.
struct Unit {
  clang::ASTContext &Context;
  program::Program &Into;
  RuleIndex &Rules;
  Source &Text;
  Tables &Virtuals;
  /// Called for each function with a body that a lowered function calls, so that what is
  /// reached only through implicit calls is lowered too.
  std::function<void(const clang::FunctionDecl *)> Reached;
};

class FunctionLowering {
public:
  FunctionLowering(Unit &U, const clang::FunctionDecl *FD);

  /// Lowers the body. FD must be a definition outside any template pattern.
  program::Function run();

private:
  using Place = program::Place;
  using ExprId = program::ExprId;
  using BlockId = program::BlockId;
  using VarId = program::VarId;
  static constexpr uint32_t None = program::None;

  //===--- Blocks and events -------------------------------------------------===//
  BlockId newBlock();
  /// Starts to emit into Block.
  void enter(BlockId Block) { Current = Block; }
  /// False behind a return or a jump: what is emitted there is not kept.
  bool reachable() const { return Current != None; }
  program::Event *emit(program::EventKind Kind, clang::SourceRange Range);
  void assign(const Place &To, ExprId Value, clang::SourceRange Range);
  void terminate(program::Terminator T);
  void jump(BlockId To);
  void unreachableEnd();
  program::Edge edge(BlockId To) const;
  Span span(clang::SourceRange Range) { return U.Text.span(Range); }

  //===--- Values --------------------------------------------------------------===//
  ExprId add(program::Expr E);
  ExprId load(const Place &P);
  ExprId addressOf(const Place &P);
  ExprId integer(int64_t Value);
  ExprId unknown() { return add({}); }
  ExprId binary(program::BinaryOp Op, ExprId Left, ExprId Right);
  ExprId negate(ExprId E);
  static Place field(Place P, program::StringId Name);
  Place field(Place P, llvm::StringRef Name) {
    return field(std::move(P), U.Into.intern(Name));
  }
  static Place deref(Place P);
  VarId temp(clang::QualType Type);
  Place tempPlace(clang::QualType Type) { return Place{temp(Type), {}}; }
  /// The place of variable D (what it refers to, for a reference).
  Place variable(const clang::VarDecl *D);
  Place binding(const clang::BindingDecl *D);
  VarId global(const clang::VarDecl *D);
  VarId declare(const clang::VarDecl *D, program::VarKind Kind);
  Place thisObject();

  /// Evaluates E, emits its effects, returns its value. Class values: see initObject.
  ExprId rvalue(const clang::Expr *E);
  /// Evaluates E to a storage location.
  Place lvalue(const clang::Expr *E);
  /// The place that the pointer value E points to.
  Place pointee(const clang::Expr *E);
  /// Evaluates E for its effects alone.
  void effects(const clang::Expr *E);
  std::optional<int64_t> constant(const clang::Expr *E);
  ExprId castValue(const clang::CastExpr *E);
  ExprId unaryValue(const clang::UnaryOperator *E);
  ExprId binaryValue(const clang::BinaryOperator *E);
  ExprId selectValue(const clang::AbstractConditionalOperator *E);
  ExprId logicalValue(const clang::Expr *E);
  ExprId incremented(const clang::UnaryOperator *E);
  ExprId functionAddress(const clang::FunctionDecl *Callee);
  ExprId moved(ExprId Pointer, clang::QualType Type, int64_t By);
  static constexpr int64_t MaxIndex = 1 << 20; ///< of elements that are told apart
  Place upcast(const clang::CastExpr *E, Place P, const clang::Expr *Object);
  Place selectPlace(const clang::AbstractConditionalOperator *E);
  Place element(const clang::ArraySubscriptExpr *E);
  Place member(const clang::MemberExpr *E);
  Place reference(const clang::DeclRefExpr *E);
  Place materialize(const clang::Expr *E);
  void effectsOfChildren(const clang::Stmt *S);

  //===--- Conditions ----------------------------------------------------------===//
  /// Evaluates E as a full expression and branches on it.
  void condition(const clang::Expr *E, BlockId True, BlockId False,
                 program::BranchKind Kind);
  void branch(const clang::Expr *E, BlockId True, BlockId False,
              program::BranchKind Kind);
  void branchOn(ExprId Value, BlockId True, BlockId False, program::BranchKind Kind,
                clang::SourceRange Range);
  /// Records how the operands of a comparison are written, for messages.
  void annotate(ExprId Value, const clang::Expr *E);

  //===--- Calls ---------------------------------------------------------------===//
  ExprId callValue(const clang::CallExpr *E);
  /// Lowers a call. A class result goes to Into, or to a temporary if Into is null.
  bool isDispatched(const clang::CallExpr *E, const clang::CXXMethodDecl *Method) const;
  const clang::FunctionProtoType *describePointer(program::Call &C,
                                                  const clang::CallExpr *E);
  Place call(const clang::CallExpr *E, const Place *Into);
  /// Builtins and library functions that only pass values along.
  bool lowerKnown(const clang::CallExpr *E, const clang::FunctionDecl *Callee,
                  Place &Result);
  void lowerSwap(const clang::CallExpr *E);
  Place lowerExchange(const clang::CallExpr *E);
  program::Arg argument(const clang::Expr *E, clang::QualType ParamType);
  void fillOwner(program::Arg &A, clang::QualType ParamType);
  void addArguments(program::Call &C, llvm::ArrayRef<const clang::Expr *> Args,
                    const clang::FunctionProtoType *Proto);
  void describeCallee(program::Call &C, const clang::FunctionDecl *Callee);
  void describeResult(program::Call &C, clang::QualType Type);
  void emitCall(program::Call C, clang::SourceRange Range);
  bool mayThrow(const clang::FunctionDecl *Callee) const;

  //===--- Objects -------------------------------------------------------------===//
  /// Initialises the object (or scalar) at To with E, or by default if E is null.
  void initialise(const Place &To, clang::QualType Type, const clang::Expr *E);
  void initObject(const Place &To, clang::QualType Type, const clang::Expr *E);
  void construct(const Place &To, const clang::CXXConstructExpr *E);
  void made(const Place &Object, const clang::CXXRecordDecl *RD,
            clang::SourceRange Range);
  void initList(const Place &To, const clang::InitListExpr *E);
  void initLambda(const Place &To, const clang::LambdaExpr *E);
  /// Copies (or moves) member by member, as an implicit constructor does.
  void copyFields(const Place &To, const Place &From, const clang::CXXRecordDecl *RD,
                  bool Move, clang::SourceRange Range, unsigned Depth = 0);
  void copyRecord(const Place &To, const Place &From, clang::QualType Type, bool Move,
                  clang::SourceRange Range, unsigned Depth);
  bool assignObject(const clang::CXXOperatorCallExpr *E);
  ExprId newValue(const clang::CXXNewExpr *E);
  void deleteValue(const clang::CXXDeleteExpr *E);
  /// Dynamic: what Object really is says which destructor runs.
  void destroy(const Place &Object, clang::QualType Type, clang::SourceRange Range,
               bool Dynamic = false);
  static bool hasDestructor(clang::QualType Type);
  void constructorPrologue(const clang::CXXConstructorDecl *D);
  void memberInitialisers(const Place &Object, const clang::CXXRecordDecl *RD);
  void destructorEpilogue(const clang::CXXDestructorDecl *D);
  void throwValue(const clang::CXXThrowExpr *E);

  //===--- Smart pointers ------------------------------------------------------===//
  enum class Smart { No, Unique, Shared };
  static Smart smartKind(const clang::CXXRecordDecl *RD);
  static Smart smartKind(clang::QualType Type);
  bool smartConstruct(const Place &To, const clang::CXXConstructExpr *E);
  bool smartMember(const clang::CXXMemberCallExpr *E, Place &Result);
  bool smartOperator(const clang::CXXOperatorCallExpr *E, Place &Result);
  void allocate(const Place &Result, clang::SourceRange Range);
  bool smartMake(const clang::CallExpr *E, const Place &To);
  /// Constructs an RD at Object as a body of the library's would, which is not shown.
  void constructInPlace(const Place &Object, const clang::CXXRecordDecl *RD,
                        llvm::ArrayRef<const clang::Expr *> Args,
                        clang::SourceRange Range);
  void smartMove(const Place &To, const Place &From, clang::SourceRange Range);
  void smartCopy(const Place &To, const Place &From, clang::SourceRange Range);
  void smartAdopt(const Place &To, const clang::Expr *Pointer,
                  const clang::Expr *Deleter);
  /// Runs the deleter on what Object owns, where it owns something.
  void smartDestroy(const Place &Object, clang::QualType Type, clang::SourceRange Range);
  void smartDelete(const Place &Object, const Place &Pointer, clang::QualType Type,
                   clang::SourceRange Range);
  void callDeleter(const Place &Object, const Place &Pointer, clang::QualType Deleter,
                   clang::SourceRange Range);
  void deletePointer(const Place &Pointer, clang::QualType Pointee,
                     clang::SourceRange Range);

  //===--- std::optional (Optionals.cpp) -----------------------------------------===//
  clang::QualType optionalValue(clang::QualType Type) const;
  bool optionalConstruct(const Place &To, const clang::CXXConstructExpr *E);
  bool optionalMember(const clang::CXXMemberCallExpr *E, Place &Result);
  bool optionalOperator(const clang::CXXOperatorCallExpr *E, Place &Result);
  void optionalFill(const Place &To, clang::QualType Value,
                    llvm::ArrayRef<const clang::Expr *> Args, clang::SourceRange Range);
  void optionalCopy(const Place &To, const Place &From, clang::QualType Value, bool Move,
                    clang::SourceRange Range);
  void wipe(const Place &Object, clang::QualType Type, clang::SourceRange Range);
  void optionalClear(const Place &Object, clang::QualType Value,
                     clang::SourceRange Range);

  //===--- std::pair, std::tuple (Products.cpp) ----------------------------------===//
  struct Member {
    std::string Name;
    clang::QualType Type;
  };
  static std::vector<Member> productMembers(clang::QualType Type);
  bool productConstruct(const Place &To, const clang::CXXConstructExpr *E);
  bool productMake(const clang::CallExpr *E, const Place &To);
  bool productGet(const clang::CallExpr *E, const clang::FunctionDecl *Callee,
                  Place &Result);
  bool productOperator(const clang::CXXOperatorCallExpr *E, Place &Result);
  void productCopy(const Place &To, const Place &From, clang::QualType Type,
                   clang::QualType FromType, bool Move, clang::SourceRange Range);
  void productDestroy(const Place &Object, clang::QualType Type,
                      clang::SourceRange Range);
  void fillValue(const Place &To, clang::QualType Type, const clang::Expr *From,
                 clang::SourceRange Range);

  //===--- std::function (Functions.cpp) -----------------------------------------===//
  static bool isFunctionObject(clang::QualType Type);
  bool functionConstruct(const Place &To, const clang::CXXConstructExpr *E);
  bool functionMember(const clang::CXXMemberCallExpr *E, Place &Result);
  bool functionOperator(const clang::CXXOperatorCallExpr *E, Place &Result);
  Place functionCall(const clang::CXXOperatorCallExpr *E);
  void functionFill(const Place &To, const clang::Expr *From, clang::SourceRange Range);
  void functionCopy(const Place &To, const Place &From, bool Move,
                    clang::SourceRange Range);
  void functionClear(const Place &To, clang::SourceRange Range);

  //===--- Cleanups ------------------------------------------------------------===//
  struct Cleanup {
    enum class Kind { Scope, Destroy, Function, Catch } What = Kind::Scope;
    uint32_t Parent = program::None;
    Place Object;
    clang::QualType Type;                        ///< Destroy
    const clang::FunctionDecl *Callee = nullptr; ///< Function: __attribute__((cleanup))
    VarId Made =
        program::None;       ///< run only if this flag is set (conditional temporaries)
    bool UnwindOnly = false; ///< a member of an object under construction
    bool InsideTry = false;
    BlockId Handler = program::None; ///< Catch: the dispatch block
    BlockId Pad = program::None;     ///< the landing pad that starts here, once made
  };
  void push(Cleanup C);
  void pushScope(VarId Var);
  void pushDestroy(const Place &Object, clang::QualType Type, VarId Var);
  void pushTemporary(const Place &Object, clang::QualType Type);
  void runCleanup(const Cleanup &C, bool Unwinding, clang::SourceRange Range);
  /// Emits the cleanups from the innermost one down to (not including) Until.
  void leaveTo(uint32_t Until, clang::SourceRange Range, bool Returning = false);
  /// leaveTo, and forgets them.
  void popTo(uint32_t Until, clang::SourceRange Range);
  BlockId unwindTarget(uint32_t Node);
  BlockId resumeBlock();
  uint32_t commonCleanup(uint32_t A, uint32_t B) const;
  bool needsCopyBeforeReturn() const;

  //===--- Statements ----------------------------------------------------------===//
  void statement(const clang::Stmt *S);
  void body(const clang::Stmt *S);
  void compound(const clang::CompoundStmt *S);
  void substatement(const clang::Stmt *S);
  void declaration(const clang::DeclStmt *S);
  void localVariable(const clang::VarDecl *D);
  void ifStatement(const clang::IfStmt *S);
  void whileStatement(const clang::WhileStmt *S);
  void doStatement(const clang::DoStmt *S);
  void forStatement(const clang::ForStmt *S);
  void rangeFor(const clang::CXXForRangeStmt *S);
  void switchStatement(const clang::SwitchStmt *S);
  void caseLabel(const clang::SwitchCase *S);
  void returnStatement(const clang::ReturnStmt *S);
  void returnValue(const clang::Expr *E, clang::SourceRange Range);
  void leaveFunction(ExprId Value, clang::SourceRange Range);
  void tryStatement(const clang::CXXTryStmt *S);
  void handler(const clang::CXXCatchStmt *S, BlockId After);
  void gotoLabel(const clang::LabelDecl *L, clang::SourceRange Range);
  void label(const clang::LabelStmt *S);
  void indirectGoto(const clang::IndirectGotoStmt *S);
  void assembler(const clang::Stmt *S);
  void resolveGotos();
  ExprId statementExpression(const clang::StmtExpr *S);

  struct Jump {
    BlockId Break = program::None, Continue = program::None;
    uint32_t Node = program::None, ContinueNode = program::None;
  };
  struct Switching {
    std::vector<program::Edge> Edges;
    bool HasDefault = false;
  };
  struct Label {
    BlockId Block = program::None;
    uint32_t Node = program::None;
    bool Placed = false;
  };
  struct PendingGoto {
    BlockId From;
    uint32_t Node;
    const clang::LabelDecl *To;
    clang::SourceRange Range;
  };

  void beginStatement(const clang::Stmt *S, bool InBlock);
  void parameters();
  void header();

  Unit &U;
  clang::ASTContext &Context;
  const clang::FunctionDecl *FD;
  program::Function F;
  BlockId Current = 0;
  uint32_t Top = program::None; ///< innermost cleanup
  std::vector<Cleanup> Cleanups;
  std::vector<Jump> Jumps;
  std::vector<Switching *> Switches;
  llvm::DenseMap<const clang::ValueDecl *, VarId> Vars;
  llvm::DenseMap<const clang::VarDecl *, Place> Aliases; ///< lambda captures
  llvm::DenseMap<const clang::LabelDecl *, Label> Labels;
  std::vector<const clang::LabelDecl *> LabelOrder;
  std::vector<PendingGoto> Gotos;
  llvm::DenseMap<const clang::Expr *, Place> Opaque; ///< values of OpaqueValueExpr
  std::vector<std::pair<Place, clang::QualType>>
      Extended;                  ///< lifetime-extended temporaries
  std::vector<unsigned> Depths;  ///< by ExprId: nesting
  unsigned ConditionalDepth = 0; ///< inside an arm that may not run
  unsigned TryDepth = 0;
  bool InBlockNext = false;
  BlockId Resume = program::None;
  BlockId Epilogue = program::None; ///< a destructor's end
  VarId ReturnVar = program::None;
  const clang::Expr *CurrentDefaultInit = nullptr;
  bool Assigning = false; ///< copies go over objects that hold something already
  bool CxxThrows = false; ///< exceptions are on in this translation unit
  uint32_t CurrentStatement = program::None;
};

/// The model's operator for a comparison, an arithmetic one or its assigning form.
std::optional<program::BinaryOp> modelOp(clang::BinaryOperatorKind Op);

/// Whether Type is a scalar whose value the model follows.
bool isTracked(clang::QualType Type);
bool isWholeObject(const clang::Expr *E);
llvm::StringRef storageName(const clang::FieldDecl *Field);
/// The operator() of a class; null if it has none, or a template only.
const clang::CXXMethodDecl *callOperator(clang::QualType Functor);

} // namespace dbtidy::capture

#endif // DBTIDY_CAPTURE_FUNCTIONLOWERING_H
