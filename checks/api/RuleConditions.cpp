//===- RuleConditions.cpp - Places and conditions as text -----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleConditions.h"
#include "api/RuleMessages.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <array>
#include <limits>

namespace dbtidy::api {

static constexpr unsigned MostDerefs = 4;
static constexpr unsigned MostArguments = 64;
static constexpr int64_t Lowest = std::numeric_limits<int64_t>::min();
static constexpr int64_t Highest = std::numeric_limits<int64_t>::max();

static bool isIdentifierChar(char C) { return llvm::isAlnum(C) || C == '_'; }

static bool isIdentifier(llvm::StringRef Text) {
  return !Text.empty() && !llvm::isDigit(Text.front()) &&
         llvm::all_of(Text, isIdentifierChar);
}

bool isQualifiedName(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Text.split(Parts, "::");
  return llvm::all_of(Parts, isIdentifier);
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

static llvm::Error setArgument(llvm::StringRef Digits, Where &Out) {
  unsigned Number = 0;
  if (Digits.getAsInteger(10, Number) || Number > MostArguments)
    return llvm::createStringError("argument " + inQuotes(Digits) +
                                   " is out of range; write 1 to 64");
  if (Digits.front() == '0')
    return llvm::createStringError("argument " + inQuotes(Digits) +
                                   " does not exist; arguments count from 1");
  Out.From = Where::Root::Argument;
  Out.Argument = Number - 1;
  return llvm::Error::success();
}

static llvm::Error setRoot(llvm::StringRef Root, llvm::StringRef Whole, Where &Out) {
  if (!Root.empty() && llvm::all_of(Root, llvm::isDigit))
    return setArgument(Root, Out);
  if (Root == "return" || Root == "this") {
    Out.From = Root == "this" ? Where::Root::Receiver : Where::Root::Return;
    return llvm::Error::success();
  }
  return llvm::createStringError(
      inQuotes(Whole) + " is not a place; " +
      nearest(Root, {"return", "this"},
              "write return, this or an argument's number, as in 1, *2 or *1.field"));
}

llvm::Expected<Where> parsePlace(llvm::StringRef Text) {
  Where Out;
  const llvm::StringRef Path = Text.ltrim('*');
  const size_t Derefs = Text.size() - Path.size();
  if (Derefs > MostDerefs)
    return llvm::createStringError(inQuotes(Text) + " dereferences " +
                                   llvm::Twine(Derefs) + " times; write at most 4 '*'");
  Out.Derefs = static_cast<unsigned>(Derefs);
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Path.split(Parts, '.');
  if (llvm::Error Fault = setRoot(Parts.front(), Text, Out))
    return Fault;
  for (const llvm::StringRef Field : llvm::drop_begin(Parts)) {
    if (!isIdentifier(Field))
      return llvm::createStringError(inQuotes(Text) + " has the bad field name " +
                                     inQuotes(Field) + "; write an identifier after '.'");
    Out.Fields.push_back(Field.str());
  }
  return Out;
}

//===----------------------------------------------------------------------===//
// Sets of values
//===----------------------------------------------------------------------===//

/// The single values as disjoint ranges in order.
static ValueSet unionOf(std::vector<int64_t> Values) {
  llvm::sort(Values);
  Values.erase(llvm::unique(Values), Values.end());
  ValueSet Out;
  for (const int64_t Value : Values) {
    // Value - 1 does not overflow: there is a smaller value already.
    if (!Out.Ranges.empty() && Out.Ranges.back().second == Value - 1)
      Out.Ranges.back().second = Value;
    else
      Out.Ranges.emplace_back(Value, Value);
  }
  return Out;
}

/// All integers that are not in Set, whose ranges are disjoint and in order.
static ValueSet complementOf(const ValueSet &Set) {
  ValueSet Out;
  int64_t Next = Lowest;
  for (const auto &[Low, High] : Set.Ranges) {
    if (Low > Next)
      Out.Ranges.emplace_back(Next, Low - 1);
    if (High == Highest)
      return Out;
    Next = High + 1;
  }
  Out.Ranges.emplace_back(Next, Highest);
  return Out;
}

static ValueSet below(int64_t Value) {
  ValueSet Out;
  if (Value != Lowest)
    Out.Ranges.emplace_back(Lowest, Value - 1);
  return Out;
}

static ValueSet upTo(int64_t Value) {
  ValueSet Out;
  Out.Ranges.emplace_back(Lowest, Value);
  return Out;
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

namespace {

enum class Comparison { Eq, Ne, Lt, Le, Gt, Ge, In, NotIn };

/// Reads one condition from left to right.
class ConditionParser {
public:
  ConditionParser(llvm::StringRef Text, const llvm::StringMap<int64_t> &Constants)
      : Text(Text), Rest(Text), Constants(Constants) {}

  llvm::Expected<Condition> run();

private:
  llvm::Error subject(Condition &Out);
  llvm::Expected<Comparison> comparison();
  llvm::Expected<std::vector<int64_t>> values(bool Several);
  llvm::Expected<int64_t> value();
  llvm::Expected<int64_t> constant(llvm::StringRef Name) const;
  llvm::Error end() const;
  llvm::Error fault(const llvm::Twine &Reason, const llvm::Twine &Remedy) const {
    return llvm::createStringError(Reason + " in " + inQuotes(Text) + "; " + Remedy);
  }
  void skipBlanks() { Rest = Rest.ltrim(' '); }
  bool consume(llvm::StringRef Word);
  llvm::StringRef takeOperand();

  llvm::StringRef Text, Rest;
  const llvm::StringMap<int64_t> &Constants;
};

} // namespace

/// Takes a punctuator, or a word that ends there.
bool ConditionParser::consume(llvm::StringRef Word) {
  skipBlanks();
  if (!Rest.starts_with(Word))
    return false;
  const llvm::StringRef After = Rest.drop_front(Word.size());
  if (isIdentifierChar(Word.back()) && !After.empty() && isIdentifierChar(After.front()))
    return false;
  Rest = After;
  return true;
}

/// Takes a place, a name or a number: whatever has neither blanks nor punctuators.
llvm::StringRef ConditionParser::takeOperand() {
  skipBlanks();
  const llvm::StringRef Operand = Rest.take_while([](char C) {
    return isIdentifierChar(C) || C == '.' || C == '*' || C == ':' || C == '-';
  });
  Rest = Rest.drop_front(Operand.size());
  return Operand;
}

llvm::Error ConditionParser::subject(Condition &Out) {
  llvm::StringRef Place = takeOperand();
  if (consume("(")) {
    if (!isQualifiedName(Place))
      return fault("bad accessor " + inQuotes(Place),
                   "write a function's name before '('");
    Out.Via = Place.str();
    Place = takeOperand();
    if (!consume(")"))
      return fault("no ')' after " + inQuotes(Place), "an accessor takes one place");
  }
  llvm::Expected<Where> Parsed = parsePlace(Place);
  if (!Parsed)
    return Parsed.takeError();
  Out.Subject = std::move(*Parsed);
  return llvm::Error::success();
}

llvm::Expected<Comparison> ConditionParser::comparison() {
  // Longer spellings before their prefixes.
  static constexpr auto Spellings =
      std::to_array<std::pair<llvm::StringLiteral, Comparison>>({{"==", Comparison::Eq},
                                                                 {"!=", Comparison::Ne},
                                                                 {"<=", Comparison::Le},
                                                                 {">=", Comparison::Ge},
                                                                 {"<", Comparison::Lt},
                                                                 {">", Comparison::Gt},
                                                                 {"in", Comparison::In}});
  for (const auto &[Spelling, Kind] : Spellings)
    if (consume(Spelling))
      return Kind;
  if (consume("not") && consume("in"))
    return Comparison::NotIn;
  if (Rest.starts_with("="))
    return fault("'=' is not a comparison", "write '=='");
  return fault("no comparison", "write ==, !=, <, <=, >, >=, in or not in");
}

llvm::Expected<int64_t> ConditionParser::constant(llvm::StringRef Name) const {
  const auto Found = Constants.find(Name);
  if (Found != Constants.end())
    return Found->second;
  if (Name == "NULL" || Name == "null" || Name == "nullptr" || Name == "false")
    return fault(inQuotes(Name) + " is not an integer", "write 0");
  if (Name == "true")
    return fault("'true' is not an integer", "write != 0 or == 1");
  const std::vector<llvm::StringRef> Known(Constants.keys().begin(),
                                           Constants.keys().end());
  return fault("unknown constant " + inQuotes(Name),
               nearest(Name, Known, "add it to 'constants'"));
}

llvm::Expected<int64_t> ConditionParser::value() {
  const llvm::StringRef Word = takeOperand();
  if (isQualifiedName(Word))
    return constant(Word);
  int64_t Number = 0;
  if (!Word.getAsInteger(0, Number))
    return Number;
  const llvm::StringRef Digits = Word.starts_with("-") ? Word.drop_front() : Word;
  if (!Digits.empty() && llvm::all_of(Digits, llvm::isDigit))
    return fault(inQuotes(Word) + " does not fit into 64 bits", "write a smaller number");
  return fault(Word.empty() ? "no value" : "bad value " + inQuotes(Word),
               "write an integer or the name of a constant");
}

llvm::Expected<std::vector<int64_t>> ConditionParser::values(bool Several) {
  std::vector<int64_t> Out;
  do {
    llvm::Expected<int64_t> Value = value();
    if (!Value)
      return Value.takeError();
    Out.push_back(*Value);
  } while (Several && consume(","));
  return Out;
}

llvm::Error ConditionParser::end() const {
  const llvm::StringRef Surplus = Rest.ltrim(' ');
  if (Surplus.empty())
    return llvm::Error::success();
  return fault("unexpected " + inQuotes(Surplus), "a condition is one comparison");
}

static ValueSet valuesOf(Comparison Kind, const std::vector<int64_t> &Values) {
  switch (Kind) {
  case Comparison::Eq:
  case Comparison::In:
    return unionOf(Values);
  case Comparison::Ne:
  case Comparison::NotIn:
    return complementOf(unionOf(Values));
  case Comparison::Lt:
    return below(Values.front());
  case Comparison::Le:
    return upTo(Values.front());
  case Comparison::Gt:
    return complementOf(upTo(Values.front()));
  case Comparison::Ge:
    return complementOf(below(Values.front()));
  }
  llvm_unreachable("every comparison is handled");
}

llvm::Expected<Condition> ConditionParser::run() {
  Condition Out;
  Out.Text = Text.str();
  if (llvm::Error Fault = subject(Out))
    return Fault;
  llvm::Expected<Comparison> Kind = comparison();
  if (!Kind)
    return Kind.takeError();
  llvm::Expected<std::vector<int64_t>> Values =
      values(*Kind == Comparison::In || *Kind == Comparison::NotIn);
  if (!Values)
    return Values.takeError();
  if (llvm::Error Fault = end())
    return Fault;
  Out.Values = valuesOf(*Kind, *Values);
  if (Out.Values.Ranges.empty())
    return llvm::createStringError(inQuotes(Text) + " never holds; remove the entry");
  return Out;
}

llvm::Expected<Condition> parseCondition(llvm::StringRef Text,
                                         const llvm::StringMap<int64_t> &Constants) {
  return ConditionParser(Text, Constants).run();
}

} // namespace dbtidy::api
