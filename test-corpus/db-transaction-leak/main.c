// RUN: %check_dbtidy %s
// The program's end: the operating system closes what is open, so that only the work of a
// transaction can be lost. (A finding cannot stand in main, whose name says nothing.)
#include "sqlite3.h"

#include <stddef.h>
#include <stdio.h>

static int import(sqlite3 *Db, const char *Path) {
  FILE *In = fopen(Path, "r");
  if (!In)
    return -1;
  fclose(In);
  return sqlite3_exec(Db, "INSERT INTO Import VALUES (1)", NULL, NULL, NULL);
}

int main(int Count, char **Args) {
  sqlite3 *Db = NULL;
  if (Count < 2 || sqlite3_open(Args[1], &Db) != SQLITE_OK)
    return 1;
  if (sqlite3_exec(Db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return 1;
  for (int I = 2; I < Count; I++)
    if (import(Db, Args[I]) != 0) {
      sqlite3_exec(Db, "ROLLBACK", NULL, NULL, NULL);
      return 1;
    }
  sqlite3_exec(Db, "COMMIT", NULL, NULL, NULL);
  return 0;
}
