//===- Workers.cpp - Compiling files in other processes -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Workers.h"

#include "program/ProgramBinary.h"

#include "llvm/Support/Endian.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dbtidy::driver {

namespace {

using Clock = std::chrono::steady_clock;

/// Commands that one process handles: what the compiler never gives back stays bounded.
constexpr unsigned MaxHandled = 64;
/// Bytes up to which freed memory is kept for the next file.
constexpr int KeptMemory = 256 << 20;

/// An answer starts with this, so that one cut short by a crash is told apart.
struct Header {
  uint32_t Errors = 0;
  uint32_t Failed = 0;
  uint32_t TextSize = 0;
  uint64_t ModelSize = 0;
};

void writeAll(int To, const void *Data, size_t Size) {
  const auto *Next = static_cast<const char *>(Data);
  while (Size) {
    const ssize_t N = write(To, Next, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      _exit(1); // the parent is gone
    Next += N;
    Size -= static_cast<size_t>(N);
  }
}

//===--- The worker's side ----------------------------------------------------===//

void answer(int To, const capture::ParsedUnit &U) {
  std::string Bytes;
  if (!U.Failed)
    program::writeBinary(U.Model, Bytes);
  Header H;
  H.Errors = U.Errors;
  H.Failed = U.Failed;
  H.TextSize = static_cast<uint32_t>(U.FirstError.size());
  H.ModelSize = Bytes.size();
  writeAll(To, &H, sizeof H);
  writeAll(To, U.FirstError.data(), U.FirstError.size());
  writeAll(To, Bytes.data(), Bytes.size());
}

capture::ParsedUnit compile(capture::Parser &With, const capture::Command &C) {
  if (chdir(C.Directory.c_str()) == 0)
    return With.parse(C);
  capture::ParsedUnit U;
  U.Failed = true;
  U.FirstError = fmt::format("cannot enter its directory '{}': {}", C.Directory,
                             std::strerror(errno));
  return U;
}

/// Reads numbers of commands and answers each, until there are no more.
[[noreturn]] void work(int Parent, const std::vector<capture::Command> &Commands,
                       const api::Catalogue &Rules) {
  // A crash here must not run the parent's handlers, which remove its unfinished report;
  // and a compilation does not outlive the run that asked for it.
  for (int Signal = 1; Signal < NSIG; ++Signal)
    if (Signal != SIGKILL && Signal != SIGSTOP)
      (void)signal(Signal, SIG_DFL);
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The compiler's own messages are the parent's to give; what a crash prints is noise.
  if (const int Null = open("/dev/null", O_WRONLY | O_CLOEXEC); Null >= 0)
    (void)dup2(Null, STDERR_FILENO);
  capture::Parser With(Rules);
  uint32_t Index = 0;
  while (true) {
    const ssize_t N = read(Parent, &Index, sizeof Index);
    if (N < 0 && errno == EINTR)
      continue;
    if (N != sizeof Index)
      break;
    answer(Parent, compile(With, Commands[Index]));
  }
  _exit(0);
}

//===--- The parent's side ----------------------------------------------------===//

struct Worker {
  pid_t Pid = -1;
  int Socket = -1;
  size_t Index = 0;     ///< the command that it works on
  unsigned Handled = 0; ///< commands before that one
  Clock::time_point Deadline;
  bool TimedOut = false;
  std::string Answer;

  /// The whole answer's size, as far as it is known.
  size_t expected() const {
    if (Answer.size() < sizeof(Header))
      return sizeof(Header);
    Header H;
    std::memcpy(&H, Answer.data(), sizeof H);
    return sizeof H + H.TextSize + H.ModelSize;
  }
};

class Pool {
public:
  Pool(const std::vector<capture::Command> &Commands, const api::Catalogue &Rules,
       unsigned Jobs, unsigned Timeout, const std::function<void(size_t)> &Done)
      : Commands(Commands), Rules(Rules), Jobs(Jobs), Timeout(Timeout), Done(Done),
        Out(Commands.size()) {
    for (size_t I = Commands.size(); I-- != 0;)
      Waiting.push_back(I);
  }

  std::vector<Compiled> run() {
    while (!Waiting.empty() || !Active.empty()) {
      while (!Waiting.empty() && Active.size() < Jobs)
        start();
      wait();
    }
    return std::move(Out);
  }

private:
  size_t next() {
    const size_t Index = Waiting.back();
    Waiting.pop_back();
    return Index;
  }

  /// Starts a worker with the next command.
  void start() {
    Worker W;
    W.Index = next();
    int Ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends) != 0) {
      fail(W.Index, fmt::format("cannot make a socket: {}", std::strerror(errno)));
      return;
    }
    W.Socket = Ends[0];
    W.Pid = fork();
    if (W.Pid == 0) {
      close(W.Socket);
      for (const Worker &Other : Active)
        close(Other.Socket);
      work(Ends[1], Commands, Rules);
    }
    close(Ends[1]);
    if (W.Pid < 0) {
      fail(W.Index, fmt::format("cannot start a process: {}", std::strerror(errno)));
      close(W.Socket);
      return;
    }
    assign(W);
    Active.push_back(std::move(W));
  }

  /// A worker that is gone by now is noticed when its answer is read.
  void assign(Worker &W) const {
    W.Answer.clear();
    W.Deadline = Clock::now() + std::chrono::seconds(Timeout);
    const auto Index = static_cast<uint32_t>(W.Index);
    (void)send(W.Socket, &Index, sizeof Index, MSG_NOSIGNAL);
  }

  void wait() {
    if (Active.empty())
      return;
    std::vector<pollfd> Fds;
    Clock::time_point First = Active.front().Deadline;
    for (const Worker &W : Active) {
      Fds.push_back({W.Socket, POLLIN, 0});
      First = std::min(First, W.Deadline);
    }
    const auto Left =
        std::chrono::duration_cast<std::chrono::milliseconds>(First - Clock::now())
            .count();
    poll(Fds.data(), Fds.size(),
         static_cast<int>(std::clamp<long long>(Left + 1, 0, 60000)));
    for (size_t I = Active.size(); I-- != 0;) {
      Worker &W = Active[I];
      if (!W.TimedOut && Clock::now() >= W.Deadline) {
        kill(W.Pid, SIGKILL);
        W.TimedOut = true;
      }
      if (Fds[I].revents != 0 && !listen(W))
        Active.erase(Active.begin() + static_cast<ptrdiff_t>(I));
    }
  }

  /// Takes in what W has written. False when W is through.
  bool listen(Worker &W) {
    char Buffer[1 << 16];
    const ssize_t N = recv(W.Socket, Buffer, sizeof Buffer, 0);
    if (N < 0 && errno == EINTR)
      return true;
    if (N <= 0) {
      died(W);
      return false;
    }
    W.Answer.append(Buffer, static_cast<size_t>(N));
    if (W.Answer.size() < W.expected() || W.TimedOut)
      return true;
    take(W);
    if (!Waiting.empty() && ++W.Handled < MaxHandled) {
      W.Index = next();
      assign(W);
      return true;
    }
    (void)reap(W);
    return false;
  }

  int reap(Worker &W) {
    close(W.Socket);
    int Status = 0;
    while (waitpid(W.Pid, &Status, 0) < 0 && errno == EINTR) {
    }
    return Status;
  }

  void died(Worker &W) {
    const int Status = reap(W);
    if (W.TimedOut)
      fail(W.Index,
           fmt::format("compiling it took more than {} seconds; --timeout allows more",
                       Timeout));
    else if (W.Handled != 0)
      Waiting.push_back(W.Index); // what a file does must not depend on those before it
    else
      fail(W.Index, WIFSIGNALED(Status) ? fmt::format("the compiler crashed on it ({})",
                                                      strsignal(WTERMSIG(Status)))
                                        : "the compiler gave up on it");
  }

  void fail(size_t Index, std::string Why) {
    Out[Index].Failure = std::move(Why);
    Done(++Finished);
  }

  void take(const Worker &W) {
    Compiled &To = Out[W.Index];
    Header H;
    std::memcpy(&H, W.Answer.data(), sizeof H);
    To.Errors = H.Errors;
    To.FirstError = W.Answer.substr(sizeof H, H.TextSize);
    if (H.Failed) {
      fail(W.Index, To.FirstError.empty() ? "it could not be compiled" : To.FirstError);
      return;
    }
    llvm::Expected<program::Program> Model =
        program::readBinary(llvm::StringRef(W.Answer).substr(sizeof H + H.TextSize));
    if (!Model) {
      fail(W.Index, llvm::toString(Model.takeError()));
      return;
    }
    To.Model = std::move(*Model);
    Done(++Finished);
  }

  const std::vector<capture::Command> &Commands;
  const api::Catalogue &Rules;
  unsigned Jobs, Timeout;
  const std::function<void(size_t)> &Done;
  std::vector<Compiled> Out;
  std::vector<Worker> Active;
  std::vector<size_t> Waiting; ///< commands to do, the next one last
  size_t Finished = 0;
};

} // namespace

std::vector<Compiled> compileAll(const std::vector<capture::Command> &Commands,
                                 const api::Catalogue &Rules, unsigned Jobs,
                                 unsigned TimeoutSeconds,
                                 const std::function<void(size_t)> &Done) {
  // What one file needed, the next one will: giving it back costs more than keeping it.
  (void)mallopt(M_TRIM_THRESHOLD, KeptMemory);
  (void)mallopt(M_MMAP_THRESHOLD, KeptMemory);
  (void)mallopt(M_TOP_PAD, KeptMemory / 16);
  return Pool(Commands, Rules, Jobs, TimeoutSeconds, Done).run();
}

} // namespace dbtidy::driver
