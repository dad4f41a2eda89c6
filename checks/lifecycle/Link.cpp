//===- Link.cpp - Many translation units as one program -------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Link.h"
#include "lifecycle/InHouse.h"
#include "lifecycle/Related.h"
#include "program/Digest.h"
#include "program/FunctionTables.h"
#include "program/Visit.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <map>

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Moves the functions of one unit into the whole program.
class Mover {
public:
  /// Way: which one this is of the different units that are made from the same file.
  Mover(const Program &From, Program &To, llvm::StringMap<std::string> &Known,
        unsigned Way)
      : From(From), To(To), Known(Known), Way(Way),
        Ids(From.stringCount(), program::None), Files(From.Files.size(), program::None) {}

  void run(std::vector<Function> Functions) {
    Digests Contents(From);
    const auto Definition = [&](const Function &F) {
      // A header's function is another one where a macro makes it say something else.
      const bool Header = F.Loc.isValid() && !isMainFile(F.Loc);
      return place(F) + (Header ? "#" + llvm::utohexstr(Contents.of(F)) : "");
    };
    std::vector<std::string> Mine;
    Mine.reserve(Functions.size());
    for (const Function &F : Functions) {
      Mine.push_back(Definition(F));
      // Two programs of one build have a function each of the same name: each unit means
      // its own, and so does a file that is compiled in another way. What stands at one
      // place, in a header, is one function.
      const auto Other = Known.find(From.text(F.Usr));
      const bool Again = Way > 1 && F.Loc.isValid() && isMainFile(F.Loc);
      if (F.Internal || F.Main || Again ||
          (Other != Known.end() && Other->second != Mine.back())) {
        Internal.insert(From.text(F.Usr));
        if (F.Initializer && !F.Vars.empty())
          Internal.insert(From.text(F.Vars.front().Usr));
      }
      if (F.Initializer && !F.Vars.empty())
        Tables.push_back(F.Vars.front().Usr);
    }
    renameTypes(Functions);
    for (size_t I = 0; I != Functions.size(); ++I) {
      Function &F = Functions[I];
      FunctionWalk(*this).function(F);
      if (Known.try_emplace(To.text(F.Usr), std::move(Mine[I])).second)
        To.Functions.push_back(std::move(F));
    }
  }

private:
  std::string place(const Function &F) const {
    return F.Loc.isValid() ? From.Files[F.Loc.File] + ":" + std::to_string(F.Loc.Offset)
                           : std::string();
  }
  /// An object's $type is a number that is made from its table's USR.
  void renameTypes(std::vector<Function> &Functions) {
    std::map<int64_t, int64_t> Ids;
    for (StringId Table : Tables) {
      const int64_t Before = tableId(From.text(Table));
      global(Table);
      if (const int64_t Now = tableId(To.text(Table)); Now != Before)
        Ids.emplace(Before, Now);
    }
    if (Ids.empty())
      return;
    for (Function &F : Functions)
      for (Expr &E : F.Exprs)
        if (const auto Id = Ids.find(E.Number);
            E.Kind == ExprKind::Int && Id != Ids.end())
          E.Number = Id->second;
  }
  bool isMainFile(const Span &Where) const {
    return From.Files[Where.File] == From.MainFile;
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
      Id = To.intern(Text.str() + "@" + From.MainFile +
                     (Way > 1 ? "#" + std::to_string(Way) : ""));
    else
      string(Id);
  }
  /// As of functions; and a name that no other file can use is that of this one.
  void global(StringId &Id) {
    const llvm::StringRef Text = From.text(Id);
    if (Id && !Text.starts_with("c:@"))
      Internal.insert(Text);
    usr(Id);
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
  unsigned Way;
  std::vector<StringId> Ids;
  std::vector<uint32_t> Files;
  llvm::StringSet<> Internal;
  std::vector<StringId> Tables;
};

uint64_t contentOf(const Program &Unit) {
  Digests Each(Unit);
  std::vector<uint64_t> All;
  for (const Function &F : Unit.Functions)
    All.push_back(Each.of(F));
  return llvm::xxh3_64bits(
      {reinterpret_cast<const uint8_t *>(All.data()), All.size() * sizeof(uint64_t)});
}

} // namespace

Program link(std::vector<Program> Units, const api::Catalogue &Rules) {
  llvm::sort(Units,
             [](const Program &A, const Program &B) { return A.MainFile < B.MainFile; });
  Program Out;
  if (Units.size() == 1)
    Out.MainFile = Units.front().MainFile;
  llvm::StringMap<std::string> Known;
  for (auto First = Units.begin(), End = First; First != Units.end(); First = End) {
    End = std::find_if(First, Units.end(), [&](const Program &Other) {
      return Other.MainFile != First->MainFile;
    });
    // What is compiled twice comes out the same, most often: for a shared library too.
    std::map<uint64_t, Program *> Ways;
    for (Program &Unit : llvm::make_range(First, End))
      Ways.emplace(End - First == 1 ? 0 : contentOf(Unit), &Unit);
    unsigned Way = 0;
    for (const auto &[Content, Unit] : Ways) {
      std::vector<Function> Functions = std::move(Unit->Functions);
      Mover(*Unit, Out, Known, ++Way).run(std::move(Functions));
    }
  }
  if (Units.size() > 1) // one alone has been captured so
    keepRelated(Out, Rules);
  inferRules(Out, Rules);
  const llvm::StringSet<> Names = Rules.programNames();
  for (const llvm::StringRef Name : Names.keys())
    Out.intern(Name);
  return Out;
}

} // namespace dbtidy::lifecycle
