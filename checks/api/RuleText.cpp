//===- RuleText.cpp - From the text of a rule file to JSON ----------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "api/RuleText.h"
#include "api/RuleMessages.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <algorithm>

namespace dbtidy::api {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

static constexpr size_t LargestFile = 8U << 20;
static constexpr size_t DeepestNesting = 64;

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

static llvm::Error unreadable(llvm::StringRef Path, std::error_code Code) {
  return llvm::createStringError(Code, Path + ": cannot be read: " + Code.message() +
                                           "; check the path and its permissions");
}

static llvm::Error tooLarge(llvm::StringRef Path) {
  return llvm::createStringError(Path + ": is larger than 8 MiB; split it into several "
                                        "libraries");
}

/// The rule file that an entry of a rule directory stands for, or nothing.
static std::string ruleFileOf(llvm::StringRef Entry) {
  if (fs::is_directory(Entry)) {
    llvm::SmallString<128> Inner(Entry);
    path::append(Inner, "api.json");
    return fs::exists(Inner) ? Inner.str().str() : "";
  }
  if (path::extension(Entry) != ".json" || path::filename(Entry) == "schema.json")
    return "";
  return Entry.str();
}

llvm::Expected<std::vector<std::string>> ruleFilesIn(llvm::StringRef Directory) {
  std::vector<std::string> Entries;
  std::error_code Code;
  for (fs::directory_iterator It(Directory, Code), End; !Code && It != End;
       It.increment(Code))
    Entries.push_back(It->path());
  if (Code)
    return unreadable(Directory, Code);
  llvm::sort(Entries);
  std::vector<std::string> Files;
  for (const std::string &Entry : Entries)
    if (std::string File = ruleFileOf(Entry); !File.empty())
      Files.push_back(std::move(File));
  if (Files.empty())
    return llvm::createStringError(
        Directory + ": holds no rule file; expected *.json or */api.json in it");
  return Files;
}

llvm::Expected<std::string> readRuleFile(llvm::StringRef Path) {
  fs::file_status Status;
  if (const std::error_code Code = fs::status(Path, Status))
    return unreadable(Path, Code);
  if (!fs::is_regular_file(Status))
    return llvm::createStringError(Path + ": is not a regular file; name a rule file");
  if (Status.getSize() > LargestFile)
    return tooLarge(Path);
  // Volatile: read into memory, not mapped, as an editor may cut the file meanwhile.
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> Buffer = llvm::MemoryBuffer::getFile(
      Path, /*IsText=*/false, /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!Buffer)
    return unreadable(Path, Buffer.getError());
  return (*Buffer)->getBuffer().str();
}

//===----------------------------------------------------------------------===//
// JSON
//===----------------------------------------------------------------------===//

/// "PATH:line:column: REASON" for the byte at Offset; columns count bytes.
static llvm::Error faultInText(llvm::StringRef Path, llvm::StringRef Text, size_t Offset,
                               const llvm::Twine &Reason) {
  const llvm::StringRef Before = Text.take_front(Offset);
  const size_t Line = Before.count('\n') + 1;
  const size_t Column = Before.size() - (Before.rfind('\n') + 1) + 1;
  return llvm::createStringError(Path + ":" + llvm::Twine(Line) + ":" +
                                 llvm::Twine(Column) + ": " + Reason);
}

namespace {

/// Builds the tree as the parser calls. The parser itself does not recurse, so refusing
/// depth here is early enough; it stops where a function returns false.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
  TreeBuilder(llvm::StringRef Text, llvm::StringRef Path) : Text(Text), Path(Path) {}

  llvm::Expected<nlohmann::json> take(bool Parsed) {
    if (Fault)
      return std::move(Fault);
    assert(Parsed && "the parser stopped without a reason");
    (void)Parsed;
    return std::move(Root);
  }

  bool null() override { return add(nullptr); }
  bool boolean(bool Value) override { return add(Value); }
  bool number_integer(number_integer_t Value) override { return add(Value); }
  bool number_unsigned(number_unsigned_t Value) override { return add(Value); }
  bool number_float(number_float_t Value, const string_t &Digits) override;
  bool string(string_t &Value) override;
  bool binary(binary_t &) override { llvm_unreachable("JSON text holds no binary data"); }
  bool start_object(std::size_t) override { return open(nlohmann::json::object()); }
  bool key(string_t &Name) override;
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(nlohmann::json::array()); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t Position, const std::string &Token,
                   const nlohmann::json::exception &Why) override;

private:
  /// An array or object whose end has not come yet.
  struct Level {
    nlohmann::json *Container;
    std::string Key;                ///< of an object: the last key read
    nlohmann::json *Slot = nullptr; ///< of an object: that key's value
  };

  nlohmann::json *place(nlohmann::json Value);
  bool add(nlohmann::json Value) {
    place(std::move(Value));
    return true;
  }
  bool open(nlohmann::json Container);
  bool close() {
    Levels.pop_back();
    return true;
  }
  bool refuse(llvm::StringRef Pointer, const llvm::Twine &Reason);
  std::string pointer() const;
  std::string describe(size_t Offset, llvm::StringRef Reason) const;
  size_t offsetOf(size_t Position, llvm::StringRef Token, llvm::StringRef Reason) const;

  llvm::StringRef Text, Path;
  nlohmann::json Root;
  std::vector<Level> Levels;
  llvm::Error Fault = llvm::Error::success();
};

} // namespace

/// Where the value that is read now will stand. Of an outer array, the last element is
/// the one that is being read; of the innermost, it is yet to come.
std::string TreeBuilder::pointer() const {
  std::string Out;
  for (const Level &L : Levels) {
    const bool Innermost = &L == &Levels.back();
    Out = pointerTo(Out, L.Container->is_object()
                             ? L.Key
                             : std::to_string(L.Container->size() - !Innermost));
  }
  return Out;
}

bool TreeBuilder::refuse(llvm::StringRef Pointer, const llvm::Twine &Reason) {
  llvm::consumeError(std::move(Fault));
  Fault = faultAt(Path, Pointer, Reason);
  return false;
}

nlohmann::json *TreeBuilder::place(nlohmann::json Value) {
  if (Levels.empty()) {
    Root = std::move(Value);
    return &Root;
  }
  const Level &Inner = Levels.back();
  if (Inner.Container->is_array()) {
    Inner.Container->push_back(std::move(Value));
    return &Inner.Container->back();
  }
  *Inner.Slot = std::move(Value);
  return Inner.Slot;
}

bool TreeBuilder::open(nlohmann::json Container) {
  if (Levels.size() == DeepestNesting)
    return refuse(pointer(), "nested deeper than 64 levels; no rule needs that");
  nlohmann::json *Placed = place(std::move(Container));
  Levels.push_back({Placed, {}, nullptr});
  return true;
}

static bool hasControlCharacter(llvm::StringRef Text) {
  return llvm::any_of(Text, [](unsigned char C) { return C < 0x20 || C == 0x7f; });
}

/// An integer that is too large for 64 bits comes here as well.
bool TreeBuilder::number_float(number_float_t Value, const string_t &Digits) {
  if (llvm::StringRef(Digits).find_first_of(".eE") == llvm::StringRef::npos)
    return refuse(pointer(),
                  "the number does not fit into 64 bits; write a smaller number");
  return add(Value);
}

bool TreeBuilder::string(string_t &Value) {
  if (hasControlCharacter(Value))
    return refuse(pointer(), "the string holds a control character; remove it");
  return add(std::move(Value));
}

bool TreeBuilder::key(string_t &Name) {
  Level &Inner = Levels.back();
  Inner.Key = Name;
  if (hasControlCharacter(Name))
    return refuse(pointer(), "the key holds a control character; remove it");
  const auto [Slot, New] = Inner.Container->emplace(Name, nullptr);
  if (!New)
    return refuse(pointer(), "the key stands twice in this object; keep one");
  Inner.Slot = &*Slot;
  return true;
}

/// The parser's words for what is wrong: "invalid literal" of "[json.exception…] parse
/// error at line 1, column 2: syntax error while parsing value - invalid literal; last
/// read: 'x'; expected …". What it read last is left out: the file's own bytes, and maybe
/// all of them.
static llvm::StringRef reasonIn(llvm::StringRef Why) {
  return Why.split(" - ").second.split("; last read: ").first;
}

/// Strings, numbers and words are shown at their begin, everything else at the byte that
/// the parser read last.
size_t TreeBuilder::offsetOf(size_t Position, llvm::StringRef Token,
                             llvm::StringRef Reason) const {
  // The parser's token is whole only for strings and numbers.
  const bool WholeToken = Reason.empty() ||
                          Reason.starts_with("unexpected string literal") ||
                          Reason.starts_with("unexpected number literal");
  if (WholeToken && Text.take_front(Position).ends_with(Token))
    return Position - Token.size();
  // The end of the text counts as a byte, too.
  size_t Offset = std::min(Position == 0 ? 0 : Position - 1, Text.size());
  const bool Word = Reason.starts_with("invalid literal") ||
                    Reason.starts_with("unexpected true literal") ||
                    Reason.starts_with("unexpected false literal") ||
                    Reason.starts_with("unexpected null literal");
  if (Word)
    while (Offset != 0 && llvm::isAlpha(Text[Offset - 1]))
      --Offset;
  return Offset;
}

std::string TreeBuilder::describe(size_t Offset, llvm::StringRef Reason) const {
  if (Reason.empty()) // not of the grammar: a number that no type holds
    return "the number is too large; write a smaller one";
  const llvm::StringRef Here = Text.drop_front(Offset);
  if (Here.starts_with("/"))
    return "not JSON: a comment; remove it";
  if ((Here.starts_with("}") || Here.starts_with("]")) &&
      Text.take_front(Offset).rtrim().ends_with(","))
    return "not JSON: a comma before the closing bracket; remove the comma";
  return ("not JSON: " + Reason).str();
}

bool TreeBuilder::parse_error(std::size_t Position, const std::string &Token,
                              const nlohmann::json::exception &Why) {
  const llvm::StringRef Reason = reasonIn(Why.what());
  const size_t Offset = offsetOf(Position, Token, Reason);
  llvm::consumeError(std::move(Fault));
  Fault = faultInText(Path, Text, Offset, describe(Offset, Reason));
  return false;
}

llvm::Expected<nlohmann::json> parseRuleText(llvm::StringRef Text, llvm::StringRef Path) {
  if (Text.size() > LargestFile)
    return tooLarge(Path);
  // The parser takes a NUL byte for the end of the text.
  const size_t Nul = Text.find('\0');
  if (Nul != llvm::StringRef::npos)
    return faultInText(Path, Text, Nul, "not JSON: a NUL byte");
  TreeBuilder Builder(Text, Path);
  const bool Parsed = nlohmann::json::sax_parse(Text.begin(), Text.end(), &Builder);
  return Builder.take(Parsed);
}

} // namespace dbtidy::api
