//===- Products.cpp - std::pair and std::tuple in the model ---------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pair becomes a record of `first` and `second`, a tuple one of `$0`, `$1` and so on,
// so that a handle in it goes where the pair goes, and an owner in it is destroyed with
// it.
//
//===----------------------------------------------------------------------===//
#include "capture/FunctionLowering.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

static const ClassTemplateSpecializationDecl *specialisation(QualType Type) {
  return Type.isNull() ? nullptr
                       : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                             Type.getNonReferenceType()->getAsCXXRecordDecl());
}

/// The members of a pair or tuple; none for another type.
std::vector<FunctionLowering::Member> FunctionLowering::productMembers(QualType Type) {
  std::vector<Member> Out;
  const ClassTemplateSpecializationDecl *RD = specialisation(Type);
  if (!RD || !RD->isInStdNamespace() || !RD->getIdentifier())
    return Out;
  const bool Pair = RD->getName() == "pair";
  if (!Pair && RD->getName() != "tuple")
    return Out;
  for (const TemplateArgument &A : RD->getTemplateArgs().asArray()) {
    llvm::ArrayRef<TemplateArgument> Types(A);
    if (A.getKind() == TemplateArgument::Pack)
      Types = A.pack_elements();
    for (const TemplateArgument &Each : Types) {
      if (Each.getKind() != TemplateArgument::Type)
        return {};
      const std::string Name =
          Pair ? (Out.empty() ? "first" : "second") : "$" + std::to_string(Out.size());
      Out.push_back({Name, Each.getAsType()});
    }
  }
  return Out;
}

/// Makes what is at To from the value of From.
void FunctionLowering::fillValue(const Place &To, QualType Type, const clang::Expr *From,
                                 SourceRange Range) {
  if (Type->isReferenceType()) {
    assign(To, addressOf(lvalue(From)), Range);
  } else if (!Type->isRecordType()) {
    if (isTracked(Type))
      assign(To, From->isGLValue() ? load(lvalue(From)) : rvalue(From), Range);
    else
      effects(From);
  } else if (ASTContext::hasSameUnqualifiedType(From->getType().getNonReferenceType(),
                                                Type)) {
    if (From->isPRValue())
      initObject(To, Type, From);
    else
      copyRecord(To, lvalue(From), Type, /*Move=*/From->isXValue(), Range, 1);
  } else if (smartKind(Type) != Smart::No && From->getType()->isPointerType()) {
    smartAdopt(To, From, nullptr);
  } else {
    effects(From);
  }
}

void FunctionLowering::productCopy(const Place &To, const Place &From, QualType Type,
                                   QualType FromType, bool Move, SourceRange Range) {
  const std::vector<Member> Members = productMembers(Type);
  const std::vector<Member> Others = productMembers(FromType);
  for (size_t I = 0; I != std::min(Members.size(), Others.size()); ++I) {
    Place A = field(To, Members[I].Name), B = field(From, Others[I].Name);
    const QualType Value = Members[I].Type.getNonReferenceType();
    const bool Rebinds = Members[I].Type->isReferenceType() && !Assigning;
    if (Members[I].Type->isReferenceType() && Assigning) // std::tie
      A = deref(A);
    if (Others[I].Type->isReferenceType())
      B = deref(B);
    if (Rebinds)
      assign(A, addressOf(B), Range);
    else if (Value->isRecordType())
      copyRecord(A, B, Value, Move, Range, 1);
    else
      assign(A, load(B), Range);
  }
}

void FunctionLowering::productDestroy(const Place &Object, QualType Type,
                                      SourceRange Range) {
  const std::vector<Member> Members = productMembers(Type);
  for (const Member &M : llvm::reverse(Members))
    destroy(field(Object, M.Name), M.Type, Range);
}

bool FunctionLowering::productConstruct(const Place &To, const CXXConstructExpr *E) {
  const std::vector<Member> Members = productMembers(E->getType());
  if (Members.empty())
    return false;
  const SourceRange Range = E->getSourceRange();
  const llvm::ArrayRef<const clang::Expr *> Args(E->getArgs(), E->getNumArgs());
  if (Args.empty()) {
    for (const Member &M : Members)
      wipe(field(To, M.Name), M.Type, Range);
    return true;
  }
  if (Args.size() == 1 && productMembers(Args[0]->getType()).size() == Members.size()) {
    // Of another pair, perhaps of types that convert.
    const Place Other = lvalue(Args[0]);
    productCopy(To, Other, E->getType(), Args[0]->getType(), !Args[0]->isLValue(), Range);
    return true;
  }
  if (Args.size() != Members.size())
    return false;
  for (size_t I = 0; I != Members.size(); ++I)
    fillValue(field(To, Members[I].Name), Members[I].Type, Args[I], Range);
  return true;
}

/// make_pair, make_tuple and tie.
bool FunctionLowering::productMake(const CallExpr *E, const Place &To) {
  const FunctionDecl *Callee = E->getDirectCallee();
  const std::vector<Member> Members = productMembers(E->getType());
  if (Members.empty() || !Callee || !Callee->isInStdNamespace() ||
      !Callee->getIdentifier() ||
      (Callee->getName() != "make_pair" && Callee->getName() != "make_tuple" &&
       Callee->getName() != "tie") ||
      E->getNumArgs() != Members.size())
    return false;
  for (unsigned I = 0; I != E->getNumArgs(); ++I)
    fillValue(field(To, Members[I].Name), Members[I].Type, E->getArg(I),
              E->getSourceRange());
  return true;
}

/// std::get<N>(t): the address of the member.
bool FunctionLowering::productGet(const CallExpr *E, const FunctionDecl *Callee,
                                  Place &Result) {
  if (!Callee->getIdentifier() || Callee->getName() != "get" || E->getNumArgs() != 1)
    return false;
  const std::vector<Member> Members = productMembers(E->getArg(0)->getType());
  const TemplateArgumentList *Args = Callee->getTemplateSpecializationArgs();
  if (Members.empty() || !Args || Args->size() == 0 ||
      Args->get(0).getKind() != TemplateArgument::Integral)
    return false;
  const uint64_t Index = Args->get(0).getAsIntegral().getZExtValue();
  if (Index >= Members.size())
    return false;
  const Member &M = Members[Index];
  Place At = field(lvalue(E->getArg(0)), M.Name);
  if (M.Type->isReferenceType())
    At = deref(At);
  Result = tempPlace(Context.getPointerType(M.Type.getNonReferenceType()));
  assign(Result, addressOf(At), E->getSourceRange());
  return true;
}

/// Assignment between pairs.
bool FunctionLowering::productOperator(const CXXOperatorCallExpr *E, Place &Result) {
  if (E->getOperator() != OO_Equal || E->getNumArgs() != 2)
    return false;
  const QualType Type = E->getArg(0)->getType();
  const std::vector<Member> Members = productMembers(Type);
  const clang::Expr *From = E->getArg(1);
  if (Members.empty() || productMembers(From->getType()).size() != Members.size())
    return false;
  const Place Other = lvalue(From), To = lvalue(E->getArg(0));
  Assigning = true;
  productCopy(To, Other, Type, From->getType(), !From->isLValue(), E->getSourceRange());
  Assigning = false;
  Result = tempPlace(Context.getPointerType(Type));
  assign(Result, addressOf(To), E->getSourceRange());
  return true;
}

} // namespace dbtidy::capture
