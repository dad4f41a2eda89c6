/* The display in the corridor: a SQLite file that it can read while the server is down. */
#ifndef ROSTER_CACHE_H
#define ROSTER_CACHE_H

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cache_entry {
  const char *person;
  const char *unit;
  int from;
  int to;
};

/* SQLITE_OK, and then the caller closes *db; otherwise *db is null. */
int cache_open(const char *path, sqlite3 **db);

/* Replaces everything that the cache holds for a day, or changes nothing. */
int cache_replace(sqlite3 *db, const char *day, const struct cache_entry *entries, int count);

/* The number of entries for a day, or -1. */
int cache_count(sqlite3 *db, const char *day);

#ifdef __cplusplus
}
#endif

#endif
