// Runs every program of a batch over every vector of choices, and prints what was seen:
//
//   P index status runs                        status: ok, or why the program was thrown away
//   F index type kind doubtful address...      innermost call first
//
//   E index address...                         functions that were entered
//
// type: L lost handle, U use after release, X transaction left open, C transaction that was committed.
// Doubtful: only behind something undefined, or held by a variable that outlives the program, or the consequence
// of another leak: it is no reproach, but no false alarm either. Behind the address 0 of a U stands the release.
#include "runtime.h"

#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <malloc.h>
#include <map>
#include <set>
#include <sys/time.h>
#include <utility>
#include <vector>

extern "C" {
struct Entry {
  void (*Run)(void *);
  long Borrows; // 0 nothing, 1 a PGconn, 2 a sqlite3
  long MaxInput;
};
extern Entry generated_table[];
extern long generated_count;
// The programs' own variables: put back before each run.
extern char __start_gendata[] __attribute__((weak));
extern char __stop_gendata[] __attribute__((weak));
extern char __start_genbss[] __attribute__((weak));
extern char __stop_genbss[] __attribute__((weak));
void *__real_malloc(size_t);
}

// -fsanitize-coverage=edge: which blocks were entered.
static bool *FlagsBegin, *FlagsEnd;
static const uintptr_t *Starts; // an address and some bits each
extern "C" void __sanitizer_cov_bool_flag_init(bool *Begin, bool *End) { FlagsBegin = Begin, FlagsEnd = End; }
extern "C" void __sanitizer_cov_pcs_init(const uintptr_t *Begin, const uintptr_t *) { Starts = Begin; }

uintptr_t *BottomFrame;

namespace {

enum Kind { Connection,
            Result,
            Statement,
            Buffer };
const char *const KindNames[] = {"connection", "result", "statement", "buffer"};
const char *const StatusNames[] = {"running", "ok", "too-many-runs", "too-long", "crashed",
                                   "timed-out", "bad-pointer", "too-many-handles", "unsteady"};
enum Leave { Ended = 1,
             GaveUp = 2 };

constexpr int MaxChoices = 48, MaxRuns = 40000, MaxHandles = 128, MaxMore = 3, MilliSeconds = 1500;

Handle Handles[MaxHandles];
int HandleCount;
std::set<uintptr_t> ReleasedAt; // calls that were given a handle, not null
int Answers[MaxChoices], Sizes[MaxChoices], Length, Position, MoreLeft;
bool Tainted; // something undefined happened in this run
Status Verdict;
sigjmp_buf Escape;
const Entry *Current;

struct Fact {
  char Type;
  int Of;
  std::vector<uintptr_t> At;
  bool operator<(const Fact &O) const {
    return Type != O.Type ? Type < O.Type : Of != O.Of ? Of < O.Of
                                                       : At < O.At;
  }
};
std::map<Fact, bool> Facts; // -> doubtful

void tell(char Type, int Of, std::vector<uintptr_t> At, bool Doubtful) {
  auto [Where, New] = Facts.emplace(Fact{Type, Of, std::move(At)}, Doubtful);
  if (!New && !Doubtful)
    Where->second = false;
}

void tell(char Type, int Of, const Chain &At, bool Doubtful) {
  tell(Type, Of, std::vector<uintptr_t>(At.At, At.At + At.Depth), Doubtful);
}

int kindOf(Sort What) {
  switch (What) {
  case PgConn:
  case SqDb:
    return Connection;
  case PgResult:
    return Result;
  case SqStmt:
    return Statement;
  case PgMemory:
  case SqMemory:
    return Buffer;
  }
  return Buffer;
}

// The late use, and behind a zero the release that it comes after.
void tellLate(const Handle &Of, const Chain &At) {
  std::vector<uintptr_t> Both(At.At, At.At + At.Depth);
  Both.push_back(0);
  Both.insert(Both.end(), Of.Released.At, Of.Released.At + Of.Released.Depth);
  tell('U', kindOf(Of.What), std::move(Both), Tainted);
}

struct Memory {
  char *Begin, *End;
};
std::vector<Memory> Blocks; // what the program has from malloc

// Whether the memory holds the handle, also by way of malloc's blocks.
bool holds(Memory In, const Handle &One, int Deep = 0) {
  for (char *At = In.Begin; In.Begin && At + sizeof(void *) <= In.End; At += sizeof(void *)) {
    char *Value;
    memcpy(&Value, At, sizeof(Value));
    if (Value == reinterpret_cast<const char *>(&One))
      return true;
    for (const Memory &Block : Blocks)
      if (Value == Block.Begin && Deep < 3 && holds(Block, One, Deep + 1))
        return true;
  }
  return false;
}

// Whether one of the programs' own variables still holds it: then nothing shows that it is lost.
bool kept(const Handle &One) {
  return holds({__start_gendata, __stop_gendata}, One) || holds({__start_genbss, __stop_genbss}, One);
}

Handle *find(const void *Pointer) {
  const auto Offset = reinterpret_cast<uintptr_t>(Pointer) - reinterpret_cast<uintptr_t>(Handles);
  return Offset < sizeof(Handle) * HandleCount ? &Handles[Offset / sizeof(Handle)] : nullptr;
}

bool nextVector() {
  while (Length && Answers[Length - 1] + 1 == Sizes[Length - 1])
    --Length;
  if (!Length)
    return false;
  ++Answers[Length - 1];
  return true;
}

} // namespace

void giveUp(Status Why) {
  Verdict = Why;
  siglongjmp(Escape, GaveUp);
}

int choose(int Count) {
  if (Count <= 1)
    return 0;
  if (Position == MaxChoices)
    giveUp(TooLong);
  if (Position == Length) {
    Answers[Length] = 0;
    Sizes[Length++] = Count;
  } else if (Sizes[Position] != Count) {
    giveUp(Unsteady);
  }
  return Answers[Position++];
}

Handle *make(Sort What, const Chain &At) {
  if (HandleCount == MaxHandles)
    giveUp(TooManyHandles);
  Handle *New = &Handles[HandleCount++];
  *New = Handle();
  New->What = What;
  New->Live = New->Good = true;
  New->Acquired = At;
  New->Values[0] = '1';
  return New;
}

Handle *look(const void *Pointer, Sort What, const Chain &At, bool &Late) {
  Late = false;
  if (!Pointer)
    return nullptr;
  Handle *Found = find(Pointer);
  if (!Found || Found != Pointer || Found->What != What)
    giveUp(BadPointer);
  if (!Found->Live) {
    tellLate(*Found, At);
    Late = Tainted = true;
  }
  return Found;
}

void leaveTransaction(Handle *On, bool Committed) {
  if (On->InTransaction && Committed && !On->TransactionFailed)
    tell('C', Connection, On->Began, Tainted);
  On->InTransaction = On->TransactionFailed = false;
}

void taint() { Tainted = true; }

void release(Handle *Gone, const Chain &At) {
  ReleasedAt.insert(At.At[0]);
  Gone->Released = At;
  // A close ends the transaction; whose duty it was to do so before is not for execution to say.
  if (Gone->InTransaction)
    tell('X', Connection, Gone->Began, true);
  Gone->Live = Gone->InTransaction = false;
  if (Gone->Parent)
    --Gone->Parent->Children;
}

// --- the world outside ---
extern "C" {
int input(void) { return choose(static_cast<int>(Current->MaxInput) + 3) - 1; }

// A loop's condition: true a bounded number of times in a run.
int more(void) { return MoreLeft && choose(2) ? (--MoreLeft, 1) : 0; }

void *__wrap_malloc(size_t Size) {
  if (choose(2))
    return nullptr;
  char *New = static_cast<char *>(memset(__real_malloc(Size), 0xa5, Size));
  Blocks.push_back({New, New + Size});
  return New;
}

// Keeps the memory, and makes what is read from it afterwards no pointer of anything.
void __wrap_free(void *Memory) {
  if (Memory)
    memset(Memory, 0xa5, malloc_usable_size(Memory));
}

// Nothing is owed where the program ends. A handle that no live frame holds any more may have been lost before.
[[noreturn]] void __wrap_exit(int) {
  const Memory Frames = {static_cast<char *>(__builtin_frame_address(0)), reinterpret_cast<char *>(BottomFrame)};
  for (int I = 0; I < HandleCount; ++I)
    if (const Handle &One = Handles[I]; One.Live && !One.Borrowed && !holds(Frames, One) && !kept(One))
      tell('L', kindOf(One.What), One.Acquired, true);
  siglongjmp(Escape, Ended);
}

int __wrap_puts(const char *Text) {
  if (Handle *Owner = find(Text); Owner && !Owner->Live) {
    WALK;
    tellLate(*Owner, At);
    Tainted = true;
  }
  return 0;
}
}

namespace {

void onSignal(int Signal) { giveUp(Signal == SIGALRM ? TimedOut : Crashed); }

void onTerminate() { siglongjmp(Escape, Ended); }

[[gnu::noinline]] void call(void *Borrowed) {
  BottomFrame = static_cast<uintptr_t *>(__builtin_frame_address(0));
  try {
    Current->Run(Borrowed);
  } catch (...) {
  }
}

// What an earlier run has left on the stack must not look like a variable that holds a handle.
__attribute__((noinline)) void wipeStack() {
  char Old[4096];
  memset(Old, 0, sizeof Old);
  asm volatile("" ::"r"(Old) : "memory"); // it is used
}

void once(void) {
  HandleCount = Position = 0;
  MoreLeft = MaxMore;
  Tainted = false;
  Blocks.clear();
  void *Borrowed = nullptr;
  if (Current->Borrows) {
    Handle *Lent = make(Current->Borrows == 1 ? PgConn : SqDb, Chain());
    Lent->Borrowed = true;
    Borrowed = Lent;
  }
  const int Left = sigsetjmp(Escape, 0);
  if (Left == GaveUp)
    return;
  if (Left == 0) {
    wipeStack();
    call(Borrowed);
    // A close that was refused because of a statement that is itself lost is that statement's fault.
    for (int I = 0; I < HandleCount; ++I) {
      const Handle &One = Handles[I];
      if (One.Live && !One.Borrowed)
        tell('L', kindOf(One.What), One.Acquired,
             Tainted || (One.Refused && One.Children) || kept(One));
      if (One.Live && One.InTransaction)
        tell('X', Connection, One.Began, Tainted || !One.Borrowed);
    }
  }
  if (Position < Length) // fewer questions than the prefix had answers
    Verdict = Unsteady;
}

struct Section {
  char *Begin, *End;
  std::vector<char> Saved;
  void save() { Saved.assign(Begin, End); }
  void restore() {
    if (!Saved.empty())
      memcpy(Begin, Saved.data(), Saved.size());
  }
};

void setTimer(long Milliseconds) {
  itimerval Value = {{0, 0}, {Milliseconds / 1000, Milliseconds % 1000 * 1000}};
  setitimer(ITIMER_VIRTUAL, &Value, nullptr);
}

} // namespace

int main() {
  static char Stack[1 << 16];
  stack_t Alternative = {Stack, 0, sizeof(Stack)};
  sigaltstack(&Alternative, nullptr);
  struct sigaction Action = {};
  Action.sa_handler = [](int Signal) { onSignal(Signal == SIGVTALRM ? SIGALRM : Signal); };
  Action.sa_flags = SA_NODEFER | SA_ONSTACK;
  for (int Signal : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL, SIGTRAP, SIGVTALRM})
    sigaction(Signal, &Action, nullptr);
  std::set_terminate(onTerminate);
  Section Data[] = {{__start_gendata, __stop_gendata, {}}, {__start_genbss, __stop_genbss, {}}};
  for (Section &One : Data)
    One.save();
  printf("B");
  for (long I = 0; I < FlagsEnd - FlagsBegin; ++I)
    printf(" %lx", static_cast<unsigned long>(Starts[2 * I]));
  printf("\n");
  for (long Index = 0; Index < generated_count; ++Index) {
    Current = &generated_table[Index];
    Facts.clear();
    ReleasedAt.clear();
    memset(FlagsBegin, 0, FlagsEnd - FlagsBegin);
    Length = 0;
    Verdict = Running;
    long Runs = 0;
    setTimer(MilliSeconds);
    do {
      for (Section &One : Data)
        One.restore();
      if (Runs++ == MaxRuns)
        Verdict = TooManyRuns;
      else
        once();
    } while (Verdict == Running && nextVector());
    setTimer(0);
    if (Verdict == Running)
      Verdict = Ok;
    printf("P %ld %s %ld\n", Index, StatusNames[Verdict], Runs);
    printf("E %ld", Index);
    for (long I = 0; I < FlagsEnd - FlagsBegin; ++I)
      if (FlagsBegin[I])
        printf(" %lx", static_cast<unsigned long>(Starts[2 * I]));
    printf("\n");
    printf("R %ld", Index);
    for (uintptr_t At : ReleasedAt)
      printf(" %lx", static_cast<unsigned long>(At - 1));
    printf("\n");
    for (const auto &[One, Doubtful] : Facts) {
      printf("F %ld %c %s %d", Index, One.Type, KindNames[One.Of], Doubtful);
      for (uintptr_t At : One.At)
        printf(" %lx", static_cast<unsigned long>(At ? At - 1 : 0));
      printf("\n");
    }
  }
  fflush(stdout);
  _Exit(0);
}
