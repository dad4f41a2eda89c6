// RUN: %check_dbtidy %s
// LMDB: environments, transactions and cursors. A cursor of a write transaction ends with
// it, a cursor of a read-only one does not.

#include "lmdb.h"
#include <stdlib.h>
#include <string.h>

void report(const char *Text);
int wanted(const void *Bytes, size_t Size);

struct cache {
  MDB_env *Env;
  MDB_dbi Dbi;
};

//===--- Environments ------------------------------------------------------------===//

// Opening fails, but the environment was created and has to be closed.
MDB_env *openBad(const char *Path) {
  MDB_env *Env;
  if (mdb_env_create(&Env)) // WARN: [db-connection-leak] "database environment"
    return NULL;
  if (mdb_env_open(Env, Path, MDB_NOSUBDIR, 0644) != MDB_SUCCESS)
    return NULL;
  return Env;
}

MDB_env *openOk(const char *Path) {
  MDB_env *Env = NULL;
  int Rc = mdb_env_create(&Env);
  if (Rc)
    goto out;
  if ((Rc = mdb_env_set_mapsize(Env, 1 << 20)) || (Rc = mdb_env_set_maxdbs(Env, 4)))
    goto out;
  Rc = mdb_env_open(Env, Path, MDB_NOSUBDIR | MDB_NOTLS, 0644);
out:
  if (Rc) {
    report(mdb_strerror(Rc));
    mdb_env_close(Env); // null where it was not created
    Env = NULL;
  }
  return Env;
}

// The environment lives in a structure that the caller gets; the failure closes both.
struct cache *cacheOpenOk(const char *Path) {
  struct cache *C = (struct cache *)calloc(1, sizeof *C);
  MDB_txn *Txn;
  if (!C)
    return NULL;
  if (mdb_env_create(&C->Env))
    goto failCreate;
  if (mdb_env_open(C->Env, Path, 0, 0600))
    goto failEnv;
  if (mdb_txn_begin(C->Env, NULL, 0, &Txn))
    goto failEnv;
  if (mdb_dbi_open(Txn, NULL, MDB_CREATE, &C->Dbi)) {
    mdb_txn_abort(Txn);
    goto failEnv;
  }
  if (mdb_txn_commit(Txn))
    goto failEnv;
  return C;
failEnv:
  mdb_env_close(C->Env);
failCreate:
  free(C);
  return NULL;
}

struct cache *cacheOpenBad(const char *Path) {
  struct cache *C = (struct cache *)calloc(1, sizeof *C);
  if (!C)
    return NULL;
  if (mdb_env_create(&C->Env) || // WARN: [db-connection-leak]
      mdb_env_open(C->Env, Path, 0, 0600)) {
    free(C);
    return NULL;
  }
  return C;
}

//===--- Transactions ------------------------------------------------------------===//

// The key is too long: the transaction stays, and the next writer waits for ever.
int putBad(struct cache *C, const char *Name, MDB_val *Data) {
  MDB_txn *Txn;
  MDB_val Key;
  if (mdb_txn_begin(C->Env, NULL, 0, &Txn)) // WARN: [db-transaction-leak]
    return 1;
  Key.mv_size = strlen(Name);
  if (Key.mv_size > 511)
    return 5;
  Key.mv_data = (void *)Name;
  if (mdb_put(Txn, C->Dbi, &Key, Data, 0)) {
    mdb_txn_abort(Txn);
    return 3;
  }
  return mdb_txn_commit(Txn);
}

// A commit frees the transaction also where it fails: nothing is left to abort.
int putOk(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn;
  int Rc = mdb_txn_begin(C->Env, NULL, 0, &Txn);
  if (Rc)
    return Rc;
  Rc = mdb_put(Txn, C->Dbi, Key, Data, MDB_NOOVERWRITE);
  if (Rc == MDB_KEYEXIST || Rc == MDB_MAP_FULL) {
    mdb_txn_abort(Txn);
    return Rc;
  }
  if ((Rc = mdb_txn_commit(Txn)))
    report(mdb_strerror(Rc));
  return Rc;
}

int abortedTwiceBad(struct cache *C, MDB_val *Key) {
  MDB_txn *Txn;
  int Rc = mdb_txn_begin(C->Env, NULL, 0, &Txn);
  if (Rc)
    return Rc;
  mdb_del(Txn, C->Dbi, Key, NULL);
  if ((Rc = mdb_txn_commit(Txn)))
    mdb_txn_abort(Txn); // WARN: [db-use-after-close]
  return Rc;
}

// One label for all: the variable is null again once the commit has taken the handle.
int oneExitOk(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn = NULL;
  int Rc;
  if ((Rc = mdb_txn_begin(C->Env, NULL, 0, &Txn)))
    goto done;
  if ((Rc = mdb_get(Txn, C->Dbi, Key, Data)) != MDB_NOTFOUND)
    goto done;
  if ((Rc = mdb_put(Txn, C->Dbi, Key, Data, 0)))
    goto done;
  Rc = mdb_txn_commit(Txn);
  Txn = NULL;
done:
  if (Txn)
    mdb_txn_abort(Txn);
  return Rc;
}

int missingLabelBad(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn = NULL;
  int Rc;
  if ((Rc = mdb_txn_begin(C->Env, NULL, 0, &Txn))) // WARN: [db-transaction-leak]
    goto done;
  if ((Rc = mdb_get(Txn, C->Dbi, Key, Data)) == MDB_NOTFOUND)
    goto done;
  mdb_txn_abort(Txn);
done:
  return Rc;
}

// The map is full: a larger one, and once more, with a transaction of its own.
int growOk(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_envinfo Info;
  for (int Try = 0; Try < 3; ++Try) {
    MDB_txn *Txn;
    int Rc = mdb_txn_begin(C->Env, NULL, 0, &Txn);
    if (Rc)
      return Rc;
    if ((Rc = mdb_put(Txn, C->Dbi, Key, Data, 0)) == MDB_SUCCESS)
      Rc = mdb_txn_commit(Txn);
    else
      mdb_txn_abort(Txn);
    if (Rc != MDB_MAP_FULL)
      return Rc;
    mdb_env_info(C->Env, &Info);
    mdb_env_set_mapsize(C->Env, Info.me_mapsize * 2);
  }
  return MDB_MAP_FULL;
}

int growBad(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn;
  for (int Try = 0; Try < 3; ++Try) {
    if (mdb_txn_begin(C->Env, NULL, 0, &Txn)) // WARN: [db-transaction-leak]
      return 1;
    if (mdb_put(Txn, C->Dbi, Key, Data, 0) == MDB_MAP_FULL)
      continue;
    return mdb_txn_commit(Txn);
  }
  return MDB_MAP_FULL;
}

// Batches: a transaction of its own for each hundred.
int batchesOk(struct cache *C, MDB_val *Keys, size_t Count, MDB_val *Data) {
  MDB_txn *Txn = NULL;
  for (size_t I = 0; I < Count; ++I) {
    if (!Txn && mdb_txn_begin(C->Env, NULL, 0, &Txn))
      return 1;
    if (mdb_put(Txn, C->Dbi, &Keys[I], Data, MDB_APPEND)) {
      mdb_txn_abort(Txn);
      return 2;
    }
    if (I % 100 == 99) {
      if (mdb_txn_commit(Txn))
        return 3;
      Txn = NULL;
    }
  }
  return Txn ? mdb_txn_commit(Txn) : 0;
}

// Nested: what happens to the outer one happens to the inner one, too.
int nestedOk(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Outer, *Inner;
  if (mdb_txn_begin(C->Env, NULL, 0, &Outer))
    return 1;
  if (mdb_txn_begin(C->Env, Outer, 0, &Inner)) {
    mdb_txn_abort(Outer);
    return 1;
  }
  if (mdb_put(Inner, C->Dbi, Key, Data, 0)) {
    mdb_txn_abort(Outer);
    return 2;
  }
  if (mdb_txn_commit(Inner)) {
    mdb_txn_abort(Outer);
    return 3;
  }
  return mdb_txn_commit(Outer);
}

int nestedBad(struct cache *C, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Outer, *Inner;
  if (mdb_txn_begin(C->Env, NULL, 0, &Outer)) // WARN: [db-transaction-leak]
    return 1;
  if (mdb_txn_begin(C->Env, Outer, 0, &Inner)) {
    mdb_txn_abort(Outer);
    return 1;
  }
  if (mdb_put(Inner, C->Dbi, Key, Data, 0)) {
    mdb_txn_abort(Inner);
    return 2;
  }
  mdb_txn_commit(Inner);
  return mdb_txn_commit(Outer);
}

// Reset keeps the handle for the next reader, and whoever gives it up aborts it.
int resetOk(struct cache *C, MDB_val *Keys, int Count) {
  MDB_txn *Txn;
  MDB_val Data;
  int Found = 0;
  if (mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  mdb_txn_reset(Txn);
  for (int I = 0; I < Count; ++I) {
    if (mdb_txn_renew(Txn))
      break;
    Found += mdb_get(Txn, C->Dbi, &Keys[I], &Data) == MDB_SUCCESS;
    mdb_txn_reset(Txn);
  }
  mdb_txn_abort(Txn);
  return Found;
}

int resetBad(struct cache *C, MDB_val *Key) {
  MDB_txn *Txn;
  MDB_val Data;
  if (mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &Txn)) // WARN: [db-transaction-leak]
    return -1;
  const int Found = mdb_get(Txn, C->Dbi, Key, &Data) == MDB_SUCCESS;
  mdb_txn_reset(Txn);
  return Found;
}

//===--- Values ------------------------------------------------------------------===//

// What was read lies in the map, and only as long as the transaction.
char *readBad(struct cache *C, MDB_val *Key) {
  MDB_txn *Txn;
  MDB_val Data;
  char *Copy = NULL;
  if (mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &Txn))
    return NULL;
  const int Rc = mdb_get(Txn, C->Dbi, Key, &Data);
  mdb_txn_abort(Txn);
  if (Rc == MDB_SUCCESS && (Copy = (char *)malloc(Data.mv_size)))
    memcpy(Copy, Data.mv_data, Data.mv_size); // WARN: [db-use-after-close]
  return Copy;
}

char *readOk(struct cache *C, MDB_val *Key) {
  MDB_txn *Txn;
  MDB_val Data;
  char *Copy = NULL;
  if (mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &Txn))
    return NULL;
  if (mdb_get(Txn, C->Dbi, Key, &Data) == MDB_SUCCESS &&
      (Copy = (char *)malloc(Data.mv_size)))
    memcpy(Copy, Data.mv_data, Data.mv_size);
  mdb_txn_commit(Txn); // as good as mdb_txn_abort for a reader
  return Copy;
}

// The size is a number of the caller's, and stays.
size_t sizeOk(struct cache *C, MDB_val *Key) {
  MDB_txn *Txn;
  MDB_val Data = {0, NULL};
  if (mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &Txn))
    return 0;
  if (mdb_get(Txn, C->Dbi, Key, &Data))
    Data.mv_size = 0;
  mdb_txn_abort(Txn);
  return Data.mv_size;
}

// The write may have moved the page under the value.
int bumpBad(MDB_txn *Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Other) {
  MDB_val Data;
  if (mdb_get(Txn, Dbi, Key, &Data))
    return -1;
  if (mdb_put(Txn, Dbi, Other, Key, 0))
    return -1;
  return wanted(Data.mv_data, Data.mv_size); // WARN: [db-use-after-close]
}
