// RUN: %check_dbtidy %s
// LMDB's cursors: which of them their transaction closes, and wrappers.

#include "lmdb.h"
#include <stdbool.h>
#include <stdlib.h>

void report(const char *Text);
int wanted(const void *Bytes, size_t Size);

// Read-only: the cursor outlives its transaction.
int countBad(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Count = 0;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, Dbi, &Cursor)) { // WARN: [db-result-leak] "cursor"
    mdb_txn_abort(Txn);
    return -1;
  }
  while (mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT) == MDB_SUCCESS)
    ++Count;
  mdb_txn_abort(Txn);
  return Count;
}

// Before or after the end of a reader, both are right.
int countOk(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Count = 0;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, Dbi, &Cursor)) {
    mdb_txn_abort(Txn);
    return -1;
  }
  while (mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT) == MDB_SUCCESS)
    ++Count;
  mdb_txn_abort(Txn);
  mdb_cursor_close(Cursor);
  return Count;
}

// A writer closes its cursors when it ends.
int purgeOk(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Rc = mdb_txn_begin(Env, NULL, 0, &Txn);
  if (Rc)
    return Rc;
  Rc = mdb_cursor_open(Txn, Dbi, &Cursor);
  if (Rc) {
    mdb_txn_abort(Txn);
    return Rc;
  }
  while ((Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT)) == MDB_SUCCESS)
    if (!wanted(Data.mv_data, Data.mv_size) && (Rc = mdb_cursor_del(Cursor, 0))) {
      mdb_txn_abort(Txn);
      return Rc;
    }
  return mdb_txn_commit(Txn);
}

// The variable of the first cursor is used for the second one.
int twiceBad(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Rc = 0;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  if ((Rc = mdb_cursor_open(Txn, Dbi, &Cursor))) // WARN: [db-result-leak]
    goto out;
  Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_LAST);
  if (Rc == MDB_SUCCESS) {
    if ((Rc = mdb_cursor_open(Txn, Dbi, &Cursor)))
      goto out;
    Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST);
  }
  mdb_cursor_close(Cursor);
out:
  mdb_txn_abort(Txn);
  return Rc;
}

// A reader's cursor is renewed for the next reader.
int renewOk(MDB_env *Env, MDB_dbi Dbi, int Times) {
  MDB_cursor *Cursor = NULL;
  MDB_val Key, Data;
  int Count = 0;
  for (int I = 0; I < Times; ++I) {
    MDB_txn *Txn;
    if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
      break;
    if (Cursor ? mdb_cursor_renew(Txn, Cursor) : mdb_cursor_open(Txn, Dbi, &Cursor)) {
      mdb_txn_abort(Txn);
      break;
    }
    while (!mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT))
      ++Count;
    mdb_txn_abort(Txn);
  }
  mdb_cursor_close(Cursor);
  return Count;
}

// A break out of the loop skips the cursor.
int searchBad(MDB_txn *Txn, const MDB_dbi *Dbis, int Count) {
  int Found = 0;
  for (int I = 0; I < Count && !Found; ++I) {
    MDB_cursor *Cursor;
    MDB_val Key, Data;
    if (mdb_cursor_open(Txn, Dbis[I], &Cursor)) // WARN: [db-result-leak]
      return -1;
    if (mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST) == MDB_NOTFOUND)
      continue;
    Found = wanted(Data.mv_data, Data.mv_size);
    mdb_cursor_close(Cursor);
  }
  return Found;
}

int searchOk(MDB_txn *Txn, const MDB_dbi *Dbis, int Count) {
  int Found = 0;
  for (int I = 0; I < Count && !Found; ++I) {
    MDB_cursor *Cursor;
    MDB_val Key, Data;
    if (mdb_cursor_open(Txn, Dbis[I], &Cursor))
      return -1;
    for (int Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST); Rc != MDB_NOTFOUND;
         Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT)) {
      if (Rc)
        break;
      if ((Found = wanted(Data.mv_data, Data.mv_size)))
        break;
    }
    mdb_cursor_close(Cursor);
  }
  return Found;
}

// The value of a cursor belongs to the transaction, not to the cursor.
int firstOk(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  int Is = 0;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, Dbi, &Cursor) == MDB_SUCCESS) {
    const int Rc = mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST);
    mdb_cursor_close(Cursor);
    if (Rc == MDB_SUCCESS)
      Is = wanted(Data.mv_data, Data.mv_size);
  }
  mdb_txn_abort(Txn);
  return Is;
}

// A cursor that is open when its environment is closed is a reader's.
void dumpBad(const char *Path) {
  MDB_env *Env;
  MDB_txn *Txn;
  MDB_dbi Dbi;
  if (mdb_env_create(&Env))
    return;
  if (mdb_env_open(Env, Path, MDB_RDONLY, 0) == MDB_SUCCESS &&
      !mdb_txn_begin(Env, NULL, MDB_RDONLY, &Txn)) { // WARN: [db-transaction-leak]
    if (mdb_dbi_open(Txn, NULL, 0, &Dbi) == MDB_SUCCESS) {
      report("opened");
      mdb_dbi_close(Env, Dbi);
      mdb_txn_abort(Txn);
    }
  }
  mdb_env_close(Env);
}

//===--- Wrappers ----------------------------------------------------------------===//

struct store {
  MDB_env *Env;
  MDB_dbi Dbi;
  MDB_txn *Txn;
  bool Writing;
};

static int begin(struct store *S, bool Writing, MDB_txn **Out) {
  const int Rc = mdb_txn_begin(S->Env, NULL, Writing ? 0 : MDB_RDONLY, Out);
  if (Rc)
    report(mdb_strerror(Rc));
  return Rc;
}

static void finish(MDB_txn *Txn, bool Good) {
  if (Good)
    mdb_txn_commit(Txn);
  else
    mdb_txn_abort(Txn);
}

int throughWrappersOk(struct store *S, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn;
  if (begin(S, true, &Txn))
    return -1;
  const int Rc = mdb_put(Txn, S->Dbi, Key, Data, 0);
  finish(Txn, Rc == MDB_SUCCESS);
  return Rc;
}

int throughWrappersBad(struct store *S, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn;
  if (begin(S, true, &Txn)) // WARN: [db-transaction-leak]
    return -1;
  if (mdb_get(Txn, S->Dbi, Key, Data) == MDB_NOTFOUND)
    return 0;
  finish(Txn, true);
  return 1;
}

// The writer behind the wrapper closes the cursor.
int wrappedCursorOk(struct store *S) {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  if (begin(S, true, &Txn))
    return -1;
  if (mdb_cursor_open(Txn, S->Dbi, &Cursor) == MDB_SUCCESS)
    while (!mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT))
      mdb_cursor_del(Cursor, 0);
  finish(Txn, true);
  return 0;
}

// A transaction that is kept between calls, reset or running.
int storeReadOk(struct store *S) {
  if (S->Txn && S->Writing)
    return MDB_SUCCESS;
  return S->Txn ? mdb_txn_renew(S->Txn)
                : mdb_txn_begin(S->Env, NULL, MDB_RDONLY, &S->Txn);
}

int storeWriteOk(struct store *S) {
  if (S->Txn) {
    if (S->Writing)
      return MDB_SUCCESS;
    mdb_txn_abort(S->Txn);
    S->Txn = NULL;
  }
  const int Rc = mdb_txn_begin(S->Env, NULL, 0, &S->Txn);
  S->Writing = Rc == MDB_SUCCESS;
  return Rc;
}

void storeCloseOk(struct store *S) {
  if (S->Txn && S->Writing)
    mdb_txn_commit(S->Txn);
  else
    mdb_txn_abort(S->Txn);
  mdb_env_close(S->Env);
  free(S);
}

// An iterator of the library's own: the cursor and its transaction are handed out
// together.
struct iterator {
  MDB_txn *Txn;
  MDB_cursor *Cursor;
};

static struct iterator *iterate(MDB_env *Env, MDB_dbi Dbi) {
  struct iterator *I = (struct iterator *)malloc(sizeof *I);
  if (!I)
    return NULL;
  if (mdb_txn_begin(Env, NULL, MDB_RDONLY, &I->Txn)) {
    free(I);
    return NULL;
  }
  if (mdb_cursor_open(I->Txn, Dbi, &I->Cursor)) {
    mdb_txn_abort(I->Txn);
    free(I);
    return NULL;
  }
  return I;
}

static void endIterating(struct iterator *I) {
  if (!I)
    return;
  mdb_cursor_close(I->Cursor);
  mdb_txn_abort(I->Txn);
  free(I);
}

int iterateOk(MDB_env *Env, MDB_dbi Dbi) {
  MDB_val Key, Data;
  int Count = 0;
  struct iterator *I = iterate(Env, Dbi);
  if (!I)
    return -1;
  while (!mdb_cursor_get(I->Cursor, &Key, &Data, MDB_NEXT))
    ++Count;
  endIterating(I);
  return Count;
}

int iterateBad(MDB_env *Env, MDB_dbi Dbi) {
  MDB_val Key, Data;
  int Count = 0;
  struct iterator *I =
      iterate(Env, Dbi); // WARN: [db-transaction-leak] // WARN: [db-result-leak]
  if (!I)
    return -1;
  while (!mdb_cursor_get(I->Cursor, &Key, &Data, MDB_NEXT))
    if (++Count > 1000)
      return Count;
  endIterating(I);
  return Count;
}
