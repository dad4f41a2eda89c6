// RUN: %check_dbtidy %s
// Berkeley DB: what is wrong by the interpreter and not by the rules.

#include "db.h"

#include <stdlib.h>

void logf_(const char *Format, ...);
int more(void);
void add(char **Names);

//===--- Handles that end with their parent -----------------------------------------===//

// Closing the environment closes the database and the cursor in it. Only the children are
// ended, not the children's children: reported as a leak of the cursor.
int grandchildOk(void) {
  DB_ENV *Env;
  DB *Db;
  DBC *Cursor;
  if (db_env_create(&Env, 0) != 0)
    return -1;
  if (db_create(&Db, Env, 0) == 0 && Db->cursor(Db, NULL, &Cursor, 0) == 0)
    Cursor->count(Cursor, &(db_recno_t){0}, 0);
  return Env->close(Env, 0);
}

// The same for the copy of a cursor, whose parent is the cursor.
int copied_cursorOk(const char *File) {
  DB *Db;
  DBC *Cursor, *Copy;
  if (db_create(&Db, NULL, 0) != 0)
    return -1;
  if (Db->open(Db, NULL, File, NULL, DB_BTREE, DB_RDONLY, 0) == 0 &&
      Db->cursor(Db, NULL, &Cursor, 0) == 0)
    Cursor->dup(Cursor, &Copy, 0);
  return Db->close(Db, 0);
}

//===--- Structures -----------------------------------------------------------------===//

struct store {
  DB_ENV *Env;
};

struct names {
  char *First;
};

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
