// RUN: %check_dbtidy %s
// XFAIL: *
// Berkeley DB: what is wrong by the interpreter and not by the rules.

#include "db.h"

#include <stdlib.h>

void logf_(const char *Format, ...);
int more(void);
void add(char **Names);

//===--- Handles that end with their parent -----------------------------------------===//

// What ended with its parent counts as no longer owed, but not as ended: missed.
int database_after_envBad(DB_ENV *Env) {
  DB *Db;
  if (db_create(&Db, Env, 0) != 0) {
    Env->close(Env, 0);
    return -1;
  }
  Env->close(Env, 0);
  return Db->close(Db, 0); // WARN: [db-use-after-close]
}

int cursor_after_databaseBad(DB *Db, DBT *Key, DBT *Value) {
  DBC *Cursor;
  if (Db->cursor(Db, NULL, &Cursor, 0) != 0)
    return -1;
  Db->close(Db, 0);
  return Cursor->get(Cursor, Key, Value, DB_FIRST); // WARN: [db-use-after-close]
}

//===--- Structures -----------------------------------------------------------------===//

struct store {
  DB_ENV *Env;
};

struct names {
  char *First;
};

// Handed over or closed, as the pointer tells. Without the loop before it, or without the
// test of the member, nothing is reported.
int handed_overOk(struct store **Out, struct names *Names) {
  struct store *Store = malloc(sizeof *Store);
  if (!Store)
    return -1;
  if (db_env_create(&Store->Env, 0) != 0) {
    free(Store);
    return -1;
  }
  while (more())
    add(&Names->First);
  if (more()) {
    *Out = Store;
    Store = NULL;
  }
  if (Store) {
    if (Store->Env)
      Store->Env->close(Store->Env, 0);
    free(Store);
  }
  return 0;
}

// The caller's environment, read again after a call that is only shown as declared: taken
// for another one, which may be null.
int callers_envOk(DB_ENV **Env, DB **Out) {
  DB *Db = NULL;
  (*Env)->set_errpfx(*Env, "service");
  int Ret = db_create(&Db, *Env, 0);
  if (Ret != 0)
    return Ret;
  if ((Ret = Db->open(Db, NULL, "data", NULL, DB_BTREE, 0, 0)) != 0) {
    logf_("open: %s", db_strerror(Ret));
    goto err;
  }
  *Out = Db;
  return 0;
err:
  if (*Env) {
    (*Env)->close(*Env, 0);
    *Env = NULL;
  }
  return Ret;
}

//===--- Conditions through wrappers ------------------------------------------------===//

struct config {
  DB_ENV *Env;
  int Transactional;
};

struct work {
  DB_TXN *Txn;
};

// The same setting decides about begin and end. Through one wrapper it is understood,
// through a wrapper of a wrapper not.
static int begin_either(struct config *Config, struct work *Work, int Flags) {
  int Ret = -1;
  if (Config->Transactional)
    Ret = Config->Env->txn_begin(Config->Env, NULL, &Work->Txn, Flags);
  else
    Ret = 0;
  return Ret;
}

static int abort_either(struct config *Config, struct work *Work) {
  DB_TXN *Txn = Work->Txn;
  if (Txn && Config->Transactional)
    return Txn->abort(Txn);
  return 0;
}

static int begin_work(struct config *Config, struct work *Work) {
  return begin_either(Config, Work, 0);
}

static int abort_work(struct config *Config, struct work *Work) {
  return abort_either(Config, Work);
}

int twice_wrappedOk(struct config *Config) {
  struct work Work;
  Work.Txn = NULL;
  const int Ret = begin_work(Config, &Work);
  if (Ret)
    return Ret;
  return abort_work(Config, &Work);
}

// Many ways meet at the end: that each of those that fail has closed the database is lost
// there, and it is reported as likely.
int exists(const char *File);
char *folder(const char *File);

static int configure(DB *Db, int Mode) {
  int Ret = Db->set_pagesize(Db, 1024);
  if (Ret)
    return Ret;
  if (exists("sorted") && !(Mode & 1)) {
    Ret = Db->set_flags(Db, DB_DUPSORT);
    if (Ret)
      return Ret;
  }
  if (Mode & 4) {
    Ret = Db->set_flags(Db, DB_DUP);
    if (Ret)
      return Ret;
    Db->app_private = NULL;
  }
  return Ret;
}

static int close_database(DB *Db) { return Db->close(Db, 0); }

int many_waysOk(DB_ENV *Env, DB **Out, const char *File, int Mode) {
  int Ret = 0;
  DB *Db = NULL;
  if (!Out)
    goto out;
  Ret = db_create(Out, Env, 0);
  if (Ret != 0)
    goto out;
  Db = *Out;
  Ret = configure(Db, Mode);
  if (Ret)
    goto out;
  if (exists(File) && !exists("link")) {
    char *Folder = folder(File);
    if (!Folder || !*Folder) {
      Ret = -1;
      goto out;
    }
    Ret = Db->open(Db, NULL, Folder, NULL, DB_BTREE, DB_CREATE, 0);
    Db->close(Db, 0);
    Db = NULL;
    Ret = db_create(Out, Env, 0);
    if (Ret != 0)
      goto out;
    Db = *Out;
    Ret = configure(Db, Mode);
    if (Ret)
      goto out;
  }
  Ret = Db->open(Db, NULL, File, NULL, DB_BTREE, 0, 0);
out:
  if (Db && Ret != 0)
    close_database(Db);
  return Ret;
}
