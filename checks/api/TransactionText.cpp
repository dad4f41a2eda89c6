//===- TransactionText.cpp - Transaction control in SQL text --------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The grammars: https://www.postgresql.org/docs/current/sql-commands.html,
// https://sqlite.org/lang_transaction.html, https://sqlite.org/lang_savepoint.html,
// https://dev.mysql.com/doc/refman/8.4/en/commit.html.
//
//===----------------------------------------------------------------------===//
#include "api/TransactionText.h"
#include "api/SqlTokens.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace dbtidy::api {

/// Tokens of a statement that are kept; "SET a = 1, autocommit = 0" wants several.
static constexpr size_t KeptTokens = 64;

using Words = llvm::ArrayRef<llvm::StringRef>;

static bool isOneOf(const SqlToken &Token, Words Keywords) {
  return llvm::any_of(
      Keywords, [&Token](llvm::StringRef Keyword) { return Token.isWord(Keyword); });
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

namespace {

/// The tokens of one statement, as many as are kept.
using Statement = llvm::SmallVector<SqlToken, 16>;

/// Counts what is open of BEGIN and CASE in the body of a trigger or function, so that
/// the semicolons in it end no statement.
class BodyTracker {
public:
  void add(const SqlToken &Token);
  /// The statement is a block by itself: its first BEGIN opened it.
  void addBlock();
  /// Whether a semicolon here ends the statement.
  bool isTopLevel() const { return Parentheses == 0 && Blocks == 0; }

private:
  void addWord(const SqlToken &Word);
  void addBodyWord(const SqlToken &Word);

  unsigned Parentheses = 0, Blocks = 0;
  bool Creates = false;     ///< the statement begins with CREATE or ALTER
  bool MayHaveBody = false; ///< it creates something that may have one
  bool HasBody = false;     ///< the body's first BEGIN was seen
  SqlToken Previous;        ///< End before the first one
};

} // namespace

void BodyTracker::addBlock() {
  if (!HasBody)
    ++Blocks;
  HasBody = true;
}

void BodyTracker::addBodyWord(const SqlToken &Word) {
  const bool AfterEnd = Previous.isWord("END");
  const bool Opens = Word.isWord("BEGIN") || (Word.isWord("CASE") && !AfterEnd);
  // "END IF" closes what was not counted: this takes the END back.
  const bool TakesBack =
      AfterEnd && isOneOf(Word, {"IF", "LOOP", "WHILE", "REPEAT", "FOR"});
  if (Word.isWord("END"))
    Blocks -= Blocks != 0;
  else if (Opens || TakesBack)
    ++Blocks;
}

void BodyTracker::addWord(const SqlToken &Word) {
  if (Previous.What == SqlToken::End)
    Creates = isOneOf(Word, {"CREATE", "ALTER"});
  else if (HasBody)
    addBodyWord(Word);
  else if (MayHaveBody && Word.isWord("BEGIN"))
    addBlock();
  else if (Creates)
    MayHaveBody |= isOneOf(Word, {"TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"});
}

void BodyTracker::add(const SqlToken &Token) {
  if (Token.isSymbol('('))
    ++Parentheses;
  else if (Token.isSymbol(')'))
    Parentheses -= Parentheses != 0;
  else if (Token.What == SqlToken::Word && Parentheses == 0 && !Previous.isSymbol('.'))
    addWord(Token);
  Previous = Token;
}

/// Whether the statement is BEGIN … END and not the begin of a transaction.
static bool isBlock(llvm::ArrayRef<SqlToken> Tokens) {
  if (Tokens.size() < 2 || !Tokens[0].isWord("BEGIN") || Tokens[1].What != SqlToken::Word)
    return false;
  if (Tokens[1].isWord("NOT")) // PostgreSQL: NOT DEFERRABLE; MariaDB: NOT ATOMIC
    return Tokens.size() > 2 && Tokens[2].isWord("ATOMIC");
  return !isOneOf(Tokens[1],
                  {"WORK", "TRANSACTION", "TRAN", "DEFERRED", "IMMEDIATE", "EXCLUSIVE",
                   "CONCURRENT", "ISOLATION", "READ", "DEFERRABLE"});
}

/// Reads the next statement, empty between two semicolons; false at the end of the text.
static bool nextStatement(SqlLexer &Lexer, Statement &Out) {
  BodyTracker Body;
  Out.clear();
  for (;;) {
    const SqlToken Token = Lexer.next();
    if (Token.What == SqlToken::End)
      return !Out.empty();
    if (Token.isSymbol(';') && Body.isTopLevel())
      return true;
    if (Out.size() < KeptTokens)
      Out.push_back(Token);
    if (Out.size() <= 3 && isBlock(Out))
      Body.addBlock();
    Body.add(Token);
  }
}

//===----------------------------------------------------------------------===//
// Their meaning
//===----------------------------------------------------------------------===//

namespace {

/// Reads the tokens of one statement from left to right.
struct TokenReader {
  llvm::ArrayRef<SqlToken> Rest;

  bool accept(Words Keywords) {
    return acceptIf(!Rest.empty() && isOneOf(Rest.front(), Keywords));
  }
  bool acceptSymbol(char C) {
    return acceptIf(!Rest.empty() && Rest.front().isSymbol(C));
  }
  bool nextIs(SqlToken::Kind What) const {
    return !Rest.empty() && Rest.front().What == What;
  }

private:
  bool acceptIf(bool Fits) {
    Rest = Rest.drop_front(Fits);
    return Fits;
  }
};

} // namespace

static std::string nameOf(const SqlToken &Token, llvm::StringRef Dialect) {
  switch (Token.What) {
  case SqlToken::Word:
    return Token.Text.lower();
  case SqlToken::Quoted: {
    const llvm::StringRef Name = Token.Text.trim("'\"`[]");
    return Dialect == "sqlite" || Dialect == "mysql" ? Name.lower() : Name.str();
  }
  case SqlToken::Hole:
  case SqlToken::Symbol:
  case SqlToken::End:
    return Token.Text.str();
  }
  llvm_unreachable("every kind is handled");
}

/// The name that comes next: "sp", and all of "sp_%d", as no blank parts it.
static std::string readName(llvm::ArrayRef<SqlToken> Tokens, llvm::StringRef Dialect) {
  std::string Out;
  const char *End = nullptr;
  for (const SqlToken &Token : Tokens) {
    if (End && Token.Text.begin() != End)
      break;
    Out += nameOf(Token, Dialect);
    End = Token.Text.end();
  }
  return Out;
}

/// What follows COMMIT, END, ROLLBACK and ABORT.
static TextAct readEnd(TokenReader Reader, TextAct::Kind Act, llvm::StringRef Dialect) {
  if (Reader.accept({"PREPARED"})) // of a transaction that is no session's
    return {TextAct::Other, ""};
  Reader.accept({"WORK", "TRANSACTION", "TRAN"});
  if (Act == TextAct::Rollback && Reader.accept({"TO"})) {
    Reader.accept({"SAVEPOINT"});
    return {TextAct::RollbackTo, readName(Reader.Rest, Dialect)};
  }
  if (Reader.accept({"AND"}) && Reader.accept({"CHAIN"}))
    Act = Act == TextAct::Commit ? TextAct::CommitAndChain : TextAct::RollbackAndChain;
  return {Act, ""};
}

/// One assignment of MySQL's SET, of the session's autocommit or of something else.
static TextAct::Kind readAssignment(TokenReader Reader) {
  if (Reader.acceptSymbol('@') && !Reader.acceptSymbol('@'))
    return TextAct::Other; // a variable of the user's
  Reader.accept({"SESSION", "LOCAL"});
  Reader.acceptSymbol('.');
  if (!Reader.accept({"AUTOCOMMIT"}))
    return TextAct::Other;
  Reader.acceptSymbol(':');
  if (!Reader.acceptSymbol('=') || Reader.Rest.empty())
    return TextAct::Other;
  const std::string Value = Reader.Rest.front().Text.trim("'\"").lower();
  if (Value == "0" || Value == "off" || Value == "false")
    return TextAct::Begin;
  if (Value == "1" || Value == "on" || Value == "true" || Value == "default")
    return TextAct::Commit;
  return TextAct::Other;
}

static TextAct readSet(TokenReader Reader) {
  while (!Reader.Rest.empty()) {
    const auto *const Comma = llvm::find_if(
        Reader.Rest, [](const SqlToken &Token) { return Token.isSymbol(','); });
    const size_t Length = Comma - Reader.Rest.begin();
    const TextAct::Kind Act = readAssignment({Reader.Rest.take_front(Length)});
    if (Act != TextAct::Other)
      return {Act, ""};
    Reader.Rest = Reader.Rest.drop_front(std::min(Length + 1, Reader.Rest.size()));
  }
  return {TextAct::Other, ""};
}

/// Whether a statement that begins with END is one: not "END IF" of a cut body.
static bool endsTransaction(const TokenReader &AfterEnd, llvm::StringRef Dialect) {
  if (Dialect == "mysql")
    return false;
  return !AfterEnd.nextIs(SqlToken::Word) ||
         isOneOf(AfterEnd.Rest.front(), {"WORK", "TRANSACTION", "TRAN", "AND"});
}

static TextAct actOf(const Statement &Tokens, llvm::StringRef Dialect) {
  TokenReader Reader{Tokens};
  if (Reader.accept({"BEGIN"}))
    return {isBlock(Tokens) ? TextAct::Other : TextAct::Begin, ""};
  if (Reader.accept({"START"}))
    return {Reader.accept({"TRANSACTION"}) ? TextAct::Begin : TextAct::Other, ""};
  if (Reader.accept({"COMMIT"}))
    return readEnd(Reader, TextAct::Commit, Dialect);
  if (Reader.accept({"END"}) && endsTransaction(Reader, Dialect))
    return readEnd(Reader, TextAct::Commit, Dialect);
  if (Reader.accept({"ROLLBACK"}))
    return readEnd(Reader, TextAct::Rollback, Dialect);
  if (Dialect == "postgresql" && Reader.accept({"ABORT"}))
    return readEnd(Reader, TextAct::Rollback, Dialect);
  if (Reader.accept({"SAVEPOINT"}))
    return {TextAct::Savepoint, readName(Reader.Rest, Dialect)};
  if (Reader.accept({"RELEASE"})) {
    Reader.accept({"SAVEPOINT"});
    return {TextAct::ReleaseSavepoint, readName(Reader.Rest, Dialect)};
  }
  // "PREPARE transaction FROM …" and "PREPARE transaction AS …" name a statement so.
  if (Reader.accept({"PREPARE"}) && Reader.accept({"TRANSACTION"}) &&
      !Reader.nextIs(SqlToken::Word))
    return {TextAct::PrepareTransaction, ""};
  if (Dialect == "mysql" && Reader.accept({"SET"}))
    return readSet(Reader);
  return {TextAct::Other, ""};
}

std::vector<TextAct> transactionActs(llvm::StringRef Sql, llvm::StringRef Dialect) {
  std::vector<TextAct> Acts;
  SqlLexer Lexer(Sql, Dialect);
  for (Statement Tokens; nextStatement(Lexer, Tokens);)
    if (!Tokens.empty())
      Acts.push_back(actOf(Tokens, Dialect));
  return Acts;
}

bool savepointBegins(llvm::StringRef Dialect) { return Dialect == "sqlite"; }

} // namespace dbtidy::api
