//===- StableName.cpp - Names that survive reruns and machines ------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "base/StableName.h"

#include <cstdint>

namespace dbtidy {

static uint64_t fnv1a(std::string_view Text, uint64_t Hash) {
  for (const unsigned char C : Text)
    Hash = (Hash ^ C) * 0x100000001b3ULL;
  return Hash;
}

std::string stableName(std::string_view Text) {
  const uint64_t First = fnv1a(Text, 0xcbf29ce484222325ULL);
  // The second half starts from the first, so that the halves are not equal.
  const uint64_t Second = fnv1a(Text, First ^ 0x9e3779b97f4a7c15ULL);
  static constexpr char Digits[] = "0123456789abcdef";
  std::string Out;
  for (const uint64_t Half : {First, Second})
    for (int Shift = 60; Shift >= 0; Shift -= 4)
      Out += Digits[(Half >> Shift) & 15];
  return Out;
}

} // namespace dbtidy
