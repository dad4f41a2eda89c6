//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real header of LMDB: every
// call of api.json is made with values of the types that its entry assumes, and every
// constant is compared with the macro. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name and every constant of api.json to occur in this file.
//
// Real headers: pkg-config lmdb
//
//===----------------------------------------------------------------------===//
#include <stddef.h>

#include <lmdb.h>

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((Name) == (Value), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((Name) == (Value), #Name)
#endif

NUMBER(MDB_RDONLY, 131072);
NUMBER(MDB_SUCCESS, 0);
NUMBER(MDB_KEYEXIST, -30799);
NUMBER(MDB_NOTFOUND, -30798);
NUMBER(MDB_PAGE_NOTFOUND, -30797);
NUMBER(MDB_CORRUPTED, -30796);
NUMBER(MDB_PANIC, -30795);
NUMBER(MDB_VERSION_MISMATCH, -30794);
NUMBER(MDB_INVALID, -30793);
NUMBER(MDB_MAP_FULL, -30792);
NUMBER(MDB_DBS_FULL, -30791);
NUMBER(MDB_READERS_FULL, -30790);
NUMBER(MDB_TLS_FULL, -30789);
NUMBER(MDB_TXN_FULL, -30788);
NUMBER(MDB_CURSOR_FULL, -30787);
NUMBER(MDB_PAGE_FULL, -30786);
NUMBER(MDB_MAP_RESIZED, -30785);
NUMBER(MDB_INCOMPATIBLE, -30784);
NUMBER(MDB_BAD_RSLOT, -30783);
NUMBER(MDB_BAD_TXN, -30782);
NUMBER(MDB_BAD_VALSIZE, -30781);
NUMBER(MDB_BAD_DBI, -30780);

void environments(const char *Path, MDB_assert_func *Assert, void *Context) {
  int Ok, File;
  unsigned int Flags;
  const char *Opened;
  MDB_stat Stat;
  MDB_envinfo Info;
  MDB_env *Env;
  Ok = mdb_env_create(&Env);
  Ok = mdb_env_set_mapsize(Env, 1048576);
  Ok = mdb_env_set_maxreaders(Env, 126);
  Ok = mdb_env_set_maxdbs(Env, 4);
  Ok = mdb_env_set_userctx(Env, Context);
  Ok = mdb_env_set_assert(Env, Assert);
  Ok = mdb_env_open(Env, Path, MDB_NOSUBDIR, 0644);
  Ok = mdb_env_set_flags(Env, MDB_NOSYNC, 1);
  Ok = mdb_env_get_flags(Env, &Flags);
  Ok = mdb_env_get_path(Env, &Opened);
  Ok = mdb_env_get_fd(Env, &File);
  Ok = mdb_env_get_maxreaders(Env, &Flags);
  Ok = mdb_env_get_maxkeysize(Env);
  Context = mdb_env_get_userctx(Env);
  Ok = mdb_env_stat(Env, &Stat);
  Ok = mdb_env_info(Env, &Info);
  Ok = mdb_env_copy(Env, Path);
  Ok = mdb_env_copyfd(Env, File);
  Ok = mdb_env_copy2(Env, Path, 0);
  Ok = mdb_env_copyfd2(Env, File, 0);
  Ok = mdb_env_sync(Env, 1);
  mdb_env_close(Env);
  mdb_env_close(NULL);
  (void)Context;
  (void)Ok;
  (void)Opened;
}

void transactions(MDB_env *Env) {
  int Ok;
  size_t Id;
  MDB_env *Owner;
  MDB_txn *Txn, *Nested;
  Ok = mdb_txn_begin(Env, NULL, 0, &Txn);
  Ok = mdb_txn_begin(Env, Txn, 0, &Nested);
  Ok = mdb_txn_commit(Nested);
  Ok = mdb_txn_commit(Txn);
  Ok = mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn);
  Owner = mdb_txn_env(Txn);
  Id = mdb_txn_id(Txn);
  mdb_txn_reset(Txn);
  Ok = mdb_txn_renew(Txn);
  mdb_txn_abort(Txn);
  mdb_txn_abort(NULL);
  Ok = mdb_txn_commit(NULL);
  (void)Id;
  (void)Ok;
  (void)Owner;
}

void databases(MDB_txn *Txn, MDB_val *Key, MDB_cmp_func *Compare, MDB_rel_func *Relocate,
               void *Context) {
  int Ok;
  unsigned int Flags;
  MDB_dbi Dbi;
  MDB_stat Stat;
  MDB_val Data;
  void *Bytes;
  Ok = mdb_dbi_open(Txn, NULL, MDB_CREATE, &Dbi);
  Ok = mdb_dbi_flags(Txn, Dbi, &Flags);
  Ok = mdb_set_compare(Txn, Dbi, Compare);
  Ok = mdb_set_dupsort(Txn, Dbi, Compare);
  Ok = mdb_set_relfunc(Txn, Dbi, Relocate);
  Ok = mdb_set_relctx(Txn, Dbi, Context);
  Ok = mdb_get(Txn, Dbi, Key, &Data);
  Bytes = Data.mv_data;
  Ok = mdb_put(Txn, Dbi, Key, &Data, 0);
  Ok = mdb_del(Txn, Dbi, Key, NULL);
  Ok = mdb_stat(Txn, Dbi, &Stat);
  Ok = mdb_cmp(Txn, Dbi, Key, &Data);
  Ok = mdb_dcmp(Txn, Dbi, Key, &Data);
  Ok = mdb_drop(Txn, Dbi, 0);
  mdb_dbi_close(mdb_txn_env(Txn), Dbi);
  (void)Bytes;
  (void)Ok;
}

void cursors(MDB_txn *Txn, MDB_dbi Dbi) {
  int Ok;
  size_t Count;
  MDB_val Key, Data;
  MDB_cursor *Cursor;
  Ok = mdb_cursor_open(Txn, Dbi, &Cursor);
  Ok = mdb_cursor_renew(Txn, Cursor);
  Txn = mdb_cursor_txn(Cursor);
  Dbi = mdb_cursor_dbi(Cursor);
  Ok = mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT);
  Ok = mdb_cursor_put(Cursor, &Key, &Data, MDB_CURRENT);
  Ok = mdb_cursor_count(Cursor, &Count);
  Ok = mdb_cursor_del(Cursor, 0);
  mdb_cursor_close(Cursor);
  mdb_cursor_close(NULL);
  (void)Dbi;
  (void)Ok;
  (void)Txn;
}

void library(MDB_env *Env, MDB_msg_func *Print) {
  int Number;
  const char *Text = mdb_version(&Number, NULL, NULL);
  Text = mdb_strerror(MDB_NOTFOUND);
  Number = mdb_reader_list(Env, Print, NULL);
  Number = mdb_reader_check(Env, &Number);
  (void)Number;
  (void)Text;
}
