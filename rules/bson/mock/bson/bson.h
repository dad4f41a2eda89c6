//===- bson.h - libbson as the rule file sees it ------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/bson/api.json speaks of, so that tests need no MongoDB. Written for
// dbtidy; conformance.c compiles against this file and against the real header, which
// spreads the same over several files.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_BSON_H
#define DBTIDY_RULES_BSON_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>

// The version that the mock has the calls of.
#define BSON_CHECK_VERSION(Major, Minor, Micro)                                          \
  ((Major) < 1 || ((Major) == 1 && (Minor) <= 30))

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _bson_t {
  uint32_t flags;
  uint32_t len;
  uint8_t padding[120];
} bson_t;

#define BSON_INITIALIZER {3, 5, {5}}

typedef struct _bson_error_t {
  uint32_t domain;
  uint32_t code;
  char message[504];
} bson_error_t;

typedef struct {
  uint8_t bytes[12];
} bson_oid_t;

typedef struct {
  uint64_t low;
  uint64_t high;
} bson_decimal128_t;

typedef enum {
  BSON_TYPE_EOD = 0x00,
  BSON_TYPE_DOUBLE = 0x01,
  BSON_TYPE_UTF8 = 0x02,
  BSON_TYPE_DOCUMENT = 0x03,
  BSON_TYPE_ARRAY = 0x04,
  BSON_TYPE_BINARY = 0x05,
  BSON_TYPE_OID = 0x07,
  BSON_TYPE_BOOL = 0x08,
  BSON_TYPE_INT32 = 0x10,
  BSON_TYPE_INT64 = 0x12
} bson_type_t;

typedef enum { BSON_SUBTYPE_BINARY = 0x00 } bson_subtype_t;
typedef enum { BSON_VALIDATE_NONE = 0 } bson_validate_flags_t;
typedef enum { BSON_CONTEXT_NONE = 0 } bson_context_flags_t;
typedef enum {
  BSON_JSON_MODE_LEGACY,
  BSON_JSON_MODE_CANONICAL,
  BSON_JSON_MODE_RELAXED
} bson_json_mode_t;

typedef struct _bson_value_t {
  bson_type_t value_type;
  int32_t padding;
  union {
    int64_t v_int64;
    int32_t v_int32;
    struct {
      char *str;
      uint32_t len;
    } v_utf8;
  } value;
} bson_value_t;

typedef struct {
  const uint8_t *raw;
  uint32_t len;
  uint32_t off;
  bson_value_t value;
} bson_iter_t;

typedef struct {
  char *str;
  uint32_t len;
  uint32_t alloc;
} bson_string_t;

typedef struct _bson_array_builder_t bson_array_builder_t;
typedef struct _bson_context_t bson_context_t;
typedef struct _bson_json_opts_t bson_json_opts_t;
typedef struct _bson_json_reader_t bson_json_reader_t;
typedef struct _bson_reader_t bson_reader_t;
typedef struct _bson_visitor_t bson_visitor_t;
typedef struct _bson_writer_t bson_writer_t;
typedef uint32_t bson_unichar_t;

typedef void *(*bson_realloc_func)(void *, size_t, void *);
typedef ssize_t (*bson_reader_read_func_t)(void *, void *, size_t);
typedef void (*bson_reader_destroy_func_t)(void *);
typedef ssize_t (*bson_json_reader_cb)(void *, uint8_t *, size_t);
typedef void (*bson_json_destroy_cb)(void *);

#define BSON_APPEND_ARRAY_BEGIN(Bson, Key, Child)                                        \
  bson_append_array_begin(Bson, Key, (int)strlen(Key), Child)
#define BSON_APPEND_BOOL(Bson, Key, Value)                                               \
  bson_append_bool(Bson, Key, (int)strlen(Key), Value)
#define BSON_APPEND_DOCUMENT(Bson, Key, Value)                                           \
  bson_append_document(Bson, Key, (int)strlen(Key), Value)
#define BSON_APPEND_DOCUMENT_BEGIN(Bson, Key, Child)                                     \
  bson_append_document_begin(Bson, Key, (int)strlen(Key), Child)
#define BSON_APPEND_INT32(Bson, Key, Value)                                              \
  bson_append_int32(Bson, Key, (int)strlen(Key), Value)
#define BSON_APPEND_INT64(Bson, Key, Value)                                              \
  bson_append_int64(Bson, Key, (int)strlen(Key), Value)
#define BSON_APPEND_OID(Bson, Key, Value)                                                \
  bson_append_oid(Bson, Key, (int)strlen(Key), Value)
#define BSON_APPEND_UTF8(Bson, Key, Value)                                               \
  bson_append_utf8(Bson, Key, (int)strlen(Key), Value, (int)strlen(Value))

#define BSON_ITER_HOLDS_DOCUMENT(Iter) (bson_iter_type((Iter)) == BSON_TYPE_DOCUMENT)
#define BSON_ITER_HOLDS_INT32(Iter) (bson_iter_type((Iter)) == BSON_TYPE_INT32)
#define BSON_ITER_HOLDS_UTF8(Iter) (bson_iter_type((Iter)) == BSON_TYPE_UTF8)

#define bson_empty(Bson) (((Bson)->len == 5) || !bson_get_data((Bson))[4])

//===--- Documents ------------------------------------------------------------===//

char *bson_utf8_escape_for_json(const char *Utf8, ssize_t Utf8Len);
bson_t *bson_new(void);
bson_t *bson_new_from_json(const uint8_t *Data, ssize_t Len, bson_error_t *Error);
bool bson_init_from_json(bson_t *Bson, const char *Data, ssize_t Len,
                         bson_error_t *Error);
bool bson_init_static(bson_t *B, const uint8_t *Data, size_t Length);
void bson_init(bson_t *B);
void bson_reinit(bson_t *B);
bson_t *bson_new_from_data(const uint8_t *Data, size_t Length);
bson_t *bson_new_from_buffer(uint8_t **Buf, size_t *BufLen, bson_realloc_func ReallocFunc,
                             void *ReallocFuncCtx);
bson_t *bson_sized_new(size_t Size);
bson_t *bson_copy(const bson_t *Bson);
void bson_copy_to(const bson_t *Src, bson_t *Dst);
void bson_copy_to_excluding(const bson_t *Src, bson_t *Dst, const char *FirstExclude,
                            ...);
void bson_copy_to_excluding_noinit(const bson_t *Src, bson_t *Dst,
                                   const char *FirstExclude, ...);
void bson_copy_to_excluding_noinit_va(const bson_t *Src, bson_t *Dst,
                                      const char *FirstExclude, va_list Args);
void bson_destroy(bson_t *Bson);
uint8_t *bson_reserve_buffer(bson_t *Bson, uint32_t Size);
bool bson_steal(bson_t *Dst, bson_t *Src);
uint8_t *bson_destroy_with_steal(bson_t *Bson, bool Steal, uint32_t *Length);
const uint8_t *bson_get_data(const bson_t *Bson);
uint32_t bson_count_keys(const bson_t *Bson);
bool bson_has_field(const bson_t *Bson, const char *Key);
int bson_compare(const bson_t *Bson, const bson_t *Other);
bool bson_equal(const bson_t *Bson, const bson_t *Other);
bool bson_validate(const bson_t *Bson, bson_validate_flags_t Flags, size_t *Offset);
bool bson_validate_with_error(const bson_t *Bson, bson_validate_flags_t Flags,
                              bson_error_t *Error);
char *bson_as_json_with_opts(const bson_t *Bson, size_t *Length,
                             const bson_json_opts_t *Opts);
char *bson_as_canonical_extended_json(const bson_t *Bson, size_t *Length);
char *bson_as_json(const bson_t *Bson, size_t *Length);
char *bson_as_relaxed_extended_json(const bson_t *Bson, size_t *Length);
char *bson_array_as_json(const bson_t *Bson, size_t *Length);
bool bson_concat(bson_t *Dst, const bson_t *Src);
char *bson_as_legacy_extended_json(const bson_t *Bson, size_t *Length);
char *bson_array_as_legacy_extended_json(const bson_t *Bson, size_t *Length);
char *bson_array_as_canonical_extended_json(const bson_t *Bson, size_t *Length);
char *bson_array_as_relaxed_extended_json(const bson_t *Bson, size_t *Length);

//===--- Appending ------------------------------------------------------------===//

bool bson_append_value(bson_t *Bson, const char *Key, int KeyLength,
                       const bson_value_t *Value);
bool bson_append_array(bson_t *Bson, const char *Key, int KeyLength, const bson_t *Array);
bool bson_append_binary(bson_t *Bson, const char *Key, int KeyLength,
                        bson_subtype_t Subtype, const uint8_t *Binary, uint32_t Length);
bool bson_append_bool(bson_t *Bson, const char *Key, int KeyLength, bool Value);
bool bson_append_code(bson_t *Bson, const char *Key, int KeyLength,
                      const char *Javascript);
bool bson_append_code_with_scope(bson_t *Bson, const char *Key, int KeyLength,
                                 const char *Javascript, const bson_t *Scope);
bool bson_append_dbpointer(bson_t *Bson, const char *Key, int KeyLength,
                           const char *Collection, const bson_oid_t *Oid);
bool bson_append_double(bson_t *Bson, const char *Key, int KeyLength, double Value);
bool bson_append_document(bson_t *Bson, const char *Key, int KeyLength,
                          const bson_t *Value);
bool bson_append_document_begin(bson_t *Bson, const char *Key, int KeyLength,
                                bson_t *Child);
bool bson_append_document_end(bson_t *Bson, bson_t *Child);
bool bson_append_array_begin(bson_t *Bson, const char *Key, int KeyLength, bson_t *Child);
bool bson_append_array_end(bson_t *Bson, bson_t *Child);
bool bson_append_int32(bson_t *Bson, const char *Key, int KeyLength, int32_t Value);
bool bson_append_int64(bson_t *Bson, const char *Key, int KeyLength, int64_t Value);
bool bson_append_decimal128(bson_t *Bson, const char *Key, int KeyLength,
                            const bson_decimal128_t *Value);
bool bson_append_iter(bson_t *Bson, const char *Key, int KeyLength,
                      const bson_iter_t *Iter);
bool bson_append_minkey(bson_t *Bson, const char *Key, int KeyLength);
bool bson_append_maxkey(bson_t *Bson, const char *Key, int KeyLength);
bool bson_append_null(bson_t *Bson, const char *Key, int KeyLength);
bool bson_append_oid(bson_t *Bson, const char *Key, int KeyLength, const bson_oid_t *Oid);
bool bson_append_regex(bson_t *Bson, const char *Key, int KeyLength, const char *Regex,
                       const char *Options);
bool bson_append_regex_w_len(bson_t *Bson, const char *Key, int KeyLength,
                             const char *Regex, int RegexLength, const char *Options);
bool bson_append_utf8(bson_t *Bson, const char *Key, int KeyLength, const char *Value,
                      int Length);
bool bson_append_symbol(bson_t *Bson, const char *Key, int KeyLength, const char *Value,
                        int Length);
bool bson_append_time_t(bson_t *Bson, const char *Key, int KeyLength, time_t Value);
bool bson_append_timeval(bson_t *Bson, const char *Key, int KeyLength,
                         struct timeval *Value);
bool bson_append_date_time(bson_t *Bson, const char *Key, int KeyLength, int64_t Value);
bool bson_append_now_utc(bson_t *Bson, const char *Key, int KeyLength);
bool bson_append_timestamp(bson_t *Bson, const char *Key, int KeyLength,
                           uint32_t Timestamp, uint32_t Increment);
bool bson_append_undefined(bson_t *Bson, const char *Key, int KeyLength);
bson_array_builder_t *bson_array_builder_new(void);
bool bson_array_builder_build(bson_array_builder_t *Bab, bson_t *Out);
void bson_array_builder_destroy(bson_array_builder_t *Bab);
bool bson_append_array_builder_begin(bson_t *Bson, const char *Key, int KeyLength,
                                     bson_array_builder_t **Child);
bool bson_append_array_builder_end(bson_t *Bson, bson_array_builder_t *Child);
bool bson_append_array_unsafe_begin(bson_t *Bson, const char *Key, int KeyLength,
                                    bson_t *Child);
bool bson_append_array_unsafe_end(bson_t *Bson, bson_t *Child);

//===--- Iterators, values ----------------------------------------------------===//

const bson_value_t *bson_iter_value(bson_iter_t *Iter);
uint32_t bson_iter_utf8_len_unsafe(const bson_iter_t *Iter);
void bson_iter_array(const bson_iter_t *Iter, uint32_t *ArrayLen, const uint8_t **Array);
void bson_iter_binary(const bson_iter_t *Iter, bson_subtype_t *Subtype,
                      uint32_t *BinaryLen, const uint8_t **Binary);
const char *bson_iter_code(const bson_iter_t *Iter, uint32_t *Length);
const char *bson_iter_code_unsafe(const bson_iter_t *Iter, uint32_t *Length);
const char *bson_iter_codewscope(const bson_iter_t *Iter, uint32_t *Length,
                                 uint32_t *ScopeLen, const uint8_t **Scope);
void bson_iter_dbpointer(const bson_iter_t *Iter, uint32_t *CollectionLen,
                         const char **Collection, const bson_oid_t **Oid);
void bson_iter_document(const bson_iter_t *Iter, uint32_t *DocumentLen,
                        const uint8_t **Document);
double bson_iter_double(const bson_iter_t *Iter);
double bson_iter_as_double(const bson_iter_t *Iter);
double bson_iter_double_unsafe(const bson_iter_t *Iter);
bool bson_iter_init(bson_iter_t *Iter, const bson_t *Bson);
bool bson_iter_init_from_data(bson_iter_t *Iter, const uint8_t *Data, size_t Length);
bool bson_iter_init_find(bson_iter_t *Iter, const bson_t *Bson, const char *Key);
bool bson_iter_init_find_w_len(bson_iter_t *Iter, const bson_t *Bson, const char *Key,
                               int Keylen);
bool bson_iter_init_find_case(bson_iter_t *Iter, const bson_t *Bson, const char *Key);
bool bson_iter_init_from_data_at_offset(bson_iter_t *Iter, const uint8_t *Data,
                                        size_t Length, uint32_t Offset, uint32_t Keylen);
int32_t bson_iter_int32(const bson_iter_t *Iter);
int32_t bson_iter_int32_unsafe(const bson_iter_t *Iter);
int64_t bson_iter_int64(const bson_iter_t *Iter);
int64_t bson_iter_as_int64(const bson_iter_t *Iter);
int64_t bson_iter_int64_unsafe(const bson_iter_t *Iter);
bool bson_iter_find(bson_iter_t *Iter, const char *Key);
bool bson_iter_find_w_len(bson_iter_t *Iter, const char *Key, int Keylen);
bool bson_iter_find_case(bson_iter_t *Iter, const char *Key);
bool bson_iter_find_descendant(bson_iter_t *Iter, const char *Dotkey,
                               bson_iter_t *Descendant);
bool bson_iter_next(bson_iter_t *Iter);
const bson_oid_t *bson_iter_oid(const bson_iter_t *Iter);
const bson_oid_t *bson_iter_oid_unsafe(const bson_iter_t *Iter);
bool bson_iter_decimal128(const bson_iter_t *Iter, bson_decimal128_t *Dec);
void bson_iter_decimal128_unsafe(const bson_iter_t *Iter, bson_decimal128_t *Dec);
const char *bson_iter_key(const bson_iter_t *Iter);
uint32_t bson_iter_key_len(const bson_iter_t *Iter);
const char *bson_iter_key_unsafe(const bson_iter_t *Iter);
const char *bson_iter_utf8(const bson_iter_t *Iter, uint32_t *Length);
const char *bson_iter_utf8_unsafe(const bson_iter_t *Iter, size_t *Length);
char *bson_iter_dup_utf8(const bson_iter_t *Iter, uint32_t *Length);
int64_t bson_iter_date_time(const bson_iter_t *Iter);
time_t bson_iter_time_t(const bson_iter_t *Iter);
time_t bson_iter_time_t_unsafe(const bson_iter_t *Iter);
void bson_iter_timeval(const bson_iter_t *Iter, struct timeval *Tv);
void bson_iter_timeval_unsafe(const bson_iter_t *Iter, struct timeval *Tv);
void bson_iter_timestamp(const bson_iter_t *Iter, uint32_t *Timestamp,
                         uint32_t *Increment);
bool bson_iter_bool(const bson_iter_t *Iter);
bool bson_iter_bool_unsafe(const bson_iter_t *Iter);
bool bson_iter_as_bool(const bson_iter_t *Iter);
const char *bson_iter_regex(const bson_iter_t *Iter, const char **Options);
const char *bson_iter_symbol(const bson_iter_t *Iter, uint32_t *Length);
bson_type_t bson_iter_type(const bson_iter_t *Iter);
bson_type_t bson_iter_type_unsafe(const bson_iter_t *Iter);
bool bson_iter_recurse(const bson_iter_t *Iter, bson_iter_t *Child);
void bson_iter_overwrite_int32(bson_iter_t *Iter, int32_t Value);
void bson_iter_overwrite_int64(bson_iter_t *Iter, int64_t Value);
void bson_iter_overwrite_double(bson_iter_t *Iter, double Value);
void bson_iter_overwrite_decimal128(bson_iter_t *Iter, const bson_decimal128_t *Value);
void bson_iter_overwrite_bool(bson_iter_t *Iter, bool Value);
void bson_iter_overwrite_oid(bson_iter_t *Iter, const bson_oid_t *Value);
void bson_iter_overwrite_timestamp(bson_iter_t *Iter, uint32_t Timestamp,
                                   uint32_t Increment);
void bson_iter_overwrite_date_time(bson_iter_t *Iter, int64_t Value);
bool bson_iter_visit_all(bson_iter_t *Iter, const bson_visitor_t *Visitor, void *Data);
uint32_t bson_iter_offset(bson_iter_t *Iter);
void bson_value_copy(const bson_value_t *Src, bson_value_t *Dst);
void bson_value_destroy(bson_value_t *Value);

//===--- Readers, writers, contexts -------------------------------------------===//

bson_context_t *bson_context_new(bson_context_flags_t Flags);
void bson_context_destroy(bson_context_t *Context);
bson_context_t *bson_context_get_default(void);
bson_json_opts_t *bson_json_opts_new(bson_json_mode_t Mode, int32_t MaxLen);
void bson_json_opts_destroy(bson_json_opts_t *Opts);
bson_json_reader_t *bson_json_reader_new(void *Data, bson_json_reader_cb Cb,
                                         bson_json_destroy_cb Dcb, bool AllowMultiple,
                                         size_t BufSize);
bson_json_reader_t *bson_json_reader_new_from_fd(int Fd, bool CloseOnDestroy);
bson_json_reader_t *bson_json_reader_new_from_file(const char *Filename,
                                                   bson_error_t *Error);
void bson_json_reader_destroy(bson_json_reader_t *Reader);
int bson_json_reader_read(bson_json_reader_t *Reader, bson_t *Bson, bson_error_t *Error);
bson_json_reader_t *bson_json_data_reader_new(bool AllowMultiple, size_t Size);
void bson_json_data_reader_ingest(bson_json_reader_t *Reader, const uint8_t *Data,
                                  size_t Len);
bson_reader_t *bson_reader_new_from_handle(void *Handle, bson_reader_read_func_t Rf,
                                           bson_reader_destroy_func_t Df);
bson_reader_t *bson_reader_new_from_fd(int Fd, bool CloseOnDestroy);
bson_reader_t *bson_reader_new_from_file(const char *Path, bson_error_t *Error);
bson_reader_t *bson_reader_new_from_data(const uint8_t *Data, size_t Length);
void bson_reader_destroy(bson_reader_t *Reader);
void bson_reader_set_read_func(bson_reader_t *Reader, bson_reader_read_func_t Func);
void bson_reader_set_destroy_func(bson_reader_t *Reader, bson_reader_destroy_func_t Func);
const bson_t *bson_reader_read(bson_reader_t *Reader, bool *ReachedEof);
off_t bson_reader_tell(bson_reader_t *Reader);
void bson_reader_reset(bson_reader_t *Reader);
bson_writer_t *bson_writer_new(uint8_t **Buf, size_t *Buflen, size_t Offset,
                               bson_realloc_func ReallocFunc, void *ReallocFuncCtx);
void bson_writer_destroy(bson_writer_t *Writer);
size_t bson_writer_get_length(bson_writer_t *Writer);
bool bson_writer_begin(bson_writer_t *Writer, bson_t **Bson);
void bson_writer_end(bson_writer_t *Writer);
void bson_writer_rollback(bson_writer_t *Writer);
void bson_json_opts_set_outermost_array(bson_json_opts_t *Opts, bool IsOutermostArray);

//===--- Memory, strings ------------------------------------------------------===//

void *bson_malloc(size_t NumBytes);
void *bson_malloc0(size_t NumBytes);
void *bson_aligned_alloc(size_t Alignment, size_t NumBytes);
void *bson_aligned_alloc0(size_t Alignment, size_t NumBytes);
void *bson_realloc(void *Mem, size_t NumBytes);
void *bson_realloc_ctx(void *Mem, size_t NumBytes, void *Ctx);
void bson_free(void *Mem);
void bson_zero_free(void *Mem, size_t Size);
bson_string_t *bson_string_new(const char *Str);
char *bson_string_free(bson_string_t *String, bool FreeSegment);
void bson_string_append(bson_string_t *String, const char *Str);
void bson_string_append_c(bson_string_t *String, char Str);
void bson_string_append_unichar(bson_string_t *String, bson_unichar_t Unichar);
void bson_string_append_printf(bson_string_t *String, const char *Format, ...);
void bson_string_truncate(bson_string_t *String, uint32_t Len);
char *bson_strdup(const char *Str);
char *bson_strdup_printf(const char *Format, ...);
char *bson_strdupv_printf(const char *Format, va_list Args);
char *bson_strndup(const char *Str, size_t NBytes);
void bson_strfreev(char **Strv);

#ifdef __cplusplus
}
#endif

#include "bcon.h"

#endif // DBTIDY_RULES_BSON_H
