//===- Tables.cpp - The tables that calls through pointers go by ----------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "capture/Tables.h"
#include "program/FunctionTables.h"

#include "clang/AST/CXXInheritance.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace dbtidy::capture {

using namespace program;

/// Calls Each(overridden, final) for the virtual functions of RD: what runs if the first
/// is called on an object of RD.
static void
eachVirtual(const CXXRecordDecl *RD,
            llvm::function_ref<void(const CXXMethodDecl *, const CXXMethodDecl *)> Each) {
  CXXFinalOverriderMap Map;
  RD->getFinalOverriders(Map);
  for (const auto &[Slot, BySubobject] : Map)
    for (const auto &[Subobject, Finals] : BySubobject)
      if (Finals.size() == 1 && !Finals.front().Method->isPureVirtual())
        Each(Slot, Finals.front().Method);
}

/// The function that a constant initialiser names.
static const FunctionDecl *functionIn(const clang::Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(E);
      Address && Address->getOpcode() == UO_AddrOf)
    E = Address->getSubExpr()->IgnoreParenCasts();
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
}

/// Calls Each(field, function) for the functions that D's initialiser names.
static void
eachEntry(const VarDecl *D,
          llvm::function_ref<void(const FieldDecl *, const FunctionDecl *)> Each) {
  const RecordDecl *RD = D->getType()->getAsRecordDecl();
  const auto *List = dyn_cast<InitListExpr>(D->getInit()->IgnoreParenImpCasts());
  if (const InitListExpr *Semantic = List ? List->getSemanticForm() : nullptr)
    List = Semantic;
  if (!RD || !List || RD->isUnion())
    return;
  unsigned I = 0;
  for (const FieldDecl *Field : RD->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I >= List->getNumInits())
      break;
    const FunctionDecl *Entry = functionIn(List->getInit(I++));
    if (Entry && Field->getDeclName())
      Each(Field, Entry);
  }
}

/// Whether one of D's functions is lowered, or a lowered one names D.
bool Tables::isOurs(const VarDecl *D, const Definitions &Lowered) const {
  bool Ours = Named.contains(D->getCanonicalDecl());
  eachEntry(D, [&](const FieldDecl *, const FunctionDecl *Entry) {
    const FunctionDecl *Definition = nullptr;
    Ours |= Entry->hasBody(Definition) && Lowered.contains(Definition);
  });
  return Ours;
}

std::optional<int64_t> Tables::made(const CXXRecordDecl *RD) {
  if (!RD || !RD->hasDefinition() || !RD->isDynamicClass() || Text.inSystemHeader(RD))
    return std::nullopt;
  Made.insert(RD->getDefinition());
  return tableId(Into.text(Text.usr(RD)));
}

void Tables::reach(Reached To, const Definitions &Lowered) const {
  for (const VarDecl *D : Globals)
    if (isOurs(D, Lowered))
      eachEntry(D, [&](const FieldDecl *, const FunctionDecl *Entry) { To(Entry); });
  for (const CXXRecordDecl *RD : Made)
    eachVirtual(RD, [&](const CXXMethodDecl *Slot, const CXXMethodDecl *Final) {
      if (Called.contains(Slot->getCanonicalDecl()))
        To(Final);
    });
}

namespace {

/// A function that fills the fields of a global, for program::FunctionTables to read.
class Writer {
public:
  Writer(Source &Text, Program &Into, const NamedDecl *Table, StringId Struct, bool Const)
      : Text(Text), Into(Into) {
    if (Const)
      F.ReturnType = Into.intern("const");
    F.Initializer = true;
    F.Usr = Into.intern((Into.text(Text.usr(Table)) + "$table").str());
    F.Name = Text.qualifiedName(Table);
    F.Loc = Text.span(Table->getLocation());
    F.Internal = !Table->isExternallyVisible();
    Var V;
    V.Kind = VarKind::Global;
    V.Name = F.Name;
    V.Usr = Text.usr(Table);
    V.Type = Struct;
    F.Vars.push_back(V);
    F.Blocks.emplace_back();
    F.Blocks.back().Term.Kind = TerminatorKind::Return;
  }

  void entry(StringId Field, const FunctionDecl *To) {
    program::Expr Value;
    Value.Kind = ExprKind::Function;
    Value.Text = Text.usr(To);
    F.Exprs.push_back(std::move(Value));
    Event E;
    E.Kind = EventKind::Assign;
    E.Target.Base = 0;
    E.Target.Path.push_back({ProjectionKind::Field, Field});
    E.Value = static_cast<ExprId>(F.Exprs.size() - 1);
    F.Blocks.back().Events.push_back(std::move(E));
  }

  void finish() {
    if (!F.Exprs.empty())
      Into.Functions.push_back(std::move(F));
  }

private:
  Source &Text;
  Program &Into;
  Function F;
};

} // namespace

void Tables::writeClass(const CXXRecordDecl *RD) {
  Writer Out(Text, Into, RD, 0, /*Const=*/true);
  eachVirtual(RD, [&](const CXXMethodDecl *Slot, const CXXMethodDecl *Final) {
    if (!Text.inSystemHeader(Final))
      Out.entry(Text.usr(Slot), Final);
  });
  Out.finish();
}

void Tables::writeGlobal(const VarDecl *D) {
  const RecordDecl *RD = D->getType()->getAsRecordDecl();
  Writer Out(Text, Into, D, Text.usr(RD), D->getType().isConstQualified());
  eachEntry(D, [&](const FieldDecl *Field, const FunctionDecl *Entry) {
    Out.entry(Into.intern(Field->getName()), Entry);
  });
  Out.finish();
}

void Tables::write(const Definitions &Lowered) {
  for (const CXXRecordDecl *RD : Made)
    writeClass(RD);
  for (const VarDecl *D : Globals)
    if (isOurs(D, Lowered))
      writeGlobal(D);
}

} // namespace dbtidy::capture
