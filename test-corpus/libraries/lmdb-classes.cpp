// RUN: %check_dbtidy %s
// LMDB in C++: owners, deleters, exceptions.

#include "lmdb.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

static void check(int Rc) {
  if (Rc)
    throw std::runtime_error(mdb_strerror(Rc));
}

struct Environment {
  explicit Environment(const char *Path) {
    check(mdb_env_create(&Env));
    if (const int Rc = mdb_env_open(Env, Path, 0, 0600)) {
      mdb_env_close(Env);
      throw std::runtime_error(mdb_strerror(Rc));
    }
  }
  Environment(const Environment &) = delete;
  Environment &operator=(const Environment &) = delete;
  ~Environment() { mdb_env_close(Env); }
  MDB_env *Env = nullptr;
};

// A constructor that throws has no destructor behind it.
struct EnvironmentBad {
  explicit EnvironmentBad(const char *Path) {
    check(mdb_env_create(&Env)); // WARN: [db-connection-leak]
    check(mdb_env_open(Env, Path, 0, 0600));
  }
  EnvironmentBad(const EnvironmentBad &) = delete;
  EnvironmentBad &operator=(const EnvironmentBad &) = delete;
  ~EnvironmentBad() { mdb_env_close(Env); }
  MDB_env *Env = nullptr;
};

// Read-only or not is the caller's choice.
class Transaction {
public:
  Transaction(MDB_env *Env, unsigned Flags) {
    check(mdb_txn_begin(Env, nullptr, Flags, &Txn));
  }
  Transaction(Transaction &&Other) noexcept : Txn(Other.Txn) { Other.Txn = nullptr; }
  Transaction &operator=(Transaction &&Other) noexcept {
    if (this != &Other) {
      mdb_txn_abort(Txn);
      Txn = Other.Txn;
      Other.Txn = nullptr;
    }
    return *this;
  }
  ~Transaction() {
    if (Txn)
      mdb_txn_abort(Txn);
  }
  // The commit frees the transaction even where it fails.
  void commit() {
    MDB_txn *Mine = Txn;
    Txn = nullptr;
    check(mdb_txn_commit(Mine));
  }
  MDB_txn *get() { return Txn; }

private:
  MDB_txn *Txn = nullptr;
};

void guardedOk(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data) {
  Transaction Txn(Env, 0);
  check(mdb_put(Txn.get(), Dbi, Key, Data, 0));
  Txn.commit();
}

Transaction movedOk(MDB_env *Env) {
  Transaction Txn(Env, MDB_RDONLY);
  return Txn;
}

// The transaction takes the cursor along.
void drainedOk(MDB_env *Env, MDB_dbi Dbi) {
  Transaction Txn(Env, 0);
  MDB_cursor *Cursor;
  MDB_val Key, Data;
  check(mdb_cursor_open(Txn.get(), Dbi, &Cursor));
  while (mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT) == MDB_SUCCESS)
    check(mdb_cursor_del(Cursor, 0));
  Txn.commit();
}

using TransactionPtr = std::unique_ptr<MDB_txn, decltype(&mdb_txn_abort)>;
using CursorPtr = std::unique_ptr<MDB_cursor, decltype(&mdb_cursor_close)>;

static TransactionPtr begin(MDB_env *Env, unsigned Flags) {
  MDB_txn *Txn = nullptr;
  check(mdb_txn_begin(Env, nullptr, Flags, &Txn));
  return TransactionPtr(Txn, mdb_txn_abort);
}

void uniqueOk(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data) {
  auto Txn = begin(Env, 0);
  check(mdb_put(Txn.get(), Dbi, Key, Data, 0));
  check(mdb_txn_commit(Txn.release()));
}

int countOk(MDB_env *Env, MDB_dbi Dbi) {
  const auto Txn = begin(Env, MDB_RDONLY);
  MDB_cursor *Raw;
  check(mdb_cursor_open(Txn.get(), Dbi, &Raw));
  const CursorPtr Cursor(Raw, mdb_cursor_close);
  MDB_val Key, Data;
  int Count = 0;
  while (mdb_cursor_get(Cursor.get(), &Key, &Data, MDB_NEXT) == MDB_SUCCESS)
    ++Count;
  return Count;
}

int countBad(MDB_env *Env, MDB_dbi Dbi) {
  const auto Txn = begin(Env, MDB_RDONLY);
  MDB_cursor *Cursor;
  check(mdb_cursor_open(Txn.get(), Dbi, &Cursor)); // WARN: [db-result-leak]
  MDB_val Key, Data;
  int Count = 0;
  while (mdb_cursor_get(Cursor, &Key, &Data, MDB_NEXT) == MDB_SUCCESS)
    ++Count;
  return Count;
}

std::shared_ptr<MDB_env> sharedOk(const std::string &Path) {
  MDB_env *Env = nullptr;
  check(mdb_env_create(&Env));
  std::shared_ptr<MDB_env> Shared(Env, [](MDB_env *Last) { mdb_env_close(Last); });
  check(mdb_env_open(Shared.get(), Path.c_str(), 0, 0600));
  return Shared;
}

// A reader and its cursors, closed by the destructor.
struct Reader {
  MDB_txn *Txn = nullptr;
  std::vector<MDB_cursor *> Cursors;
  explicit Reader(MDB_env *Env) { check(mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn)); }
  Reader(const Reader &) = delete;
  Reader &operator=(const Reader &) = delete;
  ~Reader() {
    for (MDB_cursor *Each : Cursors)
      mdb_cursor_close(Each);
    mdb_txn_abort(Txn);
  }
  MDB_cursor *cursor(MDB_dbi Dbi) {
    MDB_cursor *Cursor;
    check(mdb_cursor_open(Txn, Dbi, &Cursor));
    Cursors.push_back(Cursor);
    return Cursor;
  }
};

bool emptyOk(MDB_env *Env, MDB_dbi Dbi) {
  Reader Read(Env);
  MDB_val Key, Data;
  return mdb_cursor_get(Read.cursor(Dbi), &Key, &Data, MDB_FIRST) == MDB_NOTFOUND;
}

// The text is copied while the transaction lives.
std::string textOk(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  Transaction Txn(Env, MDB_RDONLY);
  MDB_val Data;
  if (mdb_get(Txn.get(), Dbi, &Key, &Data))
    return {};
  return {static_cast<char *>(Data.mv_data), Data.mv_size};
}

const void *bytesBad(MDB_env *Env, MDB_dbi Dbi, MDB_val Key) {
  MDB_txn *Txn;
  MDB_val Data;
  check(mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn));
  if (mdb_get(Txn, Dbi, &Key, &Data))
    Data.mv_data = nullptr;
  mdb_txn_abort(Txn);
  return Data.mv_data; // WARN: [db-use-after-close]
}

// The body throws, and nobody aborts.
void thrownBad(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data) {
  MDB_txn *Txn;
  check(mdb_txn_begin(Env, nullptr, 0, &Txn)); // WARN: [db-transaction-leak]
  check(mdb_put(Txn, Dbi, Key, Data, 0));
  check(mdb_txn_commit(Txn));
}

// The body may throw; the commit stands behind the try, since it frees in any case.
template <class Work>
static int within(MDB_env *Env, unsigned Flags, Work Do) {
  MDB_txn *Txn;
  check(mdb_txn_begin(Env, nullptr, Flags, &Txn));
  int Result;
  try {
    Result = Do(Txn);
  } catch (...) {
    mdb_txn_abort(Txn);
    throw;
  }
  check(mdb_txn_commit(Txn));
  return Result;
}

int lambdaOk(MDB_env *Env, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data) {
  return within(Env, 0, [&](MDB_txn *Txn) { return mdb_put(Txn, Dbi, Key, Data, 0); });
}
