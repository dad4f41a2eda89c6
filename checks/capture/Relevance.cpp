//===- Relevance.cpp - Which functions concern databases -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Relevance.h"

#include "api/DatabaseNames.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace dbtidy::capture {

namespace {

bool holdsFunctions(QualType Type) {
  const RecordDecl *RD = Type->getAsRecordDecl();
  return RD && RD->getDefinition() &&
         llvm::any_of(RD->getDefinition()->fields(), [](const FieldDecl *Field) {
           return Field->getType()->isFunctionPointerType();
         });
}

/// The class or struct that a pointer leads to, if it can be one's own handle.
const RecordDecl *pointedRecord(QualType Type) {
  const auto *Pointer = Type->getAs<PointerType>();
  return Pointer && !Pointer->getPointeeType().isConstQualified()
             ? Pointer->getPointeeType()->getAsRecordDecl()
             : nullptr;
}

bool namesDatabase(const NamedDecl *D) {
  return D && D->getIdentifier() && api::namesDatabase(D->getName());
}

/// The name that the source gives a type, where it is not the struct's own.
bool namesTypedef(QualType Type) {
  const auto *Typedef = Type->getAs<TypedefType>();
  return Typedef && namesDatabase(Typedef->getDecl());
}

/// Whether FD, which no rule describes, may hand out a handle of a program's own layer
/// over a database: by names, and by a pointer that it returns or fills in.
bool mayHandOut(const FunctionDecl *FD) {
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  const bool Named = namesDatabase(FD) || (Method && namesDatabase(Method->getParent()));
  const auto IsHandle = [&](QualType Type) {
    const RecordDecl *RD = pointedRecord(Type);
    return RD && (Named || namesDatabase(RD) || namesTypedef(Type->getPointeeType()));
  };
  return IsHandle(FD->getReturnType()) ||
         llvm::any_of(FD->parameters(), [&](const ParmVarDecl *P) {
           const auto *Pointer = P->getType()->getAs<PointerType>();
           return Pointer && IsHandle(Pointer->getPointeeType());
         });
}

/// Looks through one body: what it calls, and whether it touches an API itself.
class BodyScan : public RecursiveASTVisitor<BodyScan> {
public:
  BodyScan(RuleIndex &Rules, const Source &Text, std::vector<const FunctionDecl *> &Calls,
           std::vector<const FunctionDecl *> &Nested)
      : Rules(Rules), Text(Text), Calls(Calls), Nested(Nested) {}

  bool shouldVisitImplicitCode() const { return true; }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *FD = dyn_cast<FunctionDecl>(E->getDecl()))
      use(FD);
    else
      touch(E->getType());
    return true;
  }
  bool VisitMemberExpr(MemberExpr *E) {
    if (const auto *FD = dyn_cast<FunctionDecl>(E->getMemberDecl()))
      use(FD);
    else if (const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
             Field && E->getType()->isFunctionPointerType() &&
             (Rules.dispatchRule(Field) || Rules.pointerRule(E)))
      Touches = true;
    else
      touch(E->getType());
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    use(E->getConstructor());
    touch(E->getType());
    makes(E->getType()->getAsCXXRecordDecl());
    return true;
  }
  bool VisitVarDecl(VarDecl *D) {
    touch(D->getType());
    if (D->isStaticLocal())
      Kept.push_back(D->getType());
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *E) {
    // A table of functions that is not what its initialiser says.
    Alters |= E->isAssignmentOp() && E->getType()->isFunctionPointerType() &&
              isa<MemberExpr>(E->getLHS()->IgnoreParens());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *E) {
    const Expr *Base = E->getSubExpr()->IgnoreParens();
    while (const auto *Member = dyn_cast<MemberExpr>(Base))
      Base = Member->getBase()->IgnoreParenImpCasts();
    const auto *Ref = dyn_cast<DeclRefExpr>(Base);
    const auto *Global = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    Alters |= E->getOpcode() == UO_AddrOf && Global && Global->hasGlobalStorage() &&
              !Global->getType().isConstQualified() && holdsFunctions(Global->getType());
    return true;
  }
  bool VisitCXXThrowExpr(CXXThrowExpr *) {
    Ends = true;
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *E) {
    Nested.push_back(E->getCallOperator());
    Calls.push_back(E->getCallOperator());
    for (Expr *Init : E->capture_inits())
      if (Init)
        TraverseStmt(Init);
    return true;
  }
  bool VisitCXXRecordDecl(CXXRecordDecl *D) { // a local class
    for (const CXXMethodDecl *M : D->methods())
      Nested.push_back(M);
    return true;
  }

  bool Touches = false;
  std::vector<QualType> Kept; ///< types of objects that live as long as the program
  /// Throws, or calls what does not come back: callers in other files must know.
  bool Ends = false;
  bool Alters = false; ///< changes a table of functions, or lets others do it

private:
  void use(const FunctionDecl *FD) {
    const api::Library *L = Rules.libraryOf(FD);
    // libc's malloc alone does not make a function ours.
    if ((L && !L->Handles.empty()) || Rules.handleOf(FD->getReturnType()) ||
        (!L && mayHandOut(FD)))
      Touches = true;
    const api::CallRule *Rule = Rules.callRule(FD);
    Ends |= FD->isNoReturn() || (Rule && Rule->NoReturn);
    const TemplateArgumentList *Args = FD->getTemplateSpecializationArgs();
    if (FD->isInStdNamespace() && Args && Args->size() != 0 && FD->getIdentifier() &&
        FD->getName().starts_with("make_") &&
        Args->get(0).getKind() == TemplateArgument::Type)
      makes(Args->get(0).getAsType()->getAsCXXRecordDecl());
    Calls.push_back(FD);
  }
  /// Who makes an object decides what its virtual calls do.
  void makes(const CXXRecordDecl *RD) {
    if (RD && RD->hasDefinition() && RD->isDynamicClass() && !Text.inSystemHeader(RD))
      for (const CXXMethodDecl *M : RD->getDefinition()->methods())
        if (M->isVirtual())
          Calls.push_back(M);
  }
  void touch(QualType Type) {
    if (!Touches && Rules.handleOf(Type))
      Touches = true;
  }

  RuleIndex &Rules;
  const Source &Text;
  std::vector<const FunctionDecl *> &Calls;
  std::vector<const FunctionDecl *> &Nested;
};

class Collector {
public:
  Collector(ASTContext &Context, RuleIndex &Rules, const Source &Text, Scope Whole)
      : Context(Context), Rules(Rules), Text(Text), Whole(Whole == Scope::Program) {}

  void context(const DeclContext *DC) {
    for (const Decl *D : DC->decls())
      declaration(D);
  }

  RelevantCode relevant() {
    // Callers of what is relevant are: a handle may reach them through a wrapper.
    std::vector<const FunctionDecl *> Work;
    llvm::DenseSet<const FunctionDecl *> Relevant;
    for (const FunctionDecl *FD : Order)
      if (Touching.contains(FD) && Relevant.insert(FD).second)
        Work.push_back(FD);
    while (!Work.empty()) {
      const FunctionDecl *FD = Work.back();
      Work.pop_back();
      eachCalledAs(FD, [&](const FunctionDecl *Name) {
        for (const FunctionDecl *Caller : Callers[Name->getCanonicalDecl()])
          if (Relevant.insert(Caller).second)
            Work.push_back(Caller);
      });
    }
    RelevantCode Out;
    for (const FunctionDecl *FD : Order)
      if (Relevant.contains(FD) || Telling.contains(FD) || (Whole && isShared(FD)))
        Out.Functions.push_back(FD);
    Out.Tables = std::move(Tables);
    Out.Kept = std::move(Kept);
    return Out;
  }

private:
  /// Whether other files may call this very definition. An inline one they have too, but
  /// for a virtual one of this file's classes, which they reach through the base.
  bool isShared(const FunctionDecl *FD) const {
    const auto *Method = dyn_cast<CXXMethodDecl>(FD);
    return Context.GetGVALinkageForFunction(FD) == GVA_StrongExternal ||
           (Method && Method->isVirtual() &&
            Context.getSourceManager().isInMainFile(FD->getLocation()));
  }

  /// FD, and the virtual functions that it overrides.
  static void eachCalledAs(const FunctionDecl *FD,
                           llvm::function_ref<void(const FunctionDecl *)> Each) {
    Each(FD);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(FD))
      for (const CXXMethodDecl *Base : Method->overridden_methods())
        eachCalledAs(Base, Each);
  }

  void declaration(const Decl *D) {
    if (Text.inSystemHeader(D) && !isa<LinkageSpecDecl>(D))
      return;
    if (const auto *FD = dyn_cast<FunctionDecl>(D)) {
      function(FD);
    } else if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
      for (const FunctionDecl *Instance : Template->specializations())
        function(Instance);
    } else if (const auto *ClassTemplate = dyn_cast<ClassTemplateDecl>(D)) {
      for (const auto *Instance : ClassTemplate->specializations())
        context(Instance);
    } else if (const auto *Global = dyn_cast<VarDecl>(D)) {
      Kept.push_back(Global->getType());
      if (Global->hasInit() && isa<InitListExpr>(Global->getInit()) &&
          !Global->getType()->isDependentType() && Global->getType()->isRecordType())
        Tables.push_back(Global);
    } else if (const auto *Record = dyn_cast<CXXRecordDecl>(D)) {
      if (!Record->isDependentContext())
        context(Record);
    } else if (const auto *Inner = dyn_cast<DeclContext>(D)) {
      if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
        context(Inner);
    }
  }

  void function(const FunctionDecl *FD) {
    if (!FD->doesThisDeclarationHaveABody() || FD->isDependentContext() ||
        !Seen.insert(FD).second)
      return;
    std::vector<const FunctionDecl *> Calls, Nested;
    BodyScan Scan(Rules, Text, Calls, Nested);
    Scan.TraverseStmt(FD->getBody());
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(FD))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        Scan.TraverseStmt(Init->getInit());
    for (const ParmVarDecl *P : FD->parameters())
      if (Rules.handleOf(P->getType()))
        Scan.Touches = true;
    Order.push_back(FD);
    Kept.insert(Kept.end(), Scan.Kept.begin(), Scan.Kept.end());
    if (Scan.Alters || (Scan.Ends && FD->isExternallyVisible()))
      Telling.insert(FD);
    if (Scan.Touches || Rules.handleOf(FD->getReturnType()))
      Touching.insert(FD);
    for (const FunctionDecl *Callee : Calls)
      Callers[Callee->getCanonicalDecl()].push_back(FD);
    for (const FunctionDecl *Inner : Nested)
      function(Inner);
  }

  ASTContext &Context;
  RuleIndex &Rules;
  const Source &Text;
  bool Whole;
  std::vector<const FunctionDecl *> Order;
  std::vector<const VarDecl *> Tables;
  std::vector<QualType> Kept;
  llvm::DenseSet<const FunctionDecl *> Seen, Touching;
  llvm::DenseSet<const FunctionDecl *> Telling; ///< what others must know
  llvm::DenseMap<const FunctionDecl *, std::vector<const FunctionDecl *>> Callers;
};

} // namespace

RelevantCode relevantCode(ASTContext &Context, RuleIndex &Rules, const Source &Text,
                          Scope Whole) {
  Collector All(Context, Rules, Text, Whole);
  All.context(Context.getTranslationUnitDecl());
  return All.relevant();
}

} // namespace dbtidy::capture
