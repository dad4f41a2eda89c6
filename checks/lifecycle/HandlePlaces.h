//===- HandlePlaces.h - What becomes of handles without rules ---*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Internal to the engine: the material of what a program believes of its own layers, see
// InHouse.h.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_LIFECYCLE_HANDLEPLACES_H
#define DBTIDY_LIFECYCLE_HANDLEPLACES_H

#include "program/Program.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dbtidy::lifecycle {

/// Where a function is given a handle, or hands it out.
struct Port {
  static constexpr uint32_t OfResult = ~0U;
  program::StringId Function = 0; ///< USR
  uint32_t Argument = OfResult;   ///< its number, the receiver included
  bool Behind = false;            ///< in what the argument points to
  auto operator<=>(const Port &) const = default;
};

/// A place that gets a handle: what becomes of it behind.
struct HandlePlace {
  std::set<Port> Passed;
  bool Elsewhere = false; ///< it is stored or returned
  /// Passed to these, and then on to others on some way.
  std::map<Port, std::set<Port>> Before;
  /// By the result of the call, as a number: 0, or not: those passed to on that side.
  std::set<Port> IfZero, IfNot;
  /// The first question behind has an answer upon which nothing is done with it any more:
  /// `h = get(ctx); if (ctx_failed(ctx)) return;`. The block that asks, and the edge; In
  /// is null where there is none.
  const program::Function *In = nullptr;
  program::VarId Holder = program::None;
  uint32_t Asks = program::None, Edge = 0;
};

/// The places that get a handle of one type, by who gives it.
using Givers = std::map<Port, std::vector<HandlePlace>>;

/// All places of P where a local variable gets what may be a handle of a layer of the
/// program's own, by the spelling of its type.
std::map<std::string, Givers> handlePlaces(const program::Program &P);

} // namespace dbtidy::lifecycle

#endif // DBTIDY_LIFECYCLE_HANDLEPLACES_H
