//===- Protocol.h - Between the driver and its compilers --------*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiling needs Clang, which takes longer to load than an unchanged project takes to
// check, and may crash. So it is done by a program of its own, dbtidy-worker, started
// with a socket as its standard input: requests come in, answers go out, each a length (4
// bytes, of this machine) and an archive.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_WORKER_PROTOCOL_H
#define DBTIDY_WORKER_PROTOCOL_H

#include "base/Archive.h"
#include "capture/Parser.h"

namespace dbtidy::driver {

/// An entry of a compilation database, with what the compiler's option table says of it.
struct ListedCommand {
  capture::Command Entry;
  bool IsForC = false; ///< capture::isForC()
  std::string Reading; ///< capture::readingOf()
};

struct Request {
  enum class Kind : uint8_t {
    List,   ///< the commands of the compilation database Build: an answer Listing
    Compile ///< Entry: an answer Unit
  };
  Kind What = Kind::Compile;
  std::string Build;
  capture::Command Entry;
};

struct Listing {
  std::string Error; ///< why the database cannot be used; or empty
  std::vector<ListedCommand> Commands;
};

/// The worker's descriptor of the socket.
inline constexpr int WorkerSocket = 0;
/// A frame's length.
using FrameSize = uint32_t;

template <typename Archive> void archiveCommand(Archive &A, capture::Command &C) {
  A.text(C.Directory);
  A.text(C.File);
  archiveList(A, C.Arguments, [&](std::string &Word) { A.text(Word); });
}

template <typename Archive> void archiveRequest(Archive &A, Request &R) {
  archiveEnum(A, R.What, Request::Kind::Compile);
  A.text(R.Build);
  archiveCommand(A, R.Entry);
}

template <typename Archive> void archiveListing(Archive &A, Listing &L) {
  A.text(L.Error);
  archiveList(A, L.Commands, [&](ListedCommand &C) {
    archiveCommand(A, C.Entry);
    A.number(C.IsForC);
    A.text(C.Reading);
  });
}

} // namespace dbtidy::driver

#endif // DBTIDY_WORKER_PROTOCOL_H
