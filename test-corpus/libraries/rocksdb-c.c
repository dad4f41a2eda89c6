// RUN: %check_dbtidy %s
// RocksDB's C interface: transactions, column families, pinned values, backups, options.

#include "rocksdb/c.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed(char *Error) {
  if (!Error)
    return 0;
  fprintf(stderr, "rocksdb: %s\n", Error);
  rocksdb_free(Error);
  return 1;
}

// A commit ends the transaction, not its object.
int commitBad(rocksdb_transactiondb_t *Db, const rocksdb_writeoptions_t *Write,
              const rocksdb_transaction_options_t *Options) {
  char *Error = NULL;
  rocksdb_transaction_t *Txn =
      rocksdb_transaction_begin(Db, Write, Options, NULL); // WARN: [db-transaction-leak]
  rocksdb_transaction_put(Txn, "a", 1, "b", 1, &Error);
  if (!Error)
    rocksdb_transaction_commit(Txn, &Error);
  return failed(Error);
}

int commitOk(rocksdb_transactiondb_t *Db, const rocksdb_writeoptions_t *Write,
             const rocksdb_transaction_options_t *Options) {
  char *Error = NULL;
  rocksdb_transaction_t *Txn = rocksdb_transaction_begin(Db, Write, Options, NULL);
  rocksdb_transaction_put(Txn, "a", 1, "b", 1, &Error);
  if (!Error)
    rocksdb_transaction_commit(Txn, &Error);
  rocksdb_transaction_destroy(Txn);
  return failed(Error);
}

int earlyReturnBad(rocksdb_transactiondb_t *Db, const rocksdb_writeoptions_t *Write,
                   const rocksdb_transaction_options_t *Options,
                   const rocksdb_readoptions_t *Read) {
  char *Error = NULL;
  size_t Length;
  rocksdb_transaction_t *Txn =
      rocksdb_transaction_begin(Db, Write, Options, NULL); // WARN: [db-transaction-leak]
  char *Value = rocksdb_transaction_get_for_update(Txn, Read, "n", 1, &Length, 1, &Error);
  if (failed(Error))
    return -1;
  rocksdb_free(Value);
  rocksdb_transaction_commit(Txn, &Error);
  rocksdb_transaction_destroy(Txn);
  return failed(Error) ? -1 : 0;
}

// The object of an ended transaction serves again.
int reusedOk(rocksdb_transactiondb_t *Db, const rocksdb_writeoptions_t *Write,
             const rocksdb_transaction_options_t *Options, int Count) {
  char *Error = NULL;
  rocksdb_transaction_t *Txn = NULL;
  for (int I = 0; I < Count && !Error; ++I) {
    Txn = rocksdb_transaction_begin(Db, Write, Options, Txn);
    rocksdb_transaction_put(Txn, "a", 1, "b", 1, &Error);
    if (!Error)
      rocksdb_transaction_commit(Txn, &Error);
  }
  if (Txn)
    rocksdb_transaction_destroy(Txn);
  return failed(Error);
}

int eachRoundBad(rocksdb_optimistictransactiondb_t *Db,
                 const rocksdb_writeoptions_t *Write,
                 const rocksdb_optimistictransaction_options_t *Options, int Tries) {
  int Failed = 1;
  while (Failed && Tries-- > 0) {
    char *Error = NULL;
    rocksdb_transaction_t *Txn = rocksdb_optimistictransaction_begin(
        Db, Write, Options, NULL); // WARN@-1: [db-transaction-leak]
    rocksdb_transaction_commit(Txn, &Error);
    Failed = failed(Error);
    if (Failed)
      continue;
    rocksdb_transaction_destroy(Txn);
  }
  return Failed;
}

int afterDestroyBad(rocksdb_transaction_t *Txn) {
  char *Error = NULL;
  rocksdb_transaction_rollback(Txn, &Error);
  if (failed(Error))
    return -1;
  rocksdb_transaction_destroy(Txn);
  rocksdb_transaction_commit(Txn, &Error); // WARN: [db-use-after-close]
  return failed(Error);
}

// The snapshot of a transaction comes in memory of the caller's.
int transactionSnapshotBad(rocksdb_transaction_t *Txn, rocksdb_readoptions_t *Read) {
  const rocksdb_snapshot_t *Then =
      rocksdb_transaction_get_snapshot(Txn); // WARN: [db-result-leak]
  rocksdb_readoptions_set_snapshot(Read, Then);
  return 0;
}

int transactionSnapshotOk(rocksdb_transaction_t *Txn, rocksdb_readoptions_t *Read) {
  const rocksdb_snapshot_t *Then = rocksdb_transaction_get_snapshot(Txn);
  rocksdb_readoptions_set_snapshot(Read, Then);
  rocksdb_free((void *)Then);
  return 0;
}

// The base of an optimistic database is closed by a call of its own.
int baseBad(rocksdb_optimistictransactiondb_t *Db, const rocksdb_writeoptions_t *Write) {
  char *Error = NULL;
  rocksdb_t *Base =
      rocksdb_optimistictransactiondb_get_base_db(Db); // WARN: [db-connection-leak]
  if (!Base)
    return -1;
  rocksdb_put(Base, Write, "a", 1, "b", 1, &Error);
  return failed(Error);
}

int baseOk(rocksdb_optimistictransactiondb_t *Db, const rocksdb_writeoptions_t *Write) {
  char *Error = NULL;
  rocksdb_t *Base = rocksdb_optimistictransactiondb_get_base_db(Db);
  if (!Base)
    return -1;
  rocksdb_put(Base, Write, "a", 1, "b", 1, &Error);
  rocksdb_optimistictransactiondb_close_base_db(Base);
  return failed(Error);
}

// A pinned value keeps a block of the cache; null where there is none.
int pinnedBad(rocksdb_t *Db, const rocksdb_readoptions_t *Read) {
  char *Error = NULL;
  size_t Length;
  rocksdb_pinnableslice_t *Value =
      rocksdb_get_pinned(Db, Read, "n", 1, &Error); // WARN: [db-result-leak]
  if (failed(Error))
    return -1;
  if (!Value)
    return 0;
  const char *Text = rocksdb_pinnableslice_value(Value, &Length);
  if (Length > 100)
    return -1;
  printf("%.*s\n", (int)Length, Text);
  rocksdb_pinnableslice_destroy(Value);
  return 1;
}

int pinnedOk(rocksdb_t *Db, const rocksdb_readoptions_t *Read, char *Out, size_t Size) {
  char *Error = NULL;
  size_t Length = 0;
  rocksdb_pinnableslice_t *Value = rocksdb_get_pinned(Db, Read, "n", 1, &Error);
  if (failed(Error))
    return -1;
  const char *Text = rocksdb_pinnableslice_value(Value, &Length);
  const int Found = Text != NULL && Length <= Size;
  if (Found)
    memcpy(Out, Text, Length);
  rocksdb_pinnableslice_destroy(Value);
  return Found;
}

size_t pinnedTextBad(rocksdb_t *Db, const rocksdb_readoptions_t *Read) {
  char *Error = NULL;
  size_t Length;
  rocksdb_pinnableslice_t *Value = rocksdb_get_pinned(Db, Read, "n", 1, &Error);
  rocksdb_free(Error);
  if (!Value)
    return 0;
  const char *Text = rocksdb_pinnableslice_value(Value, &Length);
  rocksdb_pinnableslice_destroy(Value);
  return strlen(Text); // WARN: [db-use-after-close]
}

// The list comes with its length; its texts are released with it.
int familiesBad(const rocksdb_options_t *Options, const char *Path) {
  char *Error = NULL;
  size_t Count = 0;
  char **Names = rocksdb_list_column_families(Options, Path, &Count,
                                              &Error); // WARN@-1: [db-result-leak]
  if (failed(Error))
    return -1;
  for (size_t I = 0; I < Count; ++I)
    puts(Names[I]);
  return (int)Count;
}

int familiesOk(const rocksdb_options_t *Options, const char *Path) {
  char *Error = NULL;
  size_t Count = 0;
  char **Names = rocksdb_list_column_families(Options, Path, &Count, &Error);
  for (size_t I = 0; I < Count; ++I)
    puts(Names[I]);
  if (Names)
    rocksdb_list_column_families_destroy(Names, Count);
  return failed(Error) ? -1 : (int)Count;
}

int familyBad(rocksdb_t *Db, const rocksdb_options_t *Options,
              const rocksdb_writeoptions_t *Write) {
  char *Error = NULL;
  rocksdb_column_family_handle_t *Family =
      rocksdb_create_column_family(Db, Options, "new", &Error); // WARN: [db-result-leak]
  if (failed(Error))
    return -1;
  rocksdb_put_cf(Db, Write, Family, "a", 1, "b", 1, &Error);
  if (failed(Error))
    return -1;
  rocksdb_column_family_handle_destroy(Family);
  return 0;
}

// Dropped, it still has its handle.
int familyDroppedOk(rocksdb_t *Db, const rocksdb_options_t *Options) {
  char *Error = NULL;
  rocksdb_column_family_handle_t *Family =
      rocksdb_create_column_family(Db, Options, "new", &Error);
  if (failed(Error))
    return -1;
  rocksdb_drop_column_family(Db, Family, &Error);
  rocksdb_column_family_handle_destroy(Family);
  return failed(Error) ? -1 : 0;
}

// Handles of families that were opened together: one each, in the caller's array.
rocksdb_t *openFamiliesOk(const rocksdb_options_t *Options, const char *Path,
                          const char *const *Names, const rocksdb_options_t *const *Each,
                          rocksdb_column_family_handle_t **Handles, int Count) {
  char *Error = NULL;
  rocksdb_t *Db =
      rocksdb_open_column_families(Options, Path, Count, Names, Each, Handles, &Error);
  if (failed(Error))
    return NULL;
  return Db;
}

void closeFamiliesOk(rocksdb_t *Db, rocksdb_column_family_handle_t **Handles, int Count) {
  for (int I = 0; I < Count; ++I)
    rocksdb_column_family_handle_destroy(Handles[I]);
  rocksdb_close(Db);
}

// Some setters take what they are given, others only look at it.
int filterOk(const char *Path) {
  char *Error = NULL;
  rocksdb_options_t *Options = rocksdb_options_create();
  rocksdb_block_based_table_options_t *Table = rocksdb_block_based_options_create();
  rocksdb_cache_t *Cache = rocksdb_cache_create_lru(1 << 20);
  rocksdb_block_based_options_set_filter_policy(Table,
                                                rocksdb_filterpolicy_create_bloom(10));
  rocksdb_block_based_options_set_block_cache(Table, Cache);
  rocksdb_options_set_block_based_table_factory(Options, Table);
  rocksdb_options_set_prefix_extractor(Options,
                                       rocksdb_slicetransform_create_fixed_prefix(4));
  rocksdb_block_based_options_destroy(Table);
  rocksdb_cache_destroy(Cache);
  rocksdb_t *Db = rocksdb_open(Options, Path, &Error);
  rocksdb_options_destroy(Options);
  if (failed(Error))
    return -1;
  rocksdb_close(Db);
  return 0;
}

rocksdb_options_t *tableOptionsBad(void) {
  rocksdb_options_t *Options = rocksdb_options_create();
  rocksdb_block_based_table_options_t *Table =
      rocksdb_block_based_options_create(); // WARN: [db-result-leak]
  rocksdb_options_set_block_based_table_factory(Options, Table);
  return Options;
}

// What joins a batch to an iterator takes the iterator.
int joinedOk(rocksdb_t *Db, const rocksdb_readoptions_t *Read,
             rocksdb_writebatch_wi_t *Batch) {
  rocksdb_iterator_t *At = rocksdb_create_iterator(Db, Read);
  rocksdb_iterator_t *Both = rocksdb_writebatch_wi_create_iterator_with_base(Batch, At);
  int Count = 0;
  for (rocksdb_iter_seek_to_first(Both); rocksdb_iter_valid(Both);
       rocksdb_iter_next(Both))
    ++Count;
  rocksdb_iter_destroy(Both);
  return Count;
}

int joinedTwiceBad(rocksdb_t *Db, const rocksdb_readoptions_t *Read,
                   rocksdb_writebatch_wi_t *Batch) {
  rocksdb_iterator_t *At = rocksdb_create_iterator(Db, Read);
  rocksdb_iterator_t *Both = rocksdb_writebatch_wi_create_iterator_with_base(Batch, At);
  rocksdb_iter_seek_to_first(Both);
  rocksdb_iter_destroy(Both);
  rocksdb_iter_destroy(At); // WARN: [db-use-after-close]
  return 0;
}

// Batches that a log iterator gives are the caller's.
long replayBad(rocksdb_t *Db, uint64_t From) {
  char *Error = NULL;
  long Count = 0;
  rocksdb_wal_iterator_t *Log = rocksdb_get_updates_since(Db, From, NULL, &Error);
  if (failed(Error))
    return -1;
  for (; rocksdb_wal_iter_valid(Log); rocksdb_wal_iter_next(Log)) {
    rocksdb_writebatch_t *Batch =
        rocksdb_wal_iter_get_batch(Log, &From); // WARN: [db-result-leak]
    Count += rocksdb_writebatch_count(Batch);
  }
  rocksdb_wal_iter_destroy(Log);
  return Count;
}

long replayOk(rocksdb_t *Db, uint64_t From) {
  char *Error = NULL;
  long Count = 0;
  rocksdb_wal_iterator_t *Log = rocksdb_get_updates_since(Db, From, NULL, &Error);
  if (failed(Error))
    return -1;
  while (rocksdb_wal_iter_valid(Log)) {
    rocksdb_writebatch_t *Batch = rocksdb_wal_iter_get_batch(Log, &From);
    Count += rocksdb_writebatch_count(Batch);
    rocksdb_writebatch_destroy(Batch);
    rocksdb_wal_iter_next(Log);
  }
  rocksdb_wal_iter_status(Log, &Error);
  rocksdb_wal_iter_destroy(Log);
  return failed(Error) ? -1 : Count;
}

int backupBad(rocksdb_t *Db, const rocksdb_options_t *Options, const char *Path) {
  char *Error = NULL;
  rocksdb_backup_engine_t *Engine =
      rocksdb_backup_engine_open(Options, Path, &Error); // WARN: [db-connection-leak]
  if (failed(Error))
    return -1;
  rocksdb_backup_engine_create_new_backup(Engine, Db, &Error);
  if (failed(Error))
    return -1;
  rocksdb_backup_engine_close(Engine);
  return 0;
}

int backupOk(rocksdb_t *Db, const rocksdb_options_t *Options, const char *Path) {
  char *Error = NULL;
  int Count = -1;
  rocksdb_backup_engine_t *Engine = rocksdb_backup_engine_open(Options, Path, &Error);
  if (!Engine)
    goto out;
  rocksdb_backup_engine_create_new_backup(Engine, Db, &Error);
  if (Error)
    goto out;
  const rocksdb_backup_engine_info_t *Info =
      rocksdb_backup_engine_get_backup_info(Engine);
  Count = rocksdb_backup_engine_info_count(Info);
  rocksdb_backup_engine_info_destroy(Info);
out:
  if (Engine)
    rocksdb_backup_engine_close(Engine);
  free(Error);
  return Count;
}

// A name that is only used to print is memory, too.
void nameBad(rocksdb_transaction_t *Txn) {
  size_t Length;
  printf("%s\n", rocksdb_transaction_get_name(Txn, &Length)); // WARN: [db-result-leak]
}

int checkpointOk(rocksdb_t *Db, const char *Path) {
  char *Error = NULL;
  rocksdb_checkpoint_t *Point = rocksdb_checkpoint_object_create(Db, &Error);
  if (Error == NULL) {
    rocksdb_checkpoint_create(Point, Path, 0, &Error);
    rocksdb_checkpoint_object_destroy(Point);
  }
  return failed(Error);
}
