//===- Classes.cpp - Who may touch the members of a class -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Classes.h"

#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

/// Adds every function that may name a private member of RD. False if not all of them
/// can be listed.
static bool addUsers(const CXXRecordDecl *RD,
                     llvm::SetVector<const FunctionDecl *> &Out) {
  for (const Decl *D : RD->decls()) {
    if (isa<FunctionTemplateDecl, ClassTemplateDecl>(D))
      return false;
    if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
      const auto *FD = dyn_cast_or_null<FunctionDecl>(Friend->getFriendDecl());
      if (!FD)
        return false;
      Out.insert(FD);
    }
    const auto *FD = dyn_cast<FunctionDecl>(D);
    if (FD && !FD->isImplicit() && !FD->isDeleted() && !FD->isPureVirtual() &&
        !FD->isDefaulted())
      Out.insert(FD);
    const auto *Inner = dyn_cast<CXXRecordDecl>(D);
    if (!Inner || Inner->isImplicit())
      continue;
    if (!Inner->hasDefinition() ||
        (Inner->isThisDeclarationADefinition() && !addUsers(Inner, Out)))
      return false;
  }
  return true;
}

const api::Handle *Classes::heldBy(const FieldDecl *Field) {
  return Field->getType()->isPointerType() && Field->getAccess() == AS_private
             ? Rules.handleOf(Field->getType())
             : nullptr;
}

void Classes::add(const CXXRecordDecl *RD, Reached To) {
  Function F;
  F.Members = true;
  F.Cxx = true;
  for (const FieldDecl *Field : RD->fields()) {
    const api::Handle *H = heldBy(Field);
    if (!H)
      continue;
    Var V;
    V.Kind = VarKind::Global;
    V.Name = Into.intern(Field->getName());
    V.Type = Text.typeName(Field->getType());
    V.Handle = Into.intern(H->Id);
    V.Usr = Text.usr(Field);
    V.Loc = Text.span(Field->getLocation());
    F.Vars.push_back(V);
  }
  llvm::SetVector<const FunctionDecl *> Users;
  if (F.Vars.empty() || Text.inSystemHeader(RD) || RD->isDependentContext() ||
      RD->getTemplateSpecializationKind() != TSK_Undeclared || !addUsers(RD, Users))
    return;
  F.Usr = listOf(RD);
  F.Name = Text.qualifiedName(RD);
  F.Loc = Text.span(RD->getLocation());
  Block B;
  B.Term.Kind = TerminatorKind::Return;
  for (const FunctionDecl *FD : Users) {
    To(FD);
    program::Expr Value;
    Value.Kind = ExprKind::Function;
    Value.Text = Text.usr(FD);
    F.Exprs.push_back(std::move(Value));
    Event E;
    E.Kind = EventKind::Escape;
    E.Value = static_cast<ExprId>(F.Exprs.size() - 1);
    B.Events.push_back(std::move(E));
  }
  F.Blocks.push_back(std::move(B));
  Lists.push_back(std::move(F));
}

void Classes::lowered(const FunctionDecl *FD, Reached To) {
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  const CXXRecordDecl *RD = Method ? Method->getParent()->getDefinition() : nullptr;
  if (RD && !RD->isLambda() && Seen.insert(RD).second)
    add(RD, To);
}

StringId Classes::listOf(const CXXRecordDecl *RD) {
  return Into.intern((Into.text(Text.usr(RD)) + "$members").str());
}

/// Objects of Type live as long as the program, and all that is in them.
void Classes::keep(QualType Type) {
  while (!Type.isNull() && (Type->isAnyPointerType() || Type->isReferenceType()))
    Type = Type->getPointeeType();
  if (Type.isNull())
    return;
  const CXXRecordDecl *RD = Type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition() || !Kept.insert(RD->getDefinition()))
    return;
  RD = RD->getDefinition();
  if (const auto *Template = dyn_cast<ClassTemplateSpecializationDecl>(RD))
    for (const TemplateArgument &A : Template->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type)
        keep(A.getAsType());
  if (Text.inSystemHeader(RD))
    return;
  for (const CXXBaseSpecifier &Base : RD->bases())
    keep(Base.getType());
  for (const FieldDecl *Field : RD->fields())
    keep(Field->getType());
}

void Classes::write() {
  for (Function &F : Lists)
    Into.Functions.push_back(std::move(F));
  // The order is that in which the source names them.
  for (const CXXRecordDecl *RD : Kept) {
    if (llvm::none_of(RD->fields(), [&](const FieldDecl *F) { return heldBy(F); }))
      continue;
    Function F;
    F.Members = true;
    F.Cxx = true;
    F.Usr = Into.intern((Into.text(listOf(RD)) + "$kept").str());
    F.Name = Text.qualifiedName(RD);
    F.Blocks.emplace_back();
    F.Blocks.back().Term.Kind = TerminatorKind::Return;
    Into.Functions.push_back(std::move(F));
  }
}

} // namespace dbtidy::capture
