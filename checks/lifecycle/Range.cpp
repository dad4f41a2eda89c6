//===- Range.cpp - Sets of integer values ---------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lifecycle/Range.h"

#include "llvm/ADT/STLExtras.h"

namespace dbtidy::lifecycle {

Range Range::none() {
  Range R;
  R.Intervals.clear();
  return R;
}

Range::Range(const api::ValueSet &Values) {
  for (const auto &Pair : Values.Ranges)
    Intervals.push_back(Pair);
  llvm::sort(Intervals);
  *this = merged(*this);
}

std::optional<int64_t> Range::single() const {
  if (Intervals.size() == 1 && Intervals[0].first == Intervals[0].second)
    return Intervals[0].first;
  return std::nullopt;
}

bool Range::contains(int64_t Value) const {
  return llvm::any_of(
      Intervals, [&](const auto &I) { return I.first <= Value && Value <= I.second; });
}

bool Range::includes(const Range &Other) const {
  return isFull() || intersect(Other) == Other;
}

Range Range::intersect(const Range &Other) const {
  if (isFull())
    return Other;
  if (Other.isFull())
    return *this;
  Range Out = none();
  for (const auto &[L1, H1] : Intervals)
    for (const auto &[L2, H2] : Other.Intervals)
      if (std::max(L1, L2) <= std::min(H1, H2))
        Out.Intervals.push_back({std::max(L1, L2), std::min(H1, H2)});
  return Out; // both inputs are sorted and disjoint, so is this
}

Range Range::unite(const Range &Other) const {
  if (*this == Other || isFull())
    return *this;
  if (Other.isFull())
    return Other;
  return merged(Other);
}

/// Both sets' intervals in one list, joined where they touch.
Range Range::merged(const Range &Other) const {
  Range Out = none();
  llvm::SmallVector<std::pair<int64_t, int64_t>, 8> All(Intervals.begin(),
                                                        Intervals.end());
  All.append(Other.Intervals.begin(), Other.Intervals.end());
  llvm::sort(All);
  for (const auto &[Low, High] : All) {
    if (!Out.Intervals.empty() &&
        (Out.Intervals.back().second == Max || Low <= Out.Intervals.back().second + 1))
      Out.Intervals.back().second = std::max(Out.Intervals.back().second, High);
    else
      Out.Intervals.push_back({Low, High});
  }
  while (Out.Intervals.size() > MaxIntervals) {
    size_t Narrowest = 1;
    const auto Gap = [&](size_t I) {
      return static_cast<uint64_t>(Out.Intervals[I].first) -
             static_cast<uint64_t>(Out.Intervals[I - 1].second);
    };
    for (size_t I = 2; I != Out.Intervals.size(); ++I)
      if (Gap(I) < Gap(Narrowest))
        Narrowest = I;
    Out.Intervals[Narrowest - 1].second = Out.Intervals[Narrowest].second;
    Out.Intervals.erase(Out.Intervals.begin() + static_cast<ptrdiff_t>(Narrowest));
  }
  return Out;
}

Range Range::complement() const {
  Range Out = none();
  int64_t Next = Min;
  bool Open = true;
  for (const auto &[Low, High] : Intervals) {
    if (Low > Next)
      Out.Intervals.push_back({Next, Low - 1});
    Open = High != Max;
    Next = Open ? High + 1 : Max;
  }
  if (Open)
    Out.Intervals.push_back({Next, Max});
  return Out;
}

Range Range::widened(const Range &Before) const {
  if (isEmpty() || Before.isEmpty())
    return {};
  // A gap that grows smaller is given up as a whole: there are few, so this ends.
  Range Out;
  for (const auto &[Low, High] : Before.complement().Intervals)
    if (const Range Gap(Low, High); intersect(Gap).isEmpty())
      Out = Out.intersect(Gap.complement());
  return Out;
}

Range Range::shifted(int64_t By) const {
  Range Out = none();
  for (const auto &[Low, High] : Intervals) {
    int64_t L = 0, H = 0;
    if (Low == Min)
      L = Min;
    else if (__builtin_add_overflow(Low, By, &L))
      L = By > 0 ? Max : Min;
    if (High == Max)
      H = Max;
    else if (__builtin_add_overflow(High, By, &H))
      H = By > 0 ? Max : Min;
    Out.Intervals.push_back({L, H});
  }
  return Out.merged(Out);
}

Range Range::masked(int64_t Bits) const {
  Range Out = none();
  uint64_t Count = 0;
  for (const auto &[Low, High] : Intervals) {
    Count += static_cast<uint64_t>(High) - static_cast<uint64_t>(Low) + 1;
    if (Low == Min || High == Max || Count > 64)
      return {};
    for (int64_t V = Low; V <= High; ++V)
      Out = Out.unite(of(V & Bits));
  }
  return Out;
}

std::string Range::text() const {
  std::string Out = "{";
  for (const auto &[Low, High] : Intervals) {
    if (Out.size() > 1)
      Out += ", ";
    if (Low != Min)
      Out += std::to_string(Low);
    if (Low != High) {
      Out += "..";
      if (High != Max)
        Out += std::to_string(High);
    }
  }
  return Out + "}";
}

} // namespace dbtidy::lifecycle
