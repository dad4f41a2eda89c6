// RUN: %check_dbtidy %s
// Owners with an inherited constructor; a helper that throws.

#include "lmdb.h"

class Cursor {
public:
  explicit Cursor(MDB_cursor *Raw) : Raw(Raw) {}
  Cursor(Cursor &&Other) noexcept : Raw(Other.Raw) { Other.Raw = nullptr; }
  ~Cursor() { mdb_cursor_close(Raw); }

private:
  MDB_cursor *Raw;
};

// A constructor that is inherited by a using-declaration passes its arguments on.
class ReadCursor : public Cursor {
public:
  using Cursor::Cursor;
};

void inheritedOk(MDB_txn *Txn, MDB_dbi Dbi) {
  MDB_cursor *Raw;
  if (mdb_cursor_open(Txn, Dbi, &Raw))
    throw 1;
  ReadCursor Owner(Raw);
}

ReadCursor inheritedReturnedOk(MDB_txn *Txn, MDB_dbi Dbi) {
  MDB_cursor *Raw;
  if (mdb_cursor_open(Txn, Dbi, &Raw))
    throw 1;
  return ReadCursor(Raw);
}

// A reader out of a helper.
static MDB_txn *begin(MDB_env *Env, unsigned Flags) {
  MDB_txn *Txn = nullptr;
  if (const int Rc = mdb_txn_begin(Env, nullptr, Flags, &Txn))
    throw Rc;
  return Txn;
}

void readerBad(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn = begin(Env, MDB_RDONLY); // WARN: [db-transaction-leak]
  if (mdb_get(Txn, Dbi, Key, Data))
    return;
  mdb_txn_abort(Txn);
}
