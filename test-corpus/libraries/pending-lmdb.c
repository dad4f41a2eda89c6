// RUN: %check_dbtidy %s
// XFAIL: *
// What is not followed yet, shown with LMDB.

#include "lmdb.h"
#include <stdbool.h>
#include <stdlib.h>

int work(MDB_txn *Txn);

//===--- False alarms ------------------------------------------------------------===//

// The transaction goes out of sight with its cursor, but whoever has the cursor gets it
// back by mdb_cursor_txn: as long as the cursor is kept, so is its transaction.
MDB_cursor *openReaderOk(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return NULL;
  if (mdb_cursor_open(Txn, Dbi, &Cursor)) {
    mdb_txn_abort(Txn);
    return NULL;
  }
  return Cursor;
}

void closeReaderOk(MDB_cursor *Cursor) {
  MDB_txn *Txn = mdb_cursor_txn(Cursor);
  mdb_cursor_close(Cursor);
  mdb_txn_abort(Txn);
}

struct store {
  MDB_env *Env;
  MDB_txn *Txn;
};

// Called a second time, it aborts the transaction before it begins one. That this release
// goes along with the beginning is lost in the summary of two functions.
static int reader(struct store *S) {
  if (!S->Txn && mdb_txn_begin(S->Env, NULL, MDB_RDONLY, &S->Txn))
    return -1;
  return 0;
}

static int renewed(struct store *S, bool Again) {
  if (Again && S->Txn) {
    mdb_txn_abort(S->Txn);
    S->Txn = NULL;
  }
  return reader(S);
}

int reopenedOk(struct store *S) {
  renewed(S, false);
  if (work(S->Txn))
    renewed(S, true);
  return 0;
}

//===--- Missed ------------------------------------------------------------------===//

// The commit of a writer has closed the cursor: that the end of a parent ends its children
// too does not make their use a fault.
int closedBehindBad(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  if (mdb_txn_begin(Env, NULL, 0, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, Dbi, &Cursor)) {
    mdb_txn_abort(Txn);
    return -1;
  }
  mdb_cursor_del(Cursor, 0);
  const int Rc = mdb_txn_commit(Txn);
  mdb_cursor_close(Cursor); // WARN: [db-use-after-close]
  return Rc;
}

// The rule of mdb_txn_abort has a case for readers and one for writers. The summary of the
// helper keeps the first one, and so its end closes the reader's cursor.
static void finish(MDB_txn *Txn) { mdb_txn_abort(Txn); }

int readerByHelperBad(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Count = 0;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, Dbi, &Cursor) == MDB_SUCCESS) // WARN: [db-result-leak]
    while (!mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT))
      ++Count;
  finish(Txn);
  return Count;
}

// The object's own end releases the field in one of the modes that its other functions
// give it, and frees the object over the other one.
struct cache {
  MDB_env *Env;
  MDB_txn *Txn;
  bool Writing;
};

int cacheReadBad(struct cache *C) {
  if (C->Txn)
    return MDB_SUCCESS;
  C->Writing = false;
  return mdb_txn_begin(C->Env, NULL, MDB_RDONLY, &C->Txn); // WARN: [db-transaction-leak]
}

int cacheWriteOk(struct cache *C) {
  if (C->Txn) {
    if (C->Writing)
      return MDB_SUCCESS;
    mdb_txn_abort(C->Txn);
  }
  C->Writing = true;
  return mdb_txn_begin(C->Env, NULL, 0, &C->Txn);
}

void cacheCloseOk(struct cache *C) {
  if (C->Txn && C->Writing)
    mdb_txn_commit(C->Txn);
  mdb_env_close(C->Env);
  free(C);
}
