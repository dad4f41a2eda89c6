//===- db.h - What rules/berkeleydb needs of Berkeley DB's header -*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares the handles of Berkeley DB 5.3 with their methods, which are members that
// point to functions, so that tests need no Berkeley DB installed. conformance.c beside
// this folder holds it to the real header.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_DB_H
#define DBTIDY_RULES_DB_H

#include <inttypes.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

// What calls return beside 0 and the values of errno.
#define DB_BUFFER_SMALL (-30999)
#define DB_DONOTINDEX (-30998)
#define DB_FOREIGN_CONFLICT (-30997)
#define DB_HEAP_FULL (-30996)
#define DB_KEYEMPTY (-30995)
#define DB_KEYEXIST (-30994)
#define DB_LOCK_DEADLOCK (-30993)
#define DB_LOCK_NOTGRANTED (-30992)
#define DB_LOG_BUFFER_FULL (-30991)
#define DB_LOG_VERIFY_BAD (-30990)
#define DB_NOSERVER (-30989)
#define DB_NOTFOUND (-30988)
#define DB_OLD_VERSION (-30987)
#define DB_PAGE_NOTFOUND (-30986)
#define DB_REP_DUPMASTER (-30985)
#define DB_REP_HANDLE_DEAD (-30984)
#define DB_REP_HOLDELECTION (-30983)
#define DB_REP_IGNORE (-30982)
#define DB_REP_ISPERM (-30981)
#define DB_REP_JOIN_FAILURE (-30980)
#define DB_REP_LEASE_EXPIRED (-30979)
#define DB_REP_LOCKOUT (-30978)
#define DB_REP_NEWSITE (-30977)
#define DB_REP_NOTPERM (-30976)
#define DB_REP_UNAVAIL (-30975)
#define DB_REP_WOULDROLLBACK (-30974)
#define DB_RUNRECOVERY (-30973)
#define DB_SECONDARY_BAD (-30972)
#define DB_TIMEOUT (-30971)
#define DB_VERIFY_BAD (-30970)
#define DB_VERSION_MISMATCH (-30969)

// Some of the flags and operations.
#define DB_AUTO_COMMIT 0x00000100
#define DB_CREATE 0x00000001
#define DB_DUP 0x00000010
#define DB_DUPSORT 0x00000002
#define DB_EXCL 0x00000004
#define DB_FORCE 0x00000001
#define DB_FORCESYNC 0x00000001
#define DB_INIT_CDB 0x00000080
#define DB_INIT_LOCK 0x00000100
#define DB_INIT_LOG 0x00000200
#define DB_INIT_MPOOL 0x00000400
#define DB_INIT_TXN 0x00002000
#define DB_MULTIPLE 0x00000800
#define DB_NOSYNC 0x00000001
#define DB_PRIVATE 0x00010000
#define DB_RDONLY 0x00000400
#define DB_READ_COMMITTED 0x00000400
#define DB_READ_UNCOMMITTED 0x00000200
#define DB_RECOVER 0x00000002
#define DB_RMW 0x00002000
#define DB_THREAD 0x00000020
#define DB_TRUNCATE 0x00020000
#define DB_TXN_NOSYNC 0x00000001
#define DB_TXN_NOWAIT 0x00000002
#define DB_TXN_SNAPSHOT 0x00000004
#define DB_TXN_SYNC 0x00000008
#define DB_WRITECURSOR 0x00000010
#define DB_DBT_MALLOC 0x010
#define DB_DBT_REALLOC 0x080
#define DB_DBT_USERMEM 0x800
#define DB_DBT_PARTIAL 0x040
#define DB_APPEND 2
#define DB_CONSUME 4
#define DB_CURRENT 6
#define DB_FIRST 7
#define DB_GET_BOTH 8
#define DB_KEYFIRST 13
#define DB_KEYLAST 14
#define DB_LAST 15
#define DB_NEXT 16
#define DB_NEXT_DUP 17
#define DB_NEXT_NODUP 18
#define DB_NODUPDATA 19
#define DB_NOOVERWRITE 20
#define DB_POSITION 22
#define DB_PREV 23
#define DB_SET 26
#define DB_SET_RANGE 27
#define DB_ARCH_ABS 0x00000001
#define DB_ARCH_LOG 0x00000004
#define DB_ARCH_REMOVE 0x00000008
#define DB_LOCK_DEFAULT 1
#define DB_VERSION_MAJOR 5
#define DB_VERSION_MINOR 3

typedef uint32_t db_recno_t;
typedef uint32_t db_pgno_t;
typedef uint32_t db_timeout_t;
typedef int64_t db_seq_t;
typedef uintptr_t db_mutex_t;
typedef pthread_t db_threadid_t;

typedef struct __db_channel DB_CHANNEL;
typedef struct __db_compact DB_COMPACT;
typedef struct __db_env DB_ENV;
typedef struct __key_range DB_KEY_RANGE;
typedef struct __db_lock_u DB_LOCK;
typedef struct __db_lockreq DB_LOCKREQ;
typedef struct __db_lock_stat DB_LOCK_STAT;
typedef struct __db_log_cursor DB_LOGC;
typedef struct __db_log_stat DB_LOG_STAT;
typedef struct __db_logvrfy_config DB_LOG_VERIFY_CONFIG;
typedef struct __db_lsn DB_LSN;
typedef struct __db_mpoolfile DB_MPOOLFILE;
typedef struct __db_mpool_fstat DB_MPOOL_FSTAT;
typedef struct __db_mpool_stat DB_MPOOL_STAT;
typedef struct __db_mutex_stat DB_MUTEX_STAT;
typedef struct __db_preplist DB_PREPLIST;
typedef struct __db_repmgr_site DB_REPMGR_SITE;
typedef struct __db_repmgr_stat DB_REPMGR_STAT;
typedef struct __db_rep_stat DB_REP_STAT;
typedef struct __db_sequence DB_SEQUENCE;
typedef struct __db_seq_stat DB_SEQUENCE_STAT;
typedef struct __db_site DB_SITE;
typedef struct __db_txn DB_TXN;
typedef struct __db_txn_stat DB_TXN_STAT;
typedef struct __db_txn_token DB_TXN_TOKEN;
typedef struct __db DB;
typedef struct __dbc DBC;
typedef struct __db_dbt DBT;
typedef const struct __log_rec_spec DB_LOG_RECSPEC;

typedef enum {
  DB_BTREE = 1,
  DB_HASH = 2,
  DB_HEAP = 6,
  DB_RECNO = 3,
  DB_QUEUE = 4,
  DB_UNKNOWN = 5
} DBTYPE;
typedef enum {
  DB_PRIORITY_UNCHANGED = 0,
  DB_PRIORITY_VERY_LOW = 1,
  DB_PRIORITY_LOW = 2,
  DB_PRIORITY_DEFAULT = 3,
  DB_PRIORITY_HIGH = 4,
  DB_PRIORITY_VERY_HIGH = 5
} DB_CACHE_PRIORITY;
typedef enum {
  DB_MEM_LOCK = 1,
  DB_MEM_LOCKOBJECT = 2,
  DB_MEM_LOCKER = 3,
  DB_MEM_LOGID = 4,
  DB_MEM_TRANSACTION = 5,
  DB_MEM_THREAD = 6
} DB_MEM_CONFIG;
typedef enum {
  DB_BACKUP_READ_COUNT = 1,
  DB_BACKUP_READ_SLEEP = 2,
  DB_BACKUP_SIZE = 3,
  DB_BACKUP_WRITE_DIRECT = 4
} DB_BACKUP_CONFIG;
typedef enum {
  DB_LOCK_NG = 0,
  DB_LOCK_READ = 1,
  DB_LOCK_WRITE = 2,
  DB_LOCK_WAIT = 3,
  DB_LOCK_IWRITE = 4,
  DB_LOCK_IREAD = 5,
  DB_LOCK_IWR = 6,
  DB_LOCK_READ_UNCOMMITTED = 7,
  DB_LOCK_WWRITE = 8
} db_lockmode_t;
typedef enum {
  DB_TXN_ABORT = 0,
  DB_TXN_APPLY = 1,
  DB_TXN_BACKWARD_ROLL = 3,
  DB_TXN_FORWARD_ROLL = 4,
  DB_TXN_OPENFILES = 5,
  DB_TXN_POPENFILES = 6,
  DB_TXN_PRINT = 7,
  DB_TXN_LOG_VERIFY = 8
} db_recops;

struct __db_dbt {
  void *data;
  u_int32_t size;
  u_int32_t ulen;
  u_int32_t dlen;
  u_int32_t doff;
  void *app_data;
  u_int32_t flags;
};

struct __db_lsn {
  u_int32_t file;
  u_int32_t offset;
};

struct __db_preplist {
  DB_TXN *txn;
  u_int8_t gid[128];
};

struct __db_env {
  void *app_private;
  int (*add_data_dir)(DB_ENV *, const char *);
  int (*backup)(DB_ENV *, const char *, u_int32_t);
  int (*cdsgroup_begin)(DB_ENV *, DB_TXN **);
  int (*close)(DB_ENV *, u_int32_t);
  int (*dbbackup)(DB_ENV *, const char *, const char *, u_int32_t);
  int (*dbremove)(DB_ENV *, DB_TXN *, const char *, const char *, u_int32_t);
  int (*dbrename)(DB_ENV *, DB_TXN *, const char *, const char *, const char *,
                  u_int32_t);
  void (*err)(const DB_ENV *, int, const char *, ...);
  void (*errx)(const DB_ENV *, const char *, ...);
  int (*failchk)(DB_ENV *, u_int32_t);
  int (*fileid_reset)(DB_ENV *, const char *, u_int32_t);
  int (*get_alloc)(DB_ENV *, void *(**)(size_t), void *(**)(void *, size_t),
                   void (**)(void *));
  int (*get_app_dispatch)(DB_ENV *, int (**)(DB_ENV *, DBT *, DB_LSN *, db_recops));
  int (*get_cache_max)(DB_ENV *, u_int32_t *, u_int32_t *);
  int (*get_cachesize)(DB_ENV *, u_int32_t *, u_int32_t *, int *);
  int (*get_create_dir)(DB_ENV *, const char **);
  int (*get_data_dirs)(DB_ENV *, const char ***);
  int (*get_data_len)(DB_ENV *, u_int32_t *);
  int (*get_backup_callbacks)(DB_ENV *,
                              int (**)(DB_ENV *, const char *, const char *, void **),
                              int (**)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t,
                                       u_int8_t *, void *),
                              int (**)(DB_ENV *, const char *, void *));
  int (*get_backup_config)(DB_ENV *, DB_BACKUP_CONFIG, u_int32_t *);
  int (*get_encrypt_flags)(DB_ENV *, u_int32_t *);
  void (*get_errcall)(DB_ENV *, void (**)(const DB_ENV *, const char *, const char *));
  void (*get_errfile)(DB_ENV *, FILE **);
  void (*get_errpfx)(DB_ENV *, const char **);
  int (*get_flags)(DB_ENV *, u_int32_t *);
  int (*get_feedback)(DB_ENV *, void (**)(DB_ENV *, int, int));
  int (*get_home)(DB_ENV *, const char **);
  int (*get_intermediate_dir_mode)(DB_ENV *, const char **);
  int (*get_isalive)(DB_ENV *, int (**)(DB_ENV *, pid_t, db_threadid_t, u_int32_t));
  int (*get_lg_bsize)(DB_ENV *, u_int32_t *);
  int (*get_lg_dir)(DB_ENV *, const char **);
  int (*get_lg_filemode)(DB_ENV *, int *);
  int (*get_lg_max)(DB_ENV *, u_int32_t *);
  int (*get_lg_regionmax)(DB_ENV *, u_int32_t *);
  int (*get_lk_conflicts)(DB_ENV *, const u_int8_t **, int *);
  int (*get_lk_detect)(DB_ENV *, u_int32_t *);
  int (*get_lk_max_lockers)(DB_ENV *, u_int32_t *);
  int (*get_lk_max_locks)(DB_ENV *, u_int32_t *);
  int (*get_lk_max_objects)(DB_ENV *, u_int32_t *);
  int (*get_lk_partitions)(DB_ENV *, u_int32_t *);
  int (*get_lk_priority)(DB_ENV *, u_int32_t, u_int32_t *);
  int (*get_lk_tablesize)(DB_ENV *, u_int32_t *);
  int (*get_memory_init)(DB_ENV *, DB_MEM_CONFIG, u_int32_t *);
  int (*get_memory_max)(DB_ENV *, u_int32_t *, u_int32_t *);
  int (*get_metadata_dir)(DB_ENV *, const char **);
  int (*get_mp_max_openfd)(DB_ENV *, int *);
  int (*get_mp_max_write)(DB_ENV *, int *, db_timeout_t *);
  int (*get_mp_mmapsize)(DB_ENV *, size_t *);
  int (*get_mp_mtxcount)(DB_ENV *, u_int32_t *);
  int (*get_mp_pagesize)(DB_ENV *, u_int32_t *);
  int (*get_mp_tablesize)(DB_ENV *, u_int32_t *);
  void (*get_msgcall)(DB_ENV *, void (**)(const DB_ENV *, const char *));
  void (*get_msgfile)(DB_ENV *, FILE **);
  int (*get_open_flags)(DB_ENV *, u_int32_t *);
  int (*get_shm_key)(DB_ENV *, long *);
  int (*get_thread_count)(DB_ENV *, u_int32_t *);
  int (*get_thread_id_fn)(DB_ENV *, void (**)(DB_ENV *, pid_t *, db_threadid_t *));
  int (*get_thread_id_string_fn)(DB_ENV *,
                                 char *(**)(DB_ENV *, pid_t, db_threadid_t, char *));
  int (*get_timeout)(DB_ENV *, db_timeout_t *, u_int32_t);
  int (*get_tmp_dir)(DB_ENV *, const char **);
  int (*get_tx_max)(DB_ENV *, u_int32_t *);
  int (*get_tx_timestamp)(DB_ENV *, time_t *);
  int (*get_verbose)(DB_ENV *, u_int32_t, int *);
  int (*is_bigendian)(void);
  int (*lock_detect)(DB_ENV *, u_int32_t, u_int32_t, int *);
  int (*lock_get)(DB_ENV *, u_int32_t, u_int32_t, DBT *, db_lockmode_t, DB_LOCK *);
  int (*lock_id)(DB_ENV *, u_int32_t *);
  int (*lock_id_free)(DB_ENV *, u_int32_t);
  int (*lock_put)(DB_ENV *, DB_LOCK *);
  int (*lock_stat)(DB_ENV *, DB_LOCK_STAT **, u_int32_t);
  int (*lock_stat_print)(DB_ENV *, u_int32_t);
  int (*lock_vec)(DB_ENV *, u_int32_t, u_int32_t, DB_LOCKREQ *, int, DB_LOCKREQ **);
  int (*log_archive)(DB_ENV *, char **[], u_int32_t);
  int (*log_cursor)(DB_ENV *, DB_LOGC **, u_int32_t);
  int (*log_file)(DB_ENV *, const DB_LSN *, char *, size_t);
  int (*log_flush)(DB_ENV *, const DB_LSN *);
  int (*log_get_config)(DB_ENV *, u_int32_t, int *);
  int (*log_printf)(DB_ENV *, DB_TXN *, const char *, ...);
  int (*log_put)(DB_ENV *, DB_LSN *, const DBT *, u_int32_t);
  int (*log_put_record)(DB_ENV *, DB *, DB_TXN *, DB_LSN *, u_int32_t, u_int32_t,
                        u_int32_t, u_int32_t, DB_LOG_RECSPEC *, ...);
  int (*log_read_record)(DB_ENV *, DB **, void *, void *, DB_LOG_RECSPEC *, u_int32_t,
                         void **);
  int (*log_set_config)(DB_ENV *, u_int32_t, int);
  int (*log_stat)(DB_ENV *, DB_LOG_STAT **, u_int32_t);
  int (*log_stat_print)(DB_ENV *, u_int32_t);
  int (*log_verify)(DB_ENV *, const DB_LOG_VERIFY_CONFIG *);
  int (*lsn_reset)(DB_ENV *, const char *, u_int32_t);
  int (*memp_fcreate)(DB_ENV *, DB_MPOOLFILE **, u_int32_t);
  int (*memp_register)(DB_ENV *, int, int (*)(DB_ENV *, db_pgno_t, void *, DBT *),
                       int (*)(DB_ENV *, db_pgno_t, void *, DBT *));
  int (*memp_stat)(DB_ENV *, DB_MPOOL_STAT **, DB_MPOOL_FSTAT ***, u_int32_t);
  int (*memp_stat_print)(DB_ENV *, u_int32_t);
  int (*memp_sync)(DB_ENV *, DB_LSN *);
  int (*memp_trickle)(DB_ENV *, int, int *);
  int (*mutex_alloc)(DB_ENV *, u_int32_t, db_mutex_t *);
  int (*mutex_free)(DB_ENV *, db_mutex_t);
  int (*mutex_get_align)(DB_ENV *, u_int32_t *);
  int (*mutex_get_increment)(DB_ENV *, u_int32_t *);
  int (*mutex_get_init)(DB_ENV *, u_int32_t *);
  int (*mutex_get_max)(DB_ENV *, u_int32_t *);
  int (*mutex_get_tas_spins)(DB_ENV *, u_int32_t *);
  int (*mutex_lock)(DB_ENV *, db_mutex_t);
  int (*mutex_set_align)(DB_ENV *, u_int32_t);
  int (*mutex_set_increment)(DB_ENV *, u_int32_t);
  int (*mutex_set_init)(DB_ENV *, u_int32_t);
  int (*mutex_set_max)(DB_ENV *, u_int32_t);
  int (*mutex_set_tas_spins)(DB_ENV *, u_int32_t);
  int (*mutex_stat)(DB_ENV *, DB_MUTEX_STAT **, u_int32_t);
  int (*mutex_stat_print)(DB_ENV *, u_int32_t);
  int (*mutex_unlock)(DB_ENV *, db_mutex_t);
  int (*open)(DB_ENV *, const char *, u_int32_t, int);
  int (*remove)(DB_ENV *, const char *, u_int32_t);
  int (*rep_elect)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t);
  int (*rep_flush)(DB_ENV *);
  int (*rep_get_clockskew)(DB_ENV *, u_int32_t *, u_int32_t *);
  int (*rep_get_config)(DB_ENV *, u_int32_t, int *);
  int (*rep_get_limit)(DB_ENV *, u_int32_t *, u_int32_t *);
  int (*rep_get_nsites)(DB_ENV *, u_int32_t *);
  int (*rep_get_priority)(DB_ENV *, u_int32_t *);
  int (*rep_get_request)(DB_ENV *, u_int32_t *, u_int32_t *);
  int (*rep_get_timeout)(DB_ENV *, int, u_int32_t *);
  int (*rep_process_message)(DB_ENV *, DBT *, DBT *, int, DB_LSN *);
  int (*rep_set_clockskew)(DB_ENV *, u_int32_t, u_int32_t);
  int (*rep_set_config)(DB_ENV *, u_int32_t, int);
  int (*rep_set_limit)(DB_ENV *, u_int32_t, u_int32_t);
  int (*rep_set_nsites)(DB_ENV *, u_int32_t);
  int (*rep_set_priority)(DB_ENV *, u_int32_t);
  int (*rep_set_request)(DB_ENV *, u_int32_t, u_int32_t);
  int (*rep_set_timeout)(DB_ENV *, int, db_timeout_t);
  int (*rep_set_transport)(DB_ENV *, int,
                           int (*)(DB_ENV *, const DBT *, const DBT *, const DB_LSN *,
                                   int, u_int32_t));
  int (*rep_start)(DB_ENV *, DBT *, u_int32_t);
  int (*rep_stat)(DB_ENV *, DB_REP_STAT **, u_int32_t);
  int (*rep_stat_print)(DB_ENV *, u_int32_t);
  int (*rep_sync)(DB_ENV *, u_int32_t);
  int (*repmgr_channel)(DB_ENV *, int, DB_CHANNEL **, u_int32_t);
  int (*repmgr_get_ack_policy)(DB_ENV *, int *);
  int (*repmgr_local_site)(DB_ENV *, DB_SITE **);
  int (*repmgr_msg_dispatch)(
      DB_ENV *, void (*)(DB_ENV *, DB_CHANNEL *, DBT *, u_int32_t, u_int32_t), u_int32_t);
  int (*repmgr_set_ack_policy)(DB_ENV *, int);
  int (*repmgr_site)(DB_ENV *, const char *, u_int, DB_SITE **, u_int32_t);
  int (*repmgr_site_by_eid)(DB_ENV *, int, DB_SITE **);
  int (*repmgr_site_list)(DB_ENV *, u_int *, DB_REPMGR_SITE **);
  int (*repmgr_start)(DB_ENV *, int, u_int32_t);
  int (*repmgr_stat)(DB_ENV *, DB_REPMGR_STAT **, u_int32_t);
  int (*repmgr_stat_print)(DB_ENV *, u_int32_t);
  int (*set_alloc)(DB_ENV *, void *(*)(size_t), void *(*)(void *, size_t),
                   void (*)(void *));
  int (*set_app_dispatch)(DB_ENV *, int (*)(DB_ENV *, DBT *, DB_LSN *, db_recops));
  int (*set_cache_max)(DB_ENV *, u_int32_t, u_int32_t);
  int (*set_cachesize)(DB_ENV *, u_int32_t, u_int32_t, int);
  int (*set_create_dir)(DB_ENV *, const char *);
  int (*set_data_dir)(DB_ENV *, const char *);
  int (*set_data_len)(DB_ENV *, u_int32_t);
  int (*set_backup_callbacks)(DB_ENV *,
                              int (*)(DB_ENV *, const char *, const char *, void **),
                              int (*)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t,
                                      u_int8_t *, void *),
                              int (*)(DB_ENV *, const char *, void *));
  int (*set_backup_config)(DB_ENV *, DB_BACKUP_CONFIG, u_int32_t);
  int (*set_encrypt)(DB_ENV *, const char *, u_int32_t);
  void (*set_errcall)(DB_ENV *, void (*)(const DB_ENV *, const char *, const char *));
  void (*set_errfile)(DB_ENV *, FILE *);
  void (*set_errpfx)(DB_ENV *, const char *);
  int (*set_event_notify)(DB_ENV *, void (*)(DB_ENV *, u_int32_t, void *));
  int (*set_feedback)(DB_ENV *, void (*)(DB_ENV *, int, int));
  int (*set_flags)(DB_ENV *, u_int32_t, int);
  int (*set_intermediate_dir_mode)(DB_ENV *, const char *);
  int (*set_isalive)(DB_ENV *, int (*)(DB_ENV *, pid_t, db_threadid_t, u_int32_t));
  int (*set_lg_bsize)(DB_ENV *, u_int32_t);
  int (*set_lg_dir)(DB_ENV *, const char *);
  int (*set_lg_filemode)(DB_ENV *, int);
  int (*set_lg_max)(DB_ENV *, u_int32_t);
  int (*set_lg_regionmax)(DB_ENV *, u_int32_t);
  int (*set_lk_conflicts)(DB_ENV *, u_int8_t *, int);
  int (*set_lk_detect)(DB_ENV *, u_int32_t);
  int (*set_lk_max_lockers)(DB_ENV *, u_int32_t);
  int (*set_lk_max_locks)(DB_ENV *, u_int32_t);
  int (*set_lk_max_objects)(DB_ENV *, u_int32_t);
  int (*set_lk_partitions)(DB_ENV *, u_int32_t);
  int (*set_lk_priority)(DB_ENV *, u_int32_t, u_int32_t);
  int (*set_lk_tablesize)(DB_ENV *, u_int32_t);
  int (*set_memory_init)(DB_ENV *, DB_MEM_CONFIG, u_int32_t);
  int (*set_memory_max)(DB_ENV *, u_int32_t, u_int32_t);
  int (*set_metadata_dir)(DB_ENV *, const char *);
  int (*set_mp_max_openfd)(DB_ENV *, int);
  int (*set_mp_max_write)(DB_ENV *, int, db_timeout_t);
  int (*set_mp_mmapsize)(DB_ENV *, size_t);
  int (*set_mp_mtxcount)(DB_ENV *, u_int32_t);
  int (*set_mp_pagesize)(DB_ENV *, u_int32_t);
  int (*set_mp_tablesize)(DB_ENV *, u_int32_t);
  void (*set_msgcall)(DB_ENV *, void (*)(const DB_ENV *, const char *));
  void (*set_msgfile)(DB_ENV *, FILE *);
  int (*set_paniccall)(DB_ENV *, void (*)(DB_ENV *, int));
  int (*set_shm_key)(DB_ENV *, long);
  int (*set_thread_count)(DB_ENV *, u_int32_t);
  int (*set_thread_id)(DB_ENV *, void (*)(DB_ENV *, pid_t *, db_threadid_t *));
  int (*set_thread_id_string)(DB_ENV *,
                              char *(*)(DB_ENV *, pid_t, db_threadid_t, char *));
  int (*set_timeout)(DB_ENV *, db_timeout_t, u_int32_t);
  int (*set_tmp_dir)(DB_ENV *, const char *);
  int (*set_tx_max)(DB_ENV *, u_int32_t);
  int (*set_tx_timestamp)(DB_ENV *, time_t *);
  int (*set_verbose)(DB_ENV *, u_int32_t, int);
  int (*txn_applied)(DB_ENV *, DB_TXN_TOKEN *, db_timeout_t, u_int32_t);
  int (*stat_print)(DB_ENV *, u_int32_t);
  int (*txn_begin)(DB_ENV *, DB_TXN *, DB_TXN **, u_int32_t);
  int (*txn_checkpoint)(DB_ENV *, u_int32_t, u_int32_t, u_int32_t);
  int (*txn_recover)(DB_ENV *, DB_PREPLIST *, long, long *, u_int32_t);
  int (*txn_stat)(DB_ENV *, DB_TXN_STAT **, u_int32_t);
  int (*txn_stat_print)(DB_ENV *, u_int32_t);
};

struct __db {
  DB_ENV *dbenv;
  void *app_private;
  int (*associate)(DB *, DB_TXN *, DB *, int (*)(DB *, const DBT *, const DBT *, DBT *),
                   u_int32_t);
  int (*associate_foreign)(DB *, DB *,
                           int (*)(DB *, const DBT *, DBT *, const DBT *, int *),
                           u_int32_t);
  int (*close)(DB *, u_int32_t);
  int (*compact)(DB *, DB_TXN *, DBT *, DBT *, DB_COMPACT *, u_int32_t, DBT *);
  int (*cursor)(DB *, DB_TXN *, DBC **, u_int32_t);
  int (*del)(DB *, DB_TXN *, DBT *, u_int32_t);
  void (*err)(DB *, int, const char *, ...);
  void (*errx)(DB *, const char *, ...);
  int (*exists)(DB *, DB_TXN *, DBT *, u_int32_t);
  int (*fd)(DB *, int *);
  int (*get)(DB *, DB_TXN *, DBT *, DBT *, u_int32_t);
  int (*get_alloc)(DB *, void *(**)(size_t), void *(**)(void *, size_t),
                   void (**)(void *));
  int (*get_append_recno)(DB *, int (**)(DB *, DBT *, db_recno_t));
  int (*get_assoc_flags)(DB *, u_int32_t *);
  int (*get_bt_compare)(DB *, int (**)(DB *, const DBT *, const DBT *));
  int (*get_bt_compress)(DB *,
                         int (**)(DB *, const DBT *, const DBT *, const DBT *,
                                  const DBT *, DBT *),
                         int (**)(DB *, const DBT *, const DBT *, DBT *, DBT *, DBT *));
  int (*get_bt_minkey)(DB *, u_int32_t *);
  int (*get_bt_prefix)(DB *, size_t (**)(DB *, const DBT *, const DBT *));
  int (*get_byteswapped)(DB *, int *);
  int (*get_cachesize)(DB *, u_int32_t *, u_int32_t *, int *);
  int (*get_create_dir)(DB *, const char **);
  int (*get_dbname)(DB *, const char **, const char **);
  int (*get_dup_compare)(DB *, int (**)(DB *, const DBT *, const DBT *));
  int (*get_encrypt_flags)(DB *, u_int32_t *);
  DB_ENV *(*get_env)(DB *);
  void (*get_errcall)(DB *, void (**)(const DB_ENV *, const char *, const char *));
  void (*get_errfile)(DB *, FILE **);
  void (*get_errpfx)(DB *, const char **);
  int (*get_feedback)(DB *, void (**)(DB *, int, int));
  int (*get_flags)(DB *, u_int32_t *);
  int (*get_h_compare)(DB *, int (**)(DB *, const DBT *, const DBT *));
  int (*get_h_ffactor)(DB *, u_int32_t *);
  int (*get_h_hash)(DB *, u_int32_t (**)(DB *, const void *, u_int32_t));
  int (*get_h_nelem)(DB *, u_int32_t *);
  int (*get_heapsize)(DB *, u_int32_t *, u_int32_t *);
  int (*get_heap_regionsize)(DB *, u_int32_t *);
  int (*get_lk_exclusive)(DB *, int *, int *);
  int (*get_lorder)(DB *, int *);
  DB_MPOOLFILE *(*get_mpf)(DB *);
  void (*get_msgcall)(DB *, void (**)(const DB_ENV *, const char *));
  void (*get_msgfile)(DB *, FILE **);
  int (*get_multiple)(DB *);
  int (*get_open_flags)(DB *, u_int32_t *);
  int (*get_pagesize)(DB *, u_int32_t *);
  int (*get_partition_callback)(DB *, u_int32_t *, u_int32_t (**)(DB *, DBT *));
  int (*get_partition_dirs)(DB *, const char ***);
  int (*get_partition_keys)(DB *, u_int32_t *, DBT **);
  int (*get_priority)(DB *, DB_CACHE_PRIORITY *);
  int (*get_q_extentsize)(DB *, u_int32_t *);
  int (*get_re_delim)(DB *, int *);
  int (*get_re_len)(DB *, u_int32_t *);
  int (*get_re_pad)(DB *, int *);
  int (*get_re_source)(DB *, const char **);
  int (*get_transactional)(DB *);
  int (*get_type)(DB *, DBTYPE *);
  int (*join)(DB *, DBC **, DBC **, u_int32_t);
  int (*key_range)(DB *, DB_TXN *, DBT *, DB_KEY_RANGE *, u_int32_t);
  int (*open)(DB *, DB_TXN *, const char *, const char *, DBTYPE, u_int32_t, int);
  int (*pget)(DB *, DB_TXN *, DBT *, DBT *, DBT *, u_int32_t);
  int (*put)(DB *, DB_TXN *, DBT *, DBT *, u_int32_t);
  int (*remove)(DB *, const char *, const char *, u_int32_t);
  int (*rename)(DB *, const char *, const char *, const char *, u_int32_t);
  int (*set_alloc)(DB *, void *(*)(size_t), void *(*)(void *, size_t), void (*)(void *));
  int (*set_append_recno)(DB *, int (*)(DB *, DBT *, db_recno_t));
  int (*set_bt_compare)(DB *, int (*)(DB *, const DBT *, const DBT *));
  int (*set_bt_compress)(DB *,
                         int (*)(DB *, const DBT *, const DBT *, const DBT *, const DBT *,
                                 DBT *),
                         int (*)(DB *, const DBT *, const DBT *, DBT *, DBT *, DBT *));
  int (*set_bt_minkey)(DB *, u_int32_t);
  int (*set_bt_prefix)(DB *, size_t (*)(DB *, const DBT *, const DBT *));
  int (*set_cachesize)(DB *, u_int32_t, u_int32_t, int);
  int (*set_create_dir)(DB *, const char *);
  int (*set_dup_compare)(DB *, int (*)(DB *, const DBT *, const DBT *));
  int (*set_encrypt)(DB *, const char *, u_int32_t);
  void (*set_errcall)(DB *, void (*)(const DB_ENV *, const char *, const char *));
  void (*set_errfile)(DB *, FILE *);
  void (*set_errpfx)(DB *, const char *);
  int (*set_feedback)(DB *, void (*)(DB *, int, int));
  int (*set_flags)(DB *, u_int32_t);
  int (*set_h_compare)(DB *, int (*)(DB *, const DBT *, const DBT *));
  int (*set_h_ffactor)(DB *, u_int32_t);
  int (*set_h_hash)(DB *, u_int32_t (*)(DB *, const void *, u_int32_t));
  int (*set_h_nelem)(DB *, u_int32_t);
  int (*set_heapsize)(DB *, u_int32_t, u_int32_t, u_int32_t);
  int (*set_heap_regionsize)(DB *, u_int32_t);
  int (*set_lk_exclusive)(DB *, int);
  int (*set_lorder)(DB *, int);
  void (*set_msgcall)(DB *, void (*)(const DB_ENV *, const char *));
  void (*set_msgfile)(DB *, FILE *);
  int (*set_pagesize)(DB *, u_int32_t);
  int (*set_paniccall)(DB *, void (*)(DB_ENV *, int));
  int (*set_partition)(DB *, u_int32_t, DBT *, u_int32_t (*)(DB *, DBT *));
  int (*set_partition_dirs)(DB *, const char **);
  int (*set_priority)(DB *, DB_CACHE_PRIORITY);
  int (*set_q_extentsize)(DB *, u_int32_t);
  int (*set_re_delim)(DB *, int);
  int (*set_re_len)(DB *, u_int32_t);
  int (*set_re_pad)(DB *, int);
  int (*set_re_source)(DB *, const char *);
  int (*sort_multiple)(DB *, DBT *, DBT *, u_int32_t);
  int (*stat)(DB *, DB_TXN *, void *, u_int32_t);
  int (*stat_print)(DB *, u_int32_t);
  int (*sync)(DB *, u_int32_t);
  int (*truncate)(DB *, DB_TXN *, u_int32_t *, u_int32_t);
  int (*upgrade)(DB *, const char *, u_int32_t);
  int (*verify)(DB *, const char *, const char *, FILE *, u_int32_t);
};

struct __dbc {
  DB *dbp;
  DB_TXN *txn;
  int (*close)(DBC *);
  int (*cmp)(DBC *, DBC *, int *, u_int32_t);
  int (*count)(DBC *, db_recno_t *, u_int32_t);
  int (*del)(DBC *, u_int32_t);
  int (*dup)(DBC *, DBC **, u_int32_t);
  int (*get)(DBC *, DBT *, DBT *, u_int32_t);
  int (*get_priority)(DBC *, DB_CACHE_PRIORITY *);
  int (*pget)(DBC *, DBT *, DBT *, DBT *, u_int32_t);
  int (*put)(DBC *, DBT *, DBT *, u_int32_t);
  int (*set_priority)(DBC *, DB_CACHE_PRIORITY);
  // The names of before 4.6.
  int (*c_close)(DBC *);
  int (*c_count)(DBC *, db_recno_t *, u_int32_t);
  int (*c_del)(DBC *, u_int32_t);
  int (*c_dup)(DBC *, DBC **, u_int32_t);
  int (*c_get)(DBC *, DBT *, DBT *, u_int32_t);
  int (*c_pget)(DBC *, DBT *, DBT *, DBT *, u_int32_t);
  int (*c_put)(DBC *, DBT *, DBT *, u_int32_t);
};

struct __db_txn {
  DB_TXN *parent;
  u_int32_t txnid;
  int (*abort)(DB_TXN *);
  int (*commit)(DB_TXN *, u_int32_t);
  int (*discard)(DB_TXN *, u_int32_t);
  int (*get_name)(DB_TXN *, const char **);
  int (*get_priority)(DB_TXN *, u_int32_t *);
  u_int32_t (*id)(DB_TXN *);
  int (*prepare)(DB_TXN *, u_int8_t *);
  int (*set_commit_token)(DB_TXN *, DB_TXN_TOKEN *);
  int (*set_name)(DB_TXN *, const char *);
  int (*set_priority)(DB_TXN *, u_int32_t);
  int (*set_timeout)(DB_TXN *, db_timeout_t, u_int32_t);
};

struct __db_log_cursor {
  int (*close)(DB_LOGC *, u_int32_t);
  int (*get)(DB_LOGC *, DB_LSN *, DBT *, u_int32_t);
  int (*version)(DB_LOGC *, u_int32_t *, u_int32_t);
};

struct __db_sequence {
  DB *seq_dbp;
  int (*close)(DB_SEQUENCE *, u_int32_t);
  int (*get)(DB_SEQUENCE *, DB_TXN *, int32_t, db_seq_t *, u_int32_t);
  int (*get_cachesize)(DB_SEQUENCE *, int32_t *);
  int (*get_db)(DB_SEQUENCE *, DB **);
  int (*get_flags)(DB_SEQUENCE *, u_int32_t *);
  int (*get_key)(DB_SEQUENCE *, DBT *);
  int (*get_range)(DB_SEQUENCE *, db_seq_t *, db_seq_t *);
  int (*initial_value)(DB_SEQUENCE *, db_seq_t);
  int (*open)(DB_SEQUENCE *, DB_TXN *, DBT *, u_int32_t);
  int (*remove)(DB_SEQUENCE *, DB_TXN *, u_int32_t);
  int (*set_cachesize)(DB_SEQUENCE *, int32_t);
  int (*set_flags)(DB_SEQUENCE *, u_int32_t);
  int (*set_range)(DB_SEQUENCE *, db_seq_t, db_seq_t);
  int (*stat)(DB_SEQUENCE *, DB_SEQUENCE_STAT **, u_int32_t);
  int (*stat_print)(DB_SEQUENCE *, u_int32_t);
};

struct __db_mpoolfile {
  int (*close)(DB_MPOOLFILE *, u_int32_t);
  int (*get)(DB_MPOOLFILE *, db_pgno_t *, DB_TXN *, u_int32_t, void *);
  int (*get_clear_len)(DB_MPOOLFILE *, u_int32_t *);
  int (*get_fileid)(DB_MPOOLFILE *, u_int8_t *);
  int (*get_flags)(DB_MPOOLFILE *, u_int32_t *);
  int (*get_ftype)(DB_MPOOLFILE *, int *);
  int (*get_last_pgno)(DB_MPOOLFILE *, db_pgno_t *);
  int (*get_lsn_offset)(DB_MPOOLFILE *, int32_t *);
  int (*get_maxsize)(DB_MPOOLFILE *, u_int32_t *, u_int32_t *);
  int (*get_pgcookie)(DB_MPOOLFILE *, DBT *);
  int (*get_priority)(DB_MPOOLFILE *, DB_CACHE_PRIORITY *);
  int (*open)(DB_MPOOLFILE *, const char *, u_int32_t, int, size_t);
  int (*put)(DB_MPOOLFILE *, void *, DB_CACHE_PRIORITY, u_int32_t);
  int (*set_clear_len)(DB_MPOOLFILE *, u_int32_t);
  int (*set_fileid)(DB_MPOOLFILE *, u_int8_t *);
  int (*set_flags)(DB_MPOOLFILE *, u_int32_t, int);
  int (*set_ftype)(DB_MPOOLFILE *, int);
  int (*set_lsn_offset)(DB_MPOOLFILE *, int32_t);
  int (*set_maxsize)(DB_MPOOLFILE *, u_int32_t, u_int32_t);
  int (*set_pgcookie)(DB_MPOOLFILE *, DBT *);
  int (*set_priority)(DB_MPOOLFILE *, DB_CACHE_PRIORITY);
  int (*sync)(DB_MPOOLFILE *);
};

struct __db_channel {
  int eid;
  int (*close)(DB_CHANNEL *, u_int32_t);
  int (*send_msg)(DB_CHANNEL *, DBT *, u_int32_t, u_int32_t);
  int (*send_request)(DB_CHANNEL *, DBT *, u_int32_t, DBT *, db_timeout_t, u_int32_t);
  int (*set_timeout)(DB_CHANNEL *, db_timeout_t);
};

struct __db_site {
  int eid;
  int (*get_address)(DB_SITE *, const char **, u_int *);
  int (*get_config)(DB_SITE *, u_int32_t, u_int32_t *);
  int (*get_eid)(DB_SITE *, int *);
  int (*set_config)(DB_SITE *, u_int32_t, u_int32_t);
  int (*remove)(DB_SITE *);
  int (*close)(DB_SITE *);
};

int db_copy(DB_ENV *, const char *, const char *, const char *);
int db_create(DB **, DB_ENV *, u_int32_t);
char *db_strerror(int);
int db_env_set_func_assert(void (*)(const char *, const char *, int));
int db_env_set_func_close(int (*)(int));
int db_env_set_func_dirfree(void (*)(char **, int));
int db_env_set_func_dirlist(int (*)(const char *, char ***, int *));
int db_env_set_func_exists(int (*)(const char *, int *));
int db_env_set_func_free(void (*)(void *));
int db_env_set_func_fsync(int (*)(int));
int db_env_set_func_ftruncate(int (*)(int, off_t));
int db_env_set_func_ioinfo(int (*)(const char *, int, u_int32_t *, u_int32_t *,
                                   u_int32_t *));
int db_env_set_func_malloc(void *(*)(size_t));
int db_env_set_func_file_map(int (*)(DB_ENV *, char *, size_t, int, void **),
                             int (*)(DB_ENV *, void *));
int db_env_set_func_region_map(int (*)(DB_ENV *, char *, size_t, int *, void **),
                               int (*)(DB_ENV *, void *));
int db_env_set_func_pread(ssize_t (*)(int, void *, size_t, off_t));
int db_env_set_func_pwrite(ssize_t (*)(int, const void *, size_t, off_t));
int db_env_set_func_open(int (*)(const char *, int, ...));
int db_env_set_func_read(ssize_t (*)(int, void *, size_t));
int db_env_set_func_realloc(void *(*)(void *, size_t));
int db_env_set_func_rename(int (*)(const char *, const char *));
int db_env_set_func_seek(int (*)(int, off_t, int));
int db_env_set_func_unlink(int (*)(const char *));
int db_env_set_func_write(ssize_t (*)(int, const void *, size_t));
int db_env_set_func_yield(int (*)(u_long, u_long));
int db_env_create(DB_ENV **, u_int32_t);
char *db_version(int *, int *, int *);
char *db_full_version(int *, int *, int *, int *, int *);
int log_compare(const DB_LSN *, const DB_LSN *);
int db_sequence_create(DB_SEQUENCE **, DB *, u_int32_t);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_DB_H
