// RUN: %check_dbtidy %s
// Berkeley DB: environments and databases, whose handles are made before they are opened
// and are owed even when opening failed, and what ends with them.

#include "db.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);

//===--- Environments ---------------------------------------------------------------===//

// open() failed: the handle was made by db_env_create and stays.
int open_envBad(const char *Home, DB_ENV **Out) {
  DB_ENV *Env;
  int Ret =
      db_env_create(&Env, 0); // WARN: [db-connection-leak] "database environment 'Env'"
  if (Ret != 0)
    return Ret;
  Ret = Env->open(Env, Home, DB_CREATE | DB_INIT_MPOOL, 0);
  if (Ret != 0) {
    Env->err(Env, Ret, "%s", Home);
    return Ret;
  }
  *Out = Env;
  return 0;
}

// The documented form.
int open_envOk(const char *Home, DB_ENV **Out) {
  DB_ENV *Env;
  int Ret = db_env_create(&Env, 0);
  if (Ret != 0) {
    logf_("cannot create: %s", db_strerror(Ret));
    return Ret;
  }
  Env->set_errpfx(Env, "service");
  if ((Ret = Env->set_cachesize(Env, 0, 1 << 20, 1)) != 0)
    goto err;
  if ((Ret = Env->open(Env, Home, DB_CREATE | DB_INIT_MPOOL, 0)) != 0) {
    Env->err(Env, Ret, "%s", Home);
    goto err;
  }
  *Out = Env;
  return 0;
err:
  Env->close(Env, 0);
  return Ret;
}

// Without a handle there is nothing to close: it is not touched on failure.
int create_failedOk(void) {
  DB_ENV *Env = NULL;
  if (db_env_create(&Env, 0) != 0)
    return -1;
  int Ret = Env->open(Env, "/home", DB_CREATE, 0);
  int Closed = Env->close(Env, 0);
  return Ret ? Ret : Closed;
}

// remove() discards the handle as well, whatever it returns.
int remove_envOk(const char *Home) {
  DB_ENV *Env = NULL;
  int Ret = db_env_create(&Env, 0);
  if (Ret)
    return Ret;
  Ret = Env->remove(Env, Home, DB_FORCE);
  return Ret == EBUSY ? 0 : Ret;
}

// On one way nothing is removed.
int remove_envBad(const char *Home) {
  DB_ENV *Env = NULL;
  int Ret = db_env_create(&Env, 0); // WARN: [db-connection-leak]
  if (Ret)
    return Ret;
  if (*Home)
    Ret = Env->remove(Env, Home, 0);
  else
    Ret = -1;
  return Ret;
}

// A failed close has closed it nevertheless: there is no second try.
int close_againBad(DB_ENV *Env) {
  int Ret = Env->close(Env, 0);
  if (Ret != 0)
    Ret = Env->close(Env, DB_FORCESYNC); // WARN: [db-use-after-close]
  return Ret;
}

int err_after_closeBad(DB *Db) {
  int Ret = Db->close(Db, 0);
  if (Ret != 0)
    Db->err(Db, Ret, "close"); // WARN: [db-use-after-close]
  return Ret;
}

int err_after_closeOk(DB *Db, DB_ENV *Env) {
  int Ret = Db->close(Db, 0);
  if (Ret != 0)
    Env->err(Env, Ret, "close");
  return Ret;
}

//===--- Databases ------------------------------------------------------------------===//

// After a failed open the handle has to be closed.
DB *open_databaseBad(const char *File) {
  DB *Db;
  if (db_create(&Db, NULL, 0) != 0) // WARN: [db-connection-leak] "database handle 'Db'"
    return NULL;
  if (Db->open(Db, NULL, File, NULL, DB_BTREE, DB_CREATE, 0600) != 0)
    return NULL;
  return Db;
}

DB *open_databaseOk(const char *File) {
  DB *Db;
  if (db_create(&Db, NULL, 0) != 0)
    return NULL;
  if (Db->open(Db, NULL, File, NULL, DB_BTREE, DB_CREATE, 0600) != 0) {
    Db->close(Db, 0);
    return NULL;
  }
  return Db;
}

// Parentheses around the member, as the macros of portable programs write it.
#define DB_OPEN(Handle, File, Result) \
  (Result) = ((Handle)->open)((Handle), NULL, (File), NULL, DB_HASH, DB_CREATE, 0600)
#define DB_CLOSE(Handle) ((Handle)->close)((Handle), 0)

int through_macrosOk(const char *File) {
  DB *Db = NULL;
  int Ret = db_create(&Db, NULL, 0);
  if (Ret)
    return Ret;
  DB_OPEN(Db, File, Ret);
  if (Ret)
    logf_("%s: %s", File, db_strerror(Ret));
  return DB_CLOSE(Db);
}

int through_macrosBad(const char *File) {
  DB *Db = NULL;
  int Ret = db_create(&Db, NULL, 0); // WARN: [db-connection-leak]
  if (Ret)
    return Ret;
  DB_OPEN(Db, File, Ret);
  if (Ret)
    return Ret;
  return DB_CLOSE(Db);
}

// A handle that verified a file is gone.
int verifyOk(const char *File) {
  DB *Db;
  int Ret = db_create(&Db, NULL, 0);
  if (Ret != 0)
    return Ret;
  return Db->verify(Db, File, NULL, NULL, 0);
}

int verify_and_closeBad(const char *File) {
  DB *Db;
  int Ret = db_create(&Db, NULL, 0);
  if (Ret != 0)
    return Ret;
  if ((Ret = Db->verify(Db, File, NULL, NULL, 0)) != 0)
    Db->close(Db, 0); // WARN: [db-use-after-close]
  return Ret;
}

// It cannot be opened in the rename's place either: a new handle is needed.
int rename_thenOk(const char *From, const char *To) {
  DB *Db;
  int Ret;
  if ((Ret = db_create(&Db, NULL, 0)) != 0)
    return Ret;
  if ((Ret = Db->rename(Db, From, NULL, To, 0)) != 0)
    return Ret;
  if ((Ret = db_create(&Db, NULL, 0)) != 0)
    return Ret;
  Ret = Db->open(Db, NULL, To, NULL, DB_UNKNOWN, DB_RDONLY, 0);
  Db->close(Db, 0);
  return Ret;
}

int remove_and_openBad(const char *File) {
  DB *Db;
  int Ret;
  if ((Ret = db_create(&Db, NULL, 0)) != 0)
    return Ret;
  Db->remove(Db, File, NULL, 0);
  Ret = Db->open(Db, NULL, File, NULL, DB_BTREE, 0, 0); // WARN: [db-use-after-close]
  return Ret;
}

// Closing the environment closes the databases that were made in it.
int env_closes_databaseOk(const char *Home) {
  DB_ENV *Env;
  DB *Db = NULL;
  int Ret = db_env_create(&Env, 0);
  if (Ret)
    return Ret;
  if ((Ret = Env->open(Env, Home, DB_CREATE | DB_INIT_MPOOL, 0)) != 0)
    goto out;
  if ((Ret = db_create(&Db, Env, 0)) != 0)
    goto out;
  Ret = Db->open(Db, NULL, "data", NULL, DB_BTREE, DB_CREATE, 0);
out:
  Env->close(Env, 0);
  return Ret;
}

// A database of its own environment is not closed by another's.
int database_aloneBad(DB_ENV *Env) {
  DB *Db;
  if (db_create(&Db, NULL, 0) != 0) { // WARN: [db-connection-leak]
    Env->close(Env, 0);
    return -1;
  }
  Db->set_flags(Db, DB_DUPSORT);
  Env->close(Env, 0);
  return 0;
}

//===--- In structures --------------------------------------------------------------===//

struct store {
  DB_ENV *Env;
  DB *Data;
  DB *Index;
  int Open;
};

static void close_store(struct store *Store) {
  if (Store->Index)
    Store->Index->close(Store->Index, 0);
  if (Store->Data)
    Store->Data->close(Store->Data, 0);
  if (Store->Env)
    Store->Env->close(Store->Env, 0);
  memset(Store, 0, sizeof *Store);
}

static int open_one(DB_ENV *Env, const char *Name, DB **Out) {
  DB *Db = NULL;
  int Ret = db_create(&Db, Env, 0);
  if (Ret != 0)
    return Ret;
  Ret = Db->open(Db, NULL, Name, NULL, DB_BTREE, DB_CREATE, 0600);
  if (Ret != 0) {
    Db->close(Db, 0);
    return Ret;
  }
  *Out = Db;
  return 0;
}

// The helper takes apart what was made so far.
struct store *open_storeOk(const char *Home) {
  struct store *Store = calloc(1, sizeof *Store);
  if (!Store)
    return NULL;
  if (db_env_create(&Store->Env, 0) != 0)
    goto fail;
  if (Store->Env->open(Store->Env, Home, DB_CREATE | DB_INIT_MPOOL, 0) != 0)
    goto fail;
  if (open_one(Store->Env, "data", &Store->Data) != 0)
    goto fail;
  if (open_one(Store->Env, "index", &Store->Index) != 0)
    goto fail;
  Store->Open = 1;
  return Store;
fail:
  close_store(Store);
  free(Store);
  return NULL;
}

// The structure is lost, and the environment with it.
struct store *open_storeBad(const char *Home) {
  struct store *Store = calloc(1, sizeof *Store);
  if (!Store)
    return NULL;
  if (db_env_create(&Store->Env, 0) != 0) { // WARN: [db-connection-leak]
    free(Store);
    return NULL;
  }
  if (Store->Env->open(Store->Env, Home, DB_CREATE | DB_INIT_MPOOL, 0) != 0) {
    free(Store);
    return NULL;
  }
  return Store;
}

// Allocated, filled, and not handed over where a later step fails.
int make_envBad(struct store **Out, int (*Configure)(void)) {
  struct store *Store = calloc(1, sizeof *Store);
  int Ret = db_env_create(&Store->Env, 0); // WARN: [db-connection-leak]
  if (Ret != 0)
    logf_("cannot create: %d", Ret);
  Ret = Configure();
  if (Ret != 0)
    return Ret;
  *Out = Store;
  return 0;
}

int make_envOk(struct store **Out, int (*Configure)(void)) {
  struct store *Store = calloc(1, sizeof *Store);
  int Ret = db_env_create(&Store->Env, 0);
  if (Ret != 0)
    goto fail;
  Ret = Configure();
  if (Ret != 0)
    goto fail;
  *Out = Store;
  Store = NULL;
fail:
  if (Store) {
    if (Store->Env)
      Store->Env->close(Store->Env, 0);
    free(Store);
  }
  return Ret;
}

// The second of two is missing where the first failed; the loop closes by name.
int open_manyOk(DB_ENV *Env, const char *const *Names, int Count) {
  int Ret = 0;
  for (int I = 0; I < Count && Ret == 0; ++I) {
    DB *Db;
    if ((Ret = db_create(&Db, Env, 0)) != 0)
      break;
    if ((Ret = Db->open(Db, NULL, Names[I], NULL, DB_UNKNOWN, DB_RDONLY, 0)) == 0)
      Ret = Db->sync(Db, 0);
    const int Closed = Db->close(Db, 0);
    if (Ret == 0)
      Ret = Closed;
  }
  return Ret;
}

int open_manyBad(DB_ENV *Env, const char *const *Names, int Count) {
  int Ret = 0;
  for (int I = 0; I < Count; ++I) {
    DB *Db;
    if (db_create(&Db, Env, 0) != 0) // WARN: [db-connection-leak]
      break;
    if (Db->open(Db, NULL, Names[I], NULL, DB_UNKNOWN, DB_RDONLY, 0) != 0)
      continue;
    Ret += Db->sync(Db, 0);
    Db->close(Db, 0);
  }
  return Ret;
}
