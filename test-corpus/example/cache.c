#include "cache.h"

#include <stdio.h>

static const char schema[] = "CREATE TABLE IF NOT EXISTS shown (day TEXT, start_minute INTEGER, end_minute INTEGER,"
                             " person TEXT, unit TEXT, PRIMARY KEY (day, start_minute, person))";

static int complain(sqlite3 *db, const char *what, int rc) {
  fprintf(stderr, "roster: %s: %s\n", what, sqlite3_errmsg(db));
  return rc;
}

int cache_open(const char *path, sqlite3 **db) {
  int rc = sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec(*db, schema, NULL, NULL, NULL);
  if (rc != SQLITE_OK) {
    complain(*db, path, rc);
    sqlite3_close(*db); /* open or not, the handle is there */
    *db = NULL;
  }
  return rc;
}

static int remove_day(sqlite3 *db, const char *day) {
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2(db, "DELETE FROM shown WHERE day = ?1", -1, &stmt, NULL);
  if (rc != SQLITE_OK)
    return rc;
  sqlite3_bind_text(stmt, 1, day, -1, SQLITE_STATIC);
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt); /* says again what the step said */
}

int cache_replace(sqlite3 *db, const char *day, const struct cache_entry *entries, int count) {
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    return complain(db, "the display is being updated", rc);

  rc = remove_day(db, day);
  if (rc != SQLITE_OK)
    goto undo;
  rc = sqlite3_prepare_v2(db, "INSERT INTO shown VALUES (?1, ?2, ?3, ?4, ?5)", -1, &stmt, NULL);
  if (rc != SQLITE_OK)
    goto undo;
  for (int i = 0; i < count; ++i) {
    sqlite3_bind_text(stmt, 1, day, -1, SQLITE_STATIC);
    sqlite3_bind_int(stmt, 2, entries[i].from);
    sqlite3_bind_int(stmt, 3, entries[i].to);
    sqlite3_bind_text(stmt, 4, entries[i].person, -1, SQLITE_STATIC);
    sqlite3_bind_text(stmt, 5, entries[i].unit, -1, SQLITE_STATIC);
    rc = sqlite3_step(stmt);
    if (rc != SQLITE_DONE)
      goto undo;
    sqlite3_reset(stmt);
  }
  sqlite3_finalize(stmt);
  stmt = NULL;
  rc = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  if (rc == SQLITE_OK)
    return SQLITE_OK;

undo:
  complain(db, "cannot update the display", rc);
  sqlite3_finalize(stmt);
  sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
  return rc;
}

int cache_count(sqlite3 *db, const char *day) {
  sqlite3_stmt *stmt = NULL;
  int count = -1;
  if (sqlite3_prepare_v2(db, "SELECT count(*) FROM shown WHERE day = ?1", -1, &stmt, NULL) == SQLITE_OK) {
    sqlite3_bind_text(stmt, 1, day, -1, SQLITE_STATIC);
    if (sqlite3_step(stmt) == SQLITE_ROW)
      count = sqlite3_column_int(stmt, 0);
  }
  sqlite3_finalize(stmt);
  return count;
}
