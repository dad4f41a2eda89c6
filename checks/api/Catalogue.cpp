//===- Catalogue.cpp - What the rule files say ----------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/Catalogue.h"
#include "api/RuleReader.h"
#include "api/RuleText.h"
#include "base/ContentHash.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

namespace dbtidy::api {

bool ValueSet::contains(int64_t Value) const {
  return llvm::any_of(Ranges, [Value](const std::pair<int64_t, int64_t> &Range) {
    return Range.first <= Value && Value <= Range.second;
  });
}

static bool isHeader(llvm::StringRef Path, llvm::StringRef Header) {
  if (!Path.consume_back(Header))
    return false;
  return Path.empty() || Path.ends_with("/") || Header.starts_with("/");
}

bool declaredIn(const Library &L, llvm::StringRef Path) {
  return L.Headers.empty() || llvm::any_of(L.Headers, [Path](llvm::StringRef Header) {
           return isHeader(Path, Header);
         });
}

/// A type's spelling without the blanks that do not part two words.
static std::string typeKey(llvm::StringRef Spelling) {
  std::string Out;
  const auto IsWordChar = [](char C) { return llvm::isAlnum(C) || C == '_'; };
  bool Blank = false;
  for (const char C : Spelling) {
    if (C == ' ') {
      Blank = true;
      continue;
    }
    if (Blank && !Out.empty() && IsWordChar(Out.back()) && IsWordChar(C))
      Out += ' ';
    Blank = false;
    Out += C;
  }
  return Out;
}

//===----------------------------------------------------------------------===//
// Loading
//===----------------------------------------------------------------------===//

llvm::Error Catalogue::addText(llvm::StringRef Json, llvm::StringRef Path) {
  llvm::Expected<nlohmann::json> Root = parseRuleText(Json, Path);
  if (!Root)
    return Root.takeError();
  llvm::Expected<Library> Read = readLibrary(*Root, Path, *this);
  if (!Read)
    return Read.takeError();
  adopt(std::move(*Read));
  Digest = contentHash(Digest + contentHash(Json));
  return llvm::Error::success();
}

llvm::Error Catalogue::addFile(llvm::StringRef Path) {
  llvm::Expected<std::string> Text = readRuleFile(Path);
  if (!Text)
    return Text.takeError();
  return addText(*Text, Path);
}

llvm::Expected<std::vector<std::string>> ruleFiles(llvm::StringRef FileOrDirectory) {
  if (llvm::sys::fs::is_directory(FileOrDirectory))
    return ruleFilesIn(FileOrDirectory);
  return std::vector<std::string>{FileOrDirectory.str()};
}

llvm::Error Catalogue::addPath(llvm::StringRef FileOrDirectory) {
  llvm::Expected<std::vector<std::string>> Files = ruleFiles(FileOrDirectory);
  if (!Files)
    return Files.takeError();
  for (const std::string &File : *Files)
    if (llvm::Error Fault = addFile(File))
      return Fault;
  return llvm::Error::success();
}

/// Takes in a library without faults. Moving a deque or a vector leaves its elements
/// where they are, so what points to them stays right.
void Catalogue::adopt(Library Read) {
  Library &L = Libraries.emplace_back(std::move(Read));
  ByName[L.Name] = &L;
  for (Handle &H : L.Handles) {
    H.Owner = &L;
    Handles[H.Id] = &H;
    for (const std::string &Type : H.Types)
      ByType[typeKey(Type)].push_back(&H);
  }
  for (CallRule &Rule : L.Calls) {
    Rule.Owner = &L;
    Calls[Rule.Id] = &Rule;
    ByFunction[Rule.Name].push_back(&Rule);
  }
  for (const ClassRule &Class : L.Classes)
    ByClass[Class.Name].push_back(&Class);
}

//===----------------------------------------------------------------------===//
// Looking up
//===----------------------------------------------------------------------===//

template <typename T>
static llvm::ArrayRef<const T *>
lookUp(const llvm::StringMap<llvm::SmallVector<const T *, 1>> &Index,
       llvm::StringRef Key) {
  const auto Found = Index.find(Key);
  if (Found == Index.end())
    return {};
  return Found->second;
}

const CallRule *Catalogue::call(llvm::StringRef Id) const { return Calls.lookup(Id); }

const Handle *Catalogue::handle(llvm::StringRef Id) const { return Handles.lookup(Id); }

const Library *Catalogue::library(llvm::StringRef Name) const {
  return ByName.lookup(Name);
}

llvm::ArrayRef<const CallRule *> Catalogue::named(llvm::StringRef FunctionName) const {
  return lookUp(ByFunction, FunctionName);
}

/// Whether A goes before B where the headers of both admit a file; B may be null.
static bool precedes(const Library &A, const Library *B) {
  return !B || !A.Headers.empty() || B->Headers.empty();
}

const CallRule *Catalogue::find(llvm::StringRef FunctionName,
                                llvm::StringRef Path) const {
  const CallRule *Best = nullptr;
  for (const CallRule *Rule : named(FunctionName))
    if (declaredIn(*Rule->Owner, Path) &&
        precedes(*Rule->Owner, Best ? Best->Owner : nullptr))
      Best = Rule;
  return Best;
}

const Library *Catalogue::family(llvm::StringRef FunctionName,
                                 llvm::StringRef Path) const {
  const auto HasPrefix = [FunctionName](llvm::StringRef Prefix) {
    return FunctionName.starts_with(Prefix);
  };
  const Library *Best = nullptr;
  for (const Library &L : Libraries)
    if (llvm::any_of(L.Prefixes, HasPrefix) && declaredIn(L, Path) && precedes(L, Best))
      Best = &L;
  return Best;
}

const CallRule *Catalogue::throughTable(llvm::StringRef Record,
                                        llvm::StringRef Member) const {
  for (const Library &L : Libraries)
    for (const Dispatch &Table : L.Dispatches) {
      if (Table.Record != Record)
        continue;
      const std::string Id = L.Name + ":" + Table.Prefix + Member.str();
      if (const CallRule *Rule = call(Id))
        return Rule;
    }
  return nullptr;
}

bool Catalogue::isTable(llvm::StringRef Record) const {
  return llvm::any_of(Libraries, [Record](const Library &L) {
    return llvm::any_of(
        L.Dispatches, [Record](const Dispatch &Table) { return Table.Record == Record; });
  });
}

std::vector<llvm::StringRef> Catalogue::functionNames() const {
  std::vector<llvm::StringRef> Names(ByFunction.keys().begin(), ByFunction.keys().end());
  llvm::sort(Names);
  return Names;
}

llvm::ArrayRef<const ClassRule *>
Catalogue::classesNamed(llvm::StringRef QualifiedName) const {
  return lookUp(ByClass, QualifiedName);
}

llvm::ArrayRef<const Handle *> Catalogue::handlesOfType(llvm::StringRef Spelling) const {
  return lookUp(ByType, typeKey(Spelling));
}

static void addNames(const CallRule &Rule, llvm::StringSet<> &Names) {
  const auto Add = [&](const std::optional<Where> &Place) {
    if (Place)
      Names.insert_range(Place->Fields);
  };
  const auto AddAll = [&](const std::optional<Condition> &If) {
    if (If)
      Add(If->Subject);
  };
  for (const Acquire &A : Rule.Acquires) {
    Add(A.At);
    Add(A.Parent);
    AddAll(A.When);
  }
  for (const Release &R : Rule.Releases) {
    Add(R.At);
    AddAll(R.When);
  }
  for (const Take &T : Rule.Takes) {
    Add(T.At);
    Add(T.Into);
    AddAll(T.When);
  }
  for (const Derive &D : Rule.Derives) {
    Add(D.At);
    Add(D.From);
  }
  for (const Transaction &T : Rule.Transactions) {
    Add(T.On);
    AddAll(T.When);
  }
  for (const Sql &Q : Rule.Sqls) {
    Add(Q.At);
    Add(Q.On);
    AddAll(Q.When);
  }
  for (const Implication &I : Rule.Implies) {
    AddAll(I.If);
    AddAll(I.Then);
  }
  Add(Rule.RunsStatement);
  AddAll(Rule.RunsWhen);
  Add(Rule.FreesObject);
  Add(Rule.Returns);
  if (Rule.TakesFormatted)
    Add(Rule.TakesFormatted->Format);
  Names.insert_range(Rule.Throws);
}

llvm::StringSet<> Catalogue::programNames() const {
  llvm::StringSet<> Names;
  for (const Library &L : Libraries)
    for (const CallRule &Rule : L.Calls)
      addNames(Rule, Names);
  return Names;
}

const Handle *Catalogue::parentOf(const Handle &H) const {
  if (H.Parent.empty())
    return nullptr;
  if (const Handle *Own = handle(H.Owner->Name + ":" + H.Parent))
    return Own;
  return handle(H.Parent);
}

} // namespace dbtidy::api
