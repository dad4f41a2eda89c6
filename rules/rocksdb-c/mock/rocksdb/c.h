//===- c.h - RocksDB's C interface, as dbtidy needs it ----------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the rules and the tests use, with the types of RocksDB 7.8.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_ROCKSDB_C_H
#define DBTIDY_RULES_ROCKSDB_C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct rocksdb_backup_engine_info_t rocksdb_backup_engine_info_t;
typedef struct rocksdb_backup_engine_options_t rocksdb_backup_engine_options_t;
typedef struct rocksdb_backup_engine_t rocksdb_backup_engine_t;
typedef struct rocksdb_block_based_table_options_t rocksdb_block_based_table_options_t;
typedef struct rocksdb_cache_t rocksdb_cache_t;
typedef struct rocksdb_checkpoint_t rocksdb_checkpoint_t;
typedef struct rocksdb_column_family_handle_t rocksdb_column_family_handle_t;
typedef struct rocksdb_column_family_metadata_t rocksdb_column_family_metadata_t;
typedef struct rocksdb_compactionfilter_t rocksdb_compactionfilter_t;
typedef struct rocksdb_compactionfiltercontext_t rocksdb_compactionfiltercontext_t;
typedef struct rocksdb_compactionfilterfactory_t rocksdb_compactionfilterfactory_t;
typedef struct rocksdb_compactoptions_t rocksdb_compactoptions_t;
typedef struct rocksdb_comparator_t rocksdb_comparator_t;
typedef struct rocksdb_cuckoo_table_options_t rocksdb_cuckoo_table_options_t;
typedef struct rocksdb_dbpath_t rocksdb_dbpath_t;
typedef struct rocksdb_env_t rocksdb_env_t;
typedef struct rocksdb_envoptions_t rocksdb_envoptions_t;
typedef struct rocksdb_fifo_compaction_options_t rocksdb_fifo_compaction_options_t;
typedef struct rocksdb_filterpolicy_t rocksdb_filterpolicy_t;
typedef struct rocksdb_flushoptions_t rocksdb_flushoptions_t;
typedef struct rocksdb_ingestexternalfileoptions_t rocksdb_ingestexternalfileoptions_t;
typedef struct rocksdb_iterator_t rocksdb_iterator_t;
typedef struct rocksdb_level_metadata_t rocksdb_level_metadata_t;
typedef struct rocksdb_livefiles_t rocksdb_livefiles_t;
typedef struct rocksdb_lru_cache_options_t rocksdb_lru_cache_options_t;
typedef struct rocksdb_memory_allocator_t rocksdb_memory_allocator_t;
typedef struct rocksdb_memory_consumers_t rocksdb_memory_consumers_t;
typedef struct rocksdb_memory_usage_t rocksdb_memory_usage_t;
typedef struct rocksdb_mergeoperator_t rocksdb_mergeoperator_t;
typedef struct rocksdb_optimistictransaction_options_t
    rocksdb_optimistictransaction_options_t;
typedef struct rocksdb_optimistictransactiondb_t rocksdb_optimistictransactiondb_t;
typedef struct rocksdb_options_t rocksdb_options_t;
typedef struct rocksdb_perfcontext_t rocksdb_perfcontext_t;
typedef struct rocksdb_pinnableslice_t rocksdb_pinnableslice_t;
typedef struct rocksdb_ratelimiter_t rocksdb_ratelimiter_t;
typedef struct rocksdb_readoptions_t rocksdb_readoptions_t;
typedef struct rocksdb_restore_options_t rocksdb_restore_options_t;
typedef struct rocksdb_slicetransform_t rocksdb_slicetransform_t;
typedef struct rocksdb_snapshot_t rocksdb_snapshot_t;
typedef struct rocksdb_sst_file_metadata_t rocksdb_sst_file_metadata_t;
typedef struct rocksdb_sstfilewriter_t rocksdb_sstfilewriter_t;
typedef struct rocksdb_t rocksdb_t;
typedef struct rocksdb_transaction_options_t rocksdb_transaction_options_t;
typedef struct rocksdb_transaction_t rocksdb_transaction_t;
typedef struct rocksdb_transactiondb_options_t rocksdb_transactiondb_options_t;
typedef struct rocksdb_transactiondb_t rocksdb_transactiondb_t;
typedef struct rocksdb_universal_compaction_options_t
    rocksdb_universal_compaction_options_t;
typedef struct rocksdb_wal_iterator_t rocksdb_wal_iterator_t;
typedef struct rocksdb_wal_readoptions_t rocksdb_wal_readoptions_t;
typedef struct rocksdb_writebatch_t rocksdb_writebatch_t;
typedef struct rocksdb_writebatch_wi_t rocksdb_writebatch_wi_t;
typedef struct rocksdb_writeoptions_t rocksdb_writeoptions_t;

// Databases and backups. An error text must be null or of an earlier call; the next one
// frees it.
rocksdb_t *rocksdb_open(const rocksdb_options_t *, const char *, char **);
rocksdb_t *rocksdb_open_with_ttl(const rocksdb_options_t *, const char *, int, char **);
rocksdb_t *rocksdb_open_for_read_only(const rocksdb_options_t *, const char *,
                                      unsigned char, char **);
rocksdb_t *rocksdb_open_as_secondary(const rocksdb_options_t *, const char *,
                                     const char *, char **);
rocksdb_backup_engine_t *rocksdb_backup_engine_open(const rocksdb_options_t *,
                                                    const char *, char **);
rocksdb_backup_engine_t *
rocksdb_backup_engine_open_opts(const rocksdb_backup_engine_options_t *, rocksdb_env_t *,
                                char **);
void rocksdb_backup_engine_create_new_backup(rocksdb_backup_engine_t *, rocksdb_t *,
                                             char **);
void rocksdb_backup_engine_create_new_backup_flush(rocksdb_backup_engine_t *, rocksdb_t *,
                                                   unsigned char, char **);
void rocksdb_backup_engine_purge_old_backups(rocksdb_backup_engine_t *, uint32_t,
                                             char **);
void rocksdb_backup_engine_verify_backup(rocksdb_backup_engine_t *, uint32_t, char **);
void rocksdb_backup_engine_restore_db_from_latest_backup(
    rocksdb_backup_engine_t *, const char *, const char *,
    const rocksdb_restore_options_t *, char **);
void rocksdb_backup_engine_restore_db_from_backup(rocksdb_backup_engine_t *, const char *,
                                                  const char *,
                                                  const rocksdb_restore_options_t *,
                                                  const uint32_t, char **);
const rocksdb_backup_engine_info_t *
rocksdb_backup_engine_get_backup_info(rocksdb_backup_engine_t *);
int rocksdb_backup_engine_info_count(const rocksdb_backup_engine_info_t *);
void rocksdb_backup_engine_info_destroy(const rocksdb_backup_engine_info_t *);
void rocksdb_backup_engine_close(rocksdb_backup_engine_t *);
rocksdb_t *rocksdb_open_and_trim_history(const rocksdb_options_t *, const char *, int,
                                         const char *const *,
                                         const rocksdb_options_t *const *,
                                         rocksdb_column_family_handle_t **, char *,
                                         size_t, char **);
rocksdb_t *rocksdb_open_column_families(const rocksdb_options_t *, const char *, int,
                                        const char *const *,
                                        const rocksdb_options_t *const *,
                                        rocksdb_column_family_handle_t **, char **);
rocksdb_t *rocksdb_open_column_families_with_ttl(const rocksdb_options_t *, const char *,
                                                 int, const char *const *,
                                                 const rocksdb_options_t *const *,
                                                 rocksdb_column_family_handle_t **,
                                                 const int *, char **);
rocksdb_t *rocksdb_open_for_read_only_column_families(const rocksdb_options_t *,
                                                      const char *, int,
                                                      const char *const *,
                                                      const rocksdb_options_t *const *,
                                                      rocksdb_column_family_handle_t **,
                                                      unsigned char, char **);
rocksdb_t *rocksdb_open_as_secondary_column_families(
    const rocksdb_options_t *, const char *, const char *, int, const char *const *,
    const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char **);
void rocksdb_close(rocksdb_t *);
rocksdb_transactiondb_t *
rocksdb_transactiondb_open(const rocksdb_options_t *,
                           const rocksdb_transactiondb_options_t *, const char *,
                           char **);
rocksdb_transactiondb_t *rocksdb_transactiondb_open_column_families(
    const rocksdb_options_t *, const rocksdb_transactiondb_options_t *, const char *, int,
    const char *const *, const rocksdb_options_t *const *,
    rocksdb_column_family_handle_t **, char **);
void rocksdb_transactiondb_close(rocksdb_transactiondb_t *);
rocksdb_optimistictransactiondb_t *
rocksdb_optimistictransactiondb_open(const rocksdb_options_t *, const char *, char **);
rocksdb_optimistictransactiondb_t *rocksdb_optimistictransactiondb_open_column_families(
    const rocksdb_options_t *, const char *, int, const char *const *,
    const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char **);
rocksdb_t *
rocksdb_optimistictransactiondb_get_base_db(rocksdb_optimistictransactiondb_t *);
void rocksdb_optimistictransactiondb_close_base_db(rocksdb_t *);
void rocksdb_optimistictransactiondb_write(rocksdb_optimistictransactiondb_t *,
                                           const rocksdb_writeoptions_t *,
                                           rocksdb_writebatch_t *, char **);
void rocksdb_optimistictransactiondb_close(rocksdb_optimistictransactiondb_t *);
rocksdb_checkpoint_t *rocksdb_optimistictransactiondb_checkpoint_object_create(
    rocksdb_optimistictransactiondb_t *, char **);
char *rocksdb_optimistictransactiondb_property_value(rocksdb_optimistictransactiondb_t *,
                                                     const char *);

// Transactions.
rocksdb_column_family_handle_t *rocksdb_transactiondb_create_column_family(
    rocksdb_transactiondb_t *, const rocksdb_options_t *, const char *, char **);
const rocksdb_snapshot_t *
rocksdb_transactiondb_create_snapshot(rocksdb_transactiondb_t *);
void rocksdb_transactiondb_release_snapshot(rocksdb_transactiondb_t *,
                                            const rocksdb_snapshot_t *);
char *rocksdb_transactiondb_property_value(rocksdb_transactiondb_t *, const char *);
rocksdb_transaction_t *rocksdb_transaction_begin(rocksdb_transactiondb_t *,
                                                 const rocksdb_writeoptions_t *,
                                                 const rocksdb_transaction_options_t *,
                                                 rocksdb_transaction_t *);
rocksdb_transaction_t **
rocksdb_transactiondb_get_prepared_transactions(rocksdb_transactiondb_t *, size_t *);
void rocksdb_transaction_set_name(rocksdb_transaction_t *, const char *, size_t, char **);
char *rocksdb_transaction_get_name(rocksdb_transaction_t *, size_t *);
void rocksdb_transaction_prepare(rocksdb_transaction_t *, char **);
void rocksdb_transaction_commit(rocksdb_transaction_t *, char **);
void rocksdb_transaction_rollback(rocksdb_transaction_t *, char **);
void rocksdb_transaction_set_savepoint(rocksdb_transaction_t *);
void rocksdb_transaction_rollback_to_savepoint(rocksdb_transaction_t *, char **);
void rocksdb_transaction_destroy(rocksdb_transaction_t *);
rocksdb_writebatch_wi_t *rocksdb_transaction_get_writebatch_wi(rocksdb_transaction_t *);
void rocksdb_transaction_rebuild_from_writebatch(rocksdb_transaction_t *,
                                                 rocksdb_writebatch_t *, char **);
void rocksdb_transaction_rebuild_from_writebatch_wi(rocksdb_transaction_t *,
                                                    rocksdb_writebatch_wi_t *, char **);
const rocksdb_snapshot_t *rocksdb_transaction_get_snapshot(rocksdb_transaction_t *);
char *rocksdb_transaction_get(rocksdb_transaction_t *, const rocksdb_readoptions_t *,
                              const char *, size_t, size_t *, char **);
rocksdb_pinnableslice_t *rocksdb_transaction_get_pinned(rocksdb_transaction_t *,
                                                        const rocksdb_readoptions_t *,
                                                        const char *, size_t, char **);
char *rocksdb_transaction_get_cf(rocksdb_transaction_t *, const rocksdb_readoptions_t *,
                                 rocksdb_column_family_handle_t *, const char *, size_t,
                                 size_t *, char **);
rocksdb_pinnableslice_t *
rocksdb_transaction_get_pinned_cf(rocksdb_transaction_t *, const rocksdb_readoptions_t *,
                                  rocksdb_column_family_handle_t *, const char *, size_t,
                                  char **);
char *rocksdb_transaction_get_for_update(rocksdb_transaction_t *,
                                         const rocksdb_readoptions_t *, const char *,
                                         size_t, size_t *, unsigned char, char **);
rocksdb_pinnableslice_t *
rocksdb_transaction_get_pinned_for_update(rocksdb_transaction_t *,
                                          const rocksdb_readoptions_t *, const char *,
                                          size_t, unsigned char, char **);
char *rocksdb_transaction_get_for_update_cf(rocksdb_transaction_t *,
                                            const rocksdb_readoptions_t *,
                                            rocksdb_column_family_handle_t *,
                                            const char *, size_t, size_t *, unsigned char,
                                            char **);
rocksdb_pinnableslice_t *rocksdb_transaction_get_pinned_for_update_cf(
    rocksdb_transaction_t *, const rocksdb_readoptions_t *,
    rocksdb_column_family_handle_t *, const char *, size_t, unsigned char, char **);
char *rocksdb_transactiondb_get(rocksdb_transactiondb_t *, const rocksdb_readoptions_t *,
                                const char *, size_t, size_t *, char **);
rocksdb_pinnableslice_t *rocksdb_transactiondb_get_pinned(rocksdb_transactiondb_t *,
                                                          const rocksdb_readoptions_t *,
                                                          const char *, size_t, char **);
char *rocksdb_transactiondb_get_cf(rocksdb_transactiondb_t *,
                                   const rocksdb_readoptions_t *,
                                   rocksdb_column_family_handle_t *, const char *, size_t,
                                   size_t *, char **);
rocksdb_pinnableslice_t *rocksdb_transactiondb_get_pinned_cf(
    rocksdb_transactiondb_t *, const rocksdb_readoptions_t *,
    rocksdb_column_family_handle_t *, const char *, size_t, char **);
void rocksdb_transaction_put(rocksdb_transaction_t *, const char *, size_t, const char *,
                             size_t, char **);
void rocksdb_transaction_put_cf(rocksdb_transaction_t *, rocksdb_column_family_handle_t *,
                                const char *, size_t, const char *, size_t, char **);
void rocksdb_transactiondb_put(rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *,
                               const char *, size_t, const char *, size_t, char **);
void rocksdb_transactiondb_put_cf(rocksdb_transactiondb_t *,
                                  const rocksdb_writeoptions_t *,
                                  rocksdb_column_family_handle_t *, const char *, size_t,
                                  const char *, size_t, char **);
void rocksdb_transactiondb_write(rocksdb_transactiondb_t *,
                                 const rocksdb_writeoptions_t *, rocksdb_writebatch_t *,
                                 char **);
void rocksdb_transaction_merge(rocksdb_transaction_t *, const char *, size_t,
                               const char *, size_t, char **);
void rocksdb_transaction_merge_cf(rocksdb_transaction_t *,
                                  rocksdb_column_family_handle_t *, const char *, size_t,
                                  const char *, size_t, char **);
void rocksdb_transactiondb_merge(rocksdb_transactiondb_t *,
                                 const rocksdb_writeoptions_t *, const char *, size_t,
                                 const char *, size_t, char **);
void rocksdb_transactiondb_merge_cf(rocksdb_transactiondb_t *,
                                    const rocksdb_writeoptions_t *,
                                    rocksdb_column_family_handle_t *, const char *,
                                    size_t, const char *, size_t, char **);
void rocksdb_transaction_delete(rocksdb_transaction_t *, const char *, size_t, char **);
void rocksdb_transaction_delete_cf(rocksdb_transaction_t *,
                                   rocksdb_column_family_handle_t *, const char *, size_t,
                                   char **);
void rocksdb_transactiondb_delete(rocksdb_transactiondb_t *,
                                  const rocksdb_writeoptions_t *, const char *, size_t,
                                  char **);
void rocksdb_transactiondb_delete_cf(rocksdb_transactiondb_t *,
                                     const rocksdb_writeoptions_t *,
                                     rocksdb_column_family_handle_t *, const char *,
                                     size_t, char **);
rocksdb_iterator_t *rocksdb_transaction_create_iterator(rocksdb_transaction_t *,
                                                        const rocksdb_readoptions_t *);
rocksdb_iterator_t *
rocksdb_transaction_create_iterator_cf(rocksdb_transaction_t *,
                                       const rocksdb_readoptions_t *,
                                       rocksdb_column_family_handle_t *);
rocksdb_iterator_t *rocksdb_transactiondb_create_iterator(rocksdb_transactiondb_t *,
                                                          const rocksdb_readoptions_t *);
rocksdb_iterator_t *
rocksdb_transactiondb_create_iterator_cf(rocksdb_transactiondb_t *,
                                         const rocksdb_readoptions_t *,
                                         rocksdb_column_family_handle_t *);
void rocksdb_transactiondb_flush(rocksdb_transactiondb_t *,
                                 const rocksdb_flushoptions_t *, char **);
void rocksdb_transactiondb_flush_cf(rocksdb_transactiondb_t *,
                                    const rocksdb_flushoptions_t *,
                                    rocksdb_column_family_handle_t *, char **);
void rocksdb_transactiondb_flush_wal(rocksdb_transactiondb_t *, unsigned char, char **);
rocksdb_checkpoint_t *
rocksdb_transactiondb_checkpoint_object_create(rocksdb_transactiondb_t *, char **);
rocksdb_transaction_t *rocksdb_optimistictransaction_begin(
    rocksdb_optimistictransactiondb_t *, const rocksdb_writeoptions_t *,
    const rocksdb_optimistictransaction_options_t *, rocksdb_transaction_t *);

// Iterators and snapshots.
rocksdb_iterator_t *rocksdb_create_iterator(rocksdb_t *, const rocksdb_readoptions_t *);
rocksdb_wal_iterator_t *rocksdb_get_updates_since(rocksdb_t *, uint64_t,
                                                  const rocksdb_wal_readoptions_t *,
                                                  char **);
rocksdb_iterator_t *rocksdb_create_iterator_cf(rocksdb_t *, const rocksdb_readoptions_t *,
                                               rocksdb_column_family_handle_t *);
void rocksdb_create_iterators(rocksdb_t *, rocksdb_readoptions_t *,
                              rocksdb_column_family_handle_t **, rocksdb_iterator_t **,
                              size_t, char **);
const rocksdb_snapshot_t *rocksdb_create_snapshot(rocksdb_t *);
void rocksdb_release_snapshot(rocksdb_t *, const rocksdb_snapshot_t *);
void rocksdb_iter_destroy(rocksdb_iterator_t *);
unsigned char rocksdb_iter_valid(const rocksdb_iterator_t *);
void rocksdb_iter_seek_to_first(rocksdb_iterator_t *);
void rocksdb_iter_seek_to_last(rocksdb_iterator_t *);
void rocksdb_iter_seek(rocksdb_iterator_t *, const char *, size_t);
void rocksdb_iter_seek_for_prev(rocksdb_iterator_t *, const char *, size_t);
void rocksdb_iter_next(rocksdb_iterator_t *);
void rocksdb_iter_prev(rocksdb_iterator_t *);
const char *rocksdb_iter_key(const rocksdb_iterator_t *, size_t *);
const char *rocksdb_iter_value(const rocksdb_iterator_t *, size_t *);
const char *rocksdb_iter_timestamp(const rocksdb_iterator_t *, size_t *);
void rocksdb_iter_get_error(const rocksdb_iterator_t *, char **);
void rocksdb_wal_iter_next(rocksdb_wal_iterator_t *);
unsigned char rocksdb_wal_iter_valid(const rocksdb_wal_iterator_t *);
void rocksdb_wal_iter_status(const rocksdb_wal_iterator_t *, char **);
rocksdb_writebatch_t *rocksdb_wal_iter_get_batch(const rocksdb_wal_iterator_t *,
                                                 uint64_t *);
void rocksdb_wal_iter_destroy(const rocksdb_wal_iterator_t *);

// Write batches.
rocksdb_writebatch_t *rocksdb_writebatch_create(void);
rocksdb_writebatch_t *rocksdb_writebatch_create_from(const char *, size_t);
void rocksdb_writebatch_destroy(rocksdb_writebatch_t *);
void rocksdb_writebatch_clear(rocksdb_writebatch_t *);
int rocksdb_writebatch_count(rocksdb_writebatch_t *);
void rocksdb_writebatch_put(rocksdb_writebatch_t *, const char *, size_t, const char *,
                            size_t);
void rocksdb_writebatch_delete(rocksdb_writebatch_t *, const char *, size_t);
const char *rocksdb_writebatch_data(rocksdb_writebatch_t *, size_t *);
void rocksdb_writebatch_rollback_to_save_point(rocksdb_writebatch_t *, char **);
void rocksdb_writebatch_pop_save_point(rocksdb_writebatch_t *, char **);
rocksdb_writebatch_wi_t *rocksdb_writebatch_wi_create(size_t, unsigned char);
rocksdb_writebatch_wi_t *rocksdb_writebatch_wi_create_from(const char *, size_t);
void rocksdb_writebatch_wi_destroy(rocksdb_writebatch_wi_t *);
const char *rocksdb_writebatch_wi_data(rocksdb_writebatch_wi_t *, size_t *);
void rocksdb_writebatch_wi_rollback_to_save_point(rocksdb_writebatch_wi_t *, char **);
char *rocksdb_writebatch_wi_get_from_batch(rocksdb_writebatch_wi_t *,
                                           const rocksdb_options_t *, const char *,
                                           size_t, size_t *, char **);
char *rocksdb_writebatch_wi_get_from_batch_cf(rocksdb_writebatch_wi_t *,
                                              const rocksdb_options_t *,
                                              rocksdb_column_family_handle_t *,
                                              const char *, size_t, size_t *, char **);
char *rocksdb_writebatch_wi_get_from_batch_and_db(rocksdb_writebatch_wi_t *, rocksdb_t *,
                                                  const rocksdb_readoptions_t *,
                                                  const char *, size_t, size_t *,
                                                  char **);
char *rocksdb_writebatch_wi_get_from_batch_and_db_cf(
    rocksdb_writebatch_wi_t *, rocksdb_t *, const rocksdb_readoptions_t *,
    rocksdb_column_family_handle_t *, const char *, size_t, size_t *, char **);
rocksdb_iterator_t *
rocksdb_writebatch_wi_create_iterator_with_base(rocksdb_writebatch_wi_t *,
                                                rocksdb_iterator_t *);
rocksdb_iterator_t *rocksdb_writebatch_wi_create_iterator_with_base_cf(
    rocksdb_writebatch_wi_t *, rocksdb_iterator_t *, rocksdb_column_family_handle_t *);

// Options.
rocksdb_restore_options_t *rocksdb_restore_options_create(void);
void rocksdb_restore_options_destroy(rocksdb_restore_options_t *);
rocksdb_backup_engine_options_t *rocksdb_backup_engine_options_create(const char *);
void rocksdb_backup_engine_options_destroy(rocksdb_backup_engine_options_t *);
void rocksdb_load_latest_options_destroy(rocksdb_options_t *, char **,
                                         rocksdb_options_t **, size_t);
rocksdb_block_based_table_options_t *rocksdb_block_based_options_create(void);
void rocksdb_block_based_options_destroy(rocksdb_block_based_table_options_t *);
void rocksdb_block_based_options_set_filter_policy(rocksdb_block_based_table_options_t *,
                                                   rocksdb_filterpolicy_t *);
void rocksdb_block_based_options_set_block_cache(rocksdb_block_based_table_options_t *,
                                                 rocksdb_cache_t *);
void rocksdb_options_set_block_based_table_factory(rocksdb_options_t *,
                                                   rocksdb_block_based_table_options_t *);
rocksdb_cuckoo_table_options_t *rocksdb_cuckoo_options_create(void);
void rocksdb_cuckoo_options_destroy(rocksdb_cuckoo_table_options_t *);
void rocksdb_set_options(rocksdb_t *, int, const char *const *, const char *const *,
                         char **);
void rocksdb_set_options_cf(rocksdb_t *, rocksdb_column_family_handle_t *, int,
                            const char *const *, const char *const *, char **);
rocksdb_options_t *rocksdb_options_create(void);
void rocksdb_options_destroy(rocksdb_options_t *);
rocksdb_options_t *rocksdb_options_create_copy(rocksdb_options_t *);
void rocksdb_options_increase_parallelism(rocksdb_options_t *, int);
void rocksdb_options_set_compaction_filter(rocksdb_options_t *,
                                           rocksdb_compactionfilter_t *);
void rocksdb_options_set_compaction_filter_factory(rocksdb_options_t *,
                                                   rocksdb_compactionfilterfactory_t *);
void rocksdb_options_set_comparator(rocksdb_options_t *, rocksdb_comparator_t *);
void rocksdb_options_set_merge_operator(rocksdb_options_t *, rocksdb_mergeoperator_t *);
void rocksdb_options_set_create_if_missing(rocksdb_options_t *, unsigned char);
void rocksdb_options_set_error_if_exists(rocksdb_options_t *, unsigned char);
void rocksdb_options_set_env(rocksdb_options_t *, rocksdb_env_t *);
void rocksdb_options_set_prefix_extractor(rocksdb_options_t *,
                                          rocksdb_slicetransform_t *);
char *rocksdb_options_statistics_get_string(rocksdb_options_t *);
rocksdb_readoptions_t *rocksdb_readoptions_create(void);
void rocksdb_readoptions_destroy(rocksdb_readoptions_t *);
void rocksdb_readoptions_set_fill_cache(rocksdb_readoptions_t *, unsigned char);
void rocksdb_readoptions_set_snapshot(rocksdb_readoptions_t *,
                                      const rocksdb_snapshot_t *);
rocksdb_writeoptions_t *rocksdb_writeoptions_create(void);
void rocksdb_writeoptions_destroy(rocksdb_writeoptions_t *);
void rocksdb_writeoptions_set_sync(rocksdb_writeoptions_t *, unsigned char);
rocksdb_compactoptions_t *rocksdb_compactoptions_create(void);
void rocksdb_compactoptions_destroy(rocksdb_compactoptions_t *);
rocksdb_flushoptions_t *rocksdb_flushoptions_create(void);
void rocksdb_flushoptions_destroy(rocksdb_flushoptions_t *);
rocksdb_lru_cache_options_t *rocksdb_lru_cache_options_create(void);
void rocksdb_lru_cache_options_destroy(rocksdb_lru_cache_options_t *);
rocksdb_envoptions_t *rocksdb_envoptions_create(void);
void rocksdb_envoptions_destroy(rocksdb_envoptions_t *);
rocksdb_ingestexternalfileoptions_t *rocksdb_ingestexternalfileoptions_create(void);
void rocksdb_ingestexternalfileoptions_destroy(rocksdb_ingestexternalfileoptions_t *);
rocksdb_universal_compaction_options_t *rocksdb_universal_compaction_options_create(void);
void rocksdb_universal_compaction_options_destroy(
    rocksdb_universal_compaction_options_t *);
rocksdb_fifo_compaction_options_t *rocksdb_fifo_compaction_options_create(void);
void rocksdb_fifo_compaction_options_destroy(rocksdb_fifo_compaction_options_t *);
void rocksdb_get_options_from_string(const rocksdb_options_t *, const char *,
                                     rocksdb_options_t *, char **);
rocksdb_transactiondb_options_t *rocksdb_transactiondb_options_create(void);
void rocksdb_transactiondb_options_destroy(rocksdb_transactiondb_options_t *);
rocksdb_transaction_options_t *rocksdb_transaction_options_create(void);
void rocksdb_transaction_options_destroy(rocksdb_transaction_options_t *);
void rocksdb_transaction_options_set_set_snapshot(rocksdb_transaction_options_t *,
                                                  unsigned char);
rocksdb_optimistictransaction_options_t *
rocksdb_optimistictransaction_options_create(void);
void rocksdb_optimistictransaction_options_destroy(
    rocksdb_optimistictransaction_options_t *);

// Objects that options refer to or own.
rocksdb_ratelimiter_t *rocksdb_ratelimiter_create(int64_t, int64_t, int32_t);
void rocksdb_ratelimiter_destroy(rocksdb_ratelimiter_t *);
rocksdb_compactionfilter_t *rocksdb_compactionfilter_create(
    void *, void (*)(void *),
    unsigned char (*)(void *, int, const char *, size_t, const char *, size_t, char **,
                      size_t *, unsigned char *),
    const char *(*)(void *));
void rocksdb_compactionfilter_destroy(rocksdb_compactionfilter_t *);
rocksdb_compactionfilterfactory_t *rocksdb_compactionfilterfactory_create(
    void *, void (*)(void *),
    rocksdb_compactionfilter_t *(*)(void *, rocksdb_compactionfiltercontext_t *),
    const char *(*)(void *));
void rocksdb_compactionfilterfactory_destroy(rocksdb_compactionfilterfactory_t *);
rocksdb_comparator_t *rocksdb_comparator_create(void *, void (*)(void *),
                                                int (*)(void *, const char *, size_t,
                                                        const char *, size_t),
                                                const char *(*)(void *));
void rocksdb_comparator_destroy(rocksdb_comparator_t *);
rocksdb_comparator_t *rocksdb_comparator_with_ts_create(
    void *, void (*)(void *), int (*)(void *, const char *, size_t, const char *, size_t),
    int (*)(void *, const char *, size_t, const char *, size_t),
    int (*)(void *, const char *, size_t, unsigned char, const char *, size_t,
            unsigned char),
    const char *(*)(void *), size_t);
void rocksdb_filterpolicy_destroy(rocksdb_filterpolicy_t *);
rocksdb_filterpolicy_t *rocksdb_filterpolicy_create_bloom(double);
rocksdb_filterpolicy_t *rocksdb_filterpolicy_create_bloom_full(double);
rocksdb_filterpolicy_t *rocksdb_filterpolicy_create_ribbon(double);
rocksdb_filterpolicy_t *rocksdb_filterpolicy_create_ribbon_hybrid(double, int);
rocksdb_mergeoperator_t *rocksdb_mergeoperator_create(
    void *, void (*)(void *),
    char *(*)(void *, const char *, size_t, const char *, size_t, const char *const *,
              const size_t *, int, unsigned char *, size_t *),
    char *(*)(void *, const char *, size_t, const char *const *, const size_t *, int,
              unsigned char *, size_t *),
    void (*)(void *, const char *, size_t), const char *(*)(void *));
void rocksdb_mergeoperator_destroy(rocksdb_mergeoperator_t *);
rocksdb_memory_allocator_t *rocksdb_jemalloc_nodump_allocator_create(char **);
void rocksdb_memory_allocator_destroy(rocksdb_memory_allocator_t *);
rocksdb_cache_t *rocksdb_cache_create_lru(size_t);
rocksdb_cache_t *rocksdb_cache_create_lru_with_strict_capacity_limit(size_t);
rocksdb_cache_t *rocksdb_cache_create_lru_opts(rocksdb_lru_cache_options_t *);
void rocksdb_cache_destroy(rocksdb_cache_t *);
rocksdb_dbpath_t *rocksdb_dbpath_create(const char *, uint64_t);
void rocksdb_dbpath_destroy(rocksdb_dbpath_t *);
rocksdb_env_t *rocksdb_create_default_env(void);
rocksdb_env_t *rocksdb_create_mem_env(void);
void rocksdb_env_destroy(rocksdb_env_t *);
rocksdb_slicetransform_t *rocksdb_slicetransform_create(
    void *, void (*)(void *), char *(*)(void *, const char *, size_t, size_t *),
    unsigned char (*)(void *, const char *, size_t),
    unsigned char (*)(void *, const char *, size_t), const char *(*)(void *));
rocksdb_slicetransform_t *rocksdb_slicetransform_create_fixed_prefix(size_t);
rocksdb_slicetransform_t *rocksdb_slicetransform_create_noop(void);
void rocksdb_slicetransform_destroy(rocksdb_slicetransform_t *);

// What describes a database.
char *rocksdb_property_value(rocksdb_t *, const char *);
char *rocksdb_property_value_cf(rocksdb_t *, rocksdb_column_family_handle_t *,
                                const char *);
const rocksdb_livefiles_t *rocksdb_livefiles(rocksdb_t *);
rocksdb_perfcontext_t *rocksdb_perfcontext_create(void);
char *rocksdb_perfcontext_report(rocksdb_perfcontext_t *, unsigned char);
void rocksdb_perfcontext_destroy(rocksdb_perfcontext_t *);
int rocksdb_livefiles_count(const rocksdb_livefiles_t *);
const char *rocksdb_livefiles_column_family_name(const rocksdb_livefiles_t *, int);
const char *rocksdb_livefiles_name(const rocksdb_livefiles_t *, int);
const char *rocksdb_livefiles_smallestkey(const rocksdb_livefiles_t *, int, size_t *);
const char *rocksdb_livefiles_largestkey(const rocksdb_livefiles_t *, int, size_t *);
void rocksdb_livefiles_destroy(const rocksdb_livefiles_t *);
rocksdb_column_family_metadata_t *rocksdb_get_column_family_metadata(rocksdb_t *);
rocksdb_column_family_metadata_t *
rocksdb_get_column_family_metadata_cf(rocksdb_t *, rocksdb_column_family_handle_t *);
void rocksdb_column_family_metadata_destroy(rocksdb_column_family_metadata_t *);
char *rocksdb_column_family_metadata_get_name(rocksdb_column_family_metadata_t *);
size_t rocksdb_column_family_metadata_get_level_count(rocksdb_column_family_metadata_t *);
rocksdb_level_metadata_t *
rocksdb_column_family_metadata_get_level_metadata(rocksdb_column_family_metadata_t *,
                                                  size_t);
void rocksdb_level_metadata_destroy(rocksdb_level_metadata_t *);
rocksdb_sst_file_metadata_t *
rocksdb_level_metadata_get_sst_file_metadata(rocksdb_level_metadata_t *, size_t);
void rocksdb_sst_file_metadata_destroy(rocksdb_sst_file_metadata_t *);
char *rocksdb_sst_file_metadata_get_relative_filename(rocksdb_sst_file_metadata_t *);
char *rocksdb_sst_file_metadata_get_smallestkey(rocksdb_sst_file_metadata_t *, size_t *);
char *rocksdb_sst_file_metadata_get_largestkey(rocksdb_sst_file_metadata_t *, size_t *);
rocksdb_memory_consumers_t *rocksdb_memory_consumers_create(void);
void rocksdb_memory_consumers_destroy(rocksdb_memory_consumers_t *);
rocksdb_memory_usage_t *
rocksdb_approximate_memory_usage_create(rocksdb_memory_consumers_t *, char **);
void rocksdb_approximate_memory_usage_destroy(rocksdb_memory_usage_t *);

// Reading, writing and the rest.
void rocksdb_put_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *, const char *,
                         size_t, const char *, size_t, const char *, size_t, char **);
void rocksdb_put_cf_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *,
                            rocksdb_column_family_handle_t *, const char *, size_t,
                            const char *, size_t, const char *, size_t, char **);
void rocksdb_delete_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *, const char *,
                            size_t, const char *, size_t, char **);
void rocksdb_delete_cf_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *,
                               rocksdb_column_family_handle_t *, const char *, size_t,
                               const char *, size_t, char **);
void rocksdb_singledelete(rocksdb_t *, const rocksdb_writeoptions_t *, const char *,
                          size_t, char **);
void rocksdb_singledelete_cf(rocksdb_t *, const rocksdb_writeoptions_t *,
                             rocksdb_column_family_handle_t *, const char *, size_t,
                             char **);
void rocksdb_singledelete_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *,
                                  const char *, size_t, const char *, size_t, char **);
void rocksdb_singledelete_cf_with_ts(rocksdb_t *, const rocksdb_writeoptions_t *,
                                     rocksdb_column_family_handle_t *, const char *,
                                     size_t, const char *, size_t, char **);
void rocksdb_increase_full_history_ts_low(rocksdb_t *, rocksdb_column_family_handle_t *,
                                          const char *, size_t, char **);
char *rocksdb_get_full_history_ts_low(rocksdb_t *, rocksdb_column_family_handle_t *,
                                      size_t *, char **);
rocksdb_checkpoint_t *rocksdb_checkpoint_object_create(rocksdb_t *, char **);
void rocksdb_checkpoint_create(rocksdb_checkpoint_t *, const char *, uint64_t, char **);
void rocksdb_checkpoint_object_destroy(rocksdb_checkpoint_t *);
char **rocksdb_list_column_families(const rocksdb_options_t *, const char *, size_t *,
                                    char **);
void rocksdb_list_column_families_destroy(char **, size_t);
rocksdb_column_family_handle_t *rocksdb_create_column_family(rocksdb_t *,
                                                             const rocksdb_options_t *,
                                                             const char *, char **);
rocksdb_column_family_handle_t *
rocksdb_create_column_family_with_ttl(rocksdb_t *, const rocksdb_options_t *,
                                      const char *, int, char **);
void rocksdb_drop_column_family(rocksdb_t *, rocksdb_column_family_handle_t *, char **);
void rocksdb_column_family_handle_destroy(rocksdb_column_family_handle_t *);
uint32_t rocksdb_column_family_handle_get_id(rocksdb_column_family_handle_t *);
char *rocksdb_column_family_handle_get_name(rocksdb_column_family_handle_t *, size_t *);
void rocksdb_put(rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
                 const char *, size_t, char **);
void rocksdb_put_cf(rocksdb_t *, const rocksdb_writeoptions_t *,
                    rocksdb_column_family_handle_t *, const char *, size_t, const char *,
                    size_t, char **);
void rocksdb_delete(rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
                    char **);
void rocksdb_delete_cf(rocksdb_t *, const rocksdb_writeoptions_t *,
                       rocksdb_column_family_handle_t *, const char *, size_t, char **);
void rocksdb_delete_range_cf(rocksdb_t *, const rocksdb_writeoptions_t *,
                             rocksdb_column_family_handle_t *, const char *, size_t,
                             const char *, size_t, char **);
void rocksdb_merge(rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
                   const char *, size_t, char **);
void rocksdb_merge_cf(rocksdb_t *, const rocksdb_writeoptions_t *,
                      rocksdb_column_family_handle_t *, const char *, size_t,
                      const char *, size_t, char **);
void rocksdb_write(rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_writebatch_t *,
                   char **);
char *rocksdb_get(rocksdb_t *, const rocksdb_readoptions_t *, const char *, size_t,
                  size_t *, char **);
char *rocksdb_get_with_ts(rocksdb_t *, const rocksdb_readoptions_t *, const char *,
                          size_t, size_t *, char **, size_t *, char **);
char *rocksdb_get_cf(rocksdb_t *, const rocksdb_readoptions_t *,
                     rocksdb_column_family_handle_t *, const char *, size_t, size_t *,
                     char **);
char *rocksdb_get_cf_with_ts(rocksdb_t *, const rocksdb_readoptions_t *,
                             rocksdb_column_family_handle_t *, const char *, size_t,
                             size_t *, char **, size_t *, char **);
void rocksdb_multi_get(rocksdb_t *, const rocksdb_readoptions_t *, size_t,
                       const char *const *, const size_t *, char **, size_t *, char **);
unsigned char rocksdb_key_may_exist(rocksdb_t *, const rocksdb_readoptions_t *,
                                    const char *, size_t, char **, size_t *, const char *,
                                    size_t, unsigned char *);
unsigned char rocksdb_key_may_exist_cf(rocksdb_t *, const rocksdb_readoptions_t *,
                                       rocksdb_column_family_handle_t *, const char *,
                                       size_t, char **, size_t *, const char *, size_t,
                                       unsigned char *);
void rocksdb_approximate_sizes(rocksdb_t *, int, const char *const *, const size_t *,
                               const char *const *, const size_t *, uint64_t *, char **);
void rocksdb_approximate_sizes_cf(rocksdb_t *, rocksdb_column_family_handle_t *, int,
                                  const char *const *, const size_t *,
                                  const char *const *, const size_t *, uint64_t *,
                                  char **);
void rocksdb_suggest_compact_range(rocksdb_t *, const char *, size_t, const char *,
                                   size_t, char **);
void rocksdb_suggest_compact_range_cf(rocksdb_t *, rocksdb_column_family_handle_t *,
                                      const char *, size_t, const char *, size_t,
                                      char **);
void rocksdb_flush(rocksdb_t *, const rocksdb_flushoptions_t *, char **);
void rocksdb_flush_cf(rocksdb_t *, const rocksdb_flushoptions_t *,
                      rocksdb_column_family_handle_t *, char **);
void rocksdb_flush_wal(rocksdb_t *, unsigned char, char **);
void rocksdb_disable_file_deletions(rocksdb_t *, char **);
void rocksdb_enable_file_deletions(rocksdb_t *, unsigned char, char **);
void rocksdb_destroy_db(const rocksdb_options_t *, const char *, char **);
void rocksdb_repair_db(const rocksdb_options_t *, const char *, char **);
void rocksdb_write_writebatch_wi(rocksdb_t *, const rocksdb_writeoptions_t *,
                                 rocksdb_writebatch_wi_t *, char **);
void rocksdb_load_latest_options(const char *, rocksdb_env_t *, bool, rocksdb_cache_t *,
                                 rocksdb_options_t **, size_t *, char ***,
                                 rocksdb_options_t ***, char **);
void rocksdb_create_dir_if_missing(rocksdb_env_t *, const char *, char **);
rocksdb_sstfilewriter_t *rocksdb_sstfilewriter_create(const rocksdb_envoptions_t *,
                                                      const rocksdb_options_t *);
rocksdb_sstfilewriter_t *
rocksdb_sstfilewriter_create_with_comparator(const rocksdb_envoptions_t *,
                                             const rocksdb_options_t *,
                                             const rocksdb_comparator_t *);
void rocksdb_sstfilewriter_open(rocksdb_sstfilewriter_t *, const char *, char **);
void rocksdb_sstfilewriter_add(rocksdb_sstfilewriter_t *, const char *, size_t,
                               const char *, size_t, char **);
void rocksdb_sstfilewriter_put(rocksdb_sstfilewriter_t *, const char *, size_t,
                               const char *, size_t, char **);
void rocksdb_sstfilewriter_put_with_ts(rocksdb_sstfilewriter_t *, const char *, size_t,
                                       const char *, size_t, const char *, size_t,
                                       char **);
void rocksdb_sstfilewriter_merge(rocksdb_sstfilewriter_t *, const char *, size_t,
                                 const char *, size_t, char **);
void rocksdb_sstfilewriter_delete(rocksdb_sstfilewriter_t *, const char *, size_t,
                                  char **);
void rocksdb_sstfilewriter_delete_with_ts(rocksdb_sstfilewriter_t *, const char *, size_t,
                                          const char *, size_t, char **);
void rocksdb_sstfilewriter_delete_range(rocksdb_sstfilewriter_t *, const char *, size_t,
                                        const char *, size_t, char **);
void rocksdb_sstfilewriter_finish(rocksdb_sstfilewriter_t *, char **);
void rocksdb_sstfilewriter_destroy(rocksdb_sstfilewriter_t *);
void rocksdb_ingest_external_file(rocksdb_t *, const char *const *, const size_t,
                                  const rocksdb_ingestexternalfileoptions_t *, char **);
void rocksdb_ingest_external_file_cf(rocksdb_t *, rocksdb_column_family_handle_t *,
                                     const char *const *, const size_t,
                                     const rocksdb_ingestexternalfileoptions_t *,
                                     char **);
void rocksdb_try_catch_up_with_primary(rocksdb_t *, char **);
void rocksdb_delete_file_in_range(rocksdb_t *, const char *, size_t, const char *, size_t,
                                  char **);
void rocksdb_delete_file_in_range_cf(rocksdb_t *, rocksdb_column_family_handle_t *,
                                     const char *, size_t, const char *, size_t, char **);
void rocksdb_free(void *);
rocksdb_pinnableslice_t *rocksdb_get_pinned(rocksdb_t *, const rocksdb_readoptions_t *,
                                            const char *, size_t, char **);
rocksdb_pinnableslice_t *rocksdb_get_pinned_cf(rocksdb_t *, const rocksdb_readoptions_t *,
                                               rocksdb_column_family_handle_t *,
                                               const char *, size_t, char **);
void rocksdb_pinnableslice_destroy(rocksdb_pinnableslice_t *);
const char *rocksdb_pinnableslice_value(const rocksdb_pinnableslice_t *, size_t *);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_ROCKSDB_C_H
