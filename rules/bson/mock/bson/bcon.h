//===- bcon.h - documents written down in C -----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See bson.h beside it.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_BSON_BCON_H
#define DBTIDY_RULES_BSON_BCON_H

#include "bson.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  int n;
} bcon_append_ctx_t;
typedef struct {
  int n;
} bcon_extract_ctx_t;

#define BCON_UTF8(Value) bson_bcon_magic(), 2, (const char *)(Value)
#define BCON_INT32(Value) bson_bcon_magic(), 16, (int32_t)(Value)
#define BCON_INT64(Value) bson_bcon_magic(), 18, (int64_t)(Value)
#define BCON_DOCUMENT(Value) bson_bcon_magic(), 3, (const bson_t *)(Value)
#define BCON_NEW(...) bcon_new(NULL, __VA_ARGS__, (void *)NULL)
#define BCON_APPEND(Bson, ...) bcon_append((Bson), __VA_ARGS__, (void *)NULL)
#define BCON_EXTRACT(Bson, ...) bcon_extract((Bson), __VA_ARGS__, (void *)NULL)

void bcon_append(bson_t *Bson, ...);
void bcon_append_ctx(bson_t *Bson, bcon_append_ctx_t *Ctx, ...);
void bcon_append_ctx_va(bson_t *Bson, bcon_append_ctx_t *Ctx, va_list *Va);
void bcon_append_ctx_init(bcon_append_ctx_t *Ctx);
void bcon_extract_ctx_init(bcon_extract_ctx_t *Ctx);
void bcon_extract_ctx(bson_t *Bson, bcon_extract_ctx_t *Ctx, ...);
bool bcon_extract_ctx_va(bson_t *Bson, bcon_extract_ctx_t *Ctx, va_list *Ap);
bool bcon_extract(bson_t *Bson, ...);
bool bcon_extract_va(bson_t *Bson, bcon_extract_ctx_t *Ctx, ...);
bson_t *bcon_new(void *Unused, ...);
const char *bson_bcon_magic(void);
const char *bson_bcone_magic(void);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_BSON_BCON_H
