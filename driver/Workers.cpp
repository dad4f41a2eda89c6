//===- Workers.cpp - Compiling files in processes of their own -*- C++ -*-===//
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
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dbtidy::driver {

namespace {

using Clock = std::chrono::steady_clock;

/// The child's answer starts with this, so that one cut short by a crash is told apart.
struct Header {
  uint32_t Errors = 0;
  uint32_t Failed = 0;
  uint32_t TextSize = 0;
  uint64_t ModelSize = 0;
};

void writeAll(int To, const char *Data, size_t Size) {
  while (Size) {
    const ssize_t N = write(To, Data, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      _exit(1); // the parent is gone
    Data += N;
    Size -= static_cast<size_t>(N);
  }
}

[[noreturn]] void child(int To, const capture::Command &C, const api::Catalogue &Rules) {
  // A crash here must not run the parent's handlers, which remove its unfinished report;
  // and a compilation does not outlive the run that asked for it.
  for (int Signal = 1; Signal < NSIG; ++Signal)
    if (Signal != SIGKILL && Signal != SIGSTOP)
      (void)signal(Signal, SIG_DFL);
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The compiler's own messages are the parent's to give; what a crash prints is noise.
  if (const int Null = open("/dev/null", O_WRONLY | O_CLOEXEC); Null >= 0)
    (void)dup2(Null, STDERR_FILENO);
  if (chdir(C.Directory.c_str()) != 0) {
    Header H;
    H.Failed = 1;
    const std::string Text = fmt::format("cannot enter its directory '{}': {}",
                                         C.Directory, std::strerror(errno));
    H.TextSize = static_cast<uint32_t>(Text.size());
    writeAll(To, reinterpret_cast<const char *>(&H), sizeof H);
    writeAll(To, Text.data(), Text.size());
    _exit(0);
  }
  const capture::ParsedUnit U = capture::parse(C, Rules);
  std::string Bytes;
  if (!U.Failed)
    program::writeBinary(U.Model, Bytes);
  Header H;
  H.Errors = U.Errors;
  H.Failed = U.Failed;
  H.TextSize = static_cast<uint32_t>(U.FirstError.size());
  H.ModelSize = Bytes.size();
  writeAll(To, reinterpret_cast<const char *>(&H), sizeof H);
  writeAll(To, U.FirstError.data(), U.FirstError.size());
  writeAll(To, Bytes.data(), Bytes.size());
  // No destructors: the syntax tree is the process's to forget.
  _exit(0);
}

struct Running {
  pid_t Pid = -1;
  int From = -1;
  size_t Index = 0;
  Clock::time_point Deadline;
  bool TimedOut = false;
  std::string Answer;
};

class Pool {
public:
  Pool(const std::vector<capture::Command> &Commands, const api::Catalogue &Rules,
       unsigned Jobs, unsigned Timeout, const std::function<void(size_t)> &Done)
      : Commands(Commands), Rules(Rules), Jobs(Jobs), Timeout(Timeout), Done(Done),
        Out(Commands.size()) {}

  std::vector<Compiled> run() {
    while (Next != Commands.size() || !Active.empty()) {
      while (Next != Commands.size() && Active.size() < Jobs)
        start(Next++);
      wait();
    }
    return std::move(Out);
  }

private:
  void start(size_t Index) {
    int Ends[2];
    if (pipe(Ends) != 0) {
      Out[Index].Failure = fmt::format("cannot make a pipe: {}", std::strerror(errno));
      return;
    }
    const pid_t Pid = fork();
    if (Pid == 0) {
      close(Ends[0]);
      for (const Running &R : Active)
        close(R.From);
      child(Ends[1], Commands[Index], Rules);
    }
    close(Ends[1]);
    if (Pid < 0) {
      close(Ends[0]);
      Out[Index].Failure =
          fmt::format("cannot start a process: {}", std::strerror(errno));
      return;
    }
    Running R;
    R.Pid = Pid;
    R.From = Ends[0];
    R.Index = Index;
    R.Deadline = Clock::now() + std::chrono::seconds(Timeout);
    Active.push_back(std::move(R));
  }

  void wait() {
    if (Active.empty())
      return;
    std::vector<pollfd> Fds;
    Clock::time_point First = Active.front().Deadline;
    for (const Running &R : Active) {
      Fds.push_back({R.From, POLLIN, 0});
      First = std::min(First, R.Deadline);
    }
    const auto Left =
        std::chrono::duration_cast<std::chrono::milliseconds>(First - Clock::now())
            .count();
    poll(Fds.data(), Fds.size(),
         static_cast<int>(std::clamp<long long>(Left + 1, 0, 60000)));
    for (size_t I = Active.size(); I-- != 0;) {
      Running &R = Active[I];
      if (!R.TimedOut && Clock::now() >= R.Deadline) {
        kill(R.Pid, SIGKILL);
        R.TimedOut = true;
      }
      if (Fds[I].revents == 0)
        continue;
      char Buffer[1 << 16];
      const ssize_t N = read(R.From, Buffer, sizeof Buffer);
      if (N > 0) {
        R.Answer.append(Buffer, static_cast<size_t>(N));
      } else if (N == 0 || errno != EINTR) {
        finish(R);
        Active.erase(Active.begin() + static_cast<ptrdiff_t>(I));
      }
    }
  }

  void finish(Running &R) {
    close(R.From);
    int Status = 0;
    while (waitpid(R.Pid, &Status, 0) < 0 && errno == EINTR) {
    }
    read(R, Status);
    Done(++Finished);
  }

  void read(const Running &R, int Status) {
    Compiled &To = Out[R.Index];
    if (R.TimedOut) {
      To.Failure = fmt::format(
          "compiling it took more than {} seconds; --timeout allows more", Timeout);
      return;
    }
    Header H;
    if (R.Answer.size() >= sizeof H)
      std::memcpy(&H, R.Answer.data(), sizeof H);
    if (R.Answer.size() < sizeof H ||
        R.Answer.size() != sizeof H + H.TextSize + H.ModelSize) {
      To.Failure = WIFSIGNALED(Status) ? fmt::format("the compiler crashed on it ({})",
                                                     strsignal(WTERMSIG(Status)))
                                       : "the compiler gave up on it";
      return;
    }
    To.Errors = H.Errors;
    To.FirstError = R.Answer.substr(sizeof H, H.TextSize);
    if (H.Failed) {
      To.Failure = To.FirstError.empty() ? "it could not be compiled" : To.FirstError;
      return;
    }
    llvm::Expected<program::Program> Model =
        program::readBinary(llvm::StringRef(R.Answer).substr(sizeof H + H.TextSize));
    if (Model)
      To.Model = std::move(*Model);
    else
      To.Failure = llvm::toString(Model.takeError());
  }

  ssize_t read(int Fd, char *Buffer, size_t Size) { return ::read(Fd, Buffer, Size); }

  const std::vector<capture::Command> &Commands;
  const api::Catalogue &Rules;
  unsigned Jobs, Timeout;
  const std::function<void(size_t)> &Done;
  std::vector<Compiled> Out;
  std::vector<Running> Active;
  size_t Next = 0, Finished = 0;
};

} // namespace

std::vector<Compiled> compileAll(const std::vector<capture::Command> &Commands,
                                 const api::Catalogue &Rules, unsigned Jobs,
                                 unsigned TimeoutSeconds,
                                 const std::function<void(size_t)> &Done) {
  return Pool(Commands, Rules, Jobs, TimeoutSeconds, Done).run();
}

} // namespace dbtidy::driver
