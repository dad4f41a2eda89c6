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
// Real headers: pkg-config rocksdb
//
//===----------------------------------------------------------------------===//
#include "rocksdb/c.h"

#include <stdbool.h>

#define SAME(Result, Parameters, Name)                                                   \
  do {                                                                                   \
    Result(*Function) Parameters = Name;                                                 \
    (void)Function;                                                                      \
  } while (0)

void databases(void) {
  SAME(rocksdb_t *, (const rocksdb_options_t *, const char *, char **), rocksdb_open);
  SAME(rocksdb_t *, (const rocksdb_options_t *, const char *, int, char **),
       rocksdb_open_with_ttl);
  SAME(rocksdb_t *, (const rocksdb_options_t *, const char *, unsigned char, char **),
       rocksdb_open_for_read_only);
  SAME(rocksdb_t *, (const rocksdb_options_t *, const char *, const char *, char **),
       rocksdb_open_as_secondary);
  SAME(rocksdb_backup_engine_t *, (const rocksdb_options_t *, const char *, char **),
       rocksdb_backup_engine_open);
  SAME(rocksdb_backup_engine_t *,
       (const rocksdb_backup_engine_options_t *, rocksdb_env_t *, char **),
       rocksdb_backup_engine_open_opts);
  SAME(void, (rocksdb_backup_engine_t *, rocksdb_t *, char **),
       rocksdb_backup_engine_create_new_backup);
  SAME(void, (rocksdb_backup_engine_t *, rocksdb_t *, unsigned char, char **),
       rocksdb_backup_engine_create_new_backup_flush);
  SAME(void, (rocksdb_backup_engine_t *, uint32_t, char **),
       rocksdb_backup_engine_purge_old_backups);
  SAME(void, (rocksdb_backup_engine_t *, uint32_t, char **),
       rocksdb_backup_engine_verify_backup);
  SAME(void,
       (rocksdb_backup_engine_t *, const char *, const char *,
        const rocksdb_restore_options_t *, char **),
       rocksdb_backup_engine_restore_db_from_latest_backup);
  SAME(void,
       (rocksdb_backup_engine_t *, const char *, const char *,
        const rocksdb_restore_options_t *, const uint32_t, char **),
       rocksdb_backup_engine_restore_db_from_backup);
  SAME(const rocksdb_backup_engine_info_t *, (rocksdb_backup_engine_t *),
       rocksdb_backup_engine_get_backup_info);
  SAME(void, (const rocksdb_backup_engine_info_t *), rocksdb_backup_engine_info_destroy);
  SAME(void, (rocksdb_backup_engine_t *), rocksdb_backup_engine_close);
  SAME(rocksdb_t *,
       (const rocksdb_options_t *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char *,
        size_t, char **),
       rocksdb_open_and_trim_history);
  SAME(rocksdb_t *,
       (const rocksdb_options_t *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char **),
       rocksdb_open_column_families);
  SAME(rocksdb_t *,
       (const rocksdb_options_t *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, const int *,
        char **),
       rocksdb_open_column_families_with_ttl);
  SAME(rocksdb_t *,
       (const rocksdb_options_t *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **,
        unsigned char, char **),
       rocksdb_open_for_read_only_column_families);
  SAME(rocksdb_t *,
       (const rocksdb_options_t *, const char *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char **),
       rocksdb_open_as_secondary_column_families);
  SAME(void, (rocksdb_t *), rocksdb_close);
  SAME(rocksdb_transactiondb_t *,
       (const rocksdb_options_t *, const rocksdb_transactiondb_options_t *, const char *,
        char **),
       rocksdb_transactiondb_open);
  SAME(rocksdb_transactiondb_t *,
       (const rocksdb_options_t *, const rocksdb_transactiondb_options_t *, const char *,
        int, const char *const *, const rocksdb_options_t *const *,
        rocksdb_column_family_handle_t **, char **),
       rocksdb_transactiondb_open_column_families);
  SAME(void, (rocksdb_transactiondb_t *), rocksdb_transactiondb_close);
  SAME(rocksdb_optimistictransactiondb_t *,
       (const rocksdb_options_t *, const char *, char **),
       rocksdb_optimistictransactiondb_open);
  SAME(rocksdb_optimistictransactiondb_t *,
       (const rocksdb_options_t *, const char *, int, const char *const *,
        const rocksdb_options_t *const *, rocksdb_column_family_handle_t **, char **),
       rocksdb_optimistictransactiondb_open_column_families);
  SAME(rocksdb_t *, (rocksdb_optimistictransactiondb_t *),
       rocksdb_optimistictransactiondb_get_base_db);
  SAME(void, (rocksdb_t *), rocksdb_optimistictransactiondb_close_base_db);
  SAME(void,
       (rocksdb_optimistictransactiondb_t *, const rocksdb_writeoptions_t *,
        rocksdb_writebatch_t *, char **),
       rocksdb_optimistictransactiondb_write);
  SAME(void, (rocksdb_optimistictransactiondb_t *),
       rocksdb_optimistictransactiondb_close);
  SAME(rocksdb_checkpoint_t *, (rocksdb_optimistictransactiondb_t *, char **),
       rocksdb_optimistictransactiondb_checkpoint_object_create);
  SAME(char *, (rocksdb_optimistictransactiondb_t *, const char *),
       rocksdb_optimistictransactiondb_property_value);
}

void transactions(void) {
  SAME(rocksdb_column_family_handle_t *,
       (rocksdb_transactiondb_t *, const rocksdb_options_t *, const char *, char **),
       rocksdb_transactiondb_create_column_family);
  SAME(const rocksdb_snapshot_t *, (rocksdb_transactiondb_t *),
       rocksdb_transactiondb_create_snapshot);
  SAME(void, (rocksdb_transactiondb_t *, const rocksdb_snapshot_t *),
       rocksdb_transactiondb_release_snapshot);
  SAME(char *, (rocksdb_transactiondb_t *, const char *),
       rocksdb_transactiondb_property_value);
  SAME(rocksdb_transaction_t *,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *,
        const rocksdb_transaction_options_t *, rocksdb_transaction_t *),
       rocksdb_transaction_begin);
  SAME(rocksdb_transaction_t **, (rocksdb_transactiondb_t *, size_t *),
       rocksdb_transactiondb_get_prepared_transactions);
  SAME(void, (rocksdb_transaction_t *, const char *, size_t, char **),
       rocksdb_transaction_set_name);
  SAME(char *, (rocksdb_transaction_t *, size_t *), rocksdb_transaction_get_name);
  SAME(void, (rocksdb_transaction_t *, char **), rocksdb_transaction_prepare);
  SAME(void, (rocksdb_transaction_t *, char **), rocksdb_transaction_commit);
  SAME(void, (rocksdb_transaction_t *, char **), rocksdb_transaction_rollback);
  SAME(void, (rocksdb_transaction_t *, char **),
       rocksdb_transaction_rollback_to_savepoint);
  SAME(void, (rocksdb_transaction_t *), rocksdb_transaction_destroy);
  SAME(rocksdb_writebatch_wi_t *, (rocksdb_transaction_t *),
       rocksdb_transaction_get_writebatch_wi);
  SAME(void, (rocksdb_transaction_t *, rocksdb_writebatch_t *, char **),
       rocksdb_transaction_rebuild_from_writebatch);
  SAME(void, (rocksdb_transaction_t *, rocksdb_writebatch_wi_t *, char **),
       rocksdb_transaction_rebuild_from_writebatch_wi);
  SAME(const rocksdb_snapshot_t *, (rocksdb_transaction_t *),
       rocksdb_transaction_get_snapshot);
  SAME(char *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *, const char *, size_t,
        size_t *, char **),
       rocksdb_transaction_get);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *, const char *, size_t,
        char **),
       rocksdb_transaction_get_pinned);
  SAME(char *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, size_t *, char **),
       rocksdb_transaction_get_cf);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, char **),
       rocksdb_transaction_get_pinned_cf);
  SAME(char *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *, const char *, size_t,
        size_t *, unsigned char, char **),
       rocksdb_transaction_get_for_update);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *, const char *, size_t,
        unsigned char, char **),
       rocksdb_transaction_get_pinned_for_update);
  SAME(char *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, size_t *, unsigned char,
        char **),
       rocksdb_transaction_get_for_update_cf);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, unsigned char, char **),
       rocksdb_transaction_get_pinned_for_update_cf);
  SAME(char *,
       (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *, const char *, size_t,
        size_t *, char **),
       rocksdb_transactiondb_get);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *, const char *, size_t,
        char **),
       rocksdb_transactiondb_get_pinned);
  SAME(char *,
       (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, size_t *, char **),
       rocksdb_transactiondb_get_cf);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, char **),
       rocksdb_transactiondb_get_pinned_cf);
  SAME(void,
       (rocksdb_transaction_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_transaction_put);
  SAME(void,
       (rocksdb_transaction_t *, rocksdb_column_family_handle_t *, const char *, size_t,
        const char *, size_t, char **),
       rocksdb_transaction_put_cf);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
        const char *, size_t, char **),
       rocksdb_transactiondb_put);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, const char *, size_t,
        char **),
       rocksdb_transactiondb_put_cf);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *, rocksdb_writebatch_t *,
        char **),
       rocksdb_transactiondb_write);
  SAME(void,
       (rocksdb_transaction_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_transaction_merge);
  SAME(void,
       (rocksdb_transaction_t *, rocksdb_column_family_handle_t *, const char *, size_t,
        const char *, size_t, char **),
       rocksdb_transaction_merge_cf);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
        const char *, size_t, char **),
       rocksdb_transactiondb_merge);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, const char *, size_t,
        char **),
       rocksdb_transactiondb_merge_cf);
  SAME(void, (rocksdb_transaction_t *, const char *, size_t, char **),
       rocksdb_transaction_delete);
  SAME(void,
       (rocksdb_transaction_t *, rocksdb_column_family_handle_t *, const char *, size_t,
        char **),
       rocksdb_transaction_delete_cf);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *, const char *, size_t,
        char **),
       rocksdb_transactiondb_delete);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_writeoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, char **),
       rocksdb_transactiondb_delete_cf);
  SAME(rocksdb_iterator_t *, (rocksdb_transaction_t *, const rocksdb_readoptions_t *),
       rocksdb_transaction_create_iterator);
  SAME(rocksdb_iterator_t *,
       (rocksdb_transaction_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *),
       rocksdb_transaction_create_iterator_cf);
  SAME(rocksdb_iterator_t *, (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *),
       rocksdb_transactiondb_create_iterator);
  SAME(rocksdb_iterator_t *,
       (rocksdb_transactiondb_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *),
       rocksdb_transactiondb_create_iterator_cf);
  SAME(void, (rocksdb_transactiondb_t *, const rocksdb_flushoptions_t *, char **),
       rocksdb_transactiondb_flush);
  SAME(void,
       (rocksdb_transactiondb_t *, const rocksdb_flushoptions_t *,
        rocksdb_column_family_handle_t *, char **),
       rocksdb_transactiondb_flush_cf);
  SAME(void, (rocksdb_transactiondb_t *, unsigned char, char **),
       rocksdb_transactiondb_flush_wal);
  SAME(rocksdb_checkpoint_t *, (rocksdb_transactiondb_t *, char **),
       rocksdb_transactiondb_checkpoint_object_create);
  SAME(rocksdb_transaction_t *,
       (rocksdb_optimistictransactiondb_t *, const rocksdb_writeoptions_t *,
        const rocksdb_optimistictransaction_options_t *, rocksdb_transaction_t *),
       rocksdb_optimistictransaction_begin);
}

void iterators(void) {
  SAME(rocksdb_iterator_t *, (rocksdb_t *, const rocksdb_readoptions_t *),
       rocksdb_create_iterator);
  SAME(rocksdb_wal_iterator_t *,
       (rocksdb_t *, uint64_t, const rocksdb_wal_readoptions_t *, char **),
       rocksdb_get_updates_since);
  SAME(rocksdb_iterator_t *,
       (rocksdb_t *, const rocksdb_readoptions_t *, rocksdb_column_family_handle_t *),
       rocksdb_create_iterator_cf);
  SAME(void,
       (rocksdb_t *, rocksdb_readoptions_t *, rocksdb_column_family_handle_t **,
        rocksdb_iterator_t **, size_t, char **),
       rocksdb_create_iterators);
  SAME(const rocksdb_snapshot_t *, (rocksdb_t *), rocksdb_create_snapshot);
  SAME(void, (rocksdb_t *, const rocksdb_snapshot_t *), rocksdb_release_snapshot);
  SAME(void, (rocksdb_iterator_t *), rocksdb_iter_destroy);
  SAME(unsigned char, (const rocksdb_iterator_t *), rocksdb_iter_valid);
  SAME(void, (rocksdb_iterator_t *), rocksdb_iter_seek_to_first);
  SAME(void, (rocksdb_iterator_t *), rocksdb_iter_seek_to_last);
  SAME(void, (rocksdb_iterator_t *, const char *, size_t), rocksdb_iter_seek);
  SAME(void, (rocksdb_iterator_t *, const char *, size_t), rocksdb_iter_seek_for_prev);
  SAME(void, (rocksdb_iterator_t *), rocksdb_iter_next);
  SAME(void, (rocksdb_iterator_t *), rocksdb_iter_prev);
  SAME(const char *, (const rocksdb_iterator_t *, size_t *), rocksdb_iter_key);
  SAME(const char *, (const rocksdb_iterator_t *, size_t *), rocksdb_iter_value);
  SAME(const char *, (const rocksdb_iterator_t *, size_t *), rocksdb_iter_timestamp);
  SAME(void, (const rocksdb_iterator_t *, char **), rocksdb_iter_get_error);
  SAME(unsigned char, (const rocksdb_wal_iterator_t *), rocksdb_wal_iter_valid);
  SAME(void, (const rocksdb_wal_iterator_t *, char **), rocksdb_wal_iter_status);
  SAME(rocksdb_writebatch_t *, (const rocksdb_wal_iterator_t *, uint64_t *),
       rocksdb_wal_iter_get_batch);
  SAME(void, (const rocksdb_wal_iterator_t *), rocksdb_wal_iter_destroy);
}

void batches(void) {
  SAME(rocksdb_writebatch_t *, (void), rocksdb_writebatch_create);
  SAME(rocksdb_writebatch_t *, (const char *, size_t), rocksdb_writebatch_create_from);
  SAME(void, (rocksdb_writebatch_t *), rocksdb_writebatch_destroy);
  SAME(const char *, (rocksdb_writebatch_t *, size_t *), rocksdb_writebatch_data);
  SAME(void, (rocksdb_writebatch_t *, char **),
       rocksdb_writebatch_rollback_to_save_point);
  SAME(void, (rocksdb_writebatch_t *, char **), rocksdb_writebatch_pop_save_point);
  SAME(rocksdb_writebatch_wi_t *, (size_t, unsigned char), rocksdb_writebatch_wi_create);
  SAME(rocksdb_writebatch_wi_t *, (const char *, size_t),
       rocksdb_writebatch_wi_create_from);
  SAME(void, (rocksdb_writebatch_wi_t *), rocksdb_writebatch_wi_destroy);
  SAME(const char *, (rocksdb_writebatch_wi_t *, size_t *), rocksdb_writebatch_wi_data);
  SAME(void, (rocksdb_writebatch_wi_t *, char **),
       rocksdb_writebatch_wi_rollback_to_save_point);
  SAME(char *,
       (rocksdb_writebatch_wi_t *, const rocksdb_options_t *, const char *, size_t,
        size_t *, char **),
       rocksdb_writebatch_wi_get_from_batch);
  SAME(char *,
       (rocksdb_writebatch_wi_t *, const rocksdb_options_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, size_t *, char **),
       rocksdb_writebatch_wi_get_from_batch_cf);
  SAME(char *,
       (rocksdb_writebatch_wi_t *, rocksdb_t *, const rocksdb_readoptions_t *,
        const char *, size_t, size_t *, char **),
       rocksdb_writebatch_wi_get_from_batch_and_db);
  SAME(char *,
       (rocksdb_writebatch_wi_t *, rocksdb_t *, const rocksdb_readoptions_t *,
        rocksdb_column_family_handle_t *, const char *, size_t, size_t *, char **),
       rocksdb_writebatch_wi_get_from_batch_and_db_cf);
  SAME(rocksdb_iterator_t *, (rocksdb_writebatch_wi_t *, rocksdb_iterator_t *),
       rocksdb_writebatch_wi_create_iterator_with_base);
  SAME(
      rocksdb_iterator_t *,
      (rocksdb_writebatch_wi_t *, rocksdb_iterator_t *, rocksdb_column_family_handle_t *),
      rocksdb_writebatch_wi_create_iterator_with_base_cf);
}

void options(void) {
  SAME(rocksdb_restore_options_t *, (void), rocksdb_restore_options_create);
  SAME(void, (rocksdb_restore_options_t *), rocksdb_restore_options_destroy);
  SAME(rocksdb_backup_engine_options_t *, (const char *),
       rocksdb_backup_engine_options_create);
  SAME(void, (rocksdb_backup_engine_options_t *), rocksdb_backup_engine_options_destroy);
  SAME(void, (rocksdb_options_t *, char **, rocksdb_options_t **, size_t),
       rocksdb_load_latest_options_destroy);
  SAME(rocksdb_block_based_table_options_t *, (void), rocksdb_block_based_options_create);
  SAME(void, (rocksdb_block_based_table_options_t *),
       rocksdb_block_based_options_destroy);
  SAME(void, (rocksdb_block_based_table_options_t *, rocksdb_filterpolicy_t *),
       rocksdb_block_based_options_set_filter_policy);
  SAME(rocksdb_cuckoo_table_options_t *, (void), rocksdb_cuckoo_options_create);
  SAME(void, (rocksdb_cuckoo_table_options_t *), rocksdb_cuckoo_options_destroy);
  SAME(void, (rocksdb_t *, int, const char *const *, const char *const *, char **),
       rocksdb_set_options);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, int, const char *const *,
        const char *const *, char **),
       rocksdb_set_options_cf);
  SAME(rocksdb_options_t *, (void), rocksdb_options_create);
  SAME(void, (rocksdb_options_t *), rocksdb_options_destroy);
  SAME(rocksdb_options_t *, (rocksdb_options_t *), rocksdb_options_create_copy);
  SAME(void, (rocksdb_options_t *, rocksdb_compactionfilterfactory_t *),
       rocksdb_options_set_compaction_filter_factory);
  SAME(void, (rocksdb_options_t *, rocksdb_mergeoperator_t *),
       rocksdb_options_set_merge_operator);
  SAME(void, (rocksdb_options_t *, rocksdb_slicetransform_t *),
       rocksdb_options_set_prefix_extractor);
  SAME(char *, (rocksdb_options_t *), rocksdb_options_statistics_get_string);
  SAME(rocksdb_readoptions_t *, (void), rocksdb_readoptions_create);
  SAME(void, (rocksdb_readoptions_t *), rocksdb_readoptions_destroy);
  SAME(rocksdb_writeoptions_t *, (void), rocksdb_writeoptions_create);
  SAME(void, (rocksdb_writeoptions_t *), rocksdb_writeoptions_destroy);
  SAME(rocksdb_compactoptions_t *, (void), rocksdb_compactoptions_create);
  SAME(void, (rocksdb_compactoptions_t *), rocksdb_compactoptions_destroy);
  SAME(rocksdb_flushoptions_t *, (void), rocksdb_flushoptions_create);
  SAME(void, (rocksdb_flushoptions_t *), rocksdb_flushoptions_destroy);
  SAME(rocksdb_lru_cache_options_t *, (void), rocksdb_lru_cache_options_create);
  SAME(void, (rocksdb_lru_cache_options_t *), rocksdb_lru_cache_options_destroy);
  SAME(rocksdb_envoptions_t *, (void), rocksdb_envoptions_create);
  SAME(void, (rocksdb_envoptions_t *), rocksdb_envoptions_destroy);
  SAME(rocksdb_ingestexternalfileoptions_t *, (void),
       rocksdb_ingestexternalfileoptions_create);
  SAME(void, (rocksdb_ingestexternalfileoptions_t *),
       rocksdb_ingestexternalfileoptions_destroy);
  SAME(rocksdb_universal_compaction_options_t *, (void),
       rocksdb_universal_compaction_options_create);
  SAME(void, (rocksdb_universal_compaction_options_t *),
       rocksdb_universal_compaction_options_destroy);
  SAME(rocksdb_fifo_compaction_options_t *, (void),
       rocksdb_fifo_compaction_options_create);
  SAME(void, (rocksdb_fifo_compaction_options_t *),
       rocksdb_fifo_compaction_options_destroy);
  SAME(void, (const rocksdb_options_t *, const char *, rocksdb_options_t *, char **),
       rocksdb_get_options_from_string);
  SAME(rocksdb_transactiondb_options_t *, (void), rocksdb_transactiondb_options_create);
  SAME(void, (rocksdb_transactiondb_options_t *), rocksdb_transactiondb_options_destroy);
  SAME(rocksdb_transaction_options_t *, (void), rocksdb_transaction_options_create);
  SAME(void, (rocksdb_transaction_options_t *), rocksdb_transaction_options_destroy);
  SAME(rocksdb_optimistictransaction_options_t *, (void),
       rocksdb_optimistictransaction_options_create);
  SAME(void, (rocksdb_optimistictransaction_options_t *),
       rocksdb_optimistictransaction_options_destroy);
}

void objects(void) {
  SAME(rocksdb_ratelimiter_t *, (int64_t, int64_t, int32_t), rocksdb_ratelimiter_create);
  SAME(void, (rocksdb_ratelimiter_t *), rocksdb_ratelimiter_destroy);
  SAME(rocksdb_compactionfilter_t *,
       (void *, void (*)(void *),
        unsigned char (*)(void *, int, const char *, size_t, const char *, size_t,
                          char **, size_t *, unsigned char *),
        const char *(*)(void *)),
       rocksdb_compactionfilter_create);
  SAME(void, (rocksdb_compactionfilter_t *), rocksdb_compactionfilter_destroy);
  SAME(rocksdb_compactionfilterfactory_t *,
       (void *, void (*)(void *),
        rocksdb_compactionfilter_t *(*)(void *, rocksdb_compactionfiltercontext_t *),
        const char *(*)(void *)),
       rocksdb_compactionfilterfactory_create);
  SAME(void, (rocksdb_compactionfilterfactory_t *),
       rocksdb_compactionfilterfactory_destroy);
  SAME(rocksdb_comparator_t *,
       (void *, void (*)(void *),
        int (*)(void *, const char *, size_t, const char *, size_t),
        const char *(*)(void *)),
       rocksdb_comparator_create);
  SAME(void, (rocksdb_comparator_t *), rocksdb_comparator_destroy);
  SAME(rocksdb_comparator_t *,
       (void *, void (*)(void *),
        int (*)(void *, const char *, size_t, const char *, size_t),
        int (*)(void *, const char *, size_t, const char *, size_t),
        int (*)(void *, const char *, size_t, unsigned char, const char *, size_t,
                unsigned char),
        const char *(*)(void *), size_t),
       rocksdb_comparator_with_ts_create);
  SAME(void, (rocksdb_filterpolicy_t *), rocksdb_filterpolicy_destroy);
  SAME(rocksdb_filterpolicy_t *, (double), rocksdb_filterpolicy_create_bloom);
  SAME(rocksdb_filterpolicy_t *, (double), rocksdb_filterpolicy_create_bloom_full);
  SAME(rocksdb_filterpolicy_t *, (double), rocksdb_filterpolicy_create_ribbon);
  SAME(rocksdb_filterpolicy_t *, (double, int),
       rocksdb_filterpolicy_create_ribbon_hybrid);
  SAME(rocksdb_mergeoperator_t *,
       (void *, void (*)(void *),
        char *(*)(void *, const char *, size_t, const char *, size_t, const char *const *,
                  const size_t *, int, unsigned char *, size_t *),
        char *(*)(void *, const char *, size_t, const char *const *, const size_t *, int,
                  unsigned char *, size_t *),
        void (*)(void *, const char *, size_t), const char *(*)(void *)),
       rocksdb_mergeoperator_create);
  SAME(void, (rocksdb_mergeoperator_t *), rocksdb_mergeoperator_destroy);
  SAME(rocksdb_memory_allocator_t *, (char **), rocksdb_jemalloc_nodump_allocator_create);
  SAME(void, (rocksdb_memory_allocator_t *), rocksdb_memory_allocator_destroy);
  SAME(rocksdb_cache_t *, (size_t), rocksdb_cache_create_lru);
  SAME(rocksdb_cache_t *, (size_t), rocksdb_cache_create_lru_with_strict_capacity_limit);
  SAME(rocksdb_cache_t *, (rocksdb_lru_cache_options_t *), rocksdb_cache_create_lru_opts);
  SAME(void, (rocksdb_cache_t *), rocksdb_cache_destroy);
  SAME(rocksdb_dbpath_t *, (const char *, uint64_t), rocksdb_dbpath_create);
  SAME(void, (rocksdb_dbpath_t *), rocksdb_dbpath_destroy);
  SAME(rocksdb_env_t *, (void), rocksdb_create_default_env);
  SAME(rocksdb_env_t *, (void), rocksdb_create_mem_env);
  SAME(void, (rocksdb_env_t *), rocksdb_env_destroy);
  SAME(rocksdb_slicetransform_t *,
       (void *, void (*)(void *), char *(*)(void *, const char *, size_t, size_t *),
        unsigned char (*)(void *, const char *, size_t),
        unsigned char (*)(void *, const char *, size_t), const char *(*)(void *)),
       rocksdb_slicetransform_create);
  SAME(rocksdb_slicetransform_t *, (size_t), rocksdb_slicetransform_create_fixed_prefix);
  SAME(rocksdb_slicetransform_t *, (void), rocksdb_slicetransform_create_noop);
  SAME(void, (rocksdb_slicetransform_t *), rocksdb_slicetransform_destroy);
}

void descriptions(void) {
  SAME(char *, (rocksdb_t *, const char *), rocksdb_property_value);
  SAME(char *, (rocksdb_t *, rocksdb_column_family_handle_t *, const char *),
       rocksdb_property_value_cf);
  SAME(const rocksdb_livefiles_t *, (rocksdb_t *), rocksdb_livefiles);
  SAME(rocksdb_perfcontext_t *, (void), rocksdb_perfcontext_create);
  SAME(char *, (rocksdb_perfcontext_t *, unsigned char), rocksdb_perfcontext_report);
  SAME(void, (rocksdb_perfcontext_t *), rocksdb_perfcontext_destroy);
  SAME(const char *, (const rocksdb_livefiles_t *, int),
       rocksdb_livefiles_column_family_name);
  SAME(const char *, (const rocksdb_livefiles_t *, int), rocksdb_livefiles_name);
  SAME(const char *, (const rocksdb_livefiles_t *, int, size_t *),
       rocksdb_livefiles_smallestkey);
  SAME(const char *, (const rocksdb_livefiles_t *, int, size_t *),
       rocksdb_livefiles_largestkey);
  SAME(void, (const rocksdb_livefiles_t *), rocksdb_livefiles_destroy);
  SAME(rocksdb_column_family_metadata_t *, (rocksdb_t *),
       rocksdb_get_column_family_metadata);
  SAME(rocksdb_column_family_metadata_t *,
       (rocksdb_t *, rocksdb_column_family_handle_t *),
       rocksdb_get_column_family_metadata_cf);
  SAME(void, (rocksdb_column_family_metadata_t *),
       rocksdb_column_family_metadata_destroy);
  SAME(char *, (rocksdb_column_family_metadata_t *),
       rocksdb_column_family_metadata_get_name);
  SAME(rocksdb_level_metadata_t *, (rocksdb_column_family_metadata_t *, size_t),
       rocksdb_column_family_metadata_get_level_metadata);
  SAME(void, (rocksdb_level_metadata_t *), rocksdb_level_metadata_destroy);
  SAME(rocksdb_sst_file_metadata_t *, (rocksdb_level_metadata_t *, size_t),
       rocksdb_level_metadata_get_sst_file_metadata);
  SAME(void, (rocksdb_sst_file_metadata_t *), rocksdb_sst_file_metadata_destroy);
  SAME(char *, (rocksdb_sst_file_metadata_t *),
       rocksdb_sst_file_metadata_get_relative_filename);
  SAME(char *, (rocksdb_sst_file_metadata_t *, size_t *),
       rocksdb_sst_file_metadata_get_smallestkey);
  SAME(char *, (rocksdb_sst_file_metadata_t *, size_t *),
       rocksdb_sst_file_metadata_get_largestkey);
  SAME(rocksdb_memory_consumers_t *, (void), rocksdb_memory_consumers_create);
  SAME(void, (rocksdb_memory_consumers_t *), rocksdb_memory_consumers_destroy);
  SAME(rocksdb_memory_usage_t *, (rocksdb_memory_consumers_t *, char **),
       rocksdb_approximate_memory_usage_create);
  SAME(void, (rocksdb_memory_usage_t *), rocksdb_approximate_memory_usage_destroy);
}

void data(void) {
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, const char *,
        size_t, const char *, size_t, char **),
       rocksdb_put_with_ts);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, const char *, size_t, char **),
       rocksdb_put_cf_with_ts);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_delete_with_ts);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, char **),
       rocksdb_delete_cf_with_ts);
  SAME(void, (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, char **),
       rocksdb_singledelete);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, char **),
       rocksdb_singledelete_cf);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_singledelete_with_ts);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, char **),
       rocksdb_singledelete_cf_with_ts);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, const char *, size_t, char **),
       rocksdb_increase_full_history_ts_low);
  SAME(char *, (rocksdb_t *, rocksdb_column_family_handle_t *, size_t *, char **),
       rocksdb_get_full_history_ts_low);
  SAME(rocksdb_checkpoint_t *, (rocksdb_t *, char **), rocksdb_checkpoint_object_create);
  SAME(void, (rocksdb_checkpoint_t *, const char *, uint64_t, char **),
       rocksdb_checkpoint_create);
  SAME(void, (rocksdb_checkpoint_t *), rocksdb_checkpoint_object_destroy);
  SAME(char **, (const rocksdb_options_t *, const char *, size_t *, char **),
       rocksdb_list_column_families);
  SAME(void, (char **, size_t), rocksdb_list_column_families_destroy);
  SAME(rocksdb_column_family_handle_t *,
       (rocksdb_t *, const rocksdb_options_t *, const char *, char **),
       rocksdb_create_column_family);
  SAME(rocksdb_column_family_handle_t *,
       (rocksdb_t *, const rocksdb_options_t *, const char *, int, char **),
       rocksdb_create_column_family_with_ttl);
  SAME(void, (rocksdb_t *, rocksdb_column_family_handle_t *, char **),
       rocksdb_drop_column_family);
  SAME(void, (rocksdb_column_family_handle_t *), rocksdb_column_family_handle_destroy);
  SAME(uint32_t, (rocksdb_column_family_handle_t *), rocksdb_column_family_handle_get_id);
  SAME(char *, (rocksdb_column_family_handle_t *, size_t *),
       rocksdb_column_family_handle_get_name);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_put);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, char **),
       rocksdb_put_cf);
  SAME(void, (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, char **),
       rocksdb_delete);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, char **),
       rocksdb_delete_cf);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, char **),
       rocksdb_delete_range_cf);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_merge);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, const char *, size_t, char **),
       rocksdb_merge_cf);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_writebatch_t *, char **),
       rocksdb_write);
  SAME(char *,
       (rocksdb_t *, const rocksdb_readoptions_t *, const char *, size_t, size_t *,
        char **),
       rocksdb_get);
  SAME(char *,
       (rocksdb_t *, const rocksdb_readoptions_t *, const char *, size_t, size_t *,
        char **, size_t *, char **),
       rocksdb_get_with_ts);
  SAME(char *,
       (rocksdb_t *, const rocksdb_readoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, size_t *, char **),
       rocksdb_get_cf);
  SAME(char *,
       (rocksdb_t *, const rocksdb_readoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, size_t *, char **, size_t *, char **),
       rocksdb_get_cf_with_ts);
  SAME(unsigned char,
       (rocksdb_t *, const rocksdb_readoptions_t *, const char *, size_t, char **,
        size_t *, const char *, size_t, unsigned char *),
       rocksdb_key_may_exist);
  SAME(unsigned char,
       (rocksdb_t *, const rocksdb_readoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, char **, size_t *, const char *, size_t, unsigned char *),
       rocksdb_key_may_exist_cf);
  SAME(void,
       (rocksdb_t *, int, const char *const *, const size_t *, const char *const *,
        const size_t *, uint64_t *, char **),
       rocksdb_approximate_sizes);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, int, const char *const *,
        const size_t *, const char *const *, const size_t *, uint64_t *, char **),
       rocksdb_approximate_sizes_cf);
  SAME(void, (rocksdb_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_suggest_compact_range);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_suggest_compact_range_cf);
  SAME(void, (rocksdb_t *, const rocksdb_flushoptions_t *, char **), rocksdb_flush);
  SAME(void,
       (rocksdb_t *, const rocksdb_flushoptions_t *, rocksdb_column_family_handle_t *,
        char **),
       rocksdb_flush_cf);
  SAME(void, (rocksdb_t *, unsigned char, char **), rocksdb_flush_wal);
  SAME(void, (rocksdb_t *, char **), rocksdb_disable_file_deletions);
  SAME(void, (rocksdb_t *, unsigned char, char **), rocksdb_enable_file_deletions);
  SAME(void, (const rocksdb_options_t *, const char *, char **), rocksdb_destroy_db);
  SAME(void, (const rocksdb_options_t *, const char *, char **), rocksdb_repair_db);
  SAME(void,
       (rocksdb_t *, const rocksdb_writeoptions_t *, rocksdb_writebatch_wi_t *, char **),
       rocksdb_write_writebatch_wi);
  SAME(void,
       (const char *, rocksdb_env_t *, bool, rocksdb_cache_t *, rocksdb_options_t **,
        size_t *, char ***, rocksdb_options_t ***, char **),
       rocksdb_load_latest_options);
  SAME(void, (rocksdb_env_t *, const char *, char **), rocksdb_create_dir_if_missing);
  SAME(rocksdb_sstfilewriter_t *,
       (const rocksdb_envoptions_t *, const rocksdb_options_t *),
       rocksdb_sstfilewriter_create);
  SAME(rocksdb_sstfilewriter_t *,
       (const rocksdb_envoptions_t *, const rocksdb_options_t *,
        const rocksdb_comparator_t *),
       rocksdb_sstfilewriter_create_with_comparator);
  SAME(void, (rocksdb_sstfilewriter_t *, const char *, char **),
       rocksdb_sstfilewriter_open);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_sstfilewriter_add);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_sstfilewriter_put);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t,
        const char *, size_t, char **),
       rocksdb_sstfilewriter_put_with_ts);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_sstfilewriter_merge);
  SAME(void, (rocksdb_sstfilewriter_t *, const char *, size_t, char **),
       rocksdb_sstfilewriter_delete);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_sstfilewriter_delete_with_ts);
  SAME(void,
       (rocksdb_sstfilewriter_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_sstfilewriter_delete_range);
  SAME(void, (rocksdb_sstfilewriter_t *, char **), rocksdb_sstfilewriter_finish);
  SAME(void, (rocksdb_sstfilewriter_t *), rocksdb_sstfilewriter_destroy);
  SAME(void,
       (rocksdb_t *, const char *const *, const size_t,
        const rocksdb_ingestexternalfileoptions_t *, char **),
       rocksdb_ingest_external_file);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, const char *const *, const size_t,
        const rocksdb_ingestexternalfileoptions_t *, char **),
       rocksdb_ingest_external_file_cf);
  SAME(void, (rocksdb_t *, char **), rocksdb_try_catch_up_with_primary);
  SAME(void, (rocksdb_t *, const char *, size_t, const char *, size_t, char **),
       rocksdb_delete_file_in_range);
  SAME(void,
       (rocksdb_t *, rocksdb_column_family_handle_t *, const char *, size_t, const char *,
        size_t, char **),
       rocksdb_delete_file_in_range_cf);
  SAME(void, (void *), rocksdb_free);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_t *, const rocksdb_readoptions_t *, const char *, size_t, char **),
       rocksdb_get_pinned);
  SAME(rocksdb_pinnableslice_t *,
       (rocksdb_t *, const rocksdb_readoptions_t *, rocksdb_column_family_handle_t *,
        const char *, size_t, char **),
       rocksdb_get_pinned_cf);
  SAME(void, (rocksdb_pinnableslice_t *), rocksdb_pinnableslice_destroy);
  SAME(const char *, (const rocksdb_pinnableslice_t *, size_t *),
       rocksdb_pinnableslice_value);
}
