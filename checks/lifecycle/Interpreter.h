//===- Interpreter.h - One function's path-sensitive analysis ---*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the engine. Runs states through a function's blocks until nothing changes,
// records losses and misuses on the way, and tells at the end what a call of the function
// does.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_INTERPRETER_H
#define DBTIDY_LIFECYCLE_INTERPRETER_H

#include "api/TransactionText.h"
#include "lifecycle/Flow.h"
#include "lifecycle/Lifecycle.h"
#include "lifecycle/State.h"
#include "lifecycle/Summary.h"
#include "program/FunctionTables.h"
#include "program/Positions.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include <functional>
#include <map>
#include <set>

namespace dbtidy::lifecycle {

/// What callers of functions without a body are seen to believe of them (Engler et al.,
/// "Bugs as deviant behavior", SOSP 2001).
struct Beliefs {
  std::set<program::StringId> ReturnsOwned; ///< some caller releases what they return
  std::set<std::pair<program::StringId, uint32_t>> Fills;   ///< … what they put into arg
  std::set<std::pair<program::StringId, uint32_t>> Borrows; ///< … what was passed as arg
  bool operator==(const Beliefs &) const = default;
};

/// An owned handle that a function which was not seen was given, and may have taken.
struct Handed {
  program::StringId To = 0; ///< USR
  uint32_t Argument = 0;    ///< its number, the receiver included
  bool Behind = false;      ///< in what the argument leads to, not itself
  std::string Handle;       ///< "libpq:result"
  auto operator<=>(const Handed &) const = default;
};

/// What all analyses of a run share.
struct Session {
  const program::Program &P;
  const api::Catalogue &Rules;
  const Options &How;
  std::map<program::StringId, const program::Function *> Functions; ///< by USR
  std::map<program::StringId, FunctionSummary> Summaries;           ///< by USR
  Beliefs Known;
  /// What one analysis has asked about the rest of the program.
  struct Questions {
    std::set<program::StringId> Summaries, Beliefs, Fields, Globals, Tables, Slots;
  };
  Questions *Asked = nullptr; ///< filled in, if set
  /// Set while results are remembered: by what their places are told there.
  const program::Positions *Places = nullptr;
  // What an analysis may know of the rest of the program, and no more than this:
  /// The summary of a function; null if there is none. One may say that nothing is known.
  const FunctionSummary *summary(program::StringId Usr);
  /// Whether callers are seen to release what Usr returns; what it puts into an argument.
  bool returnsOwned(program::StringId Usr) const;
  bool fills(program::StringId Usr, uint32_t Argument) const;
  /// Whether callers are seen to release what they passed.
  bool borrows(program::StringId Usr, uint32_t Argument) const;
  /// Whether members of that name are passed as connections somewhere.
  bool isConnectionField(program::StringId Name) const;
  /// The only function that mentions a variable with internal linkage; null if there are
  /// several, or others may in files that are not shown.
  const program::Function *soleUser(program::StringId Usr);
  /// What calls through a slot may reach; what a field of a table holds, null if that is
  /// not known.
  llvm::ArrayRef<program::FunctionTables::Target> targets(program::StringId Slot) const;
  const program::FunctionTables::Target *entry(program::StringId Table,
                                               program::StringId Field) const;

  std::vector<const api::CallRule *> RuleOf; ///< by StringId, filled on demand
  std::vector<const api::Handle *> HandleOf; ///< by StringId
  std::vector<uint8_t> RuleLooked, HandleLooked;
  /// Names of members that are passed as connections somewhere in the program.
  std::set<program::StringId> ConnectionFields;
  /// Whether a text begins or ends a transaction in some dialect.
  bool controls(program::StringId Text);
  /// Whether the type of that spelling has no negative values, and all of its fit.
  bool isUnsigned(program::StringId Type);

  program::FunctionTables Virtuals;
  program::StringId DynamicType = 0; ///< the field $type, if the program has it

  /// By the USR of a variable with internal linkage: soleUser().
  std::map<program::StringId, const program::Function *> SoleUsers;

  /// Names of API calls that end values derived from a handle without releasing it.
  llvm::StringSet<> Enders;

  Session(const program::Program &P, const api::Catalogue &Rules, const Options &How);
  const api::CallRule *rule(program::StringId Id);
  /// Whether L was not written by anybody, but read out of the program.
  bool isInferred(const api::Library &L) const;
  const api::Handle *handle(program::StringId Id);
  /// A number for an accessor, to name its results by.
  uint32_t accessor(const api::CallRule *Rule);
  const api::CallRule *accessorRule(uint32_t Number) const { return Accessors[Number]; }

private:
  api::Catalogue Inferred; ///< the rules of P.Inferred
  std::map<program::StringId, bool> Controls, Unsigned;
  std::vector<const api::CallRule *> Accessors;
};

class Interpreter final : JoinContext {
public:
  Interpreter(Session &Shared, const program::Function &F);

  /// Analyses the function. False if it gave up; why() then says why.
  bool run();
  llvm::StringRef why() const { return Reason; }
  FunctionSummary summarize();
  std::vector<Fault> faults();

  Beliefs Learned;
  bool TouchesHandle = false;
  unsigned Obligations = 0;
  std::map<Handed, unsigned> Dropped; ///< how often
  bool Recording = false;             ///< to be set before run(): for dumpStates()
  std::string describe(const State &S) const;
  void dumpStates(llvm::raw_ostream &Out) const;

private:
  using Place = program::Place;
  /// How a function ends, as far as its caller can tell by the result.
  enum class ResultClass : uint8_t { None, Zero, Positive, Negative, Mixed };
  struct Loss {
    FaultKind Kind = FaultKind::Leak;
    LossKind How = LossKind::Return;
    Resource What;
    Transaction Txn;
    uint32_t Event = None; ///< where it shows; None: at the terminator of Block
    uint32_t Block = 0;
    std::string EndCall;
    UseAct Act = UseAct::Call; ///< UseAfterRelease, DerivedUse
    Origin Second;             ///< the offending act, for a double release
    HistoryRef Past;
    bool Likely = false;
    bool Joined = false;                   ///< State::Joined
    ResultClass Class = ResultClass::None; ///< TransactionOpen: of the exit
  };
  using States = std::vector<State>;

  //===--- The graph (Interpreter.cpp) ----------------------------------------===//
  void prepare();
  void arrive(uint32_t Block, State S);
  void step();
  void runBlock(uint32_t Id, States Now);
  States joinOutcomes(States Next, uint32_t Event);
  void rememberJoins(const State &S, uint32_t Meeting);
  bool spend();
  void terminator(uint32_t Id, State S);
  void branch(uint32_t Id, const program::Terminator &T, State S);
  void switchOn(uint32_t Id, const program::Terminator &T, State S);
  void throwFrom(const program::Terminator &T, uint32_t Id, State S);
  void dispatch(const program::Terminator &T, State S);
  void unwindTo(uint32_t Target, uint32_t Block, uint32_t Event, State S);
  bool giveUp(llvm::StringRef Why);
  void decide(State &S, uint32_t Block, uint32_t Edge);
  void forgetDead(State &S, uint32_t Block);
  void forgetStale(State &S, uint32_t Block);
  /// Drops all that S knows about a symbol that now stands for something else.
  void forget(State &S, const llvm::BitVector &Gone); ///< symbols
  uint32_t eventNumber(uint32_t Block, size_t Index) const {
    return FirstEvent[Block] + static_cast<uint32_t>(Index);
  }
  const program::Event &event(uint32_t Number) const;

  //===--- Values (Evaluate.cpp) ------------------------------------------------===//
  /// None where it leads nowhere. OnlyAddress: nothing is read or written there.
  LocId locate(State &S, const Place &Where, bool OnlyAddress = false);
  Value read(State &S, LocId L);
  Value initial(const State &S, LocId L) override;
  llvm::ArrayRef<Comparison> comparisons() const override { return Compared; }
  void findComparisons();
  void findVerdict();
  uint32_t epoch(const State &S, LocId Root) const;
  bool holdsConnection(LocId L) const;
  Value evaluate(State &S, program::ExprId Id);
  Value binary(State &S, program::BinaryOp Op, Value L, Value R);
  std::optional<bool> decided(const State &S, program::BinaryOp Op, const Value &L,
                              const Value &R) const;
  Value compare(State &S, program::BinaryOp Op, Value L, Value R);
  Range rangeOf(const State &S, const Value &V) const;
  bool distinct(const State &S, SymId A, SymId B) const;

  //===--- Assumptions (Assume.cpp) ---------------------------------------------===//
  /// Adds to S that V is (not) zero. False if that cannot be.
  bool assume(State &S, Value V, bool NonZero);
  bool refine(State &S, SymId Of, const Range &To, unsigned Depth = 0);
  bool refineOperands(State &S, SymId Of, bool True, unsigned Depth);
  bool implied(State &S, SymId Changed, unsigned Depth);
  void settle(State &S, SymId Changed);
  bool feasible(const State &S, llvm::ArrayRef<Fact> If) const;
  bool certain(const State &S, llvm::ArrayRef<Fact> If) const;
  static void note(State &S, uint32_t Event, SymId About, std::string Text);

  //===--- Events (Events.cpp) --------------------------------------------------===//
  void assign(State &S, const program::Event &E, uint32_t Number);
  bool advances(State &S, LocId L, Value V);
  void leaveElement(State &S, LocId Pointer);
  std::optional<int64_t> elementsApart(const Value &L, const Value &R) const;
  bool movesOn(const program::Event &E) const;
  bool walksKnown(const program::Event &E, const Value &V) const;
  void endScope(State &S, const program::Event &E, uint32_t Number, uint32_t Block);
  /// Puts V at L, and drops what was below.
  void store(State &S, LocId L, Value V);
  bool matters(const State &S, LocId L, const Value &V) const;
  void link(State &S, LocId L, const Value &V);
  void escape(State &S, Value V, program::StringId To, uint32_t Arg);
  void escapeThrough(State &S, LocId L, program::StringId To, uint32_t Arg);
  /// All values in what L leads to.
  llvm::SmallVector<Value, 8> heldBehind(const State &S, LocId L);
  void doubtTransactions(State &S, const Value &V);
  /// Reports what is owed and no longer held by anything.
  void checkLost(State &S, LossKind How, uint32_t Event, uint32_t Block,
                 const Value *Kept = nullptr);
  llvm::DenseSet<SymId> reachable(const State &S, const Value *Kept) const;
  bool allAtHand(const State &S, const Value *Kept) const;
  bool outlives(LocId Root) const;
  void lose(State &S, Resource &R, LossKind How, uint32_t Event, uint32_t Block);
  void report(Loss L);
  std::string holderOf(const State &S, SymId Handle) const;
  void renew(State &S, SymId Fresh);
  void renameAll(State &S, SymId From, SymId To);
  bool repeats(uint32_t Event) const;

  //===--- Calls (Calls.cpp, RuleCalls.cpp, SummaryCalls.cpp) -----------------------===//
  struct Site {
    const program::Call &C;
    uint32_t Event;
    uint32_t Block;
    std::vector<Value> Args;
    LocId Result = None;
  };
  States call(State S, const program::Event &E, uint32_t Number, uint32_t Block);
  States callOf(State S, program::StringId Usr, Site &At);
  /// Dispatch.cpp: a state in which the function Usr is called; 0: it is not known.
  struct Dispatched {
    State S;
    program::StringId Usr = 0;
  };
  std::vector<Dispatched> dispatch(State S, Site &At);
  Value tableValue(State &S, const Site &At);
  void assume(State &S, SymId Of) const;
  program::StringId tableOf(const Value &V) const;
  program::StringId tableAt(LocId L) const;
  States applyRule(State S, const api::CallRule &Rule, Site &At);
  States applySummary(State S, const FunctionSummary &Sum, Site &At);
  std::optional<State> applyOutcome(const State &Before, const Outcome &O, Site &At);
  void acquire(State &S, State &Start, const Outcome &O, uint32_t Number, const Site &At);
  void failedRun(State &After, State &Start, const Effect &Run, Site &At);
  void applyEffect(State &S, State &Start, const Outcome &O, const Effect &E, Site &At);
  LocId resolve(State &S, const Path &Where, const Site &At);
  Value resolve(State &S, const Term &T, const Site &At);
  std::optional<llvm::SmallVector<Fact, 1>>
  resolve(State &S, llvm::ArrayRef<Constraint> If, const Site &At);
  SymId newSymbol(const Site &At, uint32_t Number);
  void giveUnknown(State &S, const Site &At, uint32_t Index);
  void believeFilled(State &S, const Site &At, uint32_t Index, LocId Object);
  void escapeNode(State &S, LocId Link, program::StringId To, uint32_t Arg);
  State applyUnknown(State S, Site &At);
  void readOperands(State &S, Site &At);
  LocId pointed(const Value &V);
  void giveResult(State &S, Site &At, Value V);
  void giveUpElements(State &S, const Site &At, const api::CallRule *Rule);

  //===--- Uses of what has ended (Uses.cpp) --------------------------------------===//
  std::optional<Loss> ended(const State &S, const Value &V) const;
  void misuse(State &S, const Value &V, Loss L);
  bool looksAt(const Resource &R, const Site &At, size_t Index,
               const api::CallRule *Rule) const;
  void checkArguments(State &S, const Site &At, const api::CallRule *Rule);
  void checkRead(State &S, const Value &V);
  void checkReturned(State &S, const Value &V, uint32_t Block);

  //===--- Rules and summaries ----------------------------------------------------===//
  Origin origin(const Site &At) const;
  bool throws(const State &S, const program::Call &C, const api::CallRule *Rule) const;

  std::optional<Value> placeValue(State &S, const Site &At, const api::Where &W,
                                  Value Result);
  LocId placeLoc(State &S, const Site &At, const api::Where &W);
  std::optional<Fact> condition(State &S, const Site &At, const api::Condition &C,
                                Value Result);
  Value pureResult(const State &S, const api::CallRule &Rule, const Site &At);
  /// Expressions nested deeper than this get no symbol of their own.
  static constexpr unsigned MaxDepth = 4;
  Value ruleResult(State &S, const api::CallRule &Rule, const Site &At);
  void ruleAcquires(States &Out, const api::CallRule &Rule, Site &At, Value Result);
  void acquire(State &S, const api::Acquire &A, unsigned Slot, Site &At, Value Result,
               bool MayBeNull);
  bool preparesText(State &S, const api::CallRule &Rule, const Site &At, Value Result);
  void ruleReleases(State &S, const api::CallRule &Rule, Site &At, Value Result);
  void ruleFormatted(State &S, const api::FormatTake &Take, Site &At, Value Result);
  void ruleTakes(State &S, const api::CallRule &Rule, Site &At, Value Result);
  void ruleObjects(State &S, const api::CallRule &Rule, Site &At, Value Result);
  void endDerived(State &S, SymId From, llvm::StringRef Call, const Origin &By);
  void believe(const State &S, const Resource &R);
  States giveBackArgument(States From, const api::Where &Which, Site &At, Value Result);
  bool canAsk(State &S, const Site &At, const api::Condition &C, Value Result);
  static void reuse(State &S, const api::Where &Into, const Site &At);
  bool bindsOnly(const api::CallRule &Rule) const;
  static void giveBack(Resource &R, const std::optional<Fact> &If);
  void releaseSome(State &S, const api::Handle *What);
  void release(State &S, Value V, const api::Release *R, const api::Handle *What,
               std::optional<Fact> If, const Origin &By, llvm::StringRef Name);
  void ruleTransactions(State &S, const api::CallRule &Rule, Site &At, Value Result);
  void ruleText(State &S, const api::Sql &Q, Site &At, Value Result);
  void runText(State &S, llvm::StringRef Text, llvm::StringRef Dialect, Value Connection,
               std::optional<Fact> If, const Origin &By, bool Likely);
  void transact(State &S, api::TransactionAct Act, Value Connection,
                std::optional<Fact> If, const Origin &By, bool Likely);
  void savepoint(State &S, const api::TextAct &Act, llvm::StringRef Dialect,
                 Value Connection, std::optional<Fact> If, const Origin &By, bool Likely);
  void ruleImplies(State &S, const api::CallRule &Rule, Site &At, Value Result);
  void touch(State &S, const Site &At, const api::CallRule &Rule);
  void fillUndescribed(State &S, const api::CallRule &Rule, Site &At);
  void unknownText(State &S, Site &At, std::optional<Fact> Success);
  /// Runs the text V on a connection: what is known of it now, the rest at the callers.
  void run(State &S, Value V, Value Connection, const api::Library &By,
           std::optional<Fact> If, const Origin &At);
  /// The answer of an accessor tells whether a transaction is open.
  void ask(State &S, const api::CallRule &Rule, Value On, Value Answer);
  /// What an unknown function may have changed in the object at L, and in globals.
  void disturb(State &S, LocId Object, const Site &At, bool KeepOwned);
  void disturbGlobals(State &S, uint32_t Event);
  bool isPrivate(program::VarId V, const Resource *Held) const;
  void reopened(State &S, llvm::function_ref<bool(LocId)> In, uint32_t Event);
  bool joinable(const State &A, const State &B);
  bool sameVerdict(const State &A, const State &B) const;
  LocId Verdict = None; ///< the local variable that ends return, if it is one only
  unsigned stateLimit() const;
  bool sameNulls(const State &A, const State &B) const;
  /// Whether both hold the same statements that begin or end transactions.
  bool sameStatements(const State &A, const State &B) const;
  /// Stops following what others can see and release, so that more states are alike.
  void relax(State &S) const;
  void settleCommits(const State &S);
  static llvm::SmallVector<SymId, 2> childrenOf(const State &S, SymId Parent);
  static void closeChildren(State &S, SymId Parent);
  bool hasOpenChild(const State &S, SymId Parent) const;
  States splitByChild(State S, const Value &Parent);
  States splitAt(State S, const api::CallRule *Rule, const FunctionSummary *Sum,
                 const Site &At);
  Resource &resourceFor(State &S, SymId H, const api::Handle *What);
  void addImplication(State &S, Fact If, Fact Then);

  //===--- One path (Retrace.cpp) ---------------------------------------------------===//
  /// The search for a single path to a loss that was found on joined states.
  struct Search {
    std::pair<FaultKind, uint64_t> Goal;
    const Loss &Wanted;
    std::set<std::pair<uint32_t, uint32_t>> Prefer; ///< block, edge
    struct Item {
      uint32_t Block = 0;
      State S;
      llvm::SmallVector<std::pair<uint32_t, unsigned>, 4> Turns; ///< of blocks in cycles
    };
    std::vector<Item> Stack;
    llvm::SmallVector<std::pair<uint32_t, unsigned>, 4> Turns; ///< of the path that runs
    uint32_t Start = None; ///< the event that acquires what is lost
    llvm::BitVector Leads; ///< by block: control can get to Start
    unsigned Steps = 0, MaxSteps = 0;
    bool Bounded = false; ///< something was not looked at
    std::optional<Loss> Found;
    Search(std::pair<FaultKind, uint64_t> Goal, const Loss &Wanted)
        : Goal(std::move(Goal)), Wanted(Wanted) {}
  };
  enum class Retraced : uint8_t { Found, Impossible, Unknown };
  Retraced retrace(Loss &L);
  void push(uint32_t Block, State S);
  bool onTheWay(uint32_t Block, const State &S) const;
  llvm::BitVector leadingTo(uint32_t Event) const;
  void leaveSearched(uint32_t Block, const State &S, bool Throws, ResultClass Class);
  static std::pair<FaultKind, uint64_t> siteOf(const Loss &L);

  //===--- Exits (Exits.cpp, Summarize.cpp)
  //------------------------------------------------------===//
  struct Exit {
    State S; ///< the returned value is in the result location
    bool Throws = false;
    ResultClass Class = ResultClass::None;
    uint32_t Block = 0;
  };
  void leave(uint32_t Block, State S, bool Throws);
  void splitNull(uint32_t Block, State &S, const Value &Result);
  static void generalise(Exit &Known, Exit &E);
  void keep(Exit E);
  std::vector<int64_t> madeTypes(const State &S) const;
  ResultClass classify(const State &S, const Value &V) const;
  LocId resultLoc() { return Names.var(ResultVar); }
  void judgeTransactions();
  void judgeOutParameters();

  /// Globals that only callees name get numbers behind the function's own variables.
  program::VarId globalVar(program::StringId Usr);
  program::VarKind kindOf(program::VarId V) const {
    return V < F.Vars.size() ? F.Vars[V].Kind : program::VarKind::Global;
  }
  static constexpr program::VarId ResultVar = 0x7fffffff;
  static constexpr uint32_t CallJoins = 0x40000000; ///< joins at calls, by event

  Session &Shared;
  const program::Program &P;
  const program::Function &F;
  Symbols Names;
  std::vector<program::StringId> OtherGlobals;
  std::string Reason;
  std::vector<uint32_t> FirstEvent; ///< by block
  Flow Graph;
  std::map<uint32_t, std::set<SymId>>
      JoinsAt; ///< by block, or CallJoins + event: symbols made by joining there
  struct Arrived {
    State S;
    unsigned Joins = 0;
    bool Pending = true;
  };
  std::vector<Comparison> Compared;
  std::vector<std::pair<uint32_t, State>> Alone; ///< at blocks where nothing meets
  std::vector<std::vector<Arrived>> At;          ///< by block
  std::set<std::pair<uint32_t, uint32_t>> Queue; ///< (position, block)
  unsigned Steps = 0;
  std::vector<Exit> Exits;
  llvm::DenseSet<uint32_t>
      Commits; ///< transactions that some path commits, by their begin
  std::vector<Loss> Losses;
  std::map<std::pair<FaultKind, uint64_t>, size_t> LossAt;
  std::vector<std::pair<program::StringId, State>> Points;
  std::map<uint32_t, std::set<std::string>> Entries; ///< by block, while Recording
  uint32_t HereEvent = None; ///< what is being run; None: the end of HereBlock
  uint32_t HereBlock = 0;
  Search *Looking = nullptr; ///< set while one path is searched
  bool Crashed = false;      ///< a null pointer has been followed: control ends there
  bool ThisDies = false;     ///< a constructor is being left by an exception
  friend class Summarizer;
  friend class Narrator;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_INTERPRETER_H
