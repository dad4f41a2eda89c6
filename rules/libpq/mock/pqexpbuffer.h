//===- pqexpbuffer.h - libpq's growing strings --------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// PostgreSQL installs its own among the internal headers, but programs use it; see
// libpq-fe.h beside this file.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_PQEXPBUFFER_H
#define DBTIDY_RULES_PQEXPBUFFER_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct PQExpBufferData {
  char *data;
  size_t len;
  size_t maxlen;
} PQExpBufferData;
typedef PQExpBufferData *PQExpBuffer;

#define PQExpBufferBroken(Buffer) (!(Buffer) || (Buffer)->maxlen == 0)
#define PQExpBufferDataBroken(Object) ((Object).maxlen == 0)

PQExpBuffer createPQExpBuffer(void);
void destroyPQExpBuffer(PQExpBuffer Buffer);
void initPQExpBuffer(PQExpBuffer Object);
void termPQExpBuffer(PQExpBuffer Object);
void resetPQExpBuffer(PQExpBuffer Buffer);
int enlargePQExpBuffer(PQExpBuffer Buffer, size_t Needed);
void printfPQExpBuffer(PQExpBuffer Buffer, const char *Format, ...)
    __attribute__((format(printf, 2, 3)));
void appendPQExpBuffer(PQExpBuffer Buffer, const char *Format, ...)
    __attribute__((format(printf, 2, 3)));
void appendPQExpBufferStr(PQExpBuffer Buffer, const char *Text);
void appendPQExpBufferChar(PQExpBuffer Buffer, char Character);
void appendBinaryPQExpBuffer(PQExpBuffer Buffer, const char *Data, size_t Size);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_PQEXPBUFFER_H
