//===- lmdb.h - LMDB as the rule file sees it ---------------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declares what rules/lmdb/api.json speaks of, so that tests need no LMDB. Written for
// dbtidy; conformance.c compiles against this file and against the real header, which
// keeps the types and the numbers here honest. Usable from C and C++.
//
//===----------------------------------------------------------------------===//
#ifndef DBTIDY_RULES_LMDB_H
#define DBTIDY_RULES_LMDB_H

#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef mode_t mdb_mode_t;
typedef int mdb_filehandle_t;

// Handles: nobody but LMDB sees inside.
typedef struct MDB_env MDB_env;
typedef struct MDB_txn MDB_txn;
typedef struct MDB_cursor MDB_cursor;
// Not a handle that anybody owes: it lives as long as its environment.
typedef unsigned int MDB_dbi;

typedef struct MDB_val {
  size_t mv_size;
  void *mv_data;
} MDB_val;

typedef struct MDB_stat {
  unsigned int ms_psize;
  unsigned int ms_depth;
  size_t ms_branch_pages;
  size_t ms_leaf_pages;
  size_t ms_overflow_pages;
  size_t ms_entries;
} MDB_stat;

typedef struct MDB_envinfo {
  void *me_mapaddr;
  size_t me_mapsize;
  size_t me_last_pgno;
  size_t me_last_txnid;
  unsigned int me_maxreaders;
  unsigned int me_numreaders;
} MDB_envinfo;

typedef int(MDB_cmp_func)(const MDB_val *A, const MDB_val *B);
typedef void(MDB_rel_func)(MDB_val *Item, void *Old, void *New, void *Context);
typedef void MDB_assert_func(MDB_env *Env, const char *Message);
typedef int(MDB_msg_func)(const char *Message, void *Context);

// Flags of an environment; MDB_RDONLY is also one of mdb_txn_begin.
#define MDB_FIXEDMAP 0x01
#define MDB_NOSUBDIR 0x4000
#define MDB_NOSYNC 0x10000
#define MDB_RDONLY 0x20000
#define MDB_NOMETASYNC 0x40000
#define MDB_WRITEMAP 0x80000
#define MDB_MAPASYNC 0x100000
#define MDB_NOTLS 0x200000
#define MDB_NOLOCK 0x400000

// Flags of a database.
#define MDB_DUPSORT 0x04
#define MDB_INTEGERKEY 0x08
#define MDB_CREATE 0x40000

// Flags of a write.
#define MDB_NOOVERWRITE 0x10
#define MDB_NODUPDATA 0x20
#define MDB_CURRENT 0x40
#define MDB_RESERVE 0x10000
#define MDB_APPEND 0x20000

typedef enum MDB_cursor_op {
  MDB_FIRST,
  MDB_FIRST_DUP,
  MDB_GET_BOTH,
  MDB_GET_BOTH_RANGE,
  MDB_GET_CURRENT,
  MDB_GET_MULTIPLE,
  MDB_LAST,
  MDB_LAST_DUP,
  MDB_NEXT,
  MDB_NEXT_DUP,
  MDB_NEXT_MULTIPLE,
  MDB_NEXT_NODUP,
  MDB_PREV,
  MDB_PREV_DUP,
  MDB_PREV_NODUP,
  MDB_SET,
  MDB_SET_KEY,
  MDB_SET_RANGE,
  MDB_PREV_MULTIPLE
} MDB_cursor_op;

// Results; other positive ones are errno values.
#define MDB_SUCCESS 0
#define MDB_KEYEXIST (-30799)
#define MDB_NOTFOUND (-30798)
#define MDB_PAGE_NOTFOUND (-30797)
#define MDB_CORRUPTED (-30796)
#define MDB_PANIC (-30795)
#define MDB_VERSION_MISMATCH (-30794)
#define MDB_INVALID (-30793)
#define MDB_MAP_FULL (-30792)
#define MDB_DBS_FULL (-30791)
#define MDB_READERS_FULL (-30790)
#define MDB_TLS_FULL (-30789)
#define MDB_TXN_FULL (-30788)
#define MDB_CURSOR_FULL (-30787)
#define MDB_PAGE_FULL (-30786)
#define MDB_MAP_RESIZED (-30785)
#define MDB_INCOMPATIBLE (-30784)
#define MDB_BAD_RSLOT (-30783)
#define MDB_BAD_TXN (-30782)
#define MDB_BAD_VALSIZE (-30781)
#define MDB_BAD_DBI (-30780)

char *mdb_version(int *Major, int *Minor, int *Patch);
char *mdb_strerror(int Error);

int mdb_env_create(MDB_env **Env);
int mdb_env_open(MDB_env *Env, const char *Path, unsigned int Flags, mdb_mode_t Mode);
int mdb_env_copy(MDB_env *Env, const char *Path);
int mdb_env_copyfd(MDB_env *Env, mdb_filehandle_t File);
int mdb_env_copy2(MDB_env *Env, const char *Path, unsigned int Flags);
int mdb_env_copyfd2(MDB_env *Env, mdb_filehandle_t File, unsigned int Flags);
int mdb_env_stat(MDB_env *Env, MDB_stat *Stat);
int mdb_env_info(MDB_env *Env, MDB_envinfo *Info);
int mdb_env_sync(MDB_env *Env, int Force);
void mdb_env_close(MDB_env *Env);
int mdb_env_set_flags(MDB_env *Env, unsigned int Flags, int On);
int mdb_env_get_flags(MDB_env *Env, unsigned int *Flags);
int mdb_env_get_path(MDB_env *Env, const char **Path);
int mdb_env_get_fd(MDB_env *Env, mdb_filehandle_t *File);
int mdb_env_set_mapsize(MDB_env *Env, size_t Size);
int mdb_env_set_maxreaders(MDB_env *Env, unsigned int Readers);
int mdb_env_get_maxreaders(MDB_env *Env, unsigned int *Readers);
int mdb_env_set_maxdbs(MDB_env *Env, MDB_dbi Count);
int mdb_env_get_maxkeysize(MDB_env *Env);
int mdb_env_set_userctx(MDB_env *Env, void *Context);
void *mdb_env_get_userctx(MDB_env *Env);
int mdb_env_set_assert(MDB_env *Env, MDB_assert_func *Function);

int mdb_txn_begin(MDB_env *Env, MDB_txn *Parent, unsigned int Flags, MDB_txn **Txn);
MDB_env *mdb_txn_env(MDB_txn *Txn);
size_t mdb_txn_id(MDB_txn *Txn);
int mdb_txn_commit(MDB_txn *Txn);
void mdb_txn_abort(MDB_txn *Txn);
void mdb_txn_reset(MDB_txn *Txn);
int mdb_txn_renew(MDB_txn *Txn);

int mdb_dbi_open(MDB_txn *Txn, const char *Name, unsigned int Flags, MDB_dbi *Dbi);
int mdb_dbi_flags(MDB_txn *Txn, MDB_dbi Dbi, unsigned int *Flags);
void mdb_dbi_close(MDB_env *Env, MDB_dbi Dbi);
int mdb_stat(MDB_txn *Txn, MDB_dbi Dbi, MDB_stat *Stat);
int mdb_drop(MDB_txn *Txn, MDB_dbi Dbi, int Delete);
int mdb_set_compare(MDB_txn *Txn, MDB_dbi Dbi, MDB_cmp_func *Compare);
int mdb_set_dupsort(MDB_txn *Txn, MDB_dbi Dbi, MDB_cmp_func *Compare);
int mdb_set_relfunc(MDB_txn *Txn, MDB_dbi Dbi, MDB_rel_func *Relocate);
int mdb_set_relctx(MDB_txn *Txn, MDB_dbi Dbi, void *Context);
int mdb_get(MDB_txn *Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data);
int mdb_put(MDB_txn *Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data, unsigned int Flags);
int mdb_del(MDB_txn *Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data);
int mdb_cmp(MDB_txn *Txn, MDB_dbi Dbi, const MDB_val *A, const MDB_val *B);
int mdb_dcmp(MDB_txn *Txn, MDB_dbi Dbi, const MDB_val *A, const MDB_val *B);

int mdb_cursor_open(MDB_txn *Txn, MDB_dbi Dbi, MDB_cursor **Cursor);
void mdb_cursor_close(MDB_cursor *Cursor);
int mdb_cursor_renew(MDB_txn *Txn, MDB_cursor *Cursor);
MDB_txn *mdb_cursor_txn(MDB_cursor *Cursor);
MDB_dbi mdb_cursor_dbi(MDB_cursor *Cursor);
int mdb_cursor_get(MDB_cursor *Cursor, MDB_val *Key, MDB_val *Data, MDB_cursor_op Op);
int mdb_cursor_put(MDB_cursor *Cursor, MDB_val *Key, MDB_val *Data, unsigned int Flags);
int mdb_cursor_del(MDB_cursor *Cursor, unsigned int Flags);
int mdb_cursor_count(MDB_cursor *Cursor, size_t *Count);

int mdb_reader_list(MDB_env *Env, MDB_msg_func *Function, void *Context);
int mdb_reader_check(MDB_env *Env, int *Dead);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_RULES_LMDB_H
