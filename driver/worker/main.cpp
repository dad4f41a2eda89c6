//===- main.cpp - dbtidy-worker -------------------------------------------===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles files for the driver: see Protocol.h. Takes the driver's process number and
// the rule files as arguments.
//
//===----------------------------------------------------------------------===//
#include "Streams.h"
#include "Unit.h"
#include "capture/CommandLine.h"
#include "program/ProgramBinary.h"
#include "registry/RuleLoader.h"
#include "worker/Protocol.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace dbtidy;
using namespace dbtidy::driver;

/// Exits if the driver is gone.
static void writeAll(const void *Data, size_t Size) {
  const auto *Next = static_cast<const char *>(Data);
  while (Size) {
    const ssize_t N = write(WorkerSocket, Next, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      _exit(1);
    Next += N;
    Size -= static_cast<size_t>(N);
  }
}

/// False where there is no more.
static bool readAll(void *Data, size_t Size) {
  auto *Next = static_cast<char *>(Data);
  while (Size) {
    const ssize_t N = read(WorkerSocket, Next, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return false;
    Next += N;
    Size -= static_cast<size_t>(N);
  }
  return true;
}

static void answer(const std::string &Bytes) {
  const auto Size = static_cast<FrameSize>(Bytes.size());
  writeAll(&Size, sizeof Size);
  writeAll(Bytes.data(), Bytes.size());
}

static std::string list(const std::string &Build) {
  Listing Out;
  llvm::Expected<std::vector<capture::Command>> All = capture::readCommands(Build);
  if (!All)
    Out.Error = llvm::toString(All.takeError());
  else
    for (capture::Command &C : *All) {
      ListedCommand &Listed = Out.Commands.emplace_back();
      Listed.IsForC = capture::isForC(C);
      if (Listed.IsForC)
        Listed.Reading = capture::readingOf(C);
      Listed.Entry = std::move(C);
    }
  ArchiveWriter A;
  archiveListing(A, Out);
  return A.take();
}

static std::string compile(capture::Parser &With, const capture::Command &C) {
  Unit Out;
  if (chdir(C.Directory.c_str()) != 0) {
    Out.Failed = true;
    Out.FirstError = fmt::format("cannot enter its directory '{}': {}", C.Directory,
                                 std::strerror(errno));
    return toBytes(std::move(Out));
  }
  capture::ParsedUnit U = With.parse(C);
  Out.Failed = U.Failed;
  Out.Errors = U.Errors;
  Out.FirstError = std::move(U.FirstError);
  Out.Read = std::move(U.Read);
  if (!U.Failed)
    program::writeBinary(U.Model, Out.Model);
  return toBytes(std::move(Out));
}

/// What one file needed, the next one will: giving it back costs more than keeping it.
static void tuneAllocator() {
  constexpr int KeptMemory = 256 << 20;
  (void)mallopt(M_TRIM_THRESHOLD, KeptMemory);
  (void)mallopt(M_MMAP_THRESHOLD, KeptMemory);
  (void)mallopt(M_TOP_PAD, KeptMemory / 16);
}

int main(int Argc, char **Argv) {
  // A compilation does not outlive the run that asked for it, which may be over by now.
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (Argc < 2 || std::to_string(getppid()) != Argv[1]) {
    toErr("dbtidy-worker serves 'dbtidy check', which starts it\n");
    return 1;
  }
  tuneAllocator();
  registry::RuleLoader Rules(std::vector<std::string>(Argv + 2, Argv + Argc));
  if (llvm::Error Fault = Rules.fault()) {
    llvm::consumeError(std::move(Fault)); // the driver has said what is wrong
    return 1;
  }
  // The compiler's own messages are the driver's to give; what a crash prints is noise.
  if (const int Null = open("/dev/null", O_WRONLY | O_CLOEXEC); Null >= 0)
    (void)dup2(Null, STDERR_FILENO);
  capture::Parser With([&]() -> const api::Catalogue & { return Rules.get(); });
  FrameSize Size = 0;
  std::string Bytes;
  while (readAll(&Size, sizeof Size)) {
    Bytes.resize(Size);
    if (!readAll(Bytes.data(), Bytes.size()))
      break;
    ArchiveReader A(Bytes);
    Request R;
    archiveRequest(A, R);
    if (A.failed())
      return 1;
    answer(R.What == Request::Kind::List ? list(R.Build) : compile(With, R.Entry));
  }
  // Nothing that the compiler holds is worth giving back.
  std::fflush(nullptr);
  _exit(0);
}
