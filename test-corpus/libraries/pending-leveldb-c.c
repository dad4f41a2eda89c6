// RUN: %check_dbtidy %s
// XFAIL: *
// After an error there is no value, and the wrapper says so once more; but of a call
// whose summary the caller uses, the value returned is not tied to the text left behind
// Error.

#include "leveldb/c.h"
#include <string.h>

static char *fetch(leveldb_t *Db, const leveldb_readoptions_t *Read, const char *Key,
                   char **Error) {
  size_t Length = 0;
  char *Value = leveldb_get(Db, Read, Key, strlen(Key), &Length, Error);
  return *Error ? NULL : Value;
}

int fetchedOk(leveldb_t *Db, const leveldb_readoptions_t *Read, const char *Key) {
  char *Error = NULL;
  char *Value = fetch(Db, Read, Key, &Error);
  if (Error) {
    leveldb_free(Error);
    return -1;
  }
  leveldb_free(Value);
  return 0;
}
