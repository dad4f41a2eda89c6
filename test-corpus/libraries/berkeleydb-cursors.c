// RUN: %check_dbtidy %s
// Berkeley DB: cursors, transactions with their retries after a deadlock, log cursors and
// sequences.

#include "db.h"

#include <stdlib.h>
#include <string.h>

void logf_(const char *Format, ...);
int wanted(const DBT *Key);

//===--- Cursors --------------------------------------------------------------------===//

int count_keysBad(DB *Db) {
  DBC *Cursor;
  DBT Key, Value;
  int Ret, Count = 0;
  Ret = Db->cursor(Db, NULL, &Cursor, 0); // WARN: [db-result-leak] "cursor 'Cursor'"
  if (Ret != 0)
    return Ret;
  memset(&Key, 0, sizeof Key);
  memset(&Value, 0, sizeof Value);
  while ((Ret = Cursor->get(Cursor, &Key, &Value, DB_NEXT)) == 0)
    ++Count;
  if (Ret != DB_NOTFOUND) {
    Db->err(Db, Ret, "get");
    return -1;
  }
  Cursor->close(Cursor);
  return Count;
}

// The end of the data is a return value like any other.
int count_keysOk(DB *Db) {
  DBC *Cursor = NULL;
  DBT Key, Value;
  int Ret, Count = 0;
  if ((Ret = Db->cursor(Db, NULL, &Cursor, 0)) != 0)
    goto err;
  memset(&Key, 0, sizeof Key);
  memset(&Value, 0, sizeof Value);
  while ((Ret = Cursor->get(Cursor, &Key, &Value, DB_NEXT)) == 0)
    ++Count;
  if (Ret == DB_NOTFOUND)
    Ret = 0;
err:
  if (Cursor != NULL) {
    const int Closed = Cursor->close(Cursor);
    if (Closed != 0 && Ret == 0)
      Ret = Closed;
  }
  return Ret ? Ret : Count;
}

// The methods' names of before 4.6.
int old_namesOk(DB *Db, DBT *Key) {
  DBC *Cursor;
  DBT Value;
  memset(&Value, 0, sizeof Value);
  int Ret = Db->cursor(Db, NULL, &Cursor, 0);
  if (Ret)
    return Ret;
  Ret = Cursor->c_get(Cursor, Key, &Value, DB_SET);
  Cursor->c_close(Cursor);
  return Ret;
}

int old_namesBad(DB *Db, DBT *Key) {
  DBC *Cursor;
  DBT Value;
  memset(&Value, 0, sizeof Value);
  int Ret = Db->cursor(Db, NULL, &Cursor, 0); // WARN: [db-result-leak]
  if (Ret)
    return Ret;
  if ((Ret = Cursor->c_get(Cursor, Key, &Value, DB_SET)) != 0)
    return Ret;
  return Cursor->c_close(Cursor);
}

// Found: out of both loops.
int findOk(DB *Db) {
  DBC *Cursor;
  DBT Key, Value;
  int Found = 0;
  if (Db->cursor(Db, NULL, &Cursor, 0) != 0)
    return -1;
  memset(&Key, 0, sizeof Key);
  memset(&Value, 0, sizeof Value);
  for (u_int32_t Step = DB_FIRST; Cursor->get(Cursor, &Key, &Value, Step) == 0;
       Step = DB_NEXT)
    if (wanted(&Key)) {
      Found = 1;
      break;
    }
  Cursor->close(Cursor);
  return Found;
}

int findBad(DB *Db) {
  DBC *Cursor;
  DBT Key, Value;
  if (Db->cursor(Db, NULL, &Cursor, 0) != 0) // WARN: [db-result-leak]
    return -1;
  memset(&Key, 0, sizeof Key);
  memset(&Value, 0, sizeof Value);
  while (Cursor->get(Cursor, &Key, &Value, DB_NEXT) == 0)
    if (wanted(&Key))
      return 1;
  Cursor->close(Cursor);
  return 0;
}

// A copy of the cursor is one more.
int duplicateBad(DBC *Cursor, DBT *Key, DBT *Value) {
  DBC *Copy;
  int Ret = Cursor->dup(Cursor, &Copy, DB_POSITION); // WARN: [db-result-leak]
  if (Ret)
    return Ret;
  if ((Ret = Copy->get(Copy, Key, Value, DB_NEXT_DUP)) != 0)
    return Ret;
  return Copy->close(Copy);
}

// All of the cursors of a join are closed, the joined one first.
int joinOk(DB *Primary, DB *Names, DB *Cities, DBT *Key, DBT *Value) {
  DBC *ByName = NULL, *ByCity = NULL, *Both = NULL, *List[3];
  int Ret;
  if ((Ret = Names->cursor(Names, NULL, &ByName, 0)) != 0)
    goto done;
  if ((Ret = ByName->get(ByName, Key, Value, DB_SET)) != 0)
    goto done;
  if ((Ret = Cities->cursor(Cities, NULL, &ByCity, 0)) != 0)
    goto done;
  List[0] = ByName;
  List[1] = ByCity;
  List[2] = NULL;
  if ((Ret = Primary->join(Primary, List, &Both, 0)) == 0)
    Ret = Both->get(Both, Key, Value, 0);
done:
  if (Both)
    Both->close(Both);
  if (ByCity)
    ByCity->close(ByCity);
  if (ByName)
    ByName->close(ByName);
  return Ret;
}

int use_closedBad(DB *Db, DBT *Key, DBT *Value) {
  DBC *Cursor;
  int Ret = Db->cursor(Db, NULL, &Cursor, 0);
  if (Ret)
    return Ret;
  Ret = Cursor->get(Cursor, Key, Value, DB_SET);
  if (Ret == DB_NOTFOUND)
    Cursor->close(Cursor);
  else if (Ret)
    Db->err(Db, Ret, "get");
  Ret = Cursor->del(Cursor, 0); // WARN: [db-use-after-close]
  Cursor->close(Cursor);
  return Ret;
}

//===--- Transactions ---------------------------------------------------------------===//

int storeBad(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  DB_TXN *Txn;
  int Ret = Env->txn_begin(Env, NULL, &Txn, 0); // WARN: [db-transaction-leak]
  if (Ret != 0)
    return Ret;
  if ((Ret = Db->put(Db, Txn, Key, Value, 0)) != 0)
    return Ret;
  return Txn->commit(Txn, 0);
}

int storeOk(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  DB_TXN *Txn;
  int Ret = Env->txn_begin(Env, NULL, &Txn, 0);
  if (Ret != 0)
    return Ret;
  if ((Ret = Db->put(Db, Txn, Key, Value, 0)) != 0) {
    Txn->abort(Txn);
    return Ret;
  }
  return Txn->commit(Txn, 0);
}

// Without transactions, NULL stands for the handle all the way.
int optionalOk(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value, int Transactional) {
  DB_TXN *Txn = NULL;
  int Ret = 0;
  if (Transactional && (Ret = Env->txn_begin(Env, NULL, &Txn, 0)) != 0)
    return Ret;
  Ret = Db->put(Db, Txn, Key, Value, DB_NOOVERWRITE);
  if (Txn != NULL) {
    if (Ret == 0)
      Ret = Txn->commit(Txn, 0);
    else
      Txn->abort(Txn);
  }
  return Ret;
}

// A commit that failed has ended it nevertheless.
int abort_after_commitBad(DB_TXN *Txn) {
  int Ret = Txn->commit(Txn, 0);
  if (Ret != 0)
    Txn->abort(Txn); // WARN: [db-use-after-close]
  return Ret;
}

// The documented loop: a deadlock begins it again.
int retryOk(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  for (int Tries = 0; Tries < 10; ++Tries) {
    DB_TXN *Txn;
    int Ret = Env->txn_begin(Env, NULL, &Txn, 0);
    if (Ret != 0) {
      Env->err(Env, Ret, "begin");
      return Ret;
    }
    switch (Ret = Db->put(Db, Txn, Key, Value, 0)) {
    case 0:
      return Txn->commit(Txn, 0);
    case DB_LOCK_DEADLOCK:
    case DB_LOCK_NOTGRANTED:
      if ((Ret = Txn->abort(Txn)) != 0)
        return Ret;
      break;
    default:
      Env->err(Env, Ret, "put");
      Txn->abort(Txn);
      return Ret;
    }
  }
  return -1;
}

// Only the deadlock was thought of.
int retryBad(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  int Ret;
  do {
    DB_TXN *Txn;
    if ((Ret = Env->txn_begin(Env, NULL, &Txn, 0)) != 0) // WARN: [db-transaction-leak]
      return Ret;
    Ret = Db->put(Db, Txn, Key, Value, 0);
    if (Ret == 0)
      return Txn->commit(Txn, 0);
    if (Ret == DB_LOCK_DEADLOCK)
      Txn->abort(Txn);
  } while (Ret == DB_LOCK_DEADLOCK);
  return Ret;
}

// First the cursor, then the transaction.
int cursor_in_txnOk(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  DB_TXN *Txn = NULL;
  DBC *Cursor = NULL;
  int Ret;
  if ((Ret = Env->txn_begin(Env, NULL, &Txn, 0)) != 0)
    return Ret;
  if ((Ret = Db->cursor(Db, Txn, &Cursor, DB_WRITECURSOR)) != 0)
    goto err;
  if ((Ret = Cursor->get(Cursor, Key, Value, DB_SET | DB_RMW)) != 0)
    goto err;
  if ((Ret = Cursor->del(Cursor, 0)) != 0)
    goto err;
  Ret = Cursor->close(Cursor);
  Cursor = NULL;
  if (Ret != 0)
    goto err;
  return Txn->commit(Txn, 0);
err:
  if (Cursor != NULL)
    Cursor->close(Cursor);
  Txn->abort(Txn);
  return Ret;
}

// The parent is left open where its child cannot begin.
int nestedBad(DB_ENV *Env, DB *Db, DBT *Key) {
  DB_TXN *Outer, *Inner;
  int Ret;
  if ((Ret = Env->txn_begin(Env, NULL, &Outer, 0)) != 0) // WARN: [db-transaction-leak]
    return Ret;
  if ((Ret = Env->txn_begin(Env, Outer, &Inner, 0)) != 0)
    return Ret;
  if (Db->del(Db, Inner, Key, 0) != 0)
    Inner->abort(Inner);
  else
    Inner->commit(Inner, 0);
  return Outer->commit(Outer, 0);
}

// Begin and end in wrappers that take and give back by reference.
static int begin(DB_ENV *Env, DB_TXN **Out) {
  const int Ret = Env->txn_begin(Env, NULL, Out, DB_TXN_NOWAIT);
  if (Ret)
    *Out = NULL;
  return Ret;
}

static int finish(DB_TXN **Txn, int Commit) {
  DB_TXN *Handle = *Txn;
  *Txn = NULL;
  if (!Handle)
    return 0;
  return Commit ? Handle->commit(Handle, 0) : Handle->abort(Handle);
}

int wrappedOk(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  DB_TXN *Txn = NULL;
  int Ret = begin(Env, &Txn);
  if (Ret)
    return Ret;
  Ret = Db->put(Db, Txn, Key, Value, 0);
  const int Ended = finish(&Txn, Ret == 0);
  return Ret ? Ret : Ended;
}

int wrappedBad(DB_ENV *Env, DB *Db, DBT *Key, DBT *Value) {
  DB_TXN *Txn = NULL;
  int Ret = begin(Env, &Txn); // WARN: [db-transaction-leak]
  if (Ret)
    return Ret;
  if ((Ret = Db->put(Db, Txn, Key, Value, 0)) != 0)
    return Ret;
  return finish(&Txn, 1);
}

//===--- Log cursors and sequences --------------------------------------------------===//

int read_logOk(DB_ENV *Env, DB_LSN *From) {
  DB_LOGC *Log;
  DBT Record;
  int Ret, Closed, Records = 0;
  if ((Ret = Env->log_cursor(Env, &Log, 0)) != 0)
    return Ret;
  memset(&Record, 0, sizeof Record);
  for (Ret = Log->get(Log, From, &Record, DB_SET); Ret == 0;
       Ret = Log->get(Log, From, &Record, DB_NEXT))
    ++Records;
  if ((Closed = Log->close(Log, 0)) != 0 && Ret == DB_NOTFOUND)
    Ret = Closed;
  return Ret == DB_NOTFOUND ? Records : Ret;
}

int read_logBad(DB_ENV *Env, DB_LSN *From) {
  DB_LOGC *Log;
  DBT Record;
  int Ret;
  if ((Ret = Env->log_cursor(Env, &Log, 0)) != 0) // WARN: [db-result-leak] "log cursor"
    return Ret;
  memset(&Record, 0, sizeof Record);
  if ((Ret = Log->get(Log, From, &Record, DB_SET)) != 0)
    return Ret;
  return Log->close(Log, 0);
}

// The sequence's own handle is owed besides the database's.
db_seq_t next_numberBad(DB *Db, DBT *Key) {
  DB_SEQUENCE *Sequence;
  db_seq_t Value = 0;
  if (db_sequence_create(&Sequence, Db, 0) != 0) // WARN: [db-result-leak]
    return -1;
  if (Sequence->open(Sequence, NULL, Key, DB_CREATE) != 0)
    return -1;
  Sequence->get(Sequence, NULL, 1, &Value, 0);
  Sequence->close(Sequence, 0);
  return Value;
}

db_seq_t next_numberOk(DB *Db, DBT *Key) {
  DB_SEQUENCE *Sequence = NULL;
  db_seq_t Value = -1;
  if (db_sequence_create(&Sequence, Db, 0) == 0) {
    if (Sequence->open(Sequence, NULL, Key, DB_CREATE) == 0)
      Sequence->get(Sequence, NULL, 1, &Value, 0);
    Sequence->close(Sequence, 0);
  }
  return Value;
}
