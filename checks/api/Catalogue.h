//===- Catalogue.h - What the rule files say --------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The typed form of rules/*/api.json: which calls acquire, release, borrow, take or
// derive which handles, and on what condition. Capture reads it to recognise calls and
// types, the engine to know what a call does. docs/rules.md describes the JSON.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_API_CATALOGUE_H
#define DBTIDY_API_CATALOGUE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace dbtidy::api {

/// What a handle stands for; decides which check speaks of it.
enum class HandleKind : uint8_t {
  Connection, ///< db-connection-leak
  Result,     ///< the others but Transaction: db-result-leak
  Statement,
  Cursor,
  Buffer,
  Transaction, ///< db-transaction-leak: a transaction with a handle of its own
  Other
};

struct Library;

/// A kind of resource that a library hands out.
struct Handle {
  const Library *Owner = nullptr;
  std::string Name; ///< "connection", unique in its library
  std::string Id;   ///< "libpq:connection"
  HandleKind Kind = HandleKind::Other;
  std::vector<std::string> Types; ///< spellings: "PGconn *", "pqxx::connection"
  std::string Noun;               ///< for messages: "connection", "query result"
  std::string Release;            ///< the call to suggest: "PQfinish"
  std::string Parent; ///< the handle it was made from: a name in its library or
                      ///< an Id; may be empty (see Catalogue::parentOf)
};

/// Where, seen from a call: the result, the receiver or an argument, dereferenced
/// Derefs times, then the fields. Spelled "return", "this", "2", "*4", "*1.field".
struct Where {
  enum class Root : uint8_t { Return, Receiver, Argument };
  Root From = Root::Return;
  unsigned Argument = 0; ///< counted from 0 here, from 1 in the files
  unsigned Derefs = 0;
  std::vector<std::string> Fields;
};

/// A set of integers as a union of closed ranges: the values that a condition admits.
struct ValueSet {
  std::vector<std::pair<int64_t, int64_t>> Ranges;
  bool contains(int64_t Value) const;
};

/// "return == SQLITE_OK": the value at Subject lies in Values. With Via set, the subject
/// is first passed to that accessor: "PQresultStatus(return) == PGRES_COMMAND_OK".
struct Condition {
  Where Subject;
  std::string Via;
  ValueSet Values;
  std::string Text; ///< as written
};

/// What the place holds when the condition of an acquisition fails.
enum class Otherwise : uint8_t { Null, Unchanged };

struct Acquire {
  Where At;
  const Handle *What = nullptr;
  std::optional<Condition> When; ///< without it: whatever the call returns
  Otherwise Else = Otherwise::Null;
  bool MayBeNull = true; ///< null even though the condition holds
  std::optional<Where> Parent;
};

/// What becomes of the children of a released parent.
enum class Children : uint8_t {
  Keep,  ///< they live on and stay owed
  Close, ///< they are ended with it
  Forbid ///< the release fails while one is open
};

struct Release {
  Where At;
  const Handle *What = nullptr;
  std::optional<Condition> When; ///< without it: always
  bool NullAllowed = true;
  Children Open = Children::Keep;
  bool EndsTransaction = false; ///< an open transaction ends with it
};

/// Ownership leaves the caller: into the library (Into unset) or into another handle,
/// which releases it at its own end.
struct Take {
  Where At;
  std::optional<Where> Into;
  std::optional<Condition> When;
};

/// The value at At is valid only while the handle at From is, and until one of Until is
/// called on it.
struct Derive {
  Where At;
  Where From;
  std::vector<std::string> Until;
};

enum class TransactionAct : uint8_t { Begin, Commit, Rollback };

/// A call that acts on the transaction of the connection at On.
struct Transaction {
  TransactionAct Act = TransactionAct::Begin;
  Where On;
  std::optional<Condition> When; ///< success; otherwise the transaction is as it was
  bool Nests = false;            ///< a savepoint: names a level inside the transaction
};

/// Text that the call sends, prepares or keeps for later.
struct Sql {
  Where At;
  std::optional<Where> On; ///< the connection that runs it, or the statement made of it
  bool Prepares = false;   ///< it runs when the statement made of it does
  std::string Dialect;     ///< empty: the library's
  std::optional<Condition> When; ///< success, for transaction control in the text
};

/// A fact about the values of one call: if If holds, then Then does.
struct Implication {
  std::optional<Condition> If; ///< without it: always
  Condition Then;
};

/// A printf-like call that takes over the arguments of one conversion: SQLite's %z.
struct FormatTake {
  Where Format;
  std::string Conversion; ///< the letter
};

struct CallRule {
  const Library *Owner = nullptr;
  std::string Name; ///< "PQexec", "pqxx::connection::close"
  std::string Id;   ///< "libpq:PQexec"
  std::vector<Acquire> Acquires;
  std::vector<Release> Releases;
  std::vector<Take> Takes;
  std::vector<Derive> Derives;
  std::vector<Transaction> Transactions;
  std::vector<Sql> Sqls;
  std::vector<Implication> Implies;
  std::optional<Where> RunsStatement; ///< runs the text that this statement was made of
  std::optional<Condition> RunsWhen;  ///< its success
  std::vector<std::string> Throws;    ///< classes it is known to throw
  bool MayBlock = false;
  bool NoReturn = false;
  bool Pure = false;        ///< same handles in the same state, same result
  bool FreshObject = false; ///< returns a new object that only the caller knows (malloc)
  /// The result is what is there, or null: mysql_real_connect and its first argument.
  std::optional<Where> Returns;
  std::optional<FormatTake> TakesFormatted;
  std::optional<Where>
      FreesObject; ///< ends the object there, not what it points to (free)
};

/// How a class of the library owns.
struct ClassRule {
  std::string Name; ///< qualified: "pqxx::connection"
  const Handle *What = nullptr;
  bool DestructorReleases = true;
};

/// Calls made through a table of function pointers: a member `open` of record
/// sqlite3_api_routines is the call sqlite3_open.
struct Dispatch {
  std::string Record;
  std::string Prefix;
};

struct Library {
  std::string Name;    ///< the folder: "libpq"
  std::string Title;   ///< for people: "PostgreSQL libpq"
  std::string Dialect; ///< of the SQL it sends; may be empty
  std::string Documentation;
  std::string File; ///< where the rule was read from
  /// A call is this library's if its declaration lies in one; see declaredIn().
  std::vector<std::string> Headers;
  /// An undescribed call with such a name only borrows.
  std::vector<std::string> Prefixes;
  llvm::StringMap<int64_t> Constants;
  std::deque<Handle> Handles; ///< deques: Handle and CallRule are pointed to
  std::deque<CallRule> Calls;
  std::vector<ClassRule> Classes;
  std::vector<Dispatch> Dispatches;
};

/// Whether a function declared in the file Path can be L's: Path ends in one of L's
/// headers on a '/' boundary. A library without headers admits every file.
bool declaredIn(const Library &L, llvm::StringRef Path);

/// FILE itself, or every DIR/*.json (but schema.json) and DIR/*/api.json in name order.
llvm::Expected<std::vector<std::string>> ruleFiles(llvm::StringRef FileOrDirectory);

/// All rules of a run. Immutable after loading; pointers into it stay valid as long as it
/// lives, and when it is moved. An ArrayRef it gives is valid until the next add.
class Catalogue {
public:
  Catalogue() = default;
  Catalogue(Catalogue &&) = default;
  Catalogue &operator=(Catalogue &&) = default;
  Catalogue(const Catalogue &) = delete; // the rules point to each other
  Catalogue &operator=(const Catalogue &) = delete;

  /// Adds one rule file. A fault gives "PATH: /json/pointer: reason; remedy" (or
  /// "PATH:line:column: …" where the text is not JSON) and leaves the catalogue as it
  /// was.
  llvm::Error addFile(llvm::StringRef Path);
  /// As addFile, of text already read.
  llvm::Error addText(llvm::StringRef Json, llvm::StringRef Path);
  /// Adds the ruleFiles() of a path. It stops at the first fault; the files before it
  /// stay.
  llvm::Error addPath(llvm::StringRef FileOrDirectory);

  const CallRule *call(llvm::StringRef Id) const; ///< "libpq:PQexec", or null
  const Handle *handle(llvm::StringRef Id) const; ///< "libpq:result", or null
  const std::deque<Library> &libraries() const { return Libraries; }
  const Library *library(llvm::StringRef Name) const; ///< "libpq", or null

  /// The rules of all libraries for that qualified name, in the order of loading.
  llvm::ArrayRef<const CallRule *> named(llvm::StringRef FunctionName) const;
  /// The rule for the function of that qualified name declared in the file Path, or null.
  /// A library that names its headers goes before one that admits every file, then a
  /// later one (the user's) before an earlier one.
  const CallRule *find(llvm::StringRef FunctionName, llvm::StringRef Path) const;
  /// The library whose prefix FunctionName has and whose headers admit Path, or null: an
  /// undescribed call of it only borrows. Precedence as in find().
  const Library *family(llvm::StringRef FunctionName, llvm::StringRef Path) const;
  /// The rule for a call through the member of a table of function pointers, or null.
  const CallRule *throughTable(llvm::StringRef Record, llvm::StringRef Member) const;
  /// Whether some library calls through the members of this record.
  bool isTable(llvm::StringRef Record) const;
  /// Every name under `calls`, sorted, each once.
  std::vector<llvm::StringRef> functionNames() const;

  /// The class rules of all libraries for that qualified name; ClassRule::What->Owner
  /// tells the library.
  llvm::ArrayRef<const ClassRule *> classesNamed(llvm::StringRef QualifiedName) const;
  /// The handles that have this spelling among their types. Blanks do not count:
  /// "PGconn*" finds "PGconn *".
  llvm::ArrayRef<const Handle *> handlesOfType(llvm::StringRef Spelling) const;
  /// Every name of the analysed program that a rule mentions beside functions and types:
  /// members on the way to a handle, classes that are thrown.
  llvm::StringSet<> programNames() const;
  /// Of the texts of all rule files, in order.
  const std::string &digest() const { return Digest; }
  /// The handle that H is made from, or null. Its chain of parents has an end.
  const Handle *parentOf(const Handle &H) const;

private:
  template <typename T> using Index = llvm::StringMap<llvm::SmallVector<const T *, 1>>;

  void adopt(Library Read);

  std::string Digest;
  std::deque<Library> Libraries;
  llvm::StringMap<const Library *> ByName;
  Index<CallRule> ByFunction;
  Index<ClassRule> ByClass;
  Index<Handle> ByType;
  llvm::StringMap<const CallRule *> Calls;
  llvm::StringMap<const Handle *> Handles;
};

} // namespace dbtidy::api

#endif // DBTIDY_API_CATALOGUE_H
