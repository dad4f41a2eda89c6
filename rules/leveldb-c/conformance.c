//===- conformance.c - api.json against the header --------------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real header: every function of
// api.json has the type that its entry assumes. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name of api.json to occur in this file.
//
// Real headers: pkg-config leveldb
//
//===----------------------------------------------------------------------===//
#include "leveldb/c.h"

#define SAME(Result, Parameters, Name)                                                   \
  do {                                                                                   \
    Result(*Function) Parameters = Name;                                                 \
    (void)Function;                                                                      \
  } while (0)

void databases(void) {
  SAME(leveldb_t *, (const leveldb_options_t *, const char *, char **), leveldb_open);
  SAME(void, (leveldb_t *), leveldb_close);
  SAME(void,
       (leveldb_t *, const leveldb_writeoptions_t *, const char *, size_t, const char *,
        size_t, char **),
       leveldb_put);
  SAME(void, (leveldb_t *, const leveldb_writeoptions_t *, const char *, size_t, char **),
       leveldb_delete);
  SAME(void,
       (leveldb_t *, const leveldb_writeoptions_t *, leveldb_writebatch_t *, char **),
       leveldb_write);
  SAME(char *,
       (leveldb_t *, const leveldb_readoptions_t *, const char *, size_t, size_t *,
        char **),
       leveldb_get);
  SAME(char *, (leveldb_t *, const char *), leveldb_property_value);
  SAME(void, (const leveldb_options_t *, const char *, char **), leveldb_destroy_db);
  SAME(void, (const leveldb_options_t *, const char *, char **), leveldb_repair_db);
}

void iterators(void) {
  SAME(leveldb_iterator_t *, (leveldb_t *, const leveldb_readoptions_t *),
       leveldb_create_iterator);
  SAME(const leveldb_snapshot_t *, (leveldb_t *), leveldb_create_snapshot);
  SAME(void, (leveldb_t *, const leveldb_snapshot_t *), leveldb_release_snapshot);
  SAME(void, (leveldb_iterator_t *), leveldb_iter_destroy);
  SAME(uint8_t, (const leveldb_iterator_t *), leveldb_iter_valid);
  SAME(void, (leveldb_iterator_t *), leveldb_iter_seek_to_first);
  SAME(void, (leveldb_iterator_t *), leveldb_iter_seek_to_last);
  SAME(void, (leveldb_iterator_t *, const char *, size_t), leveldb_iter_seek);
  SAME(void, (leveldb_iterator_t *), leveldb_iter_next);
  SAME(void, (leveldb_iterator_t *), leveldb_iter_prev);
  SAME(const char *, (const leveldb_iterator_t *, size_t *), leveldb_iter_key);
  SAME(const char *, (const leveldb_iterator_t *, size_t *), leveldb_iter_value);
  SAME(void, (const leveldb_iterator_t *, char **), leveldb_iter_get_error);
}

void batches(void) {
  SAME(leveldb_writebatch_t *, (void), leveldb_writebatch_create);
  SAME(void, (leveldb_writebatch_t *), leveldb_writebatch_destroy);
}

void options(void) {
  SAME(leveldb_options_t *, (void), leveldb_options_create);
  SAME(void, (leveldb_options_t *), leveldb_options_destroy);
  SAME(leveldb_readoptions_t *, (void), leveldb_readoptions_create);
  SAME(void, (leveldb_readoptions_t *), leveldb_readoptions_destroy);
  SAME(leveldb_writeoptions_t *, (void), leveldb_writeoptions_create);
  SAME(void, (leveldb_writeoptions_t *), leveldb_writeoptions_destroy);
}

void objects(void) {
  SAME(leveldb_comparator_t *,
       (void *, void (*)(void *),
        int (*)(void *, const char *, size_t, const char *, size_t),
        const char *(*)(void *)),
       leveldb_comparator_create);
  SAME(void, (leveldb_comparator_t *), leveldb_comparator_destroy);
  SAME(leveldb_filterpolicy_t *,
       (void *, void (*)(void *),
        char *(*)(void *, const char *const *, const size_t *, int, size_t *),
        uint8_t (*)(void *, const char *, size_t, const char *, size_t),
        const char *(*)(void *)),
       leveldb_filterpolicy_create);
  SAME(void, (leveldb_filterpolicy_t *), leveldb_filterpolicy_destroy);
  SAME(leveldb_filterpolicy_t *, (int), leveldb_filterpolicy_create_bloom);
  SAME(leveldb_cache_t *, (size_t), leveldb_cache_create_lru);
  SAME(void, (leveldb_cache_t *), leveldb_cache_destroy);
  SAME(leveldb_env_t *, (void), leveldb_create_default_env);
  SAME(void, (leveldb_env_t *), leveldb_env_destroy);
  SAME(char *, (leveldb_env_t *), leveldb_env_get_test_directory);
}

void whole(void) { SAME(void, (void *), leveldb_free); }
