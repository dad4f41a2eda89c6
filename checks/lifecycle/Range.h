//===- Range.h - Sets of integer values -------------------------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a path has learned of a value: null or not, a status code, a flag.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_RANGE_H
#define DBTIDY_LIFECYCLE_RANGE_H

#include "api/Catalogue.h"

#include "llvm/ADT/SmallVector.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dbtidy::lifecycle {

/// A set of 64-bit integers as sorted, disjoint, closed intervals. Pointers are integers
/// too: null is 0. The lattice is that of sets under inclusion; unite() may lose
/// precision once a set needs more than MaxIntervals, by closing the narrowest gaps, so
/// that its height stays bounded.
class Range {
public:
  static constexpr unsigned MaxIntervals = 12;
  static constexpr int64_t Min = std::numeric_limits<int64_t>::min();
  static constexpr int64_t Max = std::numeric_limits<int64_t>::max();

  Range() : Range(Min, Max) {} ///< every value
  Range(int64_t Low, int64_t High) { Intervals.push_back({Low, High}); }
  explicit Range(const api::ValueSet &Values);
  static Range of(int64_t Value) { return {Value, Value}; }
  static Range nonZero() { return of(0).complement(); }
  static Range none();

  bool isEmpty() const { return Intervals.empty(); }
  bool isFull() const {
    return Intervals.size() == 1 && Intervals[0].first == Min &&
           Intervals[0].second == Max;
  }
  std::optional<int64_t> single() const;
  bool contains(int64_t Value) const;
  bool includes(const Range &Other) const; ///< every value of Other is in this set
  Range intersect(const Range &Other) const;
  Range unite(const Range &Other) const;
  Range complement() const;
  /// This set, grown from Before: a bound that moved is taken to move on for ever.
  Range widened(const Range &Before) const;
  Range shifted(int64_t By) const; ///< every value plus By; what overflows is dropped
  int64_t low() const { return Intervals.front().first; }
  int64_t high() const { return Intervals.back().second; }
  Range masked(int64_t Bits) const; ///< every value & Bits, where the values are few
  std::string text() const;         ///< "{0, 5..9, 12..}"
  /// What it consists of, in order.
  std::vector<std::pair<int64_t, int64_t>> intervals() const {
    return {Intervals.begin(), Intervals.end()};
  }
  bool operator==(const Range &Other) const { return Intervals == Other.Intervals; }

private:
  Range merged(const Range &Other) const;

  llvm::SmallVector<std::pair<int64_t, int64_t>, 2> Intervals;
};

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_RANGE_H
