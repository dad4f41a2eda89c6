//===- RuleReader.cpp - From JSON to the typed catalogue ------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleReader.h"
#include "api/RuleCalls.h"
#include "api/RuleConditions.h"
#include "api/RuleScope.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace dbtidy::api {

//===----------------------------------------------------------------------===//
// Handles
//===----------------------------------------------------------------------===//

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Handle &Out) {
  RuleObject Object(Node, Scope);
  Object.required("name", Out.Name);
  if (!isShortName(Out.Name))
    Object.keep(Object.node().fault(inQuotes(Out.Name) + " is not a handle's name; use "
                                                         "letters, digits, '-' and '_'"));
  Object.choice<HandleKind>("kind", /*Required=*/true,
                            {{"connection", HandleKind::Connection},
                             {"result", HandleKind::Result},
                             {"statement", HandleKind::Statement},
                             {"cursor", HandleKind::Cursor},
                             {"buffer", HandleKind::Buffer},
                             {"transaction", HandleKind::Transaction},
                             {"other", HandleKind::Other}},
                            Out.Kind);
  Object.required("types", Out.Types);
  Out.Noun = Out.Name;
  Object.optional("noun", Out.Noun);
  Object.optional("release", Out.Release);
  Object.optional("parent", Out.Parent);
  Out.Id = Scope.Own.Name + ":" + Out.Name;
  return Object.finish();
}

/// Checks the parents, which may come later in the file than their children. A chain ends
/// in this file or leads into a loaded one, where it ends.
static llvm::Error checkParents(const RuleNode &Node, const RuleScope &Scope) {
  llvm::StringMap<size_t> LastWalk; ///< the walk that passed a handle last
  for (size_t I = 0; I < Scope.Own.Handles.size(); ++I) {
    const Handle *H = &Scope.Own.Handles[I];
    while (H && !H->Parent.empty()) {
      const auto [Seen, New] = LastWalk.try_emplace(H->Id, I);
      if (!New && Seen->second != I)
        break;
      const RuleNode At{nullptr, pointerTo(Node.element(I).Pointer, "parent"), Node.File};
      if (!New)
        return At.fault("the chain of parents comes back to " + inQuotes(H->Name) +
                        "; remove one 'parent'");
      const Handle *Parent = resolve(H->Parent, Scope);
      if (!Parent)
        return unknownHandle(At, H->Parent, Scope);
      H = Scope.Handles.lookup(H->Parent);
    }
  }
  return llvm::Error::success();
}

static llvm::Error readHandles(const RuleNode &Node, RuleScope &Scope, Library &Out) {
  if (llvm::Error Fault = readSequence(Node, Scope, Out.Handles))
    return Fault;
  for (size_t I = 0; I < Out.Handles.size(); ++I) {
    const Handle &H = Out.Handles[I];
    if (!Scope.Handles.try_emplace(H.Name, &H).second)
      return faultAt(Node.File, Node.element(I).Pointer + "/name",
                     "there is another handle " + inQuotes(H.Name) + "; rename one");
  }
  return checkParents(Node, Scope);
}

//===----------------------------------------------------------------------===//
// The rest of the file
//===----------------------------------------------------------------------===//

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope,
                            ClassRule &Out) {
  QualifiedName Name;
  RuleObject Object(Node, Scope);
  Object.required("name", Name);
  Object.required("handle", Out.What);
  Object.choice<bool>("destructor", /*Required=*/false,
                      {{"releases", true}, {"keeps", false}}, Out.DestructorReleases);
  Out.Name = std::move(Name.Text);
  return Object.finish();
}

static llvm::Error readClasses(const RuleNode &Node, const RuleScope &Scope,
                               Library &Out) {
  if (llvm::Error Fault = readSequence(Node, Scope, Out.Classes))
    return Fault;
  llvm::StringMap<size_t> Seen;
  for (size_t I = 0; I < Out.Classes.size(); ++I)
    if (!Seen.try_emplace(Out.Classes[I].Name, I).second)
      return faultAt(Node.File, Node.element(I).Pointer + "/name",
                     inQuotes(Out.Classes[I].Name) +
                         " is described already at /classes/" +
                         llvm::Twine(Seen[Out.Classes[I].Name]) + "; merge the two");
  return llvm::Error::success();
}

static llvm::Error readRule(const RuleNode &Node, const RuleScope &Scope, Dispatch &Out) {
  RuleObject Object(Node, Scope);
  Object.required("record", Out.Record);
  // The one string that may be empty: the members are named as the functions.
  const nlohmann::json *Prefix = Object.ask("prefix", /*Required=*/true);
  if (Prefix && !(Prefix->is_string() && Prefix->get_ref<const std::string &>().empty()))
    Object.keep(readRule(Object.node().member("prefix", *Prefix), Scope, Out.Prefix));
  return Object.finish();
}

static llvm::Error readConstants(const RuleNode &Node, const RuleScope &Scope,
                                 Library &Out) {
  if (llvm::Error Fault = Node.expectObject())
    return Fault;
  for (const auto &Constant : Node.Value->items()) {
    const RuleNode At = Node.member(Constant.key(), Constant.value());
    if (!isQualifiedName(Constant.key()))
      return At.fault("no condition can use this name; write an identifier");
    if (llvm::Error Fault = readRule(At, Scope, Out.Constants[Constant.key()]))
      return Fault;
  }
  return llvm::Error::success();
}

static llvm::Error readHeaders(const RuleNode &Node, const RuleScope &Scope,
                               Library &Out) {
  if (llvm::Error Fault = readRule(Node, Scope, Out.Headers))
    return Fault;
  for (size_t I = 0; I < Out.Headers.size(); ++I)
    if (llvm::StringRef(Out.Headers[I]).ends_with("/"))
      return Node.element(I).fault(inQuotes(Out.Headers[I]) +
                                   " is a folder; name the files in it");
  return llvm::Error::success();
}

static llvm::Error readVersion(const RuleNode &Node, const RuleScope &Scope) {
  int64_t Version = 0;
  if (llvm::Error Fault = readRule(Node, Scope, Version))
    return Fault;
  if (Version == 1)
    return llvm::Error::success();
  return Node.fault("unknown version " + llvm::Twine(Version) +
                    "; this dbtidy reads version 1");
}

static llvm::Error readName(const RuleNode &Node, const RuleScope &Scope, Library &Out) {
  if (llvm::Error Fault = readRule(Node, Scope, Out.Name))
    return Fault;
  if (!isShortName(Out.Name) || !llvm::isAlnum(Out.Name.front()))
    return Node.fault(inQuotes(Out.Name) +
                      " is not a library's name; use letters, digits, "
                      "'-' and '_', with no '-' or '_' in front");
  if (const Library *Other = Scope.Loaded.library(Out.Name))
    return Node.fault("the library " + inQuotes(Out.Name) + " is described already in " +
                      Other->File + "; choose another name");
  return llvm::Error::success();
}

/// Reads the value of Key by a function of its own.
template <typename Function>
static void read(RuleObject &Object, llvm::StringRef Key, bool Required,
                 Function ReadValue) {
  if (const nlohmann::json *Value = Object.ask(Key, Required))
    Object.keep(ReadValue(Object.node().member(Key, *Value)));
}

/// The keys in the order in which they need each other: handles and constants before the
/// calls that use them.
static llvm::Error readFile(const RuleNode &Root, RuleScope &Scope, Library &Out) {
  std::string Schema;
  RuleObject Object(Root, Scope);
  Object.optional("$schema", Schema);
  read(Object, "version", true, [&](const RuleNode &N) { return readVersion(N, Scope); });
  read(Object, "library", true,
       [&](const RuleNode &N) { return readName(N, Scope, Out); });
  Object.optional("title", Out.Title);
  Object.optional("documentation", Out.Documentation);
  read(Object, "headers", false,
       [&](const RuleNode &N) { return readHeaders(N, Scope, Out); });
  Object.optional("prefixes", Out.Prefixes);
  readDialect(Object, Out.Dialect);
  read(Object, "constants", false,
       [&](const RuleNode &N) { return readConstants(N, Scope, Out); });
  Object.optional("dispatch", Out.Dispatches);
  read(Object, "handles", false,
       [&](const RuleNode &N) { return readHandles(N, Scope, Out); });
  read(Object, "calls", true,
       [&](const RuleNode &N) { return readCalls(N, Scope, Out); });
  read(Object, "classes", false,
       [&](const RuleNode &N) { return readClasses(N, Scope, Out); });
  return Object.finish();
}

llvm::Expected<Library> readLibrary(const nlohmann::json &Root, llvm::StringRef Path,
                                    const Catalogue &Loaded) {
  Library Out;
  Out.File = Path.str();
  RuleScope Scope{Out, Loaded, {}, {}};
  if (llvm::Error Fault = readFile({&Root, "", Path}, Scope, Out))
    return Fault;
  return Out;
}

} // namespace dbtidy::api
