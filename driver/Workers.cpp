//===- Workers.cpp - Compiling files in other processes -*- C++ -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Workers.h"

#include "Reporting.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dbtidy::driver {

namespace {

using Clock = std::chrono::steady_clock;

/// Commands that one process handles: what the compiler never gives back stays bounded.
constexpr unsigned MaxHandled = 64;

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
    if (Answer.size() < sizeof(FrameSize))
      return sizeof(FrameSize);
    FrameSize Size = 0;
    std::memcpy(&Size, Answer.data(), sizeof Size);
    return sizeof Size + Size;
  }
  llvm::StringRef payload() const {
    return llvm::StringRef(Answer).drop_front(sizeof(FrameSize));
  }
};

std::string frame(Request R) {
  ArchiveWriter A;
  archiveRequest(A, R);
  const std::string Bytes = A.take();
  const auto Size = static_cast<FrameSize>(Bytes.size());
  return std::string(reinterpret_cast<const char *>(&Size), sizeof Size) + Bytes;
}

int reap(const Worker &W) {
  close(W.Socket);
  int Status = 0;
  while (waitpid(W.Pid, &Status, 0) < 0 && errno == EINTR) {
  }
  return Status;
}

} // namespace

class Workers::Pool {
public:
  Pool(std::string Program, std::vector<std::string> Rules, unsigned Jobs,
       unsigned Timeout)
      : Program(std::move(Program)), Rules(std::move(Rules)), Jobs(Jobs),
        Timeout(Timeout) {}
  ~Pool() {
    for (const Worker &W : Idle)
      (void)reap(W);
  }

  llvm::Expected<Listing> list(const std::string &Build);
  std::vector<Compiled> compile(const std::vector<capture::Command> &Files,
                                const std::function<void(size_t)> &Report);

private:
  llvm::Error spawn(Worker &W) const;
  void start();
  void send(Worker &W, const Request &R) const;
  void assign(Worker &W) const;
  void wait();
  bool listen(Worker &W);
  void died(Worker &W);
  void fail(size_t Index, std::string Why);
  size_t next() {
    const size_t Index = Waiting.back();
    Waiting.pop_back();
    return Index;
  }

  std::string Program;
  std::vector<std::string> Rules;
  unsigned Jobs, Timeout;
  std::vector<Worker> Idle;

  // Of one call of compile():
  const std::vector<capture::Command> *Commands = nullptr;
  const std::function<void(size_t)> *Done = nullptr;
  std::vector<Compiled> Out;
  std::vector<Worker> Active;
  std::vector<size_t> Waiting; ///< commands to do, the next one last
  size_t Finished = 0;
};

//===--- Processes --------------------------------------------------------------===//

llvm::Error Workers::Pool::spawn(Worker &W) const {
  int Ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, Ends) != 0)
    return fault(fmt::format("cannot make a socket: {}", std::strerror(errno)));
  const std::string Own = std::to_string(getpid());
  std::vector<const char *> Arguments{Program.c_str(), Own.c_str()};
  for (const std::string &File : Rules)
    Arguments.push_back(File.c_str());
  Arguments.push_back(nullptr);
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, Ends[1], WorkerSocket);
  posix_spawn_file_actions_addopen(&Actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const int Status = posix_spawn(&W.Pid, Program.c_str(), &Actions, nullptr,
                                 const_cast<char **>(Arguments.data()), environ);
  posix_spawn_file_actions_destroy(&Actions);
  close(Ends[1]);
  W.Socket = Ends[0];
  if (Status == 0)
    return llvm::Error::success();
  close(Ends[0]);
  return fault(fmt::format("cannot start {}: {}", Program, std::strerror(Status)));
}

/// A worker that is gone by now is noticed when its answer is read.
void Workers::Pool::send(Worker &W, const Request &R) const {
  W.Answer.clear();
  W.Deadline = Clock::now() + std::chrono::seconds(Timeout);
  const std::string Bytes = frame(R);
  llvm::StringRef Rest = Bytes;
  while (!Rest.empty()) {
    const ssize_t N = ::send(W.Socket, Rest.data(), Rest.size(), MSG_NOSIGNAL);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return;
    Rest = Rest.drop_front(static_cast<size_t>(N));
  }
}

llvm::Expected<Listing> Workers::Pool::list(const std::string &Build) {
  Worker W;
  if (llvm::Error E = spawn(W))
    return std::move(E);
  Request R;
  R.What = Request::Kind::List;
  R.Build = Build;
  send(W, R);
  char Buffer[1 << 16];
  while (W.Answer.size() < W.expected()) {
    pollfd Ready{W.Socket, POLLIN, 0};
    const auto Left =
        std::chrono::duration_cast<std::chrono::milliseconds>(W.Deadline - Clock::now());
    if (Left.count() <= 0) {
      kill(W.Pid, SIGKILL);
      (void)reap(W);
      return fault(fmt::format("reading {} took more than {} seconds; --timeout allows "
                               "more",
                               Build, Timeout));
    }
    if (poll(&Ready, 1, static_cast<int>(std::min<long long>(Left.count(), 60000))) <= 0)
      continue;
    const ssize_t N = recv(W.Socket, Buffer, sizeof Buffer, 0);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0) {
      const int Status = reap(W);
      return fault(fmt::format(
          "{} ended ({}) while it read the compilation database", Program,
          WIFSIGNALED(Status) ? strsignal(WTERMSIG(Status)) : "it cannot run here"));
    }
    W.Answer.append(Buffer, static_cast<size_t>(N));
  }
  ArchiveReader A(W.payload());
  Listing Found;
  archiveListing(A, Found);
  Idle.push_back(std::move(W));
  if (A.failed())
    return fault(Program + " gave an answer that cannot be read");
  return Found;
}

//===--- Compiling --------------------------------------------------------------===//

std::vector<Compiled> Workers::Pool::compile(const std::vector<capture::Command> &Files,
                                             const std::function<void(size_t)> &Report) {
  Commands = &Files;
  Done = &Report;
  Out.assign(Files.size(), {});
  Finished = 0;
  for (size_t I = Files.size(); I-- != 0;)
    Waiting.push_back(I);
  while (!Waiting.empty() || !Active.empty()) {
    while (!Waiting.empty() && Active.size() < Jobs)
      start();
    wait();
  }
  return std::move(Out);
}

/// Gives the next command to a worker.
void Workers::Pool::start() {
  Worker W;
  const size_t Index = next();
  if (!Idle.empty()) {
    W = std::move(Idle.back());
    Idle.pop_back();
  } else if (llvm::Error E = spawn(W)) {
    return fail(Index, llvm::toString(std::move(E)));
  }
  W.Index = Index;
  assign(W);
  Active.push_back(std::move(W));
}

void Workers::Pool::assign(Worker &W) const {
  Request R;
  R.Entry = (*Commands)[W.Index];
  send(W, R);
}

void Workers::Pool::wait() {
  if (Active.empty())
    return;
  std::vector<pollfd> Fds;
  Clock::time_point First = Active.front().Deadline;
  for (const Worker &W : Active) {
    Fds.push_back({W.Socket, POLLIN, 0});
    First = std::min(First, W.Deadline);
  }
  const auto Left =
      std::chrono::duration_cast<std::chrono::milliseconds>(First - Clock::now()).count();
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
bool Workers::Pool::listen(Worker &W) {
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
  Out[W.Index].Bytes = W.payload().str();
  (*Done)(++Finished);
  if (!Waiting.empty() && ++W.Handled < MaxHandled) {
    W.Index = next();
    assign(W);
    return true;
  }
  (void)reap(W);
  return false;
}

void Workers::Pool::died(Worker &W) {
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

void Workers::Pool::fail(size_t Index, std::string Why) {
  Out[Index].Failure = std::move(Why);
  (*Done)(++Finished);
}

//===--- The public face --------------------------------------------------------===//

llvm::Expected<std::string> Workers::findProgram() {
  static int Anchor;
  const std::string Here = llvm::sys::fs::getMainExecutable("dbtidy", &Anchor);
  std::string Looked;
  for (const char *Place : {"dbtidy-worker", "../libexec/dbtidy/dbtidy-worker"}) {
    llvm::SmallString<256> Path(llvm::sys::path::parent_path(Here));
    llvm::sys::path::append(Path, Place);
    llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
    if (llvm::sys::fs::can_execute(Path))
      return Path.str().str();
    Looked += (Looked.empty() ? "" : " and ") + Path.str().str();
  }
  return fault(fmt::format("dbtidy-worker, which compiles the files, is not installed; "
                           "looked for {}; install dbtidy again",
                           Looked));
}

Workers::Workers(std::string Program, std::vector<std::string> Rules, unsigned Jobs,
                 unsigned TimeoutSeconds)
    : Own(std::make_unique<Pool>(std::move(Program), std::move(Rules), Jobs,
                                 TimeoutSeconds)) {}
Workers::~Workers() = default;

llvm::Expected<Listing> Workers::list(const std::string &Build) {
  return Own->list(Build);
}

std::vector<Compiled> Workers::compile(const std::vector<capture::Command> &Commands,
                                       const std::function<void(size_t)> &Done) {
  return Own->compile(Commands, Done);
}

} // namespace dbtidy::driver
