//===- InHouse.cpp - A program's own layers over databases ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/InHouse.h"

#include "api/DatabaseNames.h"
#include "lifecycle/HandlePlaces.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

namespace dbtidy::lifecycle {

using namespace program;

namespace {

/// Places that must agree before it counts as what the program believes: of those that
/// have no way to a release there may be one for every three that have.
constexpr unsigned MinReleased = 3;
constexpr unsigned ReleasedForEachOther = 3;
/// The same, for functions whose names tell that they belong together.
constexpr unsigned MinPaired = 2;

/// One place in so many asks at once whether the giver has failed, and gives nothing back
/// if so: then this is how its failure is told.
constexpr unsigned AskedOf = 4;

/// Whether one function gets what the other one gives back, by their names: the words
/// behind the verbs are the same, as in `get_db_handle` and `cache_release_db_handle`.
bool namedAsPair(llvm::StringRef Giver, llvm::StringRef Release) {
  static constexpr llvm::StringLiteral Gets[] = {
      "get", "acquire", "open", "new", "alloc", "create", "checkout", "borrow", "fetch"};
  const auto LastNouns = [](llvm::StringRef Name) {
    std::string Out;
    api::eachWord(Name, [&](llvm::StringRef Word) {
      const bool Verb =
          api::namesRelease(Word) || llvm::any_of(Gets, [&](llvm::StringRef Get) {
            return Word.equals_insensitive(Get);
          });
      Out = Verb ? "" : Out + "_" + Word.lower();
    });
    return Out;
  };
  const std::string Of = LastNouns(Giver);
  return !Of.empty() && Of == LastNouns(Release);
}

class Inference {
public:
  Inference(Program &P, const api::Catalogue &Known) : P(P) {
    for (const api::Library &L : Known.libraries())
      if (const auto Id = L.Handles.empty() ? std::nullopt : P.find(L.Name))
        Libraries.insert(*Id);
  }

  void run() {
    const std::map<std::string, Givers> Places = handlePlaces(P);
    if (Places.empty())
      return;
    index();
    for (const auto &[Type, Of] : Places)
      judge(Type, Of);
    if (Rules.empty())
      return;
    for (Function &F : P.Functions) {
      for (const HandlePlace &At : Failures)
        if (At.In == &F)
          tellFailure(F, At);
      mark(F);
    }
  }

private:
  //===--- What it believes -----------------------------------------------------===//

  /// What the callers of a function know of it.
  struct Callee {
    StringId Name = 0, ResultType = 0;
    bool HasReceiver = false;
  };

  void index() {
    for (const Function &F : P.Functions) {
      if (!F.describes())
        Bodies.try_emplace(F.Usr, &F);
      for (const Call &C : F.Calls)
        if (C.Usr)
          Callees.try_emplace(C.Usr, Callee{C.Name, C.ResultType, C.HasReceiver});
    }
  }
  Callee callee(StringId Usr) const { return Callees.lookup(Usr); }
  llvm::StringRef nameOf(const Port &Of) const {
    return P.text(callee(Of.Function).Name);
  }

  /// Whether the code of a function is at hand and comes to a library with handles: then
  /// that tells what it does.
  bool isShown(StringId Usr) {
    const auto [Known, New] = Shown.try_emplace(Usr, false);
    if (New)
      Known->second = comesToLibrary(Usr);
    return Known->second;
  }

  bool comesToLibrary(StringId Usr) const {
    static constexpr unsigned MaxDepth = 8;
    llvm::DenseSet<StringId> Seen{Usr};
    std::vector<StringId> Level{Usr};
    for (unsigned Depth = 0; Depth != MaxDepth && !Level.empty(); ++Depth) {
      std::vector<StringId> Next;
      for (const StringId Each : Level)
        if (const auto Body = Bodies.find(Each); Body != Bodies.end())
          for (const Call &C : Body->second->Calls) {
            if (Libraries.contains(C.Library) || C.ResultHandle)
              return true;
            if (Seen.insert(C.Usr).second)
              Next.push_back(C.Usr);
          }
      Level = std::move(Next);
    }
    return false;
  }

  bool isRelease(const Port &Of) {
    return api::namesRelease(nameOf(Of)) && !isShown(Of.Function);
  }

  struct Found {
    std::set<Port> Givers, Releases, Users;
    std::map<Port, bool> WhenZero; ///< of givers that fill an argument
  };

  void judge(const std::string &Type, const Givers &Of) {
    Found Out;
    for (const auto &[Giver, Places] : Of)
      giver(Giver, Places, Out);
    if (!Out.Givers.empty())
      write(Type, Out);
  }

  void giver(const Port &Giver, const std::vector<HandlePlace> &Places, Found &Out) {
    if (isShown(Giver.Function) || api::namesRelease(nameOf(Giver)))
      return;
    std::set<Port> Releases, Users;
    for (const HandlePlace &At : Places)
      for (const Port &To : At.Passed)
        if (isRelease(To))
          Releases.insert(To);
    const auto Any = [&](const std::set<Port> &Set) {
      return llvm::any_of(Set, [&](const Port &To) { return Releases.contains(To); });
    };
    for (const HandlePlace &At : Places)
      for (const auto &[User, Next] : At.Before)
        if (!Releases.contains(User) && Any(Next))
          Users.insert(User);
    for (const HandlePlace &At : Places)
      for (const Port &To : At.Passed)
        if (!To.Behind && api::namesQuestion(nameOf(To)))
          Users.insert(To);
    unsigned Released = 0, Others = 0, Zero = 0, NotZero = 0;
    for (const HandlePlace &At : Places) {
      const bool Here = Any(At.Passed);
      Released += Here;
      // What it was given to at last may release it as well.
      Others += !Here && !At.Elsewhere && llvm::all_of(At.Passed, [&](const Port &To) {
        return Users.contains(To);
      });
      Zero += Any(At.IfZero) && !Any(At.IfNot);
      NotZero += Any(At.IfNot) && !Any(At.IfZero);
    }
    const bool Paired = llvm::any_of(
        Releases, [&](const Port &To) { return namedAsPair(nameOf(Giver), nameOf(To)); });
    if (Released < (Paired ? MinPaired : MinReleased) ||
        Released < Others * (Paired ? MinPaired : ReleasedForEachOther))
      return;
    const auto Asks = [](const HandlePlace &At) { return At.In != nullptr; };
    if (const auto Asked = static_cast<size_t>(llvm::count_if(Places, Asks));
        Asked >= MinPaired && AskedOf * Asked >= Places.size())
      llvm::copy_if(Places, std::back_inserter(Failures), Asks);
    Out.Givers.insert(Giver);
    Out.Releases.insert(Releases.begin(), Releases.end());
    Out.Users.insert(Users.begin(), Users.end());
    if (Giver.Argument != Port::OfResult)
      Out.WhenZero[Giver] = Zero >= NotZero;
  }

  //===--- The rules ------------------------------------------------------------===//

  StringId resultType(const Port &Of) const { return callee(Of.Function).ResultType; }

  std::string place(const Port &Of) const {
    const unsigned Receiver = callee(Of.Function).HasReceiver ? 1 : 0;
    if (Of.Argument == Port::OfResult)
      return "return";
    const std::string At = Of.Argument < Receiver
                               ? std::string("this")
                               : std::to_string(Of.Argument + 1 - Receiver);
    return Of.Behind ? "*" + At : At;
  }

  static std::pair<llvm::StringRef, llvm::StringRef> kindOf(llvm::StringRef Name) {
    const auto Has = [&](llvm::StringRef Part) {
      return Name.contains_insensitive(Part);
    };
    if (Has("stmt") || Has("statement"))
      return {"statement", "statement"};
    if (Has("cursor") || Has("iter"))
      return {"cursor", "cursor"};
    if (Has("result"))
      return {"result", "query result"};
    if (Has("conn") || Has("handle") || Has("dbh") || Has("session") || Has("pool"))
      return {"connection", "database connection"};
    return {"other", "database object"};
  }

  void write(const std::string &Type, const Found &Of) {
    std::map<std::string, llvm::json::Object> Calls;
    std::map<StringId, std::string> Names;
    std::set<StringId> Status;
    const auto Entry = [&](const Port &Who) -> llvm::json::Object * {
      const std::string Name = nameOf(Who).str();
      const auto [Known, New] = Calls.try_emplace(Name);
      if (New)
        Known->second["name"] = Name;
      Names[Who.Function] = Name;
      return &Known->second;
    };
    const auto Says = [](bool Zero) { return Zero ? "return == 0" : "return != 0"; };
    bool Zero = true;
    for (const Port &Giver : Of.Givers) {
      llvm::json::Object Acquire{{"at", place(Giver)}, {"handle", "handle"}};
      const StringId Result = resultType(Giver);
      if (Giver.Argument != Port::OfResult && Result) {
        Zero = P.text(Result) == "bool" ? false : Of.WhenZero.at(Giver);
        Acquire["when"] = Says(Zero);
        Status.insert(Result);
      }
      (*Entry(Giver))["acquires"] = llvm::json::Array{std::move(Acquire)};
    }
    for (const Port &To : Of.Releases)
      if (!Calls.contains(nameOf(To).str()))
        (*Entry(To))["releases"] = llvm::json::Array{
            llvm::json::Object{{"at", place(To)}, {"handle", "handle"}}};
    for (const Port &User : Of.Users) {
      if (Calls.contains(nameOf(User).str()) || Bodies.contains(User.Function))
        continue;
      // Who fails may have given it back before.
      llvm::json::Object &Call = *Entry(User);
      if (Status.contains(resultType(User)))
        Call["releases"] = llvm::json::Array{llvm::json::Object{
            {"at", place(User)}, {"handle", "handle"}, {"when", Says(!Zero)}}};
    }
    publish(Type, Of, Calls, Names);
  }

  /// Numbers of strings depend on what else is in the program.
  std::string firstName(const std::set<Port> &Of) const {
    std::set<std::string> Names;
    for (const Port &Each : Of)
      Names.insert(nameOf(Each).str());
    return *Names.begin();
  }

  void publish(const std::string &Type, const Found &Of,
               std::map<std::string, llvm::json::Object> &Calls,
               const std::map<StringId, std::string> &Described) {
    auto [Kind, Noun] = kindOf(Type);
    if (Kind == "other")
      std::tie(Kind, Noun) = kindOf(firstName(Of.Givers));
    llvm::json::Array List;
    for (auto &[Name, Call] : Calls)
      List.push_back(std::move(Call));
    llvm::json::Object File{{"version", 1},
                            {"handles", llvm::json::Array{llvm::json::Object{
                                            {"name", "handle"},
                                            {"kind", Kind},
                                            {"types", llvm::json::Array{Type}},
                                            {"noun", Noun},
                                            {"release", firstName(Of.Releases)}}}},
                            {"calls", std::move(List)}};
    // What is said of a type has a name of its own: results on its callers that are
    // remembered hold as long as it does.
    std::string Text;
    llvm::raw_string_ostream(Text) << llvm::json::Value(llvm::json::Object(File));
    const std::string Library = "in-house-" + llvm::utohexstr(llvm::xxh3_64bits(Text));
    File["library"] = Library;
    Text.clear();
    llvm::raw_string_ostream(Text) << llvm::json::Value(std::move(File));
    if (llvm::Error Fault = api::Catalogue().addText(Text, "inferred")) {
      llvm::consumeError(std::move(Fault)); // a name that no rule can have
      return;
    }
    P.Inferred.push_back(std::move(Text));
    const StringId Handle = P.intern(Library + ":handle");
    const StringId Id = P.intern(Library);
    for (const auto &[Usr, Name] : Described) {
      const std::string Rule = llvm::formatv("{0}:{1}", Library, Name);
      Rules[Usr] = {Id, P.intern(Rule), Handle, {}};
    }
    for (const std::set<Port> *Ports : {&Of.Givers, &Of.Releases, &Of.Users})
      for (const Port &Each : *Ports)
        if (const auto Known = Rules.find(Each.Function); Known != Rules.end())
          Known->second.Ports.push_back(Each);
    Holders[P.intern(Type)] = Handle;
  }

  struct Description {
    StringId Library = 0, Rule = 0, Handle = 0;
    llvm::SmallVector<Port, 1> Ports;
  };

  /// Where the program asks whether the giver has failed, nothing was given.
  static void tellFailure(Function &F, const HandlePlace &At) {
    Edge &Taken = F.Blocks[At.Asks].Term.Edges[At.Edge];
    Expr Given;
    Given.Kind = ExprKind::Load;
    Given.Where.Base = At.Holder;
    F.Exprs.push_back(Given);
    Block Never, Checks;
    Checks.Term.Kind = TerminatorKind::Branch;
    Checks.Term.Branch = BranchKind::Implicit;
    Checks.Term.Cond = static_cast<ExprId>(F.Exprs.size() - 1);
    Checks.Term.Edges.resize(2);
    Checks.Term.Edges[0].To = static_cast<BlockId>(F.Blocks.size() + 1);
    Checks.Term.Edges[1].To = Taken.To;
    Taken.To = static_cast<BlockId>(F.Blocks.size());
    F.Blocks.push_back(std::move(Checks));
    F.Blocks.push_back(std::move(Never));
  }

  void mark(Function &F) {
    bool Here = false;
    for (Call &C : F.Calls) {
      const auto Known = C.Rule || C.Library ? Rules.end() : Rules.find(C.Usr);
      if (Known == Rules.end())
        continue;
      Here = true;
      C.Rule = Known->second.Rule;
      C.Library = Known->second.Library;
      for (const Port &Each : Known->second.Ports)
        if (Each.Argument == Port::OfResult)
          C.ResultHandle = Known->second.Handle;
        else if (Each.Argument < C.Args.size() && !C.Args[Each.Argument].Handle)
          C.Args[Each.Argument].Handle = Known->second.Handle;
    }
    if (!Here)
      return;
    for (Var &V : F.Vars)
      if (const auto Of = Holders.find(V.Type);
          Of != Holders.end() && !V.Handle && V.Kind == VarKind::Local)
        V.Handle = Of->second;
  }

  Program &P;
  llvm::DenseSet<StringId> Libraries; ///< those with handles
  llvm::DenseMap<StringId, const Function *> Bodies;
  llvm::DenseMap<StringId, Callee> Callees;
  llvm::DenseMap<StringId, bool> Shown;
  llvm::DenseMap<StringId, Description> Rules; ///< by USR
  llvm::DenseMap<StringId, StringId> Holders;  ///< handles, by type
  std::vector<HandlePlace> Failures;
};

} // namespace

void inferRules(Program &P, const api::Catalogue &Rules) { Inference(P, Rules).run(); }

} // namespace dbtidy::lifecycle
