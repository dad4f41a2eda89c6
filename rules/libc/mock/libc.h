//===- libc.h - What rules/libc needs of the system's headers -----*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares every call of api.json under one name that no system header has, so that tests
// need no C library and -I of this folder hides nothing. Not to be mixed with the real
// headers. No call is marked as one that does not return: the rule says so.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LIBC_H
#define DBTIDY_RULES_LIBC_H

#include <stdarg.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef unsigned int pthread_key_t;
typedef unsigned int tss_t;
typedef struct _IO_FILE FILE;
typedef struct __jmp_buf_tag {
  long registers[32];
} jmp_buf[1], sigjmp_buf[1];
typedef struct {
  unsigned long bits[16];
} sigset_t, fd_set;
typedef struct siginfo siginfo_t;
typedef int pid_t, mqd_t, clockid_t;
typedef long ssize_t, time_t, suseconds_t;
typedef unsigned id_t, socklen_t;
typedef unsigned long pthread_t, thrd_t, nfds_t;
typedef enum { P_ALL, P_PID, P_PGID } idtype_t;
typedef struct pthread_cond pthread_cond_t;
typedef struct pthread_mutex pthread_mutex_t;
typedef struct pthread_barrier pthread_barrier_t;
typedef struct cnd cnd_t;
typedef struct mtx mtx_t;
typedef struct sem sem_t;
struct timespec {
  time_t tv_sec;
  long tv_nsec;
};
struct timeval {
  time_t tv_sec;
  suseconds_t tv_usec;
};
struct addrinfo;
struct epoll_event;
struct hostent;
struct iovec;
struct mmsghdr;
struct msghdr;
struct pollfd;
struct rusage;
struct sockaddr;

#define LOCK_EX 2

// Memory.
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);
void *reallocarray(void *, size_t, size_t);
void *aligned_alloc(size_t, size_t);
void *memalign(size_t, size_t);
void *valloc(size_t);
void *pvalloc(size_t);
char *strdup(const char *);
char *strndup(const char *, size_t);
int strcmp(const char *, const char *);
int strncmp(const char *, const char *, size_t);
int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);
size_t strlen(const char *);
wchar_t *wcsdup(const wchar_t *);
void free(void *);

// Ends of the program or of the thread, and jumps.
void exit(int);
void _exit(int);
void _Exit(int);
void quick_exit(int);
void abort(void);
void longjmp(jmp_buf, int);
void _longjmp(jmp_buf, int);
void siglongjmp(sigjmp_buf, int);
void pthread_exit(void *);
void thrd_exit(int);
void err(int, const char *, ...);
void errx(int, const char *, ...);
void verr(int, const char *, va_list);
void verrx(int, const char *, va_list);
void __assert_fail(const char *, const char *, unsigned, const char *);
void __assert_perror_fail(int, const char *, unsigned, const char *);
void __assert(const char *, const char *, int);

// Waiting.
unsigned sleep(unsigned);
int usleep(unsigned);
int nanosleep(const struct timespec *, struct timespec *);
int clock_nanosleep(clockid_t, int, const struct timespec *, struct timespec *);
int thrd_sleep(const struct timespec *, struct timespec *);
int pause(void);
int sigsuspend(const sigset_t *);
int sigwait(const sigset_t *, int *);
int sigwaitinfo(const sigset_t *, siginfo_t *);
int sigtimedwait(const sigset_t *, siginfo_t *, const struct timespec *);
int system(const char *);
int pclose(FILE *);
pid_t wait(int *);
pid_t waitpid(pid_t, int *, int);
int waitid(idtype_t, id_t, siginfo_t *, int);
pid_t wait3(int *, int, struct rusage *);
pid_t wait4(pid_t, int *, int, struct rusage *);
ssize_t read(int, void *, size_t);
ssize_t readv(int, const struct iovec *, int);
ssize_t recv(int, void *, size_t, int);
ssize_t recvfrom(int, void *, size_t, int, struct sockaddr *, socklen_t *);
ssize_t recvmsg(int, struct msghdr *, int);
int recvmmsg(int, struct mmsghdr *, unsigned, int, struct timespec *);
int accept(int, struct sockaddr *, socklen_t *);
int accept4(int, struct sockaddr *, socklen_t *, int);
int connect(int, const struct sockaddr *, socklen_t);
int getaddrinfo(const char *, const char *, const struct addrinfo *, struct addrinfo **);
int getnameinfo(const struct sockaddr *, socklen_t, char *, socklen_t, char *, socklen_t,
                int);
struct hostent *gethostbyname(const char *);
struct hostent *gethostbyaddr(const void *, socklen_t, int);
ssize_t mq_receive(mqd_t, char *, size_t, unsigned *);
ssize_t mq_timedreceive(mqd_t, char *, size_t, unsigned *, const struct timespec *);
int poll(struct pollfd *, nfds_t, int);
int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
int select(int, fd_set *, fd_set *, fd_set *, struct timeval *);
int pselect(int, fd_set *, fd_set *, fd_set *, const struct timespec *, const sigset_t *);
int epoll_wait(int, struct epoll_event *, int, int);
int epoll_pwait(int, struct epoll_event *, int, int, const sigset_t *);
char *fgets(char *, int, FILE *);
int getchar(void);
int getchar_unlocked(void);
int scanf(const char *, ...);
int vscanf(const char *, va_list);
int pthread_join(pthread_t, void **);
int pthread_setspecific(pthread_key_t, const void *);
int pthread_cond_wait(pthread_cond_t *, pthread_mutex_t *);
int pthread_cond_timedwait(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
int pthread_barrier_wait(pthread_barrier_t *);
int thrd_join(thrd_t, int *);
int tss_set(tss_t, void *);
int cnd_wait(cnd_t *, mtx_t *);
int cnd_timedwait(cnd_t *, mtx_t *, const struct timespec *);
int sem_wait(sem_t *);
int sem_timedwait(sem_t *, const struct timespec *);
int flock(int, int);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_LIBC_H
