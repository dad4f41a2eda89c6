// RUN: %check_dbtidy %s
// LevelDB's C interface: databases, iterators, snapshots, and the texts of errors and
// values.

#include "leveldb/c.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The error text belongs to the caller.
int errorTextBad(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  leveldb_put(Db, Write, "a", 1, "b", 1, &Error); // WARN: [db-result-leak]
  if (Error) {
    fprintf(stderr, "put: %s\n", Error);
    return -1;
  }
  return 0;
}

int errorTextOk(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  leveldb_put(Db, Write, "a", 1, "b", 1, &Error);
  if (Error) {
    fprintf(stderr, "put: %s\n", Error);
    leveldb_free(Error);
    return -1;
  }
  return 0;
}

// It may be freed as any other memory, and only the last one is left of several calls.
int errorsInARowOk(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  leveldb_put(Db, Write, "a", 1, "b", 1, &Error);
  leveldb_put(Db, Write, "c", 1, "d", 1, &Error);
  leveldb_delete(Db, Write, "e", 1, &Error);
  const int Failed = Error != NULL;
  free(Error);
  return Failed;
}

int errorForgottenBad(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  leveldb_put(Db, Write, "a", 1, "b", 1, &Error); // WARN: [db-result-leak]
  Error = NULL;
  leveldb_delete(Db, Write, "e", 1, &Error);
  leveldb_free(Error);
  return 0;
}

// The next call frees the old text itself.
int errorFreedTwiceBad(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  leveldb_put(Db, Write, "a", 1, "b", 1, &Error);
  if (!Error)
    return 0;
  leveldb_free(Error);
  leveldb_delete(Db, Write, "a", 1, &Error); // WARN: [db-use-after-close]
  leveldb_free(Error);
  return -1;
}

int errorSetAnewOk(leveldb_t *Db, const leveldb_writeoptions_t *Write) {
  char *Error = NULL;
  for (int Try = 0; Try < 3; ++Try) {
    leveldb_put(Db, Write, "a", 1, "b", 1, &Error);
    if (!Error)
      return 0;
    leveldb_free(Error);
    Error = NULL;
  }
  return -1;
}

// A failed open leaves a text and no database.
leveldb_t *openOk(const char *Path) {
  char *Error = NULL;
  leveldb_options_t *Options = leveldb_options_create();
  leveldb_options_set_create_if_missing(Options, 1);
  leveldb_t *Db = leveldb_open(Options, Path, &Error);
  leveldb_options_destroy(Options);
  if (Error != NULL) {
    fprintf(stderr, "open: %s\n", Error);
    leveldb_free(Error);
    return NULL;
  }
  return Db;
}

leveldb_t *openOptionsBad(const char *Path) {
  char *Error = NULL;
  leveldb_options_t *Options = leveldb_options_create(); // WARN: [db-result-leak]
  leveldb_t *Db = leveldb_open(Options, Path, &Error);
  if (Error != NULL) {
    leveldb_free(Error);
    return NULL;
  }
  leveldb_options_destroy(Options);
  return Db;
}

int openNeverClosedBad(const leveldb_options_t *Options, const char *Path) {
  char *Error = NULL;
  leveldb_t *Db = leveldb_open(Options, Path, &Error); // WARN: [db-connection-leak]
  if (Error) {
    leveldb_free(Error);
    return -1;
  }
  leveldb_readoptions_t *Read = leveldb_readoptions_create();
  size_t Length;
  char *Value = leveldb_get(Db, Read, "version", 7, &Length, &Error);
  leveldb_readoptions_destroy(Read);
  if (!Value) {
    leveldb_free(Error);
    return -1;
  }
  leveldb_free(Value);
  leveldb_close(Db);
  return 0;
}

// Nothing but the options may be closed where opening failed.
int openGotoOk(const char *Path) {
  char *Error = NULL;
  int Result = -1;
  leveldb_t *Db = NULL;
  leveldb_iterator_t *At = NULL;
  leveldb_options_t *Options = leveldb_options_create();
  leveldb_readoptions_t *Read = leveldb_readoptions_create();
  Db = leveldb_open(Options, Path, &Error);
  if (Error)
    goto out;
  At = leveldb_create_iterator(Db, Read);
  for (leveldb_iter_seek_to_first(At); leveldb_iter_valid(At); leveldb_iter_next(At)) {
    size_t Length;
    if (!leveldb_iter_key(At, &Length) || Length == 0)
      goto out;
  }
  leveldb_iter_get_error(At, &Error);
  if (Error)
    goto out;
  Result = 0;
out:
  free(Error);
  if (At)
    leveldb_iter_destroy(At);
  if (Db)
    leveldb_close(Db);
  leveldb_readoptions_destroy(Read);
  leveldb_options_destroy(Options);
  return Result;
}

// A value that is not there is null; so it is after an error.
char *valueOk(leveldb_t *Db, const leveldb_readoptions_t *Read, const char *Key) {
  char *Error = NULL;
  size_t Length = 0;
  char *Value = leveldb_get(Db, Read, Key, strlen(Key), &Length, &Error);
  if (Error) {
    leveldb_free(Error);
    return NULL;
  }
  return Value;
}

int valueBad(leveldb_t *Db, const leveldb_readoptions_t *Read) {
  char *Error = NULL;
  size_t Length = 0;
  char *Value = leveldb_get(Db, Read, "n", 1, &Length, &Error); // WARN: [db-result-leak]
  if (Error) {
    leveldb_free(Error);
    return -1;
  }
  if (!Value)
    return 0;
  if (Length != sizeof(int))
    return -1;
  int Number;
  memcpy(&Number, Value, sizeof Number);
  leveldb_free(Value);
  return Number;
}

int propertyBad(leveldb_t *Db) {
  char *Text = leveldb_property_value(Db, "leveldb.stats"); // WARN: [db-result-leak]
  if (!Text)
    return -1;
  puts(Text);
  return 0;
}

int propertyOk(leveldb_t *Db) {
  char *Text = leveldb_property_value(Db, "leveldb.stats");
  if (!Text)
    return -1;
  puts(Text);
  leveldb_free(Text);
  return 0;
}

// Left in the middle of a scan.
int scanBad(leveldb_t *Db, const leveldb_readoptions_t *Read, const char *Wanted) {
  leveldb_iterator_t *At = leveldb_create_iterator(Db, Read); // WARN: [db-result-leak]
  for (leveldb_iter_seek_to_first(At); leveldb_iter_valid(At); leveldb_iter_next(At)) {
    size_t Length;
    const char *Key = leveldb_iter_key(At, &Length);
    if (Length == strlen(Wanted) && !memcmp(Key, Wanted, Length))
      return 1;
  }
  leveldb_iter_destroy(At);
  return 0;
}

int scanOk(leveldb_t *Db, const leveldb_readoptions_t *Read, const char *Wanted) {
  leveldb_iterator_t *At = leveldb_create_iterator(Db, Read);
  int Found = 0;
  leveldb_iter_seek(At, Wanted, strlen(Wanted));
  while (!Found && leveldb_iter_valid(At)) {
    size_t Length;
    const char *Key = leveldb_iter_key(At, &Length);
    Found = Length == strlen(Wanted) && !memcmp(Key, Wanted, Length);
    leveldb_iter_next(At);
  }
  leveldb_iter_destroy(At);
  return Found;
}

int scanAgainBad(leveldb_t *Db, const leveldb_readoptions_t *Read) {
  leveldb_iterator_t *At = leveldb_create_iterator(Db, Read); // WARN: [db-result-leak]
  leveldb_iter_seek_to_first(At);
  const int Any = leveldb_iter_valid(At);
  At = leveldb_create_iterator(Db, Read);
  leveldb_iter_seek_to_last(At);
  leveldb_iter_destroy(At);
  return Any;
}

// A key lives until the iterator moves, and no longer than it.
size_t keyAfterMoveBad(leveldb_iterator_t *At) {
  size_t Length;
  const char *Key = leveldb_iter_key(At, &Length);
  leveldb_iter_next(At);
  return strlen(Key); // WARN: [db-use-after-close]
}

size_t keyAfterEndBad(leveldb_t *Db, const leveldb_readoptions_t *Read) {
  leveldb_iterator_t *At = leveldb_create_iterator(Db, Read);
  size_t Length;
  leveldb_iter_seek_to_first(At);
  const char *Value = leveldb_iter_value(At, &Length);
  leveldb_iter_destroy(At);
  return strlen(Value); // WARN: [db-use-after-close]
}

size_t keyCopiedOk(leveldb_t *Db, const leveldb_readoptions_t *Read) {
  leveldb_iterator_t *At = leveldb_create_iterator(Db, Read);
  size_t Length = 0;
  char Copy[16] = "";
  leveldb_iter_seek_to_first(At);
  if (leveldb_iter_valid(At)) {
    const char *Key = leveldb_iter_key(At, &Length);
    if (Length < sizeof Copy)
      memcpy(Copy, Key, Length);
  }
  leveldb_iter_destroy(At);
  return strlen(Copy);
}

int iteratorEndedBad(leveldb_iterator_t *At) {
  char *Error = NULL;
  leveldb_iter_destroy(At);
  leveldb_iter_get_error(At, &Error); // WARN: [db-use-after-close]
  leveldb_free(Error);
  return 0;
}

// A snapshot goes back to its database, also where the read fails.
int snapshotBad(leveldb_t *Db, const char *Key) {
  char *Error = NULL;
  size_t Length;
  const leveldb_snapshot_t *Then = leveldb_create_snapshot(Db); // WARN: [db-result-leak]
  leveldb_readoptions_t *Read = leveldb_readoptions_create();
  leveldb_readoptions_set_snapshot(Read, Then);
  char *Value = leveldb_get(Db, Read, Key, strlen(Key), &Length, &Error);
  leveldb_readoptions_destroy(Read);
  if (Error) {
    leveldb_free(Error);
    return -1;
  }
  leveldb_free(Value);
  leveldb_release_snapshot(Db, Then);
  return 0;
}

int snapshotOk(leveldb_t *Db, const char *Key) {
  char *Error = NULL;
  size_t Length;
  const leveldb_snapshot_t *Then = leveldb_create_snapshot(Db);
  leveldb_readoptions_t *Read = leveldb_readoptions_create();
  leveldb_readoptions_set_snapshot(Read, Then);
  char *Value = leveldb_get(Db, Read, Key, strlen(Key), &Length, &Error);
  const int Result = Error ? -1 : Value != NULL;
  leveldb_free(Value);
  leveldb_free(Error);
  leveldb_readoptions_destroy(Read);
  leveldb_release_snapshot(Db, Then);
  return Result;
}

int batchBad(leveldb_t *Db, const leveldb_writeoptions_t *Write, int Count) {
  char *Error = NULL;
  leveldb_writebatch_t *All = leveldb_writebatch_create(); // WARN: [db-result-leak]
  if (Count == 0)
    return 0;
  while (Count-- > 0)
    leveldb_writebatch_put(All, "k", 1, "v", 1);
  leveldb_write(Db, Write, All, &Error);
  leveldb_writebatch_destroy(All);
  leveldb_free(Error);
  return 0;
}

int batchOk(leveldb_t *Db, const leveldb_writeoptions_t *Write, int Count) {
  char *Error = NULL;
  leveldb_writebatch_t *All = leveldb_writebatch_create();
  for (int I = 0; I < Count; ++I)
    leveldb_writebatch_put(All, "k", 1, "v", 1);
  leveldb_write(Db, Write, All, &Error);
  leveldb_writebatch_destroy(All);
  if (!Error)
    return 0;
  leveldb_free(Error);
  return -1;
}
