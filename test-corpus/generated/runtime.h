// What the stubbed libraries and the driver share: handles as records, choices, and what was seen.
//
// Nothing here frees: a handle is a record with a state, so that a second release or a use after the
// release is written down instead of crashing. Whatever may come out in more than one way asks
// choose(); the driver runs a program once for every vector of answers, depth first. Each acquisition
// and each late use carries its chain of call sites, read from the frame pointers.
#ifndef GENERATED_RUNTIME_H
#define GENERATED_RUNTIME_H

#include <cstddef>
#include <cstdint>
#include <cstring>

enum Sort { PgConn,
            PgResult,
            SqDb,
            SqStmt,
            PgMemory,
            SqMemory };
enum Status { Running,
              Ok,
              TooManyRuns,
              TooLong,
              Crashed,
              TimedOut,
              BadPointer,
              TooManyHandles,
              Unsteady };

constexpr int MaxDepth = 32, MaxRows = 2;

struct Chain {
  uintptr_t At[MaxDepth];
  int Depth;
};

struct Handle {
  char Values[48]; // what PQgetvalue and the like point into; first, so that it is the handle's address
  Sort What;
  bool Live, Borrowed, Good, InTransaction, TransactionFailed, Decided, Refused;
  int State; // of a result its status, of a connection the number of results still to come
  int Rows, LastCode, Children;
  Handle *Parent;
  Chain Acquired, Began, Released;
};

extern uintptr_t *BottomFrame;

[[noreturn]] void giveUp(Status Why);

// One of 0 .. Count - 1; over all runs, each of them.
int choose(int Count);

Handle *make(Sort What, const Chain &At);

// The record behind a pointer; null for null. A late use is written down, and Late set.
Handle *look(const void *Pointer, Sort What, const Chain &At, bool &Late);

void leaveTransaction(Handle *On, bool Committed);
void release(Handle *Gone, const Chain &At);

// What follows in this run is no reproach: the documentation does not say what happens.
void taint();

inline bool starts(const char *Text, const char *With) { return Text && !strncmp(Text, With, strlen(With)); }

__attribute__((always_inline)) inline void walk(Chain &Out) {
  auto *Frame = static_cast<uintptr_t *>(__builtin_frame_address(0));
  Out.Depth = 0;
  while (Frame && Frame < BottomFrame && Out.Depth < MaxDepth) {
    Out.At[Out.Depth++] = Frame[1];
    Frame = reinterpret_cast<uintptr_t *>(Frame[0]);
  }
}

#define WALK \
  Chain At;  \
  walk(At)
#define LOOK(Name, Pointer, What) \
  WALK;                           \
  bool Late;                      \
  Handle *Name = look(Pointer, What, At, Late)

template <typename T>
T *as(Handle *H) { return reinterpret_cast<T *>(H); }

#endif
