//===- c.h - LevelDB's C interface, as dbtidy needs it ----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the rules and the tests use, with the types and values of LevelDB 1.23.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LEVELDB_C_H
#define DBTIDY_RULES_LEVELDB_C_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct leveldb_cache_t leveldb_cache_t;
typedef struct leveldb_comparator_t leveldb_comparator_t;
typedef struct leveldb_env_t leveldb_env_t;
typedef struct leveldb_filterpolicy_t leveldb_filterpolicy_t;
typedef struct leveldb_iterator_t leveldb_iterator_t;
typedef struct leveldb_options_t leveldb_options_t;
typedef struct leveldb_readoptions_t leveldb_readoptions_t;
typedef struct leveldb_snapshot_t leveldb_snapshot_t;
typedef struct leveldb_t leveldb_t;
typedef struct leveldb_writebatch_t leveldb_writebatch_t;
typedef struct leveldb_writeoptions_t leveldb_writeoptions_t;

enum { leveldb_no_compression = 0, leveldb_snappy_compression = 1 };

// Databases. An error text must be null or of an earlier call; the next one frees it.
leveldb_t *leveldb_open(const leveldb_options_t *, const char *, char **);
void leveldb_close(leveldb_t *);
void leveldb_put(leveldb_t *, const leveldb_writeoptions_t *, const char *, size_t,
                 const char *, size_t, char **);
void leveldb_delete(leveldb_t *, const leveldb_writeoptions_t *, const char *, size_t,
                    char **);
void leveldb_write(leveldb_t *, const leveldb_writeoptions_t *, leveldb_writebatch_t *,
                   char **);
char *leveldb_get(leveldb_t *, const leveldb_readoptions_t *, const char *, size_t,
                  size_t *, char **);
char *leveldb_property_value(leveldb_t *, const char *);
void leveldb_approximate_sizes(leveldb_t *, int, const char *const *, const size_t *,
                               const char *const *, const size_t *, uint64_t *);
void leveldb_compact_range(leveldb_t *, const char *, size_t, const char *, size_t);
void leveldb_destroy_db(const leveldb_options_t *, const char *, char **);
void leveldb_repair_db(const leveldb_options_t *, const char *, char **);

// Iterators and snapshots.
leveldb_iterator_t *leveldb_create_iterator(leveldb_t *, const leveldb_readoptions_t *);
const leveldb_snapshot_t *leveldb_create_snapshot(leveldb_t *);
void leveldb_release_snapshot(leveldb_t *, const leveldb_snapshot_t *);
void leveldb_iter_destroy(leveldb_iterator_t *);
uint8_t leveldb_iter_valid(const leveldb_iterator_t *);
void leveldb_iter_seek_to_first(leveldb_iterator_t *);
void leveldb_iter_seek_to_last(leveldb_iterator_t *);
void leveldb_iter_seek(leveldb_iterator_t *, const char *, size_t);
void leveldb_iter_next(leveldb_iterator_t *);
void leveldb_iter_prev(leveldb_iterator_t *);
const char *leveldb_iter_key(const leveldb_iterator_t *, size_t *);
const char *leveldb_iter_value(const leveldb_iterator_t *, size_t *);
void leveldb_iter_get_error(const leveldb_iterator_t *, char **);

// Write batches.
leveldb_writebatch_t *leveldb_writebatch_create(void);
void leveldb_writebatch_destroy(leveldb_writebatch_t *);
void leveldb_writebatch_clear(leveldb_writebatch_t *);
void leveldb_writebatch_put(leveldb_writebatch_t *, const char *, size_t, const char *,
                            size_t);
void leveldb_writebatch_delete(leveldb_writebatch_t *, const char *, size_t);
void leveldb_writebatch_iterate(const leveldb_writebatch_t *, void *,
                                void (*)(void *, const char *, size_t, const char *,
                                         size_t),
                                void (*)(void *, const char *, size_t));
void leveldb_writebatch_append(leveldb_writebatch_t *, const leveldb_writebatch_t *);

// Options, and what they refer to without owning it.
leveldb_options_t *leveldb_options_create(void);
void leveldb_options_destroy(leveldb_options_t *);
void leveldb_options_set_comparator(leveldb_options_t *, leveldb_comparator_t *);
void leveldb_options_set_filter_policy(leveldb_options_t *, leveldb_filterpolicy_t *);
void leveldb_options_set_create_if_missing(leveldb_options_t *, uint8_t);
void leveldb_options_set_error_if_exists(leveldb_options_t *, uint8_t);
void leveldb_options_set_env(leveldb_options_t *, leveldb_env_t *);
void leveldb_options_set_write_buffer_size(leveldb_options_t *, size_t);
void leveldb_options_set_cache(leveldb_options_t *, leveldb_cache_t *);
void leveldb_options_set_compression(leveldb_options_t *, int);
leveldb_readoptions_t *leveldb_readoptions_create(void);
void leveldb_readoptions_destroy(leveldb_readoptions_t *);
void leveldb_readoptions_set_verify_checksums(leveldb_readoptions_t *, uint8_t);
void leveldb_readoptions_set_fill_cache(leveldb_readoptions_t *, uint8_t);
void leveldb_readoptions_set_snapshot(leveldb_readoptions_t *,
                                      const leveldb_snapshot_t *);
leveldb_writeoptions_t *leveldb_writeoptions_create(void);
void leveldb_writeoptions_destroy(leveldb_writeoptions_t *);
void leveldb_writeoptions_set_sync(leveldb_writeoptions_t *, uint8_t);

// Objects that options refer to.
leveldb_comparator_t *leveldb_comparator_create(void *, void (*)(void *),
                                                int (*)(void *, const char *, size_t,
                                                        const char *, size_t),
                                                const char *(*)(void *));
void leveldb_comparator_destroy(leveldb_comparator_t *);
leveldb_filterpolicy_t *leveldb_filterpolicy_create(
    void *, void (*)(void *),
    char *(*)(void *, const char *const *, const size_t *, int, size_t *),
    uint8_t (*)(void *, const char *, size_t, const char *, size_t),
    const char *(*)(void *));
void leveldb_filterpolicy_destroy(leveldb_filterpolicy_t *);
leveldb_filterpolicy_t *leveldb_filterpolicy_create_bloom(int);
leveldb_cache_t *leveldb_cache_create_lru(size_t);
void leveldb_cache_destroy(leveldb_cache_t *);
leveldb_env_t *leveldb_create_default_env(void);
void leveldb_env_destroy(leveldb_env_t *);
char *leveldb_env_get_test_directory(leveldb_env_t *);

// The library as a whole.
void leveldb_free(void *);
int leveldb_major_version(void);
int leveldb_minor_version(void);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_LEVELDB_C_H
