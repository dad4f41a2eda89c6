// RUN: %check_dbtidy %s
// XFAIL: *
// What is not followed yet in C++, shown with LMDB.

#include "lmdb.h"

class Cursor {
public:
  explicit Cursor(MDB_cursor *Raw) : Raw(Raw) {}
  Cursor(Cursor &&Other) noexcept : Raw(Other.Raw) { Other.Raw = nullptr; }
  ~Cursor() { mdb_cursor_close(Raw); }

private:
  MDB_cursor *Raw;
};

// A constructor that is inherited by a using-declaration: its arguments do not get to the
// one of the base class.
class ReadCursor : public Cursor {
public:
  using Cursor::Cursor;
};

// Two kinds of handles are acquired, by an argument. What the helper hands out is only one
// of them to its callers.
static MDB_txn *begin(MDB_env *Env, unsigned Flags) {
  MDB_txn *Txn = nullptr;
  if (const int Rc = mdb_txn_begin(Env, nullptr, Flags, &Txn))
    throw Rc;
  return Txn;
}

void writerBad(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key) {
  MDB_txn *Txn = begin(Env, 0); // WARN: [db-transaction-leak]
  if (mdb_del(Txn, Dbi, Key, nullptr))
    return;
  mdb_txn_commit(Txn);
}
