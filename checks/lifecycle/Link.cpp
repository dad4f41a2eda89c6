//===- Link.cpp - Many translation units as one program -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Link.h"
#include "lifecycle/Related.h"
#include "program/Visit.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <numeric>
#include <tuple>

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
      FunctionWalk(*this).function(F);
      if (Known.try_emplace(To.text(F.Usr), Place).second)
        To.Functions.push_back(std::move(F));
    }
  }

private:
  std::string place(const Function &F) const {
    return F.Loc.isValid() ? From.Files[F.Loc.File] + ":" + std::to_string(F.Loc.Offset)
                           : std::string();
  }
  friend class FunctionWalk<Mover>;

  template <typename T> void number(T) {}
  void string(StringId &Id) {
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
      string(Id);
  }
  void span(Span &S) {
    if (!S.isValid())
      return;
    if (Files[S.File] == program::None)
      Files[S.File] = To.internFile(From.Files[S.File]);
    S.File = Files[S.File];
  }
  const Program &From;
  Program &To;
  llvm::StringMap<std::string> &Known; ///< USR -> where it is defined
  std::vector<StringId> Ids;
  std::vector<uint32_t> Files;
  llvm::StringSet<> Internal;
};

} // namespace

Program link(std::vector<Program> Units, const api::Catalogue &Rules) {
  // Those of one name, a file that is compiled in two ways, stay in their order.
  std::vector<size_t> Order(Units.size());
  std::iota(Order.begin(), Order.end(), 0);
  llvm::sort(Order, [&](size_t A, size_t B) {
    return std::tie(Units[A].MainFile, A) < std::tie(Units[B].MainFile, B);
  });
  Program Out;
  if (Units.size() == 1)
    Out.MainFile = Units.front().MainFile;
  llvm::StringMap<std::string> Known;
  for (const size_t Number : Order) {
    Program &Unit = Units[Number];
    std::vector<Function> Functions = std::move(Unit.Functions);
    Mover(Unit, Out, Known).run(std::move(Functions));
  }
  if (Units.size() > 1) // one alone has been captured so
    keepRelated(Out, Rules);
  const llvm::StringSet<> Names = Rules.programNames();
  for (const llvm::StringRef Name : Names.keys())
    Out.intern(Name);
  return Out;
}

} // namespace dbtidy::lifecycle
