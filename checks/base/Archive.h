//===- Archive.h - Plain data as bytes and back -----------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One description of a type's fields serves both ways: a template over the archive names
// the fields in order, the writer stores them, the reader fills them in. Equal data gives
// equal bytes.
//
//   file      the number of texts, the texts, the body
//   number    7 bits a byte, the low ones first; zigzag() of a signed one
//   text      its place among the texts, which stand in the order of first use
//
// The bytes carry neither kind, version nor checksum: who stores them adds those. The
// first error empties the reader's input: numbers are 0 from then on, so that a walk over
// damaged bytes ends soon.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_BASE_ARCHIVE_H
#define DBTIDY_BASE_ARCHIVE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace dbtidy {

/// Signed numbers near zero as small unsigned ones.
inline uint64_t zigzag(int64_t Number) {
  return (static_cast<uint64_t>(Number) << 1) ^ static_cast<uint64_t>(Number >> 63);
}
inline int64_t unzigzag(uint64_t Number) {
  return static_cast<int64_t>((Number >> 1) ^ (0 - (Number & 1)));
}

/// Appends Number to Out.
void appendNumber(std::string &Out, uint64_t Number);
/// Takes a number off Bytes; none if they are too short or it is too long.
std::optional<uint64_t> takeNumber(llvm::StringRef &Bytes);

class ArchiveWriter {
public:
  static constexpr bool Reads = false;

  template <typename T> void number(const T &Value) {
    if constexpr (std::is_signed_v<T>)
      appendNumber(Body, zigzag(Value));
    else
      appendNumber(Body, static_cast<uint64_t>(Value));
  }
  void text(llvm::StringRef Text);
  /// Bytes that are not shared with others: long ones, compressed ones.
  void blob(llvm::StringRef Bytes);
  /// Everything written. The writer is empty after it.
  std::string take();

private:
  std::string Body;
  std::vector<llvm::StringRef> Texts; ///< the keys of Ids
  llvm::StringMap<uint32_t> Ids;
};

class ArchiveReader {
public:
  static constexpr bool Reads = true;

  /// Bytes must outlive the reader.
  explicit ArchiveReader(llvm::StringRef Bytes);

  template <typename T> void number(T &Value) {
    const uint64_t Raw = take();
    if constexpr (std::is_signed_v<T>) {
      const int64_t Signed = unzigzag(Raw);
      Value = static_cast<T>(Signed);
      if (static_cast<int64_t>(Value) != Signed)
        fail();
    } else {
      Value = static_cast<T>(Raw);
      if (static_cast<uint64_t>(Value) != Raw)
        fail();
    }
  }
  llvm::StringRef text();
  void text(std::string &Out) { Out = text().str(); }
  llvm::StringRef blob();
  /// The number of elements of a list, each of which takes a byte at least.
  size_t count();
  void fail();
  bool failed() const { return Failed; }
  bool atEnd() const { return Rest.empty(); }

private:
  uint64_t take();

  llvm::StringRef Rest;
  std::vector<llvm::StringRef> Texts;
  bool Failed = false;
};

/// An enumeration whose last enumerator is Last: another number is damage.
template <typename Archive, typename Enum>
void archiveEnum(Archive &A, Enum &Value, Enum Last) {
  auto Number = static_cast<unsigned>(Value);
  A.number(Number);
  if constexpr (Archive::Reads) {
    if (Number > static_cast<unsigned>(Last))
      A.fail();
    else
      Value = static_cast<Enum>(Number);
  }
}

/// The elements of a list of any kind, by Each(element).
template <typename Archive, typename List, typename Function>
void archiveList(Archive &A, List &Values, Function Each) {
  if constexpr (Archive::Reads) {
    Values.clear();
    for (size_t Left = A.count(); Left != 0 && !A.failed(); --Left)
      Each(Values.emplace_back());
  } else {
    A.number(Values.size());
    for (auto &Value : Values)
      Each(Value);
  }
}

/// A value that may be missing, by Each(value).
template <typename Archive, typename T, typename Function>
void archiveOptional(Archive &A, std::optional<T> &Value, Function Each) {
  bool There = Value.has_value();
  A.number(There);
  if constexpr (Archive::Reads)
    if (There)
      Value.emplace();
  if (There)
    Each(*Value);
}

} // namespace dbtidy

#endif // DBTIDY_BASE_ARCHIVE_H
