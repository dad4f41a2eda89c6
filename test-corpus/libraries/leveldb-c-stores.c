// RUN: %check_dbtidy %s
// LevelDB's C interface: what a service keeps in a struct, and how it gives it back.

#include "leveldb/c.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct Store {
  leveldb_t *Db;
  leveldb_options_t *Options;
  leveldb_cache_t *Cache;
  leveldb_readoptions_t *Read;
  leveldb_writeoptions_t *Write;
};

// All in one: what is made is kept in the struct, or given back.
struct Store *storeOpenOk(const char *Path) {
  char *Error = NULL;
  struct Store *S = calloc(1, sizeof *S);
  if (!S)
    return NULL;
  S->Cache = leveldb_cache_create_lru(1 << 20);
  S->Options = leveldb_options_create();
  leveldb_options_set_cache(S->Options, S->Cache);
  S->Db = leveldb_open(S->Options, Path, &Error);
  if (Error) {
    leveldb_free(Error);
    leveldb_options_destroy(S->Options);
    leveldb_cache_destroy(S->Cache);
    free(S);
    return NULL;
  }
  S->Read = leveldb_readoptions_create();
  S->Write = leveldb_writeoptions_create();
  return S;
}

struct Store *storeOpenBad(const char *Path) {
  char *Error = NULL;
  struct Store *S = calloc(1, sizeof *S);
  if (!S)
    return NULL;
  S->Options = leveldb_options_create();
  S->Cache = leveldb_cache_create_lru(1 << 20); // WARN: [db-result-leak]
  leveldb_options_set_cache(S->Options, S->Cache);
  S->Db = leveldb_open(S->Options, Path, &Error);
  if (Error) {
    leveldb_free(Error);
    leveldb_options_destroy(S->Options);
    free(S);
    return NULL;
  }
  return S;
}

void storeCloseOk(struct Store *S) {
  leveldb_close(S->Db);
  leveldb_options_destroy(S->Options);
  leveldb_cache_destroy(S->Cache);
  leveldb_readoptions_destroy(S->Read);
  leveldb_writeoptions_destroy(S->Write);
  free(S);
}

int closedBad(struct Store *S) {
  char *Error = NULL;
  leveldb_close(S->Db);
  leveldb_put(S->Db, S->Write, "bye", 3, "", 0, &Error); // WARN: [db-use-after-close]
  leveldb_free(Error);
  return 0;
}

// Opened a second time after a repair, which frees the text of the first attempt.
int storeRepairOk(struct Store *S, const char *Path) {
  char *Error = NULL;
  S->Db = leveldb_open(S->Options, Path, &Error);
  if (Error) {
    leveldb_repair_db(S->Options, Path, &Error);
    leveldb_free(Error);
    Error = NULL;
    S->Db = leveldb_open(S->Options, Path, &Error);
  }
  if (!Error)
    return 0;
  fprintf(stderr, "%s\n", Error);
  leveldb_free(Error);
  return -1;
}

// Left to the caller, with the text of what went wrong.
static char *fetch(struct Store *S, const char *Key, size_t *Length, char **Error) {
  char *Value = leveldb_get(S->Db, S->Read, Key, strlen(Key), Length, Error);
  return *Error ? NULL : Value;
}

// Whatever there is, it is freed.
int fetchedOk(struct Store *S, const char *Key) {
  size_t Length = 0;
  char *Error = NULL, *Value = fetch(S, Key, &Length, &Error);
  const int Result = Error ? -1 : (int)Length;
  free(Error);
  free(Value);
  return Result;
}

static char *plain(struct Store *S, const char *Key, char **Error) {
  size_t Length = 0;
  return leveldb_get(S->Db, S->Read, Key, strlen(Key), &Length, Error);
}

int plainOk(struct Store *S, const char *Key) {
  char *Error = NULL;
  char *Value = plain(S, Key, &Error);
  if (Error) {
    leveldb_free(Error);
    return -1;
  }
  leveldb_free(Value);
  return 0;
}

// No store, nothing to close.
void closeAllOk(struct Store **All, int Count) {
  for (int I = 0; I < Count; ++I) {
    if (!All[I])
      continue;
    storeCloseOk(All[I]);
    All[I] = NULL;
  }
}

int readOnceOk(const leveldb_options_t *Options, const char *Path, const char *Key) {
  struct Store S = {0};
  size_t Length = 0;
  char *Error = NULL, *Value = NULL;
  S.Db = leveldb_open(Options, Path, &Error);
  if (!S.Db)
    goto failed;
  S.Read = leveldb_readoptions_create();
  Value = leveldb_get(S.Db, S.Read, Key, strlen(Key), &Length, &Error);
  leveldb_readoptions_destroy(S.Read);
  leveldb_close(S.Db);
  if (!Error) {
    leveldb_free(Value);
    return (int)Length;
  }
failed:
  leveldb_free(Error);
  return -1;
}

int fetchedBad(struct Store *S, const char *Key) {
  size_t Length = 0;
  char *Error = NULL;
  char *Value = fetch(S, Key, &Length, &Error); // WARN: [db-result-leak]
  if (Error || !Value) {
    leveldb_free(Error);
    return -1;
  }
  return Value[0];
}
