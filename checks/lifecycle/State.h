//===- State.h - What one path knows at one point ---------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Obligations, aliases and facts travel together in one state and are joined together or
// not at all (property simulation: Das, Lerner, Seigle, "ESP", PLDI 2002). Two states of
// a block are joined exactly when they owe the same: same resources in the same phases,
// held by the same places, same transactions. Joining keeps what both agree on and gives
// a place that differs a new symbol whose range is the union; what is lost is which
// values went together. A function has finitely many resources, phases and places that
// hold them, so a block has finitely many states; a budget bounds their number.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_STATE_H
#define DBTIDY_LIFECYCLE_STATE_H

#include "api/Catalogue.h"
#include "lifecycle/Range.h"
#include "lifecycle/Symbols.h"

#include <memory>
#include <string>
#include <vector>

namespace dbtidy::lifecycle {

/// A note on the way: for the path of a finding. Shared between states, never changed.
struct History {
  std::shared_ptr<const History> Before;
  enum class Kind : uint8_t { Decision, Event, Throw } What = Kind::Event;
  uint32_t Block = 0; ///< Decision: of block Block, along Edge; Throw: at its end
  uint32_t Edge = 0;
  uint32_t EventNumber = 0;
  SymId About = None;  ///< Event: the resource concerned; None for all
  std::string Text;    ///< Event: what happened
  unsigned Length = 0; ///< number of notes up to here
  ~History();
};
using HistoryRef = std::shared_ptr<const History>;

/// Symbol Of lies in In.
struct Fact {
  SymId Of = None;
  Range In;
  bool operator==(const Fact &) const = default;
};

/// If If holds, so does Then.
struct Implied {
  Fact If, Then;
  bool operator==(const Implied &) const = default;
};

enum class Phase : uint8_t {
  Borrowed, ///< somebody else's: nothing owed here
  Owned,    ///< to be released before the last place that holds it is gone
  Released
};

/// Where a resource or transaction comes from, or where it ended.
struct Origin {
  uint32_t Event = None;      ///< number of the event in this function
  program::StringId Call = 0; ///< name of the call
  uint32_t Argument = None;   ///< the argument that it came through; None: the result
  /// The same, inside the callee: described steps for the finding's path, outermost
  /// first.
  std::shared_ptr<const struct CalleeTrace> Inside;
};

/// A handle that the path has met.
struct Resource {
  SymId Handle = None; ///< the value that stands for it
  const api::Handle *What = nullptr;
  Phase Now = Phase::Borrowed;
  /// Owned: it exists only if all of these hold. Released: it was only if they do.
  llvm::SmallVector<Fact, 1> If;
  bool OnlyIfKnown = false; ///< Owned: it counts only where If is certain
  SymId Parent = None;
  Origin Made, Ended;
  bool Likely = false;  ///< known by belief only
  uint32_t Version = 0; ///< the event that last changed what accessors say of it
  /// Rules of the calls with it that ended values which the caller may have: all ways
  /// here passed them.
  llvm::SmallVector<program::StringId, 1> Enders;
  bool Asked = false; ///< a call of its library looked at it
  bool Told = false;  ///< Released: that it was misused since then has been reported
  api::Children Open = api::Children::Keep; ///< Released: what that meant to its children
  bool Escaped = false;                     ///< code that is not shown may release it
  program::StringId EscapedTo = 0; ///< USR of the unknown function that may have taken it
  uint32_t EscapedArg = 0;
  bool ThroughPointer = false; ///< Escaped: to code that a pointer leads to
  program::StringId Text = 0;  ///< SQL text that it was prepared from
  SymId TextOf = None;         ///< or the text's symbol; 0: not known
};

/// The transaction of one connection.
struct Transaction {
  SymId Connection = None;
  bool Open = true;              ///< false: begun and ended in this function
  bool Committed = false;        ///< ended by a commit, for judging the open ends
  bool RolledBack = false;       ///< ended by a rollback, not by closing the connection
  llvm::SmallVector<Fact, 1> If; ///< open (or ended) only if these hold
  Origin Begun, Ended;
  /// Hashes of the names of the savepoints inside, outermost first.
  llvm::SmallVector<uint64_t, 2> Savepoints;
  bool BySavepoint = false; ///< the first of them began it, and its release ends it
  bool Likely = false;

  /// Begun here, and certainly committed: of no further interest to the path.
  bool isSettled() const {
    return !Open && Committed && If.empty() && Begun.Event != None;
  }
};

/// Text that the function's caller gave was run, or text that is not known.
struct Ran {
  SymId Connection = None;
  SymId Text = 0; ///< the text's symbol; 0: made up in ways that are not followed
  const api::Library *By = nullptr;
  llvm::SmallVector<Fact, 1> If; ///< success
  Origin At;
};

/// A value that dies with a handle.
struct Derived {
  SymId Value = None;
  SymId From = None;
  const api::Derive *Rule = nullptr;
  Origin Dead; ///< Event None: still valid
};

struct State {
  std::vector<std::pair<LocId, Value>> Env; ///< sorted by location
  std::vector<Fact> Facts;                  ///< sorted by symbol, none full
  std::vector<Implied> Implications;
  std::vector<Resource> Resources;                ///< sorted by handle
  std::vector<Transaction> Transactions;          ///< sorted by connection
  std::vector<Ran> Rans;                          ///< in order, each text once
  std::vector<Derived> Deriveds;                  ///< sorted by value
  std::vector<std::pair<LocId, uint32_t>> Epochs; ///< roots changed by unknown calls
  uint32_t GlobalEpoch = 0;
  bool Throwing = false;                 ///< an exception is in flight
  std::vector<program::StringId> Thrown; ///< its class and bases; empty: unknown
  bool Joined = false; ///< of several paths: no one of them may be as the notes tell
  bool Guess = false;  ///< passed an assumption that makes its findings likely at best
  /// The same, of an assumption about what the caller gave: the caller may know better.
  bool Assumed = false;
  bool isSure() const { return !Guess && !Assumed; }
  HistoryRef Past;

  Value *find(LocId L);
  const Value *find(LocId L) const { return const_cast<State *>(this)->find(L); }
  void set(LocId L, Value V);
  Range range(SymId S) const;
  void setRange(SymId S, Range R);
  uint32_t epoch(LocId Root) const; ///< 0: it is as it was at entry
  void setEpoch(LocId Root, uint32_t Epoch);
  Resource *resource(SymId S);
  const Resource *resource(SymId S) const {
    return const_cast<State *>(this)->resource(S);
  }
  Resource &addResource(Resource R); ///< replaces one of the same handle
  void dropResource(SymId S);
  Transaction *transaction(SymId Connection);
  Transaction &addTransaction(Transaction T);
  Derived *derived(SymId S);
  void addDerived(Derived D); ///< replaces one of the same value
  const Derived *derived(SymId S) const { return const_cast<State *>(this)->derived(S); }
  void note(History H);
};

/// The value of S that V is, or points into, if it dies with a handle.
const Derived *derivedFrom(const State &S, const Symbols &Names, Value V);

/// What V can be by what S knows of it and of what it is computed from.
Range rangeOf(const State &S, const Symbols &Names, const Value &V);

/// Left == Right or Left < Right.
struct Comparison {
  program::BinaryOp Op = program::BinaryOp::Eq;
  LocId Left = None, Right = None;
  auto operator<=>(const Comparison &) const = default;
};

/// What a join asks of the function around it.
class JoinContext {
public:
  virtual ~JoinContext();
  /// What a location holds that State::Env does not mention.
  virtual Value initial(const State &S, LocId L) = 0;
  /// What the function asks of two places: worth knowing behind a join.
  virtual llvm::ArrayRef<Comparison> comparisons() const = 0;
};

/// Whether A and B owe the same, so that they may be joined.
bool sameProperty(const State &A, const State &B);

/// Whether they owe the same but for handles that one of them knows to be null, or never
/// made and has null in their place: joined, such a handle is owed unless it is null,
/// which is what the other one says.
bool sameButNull(const State &A, const State &B, JoinContext &Context);

/// Whether they owe the same, though places may hold different handles of others; and the
/// handles that are not in the same places in both.
bool sameButLent(const State &A, const State &B);
std::vector<Value> heldApart(const State &A, const State &B);

/// As sameButNull, but places may hold different handles of others.
bool sameObligations(const State &A, const State &B, JoinContext &Context);

/// Given sameButNull, whether a join loses nothing else: all places hold the same.
bool joinsWithoutLoss(const State &A, const State &B, const Symbols &Names,
                      JoinContext &Context);

/// Joins B into A at the entry of Block. With Widen, a range that grows becomes full.
/// Returns whether A changed.
bool join(State &A, const State &B, uint32_t Block, Symbols &Names, JoinContext &Context,
          bool Widen);

/// Forgets facts that nothing alive can ask for.
void collectGarbage(State &S, const Symbols &Names);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_STATE_H
