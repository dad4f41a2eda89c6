// RUN: %check_dbtidy %s
// Berkeley DB: what ends with its parent.

#include "db.h"

//===--- Handles that end with their parent -----------------------------------------===//

// Closing the environment closes the database and the cursor in it.
int grandchildOk(void) {
  DB_ENV *Env;
  DB *Db;
  DBC *Cursor;
  if (db_env_create(&Env, 0) != 0)
    return -1;
  if (db_create(&Db, Env, 0) == 0 && Db->cursor(Db, NULL, &Cursor, 0) == 0)
    Cursor->count(Cursor, &(db_recno_t){0}, 0);
  return Env->close(Env, 0);
}

// The same for the copy of a cursor, whose parent is the cursor.
int copied_cursorOk(const char *File) {
  DB *Db;
  DBC *Cursor, *Copy;
  if (db_create(&Db, NULL, 0) != 0)
    return -1;
  if (Db->open(Db, NULL, File, NULL, DB_BTREE, DB_RDONLY, 0) == 0 &&
      Db->cursor(Db, NULL, &Cursor, 0) == 0)
    Cursor->dup(Cursor, &Copy, 0);
  return Db->close(Db, 0);
}
