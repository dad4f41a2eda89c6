//===- RuleIndex.cpp - The rules as one translation unit sees them --------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/RuleIndex.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace dbtidy::capture {

RuleIndex::RuleIndex(ASTContext &Context, const api::Catalogue &Rules)
    : Context(Context), Rules(Rules) {
  for (const api::Library &L : Rules.libraries())
    for (const api::Handle &H : L.Handles)
      bindTypes(H);
}

/// The declarations of a qualified name, looked up without Sema.
static DeclContext::lookup_result lookUp(ASTContext &Context, llvm::StringRef Name) {
  DeclContext *Scope = Context.getTranslationUnitDecl();
  while (true) {
    const auto [First, Rest] = Name.split("::");
    const auto Known = Context.Idents.find(First);
    if (Known == Context.Idents.end())
      return {};
    const auto Found = Scope->lookup(DeclarationName(Known->second));
    if (Rest.empty())
      return Found;
    Scope = nullptr;
    for (NamedDecl *D : Found)
      if (auto *Inner = dyn_cast<DeclContext>(D))
        Scope = Inner;
    if (!Scope)
      return {};
    Name = Rest;
  }
}

/// Whether D can have been written in C.
static bool isPlain(const NamedDecl *D) {
  const auto *Record = dyn_cast<CXXRecordDecl>(D);
  if (!Record)
    return true;
  const CXXRecordDecl *Body = Record->getDefinition();
  return Record->getTagKind() != TagTypeKind::Class &&
         (!Body || (Body->isAggregate() && Body->methods().empty()));
}

/// C headers are sometimes included inside a namespace: looks into each one at file
/// scope.
static llvm::SmallVector<NamedDecl *, 2> lookUpInNamespaces(ASTContext &Context,
                                                            llvm::StringRef Name) {
  llvm::SmallVector<NamedDecl *, 2> Out;
  const auto Known = Context.Idents.find(Name);
  if (Known == Context.Idents.end() || !Context.getLangOpts().CPlusPlus)
    return Out;
  llvm::DenseSet<const NamespaceDecl *> Seen;
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (auto *NS = dyn_cast<NamespaceDecl>(D);
        NS && Seen.insert(NS->getFirstDecl()).second)
      for (NamedDecl *Found : NS->lookup(DeclarationName(Known->second)))
        if (isPlain(Found))
          Out.push_back(Found);
  return Out;
}

static QualType declaredType(ASTContext &Context, NamedDecl *D) {
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(D))
    return Typedef->getUnderlyingType().getCanonicalType();
  if (const auto *Type = dyn_cast<TypeDecl>(D))
    return Context.getTypeDeclType(Type).getCanonicalType();
  return {};
}

void RuleIndex::bindTypes(const api::Handle &H) {
  for (llvm::StringRef Spelling : H.Types) {
    Spelling = Spelling.trim();
    const bool Pointer = Spelling.consume_back("*");
    Spelling = Spelling.trim();
    if (Spelling.ends_with("*"))
      continue; // a table of pointers: only its calls tell it apart
    for (llvm::StringRef const Keyword : {"const ", "struct ", "class "})
      Spelling.consume_front(Keyword);
    const auto Direct = lookUp(Context, Spelling);
    llvm::SmallVector<NamedDecl *, 2> Found(Direct.begin(), Direct.end());
    if (Found.empty() && !Spelling.contains("::"))
      Found = lookUpInNamespaces(Context, Spelling);
    for (NamedDecl *D : Found) {
      const QualType Type = declaredType(Context, D);
      if (Type.isNull())
        continue;
      if (Pointer && Type->isRecordType())
        Pointees.try_emplace(Type.getTypePtr(), &H);
      else if (!Pointer && Type->isPointerType() &&
               Type->getPointeeType()->isRecordType())
        Pointees.try_emplace(Type->getPointeeType().getTypePtr(), &H);
      else if (!Pointer && Type->isRecordType())
        Classes.try_emplace(Type.getTypePtr(), &H);
    }
  }
}

const api::Handle *RuleIndex::handleOf(QualType Type) const {
  if (Type.isNull())
    return nullptr;
  Type = Type.getCanonicalType().getNonReferenceType().getUnqualifiedType();
  if (Type->isPointerType()) {
    const auto Found =
        Pointees.find(Type->getPointeeType().getCanonicalType().getTypePtr());
    return Found == Pointees.end() ? nullptr : Found->second;
  }
  const auto Found = Classes.find(Type.getTypePtr());
  return Found == Classes.end() ? nullptr : Found->second;
}

bool RuleIndex::declaredIn(const api::Library &L, const Decl *D) const {
  const SourceManager &SM = Context.getSourceManager();
  return llvm::any_of(D->redecls(), [&](const Decl *Redeclaration) {
    const SourceLocation Where = SM.getExpansionLoc(Redeclaration->getLocation());
    return api::declaredIn(L, SM.getFilename(Where));
  });
}

const api::CallRule *RuleIndex::callRule(const FunctionDecl *FD) {
  FD = FD->getCanonicalDecl();
  const auto [Known, New] = CallRules.try_emplace(FD, nullptr);
  if (!New)
    return Known->second;
  const api::CallRule *Found = nullptr;
  // Only plain and member functions have names that a rule can spell.
  if (FD->getDeclName().isIdentifier() || isa<CXXMethodDecl>(FD) ||
      FD->isOverloadedOperator()) {
    const bool Free = !isa<CXXMethodDecl>(FD) &&
                      (FD->isExternC() ||
                       FD->getDeclContext()->getRedeclContext()->isTranslationUnit());
    const std::string Name =
        Free ? FD->getNameAsString() : FD->getQualifiedNameAsString();
    for (const api::CallRule *Rule : Rules.named(Name))
      if (declaredIn(*Rule->Owner, FD)) {
        Found = Rule;
        break;
      }
  }
  return CallRules[FD] = Found;
}

bool RuleIndex::isAnswer(const RecordDecl *RD) {
  const auto *Class = dyn_cast_or_null<CXXRecordDecl>(RD);
  if (!Class || !Class->hasDefinition())
    return false;
  const auto [Known, New] = Answers.try_emplace(Class->getCanonicalDecl(), false);
  if (!New)
    return Known->second;
  const bool Is =
      llvm::any_of(Class->getDefinition()->methods(), [&](const CXXMethodDecl *M) {
        const api::CallRule *Rule = M->isInstance() ? callRule(M) : nullptr;
        return Rule && Rule->Pure;
      });
  return Answers[Class->getCanonicalDecl()] = Is;
}

const api::CallRule *RuleIndex::dispatchRule(const FieldDecl *Field) {
  return Rules.throughTable(Field->getParent()->getName(), Field->getName());
}

/// What a pointer's name says of the function it holds: "PQexec" for "PQexec_fn",
/// "p_PQexec", "pfnPQexec" and "PQexec" itself.
static llvm::SmallVector<std::string, 4> functionNames(llvm::StringRef Name) {
  llvm::SmallVector<std::string, 4> Out{Name.str()};
  for (const llvm::StringRef Suffix : {"_fn", "_func", "_ptr", "_f", "_p", "_fptr"})
    if (Name.ends_with(Suffix))
      Out.push_back(Name.drop_back(Suffix.size()).str());
  for (const llvm::StringRef Prefix :
       {"p_", "fn_", "pfn_", "pfn", "fp_", "dl_", "dyn_", "ptr_", "real_", "my_"})
    if (Name.starts_with(Prefix))
      Out.push_back(Name.drop_front(Prefix.size()).str());
  return Out;
}

const api::CallRule *RuleIndex::pointerRule(const Expr *Target) {
  Target = Target->IgnoreParenImpCasts();
  if (const auto *Deref = dyn_cast<UnaryOperator>(Target);
      Deref && Deref->getOpcode() == UO_Deref)
    Target = Deref->getSubExpr()->IgnoreParenImpCasts();
  const ValueDecl *D = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(Target))
    D = Member->getMemberDecl();
  else if (const auto *Ref = dyn_cast<DeclRefExpr>(Target))
    D = Ref->getDecl();
  if (!D || isa<FunctionDecl>(D) || !D->getDeclName().isIdentifier())
    return nullptr;
  const auto [Known, New] = Pointers.try_emplace(D, nullptr);
  if (!New)
    return Known->second;
  QualType Type = D->getType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const auto *Proto = Type->getAs<FunctionProtoType>();
  if (!Proto)
    return nullptr;
  for (const std::string &Name : functionNames(D->getName()))
    for (NamedDecl *Found : lookUp(Context, Name)) {
      const auto *FD = dyn_cast<FunctionDecl>(Found);
      // The library's own declaration is in sight, and the pointer has its shape.
      if (!FD || FD->getNumParams() != Proto->getNumParams() ||
          handleOf(FD->getReturnType()) != handleOf(Proto->getReturnType()))
        continue;
      if (const api::CallRule *Rule = callRule(FD))
        return Pointers[D] = Rule;
    }
  return nullptr;
}

const api::Library *RuleIndex::libraryOf(const FunctionDecl *FD) {
  if (const api::CallRule *Rule = callRule(FD))
    return Rule->Owner;
  FD = FD->getCanonicalDecl();
  const auto [Known, New] = Owners.try_emplace(FD, nullptr);
  if (!New || !FD->getDeclName().isIdentifier())
    return Known->second;
  const llvm::StringRef Name = FD->getName();
  for (const api::Library &L : Rules.libraries())
    for (const std::string &Prefix : L.Prefixes)
      if (Name.starts_with(Prefix) && declaredIn(L, FD))
        return Owners[FD] = &L;
  return nullptr;
}

} // namespace dbtidy::capture
