//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of SQLite: every
// call of api.json that does something to a handle is made with values of the types that
// its entry assumes, every call that only borrows is held to its prototype, and every
// constant is compared with the macro. Never run.
//
// A lit test checks that nothing is missing here: test-corpus/rules/check_conformance.py
// wants every name and every constant of api.json to occur in this file. What is newer
// than the oldest supported SQLite (3.40) stands under its release's version number.
//
// Real headers: pkg-config sqlite3
//
//===----------------------------------------------------------------------===//
#define SQLITE_ENABLE_NORMALIZE
#define SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_SESSION
#include <stdarg.h>
#include <stdint.h>

#include <sqlite3.h>

#ifdef __cplusplus
#define NUMBER(Name, Value) static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...) static_assert(__is_same(decltype(Name), __VA_ARGS__), #Name)
#else
#define NUMBER(Name, Value) _Static_assert((Name) == (Value), #Name)
#define PROTOTYPE(Name, ...)                                                             \
  _Static_assert(__builtin_types_compatible_p(__typeof__(Name), __VA_ARGS__), #Name)
#endif
// A pointer made of an integer is no constant expression, but Clang folds it in this
// place.
#define ADDRESS(Name) (__builtin_constant_p((intptr_t)(Name)) ? (intptr_t)(Name) : 99)

NUMBER(SQLITE_OK, 0);
NUMBER(SQLITE_ERROR, 1);
NUMBER(SQLITE_INTERNAL, 2);
NUMBER(SQLITE_PERM, 3);
NUMBER(SQLITE_ABORT, 4);
NUMBER(SQLITE_BUSY, 5);
NUMBER(SQLITE_LOCKED, 6);
NUMBER(SQLITE_NOMEM, 7);
NUMBER(SQLITE_READONLY, 8);
NUMBER(SQLITE_INTERRUPT, 9);
NUMBER(SQLITE_IOERR, 10);
NUMBER(SQLITE_CORRUPT, 11);
NUMBER(SQLITE_NOTFOUND, 12);
NUMBER(SQLITE_FULL, 13);
NUMBER(SQLITE_CANTOPEN, 14);
NUMBER(SQLITE_PROTOCOL, 15);
NUMBER(SQLITE_EMPTY, 16);
NUMBER(SQLITE_SCHEMA, 17);
NUMBER(SQLITE_TOOBIG, 18);
NUMBER(SQLITE_CONSTRAINT, 19);
NUMBER(SQLITE_MISMATCH, 20);
NUMBER(SQLITE_MISUSE, 21);
NUMBER(SQLITE_NOLFS, 22);
NUMBER(SQLITE_AUTH, 23);
NUMBER(SQLITE_FORMAT, 24);
NUMBER(SQLITE_RANGE, 25);
NUMBER(SQLITE_NOTADB, 26);
NUMBER(SQLITE_NOTICE, 27);
NUMBER(SQLITE_WARNING, 28);
NUMBER(SQLITE_ROW, 100);
NUMBER(SQLITE_DONE, 101);
NUMBER(SQLITE_ERROR_MISSING_COLLSEQ, 257);
NUMBER(SQLITE_ERROR_RETRY, 513);
NUMBER(SQLITE_ERROR_SNAPSHOT, 769);
NUMBER(SQLITE_IOERR_READ, 266);
NUMBER(SQLITE_IOERR_SHORT_READ, 522);
NUMBER(SQLITE_IOERR_WRITE, 778);
NUMBER(SQLITE_IOERR_FSYNC, 1034);
NUMBER(SQLITE_IOERR_DIR_FSYNC, 1290);
NUMBER(SQLITE_IOERR_TRUNCATE, 1546);
NUMBER(SQLITE_IOERR_FSTAT, 1802);
NUMBER(SQLITE_IOERR_UNLOCK, 2058);
NUMBER(SQLITE_IOERR_RDLOCK, 2314);
NUMBER(SQLITE_IOERR_DELETE, 2570);
NUMBER(SQLITE_IOERR_BLOCKED, 2826);
NUMBER(SQLITE_IOERR_NOMEM, 3082);
NUMBER(SQLITE_IOERR_ACCESS, 3338);
NUMBER(SQLITE_IOERR_CHECKRESERVEDLOCK, 3594);
NUMBER(SQLITE_IOERR_LOCK, 3850);
NUMBER(SQLITE_IOERR_CLOSE, 4106);
NUMBER(SQLITE_IOERR_DIR_CLOSE, 4362);
NUMBER(SQLITE_IOERR_SHMOPEN, 4618);
NUMBER(SQLITE_IOERR_SHMSIZE, 4874);
NUMBER(SQLITE_IOERR_SHMLOCK, 5130);
NUMBER(SQLITE_IOERR_SHMMAP, 5386);
NUMBER(SQLITE_IOERR_SEEK, 5642);
NUMBER(SQLITE_IOERR_DELETE_NOENT, 5898);
NUMBER(SQLITE_IOERR_MMAP, 6154);
NUMBER(SQLITE_IOERR_GETTEMPPATH, 6410);
NUMBER(SQLITE_IOERR_CONVPATH, 6666);
NUMBER(SQLITE_IOERR_VNODE, 6922);
NUMBER(SQLITE_IOERR_AUTH, 7178);
NUMBER(SQLITE_IOERR_BEGIN_ATOMIC, 7434);
NUMBER(SQLITE_IOERR_COMMIT_ATOMIC, 7690);
NUMBER(SQLITE_IOERR_ROLLBACK_ATOMIC, 7946);
NUMBER(SQLITE_IOERR_DATA, 8202);
NUMBER(SQLITE_IOERR_CORRUPTFS, 8458);
NUMBER(SQLITE_LOCKED_SHAREDCACHE, 262);
NUMBER(SQLITE_LOCKED_VTAB, 518);
NUMBER(SQLITE_BUSY_RECOVERY, 261);
NUMBER(SQLITE_BUSY_SNAPSHOT, 517);
NUMBER(SQLITE_BUSY_TIMEOUT, 773);
NUMBER(SQLITE_CANTOPEN_NOTEMPDIR, 270);
NUMBER(SQLITE_CANTOPEN_ISDIR, 526);
NUMBER(SQLITE_CANTOPEN_FULLPATH, 782);
NUMBER(SQLITE_CANTOPEN_CONVPATH, 1038);
NUMBER(SQLITE_CANTOPEN_DIRTYWAL, 1294);
NUMBER(SQLITE_CANTOPEN_SYMLINK, 1550);
NUMBER(SQLITE_CORRUPT_VTAB, 267);
NUMBER(SQLITE_CORRUPT_SEQUENCE, 523);
NUMBER(SQLITE_CORRUPT_INDEX, 779);
NUMBER(SQLITE_READONLY_RECOVERY, 264);
NUMBER(SQLITE_READONLY_CANTLOCK, 520);
NUMBER(SQLITE_READONLY_ROLLBACK, 776);
NUMBER(SQLITE_READONLY_DBMOVED, 1032);
NUMBER(SQLITE_READONLY_CANTINIT, 1288);
NUMBER(SQLITE_READONLY_DIRECTORY, 1544);
NUMBER(SQLITE_ABORT_ROLLBACK, 516);
NUMBER(SQLITE_CONSTRAINT_CHECK, 275);
NUMBER(SQLITE_CONSTRAINT_COMMITHOOK, 531);
NUMBER(SQLITE_CONSTRAINT_FOREIGNKEY, 787);
NUMBER(SQLITE_CONSTRAINT_FUNCTION, 1043);
NUMBER(SQLITE_CONSTRAINT_NOTNULL, 1299);
NUMBER(SQLITE_CONSTRAINT_PRIMARYKEY, 1555);
NUMBER(SQLITE_CONSTRAINT_TRIGGER, 1811);
NUMBER(SQLITE_CONSTRAINT_UNIQUE, 2067);
NUMBER(SQLITE_CONSTRAINT_VTAB, 2323);
NUMBER(SQLITE_CONSTRAINT_ROWID, 2579);
NUMBER(SQLITE_CONSTRAINT_PINNED, 2835);
NUMBER(SQLITE_CONSTRAINT_DATATYPE, 3091);
NUMBER(SQLITE_NOTICE_RECOVER_WAL, 283);
NUMBER(SQLITE_NOTICE_RECOVER_ROLLBACK, 539);
NUMBER(SQLITE_WARNING_AUTOINDEX, 284);
NUMBER(SQLITE_AUTH_USER, 279);
NUMBER(SQLITE_OK_LOAD_PERMANENTLY, 256);
NUMBER(SQLITE_OK_SYMLINK, 512);
NUMBER(SQLITE_MUTEX_FAST, 0);
NUMBER(SQLITE_MUTEX_RECURSIVE, 1);
NUMBER(SQLITE_SERIALIZE_NOCOPY, 1);
NUMBER(SQLITE_DESERIALIZE_FREEONCLOSE, 1);
NUMBER(SQLITE_DESERIALIZE_RESIZEABLE, 2);
NUMBER(SQLITE_DESERIALIZE_READONLY, 4);
NUMBER(SQLITE_TXN_NONE, 0);
NUMBER(SQLITE_TXN_READ, 1);
NUMBER(SQLITE_TXN_WRITE, 2);
#ifdef SQLITE_ERROR_RESERVESIZE
NUMBER(SQLITE_ERROR_RESERVESIZE, 1025);
#endif
#ifdef SQLITE_ERROR_KEY
NUMBER(SQLITE_ERROR_KEY, 1281);
#endif
#ifdef SQLITE_ERROR_UNABLE
NUMBER(SQLITE_ERROR_UNABLE, 1537);
#endif
#ifdef SQLITE_IOERR_IN_PAGE
NUMBER(SQLITE_IOERR_IN_PAGE, 8714);
#endif
#ifdef SQLITE_IOERR_BADKEY
NUMBER(SQLITE_IOERR_BADKEY, 8970);
#endif
#ifdef SQLITE_IOERR_CODEC
NUMBER(SQLITE_IOERR_CODEC, 9226);
#endif
#ifdef SQLITE_NOTICE_RBU
NUMBER(SQLITE_NOTICE_RBU, 795);
#endif
NUMBER(ADDRESS(SQLITE_STATIC), 0);
NUMBER(ADDRESS(SQLITE_TRANSIENT), -1);

// Connections.

static void connection(const char *Name, const void *Name16) {
  sqlite3 *Db;
  int Rc = sqlite3_open(Name, &Db);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_open16(Name16, &Db);
  if (Rc == SQLITE_OK)
    Rc = sqlite3_open_v2(Name, &Db, 0, (const char *)0);
  const char *Message = sqlite3_errmsg(Db);
  const void *Message16 = sqlite3_errmsg16(Db);
  const char *Schema = sqlite3_db_name(Db, 0);
  sqlite3_filename File = sqlite3_db_filename(Db, Schema);
  sqlite3_mutex *Mutex = sqlite3_db_mutex(Db);
  const char *Type, *Collation;
  int NotNull, Key, Counted;
  Rc = sqlite3_table_column_metadata(Db, Schema, Message, File, &Type, &Collation,
                                     &NotNull, &Key, &Counted);
  if (sqlite3_get_autocommit(Db) != 0 && Rc == SQLITE_OK && Mutex && Message16)
    Rc = sqlite3_sleep(1);
  Rc = sqlite3_close(Db);
  if (Rc != SQLITE_OK)
    Rc = sqlite3_close_v2(Db);
}

static int row(void *Context, int Count, char **Values, char **Names) {
  return Context && Count && Values && Names;
}

static void textThatRuns(sqlite3 *Db, const char *Sql) {
  char *Message = 0;
  int Rc = sqlite3_exec(Db, Sql, row, (void *)0, &Message);
  if (Rc != SQLITE_OK)
    sqlite3_free(Message);
  char **Table;
  int Rows, Columns;
  Rc = sqlite3_get_table(Db, Sql, &Table, &Rows, &Columns, &Message);
  if (Rc == SQLITE_OK)
    sqlite3_free_table(Table);
  Rc = sqlite3_load_extension(Db, Sql, (const char *)0, &Message);
  if (Rc != SQLITE_OK)
    sqlite3_free(Message);
}

// Statements.

static void preparation(sqlite3 *Db, const char *Sql, const void *Sql16) {
  sqlite3_stmt *Statement;
  const char *Tail;
  const void *Tail16;
  int Rc = sqlite3_prepare(Db, Sql, -1, &Statement, &Tail);
  Rc += sqlite3_prepare_v2(Db, Sql, -1, &Statement, &Tail);
  Rc += sqlite3_prepare16(Db, Sql16, -1, &Statement, &Tail16);
  Rc += sqlite3_prepare16_v2(Db, Sql16, -1, &Statement, &Tail16);
  Rc += sqlite3_prepare_v3(Db, Sql, -1, 0U, &Statement, &Tail);
  Rc += sqlite3_prepare16_v3(Db, Sql16, -1, 0U, &Statement, &Tail16);
  if (Rc == SQLITE_OK && sqlite3_step(Statement) == SQLITE_ROW)
    Rc = sqlite3_reset(Statement);
  sqlite3 *Owner = sqlite3_db_handle(Statement);
  sqlite3_stmt *Next = sqlite3_next_stmt(Owner, (sqlite3_stmt *)0);
  Rc = sqlite3_finalize(Next);
}

static int factsOfStatement(sqlite3_stmt *Statement) {
  return sqlite3_bind_parameter_count(Statement) +
         sqlite3_bind_parameter_index(Statement, "name") +
         sqlite3_column_count(Statement) + sqlite3_column_type(Statement, 0) +
         sqlite3_data_count(Statement) + sqlite3_stmt_busy(Statement) +
         sqlite3_stmt_isexplain(Statement) + sqlite3_stmt_readonly(Statement);
}

static void textOfStatement(sqlite3_stmt *Statement) {
  const char *Text = sqlite3_sql(Statement);
  Text = sqlite3_normalized_sql(Statement);
  Text = sqlite3_bind_parameter_name(Statement, 1);
  Text = sqlite3_column_name(Statement, 0);
  Text = sqlite3_column_decltype(Statement, 0);
  Text = sqlite3_column_database_name(Statement, 0);
  Text = sqlite3_column_table_name(Statement, 0);
  Text = sqlite3_column_origin_name(Statement, 0);
  const void *Text16 = sqlite3_column_name16(Statement, 0);
  Text16 = sqlite3_column_decltype16(Statement, 0);
  Text16 = sqlite3_column_database_name16(Statement, 0);
  Text16 = sqlite3_column_table_name16(Statement, 0);
  Text16 = sqlite3_column_origin_name16(Statement, 0);
  char *Expanded = sqlite3_expanded_sql(Statement);
  if (Text && Text16)
    sqlite3_free(Expanded);
}

static int valuesOfRow(sqlite3_stmt *Statement) {
  const void *Blob = sqlite3_column_blob(Statement, 0);
  const unsigned char *Text = sqlite3_column_text(Statement, 1);
  const void *Text16 = sqlite3_column_text16(Statement, 2);
  sqlite3_value *Value = sqlite3_column_value(Statement, 3);
  return Blob && Text && Text16 && Value;
}

// What is given away together with its destructor.

static void bindings(sqlite3_stmt *Statement, char *Text, void *Data, int Size) {
  const sqlite3_uint64 Size64 = (sqlite3_uint64)Size;
  sqlite3_bind_blob(Statement, 1, Data, Size, sqlite3_free);
  sqlite3_bind_blob64(Statement, 1, Data, Size64, SQLITE_STATIC);
  sqlite3_bind_text(Statement, 1, Text, Size, SQLITE_TRANSIENT);
  sqlite3_bind_text16(Statement, 1, Data, Size, sqlite3_free);
  sqlite3_bind_text64(Statement, 1, Text, Size64, sqlite3_free, 1);
  sqlite3_bind_pointer(Statement, 1, Data, "type", sqlite3_free);
#if SQLITE_VERSION_NUMBER >= 3053000
  sqlite3_carray_bind(Statement, 1, Data, Size, 0, sqlite3_free);
  sqlite3_carray_bind_v2(Statement, 1, Data, Size, 0, sqlite3_free, Data);
#endif
}

static sqlite3 *results(sqlite3_context *Context, char *Text, void *Data, int Size) {
  const sqlite3_uint64 Size64 = (sqlite3_uint64)Size;
  sqlite3_result_blob(Context, Data, Size, sqlite3_free);
  sqlite3_result_blob64(Context, Data, Size64, sqlite3_free);
  sqlite3_result_text(Context, Text, Size, sqlite3_free);
  sqlite3_result_text16(Context, Data, Size, sqlite3_free);
  sqlite3_result_text16be(Context, Data, Size, sqlite3_free);
  sqlite3_result_text16le(Context, Data, Size, sqlite3_free);
  sqlite3_result_text64(Context, Text, Size64, sqlite3_free, 1);
  sqlite3_result_pointer(Context, Data, "type", sqlite3_free);
  sqlite3_set_auxdata(Context, 0, Data, sqlite3_free);
  return sqlite3_context_db_handle(Context);
}

static void call(sqlite3_context *Context, int Count, sqlite3_value **Arguments) {
  if (Context && Count)
    sqlite3_value_free(*Arguments);
}
static void end(sqlite3_context *Context) { (void)Context; }
static int compare(void *Context, int A, const void *Left, int B, const void *Right) {
  return Context && A && B && Left && Right;
}
static int geometry(sqlite3_rtree_query_info *Query) { return !Query; }
static unsigned pages(void *Context, const char *Schema, unsigned Size, unsigned Free,
                      unsigned PageSize) {
  return Context && Schema ? Size + Free + PageSize : 0;
}

static int registrations(sqlite3 *Db, void *Data, const sqlite3_module *Module) {
  int Rc = sqlite3_create_function_v2(Db, "f", 1, 1, Data, call, call, end, sqlite3_free);
  Rc += sqlite3_create_window_function(Db, "w", 1, 1, Data, call, end, end, call,
                                       sqlite3_free);
  Rc += sqlite3_create_collation_v2(Db, "c", 1, Data, compare, sqlite3_free);
  Rc += sqlite3_create_module_v2(Db, "m", Module, Data, sqlite3_free);
  Rc += sqlite3_rtree_query_callback(Db, "q", geometry, Data, sqlite3_free);
  Rc += sqlite3_autovacuum_pages(Db, pages, Data, sqlite3_free);
#if SQLITE_VERSION_NUMBER >= 3044000
  Rc += sqlite3_set_clientdata(Db, "data", Data, sqlite3_free);
#endif
  return Rc;
}

// Memory, strings, file names, mutexes.

static void memory(int Size, const char *Format, va_list Arguments) {
  void *Memory = sqlite3_malloc(Size);
  Memory = sqlite3_malloc64((sqlite3_uint64)Size);
  Memory = sqlite3_realloc(Memory, Size);
  Memory = sqlite3_realloc64(Memory, (sqlite3_uint64)Size);
  sqlite3_free(Memory);
  char *Text = sqlite3_mprintf("%d", Size);
  Text = sqlite3_vmprintf(Format, Arguments);
  sqlite3_free(Text);
}

static char *strings(sqlite3 *Db) {
  sqlite3_str *String = sqlite3_str_new(Db);
  char *Text = sqlite3_str_value(String);
  if (sqlite3_str_errcode(String) == SQLITE_OK && sqlite3_str_length(String) > 0)
    Text = sqlite3_str_finish(String);
#if SQLITE_VERSION_NUMBER >= 3053000
  sqlite3_str_free(String);
#endif
  return Text;
}

static const char *filenames(const char **Parameters) {
  sqlite3_filename File =
      sqlite3_create_filename("db", "db-journal", "db-wal", 1, Parameters);
  const char *Part = sqlite3_filename_database(File);
  Part = sqlite3_filename_journal(File);
  Part = sqlite3_filename_wal(File);
  Part = sqlite3_uri_parameter(File, "mode");
  Part = sqlite3_uri_key(File, 0);
  sqlite3_free_filename(File);
  return Part;
}

static void mutexes(void) {
  sqlite3_mutex *Mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_FAST);
  sqlite3_mutex_free(Mutex);
}

// Values.

static int values(sqlite3 *Db, const sqlite3_value *Given) {
  sqlite3_value *Value = sqlite3_value_dup(Given);
  const void *Data = sqlite3_value_blob(Value);
  const unsigned char *Text = sqlite3_value_text(Value);
  const void *Text16 = sqlite3_value_text16(Value);
  Text16 = sqlite3_value_text16be(Value);
  Text16 = sqlite3_value_text16le(Value);
  sqlite3_value *Inner;
  int Rc = sqlite3_vtab_in_first(Value, &Inner);
  Rc += sqlite3_vtab_in_next(Value, &Inner);
  Rc += sqlite3_preupdate_old(Db, 0, &Inner);
  Rc += sqlite3_preupdate_new(Db, 0, &Inner);
  sqlite3_value_free(Value);
  return Rc + (Data && Text && Text16);
}

// BLOBs, backups, whole databases, snapshots.

static void blobs(sqlite3 *Db, sqlite3_int64 Row) {
  sqlite3_blob *Blob;
  int Rc = sqlite3_blob_open(Db, "main", "t", "c", Row, 0, &Blob);
  if (Rc == SQLITE_OK && sqlite3_blob_bytes(Blob) > 0)
    Rc = sqlite3_blob_close(Blob);
}

static int backups(sqlite3 *To, sqlite3 *From) {
  sqlite3_backup *Backup = sqlite3_backup_init(To, "main", From, "main");
  const int Pages = sqlite3_backup_remaining(Backup) + sqlite3_backup_pagecount(Backup);
  return Pages + sqlite3_backup_finish(Backup);
}

static int wholeDatabases(sqlite3 *Db) {
  sqlite3_int64 Size;
  unsigned char *Data = sqlite3_serialize(Db, "main", &Size, SQLITE_SERIALIZE_NOCOPY);
  const unsigned Flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
  return sqlite3_deserialize(Db, "main", Data, Size, Size, Flags);
}

static void snapshots(sqlite3 *Db) {
  sqlite3_snapshot *Snapshot;
  if (sqlite3_snapshot_get(Db, "main", &Snapshot) == SQLITE_OK)
    sqlite3_snapshot_free(Snapshot);
}

// The session extension.

static void sessions(sqlite3 *Db) {
  sqlite3_session *Session;
  int Rc = sqlite3session_create(Db, "main", &Session);
  int Size;
  void *Changes;
  Rc += sqlite3session_changeset(Session, &Size, &Changes);
  Rc += sqlite3session_patchset(Session, &Size, &Changes);
  char *Message;
  Rc += sqlite3session_diff(Session, "main", "t", &Message);
  if (Rc != SQLITE_OK)
    sqlite3_free(Message);
  sqlite3session_delete(Session);
}

static int input(void *Context, void *Data, int *Size) { return Context && Data && Size; }

static int iterators(int Size, void *Changes) {
  sqlite3_changeset_iter *Iterator;
  int Rc = sqlite3changeset_start(&Iterator, Size, Changes);
  Rc += sqlite3changeset_start_v2(&Iterator, Size, Changes, 0);
  Rc += sqlite3changeset_start_strm(&Iterator, input, Changes);
  Rc += sqlite3changeset_start_v2_strm(&Iterator, input, Changes, 0);
  const char *Table;
  unsigned char *Key;
  int Columns, Operation, Indirect;
  sqlite3_value *Value;
  Rc += sqlite3changeset_op(Iterator, &Table, &Columns, &Operation, &Indirect);
  Rc += sqlite3changeset_pk(Iterator, &Key, &Columns);
  Rc += sqlite3changeset_old(Iterator, 0, &Value);
  Rc += sqlite3changeset_new(Iterator, 0, &Value);
  Rc += sqlite3changeset_conflict(Iterator, 0, &Value);
  return Rc + sqlite3changeset_finalize(Iterator);
}

static int wanted(void *Context, const char *Table) { return Context && Table; }
#if SQLITE_VERSION_NUMBER >= 3053000
static int wantedChange(void *Context, sqlite3_changeset_iter *Iterator) {
  return Context && Iterator;
}
#endif
static int conflict(void *Context, int Kind, sqlite3_changeset_iter *Iterator) {
  return Context && Kind && Iterator;
}

static int changesets(sqlite3 *Db, int Size, void *Changes) {
  int OutSize;
  void *Out;
  int Rc = sqlite3changeset_invert(Size, Changes, &OutSize, &Out);
  Rc += sqlite3changeset_concat(Size, Changes, Size, Changes, &OutSize, &Out);
  Rc += sqlite3changeset_apply_v2(Db, Size, Changes, wanted, conflict, (void *)0, &Out,
                                  &OutSize, 0);
  Rc += sqlite3changeset_apply_v2_strm(Db, input, Changes, wanted, conflict, (void *)0,
                                       &Out, &OutSize, 0);
#if SQLITE_VERSION_NUMBER >= 3053000
  Rc += sqlite3changeset_apply_v3(Db, Size, Changes, wantedChange, conflict, (void *)0,
                                  &Out, &OutSize, 0);
  Rc += sqlite3changeset_apply_v3_strm(Db, input, Changes, wantedChange, conflict,
                                       (void *)0, &Out, &OutSize, 0);
#endif
  sqlite3_free(Out);
  return Rc;
}

static int changegroups(void) {
  sqlite3_changegroup *Group;
  int Rc = sqlite3changegroup_new(&Group);
  int Size;
  void *Changes;
  Rc += sqlite3changegroup_output(Group, &Size, &Changes);
#if SQLITE_VERSION_NUMBER >= 3053000
  char *Message;
  Rc += sqlite3changegroup_change_begin(Group, SQLITE_INSERT, "t", 0, &Message);
  Rc += sqlite3changegroup_change_finish(Group, 0, &Message);
#endif
  sqlite3changegroup_delete(Group);
  return Rc;
}

static int rebasers(int Size, const void *Changes) {
  sqlite3_rebaser *Rebaser;
  int Rc = sqlite3rebaser_create(&Rebaser);
  int OutSize;
  void *Out;
  Rc += sqlite3rebaser_rebase(Rebaser, Size, Changes, &OutSize, &Out);
  sqlite3rebaser_delete(Rebaser);
  return Rc;
}

// Not one of them is unused.
void dbtidyConformance(sqlite3 *Db, sqlite3_stmt *Statement, sqlite3_context *Context,
                       const sqlite3_value *Value, const sqlite3_module *Module,
                       va_list Arguments) {
  connection("", "");
  textThatRuns(Db, "");
  preparation(Db, "", "");
  factsOfStatement(Statement);
  textOfStatement(Statement);
  valuesOfRow(Statement);
  bindings(Statement, (char *)0, (void *)0, 0);
  results(Context, (char *)0, (void *)0, 0);
  registrations(Db, (void *)0, Module);
  memory(0, "", Arguments);
  strings(Db);
  filenames((const char **)0);
  mutexes();
  values(Db, Value);
  blobs(Db, 0);
  backups(Db, Db);
  wholeDatabases(Db);
  snapshots(Db);
  sessions(Db);
  iterators(0, (void *)0);
  changesets(Db, 0, (void *)0);
  changegroups();
  rebasers(0, (const void *)0);
}

// Calls that only borrow.

PROTOTYPE(sqlite3_aggregate_context, void *(sqlite3_context *, int));
PROTOTYPE(sqlite3_aggregate_count, int(sqlite3_context *));
PROTOTYPE(sqlite3_auto_extension, int(void (*)(void)));
PROTOTYPE(sqlite3_backup_step, int(sqlite3_backup *, int));
PROTOTYPE(sqlite3_bind_double, int(sqlite3_stmt *, int, double));
PROTOTYPE(sqlite3_bind_int, int(sqlite3_stmt *, int, int));
PROTOTYPE(sqlite3_bind_int64, int(sqlite3_stmt *, int, sqlite3_int64));
PROTOTYPE(sqlite3_bind_null, int(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_bind_value, int(sqlite3_stmt *, int, const sqlite3_value *));
PROTOTYPE(sqlite3_bind_zeroblob, int(sqlite3_stmt *, int, int));
PROTOTYPE(sqlite3_bind_zeroblob64, int(sqlite3_stmt *, int, sqlite3_uint64));
PROTOTYPE(sqlite3_blob_read, int(sqlite3_blob *, void *, int, int));
PROTOTYPE(sqlite3_blob_reopen, int(sqlite3_blob *, sqlite3_int64));
PROTOTYPE(sqlite3_blob_write, int(sqlite3_blob *, const void *, int, int));
PROTOTYPE(sqlite3_busy_handler, int(sqlite3 *, int (*)(void *, int), void *));
PROTOTYPE(sqlite3_busy_timeout, int(sqlite3 *, int));
PROTOTYPE(sqlite3_cancel_auto_extension, int(void (*)(void)));
PROTOTYPE(sqlite3_changes, int(sqlite3 *));
PROTOTYPE(sqlite3_changes64, sqlite3_int64(sqlite3 *));
PROTOTYPE(sqlite3_clear_bindings, int(sqlite3_stmt *));
PROTOTYPE(sqlite3_collation_needed,
          int(sqlite3 *, void *, void (*)(void *, sqlite3 *, int, const char *)));
PROTOTYPE(sqlite3_collation_needed16,
          int(sqlite3 *, void *, void (*)(void *, sqlite3 *, int, const void *)));
PROTOTYPE(sqlite3_column_bytes, int(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_column_bytes16, int(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_column_double, double(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_column_int, int(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_column_int64, sqlite3_int64(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_commit_hook, void *(sqlite3 *, int (*)(void *), void *));
PROTOTYPE(sqlite3_compileoption_get, const char *(int));
PROTOTYPE(sqlite3_compileoption_used, int(const char *));
PROTOTYPE(sqlite3_complete, int(const char *));
PROTOTYPE(sqlite3_complete16, int(const void *));
PROTOTYPE(sqlite3_config, int(int, ...));
PROTOTYPE(sqlite3_create_collation,
          int(sqlite3 *, const char *, int, void *,
              int (*)(void *, int, const void *, int, const void *)));
PROTOTYPE(sqlite3_create_collation16,
          int(sqlite3 *, const void *, int, void *,
              int (*)(void *, int, const void *, int, const void *)));
PROTOTYPE(sqlite3_create_function, int(sqlite3 *, const char *, int, int, void *,
                                       void (*)(sqlite3_context *, int, sqlite3_value **),
                                       void (*)(sqlite3_context *, int, sqlite3_value **),
                                       void (*)(sqlite3_context *)));
PROTOTYPE(sqlite3_create_function16,
          int(sqlite3 *, const void *, int, int, void *,
              void (*)(sqlite3_context *, int, sqlite3_value **),
              void (*)(sqlite3_context *, int, sqlite3_value **),
              void (*)(sqlite3_context *)));
PROTOTYPE(sqlite3_create_module,
          int(sqlite3 *, const char *, const sqlite3_module *, void *));
PROTOTYPE(sqlite3_database_file_object, sqlite3_file *(const char *));
PROTOTYPE(sqlite3_db_cacheflush, int(sqlite3 *));
PROTOTYPE(sqlite3_db_config, int(sqlite3 *, int, ...));
PROTOTYPE(sqlite3_db_readonly, int(sqlite3 *, const char *));
PROTOTYPE(sqlite3_db_release_memory, int(sqlite3 *));
PROTOTYPE(sqlite3_db_status, int(sqlite3 *, int, int *, int *, int));
PROTOTYPE(sqlite3_declare_vtab, int(sqlite3 *, const char *));
PROTOTYPE(sqlite3_drop_modules, int(sqlite3 *, const char **));
PROTOTYPE(sqlite3_enable_load_extension, int(sqlite3 *, int));
PROTOTYPE(sqlite3_enable_shared_cache, int(int));
PROTOTYPE(sqlite3_errcode, int(sqlite3 *));
PROTOTYPE(sqlite3_error_offset, int(sqlite3 *));
PROTOTYPE(sqlite3_errstr, const char *(int));
PROTOTYPE(sqlite3_expired, int(sqlite3_stmt *));
PROTOTYPE(sqlite3_extended_errcode, int(sqlite3 *));
PROTOTYPE(sqlite3_extended_result_codes, int(sqlite3 *, int));
PROTOTYPE(sqlite3_file_control, int(sqlite3 *, const char *, int, void *));
PROTOTYPE(sqlite3_get_auxdata, void *(sqlite3_context *, int));
PROTOTYPE(sqlite3_global_recover, int(void));
PROTOTYPE(sqlite3_hard_heap_limit64, sqlite3_int64(sqlite3_int64));
PROTOTYPE(sqlite3_initialize, int(void));
PROTOTYPE(sqlite3_interrupt, void(sqlite3 *));
PROTOTYPE(sqlite3_keyword_check, int(const char *, int));
PROTOTYPE(sqlite3_keyword_count, int(void));
PROTOTYPE(sqlite3_keyword_name, int(int, const char **, int *));
PROTOTYPE(sqlite3_last_insert_rowid, sqlite3_int64(sqlite3 *));
PROTOTYPE(sqlite3_libversion, const char *(void));
PROTOTYPE(sqlite3_libversion_number, int(void));
PROTOTYPE(sqlite3_limit, int(sqlite3 *, int, int));
PROTOTYPE(sqlite3_log, void(int, const char *, ...));
PROTOTYPE(sqlite3_memory_alarm,
          int(void (*)(void *, sqlite3_int64, int), void *, sqlite3_int64));
PROTOTYPE(sqlite3_memory_highwater, sqlite3_int64(int));
PROTOTYPE(sqlite3_memory_used, sqlite3_int64(void));
PROTOTYPE(sqlite3_msize, sqlite3_uint64(void *));
PROTOTYPE(sqlite3_mutex_enter, void(sqlite3_mutex *));
PROTOTYPE(sqlite3_mutex_held, int(sqlite3_mutex *));
PROTOTYPE(sqlite3_mutex_leave, void(sqlite3_mutex *));
PROTOTYPE(sqlite3_mutex_notheld, int(sqlite3_mutex *));
PROTOTYPE(sqlite3_mutex_try, int(sqlite3_mutex *));
PROTOTYPE(sqlite3_overload_function, int(sqlite3 *, const char *, int));
PROTOTYPE(sqlite3_preupdate_blobwrite, int(sqlite3 *));
PROTOTYPE(sqlite3_preupdate_count, int(sqlite3 *));
PROTOTYPE(sqlite3_preupdate_depth, int(sqlite3 *));
PROTOTYPE(sqlite3_preupdate_hook,
          void *(sqlite3 *,
                 void (*)(void *, sqlite3 *, int, const char *, const char *,
                          sqlite3_int64, sqlite3_int64),
                 void *));
PROTOTYPE(sqlite3_profile,
          void *(sqlite3 *, void (*)(void *, const char *, sqlite3_uint64), void *));
PROTOTYPE(sqlite3_progress_handler, void(sqlite3 *, int, int (*)(void *), void *));
PROTOTYPE(sqlite3_randomness, void(int, void *));
PROTOTYPE(sqlite3_release_memory, int(int));
PROTOTYPE(sqlite3_reset_auto_extension, void(void));
PROTOTYPE(sqlite3_result_double, void(sqlite3_context *, double));
PROTOTYPE(sqlite3_result_error, void(sqlite3_context *, const char *, int));
PROTOTYPE(sqlite3_result_error16, void(sqlite3_context *, const void *, int));
PROTOTYPE(sqlite3_result_error_code, void(sqlite3_context *, int));
PROTOTYPE(sqlite3_result_error_nomem, void(sqlite3_context *));
PROTOTYPE(sqlite3_result_error_toobig, void(sqlite3_context *));
PROTOTYPE(sqlite3_result_int, void(sqlite3_context *, int));
PROTOTYPE(sqlite3_result_int64, void(sqlite3_context *, sqlite3_int64));
PROTOTYPE(sqlite3_result_null, void(sqlite3_context *));
PROTOTYPE(sqlite3_result_subtype, void(sqlite3_context *, unsigned int));
PROTOTYPE(sqlite3_result_value, void(sqlite3_context *, sqlite3_value *));
PROTOTYPE(sqlite3_result_zeroblob, void(sqlite3_context *, int));
PROTOTYPE(sqlite3_result_zeroblob64, int(sqlite3_context *, sqlite3_uint64));
PROTOTYPE(sqlite3_rollback_hook, void *(sqlite3 *, void (*)(void *), void *));
PROTOTYPE(sqlite3_rtree_geometry_callback,
          int(sqlite3 *, const char *,
              int (*)(sqlite3_rtree_geometry *, int, sqlite3_rtree_dbl *, int *),
              void *));
PROTOTYPE(sqlite3_set_authorizer, int(sqlite3 *,
                                      int (*)(void *, int, const char *, const char *,
                                              const char *, const char *),
                                      void *));
PROTOTYPE(sqlite3_set_last_insert_rowid, void(sqlite3 *, sqlite3_int64));
PROTOTYPE(sqlite3_shutdown, int(void));
PROTOTYPE(sqlite3_snapshot_cmp, int(sqlite3_snapshot *, sqlite3_snapshot *));
PROTOTYPE(sqlite3_snapshot_open, int(sqlite3 *, const char *, sqlite3_snapshot *));
PROTOTYPE(sqlite3_snapshot_recover, int(sqlite3 *, const char *));
PROTOTYPE(sqlite3_snprintf, char *(int, char *, const char *, ...));
PROTOTYPE(sqlite3_soft_heap_limit, void(int));
PROTOTYPE(sqlite3_soft_heap_limit64, sqlite3_int64(sqlite3_int64));
PROTOTYPE(sqlite3_sourceid, const char *(void));
PROTOTYPE(sqlite3_status, int(int, int *, int *, int));
PROTOTYPE(sqlite3_status64, int(int, sqlite3_int64 *, sqlite3_int64 *, int));
PROTOTYPE(sqlite3_stmt_scanstatus, int(sqlite3_stmt *, int, int, void *));
PROTOTYPE(sqlite3_stmt_scanstatus_reset, void(sqlite3_stmt *));
PROTOTYPE(sqlite3_stmt_status, int(sqlite3_stmt *, int, int));
PROTOTYPE(sqlite3_str_append, void(sqlite3_str *, const char *, int));
PROTOTYPE(sqlite3_str_appendall, void(sqlite3_str *, const char *));
PROTOTYPE(sqlite3_str_appendchar, void(sqlite3_str *, int, char));
PROTOTYPE(sqlite3_str_appendf, void(sqlite3_str *, const char *, ...));
PROTOTYPE(sqlite3_str_reset, void(sqlite3_str *));
PROTOTYPE(sqlite3_str_vappendf, void(sqlite3_str *, const char *, va_list));
PROTOTYPE(sqlite3_strglob, int(const char *, const char *));
PROTOTYPE(sqlite3_stricmp, int(const char *, const char *));
PROTOTYPE(sqlite3_strlike, int(const char *, const char *, unsigned int));
PROTOTYPE(sqlite3_strnicmp, int(const char *, const char *, int));
PROTOTYPE(sqlite3_system_errno, int(sqlite3 *));
PROTOTYPE(sqlite3_thread_cleanup, void(void));
PROTOTYPE(sqlite3_threadsafe, int(void));
PROTOTYPE(sqlite3_total_changes, int(sqlite3 *));
PROTOTYPE(sqlite3_total_changes64, sqlite3_int64(sqlite3 *));
PROTOTYPE(sqlite3_trace, void *(sqlite3 *, void (*)(void *, const char *), void *));
PROTOTYPE(sqlite3_trace_v2, int(sqlite3 *, unsigned int,
                                int (*)(unsigned int, void *, void *, void *), void *));
PROTOTYPE(sqlite3_transfer_bindings, int(sqlite3_stmt *, sqlite3_stmt *));
PROTOTYPE(sqlite3_txn_state, int(sqlite3 *, const char *));
PROTOTYPE(sqlite3_unlock_notify, int(sqlite3 *, void (*)(void **, int), void *));
PROTOTYPE(sqlite3_update_hook,
          void *(sqlite3 *,
                 void (*)(void *, int, const char *, const char *, sqlite3_int64),
                 void *));
PROTOTYPE(sqlite3_uri_boolean, int(sqlite3_filename, const char *, int));
PROTOTYPE(sqlite3_uri_int64,
          sqlite3_int64(sqlite3_filename, const char *, sqlite3_int64));
PROTOTYPE(sqlite3_user_data, void *(sqlite3_context *));
PROTOTYPE(sqlite3_value_bytes, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_bytes16, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_double, double(sqlite3_value *));
PROTOTYPE(sqlite3_value_encoding, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_frombind, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_int, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_int64, sqlite3_int64(sqlite3_value *));
PROTOTYPE(sqlite3_value_nochange, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_numeric_type, int(sqlite3_value *));
PROTOTYPE(sqlite3_value_pointer, void *(sqlite3_value *, const char *));
PROTOTYPE(sqlite3_value_subtype, unsigned int(sqlite3_value *));
PROTOTYPE(sqlite3_value_type, int(sqlite3_value *));
PROTOTYPE(sqlite3_vfs_find, sqlite3_vfs *(const char *));
PROTOTYPE(sqlite3_vfs_register, int(sqlite3_vfs *, int));
PROTOTYPE(sqlite3_vfs_unregister, int(sqlite3_vfs *));
PROTOTYPE(sqlite3_vsnprintf, char *(int, char *, const char *, va_list));
PROTOTYPE(sqlite3_vtab_collation, const char *(sqlite3_index_info *, int));
PROTOTYPE(sqlite3_vtab_config, int(sqlite3 *, int, ...));
PROTOTYPE(sqlite3_vtab_distinct, int(sqlite3_index_info *));
PROTOTYPE(sqlite3_vtab_in, int(sqlite3_index_info *, int, int));
PROTOTYPE(sqlite3_vtab_nochange, int(sqlite3_context *));
PROTOTYPE(sqlite3_vtab_on_conflict, int(sqlite3 *));
PROTOTYPE(sqlite3_vtab_rhs_value, int(sqlite3_index_info *, int, sqlite3_value **));
PROTOTYPE(sqlite3_wal_autocheckpoint, int(sqlite3 *, int));
PROTOTYPE(sqlite3_wal_checkpoint, int(sqlite3 *, const char *));
PROTOTYPE(sqlite3_wal_checkpoint_v2, int(sqlite3 *, const char *, int, int *, int *));
PROTOTYPE(sqlite3_wal_hook,
          void *(sqlite3 *, int (*)(void *, sqlite3 *, const char *, int), void *));
PROTOTYPE(sqlite3changegroup_add, int(sqlite3_changegroup *, int, void *));
PROTOTYPE(sqlite3changegroup_add_strm,
          int(sqlite3_changegroup *, int (*)(void *, void *, int *), void *));
PROTOTYPE(sqlite3changegroup_output_strm,
          int(sqlite3_changegroup *, int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3changeset_apply,
          int(sqlite3 *, int, void *, int (*)(void *, const char *),
              int (*)(void *, int, sqlite3_changeset_iter *), void *));
PROTOTYPE(sqlite3changeset_apply_strm,
          int(sqlite3 *, int (*)(void *, void *, int *), void *,
              int (*)(void *, const char *),
              int (*)(void *, int, sqlite3_changeset_iter *), void *));
PROTOTYPE(sqlite3changeset_concat_strm,
          int(int (*)(void *, void *, int *), void *, int (*)(void *, void *, int *),
              void *, int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3changeset_fk_conflicts, int(sqlite3_changeset_iter *, int *));
PROTOTYPE(sqlite3changeset_invert_strm, int(int (*)(void *, void *, int *), void *,
                                            int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3changeset_next, int(sqlite3_changeset_iter *));
PROTOTYPE(sqlite3rebaser_configure, int(sqlite3_rebaser *, int, const void *));
PROTOTYPE(sqlite3rebaser_rebase_strm,
          int(sqlite3_rebaser *, int (*)(void *, void *, int *), void *,
              int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3session_attach, int(sqlite3_session *, const char *));
PROTOTYPE(sqlite3session_changeset_size, sqlite3_int64(sqlite3_session *));
PROTOTYPE(sqlite3session_changeset_strm,
          int(sqlite3_session *, int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3session_config, int(int, void *));
PROTOTYPE(sqlite3session_enable, int(sqlite3_session *, int));
PROTOTYPE(sqlite3session_indirect, int(sqlite3_session *, int));
PROTOTYPE(sqlite3session_isempty, int(sqlite3_session *));
PROTOTYPE(sqlite3session_memory_used, sqlite3_int64(sqlite3_session *));
PROTOTYPE(sqlite3session_object_config, int(sqlite3_session *, int, void *));
PROTOTYPE(sqlite3session_patchset_strm,
          int(sqlite3_session *, int (*)(void *, const void *, int), void *));
PROTOTYPE(sqlite3session_table_filter,
          void(sqlite3_session *, int (*)(void *, const char *), void *));
#if SQLITE_VERSION_NUMBER >= 3044000
PROTOTYPE(sqlite3_get_clientdata, void *(sqlite3 *, const char *));
PROTOTYPE(sqlite3_is_interrupted, int(sqlite3 *));
PROTOTYPE(sqlite3_stmt_explain, int(sqlite3_stmt *, int));
PROTOTYPE(sqlite3_stmt_scanstatus_v2, int(sqlite3_stmt *, int, int, int, void *));
#endif
#if SQLITE_VERSION_NUMBER >= 3050000
PROTOTYPE(sqlite3_setlk_timeout, int(sqlite3 *, int, int));
#endif
#if SQLITE_VERSION_NUMBER >= 3053000
PROTOTYPE(sqlite3_db_status64,
          int(sqlite3 *, int, sqlite3_int64 *, sqlite3_int64 *, int));
PROTOTYPE(sqlite3_set_errmsg, int(sqlite3 *, int, const char *));
PROTOTYPE(sqlite3_str_truncate, void(sqlite3_str *, int));
PROTOTYPE(sqlite3changegroup_add_change,
          int(sqlite3_changegroup *, sqlite3_changeset_iter *));
PROTOTYPE(sqlite3changegroup_change_blob,
          int(sqlite3_changegroup *, int, int, const void *, int));
PROTOTYPE(sqlite3changegroup_change_double, int(sqlite3_changegroup *, int, int, double));
PROTOTYPE(sqlite3changegroup_change_int64,
          int(sqlite3_changegroup *, int, int, sqlite3_int64));
PROTOTYPE(sqlite3changegroup_change_null, int(sqlite3_changegroup *, int, int));
PROTOTYPE(sqlite3changegroup_change_text,
          int(sqlite3_changegroup *, int, int, const char *, int));
PROTOTYPE(sqlite3changegroup_config, int(sqlite3_changegroup *, int, void *));
PROTOTYPE(sqlite3changegroup_schema, int(sqlite3_changegroup *, sqlite3 *, const char *));
#endif
