//===- conformance.c - api.json against the headers ---------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/libc.h and against the real headers: every call
// of api.json is made with values of the types that its entry assumes. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name of api.json to occur in this file.
//
//===----------------------------------------------------------------------===//
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#if __has_include("libc.h")
#define MOCK "libc.h"
#include MOCK
#else
#include <assert.h>
#include <err.h>
#include <malloc.h>
#include <mqueue.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
#endif

static void memory(void *Memory, size_t Size, const char *Text, const wchar_t *Wide) {
  void *Fresh[] = {malloc(Size),
                   calloc(Size, Size),
                   aligned_alloc(Size, Size),
                   memalign(Size, Size),
                   valloc(Size),
                   pvalloc(Size),
                   realloc(Memory, Size),
                   reallocarray(Memory, Size, Size)};
  char *Copies[] = {strdup(Text), strndup(Text, Size)};
  wchar_t *WideCopy = wcsdup(Wide);
  free(Fresh[0]);
  free(Copies[0]);
  free(WideCopy);
}

static void ends(int Which, jmp_buf Here, sigjmp_buf There, va_list Arguments) {
  switch (Which) {
  case 0:
    exit(1);
  case 1:
    _exit(1);
  case 2:
    _Exit(1);
  case 3:
    quick_exit(1);
  case 4:
    abort();
  case 5:
    longjmp(Here, 1);
  case 6:
    _longjmp(Here, 1);
  case 7:
    siglongjmp(There, 1);
  case 8:
    pthread_exit((void *)0);
  case 9:
    thrd_exit(1);
  case 10:
    err(1, "%d", 1);
  case 11:
    errx(1, "%d", 1);
  case 12:
    verr(1, "%d", Arguments);
  case 13:
    verrx(1, "%d", Arguments);
  case 14:
    __assert_fail("", "", 1U, "");
  case 15:
    __assert_perror_fail(1, "", 1U, "");
  case 16:
    __assert("", "", 1);
  }
}

static int sleeping(const struct timespec *Time, struct timespec *Left,
                    const sigset_t *Signals, siginfo_t *Signal, int *Number) {
  return (int)sleep(1U) + usleep(1U) + nanosleep(Time, Left) +
         clock_nanosleep((clockid_t)0, 0, Time, Left) + thrd_sleep(Time, Left) + pause() +
         sigsuspend(Signals) + sigwait(Signals, Number) + sigwaitinfo(Signals, Signal) +
         sigtimedwait(Signals, Signal, Time);
}

static int processes(FILE *Pipe, int *Status, siginfo_t *Signal, struct rusage *Usage) {
  pid_t Child =
      wait(Status) + wait3(Status, 0, Usage) + wait4((pid_t)0, Status, 0, Usage);
  Child += waitpid(Child, Status, 0);
  return system("") + pclose(Pipe) + waitid(P_ALL, (id_t)Child, Signal, 0);
}

static ssize_t input(int Fd, char *Data, size_t Size, const struct iovec *Parts,
                     struct msghdr *Message, struct mmsghdr *Messages,
                     struct sockaddr *Address, socklen_t *Length, struct timespec *Time) {
  unsigned Priority;
  ssize_t Count = read(Fd, Data, Size) + readv(Fd, Parts, 1) + recv(Fd, Data, Size, 0) +
                  recvfrom(Fd, Data, Size, 0, Address, Length) + recvmsg(Fd, Message, 0) +
                  recvmmsg(Fd, Messages, 1U, 0, Time);
  Count += mq_receive((mqd_t)0, Data, Size, &Priority) +
           mq_timedreceive((mqd_t)0, Data, Size, &Priority, Time);
  return Count + accept(Fd, Address, Length) + accept4(Fd, Address, Length, 0) +
         connect(Fd, Address, *Length);
}

static int names(const struct sockaddr *Address, socklen_t Length, char *Text,
                 socklen_t Size, const struct addrinfo *Hints, struct addrinfo **Found) {
  struct hostent *Host = gethostbyname("");
  if (!Host)
    Host = gethostbyaddr(Address, Length, 0);
  return getaddrinfo(Text, Text, Hints, Found) +
         getnameinfo(Address, Length, Text, Size, Text, Size, 0);
}

static int events(struct pollfd *Polled, fd_set *Set, struct epoll_event *Events,
                  struct timeval *Short, const struct timespec *Time,
                  const sigset_t *Signals) {
  return poll(Polled, (nfds_t)1, 0) + ppoll(Polled, (nfds_t)1, Time, Signals) +
         select(1, Set, Set, Set, Short) + pselect(1, Set, Set, Set, Time, Signals) +
         epoll_wait(0, Events, 1, 0) + epoll_pwait(0, Events, 1, 0, Signals);
}

static int person(char *Text, FILE *File, va_list Arguments) {
  int Number;
  return getchar() + getchar_unlocked() + scanf("%d", &Number) + vscanf("%d", Arguments) +
         (fgets(Text, 1, File) != 0);
}

static int threads(pthread_t Thread, pthread_cond_t *Condition, pthread_mutex_t *Mutex,
                   pthread_barrier_t *Barrier, thrd_t Other, cnd_t *Changed, mtx_t *Lock,
                   sem_t *Semaphore, const struct timespec *Time) {
  void *Result;
  int Code;
  return pthread_join(Thread, &Result) + pthread_cond_wait(Condition, Mutex) +
         pthread_cond_timedwait(Condition, Mutex, Time) + pthread_barrier_wait(Barrier) +
         thrd_join(Other, &Code) + cnd_wait(Changed, Lock) +
         cnd_timedwait(Changed, Lock, Time) + sem_wait(Semaphore) +
         sem_timedwait(Semaphore, Time) + flock(0, LOCK_EX);
}

static int compared(const char *A, const char *B) {
  return strcmp(A, B) + strncmp(A, B, 1) + strcasecmp(A, B) + strncasecmp(A, B, 1) +
         (int)strlen(A);
}

static int kept(pthread_key_t Key, tss_t Slot, void *Value) {
  return pthread_setspecific(Key, Value) + tss_set(Slot, Value);
}

// Not one of them is unused.
void *dbtidyConformance[] = {(void *)memory,    (void *)ends,    (void *)sleeping,
                             (void *)processes, (void *)input,   (void *)names,
                             (void *)events,    (void *)person,  (void *)threads,
                             (void *)kept,      (void *)compared};
