//===- Link.cpp - Many translation units as one program -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Link.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Moves the functions of one unit into the whole program.
class Mover {
public:
  Mover(const Program &From, Program &To, llvm::StringMap<std::string> &Known)
      : From(From), To(To), Known(Known), Ids(From.stringCount(), program::None),
        Files(From.Files.size(), program::None) {}

  void run(std::vector<Function> Functions) {
    for (const Function &F : Functions) {
      // Two programs of one build have a function each of the same name: each unit means
      // its own. What stands at one place, in a header, is one function.
      const auto Other = Known.find(From.text(F.Usr));
      if (F.Internal || F.Main || (Other != Known.end() && Other->second != place(F)))
        Internal.insert(From.text(F.Usr));
    }
    for (Function &F : Functions) {
      const std::string Place = place(F);
      move(F);
      if (Known.try_emplace(To.text(F.Usr), Place).second)
        To.Functions.push_back(std::move(F));
    }
  }

private:
  std::string place(const Function &F) const {
    return F.Loc.isValid() ? From.Files[F.Loc.File] + ":" + std::to_string(F.Loc.Offset)
                           : std::string();
  }
  void id(StringId &Id) {
    if (Ids[Id] == program::None)
      Ids[Id] = To.intern(From.text(Id));
    Id = Ids[Id];
  }
  /// The USR of a static function names its file without the folder: two files of one
  /// name must not be mixed up.
  void usr(StringId &Id) {
    const llvm::StringRef Text = From.text(Id);
    if (Internal.contains(Text))
      Id = To.intern(Text.str() + "@" + From.MainFile);
    else
      id(Id);
  }
  void span(Span &S) {
    if (!S.isValid())
      return;
    if (Files[S.File] == program::None)
      Files[S.File] = To.internFile(From.Files[S.File]);
    S.File = Files[S.File];
  }
  void place(Place &P) {
    for (Projection &Step : P.Path)
      if (Step.Kind == ProjectionKind::Field)
        id(Step.Value);
  }
  void expr(Expr &E) {
    place(E.Where);
    if (E.Kind == ExprKind::Function)
      usr(E.Text);
    else
      id(E.Text);
    id(E.Source);
  }
  void call(Call &C) {
    usr(C.Usr);
    for (StringId *Id : {&C.Name, &C.Rule, &C.Library, &C.ResultType, &C.ResultHandle})
      id(*Id);
    for (Arg &A : C.Args)
      id(A.Handle);
    place(C.Result);
  }
  void block(Block &B) {
    for (Event &E : B.Events) {
      place(E.Target);
      id(E.Text);
      span(E.Loc);
    }
    for (Edge &E : B.Term.Edges) {
      id(E.Label);
      id(E.Catches);
    }
    for (StringId &Type : B.Term.Types)
      id(Type);
    span(B.Term.Loc);
  }
  void move(Function &F) {
    usr(F.Usr);
    for (StringId *Id : {&F.Name, &F.Library, &F.ReturnType, &F.ReturnHandle})
      id(*Id);
    span(F.Loc);
    span(F.Body);
    for (Var &V : F.Vars) {
      for (StringId *Id : {&V.Name, &V.Type, &V.Handle, &V.Usr})
        id(*Id);
      span(V.Loc);
    }
    llvm::for_each(F.Exprs, [&](Expr &E) { expr(E); });
    llvm::for_each(F.Calls, [&](Call &C) { call(C); });
    for (Statement &S : F.Statements)
      span(S.Loc);
    llvm::for_each(F.Blocks, [&](Block &B) { block(B); });
  }

  const Program &From;
  Program &To;
  llvm::StringMap<std::string> &Known; ///< USR -> where it is defined
  std::vector<StringId> Ids;
  std::vector<uint32_t> Files;
  llvm::StringSet<> Internal;
};

} // namespace

Program link(std::vector<Program> Units) {
  llvm::sort(Units,
             [](const Program &A, const Program &B) { return A.MainFile < B.MainFile; });
  Program Out;
  if (Units.size() == 1)
    Out.MainFile = Units.front().MainFile;
  llvm::StringMap<std::string> Known;
  for (Program &Unit : Units) {
    std::vector<Function> Functions = std::move(Unit.Functions);
    Mover(Unit, Out, Known).run(std::move(Functions));
  }
  return Out;
}

} // namespace dbtidy::lifecycle
