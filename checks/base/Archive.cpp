//===- Archive.cpp - Plain data as bytes and back -------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "base/Archive.h"

#include <algorithm>

namespace dbtidy {

void appendNumber(std::string &Out, uint64_t Number) {
  for (; Number >= 0x80; Number >>= 7)
    Out += static_cast<char>(Number | 0x80);
  Out += static_cast<char>(Number);
}

std::optional<uint64_t> takeNumber(llvm::StringRef &Bytes) {
  uint64_t Out = 0;
  for (unsigned Shift = 0; Shift < 64 && !Bytes.empty(); Shift += 7) {
    const uint64_t Byte = static_cast<unsigned char>(Bytes.front());
    const uint64_t Bits = Byte & 0x7f;
    if (Shift == 63 && Bits > 1)
      return std::nullopt;
    Bytes = Bytes.drop_front();
    Out |= Bits << Shift;
    if (Byte == Bits)
      return Out;
  }
  return std::nullopt;
}

//===--- Writing ----------------------------------------------------------------===//

void ArchiveWriter::text(llvm::StringRef Text) {
  const auto [Known, New] = Ids.try_emplace(Text, static_cast<uint32_t>(Texts.size()));
  if (New)
    Texts.push_back(Known->first());
  appendNumber(Body, Known->second);
}

void ArchiveWriter::blob(llvm::StringRef Bytes) {
  appendNumber(Body, Bytes.size());
  Body += Bytes;
}

std::string ArchiveWriter::take() {
  std::string Out;
  appendNumber(Out, Texts.size());
  for (const llvm::StringRef Text : Texts) {
    appendNumber(Out, Text.size());
    Out += Text;
  }
  Out += Body;
  Body.clear();
  Texts.clear();
  Ids.clear();
  return Out;
}

//===--- Reading ----------------------------------------------------------------===//

ArchiveReader::ArchiveReader(llvm::StringRef Bytes) : Rest(Bytes) {
  static constexpr size_t Usual = 4096; // a wrong count costs little memory
  size_t Left = count();
  for (Texts.reserve(std::min(Left, Usual)); Left != 0 && !Failed; --Left)
    Texts.push_back(blob());
}

void ArchiveReader::fail() {
  Failed = true;
  Rest = "";
}

uint64_t ArchiveReader::take() {
  if (const std::optional<uint64_t> Number = takeNumber(Rest))
    return *Number;
  fail();
  return 0;
}

size_t ArchiveReader::count() {
  const uint64_t Out = take();
  if (Out <= Rest.size())
    return Out;
  fail();
  return 0;
}

llvm::StringRef ArchiveReader::blob() {
  const size_t Length = count();
  const llvm::StringRef Out = Rest.take_front(Length);
  Rest = Rest.drop_front(Length);
  return Out;
}

llvm::StringRef ArchiveReader::text() {
  const uint64_t Number = take();
  if (Number < Texts.size())
    return Texts[Number];
  fail();
  return "";
}

} // namespace dbtidy
