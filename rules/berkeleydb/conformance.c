//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real header of Berkeley
// DB 5.3: every method is held to its type, every function to its prototype, and every
// constant is compared with the macro; the calls that make or end a handle are made.
// Never run.
//
// api.json names the method `close` of a DB_ENV "DB_ENV::close". A lit test checks that
// nothing is missing here: test-corpus/rules/check_conformance.py wants every name and
// every constant of api.json to occur in this file.
//
//===----------------------------------------------------------------------===//
#include <db.h>

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...) static_assert(__is_same(decltype(Name), __VA_ARGS__), #Name)
#define METHOD(Record, Name, ...)                                                        \
  static_assert(__is_same(decltype(Record::Name), __VA_ARGS__), #Record "::" #Name)
#else
#define NUMBER(Name, Value) _Static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...)                                                             \
  _Static_assert(__builtin_types_compatible_p(__typeof__(Name), __VA_ARGS__), #Name)
#define METHOD(Record, Name, ...)                                                        \
  _Static_assert(                                                                        \
      __builtin_types_compatible_p(__typeof__(((Record *)0)->Name), __VA_ARGS__),        \
      #Record "->" #Name)
#endif

NUMBER(DB_BUFFER_SMALL, -30999);
NUMBER(DB_DONOTINDEX, -30998);
NUMBER(DB_FOREIGN_CONFLICT, -30997);
NUMBER(DB_HEAP_FULL, -30996);
NUMBER(DB_KEYEMPTY, -30995);
NUMBER(DB_KEYEXIST, -30994);
NUMBER(DB_LOCK_DEADLOCK, -30993);
NUMBER(DB_LOCK_NOTGRANTED, -30992);
NUMBER(DB_LOG_BUFFER_FULL, -30991);
NUMBER(DB_LOG_VERIFY_BAD, -30990);
NUMBER(DB_NOSERVER, -30989);
NUMBER(DB_NOTFOUND, -30988);
NUMBER(DB_OLD_VERSION, -30987);
NUMBER(DB_PAGE_NOTFOUND, -30986);
NUMBER(DB_REP_DUPMASTER, -30985);
NUMBER(DB_REP_HANDLE_DEAD, -30984);
NUMBER(DB_REP_HOLDELECTION, -30983);
NUMBER(DB_REP_IGNORE, -30982);
NUMBER(DB_REP_ISPERM, -30981);
NUMBER(DB_REP_JOIN_FAILURE, -30980);
NUMBER(DB_REP_LEASE_EXPIRED, -30979);
NUMBER(DB_REP_LOCKOUT, -30978);
NUMBER(DB_REP_NEWSITE, -30977);
NUMBER(DB_REP_NOTPERM, -30976);
NUMBER(DB_REP_UNAVAIL, -30975);
NUMBER(DB_REP_WOULDROLLBACK, -30974);
NUMBER(DB_RUNRECOVERY, -30973);
NUMBER(DB_SECONDARY_BAD, -30972);
NUMBER(DB_TIMEOUT, -30971);
NUMBER(DB_VERIFY_BAD, -30970);
NUMBER(DB_VERSION_MISMATCH, -30969);

NUMBER(DB_AUTO_COMMIT, 0x00000100);
NUMBER(DB_CREATE, 0x00000001);
NUMBER(DB_DUP, 0x00000010);
NUMBER(DB_DUPSORT, 0x00000002);
NUMBER(DB_EXCL, 0x00000004);
NUMBER(DB_FORCE, 0x00000001);
NUMBER(DB_FORCESYNC, 0x00000001);
NUMBER(DB_INIT_CDB, 0x00000080);
NUMBER(DB_INIT_LOCK, 0x00000100);
NUMBER(DB_INIT_LOG, 0x00000200);
NUMBER(DB_INIT_MPOOL, 0x00000400);
NUMBER(DB_INIT_TXN, 0x00002000);
NUMBER(DB_MULTIPLE, 0x00000800);
NUMBER(DB_NOSYNC, 0x00000001);
NUMBER(DB_PRIVATE, 0x00010000);
NUMBER(DB_RDONLY, 0x00000400);
NUMBER(DB_READ_COMMITTED, 0x00000400);
NUMBER(DB_READ_UNCOMMITTED, 0x00000200);
NUMBER(DB_RECOVER, 0x00000002);
NUMBER(DB_RMW, 0x00002000);
NUMBER(DB_THREAD, 0x00000020);
NUMBER(DB_TRUNCATE, 0x00020000);
NUMBER(DB_TXN_NOSYNC, 0x00000001);
NUMBER(DB_TXN_NOWAIT, 0x00000002);
NUMBER(DB_TXN_SNAPSHOT, 0x00000004);
NUMBER(DB_TXN_SYNC, 0x00000008);
NUMBER(DB_WRITECURSOR, 0x00000010);
NUMBER(DB_DBT_MALLOC, 0x010);
NUMBER(DB_DBT_REALLOC, 0x080);
NUMBER(DB_DBT_USERMEM, 0x800);
NUMBER(DB_DBT_PARTIAL, 0x040);
NUMBER(DB_APPEND, 2);
NUMBER(DB_CONSUME, 4);
NUMBER(DB_CURRENT, 6);
NUMBER(DB_FIRST, 7);
NUMBER(DB_GET_BOTH, 8);
NUMBER(DB_KEYFIRST, 13);
NUMBER(DB_KEYLAST, 14);
NUMBER(DB_LAST, 15);
NUMBER(DB_NEXT, 16);
NUMBER(DB_NEXT_DUP, 17);
NUMBER(DB_NEXT_NODUP, 18);
NUMBER(DB_NODUPDATA, 19);
NUMBER(DB_NOOVERWRITE, 20);
NUMBER(DB_POSITION, 22);
NUMBER(DB_PREV, 23);
NUMBER(DB_SET, 26);
NUMBER(DB_SET_RANGE, 27);
NUMBER(DB_ARCH_ABS, 0x00000001);
NUMBER(DB_ARCH_LOG, 0x00000004);
NUMBER(DB_ARCH_REMOVE, 0x00000008);
NUMBER(DB_LOCK_DEFAULT, 1);
NUMBER(DB_VERSION_MAJOR, 5);
NUMBER(DB_VERSION_MINOR, 3);

PROTOTYPE(db_copy, int(DB_ENV *, const char *, const char *, const char *));
PROTOTYPE(db_create, int(DB **, DB_ENV *, u_int32_t));
PROTOTYPE(db_strerror, char *(int));
PROTOTYPE(db_env_set_func_assert, int(void (*)(const char *, const char *, int)));
PROTOTYPE(db_env_set_func_close, int(int (*)(int)));
PROTOTYPE(db_env_set_func_dirfree, int(void (*)(char **, int)));
PROTOTYPE(db_env_set_func_dirlist, int(int (*)(const char *, char ***, int *)));
PROTOTYPE(db_env_set_func_exists, int(int (*)(const char *, int *)));
PROTOTYPE(db_env_set_func_free, int(void (*)(void *)));
PROTOTYPE(db_env_set_func_fsync, int(int (*)(int)));
PROTOTYPE(db_env_set_func_ftruncate, int(int (*)(int, off_t)));
PROTOTYPE(db_env_set_func_ioinfo,
          int(int (*)(const char *, int, u_int32_t *, u_int32_t *, u_int32_t *)));
PROTOTYPE(db_env_set_func_malloc, int(void *(*)(size_t)));
PROTOTYPE(db_env_set_func_file_map, int(int (*)(DB_ENV *, char *, size_t, int, void **),
                                        int (*)(DB_ENV *, void *)));
PROTOTYPE(db_env_set_func_region_map,
          int(int (*)(DB_ENV *, char *, size_t, int *, void **),
              int (*)(DB_ENV *, void *)));
PROTOTYPE(db_env_set_func_pread, int(ssize_t (*)(int, void *, size_t, off_t)));
PROTOTYPE(db_env_set_func_pwrite, int(ssize_t (*)(int, const void *, size_t, off_t)));
PROTOTYPE(db_env_set_func_open, int(int (*)(const char *, int, ...)));
PROTOTYPE(db_env_set_func_read, int(ssize_t (*)(int, void *, size_t)));
PROTOTYPE(db_env_set_func_realloc, int(void *(*)(void *, size_t)));
PROTOTYPE(db_env_set_func_rename, int(int (*)(const char *, const char *)));
PROTOTYPE(db_env_set_func_seek, int(int (*)(int, off_t, int)));
PROTOTYPE(db_env_set_func_unlink, int(int (*)(const char *)));
PROTOTYPE(db_env_set_func_write, int(ssize_t (*)(int, const void *, size_t)));
PROTOTYPE(db_env_set_func_yield, int(int (*)(u_long, u_long)));
PROTOTYPE(db_env_create, int(DB_ENV **, u_int32_t));
PROTOTYPE(db_version, char *(int *, int *, int *));
PROTOTYPE(db_full_version, char *(int *, int *, int *, int *, int *));
PROTOTYPE(log_compare, int(const DB_LSN *, const DB_LSN *));
PROTOTYPE(db_sequence_create, int(DB_SEQUENCE **, DB *, u_int32_t));

METHOD(DB_ENV, add_data_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, backup, int (*)(DB_ENV *, const char *, u_int32_t));
METHOD(DB_ENV, cdsgroup_begin, int (*)(DB_ENV *, DB_TXN **));
METHOD(DB_ENV, close, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, dbbackup, int (*)(DB_ENV *, const char *, const char *, u_int32_t));
METHOD(DB_ENV, dbremove,
       int (*)(DB_ENV *, DB_TXN *, const char *, const char *, u_int32_t));
METHOD(DB_ENV, dbrename,
       int (*)(DB_ENV *, DB_TXN *, const char *, const char *, const char *, u_int32_t));
METHOD(DB_ENV, err, void (*)(const DB_ENV *, int, const char *, ...));
METHOD(DB_ENV, errx, void (*)(const DB_ENV *, const char *, ...));
METHOD(DB_ENV, failchk, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, fileid_reset, int (*)(DB_ENV *, const char *, u_int32_t));
METHOD(DB_ENV, get_alloc,
       int (*)(DB_ENV *, void *(**)(size_t), void *(**)(void *, size_t),
               void (**)(void *)));
METHOD(DB_ENV, get_app_dispatch,
       int (*)(DB_ENV *, int (**)(DB_ENV *, DBT *, DB_LSN *, db_recops)));
METHOD(DB_ENV, get_cache_max, int (*)(DB_ENV *, u_int32_t *, u_int32_t *));
METHOD(DB_ENV, get_cachesize, int (*)(DB_ENV *, u_int32_t *, u_int32_t *, int *));
METHOD(DB_ENV, get_create_dir, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_data_dirs, int (*)(DB_ENV *, const char ***));
METHOD(DB_ENV, get_data_len, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_backup_callbacks,
       int (*)(DB_ENV *, int (**)(DB_ENV *, const char *, const char *, void **),
               int (**)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t, u_int8_t *, void *),
               int (**)(DB_ENV *, const char *, void *)));
METHOD(DB_ENV, get_backup_config, int (*)(DB_ENV *, DB_BACKUP_CONFIG, u_int32_t *));
METHOD(DB_ENV, get_encrypt_flags, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_errcall,
       void (*)(DB_ENV *, void (**)(const DB_ENV *, const char *, const char *)));
METHOD(DB_ENV, get_errfile, void (*)(DB_ENV *, FILE **));
METHOD(DB_ENV, get_errpfx, void (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_flags, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_feedback, int (*)(DB_ENV *, void (**)(DB_ENV *, int, int)));
METHOD(DB_ENV, get_home, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_intermediate_dir_mode, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_isalive,
       int (*)(DB_ENV *, int (**)(DB_ENV *, pid_t, db_threadid_t, u_int32_t)));
METHOD(DB_ENV, get_lg_bsize, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lg_dir, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_lg_filemode, int (*)(DB_ENV *, int *));
METHOD(DB_ENV, get_lg_max, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lg_regionmax, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_conflicts, int (*)(DB_ENV *, const u_int8_t **, int *));
METHOD(DB_ENV, get_lk_detect, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_max_lockers, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_max_locks, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_max_objects, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_partitions, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_lk_priority, int (*)(DB_ENV *, u_int32_t, u_int32_t *));
METHOD(DB_ENV, get_lk_tablesize, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_memory_init, int (*)(DB_ENV *, DB_MEM_CONFIG, u_int32_t *));
METHOD(DB_ENV, get_memory_max, int (*)(DB_ENV *, u_int32_t *, u_int32_t *));
METHOD(DB_ENV, get_metadata_dir, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_mp_max_openfd, int (*)(DB_ENV *, int *));
METHOD(DB_ENV, get_mp_max_write, int (*)(DB_ENV *, int *, db_timeout_t *));
METHOD(DB_ENV, get_mp_mmapsize, int (*)(DB_ENV *, size_t *));
METHOD(DB_ENV, get_mp_mtxcount, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_mp_pagesize, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_mp_tablesize, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_msgcall, void (*)(DB_ENV *, void (**)(const DB_ENV *, const char *)));
METHOD(DB_ENV, get_msgfile, void (*)(DB_ENV *, FILE **));
METHOD(DB_ENV, get_open_flags, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_shm_key, int (*)(DB_ENV *, long *));
METHOD(DB_ENV, get_thread_count, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_thread_id_fn,
       int (*)(DB_ENV *, void (**)(DB_ENV *, pid_t *, db_threadid_t *)));
METHOD(DB_ENV, get_thread_id_string_fn,
       int (*)(DB_ENV *, char *(**)(DB_ENV *, pid_t, db_threadid_t, char *)));
METHOD(DB_ENV, get_timeout, int (*)(DB_ENV *, db_timeout_t *, u_int32_t));
METHOD(DB_ENV, get_tmp_dir, int (*)(DB_ENV *, const char **));
METHOD(DB_ENV, get_tx_max, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, get_tx_timestamp, int (*)(DB_ENV *, time_t *));
METHOD(DB_ENV, get_verbose, int (*)(DB_ENV *, u_int32_t, int *));
METHOD(DB_ENV, is_bigendian, int (*)(void));
METHOD(DB_ENV, lock_detect, int (*)(DB_ENV *, u_int32_t, u_int32_t, int *));
METHOD(DB_ENV, lock_get,
       int (*)(DB_ENV *, u_int32_t, u_int32_t, DBT *, db_lockmode_t, DB_LOCK *));
METHOD(DB_ENV, lock_id, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, lock_id_free, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, lock_put, int (*)(DB_ENV *, DB_LOCK *));
METHOD(DB_ENV, lock_stat, int (*)(DB_ENV *, DB_LOCK_STAT **, u_int32_t));
METHOD(DB_ENV, lock_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, lock_vec,
       int (*)(DB_ENV *, u_int32_t, u_int32_t, DB_LOCKREQ *, int, DB_LOCKREQ **));
METHOD(DB_ENV, log_archive, int (*)(DB_ENV *, char **[], u_int32_t));
METHOD(DB_ENV, log_cursor, int (*)(DB_ENV *, DB_LOGC **, u_int32_t));
METHOD(DB_ENV, log_file, int (*)(DB_ENV *, const DB_LSN *, char *, size_t));
METHOD(DB_ENV, log_flush, int (*)(DB_ENV *, const DB_LSN *));
METHOD(DB_ENV, log_get_config, int (*)(DB_ENV *, u_int32_t, int *));
METHOD(DB_ENV, log_printf, int (*)(DB_ENV *, DB_TXN *, const char *, ...));
METHOD(DB_ENV, log_put, int (*)(DB_ENV *, DB_LSN *, const DBT *, u_int32_t));
METHOD(DB_ENV, log_put_record,
       int (*)(DB_ENV *, DB *, DB_TXN *, DB_LSN *, u_int32_t, u_int32_t, u_int32_t,
               u_int32_t, DB_LOG_RECSPEC *, ...));
METHOD(DB_ENV, log_read_record,
       int (*)(DB_ENV *, DB **, void *, void *, DB_LOG_RECSPEC *, u_int32_t, void **));
METHOD(DB_ENV, log_set_config, int (*)(DB_ENV *, u_int32_t, int));
METHOD(DB_ENV, log_stat, int (*)(DB_ENV *, DB_LOG_STAT **, u_int32_t));
METHOD(DB_ENV, log_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, log_verify, int (*)(DB_ENV *, const DB_LOG_VERIFY_CONFIG *));
METHOD(DB_ENV, lsn_reset, int (*)(DB_ENV *, const char *, u_int32_t));
METHOD(DB_ENV, memp_fcreate, int (*)(DB_ENV *, DB_MPOOLFILE **, u_int32_t));
METHOD(DB_ENV, memp_register,
       int (*)(DB_ENV *, int, int (*)(DB_ENV *, db_pgno_t, void *, DBT *),
               int (*)(DB_ENV *, db_pgno_t, void *, DBT *)));
METHOD(DB_ENV, memp_stat,
       int (*)(DB_ENV *, DB_MPOOL_STAT **, DB_MPOOL_FSTAT ***, u_int32_t));
METHOD(DB_ENV, memp_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, memp_sync, int (*)(DB_ENV *, DB_LSN *));
METHOD(DB_ENV, memp_trickle, int (*)(DB_ENV *, int, int *));
METHOD(DB_ENV, mutex_alloc, int (*)(DB_ENV *, u_int32_t, db_mutex_t *));
METHOD(DB_ENV, mutex_free, int (*)(DB_ENV *, db_mutex_t));
METHOD(DB_ENV, mutex_get_align, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, mutex_get_increment, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, mutex_get_init, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, mutex_get_max, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, mutex_get_tas_spins, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, mutex_lock, int (*)(DB_ENV *, db_mutex_t));
METHOD(DB_ENV, mutex_set_align, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_set_increment, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_set_init, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_set_max, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_set_tas_spins, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_stat, int (*)(DB_ENV *, DB_MUTEX_STAT **, u_int32_t));
METHOD(DB_ENV, mutex_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, mutex_unlock, int (*)(DB_ENV *, db_mutex_t));
METHOD(DB_ENV, open, int (*)(DB_ENV *, const char *, u_int32_t, int));
METHOD(DB_ENV, remove, int (*)(DB_ENV *, const char *, u_int32_t));
METHOD(DB_ENV, rep_elect, int (*)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t));
METHOD(DB_ENV, rep_flush, int (*)(DB_ENV *));
METHOD(DB_ENV, rep_get_clockskew, int (*)(DB_ENV *, u_int32_t *, u_int32_t *));
METHOD(DB_ENV, rep_get_config, int (*)(DB_ENV *, u_int32_t, int *));
METHOD(DB_ENV, rep_get_limit, int (*)(DB_ENV *, u_int32_t *, u_int32_t *));
METHOD(DB_ENV, rep_get_nsites, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, rep_get_priority, int (*)(DB_ENV *, u_int32_t *));
METHOD(DB_ENV, rep_get_request, int (*)(DB_ENV *, u_int32_t *, u_int32_t *));
METHOD(DB_ENV, rep_get_timeout, int (*)(DB_ENV *, int, u_int32_t *));
METHOD(DB_ENV, rep_process_message, int (*)(DB_ENV *, DBT *, DBT *, int, DB_LSN *));
METHOD(DB_ENV, rep_set_clockskew, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, rep_set_config, int (*)(DB_ENV *, u_int32_t, int));
METHOD(DB_ENV, rep_set_limit, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, rep_set_nsites, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, rep_set_priority, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, rep_set_request, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, rep_set_timeout, int (*)(DB_ENV *, int, db_timeout_t));
METHOD(DB_ENV, rep_set_transport,
       int (*)(DB_ENV *, int,
               int (*)(DB_ENV *, const DBT *, const DBT *, const DB_LSN *, int,
                       u_int32_t)));
METHOD(DB_ENV, rep_start, int (*)(DB_ENV *, DBT *, u_int32_t));
METHOD(DB_ENV, rep_stat, int (*)(DB_ENV *, DB_REP_STAT **, u_int32_t));
METHOD(DB_ENV, rep_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, rep_sync, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, repmgr_channel, int (*)(DB_ENV *, int, DB_CHANNEL **, u_int32_t));
METHOD(DB_ENV, repmgr_get_ack_policy, int (*)(DB_ENV *, int *));
METHOD(DB_ENV, repmgr_local_site, int (*)(DB_ENV *, DB_SITE **));
METHOD(DB_ENV, repmgr_msg_dispatch,
       int (*)(DB_ENV *, void (*)(DB_ENV *, DB_CHANNEL *, DBT *, u_int32_t, u_int32_t),
               u_int32_t));
METHOD(DB_ENV, repmgr_set_ack_policy, int (*)(DB_ENV *, int));
METHOD(DB_ENV, repmgr_site,
       int (*)(DB_ENV *, const char *, u_int, DB_SITE **, u_int32_t));
METHOD(DB_ENV, repmgr_site_by_eid, int (*)(DB_ENV *, int, DB_SITE **));
METHOD(DB_ENV, repmgr_site_list, int (*)(DB_ENV *, u_int *, DB_REPMGR_SITE **));
METHOD(DB_ENV, repmgr_start, int (*)(DB_ENV *, int, u_int32_t));
METHOD(DB_ENV, repmgr_stat, int (*)(DB_ENV *, DB_REPMGR_STAT **, u_int32_t));
METHOD(DB_ENV, repmgr_stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_alloc,
       int (*)(DB_ENV *, void *(*)(size_t), void *(*)(void *, size_t), void (*)(void *)));
METHOD(DB_ENV, set_app_dispatch,
       int (*)(DB_ENV *, int (*)(DB_ENV *, DBT *, DB_LSN *, db_recops)));
METHOD(DB_ENV, set_cache_max, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, set_cachesize, int (*)(DB_ENV *, u_int32_t, u_int32_t, int));
METHOD(DB_ENV, set_create_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_data_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_data_len, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_backup_callbacks,
       int (*)(DB_ENV *, int (*)(DB_ENV *, const char *, const char *, void **),
               int (*)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t, u_int8_t *, void *),
               int (*)(DB_ENV *, const char *, void *)));
METHOD(DB_ENV, set_backup_config, int (*)(DB_ENV *, DB_BACKUP_CONFIG, u_int32_t));
METHOD(DB_ENV, set_encrypt, int (*)(DB_ENV *, const char *, u_int32_t));
METHOD(DB_ENV, set_errcall,
       void (*)(DB_ENV *, void (*)(const DB_ENV *, const char *, const char *)));
METHOD(DB_ENV, set_errfile, void (*)(DB_ENV *, FILE *));
METHOD(DB_ENV, set_errpfx, void (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_event_notify,
       int (*)(DB_ENV *, void (*)(DB_ENV *, u_int32_t, void *)));
METHOD(DB_ENV, set_feedback, int (*)(DB_ENV *, void (*)(DB_ENV *, int, int)));
METHOD(DB_ENV, set_flags, int (*)(DB_ENV *, u_int32_t, int));
METHOD(DB_ENV, set_intermediate_dir_mode, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_isalive,
       int (*)(DB_ENV *, int (*)(DB_ENV *, pid_t, db_threadid_t, u_int32_t)));
METHOD(DB_ENV, set_lg_bsize, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lg_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_lg_filemode, int (*)(DB_ENV *, int));
METHOD(DB_ENV, set_lg_max, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lg_regionmax, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_conflicts, int (*)(DB_ENV *, u_int8_t *, int));
METHOD(DB_ENV, set_lk_detect, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_max_lockers, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_max_locks, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_max_objects, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_partitions, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_lk_priority, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, set_lk_tablesize, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_memory_init, int (*)(DB_ENV *, DB_MEM_CONFIG, u_int32_t));
METHOD(DB_ENV, set_memory_max, int (*)(DB_ENV *, u_int32_t, u_int32_t));
METHOD(DB_ENV, set_metadata_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_mp_max_openfd, int (*)(DB_ENV *, int));
METHOD(DB_ENV, set_mp_max_write, int (*)(DB_ENV *, int, db_timeout_t));
METHOD(DB_ENV, set_mp_mmapsize, int (*)(DB_ENV *, size_t));
METHOD(DB_ENV, set_mp_mtxcount, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_mp_pagesize, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_mp_tablesize, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_msgcall, void (*)(DB_ENV *, void (*)(const DB_ENV *, const char *)));
METHOD(DB_ENV, set_msgfile, void (*)(DB_ENV *, FILE *));
METHOD(DB_ENV, set_paniccall, int (*)(DB_ENV *, void (*)(DB_ENV *, int)));
METHOD(DB_ENV, set_shm_key, int (*)(DB_ENV *, long));
METHOD(DB_ENV, set_thread_count, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_thread_id,
       int (*)(DB_ENV *, void (*)(DB_ENV *, pid_t *, db_threadid_t *)));
METHOD(DB_ENV, set_thread_id_string,
       int (*)(DB_ENV *, char *(*)(DB_ENV *, pid_t, db_threadid_t, char *)));
METHOD(DB_ENV, set_timeout, int (*)(DB_ENV *, db_timeout_t, u_int32_t));
METHOD(DB_ENV, set_tmp_dir, int (*)(DB_ENV *, const char *));
METHOD(DB_ENV, set_tx_max, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, set_tx_timestamp, int (*)(DB_ENV *, time_t *));
METHOD(DB_ENV, set_verbose, int (*)(DB_ENV *, u_int32_t, int));
METHOD(DB_ENV, txn_applied, int (*)(DB_ENV *, DB_TXN_TOKEN *, db_timeout_t, u_int32_t));
METHOD(DB_ENV, stat_print, int (*)(DB_ENV *, u_int32_t));
METHOD(DB_ENV, txn_begin, int (*)(DB_ENV *, DB_TXN *, DB_TXN **, u_int32_t));
METHOD(DB_ENV, txn_checkpoint, int (*)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t));
METHOD(DB_ENV, txn_recover, int (*)(DB_ENV *, DB_PREPLIST *, long, long *, u_int32_t));
METHOD(DB_ENV, txn_stat, int (*)(DB_ENV *, DB_TXN_STAT **, u_int32_t));
METHOD(DB_ENV, txn_stat_print, int (*)(DB_ENV *, u_int32_t));

METHOD(DB, associate,
       int (*)(DB *, DB_TXN *, DB *, int (*)(DB *, const DBT *, const DBT *, DBT *),
               u_int32_t));
METHOD(DB, associate_foreign,
       int (*)(DB *, DB *, int (*)(DB *, const DBT *, DBT *, const DBT *, int *),
               u_int32_t));
METHOD(DB, close, int (*)(DB *, u_int32_t));
METHOD(DB, compact,
       int (*)(DB *, DB_TXN *, DBT *, DBT *, DB_COMPACT *, u_int32_t, DBT *));
METHOD(DB, cursor, int (*)(DB *, DB_TXN *, DBC **, u_int32_t));
METHOD(DB, del, int (*)(DB *, DB_TXN *, DBT *, u_int32_t));
METHOD(DB, err, void (*)(DB *, int, const char *, ...));
METHOD(DB, errx, void (*)(DB *, const char *, ...));
METHOD(DB, exists, int (*)(DB *, DB_TXN *, DBT *, u_int32_t));
METHOD(DB, fd, int (*)(DB *, int *));
METHOD(DB, get, int (*)(DB *, DB_TXN *, DBT *, DBT *, u_int32_t));
METHOD(DB, get_alloc,
       int (*)(DB *, void *(**)(size_t), void *(**)(void *, size_t), void (**)(void *)));
METHOD(DB, get_append_recno, int (*)(DB *, int (**)(DB *, DBT *, db_recno_t)));
METHOD(DB, get_assoc_flags, int (*)(DB *, u_int32_t *));
METHOD(DB, get_bt_compare, int (*)(DB *, int (**)(DB *, const DBT *, const DBT *)));
METHOD(DB, get_bt_compress,
       int (*)(DB *,
               int (**)(DB *, const DBT *, const DBT *, const DBT *, const DBT *, DBT *),
               int (**)(DB *, const DBT *, const DBT *, DBT *, DBT *, DBT *)));
METHOD(DB, get_bt_minkey, int (*)(DB *, u_int32_t *));
METHOD(DB, get_bt_prefix, int (*)(DB *, size_t (**)(DB *, const DBT *, const DBT *)));
METHOD(DB, get_byteswapped, int (*)(DB *, int *));
METHOD(DB, get_cachesize, int (*)(DB *, u_int32_t *, u_int32_t *, int *));
METHOD(DB, get_create_dir, int (*)(DB *, const char **));
METHOD(DB, get_dbname, int (*)(DB *, const char **, const char **));
METHOD(DB, get_dup_compare, int (*)(DB *, int (**)(DB *, const DBT *, const DBT *)));
METHOD(DB, get_encrypt_flags, int (*)(DB *, u_int32_t *));
METHOD(DB, get_env, DB_ENV *(*)(DB *));
METHOD(DB, get_errcall,
       void (*)(DB *, void (**)(const DB_ENV *, const char *, const char *)));
METHOD(DB, get_errfile, void (*)(DB *, FILE **));
METHOD(DB, get_errpfx, void (*)(DB *, const char **));
METHOD(DB, get_feedback, int (*)(DB *, void (**)(DB *, int, int)));
METHOD(DB, get_flags, int (*)(DB *, u_int32_t *));
METHOD(DB, get_h_compare, int (*)(DB *, int (**)(DB *, const DBT *, const DBT *)));
METHOD(DB, get_h_ffactor, int (*)(DB *, u_int32_t *));
METHOD(DB, get_h_hash, int (*)(DB *, u_int32_t (**)(DB *, const void *, u_int32_t)));
METHOD(DB, get_h_nelem, int (*)(DB *, u_int32_t *));
METHOD(DB, get_heapsize, int (*)(DB *, u_int32_t *, u_int32_t *));
METHOD(DB, get_heap_regionsize, int (*)(DB *, u_int32_t *));
METHOD(DB, get_lk_exclusive, int (*)(DB *, int *, int *));
METHOD(DB, get_lorder, int (*)(DB *, int *));
METHOD(DB, get_mpf, DB_MPOOLFILE *(*)(DB *));
METHOD(DB, get_msgcall, void (*)(DB *, void (**)(const DB_ENV *, const char *)));
METHOD(DB, get_msgfile, void (*)(DB *, FILE **));
METHOD(DB, get_multiple, int (*)(DB *));
METHOD(DB, get_open_flags, int (*)(DB *, u_int32_t *));
METHOD(DB, get_pagesize, int (*)(DB *, u_int32_t *));
METHOD(DB, get_partition_callback,
       int (*)(DB *, u_int32_t *, u_int32_t (**)(DB *, DBT *)));
METHOD(DB, get_partition_dirs, int (*)(DB *, const char ***));
METHOD(DB, get_partition_keys, int (*)(DB *, u_int32_t *, DBT **));
METHOD(DB, get_priority, int (*)(DB *, DB_CACHE_PRIORITY *));
METHOD(DB, get_q_extentsize, int (*)(DB *, u_int32_t *));
METHOD(DB, get_re_delim, int (*)(DB *, int *));
METHOD(DB, get_re_len, int (*)(DB *, u_int32_t *));
METHOD(DB, get_re_pad, int (*)(DB *, int *));
METHOD(DB, get_re_source, int (*)(DB *, const char **));
METHOD(DB, get_transactional, int (*)(DB *));
METHOD(DB, get_type, int (*)(DB *, DBTYPE *));
METHOD(DB, join, int (*)(DB *, DBC **, DBC **, u_int32_t));
METHOD(DB, key_range, int (*)(DB *, DB_TXN *, DBT *, DB_KEY_RANGE *, u_int32_t));
METHOD(DB, open,
       int (*)(DB *, DB_TXN *, const char *, const char *, DBTYPE, u_int32_t, int));
METHOD(DB, pget, int (*)(DB *, DB_TXN *, DBT *, DBT *, DBT *, u_int32_t));
METHOD(DB, put, int (*)(DB *, DB_TXN *, DBT *, DBT *, u_int32_t));
METHOD(DB, remove, int (*)(DB *, const char *, const char *, u_int32_t));
METHOD(DB, rename, int (*)(DB *, const char *, const char *, const char *, u_int32_t));
METHOD(DB, set_alloc,
       int (*)(DB *, void *(*)(size_t), void *(*)(void *, size_t), void (*)(void *)));
METHOD(DB, set_append_recno, int (*)(DB *, int (*)(DB *, DBT *, db_recno_t)));
METHOD(DB, set_bt_compare, int (*)(DB *, int (*)(DB *, const DBT *, const DBT *)));
METHOD(DB, set_bt_compress,
       int (*)(DB *,
               int (*)(DB *, const DBT *, const DBT *, const DBT *, const DBT *, DBT *),
               int (*)(DB *, const DBT *, const DBT *, DBT *, DBT *, DBT *)));
METHOD(DB, set_bt_minkey, int (*)(DB *, u_int32_t));
METHOD(DB, set_bt_prefix, int (*)(DB *, size_t (*)(DB *, const DBT *, const DBT *)));
METHOD(DB, set_cachesize, int (*)(DB *, u_int32_t, u_int32_t, int));
METHOD(DB, set_create_dir, int (*)(DB *, const char *));
METHOD(DB, set_dup_compare, int (*)(DB *, int (*)(DB *, const DBT *, const DBT *)));
METHOD(DB, set_encrypt, int (*)(DB *, const char *, u_int32_t));
METHOD(DB, set_errcall,
       void (*)(DB *, void (*)(const DB_ENV *, const char *, const char *)));
METHOD(DB, set_errfile, void (*)(DB *, FILE *));
METHOD(DB, set_errpfx, void (*)(DB *, const char *));
METHOD(DB, set_feedback, int (*)(DB *, void (*)(DB *, int, int)));
METHOD(DB, set_flags, int (*)(DB *, u_int32_t));
METHOD(DB, set_h_compare, int (*)(DB *, int (*)(DB *, const DBT *, const DBT *)));
METHOD(DB, set_h_ffactor, int (*)(DB *, u_int32_t));
METHOD(DB, set_h_hash, int (*)(DB *, u_int32_t (*)(DB *, const void *, u_int32_t)));
METHOD(DB, set_h_nelem, int (*)(DB *, u_int32_t));
METHOD(DB, set_heapsize, int (*)(DB *, u_int32_t, u_int32_t, u_int32_t));
METHOD(DB, set_heap_regionsize, int (*)(DB *, u_int32_t));
METHOD(DB, set_lk_exclusive, int (*)(DB *, int));
METHOD(DB, set_lorder, int (*)(DB *, int));
METHOD(DB, set_msgcall, void (*)(DB *, void (*)(const DB_ENV *, const char *)));
METHOD(DB, set_msgfile, void (*)(DB *, FILE *));
METHOD(DB, set_pagesize, int (*)(DB *, u_int32_t));
METHOD(DB, set_paniccall, int (*)(DB *, void (*)(DB_ENV *, int)));
METHOD(DB, set_partition, int (*)(DB *, u_int32_t, DBT *, u_int32_t (*)(DB *, DBT *)));
METHOD(DB, set_partition_dirs, int (*)(DB *, const char **));
METHOD(DB, set_priority, int (*)(DB *, DB_CACHE_PRIORITY));
METHOD(DB, set_q_extentsize, int (*)(DB *, u_int32_t));
METHOD(DB, set_re_delim, int (*)(DB *, int));
METHOD(DB, set_re_len, int (*)(DB *, u_int32_t));
METHOD(DB, set_re_pad, int (*)(DB *, int));
METHOD(DB, set_re_source, int (*)(DB *, const char *));
METHOD(DB, sort_multiple, int (*)(DB *, DBT *, DBT *, u_int32_t));
METHOD(DB, stat, int (*)(DB *, DB_TXN *, void *, u_int32_t));
METHOD(DB, stat_print, int (*)(DB *, u_int32_t));
METHOD(DB, sync, int (*)(DB *, u_int32_t));
METHOD(DB, truncate, int (*)(DB *, DB_TXN *, u_int32_t *, u_int32_t));
METHOD(DB, upgrade, int (*)(DB *, const char *, u_int32_t));
METHOD(DB, verify, int (*)(DB *, const char *, const char *, FILE *, u_int32_t));

METHOD(DBC, close, int (*)(DBC *));
METHOD(DBC, cmp, int (*)(DBC *, DBC *, int *, u_int32_t));
METHOD(DBC, count, int (*)(DBC *, db_recno_t *, u_int32_t));
METHOD(DBC, del, int (*)(DBC *, u_int32_t));
METHOD(DBC, dup, int (*)(DBC *, DBC **, u_int32_t));
METHOD(DBC, get, int (*)(DBC *, DBT *, DBT *, u_int32_t));
METHOD(DBC, get_priority, int (*)(DBC *, DB_CACHE_PRIORITY *));
METHOD(DBC, pget, int (*)(DBC *, DBT *, DBT *, DBT *, u_int32_t));
METHOD(DBC, put, int (*)(DBC *, DBT *, DBT *, u_int32_t));
METHOD(DBC, set_priority, int (*)(DBC *, DB_CACHE_PRIORITY));
METHOD(DBC, c_close, int (*)(DBC *));
METHOD(DBC, c_count, int (*)(DBC *, db_recno_t *, u_int32_t));
METHOD(DBC, c_del, int (*)(DBC *, u_int32_t));
METHOD(DBC, c_dup, int (*)(DBC *, DBC **, u_int32_t));
METHOD(DBC, c_get, int (*)(DBC *, DBT *, DBT *, u_int32_t));
METHOD(DBC, c_pget, int (*)(DBC *, DBT *, DBT *, DBT *, u_int32_t));
METHOD(DBC, c_put, int (*)(DBC *, DBT *, DBT *, u_int32_t));

METHOD(DB_TXN, abort, int (*)(DB_TXN *));
METHOD(DB_TXN, commit, int (*)(DB_TXN *, u_int32_t));
METHOD(DB_TXN, discard, int (*)(DB_TXN *, u_int32_t));
METHOD(DB_TXN, get_name, int (*)(DB_TXN *, const char **));
METHOD(DB_TXN, get_priority, int (*)(DB_TXN *, u_int32_t *));
METHOD(DB_TXN, id, u_int32_t (*)(DB_TXN *));
METHOD(DB_TXN, prepare, int (*)(DB_TXN *, u_int8_t *));
METHOD(DB_TXN, set_commit_token, int (*)(DB_TXN *, DB_TXN_TOKEN *));
METHOD(DB_TXN, set_name, int (*)(DB_TXN *, const char *));
METHOD(DB_TXN, set_priority, int (*)(DB_TXN *, u_int32_t));
METHOD(DB_TXN, set_timeout, int (*)(DB_TXN *, db_timeout_t, u_int32_t));

METHOD(DB_LOGC, close, int (*)(DB_LOGC *, u_int32_t));
METHOD(DB_LOGC, get, int (*)(DB_LOGC *, DB_LSN *, DBT *, u_int32_t));
METHOD(DB_LOGC, version, int (*)(DB_LOGC *, u_int32_t *, u_int32_t));

METHOD(DB_SEQUENCE, close, int (*)(DB_SEQUENCE *, u_int32_t));
METHOD(DB_SEQUENCE, get,
       int (*)(DB_SEQUENCE *, DB_TXN *, int32_t, db_seq_t *, u_int32_t));
METHOD(DB_SEQUENCE, get_cachesize, int (*)(DB_SEQUENCE *, int32_t *));
METHOD(DB_SEQUENCE, get_db, int (*)(DB_SEQUENCE *, DB **));
METHOD(DB_SEQUENCE, get_flags, int (*)(DB_SEQUENCE *, u_int32_t *));
METHOD(DB_SEQUENCE, get_key, int (*)(DB_SEQUENCE *, DBT *));
METHOD(DB_SEQUENCE, get_range, int (*)(DB_SEQUENCE *, db_seq_t *, db_seq_t *));
METHOD(DB_SEQUENCE, initial_value, int (*)(DB_SEQUENCE *, db_seq_t));
METHOD(DB_SEQUENCE, open, int (*)(DB_SEQUENCE *, DB_TXN *, DBT *, u_int32_t));
METHOD(DB_SEQUENCE, remove, int (*)(DB_SEQUENCE *, DB_TXN *, u_int32_t));
METHOD(DB_SEQUENCE, set_cachesize, int (*)(DB_SEQUENCE *, int32_t));
METHOD(DB_SEQUENCE, set_flags, int (*)(DB_SEQUENCE *, u_int32_t));
METHOD(DB_SEQUENCE, set_range, int (*)(DB_SEQUENCE *, db_seq_t, db_seq_t));
METHOD(DB_SEQUENCE, stat, int (*)(DB_SEQUENCE *, DB_SEQUENCE_STAT **, u_int32_t));
METHOD(DB_SEQUENCE, stat_print, int (*)(DB_SEQUENCE *, u_int32_t));

METHOD(DB_MPOOLFILE, close, int (*)(DB_MPOOLFILE *, u_int32_t));
METHOD(DB_MPOOLFILE, get,
       int (*)(DB_MPOOLFILE *, db_pgno_t *, DB_TXN *, u_int32_t, void *));
METHOD(DB_MPOOLFILE, get_clear_len, int (*)(DB_MPOOLFILE *, u_int32_t *));
METHOD(DB_MPOOLFILE, get_fileid, int (*)(DB_MPOOLFILE *, u_int8_t *));
METHOD(DB_MPOOLFILE, get_flags, int (*)(DB_MPOOLFILE *, u_int32_t *));
METHOD(DB_MPOOLFILE, get_ftype, int (*)(DB_MPOOLFILE *, int *));
METHOD(DB_MPOOLFILE, get_last_pgno, int (*)(DB_MPOOLFILE *, db_pgno_t *));
METHOD(DB_MPOOLFILE, get_lsn_offset, int (*)(DB_MPOOLFILE *, int32_t *));
METHOD(DB_MPOOLFILE, get_maxsize, int (*)(DB_MPOOLFILE *, u_int32_t *, u_int32_t *));
METHOD(DB_MPOOLFILE, get_pgcookie, int (*)(DB_MPOOLFILE *, DBT *));
METHOD(DB_MPOOLFILE, get_priority, int (*)(DB_MPOOLFILE *, DB_CACHE_PRIORITY *));
METHOD(DB_MPOOLFILE, open, int (*)(DB_MPOOLFILE *, const char *, u_int32_t, int, size_t));
METHOD(DB_MPOOLFILE, put, int (*)(DB_MPOOLFILE *, void *, DB_CACHE_PRIORITY, u_int32_t));
METHOD(DB_MPOOLFILE, set_clear_len, int (*)(DB_MPOOLFILE *, u_int32_t));
METHOD(DB_MPOOLFILE, set_fileid, int (*)(DB_MPOOLFILE *, u_int8_t *));
METHOD(DB_MPOOLFILE, set_flags, int (*)(DB_MPOOLFILE *, u_int32_t, int));
METHOD(DB_MPOOLFILE, set_ftype, int (*)(DB_MPOOLFILE *, int));
METHOD(DB_MPOOLFILE, set_lsn_offset, int (*)(DB_MPOOLFILE *, int32_t));
METHOD(DB_MPOOLFILE, set_maxsize, int (*)(DB_MPOOLFILE *, u_int32_t, u_int32_t));
METHOD(DB_MPOOLFILE, set_pgcookie, int (*)(DB_MPOOLFILE *, DBT *));
METHOD(DB_MPOOLFILE, set_priority, int (*)(DB_MPOOLFILE *, DB_CACHE_PRIORITY));
METHOD(DB_MPOOLFILE, sync, int (*)(DB_MPOOLFILE *));

METHOD(DB_CHANNEL, close, int (*)(DB_CHANNEL *, u_int32_t));
METHOD(DB_CHANNEL, send_msg, int (*)(DB_CHANNEL *, DBT *, u_int32_t, u_int32_t));
METHOD(DB_CHANNEL, send_request,
       int (*)(DB_CHANNEL *, DBT *, u_int32_t, DBT *, db_timeout_t, u_int32_t));
METHOD(DB_CHANNEL, set_timeout, int (*)(DB_CHANNEL *, db_timeout_t));

METHOD(DB_SITE, get_address, int (*)(DB_SITE *, const char **, u_int *));
METHOD(DB_SITE, get_config, int (*)(DB_SITE *, u_int32_t, u_int32_t *));
METHOD(DB_SITE, get_eid, int (*)(DB_SITE *, int *));
METHOD(DB_SITE, set_config, int (*)(DB_SITE *, u_int32_t, u_int32_t));
METHOD(DB_SITE, remove, int (*)(DB_SITE *));
METHOD(DB_SITE, close, int (*)(DB_SITE *));

static int databases(DB_ENV *Env, DB_TXN *Txn, DBT *Key, DBT *Value) {
  DB *Db = 0;
  int Ret = db_create(&Db, Env, 0);
  if (Ret != 0)
    return Ret;
  Ret = Db->open(Db, Txn, "file", 0, DB_BTREE, DB_CREATE, 0);
  DBC *Cursor = 0, *Other = 0, *Joined = 0;
  if (Ret == 0 && (Ret = Db->cursor(Db, Txn, &Cursor, 0)) == 0) {
    Ret = Cursor->get(Cursor, Key, Value, DB_NEXT);
    if (Cursor->dup(Cursor, &Other, DB_POSITION) == 0)
      Other->c_close(Other);
    DBC *List[] = {Cursor, 0};
    if (Db->join(Db, List, &Joined, 0) == 0)
      Joined->close(Joined);
    Cursor->close(Cursor);
  }
  DB_SEQUENCE *Sequence = 0;
  if (db_sequence_create(&Sequence, Db, 0) == 0)
    Sequence->close(Sequence, 0);
  return Ret != 0 ? Db->close(Db, 0) : Db->verify(Db, "file", 0, 0, 0);
}

static void others(DB_ENV *Env) {
  DB_LOGC *Log;
  if (Env->log_cursor(Env, &Log, 0) == 0)
    Log->close(Log, 0);
  DB_MPOOLFILE *File;
  if (Env->memp_fcreate(Env, &File, 0) == 0)
    File->close(File, 0);
  DB_CHANNEL *Channel;
  if (Env->repmgr_channel(Env, 0, &Channel, 0) == 0)
    Channel->close(Channel, 0);
  DB_SITE *Site;
  if (Env->repmgr_site(Env, "host", 1, &Site, 0) == 0)
    Site->close(Site);
  if (Env->repmgr_local_site(Env, &Site) == 0 ||
      Env->repmgr_site_by_eid(Env, 1, &Site) == 0)
    Site->remove(Site);
}

int main(void) {
  DB_ENV *Env = 0;
  DB_TXN *Txn = 0, *Group = 0;
  DBT Key = {0, 0, 0, 0, 0, 0, 0}, Value = Key;
  int Ret = db_env_create(&Env, 0);
  if (Ret != 0)
    return 1;
  Ret = Env->open(Env, "home", DB_CREATE | DB_INIT_TXN, 0);
  if (Ret == 0 && Env->txn_begin(Env, 0, &Txn, 0) == 0) {
    Ret = databases(Env, Txn, &Key, &Value);
    Ret = Ret == 0       ? Txn->commit(Txn, 0)
          : Txn->id(Txn) ? Txn->abort(Txn)
                         : Txn->discard(Txn, 0);
  }
  if (Env->cdsgroup_begin(Env, &Group) == 0)
    Group->commit(Group, 0);
  others(Env);
  return Ret + Env->close(Env, 0);
}
