//===- sqlite3.h - What rules/sqlite3 needs of SQLite's header ----*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares SQLite's calls up to version 3.53, so that tests need no SQLite installed.
// conformance.c beside this folder holds it to the real header.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_SQLITE3_H
#define DBTIDY_RULES_SQLITE3_H

#include <stdarg.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SQLITE_VERSION "3.53.0"
#define SQLITE_VERSION_NUMBER 3053000

// Result codes, the extended ones after the primary ones.
#define SQLITE_OK 0
#define SQLITE_ERROR 1
#define SQLITE_INTERNAL 2
#define SQLITE_PERM 3
#define SQLITE_ABORT 4
#define SQLITE_BUSY 5
#define SQLITE_LOCKED 6
#define SQLITE_NOMEM 7
#define SQLITE_READONLY 8
#define SQLITE_INTERRUPT 9
#define SQLITE_IOERR 10
#define SQLITE_CORRUPT 11
#define SQLITE_NOTFOUND 12
#define SQLITE_FULL 13
#define SQLITE_CANTOPEN 14
#define SQLITE_PROTOCOL 15
#define SQLITE_EMPTY 16
#define SQLITE_SCHEMA 17
#define SQLITE_TOOBIG 18
#define SQLITE_CONSTRAINT 19
#define SQLITE_MISMATCH 20
#define SQLITE_MISUSE 21
#define SQLITE_NOLFS 22
#define SQLITE_AUTH 23
#define SQLITE_FORMAT 24
#define SQLITE_RANGE 25
#define SQLITE_NOTADB 26
#define SQLITE_NOTICE 27
#define SQLITE_WARNING 28
#define SQLITE_ROW 100
#define SQLITE_DONE 101
#define SQLITE_ERROR_MISSING_COLLSEQ 257
#define SQLITE_ERROR_RETRY 513
#define SQLITE_ERROR_SNAPSHOT 769
#define SQLITE_ERROR_RESERVESIZE 1025
#define SQLITE_ERROR_KEY 1281
#define SQLITE_ERROR_UNABLE 1537
#define SQLITE_IOERR_READ 266
#define SQLITE_IOERR_SHORT_READ 522
#define SQLITE_IOERR_WRITE 778
#define SQLITE_IOERR_FSYNC 1034
#define SQLITE_IOERR_DIR_FSYNC 1290
#define SQLITE_IOERR_TRUNCATE 1546
#define SQLITE_IOERR_FSTAT 1802
#define SQLITE_IOERR_UNLOCK 2058
#define SQLITE_IOERR_RDLOCK 2314
#define SQLITE_IOERR_DELETE 2570
#define SQLITE_IOERR_BLOCKED 2826
#define SQLITE_IOERR_NOMEM 3082
#define SQLITE_IOERR_ACCESS 3338
#define SQLITE_IOERR_CHECKRESERVEDLOCK 3594
#define SQLITE_IOERR_LOCK 3850
#define SQLITE_IOERR_CLOSE 4106
#define SQLITE_IOERR_DIR_CLOSE 4362
#define SQLITE_IOERR_SHMOPEN 4618
#define SQLITE_IOERR_SHMSIZE 4874
#define SQLITE_IOERR_SHMLOCK 5130
#define SQLITE_IOERR_SHMMAP 5386
#define SQLITE_IOERR_SEEK 5642
#define SQLITE_IOERR_DELETE_NOENT 5898
#define SQLITE_IOERR_MMAP 6154
#define SQLITE_IOERR_GETTEMPPATH 6410
#define SQLITE_IOERR_CONVPATH 6666
#define SQLITE_IOERR_VNODE 6922
#define SQLITE_IOERR_AUTH 7178
#define SQLITE_IOERR_BEGIN_ATOMIC 7434
#define SQLITE_IOERR_COMMIT_ATOMIC 7690
#define SQLITE_IOERR_ROLLBACK_ATOMIC 7946
#define SQLITE_IOERR_DATA 8202
#define SQLITE_IOERR_CORRUPTFS 8458
#define SQLITE_IOERR_IN_PAGE 8714
#define SQLITE_IOERR_BADKEY 8970
#define SQLITE_IOERR_CODEC 9226
#define SQLITE_LOCKED_SHAREDCACHE 262
#define SQLITE_LOCKED_VTAB 518
#define SQLITE_BUSY_RECOVERY 261
#define SQLITE_BUSY_SNAPSHOT 517
#define SQLITE_BUSY_TIMEOUT 773
#define SQLITE_CANTOPEN_NOTEMPDIR 270
#define SQLITE_CANTOPEN_ISDIR 526
#define SQLITE_CANTOPEN_FULLPATH 782
#define SQLITE_CANTOPEN_CONVPATH 1038
#define SQLITE_CANTOPEN_DIRTYWAL 1294
#define SQLITE_CANTOPEN_SYMLINK 1550
#define SQLITE_CORRUPT_VTAB 267
#define SQLITE_CORRUPT_SEQUENCE 523
#define SQLITE_CORRUPT_INDEX 779
#define SQLITE_READONLY_RECOVERY 264
#define SQLITE_READONLY_CANTLOCK 520
#define SQLITE_READONLY_ROLLBACK 776
#define SQLITE_READONLY_DBMOVED 1032
#define SQLITE_READONLY_CANTINIT 1288
#define SQLITE_READONLY_DIRECTORY 1544
#define SQLITE_ABORT_ROLLBACK 516
#define SQLITE_CONSTRAINT_CHECK 275
#define SQLITE_CONSTRAINT_COMMITHOOK 531
#define SQLITE_CONSTRAINT_FOREIGNKEY 787
#define SQLITE_CONSTRAINT_FUNCTION 1043
#define SQLITE_CONSTRAINT_NOTNULL 1299
#define SQLITE_CONSTRAINT_PRIMARYKEY 1555
#define SQLITE_CONSTRAINT_TRIGGER 1811
#define SQLITE_CONSTRAINT_UNIQUE 2067
#define SQLITE_CONSTRAINT_VTAB 2323
#define SQLITE_CONSTRAINT_ROWID 2579
#define SQLITE_CONSTRAINT_PINNED 2835
#define SQLITE_CONSTRAINT_DATATYPE 3091
#define SQLITE_NOTICE_RECOVER_WAL 283
#define SQLITE_NOTICE_RECOVER_ROLLBACK 539
#define SQLITE_NOTICE_RBU 795
#define SQLITE_WARNING_AUTOINDEX 284
#define SQLITE_AUTH_USER 279
#define SQLITE_OK_LOAD_PERMANENTLY 256
#define SQLITE_OK_SYMLINK 512
#define SQLITE_MUTEX_FAST 0
#define SQLITE_MUTEX_RECURSIVE 1
#define SQLITE_SERIALIZE_NOCOPY 1
#define SQLITE_DESERIALIZE_FREEONCLOSE 1
#define SQLITE_DESERIALIZE_RESIZEABLE 2
#define SQLITE_DESERIALIZE_READONLY 4
#define SQLITE_TXN_NONE 0
#define SQLITE_TXN_READ 1
#define SQLITE_TXN_WRITE 2
#define SQLITE_OPEN_READONLY 1
#define SQLITE_OPEN_READWRITE 2
#define SQLITE_OPEN_CREATE 4
#define SQLITE_OPEN_URI 64
#define SQLITE_OPEN_MEMORY 128
#define SQLITE_OPEN_NOMUTEX 32768
#define SQLITE_OPEN_FULLMUTEX 65536
#define SQLITE_PREPARE_PERSISTENT 1
#define SQLITE_CHECKPOINT_PASSIVE 0
#define SQLITE_CHECKPOINT_FULL 1
#define SQLITE_CHECKPOINT_RESTART 2
#define SQLITE_CHECKPOINT_TRUNCATE 3
#define SQLITE_INTEGER 1
#define SQLITE_FLOAT 2
#define SQLITE_TEXT 3
#define SQLITE_BLOB 4
#define SQLITE_NULL 5
#define SQLITE_UTF8 1
#define SQLITE_DETERMINISTIC 2048
#define SQLITE_DELETE 9
#define SQLITE_INSERT 18
#define SQLITE_UPDATE 23

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_api_routines sqlite3_api_routines;
typedef struct sqlite3_backup sqlite3_backup;
typedef struct sqlite3_blob sqlite3_blob;
typedef struct sqlite3_changegroup sqlite3_changegroup;
typedef struct sqlite3_changeset_iter sqlite3_changeset_iter;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_file sqlite3_file;
typedef struct sqlite3_index_info sqlite3_index_info;
typedef struct sqlite3_module sqlite3_module;
typedef struct sqlite3_mutex sqlite3_mutex;
typedef struct sqlite3_rebaser sqlite3_rebaser;
typedef struct sqlite3_rtree_geometry sqlite3_rtree_geometry;
typedef struct sqlite3_rtree_query_info sqlite3_rtree_query_info;
typedef struct sqlite3_session sqlite3_session;
typedef struct sqlite3_snapshot sqlite3_snapshot;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_str sqlite3_str;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_vfs sqlite3_vfs;
typedef const char *sqlite3_filename;
typedef double sqlite3_rtree_dbl;
typedef long long sqlite3_int64;
typedef unsigned long long sqlite3_uint64;
typedef int (*sqlite3_callback)(void *, int, char **, char **);
typedef void (*sqlite3_destructor_type)(void *);

#define SQLITE_STATIC ((sqlite3_destructor_type)0)
#define SQLITE_TRANSIENT ((sqlite3_destructor_type) - 1)

// The library and its connections.
int sqlite3_initialize(void);
int sqlite3_shutdown(void);
int sqlite3_config(int, ...);
int sqlite3_libversion_number(void);
const char *sqlite3_libversion(void);
int sqlite3_threadsafe(void);
const char *sqlite3_sourceid(void);
const char *sqlite3_compileoption_get(int);
int sqlite3_compileoption_used(const char *);
int sqlite3_enable_shared_cache(int);
int sqlite3_status(int, int *, int *, int);
int sqlite3_status64(int, sqlite3_int64 *, sqlite3_int64 *, int);
int sqlite3_keyword_count(void);
int sqlite3_keyword_name(int, const char **, int *);
int sqlite3_keyword_check(const char *, int);
sqlite3_vfs *sqlite3_vfs_find(const char *);
int sqlite3_vfs_register(sqlite3_vfs *, int);
int sqlite3_vfs_unregister(sqlite3_vfs *);
int sqlite3_global_recover(void);
void sqlite3_thread_cleanup(void);
int sqlite3_open(const char *, sqlite3 **);
int sqlite3_open16(const void *, sqlite3 **);
int sqlite3_open_v2(const char *, sqlite3 **, int, const char *);
int sqlite3_close(sqlite3 *);
int sqlite3_close_v2(sqlite3 *);
int sqlite3_db_config(sqlite3 *, int, ...);
int sqlite3_extended_result_codes(sqlite3 *, int);
int sqlite3_errcode(sqlite3 *);
int sqlite3_extended_errcode(sqlite3 *);
const char *sqlite3_errmsg(sqlite3 *);
const void *sqlite3_errmsg16(sqlite3 *);
const char *sqlite3_errstr(int);
int sqlite3_error_offset(sqlite3 *);
int sqlite3_set_errmsg(sqlite3 *, int, const char *);
int sqlite3_system_errno(sqlite3 *);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *);
void sqlite3_set_last_insert_rowid(sqlite3 *, sqlite3_int64);
int sqlite3_changes(sqlite3 *);
sqlite3_int64 sqlite3_changes64(sqlite3 *);
int sqlite3_total_changes(sqlite3 *);
sqlite3_int64 sqlite3_total_changes64(sqlite3 *);
void sqlite3_interrupt(sqlite3 *);
int sqlite3_is_interrupted(sqlite3 *);
int sqlite3_limit(sqlite3 *, int, int);
int sqlite3_busy_handler(sqlite3 *, int (*)(void *, int), void *);
int sqlite3_busy_timeout(sqlite3 *, int);
int sqlite3_setlk_timeout(sqlite3 *, int, int);
void sqlite3_progress_handler(sqlite3 *, int, int (*)(void *), void *);
void *sqlite3_trace(sqlite3 *, void (*)(void *, const char *), void *);
void *sqlite3_profile(sqlite3 *, void (*)(void *, const char *, sqlite3_uint64), void *);
int sqlite3_trace_v2(sqlite3 *, unsigned, int (*)(unsigned, void *, void *, void *),
                     void *);
int sqlite3_set_authorizer(sqlite3 *,
                           int (*)(void *, int, const char *, const char *, const char *,
                                   const char *),
                           void *);
void *sqlite3_commit_hook(sqlite3 *, int (*)(void *), void *);
void *sqlite3_rollback_hook(sqlite3 *, void (*)(void *), void *);
void *sqlite3_update_hook(
    sqlite3 *, void (*)(void *, int, const char *, const char *, sqlite3_int64), void *);
void *sqlite3_wal_hook(sqlite3 *, int (*)(void *, sqlite3 *, const char *, int), void *);
int sqlite3_wal_autocheckpoint(sqlite3 *, int);
int sqlite3_wal_checkpoint(sqlite3 *, const char *);
int sqlite3_wal_checkpoint_v2(sqlite3 *, const char *, int, int *, int *);
int sqlite3_autovacuum_pages(sqlite3 *,
                             unsigned (*)(void *, const char *, unsigned, unsigned,
                                          unsigned),
                             void *, void (*)(void *));
int sqlite3_unlock_notify(sqlite3 *, void (*)(void **, int), void *);
int sqlite3_get_autocommit(sqlite3 *);
int sqlite3_txn_state(sqlite3 *, const char *);
const char *sqlite3_db_name(sqlite3 *, int);
sqlite3_filename sqlite3_db_filename(sqlite3 *, const char *);
int sqlite3_db_readonly(sqlite3 *, const char *);
int sqlite3_db_cacheflush(sqlite3 *);
int sqlite3_db_release_memory(sqlite3 *);
int sqlite3_db_status(sqlite3 *, int, int *, int *, int);
int sqlite3_db_status64(sqlite3 *, int, sqlite3_int64 *, sqlite3_int64 *, int);
sqlite3_mutex *sqlite3_db_mutex(sqlite3 *);
int sqlite3_file_control(sqlite3 *, const char *, int, void *);
void *sqlite3_get_clientdata(sqlite3 *, const char *);
int sqlite3_set_clientdata(sqlite3 *, const char *, void *, void (*)(void *));
int sqlite3_enable_load_extension(sqlite3 *, int);
int sqlite3_load_extension(sqlite3 *, const char *, const char *, char **);
int sqlite3_auto_extension(void (*)(void));
int sqlite3_cancel_auto_extension(void (*)(void));
void sqlite3_reset_auto_extension(void);
int sqlite3_table_column_metadata(sqlite3 *, const char *, const char *, const char *,
                                  const char **, const char **, int *, int *, int *);
int sqlite3_sleep(int);

// Text that runs at once.
int sqlite3_exec(sqlite3 *, const char *, sqlite3_callback, void *, char **);
int sqlite3_get_table(sqlite3 *, const char *, char ***, int *, int *, char **);
void sqlite3_free_table(char **);
int sqlite3_complete(const char *);
int sqlite3_complete16(const void *);

// Prepared statements.
int sqlite3_prepare(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int sqlite3_prepare_v3(sqlite3 *, const char *, int, unsigned, sqlite3_stmt **,
                       const char **);
int sqlite3_prepare16(sqlite3 *, const void *, int, sqlite3_stmt **, const void **);
int sqlite3_prepare16_v2(sqlite3 *, const void *, int, sqlite3_stmt **, const void **);
int sqlite3_prepare16_v3(sqlite3 *, const void *, int, unsigned, sqlite3_stmt **,
                         const void **);
int sqlite3_step(sqlite3_stmt *);
int sqlite3_reset(sqlite3_stmt *);
int sqlite3_finalize(sqlite3_stmt *);
sqlite3 *sqlite3_db_handle(sqlite3_stmt *);
sqlite3_stmt *sqlite3_next_stmt(sqlite3 *, sqlite3_stmt *);
const char *sqlite3_sql(sqlite3_stmt *);
char *sqlite3_expanded_sql(sqlite3_stmt *);
const char *sqlite3_normalized_sql(sqlite3_stmt *);
int sqlite3_stmt_readonly(sqlite3_stmt *);
int sqlite3_stmt_isexplain(sqlite3_stmt *);
int sqlite3_stmt_explain(sqlite3_stmt *, int);
int sqlite3_stmt_busy(sqlite3_stmt *);
int sqlite3_stmt_status(sqlite3_stmt *, int, int);
int sqlite3_stmt_scanstatus(sqlite3_stmt *, int, int, void *);
int sqlite3_stmt_scanstatus_v2(sqlite3_stmt *, int, int, int, void *);
void sqlite3_stmt_scanstatus_reset(sqlite3_stmt *);
int sqlite3_expired(sqlite3_stmt *);
int sqlite3_transfer_bindings(sqlite3_stmt *, sqlite3_stmt *);
int sqlite3_bind_blob(sqlite3_stmt *, int, const void *, int, void (*)(void *));
int sqlite3_bind_blob64(sqlite3_stmt *, int, const void *, sqlite3_uint64,
                        void (*)(void *));
int sqlite3_bind_double(sqlite3_stmt *, int, double);
int sqlite3_bind_int(sqlite3_stmt *, int, int);
int sqlite3_bind_int64(sqlite3_stmt *, int, sqlite3_int64);
int sqlite3_bind_null(sqlite3_stmt *, int);
int sqlite3_bind_text(sqlite3_stmt *, int, const char *, int, void (*)(void *));
int sqlite3_bind_text16(sqlite3_stmt *, int, const void *, int, void (*)(void *));
int sqlite3_bind_text64(sqlite3_stmt *, int, const char *, sqlite3_uint64,
                        void (*)(void *), unsigned char);
int sqlite3_bind_value(sqlite3_stmt *, int, const sqlite3_value *);
int sqlite3_bind_pointer(sqlite3_stmt *, int, void *, const char *, void (*)(void *));
int sqlite3_bind_zeroblob(sqlite3_stmt *, int, int);
int sqlite3_bind_zeroblob64(sqlite3_stmt *, int, sqlite3_uint64);
int sqlite3_bind_parameter_count(sqlite3_stmt *);
const char *sqlite3_bind_parameter_name(sqlite3_stmt *, int);
int sqlite3_bind_parameter_index(sqlite3_stmt *, const char *);
int sqlite3_carray_bind(sqlite3_stmt *, int, void *, int, int, void (*)(void *));
int sqlite3_carray_bind_v2(sqlite3_stmt *, int, void *, int, int, void (*)(void *),
                           void *);
int sqlite3_clear_bindings(sqlite3_stmt *);
int sqlite3_column_count(sqlite3_stmt *);
int sqlite3_data_count(sqlite3_stmt *);
const char *sqlite3_column_name(sqlite3_stmt *, int);
const void *sqlite3_column_name16(sqlite3_stmt *, int);
const char *sqlite3_column_database_name(sqlite3_stmt *, int);
const void *sqlite3_column_database_name16(sqlite3_stmt *, int);
const char *sqlite3_column_table_name(sqlite3_stmt *, int);
const void *sqlite3_column_table_name16(sqlite3_stmt *, int);
const char *sqlite3_column_origin_name(sqlite3_stmt *, int);
const void *sqlite3_column_origin_name16(sqlite3_stmt *, int);
const char *sqlite3_column_decltype(sqlite3_stmt *, int);
const void *sqlite3_column_decltype16(sqlite3_stmt *, int);
const void *sqlite3_column_blob(sqlite3_stmt *, int);
double sqlite3_column_double(sqlite3_stmt *, int);
int sqlite3_column_int(sqlite3_stmt *, int);
sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *, int);
const unsigned char *sqlite3_column_text(sqlite3_stmt *, int);
const void *sqlite3_column_text16(sqlite3_stmt *, int);
sqlite3_value *sqlite3_column_value(sqlite3_stmt *, int);
int sqlite3_column_bytes(sqlite3_stmt *, int);
int sqlite3_column_bytes16(sqlite3_stmt *, int);
int sqlite3_column_type(sqlite3_stmt *, int);

// Functions, collations and modules of the application.
int sqlite3_create_function(sqlite3 *, const char *, int, int, void *,
                            void (*)(sqlite3_context *, int, sqlite3_value **),
                            void (*)(sqlite3_context *, int, sqlite3_value **),
                            void (*)(sqlite3_context *));
int sqlite3_create_function16(sqlite3 *, const void *, int, int, void *,
                              void (*)(sqlite3_context *, int, sqlite3_value **),
                              void (*)(sqlite3_context *, int, sqlite3_value **),
                              void (*)(sqlite3_context *));
int sqlite3_create_function_v2(sqlite3 *, const char *, int, int, void *,
                               void (*)(sqlite3_context *, int, sqlite3_value **),
                               void (*)(sqlite3_context *, int, sqlite3_value **),
                               void (*)(sqlite3_context *), void (*)(void *));
int sqlite3_create_window_function(sqlite3 *, const char *, int, int, void *,
                                   void (*)(sqlite3_context *, int, sqlite3_value **),
                                   void (*)(sqlite3_context *),
                                   void (*)(sqlite3_context *),
                                   void (*)(sqlite3_context *, int, sqlite3_value **),
                                   void (*)(void *));
int sqlite3_create_collation(sqlite3 *, const char *, int, void *,
                             int (*)(void *, int, const void *, int, const void *));
int sqlite3_create_collation16(sqlite3 *, const void *, int, void *,
                               int (*)(void *, int, const void *, int, const void *));
int sqlite3_create_collation_v2(sqlite3 *, const char *, int, void *,
                                int (*)(void *, int, const void *, int, const void *),
                                void (*)(void *));
int sqlite3_collation_needed(sqlite3 *, void *,
                             void (*)(void *, sqlite3 *, int, const char *));
int sqlite3_collation_needed16(sqlite3 *, void *,
                               void (*)(void *, sqlite3 *, int, const void *));
int sqlite3_overload_function(sqlite3 *, const char *, int);
int sqlite3_create_module(sqlite3 *, const char *, const sqlite3_module *, void *);
int sqlite3_create_module_v2(sqlite3 *, const char *, const sqlite3_module *, void *,
                             void (*)(void *));
int sqlite3_declare_vtab(sqlite3 *, const char *);
int sqlite3_drop_modules(sqlite3 *, const char **);
int sqlite3_rtree_geometry_callback(sqlite3 *, const char *,
                                    int (*)(sqlite3_rtree_geometry *, int,
                                            sqlite3_rtree_dbl *, int *),
                                    void *);
int sqlite3_rtree_query_callback(sqlite3 *, const char *,
                                 int (*)(sqlite3_rtree_query_info *), void *,
                                 void (*)(void *));
int sqlite3_vtab_in(sqlite3_index_info *, int, int);
int sqlite3_vtab_in_first(sqlite3_value *, sqlite3_value **);
int sqlite3_vtab_in_next(sqlite3_value *, sqlite3_value **);
int sqlite3_vtab_rhs_value(sqlite3_index_info *, int, sqlite3_value **);
const char *sqlite3_vtab_collation(sqlite3_index_info *, int);
int sqlite3_vtab_distinct(sqlite3_index_info *);
int sqlite3_vtab_config(sqlite3 *, int, ...);
int sqlite3_vtab_nochange(sqlite3_context *);
int sqlite3_vtab_on_conflict(sqlite3 *);
int sqlite3_aggregate_count(sqlite3_context *);
void *sqlite3_aggregate_context(sqlite3_context *, int);
void *sqlite3_user_data(sqlite3_context *);
sqlite3 *sqlite3_context_db_handle(sqlite3_context *);
void *sqlite3_get_auxdata(sqlite3_context *, int);
void sqlite3_set_auxdata(sqlite3_context *, int, void *, void (*)(void *));
void sqlite3_result_blob(sqlite3_context *, const void *, int, void (*)(void *));
void sqlite3_result_blob64(sqlite3_context *, const void *, sqlite3_uint64,
                           void (*)(void *));
void sqlite3_result_double(sqlite3_context *, double);
void sqlite3_result_error(sqlite3_context *, const char *, int);
void sqlite3_result_error16(sqlite3_context *, const void *, int);
void sqlite3_result_error_code(sqlite3_context *, int);
void sqlite3_result_error_nomem(sqlite3_context *);
void sqlite3_result_error_toobig(sqlite3_context *);
void sqlite3_result_int(sqlite3_context *, int);
void sqlite3_result_int64(sqlite3_context *, sqlite3_int64);
void sqlite3_result_null(sqlite3_context *);
void sqlite3_result_pointer(sqlite3_context *, void *, const char *, void (*)(void *));
void sqlite3_result_text(sqlite3_context *, const char *, int, void (*)(void *));
void sqlite3_result_text16(sqlite3_context *, const void *, int, void (*)(void *));
void sqlite3_result_text16be(sqlite3_context *, const void *, int, void (*)(void *));
void sqlite3_result_text16le(sqlite3_context *, const void *, int, void (*)(void *));
void sqlite3_result_text64(sqlite3_context *, const char *, sqlite3_uint64,
                           void (*)(void *), unsigned char);
void sqlite3_result_value(sqlite3_context *, sqlite3_value *);
void sqlite3_result_subtype(sqlite3_context *, unsigned);
void sqlite3_result_zeroblob(sqlite3_context *, int);
int sqlite3_result_zeroblob64(sqlite3_context *, sqlite3_uint64);
void *sqlite3_preupdate_hook(sqlite3 *,
                             void (*)(void *, sqlite3 *, int, const char *, const char *,
                                      sqlite3_int64, sqlite3_int64),
                             void *);
int sqlite3_preupdate_old(sqlite3 *, int, sqlite3_value **);
int sqlite3_preupdate_new(sqlite3 *, int, sqlite3_value **);
int sqlite3_preupdate_count(sqlite3 *);
int sqlite3_preupdate_depth(sqlite3 *);
int sqlite3_preupdate_blobwrite(sqlite3 *);

// Values.
const void *sqlite3_value_blob(sqlite3_value *);
double sqlite3_value_double(sqlite3_value *);
int sqlite3_value_int(sqlite3_value *);
sqlite3_int64 sqlite3_value_int64(sqlite3_value *);
void *sqlite3_value_pointer(sqlite3_value *, const char *);
const unsigned char *sqlite3_value_text(sqlite3_value *);
const void *sqlite3_value_text16(sqlite3_value *);
const void *sqlite3_value_text16be(sqlite3_value *);
const void *sqlite3_value_text16le(sqlite3_value *);
int sqlite3_value_bytes(sqlite3_value *);
int sqlite3_value_bytes16(sqlite3_value *);
int sqlite3_value_type(sqlite3_value *);
int sqlite3_value_numeric_type(sqlite3_value *);
int sqlite3_value_encoding(sqlite3_value *);
int sqlite3_value_frombind(sqlite3_value *);
int sqlite3_value_nochange(sqlite3_value *);
unsigned sqlite3_value_subtype(sqlite3_value *);
sqlite3_value *sqlite3_value_dup(const sqlite3_value *);
void sqlite3_value_free(sqlite3_value *);

// Memory, strings, file names, mutexes.
void *sqlite3_malloc(int);
void *sqlite3_malloc64(sqlite3_uint64);
void *sqlite3_realloc(void *, int);
void *sqlite3_realloc64(void *, sqlite3_uint64);
void sqlite3_free(void *);
sqlite3_uint64 sqlite3_msize(void *);
sqlite3_int64 sqlite3_memory_used(void);
sqlite3_int64 sqlite3_memory_highwater(int);
int sqlite3_memory_alarm(void (*)(void *, sqlite3_int64, int), void *, sqlite3_int64);
int sqlite3_release_memory(int);
void sqlite3_soft_heap_limit(int);
sqlite3_int64 sqlite3_soft_heap_limit64(sqlite3_int64);
sqlite3_int64 sqlite3_hard_heap_limit64(sqlite3_int64);
char *sqlite3_mprintf(const char *, ...);
char *sqlite3_vmprintf(const char *, va_list);
char *sqlite3_snprintf(int, char *, const char *, ...);
char *sqlite3_vsnprintf(int, char *, const char *, va_list);
sqlite3_str *sqlite3_str_new(sqlite3 *);
char *sqlite3_str_finish(sqlite3_str *);
void sqlite3_str_free(sqlite3_str *);
void sqlite3_str_append(sqlite3_str *, const char *, int);
void sqlite3_str_appendall(sqlite3_str *, const char *);
void sqlite3_str_appendchar(sqlite3_str *, int, char);
void sqlite3_str_appendf(sqlite3_str *, const char *, ...);
void sqlite3_str_vappendf(sqlite3_str *, const char *, va_list);
void sqlite3_str_reset(sqlite3_str *);
void sqlite3_str_truncate(sqlite3_str *, int);
int sqlite3_str_errcode(sqlite3_str *);
int sqlite3_str_length(sqlite3_str *);
char *sqlite3_str_value(sqlite3_str *);
int sqlite3_stricmp(const char *, const char *);
int sqlite3_strnicmp(const char *, const char *, int);
int sqlite3_strglob(const char *, const char *);
int sqlite3_strlike(const char *, const char *, unsigned);
void sqlite3_log(int, const char *, ...);
void sqlite3_randomness(int, void *);
sqlite3_filename sqlite3_create_filename(const char *, const char *, const char *, int,
                                         const char **);
void sqlite3_free_filename(sqlite3_filename);
const char *sqlite3_filename_database(sqlite3_filename);
const char *sqlite3_filename_journal(sqlite3_filename);
const char *sqlite3_filename_wal(sqlite3_filename);
sqlite3_file *sqlite3_database_file_object(const char *);
const char *sqlite3_uri_parameter(sqlite3_filename, const char *);
const char *sqlite3_uri_key(sqlite3_filename, int);
int sqlite3_uri_boolean(sqlite3_filename, const char *, int);
sqlite3_int64 sqlite3_uri_int64(sqlite3_filename, const char *, sqlite3_int64);
sqlite3_mutex *sqlite3_mutex_alloc(int);
void sqlite3_mutex_free(sqlite3_mutex *);
void sqlite3_mutex_enter(sqlite3_mutex *);
int sqlite3_mutex_try(sqlite3_mutex *);
void sqlite3_mutex_leave(sqlite3_mutex *);
int sqlite3_mutex_held(sqlite3_mutex *);
int sqlite3_mutex_notheld(sqlite3_mutex *);

// BLOBs, backups, whole databases, snapshots.
int sqlite3_blob_open(sqlite3 *, const char *, const char *, const char *, sqlite3_int64,
                      int, sqlite3_blob **);
int sqlite3_blob_reopen(sqlite3_blob *, sqlite3_int64);
int sqlite3_blob_close(sqlite3_blob *);
int sqlite3_blob_bytes(sqlite3_blob *);
int sqlite3_blob_read(sqlite3_blob *, void *, int, int);
int sqlite3_blob_write(sqlite3_blob *, const void *, int, int);
sqlite3_backup *sqlite3_backup_init(sqlite3 *, const char *, sqlite3 *, const char *);
int sqlite3_backup_step(sqlite3_backup *, int);
int sqlite3_backup_finish(sqlite3_backup *);
int sqlite3_backup_remaining(sqlite3_backup *);
int sqlite3_backup_pagecount(sqlite3_backup *);
unsigned char *sqlite3_serialize(sqlite3 *, const char *, sqlite3_int64 *, unsigned);
int sqlite3_deserialize(sqlite3 *, const char *, unsigned char *, sqlite3_int64,
                        sqlite3_int64, unsigned);
int sqlite3_snapshot_get(sqlite3 *, const char *, sqlite3_snapshot **);
int sqlite3_snapshot_open(sqlite3 *, const char *, sqlite3_snapshot *);
void sqlite3_snapshot_free(sqlite3_snapshot *);
int sqlite3_snapshot_cmp(sqlite3_snapshot *, sqlite3_snapshot *);
int sqlite3_snapshot_recover(sqlite3 *, const char *);

// The session extension.
int sqlite3session_create(sqlite3 *, const char *, sqlite3_session **);
void sqlite3session_delete(sqlite3_session *);
int sqlite3session_enable(sqlite3_session *, int);
int sqlite3session_indirect(sqlite3_session *, int);
int sqlite3session_config(int, void *);
int sqlite3session_object_config(sqlite3_session *, int, void *);
void sqlite3session_table_filter(sqlite3_session *, int (*)(void *, const char *),
                                 void *);
int sqlite3session_attach(sqlite3_session *, const char *);
int sqlite3session_changeset(sqlite3_session *, int *, void **);
int sqlite3session_patchset(sqlite3_session *, int *, void **);
int sqlite3session_diff(sqlite3_session *, const char *, const char *, char **);
int sqlite3session_isempty(sqlite3_session *);
int sqlite3session_changeset_strm(sqlite3_session *, int (*)(void *, const void *, int),
                                  void *);
int sqlite3session_patchset_strm(sqlite3_session *, int (*)(void *, const void *, int),
                                 void *);
sqlite3_int64 sqlite3session_changeset_size(sqlite3_session *);
sqlite3_int64 sqlite3session_memory_used(sqlite3_session *);
int sqlite3changeset_start(sqlite3_changeset_iter **, int, void *);
int sqlite3changeset_start_v2(sqlite3_changeset_iter **, int, void *, int);
int sqlite3changeset_start_strm(sqlite3_changeset_iter **, int (*)(void *, void *, int *),
                                void *);
int sqlite3changeset_start_v2_strm(sqlite3_changeset_iter **,
                                   int (*)(void *, void *, int *), void *, int);
int sqlite3changeset_next(sqlite3_changeset_iter *);
int sqlite3changeset_op(sqlite3_changeset_iter *, const char **, int *, int *, int *);
int sqlite3changeset_pk(sqlite3_changeset_iter *, unsigned char **, int *);
int sqlite3changeset_old(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_new(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_conflict(sqlite3_changeset_iter *, int, sqlite3_value **);
int sqlite3changeset_finalize(sqlite3_changeset_iter *);
int sqlite3changeset_fk_conflicts(sqlite3_changeset_iter *, int *);
int sqlite3changeset_invert(int, const void *, int *, void **);
int sqlite3changeset_invert_strm(int (*)(void *, void *, int *), void *,
                                 int (*)(void *, const void *, int), void *);
int sqlite3changeset_concat(int, void *, int, void *, int *, void **);
int sqlite3changeset_concat_strm(int (*)(void *, void *, int *), void *,
                                 int (*)(void *, void *, int *), void *,
                                 int (*)(void *, const void *, int), void *);
int sqlite3changeset_apply(sqlite3 *, int, void *, int (*)(void *, const char *),
                           int (*)(void *, int, sqlite3_changeset_iter *), void *);
int sqlite3changeset_apply_strm(sqlite3 *, int (*)(void *, void *, int *), void *,
                                int (*)(void *, const char *),
                                int (*)(void *, int, sqlite3_changeset_iter *), void *);
int sqlite3changeset_apply_v2(sqlite3 *, int, void *, int (*)(void *, const char *),
                              int (*)(void *, int, sqlite3_changeset_iter *), void *,
                              void **, int *, int);
int sqlite3changeset_apply_v3(sqlite3 *, int, void *,
                              int (*)(void *, sqlite3_changeset_iter *),
                              int (*)(void *, int, sqlite3_changeset_iter *), void *,
                              void **, int *, int);
int sqlite3changeset_apply_v2_strm(sqlite3 *, int (*)(void *, void *, int *), void *,
                                   int (*)(void *, const char *),
                                   int (*)(void *, int, sqlite3_changeset_iter *), void *,
                                   void **, int *, int);
int sqlite3changeset_apply_v3_strm(sqlite3 *, int (*)(void *, void *, int *), void *,
                                   int (*)(void *, sqlite3_changeset_iter *),
                                   int (*)(void *, int, sqlite3_changeset_iter *), void *,
                                   void **, int *, int);
int sqlite3changegroup_new(sqlite3_changegroup **);
void sqlite3changegroup_delete(sqlite3_changegroup *);
int sqlite3changegroup_add(sqlite3_changegroup *, int, void *);
int sqlite3changegroup_add_strm(sqlite3_changegroup *, int (*)(void *, void *, int *),
                                void *);
int sqlite3changegroup_add_change(sqlite3_changegroup *, sqlite3_changeset_iter *);
int sqlite3changegroup_config(sqlite3_changegroup *, int, void *);
int sqlite3changegroup_schema(sqlite3_changegroup *, sqlite3 *, const char *);
int sqlite3changegroup_output(sqlite3_changegroup *, int *, void **);
int sqlite3changegroup_output_strm(sqlite3_changegroup *,
                                   int (*)(void *, const void *, int), void *);
int sqlite3changegroup_change_blob(sqlite3_changegroup *, int, int, const void *, int);
int sqlite3changegroup_change_double(sqlite3_changegroup *, int, int, double);
int sqlite3changegroup_change_int64(sqlite3_changegroup *, int, int, sqlite3_int64);
int sqlite3changegroup_change_null(sqlite3_changegroup *, int, int);
int sqlite3changegroup_change_text(sqlite3_changegroup *, int, int, const char *, int);
int sqlite3changegroup_change_begin(sqlite3_changegroup *, int, const char *, int,
                                    char **);
int sqlite3changegroup_change_finish(sqlite3_changegroup *, int, char **);
int sqlite3rebaser_create(sqlite3_rebaser **);
int sqlite3rebaser_configure(sqlite3_rebaser *, int, const void *);
int sqlite3rebaser_rebase(sqlite3_rebaser *, int, const void *, int *, void **);
int sqlite3rebaser_rebase_strm(sqlite3_rebaser *, int (*)(void *, void *, int *), void *,
                               int (*)(void *, const void *, int), void *);
void sqlite3rebaser_delete(sqlite3_rebaser *);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_SQLITE3_H
